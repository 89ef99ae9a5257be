//! The words of citations, in English, French and Arabic. A language is a few arms here; nothing
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

/// What a word means in a citation; [`Kind::Word`] where it means nothing.
pub(super) fn meaning(word: &str) -> Kind {
    if word.len() > LONGEST {
        return Kind::Word;
    }
    let word = fold(word);
    level(&word).unwrap_or(match word.as_str() {
        "and" | "or" | "et" | "ou" | "و" | "أو" => Kind::And,
        "to" | "through" | "à" | "a\u{300}" | "au" | "إلى" | "الى" => Kind::To,
        "of" | "in" | "de" | "du" | "des" | "من" | "في" => Kind::Of,
        "the" | "le" | "la" | "les" => Kind::Noise,
        "premier" => Ordinal::new(1, "").map_or(Kind::Word, Kind::Number),
        "الفرعية" | "الفرعيتان" | "الفرعيتين" | "فرعية" => Kind::Sub,
        _ => Kind::Word,
    })
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

fn level(word: &str) -> Option<Kind> {
    let (level, plural) = match word {
        "art" | "article" | "مادة" | "المادة" => (Level::Article, false),
        "arts" | "articles" | "مواد" | "المواد" | "المادتان" | "المادتين" => {
            (Level::Article, true)
        }
        "para" | "par" | "paragraph" | "paragraphe" | "فقرة" | "الفقرة" => {
            (Level::Paragraph, false)
        }
        "paras" | "pars" | "paragraphs" | "paragraphes" | "فقرات" | "الفقرات" | "الفقرتان"
        | "الفقرتين" => (Level::Paragraph, true),
        // French texts call both an unnumbered paragraph and a point `alinéa`; its label decides.
        "point" | "pt" | "subpara" | "sub-para" | "subparagraph" | "sub-paragraph" | "lit"
        | "litt" | "letter" | "lettre" | "al" | "alinea" | "aline\u{301}a" | "sous-paragraphe"
        | "نقطة" | "النقطة" => (Level::Point, false),
        "points" | "pts" | "subparas" | "sub-paras" | "subparagraphs" | "sub-paragraphs"
        | "letters" | "lettres" | "alineas" | "aline\u{301}as" | "sous-paragraphes" | "نقاط"
        | "النقاط" => (Level::Point, true),
        _ => return None,
    };
    Some(Kind::Level { level, plural })
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
