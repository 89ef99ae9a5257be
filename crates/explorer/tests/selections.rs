//! Whatever is chosen and looked for, and whatever the data: lists, ranks and counts are those that a
//! plain scan finds. The plain scans in `common/plain.rs` share no code with the explorer.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use authoring::ProvisionIx;
use common::{Handles, cases, choices, meant, newsroom, plain, query, recipe, set};
use explorer::{Explorer, State};
use proptest::prelude::*;

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
    let query = plain::sought(dataset, &state.query);
    let keys = found.iter().map(|it| (plain::rank(dataset, *it, &query), place(it)));
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
        let state = meant(&explorer, handles.state(&choices));
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
        let state = meant(&explorer, handles.state(&choices));
        selections_are_those_of_a_plain_scan(&explorer, &state);
        facets_count_what_a_plain_scan_finds(&explorer, &state);
    });
}
