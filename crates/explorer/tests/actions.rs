//! Whatever a reader does and whatever the data: nothing panics, nothing comes twice, nothing is
//! drawn where nothing changed, and what was asked for is there.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use authoring::ProvisionIx;
use common::{
    Deed, Handles, any_text, cases, choices, deed, each_once, newsroom, plain, query, recipe, set,
};
use explorer::{Action, Explorer, State, ViewKind, Window, reduce};
use proptest::prelude::*;

/// Whether an action has anything to do, as its documentation says.
fn has_effect(explorer: &Explorer, state: &State, action: &Action) -> bool {
    let filtered =
        !(state.audience.is_empty() && state.sources.is_empty() && state.query.is_empty());
    let listed = explorer.select(state).provisions;
    let at = listed.iter().position(|it| Some(*it) == state.current());
    match action {
        Action::Turn(view) => state.view != *view,
        Action::Search(query) | Action::SearchInstead(query) => {
            state.query != query.chars().take(200).collect::<String>()
        }
        Action::ClearFilters => filtered,
        Action::ClearChoices => !(state.audience.is_empty() && state.sources.is_empty()),
        Action::VisitOrganisation(organisation) => {
            state.view != ViewKind::Objections || state.organisations.last() != Some(organisation)
        }
        Action::VisitOthers => {
            state.view != ViewKind::Objections
                || !(state.sources.is_empty() && state.query.is_empty())
                || state.window != Window::default()
        }
        Action::LookAs(group) => {
            let alone = State { audience: vec![*group], ..State::default() };
            let answer = plain::selected(explorer.dataset(), explorer.editorial(), &alone);
            let closed = |it: &ProvisionIx| !state.open.contains(it);
            state.view != ViewKind::Provisions
                || (answer.len() <= 3 && answer.iter().any(closed))
                || state.audience != [*group]
                || !(state.sources.is_empty() && state.query.is_empty())
        }
        Action::Select(provision) | Action::SelectWords(provision, _) => {
            // What the reader goes to is no longer open by the answer alone.
            let shown = state.view == ViewKind::Provisions
                && state.current() == Some(*provision)
                && !state.answered.contains(provision);
            // What the newsroom left out is nowhere to go to.
            explorer.all().contains(provision)
                && (!shown || (filtered && !listed.contains(provision)))
        }
        Action::Close(provision) => state.open.contains(provision),
        Action::Next => at.map_or(!listed.is_empty(), |at| at + 1 < listed.len()),
        Action::Previous => at.map_or(!listed.is_empty(), |at| at > 0),
        Action::Reset => in_links(state) != in_links(&explorer.editorial().start),
        Action::Restore(earlier) => in_links(state) != in_links(earlier),
        Action::ShowEarlier => false, // these laws begin on their first page
        Action::ShowMore | Action::ShowAll => state.window != Window::ALL,
        Action::ShowPart(part) => state.part != *part,
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
    State {
        window: Window::default(),
        part: None,
        answered: Vec::new(),
        folds: Vec::new(),
        ..state.clone()
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
        Action::Select(provision) | Action::SelectWords(provision, _) => {
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
        Action::Close(provision) => assert!(!after.open.contains(provision)),
        Action::ClearFilters => assert!(!after.is_filtered()),
        Action::ClearChoices => {
            let mut kept = State { audience: vec![], sources: vec![], ..before.clone() };
            kept.open.retain(|it| !kept.answered.contains(it));
            kept.answered.clear();
            assert_eq!(in_links(after), in_links(&kept), "what is looked for stays");
        }
        Action::VisitOrganisation(organisation) => {
            assert_eq!(after.view, ViewKind::Objections);
            assert_eq!(after.organisations.last(), Some(organisation));
        }
        Action::VisitOthers => {
            assert_eq!((after.view, &after.audience), (ViewKind::Objections, &before.audience));
        }
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
        // What an earlier choice of groups has opened closes with it, and stays closed.
        let regroups = matches!(action, Action::ToggleGroup(_));
        let gone = |it: &ProvisionIx| regroups && before.answered.contains(it);
        let sorted = |state: Option<&State>| {
            state.map(|it| {
                let own: Vec<_> = it.open.iter().copied().filter(|it| !gone(it)).collect();
                (set(&own), it.audience.len(), it.sources.len(), it.organisations.len())
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

#[test]
fn what_only_a_choice_of_groups_has_opened_closes_when_it_is_taken_back() {
    let explorer = common::explorer();
    let dataset = explorer.dataset();
    let [own, other] = ["art_24", "art_4"].map(|id| common::provision(dataset, id));
    let group = common::group(dataset, "journalists");
    let after = |state: &State, actions: &[Action]| {
        actions.iter().fold(state.clone(), |state, action| {
            reduce(&explorer, &state, action.clone()).expect("a step")
        })
    };
    let start = after(&State::default(), &[Action::Toggle(own)]);
    let chosen = after(&start, &[Action::LookAs(group)]);
    assert!(chosen.open.len() > 1, "the answer is open");
    let opened = *chosen.open.last().expect("the first of the answer");
    for back in [Action::ToggleGroup(group), Action::ClearFilters, Action::Select(other)] {
        let mut expected = start.open.clone();
        expected.extend((back == Action::Select(other)).then_some(other));
        assert_eq!(after(&chosen, &[back]).open, expected);
    }
    // What a reader opens again is the reader's own.
    let again = [Action::Toggle(opened), Action::Toggle(opened), Action::ToggleGroup(group)];
    assert_eq!(after(&chosen, &again).open, [own, opened]);
    let read = [Action::Select(opened), Action::ToggleGroup(group)];
    assert_eq!(after(&chosen, &read).open, [own, opened]);
}
