//! A paragraph in the words that the reader of citations knows: `the fourth paragraph of Article
//! 28` as `paragraph 4 of Article 28`, `Article 28’s paragraph 4` as `Article 28, paragraph 4`. What
//! is found in it is told by where it stands in the paragraph as it was written.

mod language;
mod ordinals;
mod rules;

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use super::super::{
    Citations,
    token::{Kind, Token},
    words::{Level, fold},
};
use crate::numerals::Language;

/// Other words for some bytes of a paragraph.
struct Edit {
    /// What they stand for, in the paragraph.
    source: Range<usize>,
    words: String,
}

/// A paragraph in other words.
pub(super) struct Reworded {
    pub(super) text: String,
    /// The bytes of each edit in `text`, and in the paragraph.
    edits: Vec<(Range<usize>, Range<usize>)>,
}

impl Reworded {
    pub(super) fn of(law: &Citations, paragraph: &str) -> Self {
        let tokens = law.tokens(paragraph);
        let word = |token: &Token| {
            let written = paragraph.get(token.span.clone());
            written.filter(|it| it.len() <= LONGEST).map(fold).unwrap_or_default()
        };
        let folded: Vec<String> = tokens.iter().map(word).collect();
        let languages = language::of_paragraph(&folded);
        let words =
            Words { law, text: paragraph, tokens: &tokens, folded: &folded, languages: &languages };
        let (mut text, mut edits, mut from) = (String::new(), Vec::new(), 0);
        for edit in words.edits() {
            text.push_str(paragraph.get(from..edit.source.start).unwrap_or_default());
            let start = text.len();
            text.push_str(&edit.words);
            from = edit.source.end;
            edits.push((start..text.len(), edit.source));
        }
        text.push_str(paragraph.get(from..).unwrap_or_default());
        Self { text, edits }
    }

    /// Where some of these words stand in the paragraph; other words, where what they stand for does.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        self.start(range.start)..self.end(range.end)
    }

    fn start(&self, place: usize) -> usize {
        let next = self.edits.partition_point(|(words, _)| words.end <= place);
        let within = self.edits.get(next).filter(|(words, _)| words.start <= place);
        within.map_or_else(|| self.shifted(place, next), |(_, source)| source.start)
    }

    fn end(&self, place: usize) -> usize {
        // What was taken out right behind a place doesn't belong to it.
        let next =
            self.edits.partition_point(|(words, _)| words.end <= place && words.start < place);
        let within = self.edits.get(next).filter(|(words, _)| words.start < place);
        within.map_or_else(|| self.shifted(place, next), |(_, source)| source.end)
    }

    fn shifted(&self, place: usize, next: usize) -> usize {
        let before = next.checked_sub(1).and_then(|last| self.edits.get(last));
        before.map_or(place, |(words, source)| source.end + (place - words.end))
    }
}

/// A paragraph's tokens while they are looked at.
struct Words<'t> {
    law: &'t Citations,
    text: &'t str,
    tokens: &'t [Token],
    /// Each token folded; empty where it is too long for any word that is looked for.
    folded: &'t [String],
    /// What the paragraph may be written in.
    languages: &'t [Language],
}

impl Words<'_> {
    /// All edits, in order; none overlaps another.
    fn edits(&self) -> Vec<Edit> {
        let (mut edits, mut at): (Vec<Edit>, _) = (Vec::new(), 0);
        while at < self.tokens.len() {
            match self.edit(at) {
                Some((more, length)) => {
                    edits.extend(more);
                    at += length;
                }
                None => at += 1,
            }
        }
        edits
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn before(&self, at: usize) -> Option<Kind> {
        self.kind(at.checked_sub(1)?)
    }

    fn written(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(|it| self.text.get(it.span.clone())).unwrap_or_default()
    }

    fn word(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", String::as_str)
    }

    /// The bytes of some tokens.
    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let from = self.tokens.get(tokens.start).map_or(self.text.len(), |it| it.span.start);
        let last = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        from..last.map_or(from, |it| it.span.end.max(from))
    }

    fn replace(&self, tokens: Range<usize>, words: impl Into<String>) -> Edit {
        Edit { source: self.bytes(tokens), words: words.into() }
    }

    /// What is left between two tokens.
    fn gap(&self, at: usize) -> &str {
        let (Some(one), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else {
            return " ";
        };
        self.text.get(one.span.end..next.span.start).unwrap_or(" ")
    }

    /// Whether a word for what stands within an article is here.
    fn is_inner(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Level { level, .. }) if level > Level::Sign)
    }

    fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Number(_)))
    }

    /// Whether a place may end right before this token.
    fn is_behind_place(&self, at: usize) -> bool {
        matches!(self.before(at), Some(Kind::Number(_) | Kind::Close))
    }

    /// The next token that is no article of speech.
    fn past_small(&self, mut at: usize) -> usize {
        for _ in 0..MOST_SMALL {
            at += usize::from(self.kind(at) == Some(Kind::Noise));
        }
        at
    }
}

/// More articles of speech stand nowhere.
const MOST_SMALL: usize = 3;

/// No word that is looked for is longer.
const LONGEST: usize = 40;
