//! The known name that a mistyped one most likely means.

use alloc::vec::Vec;

/// The candidate that takes the fewest edits to reach from `given`; none where more than a third
/// of it would have to change. Ties go to the first.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(given, &mut candidates.into_iter())
}

/// Apart from the above so that it is there once, whatever the candidates come from.
fn nearest_of<'a>(given: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut fewest = given.chars().count().div_ceil(3) + 1;
    let mut nearest = None;
    for candidate in candidates {
        let edits = edits(given, candidate);
        if edits < fewest {
            (fewest, nearest) = (edits, Some(candidate));
        }
    }
    nearest
}

/// Levenshtein distance, without regard to ASCII case.
pub fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, from) in from.chars().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (to, up) in to.iter().zip(row.iter().skip(1)) {
            let replace = diagonal + usize::from(!from.eq_ignore_ascii_case(to));
            diagonal = *up;
            left = replace.min(up + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_finds_its_word_and_a_stranger_finds_none() {
        assert_eq!(nearest("art_77", ["art_4", "art_47", "art_28"]), Some("art_47"));
        assert_eq!(nearest("journalist", ["children", "journalists"]), Some("journalists"));
        assert_eq!(nearest("Journalists", ["children", "journalists"]), Some("journalists"));
        assert_eq!(nearest("penguins", ["children", "journalists"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
