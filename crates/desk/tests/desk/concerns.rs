//! Of the desk: a concern, its quotation, whom it affects, what stands beside it, and the answer to it.

use authoring::{Confirmation, Node, Path, Step, confirm};
use desk::{Act, Key, NewSource, bound, check, passages, proposals};
use workbook::Kind;

use crate::fixture::{LETTER, after, cell, find, path, with_concern, with_letter, with_parties};

#[test]
fn a_selection_is_bound_by_as_much_around_it_as_makes_its_place_unique() {
    let text = "Fees rise. Fees rise for all of us here now. Fees rise. Fees rise for all of us here now, too.";
    let second = text.rfind("Fees rise for").expect("it is there");
    for range in [0..9, second..second + 9, 11..20, second..text.len(), 3..4] {
        let quote = bound(text, &range).expect("words");
        assert_eq!(quote.exact, text[range.clone()].trim());
        assert_eq!(confirm(&quote, text), Confirmation::Confirmed, "{quote:?}");
        let at = text.find(&[quote.prefix.as_str(), &quote.exact, &quote.suffix].concat());
        assert_eq!(at.map(|at| at + quote.prefix.len()), Some(range.start), "{quote:?}");
    }
    assert!(bound(text, &(4..5)).is_err(), "a blank is no quotation");
    let long = "word ".repeat(61);
    assert!(bound(&long, &(0..long.len())).is_err_and(|it| it.contains("304")));
}

#[test]
fn keys_select_sentences_and_words_and_extend_the_selection() {
    let text = "One two. Three “four” five.\n\nSix.";
    let parts = passages(text);
    let mut now = 0..0;
    let mut press = |key: Key| {
        now = parts.moved(&now, key);
        text[now.clone()].to_string()
    };
    let sentence = |back, more| Key::Sentence { back, more };
    let word = |back, more| Key::Word { back, more };
    assert_eq!(press(sentence(false, false)), "One two.");
    assert_eq!(press(sentence(false, false)), "Three “four” five.");
    assert_eq!(press(word(false, false)), "Three");
    assert_eq!(press(word(false, false)), "four");
    assert_eq!(press(word(false, true)), "four” five");
    assert_eq!(press(word(false, true)), "four” five.\n\nSix");
    assert_eq!(press(word(true, true)), "four” five");
    assert_eq!(press(word(true, true)), "four");
    assert_eq!(press(word(true, true)), "four", "a word at least stays");
    assert_eq!(press(sentence(false, true)), "four” five.");
    assert_eq!(press(word(true, false)), "five");
    assert_eq!(press(sentence(true, false)), "Three “four” five.");
    assert_eq!(press(Key::Last), "Six.");
    assert_eq!(press(sentence(false, false)), "Six.", "there is no more");
    assert_eq!(press(Key::First), "One two.");
    assert_eq!(parts.paragraph(text.find("Six").expect("there")), 2);
}

#[test]
fn a_quotation_that_is_not_in_its_source_is_told_with_the_nearest_and_mended_by_one_act() {
    let document = with_concern();
    let exact = Path(
        [
            path(&["concerns"], 0, "evidence").0,
            vec![Step::Item(0), Step::Field("quote".into()), Step::Field("exact".into())],
        ]
        .concat(),
    );
    let wrong = "Section 3(2) lets \"the council\" send bills to its tenants.";
    let [whole @ .., _] = exact.0.as_slice() else { panic!("a quotation") };
    let lang = Path([whole, &[Step::Field("lang".into())]].concat());
    let document = cell(&document, lang.clone(), Kind::Plain, "en-GB");
    let document = cell(&document, exact, Kind::Exact, wrong);
    let hash = Path(path(&["sources"], 0, "sha256").0);
    assert_eq!(document.words(&hash), "", "what isn't confirmed has no hash");
    let checked = check(&document, None);
    assert_eq!((checked.quotes.confirmed, checked.quotes.refused), (0, 1));
    let finding = checked.findings.iter().find(|it| it.nearest.is_some()).expect("it is told");
    assert!(finding.what.contains("[-its-]"), "{}", finding.what);
    let range = finding.nearest.as_ref().expect("it is near").range.clone();
    let document = after(&document, &Act::QuoteAnew { at: finding.at.clone(), range });
    assert_eq!(check(&document, None).quotes.confirmed, 1);
    assert_ne!(document.words(&hash), "");
    assert_eq!(document.words(&lang), "en-GB", "its language is what it was");
}

