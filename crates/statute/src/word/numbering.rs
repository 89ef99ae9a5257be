//! The numbers that Word makes by itself, as it shows them.

mod formats;

use std::collections::{BTreeMap, BTreeSet};

use crate::tree::Element;
use formats::shown;

/// Lists are no deeper.
const DEPTH: usize = 9;
/// Higher numbers are no numbers of a law, and long in Roman.
const HIGHEST: i64 = 99_999;
/// A number with the signs around it is no longer, in characters, whatever its level's text says.
const LONGEST: usize = 255;

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: i64,
    format: String,
    text: String,
    indent: usize,
    /// Whichever higher level begins it anew: all that are no deeper than this, counted from 1.
    restart: usize,
    /// All numbers in its text are digits, whatever their own levels say.
    is_legal: bool,
    /// What stands between the number and the words.
    between: Between,
    /// The style whose paragraphs it numbers.
    style: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Between {
    #[default]
    Tab,
    Space,
    Nothing,
}

/// Levels by their depth; a level that nobody describes counts and shows nothing.
type Levels = BTreeMap<usize, Level>;

/// Levels that are counted together.
struct List {
    levels: Levels,
    /// The style that other lists name instead of levels of their own.
    style: Option<String>,
    /// The style whose list is meant.
    refers_to: Option<String>,
}

/// What paragraphs name: a list, with levels of its own and those that begin anew.
struct Num {
    list: String,
    own: Levels,
    anew: Vec<(usize, i64)>,
    has_begun: bool,
}

/// The lists of a document, and how far each has counted.
#[derive(Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, List>,
    nums: BTreeMap<String, Num>,
    counted: BTreeMap<String, [Option<i64>; DEPTH]>,
    /// What of the numbers isn't shown as Word does.
    pub(super) told: BTreeSet<String>,
}

/// A number as it is shown, and how far it stands in.
pub(super) struct Number {
    pub(super) text: String,
    pub(super) indent: usize,
    pub(super) between: Between,
}

impl Numbering {
    /// `of_style` says which number a style names.
    pub(super) fn of<'s>(
        part: Option<&Element>,
        of_style: impl Fn(&str) -> Option<&'s str>,
    ) -> Self {
        let mut numbering = Self::default();
        for element in part.into_iter().flat_map(Element::elements) {
            let id = |name| element.attribute(name).unwrap_or_default().to_string();
            match (element.name.as_str(), value(element, "abstractNumId")) {
                ("abstractNum", _) => {
                    numbering.lists.insert(id("abstractNumId"), list(element));
                }
                ("num", Some(list)) => {
                    numbering.nums.insert(id("numId"), num(element, list));
                }
                _ => {}
            }
        }
        numbering.refer(of_style);
        numbering
    }

    /// A list without levels of its own is that of a style.
    fn refer<'s>(&mut self, of_style: impl Fn(&str) -> Option<&'s str>) {
        let all = self.lists.iter();
        let of: BTreeMap<&str, &String> =
            all.filter_map(|(id, it)| Some((it.style.as_deref()?, id))).collect();
        let meant = |num: &Num| {
            let style = self.lists.get(&num.list)?.refers_to.as_deref()?;
            let by_number = || self.nums.get(of_style(style)?).map(|it| &it.list);
            of.get(style).copied().or_else(by_number).cloned()
        };
        let found: Vec<_> = self.nums.values().map(meant).collect();
        for (num, list) in self.nums.values_mut().zip(found) {
            num.list = list.unwrap_or(std::mem::take(&mut num.list));
        }
    }

    /// The level of a list that numbers the paragraphs of a style.
    pub(super) fn level_of(&self, id: &str, style: &str) -> Option<usize> {
        let num = self.nums.get(id)?;
        let levels = num.own.iter().chain(&self.lists.get(&num.list)?.levels);
        levels.filter(|(_, it)| it.style.as_deref() == Some(style)).map(|(nth, _)| *nth).next()
    }

    /// Counts on, and returns what stands before the paragraph.
    pub(super) fn next(&mut self, id: &str, depth: usize) -> Option<Number> {
        let num = self.nums.get_mut(id)?;
        let list = self.lists.get(&num.list)?;
        let described = |nth| num.own.get(&nth).or_else(|| list.levels.get(&nth));
        let level = described(depth)?;
        let counted = self.counted.entry(num.list.clone()).or_default();
        if !num.has_begun {
            for (nth, start) in &num.anew {
                if let Some(count) = counted.get_mut(*nth) {
                    *count = Some(start - 1);
                }
            }
        }
        for (nth, count) in counted.iter_mut().enumerate() {
            let (start, restart) = described(nth).map_or((1, nth), |it| (it.start, it.restart));
            match nth {
                _ if nth < depth => *count = Some(count.unwrap_or(start)),
                _ if nth == depth => *count = Some(count.map_or(start, |it| (it + 1).min(HIGHEST))),
                // It begins anew only below a level that has that effect.
                _ if depth < restart => *count = None,
                _ => {}
            }
        }
        let text = written(level, counted, described, &mut self.told);
        num.has_begun = true;
        Some(Number { text, indent: level.indent, between: level.between })
    }
}

