//! Where tags may stand around a mention so that the markup still nests.

use std::ops::Range;

use super::{BUSY, Page};

/// The bytes of the source to put tags around for some words of the text; none where they stand in
/// something that is tapped already, or where no tags would nest.
pub(crate) fn wrappable(page: &Page, span: &Range<usize>) -> Option<Range<usize>> {
    if page.is_busy(span) {
        return None;
    }
    let mut around = page.source(span)?;
    let first = page.tags.partition_point(|tag| tag.span.start < around.start);
    let last = page.tags.partition_point(|tag| tag.span.start < around.end);
    let inside = page.tags.get(first..last)?;
    let mut open: Vec<&str> = Vec::new();
    let mut closed: Vec<&str> = Vec::new();
    for tag in inside.iter().filter(|tag| !is_void(&tag.name)) {
        if BUSY.contains(&tag.name.as_str()) {
            return None;
        }
        if tag.opens {
            open.push(&tag.name);
        } else if let Some(name) = open.pop() {
            if name != tag.name {
                return None;
            }
        } else {
            closed.push(&tag.name);
        }
    }
    // `<b>Article 28</b>(4)`: the tags that touch belong inside.
    let mut before = page.tags.get(..first)?.iter().rev();
    for name in closed {
        let tag = before.next()?;
        if !(tag.opens && tag.name == name && tag.span.end == around.start) {
            return None;
        }
        around.start = tag.span.start;
    }
    let mut after = page.tags.get(last..)?.iter();
    for name in open.into_iter().rev() {
        let tag = after.next()?;
        if tag.opens || tag.name != name || tag.span.start != around.end {
            return None;
        }
        around.end = tag.span.end;
    }
    Some(around)
}

/// Elements without an end, and comments.
fn is_void(name: &str) -> bool {
    matches!(name, "" | "area" | "br" | "col" | "embed" | "hr" | "img" | "input" | "wbr")
        || matches!(name, "base" | "link" | "meta" | "param" | "source" | "track")
}
