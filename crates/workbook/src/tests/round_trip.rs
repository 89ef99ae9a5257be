//! Nothing is lost on the way into a workbook and back, whatever kind of file it is.

use proptest::prelude::*;

use super::{
    EXAMPLE, LAW, PARAGRAPHS, SECTIONS, csv, ods, ods_table, read_files, sheets, sound, told,
    written,
};
use crate::{Book, Import, cells, filled, grid::Value, plan::Kind, read, template};

fn expect_same(reading: Import, text: &str) {
    assert_eq!(told(&reading), [""; 0]);
    let before = written(&sound(text));
    assert_eq!(written(&reading.dataset.unwrap()), before);
    assert_eq!(written(&sound(&reading.json.unwrap())), before);
}

#[test]
fn a_dataset_comes_back_from_a_workbook_as_it_was() {
    for text in [LAW, EXAMPLE, SECTIONS, PARAGRAPHS] {
        let Book { bytes, lost } = filled(&sound(text)).unwrap();
        assert_eq!(lost, []);
        expect_same(read("law.xlsx", &bytes), text);
    }
}

#[test]
fn a_dataset_comes_back_from_csv_files_as_it_was() {
    for separator in *b",;\t" {
        for text in [LAW, EXAMPLE, SECTIONS, PARAGRAPHS] {
            expect_same(read_files(&csv(&sheets(text), separator)), text);
        }
    }
}

#[test]
fn a_dataset_comes_back_from_an_open_document_as_it_was() {
    for text in [LAW, EXAMPLE, SECTIONS, PARAGRAPHS] {
        let tables: String = sheets(text).iter().map(ods_table).collect();
        expect_same(read("law.ods", &ods(&tables)), text);
    }
}

#[test]
fn the_same_dataset_makes_the_same_bytes() {
    let dataset = sound(EXAMPLE);
    assert_eq!(filled(&dataset).unwrap().bytes, filled(&dataset).unwrap().bytes);
}

/// What is said to be lost of the example with one text in place of another, and what comes back.
fn with(from: &str, to: &str) -> (Vec<String>, Import) {
    assert!(EXAMPLE.contains(from));
    let book = filled(&sound(&EXAMPLE.replace(from, to))).unwrap();
    let lost = book.lost.iter().map(ToString::to_string).collect();
    (lost, read("law.xlsx", &book.bytes))
}

#[test]
fn blanks_that_a_workbook_would_lose_are_told_and_it_is_written() {
    let (lost, reading) = with("\"text\": \"Purpose\"", "\"text\": \" Purpose\u{A0}\"");
    assert_eq!(lost, ["provisions[0].heading.text: the blanks at its ends are left off"]);
    expect_same(reading, EXAMPLE);
}

#[test]
fn a_text_that_no_cell_takes_is_told_and_the_rest_is_written() {
    let room = "Delete the section ".repeat(2000);
    let from = "\"summary\": {\n        \"text\": \"";
    let (lost, reading) = with(from, &format!("{from}{room}"));
    assert!(!lost.is_empty());
    for line in &lost {
        assert!(
            line.ends_with(": left out, as a cell takes 32767 characters at the most"),
            "{line}"
        );
    }
    assert!(!told(&reading).is_empty(), "summaries must be there");
}

#[test]
fn an_empty_template_says_what_is_still_to_be_filled_in() {
    let reading = read("template.xlsx", &template().unwrap());
    assert!(reading.dataset.is_none());
    assert_eq!(
        told(&reading),
        [
            "sheet `Dataset`, row 4, column B (`id`): blank; it must be filled in",
            "sheet `Dataset`, row 5, column B (`title`): blank; it must be filled in",
            "sheet `Dataset`, row 8, column B (`edition date`): blank; it must be filled in",
            "sheet `Dataset`, row 9, column B (`credit`): blank; it must be filled in",
            "sheet `Law`, row 2, column B (`title`): blank; it must be filled in",
            "sheet `Law`, row 3, column B (`short title`): blank; it must be filled in",
            "sheet `Law`, row 5, column B (`status as of`): blank; it must be filled in",
            "sheet `Law`, row 6, column B (`status line`): blank; it must be filled in",
            "sheet `Provisions`: nothing stands here; a law has at least one provision",
        ]
    );
}

proptest! {
    #[test]
    fn names_in_one_cell_come_back(names in proptest::collection::vec("[a-z][a-z,; ]{0,6}[a-z]", 1..4)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let cell = Value::Text(cells::joined(&names));
        let back = cells::node(&cell, Kind::Names).unwrap().unwrap();
        let texts = names.iter().map(|name| authoring::Node::Text((*name).into())).collect();
        prop_assert_eq!(back, authoring::Node::List(texts));
    }
}
