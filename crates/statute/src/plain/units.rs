//! In what a law is counted that doesn't say it: articles, sections, §§, or numbers alone.

use super::{
    Line,
    marks::{self, Head, Mark, Role, Step, bare, mark},
};

/// What a law is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Units {
    /// As heads say it; none where numbers stand alone.
    word: Option<&'static str>,
    /// As Akoma Ntoso calls it.
    pub(super) name: &'static str,
}

/// What a paragraph is, in this law.
pub(super) enum What<'l> {
    Head(Head<'l>),
    Words,
}

const WORDS: [&str; 6] = ["article", "§", "section", "clause", "regulation", "rule"];

impl Units {
    pub(super) fn of(lines: &[Line], language: Option<&str>) -> Self {
        let mut counts = [0_usize; WORDS.len()];
        for line in lines {
            let Mark::Head(head) = mark(&line.text) else { continue };
            if head.role == Role::Annex {
                break;
            }
            for (count, word) in counts.iter_mut().zip(WORDS) {
                *count += usize::from(head.role == Role::Unit && head.name == word);
            }
        }
        let most = counts.iter().max().copied().unwrap_or_default();
        let all = WORDS.iter().zip(counts);
        let word = all.into_iter().find(|(_, count)| most > 0 && *count == most).map(|it| *it.0);
        let name = match word {
            // A German paragraph is an article to the Federal Law Gazette as well.
            Some("§") if language == Some("en") => "section",
            Some("§") => "article",
            Some(word) => word,
            None if language == Some("en") => by_title(lines),
            None => "article",
        };
        Self { word, name }
    }

    fn is_above(self, name: &str) -> bool {
        name == "section" || name == "article" && self.word == Some("§")
    }

    /// The number of a paragraph that is written as units are elsewhere: Brazil's `§ 1º`.
    pub(super) fn paragraph(self, text: &str) -> Option<Step<'_>> {
        match mark(text) {
            Mark::Head(head) if head.name == "§" && self.word == Some("article") => {
                marks::step_of(head)
            }
            Mark::Step(_) | Mark::None if self.word == Some("§") => marks::section_of(text),
            _ => None,
        }
    }

    pub(super) fn is_bare(self) -> bool {
        self.word.is_none()
    }

    /// The head of a paragraph, in a law that is counted so.
    pub(super) fn head(self, text: &str) -> What<'_> {
        match mark(text) {
            Mark::Head(head) if head.role != Role::Unit => What::Head(head),
            Mark::Head(head) if self.word == Some(head.name) => {
                What::Head(Head { name: self.name, ..head })
            }
            // Above articles, sections are divisions; and so are articles above §§.
            Mark::Head(head) if self.is_above(head.name) && titles(head) => {
                What::Head(Head { role: Role::Division, name: "division", ..head })
            }
            Mark::Step(_) | Mark::None if self.is_bare() => match bare(text) {
                Some(head) => What::Head(Head { name: self.name, ..head }),
                None => What::Words,
            },
            _ => What::Words,
        }
    }
}

/// Whether what stands behind a head is a title of a division, and no sentence that begins so.
fn titles(head: Head<'_>) -> bool {
    let is_parted = head.num.ends_with([':', '—', '–', '-']);
    !marks::sentence(head.rest) || is_parted && marks::stops_once(head.rest)
}

/// What numbers alone count, by what the law is called.
fn by_title(lines: &[Line]) -> &'static str {
    let title = lines.first().map(|it| it.text.to_lowercase()).unwrap_or_default();
    let has = |wanted: &str| title.split(|it: char| !it.is_alphabetic()).any(|it| it == wanted);
    match () {
        () if has("bill") => "clause",
        () if has("regulations") => "regulation",
        () if has("rules") => "rule",
        () => "section",
    }
}
