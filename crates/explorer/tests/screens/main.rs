//! Whatever is chosen and whatever the data: what a screen says twice, it says alike, and every
//! number is that of a plain scan. A file for each kind of list; here is what is around them.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

#[path = "../common/mod.rs"]
mod common;
mod names;
mod picture;
mod provisions;
mod table;

use std::collections::BTreeSet;

use authoring::{Affected, Basis, Dataset, Wording};
use common::{
    Handles, any_text, bundled, cases, choices, context, meant, newsroom, plain, query, recipe,
};
use explorer::{
    EditorialConfig, Explorer, Fold, State, ViewKind,
    view::{Body, Criticism, Filters, Phrase, Screen, screen},
};
use names::{groups_are_true, objections_are_true};
use picture::the_picture_is_true;
use proptest::prelude::*;
use provisions::cards_are_true;
use table::matrix_is_true;

/// Everything that a screen says twice, it says alike; every number is that of a plain scan.
fn a_screen_is_true(explorer: &Explorer, state: &State, screen: &Screen, unfolded: bool) {
    let dataset = explorer.dataset();
    assert_eq!(screen.view, state.view);
    assert_eq!(screen.filters.query, state.query);
    let editorial = explorer.editorial();
    let drawn = unfolded || !state.folds.is_empty();
    let Filters { audience, sources, .. } = &screen.filters;
    assert_eq!(audience.open, !state.folds.is_empty());
    assert_eq!(audience.offered.is_some(), drawn);
    let answers = |source| {
        let mut provisions = dataset.provisions();
        plain::answers(dataset, source).any(|it| !it.concerns.is_empty())
            || provisions.any(|(it, _)| plain::is_answered(dataset, it, source))
    };
    let sources_of_all = dataset.sources().map(|(it, _)| it);
    let speaking = sources_of_all.filter(|it| dataset.critics().contains(it) || answers(*it));
    let speaking: Vec<_> = speaking.collect();
    assert_eq!(sources.is_some(), speaking.len() > 1);
    for offered in sources.iter().filter_map(|it| it.offered.as_ref()) {
        assert_eq!(offered.iter().map(|it| it.of).collect::<Vec<_>>(), speaking);
    }
    assert_eq!(audience.chosen.len(), state.audience.len());
    assert_eq!(screen.foot.sources.count, dataset.sources().len());
    assert_eq!(
        screen.foot.sources.items.as_ref().map(Vec::len),
        drawn.then_some(dataset.sources().len())
    );
    for choice in audience.offered.iter().flatten() {
        let alone = State { audience: vec![choice.of], ..state.clone() };
        assert_eq!(choice.count, plain::selected(dataset, editorial, &alone).len(), "{state:?}");
        assert_eq!(choice.chosen, state.audience.contains(&choice.of));
    }
    for choice in sources.iter().flat_map(|it| &it.offered).flatten() {
        let alone = State { sources: vec![choice.of], ..state.clone() };
        assert_eq!(choice.count, plain::selected(dataset, editorial, &alone).len(), "{state:?}");
        assert_eq!(choice.chosen, state.sources.contains(&choice.of));
    }
    assert_eq!(screen.head.dek.as_deref(), editorial.dek.as_deref());
    assert_eq!(screen.head.lowered + 2, editorial.heading_level.unwrap_or(2));
    the_bar_is_true(explorer, state, screen);
    match &screen.head.criticism {
        Some(criticism) => the_criticism_is_dated(dataset, criticism),
        None => assert!(dataset.critics().is_empty()),
    }
    the_picture_is_true(explorer, state, screen.picture.as_ref());
    the_answer_is_true(explorer, state, &screen.filters);
    a_body_is_true(explorer, state, &screen.body, unfolded);
    assert_eq!(screen.body.kind(), state.view);
    // On paper nobody turns to another view, so all of them stand below.
    let mut below = ViewKind::ALL.to_vec();
    below.retain(|it| unfolded && *it != state.view);
    assert_eq!(screen.appendix.iter().map(Body::kind).collect::<Vec<_>>(), below);
    for body in &screen.appendix {
        a_body_is_true(explorer, state, body, true);
    }
}

fn a_body_is_true(explorer: &Explorer, state: &State, body: &Body, unfolded: bool) {
    match body {
        Body::Provisions(view) => cards_are_true(explorer, state, view, unfolded),
        Body::Affected(view) => groups_are_true(explorer, state, view),
        Body::Objections(view) => objections_are_true(explorer, state, view, unfolded),
        Body::Matrix(view) => matrix_is_true(explorer, state, view),
    }
}

