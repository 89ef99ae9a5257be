//! The picture of a law of any length: how its provisions are cut into columns, and how a column is
//! opened. `screens/picture.rs` has what is said of each.
#![allow(clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use authoring::ProvisionIx;
use common::{bundled, cases, context, dataset};
use explorer::{
    Action, EditorialConfig, Explorer, State, reduce,
    view::{Picture, PictureColumn, Sign, screen},
};
use law::law;
use proptest::prelude::*;
use serde_json::json;

fn picture(explorer: &Explorer, state: &State) -> Option<Picture> {
    screen(explorer, state, &context("en", false)).picture
}

/// A law of some length whose chapters have so many provisions each; what is left has none.
fn in_chapters(size: usize, chapters: &[usize]) -> Explorer {
    let mut file = law(size);
    let ids: Vec<_> = file["provisions"].as_array().expect("a list").clone();
    let mut ids = ids.into_iter().map(|it| it["id"].clone());
    let chapters = chapters.iter().enumerate().map(|(number, length)| {
        let provisions: Vec<_> = ids.by_ref().take(*length).collect();
        json!({ "number": number.to_string(), "name": "Things", "origin": "editor", "provisions": provisions })
    });
    let chapters: Vec<_> = chapters.collect();
    let chapters: Vec<_> =
        chapters.into_iter().filter(|it| it["provisions"] != json!([])).collect();
    file["instrument"]["chapters"] = json!(chapters);
    Explorer::new(dataset(&file.to_string()), EditorialConfig::default())
}

fn places(column: &PictureColumn) -> (usize, usize) {
    let first = column.first.provision.index();
    (first, column.last.as_ref().map_or(first, |it| it.provision.index()))
}

fn columns_are_sound(explorer: &Explorer, picture: &Picture, shown: (usize, usize)) {
    let columns: Vec<_> = picture.columns().collect();
    // Each provision in one column, in the law's order.
    let mut next = shown.0;
    for column in &columns {
        let (first, last) = places(column);
        assert_eq!((first, last + 1 - first), (next, column.provisions));
        next = last + 1;
    }
    assert_eq!(next, shown.1 + 1);
    let singles = columns.iter().all(|it| it.provisions == 1);
    assert!(columns.len() <= if singles { 60 } else { 40 }, "{}", columns.len());
    assert_eq!(picture.binned, !singles);
    let dataset = explorer.dataset();
    for column in &columns {
        let (first, last) = places(column);
        for (count, side) in column.counts.iter().zip(&picture.sides) {
            let objected = (first..=last).filter(|it| {
                let links = dataset.around_provision(ProvisionIx::nth(*it)).expect("a provision");
                links.concerns.iter().any(|concern| {
                    let sources = &dataset.around_concern(*concern).expect("a concern").sources;
                    sources.iter().any(|it| {
                        let record = dataset.source(*it).expect("a source");
                        let who = record.parties.iter().filter_map(|it| {
                            let who = dataset.find_organisation(it.organisation.as_str())?;
                            dataset.organisation(who)?.kind.camp()
                        });
                        let camps: Vec<_> = who.collect();
                        side.camp.map_or(camps.is_empty(), |camp| camps.contains(&camp))
                    })
                })
            });
            if column.provisions > 1 {
                assert_eq!(*count, objected.count());
            } else {
                assert_eq!(*count > 0, objected.count() > 0);
            }
        }
        assert_eq!(column.sign == Sign::Objected, column.counts.iter().any(|it| *it > 0));
    }
}

#[test]
fn a_law_of_any_length_is_cut_into_few_columns_and_none_crosses_a_chapter() {
    let chapters = proptest::collection::vec(1..90_usize, 0..36);
    proptest!(cases(12), |(size in 3..400_usize, chapters in chapters)| {
        let explorer = in_chapters(size, &chapters);
        let picture = picture(&explorer, &State::default()).expect("a picture");
        columns_are_sound(&explorer, &picture, (0, size - 1));
        for stretch in &picture.stretches {
            for column in &stretch.columns {
                let (first, last) = places(column);
                for place in [first, last] {
                    let law = explorer.dataset();
                    let chapter = law.chapter_of(ProvisionIx::nth(place));
                    let number = chapter.and_then(|it| law.chapter(it)).map(|it| &it.number);
                    prop_assert_eq!(number, stretch.number.as_ref());
                }
            }
        }
    });
}

