//! A snippet back to the options that it was made of, whatever its form.

use std::{error::Error, fmt, mem, ops::Range};

use contract::tokens::ACCENT_PARAMETERS;
use dataset::{Node, json};
use html5gum::{StartTag, Token, Tokenizer, emitters::default::DefaultEmitter};
use options::{Layer, Name, Origin};
use percent_encoding::percent_decode_str;

use crate::Colour;

const LOADER: &str = "provision-explorer.js";
const FRAME: &str = "embed.html";
/// The class of the script that holds the longer options.
const OPTIONS: &str = "provision-explorer-options";
/// How the comment begins that is a block of our plugin's.
const BLOCK: &str = "wp:provision-explorer/explorer";
/// The attribute that printed forms have for the notes.
const NOTES: &str = "notes";

/// What a snippet says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenedSnippet {
    /// Its options, for `options::read`.
    pub layers: Vec<Layer>,
    /// Where it finds the loader, if it says so.
    pub loader: Option<String>,
    /// The newsroom's colour on light paper, where the form carries it.
    pub accent: Option<Colour>,
    /// Where the page for frames stands, if it is one of these.
    pub frame: Option<String>,
}

/// Why a text is no snippet that could be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// There is no explorer in it.
    NoSnippet,
    /// There is more than one.
    Several(usize),
    /// It only leads to a snippet.
    Discovery,
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSnippet => f.write_str(
                "there is no explorer in it; a draft, or whatever the configurator gives for a story, can be \
                 opened",
            ),
            Self::Several(count) => {
                write!(f, "there are {count} explorers in it; open one at a time")
            }
            Self::Discovery => {
                f.write_str("it only leads to the snippet; open the file that its link names")
            }
        }
    }
}

impl Error for NotOpened {}

/// Reads a snippet in any form that holds its options: an element, with or without text inside, a
/// frame, its address, an oEmbed answer, a shortcode. What stands around it is passed over.
///
/// # Errors
/// Where there is none, or more than one.
pub fn open(text: &str) -> Result<OpenedSnippet, NotOpened> {
    let text = text.trim();
    let answer = json::parse(text).ok().and_then(|answer| match answer {
        Node::Map(fields) => fields.into_iter().find(|(name, _)| name == "html"),
        _ => None,
    });
    if let Some((_, Node::Text(html))) = answer {
        return open(&html);
    }
    let page = Page::of(text);
    let leads = page.leads;
    let mut found: Vec<_> = page.snippets(text).into_iter().map(|(_, it)| it).collect();
    if found.is_empty() && !text.contains(char::is_whitespace) {
        found.extend(address(text));
    }
    match <[OpenedSnippet; 1]>::try_from(found) {
        Ok([only]) => Ok(only),
        Err(all) if all.is_empty() && leads => Err(NotOpened::Discovery),
        Err(all) if all.is_empty() => Err(NotOpened::NoSnippet),
        Err(all) => Err(NotOpened::Several(all.len())),
    }
}

/// All snippets in a story, each with the byte at which it begins; those too that are an address alone,
/// of which the system makes a frame.
pub(crate) fn find(story: &str) -> Vec<(usize, OpenedSnippet)> {
    let mut page = Page::of(story);
    let addresses = mem::take(&mut page.addresses);
    let mut found = page.snippets(story);
    found.extend(addresses);
    found
}

/// The addresses of the page for frames in a text, each with the byte at which it begins.
fn addresses(text: &str) -> impl Iterator<Item = (usize, String)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\\');
    text.match_indices(FRAME).filter_map(move |(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at..)?);
        let begin = before.char_indices().rev().find(|(_, c)| ends(*c) || *c == '(');
        let start = begin.map_or(0, |(it, c)| it.saturating_add(c.len_utf8()));
        let end = after.find(ends).unwrap_or(after.len());
        let whole = text.get(start..at.checked_add(end)?)?;
        // What ends a sentence is not the address's, nor is the bracket of `[text](address)`.
        let whole = whole.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let is_open = whole.matches(')').count() > whole.matches('(').count();
        let whole = whole.strip_suffix(')').filter(|_| is_open).unwrap_or(whole);
        Some((start, whole.to_owned()))
    })
}

