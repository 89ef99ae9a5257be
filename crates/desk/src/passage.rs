//! A text as paragraphs, sentences and words, and how a selection moves in it by keys.

use std::ops::{Range, RangeInclusive};

use layout::PAGE_BREAK;
use story::sentences;
use unicode_segmentation::UnicodeSegmentation;

/// A text in its parts, each by its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// Lines that have words, each with its sentences.
    pub paragraphs: Vec<(Range<usize>, Vec<Range<usize>>)>,
    words: Vec<Range<usize>>,
    /// Where the line of each paragraph ends.
    ends: Vec<usize>,
    /// Where each page begins but the first, in a text that has pages.
    pages: Vec<usize>,
}

/// What a key does to a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The sentence after, or before where `back`; with `more`, up to its end as well.
    Sentence {
        /// Towards the beginning.
        back: bool,
        /// The selection grows or shrinks at its end.
        more: bool,
    },
    /// The same with words.
    Word {
        /// Towards the beginning.
        back: bool,
        /// The selection grows or shrinks at its end.
        more: bool,
    },
    /// The first sentence.
    First,
    /// The last sentence.
    Last,
}

/// The parts of a text.
pub fn passages(text: &str) -> Passages {
    let pages = text.match_indices(PAGE_BREAK).map(|(at, _)| at).collect();
    let mut passages = Passages { pages, ..Passages::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let inside = |range: Range<usize>| start + range.start..start + range.end;
        let words = line.unicode_word_indices().map(|(at, word)| inside(at..at + word.len()));
        passages.words.extend(words);
        let found: Vec<_> = sentences(line).into_iter().map(inside).collect();
        if let (Some(first), Some(last), false) =
            (found.first(), found.last(), line.trim().is_empty())
        {
            passages.paragraphs.push((first.start..last.end, found));
            passages.ends.push(start + line.len());
        }
        start += line.len();
    }
    passages
}

impl Passages {
    /// All sentences in order.
    pub fn sentences(&self) -> impl DoubleEndedIterator<Item = &Range<usize>> {
        self.paragraphs.iter().flat_map(|(_, sentences)| sentences)
    }

    /// The number of the paragraph that holds a place, counted from 1 on its page.
    pub fn paragraph(&self, place: usize) -> usize {
        let upto =
            |place: usize| self.paragraphs.partition_point(|(range, _)| range.start <= place);
        let turned = self.pages.partition_point(|it| *it <= place);
        let before = turned.checked_sub(1).and_then(|nth| self.pages.get(nth));
        (upto(place) - before.map_or(0, |it| upto(*it))).max(1)
    }

    /// The numbers of the pages that words are on, counted from 1; none in a text without pages. Of a
    /// paragraph that goes on over a page it is known on which pages it stands, not which of its words.
    pub fn pages(&self, words: &Range<usize>) -> Option<RangeInclusive<usize>> {
        let upto = |place: usize| 1 + self.pages.partition_point(|it| *it < place);
        let nth = self.paragraphs.partition_point(|(range, _)| range.start < words.end);
        let end = nth.checked_sub(1).and_then(|nth| self.ends.get(nth));
        let last = upto(end.map_or(words.end, |end| words.end.max(*end)));
        (!self.pages.is_empty()).then(|| upto(words.start + 1)..=last)
    }

    /// The selection that a key leads to; the same at the ends of the text.
    pub fn moved(&self, now: &Range<usize>, key: Key) -> Range<usize> {
        let found = match key {
            Key::First => self.sentences().next().cloned(),
            Key::Last => self.sentences().next_back().cloned(),
            Key::Sentence { back, more: true } => Self::grown(now, back, self.sentences()),
            Key::Word { back, more: true } => Self::grown(now, back, self.words.iter()),
            Key::Sentence { back: false, .. } => {
                let first = now.is_empty() && now.start == 0;
                let after = |it: &&Range<usize>| it.start > now.start || first;
                self.sentences().find(after).cloned()
            }
            Key::Sentence { back: true, .. } => {
                // Out of the middle of a sentence, its beginning is the one before.
                self.sentences().rev().find(|it| it.start < now.start).cloned()
            }
            Key::Word { back, .. } => self.word(now, back),
        };
        found.unwrap_or_else(|| now.clone())
    }

    /// One word: out of several the first or the last, and out of one the next.
    fn word(&self, now: &Range<usize>, back: bool) -> Option<Range<usize>> {
        let inside = || self.words.iter().filter(|it| now.start <= it.start && it.end <= now.end);
        if inside().count() > 1 {
            return if back { inside().next_back() } else { inside().next() }.cloned();
        }
        let mut words = self.words.iter();
        let found = if back {
            words.rfind(|it| it.end <= now.start)
        } else {
            words.find(|it| it.start >= now.end && **it != *now)
        };
        found.cloned()
    }

    /// The selection with its end at the end of the next part, or of the one before.
    fn grown<'p>(
        now: &Range<usize>,
        back: bool,
        mut parts: impl DoubleEndedIterator<Item = &'p Range<usize>>,
    ) -> Option<Range<usize>> {
        let end = if back {
            parts.rfind(|it| it.end < now.end && it.end > now.start)?.end
        } else {
            parts.find(|it| it.end > now.end)?.end
        };
        Some(now.start..end)
    }
}
