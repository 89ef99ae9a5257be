//! Raised numbers that lead to notes.

use std::{collections::BTreeSet, ops::Range};

use dataset::digit;

use crate::{LeftOut, What, line::number_of, note::Mark, number::number, text::Leaf};

/// A raised number in the text.
struct Reference {
    page: usize,
    paragraph: usize,
    at: Range<usize>,
    number: usize,
    /// It stands where a power does, as in `m²`.
    is_power: bool,
    is_taken: bool,
}

/// Takes them out where they lead to a note of the same page, or of the next, one after the other as
/// the notes do. What else is raised is part of what is said, as in `m²`; where a note has the same
/// number, its word is returned as doubtful.
pub(crate) fn take_out(leaves: &mut [Leaf]) -> (Vec<LeftOut>, Vec<String>) {
    let notes = notes(leaves);
    let mut found: Vec<Reference> = (0..)
        .zip(leaves.iter())
        .flat_map(|(page, leaf)| {
            let paragraphs = leaf.body.iter().enumerate();
            paragraphs.flat_map(move |(nth, it)| references(page, nth, &it.words))
        })
        .collect();
    choose(&mut found, &notes);
    let numbers: BTreeSet<usize> = notes.iter().map(|it| it.1).collect();
    let (mut told, mut doubtful): (Vec<LeftOut>, Vec<String>) = Default::default();
    for it in &found {
        let Some(words) = words(leaves, it) else { continue };
        if it.is_taken {
            tell(&mut told, words.get(it.at.clone()).unwrap_or_default(), it.page + 1);
        } else if numbers.contains(&it.number) {
            let before = words.get(..it.at.end).unwrap_or_default();
            doubtful.extend(before.split_whitespace().next_back().map(Into::into));
        }
    }
    for it in found.into_iter().rev().filter(|it| it.is_taken) {
        if let Some(words) = words(leaves, &it) {
            words.replace_range(it.at, "");
        }
    }
    (told, doubtful)
}

fn words<'l>(leaves: &'l mut [Leaf], of: &Reference) -> Option<&'l mut String> {
    Some(&mut leaves.get_mut(of.page)?.body.get_mut(of.paragraph)?.words)
}

/// The notes that have a number, each with its page.
fn notes(leaves: &[Leaf]) -> Vec<(usize, usize)> {
    let of_page = |(page, leaf): (usize, &Leaf)| {
        let numbers = leaf.notes.iter().filter_map(|it| match it.mark {
            Some(Mark::Raised(number) | Mark::Plain(number)) => Some((page, number)),
            _ => None,
        });
        numbers.collect::<Vec<_>>()
    };
    leaves.iter().enumerate().flat_map(of_page).collect()
}

/// The first that is due for each note: on its page, in a paragraph that began on the one before, or,
/// where all notes stand at the end, anywhere above.
fn choose(found: &mut [Reference], notes: &[(usize, usize)]) {
    let are_at_end = notes.first().map(|it| it.0) == notes.last().map(|it| it.0);
    let mut next = 0;
    for (page, number) in notes {
        let first = found.partition_point(|it| !are_at_end && it.page + 1 < *page).max(next);
        let due = || {
            let rest = found.iter().enumerate().skip(first).take_while(|(_, it)| it.page <= *page);
            rest.filter(|(_, it)| it.number == *number && !it.is_power)
        };
        let own = || due().find(|(_, it)| it.page == *page);
        let chosen = if are_at_end { due().next() } else { own().or_else(|| due().next()) };
        if let Some((nth, _)) = chosen {
            next = nth + 1;
            if let Some(it) = found.get_mut(nth) {
                it.is_taken = true;
            }
        }
    }
}

fn references(page: usize, paragraph: usize, words: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = words.get(from..).and_then(|it| it.find(is_raised)) {
        let start = from + at;
        let rest = words.get(start..).unwrap_or_default();
        let end = start + rest.find(|it| !is_raised(it)).unwrap_or(rest.len());
        let digits = rest.chars().map_while(number_of);
        let before = words.get(..start).unwrap_or_default();
        let number = number(digits);
        let is_power = is_power(before);
        found.push(Reference {
            page,
            paragraph,
            at: start..end,
            number,
            is_power,
            is_taken: false,
        });
        from = end;
    }
    found
}

fn is_raised(sign: char) -> bool {
    number_of(sign).is_some()
}

/// Units that have powers without a number before them.
const UNITS: &str = "mm cm dm km ha";

/// Whether a raised number behind these words says how often something is multiplied: behind a number,
/// a unit or a letter. Nor does any lead to a note at the beginning of a paragraph.
fn is_power(before: &str) -> bool {
    let before = before.trim_end();
    let Some(last) = before.split_whitespace().next_back() else { return true };
    let is_number = |it: &str| it.ends_with(|sign| digit(sign).is_some() || is_raised(sign));
    let unit = last.rsplit(['/', '·', '(']).next().unwrap_or(last);
    let letters = unit.trim_start_matches(|it| digit(it).is_some() || ".,".contains(it));
    let length = letters.chars().count();
    let is_counted =
        letters != last || before.strip_suffix(last).is_some_and(|it| is_number(it.trim_end()));
    let is_unit = letters.chars().all(char::is_alphabetic)
        && (length == 1
            || length <= 3 && is_counted
            || UNITS.split_whitespace().any(|it| it == letters));
    is_number(last) || is_unit
}

fn tell(told: &mut Vec<LeftOut>, words: &str, page: usize) {
    match told.iter_mut().find(|it| it.words == words) {
        Some(known) if known.pages.last() == Some(&page) => {}
        Some(known) => known.pages.push(page),
        None => {
            told.push(LeftOut { words: words.into(), pages: vec![page], what: What::NoteMark });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_power;

    #[test]
    fn a_raised_number_behind_a_unit_is_a_power() {
        for before in ["a room of 20 m", "in km", "per 20m", "5 kg/m", "10", "x", "٢٠ م", ""] {
            assert!(is_power(before), "{before}");
        }
        for before in ["nights", "nights.", "the council”", "it is so", "of the act,"] {
            assert!(!is_power(before), "{before}");
        }
    }
}
