//! Numbers as laws write them: those of heads, and those that paragraphs and points begin with.

// cspell:words IVXLCDM

use authoring::digit;

use crate::numerals;
pub(super) use crate::numerals::ordinal;

/// How many numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Digits,
    /// `一`, `二`.
    Eastern,
    /// `a` to `z`, then `aa`.
    Letters,
    /// `aa`, `bb` below `a`.
    Double,
    Roman,
    /// `1.2`, `1.2.3`: of so many numbers.
    Several(usize),
}

/// How a row of numbers is written; rows within each other differ in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    before: bool,
    after: char,
    upper: bool,
    pub(crate) sort: Sort,
}

impl Row {
    /// Whether each number has the sign of a paragraph before it.
    pub(crate) fn has_sign(self) -> bool {
        self.after == '§'
    }

    /// Whether it is written as laws number their paragraphs: `2.`, `II.`, and no points.
    pub(crate) fn counts_paragraphs(self) -> bool {
        match self.sort {
            Sort::Digits | Sort::Several(_) => true,
            Sort::Roman => self.upper,
            Sort::Letters | Sort::Double | Sort::Eastern => false,
        }
    }
}

/// What a number may be: in which row, and which in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) row: Row,
    pub(crate) value: u32,
    /// Letters behind digits: `5a`.
    pub(crate) is_inserted: bool,
}

/// The number that a paragraph begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step<'t> {
    /// With its signs.
    pub(crate) num: &'t str,
    pub(crate) label: &'t str,
    pub(crate) rest: &'t str,
    before: bool,
    after: char,
}

/// The longest number that a point has: `xxxviii`.
const LONGEST: usize = 8;
/// How long the number is that a text begins with, as heads have them.
pub(crate) fn length(text: &str) -> Option<usize> {
    let end = |from: &str| {
        let is_end = |it: char| it.is_whitespace() || ".:)(—–,;".contains(it);
        from.find(is_end).unwrap_or(from.len())
    };
    let mut length = end(text);
    let token = text.get(..length)?;
    // `L. 121-1`
    let is_coded = matches!(token, "L" | "R" | "D") && text.get(length..)?.starts_with(". ");
    if is_coded {
        let rest = text.get(length + 2..)?;
        let digits = end(rest);
        let is_number = rest.get(..digits)?.starts_with(|it: char| it.is_ascii_digit());
        return is_number.then_some(length + 2 + digits);
    }
    // A rank of several words.
    let words = text.split(' ').map(|it| it.get(..end(it)).unwrap_or_default());
    let rank = numerals::rank(words).filter(|_| token.chars().all(|it| !it.is_numeric()));
    if rank.is_none() && !is_number(token) {
        return None;
    }
    for _ in 1..rank.map_or(1, |it| it.1) {
        length += 1 + end(text.get(length..)?.strip_prefix(' ')?);
    }
    // `5.1`, `5.º`
    let tail = text.get(length..)?;
    let goes_on = |it: &&str| it.starts_with(|it: char| it.is_ascii_digit() || "ºª".contains(it));
    if let Some(rest) = tail.strip_prefix('.').filter(goes_on) {
        length += 1 + end(rest);
    }
    let tail = text.get(length..)?;
    Some(length + numerals::suffix(tail))
}

/// How long a letter is that belongs to the number before it: ` a` of `§ 5 a`.
pub(super) fn letter_behind(text: &str) -> Option<usize> {
    let mut signs = text.strip_prefix([' ', '\u{A0}'])?.chars();
    signs.next().filter(char::is_ascii_lowercase)?;
    let rest = signs.as_str();
    // `§ 1 a. Lamps`, and not `§ 5 z. B.`
    let behind = rest.strip_prefix('.').filter(|it| !is_abbreviated(it)).unwrap_or(rest);
    let word = behind.trim_start();
    let is_apart = behind.is_empty() || behind.len() > word.len();
    let is_end =
        word.is_empty() || word.starts_with(|it: char| it.is_uppercase() || "§(".contains(it));
    (is_apart && is_end).then(|| text.len() - rest.len())
}

fn is_abbreviated(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.ends_with('.') && first.chars().count() <= 2
}

