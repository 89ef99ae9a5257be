//! What was confirmed, written into a dataset's file: the hashes of its sources' texts, and not a
//! character besides.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::value::RawValue;

type Fields<'t> = BTreeMap<String, &'t RawValue>;

/// A dataset's text with these hashes at the sources of these ids, and how many it hadn't.
pub(in crate::data) fn record(
    text: &str,
    hashes: &BTreeMap<String, String>,
) -> Result<(String, usize)> {
    let whole: BTreeMap<String, &RawValue> = serde_json::from_str(text)?;
    let sources = whole.get("sources").context("the dataset has no `sources`")?;
    let sources: Vec<Fields<'_>> = serde_json::from_str(sources.get())?;
    let mut changes = Vec::new();
    for fields in sources {
        let Some(id) = fields.get("id") else { continue };
        let known: String = serde_json::from_str(id.get())?;
        let Some(hash) = hashes.get(&known) else { continue };
        let hash = format!("\"{hash}\"");
        match fields.get("sha256").map(|it| it.get()) {
            Some(recorded) if recorded == hash => {}
            Some(recorded) => {
                let at = place(text, recorded);
                changes.push((at, at + recorded.len(), hash));
            }
            None => {
                let end = place(text, id.get()) + id.get().len();
                changes.push((end, end, format!("{}\"sha256\": {hash}", joint(text, end))));
            }
        }
    }
    let count = changes.len();
    let mut written = text.to_string();
    for (begin, end, words) in changes.into_iter().rev() {
        written.replace_range(begin..end, &words);
    }
    Ok((written, count))
}

/// Where a part of a text begins in it.
fn place(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// A comma, and what stands before the field that ends here: a new line as far in, or a blank.
fn joint(text: &str, end: usize) -> String {
    let before = text.get(..end).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let blanks = line.len() - line.trim_start().len();
    match line.get(..blanks) {
        Some(indent) if line.trim_start().starts_with('"') => format!(",\n{indent}"),
        _ => ", ".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_and_nothing_else_changes() {
        let text = "{ \"groups\": [{ \"id\": \"b\" }],\n  \"sources\": [\n    {\n      \"id\": \"a\",\n      \
            \"title\": \"A\"\n    },\n    { \"id\": \"b\", \"sha256\": \"old\" },\n    {\"id\":\"c\"}\n  ] }\n";
        let hashes = ["a", "b", "c"].map(|id| (id.to_string(), format!("{id}{id}")));
        let hashes: BTreeMap<_, _> = hashes.into_iter().collect();
        let (written, count) = record(text, &hashes).unwrap();
        let expected = text
            .replace("\"id\": \"a\",", "\"id\": \"a\",\n      \"sha256\": \"aa\",")
            .replace("\"old\"", "\"bb\"")
            .replace("{\"id\":\"c\"}", "{\"id\":\"c\", \"sha256\": \"cc\"}");
        assert_eq!((written.as_str(), count), (expected.as_str(), 3));
        assert_eq!(record(&written, &hashes).unwrap(), (expected, 0));
    }
}
