//! The same passage in several sources is one voice, however many papers print it: which source
//! has it first, and which concern. Every count follows from this, and so does what the check tells.

use alloc::{vec, vec::Vec};

use crate::{
    citation::folded,
    ids::SourceId,
    model::{ConcernIx, ConcernLinks, SourceIx},
    names::Names,
    records::{Evidence, Records},
};

/// So many words in a row are not the same by chance.
pub(crate) const SAME: usize = 12;

/// Passages that are known, each with who had it first; found by their words' hashes.
pub(crate) struct Passages<T> {
    slots: Vec<Option<(u64, T)>>,
    known: usize,
}

impl<T: Copy> Passages<T> {
    pub(crate) fn new() -> Self {
        Self { slots: vec![None; 64], known: 0 }
    }

    /// Whoever has a passage of this text, which had it before; what of it nobody has is `its` from
    /// now on.
    pub(crate) fn first(&mut self, text: &str, its: T) -> Vec<T> {
        let mut others = Vec::new();
        let folded = folded(text);
        let words: Vec<u64> =
            folded.split(' ').map(|word| hash(word.bytes().map(u64::from))).collect();
        for run in words.windows(SAME) {
            others.extend(self.take(hash(run.iter().copied()), its));
        }
        others
    }

    /// Who has a passage; where nobody has, it is `its`.
    fn take(&mut self, passage: u64, its: T) -> Option<T> {
        if self.known * 2 >= self.slots.len() {
            let more = vec![None; self.slots.len() * 2];
            for (passage, its) in core::mem::replace(&mut self.slots, more).into_iter().flatten() {
                self.put(passage, its);
            }
        }
        let other = self.put(passage, its);
        self.known += usize::from(other.is_none());
        other
    }

    fn put(&mut self, passage: u64, its: T) -> Option<T> {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(passage & 0xffff_ffff).unwrap_or_default() & mask;
        loop {
            match self.slots.get_mut(at)? {
                Some((known, other)) if *known == passage => return Some(*other),
                Some(_) => at = (at + 1) & mask,
                free => {
                    *free = Some((passage, its));
                    return None;
                }
            }
        }
    }
}

/// FNV-1a, folded so that its low bits are as good as its high ones.
fn hash(parts: impl Iterator<Item = u64>) -> u64 {
    let hash = parts
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, part| (hash ^ part).wrapping_mul(0x0100_0000_01b3));
    hash ^ hash >> 32
}

/// Works out in which sources each concern counts, and as which concern.
pub(crate) fn link(records: &Records, names: &Names<'_>, links: &mut [ConcernLinks]) {
    let mut passages = Passages::new();
    let source_of = |it: &SourceId| names.sources.find(it.as_str()).map(SourceIx::nth);
    for links in &mut *links {
        links.voices = links.sources.clone();
    }
    for source in (0..records.sources.len()).map(SourceIx::nth) {
        for (place, (record, links)) in records.concerns.iter().zip(&mut *links).enumerate() {
            let Some(slot) = links.sources.iter().position(|it| *it == source) else { continue };
            let its = record.evidence.iter().filter(|it| source_of(&it.source) == Some(source));
            let first = echo(&mut passages, its, (source, ConcernIx::nth(place)));
            if let (Some((voice, concern)), Some(slot)) = (first, links.voices.get_mut(slot)) {
                (*slot, links.same) = (voice, Some(concern));
            }
        }
    }
    for (record, links) in records.concerns.iter().zip(&mut *links) {
        let same = links.same.take();
        let all_echo = links.sources.iter().zip(&links.voices).all(|(one, other)| one != other);
        links.same = same.filter(|_| all_echo && !record.evidence.is_empty());
    }
}

/// Where all that a concern quotes of one source stood before, in another source.
fn echo<'e>(
    passages: &mut Passages<(SourceIx, ConcernIx)>,
    evidence: impl Iterator<Item = &'e Evidence>,
    its: (SourceIx, ConcernIx),
) -> Option<(SourceIx, ConcernIx)> {
    let (mut first, mut own) = (None, false);
    for evidence in evidence {
        let quote = evidence.quote.as_ref();
        let known = quote.map(|it| passages.first(&it.exact, its)).unwrap_or_default();
        let other = known.into_iter().find(|it| it.0 != its.0);
        own |= other.is_none();
        first = first.or(other);
    }
    first.filter(|_| !own)
}
