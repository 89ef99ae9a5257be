//! A law in parts: its beginning at once, its index when the page rests, details as they are needed;
//! each once. What fails, what is searched and what links lead to have a file each.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

#[path = "../common/mod.rs"]
mod common;
mod failing;
mod links;
mod search;

use common::{EARLY, LATE, PROVISIONS, Page, Published, Setup, drawn, events, published};
use contract::Event;
use explorer::{Action, ViewKind};
use serde_json::json;
use session::{Command, Effect, Msg, Part, StoreEffect, StoreMsg};

/// An explorer of a law of which the beginning is here.
fn begun(law: &Published) -> Page {
    Setup::of(&law.store()).set(json!({ "deep-links": "" })).open()
}

/// An explorer of a law of which all names are here.
fn indexed(law: &Published) -> Page {
    let mut page = begun(law);
    page.receive(Part::Index, Ok(&law.index));
    page.fetched.clear();
    page
}

#[test]
fn the_index_is_asked_for_once_the_page_rests_and_only_where_there_is_one() {
    let law = published();
    let page = Setup::of(&law.store()).start();
    assert_eq!(page.fetched, [""; 0], "nothing competes with the first drawing");
    let store = law.store();
    let want = StoreMsg::Want { part: Part::Index, resting: true };
    let fetch = StoreEffect::Fetch { part: Part::Index, name: "index".into(), resting: true };
    assert_eq!(store.update(want.clone()), [fetch]);
    assert_eq!(store.update(want.clone()), [], "it is on its way");
    assert_eq!(common::small().update(want), []);
    let mut page = Setup::of(&law.store()).start();
    assert!(page.send(Msg::Drawn).contains(&Effect::Want { part: Part::Index, resting: true }));
    assert_eq!(page.fetched, ["index"]);
}

#[test]
fn the_beginning_says_how_many_provisions_there_are_and_what_is_on_its_way() {
    let law = published();
    let mut page = begun(&law);
    assert_eq!(page.cards().cards.items.len(), 25);
    assert_eq!(page.scene().fetching.awaited, Some(PROVISIONS));
    page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.scene().fetching.awaited, None);
    assert_eq!(page.cards().cards.of, PROVISIONS);
}

