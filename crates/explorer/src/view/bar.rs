//! The bar that stays at hand while an explorer fills the screen: what is read, and how much matches.
//! What is chosen stands with the choices, in [`Filters`](super::Filters).

use dataset::ProvisionIx;

use crate::ViewKind;

use super::{Phrase, ScreenBuilder};

/// What is read, and how much matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The open provision that is being read, by its citation.
    pub reading: Option<(ProvisionIx, Phrase)>,
    /// How many provisions match what is chosen; unsaid where it is somebody's name that is looked
    /// for, and none has it.
    pub shown: Option<usize>,
    /// How many there are.
    pub total: usize,
}

impl ScreenBuilder<'_> {
    pub(super) fn bar(&self) -> Bar {
        let listed = self.explorer.select(self.state).provisions;
        let current = self
            .state
            .current()
            .filter(|it| self.state.view == ViewKind::Provisions && listed.contains(it));
        let named = || !self.explorer.organisations_named(&self.state.query).is_empty();
        let record = current.and_then(|it| Some((it, self.dataset().provision(it)?)));
        Bar {
            reading: record.map(|(provision, it)| (provision, self.phrase(&it.citation))),
            shown: (!listed.is_empty() || !named()).then_some(listed.len()),
            total: self.explorer.all().len(),
        }
    }
}
