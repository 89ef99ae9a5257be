//! The events of a parser of Markdown, and what each shows.

use std::{collections::BTreeSet, ops::Range};

use authoring::raised;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::shown::Shown;
use crate::outline::Why;

/// A link that leads to no more than this is none.
const SHORTEST_ADDRESS: usize = 4;

/// What is open.
#[derive(Default)]
struct Open {
    /// Footnotes, deleted words and pictures, within each other.
    asides: usize,
    /// The HTML of a block, with blanks for what isn't its own.
    html: String,
    /// Links, and whether each is written as words.
    links: Vec<bool>,
    /// Within `<sup>`.
    is_raised: bool,
}

pub(super) fn read(text: &str, shown: &mut Shown<'_>) {
    let signs = misplaced(text);
    let mut open = Open::default();
    for (event, place) in super::parser(text).into_offset_iter() {
        match event {
            Event::Start(tag) => open.start(&tag, place, shown),
            Event::End(tag) => open.end(tag, place, shown),
            // What is left of a tab's width stands nowhere in the file.
            Event::Text(_) if place.is_empty() => {}
            Event::Text(text) if open.is_raised && raised(shown.line(), &text).is_some() => {
                shown.words(&raised(shown.line(), &text).unwrap_or_default(), place);
            }
            Event::Text(text) => words(&text, place, &signs, shown),
            Event::Code(words) => {
                let signs = shown.raw(&place).bytes().take_while(|it| *it == b'`').count();
                shown.words(&words, place.start + signs..place.end.saturating_sub(signs));
            }
            Event::Html(html) => open.html.push_str(&html),
            Event::InlineHtml(tag) => {
                shown.tag(place);
                match tag.to_lowercase().as_str() {
                    "</sup>" => open.is_raised = false,
                    it if it.starts_with("<sup") => open.is_raised = true,
                    it if it.starts_with("<br") => shown.end_line(),
                    _ => {}
                }
            }
            Event::FootnoteReference(_) => shown.leave(Why::NoteMark, place),
            // A line of the file is a line, and nothing else is asked for.
            _ => {}
        }
    }
}

/// The signs `**` that a program put around words with a blank on the wrong side, as in `**Title I `,
/// a line, `**`, or that it left without the other one: a browser shows them, and nobody means them.
/// Marks of notes begin nothing.
fn misplaced(text: &str) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    let (mut begun, mut last, mut is_code) = (None::<usize>, None, false);
    // A sign that nothing ended in its block: the next that ends something is its other one.
    let mut is_owed = false;
    for (event, place) in super::parser(text).into_offset_iter() {
        match event {
            Event::Start(tag) if is_block(&tag) => {
                if let Some(begin) = begun.take() {
                    all.extend([begin, begin + 1]);
                    is_owed = true;
                }
                (last, is_code) = (None, matches!(tag, Tag::CodeBlock(_)));
            }
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(_) if !is_code => {
                let written = text.get(place.clone()).unwrap_or_default();
                for at in written.match_indices('*').map(|it| it.0 + place.start) {
                    if last.replace(at).is_none_or(|it| it + 1 != at) {
                        continue;
                    }
                    last = None;
                    if let Some(begin) = begun.take() {
                        all.extend([begin, begin + 1, at - 1, at]);
                        is_owed = false;
                    } else if begins(text, at - 1..at + 1) {
                        (begun, is_owed) = (Some(at - 1), false);
                    } else if std::mem::take(&mut is_owed) {
                        all.extend([at - 1, at]);
                    }
                }
            }
            _ => {}
        }
    }
    all.extend(begun.into_iter().flat_map(|begin| [begin, begin + 1]));
    all
}

fn is_block(tag: &Tag<'_>) -> bool {
    let is_inline = matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough);
    !is_inline && !matches!(tag, Tag::Link { .. } | Tag::Image { .. })
}

/// Whether a sign stands before words, and behind none.
fn begins(text: &str, place: Range<usize>) -> bool {
    let before = text.get(..place.start).and_then(|it| it.chars().next_back());
    let behind = text.get(place.end..).and_then(|it| it.chars().next());
    !before.is_some_and(char::is_alphanumeric) && behind.is_some_and(|it| !it.is_whitespace())
}

/// Words without such signs.
fn words(words: &str, place: Range<usize>, signs: &BTreeSet<usize>, shown: &mut Shown<'_>) {
    let mut from = place.start;
    for at in signs.range(place.clone()) {
        if from < *at {
            shown.words(shown.raw(&(from..*at)), from..*at);
        }
        from = at + 1;
    }
    match from {
        _ if from == place.start => shown.words(words, place),
        _ if from < place.end => shown.words(shown.raw(&(from..place.end)), from..place.end),
        _ => {}
    }
}

impl Open {
    fn start(&mut self, tag: &Tag<'_>, place: Range<usize>, shown: &mut Shown<'_>) {
        match tag {
            Tag::Heading { .. } => shown.heading(true),
            Tag::Item => item(&place, shown),
            Tag::TableHead | Tag::TableRow => shown.begin_row(),
            Tag::FootnoteDefinition(_) => self.aside(Some(Why::Footnote), place, shown),
            Tag::Strikethrough => self.aside(Some(Why::Deleted), place, shown),
            Tag::Image { .. } => self.aside(None, place, shown),
            Tag::Link { link_type, dest_url, .. } => {
                let is_words = *link_type == LinkType::Inline
                    && (1..=SHORTEST_ADDRESS).contains(&dest_url.len())
                    && dest_url.chars().all(char::is_alphanumeric);
                self.links.push(is_words);
                if is_words {
                    shown.words("[", place.start..place.start + 1);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, place: Range<usize>, shown: &mut Shown<'_>) {
        match tag {
            TagEnd::Heading(_) => shown.heading(false),
            TagEnd::TableCell => shown.end_cell(),
            TagEnd::TableHead | TagEnd::TableRow => shown.end_row(),
            TagEnd::HtmlBlock => shown.page(&std::mem::take(&mut self.html), place),
            TagEnd::FootnoteDefinition | TagEnd::Strikethrough | TagEnd::Image => {
                self.asides = self.asides.saturating_sub(1);
                if self.asides == 0 {
                    shown.end_aside();
                }
            }
            TagEnd::Link if self.links.pop() == Some(true) => {
                let rest = shown.taken().max(place.start)..place.end;
                shown.words(shown.raw(&rest), rest);
            }
            _ => {}
        }
    }

    fn aside(&mut self, why: Option<Why>, place: Range<usize>, shown: &mut Shown<'_>) {
        self.asides += 1;
        if self.asides == 1 {
            shown.begin_aside(why, place.start);
        }
    }
}

/// The number of an item is as the law writes it, whatever a browser would count.
fn item(place: &Range<usize>, shown: &mut Shown<'_>) {
    let raw = shown.raw(place);
    let mark = raw.trim_start();
    let start = place.start + raw.len() - mark.len();
    let digits = mark.bytes().take_while(u8::is_ascii_digit).count();
    let place = start..start + digits + 1;
    if digits == 0 {
        return shown.bullet(place);
    }
    shown.words(mark.get(..=digits).unwrap_or_default(), place);
    shown.blank();
}
