//! Letters behind a blank, which may be labels and may be a sentence's own words: `§ 4 a Abs. 2`,
//! `Section 5 A lets wardens`, `Section 5 a warden may`.

use super::{
    super::{
        list::{self, is_separator},
        token::{Kind, label},
        words::Level,
    },
    Prose,
};

/// What a letter behind a blank is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    Label,
    /// The law has a place with it, and it reads well as a word, too.
    Doubtful,
    Speech,
}

impl Prose<'_> {
    /// What the letter is that follows a number or a bracket behind a blank, in a list that begins
    /// at `start`; none where there is no such letter.
    pub(super) fn letter(&self, start: usize, at: usize) -> Option<Letter> {
        let before = at.checked_sub(1).filter(|it| *it >= start)?;
        let numbered = matches!(self.kind(before)?, Kind::Number(_));
        let gap = self.tokens.get(before)?.span.end < self.tokens.get(at)?.span.start;
        let place = self.kind(before) == Some(Kind::Close) || numbered;
        if !gap || !place || self.kind(at) != Some(Kind::Word) {
            return None;
        }
        let letter = label(self.text, self.tokens.get(at)?)?;
        let [letter] = *letter.as_bytes() else { return None };
        let Some(known) = self.has_end(start, at + 1) else { return Some(Letter::Doubtful) };
        let ends = self.ends(at + 1);
        let capital = self.written(at).starts_with(|it: char| it.is_ascii_uppercase());
        let signed = (start..at)
            .any(|it| matches!(self.kind(it), Some(Kind::Level { level: Level::Sign, .. })));
        let vowel = matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
        // `Section 5 A Threat`, `Section 5 I think`
        let named = capital && letter != b'i' && self.is_small(at + 1);
        // `§ 28 f.` is that one and the next.
        let following = letter == b'f' && numbered && self.kind(at + 1) == Some(Kind::Stop);
        let plain = (ends || signed || named || !vowel) && !following;
        let sure =
            ends && !numbered || signed || capital && (ends || named || self.is_small(at + 1));
        Some(match (known, plain) {
            (true, true) => Letter::Label,
            (true, false) => Letter::Doubtful,
            (false, true) if sure => Letter::Label,
            _ => Letter::Speech,
        })
    }

    /// Whether the law has the last place that is named between two tokens; none where that reads
    /// two ways.
    fn has_end(&self, start: usize, end: usize) -> Option<bool> {
        match self.read(start, end).pop()?.found {
            list::Found::Places(places) => Some(places.last().is_some_and(|it| self.law.has(it))),
            _ => None,
        }
    }

    /// Whether no sentence goes on here with words that a letter may belong to.
    fn ends(&self, at: usize) -> bool {
        let number = |at: usize| matches!(self.kind(at), Some(Kind::Number(_)));
        match self.kind(at) {
            Some(Kind::Close | Kind::To) | None => true,
            Some(Kind::Level { .. }) => number(at + 1),
            Some(Kind::Open) => number(at + 1) && self.kind(at + 2) == Some(Kind::Close),
            Some(kind) => is_separator(kind),
        }
    }

    /// Whether a word in small letters stands here.
    fn is_small(&self, at: usize) -> bool {
        self.written(at).starts_with(|it: char| it.is_lowercase())
    }
}
