//! What stands beside a concern: who answers it, where those behind a document stand, and other law.

use std::ops::Range;

use authoring::{Node, Path};

use super::{Outcome, claim::evidence};
use crate::{
    document::{Document, at, field, id_of, list, object, record},
    name::new_id,
};

pub(super) fn reply(
    document: &mut Document,
    concern: Option<&Path>,
    source: &str,
    range: &Range<usize>,
) -> Outcome {
    let evidence = evidence(document, source, range)?;
    let of = concern.and_then(|it| document.find(it)).map(id_of).unwrap_or_default().to_string();
    let id = new_id(document, "replies", if of.is_empty() { source } else { &of });
    let who = match behind(document, source).as_slice() {
        [one] => one.clone(),
        _ => String::new(),
    };
    let mut reply = object(&[("id", &id), ("organisation", &who)]);
    if let Node::Map(fields) = &mut reply {
        fields.push(("evidence".into(), Node::List(vec![evidence])));
        if !of.is_empty() {
            fields.push(("concerns".into(), list([of.as_str()])));
        }
    }
    let path = document.push(&at(&["replies"]), reply);
    let about = if of.is_empty() { "to the law as a whole" } else { "to this concern" };
    Ok((
        path,
        format!(
            "A reply {about}, with its quotation confirmed. Say what it does, and in your own words what it says."
        ),
    ))
}

/// Everyone behind the document stands there, but for those of whom it is known already.
pub(super) fn position(document: &mut Document, source: &str, range: &Range<usize>) -> Outcome {
    let evidence = evidence(document, source, range)?;
    let all = behind(document, source);
    if all.is_empty() {
        return Err("Say first who issued or signed the document, in part 5.".into());
    }
    let known: Vec<String> = of_source(document, source)
        .iter()
        .map(|it| document.words(&field(it, "organisation")).to_string())
        .collect();
    let mut first = None;
    for id in all.iter().filter(|it| !known.contains(it)) {
        let mut position = object(&[("organisation", id)]);
        if let Node::Map(fields) = &mut position {
            fields.push(("evidence".into(), evidence.clone()));
        }
        let path = document.push(&at(&["positions"]), position);
        first = first.or(path);
    }
    match first {
        None => {
            Err("Everyone behind this document has a position already; part 5 has them.".into())
        }
        Some(path) => {
            Ok((Some(path), "A position, with its quotation confirmed. Say which.".into()))
        }
    }
}

/// The same for all whose position rests on the same words.
pub(super) fn stance(document: &mut Document, position: &Path, stance: &str) -> Outcome {
    if document.find(position).is_none() {
        return Err("there is no such position".into());
    }
    for it in beside(document, position) {
        let value = (!stance.is_empty()).then(|| Node::Text(stance.into()));
        document.put(&field(&it, "stance"), value);
    }
    Ok((Some(position.clone()), String::new()))
}

pub(super) fn relate(
    document: &mut Document,
    concern: &Path,
    source: &str,
    law: &str,
    pinpoint: &str,
) -> Outcome {
    let fields = [("instrument", law), ("pinpoint", pinpoint), ("source", source)];
    if document.find(concern).is_none() {
        return Err("there is no such concern".into());
    }
    let path = document.push(&field(concern, "related"), object(&fields));
    Ok((path, format!("{law} stands beside this concern. Say how the provision stands to it.")))
}

/// Who issued or signed a document, each once.
fn behind(document: &Document, source: &str) -> Vec<String> {
    let mut all = Vec::new();
    let Some(nth) = document.place("sources", source) else { return all };
    for party in document.items(&field(&record("sources", nth), "parties")) {
        let says = |name: &str| party.field(name).and_then(Node::as_text).unwrap_or_default();
        let id = says("organisation").to_string();
        if says("role") != "named" && !id.is_empty() && !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// The positions that rest on a document, those that rest on the same words together.
pub fn positions(document: &Document, source: &str) -> Vec<Vec<Path>> {
    let mut all: Vec<Vec<Path>> = Vec::new();
    for it in of_source(document, source) {
        if !all.iter().flatten().any(|known| *known == it) {
            all.push(beside(document, &it));
        }
    }
    all
}

/// The positions that rest on a document.
fn of_source(document: &Document, source: &str) -> Vec<Path> {
    let all = (0..document.records("positions").len()).map(|nth| record("positions", nth));
    let rests = |it: &Path| document.words(&field(&field(it, "evidence"), "source")) == source;
    all.filter(rests).collect()
}

/// The positions that rest on the same words, the one itself among them.
fn beside(document: &Document, position: &Path) -> Vec<Path> {
    let evidence = |it: &Path| document.find(&field(it, "evidence"));
    let all = (0..document.records("positions").len()).map(|nth| record("positions", nth));
    all.filter(|it| evidence(it) == evidence(position)).collect()
}
