//! Provisions against groups: how many concerns stand in each cell.

use std::cmp::Reverse;

use dataset::{Basis, ConcernIx, GroupIx, GroupKind, List as _, ProvisionIx};
use fixedbitset::FixedBitSet;

use crate::{Window, select::Crossed, state::Fold};

use super::{Link, PagedList, Phrase, ScreenBuilder, SourceLine, ordered_by};

/// The matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixView {
    /// The same in short, for where a table has no room.
    pub ranking: Ranking,
    /// Whether the table shows there all the same.
    pub unfolded: bool,
    /// The kinds of the groups, each with how many columns it has.
    pub kinds: Vec<(GroupKind, usize)>,
    /// Groups that any row affects, by kind; of a kind those with most provisions first.
    pub columns: Vec<Column>,
    /// Provisions with a concern that affects a group: by rank of the search, else in the law's
    /// order.
    pub rows: PagedList<Row>,
    /// In how many documents all that is counted.
    pub documents: usize,
}

/// What has most of the other kind, as much as a page has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Provisions by how many groups they affect, most first; ties in the order of the rows.
    pub provisions: Vec<RankedProvision>,
    /// Groups by how many provisions affect them, most first; ties in the dataset's order.
    pub groups: Vec<Column>,
}

/// A provision with the groups that it affects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedProvision {
    /// How it is named.
    pub head: RowHead,
    /// The groups that a source names, in the order of the columns.
    pub stated: Vec<Phrase>,
    /// Those that only the editors conclude.
    pub inferred: Vec<Phrase>,
}

/// How a provision is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowHead {
    /// Which, by its citation.
    pub link: Link,
    /// What the law calls it.
    pub heading: Option<Phrase>,
    /// Whether the newsroom highlights it.
    pub highlighted: bool,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which group.
    pub group: GroupIx,
    /// Of what kind it is.
    pub kind: GroupKind,
    /// Its name.
    pub label: Phrase,
    /// Its name where there is little room, if that is another.
    pub short: Option<Phrase>,
    /// Whether it is in the reader's lens.
    pub chosen: bool,
    /// How many provisions affect it.
    pub provisions: usize,
    /// Whether it is the first of its kind.
    pub begins: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The provision.
    pub head: RowHead,
    /// Whether another chapter begins with it.
    pub begins: bool,
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
        let Crossed { provisions, ranked, groups } = self.explorer.crossed(self.state);
        let by_count = self.columns(&groups);
        let mut columns = ordered_by(by_count.iter().cloned(), |it| it.kind as usize);
        let kinds = mark_kinds(&mut columns);
        let rows = self.paged_list(&provisions, |(place, provision)| {
            let above = place.checked_sub(1).and_then(|place| provisions.get(place));
            self.row(*provision, above.copied().filter(|_| !ranked), &columns)
        });
        let ranking = Ranking {
            provisions: self.ranked(&provisions, &groups, &columns),
            groups: by_count.into_iter().take(Window::PAGE).list(),
        };
        MatrixView {
            ranking,
            unfolded: self.context.unfolded
                || self.state.cell.is_some()
                || self.state.folds.contains(&Fold::Table),
            kinds,
            columns,
            rows,
            documents: self.dataset().critics().len(),
        }
    }

    /// The groups that any provision affects, those with most first.
    fn columns(&self, bearing: &[FixedBitSet]) -> Vec<Column> {
        let counted = self.dataset().groups().zip(bearing.iter().map(|it| it.count_ones(..)));
        let counted = counted.filter(|(_, count)| *count > 0);
        ordered_by(counted, |(_, count)| Reverse(*count))
            .into_iter()
            .map(|((group, record), provisions)| Column {
                group,
                kind: record.kind,
                label: self.phrase(&record.label),
                short: record.short_label.as_ref().map(|it| self.phrase(it)),
                chosen: self.state.audience.contains(&group),
                provisions,
                begins: false,
            })
            .list()
    }

    /// The provisions with most groups. However many there are, each is looked at once for each
    /// number that a provision may have.
    fn ranked(
        &self,
        provisions: &[ProvisionIx],
        groups: &[FixedBitSet],
        columns: &[Column],
    ) -> Vec<RankedProvision> {
        let mut counts = vec![0_usize; self.dataset().provisions().len()];
        for provision in groups.iter().flat_map(|group| group.ones()) {
            if let Some(count) = counts.get_mut(provision) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        let with = |count| {
            let counts = &counts;
            provisions.iter().filter(move |it| counts.get(it.index()) == Some(&count))
        };
        let ranked = (1..=most).rev().flat_map(with).take(Window::PAGE);
        ranked.filter_map(|it| self.ranked_provision(*it, columns)).list()
    }

    fn ranked_provision(
        &self,
        provision: ProvisionIx,
        columns: &[Column],
    ) -> Option<RankedProvision> {
        let affected = |inferred| {
            let is = move |it: &Cell| it.count > 0 && it.inferred == inferred;
            let columns = columns.iter().filter(move |it| is(&self.cell(provision, it.group)));
            columns.map(|it| it.label.clone()).list()
        };
        let head = self.row_head(provision)?;
        Some(RankedProvision { head, stated: affected(false), inferred: affected(true) })
    }

    fn row_head(&self, provision: ProvisionIx) -> Option<RowHead> {
        Some(RowHead {
            link: self.link(provision)?,
            heading: self.heading(self.dataset().provision(provision)?),
            highlighted: self.explorer.editorial().highlight.contains(&provision),
        })
    }

    fn row(
        &self,
        provision: ProvisionIx,
        above: Option<ProvisionIx>,
        columns: &[Column],
    ) -> Option<Row> {
        let cells: Vec<_> = columns.iter().map(|it| self.cell(provision, it.group)).list();
        let open = columns.iter().zip(&cells).find(|(_, cell)| cell.open && cell.count > 0);
        let chapter = |it| self.dataset().chapter_of(it);
        Some(Row {
            head: self.row_head(provision)?,
            begins: above.is_some_and(|it| chapter(it) != chapter(provision)),
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

/// Marks the first column of each kind, and counts them.
fn mark_kinds(columns: &mut [Column]) -> Vec<(GroupKind, usize)> {
    let mut kinds: Vec<(GroupKind, usize)> = Vec::new();
    for column in columns {
        match kinds.last_mut() {
            Some((kind, count)) if *kind == column.kind => *count += 1,
            _ => {
                column.begins = true;
                kinds.push((column.kind, 1));
            }
        }
    }
    kinds
}
