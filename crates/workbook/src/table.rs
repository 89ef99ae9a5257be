//! A file's sheets found in the plan, and their columns by what the header says.

use dataset::nearest;

use crate::{
    grid::{Cell, Grid, Row, Value},
    open::Opened,
    place::{CellRef, Problem},
    plan::{self, Column, Kind, NOTE, Sheet, folded},
};

/// The sheet with notes on how to fill in the others.
pub(crate) const NOTES: &str = "How to";

/// A sheet of the plan as the file has it. A form is turned, so that its rows are columns.
pub(crate) struct Table {
    pub(crate) sheet: &'static Sheet,
    /// The sheet as a place.
    pub(crate) at: CellRef,
    pub(crate) heads: Vec<Head>,
    pub(crate) records: Vec<Row>,
}

/// What a column is for.
#[derive(PartialEq)]
pub(crate) struct Head {
    /// Which column of the file.
    pub(crate) nth: u32,
    pub(crate) column: &'static str,
    pub(crate) part: Part,
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

/// Every sheet that is one of the plan's.
pub(crate) fn tables(opened: Vec<Opened>, problems: &mut Vec<Problem>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (nth, Opened { grid, is_file }) in opened.into_iter().enumerate() {
        let at = CellRef::sheet(nth, &grid.name);
        let ignored = grid.name.starts_with(NOTE) || folded(&grid.name) == folded(NOTES);
        if grid.rows.iter().all(|row| row.first().is_none()) && !is_file || ignored {
            // An empty sheet of the plan still says that there are none.
            if let Some(sheet) = find(&grid.name, false).filter(|_| !ignored) {
                tables.push(Table { sheet, at, heads: Vec::new(), records: Vec::new() });
            }
            continue;
        }
        match find(&grid.name, is_file) {
            Some(sheet) if tables.iter().any(|table| table.sheet.name == sheet.name) => {
                problems.push(Problem::new(&at, format!("`{}` stands there twice", sheet.name)));
            }
            Some(sheet) => tables.push(table(sheet, at, grid, problems)),
            None => problems.push(Problem::new(&at, strange_sheet(&grid.name, is_file))),
        }
    }
    tables
}

/// A workbook's sheet has the plan's name; a file's name ends in it: `bicycles - Concerns.csv`.
fn find(name: &str, is_file: bool) -> Option<&'static Sheet> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name = folded(if is_file { stem } else { name });
    let fits = |sheet: &&Sheet| {
        let known = folded(sheet.name);
        let before = name.strip_suffix(&known);
        before.is_some_and(|before| before.is_empty() || is_file && before.ends_with(' '))
    };
    plan::sheets().filter(fits).max_by_key(|sheet| sheet.name.len())
}

fn strange_sheet(name: &str, is_file: bool) -> String {
    if is_file {
        return "the file's name must end in its sheet's, as in `concerns.csv`".into();
    }
    let guess = meant(name, plan::sheets().map(|sheet| sheet.name));
    format!("no sheet is called so{guess}; a name that begins with `{NOTE}` is passed over")
}

/// `; did you mean …?`, where something is near.
pub(crate) fn meant<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let name = folded(name);
    nearest(&name, known).map_or_else(String::new, guess)
}

fn guess(name: &str) -> String {
    format!("; did you mean `{name}`?")
}

fn table(sheet: &'static Sheet, at: CellRef, grid: Grid, problems: &mut Vec<Problem>) -> Table {
    let (header, records) = if sheet.is_form() { turned(&grid) } else { split(sheet, grid) };
    let mut table = Table { sheet, at, heads: Vec::new(), records };
    for cell in &header.cells {
        table.head(&header, cell, problems);
    }
    table.nameless(&header, problems);
    table.missing(problems);
    table
}

