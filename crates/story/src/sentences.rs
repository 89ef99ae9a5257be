//! Where a paragraph's sentences end. Unicode's rule ends one behind each abbreviation; that is
//! mended here.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// No sentence ends behind these with a dot, or very few do.
const SHORT: &str = "art arts para paras par pars no nos al pt lit litt p pp cf ch sec dr mr mrs ms \
                     prof sen rep gov st vs v e.g i.e viz approx jan feb mar apr jun jul aug sep \
                     sept oct nov dec m mme mm n gen lt col hon rev jr sr";

/// The sentences of a paragraph, without the space around them, in order.
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (start, sentence) in paragraph.split_sentence_bound_indices() {
        let words = sentence.trim_end();
        let end = start + words.len();
        match sentences.last_mut().filter(|_| goes_on || words.is_empty()) {
            Some(last) if !words.is_empty() => last.end = end,
            Some(_) => {}
            None => sentences.push(start + words.len() - words.trim_start().len()..end),
        }
        let next = paragraph.get(start + sentence.len()..).and_then(|it| it.chars().next());
        goes_on = is_unfinished(words, next) || goes_on && words.is_empty();
    }
    sentences
}

/// Whether the dot at the end is an abbreviation's.
fn is_unfinished(words: &str, next: Option<char>) -> bool {
    let Some(rest) = words.strip_suffix('.') else { return false };
    let last =
        rest.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '’')).next();
    let last = last.unwrap_or_default();
    let known = SHORT.split_ascii_whitespace().any(|short| short.eq_ignore_ascii_case(last));
    // `no.` ends a sentence unless it counts something.
    let counts = !last.eq_ignore_ascii_case("no") || next.is_some_and(char::is_numeric);
    // `U.N.`, and the first letter of a name.
    let dotted = last.len() > 2 && last.split('.').all(|part| part.len() == 1);
    let initial = last.len() == 1 && last.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I');
    known && counts || initial || dotted && !next.is_some_and(is_likely_start)
}

/// Quotes and brackets open sentences more often than they follow an abbreviation.
fn is_likely_start(c: char) -> bool {
    matches!(c, '“' | '"' | '(' | '«')
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn parts(paragraph: &str) -> Vec<&str> {
        sentences(paragraph).into_iter().map(|it| &paragraph[it]).collect()
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        for whole in [
            "Under Art. 28 police may ask.",
            "The U.N. General Assembly voted on para. 4 of it.",
            "In No. 28 it said so, e.g. Article 5.",
            "J. Smith read Art. 28(4).",
        ] {
            assert_eq!(parts(whole), [whole]);
        }
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(
            parts(" They read Article 28. It is long.  "),
            ["They read Article 28.", "It is long."]
        );
        assert_eq!(parts("Did they say no. They did."), ["Did they say no.", "They did."]);
        assert_eq!(parts("“Delete Article 28.” He did."), ["“Delete Article 28.”", "He did."]);
        assert_eq!(parts(""), [""; 0]);
    }
}
