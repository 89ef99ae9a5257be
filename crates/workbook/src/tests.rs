//! What holds for workbooks as a whole, and the files that these tests make.

mod bounds;
mod mistakes;
mod nuisances;
mod plan;
mod round_trip;
mod seen;

use std::io::{Cursor, Write as _};

use authoring::{Dataset, json};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{File, Import, fill, fill::Filled, read_all};

const LAW: &str = include_str!("../../../data/un-cybercrime-convention.json");
const EXAMPLE: &str = include_str!("../../../data/example-bicycle-parking.json");
const SECTIONS: &str = include_str!("../../../data/example-public-libraries.json");
const PARAGRAPHS: &str = include_str!("../../../data/example-schulwege.json");

fn sound(text: &str) -> Dataset {
    let reading = authoring::read(json::parse(text).unwrap());
    assert_eq!(reading.problems, []);
    reading.dataset.unwrap()
}

/// All that a dataset says, in one order.
fn written(dataset: &Dataset) -> String {
    serde_json::to_string_pretty(dataset.records()).unwrap()
}

fn sheets(text: &str) -> Vec<Filled> {
    fill::sheets(&fill::tree(&sound(text)).unwrap())
}

/// A CSV file for each sheet.
type Files = Vec<(String, Vec<u8>)>;

fn csv(sheets: &[Filled], separator: u8) -> Files {
    let file = |filled: &Filled| {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        filled.rows().iter().for_each(|row| writer.write_record(row).unwrap());
        (format!("my law - {}.csv", filled.sheet.name), writer.into_inner().unwrap())
    };
    sheets.iter().map(file).collect()
}

fn read_files(files: &Files) -> Import {
    let files: Vec<_> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    read_all(&files, None)
}

/// The example as CSV files, with one text of one sheet replaced by another.
fn changed(sheet: &str, from: &str, to: &str) -> Import {
    let mut files = csv(&sheets(EXAMPLE), b',');
    let (_, bytes) =
        files.iter_mut().find(|(name, _)| name.ends_with(&format!("- {sheet}.csv"))).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from} in {text}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    read_files(&files)
}

fn told(reading: &Import) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An `.ods` around the tables of its content.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn ods_table(filled: &Filled) -> String {
    let cell = |text: &String| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace(' ', "<text:s/>");
        let lines = text.replace('\n', "</text:p><text:p>");
        let lines = format!("<text:p>{lines}</text:p>");
        match text.as_str() {
            "" => "<table:table-cell/>".into(),
            _ => {
                format!("<table:table-cell office:value-type=\"string\">{lines}</table:table-cell>")
            }
        }
    };
    let row = |row: &Vec<String>| {
        let cells: String = row.iter().map(cell).collect();
        // As every spreadsheet program ends its rows.
        let rest = "<table:table-cell table:number-columns-repeated=\"16300\"/>";
        format!("<table:table-row>{cells}{rest}</table:table-row>")
    };
    let rows: String = filled.rows().iter().map(row).collect();
    let rest = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
                table:number-columns-repeated=\"16384\"/></table:table-row>";
    format!("<table:table table:name=\"{}\">{rows}{rest}</table:table>", filled.sheet.name)
}
