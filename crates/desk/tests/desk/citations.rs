//! Of the desk: what sources cite, offered as concerns.

use authoring::Node;
use desk::{Act, Document, NewSource, check, proposals, sha256};

use crate::fixture::{LAW, LETTER, after, with_concern, with_letter};

#[test]
fn each_citation_of_a_source_is_offered_with_its_sentence_and_other_laws_are_told_apart() {
    let document = with_letter();
    let dataset = check(&document, None).dataset.expect("the law is sound");
    let found = proposals(&document, "open-letter", &dataset);
    let text = document.text("open-letter").expect("its text");
    let sentences: Vec<_> = found.here.iter().map(|it| &text[it.sentence.clone()]).collect();
    assert_eq!(
        sentences,
        [
            "Section 2 has lamps lit at night.",
            "Section 3(2) lets “the council” send bills to tenants."
        ]
    );
    let ids: Vec<_> = found.here.iter().map(|it| it.provisions.join(" ")).collect();
    assert_eq!(ids, ["sec_2", "sec_3__para_2"]);
    let others: Vec<_> =
        found.elsewhere.iter().map(|it| (it.cited.as_str(), it.law.as_str())).collect();
    assert_eq!(others, [("Section 9", "Oil Act")]);
    assert!(found.here.iter().all(desk::Proposal::is_open));
}

#[test]
fn a_citation_that_is_taken_becomes_a_concern_whose_quotation_the_check_confirms() {
    let document = with_concern();
    let concern = &document.records("concerns")[0];
    assert_eq!(concern.field("id").and_then(Node::as_text), Some("section-3-2"));
    let Some(Node::List(evidence)) = concern.field("evidence") else { panic!("it has evidence") };
    assert_eq!(evidence[0].field("locator").and_then(Node::as_text), Some("Paragraph 3"));
    let text = document.text("open-letter").expect("its text");
    let source = &document.records("sources")[0];
    assert_eq!(source.field("sha256").and_then(Node::as_text), Some(sha256(text).as_str()));
    let checked = check(&document, None);
    assert_eq!((checked.quotes.confirmed, checked.quotes.refused), (1, 0));
    let told: Vec<_> =
        checked.findings.iter().filter(|it| it.is_wrong).map(|it| it.at.to_string()).collect();
    assert_eq!(told, ["concerns[0].title", "concerns[0].summary", "concerns[0].affected"]);
    let dataset = checked.dataset.expect("the rest is sound");
    let found = proposals(&document, "open-letter", &dataset);
    assert_eq!(found.here[1].taken, ["section-3-2"]);
    assert!(found.here[0].is_open());
}

#[test]
fn one_text_of_the_law_is_taken_for_what_a_source_speaks_of_and_that_is_said() {
    let document = with_letter();
    let source = &document.records("sources")[0];
    assert_eq!(source.field("draft").and_then(Node::as_text), Some("bill"));
    assert_eq!(source.field("draft_basis").and_then(Node::as_text), Some("inferred"));
    let two = LAW.replace(
        r#"{ "id": "bill", "label": "Bill" }"#,
        r#"{ "id": "bill", "label": "Bill" }, { "id": "act", "label": "Act" }"#,
    );
    let document = Document::open(&two).expect("a dataset");
    let new = NewSource { title: "Letter".into(), text: LETTER.into(), ..NewSource::default() };
    let document = after(&document, &Act::Source(new));
    assert_eq!(document.records("sources")[0].field("draft"), None, "of two, nobody guesses");
}

#[test]
fn a_citation_that_is_no_concern_stays_so_and_can_be_offered_again() {
    let document = with_letter();
    let dataset = check(&document, None).dataset.expect("the law is sound");
    let of = |document: &Document| proposals(document, "open-letter", &dataset).here;
    let sentence = of(&document)[0].sentence.start;
    let dismiss = |is_none| Act::Dismiss { source: "open-letter".into(), sentence, is_none };
    let without = after(&document, &dismiss(true));
    assert!(!of(&without)[0].is_open());
    assert!(of(&after(&without, &dismiss(false)))[0].is_open());
    assert_eq!(without.json(), document.json(), "that is nothing of the dataset's");
}
