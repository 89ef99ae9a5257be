//! The language of a text that doesn't say it, by its commonest words.

use super::Line;
use crate::citation::WORDS;

/// So many of a thousand words at least are among the commonest, in a text of that language.
const PER_THOUSAND: usize = 60;
/// More words tell no more.
const ENOUGH: usize = 20_000;

/// Scripts by which a language is known: of so many signs in ten at least, and from where to where.
/// What Japan writes in has China's signs as well, so it comes first.
const SCRIPTS: [(&str, usize, std::ops::RangeInclusive<char>); 8] = [
    ("ja", 1, '\u{3041}'..='\u{30FF}'),
    ("ko", 3, '\u{AC00}'..='\u{D7A3}'),
    ("zh", 3, '\u{4E00}'..='\u{9FFF}'),
    ("th", 3, '\u{E01}'..='\u{E5B}'),
    ("el", 3, '\u{370}'..='\u{3FF}'),
    ("he", 3, '\u{5D0}'..='\u{5EA}'),
    ("ka", 3, '\u{10D0}'..='\u{10FF}'),
    ("hy", 3, '\u{531}'..='\u{587}'),
];

fn by_script(lines: &[Line]) -> Option<&'static str> {
    let mut all = 0;
    let mut counts = [0_usize; SCRIPTS.len()];
    for sign in lines.iter().flat_map(|it| it.text.chars()).take(ENOUGH) {
        all += 1;
        for (count, (_, _, range)) in counts.iter_mut().zip(&SCRIPTS) {
            *count += usize::from(range.contains(&sign));
        }
    }
    let mut known = SCRIPTS.iter().zip(counts);
    known.find(|((_, tenths, _), count)| count * 10 > all * tenths).map(|it| it.0.0)
}

pub(super) fn of(lines: &[Line]) -> Option<String> {
    if let Some(tag) = by_script(lines) {
        return Some(tag.into());
    }
    let words = lines.iter().flat_map(|it| it.text.split(|it: char| !it.is_alphabetic()));
    let mut counts = [0_usize; WORDS.len()];
    let mut all = 0;
    for word in words.filter(|it| !it.is_empty()).take(ENOUGH) {
        all += 1;
        let word = word.to_lowercase();
        for (count, known) in counts.iter_mut().zip(&WORDS) {
            *count += usize::from(known.common.split(' ').any(|it| it == word));
        }
    }
    let most =
        counts.iter().max().copied().filter(|it| *it > 0 && *it * 1000 >= all * PER_THOUSAND)?;
    let mut best = WORDS.iter().zip(counts).filter(|(_, count)| *count == most);
    let (words, _) = best.next().filter(|_| best.next().is_none())?;
    words.tags.split(' ').next().map(Into::into)
}
