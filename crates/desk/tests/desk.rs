//! A dataset made on the desk, from a small law and a letter.

use authoring::{Confirmation, Node, Path, Step, confirm};
use desk::{
    Act, Document, Key, Likeness, NewSource, Who, bound, check, joined, open, passages, positions,
    proposals, rows, sha256, signatories, slug,
};
use workbook::Kind;

const LAW: &str = r#"{
  "schema_version": 2, "id": "lamps", "title": "Lamps", "language": "en",
  "edition": { "number": 1, "date": "2026-11-01" }, "credit": "Desk", "made": "By hand.",
  "asked": "nobody", "corrections": [], "stale_after": "P90D", "missing": [],
  "instrument": {
    "title": "Lamps Act", "short_title": "Lamps Act", "symbols": [], "unit": "section",
    "address": "https://law.example/lamps",
    "drafts": [{ "id": "bill", "label": "Bill" }],
    "status": { "as_of": "2026-11-01", "line": "A bill", "events": [] }
  },
  "provisions": [
    { "id": "sec_2", "citation": "Section 2", "summary": "Lamps at night." },
    { "id": "sec_3", "citation": "Section 3", "summary": "Fees." },
    { "id": "sec_3__para_2", "citation": "Section 3(2)", "summary": "Who pays.", "parent": "sec_3" }
  ],
  "groups": [], "organisations": [], "sources": [], "concerns": []
}"#;

const LETTER: &str = "Open letter on lamps\n\
    Section 2 has lamps lit at night. Section 9 of the Oil Act is another matter.\n\
    Section 3(2) lets “the council” send bills to tenants. We ask the council to delete it.\n";

fn path(text: &[&str], nth: usize, field: &str) -> Path {
    let mut steps: Vec<Step> = text.iter().map(|it| Step::Field((*it).into())).collect();
    steps.push(Step::Item(nth));
    if !field.is_empty() {
        steps.push(Step::Field(field.into()));
    }
    Path(steps)
}

fn after(document: &Document, act: &Act) -> Document {
    act.apply(document).expect("it can be done").document
}

fn cell(document: &Document, at: Path, kind: Kind, text: &str) -> Document {
    after(document, &Act::Cell { at, kind, text: text.into() })
}

/// The law, and the letter beside it.
fn with_letter() -> Document {
    let document = Document::open(LAW).expect("a dataset");
    let new = NewSource {
        title: "Open letter".into(),
        publisher: "Tenants’ Union".into(),
        date: "2026-11-02".into(),
        address: "https://tenants.example/letter".into(),
        text: LETTER.into(),
    };
    after(&document, &Act::Source(new))
}

/// With its first citation taken.
fn with_concern() -> Document {
    let document = with_letter();
    let dataset = check(&document, None).dataset.expect("the law is sound");
    let found = proposals(&document, "open-letter", &dataset);
    let last = found.here.last().expect("it cites the law");
    let act = Act::Take {
        source: "open-letter".into(),
        range: last.exact.clone(),
        provisions: last.provisions.clone(),
        name: last.cited.join(" "),
    };
    after(&document, &act)
}

fn find(text: &str, words: &str) -> std::ops::Range<usize> {
    let at = text.find(words).expect("it is there");
    at..at + words.len()
}

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
fn an_id_that_changes_changes_wherever_it_is_named_and_takes_the_text_along() {
    let document = with_concern();
    let named = cell(&document, path(&["sources"], 0, "id"), Kind::Plain, "letter");
    assert!(!named.json().contains("\"open-letter\""), "{}", named.json());
    assert_eq!(check(&named, None).quotes.confirmed, 1);
    let named = cell(&named, path(&["provisions"], 2, "id"), Kind::Plain, "sec_3__point_b");
    assert!(!named.json().contains("sec_3__para_2"));
    let twice = cell(&named, path(&["provisions"], 1, "id"), Kind::Plain, "sec_2");
    assert!(twice.json().contains("\"parent\": \"sec_3\""), "an id of two is nobody's");
}

#[test]
fn provisions_are_named_in_a_cell_as_the_law_is_cited() {
    let document = with_concern();
    let at = path(&["concerns"], 0, "provisions");
    let document = cell(&document, at.clone(), Kind::Ids("Provisions"), "Section 2, 3(2)");
    let ids: Vec<_> = document.items(&at).iter().filter_map(Node::as_text).collect();
    assert_eq!(ids, ["sec_2", "sec_3__para_2"]);
}

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
fn nothing_but_a_dataset_is_opened() {
    for (text, why) in [
        ("{\"name\":\"left-pad\"}", "no dataset"),
        ("[]", "no dataset"),
        ("{", "can't be read"),
        ("{\"instrument\":{},\"provisions\":{}}", "no dataset"),
    ] {
        assert!(Document::open(text).is_err_and(|it| it.contains(why)), "{text}");
    }
}

