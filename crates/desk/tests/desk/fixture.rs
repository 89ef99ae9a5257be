//! A small law, and a letter about it on the desk.

use authoring::{Path, Step};
use desk::{Act, Document, NewSource, check, proposals, signatories};
use workbook::Kind;

pub(crate) const LAW: &str = r#"{
  "schema_version": 2, "id": "lamps", "title": "Lamps", "language": "en",
  "edition": { "number": 1, "date": "2026-11-01" }, "credit": "Desk", "made": "By hand.",
  "asked": "nobody", "corrections": [], "stale_after": "P90D", "missing": [],
  "instrument": {
    "title": "Lamps Act", "short_title": "Lamps Act", "symbols": [], "unit": "section",
    "address": "https://law.example/lamps",
    "drafts": [{ "id": "bill", "label": "Bill" }],
    "status": { "as_of": "2026-11-01", "line": "A bill", "events": [] }
  },
  "provisions": [
    { "id": "sec_2", "citation": "Section 2", "summary": "Lamps at night." },
    { "id": "sec_3", "citation": "Section 3", "summary": "Fees." },
    { "id": "sec_3__para_2", "citation": "Section 3(2)", "summary": "Who pays.", "parent": "sec_3" }
  ],
  "groups": [], "organisations": [], "sources": [], "concerns": []
}"#;

pub(crate) const LETTER: &str = "Open letter on lamps\n\
    Section 2 has lamps lit at night. Section 9 of the Oil Act is another matter.\n\
    Section 3(2) lets “the council” send bills to tenants. We ask the council to delete it.\n";

pub(crate) fn path(text: &[&str], nth: usize, field: &str) -> Path {
    let mut steps: Vec<Step> = text.iter().map(|it| Step::Field((*it).into())).collect();
    steps.push(Step::Item(nth));
    if !field.is_empty() {
        steps.push(Step::Field(field.into()));
    }
    Path(steps)
}

pub(crate) fn after(document: &Document, act: &Act) -> Document {
    act.apply(document).expect("it can be done").document
}

pub(crate) fn cell(document: &Document, at: Path, kind: Kind, text: &str) -> Document {
    after(document, &Act::Cell { at, kind, text: text.into() })
}

/// The law, and the letter beside it.
pub(crate) fn with_letter() -> Document {
    let document = Document::open(LAW).expect("a dataset");
    let new = NewSource {
        title: "Open letter".into(),
        publisher: "Tenants’ Union".into(),
        date: "2026-11-02".into(),
        address: "https://tenants.example/letter".into(),
        text: LETTER.into(),
    };
    after(&document, &Act::Source(new))
}

/// With its first citation taken.
pub(crate) fn with_concern() -> Document {
    let document = with_letter();
    let dataset = check(&document, None).dataset.expect("the law is sound");
    let found = proposals(&document, "open-letter", &dataset);
    let last = found.here.last().expect("it cites the law");
    let act = Act::Take {
        source: "open-letter".into(),
        range: last.exact.clone(),
        provisions: last.provisions.clone(),
        name: last.cited.join(" "),
    };
    after(&document, &act)
}

pub(crate) fn find(text: &str, words: &str) -> std::ops::Range<usize> {
    let at = text.find(words).expect("it is there");
    at..at + words.len()
}

/// With two who signed the letter.
pub(crate) fn with_parties() -> Document {
    let document = with_concern();
    let list = "Tenants’ Union\nThe Lamp Club";
    let signatories = signatories(&document, list).into_iter();
    let signatories = signatories.map(|it| (it.clone(), it.who())).collect();
    let (role, kind) = ("signed".to_string(), "civil_society".to_string());
    after(&document, &Act::Sign { source: "open-letter".into(), role, kind, signatories })
}
