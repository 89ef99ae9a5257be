//! The words of a text that a word found nowhere most likely means: mistyped, or in another form.

use std::mem;

use crate::fold::is_without_blanks;

/// How many words are kept.
const KEPT: usize = 3;

/// Words near one that is found nowhere, nearest first.
#[derive(Debug)]
pub(crate) struct Near {
    typed: Vec<char>,
    /// How many typing errors are forgiven.
    forgiven: usize,
    found: Vec<(Distance, String)>,
    /// Room for the letters of a word, and for what is counted of them: a law has thousands of words.
    letters: Vec<char>,
    rows: [Vec<usize>; 3],
}

/// How far a word is: least first. What counts, and then, of two alike, that with more of the same
/// letters at its beginning, and the shorter.
type Distance = (usize, std::cmp::Reverse<usize>, usize);

impl Near {
    /// One typing error is forgiven in a word of four letters, two in a word of eight; none in a
    /// number, which is near no other, nor in a script without blanks, whose words nobody parts.
    pub(crate) fn of(typed: &str) -> Self {
        let letters: Vec<char> = typed.chars().collect();
        let is_word = !typed.contains(|it| char::is_ascii_digit(&it) || is_without_blanks(it));
        let forgiven = if is_word { (letters.len() / 4).min(2) } else { 0 };
        let (found, rows) = Default::default();
        Self { typed: letters, forgiven, found, letters: Vec::new(), rows }
    }

    /// Considers a word.
    pub(crate) fn consider(&mut self, word: &str) {
        let Some(distance) = self.distance(word) else { return };
        if self.found.iter().any(|(_, known)| known == word) {
            return;
        }
        let at = self.found.partition_point(|(its, _)| *its <= distance);
        if at < KEPT {
            self.found.insert(at, (distance, word.into()));
            self.found.truncate(KEPT);
        }
    }

    /// The nearest, where it is near enough to be taken for what was meant.
    pub(crate) fn meant(&self) -> Option<&str> {
        let (distance, word) = self.found.first()?;
        (distance.0 <= 2 * self.forgiven + 1).then_some(word)
    }

    /// All that may have been meant.
    pub(crate) fn offered(self) -> impl Iterator<Item = String> {
        self.found.into_iter().map(|(_, word)| word)
    }

    /// Two for each typing error, one more where the word goes on or begins otherwise. Another form
    /// of the same word is as near as one error.
    fn distance(&mut self, word: &str) -> Option<Distance> {
        if self.forgiven == 0 {
            return None;
        }
        let Self { typed, letters, .. } = self;
        letters.clear();
        letters.extend(word.chars().take(typed.len() + 5));
        let same = typed.iter().zip(&*letters).take_while(|(one, other)| one == other).count();
        let (rest, its_rest) = (typed.len() - same, letters.len() - same);
        let is_form = same >= 4 && same > its_rest.max(rest) && rest <= 3 && its_rest <= 4;
        let counted = if is_form { Some(2) } else { self.errors(same) };
        counted.map(|it| (it, std::cmp::Reverse(same), self.letters.len()))
    }

    fn errors(&mut self, same: usize) -> Option<usize> {
        let Self { typed, letters, rows, .. } = self;
        let most = self.forgiven + 1;
        if letters.len() + most < typed.len() {
            return None;
        }
        let row = last_row(typed, letters, most, rows)?;
        let whole = row.get(letters.len()).copied().unwrap_or(usize::MAX);
        let begins = if typed.len() < 6 { None } else { row.iter().min().copied() };
        let counted = (2 * whole.min(most + 1)).min(begins.map_or(usize::MAX, |it| 2 * it + 1));
        (counted <= 2 * most).then_some(counted + usize::from(same == 0))
    }
}

/// How many errors lead from a word to each beginning of another, where two letters that changed
/// places are one error; none where each takes more than `most`. The rows are room to count in.
fn last_row<'a>(
    typed: &[char],
    letters: &[char],
    most: usize,
    [above, row, next]: &'a mut [Vec<usize>; 3],
) -> Option<&'a [usize]> {
    row.clear();
    row.extend(0..=letters.len());
    let mut before = None;
    for (place, typed) in typed.iter().enumerate() {
        next.clear();
        next.push(place + 1);
        let mut left_letter = None;
        for (at, letter) in letters.iter().enumerate() {
            let of = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(most + 1);
            let mut least = of(row, at) + usize::from(letter != typed);
            least = least.min(of(row, at + 1) + 1).min(of(next, at) + 1);
            if before == Some(letter) && left_letter == Some(typed) {
                least = least.min(of(above, at - 1) + 1);
            }
            next.push(least);
            left_letter = Some(letter);
        }
        if next.iter().all(|it| *it > most) {
            return None;
        }
        before = Some(typed);
        mem::swap(above, row);
        mem::swap(row, next);
    }
    Some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Misspelt on purpose. cspell:disable
    const WORDS: [&str; 12] = [
        "businesses",
        "children",
        "encrypted",
        "encryption",
        "hackers",
        "journalists",
        "lacking",
        "letter",
        "private",
        "surveillance",
        "whistleblowers",
        "2025",
    ];

    fn meant(typed: &str) -> Option<String> {
        let mut near = Near::of(typed);
        for word in WORDS {
            near.consider(word);
        }
        near.meant().map(String::from)
    }

    #[test]
    fn a_mistyped_word_is_the_word_that_was_meant() {
        for (typed, word) in [
            ("encyption", "encryption"),   // one left out
            ("encrypption", "encryption"), // one too many
            ("encrupted", "encrypted"),    // one for another
            ("lettre", "letter"),          // two that changed places
            ("leter", "letter"),
            ("ncryption", "encryption"),
            ("encyptoin", "encryption"), // two errors in a long word
            ("encypt", "encrypted"),     // of a word that isn't typed to its end
            ("bussiness", "businesses"),
            ("wistleblower", "whistleblowers"),
            ("surveilance", "surveillance"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(word), "{typed}");
        }
    }

    #[test]
    fn another_form_of_a_word_is_that_word() {
        for (typed, word) in
            [("journalism", "journalists"), ("hacking", "hackers"), ("surveilled", "surveillance")]
        {
            assert_eq!(meant(typed).as_deref(), Some(word), "{typed}");
        }
    }

    #[test]
    fn a_short_word_a_number_and_a_stranger_are_near_nothing() {
        for typed in ["", "let", "2024", "2026", "letf", "xyzzy", "copyright", "penguin"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
