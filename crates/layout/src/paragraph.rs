//! Lines of a column as paragraphs.

use crate::{
    column::{Block, Line},
    hyphen::{Hyphens, Vocabulary, join},
    line::share,
    note::{Mark, Numbering},
};

/// Lines that are read on without a break.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    pub(crate) words: String,
    pub(crate) size: i32,
    /// Its last line has no room for another word, so it may go on elsewhere.
    pub(crate) is_full: bool,
    /// It begins further in than the column.
    pub(crate) is_indented: bool,
    /// What it begins with, if it is a note.
    pub(crate) mark: Option<Mark>,
}

/// The distances of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measure {
    /// From line to line within a paragraph, in hundredths of the size of their letters.
    leading: i32,
}

impl Measure {
    /// What a quarter of all lines keep at most: the others have a gap above them.
    pub(crate) fn of<'b>(blocks: impl Iterator<Item = &'b Block>) -> Self {
        let mut all: Vec<i32> = blocks.flat_map(|it| distances(&it.lines)).collect();
        all.sort_unstable();
        Self { leading: all.get(all.len() / 4).copied().unwrap_or(120) }
    }
}

fn distances(lines: &[Line]) -> impl Iterator<Item = i32> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    pairs.map(|(a, b)| leading(a, b)).filter(|it| (80..250).contains(it))
}

/// From one line to the next, in hundredths of their size.
fn leading(a: &Line, b: &Line) -> i32 {
    let down = i64::from(b.baseline) - i64::from(a.baseline);
    i32::try_from(down * 100 / i64::from(a.size.max(b.size).max(1))).unwrap_or(i32::MAX)
}

/// The paragraphs of a column. With a numbering, each note begins one.
pub(crate) fn paragraphs(
    block: &Block,
    measure: Measure,
    known: &Vocabulary,
    mut notes: Option<&mut Numbering>,
    hyphens: &mut Hyphens,
) -> Vec<Paragraph> {
    let side = Side::of(&block.lines, block.is_rtl);
    let mut paragraphs = Vec::new();
    for chunk in chunks(&block.lines, measure) {
        let near = Side::of(chunk, block.is_rtl);
        let mut open: Vec<&Line> = Vec::new();
        let mut mark = None;
        for line in chunk {
            let next = notes.as_mut().and_then(|it| it.next(&line.words));
            let begins = open
                .last()
                .is_some_and(|last| next.is_some() || near.breaks(&side, &open, last, line));
            if begins {
                paragraphs.extend(side.paragraph(&near, &open, mark.take(), known, hyphens));
                open.clear();
            }
            mark = mark.or(next);
            open.push(line);
        }
        paragraphs.extend(side.paragraph(&near, &open, mark, known, hyphens));
    }
    paragraphs
}

/// Lines at their gaps, and where the size of letters changes.
fn chunks(lines: &[Line], measure: Measure) -> Vec<&[Line]> {
    let most = measure.leading.saturating_add(measure.leading / 4);
    let parts = |a: &Line, b: &Line| {
        a.is_apart
            || b.is_apart
            || a.baseline != b.baseline && leading(a, b) > most
            || b.baseline < a.baseline
            || a.size.abs_diff(b.size) > share(a.size.max(b.size), 8).unsigned_abs()
    };
    lines.chunk_by(|a, b| !parts(a, b)).collect()
}

/// The edges of lines, seen from where they begin.
struct Side {
    start: i32,
    end: i32,
    is_rtl: bool,
}

impl Side {
    fn of(lines: &[Line], is_rtl: bool) -> Self {
        let start = lines.iter().map(|it| start(it, is_rtl)).min().unwrap_or_default();
        let end = lines.iter().map(|it| end(it, is_rtl)).max().unwrap_or_default();
        Self { start, end, is_rtl }
    }

    /// Whether a paragraph begins with this line. `block` has the edges of the whole column.
    fn breaks(&self, block: &Self, open: &[&Line], last: &Line, line: &Line) -> bool {
        self.has_room(block, last, line) || self.is_moved(open, line)
    }

    /// Whether the first word of a line would have stood on the one before.
    fn has_room(&self, block: &Self, last: &Line, line: &Line) -> bool {
        let room = |of: &Self| of.end.saturating_sub(end(last, self.is_rtl));
        let width = line.right.saturating_sub(line.left);
        let letters = i64::try_from(line.words.chars().count().max(1)).unwrap_or(i64::MAX);
        let first = line.words.split_whitespace().next().unwrap_or_default().chars().count();
        let first = i64::from(width) * i64::try_from(first).unwrap_or_default() / letters;
        let needed = i32::try_from(first).unwrap_or(i32::MAX).saturating_add(share(line.size, 40));
        let column = block.end.saturating_sub(block.start);
        room(self) > needed || room(block) > share(column, 40)
    }

    /// Whether a line begins elsewhere than those before it: an indented first one, or the next of a list.
    fn is_moved(&self, open: &[&Line], line: &Line) -> bool {
        let [first, rest @ ..] = open else { return false };
        let Some(second) = rest.first() else { return false };
        let at = |it: &Line| start(it, self.is_rtl);
        let by = |a: &Line, b: &Line| at(b).saturating_sub(at(a));
        let least = share(line.size, 70);
        let hangs = by(first, second) > least;
        by(second, line) > least || hangs && by(second, line) < -least
    }

    fn paragraph(
        &self,
        near: &Self,
        lines: &[&Line],
        mark: Option<Mark>,
        known: &Vocabulary,
        hyphens: &mut Hyphens,
    ) -> Option<Paragraph> {
        let (first, last) = (lines.first()?, lines.last()?);
        let mut words = String::new();
        for line in lines {
            if words.is_empty() {
                words.push_str(&line.words);
            } else {
                join(&mut words, &line.words, known, hyphens);
            }
        }
        let room = self.end.max(near.end).saturating_sub(end(last, self.is_rtl));
        let column = self.end.saturating_sub(self.start);
        let is_full = !first.is_apart && room <= share(column, 15).max(share(last.size, 400));
        let is_indented =
            start(first, self.is_rtl).saturating_sub(self.start) > share(first.size, 70);
        Some(Paragraph { words, size: first.size, is_full, is_indented, mark })
    }
}

fn start(line: &Line, is_rtl: bool) -> i32 {
    if is_rtl { line.right.saturating_neg() } else { line.left }
}

fn end(line: &Line, is_rtl: bool) -> i32 {
    if is_rtl { line.left.saturating_neg() } else { line.right }
}

/// A heading has fewer words, mostly; it ends where its line does, and with no full stop.
const HEADING: usize = 7;

impl Paragraph {
    /// Whether it goes on in one that begins in the next column or on the next page.
    pub(crate) fn goes_on(&self, next: &Self) -> bool {
        let is_same = self.size.abs_diff(next.size) <= share(self.size, 8).unsigned_abs();
        let last = self.words.trim_end_matches(['”', '"', '’', ')', '»', ' ']);
        let is_done = last.ends_with(['.', '!', '?', ':', ';', '。', '؟', '؛']);
        if !is_same || is_done {
            return false;
        }
        let is_broken = self.words.ends_with(['-', '‐', '\u{ad}', ',']);
        let first = next.words.chars().next();
        let is_full = self.is_full && !next.is_indented;
        let is_long = self.words.split_whitespace().count() >= HEADING;
        is_broken || first.is_some_and(char::is_lowercase) || is_full && is_long
    }
}
