//! What holds for every citation and for every text.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use proptest::{collection::vec, prelude::*, sample::select};

use crate::citation::{Citation, Listing, Ordinal, Point, parse_list};

fn ordinal() -> impl Strategy<Value = Ordinal> {
    let suffix = select(std::vec!["", "", "", "a", "z", "aa", "bis", "ter", "duodecies"]);
    (prop_oneof![1..50_u16, 1..=u16::MAX], suffix)
        .prop_map(|(number, suffix)| Ordinal::new(number, suffix).expect("a number"))
}

fn point() -> impl Strategy<Value = Point> {
    let letters = select(std::vec!["a", "b", "d", "i", "l", "v", "z", "bb", "ii", "iv", "xviii"]);
    prop_oneof![
        3 => letters.prop_map(|letters| Point::letters(letters).expect("letters")),
        1 => ordinal().prop_map(Point::Number),
    ]
}

fn citation() -> impl Strategy<Value = Citation> {
    (ordinal(), vec(point(), 0..=6)).prop_map(|(article, labels)| {
        let within = |around: Citation, label| around.within(label).expect("not too deep");
        labels.into_iter().fold(Citation::of(article), within)
    })
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
    ];
    prop_oneof![4 => select(scraps).prop_map(String::from), 1 => any::<String>()]
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(citation in citation()) {
        for text in [citation.to_string(), citation.short().to_string(), citation.eid().to_string()] {
            prop_assert_eq!(text.parse::<Citation>(), Ok(citation.clone()), "{}", text);
        }
        let eid = citation.eid();
        prop_assert_eq!(Citation::from_eid(eid.as_str()), Some(citation));
    }

    #[test]
    fn a_printed_list_is_read_again(
        citations in vec((citation(), 0..3_u8), 0..12),
        separator in select(std::vec![", ", "; ", "\n", " and ", ", and ", " et ", " و "]),
    ) {
        let print = |(citation, form): &(Citation, u8)| match form {
            0 => citation.to_string(),
            1 => citation.short().to_string(),
            _ => citation.eid().to_string(),
        };
        let text = citations.iter().map(print).collect::<Vec<_>>().join(separator);
        let items = citations.into_iter().map(|(citation, _)| Ok(citation)).collect();
        prop_assert_eq!(parse_list(&text), Listing { items });
    }

    #[test]
    fn any_text_is_read_without_a_panic_and_nothing_is_invented(scraps in vec(scrap(), 0..40)) {
        let text = scraps.concat();
        for item in parse_list(&text).items {
            match item {
                Ok(citation) => prop_assert_eq!(Citation::from_eid(citation.eid().as_str()), Some(citation)),
                Err(unreadable) => {
                    prop_assert!(!unreadable.text.is_empty());
                    prop_assert!(text.contains(&unreadable.text));
                }
            }
        }
    }
}
