//! What the head says of a dataset whatever a reader does: worked out once, not at each drawing.

use dataset::{DraftIx, List as _};

use crate::Explorer;

/// What the head says whatever a reader does.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    /// How many concerns about provisions of the list affect each group.
    pub(crate) concerns: Vec<usize>,
    /// The drafts that critics speak of, where none of those is the present wording.
    pub(crate) drafts: Vec<DraftIx>,
    /// Whether that is so, and not one concern has been compared with the present wording.
    pub(crate) unchecked: bool,
    /// How many organisations and people see it otherwise.
    pub(crate) otherwise: usize,
}

impl Facts {
    pub(crate) fn of(explorer: &Explorer) -> Self {
        let dataset = explorer.dataset();
        let groups = dataset.groups();
        let count = |group| dataset.count(&explorer.concerns_listed(&[group], &[]));
        let drafts = dataset.drafts_criticised().into_iter();
        let drafts = drafts.filter_map(|it| dataset.find_draft(it.id.as_str())).list();
        let otherwise = dataset.organisations().filter(|(it, _)| dataset.disagrees(*it));
        Self {
            concerns: groups.map(|(group, _)| count(group)).list(),
            unchecked: !drafts.is_empty() && !dataset.is_compared(),
            drafts,
            otherwise: otherwise.count(),
        }
    }
}
