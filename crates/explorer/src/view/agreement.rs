//! Where camps agree.

use dataset::{Camp, ProvisionIx};

use super::{Links, ScreenBuilder};

/// Provisions by which camp objects to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Both civil society and industry, as far as their directions are known to be the same or are
    /// not said.
    pub both: Links,
    /// Both, and they want the law to go different ways.
    pub apart: Links,
    /// Civil society and not industry.
    pub civil_society: Links,
    /// Industry and not civil society.
    pub industry: Links,
}

impl ScreenBuilder<'_> {
    /// Which camps object, in any document: a filter leaves provisions out, and never changes what
    /// is said of those that remain.
    pub(super) fn agreement(&self, among: &[ProvisionIx]) -> Agreement {
        let outline = self.explorer.outline();
        let side = |camp| outline.sides.iter().find(|it| it.camp == Some(camp));
        let camps = [Camp::CivilSociety, Camp::Industry].map(side);
        // Both, both but apart, civil society alone, industry alone.
        let mut lists: [Vec<ProvisionIx>; 4] = Default::default();
        for provision in among {
            let [both, apart, civil_society, industry] = &mut lists;
            match camps.map(|side| side?.wants(self.dataset(), *provision)) {
                [Some(civil), Some(business)] if civil.is_apart(business) => apart.push(*provision),
                [Some(_), Some(_)] => both.push(*provision),
                [Some(_), None] => civil_society.push(*provision),
                [None, Some(_)] => industry.push(*provision),
                [None, None] => {}
            }
        }
        let [both, apart, civil_society, industry] = lists.map(|it| self.links(&it));
        Agreement { both, apart, civil_society, industry }
    }
}
