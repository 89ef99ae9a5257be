//! Digits of the scripts that laws are numbered in. One table for whoever reads numbers; the widget
//! has it too, so it is no table of all of Unicode.

use alloc::string::String;

/// The noughts of these scripts; their other digits follow.
const NOUGHTS: [char; 9] = ['0', '٠', '۰', '०', '০', '૦', '๐', '០', '０'];

/// What a decimal digit counts.
#[must_use]
pub fn digit(sign: char) -> Option<u32> {
    let behind = |nought: &char| u32::from(sign).checked_sub(u32::from(*nought));
    NOUGHTS.iter().filter_map(behind).find(|it| *it < 10)
}

/// Raised digits, as signs of their own.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Words that are raised behind a digit, with their digits as raised ones: a note's mark, a power or
/// a number that was inserted, and never more digits of the number before. `before` is what stands
/// before them in their line; none where it ends with no digit.
#[must_use]
pub fn raised(before: &str, words: &str) -> Option<String> {
    let is_digit = |it: char| it.is_ascii_digit() || RAISED.contains(&it);
    let begins = before.ends_with(is_digit) && words.starts_with(is_digit);
    let sign = |it: char| {
        let value = it.to_digit(10).and_then(|it| usize::try_from(it).ok());
        value.and_then(|it| RAISED.get(it)).copied().unwrap_or(it)
    };
    begins.then(|| words.chars().map(sign).collect())
}

#[cfg(test)]
mod tests {
    use super::{digit, raised};

    #[test]
    fn a_raised_digit_behind_a_digit_is_none_of_that_number() {
        assert_eq!(raised("Article 5", "2"), Some("²".into()));
        assert_eq!(raised("10²", "10)"), Some("¹⁰)".into()));
        for (before, words) in [("Lamps", "2"), ("Article 5 ", "2"), ("5", "(2)"), ("", "2")] {
            assert_eq!(raised(before, words), None, "{before}{words}");
        }
    }

    #[test]
    fn a_digit_of_any_script_counts_what_it_says() {
        for (digits, value) in [
            ("07", 7),
            ("٣٩", 39),
            ("۴۲", 42),
            ("२८", 28),
            ("২৮", 28),
            ("૨૮", 28),
            ("๒๘", 28),
            ("២៨", 28),
            ("２８", 28),
        ] {
            let read = digits.chars().try_fold(0, |sum, sign| Some(sum * 10 + digit(sign)?));
            assert_eq!(read, Some(value), "{digits}");
        }
        for sign in ['/', ':', 'a', '一', '²', '\u{65f}', '\u{66a}', '：'] {
            assert_eq!(digit(sign), None, "{sign}");
        }
    }
}
