//! Markdown as text: what only says how words look is taken out, and headings, rows of tables and the
//! lines of paragraphs stay apart as it shows them.

use super::lines::{Line, lines};

/// So many headings make a text Markdown.
const HEADINGS: usize = 3;
/// Characters that a text names instead of writing them.
const ENTITIES: [(&str, &str); 7] = [
    ("&nbsp;", "\u{A0}"),
    ("&ordm;", "º"),
    ("&ordf;", "ª"),
    ("&deg;", "°"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
];

/// Whether a text is Markdown: it begins with what a program wrote about it, or has headings.
pub(crate) fn is(text: &str) -> bool {
    let is_heading = |line: &&str| heading(line).is_some();
    let first = text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    front(text).is_some()
        || heading(first).is_some_and(|_| first.starts_with("# "))
        || text.lines().filter(is_heading).take(HEADINGS).count() == HEADINGS
}

/// The lines of its body, and what stands about it before.
pub(super) fn read(text: &str) -> (Vec<Line>, String) {
    let (before, _) = front(text).unwrap_or(("", text));
    let mut all: Vec<Line> = Vec::new();
    // Lines keep their numbers: what stands before is blank.
    let blank: String = before.chars().filter(|it| *it == '\n').collect();
    let body = text.get(before.len()..).unwrap_or_default();
    let mut apart = false;
    for mut line in lines(&(blank + body)) {
        if is_rule(&line.text) {
            apart = true;
            continue;
        }
        let is_heading = heading(&line.text).is_some();
        line.is_apart |= is_heading || std::mem::take(&mut apart);
        apart = is_heading;
        if let Some(cells) = cells(&line.text) {
            line.text = cells.join("\t");
            line.cells = if cells.len() > 1 { cells } else { Vec::new() };
        } else {
            line.text = words(heading(&line.text).unwrap_or(&line.text));
        }
        all.extend(Some(line).filter(|it| !it.text.is_empty()));
    }
    (all, before.into())
}

/// What stands between two lines of dashes at the very beginning, and what comes behind it.
fn front(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches('\u{FEFF}');
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let end = rest.find("\n---")? + "\n---".len();
    let has_fields = rest.get(..end)?.lines().next()?.contains(':');
    let at = text.len() - rest.len() + end;
    let behind = text.get(at..)?;
    let is_line = behind.is_empty() || behind.starts_with(['\n', '\r']);
    (has_fields && is_line).then_some((text.get(..at)?, behind))
}

fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let is_heading = (1..=6).contains(&level) && rest.starts_with([' ', '\t']);
    is_heading.then(|| rest.trim().trim_end_matches('#').trim_end())
}

/// `---`, `***`, and the line below a table's head.
fn is_rule(line: &str) -> bool {
    line.len() > 2 && line.chars().all(|it| "-*_| :".contains(it)) && line.contains(['-', '*', '_'])
}

fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(words).filter(|it| !it.is_empty()).collect())
}

/// The words of a line, without what only says how they look.
fn words(line: &str) -> String {
    let mut line = line.trim_start_matches("> ").trim_start();
    // A number is the mark of its item; the dash before it is Markdown's.
    for mark in ["- ", "* ", "+ ", ":   "] {
        let inner = line.strip_prefix(mark).map(str::trim_start);
        let begins = |it: &&str| {
            mark == ":   " || super::marks::step(it.trim_start_matches(['*', '_'])).is_some()
        };
        line = inner.filter(begins).unwrap_or(line);
    }
    let line = line.trim_end_matches('\\');
    let mut text = unlinked(&line.replace("**", "").replace("__", ""));
    text = emphasised(&text);
    for (name, sign) in ENTITIES {
        text = text.replace(name, sign);
    }
    text.trim().into()
}

/// `[Article 5](#art_5)` as what it shows; a picture shows no words.
fn unlinked(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, words, is_picture, behind)) = link(rest) {
        shown.push_str(before);
        shown.push_str(if is_picture { "" } else { words });
        rest = behind;
    }
    shown + rest
}

fn link(text: &str) -> Option<(&str, &str, bool, &str)> {
    let end = text.find("](")?;
    let start = text.get(..end)?.rfind('[')?;
    let close = end + text.get(end..)?.find(')')?;
    let before = text.get(..start)?;
    let is_picture = before.ends_with('!');
    let before = before.strip_suffix('!').filter(|_| is_picture).unwrap_or(before);
    Some((before, text.get(start + 1..end)?, is_picture, text.get(close + 1..)?))
}

/// Without the signs around emphasised words, and without the slashes before signs that are none.
fn emphasised(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = |nth: usize| signs.get(nth).copied().unwrap_or(' ');
    let mut shown = String::with_capacity(text.len());
    for (nth, sign) in signs.iter().enumerate() {
        let before = if nth == 0 { ' ' } else { at(nth - 1) };
        let is_edge = before.is_alphanumeric() != at(nth + 1).is_alphanumeric()
            || before.is_whitespace() != at(nth + 1).is_whitespace();
        let is_written = before == '\\';
        match sign {
            '\\' if at(nth + 1).is_ascii_punctuation() => {}
            '*' if !is_written && is_edge => {}
            '_' if !is_written && is_edge && !(before == '_' || at(nth + 1) == '_') => {}
            sign => shown.push(*sign),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_are_shown() {
        for (written, shown) in [
            ("**§ 1.** Lamps", "§ 1. Lamps"),
            ("*Stk. 2.* Lamps are _lit_.", "Stk. 2. Lamps are lit."),
            ("1\\. Lamps, 3 * 4", "1. Lamps, 3 * 4"),
            ("- a) gas", "a) gas"),
            ("- gas", "- gas"),
            ("see [Article 5](#art_5) and ![a lamp](l.png)", "see Article 5 and"),
            ("art_5 of N&ordm; 7", "art_5 of Nº 7"),
            ("> Whereas", "Whereas"),
        ] {
            assert_eq!(words(written), shown, "{written}");
        }
    }

    #[test]
    fn only_markdown_is_taken_for_it() {
        assert!(is("---\ntitle: Lamps\n---\n\nArticle 1\n"));
        assert!(is("# Lamp Act\n\nArticle 1\n"));
        assert!(is("Lamp Act\n\n## One\n\n## Two\n\n## Three\n"));
        assert!(!is("Lamp Act\n\n--- draft ---\n\n# is a sign\n\nArticle 1\n"));
    }
}
