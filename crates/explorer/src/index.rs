//! The text index: which entries have words that begin with what was typed, and in which field.

use std::collections::BinaryHeap;

use dataset::Text;

use crate::{fold::words, list::List as _};

/// Where a word stands in an entry. The order is the order of results: an entry ranks by the
/// field in which its least well placed word was found, and entries of one rank keep the law's
/// order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Citation,
    Heading,
    Summary,
    ConcernTitle,
    Concern,
    Group,
    Organisation,
}

impl Field {
    /// All of them, best first.
    pub(crate) const ALL: [Self; 7] = [
        Self::Citation,
        Self::Heading,
        Self::Summary,
        Self::ConcernTitle,
        Self::Concern,
        Self::Group,
        Self::Organisation,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    entry: u32,
    field: Field,
}

/// Words of a list of entries, sorted, each with the entries that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextIndex {
    words: Vec<(Box<str>, Vec<Posting>)>,
    entries: usize,
}

/// The rank of each entry that was found, by entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found(Vec<Option<Field>>);

impl Found {
    pub(crate) fn rank(&self, entry: usize) -> Option<Field> {
        self.0.get(entry).copied().flatten()
    }
}

/// Collects the words of entries.
#[derive(Default)]
pub(crate) struct IndexBuilder {
    /// A heap, because it sorts as fast as needed and in a tenth of the code of `sort`.
    found: BinaryHeap<(Box<str>, Posting)>,
    entries: usize,
}

impl IndexBuilder {
    /// Adds each wording of a text.
    pub(crate) fn add_text(&mut self, entry: usize, field: Field, text: &Text) {
        for wording in text.wordings() {
            self.add(entry, field, wording);
        }
    }

    pub(crate) fn add(&mut self, entry: usize, field: Field, text: &str) {
        self.entries = self.entries.max(entry + 1);
        let Ok(entry) = u32::try_from(entry) else { return };
        for word in words(text) {
            self.found.push((word.text.into(), Posting { entry, field }));
        }
    }

    pub(crate) fn build(self) -> TextIndex {
        let mut words: Vec<(Box<str>, Vec<Posting>)> = Vec::new();
        for (word, posting) in self.found.into_sorted_vec() {
            match words.last_mut() {
                Some((last, postings)) if *last == word => {
                    if postings.last() != Some(&posting) {
                        postings.push(posting);
                    }
                }
                _ => words.push((word, vec![posting])),
            }
        }
        TextIndex { words, entries: self.entries }
    }
}

/// What a reader is looking for, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needle {
    words: Vec<String>,
}

impl Needle {
    pub(crate) fn new(query: &str) -> Self {
        Self { words: words(query).into_iter().map(|word| word.text).list() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a folded word begins with one of those looked for.
    pub(crate) fn marks(&self, folded: &str) -> bool {
        self.words.iter().any(|word| folded.starts_with(word.as_str()))
    }
}

impl TextIndex {
    /// The entries that have every word of the needle, as the beginning of one of theirs, with
    /// the rank of each; by entry.
    pub(crate) fn find(&self, needle: &Needle) -> Found {
        let mut words = needle.words.iter();
        let Some(first) = words.next() else { return Found::default() };
        words.fold(self.beginning_with(first), |mut found, word| {
            let other = self.beginning_with(word);
            for (rank, other) in found.0.iter_mut().zip(other.0) {
                *rank = rank.zip(other).map(|(rank, other)| rank.max(other));
            }
            found
        })
    }

    /// The entries with a word that begins so, each with its best field.
    fn beginning_with(&self, start: &str) -> Found {
        let from = self.words.partition_point(|(word, _)| **word < *start);
        let matching = self.words.iter().skip(from).take_while(|(word, _)| word.starts_with(start));
        let mut found = Found(vec![None; self.entries]);
        for posting in matching.flat_map(|(_, postings)| postings) {
            if let Some(rank) = found.0.get_mut(posting.entry as usize) {
                *rank = Some(rank.map_or(posting.field, |rank| rank.min(posting.field)));
            }
        }
        found
    }
}
