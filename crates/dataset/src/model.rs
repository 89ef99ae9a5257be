//! The checked dataset: every reference resolved, in both directions, once. A `Dataset` exists
//! only for records without a problem, so nothing after it asks whether an id is known.

use alloc::{collections::BTreeMap, vec::Vec};

use crate::ids::ProvisionId;
use crate::records::{
    Affected, Concern, Draft, Group, Organisation, OrganisationKind, Position, Provision, Records,
    Request, Role, Source,
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

            fn nth(index: usize) -> Self {
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

/// Records without a problem, and their links. A handle from another dataset finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    records: Records,
    provisions: Vec<ProvisionLinks>,
    concerns: Vec<ConcernLinks>,
    organisations: Vec<Vec<(SourceIx, Role)>>,
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
            self.$all().find(|(_, record)| record.id.as_str() == id).map(|(handle, _)| handle)
        }
    )*};
}

impl Dataset {
    /// Links records in which the check has found no problem.
    pub(crate) fn link(records: Records) -> Self {
        let (provisions, concerns, organisations, groups) = Linker::new(&records).link();
        Self { records, provisions, concerns, organisations, groups }
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
        self.provisions.get(handle.index())
    }

    /// What stands around a concern.
    pub fn around_concern(&self, handle: ConcernIx) -> Option<&ConcernLinks> {
        self.concerns.get(handle.index())
    }

    /// The documents that an organisation has a part in, with the role.
    pub fn parts_of(&self, handle: OrganisationIx) -> &[(SourceIx, Role)] {
        self.organisations.get(handle.index()).map_or(&[], Vec::as_slice)
    }

    /// The provisions that bear on a group: those with a concern of their own that affects it.
    pub fn bearing_on(&self, handle: GroupIx) -> &[ProvisionIx] {
        self.groups.get(handle.index()).map_or(&[], Vec::as_slice)
    }

    /// The positions that an organisation takes.
    pub fn positions_of(&self, handle: OrganisationIx) -> impl Iterator<Item = &Position> {
        let id = self.organisation(handle).map(|organisation| &organisation.id);
        self.records.positions.iter().filter(move |position| Some(&position.organisation) == id)
    }

    /// The parties of a source with their roles, in the source's order.
    pub fn parties(&self, handle: SourceIx) -> impl Iterator<Item = (OrganisationIx, Role)> {
        let parties = self.source(handle).map_or(&[][..], |source| source.parties.as_slice());
        parties.iter().filter_map(|party| {
            Some((self.find_organisation(party.organisation.as_str())?, party.role))
        })
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

type Index<'a> = BTreeMap<&'a str, usize>;

/// Resolves ids. Records that passed the check have no unknown id; one that is unknown all the
/// same is left out rather than guessed.
struct Linker<'a> {
    records: &'a Records,
    provision_ids: Index<'a>,
    group_ids: Index<'a>,
    organisation_ids: Index<'a>,
    source_ids: Index<'a>,
    concern_ids: Index<'a>,
    provisions: Vec<ProvisionLinks>,
    concerns: Vec<ConcernLinks>,
}

/// One by one, because collecting into a map sorts first, and each sort weighs kilobytes.
fn index<'a>(ids: impl Iterator<Item = &'a str>) -> Index<'a> {
    let mut index = Index::new();
    ids.enumerate().for_each(|(place, id)| {
        index.insert(id, place);
    });
    index
}

fn resolve<'i, T: Ord>(
    ids: impl Iterator<Item = &'i str>,
    index: &Index<'_>,
    handle: fn(usize) -> T,
) -> Vec<T> {
    let mut handles: Vec<T> = Vec::new();
    for found in ids.filter_map(|id| index.get(id)) {
        let handle = handle(*found);
        if !handles.contains(&handle) {
            handles.push(handle);
        }
    }
    handles
}

/// Lists of a few, put in order one by one.
fn in_order(handles: Vec<ProvisionIx>) -> Vec<ProvisionIx> {
    let mut ordered = Vec::with_capacity(handles.len());
    for handle in handles {
        ordered.insert(ordered.partition_point(|it| *it < handle), handle);
    }
    ordered
}

type Links =
    (Vec<ProvisionLinks>, Vec<ConcernLinks>, Vec<Vec<(SourceIx, Role)>>, Vec<Vec<ProvisionIx>>);

