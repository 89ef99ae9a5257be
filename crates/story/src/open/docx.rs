//! The words of a Word document: a ZIP archive, in it XML, in that paragraphs of runs.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
};

use dataset::raised;
use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};
use zip::{ZipArchive, result::ZipError};

use super::properties;
use crate::About;

/// The text's part, unpacked. A long story has a few hundred kilobytes.
const LARGEST_PART: u64 = 32 << 20;

/// What is in these elements isn't in the text as it stands: deleted or moved away, kept for
/// programs that can't show the other form, or the code of a field.
const SILENT: [&str; 6] = ["del", "moveFrom", "Fallback", "instrText", "delInstrText", "delText"];

/// What stands beside the text in parts of their own, and the element that is one of them.
const BESIDE: [(&str, &str, &str, &str); 5] = [
    ("word/footnotes", "footnote", "a footnote", "footnotes"),
    ("word/endnotes", "endnote", "an endnote", "endnotes"),
    ("word/comments", "comment", "a comment", "comments"),
    ("word/header", "hdr", "a page header", "page headers"),
    ("word/footer", "ftr", "a page footer", "page footers"),
];

const DAMAGED: &str = "is damaged; open it in Word and save it again";

/// A document's text, one paragraph a line, and what of the document is none of it.
pub(crate) struct Document {
    pub(crate) text: String,
    /// What it is, and its words.
    pub(crate) left_out: Vec<(String, String)>,
    /// What its properties say.
    pub(crate) about: About,
}

/// The document; or why there is none, as the rest of a sentence.
pub(super) fn read(bytes: &[u8]) -> Result<Document, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let mut left = LARGEST_PART;
    let xml = part(&mut archive, "word/document.xml", &mut left)?;
    let body = Words::of(&xml).ok_or(DAMAGED)?;
    let mut left_out = Vec::new();
    for (names, element, one, several) in BESIDE {
        let mut all = Vec::new();
        for name in beside(&archive, names) {
            let xml = part(&mut archive, &name, &mut left)?;
            all.extend(Words::each(&xml, element).ok_or(DAMAGED)?);
        }
        // The first page and the others may have the same header.
        let mut seen = BTreeSet::new();
        all.retain(|it| seen.insert(it.clone()));
        let what = if all.len() == 1 { one.into() } else { format!("{} {several}", all.len()) };
        left_out.push((what, all.join("\n")));
    }
    left_out.push(("deleted text, whose deletion is tracked".into(), body.deleted));
    left_out.push(("hidden text".into(), body.hidden));
    // What they are is no reason to read nothing.
    let core = part(&mut archive, "docProps/core.xml", &mut left).ok();
    let of_core = |it: String| properties::of_core(&it, &body.text);
    let (about, rest) = core.map(of_core).unwrap_or_default();
    left_out.push(("what its properties say of it and its words don’t".into(), rest));
    left_out.retain(|(_, words)| !words.trim().is_empty());
    Ok(Document { text: body.text.trim_end().into(), left_out, about })
}

/// The parts of that name, which may have numbers: `word/header1.xml`.
fn beside(archive: &ZipArchive<Cursor<&[u8]>>, name: &str) -> Vec<String> {
    let is_one = |it: &String| {
        let rest = it.strip_prefix(name).and_then(|it| it.strip_suffix(".xml"));
        rest.is_some_and(|it| it.chars().all(|it| it.is_ascii_digit()))
    };
    let names = archive.file_names().filter_map(|it| Some(it.ok()?.into_owned()));
    let mut names: Vec<String> = names.filter(is_one).collect();
    names.sort();
    names
}

/// A part's XML, of as many bytes as are left for all of them.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    left: &mut u64,
) -> Result<String, String> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
            return Err("is protected with a password; save it without one".into());
        }
        Err(ZipError::FileNotFound) => {
            return Err("is no Word document; save it as .docx, .html or .txt".into());
        }
        Err(_) => return Err(DAMAGED.into()),
    };
    // What the archive says of its size may be wrong, so the bytes are counted as they come.
    let mut xml = Vec::new();
    part.take(*left + 1).read_to_end(&mut xml).map_err(|_| DAMAGED)?;
    let Some(rest) = left.checked_sub(xml.len() as u64) else {
        return Err("holds more than 32 MB of text; paste the part that is the story".into());
    };
    *left = rest;
    let (text, _, wrong) = encoding_rs::UTF_8.decode(&xml);
    if wrong {
        Err("is not in UTF-8; open it in Word and save it again".into())
    } else {
        Ok(text.into())
    }
}

