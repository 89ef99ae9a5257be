//! A law on any page: what a browser shows of it, line by line, which then is read as a text is.

use html5gum::{StartTag, Token, Tokenizer};

use crate::{
    language,
    numerals::{letters, roman},
    outline::{At, LeftOut, Outline, Why},
    plain::{self, Line},
    tree::{DEEPEST, Place, collapsed, weight},
};

/// What is in these is no text of the page.
const SILENT: &str =
    "head iframe math noscript object script select style svg template textarea title";
/// The page's own.
const FURNITURE: &str = "aside button footer form nav";
/// These end a line.
const BLOCKS: &str = "address article blockquote body caption center dd details dir div dl dt fieldset \
                      figcaption figure h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p \
                      pre section summary table tbody tfoot thead ul";
/// A line that is far from the one above.
const APART: &str = "blockquote center div h1 h2 h3 h4 h5 h6 hr p section article";
/// A longer number of an item is none, whatever its list says.
const LONGEST_NUMBER: usize = 9;
/// Whether a text is a page, sound or not.
pub(crate) fn is(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(1024).collect::<String>().to_lowercase();
    let begins = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<table",
        "<meta",
    ];
    begins.iter().any(|it| head.starts_with(it))
        || !head.contains("<?xml") && head.contains("<html")
}

pub(crate) fn read(text: &str, file: &str) -> Outline {
    let mut page = Page { place: Place { line: 1, column: 0 }, is_apart: true, ..Page::default() };
    for token in Tokenizer::new(text).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) => page.opened(&tag),
            Token::EndTag(tag) => page.closed(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => page.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.end();
    let mut outline = plain::of_lines(&page.lines, page.language, file);
    for (why, words) in [(Why::Page, page.furniture), (Why::Deleted, page.deleted)] {
        if weight(&words) > 0 {
            outline.total += weight(&words);
            let at = At { file: file.into(), ..At::default() };
            outline.left.push(LeftOut { why, at, words: collapsed(&words) });
        }
    }
    outline
}

/// How the words of an element are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    Silent,
    Furniture,
    Deleted,
    /// As they are written, line by line.
    Written,
}

