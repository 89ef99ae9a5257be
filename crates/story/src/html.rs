//! Markup to words, with the way back: which bytes of the source each word stands in, and where a
//! tag may be put around them.

mod about;
mod furniture;
mod quoting;
mod wrap;

use std::ops::Range;

use dataset::raised;
use html5gum::{Token, Tokenizer, emitters::default::DefaultEmitter};

pub use about::About;
pub(crate) use about::{about, is_address};
pub use furniture::{Parted, parted};
pub use quoting::quoting;
pub(crate) use wrap::wrappable;

/// What is in these is not read as the page's text.
const SILENT: [&str; 5] = ["svg", "math", "template", "object", "select"];

/// The tokenizer reads what is in these as text, but it is none of the page's.
const RAW: [&str; 8] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// No mention is wrapped within these: they lead or do something already.
const BUSY: [&str; 5] = ["a", "button", "provision-ref", "provision-explorer", "summary"];

/// These end a paragraph.
const BLOCKS: &str = "address article aside blockquote body br caption center dd details dialog div \
                      dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header \
                      hgroup hr html legend li main menu nav ol option p pre search section \
                      summary table tbody td tfoot th thead tr ul";

/// The words of some markup and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) text: String,
    /// In order; what is between two is of the markup alone.
    runs: Vec<Run>,
    /// Tags, in order.
    tags: Vec<Tag>,
}

/// Bytes of the text and the bytes of the source that they stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    text: Range<usize>,
    source: Range<usize>,
    /// They stand for each other as a whole alone, as `é` and `&eacute;` do.
    whole: bool,
    /// Stands in what leads or does something already.
    busy: bool,
}

/// A tag or a comment, which has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tag {
    name: String,
    opens: bool,
    span: Range<usize>,
}

impl Page {
    pub(crate) fn of(source: &str) -> Self {
        let mut walk = Walk::new(source);
        for token in tokens(source) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    walk.opened(name, tag.self_closing, tag.span.start..tag.span.end);
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    walk.closed(name, tag.span.start..tag.span.end);
                }
                Token::String(text) => walk.text(text.span.start..text.span.end),
                Token::Comment(comment) => {
                    walk.aside(comment.span.start..comment.span.end);
                }
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        walk.finish()
    }

    /// The bytes of the source that some bytes of the text stand for; none where they end within
    /// what stands for a whole.
    fn source(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let first = self.runs.get(self.runs.partition_point(|run| run.text.end <= span.start))?;
        let last = self.runs.get(self.runs.partition_point(|run| run.text.end < span.end))?;
        let start = match span.start.checked_sub(first.text.start)? {
            0 => first.source.start,
            _ if first.whole => return None,
            skipped => first.source.start + skipped,
        };
        let end = match last.text.end.checked_sub(span.end)? {
            0 => last.source.end,
            _ if last.whole => return None,
            left => last.source.end.checked_sub(left)?,
        };
        (start < end).then_some(start..end)
    }

    /// The byte of the source that one of the text stands for, or that begins what stands for it as a
    /// whole.
    pub(crate) fn source_at(&self, at: usize) -> usize {
        let run = self.runs.get(self.runs.partition_point(|run| run.text.end <= at));
        let within = |run: &Run| if run.whole { 0 } else { at.saturating_sub(run.text.start) };
        run.map_or(0, |run| run.source.start + within(run))
    }

    fn is_busy(&self, span: &Range<usize>) -> bool {
        let first = self.runs.partition_point(|run| run.text.end <= span.start);
        let runs = self.runs.get(first..).unwrap_or_default();
        runs.iter().take_while(|run| run.text.start < span.end).any(|run| run.busy)
    }
}

/// What markup is made of, each with its place; what is in scripts and the like is no markup.
fn tokens(source: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).filter_map(Result::ok)
}

/// Where the reading of a page stands.
struct Walk<'s> {
    source: &'s str,
    page: Page,
    /// How deep within elements that say nothing, by their place in `SILENT`.
    silent: [usize; SILENT.len()],
    raw: bool,
    /// How deep in words that are raised.
    raised: usize,
    busy: [usize; BUSY.len()],
    /// Space that is written if a word follows in the same paragraph.
    space: Option<Range<usize>>,
}

