//! What a person sees in a workbook and the reading doesn't follow is told, in each kind of file,
//! and nothing is told of a workbook as the template makes it.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::{EXAMPLE, csv, ods, read_files, sheets, sound, told};
use crate::{File, Import, filled, read, read_all, template};

/// The example as CSV files, but for one sheet that stands in a file of its own.
fn beside(sheet: &str, name: &str, bytes: &[u8]) -> Import {
    let files = csv(&sheets(EXAMPLE), b',');
    let ending = format!("- {sheet}.csv");
    let others = files.iter().filter(|(name, _)| !name.ends_with(&ending));
    let others = others.map(|(name, bytes)| File { name, bytes });
    let files: Vec<_> = [File { name, bytes }].into_iter().chain(others).collect();
    read_all(&files, None)
}

/// What is to be looked at in sheets whose name begins so.
fn looked_at(reading: &Import, sheet: &str) -> Vec<String> {
    assert_eq!(told(reading), [""; 0]);
    let lines = reading.remarks.iter().map(ToString::to_string);
    let start = format!("sheet `{sheet}");
    lines.filter_map(|line| line.strip_prefix(&start).map(Into::into)).collect()
}

/// The example's drafts in a workbook, with two more, and something done to them.
fn excel(change: impl FnOnce(&mut Worksheet)) -> Vec<String> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Drafts").unwrap();
    let rows = [
        ["id", "label", "date"],
        ["first", "One", "2026"],
        ["second", "Two", "2026"],
        ["third", "Three", "2026"],
        ["fourth", "Four", "2026"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    change(sheet);
    let bytes = book.save_to_buffer().unwrap();
    looked_at(&beside("Drafts", "drafts.xlsx", &bytes), "Drafts`")
}

const STRUCK: &str = "struck through, and read all the same; delete what no longer holds";

#[test]
fn hidden_rows_columns_and_sheets_are_told() {
    assert_eq!(excel(|_| ()), [""; 0]);
    let one = excel(|sheet| {
        sheet.set_row_hidden(2).unwrap();
    });
    assert_eq!(one, [", row 3: hidden, and read all the same"]);
    let several = excel(|sheet| {
        sheet.set_row_hidden(2).unwrap().set_row_hidden(4).unwrap().set_row_hidden(9).unwrap();
    });
    let line = ", row 3: hidden as 1 more of this sheet are, and read all the same";
    assert_eq!(several, [line]);
    let column = excel(|sheet| {
        sheet.set_column_hidden(1).unwrap().set_column_hidden(7).unwrap();
    });
    assert_eq!(column, [", column B (`label`): the column is hidden, and read all the same"]);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("# mine").unwrap();
    let sheet = book.add_worksheet().set_name("Missing").unwrap();
    sheet.write_string(0, 0, "text").unwrap().write_string(1, 0, "Nobody else.").unwrap();
    sheet.set_hidden(true);
    let bytes = book.save_to_buffer().unwrap();
    let sheet = looked_at(&beside("Missing", "missing.xlsx", &bytes), "Missing`");
    assert_eq!(sheet, [": the sheet is hidden, and read all the same"]);
}

#[test]
fn what_is_struck_through_is_told_once_a_row_in_whole_or_in_part() {
    let strike = Format::new().set_font_strikethrough();
    let plain = Format::new();
    let told = excel(|sheet| {
        sheet.write_string_with_format(1, 1, "One", &strike).unwrap();
        sheet.write_string_with_format(2, 0, "second", &strike).unwrap();
        sheet.write_string_with_format(2, 1, "Two", &strike).unwrap();
        sheet.write_rich_string(3, 1, &[(&plain, "Th"), (&strike, "ree")]).unwrap();
        sheet.write_string_with_format(4, 5, "", &strike).unwrap();
    });
    let cell = |row: u32| format!(", row {row}, column B (`label`): {STRUCK}");
    assert_eq!(told, [cell(2), format!(", row 3: {STRUCK}"), cell(4)]);
}

#[test]
fn a_number_that_is_shown_otherwise_than_it_is_read_is_told() {
    let told = excel(|sheet| {
        for (row, number, format) in
            [(1, 300_000.0, "[$€-2]#,##0"), (2, 0.08, "0 %"), (3, 3.1, "0.00"), (4, 3.1, "General")]
        {
            let format = Format::new().set_num_format(format);
            sheet.write_number_with_format(row, 1, number, &format).unwrap();
        }
    });
    let line = |row: u32, what: &str| {
        format!(
            ", row {row}, column B (`label`): {what}; format the cell as text and write it as \
             readers are to read it"
        )
    };
    assert_eq!(
        told,
        [
            line(2, "a number shown as `[$€-2]#,##0` is read as `300000`"),
            line(3, "a number shown as `0 %` is read as `0.08`"),
            line(4, "a number shown as `0.00` is read as `3.1`"),
            line(5, "a number is read as `3.1`, without noughts at its end"),
        ]
    );
    let bare = excel(|sheet| {
        sheet.write_number(1, 1, 2024).unwrap().write_number(2, 2, 2026).unwrap();
    });
    assert_eq!(bare, [""; 0]);
}

#[test]
fn an_open_document_is_seen_as_it_is_shown() {
    let text = |text: &str, more: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\" {more}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let number = |value: &str, kind: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\">\
             <office:annotation><text:p>a comment</text:p></office:annotation>\
             <text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String], more: &str| {
        format!("<table:table-row {more}>{}</table:table-row>", cells.concat())
    };
    let plain = |cells: [&str; 2]| cells.map(|it| text(it, ""));
    let gap =
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>";
    let rows = [
        row(&plain(["id", "label"]), ""),
        gap.into(),
        row(&plain(["first", "One"]), "table:visibility=\"filter\""),
        row(&[text("second", ""), text("Two", "table:style-name=\"gone\"")], ""),
        row(
            &[text("third", ""), text("<text:span text:style-name=\"gone\">Th</text:span>ree", "")],
            "",
        ),
        row(&[text("fourth", ""), number("300000", "currency", "€300,000")], ""),
        row(&[text("fifth", ""), number("0.08", "percentage", "8 %")], ""),
        row(&[text("sixth", ""), number("2024", "float", "2024")], ""),
    ];
    let styles = "<style:style style:name=\"gone\"><style:text-properties \
                  style:text-line-through-style=\"solid\"/></style:style>";
    let columns = "<table:table-column/><table:table-column table:visibility=\"collapse\"/>";
    let tables = format!(
        "<table:table table:name=\"Drafts\">{columns}{styles}{}</table:table>",
        rows.concat()
    );
    let told = looked_at(&beside("Drafts", "drafts.ods", &ods(&tables)), "Drafts`");
    let remedy = "format the cell as text and write it as readers are to read it";
    assert_eq!(
        told,
        [
            ", column B (`label`): the column is hidden, and read all the same".to_string(),
            ", row 4: hidden, and read all the same".into(),
            format!(", row 5, column B (`label`): {STRUCK}"),
            format!(", row 6, column B (`label`): {STRUCK}"),
            format!(
                ", row 7, column B (`label`): a number shown as `€300,000` is read as `300000`; {remedy}"
            ),
            format!(
                ", row 8, column B (`label`): a number shown as `8 %` is read as `0.08`; {remedy}"
            ),
        ]
    );
}

