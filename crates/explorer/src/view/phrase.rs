//! Words of the dataset, in the reader's language where there is a translation, with the places
//! that match the search.

use std::ops::Range;

use dataset::{LanguageTag, Text};

use crate::{fold::words, list::List as _, view::ScreenBuilder};

/// Words to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Their language, where it isn't the interface's.
    pub lang: Option<String>,
    /// The places that match the search, in bytes, in order, none touching another.
    pub marks: Vec<Range<usize>>,
}

impl Phrase {
    /// The text cut at its marks: each piece, and whether it is marked.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, bool)> {
        let end = self.text.len();
        let starts = std::iter::once(0).chain(self.marks.iter().map(|mark| mark.end));
        let marks = self.marks.iter().cloned().chain(std::iter::once(end..end));
        let pairs = starts.zip(marks);
        pairs
            .flat_map(|(start, mark)| [(start..mark.start, false), (mark, true)])
            .filter_map(|(range, marked)| Some((self.text.get(range)?, marked)))
            .filter(|(piece, _)| !piece.is_empty())
    }
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(lang: &str) -> bool {
    matches!(base(lang), "ar" | "fa" | "he" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb")
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl ScreenBuilder<'_> {
    /// The text in the reader's language, or in the dataset's.
    pub(super) fn phrase(&self, text: &Text) -> Phrase {
        match text.translation(&self.context.lang) {
            Some((tag, translation)) => self.words_in(&translation.text, tag),
            None => self.words_in(text.original(), &self.dataset().records().language),
        }
    }

    /// Words in a language, such as a quote's.
    pub(super) fn words_in(&self, text: &str, language: &LanguageTag) -> Phrase {
        let tag = language.as_str();
        let foreign = !base(tag).eq_ignore_ascii_case(base(&self.context.lang));
        let marks = if self.needle.is_empty() { Vec::new() } else { self.marks(text) };
        Phrase { text: text.into(), lang: foreign.then(|| tag.into()), marks }
    }

    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let matching = words(text).into_iter().filter(|word| self.needle.marks(&word.text));
        matching.map(|word| word.at).list()
    }
}
