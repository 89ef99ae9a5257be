//! The form for a document that is to come: what its file fills in, and what stays.

use super::*;

fn form(model: &Model) -> [&str; 4] {
    let new = &model.new;
    [&new.title, &new.publisher, &new.date, &new.address].map(String::as_str)
}

#[test]
fn what_a_page_says_of_itself_comes_into_fields_in_which_nobody_typed() {
    let page = |title: &str, site: &str, rest: &str| {
        let html = format!(
            "<title>{title}</title><meta property=og:site_name content='{site}'>{rest}<p>Lamps are lit."
        );
        [("a_page.html".to_string(), html.into_bytes())]
    };
    let mut model = model();
    let dated = "<meta property=article:published_time content='2026-02-03T08:00Z'>\
        <link rel=canonical href='https://club.example/oil'>";
    files::take(&mut model, &Wanted::Text, &page("On oil", "Lamp Club", dated));
    let said = |model: &Model| {
        let new = &model.new;
        [&new.title, &new.publisher, &new.date, &new.address].map(Clone::clone)
    };
    assert_eq!(said(&model), ["On oil", "Lamp Club", "2026-02-03", "https://club.example/oil"]);
    let told = "From the page itself, for you to compare: its title, who published it, its date, its address.";
    assert_eq!(model.told.as_ref().map(|it| it.1.clone()), Some(vec![told.to_string()]));

    // Nothing of that stays when another document comes instead, but what was typed does.
    model.take(Msg::New(Field::Publisher, "The Lamp Club of Example".into()));
    files::take(&mut model, &Wanted::Text, &page("", "Oil Union", ""));
    assert_eq!(said(&model), ["a page", "The Lamp Club of Example", "", ""]);
    let kept = "Not changed, as it was typed: who published it (“The Lamp Club of Example”); look whether it holds for this document.";
    assert_eq!(model.told.as_ref().map(|it| it.1.clone()), Some(vec![kept.to_string()]));
    model.take(Msg::AddSource);
    files::take(&mut model, &Wanted::Text, &page("On wicks", "", ""));
    assert_eq!(said(&model), ["On wicks", "", "", ""]);
}

#[test]
fn what_a_file_said_of_itself_goes_with_its_text_and_what_was_typed_stays() {
    let words = "Lamps are lit all night.<p>Nobody asked for that.<p>Delete it.";
    let text = "Lamps are lit all night.\nNobody asked for that.\nDelete it.";
    let of_a = ["Title a", "Site a", "2025-03-04", "https://a.example/"];
    let opened = || {
        let mut model = model();
        files::take(&mut model, &Wanted::Text, &page("a", words));
        assert_eq!((model.new.text.as_str(), form(&model)), (text, of_a));
        model
    };
    let edited =
        ["Lamps are lit all night.\nNobody asked for it.\nDelete it.", "Nobody asked for that."];
    let around = format!("Home, News, Contact\n{text}\nAll rights reserved");
    for same in edited.into_iter().chain([text, around.as_str()]) {
        let mut model = opened();
        model.take(Msg::New(Field::Text, same.into()));
        assert_eq!((form(&model), model.told.is_some()), (of_a, true), "{same}");
    }
    for other in ["", "Quite another letter.\nDelete it.", "Letter of another club, about its oil."]
    {
        let mut model = opened();
        model.take(Msg::New(Field::Publisher, "The Club of A".into()));
        model.take(Msg::New(Field::Text, other.into()));
        assert_eq!((form(&model), &model.told), (["", "The Club of A", "", ""], &None), "{other}");
        let said =
            "With the text of a.html went what it had filled in: its title, its date, its address.";
        assert_eq!(model.said, said);
    }
}

#[test]
fn what_was_typed_for_one_document_is_told_when_another_comes_instead() {
    let mut model = model();
    files::take(&mut model, &Wanted::Text, &page("c", "Oil."));
    model.take(Msg::New(Field::Publisher, "Site C e.V.".into()));
    files::take(&mut model, &Wanted::Text, &[("d.txt".into(), b"Wicks.".to_vec())]);
    assert_eq!(form(&model), ["d", "Site C e.V.", "", ""]);
    let told = "Not changed, as it was typed: who published it (“Site C e.V.”); look whether it holds for this document.";
    assert_eq!(model.told, Some(("d.txt".into(), vec![told.into()])));
}

#[test]
fn undo_says_what_it_undoes_and_an_added_document_stands_in_the_form_again() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    files::take(&mut model, &Wanted::Text, &page("a", "Section 1 is fine."));
    let (new, told) = (model.new.clone(), model.told.clone());
    model.take(Msg::AddSource);
    model.take(Msg::Take(0));
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: a concern.");
    model.take(Msg::Redo);
    assert_eq!(model.said, "Done again: a concern.");
    model.take(Msg::Undo);
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: the document “Title a”. It stands in the form again.");
    assert_eq!((&model.new, &model.told), (&new, &told));
    model.take(Msg::Redo);
    assert_eq!((model.new.text.as_str(), model.text().is_some()), ("", true));

    // What was begun since isn't written over.
    model.take(Msg::New(Field::Title, "Another".into()));
    model.take(Msg::Undo);
    assert!(model.said.contains("Redo brings it back"), "{}", model.said);
    assert_eq!((model.new.title.as_str(), model.new.text.as_str()), ("Another", ""));
    model.take(Msg::Redo);
    assert_eq!(model.new.title, "Another");
    model.take(Msg::New(Field::Title, String::new()));

    model.take(Msg::Undo);
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: that the law came on the desk.");
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: that the law came on the desk.", "there is no more to undo");
}

#[test]
fn what_a_mail_says_of_itself_is_the_mail_s() {
    let mail = "From: Lamp Club <club@example.org>\r\nDate: Tue, 3 Feb 2026 10:00:00 +0100\r\n\
        Subject: On oil\r\n\r\nLamps are lit.\r\n";
    let mut model = model();
    files::take(&mut model, &Wanted::Text, &[("a.eml".into(), mail.into())]);
    assert_eq!(form(&model), ["On oil", "Lamp Club", "2026-02-03", ""]);
    let told = model.told.as_ref().map(|it| it.1.clone()).unwrap_or_default();
    let taken = "From the mail itself, for you to compare: its title, who published it, its date.";
    assert!(told.iter().any(|it| it == taken), "{told:?}");
}
