//! What a list goes on with behind a place that was found: `chapters IV and V`, `Buchstabe b und c`, `Arts.
//! 24/36`, and the paragraph of `Art. 28 IV`. Each label takes the place of the last one of the citation
//! before; what that names must be the law's.

use std::ops::Range;

use dataset::{Dataset, ProvisionIx};

use crate::place::{Named, Place};

/// What joins two labels.
const JOINTS: [&str; 9] = [" and ", " und ", " y ", " e ", " et ", " & ", ", ", "/", " sowie "];

/// Labels that are words as well, unless a sign or a word for whose they are stands behind.
const WORDS: &str = "a e i o u y I";

/// What stands between a place and its law.
const OF: &str = "of de del du des der von";

/// Joins the ends of a range, of which only neighbours are read here.
const TO: [&str; 5] = [" to ", " bis ", " à ", " a ", "–"];

/// Adds them to the places of a paragraph.
pub(crate) fn add(paragraph: &str, places: &mut Vec<Place>, dataset: &Dataset) {
    let mut at = 0;
    while let Some(place) = places.get(at) {
        let end = places.get(at + 1).map_or(paragraph.len(), |next| next.span.start);
        let list = place.list.clone();
        if let Some((span, provision)) = paragraph_of(paragraph, place, end, dataset) {
            let reach = list.start..span.end.max(list.end);
            let named = Named::Labelled(provision);
            places.splice(at..=at, [Place { span, list: list.clone(), named }]);
            extend(places, at, &list, &reach);
        } else if let Some((span, provision)) = next(paragraph, place, end, dataset) {
            let reach = list.start..span.end.max(list.end);
            let named = Named::Labelled(provision);
            places.insert(at + 1, Place { span, list: list.clone(), named });
            extend(places, at + 1, &list, &reach);
        }
        at += 1;
    }
}

/// Makes a list longer, for all places that are of it.
fn extend(places: &mut [Place], at: usize, list: &Range<usize>, reach: &Range<usize>) {
    let before = places.get_mut(..=at).unwrap_or_default();
    for place in before.iter_mut().rev().take_while(|it| it.list == *list) {
        place.list = reach.clone();
    }
}

/// `Art. 28 IV`, as Germans write the fourth paragraph.
fn paragraph_of(
    paragraph: &str,
    place: &Place,
    end: usize,
    dataset: &Dataset,
) -> Option<(Range<usize>, ProvisionIx)> {
    let number = paragraph.get(place.span.clone())?.strip_prefix("Art. ")?;
    let label = label(paragraph.get(place.span.end..end)?.strip_prefix(' ')?)?;
    let roman = roman(label).filter(|_| number.bytes().all(|it| it.is_ascii_digit()))?;
    let provision = dataset.cited_one(&format!("{number}({roman})")).ok()?;
    Some((place.span.start..place.span.end + 1 + label.len(), provision))
}

/// What stands behind a place and a word for "and".
fn next(
    paragraph: &str,
    place: &Place,
    end: usize,
    dataset: &Dataset,
) -> Option<(Range<usize>, ProvisionIx)> {
    let written = paragraph.get(place.span.clone())?;
    let rest = paragraph.get(place.span.end..end)?;
    let mut joints = JOINTS.iter().chain(&TO);
    let (joint, rest) = joints.find_map(|it| Some((*it, rest.strip_prefix(it)?)))?;
    let label = label(rest)?;
    let before = written.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let alike = match roman(before).zip(roman(label)) {
        Some((from, to)) => !TO.contains(&joint) || to == from + 1,
        None if digits(label) => joint == "/" && digits(before),
        None => !TO.contains(&joint) && is_letter(label) && is_letter(before) && written != before,
    };
    if !alike || is_word(label, rest.get(label.len()..)?) {
        return None;
    }
    let cited = dataset.provision(place.last()?)?.citation.original();
    let provision = dataset.cited_one(&relabelled(cited, before, label)?).ok()?;
    let start = place.span.end + joint.len();
    Some((start..start + label.len(), provision))
}

/// A citation with another label for its last one.
fn relabelled(cited: &str, before: &str, label: &str) -> Option<String> {
    let at = cited.rfind(before)?;
    let tail = cited.get(at + before.len()..)?;
    let head = cited.get(..at).filter(|_| !tail.contains(char::is_alphanumeric))?;
    Some(format!("{head}{label}{tail}"))
}

/// The letters and digits that a text begins with.
fn label(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).filter(|it| (1..6).contains(&it.len()))
}

fn is_letter(label: &str) -> bool {
    label.len() == 1 && label.bytes().all(|it| it.is_ascii_lowercase())
}

/// Whether a label is more likely a word of the sentence.
fn is_word(label: &str, rest: &str) -> bool {
    let behind = rest.strip_prefix(' ').map(|it| it.split(' ').next().unwrap_or_default());
    let of = |word: &str| OF.split(' ').any(|it| it == word);
    WORDS.split(' ').any(|it| it == label) && behind.is_some_and(|it| !of(it))
}

/// A Roman number in capitals, up to the counts of chapters.
fn roman(label: &str) -> Option<u32> {
    let worth = |digit: u8| match digit {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = label.bytes().map(worth).collect::<Option<_>>()?;
    let counted = digits.iter().enumerate().map(|(at, digit)| {
        let less = digits.get(at + 1).is_some_and(|next| next > digit);
        if less { -i64::from(*digit) } else { i64::from(*digit) }
    });
    u32::try_from(counted.sum::<i64>()).ok().filter(|it| *it > 0)
}
