//! A file's sheets found in the plan by their names.

use crate::{
    open::Opened,
    place::{CellRef, Report},
    plan::{self, NOTE, Sheet, folded},
    table::{Table, meant, table},
};

/// The sheet with notes on how to fill in the others.
pub(crate) const NOTES: &str = "How to";

/// Every sheet that is one of the plan's.
pub(crate) fn tables(opened: Vec<Opened>, report: &mut Report) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (nth, Opened { grid, is_file }) in opened.into_iter().enumerate() {
        let at = CellRef::sheet(nth, &grid.name);
        let ignored = is_ignored(&grid.name, is_file);
        if grid.rows.iter().all(|row| row.first().is_none()) && !is_file || ignored {
            // An empty sheet of the plan still says that there are none.
            if let Some(sheet) = find(&grid.name, false).filter(|_| !ignored) {
                tables.push(Table { sheet, at, heads: Vec::new(), records: Vec::new() });
            }
            continue;
        }
        match find(&grid.name, is_file) {
            Some(sheet) if tables.iter().any(|table| table.sheet.name == sheet.name) => {
                report.wrong(&at, format!("`{}` stands there twice", sheet.name));
            }
            Some(sheet) => tables.push(table(sheet, at, grid, report)),
            None => report.wrong(&at, strange_sheet(&grid.name, is_file)),
        }
    }
    tables
}

/// Whether a sheet is for notes. A file's name ends in that of its sheet, as a rule after a hyphen:
/// `bicycles-How to.csv`, `bicycles - # mine.csv`.
fn is_ignored(name: &str, is_file: bool) -> bool {
    let name = if is_file { without_extension(name) } else { name };
    let last = name.rsplit('-').next().filter(|_| is_file).unwrap_or(name);
    let is_notes = folded(name) == folded(NOTES) || is_file && has_ending(&folded(name), NOTES);
    is_notes || name.starts_with(NOTE) || last.trim_start().starts_with(NOTE)
}

fn without_extension(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a folded name ends in the words of another.
fn has_ending(name: &str, ending: &str) -> bool {
    let before = name.strip_suffix(&folded(ending));
    before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// A workbook's sheet has the plan's name; a file's name ends in it: `bicycles - Concerns.csv`.
fn find(name: &str, is_file: bool) -> Option<&'static Sheet> {
    let name = folded(if is_file { without_extension(name) } else { name });
    let fits =
        |sheet: &&Sheet| name == folded(sheet.name) || is_file && has_ending(&name, sheet.name);
    plan::sheets().filter(fits).max_by_key(|sheet| sheet.name.len())
}

fn strange_sheet(name: &str, is_file: bool) -> String {
    if is_file {
        return "the file's name must end in its sheet's, as in `concerns.csv`".into();
    }
    let guess = meant(name, plan::sheets().map(|sheet| sheet.name));
    format!("no sheet is called so{guess}; a name that begins with `{NOTE}` is passed over")
}
