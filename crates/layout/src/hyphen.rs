//! Words that a line's end parts.

// cspell:words repre sentatives

use std::collections::BTreeSet;

/// The words of a document, in small letters, with their hyphens.
#[derive(Default)]
pub(crate) struct Vocabulary(BTreeSet<String>);

/// Hyphens that a printer sets; the last is there only where a line ends.
const HYPHENS: [char; 3] = ['-', '‐', '\u{ad}'];

/// Prefixes that keep theirs.
const KEPT: &str = "self ex non well cross all half anti pro post pre semi quasi vice e";

/// What follows a hyphen that stands for a part of the next word but one: `short- and long-term`.
const BETWEEN: &str = "and or to und oder bis et ou y e o";

impl Vocabulary {
    /// The words of lines that no line's end parts.
    pub(crate) fn of<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut known = BTreeSet::new();
        for line in lines {
            let words: Vec<_> = line.split_whitespace().collect();
            let last = words.len().saturating_sub(1);
            for (nth, word) in words.into_iter().enumerate() {
                // The first may be the rest of a word.
                if nth > 0 && (nth < last || !word.ends_with(HYPHENS)) {
                    known.insert(bare(word));
                }
            }
        }
        Self(known)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether what stands around a hyphen at a line's end is one word without it.
    fn is_one(&self, before: &str, after: &str) -> bool {
        let (before, after) = (bare(before), bare(after));
        let is_part = |it: &str| it.chars().all(char::is_alphabetic) && !it.is_empty();
        if self.has(&format!("{before}{after}")) {
            return true;
        }
        let is_kept = KEPT.split_whitespace().any(|it| it == before);
        let is_double = self.has(&before) && self.has(&after);
        is_part(&before)
            && after.chars().next().is_some_and(char::is_alphabetic)
            && !self.has(&format!("{before}-{after}"))
            && !is_kept
            && !is_double
    }
}

/// A word without what stands around it.
fn bare(word: &str) -> String {
    word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase().replace(['‐', '\u{ad}'], "-")
}

/// Adds the next line to a text. Returns the word that was made whole.
pub(crate) fn join(text: &mut String, next: &str, known: &Vocabulary) -> Option<String> {
    let Some(hyphen) = text.chars().next_back().filter(|it| HYPHENS.contains(it)) else {
        if !is_joined_up(text.chars().next_back(), next.chars().next()) {
            text.push(' ');
        }
        text.push_str(next);
        return None;
    };
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let before = text.get(start..text.len() - hyphen.len_utf8()).unwrap_or_default().to_string();
    let after = next.split_whitespace().next().unwrap_or_default();
    let goes_on = after.starts_with(|it: char| it.is_alphabetic() && !it.is_uppercase());
    let is_soft = hyphen == '\u{ad}';
    if BETWEEN.split_whitespace().any(|it| it == after) || before.is_empty() {
        text.push(' ');
    } else if is_soft || goes_on && known.is_one(&before, after) {
        text.truncate(text.len() - hyphen.len_utf8());
        text.push_str(next);
        let whole = format!("{before}{after}");
        return Some(whole.trim_matches(|it: char| !it.is_alphanumeric()).into());
    }
    text.push_str(next);
    None
}

/// Scripts that put no blank between words put none where a line ends.
fn is_joined_up(before: Option<char>, after: Option<char>) -> bool {
    let is_such = |it: char| matches!(it, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}');
    before.is_some_and(is_such) && after.is_some_and(is_such)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(before: &str, after: &str, others: &str) -> String {
        let mut text = before.to_string();
        join(&mut text, after, &Vocabulary::of(others.lines()));
        text
    }

    #[test]
    fn a_hyphen_of_the_printer_goes_and_one_of_the_writer_stays() {
        for (before, after, others, expected) in [
            ("the repre-", "sentatives of", "", "the representatives of"),
            ("the repre\u{ad}", "sentatives of", "", "the representatives of"),
            ("for cyber-", "crime.", "of cyber-crime and", "for cyber-crime."),
            ("for cyber-", "crime.", "of cybercrime and", "for cybercrime."),
            ("of human-", "rights law", "the human being has rights too", "of human-rights law"),
            ("the Sino-", "British text", "", "the Sino-British text"),
            ("in COVID-", "19 times", "", "in COVID-19 times"),
            ("is self-", "evident", "", "is self-evident"),
            ("state-of-the-", "art lamps", "", "state-of-the-art lamps"),
            ("short-", "and long-term", "", "short- and long-term"),
            ("a dash -", "not a hyphen", "", "a dash - not a hyphen"),
            ("plain", "words", "", "plain words"),
            ("第二", "条", "", "第二条"),
        ] {
            assert_eq!(joined(before, after, others), expected);
        }
    }
}
