//! Of the desk: a dataset from its first source to the check that finds nothing.

use desk::{Act, Document, NewSource, check, signatories};
use workbook::Kind;

use crate::fixture::{LAW, LETTER, after, cell, find, path, with_concern};

#[test]
fn a_dataset_is_made_to_the_end_and_nothing_is_wrong_with_it() {
    let mut document = with_concern();
    let concern = path(&["concerns"], 0, "");
    document = cell(&document, path(&["concerns"], 0, "title"), Kind::Prose, "Bills for tenants");
    document = cell(
        &document,
        path(&["concerns"], 0, "summary"),
        Kind::Prose,
        "The letter says that tenants would be billed.",
    );
    document =
        after(&document, &Act::Group { label: "Tenants".into(), concern: Some(concern.clone()) });
    document = cell(&document, path(&["groups"], 0, "member"), Kind::Prose, "a tenant");
    document = cell(&document, path(&["groups"], 0, "description"), Kind::Prose, "Who rents.");
    let text = document.text("open-letter").expect("its text").clone();
    let ask = Act::Ask {
        concern,
        source: "open-letter".into(),
        range: find(&text, "We ask the council to delete it."),
    };
    document = after(&document, &ask);
    let kind = Kind::Choice(&authoring::RequestKind::WORDS);
    document = cell(&document, path(&["requests"], 0, "kind"), kind, "delete");
    document = cell(&document, path(&["requests"], 0, "summary"), Kind::Prose, "Delete it.");
    document = cell(&document, path(&["requests"], 0, "addressee"), Kind::Prose, "the council");
    let list = signatories(&document, "Tenants’ Union");
    let sign = Act::Sign {
        source: "open-letter".into(),
        role: "issued".into(),
        kind: "community".into(),
        signatories: list.into_iter().map(|it| (it.clone(), it.who())).collect(),
    };
    document = after(&document, &sign);
    let checked = check(&document, None);
    assert_eq!(checked.findings, []);
    assert_eq!((checked.quotes.confirmed, checked.quotes.unread), (2, 0));
    let read = authoring::read_text(&document.json());
    assert_eq!(read.problems, []);
    let again = Document::open(&document.json()).expect("what was saved");
    assert_eq!(again.node(), document.node());
}

#[test]
fn every_problem_of_a_dataset_under_way_is_found_and_not_the_first_alone() {
    let document = Document::blank();
    let wrong = check(&document, None).wrong();
    assert!(wrong >= 8, "{wrong}");
    let new = NewSource { title: "Letter".into(), text: LETTER.into(), ..NewSource::default() };
    let document = after(&document, &Act::Source(new));
    let checked = check(&document, None);
    let source = path(&["sources"], 0, "");
    assert!(
        checked.within(&source).any(|it| it.at.to_string() == "sources[0].publisher"),
        "{checked:?}"
    );
}

#[test]
fn what_is_to_be_compared_is_named_as_records_are() {
    let summary = "What somebody pays who leaves a lamp unlit at night.";
    let mut document = Document::open(LAW).expect("a dataset");
    for nth in [1, 2] {
        document = cell(&document, path(&["provisions"], nth, "summary"), Kind::Prose, summary);
    }
    let said: Vec<String> = check(&document, None)
        .findings
        .into_iter()
        .filter(|it| !it.is_wrong && it.at.to_string() == "provisions[2].summary")
        .map(|it| it.what)
        .collect();
    assert_eq!(said, ["the same text stands there twice; compare Provisions, sec_3: summary"]);
}
