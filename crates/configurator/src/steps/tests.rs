use std::fs;

use dataset::ProvisionId;
use snippets::Form;

use super::*;
use crate::view::story::offered;

fn bundled() -> Law {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/un-cybercrime-convention.json");
    Law::read(fs::read_to_string(file).expect("the bundled law"), None, None).expect("sound")
}

fn page() -> Model {
    Model::new(bundled(), "assets/widget.css".into())
}

/// The page after something was done, as the component does it.
fn after(model: &mut Model, msg: Msg) {
    model.take(msg);
    model.settle();
}

#[test]
fn from_the_example_to_a_snippet_in_two_steps() {
    let mut page = page();
    after(&mut page, Msg::Example);
    let found = offered(&page);
    assert_eq!(found.first().map(ProvisionId::as_str), Some("art_28__para_4"));
    after(&mut page, Msg::Act(Act::Highlight(found)));
    after(&mut page, Msg::Form(Form::Element));
    let snippet = page.snippet.as_deref().expect("a snippet");
    assert!(snippet.contains(r#"highlight="28(4), 29, 30, 23, 35, 24, 14""#), "{snippet}");
}

#[test]
fn a_colour_that_cannot_be_read_is_not_taken() {
    let mut page = page();
    after(&mut page, Msg::Accent("#ffcc00".parse().ok()));
    assert_eq!(page.draft().accent, None);
    assert!(page.unreadable.is_some());
    after(&mut page, Msg::Accent("#0b5487".parse().ok()));
    assert!(page.draft().accent.is_some());
    assert_eq!(page.unreadable, None);
}

#[test]
fn a_dataset_that_cannot_be_read_leaves_the_law_as_it_is() {
    let mut page = page();
    let file = ("wrong.json".to_owned(), b"{}".to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert!(page.law.name.is_none());
    assert!(
        page.refused.iter().any(|it| it == "`schema_version` is missing"),
        "{:?}",
        page.refused
    );
}

#[test]
fn a_dataset_with_a_mistake_is_shown_without_it_and_gets_an_address() {
    let mut page = page();
    let source = bundled().source.replacen("\"stated\"", "\"said\"", 1);
    let file = ("draft law.json".to_owned(), source.into_bytes());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert_eq!(page.law.problems.len(), 1, "{:?}", page.law.problems);
    assert!(page.law.problems[0].contains("said"), "{:?}", page.law.problems);
    assert_eq!(
        page.draft().options.dataset.as_deref(),
        Some("./data/un-cybercrime-convention.json")
    );
    after(&mut page, Msg::Bundled);
    assert!(page.law.name.is_none());
    assert_eq!(page.draft().options.dataset, None);
}

#[test]
fn a_draft_that_was_saved_opens_again() {
    let mut first = page();
    after(&mut first, Msg::Example);
    after(&mut first, Msg::Act(Act::Heading("Who objects?".into())));
    let file = files::saved(&first, &Msg::SaveDraft).expect("a file");
    let files::Content::Text(text) = file.content else { panic!("a text") };
    let mut second = page();
    after(&mut second, Msg::Read(Wanted::Draft, vec![(file.name, text.into_bytes())], None));
    assert_eq!(second.draft(), first.draft());
    assert_eq!(second.mentions.len(), first.mentions.len());
}

#[test]
fn a_new_draft_can_be_undone() {
    let mut page = page();
    after(&mut page, Msg::Example);
    page.wipe();
    assert!(page.story().source().is_empty());
    after(&mut page, Msg::Undo);
    assert!(!page.story().source().is_empty());
}

#[test]
fn the_preview_gets_the_law_only_when_it_is_another() {
    let page = page();
    assert_eq!(page.message(false, None).get("law"), None);
    assert_eq!(page.message(true, None).get("law"), Some(&Value::Null));
}

#[test]
fn a_form_that_needs_a_whole_address_says_so() {
    let mut page = page();
    after(&mut page, Msg::Form(Form::Oembed));
    assert!(page.snippet.as_ref().is_err_and(|why| why.contains("https://")), "{:?}", page.snippet);
    after(&mut page, Msg::Act(Act::Loader("https://news.example/pe/provision-explorer.js".into())));
    assert!(page.snippet.is_ok());
}

#[test]
fn undo_brings_a_law_back_and_its_address_with_it() {
    let mut page = page();
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert!(page.law.name.is_some());
    after(&mut page, Msg::Undo);
    assert!(page.law.name.is_none());
    assert_eq!(page.draft().options.dataset, None);
    after(&mut page, Msg::Redo);
    assert!(page.law.name.is_some());
}

#[test]
fn a_snippet_never_holds_the_text_of_another_law_than_it_names() {
    let mut page = page();
    after(&mut page, Msg::Typed(Act::Dataset("./data/ours.json".into())));
    assert!(page.snippet.is_err(), "the dataset was not opened");
    after(&mut page, Msg::Form(Form::Element));
    assert!(page.snippet.is_ok(), "this form holds no text");
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    after(&mut page, Msg::Typed(Act::Dataset(String::new())));
    assert!(page.snippet.is_err(), "readers would get the law that ships");
}

#[test]
fn a_story_that_was_taken_out_comes_back() {
    let mut page = page();
    after(&mut page, Msg::Example);
    after(&mut page, Msg::Act(Act::Story(Rc::default())));
    after(&mut page, Msg::Undo);
    assert!(page.story().source().contains("28(4)"));
    assert_eq!(offered(&page).len(), 7);
}

#[test]
fn a_link_does_not_say_which_script_goes_into_a_page() {
    let mut page = page();
    let link = r#"{"options":{"heading":"H"},"loader":"https://other.example/x.js"}"#;
    page.open_draft(link, true);
    assert_eq!(page.draft().loader, Draft::default().loader);
    assert!(page.said.contains("https://other.example/x.js"), "{}", page.said);
    page.open_draft(link, false);
    assert_eq!(page.draft().loader, "https://other.example/x.js");
}

#[test]
fn a_note_goes_with_its_highlight_and_comes_back_with_it() {
    let mut page = page();
    let id = ProvisionId::new("art_14");
    after(&mut page, Msg::Act(Act::Highlight(vec![id.clone()])));
    after(&mut page, Msg::Typed(Act::Note(id.clone(), "Ours".into())));
    after(&mut page, Msg::Act(Act::Unhighlight(id)));
    assert!(page.draft().options.notes.is_empty());
    after(&mut page, Msg::Undo);
    assert_eq!(page.draft().options.notes.len(), 1);
}
