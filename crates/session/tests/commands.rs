//! Commands beside the screen, what is told of them, and paper.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

mod common;

use std::rc::Rc;

use authoring::ProvisionIx;
use common::{Page, Setup, drawn, published, reported, small, small_file};
use contract::Event;
use explorer::{Action, ViewKind};
use serde_json::json;
use session::{Command, Effect, Export, Exports, Msg, Notice, Part, Store};

fn linked() -> Page {
    Setup::of(&small()).set(json!({ "deep-links": "" })).at("chapter=2").open()
}

#[test]
fn a_link_leads_to_what_is_on_the_screen_on_the_page_that_readers_pass_on() {
    let mut page = linked();
    let command = Command::CopyLink(None);
    let copied = |effects: &[Effect]| match effects {
        [Effect::Dispatch(event), Effect::Copy { command: of, text: link }] => {
            assert_eq!(*event, Event::Share { kind: "link".into(), text: link.clone() });
            assert_eq!(*of, command);
            link.clone()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(copied(&page.run(command)), "https://example.org/story#chapter=2");
    page.act(Action::Toggle(ProvisionIx::nth(1)));
    let all = "https://example.org/story#chapter=2&pe=art_1__para_1";
    assert_eq!(copied(&page.run(command)), all);
    let mut page = linked();
    page.fragment = String::new();
    assert_eq!(copied(&page.run(command)), "https://example.org/story");
}

#[test]
fn the_bar_leads_past_the_end_to_the_choice_and_back_to_the_head_of_what_it_closes() {
    let mut page = linked();
    let led = |effects: Vec<Effect>| match effects.last() {
        Some(Effect::Reveal { id, focus: true, .. }) => id.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(led(page.run(Command::Leave)), session::END);
    assert_eq!(led(page.run(Command::Choose)), session::CHOICE);
    let provision = ProvisionIx::nth(1);
    page.act(Action::Toggle(provision));
    assert_eq!(led(page.act(Action::Close(provision))), "art_1__para_1");
    assert_eq!(page.scene().screen.bar.reading, None);
}

#[test]
fn a_citation_is_shared_as_one() {
    let mut page = linked();
    let command = Command::CopyCitation(ProvisionIx::nth(1));
    let effects = page.run(command);
    let [Effect::Dispatch(event), Effect::Copy { text, .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(text.contains("Article 1(1)"), "{text}");
    assert_eq!(*event, Event::Share { kind: "citation".into(), text: text.clone() });
    assert_eq!(page.run(Command::CopyCitation(ProvisionIx::nth(99))), []);
}

#[test]
fn where_the_page_may_not_copy_the_text_has_the_focus() {
    let mut page = linked();
    let by_hand = Notice::CopyByHand(Command::CopyLink(None), "x".into());
    let effects = page.send(Msg::Notify(by_hand.clone()));
    assert_eq!(effects, [Effect::Draw { above_fold: false }, Effect::Focus(".by-hand textarea")]);
    assert_eq!(page.scene().notice, Some(by_hand));
    let effects = page.send(Msg::Notify(Notice::Copied(Command::CopyLink(None))));
    assert_eq!(effects, [Effect::Draw { above_fold: false }]);
}

#[test]
fn what_is_published_beside_a_law_is_what_its_readers_take_along() {
    let law = published();
    let mut page = Setup::of(&law.store()).open();
    for (command, file, name, media_type, text) in [
        (Command::DownloadJson, "law.json", "public-records-act.json", "application/json", "{}"),
        // Spreadsheets take it for UTF-8 where it says so, and a browser takes that off.
        (
            Command::DownloadCsv,
            "law.csv",
            "public-records-act.csv",
            "text/csv;charset=utf-8",
            "a,b",
        ),
    ] {
        assert_eq!(page.store.export(command), Some(Export::File(file.into())));
        assert_eq!(page.run(command), [Effect::LoadExport(command)]);
        let effects = page.send(Msg::Export(command, Ok(text.into())));
        let marked = ["\u{feff}", text].concat();
        let text = if command == Command::DownloadCsv { &*marked } else { text };
        let download = Effect::Download { name: name.into(), media_type, text: text.into() };
        assert_eq!(effects, [download]);
        assert_eq!(page.scene().notice, None);
    }
    assert_eq!(page.store.export(Command::Print), None);
}

#[test]
fn what_a_page_handed_over_with_its_law_is_taken_along_without_a_request() {
    let exports = Exports { json: "{ }".into(), csv: "\u{feff}a,b".into() };
    let store = Rc::new(Store::open(small_file(), Some(exports.clone())).unwrap());
    for (command, text) in
        [(Command::DownloadJson, exports.json), (Command::DownloadCsv, exports.csv)]
    {
        assert_eq!(store.export(command), Some(Export::Here(Rc::clone(&text))));
        let effects = Setup::of(&store).open().send(Msg::Export(command, Ok(Rc::clone(&text))));
        let [Effect::Download { text: file, .. }] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(*file, text, "marked once");
    }
}

#[test]
fn a_download_that_does_not_come_is_reported_and_told() {
    for command in [Command::DownloadJson, Command::DownloadCsv] {
        let mut page = Setup::of(&published().store()).open();
        let effects = page.send(Msg::Export(command, Err("it answered 404".into())));
        assert_eq!(reported(&effects), ["it answered 404"]);
        assert_eq!(drawn(&effects), [false]);
        assert_eq!(page.scene().notice, Some(Notice::Failed(command)));
    }
}

#[test]
fn a_download_outlives_its_explorer_and_draws_nothing() {
    let law = published();
    let mut page = Setup::of(&law.store()).open();
    page.session.end();
    let effects = page.send(Msg::Export(Command::DownloadJson, Ok("{}".into())));
    assert!(matches!(effects[..], [Effect::Download { .. }]));
    let effects = page.send(Msg::Export(Command::DownloadJson, Err("gone".into())));
    assert_eq!(effects, [Effect::ReportPart("gone".into())]);
}

#[test]
fn printing_and_fetching_again_are_carried_out() {
    let mut page = linked();
    assert_eq!(page.run(Command::Print), [Effect::Print]);
    assert_eq!(page.run(Command::PrintAll), [Effect::Print]);
    let effects = page.run(Command::FetchAgain(Part::Shard(3)));
    assert!(effects.contains(&Effect::Retry(Part::Shard(3))));
}

#[test]
fn paper_has_what_was_asked_for_and_the_page_is_folded_again_after_it() {
    let mut page = linked();
    page.act(Action::Toggle(ProvisionIx::nth(1)));
    let draw = Effect::Draw { above_fold: false };
    assert_eq!(page.send(Msg::Print(true)), [Effect::Refold, draw.clone(), Effect::Unfold]);
    assert_eq!(page.opened(), ["art_1__para_1"], "paper has what the reader chose");
    page.send(Msg::Print(false));
    page.run(Command::PrintAll);
    page.send(Msg::Print(true));
    assert_eq!(page.opened().len(), 12);
    assert!(!page.scene().screen.appendix.is_empty());
    page.configure(&json!({ "deep-links": "", "heading": "Ours" }));
    assert_eq!(page.opened().len(), 12, "options that change meanwhile fold nothing");
    assert_eq!(page.send(Msg::Print(false)), [Effect::Refold, draw]);
    assert_eq!(page.opened(), ["art_1__para_1"]);
    assert_eq!(page.scene().screen.appendix.len(), 0);
    assert_eq!(page.scene().screen.view, ViewKind::Provisions);
    page.send(Msg::Print(true));
    assert_eq!(page.opened(), ["art_1__para_1"], "everything is asked for once");
}

#[test]
fn a_page_that_may_not_print_forgets_what_it_was_asked_for() {
    let choose = |page: &mut Page| drop(page.act(Action::Toggle(ProvisionIx::nth(1))));
    let return_to = |page: &mut Page| drop(page.send(Msg::Focused));
    for go_on in [choose, return_to] {
        let mut page = linked();
        page.act(Action::Toggle(ProvisionIx::nth(2)));
        page.run(Command::PrintAll);
        go_on(&mut page);
        page.send(Msg::Print(true));
        assert!(page.opened().len() < 3, "{:?}", page.opened());
        page.send(Msg::Print(false));
        page.run(Command::PrintAll);
        page.send(Msg::Print(true));
        go_on(&mut page);
        assert_eq!(page.opened().len(), 12, "what is on its way to paper stays whole");
    }
}