impl Reads {
    fn of(name: &str) -> Option<Self> {
        match name {
            "del" | "s" | "strike" => Some(Self::Deleted),
            "pre" => Some(Self::Written),
            _ if is_of(name, SILENT) => Some(Self::Silent),
            _ if is_of(name, FURNITURE) => Some(Self::Furniture),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    language: Option<String>,
    furniture: String,
    deleted: String,
    line: String,
    place: Place,
    is_apart: bool,
    /// Elements that change how words within are read, outermost first.
    open: Vec<(String, Reads)>,
    /// Lists that are open: how each counts, and how far; none where it only has dots.
    lists: Vec<Option<(String, i64)>>,
    /// The cells of the row that is open.
    cells: Option<Vec<String>>,
}

fn is_of(name: &str, all: &str) -> bool {
    all.split_whitespace().any(|it| it == name)
}

fn attribute(tag: &StartTag<()>, wanted: &str) -> Option<String> {
    let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
    found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

impl Page {
    fn opened(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if name == "html" && self.language.is_none() {
            self.language = attribute(tag, "lang").and_then(|it| language::tag(&it));
        }
        if self.is(Reads::Silent) {
            // One in itself ends with itself.
            let is_again = self.open.last().is_some_and(|it| it.0 == name);
            if is_again {
                self.begin(name, Reads::Silent);
            }
            return;
        }
        match name.as_str() {
            "br" => self.end(),
            "ol" => {
                let start = attribute(tag, "start").and_then(|it| it.trim().parse().ok());
                let sort = attribute(tag, "type").unwrap_or_else(|| "1".into());
                self.end();
                self.lists.push(Some((sort, start.unwrap_or(1))));
            }
            "ul" | "menu" | "dir" => {
                self.end();
                self.lists.push(None);
            }
            "li" => {
                self.end();
                self.item(attribute(tag, "value").and_then(|it| it.trim().parse().ok()));
            }
            "tr" => {
                // One in another's cell ends that.
                self.row();
                self.cells = Some(Vec::new());
            }
            "td" | "th" => self.cell(),
            _ if is_of(&name, BLOCKS) => self.block(&name),
            _ => {}
        }
        if let Some(reads) = Reads::of(&name).filter(|_| !tag.self_closing) {
            self.begin(name, reads);
        }
    }

    fn begin(&mut self, name: String, reads: Reads) {
        // More in each other change nothing.
        if self.open.len() < DEEPEST {
            self.open.push((name, reads));
        }
    }

    fn closed(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|it| it.0 == name) {
            self.open.truncate(at);
        }
        match name {
            "ol" | "ul" | "menu" | "dir" => {
                self.end();
                self.lists.pop();
            }
            "td" | "th" => self.cell(),
            "tr" | "table" => self.row(),
            _ if is_of(name, BLOCKS) => self.block(name),
            _ => {}
        }
    }

    fn is(&self, reads: Reads) -> bool {
        self.open.iter().any(|it| it.1 == reads)
    }

    fn words(&mut self, words: &str) {
        let is_read = !self.is(Reads::Silent);
        if is_read && self.is(Reads::Furniture) {
            self.furniture.push_str(words);
            self.furniture.push(' ');
        } else if is_read && self.is(Reads::Deleted) {
            self.deleted.push_str(words);
            self.deleted.push(' ');
        } else if is_read && self.is(Reads::Written) && self.cells.is_none() {
            self.written(words);
        } else if is_read {
            self.line.extend(words.chars().map(|it| if it == '\n' { ' ' } else { it }));
        }
        let lines = words.bytes().filter(|it| *it == b'\n').count();
        self.place.line += u32::try_from(lines).unwrap_or_default();
    }

    /// Lines that stand as they are written.
    fn written(&mut self, words: &str) {
        for (nth, line) in words.split('\n').enumerate() {
            if nth > 0 {
                self.end_written();
            }
            self.line.push_str(line);
        }
    }

    fn end_written(&mut self) {
        let line = std::mem::take(&mut self.line);
        let text = line.trim();
        if text.is_empty() {
            self.is_apart = true;
            return;
        }
        let indent = line.chars().take_while(|it| it.is_whitespace()).count();
        self.push(text.into(), indent);
    }

    fn push(&mut self, text: String, indent: usize) {
        let is_apart = std::mem::take(&mut self.is_apart);
        self.lines.push(Line { text, at: self.place, indent, is_apart, cells: Vec::new() });
    }

    fn block(&mut self, name: &str) {
        self.end();
        self.is_apart |= is_of(name, APART);
    }

    /// Ends a line; within a cell, a line is a blank.
    fn end(&mut self) {
        if self.cells.is_some() {
            return self.line.push(' ');
        }
        let text = collapsed(&std::mem::take(&mut self.line));
        if weight(&text) > 0 {
            self.push(text, self.lists.len());
        }
    }

    /// A browser shows an item's number, which no text has.
    fn item(&mut self, value: Option<i64>) {
        let Some(Some((sort, next))) = self.lists.last_mut() else { return };
        let number = value.unwrap_or(*next);
        *next = number.saturating_add(1);
        if let Some(shown) = u32::try_from(number).ok().and_then(|it| shown(it, sort)) {
            self.line.push_str(&shown);
            self.line.push_str(". ");
        }
    }

    fn cell(&mut self) {
        let Some(cells) = &mut self.cells else { return self.end() };
        let text = collapsed(&std::mem::take(&mut self.line));
        cells.extend(Some(text).filter(|it| weight(it) > 0));
    }

    fn row(&mut self) {
        self.cell();
        let Some(cells) = self.cells.take().filter(|it| !it.is_empty()) else { return };
        let text = cells.join("\t");
        // One that stands alone is a box around some words.
        let cells = if cells.len() > 1 { cells } else { Vec::new() };
        self.lines.push(Line { text, at: self.place, indent: 0, is_apart: true, cells });
    }
}

/// The number of a list's item, as its list counts.
fn shown(number: u32, sort: &str) -> Option<String> {
    let alphabet = "abcdefghijklmnopqrstuvwxyz";
    Some(match sort {
        "a" => letters(number, alphabet),
        "A" => letters(number, alphabet).to_uppercase(),
        "i" => roman(number),
        "I" => roman(number).to_uppercase(),
        _ => number.to_string(),
    })
    .filter(|it| it.len() <= LONGEST_NUMBER)
}
