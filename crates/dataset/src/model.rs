//! The checked dataset: every reference resolved, in both directions, once. A `Dataset` exists
//! only for records without a problem, so nothing after it asks whether an id is known.

mod camp;
mod handles;
mod links;
mod outline;

use alloc::{string::String, vec::Vec};

use crate::{
    citation,
    date::CalendarDate,
    lists::insert,
    pack::{Compiled as _, Law, Unsound},
    parts::{LazyRecords, Published},
    records::{
        Chapter, Concern, Draft, Group, Organisation, Party, Position, Provision, Records, Reply,
        Request, Source,
    },
    vocabulary::{ReplyKind, Role, Stance},
};

pub use camp::Camp;
pub use handles::*;
pub(crate) use links::Links;
pub use links::{ConcernLinks, Mention, ProvisionLinks};
pub use outline::{DEEPEST, Outline, PartyLinks, Subjects, Voices};

/// Records without a problem, and their links. A handle is good for the dataset that handed it out
/// alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    pub(crate) records: Records,
    pub(crate) links: Links,
    /// The details of a law in parts, as far as they are here.
    pub(crate) later: Option<LazyRecords>,
    /// What its provisions are cited by.
    pub(crate) citations: citation::Lazy,
    /// What stands beside it, where it has been compiled.
    pub(crate) published: Option<Published>,
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

/// Records of which some may not be here yet.
macro_rules! partial_tables {
    ($($all:ident $one:ident $find:ident $handle:ident $record:ident;)*) => {$(
        /// All that are here, in the dataset's order.
        pub fn $all(&self) -> impl Iterator<Item = ($handle, &$record)> {
            let handles = (0..self.links.$all.len()).map($handle::nth);
            handles.filter_map(|handle| Some((handle, self.$one(handle)?)))
        }

        /// The record behind a handle; none as well where a law in parts has it elsewhere.
        pub fn $one(&self, handle: $handle) -> Option<&$record> {
            match &self.later {
                Some(later) => later.$all.get(handle.index())?.get().map(AsRef::as_ref),
                None => self.records.$all.get(handle.index()),
            }
        }

        /// The handle for an id, where its record is here.
        pub fn $find(&self, id: &str) -> Option<$handle> {
            self.$all().find(|(_, it)| it.id.as_str() == id).map(|(handle, _)| handle)
        }
    )*};
}

impl Dataset {
    /// Records in which a check has found no problem, with what they name.
    pub fn new(records: Records, outline: Outline) -> Self {
        let links = Links::around(outline, &records);
        Self { records, links, later: None, citations: citation::Lazy::default(), published: None }
    }

    /// A compiled law.
    ///
    /// # Errors
    /// Why the text is not one.
    pub fn open(file: &str) -> Result<Self, Unsound> {
        let Law { records, outline, published } = Law::open(file)?;
        let whole = outline.parents.len() == records.provisions.len()
            && outline.concerns.len() == records.concerns.len()
            && outline.requests.len() == records.requests.len();
        if !whole || !outline.fits(&records) || !published.is_beside() {
            return Err(Unsound::Broken);
        }
        Ok(Self { published: Some(published), ..Self::new(records, outline) })
    }

    /// The law as it is published: all of it, or a beginning.
    pub fn compile(&self, published: Published) -> String {
        Law { records: self.records.clone(), outline: self.outline(), published }.compile()
    }

    /// What the records name.
    pub(crate) fn outline(&self) -> Outline {
        let bare = |it: &ConcernLinks| ConcernLinks { requests: Vec::new(), ..it.clone() };
        Outline {
            parents: self.links.provisions.iter().map(|it| it.parent).collect(),
            chapters: self.links.chapters.clone(),
            concerns: self.links.concerns.iter().map(bare).collect(),
            requests: self.links.requests.clone(),
            replies: self.links.replies.clone(),
            parties: self.links.parties.clone(),
            voices: self.links.voices.clone(),
            otherwise: self.links.speak_otherwise.clone(),
        }
    }

