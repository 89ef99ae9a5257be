//! Notes at the foot of a page.

use dataset::digit;

use crate::{
    column::{Block, Line, Ordered},
    line::{number_of, share},
    number::number,
};

/// A page's text, and the notes below it.
#[derive(Default)]
pub(crate) struct Flow {
    pub(crate) body: Vec<Block>,
    pub(crate) notes: Vec<Block>,
}

/// Parts the two: a note is small, stands below all that isn't, and begins with its mark.
pub(crate) fn part(page: Ordered, body: i32) -> Flow {
    let (small, upper) = (share(body, 93), share(page.height, 40));
    let large: Vec<(i32, i32, i32)> = page
        .blocks
        .iter()
        .flat_map(|it| &it.lines)
        .filter(|it| it.size > small)
        .map(|it| (it.left, it.right, it.baseline))
        .collect();
    let is_below = |line: &Line| {
        let across = |(left, right, _): &&(i32, i32, i32)| *left < line.right && line.left < *right;
        large.iter().filter(across).all(|(_, _, baseline)| *baseline < line.baseline)
    };
    let is_small = |it: &Line| it.size <= small && it.baseline > upper && is_below(it);
    let mut flow = Flow::default();
    for mut block in page.blocks {
        let tail = block.lines.iter().rev().take_while(|it| is_small(it)).count();
        let start = block.lines.len() - tail;
        let marked = block.lines.iter().skip(start).position(|it| mark(&it.words).is_some());
        if let Some(first) = marked {
            let lines = block.lines.split_off(start + first);
            flow.notes.push(Block { lines, is_rtl: block.is_rtl });
        }
        if !block.lines.is_empty() {
            flow.body.push(block);
        }
    }
    flow
}

/// What a note begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Raised(usize),
    /// A number on the line.
    Plain(usize),
    Sign,
}

/// The notes of a page in their order. A line that begins with a number is another note only where
/// that is the next.
#[derive(Default)]
pub(crate) struct Numbering {
    last: Option<Mark>,
}

impl Numbering {
    /// The mark of a note that begins with a line.
    pub(crate) fn next(&mut self, words: &str) -> Option<Mark> {
        let mark = mark(words)?;
        let is_next = match (self.last, mark) {
            (None, _) | (_, Mark::Sign) | (Some(Mark::Raised(_) | Mark::Sign), Mark::Raised(_)) => {
                true
            }
            (Some(Mark::Plain(last)), Mark::Plain(number)) => number == last.saturating_add(1),
            (Some(Mark::Sign), Mark::Plain(number)) => number == 1,
            (Some(Mark::Raised(_)), Mark::Plain(_)) | (Some(Mark::Plain(_)), Mark::Raised(_)) => {
                false
            }
        };
        is_next.then(|| {
            self.last = Some(mark);
            mark
        })
    }
}

fn mark(words: &str) -> Option<Mark> {
    let raised: Vec<u32> = words.chars().map_while(number_of).collect();
    if !raised.is_empty() {
        return Some(Mark::Raised(number(raised)));
    }
    if words.starts_with(['*', '†', '‡']) {
        return Some(Mark::Sign);
    }
    let rest = words.trim_start_matches(['(', '[']);
    let digits: Vec<u32> = rest.chars().map_while(digit).collect();
    let behind: String = rest.chars().skip(digits.len()).collect();
    let behind = behind.trim_start_matches([')', ']', '.']);
    let is_mark = (1..=3).contains(&digits.len()) && behind.starts_with(char::is_whitespace);
    is_mark.then(|| Mark::Plain(number(digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_begins_with_its_mark() {
        for (words, expected) in [
            ("¹² See the letter.", Some(Mark::Raised(12))),
            ("3 See the letter.", Some(Mark::Plain(3))),
            ("(4) See the letter.", Some(Mark::Plain(4))),
            ("(٤) انظر الرسالة.", Some(Mark::Plain(4))),
            ("* By hand.", Some(Mark::Sign)),
            ("2026 was dark.", None),
            ("3rd of May", None),
            ("See the letter.", None),
        ] {
            assert_eq!(mark(words), expected, "{words}");
        }
    }

    #[test]
    fn a_line_that_begins_with_another_number_goes_on() {
        let marks = |lines: &[&str]| -> Vec<bool> {
            let mut numbering = Numbering::default();
            lines.iter().map(|it| numbering.next(it).is_some()).collect()
        };
        let raised = ["¹ Letter of the council of", "12 May 2024.", "² Of June."];
        assert_eq!(marks(&raised), [true, false, true]);
        let plain = ["1. Letter of the council of", "12 May 2024.", "2. Of June.", "3. Of July."];
        assert_eq!(marks(&plain), [true, false, true, true]);
        assert_eq!(marks(&["* By hand.", "† In ink.", "1 Of June."]), [true, true, true]);
    }
}
