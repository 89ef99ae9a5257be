//! Who objects and who sees it otherwise: where each stands in the list, and the way there.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::BTreeSet;

use common::{context, explorer, group, searching};
use explorer::{
    Action, Explorer, State, ViewKind, reduce,
    view::{Body, Head, KindGroup, ObjectionsView, Standing, screen},
};

fn objections(explorer: &Explorer, state: &State) -> ObjectionsView {
    let state = State { view: ViewKind::Objections, ..state.clone() };
    match screen(explorer, &state, &context("en", false)).body {
        Body::Objections(view) => view,
        other => panic!("{other:?}"),
    }
}

fn names(of: &KindGroup) -> Vec<&str> {
    of.organisations.iter().map(|it| it.backer.name.text.as_str()).collect()
}

fn head(explorer: &Explorer) -> Head {
    screen(explorer, &State::default(), &context("en", false)).head
}

const OTHERWISE: [&str; 5] = [
    "Council of the European Union",
    "European Commission",
    "Executive Director of the United Nations Office on Drugs and Crime",
    "Government of the United Kingdom",
    "United Nations Secretary-General",
];

#[test]
fn those_whom_the_head_counts_as_seeing_it_otherwise_come_first_and_apart() {
    let explorer = explorer();
    let view = objections(&explorer, &State::default());
    let first = &view.kinds[0];
    assert_eq!(first.standing, Standing::Otherwise);
    assert_eq!(names(first), OTHERWISE);
    assert_eq!(Some(first.count), head(&explorer).criticism.map(|it| it.otherwise));
    let said = |row: usize| first.organisations[row].says.iter().map(|it| it.word());
    assert!(said(0).eq(["answers"]), "{:?}", first.organisations[0].says);
    assert!(said(1).eq(["answers", "welcomes"]), "{:?}", first.organisations[1].says);
    // One welcomes this and urges caution on that: neither critic nor defender.
    let next = &view.kinds[1];
    assert_eq!(
        (next.standing, names(next)),
        (Standing::Comments, vec!["European Data Protection Supervisor"])
    );
    assert!(view.kinds[2..].iter().all(|it| !it.standing.speaks()));
}

#[test]
fn neither_a_choice_of_groups_nor_a_search_for_them_takes_those_away_who_see_it_otherwise() {
    let explorer = explorer();
    let lens =
        State { audience: vec![group(explorer.dataset(), "whistleblowers")], ..State::default() };
    for state in [lens, searching("United Kingdom")] {
        let view = objections(&explorer, &state);
        assert_eq!(view.kinds[0].standing, Standing::Otherwise, "{state:?}");
        assert!(names(&view.kinds[0]).contains(&"Government of the United Kingdom"), "{state:?}");
    }
    let view = objections(&explorer, &searching("Amnesty"));
    assert!(view.kinds.iter().all(|it| !it.standing.speaks()), "others are looked for");
}

#[test]
fn the_way_to_them_leads_there_whatever_is_looked_for_and_leaves_the_choice_of_groups() {
    let explorer = explorer();
    let audience = vec![group(explorer.dataset(), "whistleblowers")];
    let before = State { audience: audience.clone(), ..searching("spyware") };
    let after = reduce(&explorer, &before, Action::VisitOthers);
    let after = after.unwrap_or_else(|| panic!("it leads nowhere"));
    assert_eq!((after.view, &after.audience), (ViewKind::Objections, &audience));
    assert_eq!(names(&objections(&explorer, &after).kinds[0]), OTHERWISE);
}

#[test]
fn what_is_counted_together_is_of_one_standing_and_adds_up_to_the_list() {
    let explorer = explorer();
    let view = objections(&explorer, &State::default());
    let [otherwise, comments, objects, mentioned, described] = view.counts;
    assert_eq!((otherwise, comments), (5, 1));
    assert_eq!((objects, mentioned, described), (30, 3, 16));
    assert_eq!(view.counts.iter().sum::<usize>(), view.extent.of);
    assert_eq!(view.documents, 2, "those who object do so in these, whoever answers elsewhere");
}

#[test]
fn every_source_that_says_anything_can_be_chosen_and_leads_to_what_it_speaks_of() {
    let explorer = explorer();
    let dataset = explorer.dataset();
    let open = State { folds: vec![explorer::Fold::Sources], ..State::default() };
    let filters = screen(&explorer, &open, &context("en", false)).filters;
    let offered = filters.sources.and_then(|it| it.offered).unwrap_or_default();
    assert_eq!(offered.len(), dataset.sources().len(), "two critics and six statements");
    for choice in &offered {
        let state = State { sources: vec![choice.of], ..State::default() };
        let listed = explorer.select(&state).provisions;
        assert_eq!((choice.count, listed.len()), (listed.len(), choice.count));
        assert!(choice.count > 0, "{}", choice.label.text);
    }
    let listed = |title: &str| {
        let choice = offered.iter().find(|it| it.label.text == title);
        let choice = choice.unwrap_or_else(|| panic!("no {title}"));
        let state = State { sources: vec![choice.of], ..State::default() };
        common::ids(dataset, &explorer.select(&state).provisions)
    };
    // What it welcomes is the law as a whole.
    assert_eq!(listed("UNODC statement"), ["instrument"]);
    let answered = ["no-enforceable-safeguards", "cross-border-rights-violations"];
    let concerns = dataset.concerns().filter(|(_, it)| answered.contains(&it.id.as_str()));
    let about: BTreeSet<_> =
        concerns.flat_map(|(_, it)| &it.provisions).map(|it| it.as_str().to_owned()).collect();
    assert!(about.iter().eq(listed("UK statement in Hanoi").iter().collect::<BTreeSet<_>>()));
    // What is answered is no objection of whoever answers.
    let uk = offered.iter().find(|it| it.label.text == "UK statement in Hanoi");
    let sources = uk.map(|it| it.of).into_iter().collect();
    let view = objections(&explorer, &State { sources, ..State::default() });
    let by: Vec<_> = view.by_document.iter().map(|it| it.source.title.text.as_str()).collect();
    assert!(!by.contains(&"UK statement in Hanoi"), "{by:?}");
    assert_eq!(names(&view.kinds[0]), ["Government of the United Kingdom"]);
}
