//! Folding: what a reader types and what a dataset says, made comparable. Without regard to case,
//! accents, Arabic vowel signs and the many shapes of alef; a ligature is the letters that it joins.
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
        // As wide as Chinese letters.
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).map(|it| it.to_ascii_lowercase()),
        _ => Some(character),
    }
}

/// The letters, folded, that one character joins.
fn joined(character: char) -> &'static str {
    match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ĳ' | 'Ĳ' => "ij",
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        // cspell:ignore FEFC
        '\u{FEF5}'..='\u{FEFC}' => "\u{644}\u{627}",
        _ => "",
    }
}

/// Whether a folded character is part of a word. What isn't ASCII counts as a letter, except in the
/// blocks that hold signs.
fn is_letter(character: char) -> bool {
    let is_sign = matches!(
        character,
        '\u{80}'..='©' | '«'..='´' | '¶'..='¹' | '»'..='¿' | '×' | '÷'
            | '،' | '؛' | '؟' | '٪'..='٭' | '۔' | '।' | '॥' | '၊' | '။' | '។'..='៚'
            | '\u{FD3E}' | '\u{FD3F}' | '\u{FEFF}'
            | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
            | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '・' | '\u{FE10}'..='\u{FE6F}'
            | '\u{FF5F}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}'
    );
    character.is_ascii_alphanumeric() || !(character.is_ascii() || is_sign)
}

/// Whether a letter is of a script that puts no blanks between words: Thai, Lao, Tibetan, Burmese,
/// Khmer, Japanese and Chinese.
pub(crate) fn is_without_blanks(letter: char) -> bool {
    letter >= '\u{E00}'
        && matches!(
            letter,
            '\u{E00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
                | '\u{3005}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
                | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}'
        )
}

/// How many letters of a script without blanks are looked up at once.
pub(crate) const GRAM: usize = 3;

/// The letters at each place of a word, that many but for its end.
pub(crate) fn grams(word: &str) -> impl Iterator<Item = &str> {
    word.char_indices().filter_map(move |(at, _)| {
        let rest = word.get(at..)?;
        let end = rest.char_indices().nth(GRAM).map_or(rest.len(), |(end, _)| end);
        rest.get(..end)
    })
}

