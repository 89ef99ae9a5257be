//! A document's paragraphs and the rows of its tables, in their order, as Word shows them once all
//! changes are accepted.

mod runs;

use std::collections::{BTreeMap, BTreeSet};

use super::numbering::{Between, Number, Numbering, indent, is_on, value};
use crate::{
    outline::Why,
    plain::{self, Line},
    tree::{Element, Place, collapsed},
};
use runs::Runs;

/// Styles rest on each other no deeper.
const DEEPEST: usize = 12;

/// What a style says of its paragraphs.
#[derive(Default)]
struct Style {
    list: Option<String>,
    depth: Option<usize>,
    based_on: Option<String>,
    is_heading: bool,
    is_hidden: bool,
}

/// What was found in a document.
pub(super) struct Paragraphs {
    pub(super) lines: Vec<Line>,
    /// What stands in no line.
    pub(super) left: BTreeMap<Why, String>,
    pub(super) told: BTreeSet<String>,
    styles: BTreeMap<String, Style>,
    numbering: Numbering,
    is_apart: bool,
    /// Its end is deleted: it goes on in the next paragraph.
    unfinished: Option<Line>,
}

impl Paragraphs {
    pub(super) fn of(
        document: &Element,
        styles: Option<&Element>,
        numbering: Option<&Element>,
    ) -> Self {
        let styles = styles.map(styles_of).unwrap_or_default();
        let numbering =
            Numbering::of(numbering, |style| styles.get(style).and_then(|it| it.list.as_deref()));
        let mut all = Self {
            lines: Vec::new(),
            left: BTreeMap::new(),
            told: BTreeSet::new(),
            styles,
            numbering,
            is_apart: true,
            unfinished: None,
        };
        all.within(document);
        all.lines.extend(all.unfinished.take());
        all.told.append(&mut all.numbering.told);
        all
    }

