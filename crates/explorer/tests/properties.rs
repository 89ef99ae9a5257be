//! Whatever a reader does and whatever the data: counts are those that a plain scan finds, nothing
//! panics, nothing comes twice, and a link brings back what it was made from. The plain scans in
//! `common/plain.rs` share no code with the explorer.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use std::collections::BTreeSet;

use common::{Deed, Handles, bundled, choices, context, deed, newsroom, plain, query, recipe};
use dataset::{
    Affected, Basis, Camp, ConcernId, Dataset, NamedAs, OrganisationKind, ProvisionIx, Role,
    Wording,
};
use explorer::{
    Action, EditorialConfig, Explorer, Fold, State, ViewKind, Window, merge_fragment,
    read_fragment, reduce,
    view::{
        AffectedView, Body, Criticism, EvidenceView, Filters, MatrixView, ObjectionsView, Phrase,
        ProvisionCard, ProvisionsView, Screen, screen,
    },
    write_fragment,
};
use proptest::{prelude::*, test_runner::Config};

fn cases(cases: u32) -> Config {
    Config { failure_persistence: None, ..Config::with_cases(cases) }
}

fn set(provisions: &[ProvisionIx]) -> BTreeSet<ProvisionIx> {
    provisions.iter().copied().collect()
}

/// Anything at all, and things that look like ours.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![query(), ".*", "[ -~]{0,20}", "\\PC{0,12}"]
}

// Selections and counts.

fn selections_are_those_of_a_plain_scan(explorer: &Explorer, state: &State) {
    let (dataset, editorial) = (explorer.dataset(), explorer.editorial());
    let listed = plain::listed(dataset, editorial);
    assert_eq!(explorer.all(), listed);
    let selection = explorer.select(state);
    let found = set(&selection.provisions);
    assert_eq!(found.len(), selection.provisions.len(), "one comes twice");
    assert!(found.iter().all(|it| listed.contains(it)), "one is not listed");
    assert_eq!(found, plain::selected(dataset, editorial, state), "{state:?}");
    assert_eq!(selection.ranked, !plain::words(&state.query).is_empty());
    ranks_are_those_of_a_plain_scan(explorer, state);
    for provision in listed {
        let concerns = plain::selected_concerns(dataset, provision, state);
        let found = explorer.concerns(provision, state).filter_map(|it| dataset.concern(it));
        assert_eq!(found.collect::<Vec<_>>(), concerns);
    }
}

fn ranks_are_those_of_a_plain_scan(explorer: &Explorer, state: &State) {
    let dataset = explorer.dataset();
    let listed = explorer.all();
    let found = explorer.select(state).provisions;
    let place = |it: &ProvisionIx| listed.iter().position(|listed| listed == it);
    if !plain::cited(dataset, listed, &state.query).is_empty() {
        return;
    }
    // Without a search every rank is the same, and the list's order is left.
    let keys = found.iter().map(|it| (plain::rank(dataset, *it, &state.query), place(it)));
    assert!(keys.is_sorted(), "{state:?}");
}

fn facets_count_what_a_plain_scan_finds(explorer: &Explorer, state: &State) {
    let (dataset, editorial) = (explorer.dataset(), explorer.editorial());
    let (groups, sources) = (explorer.counts_for_groups(state), explorer.counts_for_sources(state));
    for (group, _) in dataset.groups() {
        let alone = State { audience: vec![group], ..state.clone() };
        let expected = plain::selected(dataset, editorial, &alone).len();
        assert_eq!(groups[group.index()], expected, "{group:?} {state:?}");
    }
    for (source, _) in dataset.sources() {
        let alone = State { sources: vec![source], ..state.clone() };
        let expected = plain::selected(dataset, editorial, &alone).len();
        assert_eq!(sources[source.index()], expected, "{source:?} {state:?}");
    }
}

#[test]
fn selections_and_facet_counts_of_the_bundled_dataset_are_those_of_a_plain_scan() {
    let everything = common::explorer();
    let handles = Handles::of(everything.dataset());
    proptest!(cases(24), |(newsroom in newsroom(), choices in choices(query()))| {
        let explorer = everything.with_editorial(handles.editorial(&newsroom));
        let state = handles.state(&choices);
        selections_are_those_of_a_plain_scan(&explorer, &state);
        facets_count_what_a_plain_scan_finds(&explorer, &state);
    });
}

#[test]
fn selections_and_facet_counts_of_any_dataset_are_those_of_a_plain_scan() {
    let law = (recipe(), newsroom(), choices(query()));
    proptest!(cases(256), |((recipe, newsroom, choices) in law)| {
        let dataset = recipe.dataset();
        let handles = Handles::of(&dataset);
        let explorer = Explorer::new(dataset, handles.editorial(&newsroom));
        let state = handles.state(&choices);
        selections_are_those_of_a_plain_scan(&explorer, &state);
        facets_count_what_a_plain_scan_finds(&explorer, &state);
    });
}

