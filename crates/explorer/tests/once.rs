//! On paper each thing stands in full once, and nothing is lost by that.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{context, dataset, explorer};
use explorer::{
    EditorialConfig, Explorer, State, ViewKind,
    view::{
        Body, CitedPlace, ConcernView, Detail, Document, Part, Screen, fold_to_choice, say_once,
        screen,
    },
};
use serde_json::Value;

/// The demo's screen on paper, from a view, before and after.
fn on_paper(view: ViewKind) -> [Screen; 2] {
    of(&explorer(), view)
}

fn of(explorer: &Explorer, view: ViewKind) -> [Screen; 2] {
    let state = State { view, ..State::default() };
    let before = screen(explorer, &state, &context("en", true));
    let mut after = before.clone();
    say_once(&mut after);
    [before, after]
}

fn details(screen: &Screen) -> Vec<&Detail> {
    let bodies = std::iter::once(&screen.body).chain(&screen.appendix);
    let cards = bodies.flat_map(|body| match body {
        Body::Provisions(view) => view.cards.items.as_slice(),
        _ => &[],
    });
    cards.map(|card| card.detail.as_ref().unwrap()).collect()
}

fn concerns(screen: &Screen) -> Vec<&ConcernView> {
    details(screen).into_iter().flat_map(|detail| &detail.concerns).collect()
}

fn parts(screen: &Screen) -> Vec<&Part> {
    let bodies = std::iter::once(&screen.body).chain(&screen.appendix);
    let kinds = bodies.flat_map(|body| match body {
        Body::Objections(view) => view.kinds.as_slice(),
        _ => &[],
    });
    let rows = kinds.flat_map(|kind| &kind.organisations);
    rows.flat_map(|row| row.parts.as_ref().unwrap()).collect()
}

/// All words that are quoted, and how often.
fn quotes(screen: &Screen) -> BTreeMap<String, usize> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |places: &[CitedPlace]| {
        all.extend(places.iter().flat_map(|it| &it.quotes).map(|it| it.text.clone()));
    };
    for concern in concerns(screen) {
        concern.evidence.iter().for_each(|it| add(&it.places));
        concern.replies.iter().for_each(|it| add(&it.places));
        concern.requests.iter().for_each(|it| add(&it.places));
    }
    for detail in details(screen) {
        detail.replies.iter().for_each(|it| add(&it.places));
        detail.requests.iter().for_each(|it| add(&it.places));
    }
    for part in parts(screen) {
        part.replies.iter().for_each(|it| add(&it.places));
        part.positions.iter().for_each(|it| add(&it.places));
    }
    all.into_iter().fold(BTreeMap::new(), |mut counts, quote| {
        *counts.entry(quote).or_default() += 1;
        counts
    })
}

#[test]
fn whatever_is_quoted_is_quoted_still_and_less_often() {
    for view in [ViewKind::Provisions, ViewKind::Objections, ViewKind::Matrix] {
        let [before, after] = on_paper(view).map(|it| quotes(&it));
        let lost: Vec<_> = before.keys().filter(|it| !after.contains_key(*it)).collect();
        assert_eq!(lost, [""; 0], "{view:?}");
        let [before, after] = [before, after].map(|it| it.values().sum::<usize>());
        assert!(after < before, "{view:?}: {before} quotations, then {after}");
    }
}

#[test]
fn a_concern_has_its_evidence_once_and_its_summary_wherever_it_stands() {
    let [before, after] = on_paper(ViewKind::Provisions);
    let summaries =
        |screen| concerns(screen).iter().map(|it| it.summary.clone()).collect::<Vec<_>>();
    assert_eq!(summaries(&before), summaries(&after));
    let after = concerns(&after);
    let known: BTreeSet<_> = after.iter().map(|it| it.concern).collect();
    let resting: Vec<_> =
        after.iter().filter(|it| !it.evidence.is_empty()).map(|it| it.concern).collect();
    assert_eq!(resting.len(), known.len());
    assert_eq!(resting.iter().copied().collect::<BTreeSet<_>>(), known);
}

#[test]
fn those_who_signed_are_named_once_and_what_they_object_to_is_listed_once() {
    let [before, after] = on_paper(ViewKind::Provisions);
    let after_screen = after.clone();
    let heads = concerns(&after).into_iter().flat_map(|it| &it.heads);
    let signed: Vec<_> = heads.filter(|it| !it.backers.signed.is_empty()).collect();
    assert!(!signed.is_empty() && signed.iter().all(|it| it.backers.listed));
    let documents = screen_documents(&after_screen);
    for head in &signed {
        let source = head.source.source;
        let documents: Vec<_> = documents.iter().filter(|it| it.source.source == source).collect();
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].backers.signed, head.backers.signed);
        assert!(!documents[0].backers.listed);
    }
    let objections = |screen| {
        let own = parts(screen).into_iter().filter(|it| it.named.is_none());
        own.filter(|it| it.provisions.count > 0).map(|it| it.source.source).collect::<BTreeSet<_>>()
    };
    let bodies = std::iter::once(&after.body).chain(&after.appendix);
    let views = bodies.filter_map(|it| if let Body::Objections(it) = it { Some(it) } else { None });
    let documents: Vec<_> =
        views.flat_map(|it| &it.by_document).map(|it| it.source.source).collect();
    assert_eq!(objections(&after), BTreeSet::new());
    assert_eq!(documents, objections(&before).into_iter().collect::<Vec<_>>());
}

