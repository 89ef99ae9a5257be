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
mod grid;
mod judge;
mod marks;
mod open;
mod place;
mod plan;
mod print;
mod seen;
mod table;
#[cfg(test)]
mod tests;
mod write;

use dataset::{CalendarDate, Dataset, Node};

use crate::{fill::Filled, place::Report, table::Table};
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
    /// What was read as it stands and should be looked at, in the same order.
    pub remarks: Vec<Problem>,
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
    let sheets = fill::tree(dataset).map(|root| fill::sheets(&root)).unwrap_or_default();
    let lost = lost(dataset, &sheets);
    let title = dataset.records().title.original();
    let bytes = write::xlsx(&sheets, title).map_err(|why| unwritten(&why))?;
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
    let tables = table::tables(opened, &mut report);
    if tables.is_empty() {
        let Report { mut problems, remarks } = report;
        if unread == 0 {
            let what = "none of the sheets is one of a dataset's; begin with the template";
            problems.push(Problem { at: None, what: what.into() });
        }
        return Import { json: None, dataset: None, problems, remarks };
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

/// What would not come back from these sheets.
fn lost(dataset: &Dataset, sheets: &[Filled]) -> Vec<Problem> {
    let mut report = Report::default();
    let tables = table::tables(sheets.iter().map(Filled::opened).collect(), &mut report);
    let reading = dataset::read(assemble::assemble(&tables, report).root);
    let mut lost = Vec::new();
    let (before, after) = (fill::tree(dataset), reading.dataset.as_ref().and_then(fill::tree));
    if let Some(before) = &before {
        too_long("", before, &mut lost);
    }
    match (&before, &after) {
        (Some(before), Some(after)) => differences("", before, after, &mut lost),
        // What is left out may be what a record cannot be without.
        _ if lost.is_empty() => lost.extend(reading.problems.iter().map(ToString::to_string)),
        _ => {}
    }
    let problem = |what: String| Problem { at: None, what };
    lost.into_iter().map(problem).collect()
}

/// Every text that finds no room in a cell; the lines of a list share one.
fn too_long(at: &str, node: &Node, lost: &mut Vec<String>) {
    let whole = match node {
        Node::Text(text) => Some(text.clone()),
        Node::List(items) => {
            items.iter().map(Node::as_text).collect::<Option<Vec<_>>>().map(|it| it.join("\n"))
        }
        _ => None,
    };
    match (whole, node) {
        (Some(text), _) if fill::is_too_long(&text) => lost.push(format!(
            "{at}: left out, as a cell takes {} characters at the most",
            fill::LONGEST
        )),
        (None, Node::List(items)) => {
            for (nth, item) in items.iter().enumerate() {
                too_long(&format!("{at}[{nth}]"), item, lost);
            }
        }
        (None, Node::Map(fields)) => {
            for (name, value) in fields {
                too_long(&below(at, name), value, lost);
            }
        }
        _ => {}
    }
}

fn below(at: &str, name: &str) -> String {
    if at.is_empty() { name.into() } else { format!("{at}.{name}") }
}

fn differences(at: &str, before: &Node, after: &Node, lost: &mut Vec<String>) {
    match (before, after) {
        (Node::Map(fields), Node::Map(_)) => {
            for (name, value) in fields {
                differences(
                    &below(at, name),
                    value,
                    after.field(name).unwrap_or(&Node::Null),
                    lost,
                );
            }
        }
        (Node::List(items), Node::List(others)) if items.len() == others.len() => {
            for (nth, (item, other)) in items.iter().zip(others).enumerate() {
                differences(&format!("{at}[{nth}]"), item, other, lost);
            }
        }
        _ if before != after && !lost.iter().any(|line| line.starts_with(&format!("{at}: "))) => {
            lost.push(format!("{at}: {}", why(before, after)));
        }
        _ => {}
    }
}

/// Why a value comes back as another.
fn why(before: &Node, after: &Node) -> String {
    let ends = |node: &Node| node.as_text().map_or_else(String::new, |text| text.trim().into());
    if before.as_text().is_some() && ends(before) == ends(after) {
        return "the blanks at its ends are left off".into();
    }
    let sign = plan::NOTE;
    format!("a workbook cannot hold this as it is written; is there a `{sign}` at its beginning?")
}
