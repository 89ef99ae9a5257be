//! Files to the texts of sources: what a document says itself, without what it quotes of others and what
//! a web page has around it.

use story::{About, Story, about, parted, read_text};

use crate::{mail, quote::sha256};

/// The text of a source, and what of its file is none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What quotations are confirmed against.
    pub text: String,
    /// What was left out, in sentences.
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
        () => whole(text),
    })
}

/// A text that was pasted, with the lines of its paragraphs joined. All of it is meant.
pub(crate) fn pasted(text: &str) -> String {
    let story = Story::from_text(text.into());
    plain(&story, story.source())
}

/// Whether a file may be a mail. In Markdown and in documents lines that begin with `>` are the author's.
fn is_unformatted(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    matches!(ending.as_deref(), None | Some("txt" | "text" | "eml"))
}

fn of_page(html: &str) -> Opened {
    let page = parted(html);
    let told = |(what, words): &(&str, String)| format!("Left out, {what}: “{}”.", start(words));
    let left_out = page.left_out.iter().map(told).collect();
    Opened { text: page.text, left_out, about: about(html) }
}

/// What a mail says itself. Where that is nothing, what it quotes is all that there is.
fn own(story: &Story) -> Opened {
    let is_blank = |line: &&str| line.trim().is_empty();
    let lines = mail::parted(story.source()).filter(|(own, _)| !own.iter().all(is_blank));
    let Some((own, quoted)) = lines else {
        return Opened { text: plain(story, story.source()), ..Opened::default() };
    };
    let words: Vec<_> =
        quoted.iter().map(|it| it.trim_start().trim_start_matches(['>', ' '])).collect();
    let what = if quoted.len() == 1 { "line" } else { "lines" };
    let told = format!(
        "Left out, {} {what} quoted with “>”, another’s words: “{}”.",
        quoted.len(),
        start(&words.join(" "))
    );
    let text = plain(story, &own.join("\n"));
    Opened { text, left_out: vec![told], ..Opened::default() }
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
