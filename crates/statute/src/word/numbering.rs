//! The numbers that Word makes by itself, as it shows them.

use std::collections::BTreeMap;

use crate::{plain::ROMAN, tree::Element};

/// Lists are no deeper.
const DEPTH: usize = 9;
/// Higher numbers are no numbers of a law, and long in Roman.
const HIGHEST: u32 = 99_999;

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    indent: usize,
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, Vec<Level>>,
    /// Which list a number refers to, and where it begins anew.
    numbers: BTreeMap<String, (String, BTreeMap<usize, u32>)>,
    counted: BTreeMap<String, [Option<u32>; DEPTH]>,
    begun: Vec<String>,
    /// Formats that aren't known.
    pub(super) unknown: Vec<String>,
}

/// A number as it is shown, and how far it stands in.
pub(super) struct Number {
    pub(super) text: String,
    pub(super) indent: usize,
}

impl Numbering {
    pub(super) fn of(part: Option<&Element>) -> Self {
        let mut numbering = Self::default();
        for element in part.into_iter().flat_map(Element::elements) {
            match element.name.as_str() {
                "abstractNum" => {
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    numbering.lists.insert(id.into(), levels(element));
                }
                "num" => numbering.number(element),
                _ => {}
            }
        }
        numbering
    }

    fn number(&mut self, element: &Element) {
        let id = element.attribute("numId").unwrap_or_default();
        let Some(list) = value(element, "abstractNumId") else { return };
        let overrides = element.elements().filter(|it| it.name == "lvlOverride");
        let starts = overrides.filter_map(|it| {
            let level = it.attribute("ilvl")?.parse().ok()?;
            Some((level, value(it, "startOverride")?.parse::<u32>().ok()?.min(HIGHEST)))
        });
        self.numbers.insert(id.into(), (list.into(), starts.collect()));
    }

    /// Counts on, and returns what stands before the paragraph.
    pub(super) fn next(&mut self, id: &str, depth: usize) -> Option<Number> {
        let (list, starts) = self.numbers.get(id)?;
        let levels = self.lists.get(list)?;
        let level = levels.get(depth)?;
        let counted = self.counted.entry(list.clone()).or_default();
        if !self.begun.iter().any(|it| it == id) {
            self.begun.push(id.into());
            for (level, start) in starts {
                if let Some(count) = counted.get_mut(*level) {
                    *count = Some(start.saturating_sub(1));
                }
            }
        }
        for (nth, count) in counted.iter_mut().enumerate().take(DEPTH) {
            let start = levels.get(nth).map_or(1, |it| it.start);
            match nth {
                _ if nth < depth => *count = Some(count.unwrap_or(start)),
                _ if nth == depth => {
                    *count = Some(count.map_or(start, |it| it.saturating_add(1).min(HIGHEST)));
                }
                _ => *count = None,
            }
        }
        let mut text = level.text.clone();
        for (nth, (count, level)) in counted.iter().zip(levels).enumerate() {
            let sign = format!("%{}", nth + 1);
            if !text.contains(&sign) {
                continue;
            }
            let shown = shown(count.unwrap_or_default(), &level.format);
            if shown.is_none() && !self.unknown.contains(&level.format) {
                self.unknown.push(level.format.clone());
            }
            text = text.replace(&sign, &shown.unwrap_or_default());
        }
        // Bullets are of fonts whose signs mean nothing elsewhere.
        let text = if level.format == "bullet" { "•".into() } else { text };
        Some(Number { text, indent: level.indent })
    }
}

/// The `val` of an element directly within.
pub(super) fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.child(name)?.attribute("val")
}

fn levels(list: &Element) -> Vec<Level> {
    let mut levels = vec![Level::default(); DEPTH];
    for element in list.elements().filter(|it| it.name == "lvl") {
        let nth = element.attribute("ilvl").and_then(|it| it.parse::<usize>().ok());
        let Some(level) = nth.and_then(|nth| levels.get_mut(nth)) else { continue };
        *level = Level {
            start: value(element, "start").and_then(|it| it.parse().ok()).unwrap_or(1).min(HIGHEST),
            format: value(element, "numFmt").unwrap_or("decimal").into(),
            text: value(element, "lvlText").unwrap_or_default().into(),
            indent: element.child("pPr").and_then(indent).unwrap_or_default(),
        };
    }
    levels
}

/// How far the first line of a paragraph stands in, in twentieths of a point.
pub(super) fn indent(properties: &Element) -> Option<usize> {
    let indent = properties.child("ind")?;
    let of = |name: &str| indent.attribute(name).and_then(|it| it.parse::<usize>().ok());
    let left = of("left").or_else(|| of("start")).unwrap_or_default();
    Some(left.saturating_sub(of("hanging").unwrap_or_default()))
}

/// A number in one of Word's formats; none where the format isn't known.
fn shown(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "bullet" | "none" => String::new(),
        _ => return None,
    })
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(number: u32) -> String {
    let Some(number) = number.checked_sub(1) else { return String::new() };
    let sign = u8::try_from(number % 26).map_or('a', |it| char::from(b'a' + it));
    let times = usize::try_from(number / 26).unwrap_or_default() + 1;
    sign.to_string().repeat(times)
}

fn roman(mut number: u32) -> String {
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}