/// The byte at which a line begins that is so many below the one of another byte; that byte for none.
fn below(source: &str, at: usize, lines: usize) -> usize {
    let rest = source.get(at..).unwrap_or_default();
    let end = lines.checked_sub(1).and_then(|nth| rest.match_indices('\n').nth(nth));
    end.map_or(at, |(it, _)| at.saturating_add(it).saturating_add(1))
}

/// What a story's marked mentions lead to, each with the byte at which it begins.
pub(crate) fn references(story: &str) -> Vec<(usize, String)> {
    Page::of(story).references
}

/// The bytes of each element, and of each block of WordPress, with all that is in it.
pub(crate) fn elements(story: &str) -> Vec<Range<usize>> {
    let whole = |begins: &'static str, ends: &'static str| {
        story.match_indices(begins).map(move |(at, _)| {
            let rest = story.get(at..).unwrap_or_default();
            at..rest.find(ends).map_or(story.len(), |length| at.saturating_add(length))
        })
    };
    let elements = whole("<provision-explorer", "</provision-explorer>");
    // One that holds nothing ends in its own first line.
    let blocks = whole("<!-- wp:provision-explorer", "<!-- /wp:provision-explorer");
    let holds = |it: &Range<usize>| {
        let text = story.get(it.clone()).unwrap_or_default();
        text.split_once("-->").is_some_and(|(opened, _)| !opened.ends_with('/'))
    };
    elements.chain(blocks.filter(holds)).collect()
}

