//! What a reader takes along: every line of the table carries the credit and can be opened without
//! harm, and a citation has every quote and its address.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::collections::BTreeSet;

use authoring::Dataset;
use common::{bundled, provision};
use explorer::export::{citation, csv};
use serde_json::json;

/// Reads RFC 4180: lines end with CR LF, cells may be quoted, and in quotes a quote is doubled.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let mut quoted = false;
    while let Some(sign) = rest.next() {
        match (quoted, sign) {
            (true, '"') if rest.next_if_eq(&'"').is_some() => cell.push('"'),
            (_, '"') => {
                assert!(quoted || cell.is_empty(), "a quote inside a bare cell");
                quoted = !quoted;
                let next = rest.peek();
                assert!(quoted || matches!(next, Some(',' | '\r')), "text after a quote: {next:?}");
            }
            (false, ',') => line.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(rest.next(), Some('\n'), "a bare CR");
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            (false, '\n') => unreachable!("a bare LF"),
            (_, other) => cell.push(other),
        }
    }
    assert!(!quoted && line.is_empty() && cell.is_empty(), "the last line ends");
    lines
}

struct Table {
    head: Vec<String>,
    lines: Vec<Vec<String>>,
}

impl Table {
    fn of(dataset: &Dataset) -> Self {
        let text = csv(dataset);
        let text = text.strip_prefix('\u{FEFF}').expect("spreadsheets take it for UTF-8");
        let mut lines = parse(text);
        let head = lines.remove(0);
        Self { head, lines }
    }

    fn column(&self, name: &str) -> Vec<&str> {
        let place = self.head.iter().position(|it| it == name).expect("a column of this name");
        self.lines.iter().filter_map(|line| line.get(place)).map(String::as_str).collect()
    }
}

#[test]
fn the_table_parses_and_all_lines_are_as_long_as_its_head() {
    let table = Table::of(&bundled());
    assert!(table.lines.iter().all(|line| line.len() == table.head.len()));
    let names: BTreeSet<_> = table.head.iter().collect();
    assert_eq!(names.len(), table.head.len());
}

#[test]
fn there_is_a_line_for_each_provision_concern_and_piece_of_evidence() {
    let dataset = bundled();
    let named =
        |it: &authoring::Concern| [it.provisions.len(), it.contrasted.len(), it.mentioned.len()];
    let lines = |nth: usize| -> usize {
        dataset.records().concerns.iter().map(|it| named(it)[nth] * it.evidence.len()).sum()
    };
    let expected: usize = (0..3).map(lines).sum();
    let table = Table::of(&dataset);
    assert_eq!(table.lines.len(), expected);
    for (nth, role) in ["objected to", "contrasted", "mentioned"].into_iter().enumerate() {
        let of_role = table.column("role").into_iter().filter(|it| *it == role);
        assert_eq!(of_role.count(), lines(nth), "{role}");
    }
    let about: BTreeSet<_> = table.column("concern").into_iter().collect();
    assert_eq!(about, dataset.records().concerns.iter().map(|it| it.id.as_str()).collect());
}

#[test]
fn every_line_carries_the_credit_and_the_edition() {
    let dataset = bundled();
    let records = dataset.records();
    let table = Table::of(&dataset);
    assert!(table.column("credit").iter().all(|it| *it == records.credit.original()));
    let edition = format!("{} ({})", records.edition.number, records.edition.date.unwrap());
    assert!(table.column("edition").iter().all(|it| *it == edition));
    assert_eq!(table.column("credit").len(), table.lines.len());
}

#[test]
fn quotes_come_out_to_the_letter_beside_their_source_and_its_address() {
    let dataset = bundled();
    let table = Table::of(&dataset);
    let columns = ["concern", "quote", "source", "address"].map(|it| table.column(it));
    let mut expected = BTreeSet::new();
    for concern in &dataset.records().concerns {
        for evidence in &concern.evidence {
            let source = dataset.records().sources.iter().find(|it| it.id == evidence.source);
            let source = source.unwrap();
            let quote = evidence.quote.as_ref().map_or("", |it| it.exact.as_str());
            expected.insert([
                concern.id.as_str(),
                quote,
                source.title.original(),
                source.address.as_str(),
            ]);
        }
    }
    let found: BTreeSet<_> =
        (0..table.lines.len()).map(|line| columns.clone().map(|it| it[line])).collect();
    assert_eq!(found, expected);
    assert!(table.column("quote").iter().any(|it| it.contains('“')), "curly marks stay curly");
}

