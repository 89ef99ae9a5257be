//! Digits of the scripts that laws are numbered in. One table for whoever reads numbers; the widget
//! has it too, so it is no table of all of Unicode.

/// The noughts of these scripts; their other digits follow.
const NOUGHTS: [char; 9] = ['0', '٠', '۰', '०', '০', '૦', '๐', '០', '０'];

/// What a decimal digit counts.
#[must_use]
pub fn digit(sign: char) -> Option<u32> {
    let behind = |nought: &char| u32::from(sign).checked_sub(u32::from(*nought));
    NOUGHTS.iter().filter_map(behind).find(|it| *it < 10)
}

#[cfg(test)]
mod tests {
    use super::digit;

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
