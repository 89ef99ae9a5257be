//! Which words begin a citation in prose, and what may label a place there.

use super::{
    super::{
        label::Label,
        steps::Step,
        token::{self, Kind},
        words::Level,
    },
    Prose,
};

/// How far `paragraph 4 (b) and (c) of the` looks for its article.
const LONGEST_WAY: usize = 24;

/// Whether a token may label a point.
pub(super) fn is_label(prose: &Prose<'_>, at: usize) -> bool {
    let token = prose.tokens.get(at).filter(|it| matches!(it.kind, Kind::Word | Kind::And));
    token.is_some_and(|it| token::label(prose.text, it).is_some())
}

/// Whether a word begins a citation here: a number follows, or letters that this law counts by.
/// Words for what the law doesn't have, such as the chapters of a book, begin none.
pub(super) fn begins(prose: &Prose<'_>, head: usize, level: Level) -> bool {
    let step = Step { level: Some(level), label: Label::default(), bracketed: false };
    let own = prose.law.is_own(&[step]);
    let word = prose.tokens.get(head).and_then(|it| prose.text.get(it.span.clone()));
    // Books and films have parts and titles, too.
    let common = matches!(level, Level::Chapter | Level::Title | Level::Part) && !own;
    // French and Spanish write them small.
    let small = word.is_some_and(|it| {
        it.starts_with(|c: char| c.is_ascii_lowercase()) && !matches!(it, "chapitre" | "capítulo")
    });
    if common && small && !is_roman(prose, head + 1, level) {
        return false;
    }
    if level == Level::Preamble {
        return prose.law.has(&[step]) && word.is_some_and(|it| !it.starts_with('p'));
    }
    match prose.kind(head + 1) {
        Some(Kind::Number(_) | Kind::First) => own || prose.law.has_unit(level),
        Some(Kind::Word) => has(prose, head + 1, level),
        // `Recital (47)`
        Some(Kind::Open) if matches!(prose.kind(head + 2), Some(Kind::Number(_))) => {
            own || prose.law.has_unit(level)
        }
        Some(Kind::Noise | Kind::Open) => own,
        _ => false,
    }
}

/// Whether a capital Roman number that this law has stands here: `chapter IV`.
fn is_roman(prose: &Prose<'_>, at: usize, level: Level) -> bool {
    let written = prose.written(at);
    let roman = written.bytes().all(|it| matches!(it, b'I' | b'V' | b'X' | b'L'));
    // `in that chapter I argued`
    roman && written != "I" && has(prose, at, level)
}

/// Whether a place of this law begins with this word and this label.
pub(super) fn has(prose: &Prose<'_>, at: usize, level: Level) -> bool {
    let label = |at: usize| token::label(prose.text, prose.tokens.get(at)?);
    let Some(first) = label(at) else { return false };
    let letters = !first.is_number();
    let first = Step { level: Some(level), label: first, bracketed: false };
    let step = |label| Step { level: None, label, bracketed: false };
    let coded = || label(at + 1).is_some_and(|it| prose.law.begins_with(&[first, step(it)]));
    let counted = || prose.law.has(&[first.counted()]);
    if letters { counted() || coded() } else { prose.law.begins_with(&[first]) }
}

/// Whether `paragraph 4 of Article` stands here, or the like.
pub(super) fn leads_to_head(prose: &Prose<'_>, head: usize) -> bool {
    let mut of = false;
    for at in head + 1..head + LONGEST_WAY {
        match prose.kind(at) {
            Some(Kind::Level { level, .. }) if of && prose.law.is_head(level) => {
                return begins(prose, at, level);
            }
            Some(Kind::Level { level: Level::Article, .. }) => return false,
            Some(Kind::Of) => of = true,
            Some(Kind::Noise) => {}
            Some(Kind::Word) if !is_label(prose, at) => return false,
            // A level behind `of` is one on the way out.
            Some(
                Kind::Number(_)
                | Kind::Open
                | Kind::Close
                | Kind::Word
                | Kind::And
                | Kind::Comma
                | Kind::To
                | Kind::Dot
                | Kind::Sub
                | Kind::Level { .. },
            ) => of = false,
            _ => return false,
        }
    }
    false
}
