//! Groups of people, and which provisions bear on each.

use std::cmp::Reverse;

use dataset::{GroupIx, ProvisionIx};

use super::{Links, PagedList, Phrase, ScreenBuilder, ordered_by};

/// The list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedView {
    /// Groups by how many provisions bear on them, most first; ties in the dataset's order.
    pub groups: PagedList<GroupRow>,
    /// The largest count, for drawing bars to scale.
    pub most: usize,
    /// In how many documents all that is counted.
    pub documents: usize,
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
    pub provisions: Links,
}

impl ScreenBuilder<'_> {
    pub(super) fn affected(&self) -> AffectedView {
        let named = self.explorer.groups_named(&self.state.query);
        let selection = self.explorer.select_besides_names(self.state, !named.is_empty());
        let among = &selection.provisions;
        let bearing = self.explorer.by_group(among, self.state);
        let rows = self.dataset().groups().map(|(group, _)| group).zip(&bearing);
        let rows = rows.filter(|(group, _)| named.is_empty() || named.contains(group));
        let rows = rows.map(|(group, bearing)| (group, self.links_of(among, bearing)));
        let rows = rows.filter(|(_, provisions)| provisions.count > 0);
        let rows = ordered_by(rows, |(_, provisions)| Reverse(provisions.count));
        let most = rows.first().map_or(0, |(_, provisions)| provisions.count);
        let groups = self.paged_list(&rows, |(_, (group, links))| self.group_row(*group, links));
        AffectedView { groups, most, documents: self.dataset().critics().len() }
    }

    fn group_row(&self, group: GroupIx, provisions: &Links) -> Option<GroupRow> {
        let record = self.dataset().group(group)?;
        Some(GroupRow {
            group,
            label: self.phrase(&record.label),
            description: self.phrase(&record.description),
            chosen: self.state.audience.contains(&group),
            provisions: provisions.clone(),
        })
    }

    /// The selected concerns about a provision that affect a group.
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
