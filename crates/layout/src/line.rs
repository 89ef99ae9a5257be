//! From words to what stands on one line without a wide gap.

use std::collections::BTreeMap;

use crate::{Page, Run, direction};

/// A page in pieces of lines, from above to below.
pub(crate) struct Sheet {
    pub(crate) height: i32,
    pub(crate) pieces: Vec<Piece>,
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
    let runs = sheets.iter().flat_map(|it| &it.pieces).flat_map(|it| &it.runs);
    most_common(runs.map(|it| (it.size, letters(&it.words))))
}

/// The lines of a page in their pieces.
pub(crate) fn sheet(page: &Page) -> Sheet {
    let mut placed: Vec<(i32, Run)> = lowered(&seen_once(&page.runs));
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
    Sheet { height: page.height, pieces }
}

/// What is printed twice at one place, to look bold, is there once.
fn seen_once(runs: &[Run]) -> Vec<Run> {
    let mut sorted: Vec<_> = runs.iter().filter(|it| !it.words.is_empty()).cloned().collect();
    sorted.sort_by(|a, b| (a.baseline, &a.words, a.left).cmp(&(b.baseline, &b.words, b.left)));
    let near = |a: i32, b: i32, size: i32| a.abs_diff(b) < share(size, 12).unsigned_abs();
    sorted.dedup_by(|later, kept| {
        later.words == kept.words
            && !later.is_blank()
            && near(later.left, kept.left, kept.size)
            && near(later.baseline, kept.baseline, kept.size)
    });
    sorted
}

/// Each run with the line that it belongs to: small letters, raised or lowered, to that beside them.
fn lowered(runs: &[Run]) -> Vec<(i32, Run)> {
    let mut sorted: Vec<&Run> = runs.iter().filter(|it| !it.is_blank()).collect();
    sorted.sort_by_key(|it| it.baseline);
    let largest = sorted.iter().map(|it| it.size).max().unwrap_or_default();
    let line = |run: &Run| {
        let from = sorted
            .partition_point(|it| it.baseline < run.baseline.saturating_sub(share(largest, 35)));
        let near = sorted.iter().skip(from);
        let mut near =
            near.take_while(|it| it.baseline <= run.baseline.saturating_add(share(largest, 75)));
        let beside = near.find(|it| holds(it, run));
        beside.map_or(run.baseline, |it| it.baseline)
    };
    runs.iter().map(|run| (line(run), raised(run, line(run)))).collect()
}

/// Whether a run is a small one at the side of larger letters.
fn holds(larger: &Run, run: &Run) -> bool {
    let above = larger.baseline.saturating_sub(run.baseline);
    let gap = run.left.saturating_sub(larger.right()).max(larger.left.saturating_sub(run.right()));
    run.size <= share(larger.size, 80)
        && above != 0
        && (-share(larger.size, 35)..share(larger.size, 75)).contains(&above)
        && gap <= share(larger.size, 40)
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
    let digit = |it: char| SUPERSCRIPTS.chars().nth(it.to_digit(10)? as usize);
    digits.chars().filter_map(digit).collect()
}

/// The number that raised digits say.
pub(crate) fn number_of(mark: char) -> Option<usize> {
    SUPERSCRIPTS.chars().position(|it| it == mark)
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
