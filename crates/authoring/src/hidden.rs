//! Characters that nobody sees, and what they do: turn a text round, end a terminal's line, or
//! stand where a reader sees nothing at all. What is refused of them, and how they are shown in a
//! message.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// A character that may not stand in a text, and its place, counted from 1.
pub type Unseen = (char, usize);

/// All that may not stand in a text: what controls a program or turns the text round, and what has
/// no width where there is nothing for it to join or to part.
pub fn refused(text: &str) -> Vec<Unseen> {
    let mut found = Vec::new();
    // Hardly a text has any of them, and there are many texts.
    if !text.chars().any(|it| controls(it) || needs_neighbours(it)) {
        return found;
    }
    let mut before = false;
    let mut rest = text.chars();
    let mut nth = 0;
    while let Some(character) = rest.next() {
        nth += 1;
        let after = rest.clone().next().is_some_and(is_seen);
        let lone = match character {
            // Scripts such as Persian end a word in one of these.
            '\u{200C}' | '\u{200D}' => !(before || after),
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => !(before && after),
            _ => false,
        };
        if lone || controls(character) {
            found.push((character, nth));
        }
        // A character that picks a form of the one before it leaves that one in sight.
        before = is_seen(character) || before && is_selector(character);
    }
    found
}

/// Whether a character may stand only where it joins or parts something.
fn needs_neighbours(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether there is something to read in a text.
pub(crate) fn has_words(text: &str) -> bool {
    text.chars().any(is_seen)
}

/// Whether a character is in nobody's way and in nobody's sight either, inside a word.
pub(crate) fn is_stray(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{2060}'
            ..='\u{2064}' | '\u{FEFF}' | '\u{FFFD}'
    )
}

/// Tabs and line ends are part of what people write. Marks of direction are, too; what overrides
/// or isolates a direction is for the page alone.
fn controls(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => true,
        _ => character.is_control(),
    }
}

fn is_selector(character: char) -> bool {
    matches!(character, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_seen(character: char) -> bool {
    let unseen = matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{2800}' | '\u{3164}'
            | '\u{FEFF}' | '\u{FFA0}'
    );
    !(unseen || character.is_whitespace() || controls(character) || is_selector(character))
}

/// What a character is called.
pub(crate) fn name(character: char) -> &'static str {
    match character {
        '\0' => "null character",
        '\u{1B}' => "escape",
        '\u{AD}' => "soft hyphen",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "end of an embedding or override",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of an isolate",
        '\u{FEFF}' => "byte order mark",
        '\u{FFFD}' => "sign for a letter that could not be read",
        '\u{FFF9}'..='\u{FFFB}' => "annotation mark",
        '\u{E0000}'..='\u{E007F}' => "tag character",
        _ if character.is_control() => "control character",
        _ => "unseen character",
    }
}

/// `U+202E right-to-left override at character 12`, for one or for several.
pub(crate) fn list(found: &[Unseen], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, (character, nth)) in found.iter().take(MOST_NAMED).enumerate() {
        let between = if index == 0 { "" } else { ", " };
        let code = u32::from(*character);
        write!(f, "{between}U+{code:04X} {} at character {nth}", name(*character))?;
    }
    match found.len().saturating_sub(MOST_NAMED) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

/// Of a text that is full of them, so many say enough.
const MOST_NAMED: usize = 3;

/// A text from elsewhere in a message: what nobody sees is written out.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            if character == ' ' || is_seen(character) {
                f.write_char(character)?;
            } else {
                write!(f, "\\u{{{:x}}}", u32::from(character))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::{string::ToString, vec};

    use super::*;

    #[test]
    fn what_controls_or_turns_a_text_round_is_found_with_its_place() {
        assert_eq!(refused("It may \u{202E}be vague"), [('\u{202E}', 8)]);
        assert_eq!(refused("a\0b\u{1B}[31m"), [('\0', 2), ('\u{1B}', 4)]);
        assert_eq!(refused("\u{2067}a\u{2069}"), [('\u{2067}', 1), ('\u{2069}', 3)]);
        assert_eq!(refused("\u{7F}\u{85}"), [('\u{7F}', 1), ('\u{85}', 2)]);
    }

    #[test]
    fn a_character_without_width_needs_something_to_part_or_to_join() {
        for lone in ["\u{200B}", "a\u{200B}", "\u{FEFF}a", "a \u{200B}b", "a \u{200D} b"] {
            assert_eq!(refused(lone).len(), 1, "{lone:?}");
        }
        assert_eq!(refused("\u{200B}\u{200B}").len(), 2);
    }

    #[test]
    fn what_scripts_and_pictures_are_written_with_stays() {
        for sound in [
            "می\u{200C}خواهم",
            "ه\u{200D}",
            "क्\u{200D}ष",
            "👩\u{200D}💻",
            "❤\u{FE0F}\u{200D}🔥",
            "Artikel\u{A0}28\tand\r\nmore",
            "\u{200F}المادة 28\u{200E}(4)",
            "ราช\u{200B}การ",
        ] {
            assert_eq!(refused(sound), vec![], "{sound:?}");
            assert!(has_words(sound));
        }
    }

    #[test]
    fn a_text_of_blanks_and_marks_alone_has_no_words() {
        for text in ["", " ", "\u{A0}", "\u{200E}", "\u{3164}", "\u{2800}", "\u{AD}\u{FE0F}"] {
            assert!(!has_words(text), "{text:?}");
        }
    }

    #[test]
    fn a_message_has_nothing_in_it_that_nobody_sees() {
        assert_eq!(Shown("a\u{1B}[2J \u{202E}b").to_string(), "a\\u{1b}[2J \\u{202e}b");
    }
}
