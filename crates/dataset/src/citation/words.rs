//! The words of citations, in English, French, German, Spanish and Arabic. A language is a few
//! words here; nothing else in the reader knows one.

use alloc::string::String;

use super::token::Kind;

/// Longer runs of letters are none of these words.
const LONGEST: usize = 40;

/// Points in Arabic texts are lettered in this order; `(ب)` is `(b)`.
const ARABIC_LETTERS: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذض";

/// Latin words for what was inserted after a number.
const INSERTED: &str = "bis ter quater quinquies sexies septies octies nonies novies decies \
                        undecies duodecies مكرر مكررا";

/// What kind of place a word or a sign announces. Those before [`Level::Paragraph`] begin a
/// citation; those after it stand within one alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Article,
    Section,
    Clause,
    Regulation,
    Rule,
    Schedule,
    Appendix,
    Annex,
    Recital,
    Chapter,
    Title,
    Part,
    Preamble,
    /// A word that only this law's own citations begin with.
    Own,
    /// `§`: a section at the head of a citation, a paragraph within one.
    Sign,
    Paragraph,
    Sentence,
    /// A number, a letter or an item.
    Point,
    /// Paragraph or point, as its label decides: the French `alinéa`.
    Any,
}

const fn one(level: Level) -> Kind {
    Kind::Level { level, plural: false }
}

const fn several(level: Level) -> Kind {
    Kind::Level { level, plural: true }
}

/// The words of each meaning, folded and parted by spaces. A word of three letters or more with an
/// `s` behind it is its plural; other plurals stand here.
const MEANINGS: [(Kind, &str); 35] = [
    (Kind::And, "and or et ou und oder sowie y و أو"),
    (Kind::To, "to through à au hasta إلى الى"),
    (Kind::Of, "of in de du des del der von vom من في"),
    (Kind::Noise, "the le la les el los las dem"),
    (Kind::Sub, "الفرعية الفرعيتان الفرعيتين فرعية"),
    (one(Level::Article), "art article artikel articulo مادة المادة"),
    (several(Level::Article), "artt artikeln مواد المواد المادتان المادتين"),
    (one(Level::Section), "section sec sect seccion"),
    (several(Level::Section), "ss secciones"),
    (one(Level::Clause), "clause cl clausula"),
    (several(Level::Clause), "cls"),
    (one(Level::Regulation), "regulation reg"),
    (one(Level::Rule), "rule r regla regle regel قاعدة القاعدة"),
    (several(Level::Rule), "rr regeln"),
    (one(Level::Schedule), "schedule sch sched"),
    (one(Level::Appendix), "appendix app appendice"),
    (one(Level::Annex), "annex annexe anhang anlage anexo مرفق المرفق ملحق الملحق"),
    (several(Level::Annex), "anhange anlagen"),
    (one(Level::Recital), "recital rec considerant considerando erwagungsgrund الحيثية حيثية"),
    (several(Level::Recital), "erwagungsgrunde"),
    (one(Level::Chapter), "chapter chap ch chp chapitre kapitel capitulo cap الفصل فصل"),
    (one(Level::Title), "title tit titre titel titulo الباب باب"),
    (one(Level::Part), "part partie teil parte الجزء جزء"),
    (several(Level::Part), "teile"),
    (one(Level::Preamble), "preamble preambule praambel preambulo الديباجة ديباجة"),
    (one(Level::Sign), "§ ¶"),
    (several(Level::Sign), "§§ ¶¶"),
    (
        one(Level::Paragraph),
        "para par paragraph paragraphe parrafo paragraf absatz abs subsection subsec subs \
         apartado apdo فقرة الفقرة",
    ),
    (
        several(Level::Paragraph),
        "paragrafen paragraphen absatze absatzen فقرات الفقرات الفقرتان الفقرتين",
    ),
    (one(Level::Sentence), "sentence satz phrase frase"),
    (several(Level::Sentence), "satze"),
    (
        one(Level::Point),
        "point pt subpara sub-para subparagraph sub-paragraph lit litt let letter lettre letra \
         litera buchstabe buchst nr no nummer numero num ziffer ziff inciso item indent \
         sous-paragraphe نقطة النقطة بند البند",
    ),
    (several(Level::Point), "pts buchstaben nrn nos nummern ziffern نقاط النقاط"),
    (one(Level::Any), "al alinea"),
    (Kind::First, "premier premiere primero primera"),
];

/// What a word or a sign means in a citation; [`Kind::Word`] where it means nothing.
pub(super) fn meaning(word: &str) -> Kind {
    if word.len() > LONGEST {
        return Kind::Word;
    }
    let word = fold(word);
    let known = |word: &str| MEANINGS.iter().find(|it| is_among(word, it.1)).map(|it| it.0);
    let plural = || match known(word.strip_suffix('s').filter(|it| it.len() > 2)?)? {
        Kind::Level { level, .. } => Some(several(level)),
        _ => None,
    };
    known(&word).or_else(plural).unwrap_or(Kind::Word)
}

/// Whether a word marks what was inserted after a number: `bis`.
pub(super) fn is_inserted(word: &str) -> bool {
    word.len() <= LONGEST && is_among(&fold(word), INSERTED)
}

fn is_among(word: &str, words: &str) -> bool {
    // As bytes, because each citation of a law comes here with a hundred words.
    words.as_bytes().split(|byte| *byte == b' ').any(|known| known == word.as_bytes())
}

/// The word that remains where Arabic writes "and" as the first letter of the next word.
pub(super) fn after_arabic_and(word: &str) -> Option<Kind> {
    let rest = word.strip_prefix('و')?;
    Some(meaning(rest)).filter(|kind| *kind != Kind::Word)
}

/// The Latin letter that stands where an Arabic text has this one.
pub(super) fn arabic_letter(word: &str) -> Option<u8> {
    let word = if word.len() > LONGEST { return None } else { fold(word) };
    let mut letters = word.chars();
    let letter = match letters.next()? {
        'ا' => 'أ',
        letter => letter,
    };
    let alone = letters.next().is_none();
    let mut pairs = ARABIC_LETTERS.chars().zip(b'a'..=b'z');
    pairs.find(|(arabic, _)| alone && *arabic == letter).map(|it| it.1)
}

/// Lower case without accents as far as these words need it, and without the marks that Arabic
/// may carry. `à` keeps its accent: it parts the ends of a range.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\u{300}' if folded.ends_with('a') => {
                folded.pop();
                folded.push('à');
            }
            '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{ad}' => {}
            _ => folded.push(plain(c)),
        }
    }
    folded
}

/// A letter in lower case, without the accents of western Europe.
fn plain(c: char) -> char {
    match c {
        'À' => 'à',
        'Á' | 'á' | 'Â' | 'â' | 'Ä' | 'ä' => 'a',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ç' | 'ç' => 'c',
        c => c.to_ascii_lowercase(),
    }
}
