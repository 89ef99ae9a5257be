//! What is opened, saved, published and handed over.

use super::*;

#[test]
fn what_is_no_dataset_changes_nothing_and_is_named() {
    let mut model = model();
    let before = model.document().clone();
    let is_unsaved = model.is_unsaved();
    for (name, bytes) in [("a.json", "{}"), ("a.csv", "x;y"), ("a.json", "\u{feff}[1]")] {
        let read = [(name.to_string(), bytes.as_bytes().to_vec())];
        files::take(&mut model, &Wanted::Dataset, &read);
        assert_eq!(*model.document(), before, "{name}");
        assert!(!model.refused.is_empty(), "{name}");
    }
    for name in ["letter.doc", "letter.odt", "letter.rtf", "letter.pages"] {
        files::take(&mut model, &Wanted::Dataset, &[(name.into(), b"{\\rtf1 Dear".to_vec())]);
        let refused = model.refused.join(" ");
        assert!(refused.contains(name) && refused.contains("save it as .docx"), "{refused}");
    }
    files::take(&mut model, &Wanted::Text, &[("a.pdf".into(), b"%PDF-1.7".to_vec())]);
    assert!(model.refused.iter().any(|it| it.contains("a.pdf")));
    assert_eq!(model.is_unsaved(), is_unsaved);
}

#[test]
fn a_dataset_is_unsaved_from_the_first_change_until_it_is_saved_or_undone() {
    let mut model = model();
    model.were_filed();
    assert!(model.is_unsaved());
    model.was_saved();
    assert!(!model.is_unsaved());
    model.take(Msg::Take(0));
    assert!(model.is_unsaved());
    model.take(Msg::Undo);
    assert!(!model.is_unsaved());
}

#[test]
fn a_dataset_that_comes_back_keeps_the_text_that_is_read() {
    let mut model = model();
    let before = model.document().clone();
    model.take(Msg::Given(before.json()));
    assert_eq!(*model.document(), before);
    assert_eq!(model.source.as_deref(), Some("letter"));
    assert!(model.text().is_some());
}

#[test]
fn what_is_published_at_the_desk_is_what_the_configurator_publishes() {
    let json = include_str!("../../../../../data/example-bicycle-parking.json");
    let mut model = Model::new(None);
    model.take(Msg::Given(json.into()));
    let (name, bytes) = files::archive(&mut model).expect("nothing is wrong");
    assert_eq!(name, "example-bicycle-parking.zip");
    let law = crate::law::Law::read(json.into(), None, None).expect("a law");
    let theirs = publish::archive(law.publication().expect("sound").entries()).expect("an archive");
    assert!(bytes == theirs, "to the byte");
    model.take(Msg::Act(Act::Remove(Path(vec![Step::Field("sources".into()), Step::Item(0)]))));
    let why = files::archive(&mut model).expect_err("concerns have lost their source");
    assert!(why.contains("wrong"), "{why}");
}

#[test]
fn what_another_page_hands_over_is_unsaved_unless_it_is_what_was_saved() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    assert!(model.is_unsaved(), "it may be in no file");
    assert_eq!(model.said, "The law is on the desk.", "there was nothing before it");
    let there = model.document().json();
    model.take(Msg::Given(there.clone()));
    assert!(model.is_unsaved(), "the way there and back saves nothing");
    model.was_saved();
    model.take(Msg::Given(there));
    assert!(!model.is_unsaved());
    assert_eq!(model.said, "The law is on the desk.");
    let read = [("law.json".to_string(), law(3).into_bytes())];
    files::take(&mut model, &Wanted::Dataset, &read);
    assert!(!model.is_unsaved(), "it is in that file");
}

#[test]
fn an_older_copy_that_comes_back_is_told_and_can_be_undone() {
    let mut model = model();
    model.were_filed();
    let older = model.document().json();
    model.take(Msg::Take(0));
    let newer = model.document().clone();
    model.was_saved();
    model.take(Msg::Given(older));
    assert_eq!(model.said, "The law is on the desk. Undo brings back what was there.");
    assert!(model.is_unsaved());
    model.take(Msg::Undo);
    assert_eq!(*model.document(), newer);
    assert!(!model.is_unsaved());
}

#[test]
fn what_became_of_handing_over_is_said_as_it_is() {
    let mut model = model();
    model.take(Msg::Handed(true));
    assert_eq!(model.said, "The configurator has the dataset.");
    model.take(Msg::Handed(false));
    assert!(model.said.starts_with("The configurator could not be opened"), "{}", model.said);
}

