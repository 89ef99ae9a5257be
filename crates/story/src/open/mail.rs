//! A mail as programs save it (`.eml`), and a web page as browsers save it in one file (`.mhtml`): both
//! are headers and parts within parts.
// cspell:words unflowed

use std::borrow::Cow;

use super::{
    LARGEST_TEXT, Shown,
    mime::{Part, Said},
};
use crate::{About, Story, html};

const DAMAGED: &str = "is damaged; save it again, or paste its text";
/// Where a browser found the page that it saved.
const SNAPSHOT: &str = "Snapshot-Content-Location";
/// What of a mail's head is told.
const HEAD: [&str; 5] = ["From", "To", "Cc", "Date", "Subject"];

/// Of a page in one file, whose part it is.
const PLACE: &str = "Content-Location";

/// What of a mail is shown, and what comes with it.
#[derive(Default)]
struct Parts {
    /// In their order.
    bodies: Vec<Body>,
    attached: Vec<String>,
    /// Those of them that are mails: what each is about, and its bytes.
    mails: Vec<(String, Vec<u8>)>,
    /// What of it is none of its words: what it is, and what it says.
    left: Vec<(String, String)>,
}

enum Body {
    Text(String),
    Page(String),
}

impl Body {
    fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Page(page) => html::quoting(page).0.into(),
        }
    }

    fn size(&self) -> usize {
        let (Self::Text(text) | Self::Page(text)) = self;
        text.len()
    }
}

/// The mail's words, as the page that they are if all of them are one.
pub(super) fn read(bytes: &[u8]) -> Result<Story, &'static str> {
    let mail = Part::of(bytes).ok_or(DAMAGED)?;
    let mut parts = Parts::default();
    parts.take(&mail);
    if parts.bodies.iter().map(Body::size).sum::<usize>() > LARGEST_TEXT {
        return Err("holds more than 8 MB of text; paste the part that is the story");
    }
    parts.tell_unread();
    let mut story = parts.story();
    story.mails = std::mem::take(&mut parts.mails);
    let place = place(&mail);
    if place.is_empty() {
        let [sender, subject, date] = ["From", "Subject", "Date"].map(|it| mail.header(it));
        story.about = Some(About::of_mail(&sender, &subject, &date));
        story.left_out = parts.left;
        story.left_out.extend(left_out(&mail, &parts.attached));
    } else {
        let mut about = html::about(&story.source);
        if about.address.is_empty() && html::is_address(&place) {
            about.address = place;
        }
        story.about = Some(about);
        story.left_out = parts.left;
    }
    Ok(story)
}

/// Nobody attaches mails to mails deeper.
const DEEPEST: usize = 8;
/// What of attachments is read.
const READ: [&str; 7] = ["txt", "md", "html", "htm", "docx", "mhtml", "mht"];

/// Every part, each as it is written, whichever of them a program shows.
pub(super) fn shown(bytes: &[u8]) -> Result<Vec<Shown>, &'static str> {
    let mail = Part::of(bytes).ok_or(DAMAGED)?;
    let mut all = Vec::new();
    show(&mail, "", DEEPEST, &mut all);
    Ok(all)
}

/// `behind` is what it is a part of, but for the file.
fn show(part: &Part<'_>, behind: &str, deeper: usize, all: &mut Vec<Shown>) {
    if !part.parts.is_empty() {
        part.parts.iter().for_each(|it| show(it, behind, deeper, all));
        return;
    }
    let kind = part.kind();
    let disposition = part.disposition();
    let name = disposition.param("filename").or_else(|| kind.param("name")).unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, it)| it.to_ascii_lowercase()).unwrap_or_default();
    match kind.value.as_str() {
        "text/html" => {
            all.push((format!("its HTML{behind}"), Ok(Story::from_html(part.text()))));
        }
        "text/css" => {}
        it if it.starts_with("text/") || it.starts_with("multipart/") => {
            all.push((format!("its text{behind}"), Ok(Story::from_text(plain(part, &kind)))));
        }
        _ => {
            if let (Some((subject, bytes)), Some(deeper)) = (part.mail(), deeper.checked_sub(1)) {
                let behind = format!("{behind} in the mail “{subject}”");
                if let Some(inner) = Part::of(&bytes) {
                    show(&inner, &behind, deeper, all);
                }
            } else if READ.contains(&ending.as_str()) {
                let read = super::open_as(name, &ending, &part.decoded().0);
                all.push((format!("“{name}”{behind}"), read));
            }
        }
    }
}

fn plain(part: &Part<'_>, kind: &Said) -> String {
    let body = part.text().replace("\r\n", "\n");
    let is_flowed = kind.param("format") == Some("flowed");
    if is_flowed { unflowed(&body) } else { body }
}

/// Where a browser found the page that it saved; empty of a mail.
fn place(mail: &Part<'_>) -> String {
    let root = mail.parts.first().filter(|_| mail.kind().value == "multipart/related");
    let snapshot = mail.header(SNAPSHOT);
    if snapshot.is_empty() { root.map(|it| it.header(PLACE)).unwrap_or_default() } else { snapshot }
}

impl Parts {
    fn take(&mut self, part: &Part<'_>) {
        let kind = part.kind();
        match kind.value.as_str() {
            it if it.starts_with("multipart/") && part.parts.is_empty() => {
                self.left.push(("a part that can’t be read".into(), part.text()));
            }
            "multipart/alternative" => self.take_one_of(part),
            "multipart/related" => self.take_root(part, kind.param("start")),
            it if it.starts_with("multipart/") => part.parts.iter().for_each(|it| self.take(it)),
            _ => self.take_leaf(part, &kind),
        }
    }

