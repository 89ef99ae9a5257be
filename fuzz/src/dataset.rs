//! A dataset from elsewhere: as JSON, as records, and as what a reader takes along.

use std::collections::BTreeSet;

use authoring::{
    Affected, Dataset, Evidence, Node, Parsed, Problem, ProblemKind, Step, json, read,
};
use explorer::export;
use serde_json::Value;

use crate::{each_once, law};

/// Any text: it is JSON to us where it is to others, what is wrong is told once and where it
/// stands, and what is left is sound, says nothing new and reads again as the same.
pub fn dataset(data: &[u8]) {
    let text = crate::text(data);
    json_is_what_others_take_for_it(&text);
    let Some(node) = law::node(&text) else { return };
    let Parsed { dataset, problems, .. } = read(node.clone());
    problems_are_told_once_and_in_place(&node, &problems);
    let Some(dataset) = dataset else { return assert!(!problems.is_empty()) };
    records_are_sound(&dataset);
    let written = serde_json::to_string(dataset.records()).expect("records can be written");
    nothing_is_invented(&node, &written);
    let again = read(json::parse(&written).expect("what serde writes is JSON"));
    // What is shown without a field that it should have still lacks that field.
    assert!(again.problems.iter().all(|it| matches!(it.kind, ProblemKind::Unsaid(_))));
    assert!(again.problems.is_empty() || !problems.is_empty());
    assert_eq!(again.dataset.as_ref(), Some(&dataset));
    a_table_can_be_taken_along(&dataset);
}

fn json_is_what_others_take_for_it(text: &str) {
    // A byte order mark is passed over, as a browser does; others refuse it.
    let unmarked = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match (json::parse(text), serde_json::from_str::<Value>(unmarked)) {
        (Ok(ours), Ok(theirs)) => assert!(is_same(&ours, &theirs), "{ours:?}"),
        // JSON sets no bounds to numbers; what we keep of large ones is only their kind.
        (Ok(_), Err(theirs)) => assert!(theirs.to_string().contains("out of range"), "{theirs}"),
        (Err(ours), Ok(theirs)) => {
            assert!(ours.to_string().ends_with("expected at most 32 levels"), "{ours}");
            assert!(depth(&theirs) > 32);
        }
        (Err(ours), Err(_)) => {
            let sentence = ours.to_string();
            assert!(sentence.starts_with("not JSON at line ") && sentence.len() < 120, "{ours}");
        }
    }
}

/// Of a key given twice they keep the last; we keep both, to report them.
fn is_same(ours: &Node, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Node::Null, Value::Null) => true,
        (Node::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Node::Whole(ours), Value::Number(theirs)) => theirs.as_u64() == Some(*ours),
        (Node::OtherNumber, Value::Number(theirs)) => !theirs.is_u64(),
        (Node::Text(ours), Value::String(theirs)) => ours == theirs,
        (Node::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| is_same(a, b))
        }
        (Node::Map(ours), Value::Object(theirs)) => {
            let keys: BTreeSet<_> = ours.iter().map(|(key, _)| key).collect();
            let last = |wanted| ours.iter().rfind(|(key, _)| key == wanted).map(|(_, it)| it);
            keys.len() == theirs.len()
                && theirs.iter().all(|(key, b)| last(key).is_some_and(|a| is_same(a, b)))
        }
        _ => false,
    }
}

fn depth(value: &Value) -> usize {
    let inner = match value {
        Value::Array(items) => items.iter().map(depth).max(),
        Value::Object(fields) => fields.values().map(depth).max(),
        _ => None,
    };
    1 + inner.unwrap_or_default()
}

fn problems_are_told_once_and_in_place(node: &Node, problems: &[Problem]) {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    each_once(&told);
    for (problem, told) in problems.iter().zip(&told) {
        assert!(leads_somewhere(node, &problem.at.0), "{told}");
    }
}

/// Whether a path leads to a value, or to an object that lacks the last field.
fn leads_somewhere(node: &Node, path: &[Step]) -> bool {
    let Some((step, rest)) = path.split_first() else { return true };
    match (node, step) {
        (Node::Map(fields), Step::Field(name)) => {
            let mut named = fields.iter().filter(|(key, _)| key == name).peekable();
            (named.peek().is_none() && rest.is_empty())
                || named.any(|(_, inner)| leads_somewhere(inner, rest))
        }
        (Node::List(items), Step::Item(index)) => {
            items.get(*index).is_some_and(|inner| leads_somewhere(inner, rest))
        }
        _ => false,
    }
}

/// Whether a reader may be sent to an address.
pub(crate) fn is_address(address: &str) -> bool {
    let web = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    web.is_some_and(|it| it.starts_with(|c: char| c.is_ascii_alphanumeric()))
        && !address.contains(|c: char| c.is_control() || c.is_whitespace())
}

