//! Numbers in words, as laws are counted by: `fourth`, `twenty-two`, `vierundzwanzigster`, `الثامنة
//! والعشرون`. For tools: nothing that a reader downloads calls it.

use crate::citation::fold;

/// A number, the words for its rank, and the words that count it; folded, in English, French,
/// German, Spanish, Portuguese, Italian and Arabic. German ranks have a hyphen in place of their
/// ending.
const WORDS: [(u32, &str, &str); 36] = [
    (
        1,
        "first premier premiere primer primero primera primeiro primeira primo prima unieme erst- \
         الأولى الاولى الأول الاول الحادية الحادي",
        "one un une uno una ein eins",
    ),
    (
        2,
        "second seconde deuxieme segundo segunda secondo seconda zweit- الثانية الثاني",
        "two deux dos zwei",
    ),
    (
        3,
        "third troisieme tercer tercero tercera terceiro terceira terzo terza dritt- الثالثة الثالث",
        "three trois tres drei",
    ),
    (
        4,
        "fourth quatrieme cuarto cuarta quarto quarta viert- الرابعة الرابع",
        "four quatre cuatro vier",
    ),
    (5, "fifth cinquieme quinto quinta funft- الخامسة الخامس", "five cinq cinco funf"),
    (6, "sixth sixieme sexto sexta sesto sesta sechst- السادسة السادس", "six seis sechs"),
    (
        7,
        "seventh septieme septimo septima setimo setima settimo settima siebt- السابعة السابع",
        "seven sept siete sieben",
    ),
    (
        8,
        "eighth huitieme octavo octava oitavo oitava ottavo ottava acht- الثامنة الثامن",
        "eight huit ocho acht",
    ),
    (9, "ninth neuvieme noveno novena nono nona neunt- التاسعة التاسع", "nine neuf nueve neun"),
    (10, "tenth dixieme decimo decima zehnt- العاشرة العاشر", "ten dix diez zehn"),
    (11, "eleventh onzieme undecimo elft-", "eleven onze once elf"),
    (12, "twelfth douzieme duodecimo zwolft-", "twelve douze doce zwolf"),
    (13, "thirteenth treizieme decimotercero dreizehnt-", "thirteen treize trece dreizehn"),
    (14, "fourteenth quatorzieme decimocuarto vierzehnt-", "fourteen quatorze catorce vierzehn"),
    (15, "fifteenth quinzieme decimoquinto funfzehnt-", "fifteen quinze quince funfzehn"),
    (16, "sixteenth seizieme decimosexto sechzehnt-", "sixteen seize dieciseis sechzehn"),
    (17, "seventeenth decimoseptimo siebzehnt-", "seventeen diecisiete siebzehn"),
    (18, "eighteenth decimoctavo achtzehnt-", "eighteen dieciocho achtzehn"),
    (19, "nineteenth decimonoveno neunzehnt-", "nineteen diecinueve neunzehn"),
    (20, "twentieth vingtieme vigesimo zwanzigst- العشرون العشرين", "twenty vingt veinte zwanzig"),
    (21, "", "veintiuno veintiun"),
    (22, "", "veintidos"),
    (23, "", "veintitres"),
    (24, "", "veinticuatro"),
    (25, "", "veinticinco"),
    (26, "", "veintiseis"),
    (27, "", "veintisiete"),
    (28, "", "veintiocho"),
    (29, "", "veintinueve"),
    (
        30,
        "thirtieth trentieme trigesimo dreißigst- dreissigst- الثلاثون الثلاثين",
        "thirty trente treinta dreißig dreissig",
    ),
    (
        40,
        "fortieth quarantieme cuadragesimo vierzigst- الأربعون الأربعين الاربعون الاربعين",
        "forty quarante cuarenta vierzig",
    ),
    (
        50,
        "fiftieth cinquantieme quincuagesimo funfzigst- الخمسون الخمسين",
        "fifty cinquante cincuenta funfzig",
    ),
    (
        60,
        "sixtieth soixantieme sexagesimo sechzigst- الستون الستين",
        "sixty soixante sesenta sechzig",
    ),
    (70, "seventieth septuagesimo siebzigst- السبعون السبعين", "seventy setenta siebzig"),
    (80, "eightieth octogesimo achtzigst- الثمانون الثمانين", "eighty ochenta achtzig"),
    (90, "ninetieth nonagesimo neunzigst- التسعون التسعين", "ninety noventa neunzig"),
];

/// What German ranks end in.
const ENDINGS: [&str; 5] = ["e", "er", "en", "es", "em"];

/// Words that make more of a number in front of them.
const LARGE: &str =
    "hundred thousand million cent cents mille hundert tausend cien ciento mil مائة ألف";

/// A number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelled {
    pub(crate) value: u32,
    /// It is a rank, as `second` is.
    pub(crate) rank: bool,
    /// How many words it takes, hyphens and words for "and" among them.
    pub(crate) length: usize,
}

/// The rank that a single word tells, however it is spelt: `Segunda`, `deuxième`.
pub fn ordinal(word: &str) -> Option<u32> {
    one(&fold(word)).filter(|it| it.rank).map(|it| it.value)
}

