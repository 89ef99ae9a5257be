//! The checked dataset: every reference resolved, in both directions, once. A `Dataset` exists
//! only for records without a problem, so nothing after it asks whether an id is known.

use alloc::{vec, vec::Vec};

use crate::{
    names::Names,
    records::{
        Affected, Concern, Draft, Group, Organisation, OrganisationKind, Position, Provision,
        Records, Request, Role, Source,
    },
};

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Its place in the dataset's order, from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The handle of a place.
            pub fn nth(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )*};
}

handles! {
    /// A provision of the dataset that handed this out.
    ProvisionIx
    /// A group of the dataset that handed this out.
    GroupIx
    /// An organisation of the dataset that handed this out.
    OrganisationIx
    /// A source of the dataset that handed this out.
    SourceIx
    /// A draft of the dataset that handed this out.
    DraftIx
    /// A concern of the dataset that handed this out.
    ConcernIx
    /// A request of the dataset that handed this out.
    RequestIx
}

/// Records without a problem, and their links. A handle is good
/// for the dataset that handed it out alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    records: Records,
    links: Links,
}

/// What stands around each record of a kind, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Links {
    provisions: Vec<ProvisionLinks>,
    concerns: Vec<ConcernLinks>,
    organisations: Vec<Vec<(SourceIx, Role)>>,
    sources: Vec<Vec<(OrganisationIx, Role)>>,
    groups: Vec<Vec<ProvisionIx>>,
}

/// What stands around a provision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvisionLinks {
    /// The provision that contains it.
    pub parent: Option<ProvisionIx>,
    /// The provisions right inside it.
    pub children: Vec<ProvisionIx>,
    /// Concerns about this very provision, in the dataset's order.
    pub concerns: Vec<ConcernIx>,
    /// Concerns about provisions inside it that aren't about itself as well.
    pub within: Vec<ConcernIx>,
    /// Requests about this very provision.
    pub requests: Vec<RequestIx>,
}

/// What stands around a concern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConcernLinks {
    /// The provisions that it is about, in the law's order.
    pub provisions: Vec<ProvisionIx>,
    /// The groups affected, in the record's order.
    pub groups: Vec<GroupIx>,
    /// The sources that raise it, in the record's order, each once.
    pub sources: Vec<SourceIx>,
    /// The requests that answer it.
    pub requests: Vec<RequestIx>,
}

macro_rules! tables {
    ($($all:ident $one:ident $find:ident $handle:ident $record:ident $($path:ident).+;)*) => {$(
        /// All of them, in the dataset's order.
        pub fn $all(&self) -> impl ExactSizeIterator<Item = ($handle, &$record)> + DoubleEndedIterator {
            let records = self.records.$($path).+.iter().enumerate();
            records.map(|(index, record)| ($handle::nth(index), record))
        }

        /// The record behind a handle.
        pub fn $one(&self, handle: $handle) -> Option<&$record> {
            self.records.$($path).+.get(handle.index())
        }

        /// The handle for an id.
        pub fn $find(&self, id: &str) -> Option<$handle> {
            let place = self.records.$($path).+.iter().position(|it| it.id.as_str() == id);
            place.map($handle::nth)
        }
    )*};
}

impl Dataset {
    /// Records in which the check has found no problem, with their links.
    pub(crate) fn new(records: Records, links: Links) -> Self {
        Self { records, links }
    }

    tables! {
        provisions provision find_provision ProvisionIx Provision provisions;
        groups group find_group GroupIx Group groups;
        organisations organisation find_organisation OrganisationIx Organisation organisations;
        sources source find_source SourceIx Source sources;
        drafts draft find_draft DraftIx Draft instrument.drafts;
        concerns concern find_concern ConcernIx Concern concerns;
        requests request find_request RequestIx Request requests;
    }

    /// The records as they stand in the file.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// What stands around a provision.
    pub fn around_provision(&self, handle: ProvisionIx) -> Option<&ProvisionLinks> {
        self.links.provisions.get(handle.index())
    }

    /// What stands around a concern.
    pub fn around_concern(&self, handle: ConcernIx) -> Option<&ConcernLinks> {
        self.links.concerns.get(handle.index())
    }

    /// The documents that an organisation has a part in, with the role.
    pub fn parts_of(&self, handle: OrganisationIx) -> &[(SourceIx, Role)] {
        self.links.organisations.get(handle.index()).map_or(&[], Vec::as_slice)
    }

    /// The provisions that bear on a group: those with a concern of their own that affects it.
    pub fn bearing_on(&self, handle: GroupIx) -> &[ProvisionIx] {
        self.links.groups.get(handle.index()).map_or(&[], Vec::as_slice)
    }

    /// The positions that an organisation takes.
    pub fn positions_of(&self, handle: OrganisationIx) -> impl Iterator<Item = &Position> {
        let id = self.organisation(handle).map(|organisation| &organisation.id);
        self.records.positions.iter().filter(move |position| Some(&position.organisation) == id)
    }

    /// The parties of a source with their roles, in the source's order.
    pub fn parties(&self, handle: SourceIx) -> impl Iterator<Item = (OrganisationIx, Role)> {
        self.links.sources.get(handle.index()).into_iter().flatten().copied()
    }
}

/// A side in the debate, for seeing where sides agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Camp {
    /// Organisations of civil society.
    CivilSociety,
    /// Companies and their associations.
    Industry,
}

