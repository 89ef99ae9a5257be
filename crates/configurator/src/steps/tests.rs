mod drafts;
mod laws;
mod rulings;

use std::{fs, rc::Rc};

use authoring::ProvisionId;
use snippets::Form;
use story::Story;

use super::*;
use crate::{
    check::CheckTarget,
    msg::Wanted,
    systems::{Destination, SYSTEMS},
};

fn bundled() -> Law {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/un-cybercrime-convention.json");
    Law::read(fs::read_to_string(file).expect("the bundled law"), None, None).expect("sound")
}

pub(crate) fn page() -> Model {
    Model::new(bundled(), "assets/widget.css".into())
}

/// The page after something was done, as the component does it.
pub(crate) fn after(model: &mut Model, msg: Msg) {
    model.take(msg);
    model.settle();
}

#[test]
fn from_the_example_to_a_snippet_in_two_steps() {
    let mut page = page();
    after(&mut page, Msg::Example);
    let found = page.offered();
    assert_eq!(found.first().map(ProvisionId::as_str), Some("art_28__para_4"));
    after(&mut page, Msg::Act(Act::Highlight(found)));
    after(&mut page, Msg::form(Form::Element));
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

fn open_draft(page: &mut Model, name: &str, bytes: impl Into<Vec<u8>>) {
    after(page, Msg::Read(Wanted::Draft, vec![(name.into(), bytes.into())], None));
}

/// A page with something in each part of its draft.
fn filled() -> Model {
    let mut page = page();
    let id = ProvisionId::new("art_28__para_4");
    let loader = "https://news.example/pe/provision-explorer.js";
    for act in [
        Act::Highlight(vec![id.clone(), ProvisionId::new("art_24")]),
        Act::Note(id, "Ours \u{201c}alone\u{201d} & <new>".into()),
        Act::Heading("Who objects?".into()),
        Act::Loader(loader.into()),
    ] {
        after(&mut page, Msg::Act(act));
    }
    page
}

#[test]
fn whatever_is_refused_leads_to_where_it_is_mended() {
    let at = |page: &Model, part| {
        page.snippet.as_ref().is_err_and(|it| it.place == CheckTarget::Part(part))
    };
    let mut page = page();
    for form in Form::ALL.into_iter().filter(|it| it.needs_whole_address()) {
        after(&mut page, Msg::form(form));
        assert!(at(&page, "loader"), "{form:?}: {:?}", page.snippet);
    }
    // What is surely meant is a press away.
    after(&mut page, Msg::Act(Act::Loader("news.example/pe/provision-explorer.js".into())));
    let mend = page.snippet.clone().expect_err("not whole").mend.expect("a way");
    after(&mut page, Msg::Act(mend.1));
    assert_eq!(page.draft().loader, "https://news.example/pe/provision-explorer.js");
    assert!(page.snippet.is_ok(), "{:?}", page.snippet);
    after(&mut page, Msg::form(Form::Picture));
    assert!(at(&page, "highlights"), "{:?}", page.snippet);
    let law = ("law.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![law], None));
    after(&mut page, Msg::Act(Act::Dataset(String::new())));
    assert!(at(&page, "dataset"), "{:?}", page.snippet);
}

#[test]
fn where_pictures_are_taken_one_by_one_each_has_its_words_to_copy() {
    let mut page = filled();
    after(&mut page, Msg::form(Form::Picture));
    let snippet = page.snippet.clone().expect("pictures");
    assert_eq!(page.pictures.len(), snippet.matches("<img").count());
    for nth in 0..page.pictures.len() {
        let text = page.text_of(Copied::Alternative(nth)).expect("words");
        let mut written = String::new();
        options::escape_html(&text, &mut written);
        assert!(snippet.contains(&written), "{text}");
    }
    after(&mut page, Msg::form(Form::Twin));
    assert_eq!(page.text_of(Copied::Alternative(0)), None);
}

#[test]
fn a_system_leads_to_its_form_and_a_form_to_a_system() {
    let mut page = page();
    for system in &SYSTEMS {
        after(&mut page, Msg::Act(Act::Destination(Destination::System(system))));
        assert_eq!(page.form(), system.form);
    }
    for form in Form::ALL {
        after(&mut page, Msg::form(form));
        assert_eq!(page.form(), form);
        let system = page.draft().destination.system();
        assert_eq!(system.is_none(), SYSTEMS.iter().all(|it| it.form != form), "{form:?}");
    }
}

#[test]
fn a_form_that_needs_a_whole_address_says_so() {
    let mut page = page();
    after(&mut page, Msg::form(Form::Oembed));
    assert!(
        page.snippet.as_ref().is_err_and(|why| why.what.contains("https://")),
        "{:?}",
        page.snippet
    );
    after(&mut page, Msg::Act(Act::Loader("https://news.example/pe/provision-explorer.js".into())));
    assert!(page.snippet.is_ok());
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
