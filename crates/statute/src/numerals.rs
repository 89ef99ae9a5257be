//! Digits, letters and words that count, in the scripts and languages in which laws are read here.

/// The noughts of other scripts' digits, which follow one another.
const ZEROS: [char; 5] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{E50}'];

/// Letters that count, in their order.
pub(crate) const ALPHABETS: [&str; 4] = [
    "abcdefghijklmnopqrstuvwxyz",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгдежзиклмнопрстуфхцчшщ",
];

/// Words for the first, the second and so on, behind the word that they count.
const ORDINALS: [&str; 10] = [
    "premier première primero primera primeiro primeira primo prima unique único única unico unica الأولى الأول",
    "second deuxième segundo segunda secondo seconda الثانية الثاني",
    "troisième tercero tercera terceiro terceira terzo terza الثالثة الثالث",
    "quatrième cuarto cuarta quarto quarta الرابعة الرابع",
    "cinquième quinto quinta الخامسة الخامس",
    "sixième sexto sexta sesto sesta السادسة السادس",
    "septième séptimo séptima sétimo sétima settimo settima السابعة السابع",
    "huitième octavo octava oitavo oitava ottavo ottava الثامنة الثامن",
    "neuvième noveno novena nono nona التاسعة التاسع",
    "dixième décimo décima decimo decima العاشرة العاشر",
];

/// The signs of Roman numbers, the largest first.
pub(crate) const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// What a digit counts, in whatever script.
pub(crate) fn digit(sign: char) -> Option<u32> {
    let place = |zero: &char| u32::from(sign).checked_sub(u32::from(*zero)).filter(|it| *it < 10);
    sign.to_digit(10).or_else(|| ZEROS.iter().find_map(place))
}

/// A number of digits alone.
pub(crate) fn value(digits: &str) -> Option<u32> {
    let add = |sum: u32, sign| sum.checked_mul(10)?.checked_add(digit(sign)?);
    digits.chars().try_fold(0, add).filter(|_| !digits.is_empty())
}

/// What a word counts.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let is = |all: &&str| all.split(' ').any(|it| it == word);
    u32::try_from(ORDINALS.iter().position(is)? + 1).ok()
}

/// `a` to `z`, then `aa`, `bb`.
pub(crate) fn letters(number: u32, alphabet: &str) -> String {
    let signs: Vec<char> = alphabet.chars().collect();
    let Some(at) = usize::try_from(number).ok().and_then(|it| it.checked_sub(1)) else {
        return String::new();
    };
    let sign = signs.get(at % signs.len()).copied().unwrap_or_default();
    sign.to_string().repeat(at / signs.len() + 1)
}

/// A number in Roman letters, small ones.
pub(crate) fn roman(mut number: u32) -> String {
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_words_count_alike() {
        for (text, number) in [("12", 12), ("١٢", 12), ("१२", 12), ("", 0)] {
            assert_eq!(value(text).unwrap_or_default(), number, "{text}");
        }
        assert_eq!(value("99999999999"), None);
        assert_eq!((ordinal("Segunda"), ordinal("lamp")), (Some(2), None));
    }
}
