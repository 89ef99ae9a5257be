//! From words to what stands on one line without a wide gap.

use std::collections::{BTreeMap, BTreeSet};

use dataset::digit;

use crate::{Page, Run, direction, drop_cap};

/// A page in pieces of lines, from above to below.
pub(crate) struct Sheet {
    pub(crate) height: i32,
    pub(crate) pieces: Vec<Piece>,
    /// Words that a large first letter began, as they are read.
    pub(crate) doubtful: Vec<String>,
}

/// Words on one line; a gap as between columns parts it from others on that line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    /// From left to right, with those that are blank.
    pub(crate) runs: Vec<Run>,
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) baseline: i32,
    pub(crate) size: i32,
}

impl Run {
    pub(crate) fn right(&self) -> i32 {
        self.left.saturating_add(self.width)
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }
}

impl Piece {
    pub(crate) fn of(runs: Vec<Run>, baseline: i32) -> Self {
        let seen = || runs.iter().filter(|it| !it.is_blank());
        let left = seen().map(|it| it.left).min().unwrap_or_default();
        let right = seen().map(Run::right).max().unwrap_or_default();
        let size = most_common(seen().map(|it| (it.size, letters(&it.words))));
        Self { runs, left, right, baseline, size }
    }

    pub(crate) fn words(&self, is_rtl: bool) -> String {
        direction::words(self, is_rtl)
    }

    /// Its words by themselves, the way that most of them run.
    pub(crate) fn own_words(&self) -> String {
        let words = self.runs.iter().map(|it| it.words.as_str());
        self.words(direction::is_mostly_rtl(words))
    }
}

/// So many hundredths of a length.
pub(crate) fn share(length: i32, hundredths: i32) -> i32 {
    let part = i64::from(length) * i64::from(hundredths) / 100;
    i32::try_from(part).unwrap_or(i32::MAX)
}

fn letters(words: &str) -> usize {
    words.chars().filter(|it| !it.is_whitespace()).count()
}

/// What most of it has.
pub(crate) fn most_common(sizes: impl Iterator<Item = (i32, usize)>) -> i32 {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (size, letters) in sizes {
        *counts.entry(size).or_default() += letters;
    }
    counts.into_iter().max_by_key(|(_, letters)| *letters).map_or(0, |(size, _)| size)
}

/// The size of most letters.
pub(crate) fn body_size(sheets: &[Sheet]) -> i32 {
    body_of(sheets.iter().flat_map(|it| &it.pieces).flat_map(|it| &it.runs))
}

pub(crate) fn body_of<'r>(runs: impl IntoIterator<Item = &'r Run>) -> i32 {
    most_common(runs.into_iter().map(|it| (it.size, letters(&it.words))))
}

/// The lines of a page in their pieces.
pub(crate) fn sheet(page: &Page) -> Sheet {
    let mut runs = seen_once(&page.runs);
    let doubtful = drop_cap::read(&mut runs);
    let mut placed: Vec<(i32, Run)> = lowered(&runs);
    placed.sort_by_key(|(baseline, run)| (*baseline, run.left));
    let mut pieces = Vec::new();
    let mut row: Vec<Run> = Vec::new();
    let mut at = 0;
    for (baseline, run) in placed {
        if !row.is_empty() && baseline.saturating_sub(at) > share(run.size, 25) {
            pieces.extend(parted(std::mem::take(&mut row), at));
        }
        if row.is_empty() {
            at = baseline;
        }
        row.push(run);
    }
    pieces.extend(parted(row, at));
    Sheet { height: page.height, pieces, doubtful }
}

/// What is printed twice at one place, to look bold, is there once.
fn seen_once(runs: &[Run]) -> Vec<Run> {
    let mut places: BTreeSet<(&str, i32, i64, i64)> = BTreeSet::new();
    let mut seen = Vec::new();
    for run in runs.iter().filter(|it| !it.words.is_empty()) {
        let near = i64::from(share(run.size, 12));
        if near > 0 && !run.is_blank() {
            // Places are counted in fields half as wide as what is near.
            let field = |at: i32| (i64::from(at) * 2).div_euclid(near);
            let (column, row) = (field(run.left), field(run.baseline));
            let place = |by: (i64, i64)| (run.words.as_str(), run.size, column + by.0, row + by.1);
            let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (x, y)));
            if around.into_iter().any(|by| places.contains(&place(by))) {
                continue;
            }
            places.insert(place((0, 0)));
        }
        seen.push(run.clone());
    }
    seen
}

