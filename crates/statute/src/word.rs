//! A law as a Word document: its paragraphs with the numbers that Word makes by itself, which then
//! are read as those of a text.

mod numbering;
mod paragraphs;

use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use crate::{
    language,
    outline::{At, LeftOut, Outline, Why},
    plain,
    tree::{Element, collapsed, weight},
    xml,
};
use paragraphs::Paragraphs;

/// A part, unpacked; a long law has a few megabytes.
const LARGEST_PART: u64 = 64 << 20;
const DAMAGED: &str = "is damaged; open it in Word and save it again";
/// How old Word documents and encrypted new ones begin.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether a file is a ZIP archive, as Word documents are.
pub(crate) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Why a file is none that a law could be read from, where its first bytes say so.
pub(crate) fn refused(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"%PDF") {
        return Some("is a PDF, which has no paragraphs; take the law as XML, .docx or text");
    }
    let why = "is protected with a password, or in the format of old versions of Word; save it as \
               .docx without one";
    bytes.starts_with(COMPOUND).then_some(why)
}

/// Reads a document; or why it can't be, as the rest of a sentence.
pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Outline, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let mut part = |name: &str| part(&mut archive, name);
    let document = part("word/document.xml")?;
    let document = document.ok_or("is no Word document; save it as .docx, XML or text")?;
    let styles = part("word/styles.xml")?;
    let numbering = part("word/numbering.xml")?;
    let beside = [
        (Why::Footnote, part("word/footnotes.xml")?),
        (Why::Footnote, part("word/endnotes.xml")?),
        (Why::Remark, part("word/comments.xml")?),
    ];
    let mut read = Paragraphs::of(&document, styles.as_ref(), numbering.as_ref());
    for (why, part) in &beside {
        for note in part.iter().flat_map(Element::elements) {
            read.leave(*why, &note.text());
        }
    }
    let tag = styles.as_ref().and_then(|it| it.find("lang")?.attribute("val"));
    let mut outline = plain::of_lines(&read.lines, tag.and_then(language::tag), file);
    outline.told.extend(read.told.into_iter().map(|it| (At::default().of(file), it)));
    for (why, words) in read.left {
        outline.total += weight(&words);
        outline.left.push(LeftOut { why, at: At::default().of(file), words: collapsed(&words) });
    }
    Ok(outline)
}

impl At {
    fn of(self, file: &str) -> Self {
        Self { file: file.into(), ..self }
    }
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Element>, String> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
            return Err("is protected with a password; save it without one".into());
        }
        Err(_) => return Err(DAMAGED.into()),
    };
    // What the archive says of its size may be wrong, so the bytes are counted as they come.
    let mut bytes = Vec::new();
    part.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| DAMAGED)?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err("unpacks to more than 64 MB; no law does".into());
    }
    let text = String::from_utf8(bytes).map_err(|_| DAMAGED)?;
    let text = text.trim_start_matches('\u{FEFF}');
    xml::parse(text).map(Some).map_err(|(_, why)| format!("{DAMAGED}: in `{name}` {why}"))
}
