//! Lines to paragraphs: which lines a publisher's program broke, and which begin something new.

use super::marks::{self, Mark};
use crate::tree::Place;

/// A line, or a paragraph of several, with what is known of how it looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its words, without the blanks at its ends.
    pub(crate) text: String,
    pub(crate) at: Place,
    /// How far it stands in from the margin, in whatever measure its file has.
    pub(crate) indent: usize,
    /// A blank line is above it.
    pub(crate) is_apart: bool,
    /// The cells of a table's row, whose words `text` has as well; none where it is no row.
    pub(crate) cells: Vec<String>,
}

/// Lines are broken by a program where they are no longer than this.
const WIDEST: usize = 130;
/// In a hundred lines, so many at least go on the sentence of a full one where lines are broken.
const BROKEN_PERCENT: usize = 4;
/// In a hundred lines, so many at most are longer than a full one where a program broke them: titles and
/// tables.
const LONGER_PERCENT: usize = 30;
/// A line that ends in the middle of a sentence is nearly full, in per cent of the widest.
const NEARLY_FULL: usize = 75;
const TAB: usize = 4;

/// The lines of a text that aren't blank.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut is_apart = true;
    for (number, line) in (1..).zip(text.split(['\n', '\u{C}', '\u{2028}', '\u{2029}'])) {
        let line = line.trim_end();
        let words = line.trim_start();
        if words.is_empty() {
            is_apart = true;
            continue;
        }
        let blanks = line.chars().take_while(|it| it.is_whitespace());
        let indent = blanks.map(|it| if it == '\t' { TAB } else { 1 }).sum();
        let at = Place { line: number, column: 0 };
        lines.push(Line { text: words.into(), at, indent, is_apart, cells: Vec::new() });
        is_apart = false;
    }
    lines
}

/// Paragraphs: lines that a program broke are put together again.
pub(super) fn paragraphs(lines: Vec<Line>) -> Vec<Line> {
    let Some(width) = width(&lines) else { return lines };
    let mut all: Vec<Line> = Vec::new();
    // How long the last line was that a paragraph got.
    let mut last = 0;
    for line in lines {
        let length = length(&line);
        match all.last_mut().filter(|before| goes_on(before, last, &line, width)) {
            Some(before) => join(&mut before.text, &line.text),
            None => all.push(line),
        }
        last = length;
    }
    all
}

/// How long lines are, where a program broke them: each line that goes on a sentence says between
/// what, and most of them decide, as a title or a table may be wider than all others.
fn width(lines: &[Line]) -> Option<usize> {
    let mut votes = [0_usize; WIDEST + 1];
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let is_rest = |(before, line): &(&Line, &Line)| {
        let is_below = !line.is_apart && line.text.starts_with(char::is_lowercase);
        is_below && !ends(&before.text) && marks::mark(&line.text) == Mark::None
    };
    for (before, line) in pairs.filter(is_rest) {
        let before = length(before);
        let widths = before..before + 1 + first_word(line);
        votes.iter_mut().enumerate().filter(|it| widths.contains(&it.0)).for_each(|it| *it.1 += 1);
    }
    let (width, broken) = votes.into_iter().enumerate().max_by_key(|(_, votes)| *votes)?;
    let longer = lines.iter().filter(|it| length(it) > width).count();
    let is_width = broken * 100 >= lines.len() * BROKEN_PERCENT
        && longer * 100 <= lines.len() * LONGER_PERCENT;
    (broken > 0 && is_width).then_some(width)
}

fn length(line: &Line) -> usize {
    line.indent + line.text.chars().count()
}

/// Whether the first word of a line would not have fitted behind the one before.
fn is_full(before: usize, line: &Line, width: usize) -> bool {
    before + 1 + first_word(line) > width
}

fn first_word(line: &Line) -> usize {
    line.text.split_whitespace().next().unwrap_or_default().chars().count()
}

/// Whether a line is the rest of the paragraph before it, whose last line was `last` long.
fn goes_on(before: &Line, last: usize, line: &Line, width: usize) -> bool {
    if line.is_apart
        || !line.cells.is_empty()
        || marks::page(&before.text)
        || marks::page(&line.text)
    {
        return false;
    }
    let is_full = is_full(last, line, width);
    if marks::mark(&line.text) != Mark::None {
        return is_full && !ends(&before.text);
    }
    let head = matches!(marks::mark(&before.text), Mark::Head(head) if head.rest.is_empty());
    let is_nearly = last * 100 >= width * NEARLY_FULL;
    !head && (is_full || is_nearly && line.text.starts_with(char::is_lowercase))
}

/// Whether something may begin below.
fn ends(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let joins = ["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "sowie", "but"];
    joins.contains(&last) || text.ends_with(['.', ';', ':', '!', '?', '—', '–', '”', '“', ']'])
}

/// A word that was broken at its hyphen stays as it is written: the hyphen may be its own.
fn join(before: &mut String, text: &str) {
    let is_broken = before.ends_with('-') && text.starts_with(char::is_lowercase);
    if !is_broken {
        before.push(' ');
    }
    before.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        paragraphs(lines(text)).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn lines_that_a_program_broke_are_one_paragraph_again() {
        let wrapped = "Article 5\nLamps\n1. Every street has lamps, as it is said\nin Article 4, and in the words of the\nparagraph (2) of the decree on lamps,\nnamely lamps and oil.\n2. Nights are dark.\n";
        assert_eq!(
            read(wrapped),
            [
                "Article 5",
                "Lamps",
                "1. Every street has lamps, as it is said in Article 4, and in the words of the \
                 paragraph (2) of the decree on lamps, namely lamps and oil.",
                "2. Nights are dark."
            ]
        );
    }

    #[test]
    fn a_wide_table_says_not_where_lines_were_broken() {
        let table =
            "Lamps      I  by night and in fog, in streets of a length of a mile  I  seven\n";
        let words = "Every street has all those lamps\nthat are named or drawn in its\nSchedule 5 Part 3 under their own\nname, and lanes have one.\n";
        assert_eq!(
            read(&[table, "\n", words].concat()).last().map(String::as_str),
            Some(
                "Every street has all those lamps that are named or drawn in its Schedule 5 Part 3 \
                 under their own name, and lanes have one."
            )
        );
    }

    #[test]
    fn lines_that_nobody_broke_stay_paragraphs() {
        let text = "Article 5\nEvery street has lamps.\nLanes have one.\n";
        assert_eq!(read(text), ["Article 5", "Every street has lamps.", "Lanes have one."]);
    }
}