// Actions.

/// Whether an action has anything to do, as its documentation says.
fn has_effect(explorer: &Explorer, state: &State, action: &Action) -> bool {
    let filtered =
        !(state.audience.is_empty() && state.sources.is_empty() && state.query.is_empty());
    let listed = explorer.select(state).provisions;
    let at = listed.iter().position(|it| Some(*it) == state.current());
    match action {
        Action::Turn(view) => state.view != *view,
        Action::Search(query) => state.query != query.chars().take(200).collect::<String>(),
        Action::ClearFilters => filtered,
        Action::LookAs(group) => {
            let alone = State { audience: vec![*group], ..State::default() };
            let answer = plain::selected(explorer.dataset(), explorer.editorial(), &alone);
            let closed = |it: &ProvisionIx| !state.open.contains(it);
            state.view != ViewKind::Provisions
                || (answer.len() <= 3 && answer.iter().any(closed))
                || state.audience != [*group]
                || !(state.sources.is_empty() && state.query.is_empty())
        }
        Action::Select(provision) => {
            let shown = state.view == ViewKind::Provisions && state.current() == Some(*provision);
            // What the newsroom left out is nowhere to go to.
            explorer.all().contains(provision)
                && (!shown || (filtered && !listed.contains(provision)))
        }
        Action::Next => at.map_or(!listed.is_empty(), |at| at + 1 < listed.len()),
        Action::Previous => at.map_or(!listed.is_empty(), |at| at > 0),
        Action::Reset => in_links(state) != in_links(&explorer.editorial().start),
        Action::Restore(earlier) => in_links(state) != in_links(earlier),
        Action::ShowEarlier => false, // these laws begin on their first page
        Action::ShowMore | Action::ShowAll => state.window != Window::ALL,
        Action::Toggle(_)
        | Action::ToggleGroup(_)
        | Action::ToggleSource(_)
        | Action::ToggleOrganisation(_)
        | Action::ToggleFold(_)
        | Action::ToggleCell(..) => true,
    }
}

/// A state without what no link tells of.
fn in_links(state: &State) -> State {
    State { window: Window::default(), folds: Vec::new(), ..state.clone() }
}

fn each_once<T: PartialEq + std::fmt::Debug>(list: &[T]) {
    for (place, item) in list.iter().enumerate() {
        assert!(!list[..place].contains(item), "{list:?}");
    }
}

fn acting_is_sound(explorer: &Explorer, start: State, actions: Vec<Action>) {
    let mut state = start;
    for action in actions {
        let expected = has_effect(explorer, &state, &action);
        let next = reduce(explorer, &state, action.clone());
        assert_eq!(next.is_some(), expected, "{action:?} on {state:?}");
        let Some(next) = next else { continue };
        assert_ne!(next, state, "{action:?}");
        each_once(&next.open);
        each_once(&next.audience);
        each_once(&next.sources);
        each_once(&next.organisations);
        what_was_asked_for_is_there(explorer, &state, &next, &action);
        state = next;
    }
}

fn what_was_asked_for_is_there(
    explorer: &Explorer,
    before: &State,
    after: &State,
    action: &Action,
) {
    let listed = |state: &State| explorer.select(state).provisions;
    match action {
        Action::Select(provision) => {
            assert_eq!((after.view, after.current()), (ViewKind::Provisions, Some(*provision)));
            assert!(listed(after).contains(provision), "the card is there to see");
        }
        Action::Next | Action::Previous => {
            let row = listed(before);
            assert_eq!(listed(after), row, "a step filters nothing");
            let place = |state: &State| row.iter().position(|it| Some(*it) == state.current());
            let last = row.len().checked_sub(1);
            let expected = match (action, place(before)) {
                (Action::Next, Some(at)) => Some(at + 1),
                (Action::Next, None) => Some(0),
                (_, Some(at)) => at.checked_sub(1),
                (_, None) => last,
            };
            assert_eq!(place(after), expected);
            let mut open = before.open.clone();
            if place(before).is_some() {
                open.pop();
            }
            open.retain(|it| Some(*it) != after.current());
            open.extend(after.current());
            assert_eq!(after.open, open, "the one left is closed, and no other");
        }
        Action::ClearFilters => assert!(!after.is_filtered()),
        Action::LookAs(group) => {
            assert_eq!(after.audience, [*group]);
            assert_eq!(after.view, ViewKind::Provisions);
        }
        Action::Reset => assert_eq!(in_links(after), in_links(&explorer.editorial().start)),
        _ => {}
    }
    let toggle = matches!(
        action,
        Action::Toggle(_)
            | Action::ToggleGroup(_)
            | Action::ToggleSource(_)
            | Action::ToggleOrganisation(_)
    );
    if toggle {
        let back = reduce(explorer, after, action.clone());
        let sorted = |state: Option<&State>| {
            state.map(|it| {
                (set(&it.open), it.audience.len(), it.sources.len(), it.organisations.len())
            })
        };
        assert_eq!(sorted(back.as_ref()), sorted(Some(before)), "twice is never");
    }
}

