//! Files to the texts of sources: what a document says itself, without what it quotes of others and what
//! a web page has around it.

// cspell:words mhtml

use std::fmt::Display;

use story::{About, Story, parted, read_text};

use crate::{
    mail::{DATES, Mail, SENDERS, SUBJECTS, header, is_quoted, unquoted},
    markdown,
    quote::sha256,
};

/// The text of a source, and what of its file is none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What quotations are confirmed against.
    pub text: String,
    /// What was left out, and what was kept though it may be another's, in sentences.
    pub left_out: Vec<String>,
    /// What its file says of itself.
    pub about: About,
    /// What sort of file that is.
    pub origin: Origin,
}

/// What says something about itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// A document, a text, a PDF.
    #[default]
    File,
    /// A web page.
    Page,
    /// A mail.
    Mail,
}

impl Origin {
    /// What it is called in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Page => "page",
            Self::Mail => "mail",
        }
    }
}

/// So much of what is left out is shown.
const START: usize = 80;

/// The text of a source, by its file's name and content: `.docx`, `.html`, `.mhtml`, `.txt`, `.md`,
/// `.eml`. It is what quotations are confirmed against, so an editor takes it along as a file; one that a
/// dataset knows by its hash comes back to the letter.
///
/// # Errors
/// A sentence, where it can't be read, with what would be right.
pub fn open(name: &str, bytes: &[u8], recorded: Option<&str>) -> Result<Opened, String> {
    let whole = |text: String| Opened { text, ..Opened::default() };
    let is_recorded = |text: &str| recorded.is_some_and(|recorded| sha256(text) == recorded);
    if let Ok(text) = read_text(bytes)
        && is_recorded(&text)
    {
        return Ok(whole(text));
    }
    let story = Story::open(name, bytes).map_err(|why| why.to_string())?;
    let text = plain(&story, story.source());
    if text.trim().is_empty() {
        return Err(format!("`{name}` has no words in it"));
    }
    if is_recorded(&text) {
        return Ok(whole(text));
    }
    let ending = name.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    let mut opened = match ending.as_deref() {
        Some("eml") if story.is_html() => {
            let Opened { text, mut left_out, .. } = of_page(&story);
            let mail = own(&text);
            left_out.extend(mail.left_out);
            Opened { left_out, ..mail }
        }
        // In Markdown and in documents lines that begin with `>` are the author's.
        None | Some("txt" | "text" | "eml") => own(story.source()),
        Some("md" | "markdown") => of_markdown(story.source()),
        _ if story.is_html() => of_page(&story),
        _ => Opened { text, about: story.about(), ..Opened::default() },
    };
    opened.left_out.extend(told(story.left_out()));
    if ending.as_deref() == Some("eml") {
        (opened.about, opened.origin) = (story.about(), Origin::Mail);
    }
    Ok(opened)
}

/// What was left out, by what it is and its words, in sentences.
fn told<What: Display>(left_out: &[(What, String)]) -> Vec<String> {
    let told = |(what, words): &(What, String)| format!("Left out, {what}: “{}”.", start(words));
    left_out.iter().map(told).collect()
}

/// A text that was pasted, with the lines of its paragraphs joined. All of it is meant.
pub(crate) fn pasted(text: &str) -> String {
    joined(text)
}

fn of_page(story: &Story) -> Opened {
    let page = parted(story.source());
    let (left_out, about) = (told(&page.left_out), story.about());
    Opened { text: page.text, left_out, about, origin: Origin::Page }
}

fn of_markdown(source: &str) -> Opened {
    let said = markdown::read(source);
    let mut left_out = told(&said.left_out);
    if !said.quoted.is_empty() {
        let (number, words) = (passages(said.quoted.len()), start(&said.quoted.join(" ")));
        left_out.push(format!(
            "Kept, {number} set apart as a quotation, which may be another’s words: “{words}”."
        ));
    }
    Opened { text: said.text, left_out, about: said.about, origin: Origin::File }
}

/// What a mail says itself. Where that is nothing, what it quotes is all that there is.
fn own(source: &str) -> Opened {
    let Some(mail) = Mail::read(source) else {
        return Opened { text: joined(source), ..Opened::default() };
    };
    // Whose words are told, and not who is said to have written them.
    let quoted: Vec<_> = mail.quoted.iter().copied().filter(|it| is_quoted(it)).collect();
    let (left, kept) = (number(quoted.len()), number(mail.kept.len()));
    let told = [
        (format!("Left out, {left} quoted with “>”, another’s words"), &quoted),
        (format!("Kept, {kept} with “>” that may be another’s words"), &mail.kept),
        ("Left out, the mail that this one answers or passes on".into(), &mail.former),
        ("Left out, the head of the mail".into(), &mail.head),
    ];
    let told = told.into_iter().filter(|(_, lines)| !lines.is_empty());
    let left_out = told.map(|(what, lines)| {
        let words: Vec<_> = lines.iter().map(|it| unquoted(it)).collect();
        format!("{what}: “{}”.", start(&words.join(" ")))
    });
    let (left_out, about) = (left_out.collect(), of_head(&mail.head));
    Opened { text: joined(&mail.own.join("\n")), left_out, about, origin: Origin::Mail }
}

/// What a mail's head says of it.
fn of_head(head: &[&str]) -> About {
    let said = |names: &[&str]| {
        let mut all = head.iter().filter_map(|line| header(line));
        all.find(|it| names.contains(&it.0.as_str())).map(|it| it.1).unwrap_or_default()
    };
    About::of_mail(said(&SENDERS), said(&SUBJECTS), said(&DATES))
}

fn passages(number: usize) -> String {
    format!("{number} {}", if number == 1 { "passage" } else { "passages" })
}

fn number(lines: usize) -> String {
    format!("{lines} {}", if lines == 1 { "line" } else { "lines" })
}

/// How many lines of a text that was pasted may be another's words; all of it is kept.
pub(crate) fn in_doubt(text: &str) -> usize {
    Mail::read(text).map_or(0, |mail| mail.quoted.len() + mail.kept.len() + mail.former.len())
}

fn start(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let start: String = words.chars().take(START).collect();
    if start.len() < words.len() { start + "…" } else { start }
}

/// Such a story's words.
fn plain(story: &Story, source: &str) -> String {
    // A document's paragraphs are whole.
    match () {
        () if story.is_html() => story.text().into(),
        () if story.text() == story.source() => unix(source),
        () => joined(source),
    }
}

/// A text with the lines of its paragraphs joined.
fn joined(text: &str) -> String {
    Story::from_text(unix(text)).text().into()
}

/// Ends of lines from Windows are two characters, of which one stays.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
