//! Which language a number in words may be of: that of the word of level that it stands beside, and
//! where several write that word alike, that of the paragraph.

use alloc::{string::String, vec::Vec};

use crate::numerals::Language;

/// A language, its words of level that not all others have, and small words that tell it from others.
const WORDS: [(Language, &str, &str); 4] = [
    (
        Language::English,
        "article articles section sections chapter chapters part parts title titles annex schedule \
         recital recitals clause clauses paragraph paragraphs subsection subsections point points \
         sentence sentences",
        "the of and to in that is was by with for it",
    ),
    (
        Language::French,
        "article articles section sections chapitre chapitres partie parties titre titres annexe \
         considerant considerants paragraphe paragraphes alinea alineas phrase phrases point points",
        "le la les l des du et un une que qui dans d est",
    ),
    (
        Language::German,
        "artikel artikeln kapitel kapiteln teil teile titel anhang anlage erwagungsgrund absatz \
         absatze absatzen satz satze ziffer ziffern nummer nummern buchstabe paragraph paragraphen",
        "der die das den dem und ein eine ist nicht von mit",
    ),
    (
        Language::Spanish,
        "articulo articulos seccion secciones capitulo capitulos parte partes titulo titulos anexo \
         considerando parrafo parrafos apartado apartados inciso incisos",
        "el los las y del un una que en es la",
    ),
];

/// The languages that most of a paragraph's small words are of; all where there are none.
pub(super) fn of_paragraph(folded: &[String]) -> Vec<Language> {
    let mut votes = [0_usize; WORDS.len()];
    // Longer words are none of them.
    for word in folded.iter().filter(|it| it.len() <= 5) {
        for (vote, (_, _, small)) in votes.iter_mut().zip(WORDS) {
            *vote += usize::from(is_among(word, small));
        }
    }
    let most = votes.into_iter().max();
    let all = votes.into_iter().zip(WORDS).filter(|it| Some(it.0) == most);
    all.map(|(_, (language, ..))| language).collect()
}

/// The languages that a number beside a word of level may be of.
pub(super) fn beside(level: &str, paragraph: &[Language]) -> Vec<Language> {
    if level.starts_with(|it: char| ('\u{600}'..'\u{700}').contains(&it)) {
        return Vec::from([Language::Arabic]);
    }
    let own = || WORDS.iter().filter(|it| is_among(level, it.1)).map(|it| it.0);
    let both = || own().filter(|it| paragraph.contains(it));
    match (own().next(), both().next()) {
        // `art.` and `§` are of many.
        (None, _) => paragraph.to_vec(),
        (_, None) => own().collect(),
        _ => both().collect(),
    }
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split_ascii_whitespace().any(|it| it == word)
}
