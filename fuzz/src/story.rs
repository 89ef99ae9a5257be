//! A whole story: a law, what a newsroom set, and what a reader does.
//!
//! A line each: edits of the small dataset (see `law`), attributes (`@only=`), what surrounds the
//! explorer (`lang fr`, `today 2026-01-01`, `unfolded`), and what a reader does (`toggle 2`,
//! `search a text`). Numbers count around, so that each of them names something.

use std::rc::Rc;

use authoring::Dataset;
use explorer::{
    Action, EditorialConfig, Explorer, Fold, State, ViewKind, read_fragment, reduce,
    view::{RenderContext, screen},
};

use crate::{each_once, fragment::survives, law, options::attributes, screen::is_true};

/// More than these say nothing new.
const MOST_ACTIONS: usize = 32;

/// What a text tells.
pub(crate) struct Story {
    pub(crate) explorer: Explorer,
    pub(crate) setting: RenderContext,
}

/// After each step: nothing is drawn where nothing changed, every list is one that can be, every
/// count is that of what is listed, and the state survives a link.
pub fn story(data: &[u8]) {
    let text = crate::text(data);
    let Some(Story { explorer, setting }) = Story::of(&text) else { return };
    let mut state = explorer.editorial().start.clone();
    is_true(&explorer, &state, &screen(&explorer, &state, &setting));
    for line in text.lines().filter(|line| !line.starts_with(['/', '@'])).take(MOST_ACTIONS) {
        let Some(action) = action(&explorer, line) else { continue };
        let Some(next) = reduce(&explorer, &state, action.clone()) else { continue };
        assert_ne!(next, state, "{action:?} changed nothing");
        a_second_tap_undoes_the_first(&explorer, &state, &next, &action);
        survives(explorer.dataset(), &explorer.editorial().start, &next, "");
        state = next;
        is_true(&explorer, &state, &screen(&explorer, &state, &setting));
    }
    assert_eq!(explorer.admit(state.clone()), state, "no step leads out of the list");
    let back = reduce(&explorer, &state, Action::Reset).unwrap_or(state);
    assert_eq!(in_order(&back), in_order(&explorer.editorial().start));
}

impl Story {
    /// None where nothing is left of the dataset.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let law: Dataset = authoring::read(law::node(text)?).dataset?;
        let bare = Explorer::new(Rc::new(law), EditorialConfig::default());
        let set = text.lines().filter_map(|line| line.strip_prefix('@')?.split_once('='));
        let (explorer, ..) = provision_explorer::configure(&bare, &[attributes(set)]);
        let said = |word: &str| text.lines().filter_map(|it| it.strip_prefix(word)).next_back();
        let setting = RenderContext {
            lang: said("lang ").unwrap_or("en").into(),
            today: said("today ").and_then(|it| it.parse().ok()),
            unfolded: said("unfolded").is_some(),
        };
        Some(Self { explorer, setting })
    }
}

fn action(explorer: &Explorer, line: &str) -> Option<Action> {
    let law = explorer.dataset();
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let mut numbers = rest.split(' ').map(|it| it.parse::<usize>().unwrap_or_default());
    let mut nth = |count: usize| numbers.next()?.checked_rem(count);
    let provision = |at| law.provisions().nth(at).map(|(it, _)| it);
    // A tap on a card or a cell needs one that is there.
    let listed = |at| explorer.all().get(at).copied();
    let group = |at| law.groups().nth(at).map(|(it, _)| it);
    let (provisions, groups) = (law.provisions().len(), law.groups().len());
    let cards = explorer.all().len();
    Some(match word {
        "turn" => Action::Turn(rest.parse().unwrap_or(ViewKind::Matrix)),
        "group" => Action::ToggleGroup(group(nth(groups)?)?),
        "source" => Action::ToggleSource(law.sources().nth(nth(law.sources().len())?)?.0),
        "search" => Action::Search(rest.into()),
        "clear" => Action::ClearFilters,
        "as" => Action::LookAs(group(nth(groups)?)?),
        "toggle" => Action::Toggle(listed(nth(cards)?)?),
        "select" => Action::Select(provision(nth(provisions)?)?),
        "next" => Action::Next,
        "previous" => Action::Previous,
        "organisation" => {
            let count = law.organisations().len();
            Action::ToggleOrganisation(law.organisations().nth(nth(count)?)?.0)
        }
        "cell" => Action::ToggleCell(listed(nth(cards)?)?, group(nth(groups)?)?),
        "reset" => Action::Reset,
        "restore" => {
            let start = &explorer.editorial().start;
            Action::Restore(explorer.admit(read_fragment(law, start, rest)?))
        }
        _ => return None,
    })
}

/// What was taken in is out again, and the other way round; only its place may differ.
fn a_second_tap_undoes_the_first(
    explorer: &Explorer,
    before: &State,
    after: &State,
    action: &Action,
) {
    let toggles = matches!(
        action,
        Action::Toggle(_)
            | Action::ToggleGroup(_)
            | Action::ToggleSource(_)
            | Action::ToggleOrganisation(_)
            | Action::ToggleCell(..)
    );
    if !toggles {
        return;
    }
    let back = reduce(explorer, after, action.clone()).expect("a tap always has an effect");
    if before.cell.is_none() || !matches!(action, Action::ToggleCell(..)) {
        assert_eq!(in_order(&back), in_order(before), "{action:?}");
    }
    each_once(&back.open);
}

/// A state whose lists are in the dataset's order.
fn in_order(state: &State) -> State {
    let mut state = state.clone();
    state.open.sort_unstable();
    state.audience.sort_unstable();
    // A cell that is opened shows the table, which stays.
    state.folds.retain(|it| *it != Fold::Table);
    // What a reader taps by hand is no longer a choice's to close.
    state.answered.clear();
    state.sources.sort_unstable();
    state.organisations.sort_unstable();
    state
}
