//! Options that change while a reader reads, what is reported of them, and whose the address is.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by it"
)]

mod common;

use std::rc::Rc;

use authoring::ProvisionIx;
use common::{Page, Setup, drawn, events, reported, small, today, written};
use explorer::{Action, ViewKind};
use serde_json::json;
use session::{AddressOwner, Msg};

fn ix(at: usize) -> ProvisionIx {
    ProvisionIx::nth(at)
}

#[test]
fn what_changed_in_the_newsroom_s_start_changes_on_the_screen() {
    let mut page = Setup::of(&small()).set(json!({ "open": "1" })).open();
    let effects = page.configure(&json!({ "open": "2" }));
    assert_eq!(page.opened(), ["art_2"]);
    assert_eq!(drawn(&effects), [false]);
    assert_eq!(events(&effects).len(), 0, "no reader did it");
    page.configure(&json!({ "open": "2", "view": "matrix", "audience": "group-1" }));
    assert_eq!(page.scene().screen.view, ViewKind::Matrix);
    assert!(page.scene().screen.filters.filtered);
    page.configure(&json!({}));
    assert!(!page.scene().screen.filters.filtered);
    assert_eq!(page.opened(), [""; 0]);
}

#[test]
fn what_the_reader_chose_stays_where_the_newsroom_changed_something_else() {
    let mut page = Setup::of(&small()).set(json!({ "open": "1" })).open();
    page.act(Action::Toggle(ix(1)));
    page.act(Action::Search("record".into()));
    let query = page.scene().screen.filters.query.clone();
    page.configure(&json!({ "open": "1", "heading": "Ours", "theme": "dark" }));
    assert_eq!(page.scene().screen.filters.query, query);
    assert_eq!(page.scene().screen.head.title.text, "Ours");
    assert_eq!(page.session.theme().word(), "dark");
    page.act(Action::Search(String::new()));
    assert_eq!(page.opened(), ["art_1", "art_1__para_1"]);
    page.configure(&json!({ "open": "1", "view": "objections" }));
    page.act(Action::Turn(ViewKind::Provisions));
    assert_eq!(page.opened(), ["art_1", "art_1__para_1"], "a view that changed opens nothing");
}

#[test]
fn reset_leads_to_the_start_as_it_is_now() {
    let mut page = Setup::of(&small()).set(json!({ "open": "1" })).open();
    page.configure(&json!({ "open": "2" }));
    page.act(Action::Toggle(ix(1)));
    page.act(Action::Reset);
    assert_eq!(page.opened(), ["art_2"]);
}

#[test]
fn the_language_of_the_dataset_s_words_follows() {
    let mut page = Setup::of(&small()).open();
    let layers = common::layers(&json!({}));
    let before = format!("{:?}", page.scene().screen.head);
    page.send(Msg::Configure { lang: "fr", layers: layers.clone(), today: Some(today()) });
    let french = format!("{:?}", page.scene().screen.head);
    page.send(Msg::Configure { lang: "en", layers, today: Some(today()) });
    assert_ne!(before, french);
    assert_eq!(before, format!("{:?}", page.scene().screen.head));
}

#[test]
fn a_mistake_is_reported_once_until_it_has_been_mended() {
    let wrong = json!({ "open": "99" });
    let mut page = Setup::of(&small()).set(wrong.clone()).start();
    assert_eq!(reported(&page.log).len(), 1);
    assert_eq!(reported(&page.configure(&wrong)), [""; 0]);
    let both = json!({ "open": "99", "highlight": "98" });
    let [new] = &reported(&page.configure(&both))[..] else { panic!() };
    assert!(new.contains("98"), "{new}");
    assert_eq!(reported(&page.configure(&json!({}))), [""; 0]);
    assert_eq!(reported(&page.configure(&wrong)).len(), 1, "it is there again");
}

