//! The words of a Word document: a ZIP archive, in it XML, in that paragraphs of runs.

use std::io::{Cursor, Read};

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, result::ZipError};

/// The text's part, unpacked. A long story has a few hundred kilobytes.
const LARGEST_PART: u64 = 32 << 20;

/// What is in these elements isn't in the text as it stands: deleted or moved away, kept for
/// programs that can't show the other form, or the code of a field.
const SILENT: [&str; 6] = ["del", "moveFrom", "Fallback", "instrText", "delInstrText", "delText"];

/// The text, one paragraph a line; or why there is none, as the rest of a sentence.
pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    let xml = document(bytes)?;
    words(&xml).ok_or_else(|| "is damaged; open it in Word and save it again".into())
}

fn document(bytes: &[u8]) -> Result<String, String> {
    let damaged = |_: ZipError| "is damaged; open it in Word and save it again".to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let part = match archive.by_name("word/document.xml") {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
            return Err("is protected with a password; save it without one".into());
        }
        Err(ZipError::FileNotFound) => {
            return Err("is no Word document; save it as .docx, .html or .txt".into());
        }
        Err(other) => return Err(damaged(other)),
    };
    // What the archive says of its size may be wrong, so the bytes are counted as they come.
    let mut xml = Vec::new();
    let read = part.take(LARGEST_PART + 1).read_to_end(&mut xml);
    read.map_err(|_| "is damaged; open it in Word and save it again")?;
    if xml.len() as u64 > LARGEST_PART {
        return Err("holds more than 32 MB of text; paste the part that is the story".into());
    }
    let (text, _, wrong) = encoding_rs::UTF_8.decode(&xml);
    if wrong {
        Err("is not in UTF-8; open it in Word and save it again".into())
    } else {
        Ok(text.into())
    }
}

/// None where the XML is broken.
fn words(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    // How deep in elements that are passed over, and whether within words.
    let (mut silent, mut speaks) = (0_usize, false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if silent > 0 || is_silent(&tag) => silent += 1,
            Event::End(_) if silent > 0 => silent -= 1,
            _ if silent > 0 => {}
            Event::Start(tag) => speaks = tag.local_name().as_ref() == "t",
            Event::Empty(tag) => text.push_str(sign(&tag)),
            Event::End(tag) => {
                speaks = false;
                if tag.local_name().as_ref() == "p" {
                    text.push('\n');
                }
            }
            Event::Text(words) if speaks => text.push_str(&words.xml10_content()),
            Event::CData(words) if speaks => text.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if speaks => {
                let char = name.resolve_char_ref().ok()?;
                text.extend(char);
                text.push_str(resolve_xml_entity(&name).filter(|_| char.is_none()).unwrap_or(""));
            }
            Event::Eof => break,
            _ => {}
        }
        if matches!(text.as_bytes(), [.., b'\n', b'\n', b'\n']) {
            text.pop();
        }
    }
    Some(text.trim_end().into())
}

fn is_silent(tag: &BytesStart<'_>) -> bool {
    SILENT.contains(&tag.local_name().as_ref())
}

/// Elements that stand for a character. A page break ends no paragraph.
fn sign(tag: &BytesStart<'_>) -> &'static str {
    match tag.local_name().as_ref() {
        "tab" => "\t",
        "br" | "cr" | "p" => "\n",
        "noBreakHyphen" => "\u{2011}",
        _ => "",
    }
}
