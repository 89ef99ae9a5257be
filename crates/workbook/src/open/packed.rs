//! Workbooks that are an archive of XML: `.xlsx` and `.ods`, read by calamine.
//!
//! Calamine unpacks whole parts and believes what a file says of repeated cells, so both are
//! looked into first.

use std::{
    collections::BTreeMap,
    io::{BufReader, Cursor, Read as _, copy, sink},
};

use calamine::{DataRef, DataType as _, Ods, Reader as _, Sheet, SheetVisible, Xlsx};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{Room, excel, open_document, value};
use crate::{
    grid::{Grid, Value},
    marks::Marks,
};

/// In bytes, all parts together.
const MOST_UNPACKED: u64 = 64 << 20;
/// Of an archive.
const MOST_PARTS: usize = 2000;
/// What repeated cells and blanks of an `.ods` may come to.
const MOST_REPEATED: u64 = 4_000_000;

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads all sheets.
pub(super) fn open(bytes: &[u8], room: &mut Room) -> Result<Vec<Grid>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| "is damaged and cannot be unpacked; save it again")?;
    weigh(&mut archive)?;
    if archive.index_for_name("[Content_Types].xml").is_some() {
        let marks = excel::marks(&mut archive);
        return of_excel(bytes, marks, room).map_err(hint);
    }
    let Ok(content) = archive.by_name("content.xml") else {
        return Err("is neither .xlsx nor .ods; save it as one of them".into());
    };
    weigh_repeats(content)?;
    let seen = open_document::seen(&mut archive);
    of_open_document(bytes, seen, room).map_err(hint)
}

fn hint(why: String) -> String {
    let told = why.starts_with("holds");
    if told { why } else { format!("cannot be read ({why}); save it again as .xlsx or .ods") }
}

/// Unpacks every part to nowhere: what an archive says of its sizes need not be true.
fn weigh(archive: &mut Archive<'_>) -> Result<(), String> {
    let too_large = || Err("holds more than a dataset could; is it the right file?".to_string());
    if archive.len() > MOST_PARTS {
        return too_large();
    }
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        let Ok(part) = archive.by_index(part) else {
            return Err("has a password or is damaged; save it again without one".into());
        };
        let size = copy(&mut part.take(left + 1), &mut sink())
            .map_err(|_| "is damaged and cannot be unpacked; save it again")?;
        match left.checked_sub(size) {
            Some(rest) => left = rest,
            None => return too_large(),
        }
    }
    Ok(())
}

fn of_excel(
    bytes: &[u8],
    mut marks: BTreeMap<String, Marks>,
    room: &mut Room,
) -> Result<Vec<Grid>, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|why| why.to_string())?;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let (mut cells, mut styled) = (BTreeMap::new(), Vec::new());
        // A sheet that holds a chart alone has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { continue };
        while let Some((cell, style)) =
            reader.next_cell_with_style_id().map_err(|why| why.to_string())?
        {
            let (at, held) = (cell.get_position(), cell.get_value());
            let long = match held {
                DataRef::String(text) => text.len(),
                DataRef::SharedString(text) => text.len(),
                _ => 0,
            };
            room.take(long)?;
            let style = reader.styles().get(style);
            if style.and_then(|it| it.font.as_ref()).is_some_and(|it| it.strikethrough) {
                styled.push(at);
            }
            let shown = style.and_then(|style| excel::shown(style, held.as_f64()));
            cells.insert(at, value(held.clone().into(), shown));
        }
        let mut marks = marks.remove(&sheet.name).unwrap_or_default();
        marks.struck.extend(styled);
        grids.push(grid(&sheet, cells, marks));
    }
    Ok(grids)
}

fn of_open_document(
    bytes: &[u8],
    mut seen: BTreeMap<String, open_document::Seen>,
    room: &mut Room,
) -> Result<Vec<Grid>, String> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|why| why.to_string())?;
    let mut grids = Vec::new();
    for sheet in book.sheets_metadata().to_vec() {
        let range = book.worksheet_range(&sheet.name).map_err(|why| why.to_string())?;
        let (top, left) = range.start().unwrap_or_default();
        let mut seen = seen.remove(&sheet.name).unwrap_or_default();
        let mut cells = BTreeMap::new();
        for (row, column, data) in range.used_cells() {
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
                continue;
            };
            room.take(data.as_string().map_or(0, |text| text.len()))?;
            let at = (top + row, left + column);
            cells.insert(at, value(data.clone(), seen.shown.remove(&at)));
        }
        grids.push(grid(&sheet, cells, seen.marks));
    }
    Ok(grids)
}

