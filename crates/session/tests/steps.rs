//! What follows from each thing that a reader or the page does: drawing, sight and focus, events,
//! the address.
// cspell:ignore Größe
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

mod common;

use std::rc::Rc;

use authoring::{GroupIx, ProvisionIx, Published, SourceIx};
use common::{Page, Setup, drawn, events, open, reveal, revealed, select, small, written, wrote};
use contract::Event;
use explorer::{Action, Fold, ViewKind};
use serde_json::json;
use session::{AddressChange, Command, Effect, FocusPlan, Msg, Notice, OTHERWISE, Store};

fn linked() -> Page {
    Setup::of(&small()).set(json!({ "deep-links": "" })).at("chapter=2").open()
}

fn plain() -> Page {
    Setup::of(&small()).open()
}

fn ix(at: usize) -> ProvisionIx {
    ProvisionIx::nth(at)
}

#[test]
fn a_step_that_changes_nothing_draws_and_tells_nothing() {
    let mut page = linked();
    assert_eq!(page.act(Action::Turn(ViewKind::Provisions)), []);
    assert_eq!(page.act(Action::Search(String::new())), []);
}

#[test]
fn opening_and_closing_is_told_with_id_and_citation() {
    let mut page = plain();
    for open in [true, false] {
        let effects = page.act(Action::Toggle(ix(1)));
        assert_eq!(events(&effects), [select("art_1__para_1", "Article 1(1)", open)]);
    }
}

#[test]
fn a_card_closed_from_its_end_brings_its_head_into_sight_and_focus() {
    let mut page = plain();
    page.act(Action::Toggle(ix(1)));
    let effects = page.act(Action::Close(ix(1)));
    assert_eq!(events(&effects), [select("art_1__para_1", "Article 1(1)", false)]);
    assert_eq!(revealed(&effects), [reveal("art_1__para_1", true)]);
}

#[test]
fn the_way_to_those_who_see_it_otherwise_brings_them_into_sight_and_focus() {
    let mut page = plain();
    let effects = page.act(Action::VisitOthers);
    assert!(matches!(events(&effects)[..], [Event::Filter { .. }]), "{effects:?}");
    assert_eq!(revealed(&effects), [reveal(OTHERWISE, true)]);
    // It leads there again, although nothing changes.
    assert_eq!(revealed(&page.act(Action::VisitOthers)), [reveal(OTHERWISE, true)]);
}

#[test]
fn a_step_to_the_next_provision_tells_what_closed_and_then_what_opened() {
    let mut page = plain();
    page.act(Action::Toggle(ix(1)));
    let effects = page.send(Msg::Go { action: Action::Next, focus: false });
    let closed = select("art_1__para_1", "Article 1(1)", false);
    let opened = select("art_1__para_2", "Article 1(2)", true);
    assert_eq!(events(&effects), [closed, opened]);
    assert_eq!(revealed(&effects), [reveal("art_1__para_2", false)]);
}

