//! What a paragraph begins with: the word and number of an article or a chapter, the number of a
//! paragraph or a point, or nothing of the sort. Words are data here.

mod number;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use authoring::digit;

use crate::numerals;
pub(super) use number::{Reading, Row, Step, blank as blank_step, is_roman, length, roman, step};
use words::{AROUND, BEHIND_NUMBERS, DISPOSITIONS, INSERTED, SPOKEN_OF, WORDS};

/// With a full stop behind it a heading has no more words.
const HEADING_WORDS: usize = 12;
/// Nobody makes a rule of fewer words.
const PHRASE_WORDS: usize = 6;

/// What a head begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Unit,
    Division,
    Annex,
}

/// With what words of two words begin.
static FIRST_OF_TWO: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let first = |it: &String| it.split_once(' ').map(|it| it.0.to_string());
    BEFORE.keys().filter_map(first).collect()
});

type Heads = BTreeMap<String, (Role, &'static str)>;

/// What each of the words is that stand before numbers, and behind them.
static BEFORE: LazyLock<Heads> = LazyLock::new(|| heads(&WORDS));
static BEHIND: LazyLock<Heads> = LazyLock::new(|| heads(&BEHIND_NUMBERS));

fn heads(words: &[(Role, &'static str, &'static str)]) -> Heads {
    let each = |(role, name, all): &(Role, &'static str, &'static str)| {
        let head = (*role, *name);
        all.split(' ').map(move |word| (folded(&word.replace('_', " ")), head))
    };
    words.iter().flat_map(each).collect()
}

/// A word as it is looked up: small, and the same whether it was in Turkish capitals or not.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase().replace('\u{307}', "").replace('ı', "i")
}

/// Whether a sign is a small letter, of which there are capitals in use: Georgia has none.
pub(super) fn is_small(sign: char) -> bool {
    sign.is_lowercase() && !('\u{10D0}'..='\u{10FF}').contains(&sign)
}

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
    if let Some(head) = around(text).or_else(|| spaced(text)) {
        return Mark::Head(head);
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
    let (label, behind) = digits(text)?;
    let rest = behind.trim_start_matches(['.', '—', '–', ' ', '\t', '\u{A0}']);
    let between = behind.get(..behind.len() - rest.len())?;
    let is_parted = between.starts_with(['.', '—', '–', '\t']);
    // `1.2` is a point of something, `1.5.2031` a day.
    let is_whole = !rest.starts_with(|it: char| digit(it).is_some()) || between.contains(' ');
    let num = text.get(..text.len() - rest.len())?.trim_end();
    let head = Head { role: Role::Unit, name: "", num, label, rest };
    (is_parted && is_whole && !rest.starts_with(is_small)).then_some(head)
}

/// The same with nothing but a blank behind the number: `5A Lamps`, `5 (1) Lamps are`.
pub(super) fn blank(text: &str) -> Option<Head<'_>> {
    let (label, behind) = digits(text)?;
    let rest = behind.trim_start_matches([' ', '\u{A0}']);
    // `2031 CHAPTER 9` is of a year.
    let is_apart = rest.len() < behind.len() && !is_year(label);
    let begins = |it: char| it == '(' || it.is_alphabetic() && !is_small(it);
    let head = Head { role: Role::Unit, name: "", num: label, label, rest };
    (is_apart && rest.starts_with(begins)).then_some(head)
}

fn is_year(label: &str) -> bool {
    label.chars().count() == 4 && label.chars().all(|it| digit(it).is_some())
}

/// A number of up to four digits, with up to two letters behind, and what comes after.
fn digits(text: &str) -> Option<(&str, &str)> {
    let digits = text.find(|it: char| digit(it).is_none())?;
    let count = text.get(..digits)?.chars().count();
    let letters = text.get(digits..)?.find(|it: char| !it.is_ascii_alphabetic())?;
    let is_number = (1..=4).contains(&count) && letters <= 2;
    text.split_at_checked(digits + letters).filter(|_| is_number)
}

