//! How a law's language cites: a table of words, and the few ways of joining a step to what it
//! stands in. A number that the law writes with its word is cited as it stands.

mod words;

use words::{ENGLISH, UNKNOWN};
pub(crate) use words::{WORDS, Words};

use crate::{
    numerals,
    outline::{Item, Kind, Part},
    plain,
    role::{self, UNSAID},
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
        // Of a language that isn't known no word is made up.
        Self { words: WORDS.iter().find(speaks).unwrap_or(&UNKNOWN) }
    }

    /// What the draft is called that a file holds; none where the language isn't known.
    pub(crate) fn draft(&self, is_bill: bool) -> Option<&'static str> {
        let label = if is_bill { self.words.proposed } else { self.words.adopted };
        Some(label).filter(|it| !it.is_empty())
    }

    fn is_english(&self) -> bool {
        std::ptr::eq(self.words, ENGLISH)
    }

    /// The citation of a part within another, whose citation is given; empty where it has neither a
    /// number nor a heading.
    pub(crate) fn cite(&self, part: &Part, within: Option<(&Part, &str)>) -> String {
        match (part.kind, within) {
            (Kind::Preamble, _) if self.words.preamble.is_empty() => first_words(part),
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
            (_, "schedule") if self.is_english() => "Schedule",
            (_, "appendix") if self.is_english() => "Appendix",
            (Kind::Annex, _) => self.words.annex,
            (_, "section") => self.words.section,
            (_, "article") => self.words.article,
            (_, UNSAID) => "",
            (_, "clause") if self.is_english() => "Clause",
            (_, "regulation") if self.is_english() => "Regulation",
            (_, "rule") if self.is_english() => "Rule",
            (_, "paragraph") if self.is_english() => "Paragraph",
            (_, "part") if self.is_english() => "Part",
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
        filled(pattern, &part.num, &label)
    }

    /// What stands directly within an annex or a schedule.
    fn in_annex(&self, part: &Part, annex: &str) -> String {
        if role::is_division(part.name) || part.name == "article" || part.name == "section" {
            return format!(", {}", with_word(&part.num, self.word(part)));
        }
        let is_schedule = annex.starts_with("Schedule") && self.is_english();
        let pattern = if is_schedule { " para {}" } else { self.words.in_annex };
        filled(pattern, &part.num, &label(&part.num))
    }
}

/// A step in the manner of its language; where that isn't known, as the law writes it.
fn filled(pattern: &str, num: &str, label: &str) -> String {
    if !pattern.is_empty() {
        return pattern.replace("{}", label);
    }
    let num = collapsed(&num.replace('\u{A0}', " "));
    let written = num.trim_end_matches(['.', ':', '—', '–', '-', ' ']);
    if written.starts_with('(') { written.into() } else { format!(", {written}") }
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
    let in_circle = |it: char| match numerals::circled(it) {
        Some(number) => number.to_string(),
        None => it.to_string(),
    };
    let num = collapsed(&num.replace('\u{A0}', " "));
    num.trim_matches(|it: char| !it.is_alphanumeric()).chars().map(in_circle).collect()
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
    if has_word(num) {
        return num.into();
    }
    if is_bare(first) {
        let label = num.trim_matches(|it: char| matches!(it, '(' | ')' | '.' | '*'));
        return collapsed(&format!("{word} {label}"));
    }
    if first.eq_ignore_ascii_case("sec.") && word == "Section" {
        return format!("{word}{}", num.get(first.len()..).unwrap_or_default());
    }
    if !is_loud(first) {
        return num.into();
    }
    let mut signs = first.chars();
    let head: String = signs.by_ref().take(1).collect();
    // A Turkish capital has a dot that its small letter has anyway.
    let small = signs.as_str().to_lowercase().replace('\u{307}', "");
    format!("{head}{small}{}", num.get(first.len()..).unwrap_or_default())
}

/// Whether a word is in capitals, and no Roman number.
fn is_loud(word: &str) -> bool {
    let letters = word.chars().filter(|it| it.is_alphabetic()).count();
    letters > 1 && word.chars().all(|it| !it.is_lowercase()) && !is_bare(word)
}

/// Whether a number has its word behind it or around it: `5 straipsnis`, `5-бап`, `제5조의2`.
fn has_word(num: &str) -> bool {
    plain::around(num).is_some() || word_behind(num).is_some()
}

/// The number before a word that isn't its suffix, as `bis` is.
fn word_behind(num: &str) -> Option<&str> {
    let (number, word) = num.trim_end_matches(['.', ':']).split_once([' ', '-'])?;
    let is_number = number.starts_with(|it: char| it.is_numeric())
        && number.chars().all(|it| it.is_alphanumeric() || it == '.' || it == '/');
    let letters = word.chars().filter(|it| it.is_alphabetic()).count();
    let is_word = letters > 1
        && word.chars().all(|it| it.is_alphabetic() || it == '’')
        && !numerals::is_suffix(&word.to_lowercase());
    (is_number && is_word).then_some(number)
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
    if let Some(number) = plain::around(&num) {
        return number;
    }
    if let Some(number) = word_behind(&num) {
        return label(number);
    }
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
            ("3/A. §", "", "3/A. §"),
            ("5 straipsnis", "Article", "5 straipsnis"),
            ("5-бап", "Article", "5-бап"),
            ("제5조의2", "Article", "제5조의2"),
            ("5 bis", "Article", "Article 5 bis"),
            ("5-bis.", "Article", "Article 5-bis"),
            ("2 مكرر", "المادة", "المادة 2 مكرر"),
            ("GEÇİCİ MADDE 1", "", "Geçici MADDE 1"),
            ("ANNEX III B", "Annex", "Annex III B"),
            ("5.", "", "5"),
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
            ("제5조의2", "5의2"),
            ("第三条の二", "三の二"),
            ("5 straipsnis", "5"),
            ("①", "1"),
        ] {
            assert_eq!(bare(num), alone, "{num}");
        }
    }
}