/// The number that some folded words begin with; a hyphen is one of them.
pub(crate) fn spelled<'t>(word: &impl Fn(usize) -> &'t str) -> Option<Spelled> {
    let number = longest(word, 0)?;
    (!is_among(word(number.length), LARGE)).then_some(number)
}

fn longest<'t>(word: &impl Fn(usize) -> &'t str, from: usize) -> Option<Spelled> {
    let first = one(word(from))?;
    arabic(first, word(from + 1)).or_else(|| compound(first, word, from)).or(Some(first))
}

/// Tens and ones: `twenty-second`, `vingt et un`, `soixante-dix-sept`.
fn compound<'t>(first: Spelled, word: &impl Fn(usize) -> &'t str, from: usize) -> Option<Spelled> {
    let (tens, length) = tens(first, word, from)?;
    let hyphen = |at: usize| at + usize::from(word(at) == "-");
    let mut at = hyphen(from + length);
    let and = word(at);
    at = hyphen(at + usize::from(matches!(and, "et" | "y")));
    let rest = longest(word, at)?;
    let score = matches!(tens, 60 | 80) && rest.value < 20;
    let joined = match and {
        "et" => matches!(rest.value, 1 | 11),
        "y" => tens > 20,
        _ => true,
    };
    let length = at + rest.length - from;
    let value = tens + rest.value;
    ((rest.value < 10 || score) && joined).then_some(Spelled { value, length, ..rest })
}

/// What counts on with the words behind it, and how many words that is.
fn tens<'t>(first: Spelled, word: &impl Fn(usize) -> &'t str, at: usize) -> Option<(u32, usize)> {
    match word(at) {
        "dix" | "decimo" | "decima" => Some((10, 1)),
        "quatre" if word(at + 1) == "-" && matches!(word(at + 2), "vingt" | "vingts") => {
            Some((80, 3))
        }
        _ => (first.value >= 20 && first.value.is_multiple_of(10)).then_some((first.value, 1)),
    }
}

/// `الثالثة عشرة`, `الثامنة والعشرون`
fn arabic(first: Spelled, tens: &str) -> Option<Spelled> {
    let tens = match tens {
        "عشر" | "عشرة" => 10,
        tens => one(tens.strip_prefix('و')?).filter(|it| it.rank)?.value,
    };
    let ones = first.rank && first.value < 10;
    ones.then_some(Spelled { value: tens + first.value, rank: true, length: 2 })
}

fn one(word: &str) -> Option<Spelled> {
    known(word).or_else(|| {
        // `zweiundzwanzig`
        let (ones, tens) = word.split_once("und")?;
        let (ones, tens) = (known(ones).filter(|it| it.value < 10)?, known(tens)?);
        (tens.value >= 20).then_some(Spelled { value: tens.value + ones.value, ..tens })
    })
}

fn known(word: &str) -> Option<Spelled> {
    let number = |value, rank| Spelled { value, rank, length: 1 };
    let is_german = |ranks: &str| {
        let stems = || ranks.split(' ').filter_map(|it| it.strip_suffix('-'));
        let mut endings = stems().filter_map(|it| word.strip_prefix(it));
        endings.any(|end| ENDINGS.contains(&end))
    };
    let find = |(value, ranks, counts): &(u32, &str, &str)| {
        if is_among(word, counts) {
            return Some(number(*value, false));
        }
        (is_among(word, ranks) || is_german(ranks)).then(|| number(*value, true))
    };
    WORDS.iter().find_map(find)
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{ordinal, spelled};
    use crate::citation::fold;

    #[test]
    fn numbers_are_read_as_they_are_spelt() {
        for (text, value, rank, length) in [
            ("twenty - two", 22, false, 3),
            ("twenty - second of", 22, true, 3),
            ("vingt et un", 21, false, 3),
            ("vingt et quatre", 20, false, 1),
            ("vingt - et - unième", 21, true, 5),
            ("soixante - dix - sept", 77, false, 5),
            ("quatre - vingt - dix - neuf", 99, false, 7),
            ("dix - huitième", 18, true, 3),
            ("treinta y cuatro", 34, false, 3),
            ("veintidós", 22, false, 1),
            ("vigésimo segundo", 22, true, 2),
            ("achtundzwanzig", 28, false, 1),
            ("zweiundzwanzigster", 22, true, 1),
            ("الثامنة والعشرون", 28, true, 2),
            ("التاسعة عشرة", 19, true, 2),
        ] {
            let words: Vec<_> = text.split(' ').map(fold).collect();
            let read = spelled(&|at| words.get(at).map_or("", |it| it.as_str()));
            let read = read.map(|it| (it.value, it.rank, it.length));
            assert_eq!(read, Some((value, rank, length)), "{text}");
        }
        assert_eq!(spelled(&|at| ["two", "hundred"].get(at).copied().unwrap_or_default()), None);
    }

    #[test]
    fn a_single_word_tells_its_rank() {
        assert_eq!(ordinal("Segunda"), Some(2));
        assert_eq!(ordinal("DEUXIÈME"), Some(2));
        assert_eq!(ordinal("dritter"), Some(3));
        assert_eq!(ordinal("erst"), None);
        assert_eq!(ordinal("two"), None);
        assert_eq!(ordinal("lamp"), None);
    }
}