/// Adds the folded letters of a character to a word; says whether it parts words instead.
fn parts_words(character: char, word: &mut String) -> bool {
    // The tables below are slow.
    if character.is_ascii() {
        let is_letter = character.is_ascii_alphanumeric();
        if is_letter {
            word.push(character.to_ascii_lowercase());
        }
        return !is_letter;
    }
    let joined = joined(character);
    word.push_str(joined);
    match fold_char(character) {
        Some(letter) if joined.is_empty() => {
            let is_letter = is_letter(letter);
            word.extend(is_letter.then_some(letter));
            !is_letter
        }
        _ => false,
    }
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

/// Hardly a word has more bytes, so that its letters ask for memory once.
const ROOM: usize = 32;

/// Tells of each word of a text, folded, and where it stands. Letters and digits make words; all
/// else parts them, and so does the change from a script with blanks to one without.
pub(crate) fn each_word(text: &str, tell: &mut dyn FnMut(&str, Range<usize>)) {
    each_word_in(&mut String::with_capacity(ROOM), text, tell);
}

/// The same, with room for the letters of a word that is used again.
pub(crate) fn each_word_in(
    word: &mut String,
    text: &str,
    tell: &mut dyn FnMut(&str, Range<usize>),
) {
    word.clear();
    let mut without_blanks = false;
    let (mut at, mut place) = (0..0, 0);
    while let Some(byte) = text.as_bytes().get(place) {
        let before = word.len();
        let (read, is_over, now) = if byte.is_ascii() {
            let (read, is_over) = take_run(text, place, word);
            (read, is_over, false)
        } else {
            let Some(first) = text.get(place..).and_then(|it| it.chars().next()) else { break };
            (first.len_utf8(), parts_words(first, word), is_without_blanks(first))
        };
        let has_letters = word.len() > before;
        let is_new = before == 0 || (has_letters && now != without_blanks);
        if before > 0 && is_over {
            tell(word, at.clone());
            word.clear();
        } else if before > 0 && is_new {
            tell(word.get(..before).unwrap_or_default(), at.clone());
            word.drain(..before);
        }
        if has_letters {
            without_blanks = now;
            at.start = if is_new { place } else { at.start };
        }
        place += read;
        if !is_over {
            at.end = place;
        }
    }
    if !word.is_empty() {
        tell(word, at);
    }
}

/// Adds to a word, folded, the letters of ASCII from a place on, because most of what is read is that,
/// or else passes what isn't one. How many bytes that was, and whether it parts words.
fn take_run(text: &str, from: usize, word: &mut String) -> (usize, bool) {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric();
    let run = rest.iter().position(|it| !is_letter(it)).unwrap_or(rest.len());
    if run == 0 {
        let signs = rest.iter().position(|it| is_letter(it) || !it.is_ascii());
        return (signs.unwrap_or(rest.len()), true);
    }
    let before = word.len();
    word.push_str(text.get(from..from + run).unwrap_or_default());
    if let Some(letters) = word.get_mut(before..) {
        letters.make_ascii_lowercase();
    }
    (run, false)
}

/// Tells of each character of a word where it stands, and where what it becomes stands in the folded
/// word; that is empty for a mark.
pub(crate) fn each_letter(word: &str, tell: &mut dyn FnMut(Range<usize>, Range<usize>)) {
    let mut folded = String::new();
    for (place, character) in word.char_indices() {
        let before = folded.len();
        parts_words(character, &mut folded);
        tell(place..place + character.len_utf8(), before..folded.len());
    }
}

#[cfg(test)]
mod tests {
    // Words of many languages. cspell:disable
    use proptest::prelude::*;

    use super::*;

    /// The words of a text, character by character.
    fn plainly(text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let mut open = None;
        for (place, character) in text.char_indices() {
            let mut letters = String::new();
            let (parts, end) = (parts_words(character, &mut letters), place + character.len_utf8());
            let now = is_without_blanks(character);
            open = open.filter(|it| !parts && (letters.is_empty() || *it == now));
            if open.is_none() && !letters.is_empty() {
                open = Some(now);
                words.push(Word { text: String::new(), at: place..end });
            }
            if let Some(word) = words.last_mut().filter(|_| open.is_some()) {
                word.text.push_str(&letters);
                word.at.end = end;
            }
        }
        words
    }

    proptest! {
        #[test]
        fn runs_make_the_words_that_characters_make(
            text in "([a-zA-Z0-9]{1,3}|[ .,()\n-]{1,2}|[éßÆ\u{301}ـ—«ΣЖ民สก]){0,12}"
        ) {
            prop_assert_eq!(words(&text), plainly(&text));
        }
    }

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(folded("Fundación KARISMA"), ["fundacion", "karisma"]);
        assert_eq!(folded("Čapek Łódź Ångström Ñandú"), ["capek", "lodz", "angstrom", "nandu"]);
        assert_eq!(folded("e\u{301}te\u{301}"), ["ete"]);
        assert_eq!(folded("naïveTÉ2b ÉTÉ"), ["naivete2b", "ete"]);
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
    fn a_ligature_is_the_letters_that_it_joins() {
        assert_eq!(
            folded("Straße STRASSE ﬁle œuvre Ærø"),
            ["strasse", "strasse", "file", "oeuvre", "aero"]
        );
        assert_eq!(folded("ﻻجئون ＧＤＰＲ２"), ["لاجئون", "gdpr2"]);
    }

    #[test]
    fn a_script_without_blanks_and_one_with_blanks_make_words_apart() {
        assert_eq!(
            folded("根据GDPR的第28条。言論・自由"),
            ["根据", "gdpr", "的第", "28", "条", "言論", "自由"]
        );
        assert_eq!(folded("เสรีภาพสื่อ สื่อ"), ["เสรีภาพสื่อ", "สื่อ"]);
        let text = "（新闻e\u{301}）";
        let places: Vec<_> = words(text).into_iter().map(|word| &text[word.at]).collect();
        assert_eq!(places, ["新闻", "e\u{301}"]);
    }

    #[test]
    fn every_folded_letter_folds_to_itself() {
        for character in '\0'..=char::MAX {
            let mut once = String::new();
            parts_words(character, &mut once);
            for letter in once.chars() {
                let mut twice = String::new();
                assert!(!parts_words(letter, &mut twice), "{character}");
                assert_eq!(twice, letter.to_string(), "{character}");
            }
        }
    }
}