fn screen_documents(screen: &Screen) -> &[Document] {
    screen.foot.sources.items.as_deref().unwrap()
}

#[test]
fn whom_a_document_names_for_some_concerns_alone_is_named_with_those() {
    let [_, after] = on_paper(ViewKind::Provisions);
    let documents = screen_documents(&after);
    for evidence in concerns(&after).into_iter().flat_map(|it| &it.evidence) {
        let document = documents.iter().find(|it| it.source.source == evidence.source.source);
        let all = [document.unwrap().backers.named.as_slice(), &evidence.named].concat();
        let [mut all, mut told] = [&all, &evidence.backers.named]
            .map(|it| it.iter().map(|it| it.organisation).collect::<Vec<_>>());
        all.sort_unstable();
        told.sort_unstable();
        assert_eq!(all, told);
    }
    let evidence = concerns(&after).into_iter().flat_map(|it| &it.evidence);
    assert!(evidence.flat_map(|it| &it.named).count() > 0);
    let mentioned = |it: &Document| it.mentioned.iter().any(|it| it.name.text.contains("Media"));
    assert!(documents.iter().any(mentioned), "who opposes the draft is named, too");
}

#[test]
fn a_choice_is_printed_and_the_rest_has_its_heads() {
    let data = common::bundled();
    let highlighted = common::provision(&data, "art_24");
    let editorial = EditorialConfig { highlight: vec![highlighted], ..EditorialConfig::default() };
    let explorer = Explorer::new(data, editorial);
    let mut state = State::default();
    let printed = |state: &State| {
        let mut screen = screen(&explorer, state, &context("en", true));
        fold_to_choice(&mut screen, &explorer, state);
        assert!(screen.appendix.is_empty());
        let Body::Provisions(view) = screen.body else { panic!("another view") };
        view.cards.items
    };
    let cards = printed(&state);
    assert!(cards.iter().all(|it| it.open == it.highlighted && it.detail.is_some() == it.open));
    assert!(cards.iter().any(|it| it.provision == highlighted && it.open));
    let closed = cards.iter().find(|it| !it.open).unwrap().provision;
    state.open.push(closed);
    let cards = printed(&state);
    assert!(cards.iter().any(|it| it.provision == closed && it.detail.is_some()));
    state.open.clear();
    let group = explorer.dataset().find_group("journalists").unwrap();
    state.audience.push(group);
    let chosen = printed(&state).into_iter().map(|card| card.detail.unwrap());
    let concerns: Vec<_> = chosen.flat_map(|it| [it.concerns, it.others].concat()).collect();
    assert!(!concerns.is_empty());
    let about = |it: &ConcernView| it.affected.iter().any(|mark| mark.group == group);
    assert!(concerns.iter().all(about));
}

#[test]
fn requests_that_are_summed_up_alike_are_quoted_all_the_same() {
    let text = include_str!("../../../data/un-cybercrime-convention.json");
    let mut law: Value = serde_json::from_str(text).unwrap();
    for request in law["requests"].as_array_mut().unwrap() {
        request["summary"] = "Change it.".into();
    }
    let explorer = Explorer::new(dataset(&law.to_string()), EditorialConfig::default());
    let [before, after] = of(&explorer, ViewKind::Provisions).map(|it| quotes(&it));
    let lost: Vec<_> = before.keys().filter(|it| !after.contains_key(*it)).collect();
    assert_eq!(lost, [""; 0]);
}

#[test]
fn a_concern_stands_in_full_at_the_first_provision_and_leads_there_from_the_others() {
    let [_, after] = on_paper(ViewKind::Provisions);
    let Body::Provisions(view) = &after.body else { unreachable!() };
    let mut first = BTreeMap::new();
    let mut repeated = 0;
    for card in &view.cards.items {
        for concern in &card.detail.as_ref().unwrap().concerns {
            let at = *first.entry(concern.concern).or_insert(card.provision);
            let led = concern.in_full_at.as_ref().map(|it| it.provision);
            assert_eq!(led, (at != card.provision).then_some(at));
            assert_eq!(concern.evidence.is_empty(), led.is_some());
            repeated += usize::from(led.is_some());
        }
    }
    assert!(repeated > 2, "{repeated}");
}

#[test]
fn everything_on_paper_has_every_view_once() {
    for view in ViewKind::ALL {
        let [_, after] = on_paper(view);
        let bodies = std::iter::once(&after.body).chain(&after.appendix);
        let kinds: BTreeSet<_> = bodies.map(|it| it.kind().word()).collect();
        assert_eq!((kinds.len(), after.appendix.len()), (ViewKind::ALL.len(), 3));
    }
}