fn actions(handles: &Handles, deeds: &[Deed]) -> Vec<Action> {
    deeds.iter().filter_map(|deed| handles.action(deed)).collect()
}

#[test]
fn acting_on_the_bundled_dataset_never_panics_and_is_quiet_where_nothing_changes() {
    let everything = common::explorer();
    let handles = Handles::of(everything.dataset());
    let story = (newsroom(), choices(query()), proptest::collection::vec(deed(), 1..16));
    proptest!(cases(128), |((newsroom, choices, deeds) in story)| {
        let explorer = everything.with_editorial(handles.editorial(&newsroom));
        acting_is_sound(&explorer, handles.state(&choices), actions(&handles, &deeds));
    });
}

#[test]
fn acting_on_any_dataset_never_panics_and_is_quiet_where_nothing_changes() {
    let story =
        (recipe(), newsroom(), choices(any_text()), proptest::collection::vec(deed(), 1..16));
    proptest!(cases(256), |((recipe, newsroom, choices, deeds) in story)| {
        let dataset = recipe.dataset();
        let handles = Handles::of(&dataset);
        let explorer = Explorer::new(dataset, handles.editorial(&newsroom));
        acting_is_sound(&explorer, handles.state(&choices), actions(&handles, &deeds));
    });
}

#[test]
fn steps_from_no_card_lead_through_the_whole_list_and_back() {
    let explorer = common::explorer();
    let mut state = State::default();
    let mut seen = Vec::new();
    while let Some(next) = reduce(&explorer, &state, Action::Next) {
        seen.extend(next.current());
        assert!(seen.len() <= explorer.all().len(), "it leads on for ever");
        assert_eq!(next.open.len(), 1, "the one before is closed");
        state = next;
    }
    assert_eq!(seen, explorer.all());
    let mut back = vec![state.current().unwrap()];
    while let Some(next) = reduce(&explorer, &state, Action::Previous) {
        back.extend(next.current());
        assert!(back.len() <= explorer.all().len(), "it leads back for ever");
        state = next;
    }
    back.reverse();
    assert_eq!(back, seen);
}

// Fragments.

/// A pair of a page's own, which is none of ours.
fn foreign() -> impl Strategy<Value = String> {
    let pair = prop_oneof![
        "[a-zA-Z0-9_./%~:-]{1,12}",
        "[a-z]{1,8}=[a-zA-Z0-9%+./:=-]{0,12}",
        Just(":~:text=the%20words".to_owned()),
        Just("PE=art_28".to_owned()),
        Just("pe2=x".to_owned()),
    ];
    let ours = ["pe", "view", "for", "by", "q", "org", "cell"];
    pair.prop_filter("it is none of ours", move |pair| {
        // A router's fragment has a test of its own.
        !pair.starts_with(['/', '!']) && !ours.contains(&pair.split('=').next().unwrap_or_default())
    })
}

fn a_link_brings_back_what_it_was_made_from(
    dataset: &Dataset,
    [start, earlier, state]: [&State; 3],
    before: &[String],
    after: &[String],
) {
    let ours = write_fragment(dataset, start, state);
    assert!(ours.is_ascii() && !ours.contains(['#', ' ', '"', '<', '>', '`']), "{ours}");
    assert_eq!(ours.is_empty(), state == start, "what differs stands there, and nothing else");
    let back =
        |fragment: &str| read_fragment(dataset, start, fragment).unwrap_or_else(|| start.clone());
    assert_eq!(back(&ours), *state, "{ours}");

    // The page has keys of its own, and ours of an earlier state stand between them.
    let older = write_fragment(dataset, start, earlier);
    let page = before.iter().chain([&older]).chain(after).filter(|it| !it.is_empty()).cloned();
    let page = page.collect::<Vec<_>>().join("&");
    let merged = merge_fragment(&page, &ours);
    assert_eq!(back(&merged), *state, "{merged}");
    let theirs = merged.strip_suffix(ours.as_str()).unwrap();
    let theirs: Vec<_> = theirs.split('&').filter(|it| !it.is_empty()).collect();
    assert_eq!(theirs, before.iter().chain(after).collect::<Vec<_>>(), "{merged}");
    assert_eq!(merge_fragment(&merged, &ours), merged, "twice is once");
    assert_eq!(merge_fragment(&merged, ""), theirs.join("&"), "ours can be taken out again");
}