/// `第三条　目的`, `第一章　総則`, `第三条の二`, `제3조의2(등불)`.
fn around(text: &str) -> Option<Head<'_>> {
    AROUND.iter().find_map(|(role, name, before, behind)| {
        let rest = text.strip_prefix(before)?.trim_start();
        let is_number = |it: char| numerals::is_eastern(it) || digit(it).is_some();
        let count = |from: &str| from.find(|it| !is_number(it)).unwrap_or(from.len());
        let (number, tail) = rest.split_at_checked(count(rest))?;
        let mut tail = tail.trim_start_matches(' ').strip_prefix(behind)?;
        let mut label = number;
        if let Some(more) = tail.strip_prefix(INSERTED) {
            tail = more.get(count(more)..)?;
            label = rest.get(..rest.len() - tail.len())?;
        }
        let num = text.get(..text.len() - tail.len())?;
        let begins = |it: char| it.is_whitespace() || "（(〔【<〈".contains(it);
        let is_apart = tail.is_empty() || tail.starts_with(begins);
        let head = Head { role: *role, name, num, label, rest: tail.trim_start() };
        (is_apart && !number.is_empty()).then_some(head)
    })
}

/// The number of a head that stands around it, if a text is no more than that.
pub(super) fn number_within(text: &str) -> Option<String> {
    let head = around(text).filter(|it| it.rest.is_empty())?;
    let is_number = |it: char| numerals::is_eastern(it) || digit(it).is_some();
    Some(head.label.chars().filter(|it| is_number(*it) || INSERTED.contains(it)).collect())
}

/// `附　則`: a word without a number, whose signs may stand apart.
fn spaced(text: &str) -> Option<Head<'_>> {
    if text.starts_with(|it: char| it.is_ascii()) {
        return None;
    }
    let mut words = WORDS.iter().filter(|it| it.0 == Role::Annex).flat_map(|it| it.2.split(' '));
    let behind = words.find_map(|word| {
        let sign = |rest: &'_ str, sign| {
            let behind = rest.trim_start_matches('\u{3000}').strip_prefix(sign)?;
            text.get(text.len() - behind.len()..)
        };
        let behind = word.chars().try_fold(text, sign)?;
        alone(behind.trim()).then_some(behind)
    })?;
    let num = text.get(..text.len() - behind.len())?;
    Some(Head { role: Role::Annex, name: "annex", num, label: "", rest: behind.trim_start() })
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

/// `5 §`, `5 a §`, `3/A. §`, `2 kap.`, `II. FEJEZET`, `5-бап`: the word behind its number.
fn numbered(text: &str) -> Option<Head<'_>> {
    let end = text.find(|it: char| !(it.is_ascii_alphanumeric() || it == '/'))?;
    let (number, tail) = text.split_at_checked(end)?;
    let digits = number.find(|it: char| !it.is_ascii_digit()).unwrap_or(number.len());
    let is_number = (1..=4).contains(&digits) && number.len() - digits <= 3;
    let is_roman = number::is_roman(number);
    if !is_number && !is_roman {
        return None;
    }
    let dot = usize::from(tail.starts_with(['.', '-']));
    let tail = tail.get(dot..)?;
    let letter = number::letter_behind(tail).filter(|_| is_number).unwrap_or_default();
    let (label, behind) = (text.get(..end + dot + letter)?, tail.get(letter..)?);
    let mut word = behind.split_whitespace().next()?;
    let known = |word: &str| BEHIND.get(&folded(word)).copied();
    let mut found = known(word);
    if found.is_none() && word.ends_with(['.', ':', ',']) {
        word = word.trim_end_matches(['.', ':', ',']);
        found = known(word);
    }
    let (role, name) = found.filter(|it| is_number || it.0 != Role::Unit)?;
    let tail = behind.get(behind.find(word)? + word.len()..)?;
    let label = label.trim_end_matches('-');
    // `1. melléklet a 2031. évi XII. törvényhez`: what it belongs to.
    let is_line = role == Role::Annex && !tail.ends_with(['.', ';', ':', ',']);
    let num = text.get(..text.len() - tail.len())?;
    let line = Head { role, name, num, label, rest: tail.trim_start() };
    head(text, role, name, label, tail).or(Some(line).filter(|_| is_line))
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
    let (first, (role, name)) = word_of(text)?;
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

