//! Whether a paragraph is in a language that citations are read in. In others words for laws and for
//! what stands within an article aren't known, so that `artikel 28 lid 4` would lead to the wrong
//! place, and another law's to this one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The languages that citations are read in.
const TAGS: [&str; READ.len()] = ["en", "fr", "de", "es", "ar"];

/// Small words of these.
const READ: [&str; 5] = [
    "the of and to in is that for on with by are was were it as from this be at not says said a an \
     has have had no do does if may can under its their they he she who which but or all any more we \
     i you our his her there will would could should than when what one me so up out about into",
    "le la les l du des et est que une un dans pour sur au aux par ne pas qui se ce d il sont de en a \
     à été cette ces son sa leur leurs mais ou où plus être ont avec sans elle on",
    "der die das und den des dem ist nicht ein eine zu mit von auf im nach für sind auch wird sich in \
     es er sie wie bei aus als oder hat noch nur dass war werden zum zur am an um so",
    "el los las del y que una un en por con no es la se su al para lo como de a o e sus este esta pero \
     más si ya son fue ha han sin sobre entre",
    "في من على إلى أن التي الذي عن مع هذه هذا ما لا",
];

/// Small words of languages near to them.
const OTHER: [&str; 7] = [
    "artigo artigos lei o os as da das dos do no na nos nas não uma um ao à aos pelo pela são é que e de se em por com",
    "l articolo comma legge il lo gli i della dello degli delle dei del nel nella nell dell è di che e per con una un non sono la \
     al alla dall sul",
    "lid artikelen wet het een van de en in op voor met niet zijn wordt worden door aan bij kunnen is dat om naar gaat",
    "lag stycket och att det som på är för med av inte kan i en ett om till den",
    "og at det som på er for med af ikke kan i en et om til den har",
    "ust ustawy się nie na do oraz jest że z i w o może dotyczy przez zgodnie",
    "ve bir bu için ile olarak da de göre",
];

/// The lists that a word stands in, a bit each, `READ` first.
static LISTS: LazyLock<BTreeMap<&str, u32>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (place, list) in READ.iter().chain(&OTHER).enumerate() {
        for word in list.split_ascii_whitespace() {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

/// Fewer small words say nothing.
const FEWEST: u32 = 2;

/// So many different small words say the language of a whole text.
const SURE: u32 = 8;

/// Whether its small words are another language's.
pub(crate) fn is_foreign(paragraph: &str) -> bool {
    let counts = counts(paragraph);
    let (read, other) = counts.split_at(READ.len());
    let other = other.iter().max().copied().unwrap_or_default();
    other >= FEWEST && Some(&other) > read.iter().max()
}

/// Whether a word says nothing but how others belong together, in one of the languages that citations are
/// read in.
pub(crate) fn is_small(word: &str) -> bool {
    LISTS.get(word).is_some_and(|lists| lists & ((1 << READ.len()) - 1) != 0)
}

/// The language of a whole text, where its small words leave no doubt: twice as many are its own as any
/// other's.
pub(crate) fn of(text: &str) -> Option<&'static str> {
    let counts = counts(text);
    let (nth, best) = counts.iter().enumerate().max_by_key(|it| it.1)?;
    let others = counts.iter().enumerate().filter(|it| it.0 != nth).map(|it| it.1);
    let is_sure = *best >= SURE && others.max().is_none_or(|it| it * 2 <= *best);
    TAGS.get(nth).copied().filter(|_| is_sure)
}

/// How many different small words of each language a text has, those that are read first.
fn counts(paragraph: &str) -> [u32; READ.len() + OTHER.len()] {
    let mut counts = [0_u32; READ.len() + OTHER.len()];
    let words = paragraph.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty());
    // A word that is said again says nothing new of its language.
    let words: BTreeSet<String> = words.map(str::to_lowercase).collect();
    for word in words {
        let lists = LISTS.get(word.as_str()).copied().unwrap_or_default();
        for (place, count) in counts.iter_mut().enumerate() {
            *count += lists >> place & 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{is_foreign, of};

    #[test]
    fn a_whole_text_says_its_language_or_nothing() {
        for (text, language) in [
            (
                "The police may ask for data if a judge has said so, and that is not in the law as it was.",
                Some("en"),
            ),
            (
                "La police peut demander des données si un juge l’a dit, et ce n’est pas dans la loi qui est en vigueur pour les autres.",
                Some("fr"),
            ),
            (
                "Die Polizei darf nach den Daten fragen, wenn das ein Gericht erlaubt hat, und es ist nicht im Gesetz, wie es war.",
                Some("de"),
            ),
            (
                "La policía puede pedir los datos si lo dice un juez, y eso no es lo que está en la ley que se aprobó para el caso.",
                Some("es"),
            ),
            (
                "يمكن للشرطة أن تطلب البيانات من هذه الشركات إلى أن يقرر القاضي ما هذا الذي لا يسمح به في القانون عن ذلك مع على",
                Some("ar"),
            ),
            (
                "Het gaat om de politie die niet mag vragen wat er in de wet is en dat wordt door het hof met zorg aan ons gemeld.",
                None,
            ),
            ("Article 28", None),
            ("", None),
        ] {
            assert_eq!(of(text), language, "{text}");
        }
    }

    #[test]
    fn short_sentences_of_a_language_that_is_read_are_no_others() {
        for read in [
            "As Article 28 has no limits, it is a risk.",
            "Article 28 is on.",
            "Article 28",
            "I do. Article 28 is the one.",
            "L’article 28 a été adopté.",
            "Artikel 28 ist es.",
            "El artículo 28 no se toca.",
            "Art. 28 Abs. 4 und Art. 24 verletzen Grundrechte.",
            "Art. 28(4), Art. 24 and Art. 40(22) fail journalists.",
            "Art. 23, art. 24 et art. 35 inquiètent",
            "Do journalists fear Article 28? I do.",
        ] {
            assert!(!is_foreign(read), "{read}");
        }
        for other in [
            "Het gaat om artikel 28 van het verdrag.",
            "L’articolo 28 della convenzione è nuovo.",
            "O artigo 28 da convenção não muda.",
            "Det gäller artikel 28 och inte artikel 30.",
        ] {
            assert!(is_foreign(other), "{other}");
        }
    }
}