/// `Α΄`, `א׳`: letters that count, with the sign that says so.
fn is_letter_number(token: &str) -> bool {
    let letters = token.trim_end_matches(['΄', '´', 'ʹ', '′', '\'', '’', '׳']);
    let is_said = letters.len() < token.len() && letters.chars().count() <= 3;
    is_said && !letters.is_empty() && letters.chars().all(|it| it.is_alphabetic() && !it.is_ascii())
}

/// Roman numbers in letters that look like them: `ΙΙ` in Greek, `ІХ` in Ukrainian.
fn roman_of_elsewhere(token: &str) -> bool {
    let alike = |it: char| match it {
        'Ι' | 'І' => 'i',
        'Χ' | 'Х' => 'x',
        'V' | 'Ѵ' => 'v',
        _ => ' ',
    };
    let latin: String = token.chars().map(alike).collect();
    !token.is_ascii() && roman(&latin).is_some()
}

fn is_number(token: &str) -> bool {
    // `L121-1`, `A1`
    let coded = token.trim_start_matches(|it: char| it.is_ascii_uppercase() || it == '*');
    let is_coded =
        token.len() - coded.len() <= 2 && coded.starts_with(|it: char| it.is_ascii_digit());
    let token = if is_coded { coded } else { token };
    let digits = token.chars().take_while(|it| digit(*it).is_some()).count();
    if digits > 0 {
        let tail: String = token.chars().skip(digits).collect();
        let is_run = tail.starts_with(['-', '/', '^']);
        let is_letter = |it: char| it.is_alphabetic() || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(it);
        return tail.chars().count() <= 3 && tail.chars().all(is_letter) || is_run;
    }
    // `Ier`, `Ire` are first.
    let first = token.strip_suffix("er").or_else(|| token.strip_suffix("re"));
    ordinal(token).is_some()
        || first == Some("I")
        || roman(&token.to_lowercase()).is_some() && token.chars().all(char::is_uppercase)
        || token.chars().count() == 1 && token.chars().all(char::is_uppercase)
        || is_letter_number(token)
        || roman_of_elsewhere(token)
        // Other scripts' digits.
        || !token.is_empty() && token.chars().all(char::is_numeric)
}

/// The number of a paragraph or a point: `(1)`, `1)`, `1.`, `(a)`, `1.2`.
pub(crate) fn step(text: &str) -> Option<Step<'_>> {
    if let Some(step) = wide(text).or_else(|| circled(text)) {
        return Some(step);
    }
    let before = text.starts_with('(');
    let inner = text.strip_prefix('(').unwrap_or(text);
    // One bracket too many is a slip of the pen.
    let opening = text.len() - inner.len() + usize::from(inner.starts_with('('));
    let (label, after) = if before {
        (text.get(opening..opening + text.get(opening..)?.find(')')?)?, ')')
    } else if let Some(label) = dashed(text) {
        (label, '-')
    } else {
        unbracketed(inner.split_whitespace().next()?)?
    };
    let length = match (before, after) {
        (true, _) => opening + label.len() + 1,
        (_, ' ') => label.len(),
        (_, '-') if !text.get(label.len()..)?.starts_with(DASHES) => label.len(),
        _ => label.len() + text.get(label.len()..)?.chars().next()?.len_utf8(),
    };
    let length = length + dash(text.get(length..)?);
    let (num, rest) = text.split_at_checked(length)?;
    let is_apart = rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || before && rest.starts_with(['(', '—', '–']);
    let step = Step { num, label, rest: rest.trim_start(), before, after };
    (is_apart && step.readings().next().is_some()).then_some(step)
}

/// `２　街灯は`, `一　油`, `イ　北`: a wide blank behind a number or a letter.
fn wide(text: &str) -> Option<Step<'_>> {
    let (num, rest) = text.split_once('\u{3000}')?;
    let step = Step { num, label: num, rest: rest.trim_start(), before: false, after: '\u{3000}' };
    step.readings().next().is_some().then_some(step)
}

/// `① 등불은`: a number in a circle.
fn circled(text: &str) -> Option<Step<'_>> {
    let sign = text.chars().next().filter(|it| numerals::circled(*it).is_some())?;
    let (num, rest) = text.split_at_checked(sign.len_utf8())?;
    Some(Step { num, label: num, rest: rest.trim_start(), before: false, after: '○' })
}

