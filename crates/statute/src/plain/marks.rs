//! What a paragraph begins with: the word and number of an article or a chapter, the number of a
//! paragraph or a point, or nothing of the sort. Words are data here.

mod number;
mod words;

use std::{collections::BTreeMap, sync::LazyLock};

use authoring::digit;

use crate::numerals;
pub(super) use number::{Reading, Row, Step, step};
use words::{BEHIND_NUMBERS, DISPOSITIONS, EASTERN, SPOKEN_OF, WORDS};

/// With a full stop behind it a heading has no more words.
const HEADING_WORDS: usize = 12;

/// What a head begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Unit,
    Division,
    Annex,
}

/// What each of the words that begin heads is.
static HEADS: LazyLock<BTreeMap<&str, (Role, &str)>> = LazyLock::new(|| {
    let each = |(role, name, all): &(Role, &'static str, &'static str)| {
        let head = (*role, *name);
        all.split(' ').map(move |word| (word, head))
    };
    WORDS.iter().flat_map(each).collect()
});

/// The beginning of a part that has a word of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head<'t> {
    pub(super) role: Role,
    /// The name in Akoma Ntoso.
    pub(super) name: &'static str,
    /// The word with its number, as it is written.
    pub(super) num: &'t str,
    /// The number alone.
    pub(super) label: &'t str,
    pub(super) rest: &'t str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    Head(Head<'t>),
    Step(Step<'t>),
    None,
}

/// What a paragraph begins with.
pub(super) fn mark(text: &str) -> Mark<'_> {
    if text.starts_with('第') {
        return eastern(text).map_or(Mark::None, Mark::Head);
    }
    // No head begins with other signs, and most points do.
    if !text.starts_with(|it: char| it == '§' || it.is_alphanumeric() || it.is_whitespace()) {
        return step(text).map_or(Mark::None, Mark::Step);
    }
    let head = sign(text)
        .or_else(|| worded(text))
        .or_else(|| numbered(text))
        .or_else(|| ordinal(text))
        .or_else(|| disposition(text));
    match head {
        Some(head) => Mark::Head(head),
        None => step(text).map_or(Mark::None, Mark::Step),
    }
}

/// A head's number as that of a paragraph.
pub(super) fn step_of(head: Head<'_>) -> Option<Step<'_>> {
    let label = head.label.strip_suffix("er").unwrap_or(head.label);
    number::numbered(head.num, label.trim_end_matches(['º', 'o']), head.rest)
}

/// Denmark's `Stk. 2.`, a paragraph of a §.
pub(super) fn section_of(text: &str) -> Option<Step<'_>> {
    let rest = text.strip_prefix("Stk.").or_else(|| text.strip_prefix("stk."))?.trim_start();
    let label = rest.get(..rest.find('.')?)?;
    let behind = rest.get(label.len() + 1..)?;
    let is_apart = behind.is_empty() || behind.starts_with(char::is_whitespace);
    let num = text.get(..text.len() - behind.len()).filter(|_| is_apart)?;
    number::numbered(num, label, behind.trim_start())
}

/// `- 3 -`, `Page 3 of 9`: what pages are counted by.
pub(super) fn page(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let all: Vec<&str> = words.by_ref().take(5).collect();
    match all.as_slice() {
        ["-" | "–" | "—", number, "-" | "–" | "—"]
        | ["Page" | "page" | "Seite" | "Página", number] => is_number(number),
        ["Page" | "page" | "Seite" | "Página", number, "of" | "von" | "sur" | "de", all] => {
            is_number(number) && is_number(all)
        }
        _ => false,
    }
}

/// The head of a unit that has a number alone: `5. Lamps`, `5A.—(1) Lamps are`.
pub(super) fn bare(text: &str) -> Option<Head<'_>> {
    let digits = text.find(|it: char| !it.is_ascii_digit())?;
    let tail = text.get(digits..)?;
    let letters = tail.find(|it: char| !it.is_ascii_alphabetic())?;
    let (label, behind) = text.split_at_checked(digits + letters)?;
    let is_number = (1..=4).contains(&digits) && letters <= 2;
    let rest = behind.trim_start_matches(['.', '—', '–', ' ', '\t', '\u{A0}']);
    let between = behind.get(..behind.len() - rest.len())?;
    let is_parted = between.starts_with(['.', '—', '–', '\t']);
    // `1.2` is a point of something, `1.5.2031` a day.
    let is_whole = !rest.starts_with(|it: char| it.is_ascii_digit()) || between.contains(' ');
    let num = text.get(..text.len() - rest.len())?.trim_end();
    let head = Head { role: Role::Unit, name: "", num, label, rest };
    (is_number && is_parted && is_whole && !rest.starts_with(char::is_lowercase)).then_some(head)
}

