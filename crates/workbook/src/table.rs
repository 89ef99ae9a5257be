//! The columns of a sheet by what its header says.

use authoring::nearest;

use crate::{
    grid::{Cell, Grid, Row, Value},
    place::{CellRef, Problem, Report},
    plan::{Column, Kind, NOTE, Sheet, folded},
    seen,
};

/// A sheet of the plan as the file has it. A form is turned, so that its rows are columns.
#[derive(Clone)]
pub(crate) struct Table {
    pub(crate) sheet: &'static Sheet,
    /// The sheet as a place.
    pub(crate) at: CellRef,
    pub(crate) heads: Vec<Head>,
    pub(crate) records: Vec<Row>,
}

/// What a column is for.
#[derive(Clone, PartialEq)]
pub(crate) struct Head {
    /// Which column of the file.
    pub(crate) nth: u32,
    pub(crate) column: &'static str,
    pub(crate) part: Part,
    /// Whether the file calls it otherwise, and only nearly so.
    pub(crate) guessed: bool,
}

/// Which part of a text a column has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Original,
    /// In this language.
    Translation(String),
    /// Who translated it into this language.
    By(String),
}

impl Table {
    /// Where a record's value stands.
    pub(crate) fn place(&self, head: &Head, record: &Row) -> CellRef {
        let (row, column) =
            if self.sheet.is_form() { (head.nth, 1) } else { (record.nth, head.nth) };
        self.at.cell(row, column, &head.title())
    }

    /// Where a record stands.
    pub(crate) fn row(&self, record: &Row) -> CellRef {
        if self.sheet.is_form() { self.at.clone() } else { self.at.in_row(record.nth) }
    }
}

impl Head {
    /// What the header says, as the template has it.
    fn title(&self) -> String {
        title(self.column, &self.part)
    }
}

/// What the header of a column says.
pub(crate) fn title(column: &str, part: &Part) -> String {
    match part {
        Part::Original => column.into(),
        Part::Translation(tag) => format!("{column} [{tag}]"),
        Part::By(tag) => format!("{column} [{tag}] by"),
    }
}

/// `; did you mean …?`, where something is near.
pub(crate) fn meant<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let name = folded(name);
    nearest(&name, known).map_or_else(String::new, guess)
}

fn guess(name: &str) -> String {
    format!("; did you mean `{name}`?")
}

/// A sheet of the plan as it stands in a file.
pub(crate) fn table(
    sheet: &'static Sheet,
    at: CellRef,
    mut grid: Grid,
    report: &mut Report,
) -> Table {
    let marks = std::mem::take(&mut grid.marks);
    let Parts { header, records, passed_over } =
        if sheet.is_form() { turned(&at, sheet, &grid, report) } else { split(sheet, grid) };
    let mut table = Table { sheet, at, heads: Vec::new(), records };
    for cell in &header.cells {
        table.head(&header, cell, report);
    }
    table.nameless(&header, report);
    table.missing(report);
    seen::marks(&table, &marks, report);
    seen::passed_over(&table, &passed_over, report);
    table
}

/// A sheet's rows by what they are for.
#[derive(Default)]
struct Parts {
    header: Row,
    records: Vec<Row>,
    /// Rows of notes below the header.
    passed_over: Vec<Row>,
}

/// The header, and the rows below it. A column of notes may come first, too.
fn split(sheet: &Sheet, mut grid: Grid) -> Parts {
    let is_noted = |row: &Row| row.first().is_none_or(|first| is_note(&first.value));
    let names_one = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| matches!(&cell.value, Value::Text(text) if meaning(sheet, text).is_some()))
    };
    let header = grid.rows.iter().position(|row| !is_noted(row) || names_one(row));
    let mut rows = grid.rows.drain(header.unwrap_or(grid.rows.len())..);
    let header = rows.next().unwrap_or_default();
    let (passed_over, records) = rows.partition(is_noted);
    Parts { header, records, passed_over }
}

fn is_note(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim_start().starts_with(NOTE))
}

/// A form's names as a header, and its values as the one record below.
fn turned(at: &CellRef, sheet: &Sheet, grid: &Grid, report: &mut Report) -> Parts {
    let (mut names, mut values) = (Row::default(), Row { nth: 1, cells: Vec::new() });
    for row in &grid.rows {
        let name = row.value(0).cloned().unwrap_or(Value::Text(String::new()));
        let value = row.value(1).cloned();
        if is_note(&name) {
            let known = matches!(&name, Value::Text(text)
                if meaning(sheet, text.trim_start().trim_start_matches(NOTE)).is_some());
            if known && value.is_some_and(|value| !value.is_blank()) {
                report.remark(&at.cell(row.nth, 0, ""), seen::passed("field"));
            }
            continue;
        }
        if matches!(&name, Value::Text(text) if folded(text) == "field") {
            continue;
        }
        names.cells.push(Cell { column: row.nth, value: name });
        values.cells.extend(value.map(|value| Cell { column: row.nth, value }));
    }
    Parts { header: names, records: vec![values], passed_over: Vec::new() }
}

