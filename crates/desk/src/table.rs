//! The dataset as tables: the sheets of a workbook, with a path for each cell.

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
pub fn rows(document: &Document, sheet: &Sheet) -> Vec<Row> {
    match sheet.layout {
        Layout::Form => {
            let node = document.node();
            vec![row(sheet, &Path::default(), &node, None)]
        }
        Layout::List(list) => records(document, &at(list))
            .map(|(path, record)| row(sheet, &path, record, None))
            .collect(),
        Layout::Part { of, field } => {
            let Some(Layout::List(list)) = workbook::sheet(of).map(|it| it.layout) else {
                return Vec::new();
            };
            let mut rows = Vec::new();
            for (owner, record) in records(document, &at(list)) {
                let parts = below(&owner, &[Step::Field(field.into())]);
                let parts = records(document, &parts);
                rows.extend(parts.map(|(path, part)| row(sheet, &path, part, Some(id_of(record)))));
            }
            rows
        }
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
    let mut best: Option<(usize, Located)> = None;
    for sheet in workbook::sheets() {
        for (row, found) in rows(document, sheet).into_iter().enumerate() {
            let Some(inner) = path.0.strip_prefix(found.at.0.as_slice()) else { continue };
            let names = inner.iter().map_while(|step| match step {
                Step::Field(name) => Some(name.as_str()),
                Step::Item(_) => None,
            });
            let names: Vec<_> = names.collect();
            let column = sheet.values().find(|it| {
                !it.at.is_empty()
                    && (names.starts_with(it.at) || it.at.starts_with(&names))
                    && !names.is_empty()
            });
            // The form of the dataset holds everything; of it only what it has a row for.
            if sheet.is_form() && column.is_none() {
                continue;
            }
            let depth = found.at.0.len();
            if best.is_none_or(|(known, _)| depth > known) {
                best = Some((depth, Located { sheet, row, column }));
            }
        }
    }
    best.map(|(_, it)| it)
}

/// A path in words: `Concerns, fees-for-stands: title`.
pub fn place(document: &Document, path: &Path) -> String {
    let Some(Located { sheet, row, column }) = located(document, path) else {
        return path.to_string();
    };
    let record = rows(document, sheet).get(row).and_then(|it| it.cells.first()).cloned();
    let record = record.filter(|it| !sheet.is_form() && !it.text.is_empty());
    let record = record.map(|it| format!(", {}", it.text)).unwrap_or_default();
    let column = column.map(|it| format!(": {}", it.name)).unwrap_or_default();
    format!("{}{record}{column}", sheet.name)
}
