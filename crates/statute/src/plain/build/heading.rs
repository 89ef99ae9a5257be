//! Headings: behind a number, below it, or above it; and where a law's last part ends.

use super::{Build, CLOSINGS, Is, Level};
use crate::{
    plain::{
        Line,
        marks::{self, Head, Mark, Reads, Role, mark},
        put,
        units::value,
    },
    tree::{Child, Element, Place, weight},
};

/// A longer line is no heading.
const LONGEST: usize = 160;
/// No law has more lines of signatures, so what is further below is another law's.
const SIGNATURES: usize = 400;
/// Behind these a sentence of few words is the heading, as Spanish laws have it.
const HEADED: [&str; 4] = ["artículo", "articulo", "disposición", "disposicion"];
/// What parts a heading from the words behind it, in India and elsewhere.
const DASHES: [&str; 6] = [".—", ".–", ". —", ". –", ".-", ". -"];

impl<'l> Build<'l> {
    /// The number of a part, with the dash behind its heading, which is neither's.
    pub(super) fn number(part: &mut Element, head: Head<'l>, line: &Line) {
        let dash = parted(head.rest).map_or("", |it| it.1);
        put(part, "num", &[head.num, dash].concat(), line.at);
    }

    /// Takes what stands behind a head, and the heading below it.
    pub(super) fn begun(&mut self, nth: usize, head: Head<'l>, has_heading: bool) {
        let Some(line) = self.lines.get(nth) else { return };
        if let Some((heading, words)) = self.attached(nth, head) {
            self.heading(heading, line.at);
            return self.rest(nth, words, line);
        }
        if let Some((heading, _, words)) = parted(head.rest) {
            self.heading(heading, line.at);
            return self.rest(nth, words, line);
        }
        if head.rest.is_empty() {
            if !has_heading {
                self.heading_below(nth + 1, head.role);
            }
            return;
        }
        if head.role == Role::Annex && belongs(head.rest) {
            self.rest(nth, head.rest, line);
            return self.heading_below(nth + 1, head.role);
        }
        let is_heading =
            marks::step(head.rest).is_none() && !has_heading && self.is_title(nth, head);
        if is_heading {
            self.heading(head.rest, line.at);
        } else {
            self.rest(nth, head.rest, line);
        }
    }

    /// `제2조(정의) 이 법에서`: a heading in brackets that stand at the number, and the words behind.
    fn attached(&self, nth: usize, head: Head<'l>) -> Option<(&'l str, &'l str)> {
        let text = self.lines.get(nth)?.text.as_str();
        let behind = text.get(text.find(head.num)? + head.num.len()..)?;
        let close = if behind.starts_with('（') { '）' } else { ')' };
        let end = behind.find(close)? + close.len_utf8();
        let (heading, words) = behind.split_at_checked(end)?;
        let is_title = head.role == Role::Unit
            && behind.starts_with(['(', '（'])
            && marks::step(behind).is_none()
            && heading.chars().count() <= LONGEST;
        let has_words =
            !words.trim().is_empty() || nth + 1 < self.lines.len() && self.head(nth + 1).is_none();
        (is_title && has_words).then(|| (heading, words.trim_start()))
    }

    /// Whether a line below an annex's number names the provision that the annex belongs to: no
    /// provision of the annex itself, which the next would follow.
    pub(super) fn is_shoulder(&self, nth: usize) -> bool {
        let is_first = self.open.last().is_some_and(|it| it.is == Is::Annex && !it.has_words);
        let unit = |line: &Line| match mark(&line.text) {
            Mark::Head(head) if head.role == Role::Unit => Some((head.name, value(head.label))),
            _ => None,
        };
        let Some(line) = self.lines.get(nth).filter(|it| is_first && is_unit(&it.text)) else {
            return false;
        };
        let Some((name, number)) = unit(line) else { return false };
        let is_annex =
            |it: &&Line| matches!(mark(&it.text), Mark::Head(head) if head.role == Role::Annex);
        let mut own = self.lines.get(nth + 1..).unwrap_or_default().iter();
        let is_next = |it: &Line| unit(it) == Some((name, number + 1));
        !own.by_ref().take_while(|it| !is_annex(it)).any(is_next)
    }

