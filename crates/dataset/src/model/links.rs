//! What stands around each record: all that follows from what the records name.

use alloc::{vec, vec::Vec};

use super::{
    handles::{ChapterIx, ConcernIx, GroupIx, OrganisationIx, ProvisionIx, RequestIx, SourceIx},
    outline::{Outline, PartyLinks, Subjects, Voices},
};
use crate::{lists::push_once, records::Records, vocabulary::Role};

/// What stands around each record of a kind, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) provisions: Vec<ProvisionLinks>,
    pub(crate) concerns: Vec<ConcernLinks>,
    pub(crate) requests: Vec<Subjects>,
    pub(super) replies: Vec<Subjects>,
    pub(super) organisations: Vec<Vec<(SourceIx, Role)>>,
    pub(super) sources: Vec<Vec<(OrganisationIx, Role)>>,
    pub(super) groups: Vec<Vec<ProvisionIx>>,
    /// What the records alone say, as it was linked.
    pub(super) chapters: Vec<Option<ChapterIx>>,
    pub(super) parties: Vec<Vec<PartyLinks>>,
    pub(super) voices: Voices,
    pub(super) speak_otherwise: Vec<OrganisationIx>,
}

/// What stands around a provision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvisionLinks {
    /// The provision that contains it.
    pub parent: Option<ProvisionIx>,
    /// The provisions right inside it.
    pub children: Vec<ProvisionIx>,
    /// Concerns that object to this very provision, in the dataset's order.
    pub concerns: Vec<ConcernIx>,
    /// Concerns that only contrast or mention it, each with which.
    pub mentions: Vec<(ConcernIx, Mention)>,
    /// Concerns about provisions inside it that aren't about itself as well.
    pub within: Vec<ConcernIx>,
    /// Requests about this very provision.
    pub requests: Vec<RequestIx>,
}

/// How a concern names a provision that it doesn't object to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mention {
    /// A source holds it up against what it objects to.
    Contrasted,
    /// A source mentions it, no more.
    Mentioned,
}

/// What stands around a concern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConcernLinks {
    /// The provisions that it objects to, in the law's order.
    pub provisions: Vec<ProvisionIx>,
    /// Those that it only contrasts or mentions, in the law's order.
    pub mentions: Vec<(ProvisionIx, Mention)>,
    /// The groups affected, in the record's order.
    pub groups: Vec<GroupIx>,
    /// Those of them that are the editor's conclusion.
    pub inferred: Vec<GroupIx>,
    /// The sources that raise it, in the record's order, each once.
    pub sources: Vec<SourceIx>,
    /// In which source each of `sources` counts: in itself, or in the one that has the same passage
    /// before it.
    pub voices: Vec<SourceIx>,
    /// The concern that all its passages stand in before, in other sources: the two count as one.
    pub same: Option<ConcernIx>,
    /// The requests that answer it.
    pub requests: Vec<RequestIx>,
}

impl Links {
    /// All that follows from what is named. The records say who stands behind which source.
    pub(crate) fn around(linked: Outline, records: &Records) -> Self {
        let mut links = Self {
            provisions: vec![ProvisionLinks::default(); linked.parents.len()],
            concerns: linked.concerns,
            requests: linked.requests,
            replies: linked.replies,
            organisations: vec![Vec::new(); records.organisations.len()],
            sources: vec![Vec::new(); records.sources.len()],
            groups: vec![Vec::new(); records.groups.len()],
            chapters: linked.chapters,
            parties: linked.parties,
            voices: linked.voices,
            speak_otherwise: linked.otherwise,
        };
        links.link_parents(&linked.parents);
        links.link_concerns();
        links.link_requests();
        links.link_within();
        links.link_organisations(records);
        links.link_groups();
        links
    }

    fn link_parents(&mut self, parents: &[Option<ProvisionIx>]) {
        for (child, parent) in parents.iter().enumerate() {
            let Some(parent) = parent else { continue };
            if let Some(links) = self.provisions.get_mut(child) {
                links.parent = Some(*parent);
            }
            if let Some(links) = self.provisions.get_mut(parent.index()) {
                links.children.push(ProvisionIx::nth(child));
            }
        }
    }

    fn link_concerns(&mut self) {
        for (place, concern) in self.concerns.iter().enumerate() {
            for provision in &concern.provisions {
                if let Some(around) = self.provisions.get_mut(provision.index()) {
                    around.concerns.push(ConcernIx::nth(place));
                }
            }
            for (provision, role) in &concern.mentions {
                if let Some(around) = self.provisions.get_mut(provision.index()) {
                    around.mentions.push((ConcernIx::nth(place), *role));
                }
            }
        }
    }

    fn link_requests(&mut self) {
        for (place, named) in self.requests.iter().enumerate() {
            let request = RequestIx::nth(place);
            for concern in &named.concerns {
                if let Some(links) = self.concerns.get_mut(concern.index()) {
                    links.requests.push(request);
                }
            }
            for provision in &named.provisions {
                if let Some(links) = self.provisions.get_mut(provision.index()) {
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

    fn link_organisations(&mut self, records: &Records) {
        for (source, (record, named)) in records.sources.iter().zip(&self.parties).enumerate() {
            for (party, links) in record.parties.iter().zip(named) {
                if let Some(parts) = self.organisations.get_mut(links.who.index()) {
                    parts.push((SourceIx::nth(source), party.role));
                }
                if let Some(parties) = self.sources.get_mut(source) {
                    parties.push((links.who, party.role));
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
