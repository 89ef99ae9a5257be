//! Provisions against groups: how many concerns stand in each cell.

use std::cmp::Reverse;

use dataset::{Basis, ConcernIx, GroupIx, ProvisionIx};

use crate::list::List as _;

use super::{Link, PagedList, Phrase, ScreenBuilder, SourceLine, ordered_by};

/// The matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixView {
    /// Groups that any row affects, those with most provisions first.
    pub columns: Vec<Column>,
    /// Provisions with a concern that affects a group, in the order of the list.
    pub rows: PagedList<Row>,
    /// The largest number in a cell, for shading to scale.
    pub most: usize,
    /// In how many documents all that is counted.
    pub documents: usize,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which group.
    pub group: GroupIx,
    /// Its name.
    pub label: Phrase,
    /// Whether it is in the reader's lens.
    pub chosen: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The provision.
    pub link: Link,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// The cell that is open, with what is behind it.
    pub open: Option<OpenCell>,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The column's group.
    pub group: GroupIx,
    /// How many concerns about the provision affect it.
    pub count: usize,
    /// Whether every one of them is the editor's conclusion.
    pub inferred: bool,
    /// Whether it is open.
    pub open: bool,
}

/// What is behind a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCell {
    /// The group.
    pub group: Phrase,
    /// The concerns.
    pub concerns: Vec<CellConcern>,
    /// The shard that has what isn't here.
    pub missing: Option<usize>,
}

/// A concern behind a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellConcern {
    /// In one line.
    pub title: Phrase,
    /// On whose word it affects the group.
    pub basis: Basis,
    /// Who raises it.
    pub sources: Vec<SourceLine>,
}

impl ScreenBuilder<'_> {
    pub(super) fn matrix(&self) -> MatrixView {
        let provisions = self.explorer.select(self.state).provisions;
        let columns = self.columns(&provisions);
        let (listed, most) = self.listed(&provisions);
        let rows = self.paged_list(&listed, |(_, provision)| self.row(*provision, &columns));
        MatrixView { columns, rows, most, documents: self.dataset().critics().len() }
    }

    /// Those of some provisions with a concern that affects a group, and the largest number in any
    /// of their cells.
    fn listed(&self, provisions: &[ProvisionIx]) -> (Vec<ProvisionIx>, usize) {
        let (mut most, mut counted) = (0, Vec::new());
        let mut counts = vec![0; self.dataset().groups().len()];
        let affects = |provision: &ProvisionIx| {
            counts.fill(0);
            counted.clear();
            for concern in self.explorer.concerns(*provision, self.state) {
                let Some(links) = self.dataset().around_concern(concern) else { continue };
                for group in &links.groups {
                    let one = (*group, links.same.unwrap_or(concern));
                    if !counted.contains(&one)
                        && let Some(count) = counts.get_mut(group.index())
                    {
                        counted.push(one);
                        *count += 1;
                        most = most.max(*count);
                    }
                }
            }
            counts.iter().any(|count| *count > 0)
        };
        (provisions.iter().copied().filter(affects).list(), most)
    }

    fn columns(&self, provisions: &[ProvisionIx]) -> Vec<Column> {
        let bearing = self.explorer.by_group(provisions, self.state);
        let counts = bearing.iter().map(|it| it.count_ones(..));
        let counted = self.dataset().groups().zip(counts);
        let counted = counted.filter(|(_, count)| *count > 0);
        ordered_by(counted, |(_, count)| Reverse(*count))
            .into_iter()
            .map(|((group, record), _)| Column {
                group,
                label: self.phrase(&record.label),
                chosen: self.state.audience.contains(&group),
            })
            .list()
    }

    fn row(&self, provision: ProvisionIx, columns: &[Column]) -> Option<Row> {
        let cells: Vec<_> = columns.iter().map(|it| self.cell(provision, it.group)).list();
        let open = columns.iter().zip(&cells).find(|(_, cell)| cell.open && cell.count > 0);
        Some(Row {
            link: self.link(provision)?,
            open: open.map(|(column, _)| self.open_cell(provision, column)),
            cells,
        })
    }

    fn cell(&self, provision: ProvisionIx, group: GroupIx) -> Cell {
        let concerns: Vec<_> = self.concerns_affecting(provision, group).list();
        Cell {
            group,
            count: self.dataset().count(&concerns),
            inferred: concerns.iter().all(|it| self.basis(*it, group) == Some(Basis::Inferred)),
            open: self.state.cell == Some((provision, group)),
        }
    }

    fn open_cell(&self, provision: ProvisionIx, column: &Column) -> OpenCell {
        let concerns = self.concerns_affecting(provision, column.group);
        let concerns = concerns.filter_map(|it| self.cell_concern(it, column.group));
        let missing = self.dataset().missing(provision);
        OpenCell { group: column.label.clone(), concerns: concerns.list(), missing }
    }

    fn cell_concern(&self, concern: ConcernIx, group: GroupIx) -> Option<CellConcern> {
        let links = self.dataset().around_concern(concern)?;
        Some(CellConcern {
            title: self.phrase(&self.dataset().concern(concern)?.title),
            basis: self.basis(concern, group)?,
            sources: links.sources.iter().filter_map(|it| self.source_line(*it)).list(),
        })
    }

    fn basis(&self, concern: ConcernIx, group: GroupIx) -> Option<Basis> {
        let links = self.dataset().around_concern(concern)?;
        let inferred = links.inferred.contains(&group);
        let basis = if inferred { Basis::Inferred } else { Basis::Stated };
        links.groups.contains(&group).then_some(basis)
    }
}
