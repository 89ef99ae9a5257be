//! A PDF has no paragraphs: it has words, each with a place on a page. This crate guesses what a reader
//! sees: lines, columns, notes, running heads and paragraphs, in the order in which they are read. What
//! it leaves out it says. Where words come from is for whoever reads the file.
//!
//! Lengths are hundredths of a point, from a page's upper left corner.

#![forbid(unsafe_code)]

mod column;
mod direction;
mod drop_cap;
mod hyphen;
mod line;
mod note;
mod number;
mod paragraph;
mod reference;
mod running;
mod text;

pub use direction::is_rtl;
use std::collections::BTreeSet;

use serde::Deserialize;

/// A form feed: another page begins.
pub const PAGE_BREAK: char = '\u{c}';

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
    /// Its height; 0 where it isn't known.
    pub height: i32,
    /// Its width, where it is known.
    #[serde(default)]
    pub width: Option<i32>,
    /// Its words, in any order.
    pub runs: Vec<Run>,
    /// Words that are rotated, as stamps at the margin are.
    #[serde(default)]
    pub rotated: Vec<String>,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// A paragraph a line, with a [`PAGE_BREAK`] for each page: before the first paragraph that begins
    /// there, or behind one that goes on there from the page before.
    pub text: String,
    /// What of the pages isn't in it, once for all pages that it stands on.
    pub left_out: Vec<LeftOut>,
    /// Words that a line's end had parted, as they are now, each once.
    pub joined: Vec<String>,
    /// Words that may be read otherwise, as they are in the text, each once: hyphens that stay, raised
    /// numbers that stay, and words whose first letter is a large one.
    pub doubtful: Vec<String>,
    /// Pages that have no words, counted from 1: pictures of text, mostly.
    pub without_words: Vec<usize>,
}

/// Words that are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// As they stand where they stand first; those that count with the pages one after the other.
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
    Rotated,
    /// They lead to a note.
    NoteMark,
    /// They stand beyond the edges of the page, where nobody sees them.
    Outside,
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
    let (pages, outside): (Vec<Page>, Vec<Page>) = pages.iter().map(cut).unzip();
    let mut sheets: Vec<_> = pages.iter().map(line::sheet).collect();
    let mut doubtful: Vec<_> =
        sheets.iter_mut().flat_map(|it| std::mem::take(&mut it.doubtful)).collect();
    let body = line::body_size(&sheets);
    let mut left_out = running::take_out(&mut sheets, body);
    left_out.extend(told(pages.iter().map(rotated), What::Rotated));
    left_out.extend(told(outside.iter().map(all_words), What::Outside));
    let without_words = (1..).zip(&pages).filter(|(_, it)| !has_words(it)).map(|(nth, _)| nth);
    let flows: Vec<_> =
        sheets.into_iter().map(|sheet| note::part(column::ordered(sheet), body)).collect();
    let written = text::written(&flows);
    left_out.extend(written.marks);
    doubtful.extend(written.hyphens.doubtful);
    doubtful.extend(written.doubtful);
    Reading {
        text: written.text,
        left_out,
        joined: each_once(written.hyphens.joined),
        doubtful: each_once(doubtful),
        without_words: without_words.collect(),
    }
}

/// What of a page lies within its edges, if only in part, and what doesn't.
fn cut(page: &Page) -> (Page, Page) {
    let is_outside = |run: &Run| {
        let is_beside = page.width.is_some_and(|width| run.left > width || run.right() < 0);
        let top = run.baseline.saturating_sub(line::share(run.size, 70));
        is_beside || page.height > 0 && (run.baseline < 0 || top > page.height)
    };
    let (outside, runs) = page.runs.iter().cloned().partition(is_outside);
    (
        Page { runs, height: page.height, width: page.width, rotated: page.rotated.clone() },
        Page { runs: outside, ..Page::default() },
    )
}

fn each_once(words: Vec<String>) -> Vec<String> {
    let mut known = BTreeSet::new();
    words.into_iter().filter(|it| known.insert(it.clone())).collect()
}

fn has_words(page: &Page) -> bool {
    page.runs.iter().any(|it| it.words.chars().any(char::is_alphanumeric))
}

fn rotated(page: &Page) -> String {
    let words = page.rotated.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// All that a page has on its lines, from above to below.
fn all_words(page: &Page) -> String {
    let pieces = line::sheet(page).pieces;
    pieces.iter().map(line::Piece::own_words).collect::<Vec<_>>().join(" ")
}

/// What each page has, once for all pages that have the same.
fn told(pages: impl Iterator<Item = String>, what: What) -> Vec<LeftOut> {
    let mut found: Vec<LeftOut> = Vec::new();
    for (number, words) in (1..).zip(pages) {
        match found.iter_mut().find(|it| it.words == words) {
            _ if words.is_empty() => {}
            Some(known) => known.pages.push(number),
            None => found.push(LeftOut { words, pages: vec![number], what }),
        }
    }
    found
}
