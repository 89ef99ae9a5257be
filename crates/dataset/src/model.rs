//! The checked dataset: every reference resolved, in both directions, once. A `Dataset` exists
//! only for records without a problem, so nothing after it asks whether an id is known.

use alloc::{string::String, vec, vec::Vec};

use crate::{
    citation,
    date::CalendarDate,
    lists::{insert, push_once},
    pack::{Compiled as _, Law, Unsound},
    parts::{LazyRecords, Published},
    records::{
        Chapter, Concern, Draft, Group, Organisation, Party, Position, Provision, Records, Reply,
        Request, Source,
    },
    vocabulary::{OrganisationKind, ReplyKind, Role, Stance},
};

macro_rules! handles {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

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
    /// A chapter of the law of the dataset that handed this out.
    ChapterIx
}

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

/// What stands around each record of a kind, by its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Links {
    pub(crate) provisions: Vec<ProvisionLinks>,
    pub(crate) concerns: Vec<ConcernLinks>,
    pub(crate) requests: Vec<Subjects>,
    replies: Vec<Subjects>,
    organisations: Vec<Vec<(SourceIx, Role)>>,
    sources: Vec<Vec<(OrganisationIx, Role)>>,
    groups: Vec<Vec<ProvisionIx>>,
    /// What the records alone say, as it was linked.
    chapters: Vec<Option<ChapterIx>>,
    parties: Vec<Vec<PartyLinks>>,
    voices: Voices,
    speak_otherwise: Vec<OrganisationIx>,
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

    /// The provision behind a handle. Of a law in parts it may have no summary yet.
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