impl<'s> Walk<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            page: Page::default(),
            silent: [0; SILENT.len()],
            raw: false,
            raised: 0,
            busy: [0; BUSY.len()],
            space: None,
        }
    }

    fn opened(&mut self, name: String, self_closing: bool, span: Range<usize>) {
        // `/>` closes foreign elements alone; browsers pass over it elsewhere.
        let foreign = self_closing && matches!(name.as_str(), "svg" | "math");
        if let Some(depth) = count(&SILENT, &mut self.silent, &name) {
            *depth += usize::from(!foreign);
        }
        if let Some(depth) = count(&BUSY, &mut self.busy, &name) {
            // A link or a button ends where the next begins.
            *depth = if matches!(name.as_str(), "a" | "button") { 1 } else { *depth + 1 };
        }
        self.raw |= RAW.contains(&name.as_str());
        self.raised += usize::from(name == "sup");
        self.tag(name, true, span);
    }

    fn closed(&mut self, name: String, span: Range<usize>) {
        if let Some(depth) = count(&SILENT, &mut self.silent, &name) {
            *depth = depth.saturating_sub(1);
        }
        if let Some(depth) = count(&BUSY, &mut self.busy, &name) {
            *depth = depth.saturating_sub(1);
        }
        self.raw &= !RAW.contains(&name.as_str());
        self.raised = self.raised.saturating_sub(usize::from(name == "sup"));
        self.tag(name, false, span);
    }

    fn tag(&mut self, name: String, opens: bool, span: Range<usize>) {
        if BLOCKS.split(' ').any(|block| block == name) {
            self.end_paragraph();
        }
        self.page.tags.push(Tag { name, opens, span });
    }

    fn aside(&mut self, span: Range<usize>) {
        self.page.tags.push(Tag { name: String::new(), opens: false, span });
    }

    fn end_paragraph(&mut self) {
        self.space = None;
        self.raised = 0;
        if !self.page.text.is_empty() && !self.page.text.ends_with('\n') {
            self.page.text.push('\n');
        }
    }

    fn text(&mut self, span: Range<usize>) {
        if self.raw || self.silent.iter().any(|depth| *depth > 0) {
            return;
        }
        let text = self.source.get(span.clone()).unwrap_or_default();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let from = span.start + at;
            at += if rest.starts_with(is_space) {
                let length = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
                self.space.get_or_insert(from..from + length);
                length
            } else if rest.starts_with('&') {
                let length = reference(rest);
                self.decoded(rest.get(..length).unwrap_or_default(), from);
                length
            } else {
                let length = rest.find(|c| c == '&' || is_space(c)).unwrap_or(rest.len());
                self.push(rest.get(..length).unwrap_or_default(), from..from + length, false);
                length
            };
        }
    }

    fn decoded(&mut self, written: &str, from: usize) {
        let source = from..from + written.len();
        let decoded: String = Tokenizer::new(written)
            .filter_map(|token| match token {
                Ok(Token::String(text)) => Some(String::from_utf8_lossy(&text).into_owned()),
                _ => None,
            })
            .collect();
        if !decoded.is_empty() && decoded.chars().all(is_space) {
            self.space.get_or_insert(source);
        } else {
            let whole = decoded != written;
            // A line break would look like a paragraph.
            self.push(&decoded.replace('\n', " "), source, whole);
        }
    }

    fn push(&mut self, text: &str, source: Range<usize>, whole: bool) {
        if text.is_empty() {
            return;
        }
        if let Some(space) = self.space.take()
            && !(self.page.text.is_empty() || self.page.text.ends_with('\n'))
        {
            self.run(" ", space, true);
        }
        match Some(text).filter(|_| self.raised > 0).and_then(|it| raised(&self.page.text, it)) {
            Some(raised) => self.run(&raised, source, true),
            None => self.run(text, source, whole),
        }
    }

    fn run(&mut self, text: &str, source: Range<usize>, whole: bool) {
        let start = self.page.text.len();
        self.page.text.push_str(text);
        let busy = self.busy.iter().any(|depth| *depth > 0);
        self.page.runs.push(Run { text: start..self.page.text.len(), source, whole, busy });
    }

    fn finish(mut self) -> Page {
        if self.page.text.ends_with('\n') {
            self.page.text.pop();
        }
        self.page
    }
}

fn count<'c, const N: usize>(
    names: &[&str; N],
    counts: &'c mut [usize; N],
    name: &str,
) -> Option<&'c mut usize> {
    names.iter().zip(counts).find(|(known, _)| **known == name).map(|(_, count)| count)
}

/// What HTML collapses; a no-break space stays.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// How long what looks like a character reference is.
fn reference(text: &str) -> usize {
    let name = text.get(1..).unwrap_or_default();
    let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'));
    let length = 1 + length.unwrap_or(name.len());
    length + usize::from(text.get(length..).is_some_and(|rest| rest.starts_with(';')))
}
