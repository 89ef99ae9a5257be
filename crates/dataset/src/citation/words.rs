//! The words of citations, in English, French and Arabic. A language is a few words here; nothing
//! else in the parser knows one.

use alloc::string::String;

use super::{label::Ordinal, token::Kind};

/// Longer runs of letters are none of these words.
const LONGEST: usize = 40;

/// Points in Arabic texts are lettered in this order; `(ب)` is `(b)`.
const ARABIC_LETTERS: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذض";

/// How far into a law a word points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Article,
    Paragraph,
    Point,
}

const fn one(level: Level) -> Kind {
    Kind::Level { level, plural: false }
}

const fn several(level: Level) -> Kind {
    Kind::Level { level, plural: true }
}

/// The words of each meaning, parted by spaces. French texts call both an unnumbered paragraph and
/// a point `alinéa`; its label decides.
const MEANINGS: [(Kind, &str); 11] = [
    (Kind::And, "and or et ou و أو"),
    (Kind::To, "to through à a\u{300} au إلى الى"),
    (Kind::Of, "of in de du des من في"),
    (Kind::Noise, "the le la les"),
    (Kind::Sub, "الفرعية الفرعيتان الفرعيتين فرعية"),
    (one(Level::Article), "art article مادة المادة"),
    (several(Level::Article), "arts articles مواد المواد المادتان المادتين"),
    (one(Level::Paragraph), "para par paragraph paragraphe فقرة الفقرة"),
    (
        several(Level::Paragraph),
        "paras pars paragraphs paragraphes فقرات الفقرات الفقرتان الفقرتين",
    ),
    (
        one(Level::Point),
        "point pt subpara sub-para subparagraph sub-paragraph lit litt letter lettre al alinea \
         aline\u{301}a sous-paragraphe نقطة النقطة",
    ),
    (
        several(Level::Point),
        "points pts subparas sub-paras subparagraphs sub-paragraphs letters lettres alineas \
         aline\u{301}as sous-paragraphes نقاط النقاط",
    ),
];

/// What a word means in a citation; [`Kind::Word`] where it means nothing.
pub(super) fn meaning(word: &str) -> Kind {
    if word.len() > LONGEST {
        return Kind::Word;
    }
    let word = fold(word);
    if word == "premier" {
        return Ordinal::new(1, "").map_or(Kind::Word, Kind::Number);
    }
    let means = |words: &str| words.split(' ').any(|known| known == word);
    MEANINGS.iter().find(|(_, words)| means(words)).map_or(Kind::Word, |(kind, _)| *kind)
}

/// The word that remains where Arabic writes "and" as the first letter of the next word.
pub(super) fn after_arabic_and(word: &str) -> Option<Kind> {
    let rest = word.strip_prefix('و')?;
    Some(meaning(rest)).filter(|kind| *kind != Kind::Word)
}

/// The Latin letter that stands where an Arabic text has this one.
pub(super) fn arabic_letter(word: &str) -> Option<char> {
    let word = if word.len() > LONGEST { return None } else { fold(word) };
    let mut letters = word.chars();
    let letter = match letters.next()? {
        'ا' => 'أ',
        letter => letter,
    };
    let alone = letters.next().is_none();
    ARABIC_LETTERS
        .chars()
        .zip('a'..='z')
        .find(|(arabic, _)| alone && *arabic == letter)
        .map(|it| it.1)
}

/// Lower case as far as these words need it, without the marks that Arabic may carry.
fn fold(word: &str) -> String {
    let kept = word.chars().filter(|c| !matches!(c, '\u{640}' | '\u{64b}'..='\u{652}'));
    kept.map(|c| match c {
        'É' | 'é' => 'e',
        'À' => 'à',
        c => c.to_ascii_lowercase(),
    })
    .collect()
}