#[test]
fn a_text_with_pages_is_quoted_by_page() {
    let text = "First of one.\nSecond of one.\n\u{c}\u{c}First of three.\nSecond of three.\nIt \
                begins on three. It ends on four.\u{c}\nFirst of four.";
    let new = NewSource { title: "Paged".into(), text: text.into(), ..Default::default() };
    let document = after(&with_letter(), &Act::Source(new));
    let quoted = |words: &str| {
        let act = Act::Take {
            source: "paged".into(),
            range: find(text, words),
            provisions: Vec::new(),
            name: "One".into(),
        };
        act.apply(&document)
    };
    for (words, place) in [
        ("Second of one.", "Page 1, paragraph 2"),
        ("First of three.", "Page 3, paragraph 1"),
        ("of three.", "Page 3, paragraph 1"),
        ("Second of three.", "Page 3, paragraph 2"),
        ("It begins on three.", "Pages 3–4, paragraph 3"),
        ("on three. It ends on four.", "Pages 3–4, paragraph 3"),
        ("Second of three.\nIt begins", "Pages 3–4, paragraph 2"),
        ("First of four.", "Page 4, paragraph 1"),
    ] {
        let document = quoted(words).expect("it is there").document;
        let Some(Node::List(evidence)) = document.records("concerns")[0].field("evidence") else {
            panic!("it has evidence")
        };
        assert_eq!(evidence[0].field("locator").and_then(Node::as_text), Some(place), "{words}");
        let quote = evidence[0].field("quote").expect("its words");
        for part in ["exact", "prefix", "suffix"] {
            let words = quote.field(part).and_then(Node::as_text).unwrap_or_default();
            assert!(!words.contains('\u{c}'), "{part}");
        }
        assert_eq!(check(&document, None).quotes.refused, 0);
    }
    let across = quoted("one.\n\u{c}\u{c}First").err();
    assert_eq!(
        across.as_deref(),
        Some("another page begins within these words; quote what is on one of them")
    );
}

#[test]
fn whom_a_concern_affects_is_stated_inferred_or_taken_back() {
    let document = with_concern();
    let concern = path(&["concerns"], 0, "");
    let document =
        after(&document, &Act::Group { label: "Tenants".into(), concern: Some(concern.clone()) });
    let document =
        after(&document, &Act::Group { label: "tenants".into(), concern: Some(concern.clone()) });
    assert_eq!(document.records("groups").len(), 1, "a group that there is already");
    let affect = |basis| Act::Affect { concern: concern.clone(), group: "tenants".into(), basis };
    let inferred = after(&document, &affect(Some("inferred")));
    let told = check(&inferred, None);
    assert!(told.within(&concern).any(|it| it.what.contains("needs a reason")), "{told:?}");
    assert!(told.within(&concern).any(|it| it.at.to_string() == "concerns[0].title"));
    let none = after(&inferred, &affect(None));
    assert_eq!(none.find(&path(&["concerns"], 0, "affected")), None);
    let none = after(&none, &Act::NoneFound(concern.clone()));
    assert_eq!(none.words(&path(&["concerns"], 0, "affected")), "none_found");
    let back = after(&none, &affect(Some("stated")));
    assert_eq!(back.items(&path(&["concerns"], 0, "affected")).len(), 1);
}

#[test]
fn an_answer_is_to_the_concern_and_by_the_one_behind_the_document() {
    let range = find(LETTER, "Section 2 has lamps lit at night.");
    let reply =
        |concern| Act::Reply { concern, source: "open-letter".into(), range: range.clone() };
    let document = after(&with_parties(), &reply(Some(path(&["concerns"], 0, ""))));
    let text = |of: usize, name: &str| document.words(&path(&["replies"], of, name)).to_string();
    assert_eq!(text(0, "id"), "section-3-2");
    assert_eq!(
        text(0, "organisation"),
        "",
        "two are behind it, and which of them is not for us to say"
    );
    assert_eq!(
        document.items(&path(&["replies"], 0, "concerns")),
        [Node::Text("section-3-2".into())]
    );
    let alone = after(
        &document,
        &Act::Remove(Path(vec![
            Step::Field("sources".into()),
            Step::Item(0),
            Step::Field("parties".into()),
            Step::Item(1),
        ])),
    );
    let alone = after(&alone, &reply(None));
    assert_eq!(alone.words(&path(&["replies"], 1, "organisation")), "tenants-union");
    assert!(alone.items(&path(&["replies"], 1, "concerns")).is_empty());
    let checked = check(&alone, None);
    assert_eq!(checked.quotes.refused, 0);
    let found = proposals(&alone, "open-letter", &checked.dataset.expect("the rest is sound"));
    assert_eq!(found.here[0].taken, ["section-3-2", "open-letter"], "both answers quote it");
}

#[test]
fn another_law_stands_beside_a_concern_on_the_documents_word() {
    let act = Act::Relate {
        concern: path(&["concerns"], 0, ""),
        source: "open-letter".into(),
        law: "Oil Act".into(),
        pinpoint: "Section 9".into(),
    };
    let document = after(&with_concern(), &act);
    let wrong = check(&document, None).findings.into_iter().filter(|it| it.is_wrong);
    let related = "concerns[0].related[0]";
    let wrong: Vec<_> =
        wrong.map(|it| it.at.to_string()).filter(|it| it.starts_with(related)).collect();
    assert_eq!(
        wrong,
        [format!("{related}.relation")],
        "how it stands to it is for the editor to say"
    );
}