/// A number with nothing but a blank behind it, where a law writes its numbers so.
pub(crate) fn blank<'t>(num: &'t str, rest: &'t str) -> Option<Step<'t>> {
    let step = Step { num, label: num, rest, before: false, after: ' ' };
    step.readings().next().is_some().then_some(step)
}

const DASHES: [char; 3] = ['-', '–', '—'];

/// The number of `1 – Lamps`, `I - Lamps`, `1- Lamps`.
fn dashed(text: &str) -> Option<&str> {
    let end = text.find(|it: char| it.is_whitespace() || DASHES.contains(&it))?;
    let (label, rest) = text.split_at_checked(end)?;
    let words = rest.trim_start().strip_prefix(DASHES)?;
    let is_number = label.chars().all(|it| digit(it).is_some())
        || label.chars().all(|it| it.is_ascii_uppercase())
            && roman(&label.to_lowercase()).is_some()
        || !label.is_ascii() && label.chars().count() == 1 && letter(label).is_some();
    let has_words = words.starts_with(char::is_whitespace)
        && !words.trim_start().starts_with(|it: char| digit(it).is_some());
    (is_number && has_words && !label.is_empty()).then_some(label)
}

/// The number of a paragraph that has the sign of one: `§ 1º`.
pub(super) fn numbered<'t>(num: &'t str, label: &'t str, rest: &'t str) -> Option<Step<'t>> {
    let step = Step { num, label, rest, before: false, after: '§' };
    step.readings().next().is_some().then_some(step)
}

/// How long a dash is between a number and its words.
fn dash(text: &str) -> usize {
    let inner = text.trim_start();
    let is_dash = inner.len() < text.len() && inner.starts_with(DASHES);
    let words = inner.trim_start_matches(DASHES);
    let is_apart = words.starts_with(char::is_whitespace) && !words.trim().is_empty();
    if is_dash && is_apart { text.len() - words.len() } else { 0 }
}

/// A number without a bracket before it, and the sign behind it.
fn unbracketed(token: &str) -> Option<(&str, char)> {
    for after in [')', '.', '°', 'º'] {
        if let Some(label) = token.strip_suffix(after) {
            return (!label.contains(')')).then_some((label, after));
        }
    }
    // `1.2` needs no sign.
    token.contains('.').then_some((token, ' '))
}

impl Step<'_> {
    /// Whether another number has the same signs around it.
    pub(crate) fn is_written_like(&self, other: &Step<'_>) -> bool {
        (self.before, self.after) == (other.before, other.after)
    }

    /// Whether it is the first of a row, in brackets: `(a)` behind `(1)`.
    pub(crate) fn begins_a_row(&self) -> bool {
        self.before && self.is_first()
    }

    pub(crate) fn is_first(&self) -> bool {
        self.readings().any(|it| it.value == 1 && !it.is_inserted)
    }

    /// What the number may be, the likeliest first.
    pub(crate) fn readings(&self) -> impl Iterator<Item = Reading> + use<> {
        let upper = self.label.starts_with(char::is_uppercase);
        let row = |sort| Row {
            before: self.before,
            after: self.after,
            upper: upper && sort != Sort::Digits,
            sort,
        };
        let read = |sort, value| Reading { row: row(sort), value, is_inserted: false };
        let label = self.label;
        let mut all = Vec::new();
        all.extend(numerals::eastern(label).map(|value| read(Sort::Eastern, value)));
        let circled = label.chars().next().and_then(numerals::circled);
        all.extend(circled.map(|value| read(Sort::Digits, value)));
        all.extend(several(label).map(|(count, last)| read(Sort::Several(count), last)));
        all.extend(
            digits(label)
                .map(|(value, is_inserted)| Reading { is_inserted, ..read(Sort::Digits, value) }),
        );
        let is_short = self.after != '.' || label.len() == 1 || upper;
        let is_even = !(label.contains(char::is_uppercase) && label.contains(char::is_lowercase));
        if is_short && is_even && label.len() <= LONGEST {
            let lower = label.to_lowercase();
            all.extend(letter(&lower).map(|value| read(Sort::Letters, value)));
            all.extend(double(&lower).map(|value| read(Sort::Double, value)));
            all.extend(roman(&lower).map(|value| read(Sort::Roman, value)));
        }
        all.into_iter()
    }
}

