//! A whole law cut into parts. Only tools do this: whoever reads a law has no use for it.

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    model::{ConcernIx, ConcernLinks, Dataset, Outline, ProvisionIx, RequestIx, Subjects},
    parts::{Beside, Index, Shard, cited},
    records::{Provision, Records},
    text::Text,
};

impl Dataset {
    /// The details of all provisions but the first.
    pub fn shards(&self, first: u32, run: u32) -> Vec<Shard> {
        let (total, run) = (self.records.provisions.len(), run.max(1) as usize);
        let starts = (first as usize..total).step_by(run);
        starts.map(|from| self.details(&(from..total.min(from + run)))).collect()
    }

    fn details(&self, run: &Range<usize>) -> Shard {
        let (concerns, requests) = self.about(run);
        let concerns = concerns.into_iter().map(ConcernIx::nth);
        let requests = requests.into_iter().map(RequestIx::nth);
        Shard {
            provisions: self.records.provisions.get(run.clone()).unwrap_or_default().to_vec(),
            concerns: concerns.filter_map(|it| self.concern(it).cloned()).collect(),
            requests: requests.filter_map(|it| self.request(it).cloned()).collect(),
        }
    }

    /// What the law names, with the shards' files, and no words.
    pub fn index(&self, first: u32, run: u32, shards: Vec<Beside>) -> Index {
        let provisions = &self.records.provisions;
        let blank = || Text::from("");
        let citation = |it: &Provision| {
            let said = cited(&it.id) == it.citation;
            if said { blank() } else { it.citation.clone() }
        };
        let heading = |it: &Provision| it.heading.clone().unwrap_or_else(blank);
        Index {
            first: first.min(u32::try_from(provisions.len()).unwrap_or(u32::MAX)),
            run,
            shards,
            ids: provisions.iter().map(|it| it.id.clone()).collect(),
            citations: provisions.iter().map(citation).collect(),
            headings: provisions.iter().map(heading).collect(),
            outline: self.outline(),
            postings: Vec::new(),
        }
    }

    /// The file that begins the law: a dataset by itself. Its records name all that the whole law's
    /// do, since a list that lost a name would say something else; what leads nowhere yet has no link
    /// until the index is there.
    #[must_use]
    pub fn beginning(&self, first: u32) -> Self {
        let here = 0..self.records.provisions.len().min(first as usize);
        let Shard { provisions, concerns, requests } = self.details(&here);
        let mut records = Records { provisions, concerns, requests, ..self.records.clone() };
        // Where a provision stands is linked, and a law's chapters may list thousands.
        records.instrument.chapters.iter_mut().for_each(|it| it.provisions.clear());
        let outline = Cut::of(self, &here).outline(self.outline());
        Self::new(records, outline)
    }
}

/// What of a law's links leads to what its beginning has.
struct Cut {
    provisions: usize,
    /// The places in the law of its concerns and requests.
    concerns: Vec<usize>,
    requests: Vec<usize>,
}

impl Cut {
    fn of(law: &Dataset, here: &Range<usize>) -> Self {
        let (concerns, requests) = law.about(here);
        Self { provisions: here.len(), concerns, requests }
    }

    fn outline(&self, mut whole: Outline) -> Outline {
        whole.parents.truncate(self.provisions);
        whole.chapters.truncate(self.provisions);
        whole.parents.iter_mut().for_each(|it| *it = it.filter(|it| self.has(*it)));
        whole.concerns = taken(&self.concerns, whole.concerns);
        whole.concerns.iter_mut().for_each(|it| self.concern(it));
        whole.requests = taken(&self.requests, whole.requests);
        whole.requests.iter_mut().chain(&mut whole.replies).for_each(|it| self.subjects(it));
        let parties = whole.parties.iter_mut().flatten();
        parties.for_each(|it| self.concerns(&mut it.concerns));
        whole
    }

    fn has(&self, provision: ProvisionIx) -> bool {
        provision.index() < self.provisions
    }

    /// The handle that a concern has in the beginning.
    fn here(&self, concern: ConcernIx) -> Option<ConcernIx> {
        self.concerns.binary_search(&concern.index()).ok().map(ConcernIx::nth)
    }

    fn concerns(&self, list: &mut Vec<ConcernIx>) {
        *list = list.iter().filter_map(|it| self.here(*it)).collect();
    }

    fn subjects(&self, named: &mut Subjects) {
        named.provisions.retain(|it| self.has(*it));
        self.concerns(&mut named.concerns);
    }

    fn concern(&self, links: &mut ConcernLinks) {
        links.provisions.retain(|it| self.has(*it));
        links.mentions.retain(|it| self.has(it.0));
        links.same = links.same.and_then(|it| self.here(it));
    }
}

/// The items at some places.
fn taken<T>(places: &[usize], list: Vec<T>) -> Vec<T> {
    let is_taken = |it: &(usize, T)| places.binary_search(&it.0).is_ok();
    list.into_iter().enumerate().filter(is_taken).map(|it| it.1).collect()
}
