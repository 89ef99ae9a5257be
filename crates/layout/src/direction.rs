//! Words of a line in the order in which they are read, whichever way that goes.

// cspell:words fdff fefc

use crate::{
    Run,
    line::{Piece, share},
};

/// Whether a letter belongs to a script that runs from right to left.
pub fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && !letter.is_numeric()
}

/// Whether more letters run from right to left than the other way.
pub(crate) fn is_mostly_rtl<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let (mut right, mut left) = (0_usize, 0_usize);
    for letter in words.flat_map(str::chars).filter(|it| it.is_alphabetic()) {
        if is_rtl(letter) {
            right += 1;
        } else {
            left += 1;
        }
    }
    right > left
}

/// The words of a piece of a line.
pub(crate) fn words(piece: &Piece, is_rtl: bool) -> String {
    let mut spaced: Vec<(bool, &Run)> = Vec::new();
    let mut end: Option<i32> = None;
    let mut is_parted = false;
    for run in &piece.runs {
        if run.is_blank() {
            is_parted = true;
            continue;
        }
        let gap = end.map_or(0, |end| run.left.saturating_sub(end));
        // What overlaps was no word of the other either.
        let is_apart = gap > share(run.size, 18) || gap < -share(run.size, 50);
        spaced.push((end.is_some() && (is_parted || is_apart), run));
        end = Some(end.unwrap_or(i32::MIN).max(run.right()));
        is_parted = false;
    }
    if is_rtl { from_right(&spaced) } else { from_left(&spaced) }
}

fn from_left(runs: &[(bool, &Run)]) -> String {
    let mut words = String::new();
    for (is_parted, run) in runs {
        push(&mut words, *is_parted, &run.words);
    }
    words.trim().into()
}

/// What runs the other way within it keeps its own order.
fn from_right(runs: &[(bool, &Run)]) -> String {
    let mut words = String::new();
    let mut is_parted = false;
    let mut rest = runs;
    while let Some(((_, last), _)) = rest.split_last() {
        let length = ltr_length(rest);
        let (before, group) = rest.split_at(rest.len() - length.max(1));
        if length == 0 {
            push(&mut words, is_parted, &mirrored(&last.words));
        } else {
            push(&mut words, is_parted, &from_left(group));
        }
        is_parted = group.first().is_some_and(|(parted, _)| *parted);
        rest = before;
    }
    words.trim().into()
}

/// How many runs at the end stand together from left to right: words of such a script, with what is
/// between them; a number by itself.
fn ltr_length(runs: &[(bool, &Run)]) -> usize {
    let mut length = 0;
    let (mut has_letters, mut is_blank_between) = (false, false);
    for (nth, (is_parted, run)) in runs.iter().rev().enumerate() {
        let letters = || run.words.chars().filter(|it| it.is_alphanumeric());
        if letters().any(is_rtl) {
            break;
        }
        let is_word = letters().any(char::is_alphabetic);
        let is_number = !is_word && letters().next().is_some();
        if length == 0 && !is_word && !is_number {
            break;
        }
        if is_word || is_number && (has_letters || !is_blank_between) {
            length = nth + 1;
        } else if is_number {
            break;
        }
        has_letters |= is_word;
        is_blank_between |= *is_parted;
    }
    length
}

fn push(words: &mut String, is_parted: bool, more: &str) {
    if is_parted && !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
    words.push_str(more);
}

const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»')];

/// Brackets as they are seen from the right.
fn mirrored(words: &str) -> String {
    let turned = |it: char| {
        let pair = BRACKETS.iter().find(|(open, close)| *open == it || *close == it);
        pair.map_or(it, |(open, close)| if *open == it { *close } else { *open })
    };
    let closes = |words: &str| {
        let first = words.chars().find(|it| BRACKETS.iter().any(|(a, b)| a == it || b == it));
        first.is_some_and(|it| BRACKETS.iter().any(|(_, close)| *close == it))
    };
    // Some programs write them as they are read.
    let is_alone = words.chars().filter(|it| turned(*it) != *it).count() == 1;
    if is_alone || closes(words) { words.chars().map(turned).collect() } else { words.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs from left to right, each ten wide, parted where a blank stands between them.
    fn line(runs: &[&str]) -> Piece {
        let run = |(nth, words): (i32, &&str)| Run {
            words: (*words).into(),
            left: nth * 1000,
            width: 1000,
            size: 1000,
            ..Run::default()
        };
        Piece::of((0..).zip(runs).map(run).collect(), 0)
    }

    #[test]
    fn numbers_and_latin_words_keep_their_order_in_a_line_from_the_right() {
        let seen = line(&[".", "(", "2026", ")", " ", "القانون"]);
        assert_eq!(words(&seen, true), "القانون (2026).");
        let seen = line(&["جديد", " ", "Act", " ", "GDPR", " ", "قانون"]);
        assert_eq!(words(&seen, true), "قانون Act GDPR جديد");
        let seen = line(&["10", " ", "5", " ", "المواد"]);
        assert_eq!(words(&seen, true), "المواد 5 10");
    }

    #[test]
    fn from_the_left_they_come_as_they_stand() {
        assert_eq!(words(&line(&["see", " ", "Article", " ", "5"]), false), "see Article 5");
    }
}
