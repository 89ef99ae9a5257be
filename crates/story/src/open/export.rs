//! What systems export: WordPress its posts, and others feeds that have theirs whole.

use quick_xml::{Reader, escape::resolve_xml_entity, events::Event};

use super::{Unreadable, read_text};

/// A post, or its excerpt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The post's title.
    pub title: String,
    /// The markup.
    pub html: String,
    /// The line of the file at which that begins, from 1.
    pub line: usize,
}

/// The elements that are a post.
const POSTS: [&str; 2] = ["item", "entry"];
/// Those in it that hold markup.
const MARKUP: [&str; 5] =
    ["content:encoded", "excerpt:encoded", "description", "content", "summary"];

/// The posts of an export or a feed, in its order; none where the file is XML of another kind.
///
/// # Errors
/// Where the file can't be read, with where, and what would be right.
pub fn exported(name: &str, bytes: &[u8]) -> Result<Vec<Exported>, Unreadable> {
    let text = read_text(bytes).map_err(|why| Unreadable(format!("`{name}` {why}")))?;
    let mut reader = Reader::from_str(&text);
    posts(&mut reader, &text).map_err(|why| {
        let at = usize::try_from(reader.error_position()).unwrap_or_default();
        let line = line_of(&text, at);
        Unreadable(format!("`{name}` breaks off at line {line}: {why}; export it once more"))
    })
}

fn posts(reader: &mut Reader<&[u8]>, text: &str) -> Result<Vec<Exported>, quick_xml::Error> {
    let (mut all, mut title, mut is_post) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event()? {
            Event::Start(tag) if POSTS.contains(&tag.name().as_ref()) => {
                (title, is_post) = (String::new(), true);
            }
            Event::End(tag) if POSTS.contains(&tag.name().as_ref()) => is_post = false,
            Event::Start(tag) if is_post && tag.name().as_ref() == "title" => {
                title = words(reader)?.trim().into();
            }
            Event::Start(tag) if is_post && MARKUP.contains(&tag.name().as_ref()) => {
                let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
                let html = words(reader)?;
                if !html.trim().is_empty() {
                    all.push(Exported { title: title.clone(), html, line: line_of(text, at) });
                }
            }
            Event::Eof => return Ok(all),
            _ => {}
        }
    }
}

/// The words up to the end of the element that has begun.
fn words(reader: &mut Reader<&[u8]>) -> Result<String, quick_xml::Error> {
    let (mut words, mut depth) = (String::new(), 0_usize);
    loop {
        match reader.read_event()? {
            Event::Text(text) => words.push_str(&text.xml10_content()),
            Event::CData(text) => words.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().ok().flatten().map(String::from);
                let sign = sign.or_else(|| resolve_xml_entity(&name).map(Into::into));
                words.push_str(&sign.unwrap_or_default());
            }
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return Ok(words),
            Event::End(_) => depth -= 1,
            Event::Eof => return Ok(words),
            _ => {}
        }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|it| *it == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_have_their_title_markup_and_line() {
        let export = "<?xml version='1.0'?>\n<rss xmlns:content='c'><channel><title>The paper</title>\n\
            <description>News</description>\n<item><title>A &amp; B</title>\n\
            <content:encoded><![CDATA[<p>One ]]]]><![CDATA[> two</p>\n<p>Three</p>]]></content:encoded>\n\
            <excerpt:encoded><![CDATA[]]></excerpt:encoded></item>\n\
            <item><title>C</title><description>&lt;p&gt;Four&lt;/p&gt;</description></item></channel></rss>";
        let post = |title: &str, html: &str, line| Exported {
            title: title.into(),
            html: html.into(),
            line,
        };
        let all = exported("export.xml", export.as_bytes()).expect("it is read");
        assert_eq!(
            all,
            [post("A & B", "<p>One ]]> two</p>\n<p>Three</p>", 5), post("C", "<p>Four</p>", 8)]
        );
        assert_eq!(exported("law.xml", b"<act><content>1</content></act>"), Ok(Vec::new()));
    }

    #[test]
    fn one_that_breaks_off_says_where() {
        let cut = "<rss><channel>\n<item>\n<title>A</b></item>";
        let told = exported("export.xml", cut.as_bytes()).expect_err("broken").to_string();
        assert!(told.starts_with("`export.xml` breaks off at line 3"), "{told}");
    }
}