/// The header, and the rows below it that aren't notes. A column of notes may come first, too.
fn split(sheet: &Sheet, mut grid: Grid) -> (Row, Vec<Row>) {
    let is_noted = |row: &Row| row.first().is_none_or(|first| is_note(&first.value));
    let names_one = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| matches!(&cell.value, Value::Text(text) if meaning(sheet, text).is_some()))
    };
    let header = grid.rows.iter().position(|row| !is_noted(row) || names_one(row));
    let mut rows = grid.rows.drain(header.unwrap_or(grid.rows.len())..);
    let header = rows.next().unwrap_or_default();
    (header, rows.filter(|row| !is_noted(row)).collect())
}

fn is_note(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim_start().starts_with(NOTE))
}

/// A form's names as a header, and its values as the one record below.
fn turned(grid: &Grid) -> (Row, Vec<Row>) {
    let (mut names, mut values) = (Row::default(), Row { nth: 1, cells: Vec::new() });
    for row in &grid.rows {
        let name = row.value(0).cloned().unwrap_or(Value::Text(String::new()));
        if is_note(&name) || matches!(&name, Value::Text(text) if folded(text) == "field") {
            continue;
        }
        names.cells.push(Cell { column: row.nth, value: name });
        let value = row.value(1).cloned();
        values.cells.extend(value.map(|value| Cell { column: row.nth, value }));
    }
    (names, vec![values])
}

impl Table {
    /// What a cell of the header stands for.
    fn head(&mut self, header: &Row, cell: &Cell, problems: &mut Vec<Problem>) {
        let Value::Text(text) = &cell.value else {
            return self.complain(cell.column, "a column's name is wanted here".into(), problems);
        };
        if cell.value.is_blank() || is_note(&cell.value) {
            return;
        }
        let Some((column, part)) = meaning(self.sheet, text) else {
            let strange = self.strange(header, text);
            return self.complain(cell.column, strange, problems);
        };
        if self.heads.iter().any(|head| head.column == column.name && head.part == part) {
            let what = format!("`{}` stands there twice", title(column.name, &part));
            return self.complain(cell.column, what, problems);
        }
        self.heads.push(Head { nth: cell.column, column: column.name, part });
    }

    fn complain(&self, nth: u32, what: String, problems: &mut Vec<Problem>) {
        let (row, column) = if self.sheet.is_form() { (nth, 0) } else { (0, nth) };
        let place = self.at.cell(row, column, "");
        // The header of a list need not be its first row; its column is what counts.
        let row = place.row.filter(|_| self.sheet.is_form());
        problems.push(Problem { at: Some(CellRef { row, ..place }), what });
    }

    fn strange(&self, header: &Row, text: &str) -> String {
        let what = if self.sheet.is_form() { "field" } else { "column" };
        let text = text.trim();
        let present = |column: &&Column| {
            header.cells.iter().any(|cell| {
                matches!(&cell.value, Value::Text(text) if folded(text) == folded(column.name))
            })
        };
        let absent = self.sheet.columns.iter().filter(|column| !present(column));
        let guess = meant(text, absent.map(|column| column.name));
        format!("no {what} is called `{text}`{guess}")
    }

    /// Cells below a blank header would be lost.
    fn nameless(&self, header: &Row, problems: &mut Vec<Problem>) {
        let mut told = Vec::new();
        for cell in self.records.iter().flat_map(|row| &row.cells) {
            let named = header.value(cell.column).is_some_and(|name| !name.is_blank());
            if named || cell.value.is_blank() || told.contains(&cell.column) {
                continue;
            }
            told.push(cell.column);
            let what = if self.sheet.is_form() { "field" } else { "column" };
            self.complain(cell.column, format!("the {what} has no name"), problems);
        }
    }

    fn missing(&self, problems: &mut Vec<Problem>) {
        let what = if self.sheet.is_form() { "field" } else { "column" };
        for column in self.sheet.columns.iter().filter(|column| column.must) {
            let guess = guess(column.name);
            let here = |it: &&Problem| it.at.as_ref().is_some_and(|at| at.nth == self.at.nth);
            let guessed = problems.iter().filter(here).any(|it| it.what.ends_with(&guess));
            if !self.has(column) && !guessed {
                let what = format!("the {what} `{}` is missing", column.name);
                problems.push(Problem::new(&self.at, what));
            }
        }
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
