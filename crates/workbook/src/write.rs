//! Sheets of texts as an `.xlsx` that is pleasant to fill in: what goes where, and drop-downs for
//! words and ids.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Workbook, Worksheet, XlsxError,
};

use crate::{
    fill::Filled,
    place::letters,
    plan::{self, Column, Kind, Layout, NOTE, Sheet},
    sheets::NOTES,
    table::Part,
};

/// How many rows the drop-downs are for.
const ROWS: u32 = 1000;
/// Rows above a list's records: names and notes.
const TOP: u32 = 2;

/// The formats of cells.
struct Looks {
    name: Format,
    must: Format,
    note: Format,
    /// Of cells that an editor fills in. As text, or spreadsheet programs make a day of `2024-07`
    /// and a formula of a quote that begins with `-`.
    text: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let name = top.clone().set_border_bottom(FormatBorder::Thin);
        Self {
            must: name.clone().set_bold().set_background_color(0x00D9_E7FD),
            name: name.set_bold().set_background_color(0x00EE_EEEE),
            note: top.clone().set_italic().set_font_color(0x0055_5555),
            text: top.clone().set_num_format("@"),
            number: top.set_num_format("0"),
        }
    }
}

/// The workbook's bytes.
pub(crate) fn xlsx(sheets: &[Filled], title: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    // The same dataset makes the same bytes, whenever it is.
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let looks = Looks::new();
    how_to(book.add_worksheet(), &looks)?;
    for filled in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(filled.sheet.name)?;
        if filled.sheet.is_form() {
            form(sheet, filled, &looks)?;
        } else {
            list(sheet, filled, &looks)?;
        }
    }
    book.save_to_buffer()
}

fn how_to(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(NOTES)?;
    sheet.set_column_width(0, 26)?.set_column_width(1, 90)?;
    let advice = [
        ("How to fill this in", "A sheet for each kind of record, a row for each record."),
        ("Names of columns", "Blue ones must be filled in, grey ones may stay blank."),
        ("Second row", "It says what goes where. It may stay: what begins with # is passed over."),
        (
            "Ids",
            "A short name that other sheets use for the record; most cells for ids have a list to choose from. Where several may stand, part them by commas.",
        ),
        (
            "Quotes",
            "To the letter, as they stand in the document, with its quotation marks and blanks.",
        ),
        ("Dates", "As precisely as known: 2024, 2024-07 or 2024-07-29."),
        (
            "Translations",
            "A further column beside the one that is translated: summary [fr], and summary [fr] by for the translator, or machine.",
        ),
        (
            "Notes of your own",
            "Anywhere in a row or column that begins with #, or in a sheet whose name does.",
        ),
        (
            "When it is done",
            "Save it as .xlsx or .ods, or each sheet as a CSV file, and open it in the configurator or at the desk, or hand it to the command import.",
        ),
    ];
    let mut row = 0;
    for (what, text) in advice {
        sheet.write_string_with_format(row, 0, what, &looks.name)?;
        sheet.write_string_with_format(row, 1, text, &looks.text)?;
        row += 1;
    }
    for known in plan::sheets() {
        sheet.write_string_with_format(row + 1, 0, known.name, &looks.name)?;
        sheet.write_string_with_format(row + 1, 1, known.about, &looks.text)?;
        row += 1;
    }
    Ok(())
}

fn form(sheet: &mut Worksheet, filled: &Filled, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 20)?.set_column_width(1, 70)?.set_column_width(2, 60)?;
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (0_u32..).zip(filled.rows()) {
        let head = row
            .checked_sub(1)
            .and_then(|nth| filled.heads.get(usize::try_from(nth).unwrap_or(usize::MAX)));
        for (column, text) in (0..).zip(cells) {
            let format = match (head, column) {
                (None, _) => &looks.name,
                (Some((field, part)), 0) => name_look(looks, field, part),
                (Some((field, _)), 1) => {
                    write(sheet, row, column, &text, field.kind, looks)?;
                    continue;
                }
                _ => &looks.note,
            };
            sheet.write_string_with_format(row, column, text, format)?;
        }
    }
    Ok(())
}

fn list(sheet: &mut Worksheet, filled: &Filled, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(TOP, 1)?;
    for (column, (field, part)) in (0..).zip(&filled.heads) {
        let look = if field.kind == Kind::Whole { &looks.number } else { &looks.text };
        sheet.set_column_width(column, width(field.kind))?.set_column_format(column, look)?;
        if let Some(choice) = choice(field, part)? {
            sheet.add_data_validation(TOP, column, TOP + ROWS, column, &choice)?;
        }
    }
    for (row, cells) in (0..).zip(filled.rows()) {
        for ((column, text), (field, part)) in (0..).zip(cells).zip(&filled.heads) {
            match row {
                0 => {
                    let look = name_look(looks, field, part);
                    sheet.write_string_with_format(row, column, text, look)?;
                }
                1 => {
                    sheet.write_string_with_format(row, column, text, &looks.note)?;
                }
                _ => write(sheet, row, column, &text, field.kind, looks)?,
            }
        }
    }
    Ok(())
}

fn name_look<'a>(looks: &'a Looks, field: &Column, part: &Part) -> &'a Format {
    if field.must && *part == Part::Original { &looks.must } else { &looks.name }
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    kind: Kind,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match (kind, text.parse::<u32>()) {
        (Kind::Whole, Ok(number)) => {
            sheet.write_number_with_format(row, column, number, &looks.number)?;
        }
        _ if text.is_empty() => {
            sheet.write_blank(row, column, &looks.text)?;
        }
        _ => {
            sheet.write_string_with_format(row, column, text, &looks.text)?;
        }
    }
    Ok(())
}

/// In characters.
fn width(kind: Kind) -> u32 {
    match kind {
        Kind::Prose => 44,
        Kind::Exact | Kind::Lines => 40,
        Kind::Plain | Kind::Id(_) | Kind::Ids(_) | Kind::Names => 24,
        Kind::Choice(_) => 18,
        Kind::Whole | Kind::Date => 14,
    }
}

/// What a cell may be chosen from. Where several ids may stand the list only helps; elsewhere
/// another entry is refused.
fn choice(field: &Column, part: &Part) -> Result<Option<DataValidation>, XlsxError> {
    let any = DataValidation::new();
    let choice = match field.kind {
        _ if *part != Part::Original => return Ok(None),
        Kind::Choice(words) => any.allow_list_strings(words)?,
        Kind::Id(of) => ids(any, of),
        Kind::Ids(of) => ids(any, of).show_error_message(false),
        _ => return Ok(None),
    };
    let choice = choice.set_error_title("Not in the list")?;
    Ok(Some(choice.set_error_message(format!("Choose one of the list for {}.", field.name))?))
}

fn ids(any: DataValidation, of: &str) -> DataValidation {
    let column = plan::sheet(of).and_then(id_column).unwrap_or(1);
    let (column, first, last) = (letters(column), TOP + 1, TOP + 1 + ROWS);
    any.allow_list_formula(Formula::new(format!("='{of}'!${column}${first}:${column}${last}")))
}

/// Counted from 1.
fn id_column(sheet: &Sheet) -> Option<u32> {
    let listed = matches!(sheet.layout, Layout::List(_));
    (1..).zip(sheet.columns).find(|(_, column)| listed && column.name == "id").map(|(nth, _)| nth)
}

const _: () = assert!(NOTE == '#', "the advice names it");
