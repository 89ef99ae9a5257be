//! A provision's words in two drafts: what changed, and what that says of the wording that a concern
//! speaks of.

use alloc::{string::String, vec::Vec};

use crate::{
    Change, Concern, DEEPEST, DraftId, Provision, Records, Wording,
    compare::{Edit, edits},
    names::Names,
};

/// Works out what changed since each earlier draft, and each wording that nobody has written down.
pub(crate) fn work_out(records: &mut Records) {
    for provision in &mut records.provisions {
        let now = &provision.text;
        provision.earlier.iter_mut().for_each(|it| it.changes = changes(&it.text, now));
    }
    let names = Names::of(records);
    let found: Vec<_> = records.concerns.iter().map(|it| wording(records, &names, it)).collect();
    for (concern, found) in records.concerns.iter_mut().zip(found) {
        if let (Wording::NotChecked, Some(found)) = (concern.wording, found) {
            concern.wording = found;
        }
    }
}

/// What became of the wording that a concern speaks of, where the texts of all that it objects to,
/// with what stands in it, say so; one that changed is enough for that.
pub(crate) fn wording(records: &Records, names: &Names<'_>, concern: &Concern) -> Option<Wording> {
    let current = records.instrument.current_draft.as_ref()?;
    let source = |id: &str| records.sources.get(names.sources.find(id)?);
    let sources = concern.evidence.iter().filter_map(|it| source(it.source.as_str()));
    let drafts: Vec<_> = sources.map(|it| &it.draft).filter(|it| *it != current).collect();
    let mut found = Compared::default();
    for id in &concern.provisions {
        let place = names.provisions.find(id.as_str());
        let record = place.and_then(|it| records.provisions.get(it));
        found.add(record, &drafts);
    }
    // A parent that is as it was says nothing of its paragraphs.
    if found.wording() == Some(Wording::Same) {
        let inner = records.provisions.iter().filter(|it| stands_in(it, concern, records, names));
        for record in inner {
            found.add(Some(record), &drafts);
        }
    }
    found.wording()
}

fn stands_in(it: &Provision, concern: &Concern, records: &Records, names: &Names<'_>) -> bool {
    let above = |it: &&Provision| {
        let place = names.provisions.find(it.parent.as_ref()?.as_str())?;
        records.provisions.get(place)
    };
    let mut all = core::iter::successors(above(&it), above).take(DEEPEST);
    all.any(|it| concern.provisions.contains(&it.id))
}

/// What comparing the texts of several provisions has shown so far.
#[derive(Default)]
struct Compared {
    same: bool,
    changed: bool,
    unknown: bool,
}

impl Compared {
    fn add(&mut self, record: Option<&Provision>, drafts: &[&DraftId]) {
        let record = record.filter(|it| !it.text.is_empty());
        for draft in drafts {
            let earlier = record.and_then(|it| it.earlier.iter().find(|it| it.draft == **draft));
            match (record, earlier) {
                (Some(now), Some(before)) if are_same(&before.text, &now.text) => self.same = true,
                (Some(_), Some(_)) => self.changed = true,
                _ => self.unknown = true,
            }
        }
    }

    fn wording(&self) -> Option<Wording> {
        if self.changed {
            return Some(Wording::Changed);
        }
        (self.same && !self.unknown).then_some(Wording::Same)
    }
}

/// Where lines break says nothing.
fn are_same(before: &[String], after: &[String]) -> bool {
    let [before, after] = [before, after].map(|it| it.iter().flat_map(|it| it.split_whitespace()));
    before.eq(after)
}

/// Paragraphs that stand in both texts are told apart first, from either end; between them each stands
/// beside the one in its place.
fn changes(before: &[String], after: &[String]) -> Vec<Vec<Change>> {
    if are_same(before, after) {
        return Vec::new();
    }
    let same = |(one, other): &(&String, &String)| one == other;
    let head = before.iter().zip(after).take_while(same).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(same).count();
    let length = before.len().max(after.len());
    let of = |all: &[String], nth: usize| {
        let middle = all.len() - tail;
        // Behind the middle of the longer text, both go on together.
        let place = if nth < length - tail {
            Some(nth).filter(|it| *it < middle)
        } else {
            Some(all.len() + nth - length)
        };
        place.and_then(|it| all.get(it)).cloned().unwrap_or_default()
    };
    (0..length).map(|nth| paired(&of(before, nth), &of(after, nth))).collect()
}

fn paired(before: &str, after: &str) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for edit in edits(before, after) {
        let last = changes.last_mut();
        match (edit, last) {
            (Edit::Same(kept), _) => changes.push(Change { kept, ..Change::default() }),
            (Edit::Out(dropped), Some(last))
                if last.dropped.is_empty() && last.added.is_empty() =>
            {
                last.dropped = dropped;
            }
            (Edit::Out(dropped), _) => changes.push(Change { dropped, ..Change::default() }),
            (Edit::In(added), Some(last)) if last.added.is_empty() => last.added = added,
            (Edit::In(added), _) => changes.push(Change { added, ..Change::default() }),
        }
    }
    changes
}
