//! What a reader is looking for, folded, and where it stands in a text.

use std::ops::Range;

use crate::fold::{GRAM, Word, each_letter, each_word, grams, is_without_blanks, words};

/// After how many letters more a word of a script without blanks is looked for no further: whoever
/// pasted a page does not wait for each.
const MOST_GRAMS: usize = 60;

/// A word that is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sought {
    /// Its letters, folded.
    pub(crate) letters: String,
    /// Whether it is looked for inside words, rather than where they begin.
    pub(crate) within: bool,
    /// Whether it is looked for as a word of its own, since it is somebody's name.
    pub(crate) whole: bool,
}

impl Sought {
    /// Whether it stands in a folded word.
    pub(crate) fn is_in(&self, word: &str) -> bool {
        match (self.within, self.whole) {
            (true, _) => self.first_in(word).is_some(),
            (_, true) => *word == self.letters,
            _ => word.starts_with(&self.letters),
        }
    }

    /// Tells which letters of a folded word it is: all, where the word only has to begin so.
    fn each_in(&self, word: &str, tell: &mut dyn FnMut(Range<usize>)) {
        if !self.within {
            if self.is_in(word) {
                tell(0..word.len());
            }
            return;
        }
        let mut from = 0;
        while let Some(at) = word.get(from..).and_then(|rest| self.first_in(rest)) {
            let begin = from + at;
            let end = begin + self.letters.len();
            tell(begin..end);
            from = end.max(begin + 1); // no letters at all end, too
        }
    }

    /// Where it first stands in a word. Words are short; the library's search for long texts weighs a
    /// kilobyte.
    fn first_in(&self, word: &str) -> Option<usize> {
        let begins = |at: &usize| word.get(*at..).is_some_and(|it| it.starts_with(&self.letters));
        word.char_indices().map(|(at, _)| at).find(begins)
    }
}

/// All words that are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needle {
    pub(crate) words: Vec<Sought>,
    /// Whether some of them stand in place of words that were typed and are found nowhere.
    pub(crate) instead: bool,
}

impl Needle {
    /// The words of a query. A script without blanks is searched within what stands between signs, by
    /// each few letters side by side, as they are looked up in a law in parts.
    pub(crate) fn new(query: &str) -> Self {
        let mut all = Vec::new();
        for Word { text, .. } in words(query) {
            let within = text.starts_with(is_without_blanks);
            let mut add = |letters: &str| {
                all.push(Sought { letters: letters.into(), within, whole: false });
            };
            match text.chars().count().checked_sub(GRAM) {
                Some(more) if within => grams(&text).take(more.min(MOST_GRAMS) + 1).for_each(add),
                _ => add(&text),
            }
        }
        Self { words: all, instead: false }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words as they are looked for.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            text.push_str(if text.is_empty() { "" } else { " " });
            text.push_str(&word.letters);
        }
        text
    }

    /// All of the words, as bits.
    pub(crate) fn all(&self) -> u64 {
        self.words.iter().take(64).fold(0, |all, _| all << 1 | 1)
    }

    /// Which of the words a text has, a bit for each of the first 64.
    pub(crate) fn found_in(&self, text: &str) -> u64 {
        let mut found = 0;
        each_word(text, &mut |word, _| {
            for (place, _) in
                self.words.iter().take(64).enumerate().filter(|(_, it)| it.is_in(word))
            {
                found |= 1 << place;
            }
        });
        found
    }

    /// Where the words stand in a text, in bytes: in order, none touching another of the same word.
    pub(crate) fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        each_word(text, &mut |word, at| {
            let mut found: Vec<Range<usize>> = Vec::new();
            for sought in &self.words {
                sought.each_in(word, &mut |letters| found.push(letters));
            }
            if !found.is_empty() {
                mark(&mut marks, text.get(at.clone()).unwrap_or_default(), at.start, &found);
            }
        });
        marks
    }
}

/// Marks the characters of a word that became the letters found. A mark upon a letter belongs to it.
fn mark(marks: &mut Vec<Range<usize>>, word: &str, start: usize, found: &[Range<usize>]) {
    each_letter(word, &mut |at, letters| {
        let is_found = found.iter().any(|it| it.start < letters.end && letters.start < it.end);
        let at = start + at.start..start + at.end;
        match marks.last_mut() {
            Some(last) if last.end == at.start && (is_found || letters.is_empty()) => {
                last.end = at.end;
            }
            _ if is_found => marks.push(at),
            _ => {}
        }
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_inside_a_word_are_found_as_the_library_finds_them(
            word in "[abα民]{0,12}", letters in "[abα民]{1,3}"
        ) {
            let sought = Sought { letters: letters.clone(), within: true, whole: false };
            let mut found = Vec::new();
            sought.each_in(&word, &mut |at| found.push(at));
            let places = word.match_indices(&letters);
            prop_assert_eq!(found, places.map(|(at, it)| at..at + it.len()).collect::<Vec<_>>());
            prop_assert_eq!(sought.is_in(&word), word.contains(&letters));
            let none = Sought { letters: String::new(), within: true, whole: false };
            none.each_in(&word, &mut |_| ());
        }
    }
}
