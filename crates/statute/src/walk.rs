//! From a tree under the names of Akoma Ntoso to an outline. Every text is met once, counted, and
//! goes to one place: a number, a heading, a paragraph of words, the title, or the list of what is
//! left out.

mod preface;
mod words;

use authoring::raised;

use crate::{
    outline::{At, Item, Kind, Outline, Part, Why},
    role,
    tree::{Child, Element, Place, collapsed, weight},
};
use preface::Origin;

/// Where in a document an element stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Around all parts.
    Top,
    Preamble,
    /// Above the units.
    Body,
    /// Within a recital or a unit.
    Unit,
    Annex,
    /// In the words of another law.
    Quoted,
}

pub(crate) struct Walk<'a> {
    outline: Outline,
    unit: Option<&'static str>,
    file: &'a str,
    open: Vec<Part>,
    /// The words of a paragraph that isn't finished.
    line: String,
    /// What the next paragraph begins with: a dash, a quotation mark.
    lead: String,
    /// Within words that a chapter begins or ends with, which are its own.
    introduces: bool,
    /// Blocks end no paragraph: a number, a heading or a cell is read.
    captures: bool,
    /// How deep within words that are raised.
    raises: usize,
    /// A note was taken out of the line; the blank before it goes with it.
    noted: bool,
    preface: Option<(Origin, Vec<(Origin, String)>)>,
}

/// Reads a document whose elements have the names of Akoma Ntoso.
pub(crate) fn outline(root: &Element, file: &str) -> Outline {
    let mut walk = Walk {
        outline: Outline::default(),
        unit: role::unit(root),
        file,
        open: Vec::new(),
        line: String::new(),
        lead: String::new(),
        introduces: false,
        captures: false,
        raises: 0,
        noted: false,
        preface: None,
    };
    walk.element(root, Zone::Top);
    walk.end(root.at);
    walk.outline
}