impl<'a> Linker<'a> {
    fn new(records: &'a Records) -> Self {
        Self {
            provision_ids: index(records.provisions.iter().map(|it| it.id.as_str())),
            group_ids: index(records.groups.iter().map(|it| it.id.as_str())),
            organisation_ids: index(records.organisations.iter().map(|it| it.id.as_str())),
            source_ids: index(records.sources.iter().map(|it| it.id.as_str())),
            concern_ids: index(records.concerns.iter().map(|it| it.id.as_str())),
            provisions: records.provisions.iter().map(|_| ProvisionLinks::default()).collect(),
            concerns: Vec::new(),
            records,
        }
    }

    fn link(mut self) -> Links {
        self.link_parents();
        self.link_concerns();
        self.link_requests();
        self.link_within();
        let (organisations, groups) = (self.organisations(), self.groups());
        (self.provisions, self.concerns, organisations, groups)
    }

    fn link_parents(&mut self) {
        for (child, record) in self.records.provisions.iter().enumerate() {
            let parent = record.parent.as_ref().and_then(|id| self.provision_ids.get(id.as_str()));
            let Some(&parent) = parent else { continue };
            if let Some(links) = self.provisions.get_mut(child) {
                links.parent = Some(ProvisionIx::nth(parent));
            }
            if let Some(links) = self.provisions.get_mut(parent) {
                links.children.push(ProvisionIx::nth(child));
            }
        }
    }

    fn link_concerns(&mut self) {
        for (place, record) in self.records.concerns.iter().enumerate() {
            let ids = record.provisions.iter().map(ProvisionId::as_str);
            let provisions = in_order(resolve(ids, &self.provision_ids, ProvisionIx::nth));
            let affected = match &record.affected {
                Affected::NoneFound => &[][..],
                Affected::Groups(groups) => groups,
            };
            let ids = affected.iter().map(|affected| affected.group.as_str());
            let groups = resolve(ids, &self.group_ids, GroupIx::nth);
            let ids = record.evidence.iter().map(|evidence| evidence.source.as_str());
            let sources = resolve(ids, &self.source_ids, SourceIx::nth);
            for provision in &provisions {
                if let Some(links) = self.provisions.get_mut(provision.index()) {
                    links.concerns.push(ConcernIx::nth(place));
                }
            }
            self.concerns.push(ConcernLinks { provisions, groups, sources, requests: Vec::new() });
        }
    }

    fn link_requests(&mut self) {
        for (place, record) in self.records.requests.iter().enumerate() {
            let request = RequestIx::nth(place);
            for found in record.concerns.iter().filter_map(|id| self.concern_ids.get(id.as_str())) {
                if let Some(links) = self.concerns.get_mut(*found) {
                    links.requests.push(request);
                }
            }
            for found in
                record.provisions.iter().filter_map(|id| self.provision_ids.get(id.as_str()))
            {
                if let Some(links) = self.provisions.get_mut(*found) {
                    links.requests.push(request);
                }
            }
        }
    }

    /// A concern about a point counts within its paragraph and within its article.
    fn link_within(&mut self) {
        let own: Vec<_> =
            self.provisions.iter().map(|links| (links.parent, links.concerns.clone())).collect();
        for (parent, concerns) in &own {
            let mut above = *parent;
            while let Some(ancestor) = above {
                if let Some(links) = self.provisions.get_mut(ancestor.index()) {
                    for concern in concerns {
                        if !links.concerns.contains(concern) && !links.within.contains(concern) {
                            links.within.push(*concern);
                        }
                    }
                }
                above = own.get(ancestor.index()).and_then(|(parent, _)| *parent);
            }
        }
    }

    fn organisations(&self) -> Vec<Vec<(SourceIx, Role)>> {
        let mut parts: Vec<Vec<_>> =
            self.records.organisations.iter().map(|_| Vec::new()).collect();
        for (source, record) in self.records.sources.iter().enumerate() {
            for party in &record.parties {
                let found = self.organisation_ids.get(party.organisation.as_str());
                if let Some(parts) = found.and_then(|found| parts.get_mut(*found)) {
                    parts.push((SourceIx::nth(source), party.role));
                }
            }
        }
        parts
    }

    fn groups(&self) -> Vec<Vec<ProvisionIx>> {
        let mut bearing: Vec<Vec<_>> = self.records.groups.iter().map(|_| Vec::new()).collect();
        for (place, links) in self.provisions.iter().enumerate() {
            let concerns = links.concerns.iter().filter_map(|it| self.concerns.get(it.index()));
            for group in concerns.flat_map(|concern| &concern.groups) {
                let provision = ProvisionIx::nth(place);
                if let Some(bearing) = bearing.get_mut(group.index())
                    && bearing.last() != Some(&provision)
                {
                    bearing.push(provision);
                }
            }
        }
        bearing
    }
}