fn the_bar_is_true(explorer: &Explorer, state: &State, screen: &Screen) {
    let (dataset, editorial) = (explorer.dataset(), explorer.editorial());
    let selected = plain::selected(dataset, editorial, state).len();
    assert!(screen.bar.shown.map_or(selected == 0, |it| it == selected));
    assert!(selected <= screen.bar.total);
    let Some((provision, citation)) = &screen.bar.reading else { return };
    assert_eq!((state.view, state.current()), (ViewKind::Provisions, Some(*provision)));
    let record = dataset.provision(*provision).expect("a handle of this dataset");
    assert_eq!(citation.text, record.citation.original());
}

/// Of an earlier draft it speaks only where a critic's document does, and of comparing only where
/// there is something to compare with.
fn the_criticism_is_dated(dataset: &Dataset, criticism: &Criticism) {
    let records = dataset.records();
    let current = records.instrument.current_draft.as_ref();
    let drafts: Vec<_> = records.instrument.drafts.iter().map(|it| &it.id).collect();
    let at = drafts.iter().position(|it| Some(*it) == current);
    let critics = dataset.sources().filter(|(it, _)| dataset.critics().contains(it));
    let mut earlier: BTreeSet<_> = critics.map(|(_, it)| &it.draft).collect();
    if at.is_none_or(|at| !earlier.iter().all(|it| drafts[..at].contains(it))) {
        earlier.clear();
    }
    assert_eq!(criticism.drafts.len(), earlier.len());
    assert_eq!(criticism.since.is_some(), !earlier.is_empty());
    let unchecked = records.concerns.iter().all(|it| it.wording == Wording::NotChecked);
    assert_eq!(criticism.unchecked, unchecked && !earlier.is_empty());
}

fn the_answer_is_true(explorer: &Explorer, state: &State, filters: &Filters) {
    let (dataset, editorial) = (explorer.dataset(), explorer.editorial());
    let concerns = |state: &State| -> BTreeSet<_> {
        let provisions = plain::selected(dataset, editorial, state);
        let concerns =
            provisions.iter().flat_map(|it| plain::selected_concerns(dataset, *it, state));
        concerns.map(|it| dataset.find_concern(it.id.as_str()).unwrap()).collect()
    };
    let count =
        |concerns: &BTreeSet<_>| dataset.count(&concerns.iter().copied().collect::<Vec<_>>());
    let alone = |group| State { audience: vec![group], ..State::default() };
    for group in &filters.groups {
        assert_eq!(group.count, count(&concerns(&alone(group.of))));
        assert_eq!(group.chosen, state.audience.contains(&group.of));
    }
    let most = filters.groups.iter().map(|it| it.count).max().unwrap_or_default();
    assert!(filters.groups.len() <= 6);
    let mut all = dataset.groups().map(|(group, _)| count(&concerns(&alone(group))));
    assert!(all.all(|it| it <= most || editorial.start.audience.len() > 5));
    let Some(answer) = &filters.answer else {
        assert!(state.audience.is_empty());
        return;
    };
    let found = concerns(&State { query: String::new(), ..state.clone() });
    assert_eq!((answer.groups.len(), answer.concerns), (state.audience.len(), count(&found)));
    let chosen: BTreeSet<_> =
        state.audience.iter().map(|it| &dataset.group(*it).unwrap().id).collect();
    let stated = found.iter().copied().filter(|it| {
        let Affected::Groups(affected) = &dataset.concern(*it).unwrap().affected else {
            return true;
        };
        let mut affected = affected.iter().filter(|it| chosen.contains(&it.group));
        affected.any(|it| it.basis == Basis::Stated)
    });
    assert_eq!(answer.inferred, answer.concerns - count(&stated.collect()));
    assert_eq!(answer.documents.is_empty(), found.is_empty());
}

fn languages() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["en", "fr", "ar", "xx", "en-GB", ""])
}

fn folds() -> impl Strategy<Value = Vec<Fold>> {
    prop_oneof![Just(Vec::new()), Just(Fold::ALL.into())]
}

#[test]
fn every_screen_of_the_bundled_dataset_is_true() {
    let everything = common::explorer();
    let handles = Handles::of(everything.dataset());
    let look = (newsroom(), choices(query()), languages(), any::<bool>(), folds());
    proptest!(cases(32), |((newsroom, choices, lang, unfolded, folds) in look)| {
        let explorer = everything.with_editorial(handles.editorial(&newsroom));
        let state = State { folds, ..meant(&explorer, handles.state(&choices)) };
        let screen = screen(&explorer, &state, &context(lang, unfolded));
        a_screen_is_true(&explorer, &state, &screen, unfolded);
    });
}

