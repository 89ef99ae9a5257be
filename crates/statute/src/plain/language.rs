//! The language of a text that doesn't say it, by its commonest words.

use super::Line;
use crate::citation::WORDS;

/// So many of a thousand words at least are among the commonest, in a text of that language.
const PER_THOUSAND: usize = 60;
/// More words tell no more.
const ENOUGH: usize = 20_000;

pub(super) fn of(lines: &[Line]) -> Option<String> {
    let signs = lines.iter().flat_map(|it| it.text.chars()).take(ENOUGH);
    let (all, kana) = signs.fold((0, 0), |(all, kana), it| {
        (all + 1, kana + usize::from(('\u{3041}'..='\u{30FF}').contains(&it)))
    });
    // Its words have no blanks between them.
    if kana * 10 > all {
        return Some("ja".into());
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
