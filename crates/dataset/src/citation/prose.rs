//! Citations among other words: where a paragraph of prose names places, and which. What may
//! belong to one list is decided in `prose/region.rs`; what it means, by the same reader that reads
//! lists. For tools: nothing that a reader downloads calls it.

mod apart;
mod head;
mod region;
mod reworded;
mod words;

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    Citations, Refusal, Unreadable,
    list::{self, Item, Reader, is_separator},
    token::{Kind, Token},
};
use crate::ProvisionIx;
use apart::Letter;
use region::Region;
use reworded::Reworded;

/// No place is cited by more tokens.
const LONGEST_PLACE: usize = 20;

/// Places that a text names in one breath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes that name them.
    pub span: Range<usize>,
    /// The places, or what the law doesn't have: several for a range, or for `paragraphs 4 and 5
    /// of Article 28`.
    pub places: Vec<Result<ProvisionIx, Unreadable>>,
    /// The bytes of the whole list that this is a piece of, which one word such as `Articles`
    /// introduces; what follows the list may say whose articles they are.
    pub list: Range<usize>,
}

impl Citations {
    /// Finds citations in a paragraph of prose, in its order, without overlap; each as long as it
    /// is written, never a shorter one that it begins with.
    ///
    /// Only what a word that this law is cited by introduces counts. What reads two ways isn't
    /// found: in `Article 28, 30 countries said` there is one article. Whether they are of this
    /// law or of another isn't asked here. Time grows with the text's length alone.
    pub fn find_in(&self, text: &str) -> Vec<Found> {
        let reworded = Reworded::of(self, text);
        let mut all: Vec<Found> = Vec::new();
        for found in self.find_plain(&reworded.text) {
            let (span, list) = (reworded.source(&found.span), reworded.source(&found.list));
            match all.last_mut().filter(|before| span.start < before.span.end) {
                // One word for both: `the first and second paragraphs`.
                Some(before) => before.places.extend(found.places),
                None => all.push(Found { span, list, ..found }),
            }
        }
        all
    }

    fn find_plain(&self, text: &str) -> Vec<Found> {
        let tokens = words::tokens(self, text);
        let prose = Prose { law: self, text, tokens: &tokens };
        let mut found = Vec::new();
        let (mut at, mut brackets) = (0, 0_usize);
        while let Some(token) = tokens.get(at) {
            match token.kind {
                Kind::Open => brackets += 1,
                Kind::Close => brackets = brackets.saturating_sub(1),
                _ => {}
            }
            let end = match Region::at(&prose, at, brackets > 0) {
                Some((end, doubtful)) => match prose.longest(at, end, brackets > 0) {
                    Some(longest) => prose.pieces(at, longest, &mut found),
                    None if doubtful => at,
                    None => prose.pieces(at, end, &mut found),
                },
                None => at,
            };
            at = end.max(at + 1);
        }
        found
    }
}

/// A paragraph and its tokens.
struct Prose<'t> {
    law: &'t Citations,
    text: &'t str,
    tokens: &'t [Token],
}

