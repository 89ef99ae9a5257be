//! Provisions against groups: rows, columns and numbers.

use authoring::ProvisionIx;
use explorer::{
    Explorer, State, Window,
    view::{Column, MatrixView, Row},
};

use crate::common::{each_once, plain};

pub(crate) fn matrix_is_true(explorer: &Explorer, state: &State, view: &MatrixView) {
    let dataset = explorer.dataset();
    let count = |provision, group| {
        let concerns = plain::selected_concerns(dataset, provision, state);
        concerns.into_iter().filter(|it| plain::affects(dataset, it, group)).count()
    };
    let selected = explorer.select(state).provisions;
    let rows: Vec<_> = view.rows.items.iter().map(|row| row.head.link.provision).collect();
    let columns: Vec<_> = view.columns.iter().map(|column| column.group).collect();
    let has_any = |it: &&ProvisionIx| dataset.groups().any(|(group, _)| count(**it, group) > 0);
    let mut affecting: Vec<_> = selected.iter().filter(has_any).copied().collect();
    if plain::words(&state.query).is_empty() {
        affecting.sort_by_key(|it| it.index());
    }
    assert_eq!(rows, affecting);
    for (group, _) in dataset.groups() {
        let any = selected.iter().any(|it| count(*it, group) > 0);
        assert_eq!(columns.contains(&group), any, "{group:?}");
    }
    each_once(&columns);
    let height = |group| rows.iter().filter(|row| count(**row, group) > 0).count();
    for column in &view.columns {
        assert_eq!(column.provisions, height(column.group));
    }
    columns_are_by_kind(view);
    for row in &view.rows.items {
        let cells: Vec<_> = row.cells.iter().map(|cell| cell.group).collect();
        assert_eq!(cells, columns);
        for cell in &row.cells {
            assert_eq!(cell.count, count(row.head.link.provision, cell.group));
            assert_eq!(cell.open, state.cell == Some((row.head.link.provision, cell.group)));
        }
        let open = row.cells.iter().find(|cell| cell.open && cell.count > 0);
        assert_eq!(row.open.as_ref().map(|it| it.concerns.len()), open.map(|it| it.count));
    }
    ranking_is_true(view);
}

/// Each kind is one block of columns, and in it those with most provisions come first.
fn columns_are_by_kind(view: &MatrixView) {
    let mut rest = view.columns.as_slice();
    for (kind, count) in &view.kinds {
        let (columns, others) = rest.split_at(*count);
        assert!(columns.iter().all(|it| it.kind == *kind));
        assert!(columns.is_sorted_by(|a, b| a.provisions >= b.provisions), "{columns:?}");
        assert!(columns.iter().enumerate().all(|(at, it)| it.begins == (at == 0)));
        rest = others;
    }
    assert_eq!(rest, []);
    let kinds: Vec<_> = view.kinds.iter().map(|(kind, _)| *kind).collect();
    each_once(&kinds);
}

/// The lists say what the table says, those with most first; ties are in the table's order, and
/// those of groups in the dataset's.
fn ranking_is_true(view: &MatrixView) {
    let mut rows: Vec<_> = view.rows.items.iter().collect();
    if rows.len() < view.rows.of {
        return;
    }
    let groups = |row: &Row| row.cells.iter().filter(|cell| cell.count > 0).count();
    rows.sort_by_key(|row| std::cmp::Reverse(groups(row)));
    assert_eq!(view.ranking.provisions.len(), rows.len().min(Window::PAGE));
    for (ranked, row) in view.ranking.provisions.iter().zip(rows) {
        assert_eq!(ranked.head, row.head);
        let named = |inferred| {
            let cells = row.cells.iter().zip(&view.columns);
            let named = cells.filter(move |(it, _)| it.count > 0 && it.inferred == inferred);
            named.map(|(_, column)| column.label.clone()).collect::<Vec<_>>()
        };
        assert_eq!((&ranked.stated, &ranked.inferred), (&named(false), &named(true)));
    }
    let mut columns: Vec<_> = view.columns.iter().collect();
    columns.sort_by_key(|it| (std::cmp::Reverse(it.provisions), it.group.index()));
    let order = |it: &&Column| it.group;
    let ranked: Vec<_> = view.ranking.groups.iter().map(|it| it.group).collect();
    let expected: Vec<_> = columns.iter().take(Window::PAGE).map(order).collect();
    assert_eq!(ranked, expected);
}
