//! A document that comes, and the hashes of the texts that quotations were confirmed against.

use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use authoring::{Confirmation, Node, confirm};

use super::{NewSource, Outcome};
use crate::{
    check::quotations,
    document::{Document, at, field, id_of, object, record},
    name::new_id,
    quote::sha256,
    text::{in_doubt, pasted},
};

pub(super) fn source(document: &mut Document, new: &NewSource) -> Outcome {
    let title = new.title.trim();
    if title.is_empty() {
        return Err("give the document a title".into());
    }
    let text = pasted(&new.text);
    if text.trim().is_empty() {
        return Err("the document has no text yet: open its file, or paste its text".into());
    }
    let id = new_id(document, "sources", title);
    let language = document.words(&at(&["language"])).to_string();
    let mut node = object(&[
        ("id", &id),
        ("title", title),
        ("short_title", title),
        ("publisher", new.publisher.trim()),
        ("date", new.date.trim()),
        ("address", new.address.trim()),
        ("language", &language),
    ]);
    if let Node::Map(fields) = &mut node {
        fields.extend(draft(document));
        fields.push(("parties".into(), Node::List(Vec::new())));
    }
    document.texts_mut().insert(id, Rc::from(text.as_str()));
    let path = document.push(&at(&["sources"]), node);
    let mut said = format!("“{title}” is here, with its text.");
    let doubtful = in_doubt(&new.text);
    if doubtful > 0 {
        let _ = write!(
            said,
            " It is a mail, and {doubtful} of its lines may be another’s words: they stay."
        );
    }
    Ok((path, said))
}

/// Where the law has one text alone, a document speaks of that; that this is concluded is said.
fn draft(document: &Document) -> Vec<(String, Node)> {
    let [draft] = document.items(&at(&["instrument", "drafts"])) else { return Vec::new() };
    let reason = "There is one text of the law in this dataset.";
    let fields = [("draft", id_of(draft)), ("draft_basis", "inferred"), ("draft_reason", reason)];
    fields.map(|(name, text)| (name.to_string(), Node::Text(text.into()))).into()
}

/// The hash of each text in which every quotation of its source stands; a hash of a text here in which
/// one doesn't goes.
pub(super) fn record_hashes(document: &mut Document) {
    let mut sound: BTreeMap<String, bool> = BTreeMap::new();
    for it in quotations(document) {
        let Some(text) = document.text(&it.source) else { continue };
        let stands = confirm(&it.quote, text) == Confirmation::Confirmed;
        let all = sound.entry(it.source).or_insert(true);
        *all &= stands;
    }
    for (source, all) in sound {
        let Some(nth) = document.place("sources", &source) else { continue };
        let Some(hash) = document.text(&source).map(|text| sha256(text)) else { continue };
        let path = field(&record("sources", nth), "sha256");
        let recorded = document.words(&path) == hash;
        match (all, recorded) {
            (true, false) => document.put(&path, Some(Node::Text(hash))),
            (false, true) => document.clear(&path),
            _ => {}
        }
    }
}