/// What the product promises of every concern, request and link on the screen.
fn records_are_sound(dataset: &Dataset) {
    let records = dataset.records();
    assert!(!records.provisions.is_empty());
    for source in &records.sources {
        assert!(is_address(&source.address), "{}", source.address);
        assert!(source.archived.as_deref().is_none_or(is_address), "{:?}", source.archived);
        assert!(dataset.find_draft(source.draft.as_str()).is_some());
    }
    assert!(records.instrument.status.events.iter().all(|event| is_address(&event.source)));
    for (handle, concern) in dataset.concerns() {
        evidence_is_sound(dataset, &concern.evidence);
        let links = dataset.around_concern(handle).expect("a handle of this dataset");
        assert!(!links.provisions.is_empty() && !links.sources.is_empty());
        each_once(&links.provisions);
        each_once(&links.groups);
        match &concern.affected {
            Affected::NoneFound => assert!(links.groups.is_empty()),
            Affected::Groups(groups) => assert_eq!(links.groups.len(), groups.len()),
        }
        for provision in &links.provisions {
            let around = dataset.around_provision(*provision).expect("a handle of this dataset");
            assert!(around.concerns.contains(&handle), "links lead both ways");
        }
        each_once(&links.requests);
    }
    for (_, request) in dataset.requests() {
        evidence_is_sound(dataset, &request.evidence);
    }
}

fn evidence_is_sound(dataset: &Dataset, evidence: &[Evidence]) {
    assert!(!evidence.is_empty());
    for evidence in evidence {
        assert!(dataset.find_source(evidence.source.as_str()).is_some());
        let quote = evidence.quote.as_ref().map(|quote| quote.exact.chars().count());
        assert!(quote.is_none_or(|characters| (1..=300).contains(&characters)));
    }
}

/// What stands for fields that may be left out.
const DEFAULTS: [&str; 6] = ["article", "none_found", "not_checked", "people", "says", "stated"];

/// Taking out what is wrong may remove statements, never change one. Intervals are written in
/// another form than they may have had, and some fields have a word where they are left out.
fn nothing_is_invented(node: &Node, written: &str) {
    let mut written: Value = serde_json::from_str(written).expect("what serde writes is JSON");
    let interval = written.as_object_mut().and_then(|fields| fields.remove("stale_after"));
    assert!(interval.is_none_or(|it| it.is_string()));
    let (mut given, mut said) = (BTreeSet::from(DEFAULTS), Vec::new());
    texts(node, &mut given);
    texts_of_value(&written, &mut said);
    for text in said.into_iter().filter(|text| !text.is_empty()) {
        assert!(given.contains(text), "{text} stands nowhere in the file");
    }
}

fn texts<'n>(node: &'n Node, found: &mut BTreeSet<&'n str>) {
    match node {
        Node::Text(text) => {
            found.insert(text);
        }
        Node::List(items) => items.iter().for_each(|item| texts(item, found)),
        Node::Map(fields) => fields.iter().for_each(|(_, inner)| texts(inner, found)),
        _ => {}
    }
}

fn texts_of_value<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts_of_value(item, found)),
        Value::Object(fields) => fields.values().for_each(|inner| texts_of_value(inner, found)),
        _ => {}
    }
}

/// A line for each provision, concern and piece of evidence, of eighteen cells, none a formula.
fn a_table_can_be_taken_along(dataset: &Dataset) {
    let table = export::csv(dataset);
    let rows = rows(table.strip_prefix('\u{feff}').expect("it says that it is UTF-8"));
    let evidence = |(it, concern): (authoring::ConcernIx, &authoring::Concern)| {
        let links = dataset.around_concern(it).expect("a handle of this dataset");
        (links.provisions.len() + links.mentions.len()) * concern.evidence.len()
    };
    assert_eq!(rows.len(), 1 + dataset.concerns().map(evidence).sum::<usize>());
    for row in rows {
        assert_eq!(row.len(), 18, "{row:?}");
        assert!(!row.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
    }
    for (provision, _) in dataset.provisions() {
        assert!(export::citation(dataset, provision).is_some());
    }
}

/// Reads comma-separated values as RFC 4180 says, every cell in quotation marks.
fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut rest) = (Vec::new(), table);
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let mut cell = String::new();
            rest = rest.strip_prefix('"').expect("a cell begins");
            while let Some((part, after)) = rest.split_once('"') {
                cell.push_str(part);
                rest = after.strip_prefix('"').unwrap_or(after);
                if rest.len() == after.len() {
                    break;
                }
                cell.push('"');
            }
            row.push(cell);
            match rest.strip_prefix(',') {
                Some(after) => rest = after,
                None => break,
            }
        }
        rest = rest.strip_prefix("\r\n").expect("a row ends");
        rows.push(row);
    }
    rows
}
