//! Files to texts: what kind of file it is, and in which encoding its text.

mod docx;
pub(crate) mod export;
mod mail;
mod mime;
pub(crate) mod properties;

use std::fmt;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::Story;
pub(crate) use docx::Document;

/// A story is never longer; more would only keep the page busy.
const LARGEST_TEXT: usize = 8 << 20;

/// A document may hold pictures besides.
const LARGEST_DOCUMENT: usize = 64 << 20;

/// Why a file isn't a story, in a sentence that says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// How old Word documents and encrypted new ones begin.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// How new ones do.
const PACKED: &[u8] = b"PK\x03\x04";

pub(crate) fn open(name: &str, bytes: &[u8]) -> Result<Story, Unreadable> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    open_as(name, ending.as_deref().unwrap_or_default(), bytes)
}

/// What a file shows to somebody.
pub type Shown = (String, Result<Story, Unreadable>);

/// All that a file with an ending in small letters may show: of a mail, or of a page in one file, each
/// part as it is written, in whichever of them a program shows. Each has what it is called, and nothing
/// where it is the file as it is.
///
/// # Errors
/// Where the file can't be read, with what would be right.
pub fn shown(name: &str, ending: &str, bytes: &[u8]) -> Result<Vec<Shown>, Unreadable> {
    if is_mail(ending, bytes) {
        return mail::shown(bytes).map_err(|why| Unreadable(format!("`{name}` {why}")));
    }
    let called = if bytes.starts_with(PACKED) { "its text" } else { "" };
    open_as(name, ending, bytes).map(|story| vec![(called.into(), Ok(story))])
}

/// What stands in whatever shows an explorer.
const OURS: [&str; 3] = ["provision-explorer", "provision-ref", "embed.html"];

fn has_ours(text: &str) -> bool {
    OURS.iter().any(|it| text.contains(it))
}

/// A text of whatever kind that has something of an explorer: a component's, a template's, data.
pub fn with_explorer(bytes: &[u8]) -> Option<Story> {
    let text = read_text(bytes).ok().filter(|it| has_ours(it))?;
    let escaped =
        [("\\\"", "\""), ("\\/", "/"), ("\\u0026", "&"), ("\\u003c", "<"), ("\\u003e", ">")];
    let as_is = |text: String, (written, meant): (&str, &str)| text.replace(written, meant);
    Some(Story::from_html(escaped.into_iter().fold(text, as_is)))
}

fn is_mail(ending: &str, bytes: &[u8]) -> bool {
    // Attachments come with it.
    matches!(ending, "eml" | "mhtml" | "mht") && bytes.len() <= LARGEST_DOCUMENT
}

fn open_as(name: &str, ending: &str, bytes: &[u8]) -> Result<Story, Unreadable> {
    let why = |why: &str| Err(Unreadable(format!("`{name}` {why}")));
    if bytes.starts_with(b"%PDF") || ending == "pdf" {
        return why("is a PDF, which is not read here; paste its text, or save it as .docx");
    }
    if bytes.starts_with(COMPOUND) {
        return why(match ending {
            "docx" => "is protected with a password; save it without one",
            "msg" => "is a mail in Outlook’s own format; save it as .eml, .html or .txt",
            _ => "is in the format of old versions of Word; save it as .docx",
        });
    }
    if bytes.starts_with(PACKED) {
        if bytes.len() > LARGEST_DOCUMENT {
            return why("is larger than 64 MB; paste its text");
        }
        return docx::read(bytes).map(Story::from_document).or_else(|told| why(&told));
    }
    if is_mail(ending, bytes) {
        return mail::read(bytes).or_else(why);
    }
    if bytes.len() > LARGEST_TEXT {
        return why("is larger than 8 MB; paste the part that is the story");
    }
    match ending {
        "docx" => why("is no Word document, whatever its name says; save it again as .docx"),
        "doc" | "odt" | "rtf" | "pages" => {
            why("is in a format that isn't read here; save it as .docx")
        }
        "html" | "htm" | "xhtml" => page(bytes).map(Story::from_html).or_else(why),
        "" | "txt" | "text" | "md" | "markdown" => {
            read_text(bytes).map(Story::from_text).or_else(why)
        }
        _ => {
            why("is no kind of file that is read here; save it as .txt, .md, .html, .docx or .eml")
        }
    }
}

const NO_TEXT: &str = "holds no text; save it as .txt, .html or .docx";

/// What a text editor wrote: UTF-8, UTF-16 with its mark, or what Windows used before.
///
/// # Errors
/// What the file does, to be said behind its name, where it holds no text.
pub fn read_text(bytes: &[u8]) -> Result<String, &'static str> {
    decoded(bytes, WINDOWS_1252)
}

/// A page may say its encoding itself.
fn page(bytes: &[u8]) -> Result<String, &'static str> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default());
    let said = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let label = said.and_then(|rest| rest.split(['"', '\'', '>', ' ', ';', '/']).next());
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    decoded(bytes, encoding.unwrap_or(WINDOWS_1252))
}

fn decoded(bytes: &[u8], otherwise: &'static Encoding) -> Result<String, &'static str> {
    let marked = Encoding::for_bom(bytes);
    if marked.is_none() && bytes.contains(&0) {
        return Err(NO_TEXT);
    }
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => encoding_rs::UTF_8,
        None => otherwise,
    };
    let (text, _, wrong) = encoding.decode(bytes);
    if wrong {
        Err("is in an encoding that isn't known; save it as UTF-8")
    } else {
        Ok(text.into())
    }
}
