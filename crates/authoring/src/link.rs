//! What checked records name, by place. Records that passed the check have no unknown id; one that is
//! unknown all the same is left out rather than guessed.

use alloc::vec::Vec;

use crate::{
    Affected, Basis, Concern, ConcernId, ConcernIx, ConcernLinks, Dataset, GroupIx, Mention,
    OrganisationId, OrganisationIx, Outline, Provision, ProvisionId, ProvisionIx, Records, Request,
    RequestLinks, Source, SourceIx, Stance, names::Names, passages,
};

/// The dataset of records in which the check would find no problem, such as the beginning of a checked
/// law.
pub fn link(records: Records) -> Dataset {
    let outline = outline(&records, &Names::of(&records));
    Dataset::new(records, outline)
}

fn outline(records: &Records, names: &Names<'_>) -> Outline {
    let parent = |it: &Provision| names.provisions.find(it.parent.as_ref()?.as_str());
    let mut concerns: Vec<_> = records.concerns.iter().map(|it| by_concern(it, names)).collect();
    passages::link(records, names, &mut concerns);
    Outline {
        parents: records.provisions.iter().map(|it| parent(it).map(ProvisionIx::nth)).collect(),
        concerns,
        requests: records.requests.iter().map(|it| by_request(it, names)).collect(),
        parties: records.sources.iter().map(|it| parties(it, names)).collect(),
        otherwise: otherwise(records, names),
    }
}

fn by_concern(record: &Concern, names: &Names<'_>) -> ConcernLinks {
    let mut links = ConcernLinks::default();
    let provision = |id: &ProvisionId| names.provisions.find(id.as_str()).map(ProvisionIx::nth);
    for found in record.provisions.iter().filter_map(provision) {
        insert(&mut links.provisions, found);
    }
    for found in record.contrasted.iter().filter_map(provision) {
        insert(&mut links.mentions, (found, Mention::Contrasted));
    }
    for found in record.mentioned.iter().filter_map(provision) {
        insert(&mut links.mentions, (found, Mention::Mentioned));
    }
    if let Affected::Groups(groups) = &record.affected {
        for affected in groups {
            let found = names.groups.find(affected.group.as_str()).map(GroupIx::nth);
            push_once(&mut links.groups, found);
            let inferred = found.filter(|_| affected.basis == Basis::Inferred);
            push_once(&mut links.inferred, inferred);
        }
    }
    for evidence in &record.evidence {
        let found = names.sources.find(evidence.source.as_str());
        push_once(&mut links.sources, found.map(SourceIx::nth));
    }
    links
}

fn by_request(record: &Request, names: &Names<'_>) -> RequestLinks {
    let provision = |id: &ProvisionId| names.provisions.find(id.as_str()).map(ProvisionIx::nth);
    let concern = |id: &ConcernId| names.concerns.find(id.as_str()).map(ConcernIx::nth);
    RequestLinks {
        provisions: record.provisions.iter().filter_map(provision).collect(),
        concerns: record.concerns.iter().filter_map(concern).collect(),
    }
}

fn parties(record: &Source, names: &Names<'_>) -> Vec<OrganisationIx> {
    // One that isn't known keeps its place, since these stand beside the record's.
    let who = |id: &OrganisationId| names.organisations.find(id.as_str()).unwrap_or(usize::MAX);
    record.parties.iter().map(|it| OrganisationIx::nth(who(&it.organisation))).collect()
}

/// Who supports the law, or replies to concerns.
fn otherwise(records: &Records, names: &Names<'_>) -> Vec<OrganisationIx> {
    let support = records.positions.iter().filter(|it| it.stance == Stance::Support);
    let replies = records.replies.iter().map(|it| &it.organisation);
    let mut all = Vec::new();
    for who in support.map(|it| &it.organisation).chain(replies) {
        if let Some(found) = names.organisations.find(who.as_str()) {
            insert(&mut all, OrganisationIx::nth(found));
        }
    }
    all
}

/// Puts an item into an ordered list, unless it stands there.
fn insert<T: PartialEq + PartialOrd>(list: &mut Vec<T>, item: T) {
    let before = list.partition_point(|it| *it < item);
    if list.get(before) != Some(&item) {
        list.insert(before, item);
    }
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    if !list.contains(&item) {
        list.push(item);
    }
}