/// Of so many lines, larger letters are looked for on those beside small ones: with more, it is a
/// drawing.
const ROWS: usize = 40;

/// Each run with the line that it belongs to: small letters, raised or lowered, to that beside them.
fn lowered(runs: &[Run]) -> Vec<(i32, Run)> {
    let body = body_of(runs);
    let mut sorted: Vec<&Run> = runs.iter().filter(|it| !it.is_blank()).collect();
    sorted.sort_by_key(|it| (it.baseline, it.left));
    let rows: Vec<&[&Run]> = sorted.chunk_by(|a, b| a.baseline == b.baseline).collect();
    let baseline = |row: &[&Run]| row.first().map_or(0, |it| it.baseline);
    let line = |run: &Run| {
        if !is_short(&run.words) {
            return run.baseline;
        }
        // None holds it that is larger than this.
        let largest = share(run.size, 225);
        let top = run.baseline.saturating_sub(share(largest, 35));
        let bottom = run.baseline.saturating_add(share(largest, 75));
        let from = rows.partition_point(|it| baseline(it) < top);
        let near = rows.iter().skip(from).take(ROWS).take_while(|it| baseline(it) <= bottom);
        let beside = |row: &&&[&Run]| {
            let at = row.partition_point(|it| it.left < run.left);
            row.iter().skip(at.saturating_sub(2)).take(4).any(|it| holds(it, run, body))
        };
        near.into_iter().find(beside).map_or(run.baseline, |it| baseline(it))
    };
    let placed = |run: &Run| {
        let line = line(run);
        (line, raised(run, line))
    };
    runs.iter().map(placed).collect()
}

/// Whether words are few enough to be raised or lowered: `12`, `th`, `(a)`.
fn is_short(words: &str) -> bool {
    let words = words.trim();
    words.chars().count() <= 8 && words.chars().filter(|it| it.is_alphabetic()).count() <= 3
}

/// Whether a run is a small one at the side of larger letters. Beside those of a heading only what has
/// no letters is: the line below may come close to it.
fn holds(larger: &Run, run: &Run, body: i32) -> bool {
    let above = larger.baseline.saturating_sub(run.baseline);
    let gap = run.left.saturating_sub(larger.right()).max(larger.left.saturating_sub(run.right()));
    let is_text = larger.size <= share(body, 150);
    (share(larger.size, 45)..=share(larger.size, 80)).contains(&run.size)
        && above != 0
        && (-share(larger.size, 35)..share(larger.size, 75)).contains(&above)
        && (-share(larger.size, 25)..=share(larger.size, 40)).contains(&gap)
        && (is_text || !run.words.chars().any(char::is_alphabetic))
}

/// Digits that stand higher than their line are those that do so by themselves.
fn raised(run: &Run, line: i32) -> Run {
    let digits = run.words.trim();
    let is_raised = line.saturating_sub(run.baseline) > share(run.size, 20)
        && !digits.is_empty()
        && digits.chars().all(|it| it.is_ascii_digit());
    if is_raised { Run { words: superscript(digits), ..run.clone() } } else { run.clone() }
}

const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

fn superscript(digits: &str) -> String {
    let raised = |it: char| SUPERSCRIPTS.chars().nth(usize::try_from(digit(it)?).ok()?);
    digits.chars().filter_map(raised).collect()
}

/// The number that raised digits say.
pub(crate) fn number_of(mark: char) -> Option<u32> {
    (0..).zip(SUPERSCRIPTS.chars()).find(|(_, it)| *it == mark).map(|(number, _)| number)
}

/// A line at its wide gaps.
fn parted(mut row: Vec<Run>, baseline: i32) -> Vec<Piece> {
    row.sort_by_key(|it| it.left);
    let mut pieces = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut end: Option<i32> = None;
    for run in row {
        if run.is_blank() {
            runs.push(run);
            continue;
        }
        let is_far = end.is_some_and(|end| run.left.saturating_sub(end) > share(run.size, 80));
        if is_far {
            pieces.push(Piece::of(std::mem::take(&mut runs), baseline));
            end = None;
        }
        end = Some(end.unwrap_or(i32::MIN).max(run.right()));
        runs.push(run);
    }
    pieces.push(Piece::of(runs, baseline));
    pieces.retain(|it| it.runs.iter().any(|it| !it.is_blank()));
    pieces
}
