//! The words of a paragraph, as names of laws are made of them.
// cspell:words gericht

use std::ops::Range;

use super::lexicon;

/// A word and what its spelling tells.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) span: Range<usize>,
    pub(super) written: &'t str,
    /// For comparing: lower case, without dots and the ending of a possessive; Arabic words without
    /// their article.
    pub(crate) key: String,
    /// It begins with a capital.
    pub(super) capital: bool,
    /// Nothing but space stands between it and the word before.
    pub(super) near: bool,
    pub(super) possessive: bool,
}

impl Word<'_> {
    /// At least two capitals and little else: `UN`, `U.N.`, `ICCPR`.
    pub(super) fn is_acronym(&self) -> bool {
        let letters: Vec<char> = self.base().chars().filter(|c| c.is_alphabetic()).collect();
        letters.len() >= 2 && letters.iter().all(|c| c.is_uppercase())
    }

    /// Capitals with a few small letters between them: `StVG`.
    pub(super) fn is_abbreviation(&self) -> bool {
        let base = self.base();
        let ends = base.starts_with(char::is_uppercase) && base.ends_with(char::is_uppercase);
        ends && base.len() > 2 && base.len() < 16 && base.chars().all(char::is_alphabetic)
    }

    /// A word for a text of law: `treaty`.
    pub(crate) fn is_law(&self) -> bool {
        lexicon::noun(&self.key, true).is_some()
    }

    /// Who reads laws to others.
    pub(crate) fn is_court(&self) -> bool {
        lexicon::is_court(&self.key)
    }

    /// A court, a regulator or another who holds others to laws.
    pub(super) fn reads_laws(&self) -> bool {
        let key = self.key.as_str();
        let court = lexicon::is_court(key) || lexicon::is_house(key) && key.contains("gericht");
        court || lexicon::is_regulator(key) || self.capital && lexicon::is_office(key)
    }

    /// A year such as 2001.
    pub(super) fn year(&self) -> Option<u16> {
        let year = self.written.parse().ok()?;
        (1200..2200).contains(&year).then_some(year)
    }

    /// As written, without the ending of a possessive.
    pub(super) fn base(&self) -> &str {
        if self.possessive { without_possessive(self.written) } else { self.written }
    }

    pub(crate) fn has_digit(&self) -> bool {
        self.written.chars().any(char::is_numeric)
    }

    /// Arabic, with the article.
    pub(super) fn is_definite_arabic(&self) -> bool {
        arabic_noun(self.written).is_some()
    }

    pub(super) fn is_arabic(&self) -> bool {
        self.written.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c))
    }
}

/// All words of a paragraph.
pub(crate) fn words(paragraph: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut rest = 0;
    while let Some(start) = paragraph.get(rest..).and_then(|it| it.find(char::is_alphanumeric)) {
        let start = rest + start;
        let end = start + length(paragraph.get(start..).unwrap_or_default());
        let gap = paragraph.get(rest..start).unwrap_or_default();
        let apostrophe = matches!(gap, "'" | "’") && !words.is_empty();
        let near = apostrophe || gap.chars().all(char::is_whitespace);
        words.push(word(paragraph.get(start..end).unwrap_or_default(), start, near));
        rest = end.max(start + 1);
    }
    words
}

fn word(written: &str, start: usize, near: bool) -> Word<'_> {
    let base = without_possessive(written);
    let possessive = base.len() < written.len();
    let lower: String = base.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect();
    Word {
        span: start..start + written.len(),
        written,
        key: arabic_noun(&lower).unwrap_or(lower),
        capital: written.starts_with(char::is_uppercase),
        near,
        possessive,
    }
}

/// How long the word is that begins here. Hyphens, dots, slashes and apostrophes belong to it where
/// letters or digits follow, but for the French `l’`, which is a word of its own.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut end = 0;
    let mut acronym = true;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let inner = next.is_some_and(char::is_alphanumeric);
        let belongs = match c {
            '\'' | '’' if is_elided(text.get(..at).unwrap_or_default()) => return at,
            '\'' | '’' => {
                let plural = text.get(..at).is_some_and(|it| it.ends_with('s'));
                inner || plural && next.is_none_or(char::is_whitespace)
            }
            '.' => inner || acronym && at > 1,
            '-' | '/' | '\u{2011}' | '_' => inner,
            c => c.is_alphanumeric() || is_mark(c),
        };
        if !belongs {
            break;
        }
        // `U.N.` keeps its last dot.
        acronym &= if at % 2 == 0 { c.is_ascii_uppercase() } else { c == '.' };
        end = at + c.len_utf8();
    }
    end
}

fn is_elided(word: &str) -> bool {
    ["l", "d", "n", "s", "j", "c", "m", "t", "qu"].iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Vowel signs of Arabic, and combining accents.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{640}')
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'S", "’S", "s'", "s’"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word)
}

/// What stands behind the Arabic article, which prepositions are written together with.
fn arabic_noun(word: &str) -> Option<String> {
    let joined = word.strip_prefix('و').unwrap_or(word);
    let noun = joined
        .strip_prefix("ال")
        .or_else(|| joined.strip_prefix("لل"))
        .or_else(|| joined.strip_prefix("بال"))
        .or_else(|| joined.strip_prefix("كال"))
        .or_else(|| joined.strip_prefix("فال"))?;
    Some(noun.into()).filter(|noun: &String| noun.chars().count() > 1)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_compared_without_dots_and_endings() {
        let keys = |text| words(text).into_iter().map(|it| it.key).collect::<Vec<_>>().join(" ");
        assert_eq!(
            keys("The U.N.’s draft, L’article 2016/679."),
            "the un draft l article 2016/679"
        );
        assert_eq!(keys("the states’ ميثاق الأمم"), "the state ميثاق أمم");
    }
}
