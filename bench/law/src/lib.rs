//! A law that nobody wrote, of any size, in the format of datasets. The same size is always the
//! same text, and a larger law begins as a smaller one does.
//!
//! What it says means nothing; how much of it there is, how its words are spread and how its
//! records lead to each other is what benchmarks want. Two concerns, three of the groups and five
//! of the organisations bear on each provision.

#![forbid(unsafe_code)]

mod words;

use serde_json::{Value, json};

use crate::words::Author;

/// How many groups there are.
pub const GROUPS: usize = 15;
/// How many organisations there are.
pub const ORGANISATIONS: usize = 300;
/// How many organisations sign each document.
const SIGNATORIES: usize = 5;
/// A text that anyone who searches finds in some provisions, but not in all.
pub const QUERY: &str = "record";

/// An article, and the paragraphs in it, which are provisions of their own.
const PROVISIONS_AN_ARTICLE: usize = 6;
/// Any number does; this one is kept, so that figures can be compared.
const SEED: u64 = 2024;

const PEOPLE: [(&str, &str); GROUPS] = [
    ("Journalists", "a journalist"),
    ("Local councils", "on a local council"),
    ("Small businesses", "in a small business"),
    ("Teachers", "a teacher"),
    ("Patients", "a patient"),
    ("Hospitals", "at a hospital"),
    ("Police officers", "a police officer"),
    ("Contractors", "a contractor"),
    ("Civil servants", "a civil servant"),
    ("Archivists", "an archivist"),
    ("Tenants", "a tenant"),
    ("Farmers", "a farmer"),
    ("Students", "a student"),
    ("Charities", "with a charity"),
    ("Taxpayers", "a taxpayer"),
];
const WHERE: [&str; 10] = [
    "National", "Northern", "Southern", "Eastern", "Western", "Central", "United", "Free", "Joint",
    "General",
];
const WHAT: [&str; 5] = ["Union", "Council", "Federation", "Network", "Alliance"];
const WHOSE: [&str; 6] = ["Teachers", "Editors", "Builders", "Tenants", "Farmers", "Nurses"];
const KINDS: [&str; 4] = ["civil_society", "industry", "human_rights", "digital_rights"];

/// A dataset with so many provisions.
pub fn law(provisions: usize) -> Value {
    let mut author = Author::new(SEED);
    let parts: Vec<_> = (0..provisions).map(|number| part(number, &mut author)).collect();
    let (provisions, concerns): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    json!({
        "schema_version": 1,
        "id": "public-records-act",
        "title": "Public Records Act: who is affected, who objects",
        "language": "en",
        "edition": { "number": 1, "date": "2026-01-01" },
        "credit": "A law that nobody wrote, for measuring.",
        "stale_after": "P1Y",
        "missing": ["Everything: nothing of this is so."],
        "instrument": {
            "title": "An Act on Public Records",
            "short_title": "Public Records Act",
            "drafts": [{ "id": "draft", "label": "Draft of 2026", "date": "2026" }],
            "status": { "as_of": "2026-01-01", "line": "Before parliament", "events": [] },
        },
        "provisions": provisions,
        "groups": PEOPLE.iter().enumerate().map(group).collect::<Vec<_>>(),
        "organisations": (0..ORGANISATIONS).map(organisation).collect::<Vec<_>>(),
        "sources": (0..ORGANISATIONS / SIGNATORIES).map(source).collect::<Vec<_>>(),
        "concerns": concerns.concat(),
    })
}

/// A provision, and the concerns about it.
fn part(number: usize, author: &mut Author) -> (Value, Vec<Value>) {
    let (article, paragraph) = (number / PROVISIONS_AN_ARTICLE + 1, number % PROVISIONS_AN_ARTICLE);
    let whole = (format!("art_{article}"), format!("Article {article}"));
    let (id, citation) = match paragraph {
        0 => whole.clone(),
        _ => (format!("{}__para_{paragraph}", whole.0), format!("{}({paragraph})", whole.1)),
    };
    let mut provision = json!({
        "id": id,
        "citation": citation,
        "heading": author.phrase(5),
        "heading_origin": "editor",
        "summary": format!("{}\n\n{}", author.paragraph(), author.paragraph()),
    });
    if let (Some(fields), true) = (provision.as_object_mut(), paragraph > 0) {
        fields.insert("parent".into(), whole.0.into());
    }
    let source = source_id(author.below(ORGANISATIONS / SIGNATORIES));
    let groups = author.some_of(GROUPS, 3);
    let (first, second) = groups.split_at(1);
    let concerns = [(1, first), (2, second)].map(|(which, groups)| {
        let affected = groups.iter().map(|it| json!({ "group": group_id(*it), "basis": "stated" }));
        json!({
            "id": format!("concern-{number}-{which}"),
            "title": author.phrase(7),
            "summary": author.sentence(),
            "provisions": [id],
            "affected": affected.collect::<Vec<_>>(),
            "evidence": [{
                "source": source,
                "quote": { "exact": author.sentence() },
                "locator": format!("Paragraph {}", 1 + author.below(40)),
            }],
        })
    });
    (provision, concerns.into())
}

fn group((number, (label, member)): (usize, &(&str, &str))) -> Value {
    json!({
        "id": group_id(number),
        "label": label,
        "member": member,
        "description": format!("{label}, and whoever works with them."),
    })
}

fn organisation(number: usize) -> Value {
    let of = |words: &[&'static str], at: usize| words.get(at % words.len()).copied();
    let place = of(&WHERE, number).unwrap_or_default();
    let what = of(&WHAT, number / WHERE.len()).unwrap_or_default();
    let whose = of(&WHOSE, number / WHERE.len() / WHAT.len()).unwrap_or_default();
    json!({
        "id": organisation_id(number),
        "name": format!("{place} {what} of {whose}"),
        "kind": of(&KINDS, number),
    })
}

/// A document, and who signed it.
fn source(number: usize) -> Value {
    let signatories = number * SIGNATORIES..(number + 1) * SIGNATORIES;
    let party = |it| json!({ "organisation": organisation_id(it), "role": "signed" });
    json!({
        "id": source_id(number),
        "title": format!("Open letter {} on public records", number + 1),
        "short_title": format!("Letter {}", number + 1),
        "publisher": "Its signatories",
        "date": format!("2026-0{}", 1 + number % 9),
        "address": format!("https://example.org/letters/{}", number + 1),
        "language": "en",
        "draft": "draft",
        "parties": signatories.map(party).collect::<Vec<_>>(),
    })
}

fn group_id(number: usize) -> String {
    format!("group-{}", number + 1)
}

fn organisation_id(number: usize) -> String {
    format!("organisation-{}", number + 1)
}

fn source_id(number: usize) -> String {
    format!("letter-{}", number + 1)
}
