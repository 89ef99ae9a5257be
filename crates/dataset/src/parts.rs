//! A large law in parts: a file that begins it and is a dataset by itself, an index that names all
//! of it, and shards with the details. What each holds, and how they become one [`Dataset`] again;
//! who cuts a law is in `split.rs`.
//!
//! Nothing here is repaired: these files are made by a program out of a dataset that is sound, and
//! named by what they hold. One that doesn't fit is refused whole, and what is there already stays.

mod columns;
mod split;
#[cfg(test)]
mod tests;

use alloc::{boxed::Box, string::String, vec, vec::Vec};
use core::{cell::OnceCell, ops::Range};

use serde::Serialize;

use crate::{
    address::is_file,
    check::Check,
    citation,
    ids::ProvisionId,
    model::{
        ConcernIx, ConcernLinks, Dataset, GroupIx, Links, Mention, Outline, ProvisionIx,
        RequestLinks, SourceIx,
    },
    names::Names,
    node::Node,
    problem::{Location, Problem, ProblemKind},
    records::{Concern, Parts, Provision, Request},
    shape::{self, Fill as _},
    text::Text,
};

use columns::{lists, lists_of_steps, parents};

/// All that a law names. What belongs to one provision stands at the same place of each list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Index {
    /// How many provisions stand in the file that begins the law.
    pub first: u32,
    /// How many provisions each shard has; the last may have fewer.
    pub run: u32,
    /// The shards' file names, in the law's order.
    pub shards: Vec<String>,
    /// Ids of provisions.
    pub ids: Vec<ProvisionId>,
    /// How they are cited; empty where the id says it.
    pub citations: Vec<Text>,
    /// Their headings; empty where there is none.
    pub headings: Vec<Text>,
    /// How far away each one's parent stands, as numbers; 0 for none.
    pub parents: String,
    /// What the concerns name.
    pub concerns: ConcernColumns,
    /// What the requests name.
    pub requests: RequestColumns,
}

/// What concerns name, by places: a list of numbers for each concern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConcernColumns {
    /// Provisions objected to, as steps from one to the next.
    pub provisions: String,
    /// Provisions only contrasted or mentioned: twice the place, and one more where mentioned.
    pub mentions: String,
    /// Groups: twice the place, and one more where the editor concludes it.
    pub groups: String,
    /// Sources.
    pub sources: String,
    /// Nothing for a concern whose passages are its own; else the place of the concern that has
    /// them before, from 1, or 0, and the source that each of its sources counts as. Missing where
    /// there is no such concern.
    pub echoes: String,
}

/// What requests name, by places, as steps from one to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequestColumns {
    /// Provisions.
    pub provisions: String,
    /// Concerns.
    pub concerns: String,
}

/// Some provisions, and whatever is about them. A concern about provisions of several shards
/// stands in each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    shards: Vec<String>,
    /// By provision; those that the law begins with stand among the records.
    pub(crate) provisions: Cells<Provision>,
    pub(crate) concerns: Cells<Concern>,
    pub(crate) requests: Cells<Request>,
}

/// Places for records. Most stay empty for most readers, so an empty one is as small as can be.
type Cells<T> = Vec<OnceCell<Box<T>>>;

type Outcome<T> = Result<T, Vec<Problem>>;

fn refused<T>(why: &'static str) -> Outcome<T> {
    Err(vec![Problem::here(ProblemKind::Mismatch(why))])
}

const ANOTHER_LAW: &str =
    "it does not fit the file that names it; publish all that `cargo xtask prerender` wrote";

impl Dataset {
    /// Where the rest of the law stands; none where this is all of it, or names all of it.
    pub fn awaits(&self) -> Option<&Parts> {
        self.records.parts.as_ref().filter(|_| self.later.is_none())
    }

    /// Whether the law is published in parts, whatever of it is here.
    pub fn is_in_parts(&self) -> bool {
        self.records.parts.is_some()
    }

    /// How many provisions the law has, here or elsewhere.
    pub fn size(&self) -> usize {
        let told = self.awaits().map_or(0, |parts| parts.provisions as usize);
        self.records.provisions.len().max(told)
    }

