//! What an `.xlsx` says of its cells beside their values, and calamine leaves out: hidden rows and
//! columns, and words inside a text that are struck through.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Style;
use quick_xml::events::{BytesStart, Event};

use super::packed::{Archive, walk};
use crate::marks::Marks;

/// The marks of each sheet, by its name. What cannot be read has none: calamine says why.
pub(super) fn marks(archive: &mut Archive<'_>) -> BTreeMap<String, Marks> {
    let struck = struck_strings(archive);
    let targets = targets(archive);
    let mut marks = BTreeMap::new();
    for (name, relation) in sheets(archive) {
        let Some(target) = targets.get(&relation) else { continue };
        let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), Into::into);
        let mut sheet = SheetMarks::new(&struck);
        walk(archive, &part, &mut |event| sheet.event(event));
        marks.insert(name, sheet.marks);
    }
    marks
}

/// What shows a number otherwise than bare.
pub(super) fn shown(style: &Style, number: Option<f64>) -> Option<String> {
    let (format, number) = (style.number_format.as_ref()?, number?);
    let code = format.format_code.as_str();
    let bare =
        matches!(code, "General" | "GENERAL" | "@" | "") || code == "0" && number.fract() == 0.0;
    (!bare).then(|| code.into())
}

/// The indices of the shared texts that are struck through in part.
fn struck_strings(archive: &mut Archive<'_>) -> BTreeSet<usize> {
    let (mut found, mut nth) = (BTreeSet::new(), 0_usize);
    walk(archive, "xl/sharedStrings.xml", &mut |event| match event {
        Event::Start(tag) if strikes(tag) => {
            found.insert(nth);
        }
        Event::End(tag) if tag.local_name().as_ref() == "si" => nth += 1,
        _ => {}
    });
    found
}

/// Where the parts are that the workbook names by their relation.
fn targets(archive: &mut Archive<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    walk(archive, "xl/_rels/workbook.xml.rels", &mut |event| {
        if let Event::Start(tag) = event
            && let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target"))
        {
            found.insert(id, target);
        }
    });
    found
}

/// The name of each sheet, and its relation.
fn sheets(archive: &mut Archive<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(archive, "xl/workbook.xml", &mut |event| {
        if let Event::Start(tag) = event
            && tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(relation)) = (attribute(tag, "name"), attribute(tag, "id"))
        {
            found.push((name, relation));
        }
    });
    found
}

/// The reading of one sheet.
struct SheetMarks<'a> {
    marks: Marks,
    struck: &'a BTreeSet<usize>,
    /// The row and the cell at hand, and whether that names a shared text.
    row: u32,
    cell: (u32, u32),
    shared: bool,
    is_value: bool,
}

impl<'a> SheetMarks<'a> {
    fn new(struck: &'a BTreeSet<usize>) -> Self {
        let marks = Marks::default();
        Self { marks, struck, row: 0, cell: (0, 0), shared: false, is_value: false }
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::Text(text) if self.is_value && self.names_struck(text) => {
                self.marks.struck.insert(self.cell);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "row" => self.row = self.row.saturating_add(1),
                "c" => self.cell.1 = self.cell.1.saturating_add(1),
                "v" => self.is_value = false,
                _ => {}
            },
            _ => {}
        }
    }

    fn names_struck(&self, text: &str) -> bool {
        self.shared && text.trim().parse().is_ok_and(|nth: usize| self.struck.contains(&nth))
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "col" if is_true(tag, "hidden") => {
                if let (Some(first), Some(last)) = (counted(tag, "min"), counted(tag, "max")) {
                    self.marks.hidden_columns.add(first, last);
                }
            }
            "row" => {
                self.row = counted(tag, "r").unwrap_or(self.row);
                self.cell = (self.row, 0);
                if is_true(tag, "hidden") {
                    self.marks.hidden_rows.add(self.row, self.row);
                }
            }
            "c" => {
                let named = attribute(tag, "r").and_then(|it| column(&it));
                self.cell = (self.row, named.unwrap_or(self.cell.1));
                self.shared = attribute(tag, "t").is_some_and(|it| it == "s");
            }
            "v" => self.is_value = true,
            _ if strikes(tag) => {
                self.marks.struck.insert(self.cell);
            }
            _ => {}
        }
    }
}

fn strikes(tag: &BytesStart<'_>) -> bool {
    let strikes = tag.local_name().as_ref() == "strike";
    strikes && attribute(tag, "val").is_none_or(|it| !matches!(it.as_str(), "0" | "false"))
}

fn is_true(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|it| matches!(it.as_str(), "1" | "true"))
}

/// A number that counts from 1, counted from 0.
fn counted(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1)
}

/// The column of `AB12`, counted from 0.
fn column(cell: &str) -> Option<u32> {
    let mut letters = cell.bytes().take_while(u8::is_ascii_uppercase);
    let counted = letters.try_fold(0_u32, |before, letter| {
        before.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)
    });
    counted?.checked_sub(1)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut found = tag.attributes().flatten().filter(|it| it.key.local_name().as_ref() == name);
    found.next().map(|it| it.value.trim().to_string())
}
