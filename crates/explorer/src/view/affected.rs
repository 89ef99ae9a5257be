//! Groups of people, and which provisions bear on each.

use std::cmp::Reverse;

use dataset::{GroupIx, ProvisionIx};

use crate::list::List as _;

use super::{Link, Phrase, Viewer, ordered_by};

/// The list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedView {
    /// Groups by how many provisions bear on them, most first; ties in the dataset's order.
    pub groups: Vec<GroupRow>,
    /// The largest count, for drawing bars to scale.
    pub most: usize,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Which.
    pub group: GroupIx,
    /// Its name.
    pub label: Phrase,
    /// Who belongs to it.
    pub description: Phrase,
    /// Whether it is in the reader's lens.
    pub chosen: bool,
    /// The provisions that bear on it.
    pub provisions: Vec<Link>,
}

impl Viewer<'_> {
    pub(super) fn affected(&self) -> AffectedView {
        let named = self.explorer.groups_named(&self.state.query);
        let selection = self.explorer.select_besides_names(self.state, !named.is_empty());
        let rows = self
            .dataset()
            .groups()
            .map(|(group, _)| group)
            .filter(|group| named.is_empty() || named.contains(group))
            .filter_map(|group| self.group_row(group, &selection.provisions))
            .filter(|row| !row.provisions.is_empty());
        let groups = ordered_by(rows, |row| Reverse(row.provisions.len()));
        let most = groups.first().map_or(0, |row| row.provisions.len());
        AffectedView { groups, most }
    }

    fn group_row(&self, group: GroupIx, among: &[ProvisionIx]) -> Option<GroupRow> {
        let record = self.dataset().group(group)?;
        let bears = |provision: &ProvisionIx| self.affects(*provision, group);
        let provisions: Vec<_> = among.iter().copied().filter(bears).list();
        Some(GroupRow {
            group,
            label: self.phrase(&record.label),
            description: self.phrase(&record.description),
            chosen: self.state.audience.contains(&group),
            provisions: self.links(&provisions),
        })
    }

    /// Whether a selected concern about a provision affects a group.
    pub(super) fn affects(&self, provision: ProvisionIx, group: GroupIx) -> bool {
        self.concerns_affecting(provision, group).next().is_some()
    }

    pub(super) fn concerns_affecting(
        &self,
        provision: ProvisionIx,
        group: GroupIx,
    ) -> impl Iterator<Item = dataset::ConcernIx> {
        let affects = move |concern: &_| {
            self.dataset().around_concern(*concern).is_some_and(|it| it.groups.contains(&group))
        };
        self.explorer.concerns(provision, self.state).filter(affects)
    }
}
