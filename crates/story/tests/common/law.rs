//! A law that is nothing but its citations.

use serde_json::{Value, json};

/// A law that is called and cited so; its provisions are `p0`, `p1` and so on.
pub(crate) fn law(title: &str, unit: &str, texts: &[&str]) -> Value {
    let provision = |(at, text): (usize, &&str)| json!({ "id": format!("p{at}"), "citation": text, "heading": "Something", "summary": "Says something." });
    json!({
        "schema_version": 2,
        "id": "a-law",
        "title": "A law",
        "language": "en",
        "edition": { "number": 1, "date": "2026-01-01" },
        "credit": "A law that nobody wrote.",
        "stale_after": "P1Y",
        "missing": ["Everything."],
        "instrument": {
            "title": title, "short_title": title, "unit": unit,
            "drafts": [{ "id": "draft", "label": "Draft", "date": "2026" }],
            "status": { "as_of": "2026-01-01", "line": "Before parliament", "events": [] },
        },
        "provisions": texts.iter().enumerate().map(provision).collect::<Vec<_>>(),
        "groups": [{ "id": "people", "label": "People", "description": "Everyone." }],
        "organisations": [],
        "sources": [],
        "concerns": [],
    })
}
