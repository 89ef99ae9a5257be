//! A dataset as a workbook that any spreadsheet program opens, and back: bytes in, bytes out.
//!
//! What a workbook holds is said once, in `plan`; the template, [`filled`] and [`read`] follow from
//! it. Whether a dataset is sound is for the `dataset` crate to say; here its words are told by
//! sheet, row and column. No files, no browser, no clock.

#![forbid(unsafe_code)]

mod assemble;
mod cells;
mod fill;
mod grid;
mod judge;
mod open;
mod place;
mod plan;
mod print;
mod table;
#[cfg(test)]
mod tests;
mod write;

use dataset::{Dataset, Node};

use crate::fill::Filled;
pub use crate::{
    open::File,
    place::{CellRef, Problem},
};

/// What comes of reading a workbook.
#[derive(Debug)]
pub struct Import {
    /// The dataset as JSON, with all that was understood, sound or not; nothing where no sheet was.
    pub json: Option<String>,
    /// Its sound part; nothing where the dataset as a whole is unsound.
    pub dataset: Option<Dataset>,
    /// Every problem found, in the order of the sheets; empty where all is well.
    pub problems: Vec<Problem>,
}

/// An empty workbook to fill in, as `.xlsx`.
///
/// # Errors
/// A sentence, where the workbook could not be written.
pub fn template() -> Result<Vec<u8>, Problem> {
    write::xlsx(&fill::blank(), "Provision Explorer: a dataset to fill in")
        .map_err(|why| unwritten(&why))
}

/// A dataset as a workbook, as `.xlsx`. Read again, it is the same dataset.
///
/// # Errors
/// What of the dataset would be lost: blanks at the ends of texts, for example, which spreadsheets
/// leave behind everywhere.
pub fn filled(dataset: &Dataset) -> Result<Vec<u8>, Vec<Problem>> {
    let sheets = fill::tree(dataset).map(|root| fill::sheets(&root)).unwrap_or_default();
    let lost = lost(dataset, &sheets);
    if !lost.is_empty() {
        return Err(lost);
    }
    let title = dataset.records().title.original();
    write::xlsx(&sheets, title).map_err(|why| vec![unwritten(&why)])
}

/// Reads a workbook: `.xlsx`, `.ods`, or one sheet of it as `.csv`.
pub fn read(name: &str, bytes: &[u8]) -> Import {
    read_all(&[File { name, bytes }])
}

/// Reads a workbook in several files, such as a CSV file for each sheet.
pub fn read_all(files: &[File<'_>]) -> Import {
    let (opened, mut problems) = open::open(files);
    let unread = problems.len();
    let tables = table::tables(opened, &mut problems);
    if tables.is_empty() {
        if unread == 0 {
            let what = "none of the sheets is one of a dataset's; begin with the template";
            problems.push(Problem { at: None, what: what.into() });
        }
        return Import { json: None, dataset: None, problems };
    }
    let assembly = assemble::assemble(&tables, problems);
    let json = print::json(&assembly.root);
    let (dataset, problems) = judge::judge(assembly);
    Import { json, dataset, problems }
}

fn unwritten(why: &rust_xlsxwriter::XlsxError) -> Problem {
    Problem { at: None, what: format!("the workbook cannot be written: {why}") }
}

/// What would not come back from these sheets.
fn lost(dataset: &Dataset, sheets: &[Filled]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tables = table::tables(sheets.iter().map(Filled::opened).collect(), &mut problems);
    let root = assemble::assemble(&tables, problems).root;
    let reading = dataset::read(root);
    let mut lost = Vec::new();
    let after = reading.dataset.as_ref().and_then(fill::tree);
    if let (Some(before), Some(after)) = (fill::tree(dataset), after) {
        differences("", &before, &after, &mut lost);
    } else {
        lost.extend(reading.problems.iter().map(ToString::to_string));
    }
    let problem = |what: String| Problem { at: None, what };
    lost.into_iter().map(problem).collect()
}

fn differences(at: &str, before: &Node, after: &Node, lost: &mut Vec<String>) {
    match (before, after) {
        (Node::Map(fields), Node::Map(_)) => {
            for (name, value) in fields {
                let at = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                differences(&at, value, after.field(name).unwrap_or(&Node::Null), lost);
            }
        }
        (Node::List(items), Node::List(others)) if items.len() == others.len() => {
            for (nth, (item, other)) in items.iter().zip(others).enumerate() {
                differences(&format!("{at}[{nth}]"), item, other, lost);
            }
        }
        _ if before != after => lost.push(format!(
            "{at}: a workbook cannot hold this as it is written; are there blanks at its ends, or \
             a `{}` at its beginning?",
            plan::NOTE
        )),
        _ => {}
    }
}
