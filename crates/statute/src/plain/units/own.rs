//! Words that head a law's parts and that no list here has: whatever stands in one manner before or
//! behind numbers that count on, line by line, is what the law is counted in.

// cspell:words ມາດຕາ modda maddə

use std::collections::BTreeMap;

use super::{Line, value};
use crate::{
    numerals,
    plain::marks::{self, Head, Mark, Role},
};

/// A longer word heads nothing.
const LONGEST: usize = 24;
/// Names for divisions by such words, as they come.
const DIVISIONS: [&str; 3] = ["book", "tome", "subtitle"];
/// A unit begins so few lines below the head of the division that holds it.
const BELOW: usize = 4;
/// So often at least a word heads a division.
const FEWEST_DIVISIONS: usize = 2;

/// A word, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Own {
    /// Before the number, or empty.
    before: String,
    /// Behind it, with the sign between, or empty.
    behind: String,
    pub(super) role: Role,
    name: &'static str,
    /// How many lines it heads that count on.
    pub(super) count: usize,
}

/// A line taken apart at its number.
struct Found<'t> {
    before: &'t str,
    number: &'t str,
    behind: &'t str,
    rest: &'t str,
}

/// All words that head lines in a row, those first that head most.
pub(super) fn words<'l>(lines: impl Iterator<Item = (&'l Line, &'l Mark<'l>)>) -> Vec<Own> {
    let mut rows: BTreeMap<(&str, &str), (u32, usize)> = BTreeMap::new();
    for (line, mark) in lines {
        if !line.cells.is_empty() || matches!(mark, Mark::Head(_)) {
            continue;
        }
        for found in [before(&line.text), behind(&line.text)].into_iter().flatten() {
            let row = rows.entry((found.before, found.behind)).or_default();
            if number(found.number) == Some(row.0 + 1) {
                *row = (row.0 + 1, row.1 + 1);
            }
        }
    }
    let own = |((before, behind), (_, count)): ((&str, &str), (u32, usize))| Own {
        before: before.into(),
        behind: behind.into(),
        role: Role::Unit,
        name: "article",
        count,
    };
    let mut all: Vec<Own> = rows.into_iter().map(own).filter(|it| it.count > 1).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.count));
    all
}

/// The first `units` of these, and those that head what holds units.
pub(super) fn chosen(
    all: &[Own],
    units: usize,
    lines: &[Line],
    is_unit: impl Fn(&str) -> bool,
) -> Vec<Own> {
    let (unit, others) = all.split_at_checked(units).unwrap_or_default();
    let begins =
        |it: &Line| is_unit(&it.text) || unit.iter().any(|own| own.head(&it.text).is_some());
    let heads = heads(lines);
    let holds = |own: &Own| {
        let heads = heads.get(&own.key()).map(Vec::as_slice).unwrap_or_default();
        heads.len() >= FEWEST_DIVISIONS
            && heads.iter().all(|nth| {
                let below = lines.get(nth + 1..).unwrap_or_default();
                below.iter().take(BELOW).any(begins)
            })
    };
    let divisions = others.iter().filter(|it| holds(it)).zip(DIVISIONS);
    let division = |(own, name): (&Own, _)| Own { role: Role::Division, name, ..own.clone() };
    unit.iter().cloned().chain(divisions.map(division)).collect()
}

/// The lines that each word heads, found in one pass: an index has a word for every line.
fn heads(lines: &[Line]) -> BTreeMap<(&str, &str), Vec<usize>> {
    let mut heads: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (nth, line) in lines.iter().enumerate() {
        for found in [before(&line.text), behind(&line.text)].into_iter().flatten() {
            let key = (found.before, found.behind);
            if marks::head(&line.text, Role::Unit, "", found.number, found.rest).is_some() {
                heads.entry(key).or_default().push(nth);
            }
        }
    }
    heads
}

impl Own {
    fn key(&self) -> (&str, &str) {
        (&self.before, &self.behind)
    }

    /// How it stands beside its number.
    pub(super) fn shown(&self) -> String {
        match (self.before.as_str(), self.behind.as_str()) {
            ("", behind) => format!("1{behind}"),
            (before, "") => format!("{before} 1"),
            (before, behind) => format!("{before}1{behind}"),
        }
    }

    /// The head that a line is with this word.
    pub(super) fn head<'t>(&self, text: &'t str) -> Option<Head<'t>> {
        let is_this = |it: &Found<'_>| (it.before, it.behind) == self.key();
        let found = [before(text), behind(text)].into_iter().flatten().find(is_this)?;
        marks::head(text, self.role, self.name, found.number, found.rest)
    }
}

/// `Ngā 5. Lamps`, `ມາດຕາ5`: a word, or two, before a number.
fn before(text: &str) -> Option<Found<'_>> {
    let is_end = |it: char| it.is_numeric() || it.is_ascii_punctuation();
    let at = text.find(is_end).unwrap_or(text.len());
    let (first, behind) = text.split_at_checked(at)?;
    let word = if behind.starts_with(|it: char| authoring::digit(it).is_some()) {
        first.trim_end()
    } else {
        let (word, rest) = text.split_once(' ')?;
        let roman = rest.split_whitespace().next()?;
        Some(word).filter(|_| marks::is_roman(roman.trim_end_matches(['.', ':'])))?
    };
    let is_word = !word.is_empty()
        && word.chars().count() <= LONGEST
        && word.split(' ').count() <= 2
        && !word.starts_with(|it: char| marks::is_small(it) || it.is_ascii_punctuation())
        && word.chars().all(|it| it == ' ' || !(it.is_whitespace() || is_sign(it)));
    let rest = text.get(word.len()..)?.trim_start();
    if !is_word {
        return None;
    }
    let (number, rest) = rest.split_at_checked(marks::length(rest)?)?;
    Some(Found { before: word, number, behind: "", rest })
}

fn is_sign(sign: char) -> bool {
    "—–«»“”„‘’…·•§（）「」".contains(sign)
}

/// `5. gr.`, `5-modda`, `5-ci maddə`: a word behind a number, small and with little behind it.
fn behind(text: &str) -> Option<Found<'_>> {
    let digits = text.find(|it: char| authoring::digit(it).is_none()).filter(|it| *it > 0)?;
    let (number, tail) = text.split_at_checked(digits)?;
    let word = tail.trim_start_matches(['.', '-', ' ', '\u{A0}']);
    let end = word.find(char::is_whitespace).unwrap_or(word.len());
    let rest = word.get(end..)?;
    let behind = tail.get(..tail.len() - rest.len())?;
    let word = word.get(..end)?;
    let ends = rest.is_empty() || rest.trim_start().starts_with(|it: char| !marks::is_small(it));
    let is_word = word.chars().filter(|it| it.is_alphabetic()).count() > 1
        && word.chars().count() <= LONGEST
        && word.starts_with(|it: char| it.is_alphabetic() && !it.is_uppercase())
        && !word.ends_with([',', ';', ')'])
        && ends;
    is_word.then_some(Found { before: "", number, behind, rest })
}

fn number(written: &str) -> Option<u32> {
    Some(value(written))
        .filter(|it| *it > 0)
        .or_else(|| marks::roman(&written.to_lowercase()))
        .or_else(|| numerals::eastern(written))
}
