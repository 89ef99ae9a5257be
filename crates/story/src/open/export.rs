//! What systems export: WordPress its posts, and others feeds that have theirs whole.

use std::mem;

use dataset::{Node, json};
use quick_xml::{Reader, escape::resolve_xml_entity, events::Event};

use super::{Unreadable, has_ours, read_text};

/// A post, its excerpt, or what else of it has an explorer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The post's title.
    pub title: String,
    /// The markup.
    pub html: String,
    /// The line of the file at which that begins, from 1.
    pub line: usize,
}

/// What could be read of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// In its order.
    pub posts: Vec<Exported>,
    /// Where it breaks. What stands from there to the next post isn't read.
    pub breaks: Vec<Unreadable>,
}

/// What exports and feeds begin with.
const FEEDS: [&str; 3] = ["rss", "feed", "rdf:RDF"];
/// The elements that are a post.
const POSTS: [&str; 2] = ["item", "entry"];
/// Those in it that hold markup.
const MARKUP: [&str; 5] =
    ["content:encoded", "excerpt:encoded", "description", "content", "summary"];

/// The posts of an export or a feed; none where the file is XML of another kind.
///
/// # Errors
/// Where the file holds no text, with what would be right.
pub fn exported(name: &str, bytes: &[u8]) -> Result<Option<Export>, Unreadable> {
    let text = read_text(bytes).map_err(|why| Unreadable(format!("`{name}` {why}")))?;
    let mut posts = Posts { text: &text, ..Posts::default() };
    let mut breaks = Vec::new();
    let mut from = 0;
    while let Err((at, why)) = posts.read(from) {
        breaks.push(Unreadable(format!(
            "`{name}` breaks at line {}: {why}; what stands from there to the next post isn’t \
             read, so mend that line",
            posts.lines.of(&text, at)
        )));
        let Some(next) = next_post(&text, at) else { break };
        from = next;
    }
    let is_export = posts.is_feed || !posts.found.is_empty();
    Ok(is_export.then_some(Export { posts: posts.found, breaks }))
}

/// Where a post begins behind a byte.
fn next_post(text: &str, at: usize) -> Option<usize> {
    let from = (at.saturating_add(1)..=text.len()).find(|it| text.is_char_boundary(*it))?;
    let rest = text.get(from..)?;
    let begins = |name: &&str| {
        let open = format!("<{name}");
        let is_whole = |it: &usize| {
            let behind = rest.get(it.saturating_add(open.len())..).unwrap_or_default();
            behind.starts_with(|c: char| c == '>' || c.is_whitespace())
        };
        rest.match_indices(&open).map(|(it, _)| it).find(is_whole)
    };
    POSTS.iter().filter_map(begins).min().map(|it| from.saturating_add(it))
}

/// Where it broke, and why.
type Broken = (usize, String);

#[derive(Default)]
struct Posts<'t> {
    text: &'t str,
    found: Vec<Exported>,
    lines: Lines,
    is_feed: bool,
}

