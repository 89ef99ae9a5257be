//! The numbers that a browser shows before the items of a list.
// Numbers in letters: cspell:ignore CCCLXXXVIII fxshrxw

use html5gum::StartTag;

use super::{Tokens, attribute, hidden, is_of, tokens};
use crate::numerals::roman;

/// What counts, or has dots.
pub(super) const LISTS: &str = "dir menu ol ul";
/// Roman numbers above are shown in digits.
const HIGHEST_ROMAN: u32 = 3_999;

/// A list that counts.
#[derive(Debug)]
pub(super) struct List {
    sort: String,
    next: i32,
    step: i32,
}

impl List {
    /// `items` are how many it has: from there, one that is reversed counts down.
    pub(super) fn of(tag: &StartTag<()>, items: i32) -> Self {
        let is_reversed = attribute(tag, "reversed").is_some();
        let (first, step) = if is_reversed { (items, -1) } else { (1, 1) };
        let sort = attribute(tag, "type").unwrap_or_default();
        Self { sort, next: number(tag, "start").unwrap_or(first), step }
    }

    /// What stands before its next item.
    pub(super) fn next(&mut self, item: &StartTag<()>) -> String {
        let number = number(item, "value").unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        shown(number, &self.sort)
    }
}

/// A number that no browser can keep is none.
fn number(tag: &StartTag<()>, name: &str) -> Option<i32> {
    attribute(tag, name)?.trim().parse().ok()
}

/// How many items each list of a page has, in the order in which they begin.
pub(super) fn items(text: &str) -> Vec<i32> {
    let (mut all, mut open) = (Vec::<i32>::new(), Vec::new());
    tokens(text, |token| match token {
        Tokens::Start("ol", _) => {
            open.push(Some(all.len()));
            all.push(0);
        }
        Tokens::Start(name, _) if is_of(name, LISTS) => open.push(None),
        Tokens::Start("li", tag) if !hidden::hides("li", tag) => {
            if let Some(it) = open.last().copied().flatten().and_then(|it| all.get_mut(it)) {
                *it = it.saturating_add(1);
            }
        }
        Tokens::End(name) if is_of(name, LISTS) => drop(open.pop()),
        _ => {}
    });
    all
}

fn shown(number: i32, sort: &str) -> String {
    let text = match (sort, u32::try_from(number)) {
        ("a" | "A", Ok(number @ 1..)) => letters(number),
        ("i" | "I", Ok(number @ 1..=HIGHEST_ROMAN)) => roman(number),
        _ => number.to_string(),
    };
    if matches!(sort, "A" | "I") { text.to_uppercase() } else { text }
}

/// `a` to `z`, then `aa`, `ab`.
fn letters(mut number: u32) -> String {
    let mut signs = Vec::new();
    while let Some(before) = number.checked_sub(1) {
        signs.extend(char::from_digit(10 + before % 26, 36));
        number = before / 26;
    }
    signs.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_are_shown_as_browsers_do_and_none_is_long() {
        for (number, sort, expected) in [
            (1, "a", "a"),
            (26, "A", "Z"),
            (27, "a", "aa"),
            (28, "a", "ab"),
            (0, "a", "0"),
            (-1, "i", "-1"),
            (388, "I", "CCCLXXXVIII"),
            (4_000, "i", "4000"),
            (7, "", "7"),
            (i32::MAX, "a", "fxshrxw"),
            (i32::MAX, "i", "2147483647"),
        ] {
            assert_eq!(shown(number, sort), expected, "{number} {sort}");
        }
    }
}
