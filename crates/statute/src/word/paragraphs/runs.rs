//! The words of one paragraph, run by run, and those of it that nobody reads.

use std::collections::{BTreeMap, BTreeSet};

use authoring::raised;

use super::{is_on, value};
use crate::{
    outline::Why,
    tree::{Child, Element},
};

/// Words of a paragraph.
#[derive(Default)]
pub(super) struct Runs<'e> {
    pub(super) words: String,
    pub(super) left: BTreeMap<Why, String>,
    pub(super) told: BTreeSet<String>,
    /// Boxes of text that are anchored in it.
    pub(super) boxes: Vec<&'e Element>,
}

impl<'e> Runs<'e> {
    /// `is_hidden` says it of a style.
    pub(super) fn of(paragraph: &'e Element, is_hidden: &dyn Fn(&str) -> bool) -> Self {
        let mut runs = Self::default();
        runs.within(paragraph, is_hidden);
        runs
    }

    fn within(&mut self, element: &'e Element, is_hidden: &dyn Fn(&str) -> bool) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "t" => self.words.push_str(&inner.text()),
                "tab" | "ptab" => self.words.push('\t'),
                "br" | "cr" => self.words.push(' '),
                "noBreakHyphen" => self.words.push('\u{2011}'),
                "del" | "moveFrom" => {
                    self.tell(CHANGES);
                    self.leave(Why::Deleted, inner);
                }
                "ins" | "moveTo" => {
                    self.tell(CHANGES);
                    self.within(inner, is_hidden);
                }
                "r" if hides(inner, is_hidden) => self.leave(Why::Hidden, inner),
                "r" if raises(inner) => {
                    let before = self.words.len();
                    self.within(inner, is_hidden);
                    let words = self.words.split_off(before);
                    self.words.push_str(&raised(&self.words, &words).unwrap_or(words));
                }
                "pPr" | "rPr" | "Fallback" => {}
                "instrText" => self.field(&inner.text()),
                "txbxContent" => self.boxes.push(inner),
                "sym" => self.tell(SIGNS),
                _ => self.within(inner, is_hidden),
            }
        }
    }

    fn tell(&mut self, what: &str) {
        self.told.insert(what.into());
    }

    fn leave(&mut self, why: Why, element: &Element) {
        let left = self.left.entry(why).or_default();
        left.push_str(&all(element));
        left.push(' ');
    }

    /// Some fields are numbers that stand nowhere in the file.
    fn field(&mut self, code: &str) {
        let name = code.split_whitespace().next().unwrap_or_default();
        if name == "LISTNUM" || name.starts_with("AUTONUM") {
            self.tell("has numbers that are fields, which can't be read; write them out");
        }
    }
}

const CHANGES: &str =
    "has tracked changes, which are taken as accepted; what they delete is left out";
const SIGNS: &str = "has signs of a font of their own, which can't be read; compare it";

fn hides(run: &Element, is_hidden: &dyn Fn(&str) -> bool) -> bool {
    let Some(properties) = run.child("rPr") else { return false };
    match properties.child("vanish") {
        Some(_) => is_on(properties, "vanish"),
        None => value(properties, "rStyle").is_some_and(is_hidden),
    }
}

fn raises(run: &Element) -> bool {
    run.child("rPr").and_then(|it| value(it, "vertAlign")) == Some("superscript")
}

/// All the words within an element, deleted or not.
pub(super) fn all(element: &Element) -> String {
    let mut words = String::new();
    gather(element, &mut words);
    words
}

fn gather(element: &Element, words: &mut String) {
    for child in &element.children {
        match child {
            Child::Element(inner) if matches!(inner.name.as_str(), "t" | "delText") => {
                words.push_str(&inner.text());
            }
            Child::Element(inner) if inner.name == "Fallback" => {}
            Child::Element(inner) => {
                gather(inner, words);
                if inner.name == "p" {
                    words.push(' ');
                }
            }
            Child::Text(_) => {}
        }
    }
}
