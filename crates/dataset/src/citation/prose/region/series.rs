//! Whether a list goes on with a bare number, or the number counts something of the sentence's own:
//! `Article 28 and 29 are`, `Article 28 and 40 states`.

use super::{super::words::counts, Kind, Region, Series};

/// Words that follow a place and never what is counted, in the languages that citations are read in.
const VERBS: &str = "are is were was would will could can should shall must may might do does did have \
                     has had both also alone together remain remain remained under which that for on \
                     by as but if when where allow allows let lets say says give gives require \
                     requires go goes make makes sont est seraient peuvent doivent ont ne n’ n qui \
                     pour par sur sind ist waren werden wird erlauben regeln gelten konnen durfen \
                     que para por con son fueron pueden deben han no permiten regulan";

/// Small words that follow a verb, and no adjective of what is counted: `decide who`, `cover the`.
const BEHIND_VERBS: &str = "the a an to of in on by who whom what how when where which that it them \
                            its their not for from as any all only both no into under";

/// Whether a word is none that a number may count, by itself or by the one behind it.
fn is_verb(word: &str, next: &str) -> bool {
    let among = |words: &str, word: &str| words.split(' ').any(|it| it == word);
    let plural = word.ends_with('s') || matches!(word, "people" | "men" | "women" | "children");
    among(VERBS, word)
        || ["ent", "ont", "ían", "arán", "erán"].iter().any(|end| word.ends_with(end))
        || !plural && among(BEHIND_VERBS, next)
}

/// Signs that end a sentence or a part of it.
fn is_ending(written: &str) -> bool {
    matches!(written, ":" | "?" | "!" | "…" | "/")
}

impl Region<'_> {
    /// Whether a number counts something: `28, 30%`, `28 and 30 times`.
    pub(super) fn is_counted(&self, ahead: isize) -> bool {
        self.at
            .checked_add_signed(ahead)
            .is_some_and(|at| counts(self.prose.text, self.prose.tokens, at))
    }

    /// Arabic has a word for "and" in front of each, and `as well as` goes on behind the last.
    pub(super) fn is_strong_and(&self, ahead: isize) -> bool {
        self.series != Series::One && matches!(self.written(ahead), "&" | "و")
    }

    pub(super) fn runs_backwards(&self) -> bool {
        let (Some(Kind::Number(from)), Some(Kind::Number(to))) = (self.kind(-2), self.kind(0))
        else {
            return false;
        };
        to <= from
    }

    /// Whether a list goes on behind a word in the singular: `Article 28 and 29 are`, `Article 14, 18
    /// and 19`, but not `Article 28 and 40 states`.
    pub(super) fn lists_on(&self) -> bool {
        let (mut at, mut join) = (0, self.kind(-1));
        while matches!(self.kind(at), Some(Kind::Number(_))) && !self.is_counted(at) {
            at += 1;
            while self.kind(at) == Some(Kind::Open) && self.kind(at + 2) == Some(Kind::Close) {
                at += 3;
            }
            if matches!(join, Some(Kind::And | Kind::To)) {
                let next = self.written(at).to_lowercase();
                // What German counts has a capital.
                let german = self.prose.written(self.head).eq_ignore_ascii_case("artikel");
                if german && self.written(at).starts_with(char::is_lowercase) {
                    return true;
                }
                let ends = !matches!(
                    self.kind(at),
                    Some(
                        Kind::Word | Kind::Number(_) | Kind::Level { .. } | Kind::Other | Kind::Dot
                    )
                );
                return ends || is_ending(&next) || is_verb(&next, self.written(at + 1));
            }
            join = self.kind(at);
            at += 1;
            if join == Some(Kind::Comma) && self.kind(at) == Some(Kind::And) {
                join = Some(Kind::And);
                at += 1;
            }
        }
        false
    }
}
