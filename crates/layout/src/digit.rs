//! Digits of whatever script.

/// The noughts of scripts whose digits follow one another.
const NOUGHTS: [char; 9] = ['0', '٠', '۰', '०', '০', '๐', '០', '０', '૦'];

/// What a digit counts.
pub(crate) fn digit(sign: char) -> Option<u32> {
    NOUGHTS
        .iter()
        .find_map(|nought| u32::from(sign).checked_sub(u32::from(*nought)).filter(|it| *it < 10))
}

/// What digits count together; far too much where there are too many.
pub(crate) fn number(digits: impl IntoIterator<Item = u32>) -> usize {
    digits.into_iter().fold(0_usize, |sum, digit| {
        sum.saturating_mul(10).saturating_add(usize::try_from(digit).unwrap_or_default())
    })
}