#[test]
fn any_state_of_the_bundled_dataset_survives_a_link_among_a_page_s_own_keys() {
    let dataset = bundled();
    let handles = Handles::of(&dataset);
    let states = [(); 3].map(|()| choices(any_text()));
    let keys = || proptest::collection::vec(foreign(), 0..4);
    proptest!(cases(512), |(states in states, before in keys(), after in keys())| {
        let states = states.map(|it| handles.state(&it));
        let [start, earlier, state] = &states;
        a_link_brings_back_what_it_was_made_from(&dataset, [start, earlier, state], &before, &after);
    });
}

#[test]
fn any_state_of_any_dataset_survives_a_link() {
    let states = (recipe(), [(); 3].map(|()| choices(any_text())));
    proptest!(cases(256), |((recipe, states) in states)| {
        let dataset = recipe.dataset();
        let handles = Handles::of(&dataset);
        let states = states.map(|it| handles.state(&it));
        let [start, earlier, state] = &states;
        a_link_brings_back_what_it_was_made_from(&dataset, [start, earlier, state], &[], &[]);
    });
}

#[test]
fn a_fragment_without_a_key_of_ours_says_nothing() {
    let dataset = bundled();
    proptest!(cases(256), |(pairs in proptest::collection::vec(foreign(), 0..5))| {
        prop_assert_eq!(read_fragment(&dataset, &State::default(), &pairs.join("&")), None);
    });
}

#[test]
fn no_fragment_however_hostile_panics_or_makes_a_state_that_cannot_be() {
    let explorer = common::explorer();
    let dataset = explorer.dataset();
    let handles = Handles::of(dataset);
    let value = prop_oneof![
        any_text(),
        Just("%".to_owned()),
        Just("%ff%fe%00".to_owned()),
        Just("art_28,art_28,,art_28__para_4,%".to_owned()),
        Just("journalists,art_28,journalists".to_owned()),
        Just("art_28,journalists".to_owned()),
        Just(",".repeat(5000)),
        Just("matrix".to_owned()),
    ];
    let key =
        proptest::sample::select(vec!["pe", "view", "for", "by", "q", "org", "cell", "x", "#pe"]);
    let pair = (key, value).prop_map(|(key, value)| format!("{key}={value}"));
    let pairs = proptest::collection::vec(pair, 0..6);
    let fragment = prop_oneof![
        any_text(),
        (pairs.clone()).prop_map(|it| it.join("&")),
        pairs.prop_map(|it| format!("#{}", it.join("&&"))),
    ];
    proptest!(cases(512), |(fragment in fragment, start in choices(query()))| {
        let start = handles.state(&start);
        let merged = merge_fragment(&fragment, &write_fragment(dataset, &start, &start));
        prop_assert!(merged.len() <= fragment.len());
        let Some(state) = read_fragment(dataset, &start, &fragment) else { return Ok(()) };
        each_once(&state.open);
        each_once(&state.audience);
        each_once(&state.sources);
        each_once(&state.organisations);
        prop_assert!(state.open.iter().all(|it| handles.provisions.contains(it)));
        let written = write_fragment(dataset, &start, &state);
        prop_assert_eq!(read_fragment(dataset, &start, &written).unwrap_or(start.clone()), state);
    });
}

#[test]
fn keys_that_are_the_page_s_own_stay_the_page_s() {
    let dataset = bundled();
    let read = |fragment: &str| read_fragment(&dataset, &State::default(), fragment);
    for theirs in [
        "view=map&q=bananas",
        "q=bananas",
        "by=price&q=bananas",
        "/story/12",
        "!/story",
        "chapter=2&for=sale",
        "view=",
        "view",
    ] {
        assert_eq!(read(theirs), None, "{theirs}");
        let joint = if theirs.starts_with(['/', '!']) { '?' } else { '&' };
        let merged = merge_fragment(theirs, "pe=art_14&q=x");
        assert_eq!(merged, format!("{theirs}{joint}pe=art_14&q=x"));
        let state = read(&merged).expect("ours is found again");
        assert_eq!((state.query.as_str(), state.open.len()), ("x", 1), "{merged}");
        assert_eq!(merge_fragment(&merged, ""), theirs);
        assert_eq!(merge_fragment(&merged, "pe=art_28"), format!("{theirs}{joint}pe=art_28"));
    }
}

