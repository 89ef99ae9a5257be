//! How a law's language cites: a table of words, and the few ways of joining a step to what it
//! stands in. A number that the law writes with its word is cited as it stands.

mod words;

pub(crate) use words::WORDS;
use words::{ENGLISH, Words};

use crate::{
    numerals,
    outline::{Item, Kind, Part},
    role,
    tree::collapsed,
};

/// By so many of its first words a part is called that has no other name.
const FIRST_WORDS: usize = 5;

/// How a law is cited.
pub(crate) struct CitationStyle {
    words: &'static Words,
}

impl CitationStyle {
    pub(crate) fn of(language: &str) -> Self {
        let main = language.split('-').next().unwrap_or_default();
        let speaks = |it: &&Words| it.tags.split(' ').any(|tag| tag == main);
        let words = WORDS.iter().find(speaks).unwrap_or(ENGLISH);
        Self { words }
    }

    /// What the draft is called that a file holds.
    pub(crate) fn draft(&self, is_bill: bool) -> &'static str {
        if is_bill { self.words.proposed } else { self.words.adopted }
    }

    /// The citation of a part within another, whose citation is given; empty where it has neither a
    /// number nor a heading.
    pub(crate) fn cite(&self, part: &Part, within: Option<(&Part, &str)>) -> String {
        match (part.kind, within) {
            (Kind::Preamble, _) => self.words.preamble.into(),
            (Kind::Paragraph | Kind::Point, Some((parent, citation))) => {
                // Parts of an annex only hold what is numbered in it.
                let is_in_annex = parent.kind == Kind::Annex || role::is_division(parent.name);
                let step =
                    if is_in_annex { self.in_annex(part, citation) } else { self.step(part) };
                format!("{citation}{step}")
            }
            (Kind::Annex, Some((_, citation))) => {
                format!("{citation}, {}", with_word(&part.num, self.words.annex))
            }
            _ if part.num.is_empty() && part.heading.is_empty() => first_words(part),
            _ if part.num.is_empty() => part.heading.clone(),
            _ => with_word(&part.num, self.word(part)),
        }
    }

    fn word(&self, part: &Part) -> &'static str {
        match (part.kind, part.name) {
            (Kind::Recital, _) => self.words.recital,
            (_, "schedule") if self.words.tags == "en" => "Schedule",
            (_, "appendix") if self.words.tags == "en" => "Appendix",
            (Kind::Annex, _) => self.words.annex,
            (_, "section") => self.words.section,
            (_, "clause") => "Clause",
            (_, "regulation") => "Regulation",
            (_, "rule") => "Rule",
            (_, "paragraph") => "Paragraph",
            (_, "part") => "Part",
            _ => self.words.article,
        }
    }

    fn step(&self, part: &Part) -> String {
        let label = bare(&part.num);
        if role::is_division(part.name) || part.name == "article" || part.name == "section" {
            return format!(", {}", with_word(&part.num, self.word(part)));
        }
        let [paragraph, number, letter, roman] = self.words.steps;
        let pattern = match part.kind {
            // Brazil numbers paragraphs by the sign.
            _ if part.num.trim_start().starts_with('§') => ", § {}",
            Kind::Paragraph => paragraph,
            _ if starts_with_number(&label) => number,
            _ if label.len() > 1 && is_bare(&label) || "IVX".contains(&label) => roman,
            _ => letter,
        };
        pattern.replace("{}", &label)
    }

    /// What stands directly within an annex or a schedule.
    fn in_annex(&self, part: &Part, annex: &str) -> String {
        if role::is_division(part.name) || part.name == "article" || part.name == "section" {
            return format!(", {}", with_word(&part.num, self.word(part)));
        }
        let label = label(&part.num);
        let pattern = if annex.starts_with("Schedule") && self.words.tags == "en" {
            " para {}"
        } else {
            self.words.in_annex
        };
        pattern.replace("{}", &label)
    }
}

/// What has neither number nor heading is called by its first words, as in `“That the following sums…”`.
fn first_words(part: &Part) -> String {
    let words = first_text(part).map(|it| it.split(' ').take(FIRST_WORDS).collect::<Vec<_>>());
    let words = words.map(|it| it.join(" "));
    words.map(|it| format!("“{}…”", it.trim_end_matches([',', '.', ';', ':']))).unwrap_or_default()
}

fn first_text(part: &Part) -> Option<&str> {
    part.items.iter().find_map(|it| match it {
        Item::Text(words) => Some(words.as_str()),
        Item::Part(part) => first_text(part),
    })
}

