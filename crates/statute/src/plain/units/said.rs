//! What numbers alone count: by what the law is called, or by how it speaks of its provisions.

use crate::plain::{Line, marks};

/// What stands in the title of an English law, and what such a law is counted in.
const TITLES: [(&str, &str); 8] = [
    ("bill", "clause"),
    ("regulations", "regulation"),
    ("rules", "rule"),
    ("order", "article"),
    ("act", "section"),
    ("ordinance", "section"),
    ("statute", "section"),
    ("proclamation", "article"),
];

/// Whether a law's title says by a word that it is in English.
pub(in crate::plain) fn is_english(lines: &[Line]) -> bool {
    by_title(lines).is_some()
}

/// The name in Akoma Ntoso of what a law's numbers count; none where it doesn't say it.
pub(super) fn name(lines: &[Line], language: Option<&str>) -> Option<&'static str> {
    let titled = by_title(lines).filter(|_| language == Some("en"));
    titled.or_else(|| by_words(lines))
}

fn by_title(lines: &[Line]) -> Option<&'static str> {
    let title = lines.first().map(|it| it.text.to_lowercase()).unwrap_or_default();
    let has = |wanted: &str| title.split(|it: char| !it.is_alphabetic()).any(|it| it == wanted);
    TITLES.iter().find(|it| has(it.0)).map(|it| it.1)
}

/// The word that the law has most often before a number within its sentences: `as section 5 says`.
fn by_words(lines: &[Line]) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for line in lines {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        for pair in words.windows(2).skip(1) {
            let [word, number] = pair else { continue };
            let is_number = number.starts_with(|it: char| authoring::digit(it).is_some());
            let Some(name) = marks::unit_word(word).filter(|_| is_number) else { continue };
            match counts.iter_mut().find(|it| it.0 == name) {
                Some((_, count)) => *count += 1,
                None => counts.push((name, 1)),
            }
        }
    }
    counts.into_iter().max_by_key(|it| it.1).map(|it| it.0)
}
