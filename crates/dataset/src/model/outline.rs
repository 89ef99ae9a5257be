//! What records name, by place, as whoever checks them makes it.

use alloc::vec::Vec;

use super::{
    handles::{ChapterIx, ConcernIx, OrganisationIx, ProvisionIx, SourceIx},
    links::ConcernLinks,
};
use crate::records::Records;

/// What a request, or a reply, is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subjects {
    /// The provisions, in the record's order.
    pub provisions: Vec<ProvisionIx>,
    /// The concerns, in the record's order.
    pub concerns: Vec<ConcernIx>,
}

/// A party to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyLinks {
    /// Who.
    pub who: OrganisationIx,
    /// The concerns that they are named for, in the record's order.
    pub concerns: Vec<ConcernIx>,
}

/// Which documents are counted. A law in parts says so from its beginning, since what decides it may
/// stand anywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The documents that concerns rest on, in the dataset's order.
    pub critics: Vec<SourceIx>,
    /// By source, as which it is counted.
    pub counted: Vec<SourceIx>,
    /// Whether a concern has been compared with the present wording.
    pub compared: bool,
}

/// What records name, by place: all that stands around them follows from this. Whoever checks
/// records makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The provision that contains each provision.
    pub parents: Vec<Option<ProvisionIx>>,
    /// The chapter that each provision stands in, itself or through what contains it.
    pub chapters: Vec<Option<ChapterIx>>,
    /// What each concern names, without the requests that answer it.
    pub concerns: Vec<ConcernLinks>,
    /// What each request names.
    pub requests: Vec<Subjects>,
    /// What each reply names.
    pub replies: Vec<Subjects>,
    /// Who is a party to each source, in the record's order.
    pub parties: Vec<Vec<PartyLinks>>,
    /// Which documents are counted.
    pub voices: Voices,
    /// Who supports the law, or replies to concerns, in the dataset's order.
    pub otherwise: Vec<OrganisationIx>,
}

/// How deep provisions may stand inside each other.
pub const DEEPEST: usize = 64;

impl Outline {
    /// Whether it names what there is alone, and no provision stands inside itself.
    pub(crate) fn fits(&self, records: &Records) -> bool {
        let provisions = self.parents.len();
        let is_provision = |it: &ProvisionIx| it.index() < provisions;
        let is_concern = |it: &ConcernIx| it.index() < self.concerns.len();
        let is_source = |it: &SourceIx| it.index() < records.sources.len();
        let is_chapter = |it: &ChapterIx| it.index() < records.instrument.chapters.len();
        let mut parties = self.parties.iter().flatten();
        let who = |it: &OrganisationIx| it.index() < records.organisations.len();
        let parent = |it: &ProvisionIx| self.parents.get(it.index()).copied().flatten();
        let ends = |it| core::iter::successors(Some(it), parent).nth(DEEPEST).is_none();
        let named = |it: &Subjects| {
            it.provisions.iter().all(is_provision) && it.concerns.iter().all(is_concern)
        };
        let voices = &self.voices;
        self.parents.iter().flatten().all(is_provision)
            && (0..provisions).map(ProvisionIx::nth).all(ends)
            && self.chapters.len() == provisions
            && self.chapters.iter().flatten().all(is_chapter)
            && self.concerns.iter().all(|it| it.fits(provisions, records))
            && self.concerns.iter().filter_map(|it| it.same.as_ref()).all(is_concern)
            && self.requests.iter().chain(&self.replies).all(named)
            && self.replies.len() == records.replies.len()
            && self.otherwise.iter().all(who)
            && parties.all(|it| who(&it.who) && it.concerns.iter().all(is_concern))
            && self.parties.len() == records.sources.len()
            && voices.critics.iter().chain(&voices.counted).all(is_source)
            && voices.counted.len() == records.sources.len()
    }
}

impl ConcernLinks {
    fn fits(&self, provisions: usize, records: &Records) -> bool {
        let mut named = self.provisions.iter().chain(self.mentions.iter().map(|it| &it.0));
        let mut sources = self.sources.iter().chain(&self.voices);
        let mut groups = self.groups.iter().chain(&self.inferred);
        named.all(|it| it.index() < provisions)
            && sources.all(|it| it.index() < records.sources.len())
            && groups.all(|it| it.index() < records.groups.len())
            && self.voices.len() == self.sources.len()
    }
}
