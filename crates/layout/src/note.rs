//! Notes at the foot of a page.

use crate::{
    column::{Block, Line, Ordered},
    line::{number_of, share},
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

/// The number or sign that a note begins with.
pub(crate) fn mark(words: &str) -> Option<String> {
    let raised: String = words.chars().map_while(number_of).map(|it| it.to_string()).collect();
    if !raised.is_empty() {
        return Some(raised);
    }
    if let Some(sign) = words.chars().next().filter(|it| "*†‡".contains(*it)) {
        return Some(sign.into());
    }
    let rest = words.trim_start_matches(['(', '[']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let behind = rest.get(digits.len()..).unwrap_or_default();
    let behind = behind.trim_start_matches([')', ']', '.']);
    let is_mark = (1..=3).contains(&digits.len()) && behind.starts_with(char::is_whitespace);
    is_mark.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn a_note_begins_with_its_mark() {
        for (words, expected) in [
            ("¹² See the letter.", Some("12")),
            ("3 See the letter.", Some("3")),
            ("(4) See the letter.", Some("4")),
            ("* By hand.", Some("*")),
            ("2026 was dark.", None),
            ("3rd of May", None),
            ("See the letter.", None),
        ] {
            assert_eq!(mark(words).as_deref(), expected, "{words}");
        }
    }
}