/// What markup holds.
#[derive(Default)]
struct Page {
    /// Each with the byte at which it begins.
    found: Vec<(usize, OpenedSnippet)>,
    /// The loader that stands there.
    loader: Option<String>,
    /// Whether it has a link to an oEmbed answer.
    leads: bool,
    /// Where each `<provision-ref>` stands, and what it leads to.
    references: Vec<(usize, String)>,
    /// Whether what follows is an element's longer options.
    within_options: bool,
    /// Addresses of the page for frames, wherever they stand, each with where.
    addresses: Vec<(usize, OpenedSnippet)>,
    /// Those that the tag before has, and the block around: what is within says them once more.
    of_tag: Vec<String>,
    of_block: Vec<String>,
}

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self::default();
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
            match token {
                Token::StartTag(tag) => {
                    page.opened(&tag);
                    page.led(&tag);
                }
                Token::String(text) if page.within_options => {
                    page.longer(&String::from_utf8_lossy(&text));
                }
                Token::String(text) => {
                    page.said(html, text.span.start, &String::from_utf8_lossy(&text));
                }
                Token::EndTag(_) => {
                    page.within_options = false;
                    page.of_tag.clear();
                }
                Token::Comment(comment) => {
                    let text = String::from_utf8_lossy(&comment);
                    let at = comment.span.start;
                    page.found.extend(block(&text).map(|it| (at, it)));
                    let said = page.said(html, at, &text);
                    page.of_block = if text.trim().ends_with('/') { Vec::new() } else { said };
                }
                _ => {}
            }
        }
        page
    }

    /// With the shortcodes of the same text, in its order.
    fn snippets(self, text: &str) -> Vec<(usize, OpenedSnippet)> {
        let Self { mut found, loader, .. } = self;
        found.extend(shortcodes(text));
        found.sort_by_key(|(at, _)| *at);
        for (_, it) in &mut found {
            it.loader = it.loader.take().or_else(|| loader.clone());
        }
        found
    }

    fn opened(&mut self, tag: &StartTag<usize>) {
        let value = |name: &str| {
            let (_, value) =
                tag.attributes.iter().find(|(it, _)| it.as_slice() == name.as_bytes())?;
            Some(String::from_utf8_lossy(value).into_owned())
        };
        match tag.name.as_slice() {
            b"provision-explorer" => {
                let names = Name::ALL.iter().filter_map(|it| it.attribute()).chain([NOTES]);
                let values = names.filter_map(|name| Some((name.to_owned(), value(name)?)));
                let opened = OpenedSnippet { layers: attributes(values), ..Default::default() };
                self.found.push((tag.span.start, opened));
            }
            b"iframe" | b"amp-iframe" => {
                let framed = value("src").as_deref().and_then(address);
                self.found.extend(framed.map(|it| (tag.span.start, it)));
            }
            b"script" => {
                let class = value("class").unwrap_or_default();
                self.within_options = class.split_whitespace().any(|it| it == OPTIONS);
                let src = value("src").filter(|src| bare(src).ends_with(LOADER));
                self.loader = src.or(self.loader.take());
            }
            b"provision-ref" => {
                self.references.extend(value("to").map(|it| (tag.span.start, it)));
            }
            b"link" => {
                let kind = value("type").unwrap_or_default();
                self.leads |= kind.eq_ignore_ascii_case("application/json+oembed");
            }
            _ => {}
        }
    }

    /// The addresses in a tag's attributes; of a frame its own is found as such.
    fn led(&mut self, tag: &StartTag<usize>) {
        let is_frame = matches!(tag.name.as_slice(), b"iframe" | b"amp-iframe");
        let src = |name: &[u8]| is_frame && name == b"src";
        let mut led = Vec::new();
        for (name, value) in &tag.attributes {
            for (_, whole) in addresses(&String::from_utf8_lossy(value)) {
                if !src(name) && !self.of_block.contains(&whole) {
                    self.addresses.extend(address(&whole).map(|it| (tag.span.start, it)));
                }
                led.push(whole);
            }
        }
        if !led.is_empty() {
            self.of_tag = led;
        }
    }

    /// The addresses in a text, or in a comment, whose JSON may escape them; all that are there.
    fn said(&mut self, source: &str, at: usize, text: &str) -> Vec<String> {
        let text = text.replace("\\u0026", "&").replace("\\/", "/").replace("&amp;", "&");
        let mut said = Vec::new();
        for (start, whole) in addresses(&text) {
            if !(self.of_tag.contains(&whole) || self.of_block.contains(&whole)) {
                let lines = text.bytes().take(start).filter(|it| *it == b'\n').count();
                let at = below(source, at, lines);
                self.addresses.extend(address(&whole).map(|it| (at, it)));
            }
            said.push(whole);
        }
        said
    }

    /// The options that don't fit an attribute, in a script of the element's.
    fn longer(&mut self, text: &str) {
        if let (Some((_, last)), Ok(values)) = (self.found.last_mut(), json::parse(text)) {
            last.layers.push(Layer { origin: Origin::Child, values });
        }
    }
}

/// An address without its query and fragment.
fn bare(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// Attributes as a layer; notes, which are JSON in one, are another.
fn attributes(values: impl Iterator<Item = (String, String)>) -> Vec<Layer> {
    let (notes, values): (Vec<_>, Vec<_>) = values.partition(|(name, _)| name == NOTES);
    let values = values.into_iter().map(|(name, value)| (name, Node::Text(value)));
    let attributes = Layer { origin: Origin::Attributes, values: Node::Map(values.collect()) };
    let notes = notes.into_iter().filter_map(|(name, json)| Some((name, json::parse(&json).ok()?)));
    let child = Layer { origin: Origin::Child, values: Node::Map(notes.collect()) };
    vec![attributes, child]
}

/// The page for frames, with the options in its query.
fn address(address: &str) -> Option<OpenedSnippet> {
    let folder = bare(address).strip_suffix(FRAME)?;
    if !(folder.is_empty() || folder.ends_with('/')) {
        return None;
    }
    let query = address.split('#').next()?.split_once('?').map_or("", |(_, query)| query);
    let mut opened = OpenedSnippet {
        loader: Some(format!("{folder}{LOADER}")),
        frame: Some(bare(address).into()),
        ..Default::default()
    };
    let (mut values, mut longer) = (Vec::new(), None);
    let [light, _] = ACCENT_PARAMETERS;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "options" => longer = json::parse(&value).ok(),
            name if name == light => opened.accent = value.parse().ok(),
            name if is_attribute(name) => values.push((name.to_owned(), value.into_owned())),
            // The colour for dark paper follows from the other; the rest is for whoever made the frame.
            _ => {}
        }
    }
    opened.layers = attributes(values.into_iter());
    opened.layers.extend(longer.map(|values| Layer { origin: Origin::Child, values }));
    Some(opened)
}

