//! Links: one brings back the state that it was made from, among whatever a page has of its own, and
//! none makes a state that cannot be.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use authoring::Dataset;
use common::{Handles, any_text, bundled, cases, choices, each_once, query, recipe};
use explorer::{Action, State, ViewKind, merge_fragment, read_fragment, reduce, write_fragment};
use proptest::prelude::*;

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