/// A level's text with the numbers in it.
fn written<'l>(
    level: &Level,
    counted: &[Option<i64>],
    described: impl Fn(usize) -> Option<&'l Level>,
    told: &mut BTreeSet<String>,
) -> String {
    // Bullets are of fonts whose signs mean nothing elsewhere.
    if level.format == "bullet" {
        return "•".into();
    }
    let mut text = String::new();
    let mut signs = level.text.chars();
    // No character has more than four bytes.
    while let Some(sign) = signs.next().filter(|_| text.len() <= LONGEST * 4) {
        let nth = (sign == '%').then(|| place(signs.clone().next()?)).flatten();
        let Some((of, count)) = nth.and_then(|it| described(it).zip(counted.get(it))) else {
            text.push(sign);
            continue;
        };
        signs.next();
        let format = if level.is_legal { "decimal" } else { of.format.as_str() };
        let number = count.and_then(|it| u32::try_from(it).ok());
        match shown(number.unwrap_or_default(), format) {
            Some(shown) => text.push_str(&shown),
            None => told.extend([unknown(format)]),
        }
    }
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        told.extend([too_long()]);
    }
    text
}

/// The level that a sign behind `%` stands for, counted from 0.
fn place(sign: char) -> Option<usize> {
    usize::try_from(sign.to_digit(10)?).ok()?.checked_sub(1)
}

fn unknown(format: &str) -> String {
    format!("numbers that Word makes in the format `{format}` aren't read; write them out")
}

fn too_long() -> String {
    format!("numbers that Word makes are longer than {LONGEST} characters, and cut there")
}

/// The `val` of an element directly within.
pub(super) fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.child(name)?.attribute("val")
}

/// Whether an element directly within says yes: it does by being there, unless it says otherwise.
pub(super) fn is_on(element: &Element, name: &str) -> bool {
    let said = element.child(name).map(|it| it.attribute("val").unwrap_or("true"));
    said.is_some_and(|it| !matches!(it, "0" | "false" | "off"))
}

fn list(element: &Element) -> List {
    let style = |name| value(element, name).map(str::to_string);
    List {
        levels: element.elements().filter_map(level).collect(),
        style: style("styleLink"),
        refers_to: style("numStyleLink"),
    }
}

/// What a number names, with the levels that it has instead of the list's.
fn num(element: &Element, list: &str) -> Num {
    let (mut own, mut anew) = (Levels::new(), Vec::new());
    for over in element.elements().filter(|it| it.name == "lvlOverride") {
        own.extend(over.child("lvl").and_then(level));
        let start = value(over, "startOverride").and_then(|it| it.parse::<i64>().ok());
        let nth = over.attribute("ilvl").and_then(|it| it.parse().ok());
        anew.extend(nth.zip(start.map(|it| it.clamp(0, HIGHEST))));
    }
    Num { list: list.into(), own, anew, has_begun: false }
}

fn level(element: &Element) -> Option<(usize, Level)> {
    let nth = element.attribute("ilvl").filter(|_| element.name == "lvl")?.parse().ok()?;
    if nth >= DEPTH {
        return None;
    }
    let number = |name: &str| value(element, name).and_then(|it| it.parse::<i64>().ok());
    let restart = number("lvlRestart").and_then(|it| usize::try_from(it).ok());
    let level = Level {
        start: number("start").unwrap_or(1).clamp(0, HIGHEST),
        format: value(element, "numFmt").unwrap_or("decimal").into(),
        text: value(element, "lvlText").unwrap_or_default().into(),
        indent: element.child("pPr").and_then(indent).unwrap_or_default(),
        restart: restart.unwrap_or(nth),
        is_legal: is_on(element, "isLgl"),
        between: match value(element, "suff") {
            Some("space") => Between::Space,
            Some("nothing") => Between::Nothing,
            _ => Between::Tab,
        },
        style: value(element, "pStyle").map(str::to_string),
    };
    Some((nth, level))
}

/// How far the first line of a paragraph stands in, in twentieths of a point.
pub(super) fn indent(properties: &Element) -> Option<usize> {
    let indent = properties.child("ind")?;
    let of = |name: &str| indent.attribute(name).and_then(|it| it.parse::<usize>().ok());
    let left = of("left").or_else(|| of("start")).unwrap_or_default();
    Some(left.saturating_sub(of("hanging").unwrap_or_default()))
}
