//! Files to the texts of sources: what a document says itself, without what it quotes of others and what
//! a web page has around it.

// cspell:words betreff objet asunto

use std::fmt::Display;

use story::{About, Story, about, parted, read_text};

use crate::{
    mail::{Mail, header, is_quoted, unquoted},
    quote::sha256,
};

/// The text of a source, and what of its file is none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What quotations are confirmed against.
    pub text: String,
    /// What was left out, and what was kept though it may be another's, in sentences.
    pub left_out: Vec<String>,
    /// What a web page says of itself.
    pub about: About,
}

/// So much of what is left out is shown.
const START: usize = 80;

/// The text of a source, by its file's name and content: `.docx`, `.html`, `.txt`, `.md`. It is what
/// quotations are confirmed against, so an editor takes it along as a file; one that a dataset knows
/// by its hash comes back to the letter.
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
    Ok(match () {
        () if is_recorded(&text) => whole(text),
        () if story.is_html() => of_page(story.source()),
        () if is_unformatted(name) => own(&story),
        () => Opened { text, left_out: told(story.left_out()), ..Opened::default() },
    })
}

/// What was left out, by what it is and its words, in sentences.
fn told<What: Display>(left_out: &[(What, String)]) -> Vec<String> {
    let told = |(what, words): &(What, String)| format!("Left out, {what}: “{}”.", start(words));
    left_out.iter().map(told).collect()
}

/// A text that was pasted, with the lines of its paragraphs joined. All of it is meant.
pub(crate) fn pasted(text: &str) -> String {
    let story = Story::from_text(text.into());
    plain(&story, story.source())
}

/// Whether a file may be a mail. In Markdown and in documents lines that begin with `>` are the author's.
fn is_unformatted(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    matches!(ending.as_deref(), None | Some("txt" | "text"))
}

fn of_page(html: &str) -> Opened {
    let page = parted(html);
    Opened { text: page.text, left_out: told(&page.left_out), about: about(html) }
}

/// What a mail says itself. Where that is nothing, what it quotes is all that there is.
fn own(story: &Story) -> Opened {
    let Some(mail) = Mail::read(story.source()) else {
        return Opened { text: plain(story, story.source()), ..Opened::default() };
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
    let text = plain(story, &mail.own.join("\n"));
    Opened { text, left_out: left_out.collect(), about: of_head(&mail.head) }
}

/// What a mail's head says of it. Its date may be written in any way, so that is left to the editor.
fn of_head(head: &[&str]) -> About {
    let said = |names: [&str; 4]| {
        let mut all = head.iter().filter_map(|line| header(line));
        all.find(|it| names.contains(&it.0.as_str())).map(|it| it.1).unwrap_or_default()
    };
    let sender = said(["from", "von", "de", "من"]);
    let name = sender.split('<').next().unwrap_or_default().trim().trim_matches('"');
    About {
        title: said(["subject", "betreff", "objet", "asunto"]).into(),
        publisher: name.into(),
        ..About::default()
    }
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

/// Such a story's words. Ends of lines from Windows are two characters, of which one stays.
fn plain(story: &Story, source: &str) -> String {
    if story.is_html() {
        return story.text().into();
    }
    let lines = source.replace("\r\n", "\n").replace('\r', "\n");
    // A document's paragraphs are whole.
    if story.text() == story.source() { lines } else { Story::from_text(lines).text().into() }
}