    tables! {
        groups group find_group GroupIx Group groups;
        organisations organisation find_organisation OrganisationIx Organisation organisations;
        sources source find_source SourceIx Source sources;
        drafts draft find_draft DraftIx Draft instrument.drafts;
    }

    partial_tables! {
        concerns concern find_concern ConcernIx Concern;
        requests request find_request RequestIx Request;
    }

    /// All provisions, in the law's order.
    pub fn provisions(
        &self,
    ) -> impl ExactSizeIterator<Item = (ProvisionIx, &Provision)> + DoubleEndedIterator {
        let outline = self.records.provisions.iter().enumerate();
        outline.map(|(index, stub)| (ProvisionIx::nth(index), self.detailed(index).unwrap_or(stub)))
    }

    /// The provision behind a handle. Of a law in parts it may have no more yet than
    /// its id, citation and heading.
    pub fn provision(&self, handle: ProvisionIx) -> Option<&Provision> {
        self.detailed(handle.index()).or_else(|| self.records.provisions.get(handle.index()))
    }

    /// The handle for a provision's id.
    pub fn find_provision(&self, id: &str) -> Option<ProvisionIx> {
        let place = self.records.provisions.iter().position(|it| it.id.as_str() == id);
        place.map(ProvisionIx::nth)
    }

    fn detailed(&self, index: usize) -> Option<&Provision> {
        self.later.as_ref()?.provisions.get(index)?.get().map(AsRef::as_ref)
    }

    /// The records as they stand in the file. Those of a law in parts are what everything else
    /// follows from and the outline of its provisions, without concerns and requests.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// Whether the law's status may be out of date. Where a file says neither of when it is nor how
    /// long it holds, nobody can say that it isn't.
    pub fn is_stale(&self, today: CalendarDate) -> bool {
        let known = self.records.instrument.status.as_of.zip(self.records.stale_after);
        known.is_none_or(|(as_of, interval)| as_of.is_stale(interval, today))
    }

    /// What stands around a provision.
    pub fn around_provision(&self, handle: ProvisionIx) -> Option<&ProvisionLinks> {
        self.links.provisions.get(handle.index())
    }

    /// What stands around a concern.
    pub fn around_concern(&self, handle: ConcernIx) -> Option<&ConcernLinks> {
        self.links.concerns.get(handle.index())
    }

