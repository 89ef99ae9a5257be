//! Folding: what a reader types and what a dataset says, made comparable. Without regard to case,
//! accents, Arabic vowel signs and the many shapes of alef.
//!
//! By hand and for the scripts of European languages and Arabic alone: Unicode's own tables would
//! cost each reader more than the rest of the search, and a letter that isn't folded still
//! matches itself.

use std::ops::Range;

/// Base letters of U+00C0 to U+017F; `_` stands for one that is kept as it is.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo_ouuuuy_s\
aaaaaaaceeeeiiiidnooooo_ouuuuy_y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhh\
iiiiiiiiii__jjkk_llllllllllnnnnnnn__oooooo__rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The folded form of a character: nothing for a mark, itself where there is nothing to fold.
fn fold_char(character: char) -> Option<char> {
    let code = u32::from(character);
    match code {
        0x00..=0x7F => Some(character.to_ascii_lowercase()),
        0xC0..=0x17F => {
            let base = LATIN.get(code as usize - 0xC0).copied().unwrap_or(b'_');
            Some(if base == b'_' { character } else { char::from(base) })
        }
        // Combining accents, Arabic vowel signs and the stroke that only lengthens a word.
        0x300..=0x36F | 0x640 | 0x64B..=0x65F | 0x670 => None,
        // Greek and Cyrillic capitals.
        0x391..=0x3A9 | 0x410..=0x42F => char::from_u32(code + 0x20),
        0x400..=0x40F => char::from_u32(code + 0x50),
        0x622 | 0x623 | 0x625 | 0x671 => Some('\u{627}'),
        0x649 => Some('\u{64A}'),
        0x629 => Some('\u{647}'),
        0x660..=0x669 => char::from_u32(code - 0x660 + u32::from('0')),
        _ => Some(character),
    }
}

/// Whether a folded character is part of a word. What isn't ASCII counts as a letter, except in the
/// blocks that hold signs.
fn is_letter(character: char) -> bool {
    let is_sign = matches!(
        character,
        '\u{80}'..='©' | '«'..='´' | '¶'..='¹' | '»'..='¿' | '×' | '÷'
            | '،' | '؛' | '؟' | '٪'..='٭' | '۔' | '\u{FD3E}' | '\u{FD3F}' | '\u{FEFF}'
            | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{FE10}'..='\u{FE6F}'
            | '\u{FF00}'..='\u{FF0F}' | '\u{FFF0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}'
    );
    character.is_ascii_alphanumeric() || !(character.is_ascii() || is_sign)
}

/// A folded word and where it stands in the text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) at: Range<usize>,
}

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, &mut |word, at| words.push(Word { text: word.into(), at }));
    words
}

/// Tells of each word of a text, folded, and where it stands. Letters and digits make words; all
/// else parts them.
pub(crate) fn each_word(text: &str, tell: &mut dyn FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut at = 0..0;
    for (place, character) in text.char_indices() {
        let end = place + character.len_utf8();
        match fold_char(character) {
            Some(folded) if is_letter(folded) => {
                if word.is_empty() {
                    at.start = place;
                }
                word.push(folded);
                at.end = end;
            }
            None if !word.is_empty() => at.end = end,
            _ if word.is_empty() => {}
            _ => {
                tell(&word, at.clone());
                word.clear();
            }
        }
    }
    if !word.is_empty() {
        tell(&word, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(folded("Fundación KARISMA"), ["fundacion", "karisma"]);
        assert_eq!(folded("Čapek Łódź Ångström Ñandú"), ["capek", "lodz", "angstrom", "nandu"]);
        assert_eq!(folded("e\u{301}te\u{301}"), ["ete"]);
        assert_eq!(folded("ΣΟΦΙΑ Журнал"), ["σοφια", "журнал"]);
        assert_eq!(folded("الصَّحَفِيُّون أخبار"), ["الصحفيون", "اخبار"]);
        assert_eq!(folded("المادة ٢٨"), ["الماده", "28"]);
    }

    #[test]
    fn signs_part_words_and_citations_fall_into_numbers() {
        assert_eq!(folded("Article 28(4), 24/7—end"), ["article", "28", "4", "24", "7", "end"]);
        assert_eq!(folded(" \u{301}.,"), [] as [&str; 0]);
    }

    #[test]
    fn a_word_knows_where_it_stood_with_its_accents() {
        let text = "La Fundacio\u{301}n, 28";
        let places: Vec<_> = words(text).into_iter().map(|word| &text[word.at]).collect();
        assert_eq!(places, ["La", "Fundacio\u{301}n", "28"]);
    }

    #[test]
    fn every_folded_letter_folds_to_itself() {
        for code in 0..0x700 {
            let Some(folded) = char::from_u32(code).and_then(fold_char) else { continue };
            assert_eq!(fold_char(folded), Some(folded), "U+{code:04X}");
        }
    }
}