#[test]
fn words_that_stand_in_no_file_are_unsaved_and_the_dataset_s_file_says_what_it_lacks() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    model.was_saved();
    assert_eq!(
        (model.is_unsaved(), model.saved_as("a.json").as_str()),
        (false, "a.json is saved.")
    );
    for text in [LETTER, ""] {
        model.take(Msg::New(Field::Text, text.into()));
        assert_eq!(model.is_unsaved(), !text.is_empty(), "it is in the form alone");
    }
    model.take(Msg::List("Ada".into()));
    assert!(model.is_unsaved());
    model.take(Msg::List(String::new()));

    for (title, text) in [("Letter", LETTER), ("Other", "Another.")] {
        model.take(Msg::New(Field::Title, title.into()));
        model.take(Msg::New(Field::Text, text.into()));
        model.take(Msg::AddSource);
    }
    model.was_saved();
    assert!(model.is_unsaved(), "no dataset has the texts");
    assert!(
        model.saved_as("a.json").contains("2 texts are to save"),
        "{}",
        model.saved_as("a.json")
    );
    let (name, bytes) = files::texts(&model).expect("an archive");
    let files: Vec<_> = publish::unpack(&bytes).expect("an archive").into_iter().collect();
    let found: Vec<_> = files.iter().map(|it| (it.name.as_str(), it.text.as_str())).collect();
    assert_eq!(
        (name.as_str(), found),
        ("law-texts.zip", vec![("letter.txt", LETTER), ("other.txt", "Another.")])
    );
    model.was_filed("letter");
    assert_eq!(model.unfiled().count(), 1);
    model.were_filed();
    assert!(!model.is_unsaved());

    // What comes from a file to the letter stands there already.
    files::take(&mut model, &Wanted::Text, &page("a", "Section 1 is fine."));
    model.take(Msg::AddSource);
    model.was_saved();
    assert!(!model.is_unsaved());
}

#[test]
fn a_file_is_taken_for_what_it_is_whichever_button_opened_it() {
    let law = law(3);
    let published = {
        let mut other = Model::new(None);
        other.take(Msg::Given(law.clone()));
        files::archive(&mut other).expect("files").1
    };
    let draft = br#"{"options":{"highlight":"1"}}"#.to_vec();
    let read = |name: &str, bytes: &[u8]| [(name.to_string(), bytes.to_vec())];
    for wanted in [Wanted::Dataset, Wanted::Text, Wanted::TextOf("letter".into())] {
        let taken = |name: &str, bytes: &[u8]| {
            let mut model = model();
            files::take(&mut model, &wanted, &read(name, bytes));
            model
        };
        let before = model().document().clone();
        for (name, bytes, to) in [
            ("draft.json", draft.as_slice(), Some("./configurator.html")),
            (
                "act.xml",
                b"<?xml version='1.0'?><act/>",
                Some("./configurator.html#start-from-file"),
            ),
            ("logo.png", b"\x89PNG", None),
        ] {
            let model = taken(name, bytes);
            assert_eq!(model.elsewhere.map(|it| it.1), to, "{name} for {wanted:?}");
            assert!(model.said.starts_with(name) && model.said.contains("what is here stays"));
            assert_eq!(*model.document(), before, "{name} for {wanted:?}");
        }
        for (name, bytes) in [("law.json", law.as_bytes()), ("law.zip", &published)] {
            let model = taken(name, bytes);
            let is_open = model.document().records("provisions").len() == 3;
            assert_eq!(is_open, wanted == Wanted::Dataset, "{name}: {}", model.said);
            assert!(is_open || model.said.contains("is a dataset, and what is here stays"));
        }
        let model = taken("other.txt", b"Section 1 is odd.");
        match &wanted {
            Wanted::TextOf(source) => {
                assert_eq!(
                    model.document().text(source).map(|it| &**it),
                    Some("Section 1 is odd.")
                );
            }
            _ => assert_eq!(
                (model.new.text.as_str(), model.focus.as_deref()),
                ("Section 1 is odd.", Some("new-title"))
            ),
        }
        assert_eq!(
            files::task(&model, &wanted, &read("a.pdf", b"%PDF")).map(|it| it.1),
            Some("a.pdf")
        );
    }
    // Before there is a law, a dataset is wanted whatever was pressed, and a PDF is none.
    let mut blank = Model::new(None);
    assert!(files::task(&blank, &Wanted::Dataset, &read("a.pdf", b"%PDF")).is_none());
    files::take(&mut blank, &Wanted::Dataset, &read("a.pdf", b"%PDF"));
    assert!(blank.said.contains("Open the law first"), "{}", blank.said);
    files::take(&mut blank, &Wanted::Text, &read("law.json", law.as_bytes()));
    assert_eq!(blank.document().records("provisions").len(), 3, "{}", blank.said);
    assert_eq!(blank.elsewhere, None);
}

#[test]
fn texts_that_were_saved_together_come_back_together() {
    let mut model = model();
    let (name, bytes) = files::texts(&model).expect("an archive");
    let json = model.document().json();
    let mut again = Model::new(None);
    again.open(&json, Some("law.json".into()));
    assert_eq!(again.text(), None);
    let archive = [(name.clone(), bytes)];
    files::take(&mut again, &Wanted::Dataset, &archive);
    assert_eq!(again.text().map(|it| &**it), model.text().map(|it| &**it));
    assert!(again.said.contains("1 text is here, of letter"), "{}", again.said);
    assert_eq!(again.unfiled().count(), 0, "they stand in a file");
    model.take(Msg::Given(law(2)));
    files::take(&mut model, &Wanted::Text, &archive);
    assert!(
        model.said.contains("of no document that is listed here: letter.txt"),
        "{}",
        model.said
    );
}