#[test]
fn options_that_are_not_json_are_named_by_their_script_and_leave_the_attributes_in_force() {
    let mut page = Setup::of(&small()).start();
    let layers = json!({ "attributes": { "open": "2" }, "child": "{ \"open\": " }).to_string();
    let effects = page.send(Msg::Configure { lang: "en", layers, today: Some(today()) });
    let [wrong] = &reported(&effects)[..] else { panic!("{effects:?}") };
    assert!(wrong.starts_with("script.provision-explorer-options: "), "{wrong}");
    assert_eq!(page.opened(), ["art_2"]);
}

#[test]
fn a_property_too_deep_to_be_read_is_named_and_costs_no_other_layer() {
    let mut page = Setup::of(&small()).start();
    let deep = format!("{{ \"notes\": {}{} }}", "[".repeat(40), "]".repeat(40));
    let (attributes, child) = (json!({ "open": "2" }), r#"{ "heading": "Kept" }"#);
    let layers = json!({ "attributes": attributes, "property": deep, "child": child }).to_string();
    let effects = page.send(Msg::Configure { lang: "en", layers, today: Some(today()) });
    let [wrong] = &reported(&effects)[..] else { panic!("{effects:?}") };
    assert!(wrong.starts_with("the property `options`: "), "{wrong}");
    assert!(wrong.ends_with("at most 32 levels"), "{wrong}");
    assert_eq!(page.opened(), ["art_2"]);
    assert!(format!("{:?}", page.scene().screen.head).contains("Kept"));
}

#[test]
fn an_attribute_beats_the_property_and_that_the_script() {
    let mut page = Setup::of(&small()).start();
    let mut open = |layers: serde_json::Value| {
        let layers = layers.to_string();
        page.send(Msg::Configure { lang: "en", layers, today: Some(today()) });
        page.opened()
    };
    let (property, child) = (r#"{ "open": "1(1)" }"#, r#"{ "open": "1(2)" }"#);
    let attributes = json!({ "open": "1" });
    assert_eq!(open(json!({ "child": child })), ["art_1__para_2"]);
    assert_eq!(open(json!({ "property": property, "child": child })), ["art_1__para_1"]);
    let all = json!({ "attributes": attributes, "property": property, "child": child });
    assert_eq!(open(all), ["art_1"]);
}

fn wanting(owner: &Rc<AddressOwner>) -> Page {
    let setup = Setup::of(&small()).set(json!({ "deep-links": "" }));
    Setup { owner: Rc::clone(owner), ..setup }.open()
}

fn writes(page: &mut Page) -> bool {
    !written(&page.act(Action::Toggle(ix(1)))).is_empty()
}

#[test]
fn of_two_explorers_one_has_the_address_and_the_other_says_so_once() {
    let owner = Rc::default();
    let mut one = wanting(&owner);
    let setup = Setup::of(&small()).set(json!({ "deep-links": "" })).at("pe=art_2");
    let mut other = Setup { owner: Rc::clone(&owner), ..setup }.start();
    let [wrong] = &reported(&other.log)[..] else { panic!() };
    assert!(wrong.contains("another explorer of this page writes its address"), "{wrong}");
    assert_eq!(other.opened(), [""; 0], "nor does it read it");
    assert!(!other.scene().linkable);
    assert_eq!(reported(&other.configure(&json!({ "deep-links": "" }))), [""; 0]);
    assert_eq!((writes(&mut one), writes(&mut other)), (true, false));
    one.configure(&json!({ "deep-links": "", "open": "2" }));
    assert!(writes(&mut one), "it keeps it");
}

#[test]
fn the_address_is_given_back_by_who_ends_or_no_longer_wants_it() {
    let owner = Rc::default();
    let (mut one, mut other) = (wanting(&owner), wanting(&owner));
    one.session.end();
    other.configure(&json!({ "deep-links": "" }));
    assert!(writes(&mut other));
    let mut third = wanting(&owner);
    other.configure(&json!({}));
    assert!(!writes(&mut other));
    third.configure(&json!({ "deep-links": "" }));
    assert!(writes(&mut third));
}
