//! What stands before a law's first part: its title, its preamble with the recitals, and a table of
//! contents.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    Line,
    marks::{Head, Mark, Role, mark, sentence},
    put, put_line,
    units::{Units, What},
};
use crate::tree::{Child, Element, Place};

const CONTENTS: [&str; 14] = [
    "contents",
    "table of contents",
    "arrangement of sections",
    "arrangement of clauses",
    "arrangement of regulations",
    "arrangement of provisions",
    "inhaltsübersicht",
    "inhaltsverzeichnis",
    "inhalt",
    "sommaire",
    "table des matières",
    "índice",
    "indice",
    "inhoud",
];
/// So much of the law itself a table of contents may seem to hold, as its words differ from those below: one
/// line for so many heads, where its title says what it is, and where nothing does.
const TITLED: usize = 1;
const UNTITLED: usize = 10;
/// Without a title it lists no fewer heads.
const FEWEST_LISTED: usize = 4;
/// How a title goes on that says what the law is for.
const LONG: [&str; 5] = ["an act", "a bill", "an ordinance", "a law", "act to"];
/// A title has no more lines.
const TITLE_LINES: usize = 6;

/// A law's paragraphs, and where each stretch of them ends.
pub(super) struct Stretch {
    /// The table of contents, empty where there is none.
    pub(super) contents: Range<usize>,
    /// The first paragraph of the law's parts.
    pub(super) body: usize,
}

/// Where the law's parts begin.
pub(super) fn stretch(lines: &[Line], units: &Units) -> Stretch {
    let heads: Vec<(usize, Head<'_>)> = lines
        .iter()
        .enumerate()
        .filter_map(|(nth, line)| match units.head(&line.text) {
            What::Head(head) => Some((nth, head)),
            What::Words => None,
        })
        .collect();
    let first = heads.first().map_or(lines.len(), |it| it.0);
    let no_contents = Stretch { contents: 0..0, body: first };
    let is_title = |line: &Line| {
        let text = line.text.trim_end_matches(':').to_lowercase();
        CONTENTS.contains(&text.as_str())
    };
    let (begin, fewest, tolerance) = match lines.iter().position(is_title) {
        Some(begin) => (begin, 1, TITLED),
        None => (first, FEWEST_LISTED, UNTITLED),
    };
    let mut below = heads.iter().filter(|it| it.0 >= begin);
    let Some((_, head)) = below.next() else { return no_contents };
    let is_again =
        |it: &Head<'_>| it.role == head.role && it.name == head.name && it.label == head.label;
    // The parts begin where the first that is listed comes again.
    let Some((body, _)) = below.clone().find(|it| is_again(&it.1)) else { return no_contents };
    let mut listed = heads.iter().filter(|it| it.0 < *body);
    // A division that nothing listed stands in holds the first part.
    let last = listed.rfind(|it| it.1.role != Role::Division);
    let last = last.map_or(begin, |it| it.0);
    let body = heads.iter().find(|it| it.0 > last).map_or(*body, |it| it.0);
    let contents = begin..last + 1;
    let listed = listed_in(&heads, &contents).count();
    if listed >= fewest && said(lines, &heads, &contents, body) * tolerance < listed {
        return Stretch { contents, body };
    }
    no_contents
}

fn listed_in<'h, 'l>(
    heads: &'h [(usize, Head<'l>)],
    contents: &Range<usize>,
) -> impl Iterator<Item = &'h (usize, Head<'l>)> {
    let contents = contents.clone();
    heads.iter().filter(move |it| contents.contains(&it.0))
}

