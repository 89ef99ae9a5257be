//! The passage of a text that is nearest to a quotation which doesn't stand in it.

use std::{collections::BTreeMap, ops::Range};

use statute::{Edit, edits};

/// How far words may have moved that are counted together.
const DRIFT: usize = 3;

/// The passage that an editor may have meant, and what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// By words, from the quotation to the passage.
    pub edits: Vec<Edit>,
}

/// What differs between a quotation and the nearest passage, by words; in a sentence.
pub fn difference(quote: &str, text: &str) -> String {
    let Some(Nearest { range, edits }) = nearest(quote, text) else {
        return "nothing in it is near".into();
    };
    if edits.iter().all(|it| matches!(it, Edit::Same(_))) {
        let passage = text.get(range).unwrap_or_default();
        return format!("only blanks differ; the source has: “{}”", passage.escape_debug());
    }
    let edits: Vec<String> = edits.iter().map(ToString::to_string).collect();
    format!("the source has: {}", edits.join(" "))
}

/// The passage that has most of the quotation's words in its order; none where it has not half of
/// them.
pub fn nearest(quote: &str, text: &str) -> Option<Nearest> {
    let words = words(text);
    let wide = passage(quote, &words)?;
    let part = |range: &Range<usize>| {
        let (first, _) = words.get(range.start)?;
        let (last, word) = words.get(range.end.checked_sub(1)?)?;
        Some(*first..last + word.len())
    };
    let wide_edits = edits(quote, text.get(part(&wide)?)?);
    let spare = |ends: [Option<&Edit>; 2]| match ends {
        // What stands in the place of words of the quotation is as many words.
        [Some(Edit::In(more)), Some(Edit::Out(less))] => number(more).saturating_sub(number(less)),
        [Some(Edit::In(more)), _] => number(more),
        _ => 0,
    };
    let (mut start, mut end) = (wide_edits.iter(), wide_edits.iter().rev());
    let first = match (start.next(), start.next()) {
        (Some(less @ Edit::Out(_)), more) => spare([more, Some(less)]),
        (more, _) => spare([more, None]),
    };
    let last = spare([end.next(), end.next()]);
    let narrow = wide.start + first..wide.end.saturating_sub(last);
    let range = part(&narrow)?;
    let edits = edits(quote, text.get(range.clone())?);
    Some(Nearest { range, edits })
}

/// How many words there are.
fn number(words: &str) -> usize {
    words.split_whitespace().count()
}

/// The words among which it is, with as many on either side as may be counted together.
fn passage(quote: &str, words: &[(usize, &str)]) -> Option<Range<usize>> {
    let wanted: Vec<String> = quote.split_whitespace().map(folded).collect();
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (nth, (_, word)) in words.iter().enumerate() {
        places.entry(folded(word)).or_default().push(nth);
    }
    // Each word votes for where the quotation would begin.
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for (nth, word) in wanted.iter().enumerate() {
        for place in places.get(word).into_iter().flatten() {
            *votes.entry((place + DRIFT).saturating_sub(nth)).or_default() += 1;
        }
    }
    let near = |begin: usize| -> usize {
        votes.range(begin.saturating_sub(DRIFT)..=begin + DRIFT).map(|(_, count)| count).sum()
    };
    let best = votes.keys().map(|begin| (near(*begin), votes.get(begin).copied(), *begin));
    let (count, _, begin) = best.max_by_key(|it| (it.0, it.1, std::cmp::Reverse(it.2)))?;
    if count * 2 < wanted.len() {
        return None;
    }
    let end = (begin + wanted.len()).min(words.len());
    Some(begin.saturating_sub(2 * DRIFT)..end)
}

/// Each word with the byte that it begins at.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let each = text.split(char::is_whitespace).map(|word| {
        let begin = at;
        at += word.len()
            + text
                .get(at + word.len()..)
                .and_then(|it| it.chars().next())
                .map_or(0, char::len_utf8);
        (begin, word)
    });
    each.filter(|(_, word)| !word.is_empty()).collect()
}

/// A word without what is often written otherwise: signs around it, quotation marks, capitals.
fn folded(word: &str) -> String {
    let letters = word.chars().filter(|it| it.is_alphanumeric());
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    if folded.is_empty() { word.into() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The union says: “Lamps at night are for all, and the council’s lamps are \
        lit\nby nobody.” Lamps cost money.";

    #[test]
    fn what_differs_from_the_nearest_passage_is_told_by_words() {
        assert_eq!(
            difference("Lamps at night were for all, and", TEXT),
            "the source has: [-Lamps-] {+“Lamps+} at night [-were-] {+are+} for all, and"
        );
        assert_eq!(
            difference("the council's lamps are lit by", TEXT),
            "the source has: the [-council's-] {+council’s+} lamps are lit by"
        );
        assert_eq!(
            difference("lamps are lit by nobody.”", TEXT),
            "only blanks differ; the source has: “lamps are lit\\nby nobody.””"
        );
        assert_eq!(difference("Oil is taxed by the state.", TEXT), "nothing in it is near");
        assert_eq!(difference("", ""), "nothing in it is near");
        assert_eq!(
            difference("Lamps at night really are for all,", TEXT),
            "the source has: [-Lamps-] {+“Lamps+} at night [-really-] are for all,"
        );
        assert_eq!(
            difference("council’s lamps lit by nobody.”", TEXT),
            "the source has: council’s lamps {+are+} lit by nobody.”"
        );
    }
}