impl OrganisationKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::HumanRights,
        Self::DigitalRights,
        Self::PressFreedom,
        Self::CivilSociety,
        Self::Industry,
        Self::UnBody,
        Self::Research,
        Self::Individual,
        Self::Community,
    ];

    /// The camp that a kind belongs to; bodies, researchers, persons and communities have none.
    pub fn camp(self) -> Option<Camp> {
        match self {
            Self::HumanRights | Self::DigitalRights | Self::PressFreedom | Self::CivilSociety => {
                Some(Camp::CivilSociety)
            }
            Self::Industry => Some(Camp::Industry),
            Self::UnBody | Self::Research | Self::Individual | Self::Community => None,
        }
    }
}

/// Resolves ids. Records that passed the check have no unknown id; one that is unknown all the
/// same is left out rather than guessed.
impl Links {
    pub(crate) fn of(records: &Records, names: &Names<'_>) -> Self {
        let mut links = Self {
            provisions: vec![ProvisionLinks::default(); records.provisions.len()],
            concerns: vec![ConcernLinks::default(); records.concerns.len()],
            organisations: vec![Vec::new(); records.organisations.len()],
            sources: vec![Vec::new(); records.sources.len()],
            groups: vec![Vec::new(); records.groups.len()],
        };
        links.link_parents(records, names);
        links.link_concerns(records, names);
        links.link_requests(records, names);
        links.link_within();
        links.link_organisations(records, names);
        links.link_groups();
        links
    }

    fn link_parents(&mut self, records: &Records, names: &Names<'_>) {
        for (child, record) in records.provisions.iter().enumerate() {
            let Some(id) = &record.parent else { continue };
            let Some(parent) = names.provisions.find(id.as_str()) else { continue };
            if let Some(links) = self.provisions.get_mut(child) {
                links.parent = Some(ProvisionIx::nth(parent));
            }
            if let Some(links) = self.provisions.get_mut(parent) {
                links.children.push(ProvisionIx::nth(child));
            }
        }
    }

    fn link_concerns(&mut self, records: &Records, names: &Names<'_>) {
        for ((place, record), links) in records.concerns.iter().enumerate().zip(&mut self.concerns)
        {
            for id in &record.provisions {
                let Some(found) = names.provisions.find(id.as_str()) else { continue };
                let provision = ProvisionIx::nth(found);
                let before = links.provisions.partition_point(|it| *it < provision);
                if links.provisions.get(before) == Some(&provision) {
                    continue;
                }
                links.provisions.insert(before, provision);
                if let Some(around) = self.provisions.get_mut(found) {
                    around.concerns.push(ConcernIx::nth(place));
                }
            }
            if let Affected::Groups(groups) = &record.affected {
                for affected in groups {
                    let found = names.groups.find(affected.group.as_str());
                    push_once(&mut links.groups, found.map(GroupIx::nth));
                }
            }
            for evidence in &record.evidence {
                let found = names.sources.find(evidence.source.as_str());
                push_once(&mut links.sources, found.map(SourceIx::nth));
            }
        }
    }

    fn link_requests(&mut self, records: &Records, names: &Names<'_>) {
        for (place, record) in records.requests.iter().enumerate() {
            let request = RequestIx::nth(place);
            for id in &record.concerns {
                let found = names.concerns.find(id.as_str());
                if let Some(links) = found.and_then(|found| self.concerns.get_mut(found)) {
                    links.requests.push(request);
                }
            }
            for id in &record.provisions {
                let found = names.provisions.find(id.as_str());
                if let Some(links) = found.and_then(|found| self.provisions.get_mut(found)) {
                    links.requests.push(request);
                }
            }
        }
    }

    /// A concern about a point counts within its paragraph and within its article.
    fn link_within(&mut self) {
        for place in 0..self.provisions.len() {
            let Some(links) = self.provisions.get(place) else { continue };
            let (concerns, mut above) = (links.concerns.clone(), links.parent);
            while let Some(links) = above.and_then(|it| self.provisions.get_mut(it.index())) {
                for concern in &concerns {
                    if !links.concerns.contains(concern) {
                        push_once(&mut links.within, Some(*concern));
                    }
                }
                above = links.parent;
            }
        }
    }

    fn link_organisations(&mut self, records: &Records, names: &Names<'_>) {
        for (source, record) in records.sources.iter().enumerate() {
            for party in &record.parties {
                let Some(found) = names.organisations.find(party.organisation.as_str()) else {
                    continue;
                };
                if let Some(parts) = self.organisations.get_mut(found) {
                    parts.push((SourceIx::nth(source), party.role));
                }
                if let Some(parties) = self.sources.get_mut(source) {
                    parties.push((OrganisationIx::nth(found), party.role));
                }
            }
        }
    }

    fn link_groups(&mut self) {
        for (place, links) in self.provisions.iter().enumerate() {
            for concern in &links.concerns {
                let Some(concern) = self.concerns.get(concern.index()) else { continue };
                for group in &concern.groups {
                    let provision = ProvisionIx::nth(place);
                    if let Some(bearing) = self.groups.get_mut(group.index())
                        && bearing.last() != Some(&provision)
                    {
                        bearing.push(provision);
                    }
                }
            }
        }
    }
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    if !list.contains(&item) {
        list.push(item);
    }
}
