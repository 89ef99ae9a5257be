//! The text index: which entries have words that begin with what was typed, and in which field.

use std::collections::{BTreeMap, BTreeSet};

use crate::fold::words;

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    entry: u32,
    field: Field,
}

/// Words of a list of entries, sorted, each with the entries that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextIndex {
    words: Vec<(Box<str>, Vec<Posting>)>,
}

/// Collects the words of entries.
#[derive(Default)]
pub(crate) struct IndexBuilder {
    words: BTreeMap<Box<str>, BTreeSet<Posting>>,
}

impl IndexBuilder {
    pub(crate) fn add(&mut self, entry: usize, field: Field, text: &str) {
        let Ok(entry) = u32::try_from(entry) else { return };
        for word in words(text) {
            let postings = self.words.entry(word.text.into()).or_default();
            postings.insert(Posting { entry, field });
        }
    }

    pub(crate) fn build(self) -> TextIndex {
        let words = self.words.into_iter().map(|(word, at)| (word, at.into_iter().collect()));
        TextIndex { words: words.collect() }
    }
}

/// What a reader is looking for, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needle {
    words: Vec<String>,
}

impl Needle {
    pub(crate) fn new(query: &str) -> Self {
        Self { words: words(query).into_iter().map(|word| word.text).collect() }
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
    pub(crate) fn find(&self, needle: &Needle) -> BTreeMap<u32, Field> {
        let mut words = needle.words.iter();
        let Some(first) = words.next() else { return BTreeMap::new() };
        words.fold(self.beginning_with(first), |found, word| {
            let other = self.beginning_with(word);
            found
                .into_iter()
                .filter_map(|(entry, field)| Some((entry, field.max(*other.get(&entry)?))))
                .collect()
        })
    }

    /// The entries with a word that begins so, each with its best field.
    fn beginning_with(&self, start: &str) -> BTreeMap<u32, Field> {
        let from = self.words.partition_point(|(word, _)| **word < *start);
        let matching = self.words.iter().skip(from).take_while(|(word, _)| word.starts_with(start));
        let mut best = BTreeMap::new();
        for posting in matching.flat_map(|(_, postings)| postings) {
            let field = best.entry(posting.entry).or_insert(posting.field);
            *field = posting.field.min(*field);
        }
        best
    }
}
