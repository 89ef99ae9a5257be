//! A law in parts: its beginning at once, its index when the page rests, details as they are needed;
//! each once, and what fails costs its own place alone.
// Cut short or misspelt on purpose: cspell:ignore ministe minsiter
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

mod common;

use authoring::{Compiled as _, ProvisionId, Shard};
use common::{
    EARLY, LATE, PROVISIONS, Page, Published, Setup, drawn, events, published, reported, reveal,
    revealed, select, written, wrote,
};
use contract::Event;
use explorer::{Action, ViewKind};
use serde_json::json;
use session::{AddressChange, Command, Effect, FocusPlan, Msg, Part, StoreEffect, StoreMsg};

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
fn what_words_lead_to_is_looked_up_once_all_of_them_are_here_and_waits_for_no_frame() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister section".into()));
    let wanted = words(&page);
    assert!(wanted.len() > 1, "{wanted:?}");
    let mut arrive = |file: usize| {
        let effects = page.arrive(Part::Postings(file), Ok(&law.words[file]));
        effects.iter().any(|it| matches!(it, Effect::Want { part: Part::Shard(_), .. }))
    };
    let asks: Vec<_> = wanted.iter().map(|it| arrive(*it)).collect();
    let (last, before) = asks.split_last().unwrap();
    assert!(*last, "each card says why it was found");
    assert!(before.iter().all(|it| !it), "more is on its way");
    assert_eq!(drawn(&page.send(Msg::Painted)), [false]);
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
fn a_shard_that_is_not_what_was_published_is_refused_whole() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Select(page.at(LATE)));
    let other = |change: fn(&mut Shard)| law.other_shard(3, change);
    let wrong = [
        ("its neighbour", law.shards[2].clone()),
        ("another provision", other(|it| it.provisions[0].id = ProvisionId::new("art_99"))),
        ("another summary", other(|it| it.provisions[0].summary = "Says the contrary.".into())),
        ("another parent", other(|it| it.provisions[10].parent = Some(ProvisionId::new("art_18")))),
        ("one missing", other(|it| drop(it.provisions.pop()))),
        ("a concern missing", other(|it| drop(it.concerns.pop()))),
        ("another's concern", other(|it| it.concerns[0].provisions.clear())),
        ("no evidence", other(|it| it.concerns[0].evidence.clear())),
        ("another part", law.index.clone()),
        ("no compiled law", "<!doctype html>".into()),
        ("cut off", law.shards[3][..1000].into()),
        ("a changed letter", law.shards[3].replacen("Article", "article", 1)),
    ];
    for (what, text) in wrong {
        assert_ne!(text, law.shards[3], "{what}");
        page.receive(Part::Shard(3), Ok(&text));
        assert_eq!(page.card(LATE).missing, Some(3), "{what}");
        assert_eq!(page.scene().fetching.failed, [Part::Shard(3)], "{what}");
        page.run(Command::FetchAgain(Part::Shard(3)));
        assert_eq!(page.scene().fetching.failed, [], "{what}");
    }
    page.receive(Part::Shard(3), Ok(&law.shards[3]));
    assert_eq!(page.card(LATE).missing, None);
}

#[test]
fn an_index_of_another_edition_is_refused_and_the_beginning_stays() {
    let law = published();
    let mut page = begun(&law);
    let other = law.law.index(25, 50, Vec::new()).compile();
    let effects = page.receive(Part::Index, Ok(&other));
    assert_eq!(reported(&effects).len(), 1);
    assert_eq!(page.cards().cards.items.len(), 25);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
}

/// The files of words that were asked for.
fn words(page: &Page) -> Vec<usize> {
    let words = page.fetched.iter().filter_map(|it| it.strip_prefix("words-"));
    words.map(|it| it.parse().unwrap()).collect()
}

/// How many provisions are found, and how many files that would tell more aren't here.
fn found(page: &Page) -> (usize, usize) {
    (page.cards().cards.of, page.scene().screen.search.lacking.len())
}

#[test]
fn the_words_that_a_search_wants_are_fetched_once_for_all_explorers_and_it_goes_on_by_itself() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister".into()));
    let wanted = words(&page);
    assert!(!wanted.is_empty() && wanted.len() < 3, "{wanted:?}");
    let (heads, lacking) = found(&page);
    assert_eq!(lacking, wanted.len());
    page.act(Action::Search("ministe".into()));
    assert_eq!(words(&page), wanted, "they are on their way");
    let other = Setup::of(&page.store).open();
    for file in &wanted {
        page.receive(Part::Postings(*file), Ok(&law.words[*file]));
    }
    let (all, lacking) = found(&page);
    assert!(all > heads && lacking == 0, "{all}, not {heads}");
    let card = &page.cards().cards.items[0];
    assert_eq!(card.missing.is_some(), card.hits.is_empty(), "it says why once it is here");
    assert!(page.fetched.iter().any(|it| it.starts_with("shard-")), "{:?}", page.fetched);
    let mut other = other;
    other.act(Action::Search("ministe".into()));
    assert_eq!((found(&other), words(&other)), ((all, 0), Vec::new()));
}

