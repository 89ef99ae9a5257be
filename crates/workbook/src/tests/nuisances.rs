//! What spreadsheet programs and those who use them do to a workbook, without meaning anything.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{EXAMPLE, csv, read_files, sheets, sound, told, written};
use crate::{File, Import, filled, read_all};

/// The example's workbook with one sheet taken from another file.
fn with_sheet(name: &str, sheet: &str, csv_text: &str) -> Import {
    let mut files = csv(&sheets(EXAMPLE), b',');
    let ending = format!("- {sheet}.csv");
    let at = files.iter().position(|(name, _)| name.ends_with(&ending)).unwrap();
    files[at] = (name.into(), csv_text.as_bytes().to_vec());
    read_files(&files)
}

#[test]
fn columns_stand_in_any_order_and_case_and_the_optional_may_be_missing() {
    let reading = with_sheet(
        "DRAFTS.CSV",
        "Drafts",
        "\u{FEFF}LABEL *;Id\r\n;;\r\nFirst draft (example) ;first\r\n\r\n\u{A0};\r\nSecond\u{A0}draft;  second\u{A0}\r\n",
    );
    assert_eq!(told(&reading), [""; 0]);
    let dataset = reading.dataset.unwrap();
    let drafts = &dataset.records().instrument.drafts;
    let drafts: Vec<_> = drafts.iter().map(|it| (it.id.as_str(), it.label.original())).collect();
    assert_eq!(drafts, [("first", "First draft (example)"), ("second", "Second\u{A0}draft")]);
}

#[test]
fn rows_and_columns_of_notes_are_passed_over_wherever_they_stand() {
    let text =
        "# mine,id,# more,label\n,first,x,First draft (example)\n# a note,,,\n,second,y,Second\n";
    let reading = with_sheet("drafts.csv", "Drafts", text);
    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(reading.dataset.unwrap().records().instrument.drafts.len(), 2);
}

#[test]
fn rows_are_counted_as_a_spreadsheet_shows_them() {
    let text = "\n\nid,label,date\n\n\"first\",\"two\nlines\",2026\n\nsecond,x,soon\n";
    let told = told(&with_sheet("drafts.csv", "Drafts", text));
    assert_eq!(
        told,
        ["sheet `drafts.csv`, row 7, column C (`date`): `soon` is not a date; write `2024`, \
          `2024-07` or `2024-07-29`"]
    );
}

#[test]
fn several_ids_stand_in_one_cell_however_they_are_parted() {
    for cell in
        ["sec_3, instrument", "sec_3;instrument", "sec_3\n instrument \n", "sec_3 instrument,"]
    {
        let mut files = csv(&sheets(EXAMPLE), b',');
        let (_, bytes) =
            files.iter_mut().find(|(name, _)| name.ends_with("- Concerns.csv")).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        *bytes = text.replace("\"sec_3, instrument\"", &format!("\"{cell}\"")).into_bytes();
        let reading = read_files(&files);
        assert_eq!(told(&reading), [""; 0], "{cell}");
        assert_eq!(written(&reading.dataset.unwrap()), written(&sound(EXAMPLE)), "{cell}");
    }
}

#[test]
fn quotes_keep_their_quotation_marks_and_blanks() {
    let dataset = sound(EXAMPLE);
    let quote = dataset.records().concerns[2].evidence[0].quote.clone().unwrap();
    assert_eq!(
        (quote.prefix.as_str(), quote.suffix.as_str()),
        ("alors que «\u{A0}", "\u{A0}», comme")
    );
    let reading = crate::read("example.xlsx", &filled(&dataset).unwrap().bytes);
    let after = reading.dataset.unwrap().records().concerns[2].evidence[0].quote.clone().unwrap();
    assert_eq!(quote, after);
}

#[test]
fn a_word_of_a_list_may_be_written_as_people_write() {
    let text = "source,organisation,role\ncyclists-letter,cyclists-union,Issued\n\
                cyclists-letter,robin-example, SIGNED\ntraders-memorandum,traders-guild,issued\n\
                traders-memorandum,access-forum,named\n";
    let reading = with_sheet("parties.csv", "Parties", text);
    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(written(&reading.dataset.unwrap()), written(&sound(EXAMPLE)));
}

/// A workbook with real numbers and date cells, beside the other sheets as CSV.
fn typed(date: &ExcelDateTime) -> Import {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("d mmm yyyy");
    let sheet = book.add_worksheet().set_name("Drafts").unwrap();
    for (column, name) in ["id", "label", "date"].into_iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), name).unwrap();
    }
    sheet.write_string(2, 0, "first").unwrap();
    sheet.write_number(2, 1, 2024).unwrap();
    sheet.write_datetime_with_format(2, 2, date, &day).unwrap();
    sheet.write_string(4, 0, "second").unwrap();
    sheet.write_datetime_with_format(4, 1, date, &day).unwrap();
    sheet.write_number(4, 2, 2024).unwrap();
    book.add_worksheet().set_name("Sheet1").unwrap();
    book.add_worksheet().set_name("# mine").unwrap().write_string(0, 0, "a note").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let files = csv(&sheets(EXAMPLE), b',');
    let others = files.iter().filter(|(name, _)| !name.ends_with("- Drafts.csv"));
    let others = others.map(|(name, bytes)| File { name, bytes });
    let files: Vec<_> =
        [File { name: "drafts.xlsx", bytes: &bytes }].into_iter().chain(others).collect();
    read_all(&files, None)
}

#[test]
fn dates_and_numbers_may_be_real_ones_but_no_text_becomes_a_date_unseen() {
    let reading = typed(&ExcelDateTime::from_ymd(2026, 1, 9).unwrap());
    assert_eq!(
        told(&reading),
        ["sheet `Drafts`, row 5, column B (`label`): a date stands here and a text is wanted; \
          format the cell as text and write it again (it may have been turned into 2026-01-09)"]
    );
    let node = authoring::json::parse(&reading.json.unwrap()).unwrap();
    let drafts = format!("{:?}", node.field("instrument").unwrap().field("drafts").unwrap());
    for kept in ["Text(\"2024\")", "Text(\"2026-01-09\")"] {
        assert!(drafts.contains(kept), "{drafts}");
    }
}

#[test]
fn a_time_of_day_beside_a_date_is_told() {
    let reading = typed(&ExcelDateTime::from_ymd(2026, 1, 9).unwrap().and_hms(10, 30, 0).unwrap());
    assert!(told(&reading)[0].contains("write `2026-01-09` alone"), "{:#?}", told(&reading));
}

#[test]
fn excel_writes_utf_16_and_names_its_separator() {
    let text = "\u{FEFF}sep=;\nid;label;date\nfirst;Année;2026\nsecond;x;soon\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut files = csv(&sheets(EXAMPLE), b',');
    let at = files.iter().position(|(name, _)| name.ends_with("- Drafts.csv")).unwrap();
    files[at] = ("drafts.csv".into(), bytes);
    let told = told(&read_files(&files));
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].starts_with("sheet `drafts.csv`, row 4, column C"), "{told:#?}");
}
