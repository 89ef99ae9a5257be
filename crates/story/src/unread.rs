//! What looks like one more place behind a list and isn't read as one: `Article 28 and, above all, 30`, `El
//! artículo 30 no lo exige. El 24 …`. An editor is told, who would else take it that the list was read whole.
// cspell:words exige sowie zeile abril soir

use std::ops::Range;

use crate::{Mention, language::is_small, laws::is_time};

/// So many words of a list stand in front of its next number, the word that joins them included.
const REACH: usize = 4;

/// So many words behind a list is it still spoken of.
const NEAR: usize = 24;

/// What joins a number to those before it.
const JOINTS: &str = "and or to und oder bis sowie et ou à y e o plus as then through hasta و";

/// In front of a bare number, where a citation has its noun: `el 24`, `le 24`, `der 24`.
const BARE: &str = "el del al le du der dem den";

/// Behind such a number, they make it a day.
const OF: &str = "de du au por";

/// What counts something else than places.
const UNITS: &str = "page pages p pp seite s página pág line lines zeile day days vote votes no nr";

/// A word as it stands between spaces.
struct Word<'t> {
    span: Range<usize>,
    /// Without the signs around it, in small letters.
    key: String,
    /// A sign before or behind it parts it from the word before.
    parted: bool,
    written: &'t str,
}

/// Tells each list's last mention what stands behind it.
pub(crate) fn tell(paragraph: &str, lists: &[Range<usize>], mentions: &mut [Mention]) {
    for (at, list) in lists.iter().enumerate() {
        let last = mentions.partition_point(|it| it.span.start < list.end);
        let end = lists.get(at + 1).map_or(paragraph.len(), |next| next.start);
        let next = mentions.get(last).map_or(end, |next| next.span.start.min(end));
        let Some(mention) = last.checked_sub(1).and_then(|it| mentions.get_mut(it)) else {
            continue;
        };
        if list.start <= mention.span.start {
            mention.unread = unread(paragraph, list.end.max(mention.span.end)..next);
        }
    }
}

/// The first number that may be a place, with the words that join it.
fn unread(paragraph: &str, room: Range<usize>) -> Option<Range<usize>> {
    let text = paragraph.get(room.clone())?;
    let words = words(text);
    (0..words.len().min(NEAR)).find_map(|at| {
        let (before, number) = (words.get(..at)?, words.get(at)?);
        let next = words.get(at + 1).map(|it| it.key.as_str());
        let first = first(before, number, next)?;
        Some(room.start + first.start..room.start + number.span.end)
    })
}

/// Where what is said of a number begins, if that may be a place.
fn first(before: &[Word<'_>], number: &Word<'_>, next: Option<&str>) -> Option<Range<usize>> {
    let last = before.last();
    let is_last = |list| last.is_some_and(|it| has(list, &it.key));
    if !is_short(number) || is_last(UNITS) {
        return None;
    }
    let ends = number.written.ends_with([',', ';', '.', ':', '?', '!', ')', '”', '»']);
    // `el 24 de abril`, `le 24 au soir`
    let dated = |it: &str| is_time(it) || has(OF, it);
    if is_last(BARE) && (ends || !next.is_some_and(dated)) {
        return last.map(|it| it.span.clone());
    }
    let joined = before.first().unwrap_or(number);
    let listed = before.len() < REACH
        && (joined.parted || has(JOINTS, &joined.key))
        && !before.iter().any(|it| it.written.ends_with(['.', ':', ';', '!', '?']));
    let counts = |it: &str| is_time(it) || !is_small(it);
    (listed && (ends || !next.is_some_and(counts))).then(|| joined.span.clone())
}

/// Whether a word is a number as articles have: `30`, `30(2)`, but not `2024` or `30%`.
fn is_short(word: &Word<'_>) -> bool {
    let number = word.key.trim_start_matches('و');
    let rest = number.trim_start_matches(char::is_numeric);
    let digits = number.chars().take_while(|it| it.is_numeric()).count();
    (1..=3).contains(&digits)
        && (rest.is_empty() || rest.starts_with('('))
        && !word.written.contains(['%', '°', '€', '$', '£'])
}

fn has(list: &str, key: &str) -> bool {
    list.split(' ').any(|it| it == key)
}

/// The words of a text, with where they stand in it.
fn words(text: &str) -> Vec<Word<'_>> {
    let (mut words, mut parted, mut at) = (Vec::new(), false, 0);
    for piece in text.split_inclusive(char::is_whitespace) {
        let written = piece.trim_end();
        let start = at + written.len() - written.trim_start_matches(is_sign).len();
        let bare = written.trim_start_matches(is_sign);
        let closes = |c: char| is_sign(c) && (c != ')' || !bare.contains('('));
        let bare = bare.trim_end_matches(closes);
        if bare.is_empty() {
            parted |= !written.is_empty();
        } else {
            parted |= start > at;
            let span = start..start + bare.len();
            words.push(Word { span, key: bare.to_lowercase(), parted, written });
            parted = false;
        }
        at += piece.len();
    }
    words
}

/// What parts words and belongs to none.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        ',' | '،'
            | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | '('
            | ')'
            | '/'
            | '–'
            | '—'
            | '&'
            | '"'
            | '“'
            | '”'
            | '«'
            | '»'
    )
}
