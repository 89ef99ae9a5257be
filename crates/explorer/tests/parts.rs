//! A law in parts: read whole it is drawn as if it had come in one file, and before that nothing is
//! said of the law as a whole that isn't about the whole.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::rc::Rc;

use authoring::{Compiled as _, Dataset};
use common::{Handles, cases, choices, context, dataset, newsroom, searching, stages::Stages};
use explorer::{
    EditorialConfig, Explorer, State, ViewKind,
    view::{Body, Detail, screen},
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The bundled law with its whole first, so that it stands in every beginning, and with replies to
/// provisions alone, far from there. Nobody has compared a concern, unless that is asked for.
fn law(compared: bool) -> Rc<Dataset> {
    let text = include_str!("../../../data/un-cybercrime-convention.json");
    let mut file: Value = serde_json::from_str(text).unwrap_or_else(|it| panic!("{it}"));
    let mut list = |of: &str| std::mem::take(&mut file[of]).as_array().cloned().unwrap_or_default();
    let [mut provisions, mut concerns, mut replies] =
        ["provisions", "concerns", "replies"].map(&mut list);
    if let Some(whole) = provisions.pop() {
        provisions.insert(0, whole);
    }
    for (nth, reply) in replies.iter_mut().enumerate().filter(|(nth, _)| nth % 3 == 0) {
        reply["concerns"] = json!([]);
        reply["provisions"] = json!([provisions[provisions.len() - 2 - nth]["id"]]);
    }
    for concern in concerns.iter_mut().filter(|_| !compared) {
        concern["wording"] = json!("not_checked");
    }
    (file["provisions"], file["concerns"]) = (provisions.into(), concerns.into());
    file["replies"] = replies.into();
    dataset(&file.to_string())
}

/// The details of one provision, as far as they are here.
fn detail(law: &Rc<Dataset>, id: &str) -> Option<Detail> {
    let explorer = Explorer::new(Rc::clone(law), EditorialConfig::default());
    let open = vec![law.find_provision(id)?];
    let body = screen(&explorer, &State { open, ..State::default() }, &context("en", false)).body;
    let Body::Provisions(view) = body else { panic!("{body:?}") };
    view.cards.items.into_iter().find(|it| it.id == id)?.detail
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_law_that_came_in_parts_is_drawn_as_if_it_had_come_whole(
        first in 1..60_u32, run in 1..30_u32, compared: bool,
        newsroom in newsroom(), choices in choices(Just(String::new())),
    ) {
        let whole = law(compared);
        let stages = Stages::of(&whole, first, run);
        let handles = Handles::of(&whole);
        let editorial = || EditorialConfig { start: State::default(), ..handles.editorial(&newsroom) };
        let [one, other] = [&stages.read, &stages.whole]
            .map(|it| Explorer::new(Rc::clone(it), editorial()));
        for view in ViewKind::ALL {
            let state = State { view, ..handles.state(&choices) };
            let [one, other] = [&one, &other].map(|it| screen(it, &state, &context("en", false)));
            prop_assert_eq!(one, other);
        }
    }
}

#[test]
fn no_reply_to_something_stands_under_the_law_as_a_whole_wherever_it_is_cut() {
    let whole = law(true);
    let said = |law: &Rc<Dataset>| detail(law, "instrument").map_or(Vec::new(), |it| it.replies);
    let general = whole.replies().filter(|(it, _)| it.is_about_whole()).count();
    assert_eq!(said(&whole).len(), general);
    let specific = whole.replies().filter(|(it, _)| !it.is_about_whole()).count();
    assert!(general > 0 && specific > 0);
    let size = u32::try_from(whole.provisions().len()).unwrap_or(u32::MAX);
    for first in 1..size {
        let Stages { begun, named, read, .. } = Stages::of(&whole, first, 7);
        for law in [&begun, &named, &read] {
            let replies = said(law);
            assert!(replies.is_empty() || replies == said(&whole), "{first}");
        }
    }
}

/// What a search finds for the words of a name beside a word of citations, so that it is looked for
/// among those who speak of provisions.
fn found(law: &Rc<Dataset>, name: &str) -> Vec<String> {
    let explorer = Explorer::new(Rc::clone(law), EditorialConfig::default());
    let found = ["article", "whole"].map(|word| searching(&format!("{name} {word}")));
    found.iter().flat_map(|it| common::ids(law, &explorer.select(it).provisions)).collect()
}

#[test]
fn who_speaks_of_provisions_leads_to_them_and_never_to_the_whole() {
    let whole = law(true);
    let size = u32::try_from(whole.provisions().len()).unwrap_or(u32::MAX);
    let names = || whole.organisations().map(|(_, it)| it.name.original());
    let of_whole = |it: &&str| found(&whole, it).contains(&"instrument".into());
    assert!(names().filter(of_whole).count() > 5, "some speak of the law as a whole");
    for first in [1, 5, size / 2, size - 1] {
        let Stages { begun, named, .. } = Stages::of(&whole, first, 7);
        for name in names() {
            let all = found(&whole, name);
            let [early, later] = [&begun, &named].map(|it| found(it, name));
            assert!(early.iter().all(|it| all.contains(it)), "{name}: {early:?}, not {all:?}");
            assert!(later.iter().all(|it| all.contains(it)), "{name}: {later:?}, not {all:?}");
            assert!(early.iter().all(|it| later.contains(it)), "{name}: {early:?}, {later:?}");
        }
    }
    // Both are named for concerns about these alone, of which no record is here yet.
    let Stages { named, .. } = Stages::of(&whole, 1, 7);
    assert!(found(&named, "Many NGOs").contains(&"art_14__para_4".into()));
    assert_eq!(found(&named, "The entire stakeholder community"), ["art_28__para_4"]);
}

#[test]
fn a_translator_is_named_at_the_foot_once_what_they_translated_is_here() {
    let text = include_str!("../../../data/un-cybercrime-convention.json");
    let mut file: Value = serde_json::from_str(text).unwrap_or_else(|it| panic!("{it}"));
    let last = file["provisions"].as_array_mut().and_then(|it| it.last_mut()).expect("provisions");
    let translation = json!({ "xx": { "text": "…", "by": "Somebody" } });
    last["summary"] = json!({ "text": "…", "translations": translation });
    let whole = dataset(&file.to_string());
    let Stages { named, .. } = Stages::of(&whole, 1, 7);
    let explorer = Explorer::new(Rc::clone(&named), EditorialConfig::default());
    let foot = || screen(&explorer, &State::default(), &context("xx", false)).foot;
    for (nth, shard) in whole.shards(1, 7).iter().enumerate() {
        assert!(foot().translators.is_empty(), "{nth}");
        named.fill(nth, &shard.compile()).expect("its own");
        assert_eq!(named.shards_here(), nth + 1);
    }
    assert_eq!(*foot().translators, ["Somebody"]);
}