#[test]
fn every_screen_of_any_dataset_is_true() {
    let look = (recipe(), newsroom(), choices(query()), languages(), any::<bool>(), folds());
    proptest!(cases(256), |((recipe, newsroom, choices, lang, unfolded, folds) in look)| {
        let dataset = recipe.dataset();
        let handles = Handles::of(&dataset);
        let explorer = Explorer::new(dataset, handles.editorial(&newsroom));
        let state = State { folds, ..meant(&explorer, handles.state(&choices)) };
        let screen = screen(&explorer, &state, &context(lang, unfolded));
        a_screen_is_true(&explorer, &state, &screen, unfolded);
    });
}

#[test]
fn no_search_makes_a_screen_panic_and_every_mark_is_a_word_that_was_looked_for() {
    let everything = common::explorer();
    let handles = Handles::of(everything.dataset());
    proptest!(cases(64), |(choices in choices(any_text()), lang in languages())| {
        let mut state = handles.state(&choices);
        for view in ViewKind::ALL {
            state.view = view;
            let screen = screen(&everything, &state, &context(lang, false));
            let Body::Provisions(view) = screen.body else { continue };
            for phrase in view.cards.items.iter().map(|card| &card.summary) {
                marks_are_sound(phrase);
            }
        }
    });
}

fn marks_are_sound(phrase: &Phrase) {
    let pieces: String = phrase.pieces().map(|(piece, _)| piece).collect();
    assert_eq!(pieces, phrase.text);
    assert!(phrase.marks.iter().all(|mark| mark.start < mark.end));
    assert!(phrase.marks.is_sorted_by(|a, b| a.end <= b.start), "{:?}", phrase.marks);
}

#[test]
fn marks_are_the_words_that_begin_as_one_that_was_typed_and_no_others() {
    let explorer = common::explorer();
    proptest!(cases(64), |(typed in query())| {
        let state = common::searching(&typed);
        let typed = plain::words(&typed);
        let Body::Provisions(view) = screen(&explorer, &state, &context("en", false)).body else {
            panic!("provisions were asked for");
        };
        for card in &view.cards.items {
            for phrase in [&card.citation, &card.summary].into_iter().chain(&card.heading) {
                marks_are_sound(phrase);
                let hits = |word: &&String| typed.iter().any(|it| word.starts_with(it.as_str()));
                let words = plain::words(&phrase.text);
                let expected: Vec<_> = words.iter().filter(hits).cloned().collect();
                let marked = phrase.pieces().filter(|(_, marked)| *marked);
                let marked: Vec<_> = marked.flat_map(|(piece, _)| plain::words(piece)).collect();
                prop_assert_eq!(marked, expected);
            }
        }
    });
}

#[test]
fn words_of_another_language_than_the_interface_s_say_which() {
    let explorer = common::explorer();
    let lang = |interface| {
        let screen = screen(&explorer, &State::default(), &context(interface, false));
        screen.head.title.lang
    };
    assert_eq!(lang("en"), None);
    assert_eq!(lang("en-GB"), None);
    for foreign in ["fr", "ar", "xx"] {
        assert_eq!(lang(foreign).as_deref(), Some("en"), "{foreign}");
    }
}

#[test]
fn a_heading_of_the_newsroom_stands_in_place_of_the_title() {
    let dataset = bundled();
    let title = dataset.records().instrument.title.original().to_owned();
    let heading = Some("Who objects?".to_owned());
    let explorer =
        Explorer::new(dataset, EditorialConfig { heading, ..EditorialConfig::default() });
    let head = screen(&explorer, &State::default(), &context("en", false)).head;
    assert_eq!(head.title.text, "Who objects?");
    assert_eq!(head.instrument.text, title);
}

#[test]
fn the_status_is_called_stale_only_after_its_interval_and_only_with_a_clock() {
    let explorer = common::explorer();
    let stale = |today| {
        let context = explorer::view::RenderContext { today, ..context("en", false) };
        screen(&explorer, &State::default(), &context).head.stale
    };
    assert!(!stale(None));
    // As of 27 October 2025, for ninety days.
    assert!(!stale(authoring::CalendarDate::from_ymd(2026, 1, 25)));
    assert!(stale(authoring::CalendarDate::from_ymd(2026, 1, 26)));
}
