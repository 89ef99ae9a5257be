//! Where the first state comes from, and what follows once it is drawn.
// Misspelt on purpose: cspell:ignore viev
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

mod common;

use common::{Setup, drawn, events, reported, reveal, revealed, small};
use contract::Event;
use explorer::{Action, ViewKind};
use serde_json::json;
use session::{Effect, Msg, organisation_id};

fn linked() -> Setup {
    Setup::of(&small()).set(json!({ "deep-links": "", "open": "1" })).at("pe=art_2")
}

#[test]
fn what_the_newsroom_set_is_what_a_reader_finds() {
    let page = Setup::of(&small()).set(json!({ "open": "1(2)", "highlight": "2" })).start();
    assert_eq!(page.opened(), ["art_1__para_2"]);
    assert!(page.card("art_2").highlighted);
    let page = Setup::of(&small()).set(json!({ "view": "matrix", "audience": "group-1" })).start();
    assert_eq!(page.scene().screen.view, ViewKind::Matrix);
    assert!(page.scene().screen.filters.filtered);
}

#[test]
fn a_link_beats_the_newsroom_s_start_where_links_are_wanted() {
    assert_eq!(linked().start().opened(), ["art_2"]);
    let page = Setup::of(&small()).set(json!({ "open": "1" })).at("pe=art_2").start();
    assert_eq!(page.opened(), ["art_1"]);
    let page = linked().at("chapter=2").start();
    assert_eq!(page.opened(), ["art_1"], "the page's own fragment says nothing to us");
}

#[test]
fn the_first_drawing_is_hasty_only_where_nothing_leads_elsewhere() {
    assert_eq!(drawn(&Setup::of(&small()).start().log), [true]);
    assert_eq!(drawn(&linked().start().log), [false]);
    assert_eq!(drawn(&linked().at("pe=art_1").start().log), [true], "a link to the start itself");
    let brought = Setup { brought: Some(String::new()), ..Setup::of(&small()) };
    assert_eq!(drawn(&brought.start().log), [false]);
}

#[test]
fn who_comes_by_a_link_is_brought_there_without_the_focus() {
    let mut page = linked().start();
    let watch = page.log.iter().position(|it| *it == Effect::WatchInteraction);
    let draw = page.log.iter().position(|it| matches!(it, Effect::Draw { .. }));
    assert!(watch.is_some() && watch < draw, "a reader may move on once anything is drawn");
    assert!(page.send(Msg::Drawn).contains(&Effect::AskArrival));
    assert_eq!(page.send(Msg::Arrived(true)), [reveal("art_2", false)]);
    let mut page = linked().start();
    page.send(Msg::Drawn);
    assert_eq!(page.send(Msg::Arrived(false)), []);
}

#[test]
fn nobody_is_brought_to_where_the_explorer_begins_anyway() {
    for setup in [Setup::of(&small()), linked().at("pe=art_1")] {
        let effects = setup.start().send(Msg::Drawn);
        assert!(!effects.contains(&Effect::AskArrival));
        assert_eq!(revealed(&effects), []);
    }
}

#[test]
fn a_link_to_an_organisation_leads_to_it_and_one_to_a_table_to_the_title() {
    let mut page = linked().at("view=objections&org=organisation-1").open();
    let id = organisation_id(authoring::OrganisationIx::nth(0));
    assert_eq!(page.send(Msg::Arrived(true)), [reveal(&id, false)]);
    let mut page = linked().at("view=matrix").open();
    assert_eq!(page.send(Msg::Arrived(true)), [reveal("explorer.title", false)]);
}

#[test]
fn ready_says_which_dataset_it_is_and_how_many_provisions_the_list_has() {
    let effects = Setup::of(&small()).start().send(Msg::Drawn);
    let ready = |provisions| {
        let dataset = "public-records-act".into();
        [Event::Ready { dataset, edition: 1, provisions }]
    };
    assert_eq!(events(&effects), ready(12));
    let only = Setup::of(&small()).set(json!({ "highlight": "1(1), 1(2)", "only": "" }));
    let effects = only.start().send(Msg::Drawn);
    assert_eq!(events(&effects), ready(2));
}

#[test]
fn ready_comes_once_and_not_from_a_card_beside_a_mention() {
    let mut page = Setup::of(&small()).start();
    assert_eq!(events(&page.log.clone()).len(), 0, "it isn't on the screen yet");
    assert_eq!(events(&page.send(Msg::Drawn)).len(), 1);
    assert_eq!(events(&page.send(Msg::Drawn)).len(), 0);
    let mut card = Setup { compact: true, ..Setup::of(&small()) }.start();
    assert!(card.scene().compact);
    assert_eq!(events(&card.send(Msg::Drawn)).len(), 0);
}

#[test]
fn mistakes_are_reported_before_anything_is_drawn() {
    let page = Setup::of(&small()).set(json!({ "open": "99", "viev": "matrix" })).start();
    assert_eq!(reported(&page.log[..1]).len(), 2, "{:?}", page.log);
}

#[test]
fn what_a_reader_opened_in_what_the_page_brought_stays_open() {
    let brought = |view: &str, ids: &str| {
        let setup = Setup::of(&small()).set(json!({ "view": view, "open": "1" }));
        Setup { brought: Some(ids.into()), ..setup }.start()
    };
    let page = brought("provisions", "art_2 art_1__para_1 fold.0 fold.9 nothing");
    assert_eq!(page.opened(), ["art_1__para_1", "art_2"], "and what the reader closed is closed");
    let id = organisation_id(authoring::OrganisationIx::nth(2));
    let mut page = brought("objections", &id);
    let go = Msg::Go { action: Action::ShowAll, focus: false };
    assert_eq!(revealed(&page.send(go)), [reveal(&id, false)]);
}

#[test]
fn what_the_page_brought_is_drawn_without_a_day_and_then_with_it() {
    let mut page = Setup { brought: Some(String::new()), ..linked() }.start();
    assert!(!page.scene().screen.head.stale);
    assert_eq!(page.opened(), [""; 0], "what the page brought doesn't know the address");
    let effects = page.send(Msg::Drawn);
    let finish = effects.iter().position(|it| *it == Effect::FinishHydration).unwrap();
    let draw = effects.iter().position(|it| matches!(it, Effect::Draw { .. })).unwrap();
    assert!(finish < draw);
    assert!(page.scene().screen.head.stale);
    assert_eq!(page.opened(), ["art_2"], "only then the address is followed");
}

#[test]
fn without_anything_brought_the_day_is_known_at_once() {
    assert!(Setup::of(&small()).start().scene().screen.head.stale);
}