impl Posts<'_> {
    fn read(&mut self, from: usize) -> Result<(), Broken> {
        let mut xml = Xml::of(self.text, from);
        let (mut title, mut is_post, mut is_open) = (String::new(), false, self.is_feed);
        loop {
            match xml.next()? {
                Event::Start(tag) => {
                    let name = tag.name();
                    if is_post {
                        let (begins, held) = (xml.at(), xml.element()?);
                        self.take(name.as_ref(), &mut title, begins, held);
                    } else {
                        is_post = POSTS.contains(&name.as_ref());
                        is_open |= FEEDS.contains(&name.as_ref());
                        self.is_feed |= is_open;
                        title.clear();
                    }
                }
                Event::End(tag) => {
                    is_post &= !POSTS.contains(&tag.name().as_ref());
                    is_open &= !FEEDS.contains(&tag.name().as_ref());
                }
                Event::Eof if is_post || is_open => {
                    return Err((self.text.len(), "it ends before its last element does".into()));
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// An element of a post's own.
    fn take(&mut self, name: &str, title: &mut String, begins: usize, held: Held) {
        match name {
            "title" => *title = held.words().trim().into(),
            _ if MARKUP.contains(&name) => {
                // What isn't written as a text is markup as it stands there.
                let written = self.text.get(begins..held.end).unwrap_or_default();
                let html = if held.has_tags { written.into() } else { held.words() };
                self.push(title, html, begins);
            }
            // Systems that make a post of parts keep these beside it.
            _ => {
                for (at, text) in held.texts.into_iter().filter(|it| has_ours(&it.1)) {
                    let inner = json::parse(&text).map_or_else(|_| vec![text], strings);
                    for text in inner.into_iter().filter(|it| has_ours(it)) {
                        self.push(title, text, at);
                    }
                }
            }
        }
    }

    fn push(&mut self, title: &str, html: String, at: usize) {
        if !html.trim().is_empty() {
            let line = self.lines.of(self.text, at);
            self.found.push(Exported { title: title.into(), html, line });
        }
    }
}

/// All texts in a value, each on one line, as they are in what they were read from.
fn strings(value: Node) -> Vec<String> {
    match value {
        Node::Text(text) => vec![text.replace('\n', " ")],
        Node::List(items) => items.into_iter().flat_map(strings).collect(),
        Node::Map(fields) => fields.into_iter().flat_map(|(_, it)| strings(it)).collect(),
        _ => Vec::new(),
    }
}

/// What an element holds.
#[derive(Default)]
struct Held {
    /// The texts between tags, each with the byte at which it begins.
    texts: Vec<(usize, String)>,
    has_tags: bool,
    /// Where its end tag begins.
    end: usize,
}

impl Held {
    fn words(&self) -> String {
        self.texts.iter().map(|it| it.1.as_str()).collect()
    }
}

/// The events of a text from a byte on.
struct Xml<'t> {
    reader: Reader<&'t [u8]>,
    from: usize,
}

impl<'t> Xml<'t> {
    fn of(text: &'t str, from: usize) -> Self {
        let mut reader = Reader::from_str(text.get(from..).unwrap_or_default());
        let config = reader.config_mut();
        // People write `&` in titles; and what begins at a post ends elements that it didn't begin.
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        Self { reader, from }
    }

    fn at(&self) -> usize {
        self.whole(self.reader.buffer_position())
    }

    fn whole(&self, at: u64) -> usize {
        self.from.saturating_add(usize::try_from(at).unwrap_or(usize::MAX))
    }

    fn next(&mut self) -> Result<Event<'t>, Broken> {
        let read = self.reader.read_event();
        read.map_err(|why| (self.whole(self.reader.error_position()), why.to_string()))
    }

    /// What stands up to the end of the element that has begun.
    fn element(&mut self) -> Result<Held, Broken> {
        let (mut held, mut depth, mut text) = (Held::default(), 0_usize, None);
        loop {
            held.end = self.at();
            let said = match self.next()? {
                Event::Text(text) => text.xml10_content().into_owned(),
                Event::CData(text) => text.xml10_content().into_owned(),
                Event::GeneralRef(name) => {
                    let sign = name.resolve_char_ref().ok().flatten().map(String::from);
                    let sign = sign.or_else(|| resolve_xml_entity(&name).map(Into::into));
                    sign.unwrap_or_default()
                }
                event => {
                    held.texts.extend(mem::take(&mut text));
                    match event {
                        Event::End(_) if depth == 0 => return Ok(held),
                        Event::End(_) => depth = depth.saturating_sub(1),
                        Event::Start(_) => depth = depth.saturating_add(1),
                        Event::Eof => {
                            return Err((held.end, "it ends within a post".into()));
                        }
                        _ => {}
                    }
                    held.has_tags |= matches!(event, Event::Start(_) | Event::Empty(_));
                    continue;
                }
            };
            text.get_or_insert_with(|| (held.end, String::new())).1.push_str(&said);
        }
    }
}

/// Counts lines on from where it was asked last.
#[derive(Default)]
struct Lines {
    at: usize,
    before: usize,
}

impl Lines {
    fn of(&mut self, text: &str, at: usize) -> usize {
        if at < self.at {
            *self = Self::default();
        }
        let between = text.bytes().skip(self.at).take(at.saturating_sub(self.at));
        let more = between.filter(|it| *it == b'\n').count();
        self.before = self.before.saturating_add(more);
        self.at = at;
        self.before.saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(title: &str, html: &str, line: usize) -> Exported {
        Exported { title: title.into(), html: html.into(), line }
    }

    fn read(text: &str) -> Export {
        exported("export.xml", text.as_bytes()).expect("it is text").expect("it is an export")
    }

    #[test]
    fn posts_have_their_title_markup_and_line() {
        let export = "<?xml version='1.0'?>\n<rss xmlns:content='c'><channel><title>The paper</title>\n\
            <description>News</description>\n<item><title>A &amp; B</title>\n\
            <content:encoded><![CDATA[<p>One ]]]]><![CDATA[> two</p>\n<p>Three</p>]]></content:encoded>\n\
            <excerpt:encoded><![CDATA[]]></excerpt:encoded></item>\n\
            <item><title>C & D</title><description>&lt;p&gt;Four&lt;/p&gt;</description></item></channel></rss>";
        let all = read(export);
        assert_eq!(
            all.posts,
            [post("A & B", "<p>One ]]> two</p>\n<p>Three</p>", 5), post("C & D", "<p>Four</p>", 8)]
        );
        assert_eq!(all.breaks, []);
        assert_eq!(exported("law.xml", b"<act><content>1</content></act>"), Ok(None));
        assert_eq!(exported("map.xml", b"<urlset>\n<loc>a</b></urlset>"), Ok(None));
    }

    #[test]
    fn markup_stays_as_it_is_written_and_a_title_is_the_post_s_own() {
        let feed = "<feed><entry><title>A</title>\n<source><title>Feed</title></source>\n\
            <content type='xhtml'><div>On <provision-ref to='24'>it</provision-ref> &amp;c</div></content>\
            </entry></feed>";
        let html = "<div>On <provision-ref to='24'>it</provision-ref> &amp;c</div>";
        assert_eq!(read(feed).posts, [post("A", html, 3)]);
    }

    #[test]
    fn what_shows_an_explorer_is_found_wherever_a_post_keeps_it() {
        let export = "<rss><channel><item><title>A</title>\n<content:encoded></content:encoded>\n\
            <wp:postmeta><wp:meta_key>_data</wp:meta_key>\n<wp:meta_value><![CDATA[[{\"a\":{\"text\":\"None.\",\
            \"code\":\"[provision-explorer\\nhighlight=\\\"24\\\"]\"}}]]]></wp:meta_value></wp:postmeta>\n\
            <wp:postmeta><wp:meta_value>s:9:\"<provision-ref to=\"3\">\";</wp:meta_value></wp:postmeta>\
            </item></channel></rss>";
        let export = export
            .replace("s:9:\"<provision-ref to=\"3\">\";", "s:9:\"&lt;provision-ref to=\"3\">\";");
        assert_eq!(
            read(&export).posts,
            [
                post("A", "[provision-explorer highlight=\"24\"]", 4),
                post("A", "s:9:\"<provision-ref to=\"3\">\";", 5)
            ]
        );
    }

    #[test]
    fn one_that_breaks_says_where_keeps_what_was_read_and_goes_on_at_the_next_post() {
        let item = |title: &str| {
            format!("<item><title>{title}</title><content>{title}.</content></item>\n")
        };
        let whole = item("A") + "<item>\n<title>B</b></item>\n" + &item("C");
        let all = read(&format!("<rss><channel>\n{whole}</channel></rss>"));
        assert_eq!(all.posts, [post("A", "A.", 2), post("C", "C.", 5)]);
        let [told] = all.breaks.try_into().expect("one break");
        assert!(told.to_string().starts_with("`export.xml` breaks at line 4: "), "{told}");
        // Downloads are cut short, within a post and behind one.
        for cut in ["<item><content>Cut", "<item><content><![CDATA[Cut", "<item>", ""] {
            let all = read(&format!("<rss><channel>\n{}{cut}", item("A")));
            assert_eq!(all.posts, [post("A", "A.", 2)], "{cut}");
            let [told] = all.breaks.try_into().expect("one break");
            assert!(told.to_string().starts_with("`export.xml` breaks at line 3: "), "{told}");
        }
        let all = exported("export.xml", b"<rss><channel><item").expect("text").expect("an export");
        assert_eq!((all.posts, all.breaks.len()), (Vec::new(), 1));
    }
}