    fn heading(&mut self, text: &str, at: Place) {
        if let Some(level) = self.open.last_mut() {
            put(&mut level.element, "heading", text, at);
        }
    }

    /// Whether what stands behind a head is a heading.
    fn is_title(&self, nth: usize, head: Head<'_>) -> bool {
        let text = head.rest;
        if text.chars().count() > LONGEST || is_bracketed(text) && head.role == Role::Unit {
            return false;
        }
        if marks::reads(text) == Reads::Title {
            return true;
        }
        let below = self.lines.get(nth + 1).filter(|it| it.cells.is_empty());
        let below = below.map(|it| mark(&it.text));
        let is_followed = matches!(below, Some(Mark::Step(_)));
        let is_upper =
            text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        let word = head.num.split(' ').next().unwrap_or_default().to_lowercase();
        let has_words = below.is_some() && self.head(nth + 1).is_none();
        let is_headed = has_words && HEADED.contains(&word.as_str());
        let is_chapter = head.role == Role::Division;
        let is_one = is_chapter || is_followed || is_headed || is_upper && below.is_some();
        marks::may_be_titled(text) && is_one
    }

    /// A line below a number that reads as a heading is taken as one.
    fn heading_below(&mut self, nth: usize, role: Role) {
        let Some(line) = self.lines.get(nth) else { return };
        // The provision that a schedule belongs to stands above its heading.
        let belongs = marks::in_brackets(&line.text) || self.is_shoulder(nth);
        if role == Role::Annex && belongs && self.reads_as_heading(nth + 1) {
            self.words(&line.text, line);
            self.taken = nth + 1;
            return self.heading_below(nth + 1, role);
        }
        let is_last = self.lines.get(nth + 1).is_none();
        let is_words = role == Role::Unit && is_last;
        if is_words
            || !(self.reads_as_heading(nth)
                || role == Role::Unit && self.is_title_in_brackets(nth)
                || role == Role::Division && self.is_title_of_division(nth))
        {
            return;
        }
        self.heading(&line.text, line.at);
        self.taken = nth + 1;
    }

    /// `(Finalità)`, as Italian laws head their articles; `(repealed)` has no words below.
    fn is_title_in_brackets(&self, nth: usize) -> bool {
        let has_words =
            |it: &Line| it.cells.is_empty() && self.head(nth + 1).is_none() && !it.is_apart;
        self.lines.get(nth).is_some_and(|line| {
            is_bracketed(&line.text)
                && line.text.chars().nth(1).is_some_and(char::is_uppercase)
                && line.text.chars().count() <= LONGEST
                && line.cells.is_empty()
                && mark(&line.text) == Mark::None
                && self.lines.get(nth + 1).is_some_and(has_words)
        })
    }

    /// `Scope. Objects.` between a chapter's number and its first unit; a sentence there is none.
    fn is_title_of_division(&self, nth: usize) -> bool {
        let is_unit = self.head(nth + 1).is_some_and(|it| it.role == Role::Unit);
        let is_title = |it: &Line| {
            it.cells.is_empty()
                && it.text.chars().count() <= LONGEST
                && marks::reads(&it.text) <= Reads::Phrases
                && mark(&it.text) == Mark::None
        };
        is_unit && self.head(nth).is_none() && self.lines.get(nth).is_some_and(is_title)
    }

    fn reads_as_heading(&self, nth: usize) -> bool {
        self.lines.get(nth).is_some_and(|line| {
            let text = line.text.as_str();
            let is_plain = mark(text) == Mark::None && line.cells.is_empty() && !marks::page(text);
            let is_short = text.chars().count() <= LONGEST && marks::reads(text) == Reads::Title;
            is_plain
                && is_short
                && !is_bracketed(text)
                && !text.starts_with(marks::is_small)
                && !is_listed(text)
                && !text.ends_with(['—', '–'])
                && self.head(nth).is_none()
        })
    }

