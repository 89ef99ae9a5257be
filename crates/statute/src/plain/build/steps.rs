//! Numbered paragraphs and points: what they are called, and which of them words without a number
//! end.

use super::{Build, Is};
use crate::{
    plain::{
        Line,
        lists::{self, Move, Open},
        marks::{self, Mark, Step, mark},
        put,
    },
    role::UNSAID,
    tree::Element,
};

/// The names of steps within each other, by what they stand in.
const OF_ARTICLES: &[&str] = &["paragraph", "point"];
const OF_SECTIONS: &[&str] =
    &["subsection", "paragraph", "subparagraph", "clause", "subclause", "item", "subitem"];
const OF_CLAUSES: &[&str] = &["subclause", "paragraph", "subparagraph", "item", "subitem"];
const OF_RULES: &[&str] = &["paragraph", "subparagraph", "item", "subitem"];
const OF_SCHEDULES: &[&str] = &["paragraph", "subparagraph", "item", "subitem"];
const OF_ANNEXES: &[&str] = &["point"];

impl Build<'_> {
    pub(super) fn step(&mut self, nth: usize, step: &Step<'_>, line: &Line) {
        let rows: Vec<Open> = self.rows().collect();
        let next = || {
            let below = self.lines.get(nth + 1..).unwrap_or_default().iter();
            below.map(|it| mark(&it.text)).find_map(|it| match it {
                Mark::Step(next) if next.is_written_like(step) => Some(next),
                _ => None,
            })
        };
        let Some(to) = lists::place(&rows, step, next) else { return };
        let outer = self.open.len() - rows.len();
        let (row, depth) = match to {
            Move::On(depth, row) => (row, depth),
            Move::In(row) => (row, rows.len()),
        };
        let name = match self.open.get(outer + depth).map(|it| it.is) {
            Some(Is::Step(_, name)) => name,
            _ => self.name_of(&row),
        };
        self.close(outer + depth);
        let mut part = Element::new(self.names().get(name).copied().unwrap_or("point"), line.at);
        put(&mut part, "num", step.num, line.at);
        self.push(Is::Step(row, name), part, line.indent);
        self.rest(nth, step.rest, line);
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Open> {
        self.open.iter().filter_map(|it| match it.is {
            Is::Step(row, _) => Some(row),
            _ => None,
        })
    }

    /// What steps are called here, the outermost first.
    fn names(&self) -> &'static [&'static str] {
        let of = |name: &str| match name {
            "article" | UNSAID => OF_ARTICLES,
            "section" => OF_SECTIONS,
            "clause" => OF_CLAUSES,
            "schedule" => OF_SCHEDULES,
            "annex" | "appendix" => OF_ANNEXES,
            _ => OF_RULES,
        };
        let part = self.open.iter().rfind(|it| matches!(it.is, Is::Unit | Is::Annex));
        part.map_or(OF_RULES, |it| of(&it.element.name))
    }

    /// Which of the names a row gets that begins here.
    fn name_of(&self, row: &Open) -> usize {
        match self.open.last().map(|it| (it.is, it.introduces)) {
            Some((Is::Step(_, name), _)) => name + 1,
            // Points of an introduction are no paragraphs.
            Some((Is::Unit, true)) => 1,
            Some((Is::Unit, _)) if self.names() == OF_ARTICLES => {
                usize::from(!row.row.counts_paragraphs())
            }
            _ => 0,
        }
    }

    /// What follows a number: another number, or words.
    pub(super) fn rest(&mut self, nth: usize, rest: &str, line: &Line) {
        if rest.is_empty() {
            return;
        }
        // `Art. 5. 1. Lamps are`: behind a unit's number no bracket is needed.
        let is_unit = self.open.last().is_some_and(|it| it.is == Is::Unit && !it.has_words);
        let is_bare = is_unit && !self.units.is_bare();
        if let Some(step) = self.units.paragraph(rest).filter(|it| is_unit && it.is_first()) {
            return self.step(nth, &step, line);
        }
        match marks::step(rest) {
            Some(step) if step.begins_a_row() || is_bare && step.is_first() => {
                self.step(nth, &step, line);
            }
            _ => {
                self.quoted = self.quotation(nth, rest);
                self.words(rest, line);
            }
        }
    }

    /// Words without a number end the points that they don't belong to.
    pub(super) fn go_back(&mut self, line: &Line) {
        while let [.., outer, last] = self.open.as_slice() {
            let Is::Step(..) = last.is else { return };
            let is_within = line.indent > last.indent;
            let is_outside = line.indent < last.indent
                || line.text.starts_with(char::is_lowercase)
                || outer.introduces;
            if is_within || !is_outside || !last.has_words {
                return;
            }
            // Of a row that something introduced, the words go on.
            let goes_on = outer.introduces || matches!(outer.is, Is::Step(..));
            if !goes_on {
                return;
            }
            let left = self.open.len() - 1;
            self.close(left);
        }
    }
}
