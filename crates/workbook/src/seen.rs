//! What a person sees in a sheet and the reading takes no notice of, or the other way round: it is
//! told, so that nothing goes in or stays out unseen.

use crate::{
    fill,
    grid::{Row, Value},
    marks::Marks,
    place::{CellRef, Report},
    plan::NOTE,
    table::{Head, Table},
};

const STRUCK: &str = "struck through, and read all the same; delete what no longer holds";

/// Tells what is hidden or struck through among a sheet's records.
pub(crate) fn marks(table: &Table, marks: &Marks, report: &mut Report) {
    if marks.hidden {
        report.remark(&table.at, "the sheet is hidden, and read all the same");
    }
    if table.sheet.is_form() {
        form(table, marks, report);
    } else {
        hidden_rows(table, marks, report);
        hidden_columns(table, marks, report);
        struck(table, marks, report);
    }
}

/// Each row of a form is a field.
fn form(table: &Table, marks: &Marks, report: &mut Report) {
    for (record, head) in cells(table) {
        if marks.hidden_rows.holds(head.nth) || marks.hidden_columns.holds(1) {
            report.remark(&table.place(head, record), "hidden, and read all the same");
        }
        if marks.struck.contains(&(head.nth, 1)) {
            report.remark(&table.place(head, record), STRUCK);
        }
    }
}

fn hidden_rows(table: &Table, marks: &Marks, report: &mut Report) {
    let mut hidden = table.records.iter().filter(|record| marks.hidden_rows.holds(record.nth));
    let Some(first) = hidden.next() else { return };
    let what = match hidden.count() {
        0 => "hidden, and read all the same".into(),
        more => format!("hidden as {more} more of this sheet are, and read all the same"),
    };
    report.remark(&table.row(first), what);
}

fn hidden_columns(table: &Table, marks: &Marks, report: &mut Report) {
    for head in table.heads.iter().filter(|head| marks.hidden_columns.holds(head.nth)) {
        let filled = cells(table).find(|(_, other)| *other == head);
        if let Some((record, _)) = filled {
            let at = CellRef { row: None, ..table.place(head, record) };
            report.remark(&at, "the column is hidden, and read all the same");
        }
    }
}

/// One line for a row, however much of it is struck through.
fn struck(table: &Table, marks: &Marks, report: &mut Report) {
    for record in &table.records {
        let is_struck =
            |head: &&Head| marks.struck.contains(&(record.nth, head.nth)) && holds(record, head);
        let struck: Vec<_> = table.heads.iter().filter(is_struck).collect();
        match struck.as_slice() {
            [] => {}
            [head] => report.remark(&table.place(head, record), STRUCK),
            _ => report.remark(&table.row(record), STRUCK),
        }
    }
}

/// The cells that are read and hold something.
fn cells(table: &Table) -> impl Iterator<Item = (&Row, &Head)> {
    let in_record = |record| {
        table.heads.iter().filter(move |head| holds(record, head)).map(move |it| (record, it))
    };
    table.records.iter().flat_map(in_record)
}

fn holds(record: &Row, head: &Head) -> bool {
    record.value(head.nth).is_some_and(|value| !value.is_blank())
}

/// Tells rows that were passed over for the sign of a note, and have more than a note in them.
pub(crate) fn passed_over(table: &Table, rows: &[Row], report: &mut Report) {
    for row in rows {
        let first = row.first().map(|cell| cell.column);
        let held = || table.heads.iter().filter(|head| holds(row, head));
        if held().any(|head| Some(head.nth) != first)
            && !held().any(|head| is_advice(table, row, head))
        {
            let what = format!("{}; take the `{NOTE}` off if it is a record", passed("row"));
            report.remark(&table.at.in_row(row.nth), what);
        }
    }
}

/// What is said of a row or field that begins with the sign of a note.
pub(crate) fn passed(what: &str) -> String {
    format!("the {what} begins with `{NOTE}` and is passed over with all that stands in it")
}

/// Whether the template's second row stands there, which says what goes where.
fn is_advice(table: &Table, row: &Row, head: &Head) -> bool {
    let Some(column) = table.sheet.columns.iter().find(|column| column.name == head.column) else {
        return false;
    };
    let advice = fill::note(column, &head.part);
    matches!(row.value(head.nth), Some(Value::Text(text))
        if text.trim_start_matches([NOTE, ' ']).trim() == advice.trim() && !advice.trim().is_empty())
}
