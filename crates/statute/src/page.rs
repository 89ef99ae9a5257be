//! A law on any page: what a browser shows of it, line by line, which then is read as a text is.

mod hidden;
mod lists;

use std::{collections::BTreeMap, vec};

use authoring::raised;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::{
    language,
    outline::{At, LeftOut, Outline, Why},
    plain::{self, Line},
    tree::{DEEPEST, Place, collapsed, weight},
};
use lists::{LISTS, List};

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
/// A cell of a table has no more lines.
const LINES_OF_A_CELL: usize = 12;

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
        "<title",
    ];
    begins.iter().any(|it| head.starts_with(it)) || head.contains("<html")
}

pub(crate) fn read(text: &str, file: &str) -> Outline {
    let page = Page::of(text);
    let mut outline = plain::of_lines(&page.lines, page.language, file);
    for (why, words) in page.left {
        if weight(&words) > 0 {
            outline.total += weight(&words);
            let at = At { file: file.into(), ..At::default() };
            outline.left.push(LeftOut { why, at, words: collapsed(&words) });
        }
    }
    outline
}

/// The lines that a piece of HTML shows, and what it has beside them.
pub(crate) fn lines(html: &str) -> (Vec<Line>, BTreeMap<Why, String>) {
    let page = Page::of(html);
    (page.lines, page.left)
}