impl Prose<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn written(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(|it| self.text.get(it.span.clone())).unwrap_or_default()
    }

    /// Cuts a list into pieces; the token after the last of them.
    fn pieces(&self, start: usize, end: usize, found: &mut Vec<Found>) -> usize {
        let items = self.items(start, end);
        let Some(last) = items.last() else { return start };
        let end = last.tokens.end;
        let whole = self.bytes(start, end);
        for item in &items {
            let list::Found::Places(places) = &item.found else { continue };
            let span = self.bytes(item.tokens.start, item.tokens.end);
            let written = self.text.get(span.clone()).unwrap_or_default();
            let places = places.iter().map(|it| self.law.place(it, written, true)).collect();
            found.push(Found { span, places, list: whole.clone() });
        }
        end
    }

    /// Where the longest citation ends that begins here, that the law has, and that is not shorter
    /// than a list: in `§ 5 Abs. 2 Nr. 3 says` the number is no other word's.
    fn longest(&self, start: usize, list: usize, bracketed: bool) -> Option<usize> {
        let is_place = |items: &[Item]| {
            let [Item { found: list::Found::Places(places), .. }] = items else { return false };
            matches!(&**places, [place] if self.law.find(place).len() == 1)
        };
        let mut ends = (list..=self.reach(start)).rev();
        ends.find(|end| {
            !self.may_be_speech(start, *end, bracketed) && is_place(&self.read(start, *end))
        })
    }

    /// How far one place may reach that begins here. Two words that begin citations may be in it,
    /// as in `Schedule 3, Part 2`.
    fn reach(&self, start: usize) -> usize {
        let (mut end, mut heads) = (start, 0);
        while end < start + LONGEST_PLACE
            && let Some(kind) = self.kind(end)
        {
            match kind {
                Kind::Level { level, .. } if self.law.is_head(level) && heads == 2 => break,
                Kind::Level { level, .. } => heads += usize::from(self.law.is_head(level)),
                Kind::Word if !head::is_label(self, end) => break,
                Kind::And | Kind::Semicolon | Kind::Stop | Kind::Other => break,
                _ => {}
            }
            end += 1;
        }
        end
    }

    /// Whether what ends here may be a sentence's own words: `Article 28 points a finger`, `Article
    /// 28.A spokesman`, or the end of brackets around it all.
    fn may_be_speech(&self, start: usize, end: usize, bracketed: bool) -> bool {
        let before = |back: usize| end.checked_sub(back).filter(|at| *at >= start);
        let (Some(last), Some(outer)) = (before(1), before(2)) else { return false };
        let written = |at: usize| self.written(at);
        let kinds = || (start..end).filter_map(|at| self.kind(at));
        let count = |kind: Kind| kinds().filter(|it| *it == kind).count();
        if bracketed && count(Kind::Close) > count(Kind::Open) {
            return true;
        }
        if self.letter(start, last).is_some_and(|it| it != Letter::Label) {
            return true;
        }
        let letter = self.kind(last) == Some(Kind::Word);
        let capital = written(last).starts_with(|c: char| c.is_ascii_uppercase());
        if letter && self.kind(outer) == Some(Kind::Dot) && capital {
            return true;
        }
        let apart = before(3).is_some_and(|at| self.kind(at) == Some(Kind::Comma));
        let point = match &*written(outer).to_ascii_lowercase() {
            "points" => true,
            "point" => letter && (!apart || written(last) == "a"),
            _ => false,
        };
        point && self.kind(end) == Some(Kind::Word)
    }

    /// The pieces of the longest beginning that reads well as a whole.
    fn items(&self, start: usize, end: usize) -> Vec<Item> {
        let all = (start + 1..=end).rev().map(|end| self.read(start, end));
        // A range that runs backwards is left out, and what follows it isn't.
        let reads_well = |items: &Vec<Item>| {
            let is_place = |it: &Item| matches!(it.found, list::Found::Places(_));
            let well = |it: &Item| {
                is_place(it) || matches!(it.found, list::Found::Refused(Refusal::BadRange))
            };
            items.first().is_some_and(is_place)
                && items.last().is_some_and(is_place)
                && items.iter().all(well)
        };
        all.into_iter().find(reads_well).unwrap_or_default()
    }

    /// The pieces between two tokens; none where the last of them only leads on.
    fn read(&self, start: usize, end: usize) -> Vec<Item> {
        let leads_on = end.checked_sub(1).and_then(|last| self.kind(last)).is_none_or(|it| {
            matches!(it, Kind::To | Kind::Of | Kind::Noise | Kind::Sub | Kind::Dot | Kind::Open)
                || is_separator(it)
        });
        let Some(tokens) = self.tokens.get(..end).filter(|_| !leads_on) else { return Vec::new() };
        let mut cursor = self.law.cursor(self.text, tokens);
        cursor.at = start;
        Reader::new(cursor, &|_| None).run()
    }

    fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        let from = self.tokens.get(start).map_or(self.text.len(), |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        from..last.map_or(from, |token| token.span.end.max(from))
    }
}
