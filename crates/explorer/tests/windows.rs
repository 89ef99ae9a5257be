//! A long list is drawn a page at a time: what is left out is counted, any of it can be reached, and
//! on paper nothing is left out.
#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use authoring::{ProvisionIx, json, read};
use common::context;
use explorer::{
    Action, EditorialConfig, Explorer, State, ViewKind, Window, reduce,
    view::{Body, MatrixView, ObjectionsView, ProvisionsView, Screen, screen},
};

const PROVISIONS: usize = 320;

fn long() -> Explorer {
    let node = json::parse(&law::law(PROVISIONS).to_string()).unwrap();
    Explorer::new(read(node).dataset.unwrap().into(), EditorialConfig::default())
}

fn after(explorer: &Explorer, state: &State, actions: &[Action]) -> State {
    actions.iter().fold(state.clone(), |state, action| {
        reduce(explorer, &state, action.clone()).unwrap_or(state)
    })
}

fn seen(explorer: &Explorer, state: &State) -> Screen {
    screen(explorer, state, &context("en", false))
}

fn cards(explorer: &Explorer, state: &State) -> ProvisionsView {
    match seen(explorer, state).body {
        Body::Provisions(view) => view,
        other => panic!("{other:?}"),
    }
}

fn shown(view: &ProvisionsView) -> Vec<ProvisionIx> {
    view.cards.items.iter().map(|card| card.provision).collect()
}

fn matrix(explorer: &Explorer, state: &State) -> MatrixView {
    match seen(explorer, &State { view: ViewKind::Matrix, ..state.clone() }).body {
        Body::Matrix(view) => view,
        other => panic!("{other:?}"),
    }
}

