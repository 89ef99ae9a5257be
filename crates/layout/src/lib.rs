//! A PDF has no paragraphs: it has words, each with a place on a page. This crate guesses what a reader
//! sees: lines, columns, notes, running heads and paragraphs, in the order in which they are read. What
//! it leaves out it says. Where words come from is for whoever reads the file.
//!
//! Lengths are hundredths of a point, from a page's upper left corner.

#![forbid(unsafe_code)]

mod column;
mod direction;
mod hyphen;
mod line;
mod note;
mod paragraph;
mod running;
mod text;

pub use direction::is_rtl;
use serde::Deserialize;

/// Words that stand together on a page, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Run {
    /// What they say.
    pub words: String,
    /// Where they begin, at the left.
    pub left: i32,
    /// The line that they stand on.
    pub baseline: i32,
    /// How wide they are.
    pub width: i32,
    /// The size of their letters.
    pub size: i32,
}

/// A page as it is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Page {
    /// Its height.
    pub height: i32,
    /// Its words, in any order.
    pub runs: Vec<Run>,
    /// Words that stand aslant or upright, as stamps at the margin do.
    #[serde(default)]
    pub aslant: Vec<String>,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// A paragraph a line, with a form feed before the first that begins on another page.
    pub text: String,
    /// What of the pages isn't in it, once for all pages that it stands on.
    pub left_out: Vec<LeftOut>,
    /// Words that a line's end had parted, as they are now.
    pub joined: Vec<String>,
    /// Pages that have no words, counted from 1: pictures of text, mostly.
    pub without_words: Vec<usize>,
}

/// Words that are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// As they stand where they stand first.
    pub words: String,
    /// The pages, counted from 1.
    pub pages: Vec<usize>,
    /// What they are taken for.
    pub what: What,
}

/// Why words are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// They stand at the same place of several pages.
    Running,
    /// The number of a page.
    Number,
    /// They don't stand on a line.
    Aslant,
    /// They lead to a note.
    NoteMark,
}

/// Pages as JSON, as a script hands them over.
///
/// # Errors
/// Where it is no list of pages.
pub fn pages(json: &str) -> Result<Vec<Page>, serde_json::Error> {
    serde_json::from_str(json)
}

/// What stands on the pages, in the order in which it is read.
pub fn read(pages: &[Page]) -> Reading {
    let mut sheets: Vec<_> = pages.iter().map(line::sheet).collect();
    let body = line::body_size(&sheets);
    let mut left_out = running::take_out(&mut sheets, body);
    left_out.extend(aslant(pages));
    let without_words = (1..).zip(pages).filter(|(_, it)| !has_words(it)).map(|(nth, _)| nth);
    let flows: Vec<_> =
        sheets.into_iter().map(|sheet| note::part(column::ordered(sheet), body)).collect();
    let written = text::written(&flows);
    left_out.extend(written.marks);
    Reading {
        text: written.text,
        left_out,
        joined: written.joined,
        without_words: without_words.collect(),
    }
}

fn has_words(page: &Page) -> bool {
    page.runs.iter().any(|it| it.words.chars().any(char::is_alphanumeric))
}

fn aslant(pages: &[Page]) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let words = page.aslant.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        match found.iter_mut().find(|it| it.words == words) {
            _ if words.is_empty() => {}
            Some(known) => known.pages.push(number),
            None => found.push(LeftOut { words, pages: vec![number], what: What::Aslant }),
        }
    }
    found
}