#[test]
fn a_stated_group_is_never_in_the_column_of_the_inferred() {
    let dataset = bundled();
    let table = Table::of(&dataset);
    let [concerns, stated, inferred] = ["concern", "stated", "inferred"].map(|it| table.column(it));
    let mut some = 0;
    for ((concern, stated), inferred) in concerns.into_iter().zip(stated).zip(inferred) {
        let record = dataset.concern(dataset.find_concern(concern).unwrap()).unwrap();
        let labels = |basis| -> Vec<String> {
            let authoring::Affected::Groups(groups) = &record.affected else { return Vec::new() };
            let groups = groups.iter().filter(|it| it.basis == basis);
            let groups = groups.map(|it| dataset.find_group(it.group.as_str()).unwrap());
            groups.map(|it| dataset.group(it).unwrap().label.original().to_owned()).collect()
        };
        assert_eq!(stated, labels(authoring::Basis::Stated).join("; "), "{concern}");
        assert_eq!(inferred, labels(authoring::Basis::Inferred).join("; "), "{concern}");
        some += usize::from(!stated.is_empty() && !inferred.is_empty());
    }
    assert!(some > 0, "some concern has both");
}

/// A dataset with one concern, whose texts all begin so.
fn beginning_with(start: &str) -> std::rc::Rc<Dataset> {
    let text = format!("{start}cmd|' /C calc'!A0, \"twice\"\r\nnext");
    common::dataset(
        &json!({
            "schema_version": 1, "id": "x", "title": "x", "language": "en",
            "edition": { "number": 1, "date": "2025" }, "credit": text, "stale_after": "P1Y",
            "instrument": {
                "title": "x", "short_title": "x", "drafts": [{ "id": "draft", "label": "x" }],
                "status": { "as_of": "2025", "line": "x", "events": [] },
            },
            "provisions": [{ "id": "art_1", "citation": text, "summary": "x" }],
            "groups": [{ "id": "group", "label": text, "member": "x", "description": "x" }],
            "organisations": [],
            "sources": [{
                "id": "source", "title": text, "short_title": "x", "publisher": text, "date": "2024",
                "address": "https://example.org/", "language": "en", "draft": "draft", "parties": [],
            }],
            "concerns": [{
                "id": "concern", "title": text, "summary": text, "provisions": ["art_1"],
                "affected": [{ "group": "group", "basis": "stated" }],
                "evidence": [{ "source": "source", "quote": { "exact": text }, "locator": text }],
            }],
        })
        .to_string(),
    )
}

#[test]
fn no_cell_begins_as_a_formula_does_and_nothing_else_of_it_changes() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\t=", "=1+"] {
        let dataset = beginning_with(start);
        let table = Table::of(&dataset);
        let [line] = &table.lines[..] else { panic!("{:?}", table.lines) };
        let text = dataset.records().credit.original();
        let guarded = line.iter().filter(|cell| cell.contains("calc")).collect::<Vec<_>>();
        assert_eq!(guarded.len(), 9, "{line:?}");
        for cell in guarded {
            assert_eq!(*cell, format!("'{text}"));
        }
        assert!(!line.iter().any(|it| it.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
}

#[test]
fn commas_quotes_and_line_breaks_stay_in_their_cell() {
    let dataset = beginning_with("a, \"b\"\n");
    let table = Table::of(&dataset);
    assert_eq!(table.column("quote"), ["a, \"b\"\ncmd|' /C calc'!A0, \"twice\"\r\nnext"]);
}

#[test]
fn a_citation_has_the_provision_the_law_every_quote_with_its_address_and_the_credit() {
    let dataset = bundled();
    let records = dataset.records();
    for (provision, record) in dataset.provisions() {
        let text = citation(&dataset, provision).unwrap();
        let head =
            format!("{}, {}", record.citation.original(), records.instrument.title.original());
        assert_eq!(text.lines().next(), Some(head.as_str()));
        let last = text.lines().last().unwrap();
        assert!(last.starts_with(records.credit.original()), "{last}");
        assert!(last.contains(&records.edition.date.unwrap().to_string()), "{last}");
        for concern in records.concerns.iter().filter(|it| it.provisions.contains(&record.id)) {
            assert!(text.contains(concern.title.original()), "{}", concern.id);
            for evidence in &concern.evidence {
                let source = records.sources.iter().find(|it| it.id == evidence.source).unwrap();
                let quote = evidence.quote.as_ref().map_or("", |it| it.exact.as_str());
                let together = text.lines().any(|line| {
                    line.contains(quote)
                        && line.contains(&source.address)
                        && line.contains(source.title.original())
                        && line.contains(evidence.locator.original())
                });
                assert!(together, "{quote}\n{text}");
            }
        }
    }
}

#[test]
fn a_citation_gives_a_date_that_is_not_printed_as_what_is_known_of_it() {
    let dataset = bundled();
    let text = citation(&dataset, provision(&dataset, "art_28__para_4")).unwrap();
    assert!(text.contains("late July 2024 (date not printed on the release)"), "{text}");
    assert!(!text.contains("2024-07"), "{text}");
    assert!(text.contains("2024-10-21"), "{text}");
}

#[test]
fn the_table_gives_a_date_that_is_not_printed_as_what_is_known_of_it() {
    let table = Table::of(&bundled());
    let dates: BTreeSet<_> = table.column("date").into_iter().collect();
    let known = ["2024-10-21", "late July 2024 (date not printed on the release)"];
    assert_eq!(dates, BTreeSet::from(known));
}
