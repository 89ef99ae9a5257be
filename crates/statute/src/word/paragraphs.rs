//! A document's paragraphs and the rows of its tables, in their order.

use std::collections::BTreeMap;

use super::numbering::{Number, Numbering, indent, value};
use crate::{
    plain::Line,
    tree::{Child, Element, Place, collapsed},
};

/// Styles rest on each other no deeper.
const DEEPEST: usize = 12;

/// What a style says of its paragraphs.
#[derive(Default)]
struct Style {
    list: Option<String>,
    depth: Option<usize>,
    based_on: Option<String>,
    is_heading: bool,
}

/// What was found in a document.
pub(super) struct Paragraphs {
    pub(super) lines: Vec<Line>,
    /// What somebody deleted, which Word keeps.
    pub(super) deleted: String,
    /// Its tables of contents.
    pub(super) contents: String,
    pub(super) told: Vec<String>,
    styles: BTreeMap<String, Style>,
    numbering: Numbering,
    is_apart: bool,
}

impl Paragraphs {
    pub(super) fn of(
        document: &Element,
        styles: Option<&Element>,
        numbering: Option<&Element>,
    ) -> Self {
        let mut all = Self {
            lines: Vec::new(),
            deleted: String::new(),
            contents: String::new(),
            told: Vec::new(),
            styles: styles.map(styles_of).unwrap_or_default(),
            numbering: Numbering::of(numbering),
            is_apart: true,
        };
        all.within(document);
        for format in &all.numbering.unknown {
            let what = format!(
                "numbers that Word makes in the format `{format}` aren't read; write them out"
            );
            all.told.push(what);
        }
        all
    }

    fn within(&mut self, element: &Element) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "p" => self.paragraph(inner),
                "tr" => self.row(inner),
                "sectPr" | "Fallback" => {}
                _ => self.within(inner),
            }
        }
    }

    fn paragraph(&mut self, element: &Element) {
        let text = self.words(element);
        let properties = element.child("pPr");
        let style = properties.and_then(|it| value(it, "pStyle")).unwrap_or_default();
        if text.trim().is_empty() {
            // Word counts and shows it all the same.
            self.number(properties, style);
            self.is_apart = true;
            return;
        }
        if style.to_lowercase().starts_with("toc") || style.starts_with("Verzeichnis") {
            self.contents.push_str(&text);
            return self.contents.push(' ');
        }
        let number = self.number(properties, style);
        let own = properties.and_then(indent);
        let before = number.as_ref().map_or("", |it| it.text.as_str());
        let is_apart = self.is_apart || self.style(style).is_some_and(|it| it.is_heading);
        let joint = if before.is_empty() { "" } else { "\t" };
        let text = [before, joint, text.trim()].concat();
        let indent = own.or(number.map(|it| it.indent)).unwrap_or_default();
        self.lines.push(Line { text, at: self.at(), indent, is_apart, cells: Vec::new() });
        self.is_apart = false;
    }

    /// Paragraphs are counted where a text has lines.
    fn at(&self) -> Place {
        Place { line: u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX), column: 0 }
    }

    fn style(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }

    /// The number that Word puts before a paragraph, by its own word or its style's.
    fn number(&mut self, properties: Option<&Element>, style: &str) -> Option<Number> {
        let own = properties.and_then(|it| it.child("numPr"));
        let (mut list, mut depth) = (
            own.and_then(|it| value(it, "numId")).map(str::to_string),
            own.and_then(|it| value(it, "ilvl")).and_then(|it| it.parse().ok()),
        );
        let mut id = style;
        for _ in 0..DEEPEST {
            let Some(style) = self.styles.get(id) else { break };
            list = list.or_else(|| style.list.clone());
            depth = depth.or(style.depth);
            let Some(next) = &style.based_on else { break };
            id = next;
        }
        let list = list.filter(|it| it != "0")?;
        self.numbering.next(&list, depth.unwrap_or_default())
    }

    /// A row's cells, each with all its paragraphs.
    fn row(&mut self, element: &Element) {
        let mut cells = Vec::new();
        for cell in element.elements().filter(|it| it.name != "trPr") {
            let mut paragraphs = Vec::new();
            cell.all("p", &mut paragraphs);
            let words: Vec<String> = paragraphs.into_iter().map(|it| self.words(it)).collect();
            cells.push(collapsed(&words.join(" ")));
        }
        cells.retain(|it| !it.is_empty());
        if !cells.is_empty() {
            let text = cells.join("\t");
            self.lines.push(Line { text, at: self.at(), indent: 0, is_apart: true, cells });
        }
    }

    fn words(&mut self, element: &Element) -> String {
        let mut words = String::new();
        self.gather(element, &mut words);
        words
    }

    fn gather(&mut self, element: &Element, words: &mut String) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "t" => words.push_str(&inner.text()),
                "tab" | "ptab" => words.push('\t'),
                "br" | "cr" => words.push(' '),
                "noBreakHyphen" => words.push('\u{2011}'),
                "del" | "moveFrom" => self.deleted(inner),
                "pPr" | "rPr" | "instrText" | "Fallback" => {}
                // Paragraphs of a box within one.
                "p" => {
                    words.push(' ');
                    self.gather(inner, words);
                    words.push(' ');
                }
                "sym" => self.sign(),
                _ => self.gather(inner, words),
            }
        }
    }

    fn sign(&mut self) {
        let what = "has signs of a font of their own, which can't be read; compare it".to_string();
        if !self.told.contains(&what) {
            self.told.push(what);
        }
    }

    fn deleted(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Child::Element(inner) if matches!(inner.name.as_str(), "t" | "delText") => {
                    self.deleted.push_str(&inner.text());
                }
                Child::Element(inner) => self.deleted(inner),
                Child::Text(_) => {}
            }
        }
        if !self.deleted.ends_with(' ') {
            self.deleted.push(' ');
        }
    }
}

fn styles_of(part: &Element) -> BTreeMap<String, Style> {
    let all = part.elements().filter(|it| it.name == "style");
    let known = all.filter_map(|it| {
        let properties = it.child("pPr");
        let list = properties.and_then(|it| it.child("numPr"));
        let style = Style {
            list: list.and_then(|it| value(it, "numId")).map(str::to_string),
            depth: list.and_then(|it| value(it, "ilvl")).and_then(|it| it.parse().ok()),
            based_on: value(it, "basedOn").map(str::to_string),
            is_heading: properties.is_some_and(|it| it.child("outlineLvl").is_some()),
        };
        Some((it.attribute("styleId")?.to_string(), style))
    });
    known.collect()
}