#[test]
fn a_source_is_read_from_a_file_and_one_that_is_known_by_its_hash_comes_to_the_letter() {
    assert!(open("a.pdf", b"%PDF-1.7", None).is_err_and(|it| it.contains("paste")));
    assert!(open("a.txt", b"  \n", None).is_err());
    let html = open("a.html", b"<p>One &amp; two</p><p>Three</p>", None).expect("a page");
    assert_eq!(html.lines().collect::<Vec<_>>(), ["One & two", "Three"]);
    let wrapped =
        "A line that is as long as lines of letters are,\r\nand goes on here.\r\n\r\nNext.\r\n";
    let joined = open("a.txt", wrapped.as_bytes(), None).expect("a text");
    assert!(joined.contains("are, and") && !joined.contains('\r'), "{joined:?}");
    let known = open("a.txt", wrapped.as_bytes(), Some(&sha256(wrapped))).expect("a text");
    assert_eq!(known, wrapped);
}

#[test]
fn tables_show_every_record_with_the_place_of_each_cell() {
    let document = with_concern();
    let sheet = workbook::sheet("Concern evidence").expect("a sheet");
    let rows = rows(&document, sheet);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cells[0].text, "section-3-2");
    let quote = rows[0].cells.iter().find(|it| it.text.contains("tenants")).expect("the quotation");
    let at = quote.at.as_ref().expect("its place").to_string();
    assert_eq!(at, "concerns[0].evidence[0].quote.exact");
    let whole = quote.at.clone().expect("its place");
    let document = cell(&document, whole, Kind::Exact, "");
    assert!(document.json().contains("\"prefix\""), "what stands beside it stays");
}

#[test]
fn ids_are_made_of_names() {
    assert_eq!(slug("Example Cyclists’ Union"), "example-cyclists-union");
    assert_eq!(slug("Café Élan"), "cafe-elan");
    assert_eq!(slug("…"), "");
}

/// With two who signed the letter.
fn with_parties() -> Document {
    let document = with_concern();
    let list = "Tenants’ Union\nThe Lamp Club";
    let signatories = signatories(&document, list).into_iter();
    let signatories = signatories.map(|it| (it.clone(), it.who())).collect();
    let (role, kind) = ("signed".to_string(), "civil_society".to_string());
    after(&document, &Act::Sign { source: "open-letter".into(), role, kind, signatories })
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

#[test]
fn a_dataset_that_comes_back_finds_the_texts_of_the_sources_that_are_still_the_same() {
    let document = with_concern();
    let back = || Document::open(&document.json()).expect("a dataset");
    assert_eq!(back().with_texts_of(&document), document);
    for field in ["title", "publisher", "date", "address"] {
        let other = cell(&back(), path(&["sources"], 0, field), Kind::Prose, "Another");
        assert!(other.with_texts_of(&document).texts().is_empty(), "{field}");
    }
}

#[test]
fn a_text_goes_with_no_other_dataset_and_with_no_hash_but_its_own() {
    let document = with_concern();
    let back = || Document::open(&document.json()).expect("a dataset");
    let id = Path(vec![Step::Field("id".into())]);
    for name in ["another-law", ""] {
        let other = cell(&back(), id.clone(), Kind::Plain, name);
        assert!(other.with_texts_of(&document).texts().is_empty(), "{name:?}");
    }
    let nameless = cell(&document, id, Kind::Plain, "");
    let back_nameless = Document::open(&nameless.json()).expect("a dataset");
    assert!(back_nameless.with_texts_of(&nameless).texts().is_empty(), "nobody knows of which law");

    let hash = || path(&["sources"], 0, "sha256");
    let other = cell(&back(), hash(), Kind::Plain, &sha256("another version"));
    assert!(other.with_texts_of(&document).texts().is_empty());
    let unread = cell(&document, hash(), Kind::Plain, "");
    let confirmed = cell(&back(), hash(), Kind::Plain, &sha256(LETTER));
    assert_eq!(confirmed.with_texts_of(&unread).texts(), document.texts(), "it is that text");
}

#[test]
fn a_text_with_pages_is_quoted_by_page_and_within_one() {
    let text = "First of one.\nSecond of one.\n\u{c}\u{c}First of three.\nSecond of three.";
    let new = desk::NewSource { title: "Paged".into(), text: text.into(), ..Default::default() };
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
fn a_text_goes_with_its_source() {
    let source = path(&["sources"], 0, "");
    let document = after(&with_letter(), &Act::Remove(source));
    assert!(document.texts().is_empty(), "whichever is called so next would have it");
}

#[test]
fn a_list_grows_by_the_names_that_it_lacks() {
    assert_eq!(joined("", "• Ada\n• Ben"), "Ada\nBen");
    assert_eq!(joined("Ada; Ben", "2. Ben,\nCem"), "Ada\nBen\nCem", "each is read for itself");
}
