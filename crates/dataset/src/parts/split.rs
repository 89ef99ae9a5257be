//! A whole law cut into parts. Only tools do this: whoever reads a law has no use for it.

use alloc::{collections::BTreeSet, vec::Vec};
use core::ops::Range;

use crate::{
    ids::{ConcernId, ProvisionId},
    model::{ConcernIx, Dataset, RequestIx},
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

    /// What the law names, with the shards' files.
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
        }
    }

    /// What the file has that begins the law: a dataset by itself, in which nothing names what isn't
    /// there.
    pub fn beginning(&self, first: u32) -> Records {
        let all = &self.records;
        let Shard { mut provisions, mut concerns, mut requests } =
            self.details(&(0..all.provisions.len().min(first as usize)));
        let here: BTreeSet<ProvisionId> = provisions.iter().map(|it| it.id.clone()).collect();
        let named: BTreeSet<ConcernId> = concerns.iter().map(|it| it.id.clone()).collect();
        for provision in &mut provisions {
            provision.parent.take_if(|it| !here.contains(it));
        }
        for concern in &mut concerns {
            for list in [&mut concern.provisions, &mut concern.contrasted, &mut concern.mentioned] {
                list.retain(|it| here.contains(it));
            }
        }
        for request in &mut requests {
            request.provisions.retain(|it| here.contains(it));
            request.concerns.retain(|it| named.contains(it));
        }
        let mut records = Records { provisions, concerns, requests, ..all.clone() };
        for chapter in &mut records.instrument.chapters {
            chapter.provisions.retain(|it| here.contains(it));
        }
        for reply in &mut records.replies {
            reply.provisions.retain(|it| here.contains(it));
        }
        records
    }
}
