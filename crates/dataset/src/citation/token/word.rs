//! Words among the tokens: what each means where it stands, and those that belong to a number.

use core::ops::Range;

use super::{
    super::words::{Level, after_arabic_and, is_inserted, meaning},
    Kind, Lexer, Token, is_degree, is_letter,
};
use crate::digit;

impl Lexer<'_> {
    pub(super) fn word(&mut self, start: usize) {
        self.skip_while(is_letter);
        let word = self.text.get(start..self.at).unwrap_or_default();
        if word.eq_ignore_ascii_case("sub") || word.eq_ignore_ascii_case("sous") {
            self.skip_while(|c| c == '-' || is_letter(c));
        }
        let word = self.text.get(start..self.at).unwrap_or_default();
        if self.take(|c| matches!(c, '\'' | '’')).is_some() {
            return self.elided(word, start);
        }
        self.known_word(word, start..self.at);
    }

    /// The French `l’` means nothing and `d’` is `de`.
    fn elided(&mut self, word: &str, start: usize) {
        let kind = match word {
            "l" | "L" => Kind::Noise,
            "d" | "D" => Kind::Of,
            _ => Kind::Word,
        };
        self.push(kind, start);
    }

    fn known_word(&mut self, word: &str, span: Range<usize>) {
        let numbered = self.is_before_number();
        if is_inserted(word) && self.insert(word, &span, numbered) {
            return;
        }
        match (self.in_place(word, span.start, numbered), after_arabic_and(word)) {
            (Kind::Word, Some(second)) => {
                let middle = span.start + 'و'.len_utf8();
                self.tokens.push(Token { kind: Kind::And, span: span.start..middle });
                self.tokens.push(Token { kind: second, span: middle..span.end });
            }
            (kind, _) => self.tokens.push(Token { kind, span }),
        }
    }

    /// Whether a number comes next, perhaps behind the dot of an abbreviation.
    fn is_before_number(&self) -> bool {
        let rest =
            self.rest().trim_start_matches('.').trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        rest.chars().next().is_some_and(|c| digit(c).is_some())
    }

    /// `28 bis` is one number; the German `4 bis 6` is three of them.
    fn insert(&mut self, word: &str, span: &Range<usize>, numbered: bool) -> bool {
        let plain = |token: &Token| {
            let written = self.text.get(token.span.clone()).unwrap_or_default();
            matches!(token.kind, Kind::Number(_)) && written.chars().all(|c| digit(c).is_some())
        };
        let hyphen =
            self.tokens.last().is_some_and(|it| it.kind == Kind::To && it.span.end == span.start);
        let Some(at) = self.tokens.len().checked_sub(1 + usize::from(hyphen)) else { return false };
        let Some(number) = self.tokens.get(at).filter(|it| plain(it)).cloned() else {
            return false;
        };
        if word.eq_ignore_ascii_case("bis") && numbered {
            self.tokens.push(Token { kind: Kind::To, span: span.clone() });
            return true;
        }
        self.tokens.truncate(at);
        self.tokens.push(Token { span: number.span.start..span.end, ..number });
        true
    }

    /// What a word means where it stands. One letter is a label wherever it may be one.
    fn in_place(&self, word: &str, start: usize, numbered: bool) -> Kind {
        let before = self.tokens.last();
        let touches = |kind| before.is_some_and(|it| it.kind == kind && it.span.end == start);
        let coded =
            before.is_some_and(|it| matches!(it.kind, Kind::Level { level: Level::Article, .. }));
        let bracketed = touches(Kind::Open) && self.peek() == Some(')');
        // `(s)`, `36.1.s`, `36(1)s`, `Article R. 121-1`
        if bracketed || touches(Kind::Dot) || touches(Kind::Close) || coded && word.len() == 1 {
            return Kind::Word;
        }
        let labelled = before.is_some_and(|it| matches!(it.kind, Kind::Number(_) | Kind::Close));
        let (one, level) = (Level::Sentence, |level| Kind::Level { level, plural: false });
        match word {
            "s" | "S" if numbered => level(if labelled { one } else { Level::Section }),
            "n" | "N" if numbered || self.peek().is_some_and(is_degree) => level(Level::Point),
            "e" if numbered && labelled => Kind::And,
            "a" if numbered && labelled => Kind::To,
            "r" | "R" | "y" if !numbered => Kind::Word,
            _ => meaning(word),
        }
    }
}