fn objections(explorer: &Explorer, state: &State) -> ObjectionsView {
    match seen(explorer, &State { view: ViewKind::Objections, ..state.clone() }).body {
        Body::Objections(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn page_after_page_shows_each_provision_once_in_the_law_s_order() {
    let explorer = long();
    let mut state = State::default();
    loop {
        let view = cards(&explorer, &state);
        assert_eq!(shown(&view), explorer.all()[..view.cards.items.len()]);
        assert_eq!(view.cards.of, PROVISIONS);
        if !view.cards.is_part() {
            break;
        }
        assert_eq!(view.cards.items.len() % Window::PAGE, 0);
        state = after(&explorer, &state, &[Action::ShowMore]);
    }
    let all = after(&explorer, &State::default(), &[Action::ShowAll]);
    assert_eq!(shown(&cards(&explorer, &all)), explorer.all());
}

#[test]
fn whatever_is_gone_to_is_on_the_screen_with_what_stands_around_it() {
    let explorer = long();
    for place in [0, 24, 25, 26, 217, PROVISIONS - 1] {
        let provision = explorer.all()[place];
        let state = after(&explorer, &State::default(), &[Action::Select(provision)]);
        let view = cards(&explorer, &state);
        assert!(shown(&view).contains(&provision), "{place}");
        assert_eq!(view.cards.before, place / Window::PAGE * Window::PAGE);
        assert!(view.cards.items.len() <= Window::PAGE);
        let next = after(&explorer, &state, &[Action::Next]);
        assert!(shown(&cards(&explorer, &next)).contains(&next.current().unwrap()), "{place}");
        let whole = after(&explorer, &state, &vec![Action::ShowEarlier; 13]);
        assert_eq!(shown(&cards(&explorer, &whole)).first(), explorer.all().first());
        assert!(shown(&cards(&explorer, &whole)).contains(&provision));
    }
}

#[test]
fn a_newsroom_s_start_and_a_link_lead_far_down_as_well() {
    let explorer = long();
    let open = vec![explorer.all()[200]];
    let start = State { open: open.clone(), ..State::default() };
    let theirs = explorer
        .with_editorial(EditorialConfig { start: start.clone(), ..EditorialConfig::default() });
    assert!(shown(&cards(&theirs, &theirs.editorial().start)).contains(&open[0]));
    let linked = after(&explorer, &State::default(), &[Action::Restore(start)]);
    assert!(shown(&cards(&explorer, &linked)).contains(&open[0]));
}

#[test]
fn a_link_to_a_cell_leads_far_down_the_matrix_and_closing_it_moves_nothing() {
    let explorer = long();
    let rows = matrix(&explorer, &State { window: Window::ALL, ..State::default() }).rows.items;
    let row = &rows[211];
    let group = row.cells.iter().find(|cell| cell.count > 0).unwrap().group;
    let linked = State {
        view: ViewKind::Matrix,
        cell: Some((row.head.link.provision, group)),
        open: vec![explorer.all()[2]],
        ..State::default()
    };
    let state = after(&explorer, &State::default(), &[Action::Restore(linked.clone())]);
    let shown = matrix(&explorer, &state).rows;
    assert!(shown.items.iter().any(|row| row.open.is_some()));
    let closed = State { cell: None, ..linked };
    let closed = after(&explorer, &state, &[Action::Restore(closed)]);
    assert_eq!(matrix(&explorer, &closed).rows.before, shown.before);
}

#[test]
fn another_choice_begins_at_its_first_page_and_opening_a_card_moves_nothing() {
    let explorer = long();
    let group = explorer.dataset().groups().next().unwrap().0;
    let further = after(&explorer, &State::default(), &[Action::ShowMore, Action::ShowMore]);
    assert_eq!(cards(&explorer, &further).cards.items.len(), 3 * Window::PAGE);
    let opened = after(&explorer, &further, &[Action::Toggle(explorer.all()[120])]);
    let closed = after(&explorer, &opened, &[Action::Toggle(explorer.all()[120])]);
    for state in [&opened, &closed] {
        assert_eq!(shown(&cards(&explorer, state)), shown(&cards(&explorer, &further)));
    }
    let filtered = after(&explorer, &further, &[Action::ToggleGroup(group)]);
    assert_eq!(filtered.window, Window::default());
    let searched = after(&explorer, &further, &[Action::Search("record".into())]);
    assert_eq!(searched.window, Window::default());
}

#[test]
fn the_matrix_and_the_organisations_have_pages_and_whole_counts() {
    let explorer = long();
    let (first, all) = (State::default(), State { window: Window::ALL, ..State::default() });
    let (page, whole) = (matrix(&explorer, &first), matrix(&explorer, &all));
    assert_eq!((page.rows.items.len(), page.rows.of), (Window::PAGE, PROVISIONS));
    assert_eq!(whole.rows.items.len(), PROVISIONS);
    assert_eq!((&page.ranking, &page.columns), (&whole.ranking, &whole.columns));
    assert_eq!(page.rows.items, whole.rows.items[..Window::PAGE]);

    let (page, whole) = (objections(&explorer, &first), objections(&explorer, &all));
    let rows = |view: &ObjectionsView| {
        let rows = view.kinds.iter().flat_map(|kind| &kind.organisations);
        rows.map(|row| row.backer.organisation).collect::<Vec<_>>()
    };
    assert_eq!(
        (page.counts, page.extent.of, page.extent.shown),
        (whole.counts, whole.extent.of, Window::PAGE)
    );
    assert_eq!(rows(&page), rows(&whole)[..Window::PAGE]);
    assert_eq!(rows(&whole).len(), whole.extent.of);
    assert_eq!(whole.kinds.iter().map(|kind| kind.count).sum::<usize>(), whole.extent.of);
    let last = rows(&whole)[whole.extent.of - 1];
    let opened = after(&explorer, &first, &[Action::ToggleOrganisation(last)]);
    assert!(rows(&objections(&explorer, &opened)).contains(&last), "what is open stays");
}

#[test]
fn paper_leaves_nothing_out() {
    let explorer = long();
    for view in ViewKind::ALL {
        let state = State { view, ..State::default() };
        let printed = screen(&explorer, &state, &context("en", true));
        for body in std::iter::once(&printed.body).chain(&printed.appendix) {
            match body {
                Body::Provisions(view) => assert!(!view.cards.is_part()),
                Body::Affected(view) => {
                    assert!(!view.groups.is_part());
                    let mut rows = view.groups.items.iter();
                    assert!(rows.all(|row| row.provisions.named.len() == row.provisions.count));
                }
                Body::Objections(view) => assert_eq!(view.extent.shown, view.extent.of),
                Body::Matrix(view) => assert!(!view.rows.is_part()),
            }
        }
    }
}

#[test]
fn a_list_of_two_pages_is_shown_whole() {
    for (len, shown) in [(0, 0), (1, 1), (Window::WHOLE, Window::WHOLE), (51, 25), (20_000, 25)] {
        assert_eq!(Window::default().of(len), 0..shown);
    }
    assert_eq!(Window::around(40).of(Window::WHOLE), 0..Window::WHOLE);
    assert_eq!(Window::around(40).of(51), 25..50);
    assert_eq!(Window::around(400).of(51), 0..25, "what lies behind the end begins anew");
}
