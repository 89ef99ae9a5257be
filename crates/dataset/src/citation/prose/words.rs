//! What a word of a citation means in prose, where it must carry more than in a list: `par` is a
//! French word before it is a paragraph, and Arabic writes prepositions together with their noun.

use alloc::{format, string::String, vec::Vec};

use super::super::{
    Citations,
    token::{Kind, Token},
    words::{Level, meaning},
};

/// Short forms that are words of their own, or parts of such, unless a dot follows.
const SHORT: [&str; 36] = [
    "art", "arts", "artt", "par", "pars", "al", "pt", "pts", "lit", "litt", "let", "sec", "secs",
    "sect", "s", "ss", "cl", "cls", "reg", "regs", "r", "rr", "sch", "schs", "app", "rec", "recs",
    "ch", "chap", "cap", "tit", "abs", "no", "nos", "n", "num",
];

/// Of these a capital is enough: `Art 28`.
const CAPITAL: [&str; 8] = ["Art", "Arts", "Sec", "Reg", "Sch", "Abs", "Cl", "Sched"];

/// Those that may end a sentence, or stand in front of any number.
const ENDS: [&str; 15] = [
    "art", "arts", "par", "al", "app", "cap", "rec", "tit", "ch", "no", "nos", "n", "num", "pt",
    "r",
];

/// `an article 2 weeks ago` counts no article.
const UNITS: [&str; 16] = [
    "day", "days", "hour", "hours", "minute", "minutes", "month", "months", "page", "pages",
    "second", "seconds", "week", "weeks", "year", "years",
];

/// All tokens of a paragraph, with the meanings that they have in prose.
pub(super) fn tokens(law: &Citations, text: &str) -> Vec<Token> {
    let mut tokens = law.tokens(text);
    let kinds: Vec<Kind> =
        (0..tokens.len()).map(|at| kind(text, &tokens, at).unwrap_or(Kind::Other)).collect();
    for (token, kind) in tokens.iter_mut().zip(kinds) {
        token.kind = kind;
    }
    tokens
}

fn kind(text: &str, tokens: &[Token], at: usize) -> Option<Kind> {
    let token = tokens.get(at)?;
    let word = text.get(token.span.clone())?;
    let next = tokens.get(at + 1).map(|next| next.kind);
    let after = tokens.get(at + 2).filter(|after| after.kind == Kind::Word);
    Some(match token.kind {
        Kind::Word => with_preposition(word).unwrap_or(Kind::Word),
        Kind::Level { level, .. } => {
            let shortened = SHORT.iter().any(|short| short.eq_ignore_ascii_case(word));
            // `art_28` is an id.
            let dotted =
                text.get(token.span.end..).is_some_and(|rest| rest.starts_with(['.', '_']));
            let before = at.checked_sub(1).and_then(|before| tokens.get(before));
            let in_prose = before.is_some_and(|before| before.kind == Kind::Word);
            let bare = shortened && !dotted && !CAPITAL.contains(&word);
            // `modern art. 28 painters`
            let ends = ENDS.contains(&word);
            let sentence = ends && in_prose && after.is_some();
            let unit = after
                .and_then(|after| text.get(after.span.clone()))
                .is_some_and(|after| level == Level::Article && UNITS.contains(&after));
            let letter = word.to_ascii_lowercase().starts_with("let")
                && matches!(next, Some(Kind::Number(_)));
            if bare || sentence || unit && is_lower(word) || letter {
                Kind::Word
            } else {
                token.kind
            }
        }
        kind => kind,
    })
}

fn is_lower(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The word for a level behind one of the letters that Arabic puts in front: `بالمادة`, `للمادة`.
fn with_preposition(word: &str) -> Option<Kind> {
    let word = word.strip_prefix('و').unwrap_or(word);
    let noun: String = match word.strip_prefix("لل") {
        Some(noun) => format!("ال{noun}"),
        None => word.strip_prefix(['ب', 'ف', 'ك'])?.into(),
    };
    Some(meaning(&noun)).filter(|kind| noun.starts_with("ال") && matches!(kind, Kind::Level { .. }))
}
