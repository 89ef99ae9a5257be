//! From a passage of a source to a quotation that the check confirms.

use std::ops::Range;

use authoring::{Confirmation, LONGEST_QUOTE, Node, Quote, confirm};
use layout::PAGE_BREAK;
use sha2::{Digest as _, Sha256};

use crate::document::object;

/// In bytes: so much stands around a quotation, and twice as much until its place is unique.
const AROUND: usize = 24;

/// SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// The words of a text at these bytes as a quotation, bound to their place by the words around them.
///
/// # Errors
/// A sentence, where there are no words, or too many.
pub fn bound(text: &str, range: &Range<usize>) -> Result<Quote, String> {
    let whole = text.get(range.clone()).unwrap_or_default();
    let exact = whole.trim();
    if exact.is_empty() {
        return Err("select the words first".into());
    }
    if exact.contains(PAGE_BREAK) {
        return Err("another page begins within these words; quote what is on one of them".into());
    }
    let characters = exact.chars().count();
    if characters > LONGEST_QUOTE {
        return Err(format!(
            "these are {characters} characters; a quotation has {LONGEST_QUOTE} at most"
        ));
    }
    let start = range.start + whole.len() - whole.trim_start().len();
    let end = start + exact.len();
    // Where a page begins is nothing that the source says, and no table takes the sign for it.
    let first = text
        .get(..start)
        .and_then(|it| it.rfind(PAGE_BREAK))
        .map_or(0, |at| at + PAGE_BREAK.len_utf8());
    let last = text.get(end..).and_then(|it| it.find(PAGE_BREAK)).map_or(text.len(), |at| end + at);
    let mut around = AROUND;
    loop {
        let prefix =
            text.get(word_start(text, start, around).max(first)..start).unwrap_or_default();
        let suffix = text.get(end..word_end(text, end, around).min(last)).unwrap_or_default();
        let quote =
            Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into(), lang: None };
        if around > text.len() || confirm(&quote, text) == Confirmation::Confirmed {
            return Ok(quote);
        }
        around *= 2;
    }
}

/// Where a word begins, about so many bytes before a place.
fn word_start(text: &str, place: usize, around: usize) -> usize {
    let mut at = place.saturating_sub(around);
    let blank = |at: usize| text.get(..at).is_some_and(|it| it.ends_with(char::is_whitespace));
    while at > 0 && !blank(at) {
        at -= 1;
    }
    at
}

/// Where a word ends, about so many bytes behind a place.
fn word_end(text: &str, place: usize, around: usize) -> usize {
    let mut at = (place + around).min(text.len());
    let blank = |at: usize| text.get(at..).is_some_and(|it| it.starts_with(char::is_whitespace));
    while at < text.len() && !blank(at) {
        at += 1;
    }
    at
}

/// A quotation as it stands in a dataset.
pub(crate) fn written(quote: &Quote) -> Node {
    object(&[("exact", &quote.exact), ("prefix", &quote.prefix), ("suffix", &quote.suffix)])
}

/// A quotation out of a dataset.
pub(crate) fn read(node: &Node) -> Quote {
    let text = |name: &str| node.field(name).and_then(Node::as_text).unwrap_or_default().into();
    Quote { exact: text("exact"), prefix: text("prefix"), suffix: text("suffix"), lang: None }
}
