//! What holds for every law and for every text.

use alloc::{string::String, vec::Vec};

use proptest::{
    collection::{btree_set, vec},
    prelude::*,
    sample::select,
};

use super::{law, numbered};
use crate::{ProvisionIx, citation::Citations};

/// Citations in many traditions, of which a law may have any.
fn citation() -> impl Strategy<Value = String> {
    let word = select(std::vec![
        "Article ",
        "Art. ",
        "§ ",
        "Section ",
        "Sec. ",
        "Clause ",
        "Reg. ",
        "Schedule ",
        "Annex ",
        "Recital ",
        "Chapter ",
        "المادة ",
        "artículo ",
        "Principle ",
        "Article L. ",
    ]);
    let number = "[1-9][0-9]{0,2}(bis|ter|A| bis|-[1-9])?";
    let level = prop_oneof![
        "\\([1-9]\\)",
        "\\([a-z]\\)",
        " Abs\\. [1-9]",
        " Nr\\. [1-9]",
        " Satz [1-9]",
        " para [1-9]",
        ", paragraph [1-9]",
        ", point \\([a-e]\\)",
        "\\.[1-9]",
    ];
    (word, number, vec(level, 0..4))
        .prop_map(|(word, number, levels)| [word, &number, &levels.concat()].concat())
}

/// Pieces that real lists are made of, so that arbitrary texts reach every corner.
fn scrap() -> impl Strategy<Value = String> {
    let scraps = std::vec![
        "28",
        "4",
        "(4)",
        "(b)",
        ".",
        ",",
        ";",
        "\n",
        " ",
        " and ",
        "–",
        " to ",
        "Article ",
        "Articles ",
        "para. ",
        "paragraphs ",
        "point ",
        " of ",
        "§",
        "b",
        ")",
        "(",
        "art_28",
        "__",
        "bis",
        "المادة ",
        "الفقرة ",
        "و",
        "٤",
        "à",
        "l’",
        "1–65000",
        "sub-",
        "\u{202f}",
        "9999999",
        "L. 121-1",
        "Schedules ",
        "s. ",
        "III",
        "Nr. ",
        " a",
        " B ",
        " (1) f",
    ];
    prop_oneof![4 => select(scraps).prop_map(String::from), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn whatever_a_law_is_cited_by_is_read_as_that_or_told_to_be_two(
        // Of two provisions of one name nothing says which is meant.
        texts in btree_set(citation(), 1..20).prop_map(Vec::from_iter).prop_shuffle(),
        unit in select(std::vec!["article", "section", "paragraph", "clause"]),
    ) {
        let law = Citations::new(numbered(texts.iter().cloned()), unit);
        for (place, text) in texts.iter().enumerate().map(|(at, text)| (ProvisionIx::nth(at), text)) {
            for text in [text.clone(), text.to_uppercase(), text.replace(' ', "\u{a0}")] {
                match law.read_one(&text, &|_| None) {
                    Ok(found) => prop_assert!(found == place || law.read_one(&texts[found.index()], &|_| None) == Ok(place) , "{} is {}", text, texts[found.index()]),
                    Err(told) => prop_assert_eq!(told.why, crate::citation::Refusal::TwoPlaces, "{} in {:?}", text, texts),
                }
            }
            if let Some(short) = law.short(place) {
                prop_assert_eq!(law.read_one(&short, &|_| None), Ok(place), "{}", short);
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_nothing_is_invented(scraps in vec(scrap(), 0..40)) {
        let text = scraps.concat();
        let texts = ["Article 28", "Article 28(4)", "Article 30", "§ 4", "Annex III", "Article L. 121-1"];
        let law = law("article", &texts);
        for item in law.read(&text, &|_| None) {
            match item {
                Ok(place) => prop_assert!(place.index() < texts.len()),
                Err(unreadable) => prop_assert!(!unreadable.text.is_empty()),
            }
        }
        let mut end = 0;
        for found in law.find_in(&text) {
            prop_assert!(end <= found.span.start && found.span.start < found.span.end);
            prop_assert!(text.get(found.span.clone()).is_some() && !found.places.is_empty());
            end = found.span.end;
        }
    }
}
