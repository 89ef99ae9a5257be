//! The same passage in several sources is one voice, however many papers print it: which source
//! has it first, and which concern. Every count follows from this, and so does what the check tells.

use alloc::{vec, vec::Vec};

use crate::{
    ConcernIx, ConcernLinks, Evidence, Records, SourceIx, Text, citation::folded, names::Names,
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

/// Whose the law's own words are: no text's that is counted.
pub(crate) const LAW: u32 = u32::MAX;

/// The law's own words, which are nobody's passage: its titles, headings and texts.
pub(crate) fn of_law(records: &Records) -> Passages {
    let mut passages = Passages::new();
    let mut add = |text: &str| passages.each(text, LAW, &mut |_| {});
    add(records.instrument.title.original());
    for provision in &records.provisions {
        add(provision.heading.as_ref().map_or("", Text::original));
        add(&provision.text.join(" "));
    }
    passages
}

/// Works out in which sources each concern counts, and as which concern.
pub(crate) fn link(records: &Records, names: &Names<'_>, links: &mut [ConcernLinks]) {
    for links in &mut *links {
        links.voices = links.sources.clone();
    }
    let mut reader = Reader { records, passages: Passages::new(), law: None, read: Vec::new() };
    for source in (0..records.sources.len()).map(SourceIx::nth) {
        for (concern, (record, links)) in records.concerns.iter().zip(&mut *links).enumerate() {
            let Some(slot) = links.sources.iter().position(|it| *it == source) else { continue };
            let is_its =
                |it: &&Evidence| names.sources.find(it.source.as_str()) == Some(source.index());
            let repeated = reader.repeated(source, &mut record.evidence.iter().filter(is_its));
            let first = repeated.unwrap_or((source, ConcernIx::nth(concern)));
            reader.read.push(Quoting { source, first });
            if let (Some((voice, same)), Some(its)) = (repeated, links.voices.get_mut(slot)) {
                (*its, links.same) = (voice, Some(same));
            }
        }
    }
    for links in links {
        let mut pairs = links.sources.iter().zip(&links.voices);
        links.same.take_if(|_| pairs.any(|(source, voice)| source == voice));
    }
}

/// What a concern quotes of a source, and where that stood first: there, or in whatever the source
/// repeats, however often it was repeated before.
struct Quoting {
    source: SourceIx,
    first: (SourceIx, ConcernIx),
}

/// Reads the quotations, source by source.
struct Reader<'a> {
    records: &'a Records,
    passages: Passages,
    /// Read where somebody repeats something.
    law: Option<Passages>,
    read: Vec<Quoting>,
}

impl Reader<'_> {
    /// Where all that a source is quoted with stood first, in another source.
    fn repeated(
        &mut self,
        source: SourceIx,
        evidence: &mut dyn Iterator<Item = &Evidence>,
    ) -> Option<(SourceIx, ConcernIx)> {
        let (mut first, mut own) = (None, false);
        for evidence in evidence {
            let quote = evidence.quote.as_ref().map_or("", |quote| &quote.exact);
            let other = self.most(source, quote).map(|it| it.first);
            own |= other.is_none();
            first = first.or(other);
        }
        first.filter(|_| !own)
    }

    /// The first that has most of a quotation before. Two critics who quote the same sentence go on
    /// in words of their own, and that of a law is neither's.
    fn most(&mut self, source: SourceIx, quote: &str) -> Option<&Quoting> {
        let Self { records, passages, law, read } = self;
        let nth = u32::try_from(read.len() + 1).ok()?;
        let mut runs = Vec::new();
        passages.each(quote, nth, &mut |known| {
            let known = (known as usize).checked_sub(1).and_then(|known| read.get(known));
            runs.push(known.filter(|it| it.source != source));
        });
        if runs.iter().any(Option::is_some) {
            let mut all = core::mem::take(&mut runs).into_iter();
            law.get_or_insert_with(|| of_law(records)).each(quote, nth, &mut |whose| {
                runs.extend(all.next().filter(|_| whose != LAW));
            });
        }
        let repeated = runs.iter().flatten().count();
        runs.iter().flatten().next().copied().filter(|_| 2 * repeated > runs.len())
    }
}
