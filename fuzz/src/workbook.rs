//! A workbook from elsewhere: as the CSV files of its sheets, so that a seed can be read, or as the
//! bytes of a file that is none.

use authoring::{Dataset, json, read};
use workbook::{File, Import, filled, read_all};

use crate::each_once;

/// What begins a line that names the next file.
const NEXT: &str = "--- ";

/// Any file: what is wrong is told once, the JSON is that of a dataset, and what is sound goes into
/// a workbook and comes back as the same, or is said to be lost.
pub fn workbook(data: &[u8]) {
    let text = crate::text(data);
    let files = files(&text);
    let files: Vec<_> =
        files.iter().map(|(name, text)| File { name, bytes: text.as_bytes() }).collect();
    let Import { json, dataset, problems, remarks, .. } =
        if files.is_empty() { workbook::read("some.xlsx", data) } else { read_all(&files, None) };
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    each_once(&told);
    each_once(&remarks.iter().map(ToString::to_string).collect::<Vec<_>>());
    let Some(json) = json else { return assert!(!problems.is_empty() && dataset.is_none()) };
    let again = read(json::parse(&json).expect("what we write is JSON"));
    assert_eq!(written(again.dataset.as_ref()), written(dataset.as_ref()));
    match dataset {
        Some(dataset) if problems.is_empty() => it_comes_back(&dataset),
        _ => assert!(!problems.is_empty()),
    }
}

/// A file's name and its text, for each line that begins one.
fn files(text: &str) -> Vec<(&str, &str)> {
    let begun = [text.strip_prefix(NEXT)].into_iter().flatten();
    let parts = begun.flat_map(|rest| rest.split("\n--- "));
    parts.map(|part| part.split_once('\n').unwrap_or((part, ""))).collect()
}

fn it_comes_back(dataset: &Dataset) {
    let book = filled(dataset).expect("a dataset from a workbook fits into one");
    if book.lost.is_empty() {
        let reading = workbook::read("again.xlsx", &book.bytes);
        assert_eq!(reading.problems, []);
        assert_eq!(written(reading.dataset.as_ref()), written(Some(dataset)));
    }
}

fn written(dataset: Option<&Dataset>) -> Option<String> {
    dataset.map(|it| serde_json::to_string(it.records()).expect("records can be written"))
}