#[test]
fn a_record_that_is_passed_over_for_its_first_sign_is_told_and_a_note_is_not() {
    let text = "# mine,id,label,# more\n,first,One,\n# why,,,and how\n#,second,Two,\n,#second,Two,\n,second,Two,#\n";
    let told = looked_at(&beside("Drafts", "drafts.csv", text.as_bytes()), "drafts.csv`");
    let line = |row: u32| {
        format!(
            ", row {row}: the row begins with `#` and is passed over with all that stands in it; \
             take the `#` off if it is a record"
        )
    };
    assert_eq!(told, [line(4), line(5)]);
    let files = csv(&sheets(EXAMPLE), b',');
    let (_, form) = files.iter().find(|(name, _)| name.ends_with("- Dataset.csv")).unwrap();
    let form = String::from_utf8(form.clone()).unwrap() + "# stale after,P3M\n# mine,a note\n";
    let told = looked_at(&beside("Dataset", "dataset.csv", form.as_bytes()), "dataset.csv`");
    let passed: Vec<_> = told.iter().filter(|it| it.contains("passed over")).collect();
    assert_eq!(passed.len(), 1, "{told:#?}");
    assert!(passed[0].contains(", column A: the field begins with `#`"), "{told:#?}");
}

#[test]
fn nothing_is_told_of_a_workbook_that_the_dataset_does_not_give_rise_to() {
    let own = |reading: &Import| {
        let of_cells = |it: &&crate::Problem| {
            it.what.contains("read as")
                || it.what.contains("passed over")
                || it.what.contains("all the same")
        };
        reading.remarks.iter().filter(of_cells).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(own(&read("law.xlsx", &filled(&sound(EXAMPLE)).unwrap().bytes)), [""; 0]);
    assert_eq!(own(&read("law.xlsx", &template().unwrap())), [""; 0]);
    assert_eq!(own(&read_files(&csv(&sheets(EXAMPLE), b','))), [""; 0]);
}

#[test]
fn what_the_dataset_gives_rise_to_is_told_at_its_cell_with_the_other_cell() {
    let mut tree: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    tree["concerns"][1]["summary"] = tree["concerns"][0]["summary"].clone();
    let reading = read("law.xlsx", &filled(&sound(&tree.to_string())).unwrap().bytes);
    assert_eq!(told(&reading), [""; 0]);
    let told: Vec<_> = reading.remarks.iter().map(ToString::to_string).collect();
    for line in [
        "sheet `Concerns`, row 4, column G (`summary`): the same text stands there twice; compare \
         sheet `Concerns`, row 3, column G (`summary`)",
        "sheet `Law`, row 19, column B (`address`): missing; name where the official text stands",
    ] {
        assert!(told.iter().any(|it| it == line), "{line} in {told:#?}");
    }
    let order: Vec<_> = reading.remarks.iter().map(|it| it.at.clone()).collect();
    assert!(order.is_sorted(), "{told:#?}");
}

#[test]
fn the_sheet_with_advice_may_come_as_a_file() {
    for name in ["How to.csv", "my law-How to.csv", "law - how_to.CSV", "law - # mine.csv"] {
        let mut files = csv(&sheets(EXAMPLE), b',');
        files.push((name.into(), b"Quotes,To the letter\nDates,As precisely as known\n".to_vec()));
        assert_eq!(told(&read_files(&files)), [""; 0], "{name}");
    }
    let alone = told(&read("How to.csv", b"a,b\n"));
    assert_eq!(alone, ["none of the sheets is one of a dataset's; begin with the template"]);
    let other = told(&read("somehow to.csv", b"a,b\n"));
    assert!(other[0].contains("the file's name must end in its sheet's"), "{other:?}");
}
