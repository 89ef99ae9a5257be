//! Text to tokens: numbers, words with their meaning, brackets and separators, each with its place
//! in the text. Spaces, quotation marks and marks of direction vanish here.

use alloc::vec::Vec;
use core::ops::Range;

use super::{
    label::{Ordinal, latin},
    words::{Level, after_arabic_and, meaning},
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Ordinal),
    /// Zero, or more than any law has.
    BadNumber,
    /// Letters without a meaning of their own; perhaps the label of a point.
    Word,
    /// Letters and numbers joined by underscores.
    Eid,
    /// A word that says at which level the next label stands.
    Level {
        level: Level,
        plural: bool,
    },
    /// Makes a paragraph a point: the second word of `الفقرة الفرعية`.
    Sub,
    And,
    To,
    Of,
    /// An article of speech; means nothing.
    Noise,
    Open,
    Close,
    /// Between two levels: `28.4`.
    Dot,
    /// At the end of a sentence.
    Stop,
    /// A comma or a new line.
    Comma,
    Semicolon,
    Other,
}

/// A token and the bytes it spans.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new() };
    while let Some(c) = lexer.peek() {
        let start = lexer.at;
        lexer.at += c.len_utf8();
        lexer.token(start, c);
    }
    lexer.tokens
}

struct Lexer<'t> {
    text: &'t str,
    /// Where the next character begins.
    at: usize,
    tokens: Vec<Token>,
}

impl<'t> Lexer<'t> {
    fn token(&mut self, start: usize, c: char) {
        let kind = match c {
            '\n' | '\u{2028}' | '\u{2029}' if self.is_unfinished() => return,
            '\n' | '\u{2028}' | '\u{2029}' | ',' | '،' => Kind::Comma,
            ';' | '؛' => Kind::Semicolon,
            '(' | '[' => Kind::Open,
            ')' | ']' => Kind::Close,
            '&' => Kind::And,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Kind::To,
            '§' | '¶' => return self.sign(start, c),
            '.' => return self.dot(start),
            _ if is_ignored(c) => return,
            _ if digit(c).is_some() => return self.number(start, c),
            _ if is_letter(c) => return self.word(start),
            _ => Kind::Other,
        };
        self.push(kind, start);
    }

    /// Whether a line ends in the middle of a citation.
    fn is_unfinished(&self) -> bool {
        let last = self.tokens.last().map(|token| token.kind);
        matches!(last, Some(Kind::Level { .. } | Kind::To | Kind::Of | Kind::Noise))
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.tokens.push(Token { kind, span: start..self.at });
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes the next character where it belongs here.
    fn take(&mut self, belongs: fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|c| belongs(*c))?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn skip_while(&mut self, belongs: fn(char) -> bool) {
        while self.take(belongs).is_some() {}
    }

    /// One sign stands for one paragraph, two for several.
    fn sign(&mut self, start: usize, sign: char) {
        let plural = self.peek() == Some(sign);
        if plural {
            self.at += sign.len_utf8();
        }
        self.push(Kind::Level { level: Level::Paragraph, plural }, start);
    }

    /// A dot ends an abbreviation, divides levels, or ends a sentence.
    fn dot(&mut self, start: usize) {
        let touching = self.tokens.last().filter(|token| token.span.end == start);
        let next = self.peek();
        match touching.map(|token| token.kind) {
            Some(Kind::Level { .. }) => {}
            Some(Kind::Number(_) | Kind::Word | Kind::Close)
                if next.is_some_and(|c| digit(c).is_some() || c.is_ascii_alphabetic()) =>
            {
                self.push(Kind::Dot, start);
            }
            _ => self.push(Kind::Stop, start),
        }
    }

    fn number(&mut self, start: usize, first: char) {
        let mut number = digit(first).unwrap_or_default();
        while let Some(c) = self.take(|c| digit(c).is_some()) {
            number = number.saturating_mul(10).saturating_add(digit(c).unwrap_or_default());
        }
        let number = u16::try_from(number).unwrap_or_default(); // zero is no number either
        let letters = self.touching_letters();
        let suffix = if is_first(number, letters) { "" } else { letters };
        let suffixed = Ordinal::new(number, suffix);
        if suffixed.is_some() {
            self.at += letters.len();
        }
        let number = suffixed.or_else(|| Ordinal::new(number, ""));
        self.push(number.map_or(Kind::BadNumber, Kind::Number), start);
    }

    /// The letters that touch the number right before them; not taken yet.
    fn touching_letters(&self) -> &'t str {
        let rest = self.rest();
        let length =
            rest.bytes().take(LONGEST_SUFFIX + 1).take_while(u8::is_ascii_alphabetic).count();
        rest.get(..length).unwrap_or_default()
    }

    fn word(&mut self, start: usize) {
        self.skip_while(is_letter);
        let word = self.text.get(start..self.at).unwrap_or_default();
        if word.eq_ignore_ascii_case("sub") || word.eq_ignore_ascii_case("sous") {
            self.skip_while(|c| c == '-' || is_letter(c));
        }
        if self.peek() == Some('_') {
            self.skip_while(|c| c == '_' || c == '-' || c.is_ascii_alphanumeric());
            return self.push(Kind::Eid, start);
        }
        let span = start..self.at;
        let word = self.text.get(span.clone()).unwrap_or_default();
        if self.take(|c| matches!(c, '\'' | '’')).is_some() {
            return self.elided(word, start);
        }
        self.known_word(word, span);
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
        if let (Some(latin), Some(before)) = (latin(word), self.tokens.last_mut())
            && let Kind::Number(number) = before.kind
            && number.suffix().is_empty()
            && let Some(number) = Ordinal::new(number.number(), latin)
        {
            *before = Token { kind: Kind::Number(number), span: before.span.start..span.end };
            return;
        }
        match (meaning(word), after_arabic_and(word)) {
            (Kind::Word, Some(second)) => {
                let middle = span.start + 'و'.len_utf8();
                self.tokens.push(Token { kind: Kind::And, span: span.start..middle });
                self.tokens.push(Token { kind: second, span: middle..span.end });
            }
            (kind, _) => self.tokens.push(Token { kind, span }),
        }
    }
}

/// `duodecies`.
const LONGEST_SUFFIX: usize = 9;

/// Whether these are the letters of the French `1er` and `1re`.
fn is_first(number: u16, letters: &str) -> bool {
    number == 1 && (letters.eq_ignore_ascii_case("er") || letters.eq_ignore_ascii_case("re"))
}

/// The value of a digit, Latin, Arabic-Indic or its Persian form.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    u32::from(c).checked_sub(u32::from(zero))
}

/// Spaces, marks of direction and quotation marks.
fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '\0'..=' ' | '"' | '\'' | '\u{85}' | '\u{a0}' | '\u{ad}' | '«' | '»' | '\u{61c}'
            | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2018}'..='\u{201f}'
            | '\u{202a}'..='\u{202f}' | '\u{205f}'..='\u{2069}' | '\u{3000}' | '\u{feff}'
    )
}

/// Letters, roughly: what isn't ASCII and has no other part here counts as one, so that no table
/// of Unicode is shipped to readers.
fn is_letter(c: char) -> bool {
    let has_a_part = matches!(
        c,
        '،' | '؛' | '§' | '¶' | '\u{2010}'..='\u{2015}' | '\u{2028}' | '\u{2029}' | '\u{2212}'
    );
    c.is_ascii_alphabetic() || !(c.is_ascii() || has_a_part || is_ignored(c) || digit(c).is_some())
}