/// `第三条　目的`, `第一章　総則`, `第三条の二`.
fn eastern(text: &str) -> Option<Head<'_>> {
    let rest = text.strip_prefix('第')?;
    let is_number = |it: char| numerals::is_eastern(it) || digit(it).is_some();
    let (label, behind) = rest.split_at_checked(rest.find(|it| !is_number(it))?)?;
    let word = behind.chars().next()?;
    let (role, name, _) = EASTERN.iter().find(|it| it.2 == word)?;
    let mut tail = behind.get(word.len_utf8()..)?;
    if let Some(more) = tail.strip_prefix('の') {
        tail = more.get(more.find(|it| !is_number(it)).unwrap_or(more.len())..)?;
    }
    let num = text.get(..text.len() - tail.len())?;
    let is_apart = tail.is_empty() || tail.starts_with(|it: char| it.is_whitespace() || it == '（');
    let head = Head { role: *role, name, num, label, rest: tail.trim_start() };
    (is_apart && !label.is_empty()).then_some(head)
}

/// `§ 5`, `§§ 3 bis 5`.
fn sign(text: &str) -> Option<Head<'_>> {
    let rest = text.strip_prefix('§')?;
    let several = rest.starts_with('§');
    let rest = rest.trim_start_matches('§').trim_start();
    let mut length = number::length(rest)?;
    if several {
        // `3 bis 5` is a run; after one § it would be a number of the sort of `3 bis`.
        length = rest.find(|it: char| !it.is_alphanumeric())?;
        let tail = rest.get(length..)?;
        let run = [" bis ", " und ", " to ", " and ", "–", "-"];
        let joint = run.iter().find(|it| tail.starts_with(**it))?;
        length += joint.len() + number::length(tail.get(joint.len()..)?)?;
    }
    let (mut label, mut behind) = rest.split_at_checked(length)?;
    if let Some(letter) = number::letter_behind(behind) {
        (label, behind) = rest.split_at_checked(length + letter)?;
    }
    head(text, Role::Unit, "§", label, behind)
}

/// `5 §`, `5 a §`, `2 kap.`: the word behind its number, as in the North.
fn numbered(text: &str) -> Option<Head<'_>> {
    let digits = text.find(|it: char| !it.is_ascii_digit()).filter(|it| (1..=4).contains(it))?;
    let dot = usize::from(text.get(digits..)?.starts_with('.'));
    let tail = text.get(digits + dot..)?;
    let letter = number::letter_behind(tail).unwrap_or_default();
    let (label, behind) = (text.get(..digits + dot + letter)?, tail.get(letter..)?);
    let word = behind.split_whitespace().next()?;
    let folded = word.to_lowercase();
    let (role, name, _) =
        BEHIND_NUMBERS.iter().find(|(_, _, all)| all.split(' ').any(|it| it == folded))?;
    let end = behind.find(word)? + word.len();
    head(text, *role, name, label, behind.get(end..)?)
}

/// `Disposición adicional primera. Luz.`: a unit of its own row.
fn disposition(text: &str) -> Option<Head<'_>> {
    let mut words = text.split_whitespace();
    let (first, kind, nth) = (words.next()?, words.next()?, words.next()?);
    let is = |word: &str, all: &str| {
        let word = word.trim_end_matches(['.', ':']).to_lowercase();
        all.split_whitespace().any(|it| it == word)
    };
    let [begin, kinds] = DISPOSITIONS;
    let is_one = first.starts_with(char::is_uppercase) && is(first, begin) && is(kind, kinds);
    let number = Some(nth.trim_end_matches(['.', ':', ','])).filter(|_| is_one)?;
    number::ordinal(number)?;
    let begin = text.find(nth)?;
    let end = begin + number::length(text.get(begin..)?)?;
    let (label, behind) = text.split_at_checked(end)?;
    head(text, Role::Unit, "article", label, behind)
}

