//! A file from anywhere can fill neither the memory nor the time.

use super::{ods, told, zipped};
use crate::read;

const TOO_LARGE: &str = "holds more than a dataset could; is it the right file?";

fn refused(name: &str, bytes: &[u8]) {
    let told = told(&read(name, bytes));
    assert_eq!(told, [format!("`{name}` {TOO_LARGE}")]);
}

fn row(cells: &str) -> String {
    format!(
        "<table:table table:name=\"Groups\"><table:table-row>{cells}</table:table-row></table:table>"
    )
}

#[test]
fn a_part_that_swells_when_unpacked_is_refused() {
    let blanks = vec![b' '; 65 << 20];
    refused("bomb.xlsx", &zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/bomb.xml", &blanks)]));
}

#[test]
fn repeated_cells_rows_and_blanks_are_refused() {
    let value = "office:value-type=\"string\" office:string-value=\"x\"";
    let cells = format!("<table:table-cell table:number-columns-repeated=\"16384\" {value}/>");
    let rows = row(&cells)
        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1048576\">");
    refused("rows.ods", &ods(&rows));
    let gap = "<table:table-cell table:number-columns-repeated=\"16384\"/><table:table-cell/>";
    refused("gaps.ods", &ods(&row(gap).repeat(300)));
    let blanks = "<table:table-cell office:value-type=\"string\"><text:p><text:s \
                  text:c=\"4000000000\"/></text:p></table:table-cell>";
    refused("blanks.ods", &ods(&row(blanks)));
}

#[test]
fn a_file_beyond_any_dataset_is_refused_unread() {
    let told = told(&read("a.csv", &vec![b'a'; (16 << 20) + 1]));
    assert_eq!(told, ["`a.csv` is larger than 16 MB; a workbook for this format is far smaller"]);
}

#[test]
fn cells_without_end_are_refused() {
    refused("groups.csv", "x,y\n".repeat(300_000).as_bytes());
}

#[test]
fn a_cell_at_the_far_end_costs_no_more_than_one_at_the_start() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Groups").unwrap();
    sheet.write_string(0, 0, "id").unwrap().write_string(1_048_575, 16_383, "far").unwrap();
    let told = told(&read("far.xlsx", &book.save_to_buffer().unwrap()));
    let far = "sheet `Groups`, column XFD: the column has no name".to_string();
    assert!(told.contains(&far), "{told:#?}");
}