/// How much of what may be a table of contents the law says there and doesn't list: heads with words that
/// don't come again below, and sentences that don't. Schedules count from 1 again, too.
fn said(
    lines: &[Line],
    heads: &[(usize, Head<'_>)],
    contents: &Range<usize>,
    body: usize,
) -> usize {
    let below = heads.iter().filter(|it| it.0 >= body);
    let below: BTreeSet<_> = below.map(|it| (it.1.name, it.1.label)).collect();
    let is_below = |it: &Head<'_>| below.contains(&(it.name, it.label));
    let listed: BTreeMap<_, _> = listed_in(heads, contents).map(|it| (it.0, &it.1)).collect();
    let mut words = String::new();
    lines.iter().skip(body).for_each(|it| words.extend(letters(&it.text)));
    let mut at = 0;
    let mut comes_again = |text: &str| {
        let wanted: String = letters(text).collect();
        // They come in the same order, as a rule.
        let found = words.get(at..).and_then(|it| it.find(&wanted)).map(|it| at + it);
        let found = found.or_else(|| words.find(&wanted));
        at = found.unwrap_or(at);
        found.is_some()
    };
    let is_said = |(nth, line): &(usize, &Line)| {
        let head = listed.get(nth);
        let text = head.map_or(line.text.as_str(), |it| it.rest);
        let has_words = !text.is_empty() || !listed.contains_key(&(nth + 1));
        head.is_some_and(|it| has_words && !is_below(it)) || sentence(text) && !comes_again(text)
    };
    let all = lines.iter().enumerate().skip(contents.start).take(contents.len());
    all.filter(is_said).count()
}

/// The letters of words: the dots and page numbers of a table of contents are none.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|it| it.is_alphabetic()).flat_map(char::to_lowercase)
}

/// The title and the preamble of the paragraphs before the first part.
pub(super) fn front(lines: &[&Line], act: &mut Element, units: &Units) {
    let at = lines.first().map_or(Place::default(), |it| it.at);
    let (mut preface, mut preamble) = (Element::new("preface", at), Element::new("preamble", at));
    let has_gaps = lines.iter().skip(1).any(|it| it.is_apart);
    let title = lines.iter().skip(1).take(TITLE_LINES - 1);
    let goes_on =
        |it: &&&Line| has_gaps && !it.is_apart && !is_long(&it.text) && !sentence(&it.text);
    let title = if lines.is_empty() { 0 } else { 1 + title.take_while(goes_on).count() };
    let words: Vec<&str> = lines.iter().take(title).map(|it| it.text.as_str()).collect();
    put(&mut preface, "docTitle", &words.join(" "), at);
    let mut has_begun = false;
    for line in lines.iter().skip(title) {
        let is_note = line.text.starts_with(['(', '[']) && line.text.ends_with([')', ']']);
        if is_long(&line.text) && !has_begun {
            put(&mut preface, "longTitle", &line.text, line.at);
        } else if !has_begun && (is_note || !sentence(line.text.trim_end_matches(['—', '–']))) {
            put(&mut preface, "p", &line.text, line.at);
        } else {
            has_begun = true;
            words_of(&mut preamble, line, units);
        }
    }
    for part in [preface, preamble] {
        if !part.children.is_empty() {
            act.children.push(Child::Element(part));
        }
    }
}

fn is_long(text: &str) -> bool {
    let text = text.to_lowercase();
    LONG.iter().any(|it| text.strip_prefix(it).is_some_and(|it| it.starts_with(' ')))
}

/// A recital where it is numbered, and words of the preamble where it isn't.
fn words_of(preamble: &mut Element, line: &Line, units: &Units) {
    match mark(&line.text) {
        Mark::Step(step) if !units.is_bare() && !step.rest.is_empty() => {
            let mut recital = Element::new("recital", line.at);
            put(&mut recital, "num", step.num, line.at);
            put(&mut recital, "p", step.rest, line.at);
            preamble.children.push(Child::Element(recital));
        }
        _ => {
            // A recital may have several paragraphs; what enacts the law introduces it.
            let goes_on = !line.text.ends_with(':') && line.text.contains(char::is_lowercase);
            match preamble.children.last_mut() {
                Some(Child::Element(last)) if goes_on && last.name == "recital" => {
                    put_line(last, &line.text, line);
                }
                _ => put_line(preamble, &line.text, line),
            }
        }
    }
}