#[test]
fn what_filters_is_told_in_full() {
    let mut page = plain();
    for action in [
        Action::ToggleGroup(GroupIx::nth(0)),
        Action::ToggleSource(SourceIx::nth(1)),
        Action::Search("Größe & <b>".into()),
    ] {
        assert!(matches!(events(&page.act(action))[..], [Event::Filter { .. }]));
    }
    let effects = page.act(Action::Turn(ViewKind::Affected));
    let filter = Event::Filter {
        view: "affected".into(),
        audience: vec!["group-1".into()],
        sources: vec!["letter-2".into()],
        query: "Größe & <b>".into(),
        provisions: 0,
    };
    assert_eq!(events(&effects), [filter]);
    let effects = page.act(Action::ClearFilters);
    let [Event::Filter { provisions, .. }] = events(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!(provisions, 12);
}

#[test]
fn folds_and_pages_are_nobody_s_business() {
    let mut page = linked();
    let effects = page.act(Action::ToggleFold(Fold::Documents));
    assert_eq!((drawn(&effects), events(&effects).len()), (vec![false], 0));
}

#[test]
fn a_step_is_an_entry_of_the_history_and_a_letter_typed_is_none() {
    let mut page = linked();
    let effects = page.act(Action::Toggle(ix(1)));
    assert_eq!(written(&effects), [wrote("chapter=2&pe=art_1__para_1", false)]);
    let effects = page.act(Action::Search("rec".into()));
    assert_eq!(written(&effects), [wrote("chapter=2&pe=art_1__para_1&q=rec", true)]);
    let effects = page.act(Action::Reset);
    assert_eq!(written(&effects), [wrote("chapter=2", false)]);
}

#[test]
fn without_deep_links_the_address_is_neither_read_nor_written() {
    let mut page = plain();
    assert_eq!(written(&page.act(Action::Toggle(ix(1)))), []);
    page.fragment = "pe=art_2".into();
    assert_eq!(page.send(Msg::AddressChanged(AddressChange::Link)), []);
    assert!(!page.scene().linkable);
    assert!(linked().scene().linkable);
}

#[test]
fn a_step_back_shows_what_was_there_and_writes_moves_and_focuses_nothing() {
    let mut page = linked();
    page.act(Action::Toggle(ix(1)));
    page.fragment = "pe=art_2".into();
    let effects = page.send(Msg::AddressChanged(AddressChange::Step));
    assert_eq!(page.opened(), ["art_2"]);
    assert_eq!((written(&effects), revealed(&effects)), (vec![], vec![]));
    page.fragment = "chapter=2".into();
    page.send(Msg::AddressChanged(AddressChange::Step));
    assert_eq!(page.opened(), [""; 0], "back to the newsroom's start");
}

#[test]
fn a_step_back_from_a_provision_leads_into_the_panel_that_named_it() {
    let mut page = linked();
    let into_panel = Effect::Focus(".behind button");
    page.act(Action::Turn(ViewKind::Matrix));
    let table = page.fragment.clone();
    let opened = page.act(Action::ToggleCell(ix(1), authoring::GroupIx::nth(0)));
    assert!(!opened.contains(&into_panel), "the focus stays on the cell");
    let panel = page.fragment.clone();
    assert_ne!(panel, table);
    page.act(Action::Select(ix(1)));
    page.fragment = panel.clone();
    assert!(page.send(Msg::AddressChanged(AddressChange::Step)).contains(&into_panel));
    page.act(Action::Select(ix(1)));
    page.fragment = table;
    let closed = page.send(Msg::AddressChanged(AddressChange::Step));
    assert!(!closed.contains(&into_panel), "there is no panel");
    page.fragment = panel;
    let again = page.send(Msg::AddressChanged(AddressChange::Step));
    assert!(!again.contains(&into_panel), "the reader was in the table");
}

#[test]
fn a_link_of_the_page_s_leads_to_what_it_names_and_other_anchors_change_nothing() {
    let mut page = linked();
    page.fragment = "pe=art_2".into();
    let effects = page.send(Msg::AddressChanged(AddressChange::Link));
    assert_eq!((written(&effects), revealed(&effects)), (vec![], vec![reveal("art_2", true)]));
    assert!(!effects.contains(&Effect::WatchInteraction), "all of the law is here");
    page.fragment = "pe=art_1".into();
    let effects = page.send(Msg::AddressChanged(AddressChange::Script));
    assert_eq!(revealed(&effects), [reveal("art_1", false)], "nobody followed a link");
    page.fragment = "pe=art_2".into();
    page.send(Msg::AddressChanged(AddressChange::Link));
    page.fragment = "part-2".into();
    assert_eq!(page.send(Msg::AddressChanged(AddressChange::Link)), []);
    assert_eq!(page.opened(), ["art_2"]);
}

#[test]
fn where_a_reader_follows_a_link_sight_and_focus_follow() {
    let mut page = plain();
    assert_eq!(revealed(&page.act(Action::Select(ix(1)))), [reveal("art_1__para_1", true)]);
    assert_eq!(revealed(&page.act(Action::Select(ix(1)))), [reveal("art_1__para_1", true)]);
    assert_eq!(revealed(&page.act(Action::Toggle(ix(2)))), [], "it stands where the reader looks");
    assert_eq!(revealed(&page.act(Action::Reset)), []);
}

#[test]
fn a_page_s_own_call_takes_nobody_along_who_has_moved_on() {
    let mut page = plain();
    let go = |untouched| Msg::Select { provision: ix(1), focus: true, untouched };
    assert_eq!(revealed(&page.send(go(true))), [reveal("art_1__para_1", true)]);
    page.act(Action::Reset);
    let effects = page.send(go(false));
    assert_eq!(page.opened(), ["art_1__para_1"]);
    assert_eq!(revealed(&effects), []);
}

#[test]
fn what_a_list_leaves_out_cannot_be_gone_to() {
    let page = Setup::of(&small()).set(json!({ "highlight": "1(1)", "only": "" })).open();
    assert_eq!(page.session.find("art_1__para_1"), Some(ix(1)));
    assert_eq!(page.session.find("art_2"), None);
    assert_eq!(page.session.find("nothing"), None);
}

#[test]
fn what_renews_a_list_is_drawn_above_the_fold_first() {
    let mut page = plain();
    for hasty in [
        Action::Turn(ViewKind::Matrix),
        Action::ToggleGroup(GroupIx::nth(0)),
        Action::ToggleSource(SourceIx::nth(0)),
        Action::Search("e".into()),
        Action::ClearFilters,
        Action::LookAs(GroupIx::nth(1)),
    ] {
        assert_eq!(drawn(&page.act(hasty.clone())), [true], "{hasty:?}");
    }
    page.act(Action::ClearFilters);
    for whole in [Action::Toggle(ix(1)), Action::ToggleFold(Fold::Sources), Action::Reset] {
        assert_eq!(drawn(&page.act(whole.clone())), [false], "{whole:?}");
    }
}

#[test]
fn where_a_button_goes_away_the_focus_goes_to_the_count() {
    let mut page = plain();
    page.act(Action::Search("record".into()));
    let to_the_count = Effect::Focus("[role=status]");
    assert_eq!(page.act(Action::ClearFilters).last(), Some(&to_the_count));
    // A group that is tapped above the list stays where it is; one in the view of groups goes.
    let look = || Action::LookAs(GroupIx::nth(0));
    assert!(!page.act(look()).contains(&to_the_count));
    page.act(Action::Turn(ViewKind::Affected));
    assert_eq!(page.act(look()).last(), Some(&to_the_count));
}

#[test]
fn in_a_longer_list_the_focus_goes_to_what_is_new() {
    let long = common::dataset(&law::law(320).to_string()).compile(Published::default());
    let store = Rc::new(Store::open(long, None).unwrap());
    let mut page = Setup::of(&store).open();
    page.send(Msg::Go { action: Action::Restore(open(ix(160))), focus: false });
    for (action, earlier) in
        [(Action::ShowEarlier, true), (Action::ShowMore, false), (Action::ShowAll, false)]
    {
        let effects = page.act(action);
        let plan = Effect::PlanFocus(FocusPlan::Lengthened { earlier });
        let draw = Effect::Draw { above_fold: false };
        assert_eq!(effects, [plan, draw, Effect::MoveFocus]);
    }
}

#[test]
fn what_came_of_a_command_goes_with_the_reader_s_next_step() {
    let mut page = plain();
    page.send(Msg::Notify(Notice::Copied(Command::CopyLink(None))));
    assert!(page.scene().notice.is_some());
    page.act(Action::Turn(ViewKind::Provisions));
    assert!(page.scene().notice.is_some(), "nothing changed");
    page.act(Action::Toggle(ix(1)));
    assert_eq!(page.scene().notice, None);
}

#[test]
fn what_a_link_does_not_name_stays() {
    let mut page = linked();
    page.act(Action::ToggleFold(Fold::Documents));
    page.fragment = "pe=art_2".into();
    page.send(Msg::AddressChanged(AddressChange::Step));
    let folds = format!("{:?}", page.scene().screen.foot);
    page.act(Action::ToggleFold(Fold::Documents));
    assert_ne!(folds, format!("{:?}", page.scene().screen.foot));
}