    fn take_leaf(&mut self, part: &Part<'_>, kind: &Said) {
        let disposition = part.disposition();
        let name = disposition.param("filename").filter(|it| !it.is_empty());
        let is_attached = disposition.value == "attachment" || name.is_some();
        // What belongs to a page is a picture or a style.
        let is_of_page = ["Content-ID", PLACE].iter().any(|it| !part.header(it).is_empty())
            && ["image/", "text/css", "font/"].iter().any(|it| kind.value.starts_with(it));
        match kind.value.as_str() {
            "text/plain" if !is_attached => self.bodies.push(Body::Text(plain(part, kind))),
            "text/html" if !is_attached => self.bodies.push(Body::Page(part.text())),
            _ if is_of_page && disposition.value != "attachment" => {}
            _ => {
                let name = name.or_else(|| kind.param("name")).map(Into::into);
                let mail = part.mail();
                let subject = mail.as_ref().filter(|it| !it.0.is_empty());
                let subject = subject.map(|it| format!("the mail “{}”", it.0));
                self.attached.push(name.or(subject).unwrap_or(kind.value.clone()));
                self.mails.extend(mail);
            }
        }
    }

    /// A page, and what it shows in frames, which is another's.
    fn take_root(&mut self, part: &Part<'_>, start: Option<&str>) {
        let is_start = |it: &Part<'_>| start.is_some_and(|start| it.header("Content-ID") == start);
        let root = part.parts.iter().position(is_start).unwrap_or_default();
        for (nth, inner) in part.parts.iter().enumerate() {
            let mut all = Self::default();
            all.take(inner);
            if nth == root {
                self.bodies.append(&mut all.bodies);
            }
            self.leave("a frame of the page", &all.bodies);
            self.attached.extend(all.attached);
            self.mails.extend(all.mails);
            self.left.extend(all.left);
        }
    }

    /// The same words in several forms: as text, unless that says less than half of what the page says.
    fn take_one_of(&mut self, part: &Part<'_>) {
        let mut all = Self::default();
        part.parts.iter().for_each(|it| all.take(it));
        let (text, page): (Vec<_>, Vec<_>) =
            all.bodies.into_iter().partition(|it| matches!(it, Body::Text(_)));
        if letters(&text) * 2 < letters(&page) {
            self.leave("what it says to programs that show text alone", &text);
            self.bodies.extend(page);
        } else {
            self.bodies.extend(if letters(&text) > 0 { text } else { page });
        }
        self.attached.extend(all.attached);
        self.mails.extend(all.mails);
        self.left.extend(all.left);
    }

    fn leave(&mut self, what: &str, bodies: &[Body]) {
        let words = bodies.iter().map(|it| it.words().trim().to_string());
        self.left.extend(words.filter(|it| !it.is_empty()).map(|it| (what.into(), it)));
    }

    /// Bytes that are no letters in the encoding that a part says it has.
    fn tell_unread(&mut self) {
        let is_wrong = |it: &&str| it.contains(char::REPLACEMENT_CHARACTER);
        let words: Vec<_> = self.bodies.iter().map(Body::words).collect();
        let lines = words.iter().flat_map(|it| it.lines()).filter(is_wrong);
        let lines = lines.collect::<Vec<_>>().join("\n");
        if !lines.is_empty() {
            let what = "letters that are none in the encoding that it says it has, shown as “�”";
            self.left.push((what.into(), lines));
        }
    }

    fn story(&self) -> Story {
        let pages = self.bodies.iter().filter_map(|it| match it {
            Body::Page(page) => Some(page.as_str()),
            Body::Text(text) => text.trim().is_empty().then_some(""),
        });
        let pages: Vec<_> = pages.collect();
        let is_page = self.bodies.iter().any(|it| matches!(it, Body::Page(_)));
        if is_page && pages.len() == self.bodies.len() {
            return Story::from_html(pages.concat());
        }
        let all: Vec<_> = self.bodies.iter().map(Body::words).collect();
        Story::from_text(all.join("\n\n"))
    }
}

fn letters(bodies: &[Body]) -> usize {
    bodies.iter().map(|it| it.words().chars().filter(|it| it.is_alphabetic()).count()).sum()
}

/// Lines that end with a blank go on in the next, as RFC 3676 has it; but for those of another's words.
fn unflowed(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for line in body.lines() {
        let is_quoted = line.starts_with('>');
        let line = line.strip_prefix(' ').unwrap_or(line);
        text.push_str(line);
        if is_quoted || line == "-- " || !line.ends_with(' ') {
            text.push('\n');
        }
    }
    text
}

fn left_out(mail: &Part<'_>, attached: &[String]) -> Vec<(String, String)> {
    let said = HEAD.iter().map(|it| (it, mail.header(it))).filter(|it| !it.1.is_empty());
    let head: Vec<_> = said.map(|(name, said)| format!("{name}: {said}")).collect();
    let number = attached.len();
    let what = if number == 1 { "an attachment".into() } else { format!("{number} attachments") };
    let all = [(what, attached.join(", ")), ("the head of the mail".into(), head.join(" "))];
    all.into_iter().filter(|it| !it.1.is_empty()).collect()
}
