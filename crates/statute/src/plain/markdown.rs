//! Markdown as text: the lines that it shows, and what of the file isn't shown: the signs that say how
//! words look, the addresses of links, notes, deleted words.

mod events;
mod shown;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::Line;
use crate::{
    outline::{At, LeftOut, Why},
    tree::{Place, collapsed, weight},
};
use shown::Shown;

/// So many headings make a text Markdown.
const HEADINGS: usize = 3;
/// How files of this format are called.
const ENDINGS: [&str; 2] = [".md", ".markdown"];

/// A law in Markdown.
pub(super) struct Read {
    pub(super) lines: Vec<Line>,
    pub(super) left: Vec<LeftOut>,
    /// The file's characters that are no blanks: those that a name stands for (`&sect;`) count as
    /// themselves, and HTML counts as on a page.
    pub(super) total: usize,
}

/// Whether a text is Markdown: it is called so, begins with what a program wrote about it, or has
/// headings.
pub(super) fn is(text: &str, file: &str) -> bool {
    let name = file.to_lowercase();
    let is_heading = |(event, place): &(Event<'_>, std::ops::Range<usize>)| {
        let is_signed = text.get(place.clone()).is_some_and(|it| it.trim_start().starts_with('#'));
        is_signed && matches!(event, Event::Start(Tag::Heading { .. }))
    };
    let first = text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    ENDINGS.iter().any(|it| name.ends_with(it))
        || front(text).is_some()
        || first.starts_with("# ")
        || parser(text).into_offset_iter().filter(is_heading).take(HEADINGS).count() == HEADINGS
}

pub(super) fn read(text: &str, file: &str) -> Read {
    let (before, _) = front(text).unwrap_or(("", text));
    // Lines keep their numbers: what stands before is blank.
    let blank =
        before.chars().map(|it| if it == '\n' { "\n".into() } else { " ".repeat(it.len_utf8()) });
    let body = blank.collect::<String>() + text.get(before.len()..).unwrap_or_default();
    let mut shown = Shown::of(&body);
    events::read(&body, &mut shown);
    let (lines, notes, mut account) = shown.end();
    let at = |line| At { file: file.into(), place: Place { line, column: 0 }, ..At::default() };
    let about = [(Why::Page, 0, before.to_string())];
    let all = about.into_iter().chain(notes).chain(account.markup(&body));
    let left =
        all.map(|(why, line, words)| LeftOut { why, at: at(line), words: collapsed(&words) });
    let total = weight(before) + account.total(&body);
    Read { lines, left: left.filter(|it| it.characters() > 0).collect(), total }
}

/// The common syntax with what GitHub and pandoc add to it in texts such as laws.
fn parser(text: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    Parser::new_ext(text, options)
}

/// What stands between two lines of dashes at the very beginning, and what comes behind it.
fn front(text: &str) -> Option<(&str, &str)> {
    let unmarked = text.trim_start_matches('\u{FEFF}');
    let rest = unmarked.strip_prefix("---\n").or_else(|| unmarked.strip_prefix("---\r\n"))?;
    let end = rest.find("\n---")? + "\n---".len();
    let has_fields = rest.get(..end)?.lines().next()?.contains(':');
    let at = text.len() - rest.len() + end;
    let behind = text.get(at..)?;
    let is_line = behind.is_empty() || behind.starts_with(['\n', '\r']);
    (has_fields && is_line).then_some((text.get(..at)?, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_markdown_is_taken_for_it() {
        assert!(is("---\ntitle: Lamps\n---\n\nArticle 1\n", "law.txt"));
        assert!(is("# Lamp Act\n\nArticle 1\n", "law.txt"));
        assert!(is("Lamp Act\n\n## One\n\n## Two\n\n## Three\n", "law.txt"));
        assert!(is("Lamp Act\n========\n", "law.md"));
        assert!(!is("Lamp Act\n\n--- draft ---\n\n# is a sign\n\nArticle 1\n", "law.txt"));
        assert!(!is("Lamp Act\n\n```\n# one\n# two\n# three\n```\n", "law.txt"));
    }
}