    /// The whole law, which this begins, with the details that this has. It takes this, because
    /// code that could copy all records would cost each reader kilobytes.
    ///
    /// # Errors
    /// What is wrong with the index; nothing of it is used then.
    pub fn with_index(self, node: Node) -> Outcome<Self> {
        let (index, problems) = shape::read::<Index>(&node);
        // It is large, and what follows needs its room: what WebAssembly once took it never gives back.
        drop(node);
        if !problems.is_empty() {
            return Err(problems);
        }
        match self.join(index)? {
            Some(whole) => Ok(whole),
            None => refused(ANOTHER_LAW),
        }
    }

    fn join(self, index: Index) -> Outcome<Option<Self>> {
        let Some(linked) = index.outline(&self) else { return Ok(None) };
        let mut records = self.records;
        let first = records.provisions.len();
        let (concerns, requests) =
            (core::mem::take(&mut records.concerns), core::mem::take(&mut records.requests));
        let later = LazyRecords {
            first,
            run: index.run as usize,
            shards: index.shards,
            provisions: cells(index.ids.len()),
            concerns: cells(linked.concerns.len()),
            requests: cells(linked.requests.len()),
        };
        if !later.is_whole()
            || !name_all(
                &mut records.provisions,
                index.ids,
                index.citations,
                index.headings,
                &linked.parents,
            )
        {
            return Ok(None);
        }
        let names = Names::of(&records);
        let mut check = Check { records: &records, names: &names, problems: Vec::new() };
        check.ids_of(&Location::Top, &names.provisions);
        let at = Location::Top.field("provisions");
        for (place, provision) in records.provisions.iter().enumerate() {
            check.parent(&at.item(place), provision);
        }
        if !check.problems.is_empty() {
            return Err(check.problems);
        }
        let links = Links::around(linked, &records, &names);
        let citations = crate::citation::Lazy::default();
        let whole = Self { records, links, later: Some(later), citations };
        let (at, answers_at) = whole.about(&(0..first));
        let later = whole.later.as_ref();
        let fits = later.is_some_and(|it| it.put_all(&at, concerns, &answers_at, requests));
        Ok(fits.then_some(whole))
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
        self.later.as_ref()?.shards.get(shard).map(String::as_str)
    }

    /// Takes a shard's details in. Whoever holds this dataset has them from then on.
    ///
    /// # Errors
    /// What is wrong with the shard; nothing of it is used then.
    pub fn fill(&self, shard: usize, node: &Node) -> Outcome<()> {
        let (found, problems) = shape::read::<Shard>(node);
        let Some(later) = &self.later else { return refused(ANOTHER_LAW) };
        if !problems.is_empty() {
            return Err(problems);
        }
        let run = later.run_of(shard);
        let (concerns, requests) = self.about(&run);
        if !self.fits(&found, &run, &concerns, &requests)? {
            return refused(ANOTHER_LAW);
        }
        for (place, provision) in run.zip(found.provisions) {
            put(&later.provisions, place, provision);
        }
        later.put_all(&concerns, found.concerns, &requests, found.requests);
        Ok(())
    }