#[test]
fn links_without_a_mark_lead_where_they_led() {
    let dataset = bundled();
    for (old, view, groups, query) in [
        ("view=matrix", ViewKind::Matrix, 0, ""),
        ("for=journalists", ViewKind::Provisions, 1, ""),
        ("for=journalists&q=press", ViewKind::Provisions, 1, "press"),
        ("for=journalists&pe=art_28", ViewKind::Provisions, 1, ""),
        ("chapter=2&view=affected&for=journalists", ViewKind::Affected, 1, ""),
    ] {
        let state = read_fragment(&dataset, &State::default(), old).expect(old);
        assert_eq!((state.view, state.audience.len(), state.query.as_str()), (view, groups, query));
    }
}

#[test]
fn a_link_survives_mail_and_messengers() {
    let dataset = bundled();
    let read = |fragment: &str| read_fragment(&dataset, &State::default(), fragment);
    let linked = read("pe=art_28&view=matrix").expect("ours");
    for mangled in [
        "pe=art_28&view=matrix.",
        "pe=art_28.&view=matrix)",
        "pe=art_28%2E&view=matrix%29",
        "pe=art_28&amp;view=matrix",
        concat!("pe%3Dart_28%26view%3D", "matrix"),
        "pe=art%5F28&view=matrix\"",
    ] {
        assert_eq!(read(mangled).as_ref(), Some(&linked), "{mangled}");
    }
    for query in ["who?", "a coin.", "(why)", "x_", "100 %"] {
        let state = State { query: query.into(), ..State::default() };
        let written = write_fragment(&dataset, &State::default(), &state);
        assert!(written.ends_with(|c: char| c.is_ascii_alphanumeric()), "{written}");
        assert_eq!(read(&format!("{written}).")), Some(state));
    }
}

#[test]
fn a_hash_inside_the_fragment_belongs_to_the_page() {
    let dataset = bundled();
    assert_eq!(read_fragment(&dataset, &State::default(), "#pe=art_28"), None);
    assert_eq!(merge_fragment("#pe=art_28", "pe=art_14"), "#pe=art_28&pe=art_14");
}

#[test]
fn a_search_is_cut_to_what_somebody_may_have_typed() {
    let explorer = common::explorer();
    let (long, cut) = ("é".repeat(1000), "é".repeat(200));
    let typed = reduce(&explorer, &State::default(), Action::Search(long.clone())).unwrap();
    assert_eq!(typed.query, cut);
    let linked = read_fragment(explorer.dataset(), &State::default(), &format!("pe=&q={long}"));
    assert_eq!(linked.unwrap().query, cut);
}

#[test]
fn a_link_is_as_short_as_it_is_promised() {
    let dataset = bundled();
    let state = State {
        view: ViewKind::Affected,
        audience: vec![common::group(&dataset, "journalists")],
        open: vec![common::provision(&dataset, "art_28__para_4")],
        ..State::default()
    };
    let fragment = write_fragment(&dataset, &State::default(), &state);
    assert_eq!(fragment, "pe=art_28__para_4&view=affected&for=journalists");
    assert_eq!(read_fragment(&dataset, &State::default(), &fragment), Some(state));
}

// Views.

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
    let critics = dataset.sources().filter(|(it, _)| {
        dataset.records().concerns.iter().any(|concern| plain::rests_on(dataset, concern, *it))
    });
    assert_eq!(sources.is_some(), critics.count() > 1);
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
    match &screen.head.criticism {
        Some(criticism) => the_criticism_is_dated(dataset, criticism),
        None => assert!(dataset.critics().is_empty()),
    }
    the_answer_is_true(explorer, state, &screen.filters);
    a_body_is_true(explorer, state, &screen.body, unfolded);
    assert_eq!(screen.body.kind(), state.view);
    // On paper nobody turns to another view, so what cannot be missing stands below.
    let mut below = vec![ViewKind::Provisions, ViewKind::Objections];
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

