//! The dataset as tables: the sheets of a workbook, with a path for each cell.

use std::ops::Range;

use authoring::{Node, Path, Step};
use workbook::{Column, Kind, Layout, Sheet, sheet, shown};

use crate::document::{Document, at, below, id_of};

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the dataset.
    pub at: Path,
    /// A cell for each column of the sheet.
    pub cells: Vec<Cell>,
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands; none in the column that says which record the row is a part of.
    pub at: Option<Path>,
    /// What it shows.
    pub text: String,
}

/// The rows of a sheet; a form is one.
pub fn rows(document: &Document, sheet: &'static Sheet) -> Vec<Row> {
    rows_in(document, sheet, 0..usize::MAX)
}

/// Some rows of a sheet, by their numbers counted from 0. The cells of no other are made.
pub fn rows_in(document: &Document, sheet: &'static Sheet, numbers: Range<usize>) -> Vec<Row> {
    let some = |it: &mut dyn Iterator<Item = Record<'_>>| {
        let these = it.skip(numbers.start).take(numbers.len());
        these.map(|(path, record, owner)| row(sheet, &path, record, owner)).collect()
    };
    match sheet.layout {
        Layout::Form => {
            let node =
                document.narrow(sheet.columns.iter().filter_map(|it| it.at.first().copied()));
            some(&mut std::iter::once((Path::default(), &node, None)))
        }
        Layout::List(list) => {
            let all = records(document, &at(list));
            some(&mut all.map(|(path, record)| (path, record, None)))
        }
        Layout::Part { field, .. } => {
            some(&mut owners(document, sheet).flat_map(move |(owner, record)| {
                let parts = records(document, &below(&owner, &[Step::Field(field.into())]));
                parts.map(move |(path, part)| (path, part, Some(id_of(record))))
            }))
        }
    }
}

/// Where a record stands, the record, and the id of the one that it is a part of.
type Record<'d> = (Path, &'d Node, Option<&'d str>);

/// How many rows a sheet has.
pub fn row_count(document: &Document, sheet: &Sheet) -> usize {
    match sheet.layout {
        Layout::Form => 1,
        Layout::List(list) => document.items(&at(list)).len(),
        Layout::Part { field, .. } => {
            owners(document, sheet).map(|(_, owner)| parts(owner, field)).sum()
        }
    }
}

/// The records that a sheet's rows are parts of.
fn owners<'d>(
    document: &'d Document,
    sheet: &Sheet,
) -> impl Iterator<Item = (Path, &'d Node)> + use<'d> {
    let list = match sheet.layout {
        Layout::Part { of, .. } => workbook::sheet(of).map(|it| it.layout),
        _ => None,
    };
    let list = match list {
        Some(Layout::List(list)) => at(list),
        _ => Path::default(),
    };
    records(document, &list)
}

/// How many parts of a kind a record has.
fn parts(record: &Node, field: &str) -> usize {
    match record.field(field) {
        Some(Node::List(parts)) => parts.len(),
        _ => 0,
    }
}

fn records<'d>(
    document: &'d Document,
    list: &Path,
) -> impl Iterator<Item = (Path, &'d Node)> + use<'d> {
    let list = list.clone();
    let items = document.items(&list).iter().enumerate();
    items.map(move |(nth, record)| (below(&list, &[Step::Item(nth)]), record))
}

fn row(sheet: &Sheet, path: &Path, record: &Node, owner: Option<&str>) -> Row {
    let own = owner.map(|id| Cell { at: None, text: id.into() });
    let values = sheet.values().map(|column| Cell {
        at: Some(below(path, &at(column.at).0)),
        text: shown(record, column),
    });
    Row { at: path.clone(), cells: own.into_iter().chain(values).collect() }
}

/// What a cell of a column may hold, where that is one of a few: each value with its name.
pub fn choices(document: &Document, column: &Column) -> Option<Vec<(String, String)>> {
    match column.kind {
        Kind::Choice(words) => {
            Some(words.iter().map(|it| ((*it).into(), it.replace('_', " "))).collect())
        }
        Kind::Id("Provisions") => None,
        Kind::Id(of) => Some(references(document, of)),
        _ => None,
    }
}

/// The records of a sheet, each by its id and its name.
pub fn references(document: &Document, of: &str) -> Vec<(String, String)> {
    let Some(Layout::List(list)) = sheet(of).map(|it| it.layout) else { return Vec::new() };
    let names = ["short_title", "citation", "label", "name", "title", "summary"];
    let all = records(document, &at(list)).map(|(path, record)| {
        let name = names.iter().map(|name| document.words(&below(&path, &at(&[name]).0)));
        let id = id_of(record).to_string();
        let name = name.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
        let name = if name.is_empty() { id.clone() } else { name.into() };
        (id, name)
    });
    all.collect()
}

/// Where in the tables a path leads: the sheet, the row counted from 0, and the column where it leads
/// to one.
#[derive(Clone, Copy, Debug)]
pub struct Located {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// The row, counted from 0.
    pub row: usize,
    /// The column.
    pub column: Option<&'static Column>,
}

/// Where in the tables a path leads; none for the dataset as a whole.
pub fn located(document: &Document, path: &Path) -> Option<Located> {
    let found = workbook::sheets().filter_map(|sheet| {
        let (row, depth) = row_of(document, sheet, path)?;
        let names = path.0.iter().skip(depth).map_while(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        let names: Vec<_> = names.collect();
        let column = sheet.values().find(|it| {
            let is_same = names.starts_with(it.at) || it.at.starts_with(&names);
            !it.at.is_empty() && !names.is_empty() && is_same
        });
        // The form of the dataset holds everything; of it only what it has a row for.
        let is_in_it = !sheet.is_form() || column.is_some();
        is_in_it.then_some((depth, Located { sheet, row, column }))
    });
    // Of several that are as deep, the first.
    let deepest = found.reduce(|best, it| if it.0 > best.0 { it } else { best });
    deepest.map(|(_, it)| it)
}

/// The row of a sheet that a path leads into, and how many of its steps lead to the record.
fn row_of(document: &Document, sheet: &Sheet, path: &Path) -> Option<(usize, usize)> {
    let item = |list: &Path| match path.0.strip_prefix(list.0.as_slice())? {
        [Step::Item(nth), ..] => (*nth < document.items(list).len()).then_some(*nth),
        _ => None,
    };
    match sheet.layout {
        Layout::Form => Some((0, 0)),
        Layout::List(list) => Some((item(&at(list))?, list.len() + 1)),
        Layout::Part { of, field } => {
            let Layout::List(list) = workbook::sheet(of)?.layout else { return None };
            let owner = item(&at(list))?;
            let steps = [Step::Item(owner), Step::Field(field.into())];
            let nth = item(&below(&at(list), &steps))?;
            let before = owners(document, sheet).take(owner);
            let before: usize = before.map(|(_, owner)| parts(owner, field)).sum();
            Some((before + nth, list.len() + 3))
        }
    }
}

/// A path in words: `Concerns, fees-for-stands: title`.
pub fn place(document: &Document, path: &Path) -> String {
    let Some(Located { sheet, row, column }) = located(document, path) else {
        return path.to_string();
    };
    let is_named = !sheet.is_form();
    let row = rows_in(document, sheet, row..row + 1).into_iter().next().filter(|_| is_named);
    let record = row.and_then(|it| it.cells.into_iter().next()).filter(|it| !it.text.is_empty());
    let record = record.map(|it| format!(", {}", it.text)).unwrap_or_default();
    let column = column.map(|it| format!(": {}", it.name)).unwrap_or_default();
    format!("{}{record}{column}", sheet.name)
}
