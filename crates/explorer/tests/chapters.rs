//! Chapters in the list of provisions: each stands once, above the first card of it, while the list is
//! in the law's order, and every card knows its own.
#![allow(clippy::panic, reason = "helpers of tests fail as tests do")]

mod common;

use std::rc::Rc;

use common::{bundled, context, explorer, provision, searching};
use explorer::{
    EditorialConfig, Explorer, State,
    view::{Body, ProvisionCard, screen},
};

fn cards(explorer: &Explorer, state: &State) -> Vec<ProvisionCard> {
    match screen(explorer, state, &context("en", false)).body {
        Body::Provisions(view) => view.cards.items,
        other => panic!("{other:?}"),
    }
}

/// Cards above which a chapter stands, with its number.
fn begun(cards: &[ProvisionCard]) -> Vec<(&str, &str)> {
    let chapter = |it: &&ProvisionCard| it.chapter.as_ref().is_some_and(|it| it.begins);
    let begun = cards.iter().filter(chapter);
    begun.filter_map(|it| Some((it.id.as_str(), it.chapter.as_ref()?.number.as_str()))).collect()
}

#[test]
fn each_chapter_stands_above_its_first_provision() {
    let explorer = explorer();
    let chapters = &explorer.dataset().records().instrument.chapters;
    let firsts = chapters.iter().filter_map(|it| Some((it.provisions.first()?, &it.number)));
    let firsts: Vec<_> = firsts.map(|(id, number)| (id.as_str(), number.as_str())).collect();
    assert!(!firsts.is_empty());
    assert_eq!(begun(&cards(&explorer, &State::default())), firsts);
}

#[test]
fn what_is_highlighted_or_ranked_is_in_no_order_of_chapters() {
    let dataset = bundled();
    let highlight = vec![provision(&dataset, "art_28__para_4"), provision(&dataset, "art_14")];
    let editorial = EditorialConfig { highlight, ..EditorialConfig::default() };
    let explorer = Explorer::new(Rc::clone(&dataset), editorial);
    let all = cards(&explorer, &State::default());
    assert!(begun(&all).iter().all(|(id, _)| !["art_28__para_4", "art_14"].contains(id)));
    let numbers: Vec<_> = begun(&all).iter().map(|(_, number)| *number).collect();
    assert_eq!(numbers, ["I", "II", "III", "IV", "V", "VI"]);
    let found = cards(&explorer, &searching("data"));
    assert!(found.len() > 1);
    assert_eq!(begun(&found), []);
    let known = found.iter().filter(|it| it.id.starts_with("art_")).all(|it| it.chapter.is_some());
    assert!(known, "each card knows its own");
}
