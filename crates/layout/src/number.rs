//! Numbers in digits.

/// What digits count together; far too much where there are too many.
pub(crate) fn number(digits: impl IntoIterator<Item = u32>) -> usize {
    digits.into_iter().fold(0_usize, |sum, digit| {
        sum.saturating_mul(10).saturating_add(usize::try_from(digit).unwrap_or_default())
    })
}