impl Walk<'_> {
    fn at(&self, place: Place) -> At {
        let names = self.open.iter().map(Part::name).filter(|it| !it.is_empty());
        let within = names.collect::<Vec<_>>().join(", ");
        At { file: self.file.into(), place, within }
    }

    fn children(&mut self, element: &Element, zone: Zone) {
        for child in &element.children {
            match child {
                Child::Text(words) => self.words(words),
                Child::Element(inner) => self.element(inner, zone),
            }
        }
    }

    fn words(&mut self, words: &str) {
        self.outline.total += weight(words);
        let ends = [',', '.', ';', ':', ')'];
        if self.noted && !words.is_empty() {
            if words.starts_with(ends) {
                self.line.truncate(self.line.trim_end().len());
            }
            self.noted = false;
        }
        let raised = raised(&self.line, words).filter(|_| self.raises > 0);
        self.line.push_str(raised.as_deref().unwrap_or(words));
    }

    fn element(&mut self, element: &Element, zone: Zone) {
        if let Some(why) = aside(element) {
            return self.leave(element, why);
        }
        match element.name.as_str() {
            "meta" => {}
            "documentRef" => {
                let name = element.attribute("href").unwrap_or_default().to_string();
                // What it names by a fragment stands in this file.
                if !name.starts_with('#') {
                    self.outline.elsewhere.push((self.at(element.at), name));
                }
                self.children(element, zone);
            }
            "tr" => self.row(element),
            "br" | "eol" => {
                self.line.push(' ');
                self.children(element, zone);
            }
            "sup" | "superscript" => {
                self.raises += 1;
                self.children(element, zone);
                self.raises -= 1;
            }
            name if role::is_quoted(name) => self.quoted(element),
            name if role::is_inline(name) => self.children(element, zone),
            _ if zone == Zone::Top => self.top(element),
            _ => self.inner(element, zone),
        }
    }

    /// What stands around the law's parts.
    fn top(&mut self, element: &Element) {
        match element.name.as_str() {
            "preface" | "coverPage" => self.read_preface(element),
            "preamble" => self.preamble(element),
            "body" | "mainBody" => self.block(element, Zone::Body),
            "attachment" | "component" if holds_annex(element) || holds_law(element) => {
                self.block(element, Zone::Top);
            }
            "attachment" | "component" => self.part(element, Kind::Annex, "annex", Zone::Annex),
            name if role::is_annex(name) => self.inner(element, Zone::Body),
            _ => self.block(element, Zone::Top),
        }
    }

    fn inner(&mut self, element: &Element, zone: Zone) {
        let Some((kind, step)) = self.kind(element, zone) else {
            if element.name == "num" {
                return self.dash(element, zone);
            }
            return self.block(element, zone);
        };
        let within = match kind {
            Kind::Division => Zone::Body,
            Kind::Annex => Zone::Annex,
            _ if zone == Zone::Annex => Zone::Annex,
            _ => Zone::Unit,
        };
        self.part(element, kind, step, within);
    }

    /// Which part of the law an element is, if it is one.
    fn kind(&self, element: &Element, zone: Zone) -> Option<(Kind, &'static str)> {
        let step = role::step(element)?;
        let numbered = role::is_numbered(element);
        let kind = match zone {
            Zone::Preamble if step == "recital" => Kind::Recital,
            Zone::Top | Zone::Quoted | Zone::Preamble => return None,
            _ if role::is_annex(step) => Kind::Annex,
            Zone::Body if self.unit == Some(step) => Kind::Unit,
            Zone::Body if self.holds_units(element) || role::is_division(step) => Kind::Division,
            Zone::Body if numbered => Kind::Unit,
            _ if !numbered => return None,
            Zone::Unit if self.is_paragraph(step) => Kind::Paragraph,
            Zone::Annex if self.open.last().is_some_and(|it| it.kind == Kind::Annex) => {
                Kind::Paragraph
            }
            _ => Kind::Point,
        };
        Some((kind, step))
    }

    fn holds_units(&self, element: &Element) -> bool {
        let unit = self.unit.unwrap_or("article");
        element.elements().any(|it| role::step(it) == Some(unit) || self.holds_units(it))
    }

    /// Whether a step is the first below this law's unit.
    fn is_paragraph(&self, step: &str) -> bool {
        match self.unit {
            Some("section") => step == "subsection",
            Some("clause") => step == "subclause" || step == "subsection",
            Some("rule") => step == "subrule" || step == "paragraph",
            _ => matches!(step, "paragraph" | "subsection" | "subregulation"),
        }
    }

    fn preamble(&mut self, element: &Element) {
        let place = self.outline.parts.len();
        self.begin(element, Kind::Preamble, "preamble");
        self.children(element, Zone::Preamble);
        self.end(element.at);
        if let Some(part) = self.open.pop().filter(|it| !it.items.is_empty()) {
            self.outline.parts.insert(place, part);
        }
    }

    fn begin(&mut self, element: &Element, kind: Kind, name: &'static str) {
        self.end(element.at);
        let eid = element.attribute("eId").or_else(|| element.attribute("id"));
        let (eid, at) = (eid.map(str::to_string), self.at(element.at));
        let (num, heading, items) = (String::new(), String::new(), Vec::new());
        self.open.push(Part { kind, name, eid, num, heading, items, at });
    }

    fn part(&mut self, element: &Element, kind: Kind, name: &'static str, within: Zone) {
        self.begin(element, kind, name);
        for child in &element.children {
            match child {
                Child::Text(words) => self.words(words),
                Child::Element(inner) => self.child(inner, within),
            }
        }
        self.end(element.at);
        let Some(part) = self.open.pop() else { return };
        // An annex that stands in another file has nothing here.
        let is_elsewhere = kind == Kind::Annex && part.items.is_empty();
        if is_elsewhere && part.num.is_empty() && part.heading.is_empty() {
            return;
        }
        match self.open.last_mut() {
            Some(parent) if kind != Kind::Recital => parent.items.push(Item::Part(part)),
            _ => self.outline.parts.push(part),
        }
    }

    /// What stands directly within a part: its number and its heading are its own.
    fn child(&mut self, element: &Element, within: Zone) {
        let (has_num, has_heading) = self
            .open
            .last()
            .map_or((true, true), |it| (!it.num.is_empty(), !it.heading.is_empty()));
        match element.name.as_str() {
            "num" if !has_num => {
                let num = self.captured(element, within);
                self.last(|part| part.num = num);
            }
            // Some converters write an article's heading as a second number.
            "heading" | "subheading" | "num" if element.name != "num" || !has_heading => {
                self.flush(element.at);
                let heading = self.captured(element, within);
                self.last(|part| part.heading = collapsed(&format!("{} {heading}", part.heading)));
            }
            _ => self.element(element, within),
        }
    }

    fn last(&mut self, change: impl FnOnce(&mut Part)) {
        if let Some(part) = self.open.last_mut() {
            change(part);
        }
    }

    /// A block of words, with whatever else stands in it.
    fn block(&mut self, element: &Element, zone: Zone) {
        self.flush(element.at);
        let before = self.introduces;
        self.introduces |= matches!(element.name.as_str(), "intro" | "wrapUp");
        self.children(element, zone);
        self.flush(element.at);
        self.introduces = before;
    }
}

/// Whether a document of a collection is the law itself.
fn holds_law(element: &Element) -> bool {
    element.elements().any(|it| matches!(it.name.as_str(), "act" | "bill"))
}

fn holds_annex(element: &Element) -> bool {
    element.elements().any(|it| role::step(it).is_some_and(role::is_annex) || holds_annex(it))
}

/// What is never a provision's words.
fn aside(element: &Element) -> Option<Why> {
    Some(match element.name.as_str() {
        "authorialNote" => Why::Footnote,
        "noteRef" => Why::NoteMark,
        "remark" => Why::Remark,
        "toc" => Why::Contents,
        // With the heading above it.
        "blockContainer" if element.child("toc").is_some() => Why::Contents,
        "del" => Why::Deleted,
        "conclusions" => Why::Closing,
        "pageFurniture" => Why::Page,
        _ => return None,
    })
}
