//! Words of the dataset, in the reader's language where there is a translation, with the places
//! that match the search.

use std::ops::Range;

use dataset::{LanguageTag, List as _, Text};

use crate::view::ScreenBuilder;

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

/// How many characters of a long text stand before its first mark, and how many from there on.
const AROUND: [usize; 2] = [60, 110];

impl Phrase {
    /// What stands around the first mark, cut between words.
    pub(super) fn around_mark(&self) -> Self {
        let mark = self.marks.first().map_or(0, |mark| mark.start);
        let (before, after) = self.text.split_at_checked(mark).unwrap_or_default();
        let [start, end] = AROUND;
        // One more, for the blank that it is cut at.
        let start = before.char_indices().rev().nth(start).map_or(0, |(at, _)| {
            let cut = before.get(at..).and_then(|it| it.find(' '));
            cut.map_or(at, |cut| at + cut + 1)
        });
        let end = after.char_indices().nth(end).map_or(self.text.len(), |(at, _)| {
            let cut = after.get(..at).and_then(|it| it.rfind(' '));
            mark + cut.unwrap_or(at)
        });
        let open = if start > 0 { "… " } else { "" };
        let close = if end < self.text.len() { " …" } else { "" };
        let inside = self.marks.iter().filter(|it| start <= it.start && it.end <= end);
        let moved = |at: usize| at - start + open.len();
        Self {
            text: [open, self.text.get(start..end).unwrap_or_default(), close].concat(),
            lang: self.lang.clone(),
            marks: inside.map(|it| moved(it.start)..moved(it.end)).list(),
        }
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

    /// A name with those of others for the same that have what is looked for, where it hasn't itself:
    /// "Human Rights Watch (HRW)".
    pub(super) fn called(&self, name: &Text, others: &mut dyn Iterator<Item = &String>) -> Phrase {
        let mut named = self.phrase(name);
        let has = self.needle.found_in(&named.text);
        let found = others.filter(|other| self.needle.found_in(other) & !has != 0);
        let found: Vec<&str> = found.map(String::as_str).list();
        if !found.is_empty() {
            named.text = [&named.text, " (", &found.join(", "), ")"].concat();
            named.marks = self.needle.marks(&named.text);
        }
        named
    }

    /// Words in a language, such as a quote's.
    pub(super) fn words_in(&self, text: &str, language: &LanguageTag) -> Phrase {
        let tag = language.as_str();
        let lang = &self.context.lang;
        let foreign = tag != lang && !base(tag).eq_ignore_ascii_case(base(lang));
        let marks = if self.needle.is_empty() { Vec::new() } else { self.needle.marks(text) };
        Phrase { text: text.into(), lang: foreign.then(|| tag.into()), marks }
    }
}
