//! A dataset as a workbook that any spreadsheet program opens, and back: bytes in, bytes out.
//!
//! What a workbook holds is said once, in `plan`; the template, [`filled`] and [`read`] follow from
//! it. Whether a dataset is sound is for the `dataset` crate to say; here its words are told by
//! sheet, row and column. No files, no browser, no clock.

#![forbid(unsafe_code)]

mod assemble;
mod cells;
mod cited;
mod fill;
mod gaps;
mod grid;
mod judge;
mod lost;
mod marks;
mod open;
mod place;
mod plan;
mod print;
mod seen;
mod sheets;
mod table;
#[cfg(test)]
mod tests;
pub mod tree;
mod write;

use std::collections::BTreeMap;

use authoring::{CalendarDate, Dataset, Node};

pub use crate::{
    cited::Cited,
    fill::shown,
    gaps::{Check, check},
    open::File,
    place::{CellRef, Problem},
    plan::{Column, Kind, Layout, Sheet, sheet, sheets},
    print::json,
};
use crate::{grid::Value, place::Report, table::Table};

/// The value that a text stands for in a column of a kind; none where it is blank.
pub fn value(text: &str, kind: Kind) -> Option<Node> {
    cells::node(&Value::Text(text.into()), kind).ok().flatten()
}

/// What comes of reading a workbook.
#[derive(Debug)]
pub struct Import {
    /// The dataset as JSON, with all that was understood, sound or not; nothing where no sheet was.
    pub json: Option<String>,
    /// Its sound part; nothing where the dataset as a whole is unsound.
    pub dataset: Option<Dataset>,
    /// Every problem found, in the order of the sheets; empty where all is well.
    pub problems: Vec<Problem>,
    /// What was read as it stands and should be looked at, in the same order.
    pub remarks: Vec<Problem>,
    places: BTreeMap<String, CellRef>,
}

impl Import {
    /// Where a record or a field of the dataset stands in the workbook, by its path there
    /// (`concerns[3].evidence[0]`); the row or the sheet that holds it, where it has no cell.
    pub fn place(&self, path: &str) -> Option<&CellRef> {
        let mut path = path;
        loop {
            match (self.places.get(path), path.rfind(['.', '['])) {
                (Some(place), _) => return Some(place),
                (None, Some(end)) => path = path.get(..end)?,
                (None, None) => return None,
            }
        }
    }
}

/// An empty workbook to fill in, as `.xlsx`.
///
/// # Errors
/// A sentence, where the workbook could not be written.
pub fn template() -> Result<Vec<u8>, Problem> {
    write::xlsx(&fill::blank(), "Provision Explorer: a dataset to fill in")
        .map_err(|why| unwritten(&why))
}

/// A dataset as a workbook.
#[derive(Debug)]
pub struct Book {
    /// The file, as `.xlsx`. Read again, it is the same dataset, but for what is lost.
    pub bytes: Vec<u8>,
    /// What of the dataset would not come back, by its place there: blanks at the ends of texts,
    /// for example, which spreadsheets leave behind everywhere.
    pub lost: Vec<Problem>,
}

/// A dataset as a workbook.
///
/// # Errors
/// A sentence, where the workbook could not be written.
pub fn filled(dataset: &Dataset) -> Result<Book, Problem> {
    let filled = fill::tree(dataset).map(|root| fill::sheets(&root)).unwrap_or_default();
    let lost = lost::lost(dataset, &filled);
    let title = dataset.records().title.original();
    let bytes = write::xlsx(&filled, title).map_err(|why| unwritten(&why))?;
    Ok(Book { bytes, lost })
}

/// Reads a workbook: `.xlsx`, `.ods`, or one sheet of it as `.csv`.
pub fn read(name: &str, bytes: &[u8]) -> Import {
    read_all(&[File { name, bytes }], None)
}

/// Reads a workbook in several files, such as a CSV file for each sheet. Without today's date no
/// date is called one of the future.
pub fn read_all(files: &[File<'_>], today: Option<CalendarDate>) -> Import {
    let (opened, problems) = open::open(files);
    let unread = problems.len();
    let mut report = Report { problems, remarks: Vec::new() };
    let tables = sheets::tables(opened, &mut report);
    if tables.is_empty() {
        let Report { mut problems, remarks } = report;
        if unread == 0 {
            let what = "none of the sheets is one of a dataset's; begin with the template";
            problems.push(Problem { at: None, what: what.into() });
        }
        return Import { json: None, dataset: None, problems, remarks, places: BTreeMap::new() };
    }
    let strict = strict(&tables);
    judge::judge(assemble::assemble(&tables, report), strict, today)
}

/// The dataset without what was only taken for a column; nothing where there is no such column. No
/// guess goes into what is handed out.
fn strict(tables: &[Table]) -> Option<Node> {
    let guessed = tables.iter().any(|table| table.without_guesses().is_some());
    guessed.then(|| {
        let strict = tables.iter().map(|it| it.without_guesses().unwrap_or_else(|| it.clone()));
        assemble::assemble(&strict.collect::<Vec<_>>(), Report::default()).root
    })
}

fn unwritten(why: &rust_xlsxwriter::XlsxError) -> Problem {
    Problem { at: None, what: format!("the workbook cannot be written: {why}") }
}
