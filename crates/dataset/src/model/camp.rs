//! Who stands on which side.

use crate::vocabulary::OrganisationKind;

/// A side in the debate, for seeing where sides agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Camp {
    /// Organisations of civil society.
    CivilSociety,
    /// Companies and their associations.
    Industry,
}

impl OrganisationKind {
    /// The camp that a kind belongs to; bodies, researchers, persons and communities have none.
    pub fn camp(self) -> Option<Camp> {
        match self {
            Self::HumanRights | Self::DigitalRights | Self::PressFreedom | Self::CivilSociety => {
                Some(Camp::CivilSociety)
            }
            Self::Industry => Some(Camp::Industry),
            // One by one, so that whoever adds a kind is asked.
            Self::TradeUnion
            | Self::Media
            | Self::Government
            | Self::Intergovernmental
            | Self::UnBody
            | Self::Authority
            | Self::Supervisor
            | Self::Court
            | Self::Party
            | Self::Research
            | Self::Individual
            | Self::Community => None,
        }
    }
}