fn cards_are_true(explorer: &Explorer, state: &State, view: &ProvisionsView, unfolded: bool) {
    let dataset = explorer.dataset();
    let listed: Vec<_> = view.cards.items.iter().map(|card| card.provision).collect();
    assert_eq!(listed, *explorer.select(state).provisions);
    assert_eq!(view.total, plain::listed(dataset, explorer.editorial()).len());
    assert_eq!(view.current, state.current());
    for (place, card) in view.cards.items.iter().enumerate() {
        let open = unfolded || state.open.contains(&card.provision);
        assert_eq!((card.open, card.detail.is_some()), (open, open));
        assert_eq!(card.highlighted, explorer.editorial().highlight.contains(&card.provision));
        assert_eq!(card.note.as_deref(), explorer.editorial().note(card.provision));
        a_card_counts_what_a_plain_scan_finds(dataset, card);
        let Some(detail) = &card.detail else { continue };
        let shown: Vec<_> = detail.concerns.iter().map(|it| it.concern).collect();
        let selected: Vec<_> = explorer.concerns(card.provision, state).collect();
        if selected.is_empty() {
            assert!(detail.others.is_empty(), "where nothing is selected, nothing is folded");
        } else {
            assert_eq!(shown, selected, "those that the filters select, and no others");
        }
        let concerns: Vec<_> = detail.concerns.iter().chain(&detail.others).collect();
        let all: BTreeSet<_> = concerns.iter().map(|it| it.concern).collect();
        assert_eq!((concerns.len(), all.len()), (card.counts.concerns, card.counts.concerns));
        let neighbour = |place: Option<usize>| place.and_then(|place| listed.get(place)).copied();
        assert_eq!(
            detail.previous.as_ref().map(|it| it.provision),
            neighbour(place.checked_sub(1))
        );
        assert_eq!(detail.next.as_ref().map(|it| it.provision), neighbour(Some(place + 1)));
        for concern in concerns {
            let record = dataset.concern(concern.concern).unwrap();
            let places: usize = concern.evidence.iter().map(|it| it.places.len()).sum();
            assert_eq!(places, record.evidence.len(), "no evidence is lost");
            concern.evidence.iter().for_each(|it| backers_are_true(dataset, &record.id, it));
            let own = &dataset.provision(card.provision).unwrap().id;
            assert_eq!(
                concern.also.count,
                record.provisions.iter().filter(|it| *it != own).count()
            );
        }
    }
}

/// Nobody who is named is counted as having signed, or as sharing a concern that they aren't named
/// for.
fn backers_are_true(dataset: &Dataset, concern: &ConcernId, evidence: &EvidenceView) {
    let source = dataset.source(evidence.source.source).unwrap();
    let of = |role: Role| -> BTreeSet<_> {
        let parties = source.parties.iter().filter(|it| it.role == role);
        let agree = parties.filter(|it| {
            role != Role::Named
                || (it.relation == Some(NamedAs::SharesConcern)
                    && (it.concerns.is_empty() || it.concerns.contains(concern)))
        });
        let who = agree.filter_map(|it| dataset.find_organisation(it.organisation.as_str()));
        who.collect()
    };
    let told = &evidence.backers;
    for (role, told) in
        [(Role::Issued, &told.issued), (Role::Signed, &told.signed), (Role::Named, &told.named)]
    {
        let told: Vec<_> = told.iter().map(|it| it.organisation).collect();
        each_once(&told);
        assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), of(role), "{role:?} for {concern}");
    }
}

fn a_card_counts_what_a_plain_scan_finds(dataset: &Dataset, card: &ProvisionCard) {
    let own = plain::concerns(dataset, card.provision);
    let inside = format!("{}__", card.id);
    let within = dataset.records().concerns.iter().filter(|concern| {
        concern.provisions.iter().any(|it| it.as_str().starts_with(&inside))
            && !own.contains(concern)
    });
    let groups = dataset
        .groups()
        .filter(|(group, _)| own.iter().any(|concern| plain::affects(dataset, concern, *group)));
    let counts = (card.counts.concerns, card.counts.within, card.counts.groups);
    assert_eq!(counts, (own.len(), within.count(), groups.count()), "{}", card.id);

    let sources = dataset.records().sources.iter();
    let raised = sources
        .filter(|source| own.iter().any(|it| it.evidence.iter().any(|it| it.source == source.id)));
    let raised: Vec<_> = raised.map(|it| it.short_title.original()).collect();
    assert_eq!(card.documents.len(), raised.len(), "{}", card.id);
    // What is only contrasted or mentioned is objected to by nobody.
    let objects = |it: &&dataset::Concern| it.provisions.iter().any(|it| it.as_str() == card.id);
    assert_eq!(card.counts.concerns > 0, dataset.records().concerns.iter().any(|it| objects(&it)));
}

/// The provisions that a view of names looks through: a search for one of the names takes none
/// away.
fn looked_through(explorer: &Explorer, state: &State, named: bool) -> BTreeSet<ProvisionIx> {
    let query = if named { String::new() } else { state.query.clone() };
    let state = State { query, ..state.clone() };
    plain::selected(explorer.dataset(), explorer.editorial(), &state)
}

