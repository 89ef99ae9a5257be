//! What a workbook holds: each sheet and column, said once. The template, a dataset as a workbook
//! and the reading of one all follow from it. How they do is in the other files.
//!
//! Whether what stands in the cells makes sense is for the `dataset` crate alone: a `must` here
//! only tells where a blank cell is to be blamed.

mod claims;
mod law;
mod people;

/// What a row's first cell begins with where the row is a note for editors.
pub(crate) const NOTE: char = '#';

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name: `Concern evidence`.
    pub name: &'static str,
    /// What stands there, for the first sheet's list.
    pub about: &'static str,
    /// How its cells become records.
    pub layout: Layout,
    /// Its columns in order.
    pub columns: &'static [Column],
}

/// How a sheet's cells become records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One record: a row for each field, its name in column A, its value in column B.
    Form,
    /// A record for each row, in the list at this place of the dataset.
    List(&'static [&'static str]),
    /// A record for each row, in a list of another sheet's record. The first column names that
    /// record by its id.
    Part {
        /// The other sheet.
        of: &'static str,
        /// The field of its record that holds the list.
        field: &'static str,
    },
}

/// A column, or in a form a row.
#[derive(Debug)]
pub struct Column {
    /// What its head says.
    pub name: &'static str,
    /// Where the value stands in the record; the record itself where this is empty. A part's first
    /// column stands nowhere.
    pub at: &'static [&'static str],
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a blank cell is to be blamed.
    pub must: bool,
    /// What goes there.
    pub note: &'static str,
    /// What an empty template has there already.
    pub start: &'static str,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words for readers, perhaps with translations in further columns.
    Prose,
    /// A name, an id, an address: one line that isn't translated.
    Plain,
    /// Words to the letter, with the blanks at both ends.
    Exact,
    /// A whole number.
    Whole,
    /// A day, a month or a year.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The id of a record of another sheet.
    Id(&'static str),
    /// Several such ids.
    Ids(&'static str),
    /// Several names.
    Names,
    /// Texts to the letter, a line for each.
    Lines,
}

/// All sheets, each after the one whose records it belongs to.
pub fn sheets() -> impl Iterator<Item = &'static Sheet> {
    law::SHEETS.iter().chain(people::SHEETS).chain(claims::SHEETS)
}

/// The sheet of a name.
pub fn sheet(name: &str) -> Option<&'static Sheet> {
    sheets().find(|sheet| sheet.name == name)
}

/// A name without what people write in more than one way: case, blanks, underscores, hyphens, and
/// the star that may mark what must be there.
pub(crate) fn folded(name: &str) -> String {
    let name = name.trim().trim_end_matches('*');
    let parts = name.split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'));
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
    parts.join(" ")
}

const fn column(name: &'static str, at: &'static [&'static str], kind: Kind) -> Column {
    Column { name, at, kind, must: false, note: "", start: "" }
}

impl Column {
    const fn must(self) -> Self {
        Self { must: true, ..self }
    }

    const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    const fn start(self, start: &'static str) -> Self {
        Self { start, ..self }
    }
}

impl Sheet {
    /// The column that names the record which a row belongs to, where this sheet holds parts.
    pub fn owner(&self) -> Option<&'static Column> {
        self.columns.first().filter(|_| matches!(self.layout, Layout::Part { .. }))
    }

    /// The columns that a record's own values stand in.
    pub fn values(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().skip(usize::from(self.owner().is_some()))
    }

    /// The sheets whose rows are parts of this one's records, each with the field.
    pub fn parts(&self) -> impl Iterator<Item = (&'static Sheet, &'static str)> {
        sheets().filter_map(|sheet| match sheet.layout {
            Layout::Part { of, field } if of == self.name => Some((sheet, field)),
            _ => None,
        })
    }

    /// Whether it is one record, a row for each field.
    pub fn is_form(&self) -> bool {
        matches!(self.layout, Layout::Form)
    }
}