    /// Whether a shard says of whom it speaks what the index says, by the rules for all records.
    fn fits(
        &self,
        shard: &Shard,
        run: &Range<usize>,
        concerns: &[usize],
        requests: &[usize],
    ) -> Outcome<bool> {
        let Self { records, links, .. } = self;
        let concerns: Vec<_> = concerns.iter().filter_map(|it| links.concerns.get(*it)).collect();
        let requests: Vec<_> = requests.iter().filter_map(|it| links.requests.get(*it)).collect();
        // The few provisions that the shard may name, since to sort them all takes time.
        let mut known: Vec<usize> = run.clone().collect();
        for place in run.clone().filter_map(|it| links.provisions.get(it)) {
            known.extend(place.parent.map(ProvisionIx::index));
        }
        let about = concerns.iter().map(|it| &it.provisions);
        for provisions in about.chain(requests.iter().map(|it| &it.provisions)) {
            known.extend(provisions.iter().map(|it| it.index()));
        }
        known.extend(concerns.iter().flat_map(|it| &it.mentions).map(|it| it.0.index()));
        let id = |it: &usize| Some((records.provisions.get(*it)?.id.as_str(), *it));
        let names = Names::with_provisions(records, &mut known.iter().filter_map(id));
        let mut check = Check { records, names: &names, problems: Vec::new() };
        let mut fits = run.len() == shard.provisions.len()
            && concerns.len() == shard.concerns.len()
            && requests.len() == shard.requests.len();
        let list = Location::Top.field("provisions");
        for ((place, record), index) in run.clone().zip(&shard.provisions).zip(0..) {
            check.provision(&list.item(index), record);
            let outline = records.provisions.get(place);
            fits &= outline.is_some_and(|it| it.id == record.id && it.parent == record.parent);
        }
        let list = Location::Top.field("concerns");
        for ((links, record), index) in concerns.iter().zip(&shard.concerns).zip(0..) {
            check.concern(&list.item(index), record);
            let found = Outline::by_concern(record, &names);
            fits &= found.provisions == links.provisions
                && found.mentions == links.mentions
                && (found.groups == links.groups && found.inferred == links.inferred)
                && found.sources == links.sources;
        }
        let list = Location::Top.field("requests");
        for ((links, record), index) in requests.iter().zip(&shard.requests).zip(0..) {
            check.request(&list.item(index), record);
            fits &= Outline::by_request(record, &names).provisions == links.provisions
                && record.concerns.len() == links.concerns.len();
        }
        if check.problems.is_empty() { Ok(fits) } else { Err(check.problems) }
    }

