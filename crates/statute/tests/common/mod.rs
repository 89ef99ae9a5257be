//! What the tests of several files share.

#![allow(dead_code, reason = "each test uses some of it")]

use std::io::{Cursor, Write as _};

use authoring::Node;
use statute::{Choice, Depth, File, Law};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A document of Word's, of these parts.
pub(crate) fn document(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(xml.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A law's provision as text: `id | citation | heading | paragraphs / of words | parent`.
pub(crate) fn rows(law: &Law) -> Vec<String> {
    let all = match law.dataset.field("provisions") {
        Some(Node::List(all)) => all.as_slice(),
        _ => &[],
    };
    all.iter()
        .map(|it| {
            let said =
                |name: &str| it.field(name).and_then(Node::as_text).unwrap_or("").to_string();
            let (id, citation) = (said("id"), said("citation"));
            let all = [id, citation, said("heading"), text(it).join(" / "), said("parent")];
            all.join(" | ")
        })
        .collect()
}

/// A provision's paragraphs.
pub(crate) fn text(provision: &Node) -> Vec<String> {
    match provision.field("text") {
        Some(Node::List(all)) => all.iter().filter_map(Node::as_text).map(Into::into).collect(),
        _ => Vec::new(),
    }
}

/// Reads one file, at a depth.
pub(crate) fn read(name: &str, bytes: &[u8], depth: Depth) -> Law {
    let read = statute::read(&[File { name, bytes }], &Choice { depth, only: None });
    read.expect("a law that can be read")
}

/// The findings, as they are told.
pub(crate) fn told(all: &[statute::Finding]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// Characters that are no blanks.
pub(crate) fn weight(text: &str) -> usize {
    text.chars().filter(|it| !it.is_whitespace()).count()
}
