//! Numbers in the formats that Word has for them.

use crate::numerals::{letters, roman};

/// Letters that other alphabets count by.
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const ALPHA: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";

/// A number in a format; none where the format isn't known.
pub(super) fn shown(number: u32, format: &str) -> Option<String> {
    Some(match format {
        "decimal" => number.to_string(),
        "decimalZero" => format!("{number:02}"),
        "decimalEnclosedParen" => format!("({number})"),
        "decimalEnclosedFullstop" => format!("{number}."),
        "numberInDash" => format!("- {number} -"),
        "ordinal" => format!("{number}{}", suffix(number)),
        "hindiNumbers" => digits(number, '\u{660}'),
        "lowerLetter" => letters(number, LATIN),
        "upperLetter" => letters(number, LATIN).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "russianLower" => letters(number, RUSSIAN),
        "russianUpper" => letters(number, RUSSIAN).to_uppercase(),
        "hebrew2" => letters(number, HEBREW),
        "arabicAbjad" => letters(number, ABJAD),
        "arabicAlpha" => letters(number, ALPHA),
        "bullet" | "none" => String::new(),
        _ => return None,
    })
}

fn digits(number: u32, zero: char) -> String {
    let digit = |it: char| char::from_u32(u32::from(zero) + it.to_digit(10)?);
    number.to_string().chars().filter_map(digit).collect()
}

fn suffix(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}
