//! The words of another law, which count nothing in this one.

use super::Build;
use crate::plain::Line;

/// A longer quotation is taken for one that nobody closed.
const LONGEST_QUOTATION: usize = 300;

impl Build<'_> {
    /// Up to which paragraph the words of another law go that begin here.
    pub(super) fn quotation(&mut self, nth: usize, text: &str) -> usize {
        let Some(close) = text.chars().next().and_then(closing_mark) else { return self.quoted };
        let opens = text.chars().next().unwrap_or_default();
        let count = |text: &str, sign| text.chars().filter(|it| *it == sign).count();
        let is_over = |text: &str| count(text, close) > count(text, opens);
        if count(text, close) >= count(text, opens) && opens != close
            || opens == close && count(text, close) % 2 == 0
        {
            return self.quoted;
        }
        // Where one that nobody closed was looked through, nothing closes the next.
        let known = self.unclosed.filter(|it| it.0 == opens).map_or(0, |it| it.1);
        let (begin, end) = (known.max(nth + 1), (nth + 1).saturating_add(LONGEST_QUOTATION));
        let end = end.min(self.lines.len());
        let mut below = self.lines.get(begin..end).unwrap_or_default().iter();
        let ends = |line: &Line| {
            if opens == close {
                return count(&line.text, close) % 2 == 1;
            }
            // Each of its paragraphs may begin with the mark.
            let last = line.text.trim_end_matches(['.', ';', ',']);
            is_over(&line.text) || last.ends_with(close)
        };
        if let Some(at) = below.position(ends) {
            return begin + at + 1;
        }
        self.unclosed = Some((opens, end));
        self.quoted
    }
}

fn closing_mark(opening: char) -> Option<char> {
    Some(match opening {
        '“' => '”',
        '„' => '“',
        '«' => '»',
        '‘' => '’',
        '"' => '"',
        _ => return None,
    })
}