/// A unit of a chapter whose numbers begin at one: `2 kap. 1 §`, `Chapter 2, Rule 1`.
pub(crate) fn within_chapter(chapter: &str, citation: &str) -> String {
    let chapter = collapsed(chapter);
    match () {
        () if chapter.is_empty() => citation.into(),
        () if citation.ends_with('§') => format!("{chapter} {citation}"),
        () => format!("{}, {citation}", with_word(&chapter, "")),
    }
}

fn starts_with_number(label: &str) -> bool {
    label.starts_with(|it: char| it.is_numeric() || numerals::is_eastern(it))
}

/// A number without the signs around it: `a` for `(a)`, `5a` for `5a.`.
pub(crate) fn label(num: &str) -> String {
    collapsed(&num.replace('\u{A0}', " ")).trim_matches(|it: char| !it.is_alphanumeric()).into()
}

/// `Article 5` for `5.`, `Article 5` for `ARTICLE 5`, `§ 5` for `§ 5`.
fn with_word(num: &str, word: &str) -> String {
    let num = collapsed(&num.replace('\u{A0}', " "));
    let num = num.trim_end_matches(['.', ':', '—', '–', '-', ' ']);
    let first = num.split(' ').next().unwrap_or_default();
    if num.ends_with('§') {
        return num.into();
    }
    if num.starts_with('§') {
        return format!("§ {}", num.trim_start_matches('§').trim_start());
    }
    if is_bare(first) {
        let label = num.trim_matches(|it: char| matches!(it, '(' | ')' | '.' | '*'));
        return collapsed(&format!("{word} {label}"));
    }
    if first.eq_ignore_ascii_case("sec.") && word == "Section" {
        return format!("{word}{}", num.get(first.len()..).unwrap_or_default());
    }
    let letters = first.chars().filter(|it| it.is_alphabetic()).count();
    if letters > 1 && first.chars().all(|it| !it.is_lowercase()) {
        let mut signs = first.chars();
        let head: String = signs.by_ref().take(1).collect();
        let rest = num.get(first.len()..).unwrap_or_default();
        return format!("{head}{}{rest}", signs.as_str().to_lowercase());
    }
    num.into()
}

/// Whether a number begins without a word before it: `5`, `(47)`, `IV`, `L.`.
fn is_bare(first: &str) -> bool {
    let first = first.trim_matches(|it: char| !it.is_alphanumeric());
    let roman = |it: char| "IVXLCDM".contains(it);
    first.chars().count() < 2 || first.chars().any(char::is_numeric) || first.chars().all(roman)
}

/// The number alone of one that may have its word before it: `28 bis` of `Article 28 bis`.
pub(crate) fn bare(num: &str) -> String {
    let num = collapsed(&num.replace(['\u{A0}', '§'], " "));
    let words: Vec<&str> = num.split(' ').collect();
    let is_rank = |at: &usize| {
        let rest = words.get(*at..).unwrap_or_default();
        let letters = rest.iter().map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()));
        numerals::rank(letters).is_some_and(|it| it.1 == rest.len())
    };
    let at = words.iter().position(|it| is_bare(it)).or_else(|| (0..words.len()).find(is_rank));
    let at = at.unwrap_or(words.len().saturating_sub(1));
    label(&words.get(at..).unwrap_or_default().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_cited_with_its_own_word_or_the_unit() {
        for (num, word, cited) in [
            ("Article 5", "Article", "Article 5"),
            ("ARTICLE 5.", "Article", "Article 5"),
            ("5.", "Section", "Section 5"),
            ("5A.", "Section", "Section 5A"),
            ("§\u{A0}5", "Artikel", "§ 5"),
            ("§ 5a", "Artikel", "§ 5a"),
            ("(47)", "Recital", "Recital 47"),
            ("ANNEX III", "Annex", "Annex III"),
            ("III", "Annex", "Annex III"),
            ("L. 121-1", "Article", "Article L. 121-1"),
            ("Article 1er", "Article", "Article 1er"),
            ("Article 28 bis", "Article", "Article 28 bis"),
            ("SCHEDULE 2", "Schedule", "Schedule 2"),
            ("SEC. 102.", "Section", "Section 102"),
        ] {
            assert_eq!(with_word(num, word), cited, "{num}");
        }
    }

    #[test]
    fn the_number_alone_is_what_follows_the_word() {
        for (num, alone) in [
            ("Article 28 bis", "28 bis"),
            ("§ 5a", "5a"),
            ("ANNEX III", "III"),
            ("(a)", "a"),
            ("Article L. 121-1", "L. 121-1"),
            ("Article premier", "premier"),
            ("ARTÍCULO DÉCIMO SEGUNDO.-", "DÉCIMO SEGUNDO"),
            ("المادة الثامنة والعشرون", "الثامنة والعشرون"),
        ] {
            assert_eq!(bare(num), alone, "{num}");
        }
    }
}