#[test]
fn ready_counts_the_whole_law_while_only_its_beginning_is_here() {
    let law = published();
    let mut page = Setup::of(&law.store()).start();
    let effects = page.send(Msg::Drawn);
    let [Event::Ready { provisions, .. }] = events(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!(provisions, PROVISIONS);
}

#[test]
fn what_is_opened_is_fetched_once_and_drawn_when_it_comes() {
    let law = published();
    let mut page = indexed(&law);
    // The middle of the third shard.
    let id = "art_15__para_1";
    let provision = page.at(id);
    page.act(Action::Select(provision));
    assert_eq!(page.fetched, ["shard-2"]);
    assert_eq!(page.card(id).missing, Some(2));
    page.act(Action::Toggle(provision));
    page.act(Action::Toggle(provision));
    assert_eq!(page.fetched, ["shard-2"], "it is on its way");
    let effects = page.receive(Part::Shard(2), Ok(&law.shards[2]));
    assert_eq!(drawn(&effects), [false]);
    assert_eq!(page.card(id).missing, None);
    page.act(Action::Toggle(provision));
    page.act(Action::Toggle(provision));
    assert_eq!(page.fetched, ["shard-2"], "it is here");
}

#[test]
fn what_comes_between_two_frames_is_drawn_once() {
    let law = published();
    let mut page = indexed(&law);
    // A provision of each shard, those between them folded away.
    let opened = [30, 60, 90, 110].map(authoring::ProvisionIx::nth);
    for provision in opened {
        page.act(Action::Select(provision));
    }
    assert_eq!(page.send(Msg::Painted), [], "nothing has come");
    let arrive =
        |page: &mut Page, shard: usize| page.arrive(Part::Shard(shard), Ok(&law.shards[shard]));
    assert_eq!(arrive(&mut page, 0), [Effect::AwaitPaint]);
    assert_eq!(arrive(&mut page, 1), []);
    assert_eq!(arrive(&mut page, 2), []);
    assert_eq!(drawn(&page.send(Msg::Painted)), [false]);
    assert_eq!(page.send(Msg::Painted), []);
    assert_eq!(arrive(&mut page, 3), [Effect::AwaitPaint]);
    page.act(Action::Toggle(opened[0]));
    assert_eq!(page.send(Msg::Painted), [], "the step has drawn it");
}

#[test]
fn the_shard_of_the_next_and_of_the_previous_provision_is_prefetched() {
    let law = published();
    let mut page = indexed(&law);
    // The last of the second shard, and the first of the third.
    let (last, first) = (authoring::ProvisionIx::nth(74), authoring::ProvisionIx::nth(75));
    page.act(Action::Select(last));
    assert_eq!(
        page.fetched[..2],
        ["shard-1", "shard-2"],
        "the one being read first, then the next"
    );
    let mut page = indexed(&law);
    page.act(Action::Select(first));
    assert_eq!(
        page.fetched[..2],
        ["shard-2", "shard-1"],
        "the one being read first, then the one before"
    );
}

#[test]
fn of_what_is_open_only_what_is_on_the_screen_is_fetched() {
    let law = published();
    let mut page = Setup::of(&law.store())
        .set(json!({ "deep-links": "" }))
        .at("view=matrix&pe=art_20__para_1,art_10")
        .open();
    page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.fetched, ["index"]);
    page.act(Action::Turn(ViewKind::Objections));
    assert_eq!(page.fetched, ["index"]);
    page.act(Action::Search("Article 20(1)".into()));
    page.act(Action::Turn(ViewKind::Provisions));
    assert!(page.fetched.contains(&"shard-3".into()), "{:?}", page.fetched);
    assert!(!page.fetched.contains(&"shard-1".into()), "{:?}", page.fetched);
}

#[test]
fn an_open_cell_of_the_matrix_is_fetched() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Turn(ViewKind::Matrix));
    assert_eq!(page.fetched, [""; 0]);
    let cell = Action::ToggleCell(page.at(LATE), authoring::GroupIx::nth(0));
    page.act(cell);
    assert_eq!(page.fetched, ["shard-3"]);
}

#[test]
fn paper_shows_a_law_in_parts_only_as_far_as_it_is_here() {
    let law = published();
    let mut page = indexed(&law);
    page.run(Command::PrintAll);
    page.send(Msg::Print(true));
    let cards = page.cards().cards.items;
    assert_eq!(cards.len(), 25, "as long as on the screen");
    assert!(cards.iter().all(|it| it.open && it.detail.is_some()));
    page.send(Msg::Print(false));
    assert_eq!(page.opened(), [""; 0]);
}

#[test]
fn on_paper_a_card_whose_details_are_missing_stays_closed() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("Article 20".into()));
    page.send(Msg::Print(true));
    let card = page.card(LATE);
    assert_eq!((card.open, card.detail.is_some(), card.missing), (false, false, Some(3)));
    page.receive(Part::Shard(3), Ok(&law.shards[3]));
    let card = page.card(LATE);
    assert_eq!((card.open, card.detail.is_some()), (true, true), "what comes is unfolded");
}

#[test]
fn what_comes_after_the_end_does_nothing() {
    let law = published();
    let mut page = begun(&law);
    page.act(Action::Toggle(page.at(EARLY)));
    page.session.end();
    assert_eq!(page.receive(Part::Index, Ok(&law.index)), []);
    assert_eq!(page.act(Action::Turn(ViewKind::Matrix)), []);
    assert!(page.scene().compact);
    assert_eq!(page.opened(), [""; 0]);
}