/// What a page is made of.
enum Tokens<'t> {
    Start(&'t str, &'t StartTag<()>),
    End(&'t str),
    Words(&'t str),
}

/// Tells of each; what stands in a script has no tags.
fn tokens(text: &str, mut tell: impl FnMut(Tokens<'_>)) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter).filter_map(Result::ok) {
        match token {
            Token::StartTag(tag) => tell(Tokens::Start(&String::from_utf8_lossy(&tag.name), &tag)),
            Token::EndTag(tag) => tell(Tokens::End(&String::from_utf8_lossy(&tag.name))),
            Token::String(words) => tell(Tokens::Words(&String::from_utf8_lossy(&words))),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
}

/// How the words of an element are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    Silent,
    /// No part of the law, and told.
    Left(Why),
    /// As they are written, line by line.
    Written,
}

impl Reads {
    fn of(name: &str) -> Option<Self> {
        match name {
            "del" | "s" | "strike" => Some(Self::Left(Why::Deleted)),
            "pre" => Some(Self::Written),
            _ if is_of(name, SILENT) => Some(Self::Silent),
            _ if is_of(name, FURNITURE) => Some(Self::Left(Why::Page)),
            _ => None,
        }
    }
}

const HIDDEN: Reads = Reads::Left(Why::Hidden);

#[derive(Default)]
struct Page {
    lines: Vec<Line>,
    language: Option<String>,
    /// What stands in no line.
    left: BTreeMap<Why, String>,
    line: String,
    /// How deep in words that are raised.
    raised: usize,
    place: Place,
    is_apart: bool,
    /// Elements that change how words within are read, outermost first.
    open: Vec<(String, Reads)>,
    /// How many items each list has that is yet to come.
    items: vec::IntoIter<i32>,
    /// Lists that are open; none where one only has dots.
    lists: Vec<Option<List>>,
    /// The cells of the row that is open, each by its lines.
    cells: Option<Vec<Vec<Line>>>,
    /// The lines of the cell that is open.
    in_cell: Vec<Line>,
}

fn is_of(name: &str, all: &str) -> bool {
    all.split_whitespace().any(|it| it == name)
}

fn attribute(tag: &StartTag<()>, wanted: &str) -> Option<String> {
    let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
    found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

impl Page {
    fn of(text: &str) -> Self {
        let mut page = Self {
            place: Place { line: 1, column: 0 },
            is_apart: true,
            items: lists::items(text).into_iter(),
            ..Self::default()
        };
        tokens(text, |token| match token {
            Tokens::Start(name, tag) => page.opened(name, tag),
            Tokens::End(name) => page.closed(name),
            Tokens::Words(words) => page.words(words),
        });
        page.end();
        page
    }

    fn opened(&mut self, name: &str, tag: &StartTag<()>) {
        if name == "html" && self.language.is_none() {
            self.language = attribute(tag, "lang").and_then(|it| language::tag(&it));
        }
        let list = (name == "ol").then(|| List::of(tag, self.items.next().unwrap_or_default()));
        while self.open.last().is_some_and(|it| hidden::ends_before(&it.0, name)) {
            self.open.pop();
        }
        let reads = Reads::of(name);
        if self.is(Reads::Silent) {
            return reads
                .filter(|it| *it == Reads::Silent)
                .into_iter()
                .for_each(|it| self.begin(name, it));
        }
        if self.is(HIDDEN) || hidden::hides(name, tag) {
            let has_end = !tag.self_closing && !is_of(name, hidden::VOID);
            let reads = reads.filter(|it| *it == Reads::Silent).unwrap_or(HIDDEN);
            // All within is known, for that to end where it does.
            return Some(reads).filter(|_| has_end).into_iter().for_each(|it| self.begin(name, it));
        }
        self.shown(name, tag, list);
        if let Some(reads) = reads.filter(|_| !tag.self_closing) {
            self.begin(name, reads);
        }
    }

    /// What an element does to the lines.
    fn shown(&mut self, name: &str, tag: &StartTag<()>, list: Option<List>) {
        match name {
            "br" => self.end(),
            "sup" => self.raised += 1,
            "li" => {
                self.end();
                self.item(tag);
            }
            "tr" => {
                // One in another's cell ends that.
                self.row();
                self.cells = Some(Vec::new());
            }
            "td" | "th" => self.cell(),
            _ if is_of(name, LISTS) => {
                self.end();
                self.lists.push(list);
            }
            _ if is_of(name, BLOCKS) => self.block(name),
            _ => {}
        }
    }

    fn begin(&mut self, name: &str, reads: Reads) {
        // More in each other change nothing.
        if self.open.len() < DEEPEST {
            self.open.push((name.into(), reads));
        }
    }

    fn closed(&mut self, name: &str) {
        match self.open.iter().rposition(|it| it.0 == name) {
            Some(at) => {
                let of = self.open.drain(at..).next();
                if of.is_some_and(|it| matches!(it.1, Reads::Silent | HIDDEN)) {
                    return;
                }
            }
            None if self.is(Reads::Silent) => return,
            None => {
                let hidden = self.open.iter().position(|it| it.1 == HIDDEN);
                match hidden {
                    Some(at) if hidden::ends_around(name) => self.open.truncate(at),
                    Some(_) => return,
                    None => {}
                }
            }
        }
        match name {
            _ if is_of(name, LISTS) => {
                self.end();
                self.lists.pop();
            }
            "sup" => self.raised = self.raised.saturating_sub(1),
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
        let left = self.open.iter().find_map(|it| match it.1 {
            Reads::Left(why) => Some(why),
            _ => None,
        });
        match left {
            _ if self.is(Reads::Silent) => {}
            Some(why) => {
                let left = self.left.entry(why).or_default();
                left.push_str(words);
                left.push(' ');
            }
            None if self.is(Reads::Written) => self.written(words),
            None => {
                let raised = raised(&self.line, words).filter(|_| self.raised > 0);
                let words = raised.as_deref().unwrap_or(words);
                self.line.extend(words.chars().map(|it| if it == '\n' { ' ' } else { it }));
            }
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
        let to = if self.cells.is_some() { &mut self.in_cell } else { &mut self.lines };
        to.push(Line { text, at: self.place, indent, is_apart, cells: Vec::new() });
    }

    fn block(&mut self, name: &str) {
        self.end();
        self.is_apart |= is_of(name, APART);
    }

    /// Ends a line.
    fn end(&mut self) {
        self.raised = 0;
        // No-break spaces before it are how it looks.
        let text = collapsed(&std::mem::take(&mut self.line)).trim().to_string();
        if weight(&text) > 0 {
            self.push(text, self.lists.len());
        }
    }

    /// A browser shows an item's number, which no text has.
    fn item(&mut self, tag: &StartTag<()>) {
        if let Some(Some(list)) = self.lists.last_mut() {
            self.line.push_str(&list.next(tag));
            self.line.push_str(". ");
        }
    }

    fn cell(&mut self) {
        self.end();
        let cell = std::mem::take(&mut self.in_cell);
        if let Some(cells) = self.cells.as_mut().filter(|_| !cell.is_empty()) {
            cells.push(cell);
        }
    }

    fn row(&mut self) {
        self.cell();
        let Some(cells) = self.cells.take().filter(|it| !it.is_empty()) else { return };
        if is_layout(&cells) {
            self.is_apart = true;
            return self.lines.extend(cells.into_iter().flatten());
        }
        let words =
            |cell: &Vec<Line>| cell.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
        let cells: Vec<String> = cells.iter().map(words).collect();
        let text = cells.join("\t");
        self.lines.push(Line { text, at: self.place, indent: 0, is_apart: true, cells });
    }
}

/// Whether a row only lays the page out: its cell stands alone, or has a good part of a law.
fn is_layout(cells: &[Vec<Line>]) -> bool {
    let is_part = |cell: &Vec<Line>| {
        cell.len() > LINES_OF_A_CELL && cell.iter().any(|it| plain::begins_part(&it.text))
    };
    cells.len() == 1 || cells.iter().any(is_part)
}