#[test]
fn a_misspelt_word_has_all_terms_fetched_and_then_those_of_what_was_meant() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minsiter".into()));
    let mut came = Vec::new();
    while let Some(file) = words(&page).into_iter().find(|it| !came.contains(it)) {
        assert_eq!(page.scene().screen.search.instead, None, "nobody knows yet");
        page.receive(Part::Postings(file), Ok(&law.words[file]));
        came.push(file);
    }
    assert_eq!(page.scene().screen.search.instead.as_deref(), Some("minister"));
    let (all, _) = found(&page);
    assert!(all > 0);
}

#[test]
fn words_that_fail_leave_what_was_found_and_all_of_them_can_be_tried_again_at_once() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister section".into()));
    let wanted = words(&page);
    assert!(wanted.len() > 1, "{wanted:?}");
    let before = found(&page);
    for (nth, file) in wanted.iter().enumerate() {
        let effects = page.receive(Part::Postings(*file), Err("it answered 404"));
        assert_eq!(reported(&effects).len(), usize::from(nth == 0));
    }
    let failed: Vec<_> = wanted.iter().map(|it| Part::Postings(*it)).collect();
    assert_eq!(page.scene().fetching.failed, failed);
    assert_eq!(found(&page), before);
    page.fetched.clear();
    page.act(Action::Search("minister section ".into()));
    assert_eq!(words(&page), [0; 0], "nobody asked again");
    page.run(Command::FetchAgain(failed[0]));
    assert_eq!(words(&page), wanted);
    assert_eq!(page.scene().fetching.failed, []);
    // What is another's is refused.
    page.receive(failed[0], Ok(&law.words[wanted[1]]));
    assert_eq!(page.scene().fetching.failed, failed[..1]);
    page.run(Command::FetchAgain(failed[0]));
    for file in &wanted {
        page.receive(Part::Postings(*file), Ok(&law.words[*file]));
    }
    assert_eq!(found(&page).1, 0);
}

#[test]
fn what_fails_is_reported_once_however_often_it_fails_and_can_be_tried_again() {
    let law = published();
    let mut page = begun(&law);
    let effects = page.receive(Part::Index, Err("it answered 404"));
    assert_eq!(reported(&effects), ["it answered 404"]);
    assert_eq!(drawn(&effects), [false]);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
    let effects = page.run(Command::FetchAgain(Part::Index));
    assert_eq!(page.fetched, ["index", "index"]);
    assert_eq!(page.scene().fetching.failed, []);
    // The button goes away, so the focus goes to what it stood in.
    let steps: Vec<_> = effects.iter().filter(|it| **it != Effect::AwaitPaint).collect();
    let plan = Effect::PlanFocus(FocusPlan::Beside);
    let (retry, draw) = (Effect::Retry(Part::Index), Effect::Draw { above_fold: false });
    assert_eq!(steps, [&plan, &retry, &draw, &Effect::MoveFocus]);
    assert_eq!(page.send(Msg::Painted), [], "it has been drawn");
    assert_eq!(reported(&page.receive(Part::Index, Err("it answered 404"))), [""; 0]);
    assert_eq!(page.scene().fetching.failed, [Part::Index]);
    page.run(Command::FetchAgain(Part::Index));
    page.receive(Part::Index, Ok(&law.index));
    assert_eq!(page.cards().cards.of, PROVISIONS);
}

#[test]
fn a_failure_before_anybody_has_subscribed_is_reported_to_the_first_who_does() {
    let store = published().store();
    let fail = || StoreMsg::Received(Part::Index, Err("gone".into()));
    let report = StoreEffect::Report("gone".into());
    assert_eq!(store.update(fail())[0], report);
    assert_eq!(store.update(StoreMsg::Unreported), []);
    assert_eq!(store.update(fail())[0], report);
    assert_eq!(store.update(fail()), [StoreEffect::Notify { whole: false }]);
}

#[test]
fn who_waits_for_the_index_has_it_asked_for_at_once_and_again_after_a_failure() {
    let store = published().store();
    let fetch = StoreEffect::Fetch { part: Part::Index, name: "index".into(), resting: false };
    assert_eq!(store.update(StoreMsg::AwaitIndex), std::slice::from_ref(&fetch));
    assert_eq!(store.update(StoreMsg::AwaitIndex), []);
    store.update(StoreMsg::Received(Part::Index, Err("gone".into())));
    assert_eq!(store.update(StoreMsg::AwaitIndex), [fetch, StoreEffect::Notify { whole: false }]);
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

#[test]
fn the_rest_of_a_law_is_drawn_once_and_made_ready_to_be_searched() {
    let law = published();
    let mut page = begun(&law);
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(drawn(&effects).len(), 1);
    assert!(effects.contains(&Effect::WarmUp));
    let mut steps = 0;
    while page.session.warm_up() {
        steps += 1;
        assert!(steps < PROVISIONS);
    }
    assert!(steps > 0, "a few provisions at a time");
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
