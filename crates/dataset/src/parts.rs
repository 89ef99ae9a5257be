//! A large law in parts: a file that begins it and is a law by itself, an index that names all of
//! it, shards with the details, and postings of its words, all in the compiled form of `pack.rs`. What
//! each holds, and how they become one [`Dataset`] again; who cuts a law is in `split.rs`.
//!
//! These files are made by a program out of a dataset that is sound, and named by what they hold.
//! One that doesn't fit is refused whole, and what is there already stays.

mod postings;
mod split;

use alloc::{boxed::Box, string::String, vec::Vec};
use core::{cell::OnceCell, ops::Range};

pub use postings::{Postings, Term};

use crate::{
    citation,
    ids::ProvisionId,
    lists::insert,
    model::{Dataset, Links, Outline, ProvisionIx},
    pack::{Compiled, Unsound, checksum},
    records::{Concern, Provision, Request},
    text::Text,
};

/// What stands beside a compiled law. All names are of files in the same folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The dataset as JSON, for whoever takes it along.
    pub json: String,
    /// Its concerns as a table, likewise.
    pub csv: String,
    /// Where the rest stands of a law that this only begins.
    pub rest: Option<Rest>,
}

impl Published {
    /// Whether each file stands in the same folder, where there is one.
    pub(crate) fn is_beside(&self) -> bool {
        let index = self.rest.as_ref().map(|rest| &rest.index.name);
        let exports = [&self.json, &self.csv].into_iter().filter(|it| !it.is_empty());
        exports.chain(index).all(|name| is_file(name))
    }
}

/// The rest of a large law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// How many provisions the law has in all.
    pub provisions: u32,
    /// The file that names everything and says where the details stand.
    pub index: Beside,
}

/// A file in the same folder, which is of the same edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What it is called.
    pub name: String,
    /// The checksum of its text.
    pub sum: u32,
}

impl Beside {
    /// A file by its name and its text.
    pub fn new(name: String, text: &str) -> Self {
        Self { name, sum: checksum(text) }
    }

    /// What a text says that came under its name.
    fn open<T: Compiled>(&self, text: &str) -> Result<T, Unsound> {
        let found = T::open(text)?;
        if checksum(text) == self.sum { Ok(found) } else { Err(Unsound::OtherLaw) }
    }
}

/// All that a law names. What belongs to one provision stands at the same place of each list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// How many provisions stand in the file that begins the law.
    pub first: u32,
    /// How many provisions each shard has; the last may have fewer.
    pub run: u32,
    /// The shards' files, in the law's order.
    pub shards: Vec<Beside>,
    /// Ids of provisions.
    pub ids: Vec<ProvisionId>,
    /// How they are cited; empty where the id says it.
    pub citations: Vec<Text>,
    /// Their headings; empty where there is none.
    pub headings: Vec<Text>,
    /// What the records name.
    pub outline: Outline,
    /// The files of its words, by what they are called by ([`Dataset::posting_keys`]).
    pub postings: Vec<(String, Beside)>,
}

/// Some provisions, and whatever is about them. A concern about provisions of several shards
/// stands in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shard {
    /// The provisions, one run of the law.
    pub provisions: Vec<Provision>,
    /// The concerns about them, in the law's order.
    pub concerns: Vec<Concern>,
    /// The requests about them or about those concerns, in the law's order.
    pub requests: Vec<Request>,
}

/// The details of a law in parts, as they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LazyRecords {
    first: usize,
    run: usize,
    shards: Vec<Beside>,
    /// By provision; those that the law begins with stand among the records.
    pub(crate) provisions: Cells<Provision>,
    pub(crate) concerns: Cells<Concern>,
    pub(crate) requests: Cells<Request>,
    postings: Vec<(String, Beside)>,
    words: Cells<String>,
}

/// Places for records. Most stay empty for most readers, so an empty one is as small as can be.
type Cells<T> = Vec<OnceCell<Box<T>>>;

impl Dataset {
    /// Where the rest of the law stands; none where this is all of it, or names all of it.
    pub fn awaits(&self) -> Option<&Rest> {
        self.rest().filter(|_| self.later.is_none())
    }