fn worded(text: &str) -> Option<Head<'_>> {
    let first = text.split_whitespace().next()?;
    if !first.starts_with(char::is_uppercase) && first.is_ascii() {
        return None;
    }
    let dotted = first.to_lowercase();
    let word = dotted.trim_end_matches([':', '—', '–', '.']);
    let (role, name) = *HEADS.get(dotted.as_str()).or_else(|| HEADS.get(word))?;
    let behind = text.get(first.len()..)?;
    let rest = behind.trim_start();
    if let Some(inner) = rest.strip_prefix('(') {
        let (label, behind) = inner.split_once(')')?;
        let is_number = label.chars().all(|it| digit(it).is_some()) && !label.is_empty();
        return head(text, role, name, label, behind).filter(|_| is_number);
    }
    if let Some(length) = number::length(rest) {
        let (label, behind) = rest.split_at_checked(length)?;
        return head(text, role, name, label, behind);
    }
    // A schedule that is the only one has no number; a word in the midst of a sentence is none.
    let is_alone = role == Role::Annex && alone(rest);
    is_alone.then_some(Head { role, name, num: first, label: "", rest })
}

/// What may stand beside a schedule's word: nothing, or the provision that it belongs to.
fn alone(rest: &str) -> bool {
    rest.is_empty() || (rest.starts_with(['(', '[']) && rest.ends_with([')', ']']))
}

/// `FIRST SCHEDULE`, `Erster Teil`.
fn ordinal(text: &str) -> Option<Head<'_>> {
    let mut words = text.split_whitespace();
    let mut first = words.next()?;
    if first.eq_ignore_ascii_case("the") {
        first = words.next()?;
    }
    let word = words.next()?;
    let end = text.find(word)? + word.len();
    let behind = text.get(end..)?;
    // `First part of the way` speaks of something.
    let is_head =
        behind.trim().is_empty() || behind.trim_start().starts_with(['–', '—', '-', ':', '.', '(']);
    let folded = Some(word).filter(|_| is_head)?.to_lowercase();
    let (role, name) = *HEADS.get(folded.as_str()).filter(|it| it.0 != Role::Unit)?;
    let number = first.to_lowercase();
    // Behind prepositions German words end otherwise: `im Ersten Teil`.
    let is_ordinal = !number.ends_with("ten") && authoring::numerals::ordinal(&number).is_some();
    let rest = behind.trim_start_matches(['–', '—', '-', ':', '.', ' ', '\u{A0}']);
    let num = text.get(..text.len() - rest.len())?.trim_end();
    is_ordinal.then_some(Head { role, name, num, label: first, rest })
}

/// What a division's title calls it, small: `part` of `PART THREE`. Where no word of it is known, the
/// first that is no number.
pub(crate) fn division_word(title: &str) -> String {
    let title = title.to_lowercase();
    let is_end = |it: char| !it.is_alphabetic() && it != '-';
    let words = || title.split(is_end).filter(|it| it.chars().count() > 1);
    let is_division = |word: &&str| {
        let of = |all: &str| all.split(' ').any(|it| it.trim_end_matches('.') == *word);
        let mut all = WORDS.iter().chain(&BEHIND_NUMBERS);
        all.any(|(role, _, all)| *role == Role::Division && of(all))
    };
    let known = words().find(is_division);
    let counts = |it: &&str| number::roman(it).is_none() && number::ordinal(it).is_none();
    known.or_else(|| words().find(counts)).unwrap_or_default().into()
}

/// A head, unless a provision is only spoken of.
fn head<'t>(
    text: &'t str,
    role: Role,
    name: &'static str,
    label: &'t str,
    behind: &'t str,
) -> Option<Head<'t>> {
    let tail = behind.trim_start_matches(['.', ':', '—', '–', '-', ')', ' ', '\t', '\u{A0}']);
    let between = behind.get(..behind.len() - tail.len())?;
    let is_parted = between.contains(['.', ':', '—', '–', '\t']) || between.contains("  ");
    let first = tail.split_whitespace().next().unwrap_or_default().to_lowercase();
    let speaks = tail.starts_with([',', ';'])
        || SPOKEN_OF.split_whitespace().any(|it| it == first)
        || tail.starts_with(char::is_lowercase)
        || (between.is_empty() && tail.starts_with('('))
        || (between.trim().is_empty() && role != Role::Unit && sentence(tail));
    let goes_on = tail.starts_with([',', ';']);
    if !tail.is_empty() && speaks && (goes_on || !is_parted) {
        return None;
    }
    let end = text.len() - tail.len();
    let num = text.get(..end)?.trim_end();
    Some(Head { role, name, num, label, rest: tail })
}