fn groups_are_true(explorer: &Explorer, state: &State, view: &AffectedView) {
    let dataset = explorer.dataset();
    let texts = |it: &dataset::Group| -> Vec<String> {
        let texts = it.label.wordings().chain(it.description.wordings()).map(String::from);
        texts.chain(it.aliases.iter().cloned()).collect()
    };
    let searched = !plain::words(&state.query).is_empty();
    let named: Vec<_> = dataset
        .groups()
        .filter(|(_, it)| searched && plain::all_words_in(&state.query, &texts(it)))
        .map(|(it, _)| it)
        .collect();
    let among = looked_through(explorer, state, !named.is_empty());
    let mut expected = 0;
    for (group, _) in dataset.groups().filter(|(it, _)| named.is_empty() || named.contains(it)) {
        let bears = |provision: &&ProvisionIx| {
            let concerns = plain::selected_concerns(dataset, **provision, state);
            concerns.into_iter().any(|it| plain::affects(dataset, it, group))
        };
        let bearing: BTreeSet<_> = among.iter().filter(bears).copied().collect();
        let row = view.groups.items.iter().find(|row| row.group == group);
        assert_eq!(row.is_some(), !bearing.is_empty());
        let Some(row) = row else { continue };
        assert_eq!(row.provisions.count, bearing.len());
        assert_eq!(
            row.provisions.named.iter().map(|it| it.provision).collect::<BTreeSet<_>>(),
            bearing
        );
        expected += 1;
    }
    assert_eq!(view.groups.of, expected);
    let counts: Vec<_> = view.groups.items.iter().map(|row| row.provisions.count).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert_eq!(view.most, counts.iter().copied().max().unwrap_or_default());
}

fn matrix_is_true(explorer: &Explorer, state: &State, view: &MatrixView) {
    let dataset = explorer.dataset();
    let count = |provision, group| {
        let concerns = plain::selected_concerns(dataset, provision, state);
        concerns.into_iter().filter(|it| plain::affects(dataset, it, group)).count()
    };
    let selected = explorer.select(state).provisions;
    let rows: Vec<_> = view.rows.items.iter().map(|row| row.link.provision).collect();
    let columns: Vec<_> = view.columns.iter().map(|column| column.group).collect();
    let has_any = |it: &&ProvisionIx| dataset.groups().any(|(group, _)| count(**it, group) > 0);
    assert_eq!(rows, selected.iter().filter(has_any).copied().collect::<Vec<_>>());
    for (group, _) in dataset.groups() {
        let any = selected.iter().any(|it| count(*it, group) > 0);
        assert_eq!(columns.contains(&group), any, "{group:?}");
    }
    each_once(&columns);
    let heights = columns.iter().map(|it| rows.iter().filter(|row| count(**row, *it) > 0).count());
    let heights: Vec<_> = heights.collect();
    assert!(heights.is_sorted_by(|a, b| a >= b), "those with most provisions first: {heights:?}");
    let mut most = 0;
    for row in &view.rows.items {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.group).collect();
        assert_eq!(cells, columns);
        for cell in &row.cells {
            assert_eq!(cell.count, count(row.link.provision, cell.group));
            assert_eq!(cell.open, state.cell == Some((row.link.provision, cell.group)));
            most = most.max(cell.count);
        }
        let open = row.cells.iter().find(|cell| cell.open && cell.count > 0);
        assert_eq!(row.open.as_ref().map(|it| it.concerns.len()), open.map(|it| it.count));
    }
    assert_eq!(view.most, most);
}

