//! Citations among other words: where a paragraph of prose names places, and which. What may
//! belong to one list is decided in `prose/region.rs`; what it means, by the same parser that reads
//! lists. For tools: nothing that a reader downloads calls it.

mod region;
mod words;

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    Citation,
    cursor::is_separator,
    parser::Parser,
    token::{Kind, Token},
};
use region::Region;

/// Places that a text names in one breath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes that name them.
    pub span: Range<usize>,
    /// The places: several for a range, or for `paragraphs 4 and 5 of Article 28`.
    pub citations: Vec<Citation>,
    /// The bytes of the whole list that this is a piece of, which one word such as `Articles`
    /// introduces; what follows the list may say whose articles they are.
    pub list: Range<usize>,
}

/// Finds citations in a paragraph of prose, in its order, without overlap.
///
/// Only what a word such as `Article` or an `eId` introduces counts. What reads two ways isn't
/// found: in `Article 28, 30 countries said` there is one article. Whether they are of this law
/// or of another isn't asked here. Time grows with the text's length alone.
pub fn find(text: &str) -> Vec<Found> {
    let tokens = words::tokens(text);
    let prose = Prose { text, tokens: &tokens };
    let mut found = Vec::new();
    let (mut at, mut brackets) = (0, 0_usize);
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Open => brackets += 1,
            Kind::Close => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        at = match Region::at(&prose, at, brackets > 0) {
            Some(end) => prose.pieces(at, end, &mut found).max(at + 1),
            None => at + 1,
        };
    }
    found
}

/// A paragraph and its tokens.
struct Prose<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

/// Tokens up to here name these places.
struct Prefix {
    end: usize,
    citations: Vec<Citation>,
}

impl Prose<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Cuts a list into pieces; the token after the last of them.
    fn pieces(&self, start: usize, end: usize, found: &mut Vec<Found>) -> usize {
        let prefixes = self.prefixes(start, end);
        let Some(whole) = prefixes.last() else { return start };
        let list = self.bytes(start, whole.end);
        let (mut from, mut count) = (start, 0);
        for prefix in &prefixes {
            let citations = whole.citations.get(count..prefix.citations.len());
            let joined = self.tokens.get(from..prefix.end).unwrap_or_default();
            let to = joined.first().is_some_and(|token| token.kind == Kind::To);
            let apart = |token: &Token| is_separator(token.kind);
            let skipped = joined.iter().take_while(|token| apart(token)).count();
            let citations = citations.unwrap_or_default().iter().cloned();
            match found.last_mut().filter(|_| to && from > start) {
                Some(range) => {
                    range.span.end = self.bytes(from, prefix.end).end;
                    range.citations.extend(citations);
                }
                None => found.push(Found {
                    span: self.bytes(from + skipped, prefix.end),
                    citations: citations.collect(),
                    list: list.clone(),
                }),
            }
            (from, count) = (prefix.end, prefix.citations.len());
        }
        whole.end
    }

    /// For each number of places the longest beginning that names so many: after `Articles 28 and
    /// 29(2)` those are `Articles 28` and all of it.
    fn prefixes(&self, start: usize, end: usize) -> Vec<Prefix> {
        let mut prefixes: Vec<Prefix> = Vec::new();
        for end in start + 1..=end {
            let Some(tokens) = self.tokens.get(start..end) else { break };
            let labelled = tokens.last().is_some_and(|last| {
                matches!(last.kind, Kind::Number(_) | Kind::Close | Kind::Word | Kind::Eid)
            });
            if !labelled {
                continue;
            }
            let items = Parser::new(self.text, tokens).run().into_iter();
            let Ok(citations) = items.collect::<Result<Vec<_>, _>>() else { continue };
            prefixes.retain(|shorter| shorter.citations.len() < citations.len());
            prefixes.push(Prefix { end, citations });
        }
        prefixes
    }

    fn bytes(&self, start: usize, end: usize) -> Range<usize> {
        let from = self.tokens.get(start).map_or(self.text.len(), |token| token.span.start);
        let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
        from..last.map_or(from, |token| token.span.end.max(from))
    }
}
