//! What names a provision that is not here yet: links, options, the address.

use contract::Event;
use explorer::Action;
use serde_json::json;
use session::{AddressChange, Command, Effect, Msg, Part};

use super::begun;
use crate::common::{
    EARLY, LATE, Setup, events, published, reported, reveal, revealed, select, written, wrote,
};

#[test]
fn options_that_name_late_provisions_are_no_mistake_until_the_index_is_there() {
    let law = published();
    let set = json!({ "open": "20(1)", "highlight": "20(1), 99(9)" });
    let mut page = Setup::of(&law.store()).set(set.clone()).start();
    assert_eq!(reported(&page.log), [""; 0]);
    assert_eq!(reported(&page.send(Msg::Drawn)), [""; 0]);
    assert_eq!(reported(&page.configure(&set)), [""; 0]);
    let effects = page.receive(Part::Index, Ok(&law.index));
    let [warning] = &reported(&effects)[..] else { panic!("{effects:?}") };
    assert!(warning.contains("99(9)"), "{warning}");
    assert_eq!(page.opened(), [LATE]);
    assert!(page.card(LATE).highlighted);
    assert_eq!(reported(&page.configure(&set)), [""; 0], "it has been reported");
}

#[test]
fn a_link_to_a_late_provision_leads_there_once_it_is_known() {
    let law = published();
    let setup = || Setup::of(&law.store()).set(json!({ "deep-links": "" })).at("pe=art_20__para_1");
    let mut page = setup().open();
    assert_eq!(page.opened(), [""; 0]);
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.opened(), [LATE]);
    assert_eq!(written(&effects), [], "the address says so already");
    assert_eq!(events(&effects), [select(LATE, "Article 20(1)", true)]);
    assert!(effects.contains(&Effect::AskArrival));
    assert_eq!(page.send(Msg::Arrived(true)), [reveal(LATE, false)]);
    assert_eq!(page.send(Msg::Arrived(false)), []);
}

#[test]
fn whoever_reads_on_before_a_late_provision_is_known_stays_there() {
    let law = published();
    let mut page =
        Setup::of(&law.store()).set(json!({ "deep-links": "" })).at("pe=art_20__para_1").open();
    page.untouched = false;
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.opened(), [LATE]);
    assert!(!effects.contains(&Effect::AskArrival));
}

#[test]
fn a_link_that_names_something_known_as_well_is_pending_until_the_reader_does_anything() {
    let law = published();
    for untouched in [true, false] {
        let mut page = Setup::of(&law.store())
            .set(json!({ "deep-links": "" }))
            .at("for=group-1&pe=art_20__para_1")
            .start();
        assert!(page.send(Msg::Drawn).contains(&Effect::AskArrival));
        assert!(page.log.contains(&Effect::WatchInteraction), "from the first drawing on");
        assert_eq!(page.send(Msg::Arrived(true)), [reveal("explorer.title", false)]);
        page.untouched = untouched;
        let effects = page.receive(Part::Index, Ok(&law.index));
        assert!(page.session.scene().screen.filters.filtered);
        let expected: Vec<_> = untouched.then(|| reveal(LATE, false)).into_iter().collect();
        assert_eq!(revealed(&effects), expected);
    }
}

#[test]
fn a_link_of_the_page_s_own_is_followed_to_its_end_with_the_focus() {
    let law = published();
    let mut page = begun(&law);
    page.fragment = "pe=art_20__para_1".into();
    let effects = page.send(Msg::AddressChanged(AddressChange::Link));
    assert!(effects.contains(&Effect::WatchInteraction));
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(revealed(&effects), [reveal(LATE, true)]);
    assert!(!effects.contains(&Effect::AskArrival));
}

#[test]
fn a_step_back_ends_what_a_link_left_pending() {
    let law = published();
    let mut page = begun(&law);
    page.fragment = "pe=art_20__para_1".into();
    page.send(Msg::AddressChanged(AddressChange::Link));
    page.fragment = String::new();
    page.send(Msg::AddressChanged(AddressChange::Step));
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(revealed(&effects), []);
}

#[test]
fn a_failure_keeps_a_link_pending() {
    let law = published();
    let mut page = begun(&law);
    page.fragment = "pe=art_20__para_1".into();
    page.send(Msg::AddressChanged(AddressChange::Link));
    assert_eq!(revealed(&page.receive(Part::Index, Err("gone"))), []);
    page.run(Command::FetchAgain(Part::Index));
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(revealed(&effects), [reveal(LATE, true)]);
}

#[test]
fn what_a_reader_does_before_the_index_is_there_stays_and_the_address_catches_up() {
    let law = published();
    let mut page = Setup::of(&law.store())
        .set(json!({ "deep-links": "" }))
        .at("chapter=2&pe=art_20__para_1")
        .open();
    let early = page.at(EARLY);
    assert_eq!(written(&page.act(Action::Toggle(early))), [], "it would forget where it leads");
    assert_eq!(written(&page.act(Action::Search("record".into()))), []);
    let effects = page.receive(Part::Index, Ok(&law.index));
    let fragment = "chapter=2&pe=art_20__para_1,art_2&q=record";
    assert_eq!(written(&effects), [wrote(fragment, true)]);
    let effects = page.act(Action::Search(String::new()));
    assert_eq!(written(&effects), [wrote("chapter=2&pe=art_20__para_1,art_2", true)]);
    assert!(page.opened().contains(&EARLY.to_owned()));
    let effects = page.act(Action::Toggle(early));
    assert_eq!(written(&effects), [wrote("chapter=2&pe=art_20__para_1", false)]);
}

#[test]
fn a_reader_who_closed_what_the_newsroom_opened_finds_it_closed_when_the_rest_comes() {
    let law = published();
    let set = json!({ "open": "2" });
    let mut page = Setup::of(&law.store()).set(set).open();
    assert_eq!(page.opened(), [EARLY]);
    page.act(Action::Toggle(page.at(EARLY)));
    page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.opened(), [""; 0]);
}

#[test]
fn a_link_passed_on_before_the_index_is_there_says_all_that_the_address_says() {
    let law = published();
    let mut page = Setup::of(&law.store())
        .set(json!({ "deep-links": "" }))
        .at("pe=art_20__para_1,art_2")
        .open();
    let shared = |effects: Vec<Effect>| match &events(&effects)[..] {
        [Event::Share { text, .. }] => text.clone(),
        other => panic!("{other:?}"),
    };
    let all = "https://example.org/story#pe=art_20__para_1,art_2";
    assert_eq!(shared(page.run(Command::CopyLink(None))), all);
    page.act(Action::Toggle(page.at("art_3")));
    let known = "https://example.org/story#pe=art_2,art_3";
    assert_eq!(shared(page.run(Command::CopyLink(None))), known);
}
