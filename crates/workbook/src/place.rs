//! Where something stands in a workbook, and how it is told.

use std::fmt;

/// Something that is wrong with a workbook, or is to be looked at: where, what, and what would be
/// right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where; nowhere where it is the whole file.
    pub at: Option<CellRef>,
    /// What, as a sentence without an end.
    pub what: String,
}

/// What is found while a workbook is read.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// What is wrong.
    pub(crate) problems: Vec<Problem>,
    /// What is read as it stands and should be looked at.
    pub(crate) remarks: Vec<Problem>,
}

impl Report {
    pub(crate) fn wrong(&mut self, at: &CellRef, what: impl Into<String>) {
        self.problems.push(Problem::new(at, what));
    }

    pub(crate) fn remark(&mut self, at: &CellRef, what: impl Into<String>) {
        self.remarks.push(Problem::new(at, what));
    }
}

/// A place in a workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellRef {
    /// Which of the file's sheets, for the order of problems.
    pub(crate) nth: usize,
    /// The sheet, as the file names it; a CSV file's own name.
    pub sheet: String,
    /// The row as spreadsheet programs count, from 1.
    pub row: Option<u32>,
    /// The column, counted from 1.
    pub column: Option<u32>,
    /// What the column, or in a form the row, is for: `short title`.
    pub field: Option<String>,
}

impl Problem {
    pub(crate) fn new(at: &CellRef, what: impl Into<String>) -> Self {
        Self { at: Some(at.clone()), what: what.into() }
    }

    /// A problem with a file as a whole.
    pub(crate) fn of_file(name: &str, what: &str) -> Self {
        Self { at: None, what: format!("`{name}` {what}") }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = &self.at {
            write!(f, "{at}: ")?;
        }
        f.write_str(&self.what)
    }
}

impl std::error::Error for Problem {}

impl CellRef {
    pub(crate) fn sheet(nth: usize, name: &str) -> Self {
        Self { nth, sheet: name.into(), row: None, column: None, field: None }
    }

    /// Row and column counted from 0.
    pub(crate) fn cell(&self, row: u32, column: u32, field: &str) -> Self {
        let field = Some(field.into()).filter(|_| !field.is_empty());
        Self { column: Some(column.saturating_add(1)), field, ..self.in_row(row) }
    }

    /// A row counted from 0.
    pub(crate) fn in_row(&self, row: u32) -> Self {
        Self { row: Some(row.saturating_add(1)), ..self.clone() }
    }

    /// The place as a formula names it, without the sheet: `C5`; nothing where it is no cell.
    pub fn address(&self) -> Option<String> {
        Some(format!("{}{}", letters(self.column?), self.row?))
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sheet `{}`", self.sheet)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = self.column {
            write!(f, ", column {}", letters(column))?;
        }
        match &self.field {
            Some(field) => write!(f, " (`{field}`)"),
            None => Ok(()),
        }
    }
}

/// A column's letters: `A` for 1, `AB` for 28.
pub(crate) fn letters(column: u32) -> String {
    let mut left = column;
    let mut letters = Vec::new();
    while let Some(rest) = left.checked_sub(1) {
        letters.extend(u8::try_from(rest % 26).map(|nth| char::from(b'A' + nth)));
        left = rest / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_spreadsheet_programs_show_it() {
        let sheet = CellRef::sheet(0, "Related law");
        assert_eq!(sheet.to_string(), "sheet `Related law`");
        assert_eq!(sheet.in_row(4).to_string(), "sheet `Related law`, row 5");
        let cell = sheet.cell(4, 27, "short title");
        assert_eq!(cell.to_string(), "sheet `Related law`, row 5, column AB (`short title`)");
        assert_eq!(cell.address().unwrap(), "AB5");
        assert_eq!(
            (letters(26), letters(27), letters(703)),
            ("Z".into(), "AA".into(), "AAA".into())
        );
    }
}