impl Table {
    /// What a cell of the header stands for.
    fn head(&mut self, header: &Row, cell: &Cell, report: &mut Report) {
        let Value::Text(text) = &cell.value else {
            return self.complain(cell.column, "a column's name is wanted here".into(), report);
        };
        if cell.value.is_blank() || is_note(&cell.value) {
            return;
        }
        let Some((column, part)) = meaning(self.sheet, text) else {
            return self.strange(header, cell.column, text.trim(), report);
        };
        if self.heads.iter().any(|head| head.column == column.name && head.part == part) {
            let what = format!("`{}` stands there twice", title(column.name, &part));
            return self.complain(cell.column, what, report);
        }
        self.heads.push(Head { nth: cell.column, column: column.name, part, guessed: false });
    }

    fn complain(&self, nth: u32, what: String, report: &mut Report) {
        let (row, column) = if self.sheet.is_form() { (nth, 0) } else { (0, nth) };
        let place = self.at.cell(row, column, "");
        // The header of a list need not be its first row; its column is what counts.
        let row = place.row.filter(|_| self.sheet.is_form());
        report.problems.push(Problem { at: Some(CellRef { row, ..place }), what });
    }

    /// A column that the plan hasn't. Where one is nearly called so that the file lacks, it is
    /// taken for that, so that what stands there is not told to be missing everywhere.
    fn strange(&mut self, header: &Row, nth: u32, text: &str, report: &mut Report) {
        let what = if self.sheet.is_form() { "field" } else { "column" };
        let present = |column: &&Column| {
            header.cells.iter().any(|cell| {
                matches!(&cell.value, Value::Text(text) if folded(text) == folded(column.name))
            })
        };
        let taken = |column: &&Column| self.heads.iter().any(|head| head.column == column.name);
        let absent = self.sheet.columns.iter().filter(|column| !present(column) && !taken(column));
        let near = nearest(&folded(text), absent.map(|column| column.name));
        let guess = near.map_or_else(String::new, guess);
        self.complain(nth, format!("no {what} is called `{text}`{guess}"), report);
        if let Some(column) = near {
            self.heads.push(Head { nth, column, part: Part::Original, guessed: true });
        }
    }

    /// Cells below a blank header would be lost.
    fn nameless(&self, header: &Row, report: &mut Report) {
        let mut told = Vec::new();
        for cell in self.records.iter().flat_map(|row| &row.cells) {
            let named = header.value(cell.column).is_some_and(|name| !name.is_blank());
            if named || cell.value.is_blank() || told.contains(&cell.column) {
                continue;
            }
            told.push(cell.column);
            let what = if self.sheet.is_form() { "field" } else { "column" };
            self.complain(cell.column, format!("the {what} has no name"), report);
        }
    }

    fn missing(&self, report: &mut Report) {
        let what = if self.sheet.is_form() { "field" } else { "column" };
        for column in self.sheet.columns.iter().filter(|column| column.must) {
            if !self.has(column) {
                report.wrong(&self.at, format!("the {what} `{}` is missing", column.name));
            }
        }
    }

    /// The same without what was only taken for a column of the plan; nothing where it is the same.
    pub(crate) fn without_guesses(&self) -> Option<Self> {
        let guessed = self.heads.iter().any(|head| head.guessed);
        let mut table = guessed.then(|| self.clone())?;
        table.heads.retain(|head| !head.guessed);
        Some(table)
    }

    /// Whether the file has a column.
    pub(crate) fn has(&self, column: &Column) -> bool {
        let mut heads = self.heads.iter();
        heads.any(|head| head.column == column.name && head.part == Part::Original)
    }
}

/// The column that a name means, and which part of its text.
fn meaning(sheet: &Sheet, name: &str) -> Option<(&'static Column, Part)> {
    let (base, tag, rest) = match name.split_once('[') {
        Some((base, rest)) => {
            let (tag, rest) = rest.split_once(']')?;
            (base, tag.trim(), folded(rest))
        }
        None => (name, "", String::new()),
    };
    let part = match (tag, rest.as_str()) {
        ("", "") => Part::Original,
        (tag, "") => Part::Translation(tag.into()),
        (tag, "by") if !tag.is_empty() => Part::By(tag.into()),
        _ => return None,
    };
    let columns: &'static [Column] = sheet.columns;
    let column = columns.iter().find(|column| folded(column.name) == folded(base))?;
    (part == Part::Original || column.kind == Kind::Prose).then_some((column, part))
}
