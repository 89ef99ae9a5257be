//! Text to tokens: numbers, words with their meaning, brackets and separators, each with its place
//! in the text. Blanks, quotation marks and marks of direction vanish here.

use alloc::{string::String, vec::Vec};
use core::ops::Range;

use super::label::Label;
use super::words::{Level, arabic_letter, fold, is_inserted};
use crate::digit;

mod word;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, perhaps with what was inserted later: `4`, `5A`, `28 bis`.
    Number(u32),
    /// Letters without a meaning of their own; perhaps a label.
    Word,
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
    /// `premier`, which is the number one.
    First,
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

/// The label that a token spells, folded; none where it is no label: a number, one letter, two
/// equal ones, or a Roman numeral.
pub(super) fn label(text: &str, token: &Token) -> Option<Label> {
    let written = text.get(token.span.clone())?;
    match token.kind {
        Kind::First => Label::new("1"),
        Kind::Number(number) => {
            let (mut label, mut suffix) = (Label::default(), String::new());
            for c in fold(written).chars() {
                match digit(c) {
                    Some(0) if label.is_empty() => {}
                    Some(digit) if !label.push(b'0' + (digit % 10) as u8) => return None,
                    None if is_letter(c) => suffix.push(c),
                    _ => {}
                }
            }
            let suffix = match suffix.as_str() {
                letters if is_first(number, letters) => "",
                letters if letters.starts_with("مكرر") => "bis",
                letters => letters,
            };
            label.and(suffix.as_bytes()).filter(|_| !label.is_empty())
        }
        Kind::Word | Kind::And | Kind::Level { .. } => letters(written),
        _ => None,
    }
}

/// Letters that may label a place, in lower case.
fn letters(written: &str) -> Option<Label> {
    let mut label = Label::default();
    if let Some(latin) = arabic_letter(written) {
        label.push(latin);
        return Some(label);
    }
    for byte in written.bytes() {
        if !byte.is_ascii_alphabetic() || !label.push(byte.to_ascii_lowercase()) {
            return None;
        }
    }
    let found = match label.as_bytes() {
        [_] => true,
        [one, other] if one == other => true,
        bytes => bytes.len() <= 8 && label.may_be_roman(),
    };
    found.then_some(label)
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

    /// One sign stands for one place, two for several.
    fn sign(&mut self, start: usize, sign: char) {
        let plural = self.peek() == Some(sign);
        if plural {
            self.at += sign.len_utf8();
        }
        self.push(Kind::Level { level: Level::Sign, plural }, start);
    }

    /// A dot ends an abbreviation, divides levels, or ends a sentence.
    fn dot(&mut self, start: usize) {
        let touching = self.tokens.last().filter(|token| token.span.end == start);
        let next = self.peek();
        let numbered = self.rest().trim_start().chars().next().is_some_and(|c| digit(c).is_some());
        match touching {
            // `Art. 28`, `L. 121-1`, `1.º`
            Some(Token { kind: Kind::Level { .. }, .. }) => {}
            Some(Token { kind: Kind::Word, span }) if numbered && span.len() == 1 => {}
            Some(Token { kind: Kind::Number(_), .. }) if next.is_some_and(is_degree) => {}
            Some(Token { kind: Kind::Number(_) | Kind::Word | Kind::Close, .. })
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
        let rest = self.rest();
        let length = rest.bytes().take(LONGEST_SUFFIX).take_while(u8::is_ascii_alphabetic).count();
        let suffix = rest.get(..length).unwrap_or_default();
        if is_first(number, suffix)
            || is_inserted(suffix)
            || length < 3 && letters(suffix).is_some()
        {
            self.at += length;
        }
        self.push(Kind::Number(number), start);
    }
}

/// `duodecies`.
const LONGEST_SUFFIX: usize = 10;

/// Whether these are the letters of the French `1er` and `1re`.
fn is_first(number: u32, letters: &str) -> bool {
    number == 1 && (letters.eq_ignore_ascii_case("er") || letters.eq_ignore_ascii_case("re"))
}

/// The sign behind a number that is counted: `1º`, `n° 3`.
fn is_degree(c: char) -> bool {
    matches!(c, 'º' | '°' | 'ª')
}

/// Blanks, marks of direction and quotation marks; the underscores of ids.
fn is_ignored(c: char) -> bool {
    is_degree(c)
        || matches!(
            c,
            '\0'..=' ' | '"' | '\'' | '_' | '\u{85}' | '\u{a0}' | '\u{ad}' | '«' | '»' | '\u{61c}'
                | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{2018}'..='\u{201f}'
                | '\u{202a}'..='\u{202f}' | '\u{205f}'..='\u{2069}' | '\u{3000}' | '\u{feff}'
        )
}

/// Letters, roughly: what isn't ASCII and has no other part here counts as one, so that no table
/// of Unicode is shipped to readers.
pub(super) fn is_letter(c: char) -> bool {
    let has_a_part = matches!(
        c,
        '،' | '؛' | '§' | '¶' | '\u{2010}'..='\u{2015}' | '\u{2028}' | '\u{2029}' | '\u{2212}'
    );
    c.is_ascii_alphabetic() || !(c.is_ascii() || has_a_part || is_ignored(c) || digit(c).is_some())
}
