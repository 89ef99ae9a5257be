//! What a file says of itself, for an editor who would type it otherwise; and how a web page's head says it.
// cspell:ignore dcterms

use html5gum::{StartTag, Token};

use super::tokens;
use crate::{day::day, open::properties};

/// What a page, a mail or a document says of itself. What it doesn't say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Of a page: as it is shared, as its only heading of the first rank has it, or as browsers show it.
    pub title: String,
    /// The site, the sender, the author.
    pub publisher: String,
    /// The day: `2026-02-03`.
    pub date: String,
    /// Where it stands for good: begins with `https://` or `http://`.
    pub address: String,
}

/// Names of what `<meta>` says, the ones that are meant most surely first.
const TITLE: [&str; 3] = ["og:title", "dcterms.title", "dc.title"];
const PUBLISHER: [&str; 3] = ["og:site_name", "dcterms.publisher", "dc.publisher"];
const DATE: [&str; 4] = ["article:published_time", "dcterms.issued", "dcterms.date", "dc.date"];
const ADDRESS: [&str; 1] = ["og:url"];

/// What `html` says of itself. A page may say a thing several times; what can't be meant hides nothing
/// that can.
pub(crate) fn about(html: &str) -> About {
    let said = Said::of(html);
    let first = |names: &[&str]| said.meta(names).next().map(Into::into);
    let title = first(&TITLE).or_else(|| said.heading()).or_else(|| said.title.words());
    let addresses = said.canonical.iter().map(String::as_str).chain(said.meta(&ADDRESS));
    About {
        title: title.unwrap_or_default(),
        publisher: first(&PUBLISHER).unwrap_or_default(),
        date: said.meta(&DATE).find_map(day).unwrap_or_default(),
        address: addresses.filter(|it| is_address(it)).map(Into::into).next().unwrap_or_default(),
    }
}

impl About {
    /// What a mail's headers say of it.
    pub fn of_mail(sender: &str, subject: &str, date: &str) -> Self {
        let (name, address) = sender.split_once('<').unwrap_or((sender, ""));
        let name = name.trim().trim_matches('"');
        let publisher = if name.is_empty() { address.trim_end_matches('>') } else { name };
        Self {
            title: subject.trim().into(),
            publisher: publisher.trim().into(),
            date: day(date).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What a document's properties say of it, as far as anybody meant it and its text says so, too; and
    /// what else they say.
    pub fn of_properties(title: &str, creator: &str, created: &str, text: &str) -> (Self, String) {
        properties::about(title, creator, created, text)
    }
}

pub(crate) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|it| it.starts_with(char::is_alphanumeric))
}

/// An element's words, once it has been closed.
#[derive(Clone, Default)]
struct Element {
    text: String,
    is_open: bool,
}

impl Element {
    fn words(&self) -> Option<String> {
        let words = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!self.is_open && !words.is_empty()).then_some(words)
    }
}

#[derive(Default)]
struct Said {
    metadata: Vec<(String, String)>,
    canonical: Vec<String>,
    title: Element,
    headings: Vec<Element>,
    /// A drawing may have a title, too.
    drawings: usize,
}

impl Said {
    fn of(html: &str) -> Self {
        let mut all = Self::default();
        for token in tokens(html) {
            match token {
                Token::StartTag(tag) => all.opened(&tag),
                Token::EndTag(tag) => all.closed(&tag.name),
                Token::String(text) => all.text(&String::from_utf8_lossy(&text.value)),
                _ => {}
            }
        }
        all
    }

    fn opened(&mut self, tag: &StartTag<usize>) {
        match tag.name.as_slice() {
            b"meta" => {
                let name = said(tag, "property").or_else(|| said(tag, "name"));
                if let (Some(name), Some(content)) = (name, said(tag, "content")) {
                    self.metadata.push((name.to_lowercase(), content));
                }
            }
            b"link" if is_canonical(tag) => self.canonical.extend(said(tag, "href")),
            b"svg" if !tag.self_closing => self.drawings += 1,
            b"title" if self.drawings == 0 && self.title.text.is_empty() => {
                self.title.is_open = true;
            }
            b"h1" => self.headings.push(Element { is_open: true, ..Element::default() }),
            _ => {}
        }
    }

