//! The words of another law, which count nothing in this one.

use super::Build;
use crate::plain::Line;

/// A longer quotation is taken for one that nobody closed.
const LONGEST_QUOTATION: usize = 300;

impl Build<'_> {
    /// Up to which paragraph the words of another law go that begin here.
    pub(super) fn quotation(&self, nth: usize, text: &str) -> usize {
        let Some(close) = text.chars().next().and_then(closing_mark) else { return self.quoted };
        let opens = text.chars().next().unwrap_or_default();
        let count = |text: &str, sign| text.chars().filter(|it| *it == sign).count();
        let is_over = |text: &str| count(text, close) > count(text, opens);
        if count(text, close) >= count(text, opens) && opens != close
            || opens == close && count(text, close) % 2 == 0
        {
            return self.quoted;
        }
        let mut below =
            self.lines.get(nth + 1..).unwrap_or_default().iter().take(LONGEST_QUOTATION);
        let ends = |line: &Line| {
            if opens == close {
                return count(&line.text, close) % 2 == 1;
            }
            // Each of its paragraphs may begin with the mark.
            let last = line.text.trim_end_matches(['.', ';', ',']);
            is_over(&line.text) || last.ends_with(close)
        };
        below.position(ends).map_or(self.quoted, |it| nth + it + 2)
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
