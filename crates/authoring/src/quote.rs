//! Does a quote stand in its source, to the letter? Files are the caller's business.

use crate::Quote;

/// What comes of looking for a quote in the text of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// It stands there, once, between the words given as its surroundings.
    Confirmed,
    /// Its exact words don't stand there at all.
    NotFound,
    /// The exact words stand there, but not between these surroundings.
    OtherSurroundings,
    /// Words and surroundings stand there more than once; the surroundings must grow.
    Ambiguous,
}

/// Looks for a quote with its prefix and suffix in the text of its source. Nothing is folded: a
/// curly quotation mark is not a straight one.
pub fn confirm(quote: &Quote, text: &str) -> Confirmation {
    let bound = [quote.prefix.as_str(), &quote.exact, &quote.suffix].concat();
    // Overlapping places count, so the search goes on one character after each.
    let mut places = text
        .char_indices()
        .filter(|(at, _)| text.get(*at..).is_some_and(|rest| rest.starts_with(&bound)));
    match (places.next(), places.next()) {
        (Some(_), Some(_)) => Confirmation::Ambiguous,
        (Some(_), None) => Confirmation::Confirmed,
        (None, _) if text.contains(&quote.exact) => Confirmation::OtherSurroundings,
        (None, _) => Confirmation::NotFound,
    }
}

#[cfg(test)]
mod tests {
    use super::{Confirmation, Quote, confirm};

    fn look(prefix: &str, exact: &str, suffix: &str) -> Confirmation {
        let text = "It may be vague. It “may” be broad, and it may be long.";
        let (prefix, exact, suffix) = (prefix.into(), exact.into(), suffix.into());
        confirm(&Quote { exact, prefix, suffix, lang: None }, text)
    }

    #[test]
    fn a_quote_is_confirmed_to_the_letter_or_not_at_all() {
        assert_eq!(look("It ", "may", " be vague"), Confirmation::Confirmed);
        assert_eq!(look("", "may be", ""), Confirmation::Ambiguous);
        assert_eq!(look("they ", "may be", ""), Confirmation::OtherSurroundings);
        assert_eq!(look("", "\"may\"", ""), Confirmation::NotFound);
        assert_eq!(look("", "It May", ""), Confirmation::NotFound);
    }
}
