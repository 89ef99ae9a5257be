//! What an `.ods` says of its cells beside their values, and calamine leaves out: hidden rows and
//! columns, what is struck through, and how numbers are shown.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use super::packed::{Archive, has_value, number, walk};
use crate::marks::Marks;

/// What is seen of one sheet.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) marks: Marks,
    /// What cells of numbers show, where it is not the bare number, by row and column.
    pub(super) shown: BTreeMap<(u32, u32), String>,
}

/// What is seen of each sheet, by its name. The file's repeats have been weighed before.
pub(super) fn seen(archive: &mut Archive<'_>) -> BTreeMap<String, Seen> {
    let mut reading = Reading::default();
    walk(archive, "content.xml", &mut |event| match event {
        Event::Start(tag) => reading.start(tag),
        Event::Text(text) if reading.in_cell && !reading.in_comment => reading.text.push_str(text),
        Event::End(tag) => reading.end(tag.name().0),
        _ => {}
    });
    reading.sheets
}

#[derive(Default)]
struct Reading {
    sheets: BTreeMap<String, Seen>,
    /// The style at hand, and those that strike through.
    style: String,
    strikes: BTreeSet<String>,
    /// The sheet at hand, with what is seen there.
    name: String,
    seen: Seen,
    /// Rows and columns so far, and how many the one at hand stands for.
    row: u32,
    rows: u32,
    column: u32,
    columns: u32,
    /// The cell at hand: whether it is struck through, the number that it holds, what it shows.
    in_cell: bool,
    /// In a comment on it, whose words are none of its own.
    in_comment: bool,
    struck: bool,
    number: Option<String>,
    text: String,
    /// The row at hand: columns that are struck through, and what numbers show.
    row_struck: Vec<u32>,
    row_shown: Vec<(u32, String)>,
}

impl Reading {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.name().0 {
            "style:style" | "style:default-style" => {
                self.style = attribute(tag, "style:name").unwrap_or_default();
            }
            "style:text-properties" if strikes(tag) => {
                self.strikes.insert(self.style.clone());
            }
            "office:annotation" => self.in_comment = true,
            _ if self.in_comment => {}
            "table:table" => {
                self.name = attribute(tag, "table:name").unwrap_or_default();
                (self.row, self.column) = (0, 0);
            }
            "table:table-column" => {
                let columns = times(tag, "table:number-columns-repeated");
                let last = self.column.saturating_add(columns - 1);
                if is_hidden(tag) {
                    self.seen.marks.hidden_columns.add(self.column, last);
                }
                self.column = last.saturating_add(1);
            }
            "table:table-row" => {
                self.rows = times(tag, "table:number-rows-repeated");
                self.column = 0;
                if is_hidden(tag) {
                    let last = self.row.saturating_add(self.rows - 1);
                    self.seen.marks.hidden_rows.add(self.row, last);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(tag),
            "text:p" if !self.text.is_empty() => self.text.push('\n'),
            "text:s" => self.text.push(' '),
            "text:span" | "text:p" if self.in_cell => {
                self.struck |= self.is_struck(tag, "text:style-name");
            }
            _ => {}
        }
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        self.columns = times(tag, "table:number-columns-repeated");
        self.in_cell = has_value(tag);
        self.struck = self.in_cell && self.is_struck(tag, "table:style-name");
        let kind = attribute(tag, "office:value-type");
        let is_number = matches!(kind.as_deref(), Some("float" | "currency" | "percentage"));
        self.number = attribute(tag, "office:value").filter(|_| is_number);
        self.text.clear();
    }

    fn end(&mut self, name: &str) {
        match name {
            "office:annotation" => self.in_comment = false,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row(),
            "table:table" => {
                let seen = std::mem::take(&mut self.seen);
                self.sheets.insert(std::mem::take(&mut self.name), seen);
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let next = self.column.saturating_add(self.columns);
        if self.in_cell {
            let shown = self.number.take().filter(|number| *number != self.text.trim());
            for column in self.column..next {
                if self.struck {
                    self.row_struck.push(column);
                }
                if shown.is_some() && !self.text.trim().is_empty() {
                    self.row_shown.push((column, self.text.trim().into()));
                }
            }
        }
        self.in_cell = false;
        self.column = next;
    }

    fn end_row(&mut self) {
        let next = self.row.saturating_add(self.rows);
        let (struck, shown) =
            (std::mem::take(&mut self.row_struck), std::mem::take(&mut self.row_shown));
        if !struck.is_empty() || !shown.is_empty() {
            for row in self.row..next {
                self.seen.marks.struck.extend(struck.iter().map(|column| (row, *column)));
                self.seen
                    .shown
                    .extend(shown.iter().map(|(column, it)| ((row, *column), it.clone())));
            }
        }
        self.row = next;
    }

    fn is_struck(&self, tag: &BytesStart<'_>, name: &str) -> bool {
        attribute(tag, name).is_some_and(|style| self.strikes.contains(&style))
    }
}

fn strikes(tag: &BytesStart<'_>) -> bool {
    ["style:text-line-through-style", "style:text-line-through-type"]
        .iter()
        .any(|name| attribute(tag, name).is_some_and(|it| it != "none"))
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    let visible = attribute(tag, "table:visibility");
    visible.is_some_and(|it| matches!(it.as_str(), "collapse" | "filter"))
}

fn times(tag: &BytesStart<'_>, name: &str) -> u32 {
    u32::try_from(number(tag, name)).unwrap_or(u32::MAX).max(1)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    Some(found.value.to_string())
}
