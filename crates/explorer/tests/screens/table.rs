//! Provisions against groups: rows, columns and numbers.

use dataset::ProvisionIx;
use explorer::{Explorer, State, view::MatrixView};

use crate::common::{each_once, plain};

pub(crate) fn matrix_is_true(explorer: &Explorer, state: &State, view: &MatrixView) {
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
