//! Files to the texts of sources: what a document says itself, without what it quotes of others and what
//! a web page has around it.

// cspell:words mhtml

use std::fmt::Display;

use story::{About, Story, ended, parted, quoting, read_text};

use crate::{
    mail::{Known, Mail, is_quoted, unquoted},
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
    /// The mails that came with a mail, which are documents of their own: what each is about, and its
    /// bytes.
    pub mails: Vec<(String, Vec<u8>)>,
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

/// Nobody passes a mail on so often that no word comes with it.
const DEEPEST: usize = 8;

/// So much of what is left out is shown.
const START: usize = 80;

/// The text of a source, by its file's name and content: `.docx`, `.html`, `.mhtml`, `.txt`, `.md`,
/// `.eml`. It is what quotations are confirmed against, so an editor takes it along as a file; one that a
/// dataset knows by its hash comes back to the letter.
///
/// # Errors
/// A sentence, where it can't be read, with what would be right.
pub fn open(name: &str, bytes: &[u8], recorded: Option<&str>) -> Result<Opened, String> {
    open_within(name, bytes, recorded, 0)
}

fn open_within(
    name: &str,
    bytes: &[u8],
    recorded: Option<&str>,
    depth: usize,
) -> Result<Opened, String> {
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
        // Whoever passes one on as it came may say nothing.
        if let Some((_, bytes)) = story.mails().first().filter(|_| depth < DEEPEST) {
            let mut opened = open_within(name, bytes, recorded, depth + 1)?;
            let said = told(story.left_out());
            let taken = "Taken, the mail that is attached to it, with who sent it.";
            opened.left_out.extend(said.into_iter().chain([taken.into()]));
            opened.mails.extend(story.mails().iter().skip(1).cloned());
            return Ok(opened);
        }
        let all: Vec<_> =
            story.left_out().iter().map(|it| format!("; {}: {}", it.0, it.1)).collect();
        return Err(format!("`{name}` has no words in it{}", start(&all.concat())));
    }
    if is_recorded(&text) {
        return Ok(whole(text));
    }
    let ending = name.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    let mut opened = match ending.as_deref() {
        Some("eml") => of_mail(&story),
        // In Markdown and in documents lines that begin with `>` are the author's.
        None | Some("txt" | "text") => {
            own(story.source(), &joined(story.source()), Known::Nothing, About::default())
        }
        Some("md" | "markdown") => of_markdown(story.source()),
        _ if story.is_html() => of_page(&story),
        _ => Opened { text, about: story.about(), ..Opened::default() },
    };
    opened.left_out.extend(told(story.left_out()));
    opened.mails = story.mails().to_vec();
    Ok(opened)
}

/// What was left out, by what it is and its words, in sentences.
fn told<What: Display>(left_out: &[(What, String)]) -> Vec<String> {
    let told =
        |(what, words): &(What, String)| ended(format!("Left out, {what}: “{}”", start(words)));
    left_out.iter().map(told).collect()
}

/// A text that was pasted, with the lines of its paragraphs joined. All of it is meant.
pub(crate) fn pasted(text: &str) -> String {
    joined(text)
}

fn of_page(story: &Story) -> Opened {
    let page = parted(story.source());
    let (mut left_out, about) = (told(&page.left_out), story.about());
    let (text, is_cited) = quoting(story.source());
    // A mail that was saved as a page has no head to know it by.
    left_out.extend(kept(text.lines().filter(|it| is_cited && is_quoted(it))));
    Opened { text: page.text, left_out, about, origin: Origin::Page, ..Opened::default() }
}

fn of_markdown(source: &str) -> Opened {
    let said = markdown::read(source);
    let mut left_out = told(&said.left_out);
    if !said.quoted.is_empty() {
        let (number, words) = (passages(said.quoted.len()), start(&said.quoted.join(" ")));
        left_out.push(ended(format!(
            "Kept, {number} set apart as a quotation, which may be another’s words: “{words}”"
        )));
    }
    Opened { text: said.text, left_out, about: said.about, ..Opened::default() }
}