fn objections_are_true(explorer: &Explorer, state: &State, view: &ObjectionsView, unfolded: bool) {
    let dataset = explorer.dataset();
    let searched = !plain::words(&state.query).is_empty();
    let named: Vec<_> = dataset
        .organisations()
        .filter(|(_, it)| searched && plain::all_words_in(&state.query, &plain::names(it)))
        .map(|(it, _)| it)
        .collect();
    let among = looked_through(explorer, state, !named.is_empty());
    let objects = |source, provision: &ProvisionIx| {
        let concerns = plain::selected_concerns(dataset, *provision, state);
        concerns.into_iter().any(|it| plain::rests_on(dataset, it, source))
    };

    // A filter leaves provisions out, and changes nothing of what is said of the others.
    let side = |camp| -> BTreeSet<ProvisionIx> {
        let sources = dataset.sources().map(|(it, _)| it);
        let own: Vec<_> = sources.filter(|it| plain::is_of_camp(dataset, *it, camp)).collect();
        let objects = |provision: &&ProvisionIx| {
            let concerns = plain::concerns(dataset, **provision);
            concerns.into_iter().any(|it| own.iter().any(|own| plain::rests_on(dataset, it, *own)))
        };
        among.iter().filter(objects).copied().collect()
    };
    let (civil, industry) = (side(Camp::CivilSociety), side(Camp::Industry));
    let agreement = &view.agreement;
    let all = [&agreement.both, &agreement.apart, &agreement.civil_society, &agreement.industry];
    let [both, apart, of_civil_society, of_industry] = all.map(|list| {
        each_once(&list.named);
        list.named.iter().map(|it| it.provision).collect::<BTreeSet<_>>()
    });
    assert!(both.is_disjoint(&apart), "{state:?}");
    assert_eq!(&both | &apart, &civil & &industry, "{state:?}");
    let alone = [of_civil_society, of_industry];
    assert_eq!(alone, [&civil - &industry, &industry - &civil], "{state:?}");
    for provision in &both {
        let of = |camp| -> BTreeSet<_> {
            let concerns = plain::concerns(dataset, *provision).into_iter();
            let own = concerns.filter(|it| {
                let sources = dataset.sources().map(|(it, _)| it);
                sources
                    .filter(|it| plain::is_of_camp(dataset, *it, camp))
                    .any(|source| plain::rests_on(dataset, it, source))
            });
            own.map(|it| it.direction).collect()
        };
        let (civil, industry) = (of(Camp::CivilSociety), of(Camp::Industry));
        let [civil, industry] =
            [civil, industry].map(|it| it.into_iter().flatten().collect::<BTreeSet<_>>());
        let open = civil.is_empty() || industry.is_empty();
        assert!(
            open || !civil.is_disjoint(&industry),
            "{civil:?} and {industry:?} agree on nothing"
        );
    }

    let rows: Vec<_> = view.kinds.iter().flat_map(|kind| &kind.organisations).collect();
    let communities = rows.iter().filter(|row| row.backer.kind == OrganisationKind::Community);
    // What is true of a list of one page is true of each; `windows.rs` has the pages.
    if view.extent.shown < view.extent.of {
        return;
    }
    assert_eq!(view.count + communities.count(), rows.len());
    let listed: BTreeSet<_> = rows.iter().map(|row| row.backer.organisation).collect();
    assert_eq!(listed.len(), rows.len(), "each once");
    for (organisation, record) in dataset.organisations() {
        let parts: Vec<_> = dataset
            .sources()
            .flat_map(|(source, it)| it.parties.iter().map(move |party| (source, party)))
            .filter(|(source, party)| {
                party.organisation == record.id && among.iter().any(|it| objects(*source, it))
            })
            .collect();
        let wanted = named.is_empty() || named.contains(&organisation);
        let speaks = speaks_otherwise(dataset, &record.id);
        let open = !named.is_empty() || !state.is_filtered();
        let expected = wanted && (!parts.is_empty() || (open && speaks));
        assert_eq!(listed.contains(&organisation), expected, "{}", record.id);
        let Some(row) = rows.iter().find(|row| row.backer.organisation == organisation) else {
            continue;
        };
        let open = unfolded || state.organisations.contains(&organisation);
        assert_eq!((row.open, row.parts.is_some()), (open, open));
        let Some(shown) = &row.parts else { continue };
        assert!(shown.iter().all(|it| it.named.is_some() == (it.role == Role::Named)));
        let shown: Vec<_> =
            shown.iter().map(|it| (it.source.source, it.role, it.provisions.count)).collect();
        let all = dataset
            .sources()
            .flat_map(|(source, it)| it.parties.iter().map(move |party| (source, party)));
        let expected =
            all.filter(|(_, party)| party.organisation == record.id).map(|(source, party)| {
                (source, party.role, among.iter().filter(|it| objects(source, it)).count())
            });
        let expected = expected.filter(|(.., count)| *count > 0 || speaks);
        assert_eq!(shown, expected.collect::<Vec<_>>());
    }
    for kind in &view.kinds {
        assert!(!kind.organisations.is_empty());
        assert!(kind.organisations.iter().all(|row| row.backer.kind == kind.kind));
    }
    assert!(view.kinds.iter().map(|it| it.kind).is_sorted(), "in the order of the kinds");
}

fn speaks_otherwise(dataset: &dataset::Dataset, who: &dataset::OrganisationId) -> bool {
    let records = dataset.records();
    let supports = |it: &dataset::Position| it.stance == dataset::Stance::Support;
    records.positions.iter().any(|it| it.organisation == *who && supports(it))
        || records.replies.iter().any(|it| it.organisation == *who)
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
        let state = State { folds, ..handles.state(&choices) };
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
        let state = State { folds, ..handles.state(&choices) };
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
    assert!(!stale(dataset::CalendarDate::from_ymd(2026, 1, 25)));
    assert!(stale(dataset::CalendarDate::from_ymd(2026, 1, 26)));
}
