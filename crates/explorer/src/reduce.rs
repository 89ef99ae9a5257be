//! What an action makes of a state. Pure, total, and quiet: nothing comes back where nothing
//! changed, so that nothing is drawn again.

use dataset::{GroupIx, ProvisionIx, SourceIx};

use crate::{Action, Explorer, Fold, State, ViewKind, Window};

/// How many provisions are opened at once.
const ANSWER: usize = 3;

/// The state after an action; none where it changes nothing.
pub fn reduce(explorer: &Explorer, state: &State, action: Action) -> Option<State> {
    let mut next = state.clone();
    let leads = matches!(
        action,
        Action::Select(_)
            | Action::SelectWords(..)
            | Action::Next
            | Action::Previous
            | Action::Reset
            | Action::Restore(_)
    );
    match action {
        Action::Turn(view) => next.view = view,
        Action::ToggleGroup(group) => {
            close_answer(&mut next);
            toggle_in_list(&mut next.audience, group);
        }
        Action::ToggleSource(source) => toggle_in_list(&mut next.sources, source),
        Action::Search(query) | Action::SearchInstead(query) => {
            next.query = crate::fragment::short(&query);
        }
        Action::ClearFilters => {
            close_answer(&mut next);
            clear_filters(&mut next);
        }
        Action::ClearChoices => {
            close_answer(&mut next);
            clear_choices(&mut next);
        }
        Action::LookAs(group) => {
            if next.audience != [group] {
                close_answer(&mut next);
            }
            clear_filters(&mut next);
            next.audience.push(group);
            open_answer(explorer, &mut next);
            next.view = ViewKind::Provisions;
        }
        Action::Toggle(provision) => {
            toggle_in_list(&mut next.open, provision);
            next.answered.retain(|it| *it != provision);
        }
        Action::Close(provision) => {
            next.open.retain(|it| *it != provision);
            next.answered.retain(|it| *it != provision);
        }
        Action::Select(provision) | Action::SelectWords(provision, _) => {
            go_to(explorer, &mut next, provision);
        }
        Action::Next => step(explorer, &mut next, 1),
        Action::Previous => step(explorer, &mut next, -1),
        Action::ToggleOrganisation(organisation) => {
            toggle_in_list(&mut next.organisations, organisation);
        }
        Action::VisitOrganisation(organisation) => {
            next.view = ViewKind::Objections;
            put_last(&mut next.organisations, organisation);
        }
        // They are the first of the list, and no choice of groups takes them away.
        Action::VisitOthers => {
            next.view = ViewKind::Objections;
            next.sources.clear();
            next.query.clear();
            next.window = Window::default();
        }
        Action::ToggleCell(provision, group) => {
            let cell = Some((provision, group));
            next.cell = if next.cell == cell { None } else { cell };
            // However narrow the screen: it stays where a cell was closed.
            put_last(&mut next.folds, Fold::Table);
        }
        // The table shows for the sake of its open cell as well.
        Action::ToggleFold(Fold::Table) if next.cell.is_some() => {
            next.cell = None;
            next.folds.retain(|it| *it != Fold::Table);
        }
        Action::ShowPart(part) => next.part = part,
        Action::ToggleFold(fold) => toggle_in_list(&mut next.folds, fold),
        Action::ShowEarlier => next.window = next.window.earlier(),
        Action::ShowMore => next.window = next.window.later(),
        Action::ShowAll => next.window = Window::ALL,
        Action::Reset => next = put_back(next, explorer.editorial().start.clone()),
        Action::Restore(earlier) => next = put_back(next, earlier),
    }
    if chooses(&next) != chooses(state) {
        next.window = Window::default();
    }
    if leads {
        next = explorer.in_sight(next);
    }
    (next != *state).then_some(next)
}

/// What a list depends on; it begins anew where that changes.
fn chooses(state: &State) -> (ViewKind, &[GroupIx], &[SourceIx], &str) {
    (state.view, &state.audience, &state.sources, &state.query)
}

/// An earlier state, with what no link tells of as it is.
fn put_back(now: State, earlier: State) -> State {
    State { window: now.window, part: now.part, folds: now.folds, ..earlier }
}

fn toggle_in_list<T: PartialEq>(list: &mut Vec<T>, item: T) {
    let before = list.len();
    list.retain(|open| *open != item);
    if list.len() == before {
        list.push(item);
    }
}

fn put_last<T: PartialEq>(list: &mut Vec<T>, item: T) {
    list.retain(|open| *open != item);
    list.push(item);
}

fn clear_filters(state: &mut State) {
    clear_choices(state);
    state.query.clear();
}

fn clear_choices(state: &mut State) {
    state.audience.clear();
    state.sources.clear();
}

/// What a lens leaves is the answer to a question: while it is short, it is there to be read. The
/// first that wasn't open is the one being read.
fn open_answer(explorer: &Explorer, state: &mut State) {
    let listed = explorer.select(state).provisions;
    if listed.len() <= ANSWER {
        let mut closed: Vec<_> = listed.iter().rev().copied().collect();
        closed.retain(|it| !state.open.contains(it));
        state.open.extend(&closed);
        state.answered.extend(&closed);
    }
}

/// What only a choice has opened closes with it.
fn close_answer(state: &mut State) {
    let answered = std::mem::take(&mut state.answered);
    state.open.retain(|it| !answered.contains(it));
}

fn go_to(explorer: &Explorer, state: &mut State, provision: ProvisionIx) {
    if !explorer.lists(provision) {
        return;
    }
    if !explorer.select(state).provisions.contains(&provision) {
        close_answer(state);
        clear_filters(state);
    }
    read(state, provision);
}

/// Without a provision being read, a step leads to the first or to the last of the list.
fn step(explorer: &Explorer, state: &mut State, by: isize) {
    let listed = explorer.select(state).provisions;
    let at = state.current().and_then(|current| listed.iter().position(|it| *it == current));
    let target = match at {
        Some(at) => at.checked_add_signed(by).and_then(|at| listed.get(at)),
        None if by > 0 => listed.first(),
        None => listed.last(),
    };
    let Some(target) = target.copied() else { return };
    if at.is_some() {
        state.open.pop();
    }
    read(state, target);
}

/// Opens a provision for a reader who asked for it.
fn read(state: &mut State, provision: ProvisionIx) {
    state.view = ViewKind::Provisions;
    state.answered.retain(|it| *it != provision);
    put_last(&mut state.open, provision);
}