/// Whether words are a sentence, and no heading.
pub(super) fn sentence(text: &str) -> bool {
    text.ends_with(['.', ';', ':', ',', '。']) || text.contains(". ") || text.contains('。')
}

/// Whether words with one full stop, behind them, are few enough for a heading.
pub(super) fn stops_once(text: &str) -> bool {
    let is_short = text.split_whitespace().count() <= HEADING_WORDS;
    text.ends_with('.') && !text.contains(". ") && is_short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(text: &str) -> Option<(Role, &'static str, String, String)> {
        match mark(text) {
            Mark::Head(it) => Some((it.role, it.name, it.num.into(), it.rest.into())),
            _ => None,
        }
    }

    #[test]
    fn words_with_numbers_begin_parts() {
        for (text, role, name, num, rest) in [
            ("Article 5", Role::Unit, "article", "Article 5", ""),
            ("ARTICLE 5. Lamps", Role::Unit, "article", "ARTICLE 5.", "Lamps"),
            ("Article 28 bis – Oil", Role::Unit, "article", "Article 28 bis –", "Oil"),
            ("Article 1er", Role::Unit, "article", "Article 1er", ""),
            ("Article L. 121-1", Role::Unit, "article", "Article L. 121-1", ""),
            ("§ 5a Öl", Role::Unit, "§", "§ 5a", "Öl"),
            ("§ 5 (1) Öl ist teuer.", Role::Unit, "§", "§ 5", "(1) Öl ist teuer."),
            ("§§ 3 bis 5 (weggefallen)", Role::Unit, "§", "§§ 3 bis 5", "(weggefallen)"),
            ("SEC. 102. DEFINITIONS.", Role::Unit, "section", "SEC. 102.", "DEFINITIONS."),
            ("Section 5 Lamps at night", Role::Unit, "section", "Section 5", "Lamps at night"),
            ("PART IV", Role::Division, "part", "PART IV", ""),
            ("Kapitel 1 Allgemeines", Role::Division, "chapter", "Kapitel 1", "Allgemeines"),
            ("Erster Teil", Role::Division, "part", "Erster Teil", ""),
            ("Erster Abschnitt - Öl", Role::Division, "division", "Erster Abschnitt -", "Öl"),
            ("Second part – Wax", Role::Division, "part", "Second part –", "Wax"),
            ("Elfter Teil", Role::Division, "part", "Elfter Teil", ""),
            ("Première partie", Role::Division, "part", "Première partie", ""),
            ("THE TWELFTH SCHEDULE", Role::Annex, "schedule", "THE TWELFTH SCHEDULE", ""),
            ("THE FIRST SCHEDULE", Role::Annex, "schedule", "THE FIRST SCHEDULE", ""),
            ("TWENTY-FIRST SCHEDULE", Role::Annex, "schedule", "TWENTY-FIRST SCHEDULE", ""),
            ("Vingt-deuxième partie", Role::Division, "part", "Vingt-deuxième partie", ""),
            ("Artículo Vigésimo-primero", Role::Unit, "article", "Artículo Vigésimo-primero", ""),
            ("SCHEDULE", Role::Annex, "schedule", "SCHEDULE", ""),
            ("Annex III: Kinds", Role::Annex, "annex", "Annex III:", "Kinds"),
            ("Anlage 1 (zu § 5)", Role::Annex, "annex", "Anlage 1", "(zu § 5)"),
        ] {
            let told = Some((role, name, num.to_string(), rest.to_string()));
            assert_eq!(heads(text), told, "{text}");
        }
    }

    #[test]
    fn a_provision_that_is_spoken_of_begins_none() {
        for text in [
            "Article 5 applies to lamps.",
            "Article 5(2) applies.",
            "Article 5, paragraph 2, applies.",
            "§ 5 Absatz 2 gilt entsprechend.",
            "Section 5 of the Act is repealed.",
            "Part II of the Act applies to lamps.",
            "Part 2 Lamps are lit at dusk.",
            "Articles are many.",
            "article 5",
            "Schedules may be made.",
            "First part of the way",
            "Rule of law",
        ] {
            assert_eq!(heads(text), None, "{text}");
        }
    }

    #[test]
    fn pages_are_counted_beside_the_law() {
        for text in ["- 3 -", "Page 3", "Page 3 of 9", "Seite 3 von 9"] {
            assert!(page(text), "{text}");
        }
        for text in ["3", "Page three", "- lamps -"] {
            assert!(!page(text), "{text}");
        }
    }
}