/// The word that a head begins with, or the two, and what it is.
fn word_of(text: &str) -> Option<(&str, (Role, &'static str))> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    if !first.starts_with(char::is_uppercase) && first.is_ascii() {
        return None;
    }
    let known = |dotted: &str| {
        let word = dotted.trim_end_matches([':', '—', '–', '.']);
        BEFORE.get(dotted).or_else(|| BEFORE.get(word)).copied()
    };
    let dotted = folded(first);
    if let Some(found) = known(&dotted) {
        return Some((first, found));
    }
    let second = words.next().filter(|_| FIRST_OF_TWO.contains(&dotted))?;
    let both = text.get(..text.get(first.len()..)?.find(second)? + first.len() + second.len())?;
    Some((both, known(&folded(both))?))
}

/// What may stand beside a schedule's word: nothing, or what it belongs to.
fn alone(rest: &str) -> bool {
    // Of what Japan's codes leave out, they say so.
    let rest = rest.trim_end_matches('抄').trim_end();
    rest.is_empty() || in_brackets(rest)
}

/// Whether words stand in brackets, of whatever kind.
pub(super) fn in_brackets(text: &str) -> bool {
    let kinds = [('(', ')'), ('[', ']'), ('（', '）'), ('〔', '〕'), ('<', '>'), ('〈', '〉')];
    kinds.iter().any(|(opens, closes)| text.starts_with(*opens) && text.ends_with(*closes))
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
    let known = BEFORE.get(&folded(Some(word).filter(|_| is_head)?));
    let (role, name) = known.copied().filter(|it| it.0 != Role::Unit)?;
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

/// The name of what a word counts before a number, where that is in what laws are counted.
pub(super) fn unit_word(word: &str) -> Option<&'static str> {
    let word = folded(word.trim_matches(|it: char| !it.is_alphabetic()));
    BEFORE.get(&word).filter(|it| it.0 == Role::Unit).map(|it| it.1)
}

/// A head, unless a provision is only spoken of.
pub(super) fn head<'t>(
    text: &'t str,
    role: Role,
    name: &'static str,
    label: &'t str,
    behind: &'t str,
) -> Option<Head<'t>> {
    let parts = ['.', ':', '：', '—', '–', '-', ')', ' ', '\t', '\u{A0}', '\u{3000}'];
    let tail = behind.trim_start_matches(parts);
    let between = behind.get(..behind.len() - tail.len())?;
    let is_parted = between.contains(['.', ':', '：', '—', '–', '\t']) || between.contains("  ");
    let first = tail.split_whitespace().next().unwrap_or_default().to_lowercase();
    let speaks = tail.starts_with([',', ';'])
        || SPOKEN_OF.split_whitespace().any(|it| it == first)
        || tail.starts_with(is_small)
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

/// What a line is, as far as its words alone say it; where it stands decides the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reads {
    /// No sentence.
    Title,
    /// Full stops, and behind each so few words that it may still be one: `Scope. Objects.`
    Phrases,
    /// A sentence, and one of so few words that it may be a title where titles have full stops.
    Short,
    Rule,
}

/// How a line reads.
pub(super) fn reads(text: &str) -> Reads {
    let count = |words: &str| words.split_whitespace().count();
    let mut pieces = text.split_terminator(['.', '。']);
    match () {
        () if !sentence(text) => Reads::Title,
        () if pieces.all(|it| count(it) <= PHRASE_WORDS) => Reads::Phrases,
        () if stops_once(text) => Reads::Short,
        () => Reads::Rule,
    }
}

/// Whether words with one full stop, behind them, are few enough for a heading.
fn stops_once(text: &str) -> bool {
    let is_short = text.split_whitespace().count() <= HEADING_WORDS;
    text.ends_with('.') && !text.contains(". ") && is_short
}

/// Whether a line may be a title though a full stop ends it, where its place speaks for that.
pub(super) fn may_be_titled(text: &str) -> bool {
    match reads(text) {
        Reads::Title => true,
        Reads::Phrases | Reads::Short => stops_once(text),
        Reads::Rule => false,
    }
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
    fn a_line_is_a_title_phrases_a_short_sentence_or_a_rule() {
        for (text, expected) in [
            ("Lamps and oil", Reads::Title),
            ("Scope. Objects.", Reads::Phrases),
            ("Oil is free.", Reads::Phrases),
            ("Streets, lanes and the lamps that stand in them.", Reads::Short),
            (
                "This Part applies to ships and to no other thing that floats, or that sinks.",
                Reads::Rule,
            ),
            ("Lamps that are lit in a street are. Others are not.", Reads::Rule),
            ("街灯について定める。", Reads::Phrases),
        ] {
            assert_eq!(reads(text), expected, "{text}");
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
