//! Of the desk: who stands behind a document.

use desk::{Act, Document, Likeness, Who, check, joined, positions, signatories};

use crate::fixture::{LETTER, after, find, path, with_concern, with_letter, with_parties};

#[test]
fn a_list_of_signatories_becomes_organisations_and_parties_once_each() {
    let mut document = with_letter();
    let known = r#"{"id":"wheels","name":"Wheels for All","aliases":[],"kind":"community"}"#;
    let json =
        document.json().replace("\"organisations\": []", &format!("\"organisations\": [{known}]"));
    let text = document.text("open-letter").expect("its text").to_string();
    document = Document::open(&json).expect("a dataset");
    document = after(&document, &Act::Text { source: "open-letter".into(), text });
    let list = "• The Wheels for All Ltd.\n2. Café Society (France)\nCafe society\nCafé society,\n\
        Wheel for All\n1st Lamp Club\n\nRights First\nRight First";
    let found = signatories(&document, list);
    let names: Vec<_> = found.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "The Wheels for All Ltd.",
            "Café Society",
            "Cafe society",
            "Café society",
            "Wheel for All",
            "1st Lamp Club",
            "Rights First",
            "Right First",
        ]
    );
    assert_eq!(found[0].known.as_ref().map(|it| it.2), Some(Likeness::Same));
    assert_eq!(found[0].who(), Who::Known("wheels".into()));
    assert_eq!(found[1].aside.as_deref(), Some("France"));
    assert_eq!(found[2].who(), Who::Line(1));
    assert_eq!(found[4].known.as_ref().map(|it| it.2), Some(Likeness::Near));
    assert_eq!(found[4].who(), Who::New, "one edit apart may be another");
    assert_eq!(found[7].again, Some((6, Likeness::Near)));
    let entries = found.into_iter().map(|it| {
        let who = if it.name == "Right First" { Who::Line(6) } else { it.who() };
        (it, who)
    });
    let sign = Act::Sign {
        source: "open-letter".into(),
        role: "signed".into(),
        kind: "community".into(),
        signatories: entries.collect(),
    };
    let done = sign.apply(&document).expect("it can be done");
    assert_eq!(done.said, "5 added to the document, 4 of them new here.");
    let document = done.document;
    assert_eq!(document.records("organisations").len(), 5);
    assert_eq!(document.items(&path(&["sources"], 0, "parties")).len(), 5);
    assert!(document.json().contains("\"The Wheels for All Ltd.\""), "spellings are kept");
    let again = signatories(&document, list);
    assert!(again.iter().all(|it| it.who() != Who::New), "{again:?}");
}

#[test]
fn all_behind_a_document_stand_where_its_words_say_and_one_choice_says_where() {
    let words = find(LETTER, "We ask the council to delete it.");
    let act = Act::Position { source: "open-letter".into(), range: words };
    let why = act.apply(&with_concern()).expect_err("nobody is behind it yet");
    assert!(why.contains("who issued or signed"), "{why}");
    let document = after(&with_parties(), &act);
    let all = positions(&document, "open-letter");
    assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [2], "both rest on the same words");
    assert!(act.apply(&document).is_err(), "nobody stands there twice");
    let act = Act::Stance { position: all[0][0].clone(), stance: "change".into() };
    let document = after(&document, &act);
    let wrong = check(&document, None).findings.into_iter().filter(|it| it.is_wrong);
    let wrong: Vec<_> =
        wrong.map(|it| it.at.to_string()).filter(|it| it.starts_with("positions")).collect();
    assert_eq!(wrong, Vec::<String>::new());
    let stances = document.records("positions").iter().map(|it| it.field("stance")?.as_text());
    assert_eq!(stances.collect::<Vec<_>>(), [Some("change"); 2]);
}

#[test]
fn a_list_grows_by_the_names_that_it_lacks() {
    assert_eq!(joined("", "• Ada\n• Ben"), "Ada\nBen");
    assert_eq!(joined("Ada; Ben", "2. Ben,\nCem"), "Ada\nBen\nCem", "each is read for itself");
}

#[test]
fn headings_and_addresses_among_signatories_are_nobody() {
    let list = "Signatories:\nLamp Network (LN), France\nContact: Jane Roe, jane@lamps.example\nhttps://lamps.example\n\
        Café Society (France)";
    let found = signatories(&with_letter(), list);
    let all: Vec<_> =
        found.iter().map(|it| (it.name.as_str(), it.aside.as_deref(), it.who())).collect();
    assert_eq!(
        all,
        [
            ("Signatories:", None, Who::Nobody),
            ("Lamp Network", Some("LN, France"), Who::New),
            ("Contact: Jane Roe, jane@lamps.example", None, Who::Nobody),
            ("https://lamps.example", None, Who::Nobody),
            ("Café Society", Some("France"), Who::New),
        ]
    );
}
