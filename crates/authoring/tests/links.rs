//! What stands around a record, in a law three levels deep.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail as tests do"
)]

mod common;

use authoring::{Dataset, Role};
use common::{set, small, sound_part};
use serde_json::json;

/// The small dataset with one more concern, about an article and a point in it.
fn deep() -> Dataset {
    let mut file = small();
    let mut concern = file["concerns"][1].clone();
    concern["id"] = json!("too-deep");
    concern["provisions"] = json!(["art_1__para_2__point_a", "art_1", "art_1"]);
    set(&mut file, "concerns/3", concern);
    sound_part(&file)
}

fn concerns(dataset: &Dataset, provision: &str) -> [Vec<String>; 2] {
    let around = dataset.around_provision(dataset.find_provision(provision).unwrap()).unwrap();
    [&around.concerns, &around.within]
        .map(|list| list.iter().map(|it| dataset.concern(*it).unwrap().id.to_string()).collect())
}

#[test]
fn a_concern_counts_within_everything_above_its_provision_but_not_where_it_stands_itself() {
    let dataset = deep();
    let none: [&str; 0] = [];
    assert_eq!(concerns(&dataset, "art_1"), [&["too-deep"][..], &["too-broad", "too-late"]]);
    assert_eq!(
        concerns(&dataset, "art_1__para_2"),
        [&["too-broad"][..], &["too-late", "too-deep"]]
    );
    let point = concerns(&dataset, "art_1__para_2__point_a");
    assert_eq!(point, [&["too-late", "too-deep"][..], &none]);
    assert_eq!(concerns(&dataset, "art_9"), [none, none]);
}

#[test]
fn a_concern_s_provisions_stand_in_the_law_s_order_each_once() {
    let dataset = deep();
    let concern = dataset.find_concern("too-deep").unwrap();
    let provisions = &dataset.around_concern(concern).unwrap().provisions;
    let ids = provisions.iter().map(|it| dataset.provision(*it).unwrap().id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["art_1", "art_1__para_2__point_a"]);
}

#[test]
fn a_provision_s_parent_and_children_are_the_next_level_alone() {
    let dataset = deep();
    let [article, paragraph, point] = ["art_1", "art_1__para_2", "art_1__para_2__point_a"]
        .map(|it| dataset.find_provision(it).unwrap());
    let around = |it| dataset.around_provision(it).unwrap();
    assert_eq!((around(article).parent, &around(article).children), (None, &vec![paragraph]));
    assert_eq!((around(point).parent, &around(point).children), (Some(paragraph), &Vec::new()));
}

#[test]
fn only_a_concern_of_its_own_makes_a_provision_bear_on_a_group() {
    let dataset = deep();
    let journalists = dataset.find_group("journalists").unwrap();
    let bearing = dataset.bearing_on(journalists).iter();
    let ids = bearing.map(|it| dataset.provision(*it).unwrap().id.as_str());
    assert_eq!(ids.collect::<Vec<_>>(), ["art_1__para_2", "art_1__para_2__point_a", "art_2"]);
    assert_eq!(dataset.bearing_on(dataset.find_group("bakers").unwrap()), []);
}

#[test]
fn an_organisation_has_a_part_in_each_document_that_lists_it() {
    let dataset = deep();
    let of = |id| {
        let parts = dataset.parts_of(dataset.find_organisation(id).unwrap()).iter();
        let named = parts.map(|(it, role)| (dataset.source(*it).unwrap().id.as_str(), *role));
        named.collect::<Vec<_>>()
    };
    assert_eq!(of("watchdog"), [("letter", Role::Signed), ("release", Role::Named)]);
    assert_eq!(of("stranger"), []);
    let letter = dataset.find_source("letter").unwrap();
    let parties = dataset.parties(letter);
    let parties = parties.map(|(it, _)| dataset.organisation(it).unwrap().id.as_str());
    assert_eq!(parties.collect::<Vec<_>>(), ["watchdog", "crowd"]);
}