    fn rest(&self) -> Option<&Rest> {
        self.published.as_ref()?.rest.as_ref()
    }

    /// What stands beside it, where it has been compiled.
    pub fn published(&self) -> Option<&Published> {
        self.published.as_ref()
    }

    /// Whether the law is published in parts, whatever of it is here.
    pub fn is_in_parts(&self) -> bool {
        self.rest().is_some()
    }

    /// How many provisions the law has, here or elsewhere.
    pub fn size(&self) -> usize {
        let told = self.awaits().map_or(0, |rest| rest.provisions as usize);
        self.records.provisions.len().max(told)
    }

    /// The whole law, which this begins, with the details that this has. It takes this, because
    /// code that could copy all records would cost each reader kilobytes.
    ///
    /// # Errors
    /// What is wrong with the index; nothing of it is used then.
    pub fn with_index(self, file: &str) -> Result<Self, Unsound> {
        let rest = self.awaits().ok_or(Unsound::OtherLaw)?;
        let index = rest.index.open(file)?;
        self.join(index).ok_or(Unsound::OtherLaw)
    }

    fn join(self, index: Index) -> Option<Self> {
        let total = self.awaits()?.provisions as usize;
        let outline = index.outline;
        let counted = index.first as usize == self.records.provisions.len()
            && [index.ids.len(), index.citations.len(), index.headings.len()] == [total; 3]
            && outline.parents.len() == total
            && outline.fits(&self.records);
        let mut records = self.records;
        let first = records.provisions.len();
        let (concerns, requests) =
            (core::mem::take(&mut records.concerns), core::mem::take(&mut records.requests));
        let later = LazyRecords {
            first,
            run: index.run as usize,
            shards: index.shards,
            provisions: cells(total),
            concerns: cells(outline.concerns.len()),
            requests: cells(outline.requests.len()),
            words: cells(index.postings.len()),
            postings: index.postings,
        };
        let named = counted
            && later.is_whole()
            && name_all(&mut records.provisions, index.ids, index.citations, index.headings);
        if !named {
            return None;
        }
        let links = Links::around(outline, &records);
        let citations = crate::citation::Lazy::default();
        let whole = Self { records, links, later: Some(later), citations, ..self };
        let (at, answers_at) = whole.about(&(0..first));
        let later = whole.later.as_ref();
        let fits = later.is_some_and(|it| it.put_all(&at, concerns, &answers_at, requests));
        fits.then_some(whole)
    }

    /// The shard with a provision's details; none where they are here.
    pub fn missing(&self, provision: ProvisionIx) -> Option<usize> {
        let later = self.later.as_ref()?;
        let place = provision.index().checked_sub(later.first)?;
        let cell = later.provisions.get(provision.index())?;
        cell.get().is_none().then(|| place / later.run)
    }

    /// A shard's file name.
    pub fn shard(&self, shard: usize) -> Option<&str> {
        self.later.as_ref()?.shards.get(shard).map(|it| it.name.as_str())
    }

    /// How many shards have come.
    pub fn shards_here(&self) -> usize {
        let Some(later) = &self.later else { return 0 };
        let first = |shard| later.provisions.get(later.run_of(shard).start).and_then(OnceCell::get);
        (0..later.shards.len()).filter(|shard| first(*shard).is_some()).count()
    }

    /// Takes a shard's details in. Whoever holds this dataset has them from then on.
    ///
    /// # Errors
    /// What is wrong with the shard; nothing of it is used then.
    pub fn fill(&self, shard: usize, file: &str) -> Result<(), Unsound> {
        let later = self.later.as_ref().ok_or(Unsound::OtherLaw)?;
        let found: Shard = later.shards.get(shard).ok_or(Unsound::OtherLaw)?.open(file)?;
        let run = later.run_of(shard);
        let (concerns, requests) = self.about(&run);
        let ids = self.records.provisions.get(run.clone()).unwrap_or_default().iter();
        let fits = ids.map(|it| &it.id).eq(found.provisions.iter().map(|it| &it.id))
            && concerns.len() == found.concerns.len()
            && requests.len() == found.requests.len();
        if !fits {
            return Err(Unsound::OtherLaw);
        }
        for (place, provision) in run.zip(found.provisions) {
            put(&later.provisions, place, provision);
        }
        later.put_all(&concerns, found.concerns, &requests, found.requests);
        Ok(())
    }