fn is_attribute(name: &str) -> bool {
    Name::ALL.iter().any(|it| it.attribute() == Some(name))
}

/// A block of WordPress, which keeps its attributes as JSON in the comment that begins it.
fn block(comment: &str) -> Option<OpenedSnippet> {
    let json = comment.trim().strip_prefix(BLOCK)?.trim_end_matches('/').trim();
    let fields = match json::parse(json) {
        Ok(Node::Map(fields)) => fields,
        _ => Vec::new(),
    };
    let (notes, values): (Vec<_>, Vec<_>) = fields.into_iter().partition(|it| it.0 == NOTES);
    let written = |(name, value): (String, Node)| match value {
        _ if !is_attribute(&name) => None,
        Node::Text(text) => Some((name, text)),
        Node::Bool(true) => Some((name, "true".into())),
        _ => None,
    };
    let mut layers = attributes(values.into_iter().filter_map(written));
    layers.push(Layer { origin: Origin::Child, values: Node::Map(notes) });
    Some(OpenedSnippet { layers, ..Default::default() })
}

/// WordPress' shortcodes, as its own expressions find them.
fn shortcodes(text: &str) -> Vec<(usize, OpenedSnippet)> {
    let mut found = Vec::new();
    for (at, name) in text.match_indices("[provision-explorer") {
        let code = text.get(at.saturating_add(name.len())..).unwrap_or_default();
        let Some((inside, _)) = code.split_once(']') else { continue };
        // `[provision-explorers]` is another, and `[[provision-explorer]]` shows how one is written.
        let is_shown = text.get(..at).is_some_and(|it| it.ends_with('['));
        if is_shown || inside.starts_with(is_of_name) {
            continue;
        }
        let values = values(inside.strip_suffix('/').unwrap_or(inside)).into_iter();
        found.push((at, OpenedSnippet { layers: attributes(values), ..Default::default() }));
    }
    found
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

/// What a shortcode's attributes say: `name="value"`, `name='value'`, `name=value`, or a name alone.
fn values(code: &str) -> Vec<(String, String)> {
    let code = code.replace('\u{200b}', " ");
    let (mut all, mut rest) = (Vec::new(), code.trim_start());
    while !rest.is_empty() {
        let name = rest.split(|c| !is_of_name(c)).next().unwrap_or_default();
        let behind = rest.get(name.len()..).unwrap_or_default().trim_start();
        let given = behind.strip_prefix('=').and_then(|it| value(it.trim_start()));
        let after = if let Some((value, after)) = given.filter(|_| !name.is_empty()) {
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            all.push((name.to_ascii_lowercase(), value));
            after
        } else {
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            all.extend(is_attribute(word).then(|| (word.to_owned(), "true".to_owned())));
            rest.get(word.len()..).unwrap_or_default()
        };
        rest = after.trim_start();
    }
    all
}

/// A value at the beginning of a text, and what follows.
fn value(text: &str) -> Option<(&str, &str)> {
    if let Some(sign) = ['"', '\''].into_iter().find(|it| text.starts_with(*it)) {
        return text.get(1..)?.split_once(sign);
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let (value, after) = text.split_at_checked(text.find(ends).unwrap_or(text.len()))?;
    (!value.is_empty()).then_some((value, after))
}
