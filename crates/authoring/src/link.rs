//! What checked records name, by place. Records that passed the check have no unknown id; one that is
//! unknown all the same is left out rather than guessed.

use alloc::{vec, vec::Vec};

use crate::{
    Affected, Basis, ChapterIx, Concern, ConcernId, ConcernIx, ConcernLinks, Dataset, GroupIx,
    Mention, OrganisationIx, Outline, Party, PartyLinks, Provision, ProvisionId, ProvisionIx,
    Records, SourceIx, Stance, Subjects, Voices, Wording, drafts,
    lists::{insert, push_once},
    names::Names,
    passages,
};

/// The dataset of records in which the check would find no problem.
pub(crate) fn link(mut records: Records) -> Dataset {
    drafts::work_out(&mut records);
    let outline = outline(&records, &Names::of(&records));
    Dataset::new(records, outline)
}

fn outline(records: &Records, names: &Names<'_>) -> Outline {
    let mut concerns: Vec<_> = records.concerns.iter().map(|it| by_concern(it, names)).collect();
    passages::link(records, names, &mut concerns);
    let parents = parents(records, names);
    let requests = records.requests.iter();
    let replies = records.replies.iter();
    let parties = |it: &[Party]| it.iter().map(|it| party(it, names)).collect();
    Outline {
        chapters: chapters(records, names, &parents),
        parents,
        requests: requests.map(|it| subjects(&it.provisions, &it.concerns, names)).collect(),
        replies: replies.map(|it| subjects(&it.provisions, &it.concerns, names)).collect(),
        parties: records.sources.iter().map(|it| parties(&it.parties)).collect(),
        voices: voices(records, &concerns),
        otherwise: otherwise(records, names),
        concerns,
    }
}

fn parents(records: &Records, names: &Names<'_>) -> Vec<Option<ProvisionIx>> {
    let parent = |it: &Provision| names.provisions.find(it.parent.as_ref()?.as_str());
    records.provisions.iter().map(|it| parent(it).map(ProvisionIx::nth)).collect()
}

/// A provision that no chapter lists stands where the one that contains it does.
fn chapters(
    records: &Records,
    names: &Names<'_>,
    parents: &[Option<ProvisionIx>],
) -> Vec<Option<ChapterIx>> {
    let mut listed = vec![None; parents.len()];
    for (place, chapter) in records.instrument.chapters.iter().enumerate() {
        let places = chapter.provisions.iter().filter_map(|it| names.provisions.find(it.as_str()));
        for provision in places {
            if let Some(slot) = listed.get_mut(provision) {
                slot.get_or_insert(ChapterIx::nth(place));
            }
        }
    }
    let above = |it: &ProvisionIx| parents.get(it.index()).copied().flatten();
    let chapter = |place| {
        let mut at_and_above = core::iter::successors(Some(ProvisionIx::nth(place)), above);
        at_and_above.find_map(|it| listed.get(it.index()).copied().flatten())
    };
    (0..parents.len()).map(chapter).collect()
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

fn subjects(provisions: &[ProvisionId], concerns: &[ConcernId], names: &Names<'_>) -> Subjects {
    let provision = |id: &ProvisionId| names.provisions.find(id.as_str()).map(ProvisionIx::nth);
    Subjects {
        provisions: provisions.iter().filter_map(provision).collect(),
        concerns: concerns_of(concerns, names),
    }
}

fn concerns_of(ids: &[ConcernId], names: &Names<'_>) -> Vec<ConcernIx> {
    let concern = |id: &ConcernId| names.concerns.find(id.as_str()).map(ConcernIx::nth);
    ids.iter().filter_map(concern).collect()
}

/// One that isn't known keeps its place, since these stand beside the record's.
fn party(record: &Party, names: &Names<'_>) -> PartyLinks {
    let who = names.organisations.find(record.organisation.as_str()).unwrap_or(usize::MAX);
    PartyLinks { who: OrganisationIx::nth(who), concerns: concerns_of(&record.concerns, names) }
}

/// Which documents are counted, and as which.
fn voices(records: &Records, concerns: &[ConcernLinks]) -> Voices {
    let mut voices = Voices {
        critics: Vec::new(),
        counted: (0..records.sources.len()).map(SourceIx::nth).collect(),
        compared: records.concerns.iter().any(|it| it.wording != Wording::NotChecked),
    };
    for source in concerns.iter().flat_map(|links| &links.voices) {
        insert(&mut voices.critics, *source);
    }
    let pairs = concerns.iter().flat_map(|it| it.sources.iter().zip(&it.voices));
    for (source, voice) in pairs.filter(|(it, _)| voices.critics.binary_search(it).is_err()) {
        if let Some(counted) = voices.counted.get_mut(source.index())
            && counted == source
        {
            *counted = *voice;
        }
    }
    voices
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
