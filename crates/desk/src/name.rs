//! Names: how ids are made of them, and when two may be one.

use authoring::{Node, edits};
use deunicode::deunicode;

use crate::document::{Document, id_of};

/// An id is read and typed by people.
const LONGEST_ID: usize = 40;

/// Shorter names differ by a letter by right: IFEX, IPEN.
const BY_CHANCE: usize = 6;

/// Words that are part of a name for some and not for others: articles before, legal forms behind.
const ARTICLES: [&str; 9] = ["the", "la", "le", "les", "el", "los", "der", "die", "das"];
const FORMS: [&str; 15] = [
    "ltd",
    "limited",
    "inc",
    "incorporated",
    "llc",
    "llp",
    "plc",
    "gmbh",
    "ev",
    "ag",
    "asbl",
    "vzw",
    "aisbl",
    "sa",
    "bv",
];

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// One edit apart: they may be two.
    Near,
    /// The same but for case, accents, punctuation, an article or a legal form.
    Same,
    /// To the letter.
    Exact,
}

/// How alike two names are; none where they are two.
pub(crate) fn likeness(one: &str, other: &str) -> Option<Likeness> {
    if one.trim() == other.trim() {
        return Some(Likeness::Exact);
    }
    // What Latin letters make of another script is the same for many of its words.
    let is_sure = unfolded(one) == unfolded(other);
    let (one, other) = (folded(one), folded(other));
    if one.is_empty() || other.is_empty() {
        return None;
    }
    if one == other {
        return Some(if is_sure { Likeness::Same } else { Likeness::Near });
    }
    let letters = one.chars().count().min(other.chars().count());
    let numbers = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let near = letters >= BY_CHANCE && numbers(&one) == numbers(&other) && edits(&one, &other) <= 1;
    near.then_some(Likeness::Near)
}

/// A name without what is written in more than one way.
fn folded(name: &str) -> String {
    let plain = words(name);
    let mut words: &[String] = &plain;
    let is = |word: &String, known: &[&str]| known.contains(&word.as_str());
    if let [first, rest @ ..] = words
        && !rest.is_empty()
        && is(first, &ARTICLES)
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && !rest.is_empty()
        && is(last, &FORMS)
    {
        words = rest;
    }
    words.concat()
}

/// The letters of a name that are of other scripts than Latin.
fn unfolded(name: &str) -> String {
    let is_latin = |c: char| matches!(u32::from(c), 0..0x250 | 0x1e00..0x1f00);
    name.chars()
        .filter(|c| c.is_alphabetic() && !is_latin(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words in plain small letters; `e.V.` is one word, and so is `Cyclists’`.
fn words(name: &str) -> Vec<String> {
    let plain = deunicode(name).to_lowercase();
    let parts = plain.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '&' | ','));
    let letters = |part: &str| part.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    parts.map(letters).filter(|it| !it.is_empty() && it != "and").collect()
}

/// An id made of a name: `Example Cyclists’ Union` is `example-cyclists-union`, `Section 3(2)` is
/// `section-3-2`. Empty where the name has no letter.
pub fn slug(name: &str) -> String {
    let plain = deunicode(name).to_lowercase().replace('\'', "");
    let mut id = String::new();
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|it| !it.is_empty()) {
        if !id.is_empty() && id.len() + word.len() >= LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST_ID));
    }
    id
}

/// An id of a list at the top that no record there has, made of a name, or of what such a record is.
pub(crate) fn new_id(document: &Document, list: &str, name: &str) -> String {
    let base = Some(slug(name)).filter(|it| !it.is_empty());
    let base = base.unwrap_or_else(|| list.trim_end_matches('s').into());
    let known = |id: &str| document.records(list).iter().any(|it| id_of(it) == id);
    let mut ids = (1_usize..).map(|nth| match nth {
        1 => base.clone(),
        nth => format!("{base}-{nth}"),
    });
    ids.find(|id| !known(id)).unwrap_or_default()
}

/// The record of a list whose name is most like this one, and how much. Aliases and short names count.
pub(crate) fn alike(
    document: &Document,
    list: &str,
    fields: &[&str],
    name: &str,
) -> Option<(usize, Likeness)> {
    let names = |record: &Node| -> Vec<String> {
        let texts = fields.iter().flat_map(|field| match record.field(field) {
            Some(Node::Text(text)) => vec![text.clone()],
            Some(Node::List(items)) => {
                items.iter().filter_map(Node::as_text).map(ToString::to_string).collect()
            }
            Some(text @ Node::Map(_)) => {
                text.field("text").and_then(Node::as_text).map(Into::into).into_iter().collect()
            }
            _ => Vec::new(),
        });
        texts.collect()
    };
    let best = |record: &Node| names(record).iter().filter_map(|it| likeness(it, name)).max();
    let found = document.records(list).iter().enumerate();
    let found = found.filter_map(|(nth, record)| Some((nth, best(record)?)));
    found.max_by_key(|(nth, likeness)| (*likeness, std::cmp::Reverse(*nth)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_kind_are_two_and_another_script_is_never_sure() {
        // cspell:words Société Obshchestvo chitatelei
        let cases = [
            ("Example Readers Ltd", "The Example Readers", Some(Likeness::Same)),
            ("Example Readers Foundation", "Example Readers Association", None),
            ("Café Société", "CAFE SOCIETE", Some(Likeness::Same)),
            ("Общество читателей", "общество читателей", Some(Likeness::Same)),
            ("Общество читателей", "Obshchestvo chitatelei", Some(Likeness::Near)),
            ("北京事实出版社", "背景史诗初版社", Some(Likeness::Near)),
        ];
        for (one, other, expected) in cases {
            assert_eq!(likeness(one, other), expected, "{one} and {other}");
        }
    }
}
