//! The same passage in several sources is one voice, however many papers print it: which source
//! has it first, and which concern. Every count follows from this, and so does what the check tells.

use alloc::{vec, vec::Vec};

use crate::{
    citation::folded,
    model::{ConcernIx, ConcernLinks, SourceIx},
    names::Names,
    records::{Evidence, Records},
};

/// So many words in a row are not the same by chance.
pub(crate) const SAME: usize = 12;

/// Passages that are known by their words' hashes, each with the number of the text that had it
/// first, from 1.
pub(crate) struct Passages {
    slots: Vec<(u64, u32)>,
    known: usize,
}

impl Passages {
    pub(crate) fn new() -> Self {
        Self { slots: vec![(0, 0); 64], known: 0 }
    }

    /// Tells of each passage of the `nth` text who had it before, the text itself not left out; what
    /// nobody has is its own from now on.
    pub(crate) fn each(&mut self, text: &str, nth: u32, tell: &mut dyn FnMut(u32)) {
        let (mut words, mut count, mut word) = ([0; SAME], 0, 0);
        for byte in folded(text).bytes().chain([b' ']) {
            if byte != b' ' {
                word = mixed(word, u64::from(byte));
                continue;
            }
            words.rotate_left(1);
            words[SAME - 1] = word;
            (word, count) = (0, count + 1);
            if count >= SAME {
                let passage = words.iter().fold(0, |hash, word| mixed(hash, *word));
                tell(self.take(passage, nth));
            }
        }
    }

    /// Who has a passage.
    fn take(&mut self, passage: u64, nth: u32) -> u32 {
        if self.known * 2 >= self.slots.len() {
            let old = core::mem::take(&mut self.slots);
            (self.slots, self.known) = (vec![(0, 0); old.len() * 2], 0);
            for (passage, nth) in old {
                if nth > 0 {
                    self.put(passage, nth);
                }
            }
        }
        self.put(passage, nth)
    }

    fn put(&mut self, passage: u64, nth: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(passage >> 32).unwrap_or_default();
        while let Some(slot) = self.slots.get_mut(at & mask) {
            if slot.1 == 0 {
                *slot = (passage, nth);
                self.known += 1;
            }
            if slot.0 == passage {
                return slot.1;
            }
            at += 1;
        }
        nth
    }
}

/// FNV-1a, as far as passages need it.
fn mixed(hash: u64, part: u64) -> u64 {
    (hash ^ part ^ 0xcbf2_9ce4_8422_2325).wrapping_mul(0x0100_0000_01b3)
}

/// A concern's quotations of one source.
struct Quoting {
    source: SourceIx,
    concern: usize,
}

/// Works out in which sources each concern counts, and as which concern.
pub(crate) fn link(records: &Records, names: &Names<'_>, links: &mut [ConcernLinks]) {
    let (mut passages, mut all) = (Passages::new(), Vec::new());
    for links in &mut *links {
        links.voices = links.sources.clone();
    }
    for source in (0..records.sources.len()).map(SourceIx::nth) {
        for (concern, (record, links)) in records.concerns.iter().zip(&mut *links).enumerate() {
            let Some(slot) = links.sources.iter().position(|it| *it == source) else { continue };
            all.push(Quoting { source, concern });
            let is_its =
                |it: &&Evidence| names.sources.find(it.source.as_str()) == Some(source.index());
            let first = first(&mut passages, &mut record.evidence.iter().filter(is_its), &all);
            if let (Some(first), Some(voice)) = (first, links.voices.get_mut(slot)) {
                (*voice, links.same) = (first.source, Some(ConcernIx::nth(first.concern)));
            }
        }
    }
    for links in links {
        let mut pairs = links.sources.iter().zip(&links.voices);
        links.same.take_if(|_| pairs.any(|(source, voice)| source == voice));
    }
}

/// Where all that was last quoted stood before, in another source.
fn first<'a>(
    passages: &mut Passages,
    evidence: &mut dyn Iterator<Item = &Evidence>,
    all: &'a [Quoting],
) -> Option<&'a Quoting> {
    let (its, nth) = (all.last()?, u32::try_from(all.len()).ok()?);
    let (mut first, mut own) = (None, false);
    for evidence in evidence {
        let (mut other, mut passing, mut repeated) = (None, 0, 0);
        if let Some(quote) = &evidence.quote {
            passages.each(&quote.exact, nth, &mut |known| {
                let known = (known as usize).checked_sub(1).and_then(|known| all.get(known));
                let known = known.filter(|it| it.source != its.source);
                passing += 1;
                repeated += usize::from(known.is_some());
                other = other.or(known);
            });
        }
        // Two critics who quote the same sentence of a law go on in words of their own.
        let other = other.filter(|_| 2 * repeated > passing);
        own |= other.is_none();
        first = first.or(other);
    }
    first.filter(|_| !own)
}