    /// The places of the concerns about some provisions of a run of the law, and of the requests
    /// about those or about the concerns.
    fn about(&self, run: &Range<usize>) -> (Vec<usize>, Vec<usize>) {
        let (mut concerns, mut requests) = (Vec::new(), Vec::new());
        for links in self.links.provisions.get(run.clone()).unwrap_or_default() {
            links.concerns.iter().for_each(|it| insert(&mut concerns, it.index()));
            links.requests.iter().for_each(|it| insert(&mut requests, it.index()));
        }
        for links in concerns.iter().filter_map(|it| self.links.concerns.get(*it)) {
            links.requests.iter().for_each(|it| insert(&mut requests, it.index()));
        }
        (concerns, requests)
    }
}

fn cells<T>(count: usize) -> Cells<T> {
    (0..count).map(|_| OnceCell::new()).collect()
}

/// What is about provisions of several shards may have come before.
fn put<T>(cells: &Cells<T>, place: usize, record: T) {
    if let Some(cell) = cells.get(place) {
        let _ = cell.set(Box::new(record));
    }
}

impl LazyRecords {
    /// Whether there is a shard, and a sound name, for each provision that the law doesn't begin
    /// with.
    fn is_whole(&self) -> bool {
        let rest = self.provisions.len().checked_sub(self.first);
        let words = self.postings.iter().map(|(_, it)| it);
        rest.is_some_and(|rest| self.run > 0 && self.shards.len() == rest.div_ceil(self.run))
            && self.shards.iter().chain(words).all(|it| is_file(&it.name))
    }

    /// Puts concerns and requests into their places, and says whether they are as many.
    fn put_all(
        &self,
        at: &[usize],
        concerns: Vec<Concern>,
        answers_at: &[usize],
        requests: Vec<Request>,
    ) -> bool {
        let fits = at.len() == concerns.len() && answers_at.len() == requests.len();
        at.iter().zip(concerns).for_each(|(at, it)| put(&self.concerns, *at, it));
        answers_at.iter().zip(requests).for_each(|(at, it)| put(&self.requests, *at, it));
        fits
    }

    /// The provisions of a shard.
    fn run_of(&self, shard: usize) -> Range<usize> {
        let from = self.first.saturating_add(shard.saturating_mul(self.run));
        from..from.saturating_add(self.run).min(self.provisions.len())
    }
}

/// Adds to the first provisions what is known of the others, and says whether those are the first.
fn name_all(
    provisions: &mut Vec<Provision>,
    ids: Vec<ProvisionId>,
    citations: Vec<Text>,
    headings: Vec<Text>,
) -> bool {
    let first = provisions.len();
    provisions.reserve_exact(ids.len().saturating_sub(first));
    let same = provisions.iter().map(|it| &it.id).eq(ids.iter().take(first));
    let named = ids.into_iter().zip(citations).zip(headings);
    for (place, ((id, citation), heading)) in named.enumerate() {
        if place < first {
            continue;
        }
        let citation = if citation.original().is_empty() { cited(&id) } else { citation };
        let heading = Some(heading).filter(|it| !it.original().is_empty());
        provisions.push(Provision { id, citation, heading, ..Provision::default() });
    }
    same
}

/// Whether a name is that of a file in the same folder: no address, no way out.
pub fn is_file(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    !name.starts_with('.') && !name.is_empty() && name.bytes().all(plain)
}

/// How an id is cited, where it doesn't say otherwise.
fn cited(id: &ProvisionId) -> Text {
    let citation = citation::of_eid(id.as_str());
    Text::from(citation.as_deref().unwrap_or(id.as_str()))
}