#[test]
fn a_choice_of_groups_is_shown_in_the_whole_law_whatever_part_of_it_was_open() {
    let explorer = in_chapters(2_000, &[300, 900, 2]);
    let audience = vec![dataset::GroupIx::nth(0)];
    let chosen = State { audience, ..State::default() };
    let whole = picture(&explorer, &chosen).expect("a picture");
    assert!(whole.about.is_some());
    let part = Some((ProvisionIx::nth(300), ProvisionIx::nth(310)));
    let opened = State { part, ..chosen };
    assert_eq!(picture(&explorer, &opened), Some(whole));
    // Once the choice is taken back, that part is there again.
    let back = State { audience: vec![], ..opened };
    assert!(picture(&explorer, &back).expect("a picture").is_part);
}

#[test]
fn more_chapters_than_columns_are_drawn_several_to_a_column() {
    let explorer = in_chapters(500, &[5; 100]);
    let picture = picture(&explorer, &State::default()).expect("a picture");
    columns_are_sound(&explorer, &picture, (0, 499));
    assert!(picture.columns().all(|it| it.provisions % 5 == 0), "whole chapters");
}

#[test]
fn a_column_opens_into_its_provisions_and_two_taps_are_enough_for_two_thousand() {
    let explorer = in_chapters(2_000, &[300, 900, 2]);
    let mut state = State::default();
    let whole = picture(&explorer, &state).expect("a picture");
    assert!(!whole.is_part);
    for column in whole.columns().filter(|it| it.last.is_some()) {
        let (first, last) = places(column);
        let part = (ProvisionIx::nth(first), ProvisionIx::nth(last));
        state = reduce(&explorer, &state, Action::ShowPart(Some(part))).expect("a step");
        let part = picture(&explorer, &state).expect("a picture");
        columns_are_sound(&explorer, &part, (first, last));
        assert!(part.is_part);
        assert!(!part.binned, "{} provisions", column.provisions);
    }
    state = reduce(&explorer, &state, Action::ShowPart(None)).expect("a step");
    assert_eq!(picture(&explorer, &state), Some(whole));
}

#[test]
fn one_camp_alone_stands_above_the_line_and_no_law_is_drawn_of_one_provision() {
    let mut file = law(30);
    for organisation in file["organisations"].as_array_mut().expect("a list") {
        organisation["kind"] = json!("research");
    }
    let explorer = Explorer::new(dataset(&file.to_string()), EditorialConfig::default());
    let drawn = picture(&explorer, &State::default()).expect("a picture");
    assert_eq!(drawn.sides.iter().map(|it| it.camp).collect::<Vec<_>>(), [None]);
    assert!(drawn.columns().all(|it| !it.apart && it.counts.len() == 1));

    let bundled = bundled();
    let highlight = vec![bundled.find_provision("art_24").expect("an article")];
    let only = EditorialConfig { highlight, only: true, ..EditorialConfig::default() };
    assert_eq!(picture(&Explorer::new(bundled, only), &State::default()), None);
}

#[test]
fn the_convention_is_drawn_as_its_documents_speak_of_it() {
    let explorer = common::explorer();
    let picture = picture(&explorer, &State::default()).expect("a picture");
    let column = |id: &str| {
        let provision = common::provision(explorer.dataset(), id);
        picture.columns().find(|it| it.first.provision == provision).expect("a column")
    };
    assert_eq!((picture.documents, picture.sides.len()), (2, 2));
    assert_eq!(column("art_28__para_4").counts, [3, 2]);
    assert_eq!(column("art_14").counts, [0, 1]);
    assert_eq!(column("art_34").sign, Sign::Mentioned);
    assert_eq!(column("art_53").sign, Sign::InPart);
    assert_eq!(column("art_28").label.as_deref(), Some("28"));
    assert_eq!(column("art_28__para_4").label, None, "its article's says enough");
    let whole = picture.whole.as_ref().expect("the law as a whole");
    assert_eq!((whole.concerns, whole.shared), (17, 5));
    let numbers = picture.stretches.iter().filter_map(|it| it.number.as_deref());
    assert_eq!(numbers.collect::<Vec<_>>(), ["I", "II", "III", "IV", "V", "VI"]);
}