/// How the words of a run look.
#[derive(Clone, Copy, Default)]
struct Run {
    is_hidden: bool,
    is_raised: bool,
}

/// The words of a part while it is read.
#[derive(Default)]
struct Words {
    text: String,
    /// What Word shows nobody who hasn't asked for it.
    hidden: String,
    deleted: String,
    /// How deep in elements that are passed over.
    silent: usize,
    /// Whether within the words of a run, or within deleted ones.
    speaks: bool,
    is_deleted: bool,
    /// Those that are open.
    runs: Vec<Run>,
}

impl Words {
    /// None where the XML is broken.
    fn of(xml: &str) -> Option<Self> {
        let mut words = Self::default();
        words.read(&mut Reader::from_str(xml), "")?;
        Some(words)
    }

    /// The words of each element of that name which has any.
    fn each(xml: &str, name: &str) -> Option<Vec<String>> {
        let mut reader = Reader::from_str(xml);
        let mut all = Vec::new();
        loop {
            let mut words = Self::default();
            let is_more = words.read(&mut reader, name)?;
            all.extend(Some(words.text.trim().to_string()).filter(|it| !it.is_empty()));
            if !is_more {
                return Some(all);
            }
        }
    }

    /// Reads to the end of an element of that name, or of the part, and says whether it was the former.
    fn read(&mut self, reader: &mut Reader<&[u8]>, until: &str) -> Option<bool> {
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => self.opened(&tag),
                Event::Empty(tag) if tag.local_name().as_ref() == "vanish" => self.vanish(&tag),
                Event::Empty(tag) if tag.local_name().as_ref() == "vertAlign" => self.align(&tag),
                Event::Empty(tag) if self.silent == 0 => self.push(sign(&tag)),
                Event::End(tag) => {
                    self.closed(tag.local_name().as_ref());
                    if tag.local_name().as_ref() == until {
                        return Some(true);
                    }
                }
                Event::Text(words) => self.say(&words.xml10_content()),
                Event::CData(words) => self.say(&words.xml10_content()),
                Event::GeneralRef(name) => {
                    let char = name.resolve_char_ref().ok()?;
                    let entity = resolve_xml_entity(&name).filter(|_| char.is_none());
                    self.say(
                        &char.map(String::from).or(entity.map(Into::into)).unwrap_or_default(),
                    );
                }
                Event::Eof => return Some(false),
                _ => {}
            }
        }
    }

    fn opened(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "delText" => self.is_deleted = true,
            "vanish" => self.vanish(tag),
            "r" => self.runs.push(Run::default()),
            _ => {}
        }
        if self.silent > 0 || is_silent(tag) {
            self.silent += 1;
        } else {
            self.speaks = tag.local_name().as_ref() == "t";
        }
    }

    fn closed(&mut self, name: &str) {
        self.is_deleted = false;
        if name == "r" {
            self.runs.pop();
        }
        if self.silent > 0 {
            self.silent -= 1;
            return;
        }
        self.speaks = false;
        if name == "p" {
            self.push("\n");
        }
    }

    /// A run's property; outside runs it hides the mark of a paragraph, and none of its words.
    fn vanish(&mut self, tag: &BytesStart<'_>) {
        let is_off = matches!(value(tag).as_deref(), Some("0" | "false" | "off"));
        if let Some(run) = self.runs.last_mut() {
            run.is_hidden = !is_off;
        }
    }

    fn align(&mut self, tag: &BytesStart<'_>) {
        if let Some(run) = self.runs.last_mut() {
            run.is_raised = value(tag).as_deref() == Some("superscript");
        }
    }

    fn say(&mut self, words: &str) {
        if self.is_deleted {
            self.deleted.push_str(words);
        } else if self.silent == 0 && self.speaks {
            self.push(words);
        }
    }

    fn push(&mut self, words: &str) {
        let is_hidden = self.runs.iter().any(|it| it.is_hidden);
        let is_raised = self.runs.last().is_some_and(|it| it.is_raised);
        let text = if is_hidden { &mut self.hidden } else { &mut self.text };
        let raised = raised(text, words).filter(|_| is_raised);
        text.push_str(raised.as_deref().unwrap_or(words));
        if text.ends_with("\n\n\n") {
            text.pop();
        }
    }
}

/// What a property says.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    let val = tag.attributes().flatten().find(|it| it.key.local_name().as_ref() == "val");
    val.map(|it| it.value.as_ref().to_string())
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
