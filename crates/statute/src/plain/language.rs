//! The language of a text that doesn't say it, by its commonest words, among those that begin an article
//! as the text does.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    Line,
    marks::{self, Mark, Role},
};
use crate::citation::{WORDS, Words};

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
    let own = own_word(lines);
    let begins = |words: &Words| own.as_ref().is_some_and(|it| words.is_unit(it));
    let is_known = WORDS.iter().any(begins);
    let may = |words: &Words| !is_known || begins(words);
    let mut ranked: Vec<_> = WORDS.iter().zip(counts).filter(|(words, _)| may(words)).collect();
    ranked.sort_by_key(|(_, count)| Reverse(*count));
    let (words, most) = *ranked.first()?;
    let second = ranked.get(1).map_or(0, |(_, count)| *count);
    // A word that no language here begins its articles with is another's, with much in common.
    let ahead = if own.is_some() && !is_known { most >= 2 * second } else { most > second };
    (most > 0 && most * 1000 >= all * PER_THOUSAND && ahead)
        .then(|| words.tags.split(' ').next().map(Into::into))?
}

/// The word that most of a law's articles or sections begin with, where that has letters and isn't cut
/// short.
fn own_word(lines: &[Line]) -> Option<String> {
    let mut words = BTreeMap::<String, usize>::new();
    for line in lines {
        let Mark::Head(head) = marks::mark(&line.text) else { continue };
        let is_unit = head.role == Role::Unit && matches!(head.name, "article" | "section");
        let mut parts = head.num.split_whitespace().filter(|_| is_unit);
        if let Some(word) =
            parts.find(|it| *it != head.label && it.chars().all(char::is_alphabetic))
        {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    words.into_iter().max_by_key(|(_, count)| *count).map(|(word, _)| word)
}