    /// The places of the concerns about some provisions of a run of the law, and of the requests
    /// about those or about the concerns.
    fn about(&self, run: &Range<usize>) -> (Vec<usize>, Vec<usize>) {
        let is_in = |list: &[ProvisionIx]| list.iter().any(|it| run.contains(&it.index()));
        let (mut concerns, mut requests) = (Vec::new(), Vec::new());
        for (place, links) in self.links.concerns.iter().enumerate() {
            if is_in(&links.provisions) {
                concerns.push(place);
            }
        }
        for (place, links) in self.links.requests.iter().enumerate() {
            let answers = |it: &ConcernIx| concerns.binary_search(&it.index()).is_ok();
            if is_in(&links.provisions) || links.concerns.iter().any(answers) {
                requests.push(place);
            }
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
        rest.is_some_and(|rest| self.run > 0 && self.shards.len() == rest.div_ceil(self.run))
            && self.shards.iter().all(|name| is_file(name))
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

impl Index {
    /// What is named, in the handles of the law that a dataset begins.
    fn outline(&self, entry: &Dataset) -> Option<Outline> {
        let total = self.ids.len();
        let parts = entry.awaits()?;
        let counted = self.first as usize == entry.records.provisions.len()
            && parts.provisions as usize == total
            && self.citations.len() == total
            && self.headings.len() == total;
        let provisions = lists_of_steps(&self.concerns.provisions, total)?;
        let mentions = lists(&self.concerns.mentions, total * 2)?;
        let groups = lists(&self.concerns.groups, entry.groups().len() * 2)?;
        let sources = lists(&self.concerns.sources, entry.sources().len())?;
        let requested = lists_of_steps(&self.requests.provisions, total)?;
        let answered = lists_of_steps(&self.requests.concerns, provisions.len())?;
        let even = mentions.len() == provisions.len()
            && groups.len() == provisions.len()
            && sources.len() == provisions.len()
            && requested.len() == answered.len();
        if !counted || !even {
            return None;
        }
        let mut outline = Outline {
            parents: parents(&self.parents, total)?,
            concerns: Vec::new(),
            requests: Vec::new(),
        };
        let named = provisions.iter().zip(&mentions).zip(&groups).zip(&sources);
        for (((provisions, mentions), groups), sources) in named {
            outline.concerns.push(concern(provisions, mentions, groups, sources)?);
        }
        self.concerns.put_echoes(&mut outline.concerns, entry.sources().len())?;
        for (provisions, concerns) in requested.iter().zip(&answered) {
            outline.requests.push(RequestLinks {
                provisions: handles(provisions, ProvisionIx::nth),
                concerns: handles(concerns, ConcernIx::nth),
            });
        }
        Some(outline)
    }
}

impl ConcernColumns {
    fn put_echoes(&self, concerns: &mut [ConcernLinks], sources: usize) -> Option<()> {
        let count = concerns.len();
        let echoes = lists(&self.echoes, sources.max(count + 1))?;
        if !echoes.is_empty() && echoes.len() != count {
            return None;
        }
        for (links, echo) in concerns.iter_mut().zip(&echoes) {
            let Some((same, voices)) = echo.split_first() else { continue };
            let known = voices.iter().all(|it| *it < sources) && *same <= count;
            if !known || voices.len() != links.sources.len() {
                return None;
            }
            links.same = same.checked_sub(1).map(ConcernIx::nth);
            links.voices = handles(voices, SourceIx::nth);
        }
        Some(())
    }
}

/// What a concern names, where it names what one has to and nothing twice.
fn concern(
    provisions: &[usize],
    mentions: &[usize],
    groups: &[usize],
    sources: &[usize],
) -> Option<ConcernLinks> {
    let mut links = ConcernLinks {
        provisions: handles(provisions, ProvisionIx::nth),
        mentions: handles(mentions, mention),
        sources: handles(sources, SourceIx::nth),
        voices: handles(sources, SourceIx::nth),
        ..ConcernLinks::default()
    };
    for number in groups {
        let group = GroupIx::nth(number / 2);
        let again = links.groups.contains(&group);
        links.groups.push(group);
        if number % 2 == 1 {
            links.inferred.push(group);
        }
        if again {
            return None;
        }
    }
    let ordered = provisions.is_sorted_by(|a, b| a < b)
        && !provisions.is_empty()
        && links.mentions.is_sorted_by(|a, b| a.0 < b.0);
    (ordered && is_each_once(sources) && !sources.is_empty()).then_some(links)
}

fn mention(number: usize) -> (ProvisionIx, Mention) {
    let role = if number % 2 == 1 { Mention::Mentioned } else { Mention::Contrasted };
    (ProvisionIx::nth(number / 2), role)
}

fn handles<T>(places: &[usize], handle: fn(usize) -> T) -> Vec<T> {
    let mut handles = Vec::new();
    for place in places {
        handles.push(handle(*place));
    }
    handles
}

fn is_each_once(list: &[usize]) -> bool {
    list.iter()
        .enumerate()
        .all(|(place, item)| list.iter().position(|it| it == item) == Some(place))
}

/// Adds to the first provisions what is known of the others, and says whether those are the first.
fn name_all(
    provisions: &mut Vec<Provision>,
    ids: Vec<ProvisionId>,
    citations: Vec<Text>,
    headings: Vec<Text>,
    parents: &[Option<ProvisionIx>],
) -> bool {
    let parent = |place: &Option<ProvisionIx>| place.and_then(|it| ids.get(it.index()).cloned());
    let parents: Vec<_> = parents.iter().map(parent).collect();
    let first = provisions.len();
    let same = provisions.iter().map(|it| &it.id).eq(ids.iter().take(first));
    let named = ids.into_iter().zip(citations).zip(headings).zip(parents);
    for (place, (((id, citation), heading), parent)) in named.enumerate() {
        if let Some(here) = provisions.get_mut(place) {
            // Its parent may stand beyond the first.
            here.parent = parent;
            continue;
        }
        let citation = if citation.original().is_empty() { cited(&id) } else { citation };
        let heading = Some(heading).filter(|it| !it.original().is_empty());
        provisions.push(Provision { id, citation, heading, parent, ..Provision::blank() });
    }
    same
}

/// How an id is cited, where it doesn't say otherwise.
fn cited(id: &ProvisionId) -> Text {
    let citation = citation::of_eid(id.as_str());
    Text::from(citation.as_deref().unwrap_or(id.as_str()))
}
