//! What a text in Markdown shows, line by line as it is written, and which of its characters that took.

use std::ops::Range;

use super::super::{lines::Line, marks};
use crate::{
    outline::Why,
    tree::{Place, weight},
};

const TAB: usize = 4;

/// Words that are in no line: why, in which line of the file, and which.
pub(super) type Left = (Why, u32, String);

/// The lines, as they come.
#[derive(Default)]
pub(super) struct Shown<'t> {
    text: &'t str,
    /// Where each line of the file begins.
    starts: Vec<usize>,
    lines: Vec<Line>,
    line: Option<Open>,
    /// The cells of the row that is open.
    cells: Option<Vec<String>>,
    /// The last line of the file that showed something.
    last: u32,
    is_heading: bool,
    is_apart: bool,
    aside: Option<Aside>,
    left: Vec<Left>,
    account: Account,
}

/// Words that are in no line, and are told if there is a reason.
struct Aside {
    why: Option<Why>,
    first: u32,
    last: u32,
    words: String,
}

/// A line that is open.
struct Open {
    text: String,
    /// The sign of a list, which is shown unless a number follows.
    bullet: Option<Range<usize>>,
    first: u32,
    last: u32,
}

/// Which characters of the file were shown.
#[derive(Default)]
pub(super) struct Account {
    taken: Vec<Range<usize>>,
    /// The characters of what is shown otherwise than it is written: as written, and as shown.
    written: usize,
    shown: usize,
}

impl<'t> Shown<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let breaks = text.match_indices('\n').map(|it| it.0 + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Self { text, starts, is_apart: true, ..Self::default() }
    }

    pub(super) fn raw(&self, place: &Range<usize>) -> &'t str {
        self.text.get(place.clone()).unwrap_or_default()
    }

    fn number(&self, at: usize) -> u32 {
        u32::try_from(self.starts.partition_point(|it| *it <= at)).unwrap_or(u32::MAX)
    }

    /// The line of the file that a place is in, from its beginning.
    fn written(&self, number: u32) -> &'t str {
        let nth = usize::try_from(number).unwrap_or_default();
        let start = nth.checked_sub(1).and_then(|it| self.starts.get(it)).copied();
        let end = self.starts.get(nth).copied().unwrap_or(self.text.len());
        self.raw(&(start.unwrap_or(end)..end))
    }

    /// Words that are shown, which stand at this place of the file.
    pub(super) fn words(&mut self, words: &str, place: Range<usize>) {
        if self.aside.as_ref().is_some_and(|it| it.why.is_none()) {
            return;
        }
        let is_written = self.raw(&place) == words;
        let mut at = place.start;
        for part in words.split_inclusive(['\n', '\u{C}', '\u{2028}', '\u{2029}']) {
            let is_end = part.ends_with(['\n', '\u{C}', '\u{2028}', '\u{2029}']);
            self.part(part.trim_end_matches(['\n', '\r', '\u{C}', '\u{2028}', '\u{2029}']), at);
            if is_end {
                self.end_line();
            }
            at += if is_written { part.len() } else { 0 };
        }
        self.account.take(self.raw(&place), words, place);
    }

    /// The line that is open, as far as it is.
    pub(super) fn line(&self) -> &str {
        self.line.as_ref().map_or("", |it| it.text.as_str())
    }

    pub(super) fn blank(&mut self) {
        self.line.iter_mut().for_each(|it| it.text.push(' '));
    }

    fn part(&mut self, words: &str, at: usize) {
        let number = self.number(at);
        if let Some(aside) = &mut self.aside {
            aside.words.push_str(if number == aside.last { "" } else { " " });
            aside.last = number;
            aside.words.push_str(words);
            return;
        }
        if words.trim().is_empty() && self.line.is_none() {
            return;
        }
        self.open(number).text.push_str(words);
    }

    /// The line that words in this line of the file go on.
    fn open(&mut self, number: u32) -> &mut Open {
        let goes_on = self.cells.is_some() || is_escaped(self.written(number));
        match &mut self.line {
            Some(line) if line.last == number => {}
            Some(line) if goes_on && (self.cells.is_some() || line.last + 1 == number) => {
                line.text.push(' ');
                line.last = number;
            }
            _ => self.end_line(),
        }
        let new = || Open { text: String::new(), bullet: None, first: number, last: number };
        self.line.get_or_insert_with(new)
    }

    /// The sign of a list's item.
    pub(super) fn bullet(&mut self, place: Range<usize>) {
        if self.aside.is_some() {
            return;
        }
        let line = self.open(self.number(place.start));
        if line.text.is_empty() && line.bullet.is_none() {
            line.bullet = Some(place);
        }
    }

    /// Words behind stand in a line of their own.
    pub(super) fn end_line(&mut self) {
        if self.cells.is_some() {
            return self.blank();
        }
        let Some(mut line) = self.line.take() else { return };
        let text = line.text.trim();
        let bullet = line.bullet.take().filter(|_| !text.is_empty() && marks::step(text).is_none());
        let text = match bullet {
            Some(place) => {
                let sign = self.raw(&place);
                self.account.take(sign, sign, place);
                [sign, " ", text].concat()
            }
            None => self.without_sign(text, line.first).into(),
        };
        self.push(text, Vec::new(), line.first, line.last);
    }

    /// A sign of a list before a number, where its blanks make the line one of code.
    fn without_sign<'w>(&mut self, text: &'w str, first: u32) -> &'w str {
        let behind = text.strip_prefix(['*', '-', '+']).filter(|it| it.starts_with(' '));
        let has_number = |it: &&str| marks::step(it).is_some_and(|it| !it.rest.is_empty());
        let Some(words) = behind.map(str::trim_start).filter(has_number) else {
            return text;
        };
        let sign = text.get(..1).unwrap_or_default();
        self.left.push((Why::Markup, first, sign.into()));
        words
    }

    fn push(&mut self, text: String, cells: Vec<String>, first: u32, last: u32) {
        if weight(&text) == 0 {
            return;
        }
        let is_apart = std::mem::take(&mut self.is_apart) || first > self.last + 1;
        let blanks = self.written(first).chars().take_while(|it| it.is_whitespace());
        let indent = blanks.map(|it| if it == '\t' { TAB } else { 1 }).sum();
        let at = Place { line: first, column: 0 };
        let is_apart = is_apart || self.is_heading;
        self.lines.push(Line { text, at, indent, is_apart, cells });
        self.last = last;
    }

    pub(super) fn heading(&mut self, is_heading: bool) {
        self.end_line();
        self.is_apart |= self.is_heading && !is_heading;
        self.is_heading = is_heading;
    }

    pub(super) fn begin_row(&mut self) {
        self.end_line();
        self.cells = Some(Vec::new());
    }

    pub(super) fn end_cell(&mut self) {
        let Some(cells) = &mut self.cells else { return };
        // One without words keeps its column.
        let words = self.line.as_mut().map(|it| std::mem::take(&mut it.text));
        cells.push(words.unwrap_or_default().trim().into());
    }

    pub(super) fn end_row(&mut self) {
        let Some(mut cells) = self.cells.take() else { return };
        let Some(line) = self.line.take() else { return };
        without_last(&mut cells);
        let text = cells.join("\t");
        let cells = if cells.len() > 1 { cells } else { Vec::new() };
        self.push(text, cells, line.first, line.last);
    }

    /// What follows is in no line, and told if there is a reason.
    pub(super) fn begin_aside(&mut self, why: Option<Why>, at: usize) {
        if why == Some(Why::Footnote) {
            self.end_line();
        }
        let first = self.number(at);
        self.aside = Some(Aside { why, first, last: first, words: String::new() });
    }

    pub(super) fn end_aside(&mut self) {
        if let Some(Aside { why: Some(why), first, words, .. }) = self.aside.take() {
            self.left.push((why, first, words));
        }
    }

    /// Words that are no words of the law.
    pub(super) fn leave(&mut self, why: Why, place: Range<usize>) {
        let words = self.raw(&place);
        self.left.push((why, self.number(place.start), words.into()));
        self.account.take(words, words, place);
    }

    /// HTML, as a page shows it.
    pub(super) fn page(&mut self, html: &str, place: Range<usize>) {
        self.end_line();
        let above = self.number(place.start).saturating_sub(1);
        let (lines, left) = crate::page::lines(html);
        let mut shown = 0;
        for mut line in lines {
            shown += weight(&line.text);
            line.at.line += above;
            self.last = line.at.line;
            match &mut self.aside {
                Some(aside) => aside.words.push_str(&[" ", &line.text].concat()),
                None => self.lines.push(line),
            }
        }
        for (why, words) in left {
            shown += weight(&words);
            self.left.push((why, above + 1, words));
        }
        self.account.written += weight(self.raw(&place));
        self.account.shown += shown;
        self.account.taken.push(place);
    }

    /// Where the last words end.
    pub(super) fn taken(&self) -> usize {
        self.account.taken.last().map_or(0, |it| it.end)
    }

    pub(super) fn tag(&mut self, place: Range<usize>) {
        self.account.take(self.raw(&place), "", place);
    }

    pub(super) fn end(mut self) -> (Vec<Line>, Vec<Left>, Account) {
        self.end_line();
        (self.lines, self.left, self.account)
    }
}