    /// All concerns with what stands around them, whether their records are here or not.
    pub fn around_concerns(&self) -> impl ExactSizeIterator<Item = (ConcernIx, &ConcernLinks)> {
        let links = self.links.concerns.iter().enumerate();
        links.map(|(index, links)| (ConcernIx::nth(index), links))
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

    /// The documents that concerns rest on, in the dataset's order: what is counted is counted in
    /// these. One that only repeats the passages of others isn't among them.
    pub fn critics(&self) -> &[SourceIx] {
        &self.links.voices.critics
    }

    /// Whether a concern, here or not, has been compared with the present wording.
    pub fn is_compared(&self) -> bool {
        self.links.voices.compared
    }

    /// The document that a source is counted as: another, where it only repeats that one's passages.
    pub fn counted_as(&self, source: SourceIx) -> SourceIx {
        self.links.voices.counted.get(source.index()).copied().unwrap_or(source)
    }

    /// How many concerns these are: what rests on the same passage in several sources counts once.
    pub fn count(&self, concerns: &[ConcernIx]) -> usize {
        let mut counted = Vec::new();
        for concern in concerns {
            let same = self.around_concern(*concern).and_then(|links| links.same);
            insert(&mut counted, same.unwrap_or(*concern));
        }
        counted.len()
    }

    /// The drafts that critics speak of, earliest first, where all of those are earlier than the
    /// present wording; none where any of them isn't, or where the dataset doesn't say which that is.
    pub fn drafts_criticised(&self) -> Vec<&Draft> {
        let instrument = &self.records.instrument;
        let current = instrument.current_draft.as_ref();
        let Some(at) = instrument.drafts.iter().position(|it| Some(&it.id) == current) else {
            return Vec::new();
        };
        let critics = self.critics().iter().filter_map(|it| self.source(*it));
        let spoken_of = |draft: &&Draft| critics.clone().any(|it| it.draft == draft.id);
        let (earlier, others) = instrument.drafts.split_at(at);
        if others.iter().any(|it| spoken_of(&it)) {
            return Vec::new();
        }
        earlier.iter().filter(spoken_of).collect()
    }

    /// What a source says of somebody's part in it.
    pub fn party(&self, source: SourceIx, who: OrganisationIx, role: Role) -> Option<&Party> {
        let (source, who) = (self.source(source)?, self.organisation(who)?);
        source.parties.iter().find(|it| it.organisation == who.id && it.role == role)
    }

    /// Whether an organisation supports the law, or replies to concerns.
    pub fn speaks_otherwise(&self, handle: OrganisationIx) -> bool {
        self.links.speak_otherwise.binary_search(&handle).is_ok()
    }

    /// Whether an organisation sees it otherwise than the critics: it supports the law, or welcomes
    /// something or answers a concern, and all else that it says goes the same way. Who has signed a
    /// critics' document, wants the law changed or urges caution as well doesn't.
    pub fn disagrees(&self, handle: OrganisationIx) -> bool {
        let is_critic = |(source, role): &(_, _)| {
            *role != Role::Named && self.critics().contains(&self.counted_as(*source))
        };
        let positions = self.positions_of(handle).map(|it| it.stance == Stance::Support);
        let replies = self.replies_of(handle).map(|it| it.kind != ReplyKind::Cautions);
        let mut said = positions.chain(replies).peekable();
        said.peek().is_some() && said.all(|it| it) && !self.parts_of(handle).iter().any(is_critic)
    }

    /// The replies that an organisation gives, in the dataset's order.
    pub fn replies_of(&self, handle: OrganisationIx) -> impl Iterator<Item = &Reply> {
        let id = self.organisation(handle).map(|organisation| &organisation.id);
        self.records.replies.iter().filter(move |reply| Some(&reply.organisation) == id)
    }

    /// The replies that are about a concern, in the dataset's order.
    pub fn replies_to(&self, concern: &Concern) -> impl Iterator<Item = &Reply> {
        let about = move |it: &&Reply| it.concerns.contains(&concern.id);
        self.records.replies.iter().filter(about)
    }

    /// The chapter that a provision stands in, itself or through what contains it.
    pub fn chapter_of(&self, handle: ProvisionIx) -> Option<ChapterIx> {
        self.links.chapters.get(handle.index()).copied().flatten()
    }

    /// The chapter behind a handle.
    pub fn chapter(&self, handle: ChapterIx) -> Option<&Chapter> {
        self.records.instrument.chapters.get(handle.index())
    }

    /// The replies that are about a provision itself, in the dataset's order; those that name neither
    /// a concern nor a provision are about the law as a whole.
    pub fn replies_about(&self, provision: &Provision) -> impl Iterator<Item = &Reply> {
        let whole = provision.id.as_str() == "instrument";
        let about = move |it: &&Reply| {
            it.provisions.contains(&provision.id) || (whole && it.is_about_whole())
        };
        self.records.replies.iter().filter(about)
    }

    /// All replies with what they name, whether those records are here or not.
    pub fn replies(&self) -> impl Iterator<Item = (&Reply, &Subjects)> {
        self.records.replies.iter().zip(&self.links.replies)
    }

    /// The concerns that somebody is named for in a source.
    pub fn named_for(&self, source: SourceIx, who: OrganisationIx) -> &[ConcernIx] {
        let of_source = |source: SourceIx| {
            let parties = self.links.parties.get(source.index())?.iter();
            let mut named = parties.zip(&self.source(source)?.parties);
            let named = named.find(|(it, party)| it.who == who && party.role == Role::Named)?;
            Some(&*named.0.concerns)
        };
        of_source(source).unwrap_or_default()
    }

    /// The parties of a source with their roles, in the source's order.
    pub fn parties(&self, handle: SourceIx) -> impl Iterator<Item = (OrganisationIx, Role)> {
        self.links.sources.get(handle.index()).into_iter().flatten().copied()
    }
}
