//! The text index: which entries have the words that are looked for, and in which field.

use std::{collections::BinaryHeap, mem};

use dataset::Text;

use crate::{
    fold::each_word_in,
    needle::{Needle, Sought},
};

/// Where a word stands in an entry. The order is the order of results: an entry ranks by the
/// field in which its least well placed word was found, and entries of one rank keep the law's
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Citation,
    Heading,
    Summary,
    /// The law's own words.
    OwnWords,
    ConcernTitle,
    Concern,
    Group,
    /// What is asked for, or replied.
    Response,
    /// The name of somebody who speaks of it. By this alone a provision isn't found.
    Organisation,
    /// What is said of a group. It leads to the group, and from there to no provision.
    About,
}

impl Field {
    /// All that lead to provisions, best first.
    pub(crate) const ALL: [Self; 9] = [
        Self::Citation,
        Self::Heading,
        Self::Summary,
        Self::OwnWords,
        Self::ConcernTitle,
        Self::Concern,
        Self::Group,
        Self::Response,
        Self::Organisation,
    ];
}

/// An entry that has a word, and the best field that has it there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posting {
    pub(crate) entry: u32,
    pub(crate) field: Field,
    /// The place, plus one, of the posting before it for the same word; 0 for its first.
    before: u32,
}

/// Words of a list of entries, sorted, each with the place, plus one, of its last posting.
#[derive(Debug, Default)]
pub(crate) struct TextIndex {
    words: Vec<(Box<str>, u32)>,
    postings: Vec<Posting>,
}

/// Collects the words of entries, one entry after another.
#[derive(Debug, Default)]
pub(crate) struct IndexBuilder {
    index: TextIndex,
    /// Numbers of words, plus one, each in the first free slot from that of its hash on; 0 where
    /// there is none. At most half of them are taken.
    slots: Vec<u32>,
    /// Room for a word's letters.
    letters: String,
}

impl IndexBuilder {
    /// Adds each wording of a text.
    pub(crate) fn add_text(&mut self, entry: usize, field: Field, text: &Text) {
        for wording in text.wordings() {
            self.add(entry, field, wording);
        }
    }

    pub(crate) fn add(&mut self, entry: usize, field: Field, text: &str) {
        let Ok(entry) = u32::try_from(entry) else { return };
        let mut letters = mem::take(&mut self.letters);
        each_word_in(&mut letters, text, &mut |word, _| self.post(word, entry, field));
        self.letters = letters;
    }

    fn post(&mut self, word: &str, entry: u32, field: Field) {
        let number = self.number(word);
        let Self { index: TextIndex { words, postings }, .. } = self;
        let Some((_, last)) = words.get_mut(number) else { return };
        match postings.get_mut((*last as usize).wrapping_sub(1)) {
            Some(posting) if posting.entry == entry => posting.field = posting.field.min(field),
            _ => {
                postings.push(Posting { entry, field, before: *last });
                *last = place(postings.len());
            }
        }
    }

    /// The number of a word, a new one where it hasn't been met.
    fn number(&mut self, word: &str) -> usize {
        if self.index.words.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mut slot = hash(word);
        loop {
            slot &= self.slots.len() - 1;
            let number = self.slots.get(slot).map_or(0, |number| *number as usize);
            match self.index.words.get(number.wrapping_sub(1)) {
                Some((known, _)) if **known == *word => return number - 1,
                Some(_) => slot += 1,
                None => break,
            }
        }
        self.index.words.push((word.into(), 0));
        if let Some(free) = self.slots.get_mut(slot) {
            *free = place(self.index.words.len());
        }
        self.index.words.len() - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![0; size];
        for (number, (word, _)) in self.index.words.iter().enumerate() {
            let mut slot = hash(word) & (size - 1);
            while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = place(number + 1);
            }
        }
    }

    pub(crate) fn build(self) -> TextIndex {
        // A heap, because it sorts as fast as needed and in a tenth of the code of `sort`.
        let words = BinaryHeap::from(self.index.words).into_sorted_vec();
        TextIndex { words, ..self.index }
    }
}

fn place(len: usize) -> u32 {
    u32::try_from(len).unwrap_or_default()
}

/// FNV-1a.
fn hash(word: &str) -> usize {
    word.bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        as usize
}

impl TextIndex {
    /// Tells of each entry with a word that is looked for; once for each such word.
    pub(crate) fn each_with(&self, sought: &Sought, tell: &mut dyn FnMut(Posting)) {
        self.each_word_with(sought, &mut |last| self.each_after(last, tell));
    }

    /// Tells of the postings of a word, by the place of its last.
    fn each_after(&self, last: u32, tell: &mut dyn FnMut(Posting)) {
        let mut at = last;
        while let Some(posting) = self.postings.get((at as usize).wrapping_sub(1)) {
            tell(*posting);
            at = posting.before;
        }
    }

    /// Whether any word is the one looked for.
    pub(crate) fn has(&self, sought: &Sought) -> bool {
        let mut has = false;
        self.each_word_with(sought, &mut |_| has = true);
        has
    }

    /// Tells of all words, each with its postings, last first.
    pub(crate) fn each_list(&self, tell: &mut dyn FnMut(&str, &[Posting])) {
        for (word, last) in &self.words {
            let mut list = Vec::new();
            self.each_after(*last, &mut |it| list.push(it));
            tell(word, &list);
        }
    }

    /// Tells of all words.
    pub(crate) fn each_word(&self, tell: &mut dyn FnMut(&str)) {
        self.words.iter().for_each(|(word, _)| tell(word));
    }

    /// Words that begin alike stand side by side; those that have it inside may be any.
    fn each_word_with(&self, sought: &Sought, tell: &mut dyn FnMut(u32)) {
        let from = if sought.within {
            0
        } else {
            self.words.partition_point(|(word, _)| **word < *sought.letters)
        };
        for (word, last) in self.words.iter().skip(from) {
            if sought.is_in(word) {
                tell(*last);
            } else if !sought.within {
                return;
            }
        }
    }

    /// Whether each entry has every word of the needle.
    pub(crate) fn have(&self, needle: &Needle, entries: usize) -> Vec<bool> {
        let mut all = vec![!needle.is_empty(); entries];
        for sought in &needle.words {
            let mut found = vec![false; entries];
            self.each_with(sought, &mut |posting| {
                if let Some(found) = found.get_mut(posting.entry as usize) {
                    *found = true;
                }
            });
            all.iter_mut().zip(found).for_each(|(all, found)| *all &= found);
        }
        all
    }
}