    /// Whether a line is a heading of the unit below it, or of several.
    pub(super) fn is_above(&self, nth: usize) -> bool {
        let is_apart = self.lines.get(nth).is_some_and(|it| it.is_apart);
        // What is open has words, so that this isn't its own.
        let has_words = self.open.iter().rfind(|it| it.is == Is::Unit).is_none_or(holds);
        let is_unit = self.head(nth + 1).is_some_and(|it| it.role == Role::Unit);
        let is_title = || self.reads_as_heading(nth) || self.is_numbered_title(nth);
        is_apart && has_words && is_unit && is_title()
    }

    /// `2. Oil` above the first of the §§ that it is the title of, in no row of points.
    fn is_numbered_title(&self, nth: usize) -> bool {
        let Some(line) = self.lines.get(nth).filter(|it| it.cells.is_empty()) else { return false };
        let Mark::Step(step) = mark(&line.text) else { return false };
        let goes_on = self.rows().any(|it| step.readings().any(|reading| reading.row == it.row));
        let is_title = step.rest.starts_with(|it: char| it.is_alphabetic() && !marks::is_small(it))
            && step.rest.chars().count() <= LONGEST
            && marks::reads(step.rest) == Reads::Title;
        is_title
            && !goes_on
            && !self.units.is_bare()
            && !self.open.iter().any(|it| it.is == Is::Annex)
    }

    pub(super) fn heading_above(&mut self, nth: usize, line: &Line) {
        let below = self.head(nth + 1);
        let has_own = below.is_none_or(|it| {
            it.rest.is_empty() && self.reads_as_heading(nth + 2)
                || parted(it.rest).is_some()
                || !it.rest.is_empty()
                    && marks::step(it.rest).is_none()
                    && self.is_title(nth + 1, it)
        });
        if !has_own {
            self.above = Some((line.text.clone(), line.at));
            return;
        }
        let (is, left) = self.division("crossHeading");
        self.close(left);
        let mut part = Element::new("crossHeading", line.at);
        put(&mut part, "heading", &line.text, line.at);
        self.push(is, part, line.indent);
    }

    /// Whether the law's provisions end here, before its annexes or altogether.
    pub(super) fn closes(&self, nth: usize) -> bool {
        let Some(line) = self.lines.get(nth) else { return false };
        let text = line.text.to_lowercase();
        let begins = CLOSINGS.iter().any(|it| text.starts_with(it));
        begins && {
            let below = self.lines.len().min(nth.saturating_add(SIGNATURES));
            let below = (nth + 1..below).find_map(|it| self.head(it));
            below.is_none_or(|it| it.role == Role::Annex)
        }
    }
}

fn holds(level: &Level) -> bool {
    level.has_words
        || level.element.children.iter().any(|it| match it {
            Child::Element(inner) => !matches!(inner.name.as_str(), "num" | "heading"),
            Child::Text(words) => weight(words) > 0,
        })
}

/// Whether a line is of a list without numbers.
fn is_listed(text: &str) -> bool {
    text.starts_with(['*', '-', '–', '•', '·'])
}

/// Whether words that a division begins with are a rule, and no title or remark.
pub(super) fn rules(text: &str) -> bool {
    text.ends_with(['.', '。']) && !is_bracketed(text) && marks::reads(text) > Reads::Phrases
}

/// Whether a line is the number of a unit, and nothing else.
fn is_unit(text: &str) -> bool {
    matches!(mark(text), Mark::Head(head) if head.role == Role::Unit && head.rest.is_empty())
}

/// Whether words behind an annex's number name what it belongs to: `(Section 3)`, `Section 3`.
fn belongs(text: &str) -> bool {
    marks::in_brackets(text) || is_unit(text)
}

/// `(repealed)`: words of a provision that has no others.
fn is_bracketed(text: &str) -> bool {
    text.starts_with(['(', '[']) && text.ends_with([')', ']'])
}

/// `Short title.—(1) This Act`: the heading with its full stop, the dash, and the words.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let (at, dash) = DASHES.iter().filter_map(|it| Some((text.find(it)?, *it))).min()?;
    let (heading, tail) = text.split_at_checked(at + 1)?;
    let words = tail.get(dash.len() - 1..)?;
    let dash = tail.get(..dash.len() - 1)?.trim_start();
    let is_heading = heading.chars().count() <= LONGEST && !heading.contains(". ");
    (is_heading && !words.trim().is_empty()).then(|| (heading, dash, words.trim_start()))
}