fn several(label: &str) -> Option<(usize, u32)> {
    let parts: Vec<_> = label.split('.').collect();
    let is_number =
        |it: &&str| !it.is_empty() && it.len() <= 3 && it.bytes().all(|it| it.is_ascii_digit());
    (parts.len() > 1 && parts.iter().all(is_number)).then_some(())?;
    Some((parts.len(), parts.last()?.parse().ok()?))
}

fn digits(label: &str) -> Option<(u32, bool)> {
    let end = label.find(|it: char| digit(it).is_none()).unwrap_or(label.len());
    let (number, tail) = label.split_at_checked(end)?;
    let digits = number.chars().count();
    let tail = tail.trim_start();
    let is_tail = tail.is_empty()
        || tail.chars().count() <= 2 && tail.chars().all(char::is_alphabetic)
        || numerals::is_suffix(tail);
    // A year is no number of a paragraph.
    (digits <= 3 && is_tail).then_some(())?;
    Some((numerals::value(number)?, !tail.is_empty()))
}

fn letter(label: &str) -> Option<u32> {
    let mut signs = label.chars();
    let sign = signs.next()?;
    let place = |all: &&str| all.chars().position(|it| it == sign).zip(Some(all.chars().count()));
    let (place, count) = numerals::ALPHABETS.iter().find_map(place)?;
    let (value, count) = (u32::try_from(place).ok()? + 1, u32::try_from(count).ok()?);
    match signs.next() {
        None => Some(value),
        Some(second) if signs.next().is_none() && second == sign => Some(value + count),
        Some(_) => None,
    }
}

fn double(label: &str) -> Option<u32> {
    let sign = label.chars().next()?;
    let value = letter(sign.encode_utf8(&mut [0; 4]))?;
    (matches!(label.chars().count(), 2 | 3) && label.chars().all(|it| it == sign)).then_some(value)
}

/// Whether a word is a Roman number in capitals.
pub(crate) fn is_roman(word: &str) -> bool {
    word.chars().all(|it| "IVXLCDM".contains(it)) && roman(&word.to_lowercase()).is_some()
}

/// A Roman number as it is rightly written.
pub(crate) fn roman(label: &str) -> Option<u32> {
    let (mut rest, mut total) = (label, 0);
    for (value, sign) in numerals::ROMAN {
        let mut times = 0;
        while let Some(tail) = rest.strip_prefix(sign) {
            (rest, total, times) = (tail, total + value, times + 1);
            if times > 3 {
                return None;
            }
        }
    }
    (rest.is_empty() && total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_points_are_read_with_their_signs() {
        for (text, num, rest) in [
            ("(1) Lamps", "(1)", "Lamps"),
            ("(a)(i) Oil", "(a)", "(i) Oil"),
            ("1. Wax", "1.", "Wax"),
            ("aa) Gas", "aa)", "Gas"),
            ("(5A) Fog", "(5A)", "Fog"),
            ("1.2 Dusk", "1.2", "Dusk"),
            ("1.2.3. Dawn", "1.2.3.", "Dawn"),
            ("(iv)", "(iv)", ""),
            ("((1) Lamps", "((1)", "Lamps"),
        ] {
            let step = step(text).expect(text);
            assert_eq!((step.num, step.rest), (num, rest), "{text}");
        }
    }

    #[test]
    fn words_in_brackets_and_years_are_no_numbers() {
        for text in [
            "(see 5) Lamps",
            "2024. In",
            "(2024) In",
            "e.g. lamps",
            "Lamps.",
            "(weggefallen)",
            "5 lamps",
            "(EU) 2024",
            "No. 5",
        ] {
            assert_eq!(step(text), None, "{text}");
        }
    }

    #[test]
    fn roman_numbers_are_those_that_are_rightly_written() {
        assert_eq!(roman("xiv"), Some(14));
        assert_eq!(roman("iiii"), None);
        assert_eq!(roman("ic"), None);
    }
}