fn of_mail(story: &Story) -> Opened {
    let (text, is_cited) =
        if story.is_html() { quoting(story.source()) } else { (story.source().into(), true) };
    let known = if is_cited { Known::Quotations } else { Known::Head };
    let whole = if story.is_html() { story.text().into() } else { joined(&text) };
    Opened { origin: Origin::Mail, ..own(&text, &whole, known, story.about()) }
}

/// What a mail says itself, by its lines; `whole` is all that it says.
fn own(source: &str, whole: &str, known: Known, about: About) -> Opened {
    let Some(mail) = Mail::read(source, known) else {
        let left_out = kept(source.lines().filter(|it| is_quoted(it))).into_iter().collect();
        return Opened { text: whole.into(), left_out, about, ..Opened::default() };
    };
    let about = if mail.head.is_empty() { about } else { mail.about() };
    if mail.is_blank() {
        return of_another(&mail, source, whole);
    }
    if mail.passes_on(&about.title) {
        let text = joined(&format!("{}\n\n{}", mail.own.join("\n"), mail.former()));
        let mut left_out = parts(&mail);
        left_out.push(ended(format!(
            "Kept, the mail that this one passes on, so that title, name and day are for you to say: “{}”",
            start(&mail.former())
        )));
        return Opened { text, left_out, origin: Origin::Mail, ..Opened::default() };
    }
    let mut left_out = parts(&mail);
    left_out.extend(said("Left out, the mail that this one answers or passes on", &mail.former));
    let text = joined(&mail.own.join("\n"));
    Opened { text, left_out, about, origin: Origin::Mail, ..Opened::default() }
}

/// Of a mail whose author says nothing, what there is: the mail that it passes on, by its own head. Where
/// nobody knows whose words these are, nothing is said of that.
fn of_another(mail: &Mail<'_>, source: &str, whole: &str) -> Opened {
    let former = mail.former();
    let origin = Origin::Mail;
    let inner = Mail::read(&former, Known::Nothing);
    if let Some(inner) = inner.filter(|it| !it.head.is_empty() && !it.is_blank()) {
        let mut left_out = parts(mail);
        left_out.extend(parts(&inner));
        left_out
            .extend(said("Left out, the mail that this one answers or passes on", &inner.former));
        left_out.push("Taken, the mail that it passes on, with who sent it.".into());
        let text = joined(&inner.own.join("\n"));
        return Opened { text, left_out, about: inner.about(), origin, ..Opened::default() };
    }
    let left_out = kept(source.lines().filter(|it| !it.trim().is_empty())).into_iter().collect();
    Opened { text: whole.into(), left_out, origin, ..Opened::default() }
}

/// What is told of a mail's own part. Whose words are told, and not who is said to have written them.
fn parts(mail: &Mail<'_>) -> Vec<String> {
    let quoted: Vec<_> = mail.quoted.iter().copied().filter(|it| is_quoted(it)).collect();
    let left = number(quoted.len());
    let quoted = said(&format!("Left out, {left} quoted with “>”, another’s words"), &quoted);
    let head = said("Left out, the head of the mail", &mail.head);
    [quoted, kept(mail.kept.iter().copied()), head].into_iter().flatten().collect()
}

fn kept<'l>(lines: impl Iterator<Item = &'l str>) -> Option<String> {
    let lines: Vec<_> = lines.collect();
    let number = number(lines.len());
    said(&format!("Kept, {number} that may be another’s words"), &lines)
}

fn said(what: &str, lines: &[&str]) -> Option<String> {
    let words: Vec<_> = lines.iter().map(|it| unquoted(it)).collect();
    (!lines.is_empty()).then(|| ended(format!("{what}: “{}”", start(&words.join(" ")))))
}

fn passages(number: usize) -> String {
    format!("{number} {}", if number == 1 { "passage" } else { "passages" })
}

fn number(lines: usize) -> String {
    format!("{lines} {}", if lines == 1 { "line" } else { "lines" })
}

/// How many lines of a text that was pasted may be another's words; all of it is kept.
pub(crate) fn in_doubt(text: &str) -> usize {
    Mail::read(text, Known::Nothing)
        .map_or(0, |mail| mail.quoted.len() + mail.kept.len() + mail.former.len())
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