fn grid(sheet: &Sheet, cells: BTreeMap<(u32, u32), Value>, marks: Marks) -> Grid {
    let marks = Marks { hidden: sheet.visible != SheetVisible::Visible, ..marks };
    let mut grid = Grid { name: sheet.name.clone(), rows: Vec::new(), marks };
    for ((row, column), value) in cells {
        grid.put(row, column, value);
    }
    grid
}

/// Calls back for what stands in a part, to its end or to where it is damaged.
pub(super) fn walk(archive: &mut Archive<'_>, part: &str, found: &mut dyn FnMut(&Event<'_>)) {
    let Ok(content) = archive.by_name(part) else { return };
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        if matches!(event, Event::Eof) {
            break;
        }
        found(&event);
        buffer.clear();
    }
}

/// What the repeats of an `.ods` come to. Blank cells and rows count only where something comes
/// after them, as every sheet ends in a million of them.
#[derive(Default)]
struct Repeats {
    /// The row at hand: its cells, blank ones that may follow, how often it is repeated, and
    /// whether it holds anything.
    cells: u64,
    blank: u64,
    times: u64,
    holds: bool,
    /// The sheet at hand: its rows, blank ones that may follow, and its widest row.
    rows: u64,
    blank_rows: u64,
    widest: u64,
    /// All cells and blanks that were written out so far.
    total: u64,
}

impl Repeats {
    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "table:table-row" => {
                (self.cells, self.blank, self.holds) = (0, 0, false);
                self.times = number(tag, "table:number-rows-repeated");
            }
            "table:table-cell" | "table:covered-table-cell" => self.cell(tag),
            "text:s" => self.total = self.total.saturating_add(number(tag, "text:c")),
            _ => {}
        }
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        let times = number(tag, "table:number-columns-repeated");
        let holds = has_value(tag);
        let written = if holds { self.blank.saturating_add(times) } else { self.blank };
        self.blank = if holds { 0 } else { times };
        self.holds |= holds;
        self.cells = self.cells.saturating_add(written);
        self.total = self.total.saturating_add(written);
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-row" if self.holds => {
                let rows = self.blank_rows.saturating_add(self.times);
                self.rows = self.rows.saturating_add(rows);
                self.blank_rows = 0;
                self.widest = self.widest.max(self.cells);
            }
            "table:table-row" => self.blank_rows = self.blank_rows.saturating_add(self.times),
            "table:table" => *self = Self { total: self.so_far(), ..Self::default() },
            _ => {}
        }
    }

    fn so_far(&self) -> u64 {
        self.total.saturating_add(self.rows.saturating_mul(self.widest))
    }
}

pub(super) fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    let text = tag.try_get_attribute(name).ok().flatten();
    text.map_or(1, |text| text.value.trim().parse().unwrap_or(u64::MAX))
}

/// Whether a cell holds anything, as calamine sees it.
pub(super) fn has_value(tag: &BytesStart<'_>) -> bool {
    let mut names = tag.attributes().flatten();
    names.any(|it| it.key.0.starts_with("office:") || it.key.0 == "table:formula")
}

fn weigh_repeats(content: impl std::io::Read) -> Result<(), String> {
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut repeats) = (Vec::new(), Repeats::default());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => repeats.start(tag.name().0, &tag),
            Ok(Event::End(tag)) => repeats.end(tag.name().0),
            Ok(Event::Eof) => return Ok(()),
            Err(why) => return Err(format!("is damaged: {why}; save it again")),
            Ok(_) => {}
        }
        if repeats.so_far() > MOST_REPEATED {
            return Err("holds more than a dataset could; is it the right file?".into());
        }
        buffer.clear();
    }
}