/// Empty cells behind the last words part nothing.
fn without_last(cells: &mut Vec<String>) {
    cells.truncate(cells.iter().rposition(|it| !it.is_empty()).map_or(0, |it| it + 1));
}

/// Whether a line begins with a number that the slash in it says to be none of a list.
fn is_escaped(line: &str) -> bool {
    let behind = line.trim_start().trim_start_matches(|it: char| it.is_ascii_digit());
    let has_number = behind.len() < line.trim_start().len();
    has_number && (behind.starts_with("\\.") || behind.starts_with("\\)"))
}

impl Account {
    fn take(&mut self, written: &str, shown: &str, place: Range<usize>) {
        self.written += weight(written);
        self.shown += weight(shown);
        self.taken.push(place);
    }

    /// The characters of the file, as they are shown where they are.
    pub(super) fn total(&self, text: &str) -> usize {
        (weight(text) + self.shown).saturating_sub(self.written)
    }

    /// What stands between all that is shown: what has letters in places of its own, and all signs.
    pub(super) fn markup(&mut self, text: &str) -> Vec<Left> {
        self.taken.sort_by_key(|it| it.start);
        let ends = std::iter::once(0).chain(self.taken.iter().map(|it| it.end));
        let begins = self.taken.iter().map(|it| it.start).chain([text.len()]);
        let (mut left, mut signs, mut line, mut at) = (Vec::new(), String::new(), 1, 0);
        for (end, begin) in ends.zip(begins) {
            let between = text.get(end..begin).unwrap_or_default();
            let words = between.trim_start();
            let start = begin - words.len();
            let breaks = text.get(at..start).unwrap_or_default().matches('\n').count();
            line += u32::try_from(breaks).unwrap_or_default();
            at = start;
            if words.contains(char::is_alphanumeric) {
                left.push((Why::Markup, line, words.into()));
            } else if !words.is_empty() {
                signs.push_str(words);
                signs.push(' ');
            }
        }
        left.push((Why::Markup, 0, signs));
        left
    }
}
