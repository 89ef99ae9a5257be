//! Paragraphs to a tree: each begins a part, goes into the one that is open, or ends some.

mod heading;
mod quotation;
mod steps;

use super::{
    Line, front,
    lists::Open,
    marks::{self, Head, Mark, Role, mark},
    put, put_line,
    units::{Units, What, value},
};
use crate::tree::{Child, Element, Place};

/// Of a law's last part.
const CLOSINGS: [&str; 14] = [
    "done at ",
    "done in ",
    "geschehen zu ",
    "fait à ",
    "hecho en ",
    "fatto a ",
    "feito em ",
    "gedaan te ",
    "signed at ",
    "given at ",
    "in witness whereof",
    "en foi de quoi",
    "das vorstehende gesetz",
    "en fe de lo cual",
];

/// A part that is open.
struct Level {
    is: Is,
    element: Element,
    indent: usize,
    /// Its last words, which may introduce what follows.
    introduces: bool,
    has_words: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Body,
    Annex,
    /// With how many above it.
    Division(usize),
    Unit,
    /// A point, with its row, and how many names in a list like `OF_SECTIONS` are above it.
    Step(Open, usize),
}

pub(super) struct Build<'l> {
    lines: &'l [Line],
    units: &'l Units,
    act: Element,
    open: Vec<Level>,
    /// Words of divisions as they were met, each with its depth.
    divisions: Vec<(&'static str, usize)>,
    /// The number of the last unit, where numbers stand alone.
    last: u32,
    /// A heading that stands above the unit that it is of.
    above: Option<(String, Place)>,
    /// Up to this paragraph another law is quoted.
    quoted: usize,
    /// Up to this paragraph nothing closes a quotation that this mark opens.
    unclosed: Option<(char, usize)>,
    closing: Option<Element>,
    /// They come behind the body.
    annexes: Vec<Child>,
    /// Up to this paragraph all are in their places.
    taken: usize,
}

/// A law of its paragraphs.
pub(super) fn act<'l>(lines: &'l [Line], units: &'l Units) -> Element {
    let stretch = front::stretch(lines, units);
    let mut act = Element::new("act", Place { line: 1, column: 0 });
    let mut build = Build {
        lines,
        units,
        act: Element::default(),
        open: Vec::new(),
        divisions: Vec::new(),
        last: 0,
        above: None,
        quoted: 0,
        unclosed: None,
        closing: None,
        annexes: Vec::new(),
        taken: 0,
    };
    let mut begin = stretch.body;
    // The first unit's heading may stand above it.
    if begin > 1 && !stretch.contents.contains(&(begin - 1)) && build.is_above(begin - 1) {
        begin -= 1;
    }
    let is_front = |nth: &usize| !stretch.contents.contains(nth);
    let before: Vec<&Line> = (0..begin).filter(is_front).filter_map(|nth| lines.get(nth)).collect();
    front::front(&before, &mut act, units);
    let mut contents = Element::new("toc", act.at);
    for line in lines.get(stretch.contents).unwrap_or_default() {
        put_line(&mut contents, &line.text, line);
    }
    act.children.extend(Some(Child::Element(contents)).filter(|_| stretch.body > 0));
    build.act = act;
    build.push(Is::Body, Element::new("body", Place { line: 1, column: 0 }), 0);
    for nth in begin..lines.len() {
        build.line(nth);
    }
    build.close(0);
    build.act.children.append(&mut build.annexes);
    build.close_closing();
    build.act
}

impl<'l> Build<'l> {
    fn push(&mut self, is: Is, element: Element, indent: usize) {
        self.open.push(Level { is, element, indent, introduces: false, has_words: false });
    }

    /// Closes all but the outermost of what is open.
    fn close(&mut self, left: usize) {
        while self.open.len() > left {
            let Some(level) = self.open.pop() else { return };
            let to = match self.open.last_mut() {
                _ if level.is == Is::Annex => &mut self.annexes,
                Some(outer) => &mut outer.element.children,
                None => &mut self.act.children,
            };
            to.push(Child::Element(level.element));
        }
    }

    /// How many levels there are above the first of which this holds.
    fn first(&self, is: impl Fn(Is) -> bool) -> usize {
        self.open.iter().position(|it| is(it.is)).unwrap_or(self.open.len())
    }