    fn within(&mut self, element: &Element) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "p" => self.paragraph(inner),
                "tr" => self.row(inner),
                "sectPr" | "Fallback" => {}
                "del" | "moveFrom" => self.leave(Why::Deleted, &runs::all(inner)),
                _ => self.within(inner),
            }
        }
    }

    /// Words that stand in no line.
    pub(super) fn leave(&mut self, why: Why, words: &str) {
        if !words.trim().is_empty() {
            let left = self.left.entry(why).or_default();
            left.push_str(words);
            left.push(' ');
        }
    }

    fn paragraph(&mut self, element: &Element) {
        let properties = element.child("pPr");
        let style = properties.and_then(|it| value(it, "pStyle")).unwrap_or_default();
        let mut runs = self.runs(element);
        let boxes = std::mem::take(&mut runs.boxes);
        self.line(runs, properties, style);
        for text_box in boxes {
            self.told.insert(
                "has text boxes, whose words stand behind the paragraph that each is anchored to"
                    .into(),
            );
            self.within(text_box);
        }
    }

    fn line(&mut self, runs: Runs<'_>, properties: Option<&Element>, style: &str) {
        let text = runs.words;
        let is_empty = text.trim().is_empty();
        if !is_empty
            && (style.to_lowercase().starts_with("toc") || style.starts_with("Verzeichnis"))
        {
            return self.leave(Why::Contents, &text);
        }
        // Word counts and shows the number of a paragraph without words all the same.
        let number = self.number(properties, style);
        if is_empty && !number.as_ref().is_some_and(|it| plain::begins_part(&it.text)) {
            self.is_apart = true;
            return;
        }
        let own = properties.and_then(indent);
        let is_heading = self.styles.get(style).is_some_and(|it| it.is_heading);
        let indent = own.or(number.as_ref().map(|it| it.indent)).unwrap_or_default();
        let text = numbered(number.as_ref(), text.trim());
        let is_apart = self.is_apart || is_heading;
        let mut line = Line { text, at: self.at(), indent, is_apart, cells: Vec::new() };
        if let Some(before) = self.unfinished.take() {
            line = Line { text: format!("{} {}", before.text, line.text), ..before };
        }
        let mark = properties.and_then(|it| it.child("rPr"));
        if mark.is_some_and(|it| it.child("del").is_some()) {
            self.unfinished = Some(line);
        } else {
            self.lines.push(line);
        }
        self.is_apart = false;
    }

    /// Paragraphs are counted where a text has lines.
    fn at(&self) -> Place {
        Place { line: u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX), column: 0 }
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
            // A level may say which style's paragraphs it numbers, and the style not.
            depth = depth.or_else(|| self.numbering.level_of(list.as_deref()?, id));
            depth = depth.or(style.depth);
            let Some(next) = &style.based_on else { break };
            id = next;
        }
        let list = list.filter(|it| it != "0")?;
        self.numbering.next(&list, depth.unwrap_or_default())
    }

    /// A row's cells, each with all its paragraphs. One that stands alone is a box around some.
    fn row(&mut self, element: &Element) {
        if is_deleted(element) {
            return self.leave(Why::Deleted, &runs::all(element));
        }
        self.lines.extend(self.unfinished.take());
        let cells: Vec<_> = element.elements().filter(|it| it.name != "trPr").collect();
        if let [cell] = cells.as_slice() {
            self.is_apart = true;
            return self.within(cell);
        }
        let mut cells: Vec<String> = cells.into_iter().map(|it| self.cell(it)).collect();
        cells.retain(|it| !it.is_empty());
        if !cells.is_empty() {
            let text = cells.join("\t");
            self.lines.push(Line { text, at: self.at(), indent: 0, is_apart: true, cells });
        }
    }

    /// All paragraphs within, those of boxes and of tables as well.
    fn paragraphs<'e>(&mut self, element: &'e Element, found: &mut Vec<&'e Element>) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "tr" if is_deleted(inner) => self.leave(Why::Deleted, &runs::all(inner)),
                // What is deleted goes with the paragraph that it stands in.
                "Fallback" | "del" | "moveFrom" => {}
                name => {
                    found.extend(Some(inner).filter(|_| name == "p"));
                    self.paragraphs(inner, found);
                }
            }
        }
    }

    /// A cell's words, with the numbers of its paragraphs.
    fn cell(&mut self, cell: &Element) -> String {
        let mut paragraphs = Vec::new();
        self.paragraphs(cell, &mut paragraphs);
        let mut words = Vec::new();
        for paragraph in paragraphs {
            let properties = paragraph.child("pPr");
            let style = properties.and_then(|it| value(it, "pStyle")).unwrap_or_default();
            let number = self.number(properties, style);
            let text = self.runs(paragraph).words;
            words.push(numbered(number.as_ref(), &text));
        }
        collapsed(&words.join(" "))
    }

    /// A paragraph's words, and what of it is left out.
    fn runs<'e>(&mut self, element: &'e Element) -> Runs<'e> {
        let hidden = |style: &str| self.styles.get(style).is_some_and(|it| it.is_hidden);
        let mut runs = Runs::of(element, &hidden);
        for (why, words) in std::mem::take(&mut runs.left) {
            self.leave(why, &words);
        }
        self.told.append(&mut runs.told);
        runs
    }
}

fn is_deleted(row: &Element) -> bool {
    row.child("trPr").is_some_and(|it| it.child("del").is_some())
}

/// Words with the number before them. What follows it without a blank may be the rest of it: `5` and
/// `a` of `§ 5a`.
fn numbered(number: Option<&Number>, words: &str) -> String {
    let Some(number) = number.filter(|it| !it.text.is_empty()) else { return words.into() };
    let mut signs = words.chars();
    let first = signs.next().unwrap_or_default();
    let is_rest = first.is_lowercase() && !signs.next().is_some_and(char::is_alphabetic)
        || ".):–—".contains(first);
    let between = match number.between {
        Between::Nothing if is_rest => "",
        Between::Space => " ",
        _ => "\t",
    };
    [number.text.as_str(), between, words].concat().trim_end().into()
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
            is_hidden: it.child("rPr").is_some_and(|it| is_on(it, "vanish")),
        };
        Some((it.attribute("styleId")?.to_string(), style))
    });
    known.collect()
}
