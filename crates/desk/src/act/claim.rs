//! From passages to concerns, their evidence, whom they affect, and what is asked for.

use std::ops::{Range, RangeInclusive};

use authoring::{Node, Path, Step};

use super::Outcome;
use crate::{
    document::{Document, at, field, id_of, list, object},
    name::new_id,
    passage::passages,
    quote::{bound, written},
};

/// What a paragraph, a page and several are called in a place for a person, by the dataset's language, and
/// what stands between page and paragraph.
const PLACES: [(&str, [&str; 4]); 5] = [
    ("en", ENGLISH),
    ("fr", ["Paragraphe", "Page", "Pages", ", paragraphe"]),
    ("de", ["Absatz", "Seite", "Seiten", ", Absatz"]),
    ("es", ["Párrafo", "Página", "Páginas", ", párrafo"]),
    ("ar", ["الفقرة", "الصفحة", "الصفحات", "، الفقرة"]),
];
const ENGLISH: [&str; 4] = ["Paragraph", "Page", "Pages", ", paragraph"];

pub(super) fn take(
    document: &mut Document,
    source: &str,
    range: &Range<usize>,
    provisions: &[String],
    name: &str,
) -> Outcome {
    let evidence = evidence(document, source, range)?;
    let id = new_id(document, "concerns", name);
    let mut concern = object(&[("id", &id)]);
    if let Node::Map(fields) = &mut concern {
        fields.push(("provisions".into(), list(provisions.iter().map(String::as_str))));
        fields.push(("evidence".into(), Node::List(vec![evidence])));
    }
    let path = document.push(&at(&["concerns"]), concern);
    Ok((path, "A concern, with its quotation confirmed. Give it a title.".into()))
}

pub(super) fn quote(
    document: &mut Document,
    record: &Path,
    source: &str,
    range: &Range<usize>,
) -> Outcome {
    let evidence = evidence(document, source, range)?;
    let path = document.push(&field(record, "evidence"), evidence);
    Ok((path, "Quoted and confirmed.".into()))
}

pub(super) fn quote_anew(document: &mut Document, at: &Path, range: &Range<usize>) -> Outcome {
    let source = source_of(document, at);
    let quote = bound(text(document, &source)?, range)?;
    let mut quote = written(&quote);
    // Whose words they are in which language has not changed.
    let lang = document.find(at).and_then(|it| it.field("lang")).cloned();
    if let (Node::Map(fields), Some(lang)) = (&mut quote, lang) {
        fields.push(("lang".into(), lang));
    }
    document.put(at, Some(quote));
    Ok((Some(at.clone()), "Quoted to the letter now, and confirmed.".into()))
}

/// The source of a quotation: its own, or the one whose party it is.
fn source_of(document: &Document, quote: &Path) -> String {
    let [outer @ .., _] = quote.0.as_slice() else { return String::new() };
    let own = document.words(&field(&Path(outer.to_vec()), "source"));
    match outer {
        [Step::Field(list), Step::Item(nth), ..] if list == "sources" => {
            document.records(list).get(*nth).map(id_of).unwrap_or_default().into()
        }
        _ => own.into(),
    }
}

fn text<'d>(document: &'d Document, source: &str) -> Result<&'d str, String> {
    let text = document.text(source).ok_or_else(|| "the source's text isn't here".to_string())?;
    Ok(text)
}

/// Where words stand, for a person: by page and paragraph, or by paragraph in a text without pages.
fn place(text: &str, range: &Range<usize>, language: &str) -> String {
    let known = PLACES.iter().find(|(tag, _)| language.split('-').next() == Some(tag));
    let [alone, on, over, then] = known.map_or(ENGLISH, |(_, words)| *words);
    let passages = passages(text);
    let paragraph = passages.paragraph(range.start);
    match passages.pages(range).map(RangeInclusive::into_inner) {
        None => format!("{alone} {paragraph}"),
        Some((page, last)) if page == last => format!("{on} {page}{then} {paragraph}"),
        Some((first, last)) => format!("{over} {first}–{last}{then} {paragraph}"),
    }
}

pub(super) fn evidence(
    document: &Document,
    source: &str,
    range: &Range<usize>,
) -> Result<Node, String> {
    let text = text(document, source)?;
    let quote = bound(text, range)?;
    let language = document.words(&at(&["language"]));
    let place = place(text, range, language);
    let mut evidence = object(&[("source", source), ("locator", &place)]);
    if let Node::Map(fields) = &mut evidence {
        fields.push(("quote".into(), written(&quote)));
    }
    Ok(evidence)
}

pub(super) fn affect(
    document: &mut Document,
    concern: &Path,
    group: &str,
    basis: Option<&str>,
) -> Outcome {
    let all = field(concern, "affected");
    let known = document.items(&all).iter();
    let known =
        known.enumerate().find(|(_, it)| it.field("group").and_then(Node::as_text) == Some(group));
    let known = known.map(|(nth, _)| nth);
    if known.is_none() && basis.is_none() {
        return Ok((Some(all), String::new()));
    }
    let Some(groups) = document.list_mut(&all) else { return Err("no such concern".into()) };
    match (known, basis) {
        (Some(nth), None) => {
            groups.remove(nth);
            if groups.is_empty() {
                document.clear(&all);
            }
        }
        (Some(nth), Some(basis)) => {
            let reason = groups.get(nth).and_then(|it| it.field("reason")).cloned();
            if let Some(item) = groups.get_mut(nth) {
                *item = object(&[("group", group), ("basis", basis)]);
                if let (Node::Map(fields), Some(reason), "inferred") = (item, reason, basis) {
                    fields.push(("reason".into(), reason));
                }
            }
        }
        (None, Some(basis)) => groups.push(object(&[("group", group), ("basis", basis)])),
        (None, None) => {}
    }
    Ok((Some(all), String::new()))
}

pub(super) fn ask(
    document: &mut Document,
    concern: &Path,
    source: &str,
    range: &Range<usize>,
) -> Outcome {
    let evidence = evidence(document, source, range)?;
    let of = document.find(concern).map(id_of).unwrap_or_default().to_string();
    let provisions = document.find(&field(concern, "provisions")).cloned();
    let addressee = last_addressee(document, source);
    let id = new_id(document, "requests", &of);
    let mut request = object(&[("id", &id), ("addressee", &addressee)]);
    if let Node::Map(fields) = &mut request {
        fields.push(("evidence".into(), Node::List(vec![evidence])));
        fields.push(("concerns".into(), list([of.as_str()])));
        fields.extend(provisions.map(|it| ("provisions".into(), it)));
    }
    let path = document.push(&at(&["requests"]), request);
    Ok((
        path,
        "A request, with its quotation confirmed. Say what kind it is, and in your own words what is asked.".into(),
    ))
}

/// Whom the same document asked before.
fn last_addressee(document: &Document, source: &str) -> String {
    let asks = |request: &&Node| match request.field("evidence") {
        Some(Node::List(all)) => {
            all.iter().any(|it| it.field("source").and_then(Node::as_text) == Some(source))
        }
        _ => false,
    };
    let last = document.records("requests").iter().rev().find(asks);
    match last.and_then(|it| it.field("addressee")) {
        Some(Node::Text(text)) => text.clone(),
        Some(text) => text.field("text").and_then(Node::as_text).unwrap_or_default().into(),
        None => String::new(),
    }
}
