//! Columns: where a white stripe parts the lines of a page, one side is read before the other.

use crate::{
    direction::is_mostly_rtl,
    line::{Piece, Sheet, most_common, share},
};

/// Lines of one column, from above to below.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub(crate) lines: Vec<Line>,
    pub(crate) is_rtl: bool,
}

/// A line of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) words: String,
    pub(crate) left: i32,
    pub(crate) right: i32,
    pub(crate) baseline: i32,
    pub(crate) size: i32,
    /// Something else stands on the same line, far from it.
    pub(crate) is_apart: bool,
}

/// A page in reading order.
pub(crate) struct Ordered {
    pub(crate) height: i32,
    pub(crate) blocks: Vec<Block>,
}

/// So many lines make a column, on either side.
const FEWEST: usize = 3;

/// So long is a line of a column at least, for most of them, by the size of its letters.
const SHORTEST: i32 = 9;

/// Columns of one page are looked for in so many steps: one that needs more is a drawing.
const STEPS: usize = 2_000_000;

/// Within a column there may be columns again.
const DEEPEST: usize = 4;

pub(crate) fn ordered(sheet: Sheet) -> Ordered {
    let words = sheet.pieces.iter().flat_map(|it| &it.runs).map(|it| it.words.as_str());
    let is_rtl = is_mostly_rtl(words);
    let mut parts = Vec::new();
    let mut steps = STEPS;
    part(sheet.pieces, is_rtl, DEEPEST, &mut steps, &mut parts);
    Ordered { height: sheet.height, blocks: parts.into_iter().map(block).collect() }
}

/// Pieces in the order of the columns that they stand in.
fn part(
    mut pieces: Vec<Piece>,
    is_rtl: bool,
    depth: usize,
    steps: &mut usize,
    parts: &mut Vec<Vec<Piece>>,
) {
    pieces.sort_by_key(|it| (it.baseline, it.left));
    let mut plain = Vec::new();
    while !pieces.is_empty() {
        let is_over = depth == 0 || *steps == 0;
        let band = if is_over { None } else { band(&pieces, steps) };
        let Some((length, gutter)) = band else {
            plain.push(pieces.remove(0));
            if is_over {
                plain.append(&mut pieces);
            }
            continue;
        };
        if !plain.is_empty() {
            parts.push(std::mem::take(&mut plain));
        }
        let rest = pieces.split_off(length);
        let (left, right): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|it| it.right <= gutter);
        let sides = if is_rtl { [right, left] } else { [left, right] };
        for side in sides {
            part(side, is_rtl, depth - 1, steps, parts);
        }
        pieces = rest;
    }
    if !plain.is_empty() {
        parts.push(plain);
    }
}

/// How many of the first pieces stand on two sides of a white stripe, and where that begins.
fn band(pieces: &[Piece], steps: &mut usize) -> Option<(usize, i32)> {
    *steps = steps.saturating_sub(pieces.len());
    let size = most_common(pieces.iter().map(|it| (it.size, 1)));
    let mut inked: Vec<(i32, i32)> = Vec::new();
    let mut found = None;
    for (nth, piece) in pieces.iter().enumerate() {
        *steps = steps.checked_sub(inked.len())?;
        ink(&mut inked, (piece.left, piece.right));
        match (widest(&inked, size), found) {
            (Some(gutter), _) => found = Some((nth + 1, gutter)),
            (None, Some(_)) => break,
            (None, None) => {}
        }
    }
    let (length, gutter) = found?;
    let (left, right): (Vec<_>, Vec<_>) =
        pieces.iter().take(length).partition(|it| it.right <= gutter);
    (is_column(&left) && is_column(&right)).then_some((length, gutter))
}

/// Adds a stretch to others that are apart and in order.
fn ink(inked: &mut Vec<(i32, i32)>, (mut left, mut right): (i32, i32)) {
    inked.retain(|(from, to)| {
        let touches = *from <= right && left <= *to;
        if touches {
            (left, right) = (left.min(*from), right.max(*to));
        }
        !touches
    });
    let at = inked.partition_point(|(from, _)| *from < left);
    inked.insert(at, (left, right));
}

/// Where the widest white stripe begins, if it is as wide as one between columns.
fn widest(inked: &[(i32, i32)], size: i32) -> Option<i32> {
    let gaps = inked.iter().zip(inked.iter().skip(1)).map(|(a, b)| (b.0.saturating_sub(a.1), a.1));
    gaps.filter(|(width, _)| *width >= share(size, 90))
        .max_by_key(|(width, _)| *width)
        .map(|it| it.1)
}

/// Whether lines are long, full and many enough for running text, unlike cells of a table.
fn is_column(side: &[&Piece]) -> bool {
    let lines = side.chunk_by(|a, b| a.baseline == b.baseline).map(|line| {
        let width = |it: &Piece| it.right.saturating_sub(it.left);
        let (left, right) =
            (line.iter().map(|it| it.left).min(), line.iter().map(|it| it.right).max());
        let whole = right.unwrap_or_default().saturating_sub(left.unwrap_or_default());
        let inked: i64 = line.iter().map(|it| i64::from(width(it))).sum();
        let letters = line.iter().map(|it| it.size).max().unwrap_or_default();
        if inked * 2 < i64::from(whole) { 0 } else { whole / letters.max(1) }
    });
    let mut lengths: Vec<i32> = lines.collect();
    lengths.sort_unstable();
    lengths.len() >= FEWEST && lengths.get(lengths.len() / 2).is_some_and(|it| *it >= SHORTEST)
}

/// Pieces of one column as lines.
fn block(mut pieces: Vec<Piece>) -> Block {
    let words = pieces.iter().flat_map(|it| &it.runs).map(|it| it.words.as_str());
    let is_rtl = is_mostly_rtl(words);
    pieces
        .sort_by_key(|it| (it.baseline, if is_rtl { it.right.saturating_neg() } else { it.left }));
    let mut joined: Vec<(Vec<Piece>, bool)> = Vec::new();
    for piece in pieces {
        let last = joined.last_mut();
        let last =
            last.filter(|(it, _)| it.first().is_some_and(|it| it.baseline == piece.baseline));
        match last {
            Some((last, _)) if is_near(last, &piece) => last.push(piece),
            Some((_, is_apart)) => {
                *is_apart = true;
                joined.push((vec![piece], true));
            }
            None => joined.push((vec![piece], false)),
        }
    }
    let whole = |(mut pieces, is_apart): (Vec<Piece>, bool)| {
        if is_rtl {
            pieces.reverse();
        }
        let baseline = pieces.first().map_or(0, |it| it.baseline);
        (Piece::of(pieces.into_iter().flat_map(|it| it.runs).collect(), baseline), is_apart)
    };
    let line = |(piece, is_apart): (Piece, bool)| Line {
        words: piece.words(is_rtl),
        left: piece.left,
        right: piece.right,
        baseline: piece.baseline,
        size: piece.size,
        is_apart,
    };
    Block { lines: joined.into_iter().map(whole).map(line).collect(), is_rtl }
}

/// Whether a piece is read on from a line: a wide blank in it, or a number and what it counts.
fn is_near(line: &[Piece], b: &Piece) -> bool {
    let Some(a) = line.last() else { return false };
    let gap = b.left.saturating_sub(a.right).max(a.left.saturating_sub(b.right));
    let is_label = |it: &Piece| {
        let is_short = it.right.saturating_sub(it.left) <= share(it.size, 300);
        is_short && it.own_words().ends_with(|sign: char| !sign.is_alphabetic())
    };
    gap <= share(a.size, 300) || line.len() == 1 && is_label(a) && gap <= share(a.size, 800)
}
