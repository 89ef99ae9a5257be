//! Where camps agree.

use dataset::{Camp, Direction, OrganisationKind, ProvisionIx, Role, SourceIx};

use crate::list::List as _;

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
        let sources = self.dataset().sources().map(|(source, _)| source);
        let camps: Vec<_> = sources
            .map(|it| [Camp::CivilSociety, Camp::Industry].map(|camp| self.is_of_camp(it, camp)))
            .list();
        // Both, both but apart, civil society alone, industry alone.
        let mut lists: [Vec<ProvisionIx>; 4] = Default::default();
        for provision in among {
            let [both, apart, civil_society, industry] = &mut lists;
            match self.sides(*provision, &camps) {
                [Some(civil), Some(business)] if agree(civil, business) => both.push(*provision),
                [Some(_), Some(_)] => apart.push(*provision),
                [Some(_), None] => civil_society.push(*provision),
                [None, Some(_)] => industry.push(*provision),
                [None, None] => {}
            }
        }
        let [both, apart, civil_society, industry] = lists.map(|it| self.links(&it));
        Agreement { both, apart, civil_society, industry }
    }

    /// In which directions each camp objects to a provision; none where it doesn't.
    fn sides(&self, provision: ProvisionIx, camps: &[[bool; 2]]) -> [Option<Directions>; 2] {
        let mut sides = [None; 2];
        let links = self.dataset().around_provision(provision);
        for concern in links.iter().flat_map(|links| &links.concerns) {
            let direction = self.dataset().concern(*concern).and_then(|it| it.direction);
            let sources = self.dataset().around_concern(*concern).map(|links| &links.sources);
            for its in sources.into_iter().flatten().filter_map(|it| camps.get(it.index())) {
                for (side, _) in sides.iter_mut().zip(its).filter(|(_, its)| **its) {
                    *side = Some(side.unwrap_or_default() | bit(direction));
                }
            }
        }
        sides
    }

    /// Whether a member of a camp issued or signed a source.
    fn is_of_camp(&self, source: SourceIx, camp: Camp) -> bool {
        self.dataset().parties(source).any(|(organisation, role)| {
            let kind = self.dataset().organisation(organisation).map(|record| record.kind);
            role != Role::Named && kind.and_then(OrganisationKind::camp) == Some(camp)
        })
    }
}

/// Directions, a bit for each; the lowest for what isn't said.
type Directions = u8;

fn bit(direction: Option<Direction>) -> Directions {
    direction.map_or(1, |it| 2 << it as u8)
}

/// Camps agree where they want the same, or where one of them never says what it wants.
fn agree(one: Directions, other: Directions) -> bool {
    let [one, other] = [one, other].map(|it| it & !1);
    one & other != 0 || one == 0 || other == 0
}
