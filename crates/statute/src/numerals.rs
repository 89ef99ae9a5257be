//! Letters and words that count, in the scripts and languages in which laws are read here.

use authoring::digit;

/// Digits of China and Japan, from one on; then come tens, hundreds and thousands.
const EASTERN: &str = "一二三四五六七八九";
const PLACES: [(char, u32); 3] = [('十', 10), ('百', 100), ('千', 1000)];

/// Letters that count, in their order.
pub(crate) const ALPHABETS: [&str; 12] = [
    "abcdefghijklmnopqrstuvwxyz",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгдежзиклмнопрстуфхцчшщ",
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム",
    "가나다라마바사아자차카타파하",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք",
    "कखगघङचछजझञटठडढणतथदधनपफबभम",
    "กขคงจฉชซฌญ",
    "abcdđeghiklmnopqrstuvxy",
];

/// What a number has behind it that was inserted after that number alone, in whatever language.
const SUFFIXES: [&str; 21] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
    "terdecies",
    "novies",
    "مكرراً",
    "مكررًا",
    "مكررا",
    "مكرر",
    "(مكرراً)",
    "(مكررًا)",
    "(مكررا)",
    "(مكرر)",
];

/// How long such a suffix is that a text begins with, with the blank before it.
pub(crate) fn suffix(text: &str) -> usize {
    let Some(tail) = text.strip_prefix([' ', '\u{A0}']) else { return 0 };
    let ends = |it: &str| !it.starts_with(char::is_alphanumeric);
    let found = SUFFIXES.iter().find(|it| tail.strip_prefix(**it).is_some_and(ends));
    found.map_or(0, |it| text.len() - tail.len() + it.len())
}

/// Whether a word is one.
pub(crate) fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

/// What a number in a circle says: `①`.
pub(crate) fn circled(sign: char) -> Option<u32> {
    let of = |first: char, last: char, one: u32| {
        (first..=last).contains(&sign).then(|| u32::from(sign) - u32::from(first) + one)
    };
    of('①', '⑳', 1).or_else(|| of('㉑', '㉟', 21))
}

/// What the only article of a law is called instead of the first.
const SOLE: [&str; 5] = ["unique", "único", "única", "unico", "unica"];

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

/// A number of digits alone.
pub(crate) fn value(digits: &str) -> Option<u32> {
    let add = |sum: u32, sign| sum.checked_mul(10)?.checked_add(digit(sign)?);
    digits.chars().try_fold(0, add).filter(|_| !digits.is_empty())
}

/// Whether a sign counts in China and Japan.
pub(crate) fn is_eastern(sign: char) -> bool {
    EASTERN.contains(sign) || PLACES.iter().any(|it| it.0 == sign)
}

/// What such signs count: `三`, `二十一`, `百三`.
pub(crate) fn eastern(signs: &str) -> Option<u32> {
    let (mut sum, mut digit) = (0, 0);
    for sign in signs.chars() {
        if let Some(place) = EASTERN.chars().position(|it| it == sign) {
            digit = u32::try_from(place).ok()? + 1;
        } else {
            let (_, times) = PLACES.iter().find(|it| it.0 == sign)?;
            sum += digit.max(1) * times;
            digit = 0;
        }
    }
    Some(sum + digit).filter(|it| *it > 0)
}

/// What a word behind the one that it counts says: `premier`, `segunda`.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    // Most numbers are digits.
    let word = Some(word).filter(|it| it.starts_with(char::is_alphabetic))?;
    let sole = SOLE.contains(&&*word.to_lowercase());
    if sole { Some(1) } else { authoring::numerals::ordinal(word) }
}

/// The rank that words begin with, and how many of them tell it: `vigésimo primero`, `الثامنة
/// والعشرون`; from a hundred on counts as well, `ciento dos`.
pub(crate) fn rank<'t>(words: impl Iterator<Item = &'t str> + Clone) -> Option<(u32, usize)> {
    authoring::numerals::from_hundred(words.clone()).or_else(|| below_hundred(words))
}

fn below_hundred<'t>(mut words: impl Iterator<Item = &'t str>) -> Option<(u32, usize)> {
    let first = ordinal(words.next()?)?;
    let is_tens = |it: &u32| it.is_multiple_of(10);
    let more = words.next().and_then(|word| match word {
        "عشر" | "عشرة" if first < 10 => Some(10),
        _ if is_tens(&first) => ordinal(word).filter(|it| *it < 10),
        _ if first < 10 => ordinal(word.strip_prefix('و')?).filter(|it| *it > 10 && is_tens(it)),
        _ => None,
    });
    Some(more.map_or((first, 1), |more| (first + more, 2)))
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
    fn eastern_signs_count_by_their_places() {
        for (signs, number) in [("三", 3), ("十", 10), ("二十一", 21), ("百三", 103)] {
            assert_eq!(eastern(signs), Some(number), "{signs}");
        }
        assert_eq!((eastern(""), eastern("条")), (None, None));
    }

    #[test]
    fn digits_and_words_count_alike() {
        for (text, number) in [("12", 12), ("١٢", 12), ("१२", 12), ("", 0)] {
            assert_eq!(value(text).unwrap_or_default(), number, "{text}");
        }
        assert_eq!(value("99999999999"), None);
        assert_eq!((ordinal("Segunda"), ordinal("lamp")), (Some(2), None));
        for (text, told) in [
            ("Décimo Segundo Bis", Some((12, 2))),
            ("الحادية عشرة", Some((11, 2))),
            ("الثامنة والعشرون من", Some((28, 2))),
            ("الثامنة والثالثة", Some((8, 1))),
            ("second first", Some((2, 1))),
            ("ciento dos Lámparas", Some((102, 2))),
            ("الثانية بعد المائة", Some((102, 3))),
            ("lamp", None),
        ] {
            assert_eq!(rank(text.split(' ')), told, "{text}");
        }
    }
}