    fn closed(&mut self, name: &[u8]) {
        match name {
            b"svg" => self.drawings = self.drawings.saturating_sub(1),
            b"title" => self.title.is_open = false,
            b"h1" => self.headings.iter_mut().for_each(|it| it.is_open = false),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let all = self.headings.last_mut().into_iter().chain([&mut self.title]);
        for it in all.filter(|it| it.is_open) {
            it.text.push_str(text);
        }
    }

    /// What some names say that says something, by the order of the names.
    fn meta<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        let of = |name: &'a &str| self.metadata.iter().filter(move |it| it.0 == **name);
        names.iter().flat_map(of).map(|it| it.1.as_str()).filter(|it| !it.is_empty())
    }

    /// The page's one heading of the first rank; of several nobody knows which is its own.
    fn heading(&self) -> Option<String> {
        let mut all = self.headings.iter().filter_map(Element::words);
        all.next().filter(|_| all.next().is_none())
    }
}

/// Whether a link leads to where the page stands for good: `rel` has several words.
fn is_canonical(tag: &StartTag<usize>) -> bool {
    let rel = said(tag, "rel").unwrap_or_default();
    rel.split(' ').any(|it| it.eq_ignore_ascii_case("canonical"))
}

/// What an attribute says, with its blanks made plain.
pub(super) fn said(tag: &StartTag<usize>, wanted: &str) -> Option<String> {
    let found = tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes());
    let text = found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, publisher: &str, date: &str, address: &str) -> About {
        let [title, publisher, date, address] = [title, publisher, date, address].map(String::from);
        About { title, publisher, date, address }
    }

    #[test]
    fn a_page_says_what_it_is() {
        let page = "<head><title>Lamps &amp; oil | Lamp Club</title>\
            <meta property=og:title content='Lamps &amp; oil'>\
            <meta property='og:site_name' content='Lamp\n Club'>\
            <meta property='article:published_time' content='2026-02-03T23:10:00+01:00'>\
            <link rel=canonical href='https://lamps.example/oil'></head><h1>Lamp Club</h1>";
        assert_eq!(
            about(page),
            of("Lamps & oil", "Lamp Club", "2026-02-03", "https://lamps.example/oil")
        );
    }

    #[test]
    fn a_title_is_the_one_heading_or_what_browsers_show() {
        let title = |html: &str| about(html).title;
        assert_eq!(title("<title>Oil | Club</title><h1>On <b>oil</b></h1><p>Lamps"), "On oil");
        assert_eq!(title("<title>Oil | Club</title><h1>Club</h1><h1>On oil</h1>"), "Oil | Club");
        assert_eq!(title("<svg><title>Logo</title></svg><p>Lamps"), "");
        assert_eq!(title("<title>Oil</title><svg><title>Logo</title></svg>"), "Oil");
        assert_eq!(title("<h1>On oil<p>and all that comes behind it"), "", "nothing closes it");
    }

    #[test]
    fn what_is_no_day_and_no_address_of_the_web_is_left_to_the_editor() {
        for date in ["2/3/2026", "2026", "2026-13-03", "2026-2-3", ""] {
            let page = format!("<meta name=dc.date content='{date}'>");
            assert_eq!(about(&page), About::default(), "{date}");
        }
        for address in ["/oil", "javascript:alert(1)", "//lamps.example", "https://"] {
            let page = format!("<link rel=canonical href='{address}'>");
            assert_eq!(about(&page), About::default(), "{address}");
        }
    }
    #[test]
    fn what_can_not_be_meant_hides_nothing_that_can() {
        let page = "<meta property='article:published_time' content='Feb 3'>\
            <meta property='article:published_time' content=''>\
            <meta name='dcterms.date' content='2026-02-03'>\
            <link rel=canonical href='/oil'><meta property='og:url' content='/oil'>\
            <meta property='og:url' content='https://lamps.example/oil'>";
        assert_eq!(about(page), of("", "", "2026-02-03", "https://lamps.example/oil"));
        let page = "<link rel='Canonical nofollow' href='https://lamps.example/oil'>\
            <meta property='og:url' content='https://lamps.example/other'>";
        assert_eq!(about(page).address, "https://lamps.example/oil");
    }
}