    fn line(&mut self, nth: usize) {
        let Some(line) = self.lines.get(nth) else { return };
        if nth < self.taken {
            return;
        }
        if nth < self.quoted || !line.cells.is_empty() {
            return self.words(&line.text, line);
        }
        if marks::page(&line.text) {
            let page = super::element("pageFurniture", &line.text, line.at);
            return self.into(Child::Element(page));
        }
        if let Some(head) = self.head(nth) {
            return self.begin(nth, head);
        }
        if let Some(closing) = &mut self.closing {
            return put_line(closing, &line.text, line);
        }
        if let Some(step) = self.units.paragraph(&line.text) {
            // It stands in no point, whatever is open.
            let is_like = |it| matches!(it, Is::Step(row, _) if row.row.has_sign());
            let left = self.first(is_like) + 1;
            self.close(left.min(self.first(|it| matches!(it, Is::Step(..)) && !is_like(it))));
            return self.step(nth, &step, line);
        }
        if let Mark::Step(step) = mark(&line.text) {
            if self.is_above(nth) {
                return self.heading_above(nth, line);
            }
            return self.step(nth, &step, line);
        }
        let is_in_annex = self.open.iter().any(|it| it.is == Is::Annex);
        if let Some(step) = self.units.of_annex(&line.text).filter(|_| is_in_annex) {
            return self.step(nth, &step, line);
        }
        if self.is_above(nth) {
            return self.heading_above(nth, line);
        }
        self.quoted = self.quotation(nth, &line.text);
        if self.closes(nth) {
            let mut closing = Element::new("conclusions", line.at);
            put_line(&mut closing, &line.text, line);
            self.closing = Some(closing);
            return;
        }
        self.go_back(line);
        self.words(&line.text, line);
    }

    /// The head that a paragraph is, where it stands.
    fn head(&self, nth: usize) -> Option<Head<'l>> {
        let line = self.lines.get(nth).filter(|it| it.cells.is_empty())?;
        let What::Head(head) = self.units.head(&line.text) else { return None };
        if self.is_shoulder(nth) {
            return None;
        }
        if head.role != Role::Unit || !self.units.is_bare() {
            return Some(head);
        }
        // Numbers alone count points as well: in annexes, and below words that introduce them.
        if self.open.iter().any(|it| it.is == Is::Annex) {
            return None;
        }
        let value = value(head.label);
        let unit = self.open.iter().rfind(|it| it.is == Is::Unit);
        let is_inner = unit.is_some_and(|unit| line.indent > unit.indent && line.text != head.num)
            || self.open.last().is_some_and(|it| it.introduces && value == 1);
        let is_next = value == self.last + 1 || (value == self.last && label_goes_on(head.label));
        (!is_inner && (is_next || value > self.last)).then_some(head)
    }

    fn begin(&mut self, nth: usize, head: Head<'l>) {
        let Some(line) = self.lines.get(nth) else { return };
        let (is, left) = match head.role {
            Role::Annex => {
                self.divisions.clear();
                (Is::Annex, 1)
            }
            Role::Division => self.division(head.name),
            Role::Unit => {
                self.last = value(head.label);
                (Is::Unit, self.first(|it| matches!(it, Is::Unit | Is::Step(..))))
            }
        };
        self.close(left);
        self.close_closing();
        let mut part = Element::new(head.name, line.at);
        let above = self.above.take_if(|_| head.role == Role::Unit);
        Self::number(&mut part, head, line);
        if let Some((heading, at)) = &above {
            put(&mut part, "heading", heading, *at);
        }
        self.push(is, part, line.indent);
        self.begun(nth, head, above.is_some());
    }

    /// A division closes those of its word, and those that were met within it.
    fn division(&mut self, name: &'static str) -> (Is, usize) {
        let known = self.divisions.iter().find(|it| it.0 == name).map(|it| it.1);
        let depths = self.open.iter().filter_map(|it| match it.is {
            Is::Division(depth) => Some(depth),
            _ => None,
        });
        let depth = known.unwrap_or_else(|| depths.max().map_or(0, |it| it + 1));
        if known.is_none() {
            self.divisions.push((name, depth));
        }
        let ends = |it| match it {
            Is::Division(other) => other >= depth,
            Is::Unit | Is::Step(..) => true,
            Is::Body | Is::Annex => false,
        };
        (Is::Division(depth), self.first(ends))
    }

    fn close_closing(&mut self) {
        if let Some(closing) = self.closing.take() {
            self.act.children.push(Child::Element(closing));
        }
    }

    fn into(&mut self, child: Child) {
        match self.open.last_mut() {
            Some(level) => level.element.children.push(child),
            None => self.act.children.push(child),
        }
    }

    fn words(&mut self, text: &str, line: &Line) {
        let Some(level) = self.open.last_mut() else { return };
        if matches!(level.is, Is::Division(_)) && heading::rules(text) {
            // As Akoma Ntoso has what a chapter begins with.
            let mut intro = Element::new("intro", line.at);
            put_line(&mut intro, text, line);
            level.element.children.push(Child::Element(intro));
        } else {
            put_line(&mut level.element, text, line);
        }
        level.introduces = introduces(text);
        level.has_words = true;
    }
}

fn label_goes_on(label: &str) -> bool {
    label.ends_with(char::is_alphabetic)
}

/// Whether points follow these words, which belong to them.
fn introduces(text: &str) -> bool {
    text.ends_with([':', '—', '–', '-'])
}
