//! What the words of two drafts say: what changed, and whether the wording that a concern speaks of
//! is the same.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by it")]

mod common;

use authoring::{Change, Dataset, Wording};
use proptest::prelude::*;
use serde_json::{Value, json};

const BEFORE: &str = "A library must be open for such hours as the authority sees fit.";
const AFTER: &str = "A library must be open for at least twenty hours.";

/// The small law with its present draft, and one provision's words now and before, to which one
/// concern objects in a source on the earlier draft.
fn law(before: &[&str], after: &[&str], wording: &str) -> Value {
    let mut file = common::small();
    file["instrument"]["drafts"] = json!([
        { "id": "first", "label": "First" }, { "id": "second", "label": "Second" },
    ]);
    file["instrument"]["current_draft"] = "second".into();
    for source in file["sources"].as_array_mut().unwrap() {
        source["draft"] = "first".into();
        source.as_object_mut().unwrap().retain(|key, _| !key.starts_with("draft_"));
    }
    for position in file["positions"].as_array_mut().unwrap() {
        position.as_object_mut().unwrap().remove("draft");
    }
    let provision = file["provisions"].as_array_mut().unwrap();
    for inner in provision.iter_mut() {
        inner.as_object_mut().unwrap().remove("parent");
    }
    let provision = provision.iter_mut().find(|it| it["id"] == "art_1").unwrap();
    provision["text"] = json!(after);
    provision["earlier"] = json!([{ "draft": "first", "text": before }]);
    file["concerns"][0]["provisions"] = json!(["art_1"]);
    for role in ["contrasted", "mentioned"] {
        file["concerns"][0].as_object_mut().unwrap().remove(role);
    }
    file["concerns"][0]["wording"] = wording.into();
    file
}

fn sound(file: &Value) -> Dataset {
    let reading = common::read(file);
    assert_eq!(common::messages(&reading), [""; 0]);
    reading.dataset.unwrap()
}

fn wording(file: &Value) -> Wording {
    sound(file).records().concerns[0].wording
}

fn changes(before: &[&str], after: &[&str]) -> Vec<Vec<Change>> {
    let law = sound(&law(before, after, "not_checked"));
    let (_, provision) = law.provisions().find(|(_, it)| !it.earlier.is_empty()).unwrap();
    provision.earlier[0].changes.clone()
}

/// One text of a comparison, put together from what stayed and what is its own.
fn text(changes: &[Vec<Change>], own: fn(&Change) -> &String) -> Vec<String> {
    let paragraph = |runs: &Vec<Change>| {
        let words = runs.iter().flat_map(|it| [&it.kept, own(it)]).filter(|it| !it.is_empty());
        words.cloned().collect::<Vec<_>>().join(" ")
    };
    changes.iter().map(paragraph).filter(|it| !it.is_empty()).collect()
}

#[test]
fn what_became_of_a_wording_is_worked_out_where_both_texts_are_there() {
    assert_eq!(wording(&law(&[BEFORE], &[AFTER], "not_checked")), Wording::Changed);
    assert_eq!(wording(&law(&[BEFORE], &[BEFORE], "not_checked")), Wording::Same);
    let broken = BEFORE.replace(' ', "\n ");
    assert_eq!(wording(&law(&[BEFORE], &[&broken], "not_checked")), Wording::Same, "other lines");
    assert_eq!(wording(&law(&[BEFORE], &[], "not_checked")), Wording::NotChecked, "no text now");
    assert_eq!(wording(&law(&[BEFORE], &[AFTER], "changed")), Wording::Changed);
}

#[test]
fn where_one_of_several_texts_is_missing_only_a_change_is_certain() {
    for (now, known) in [(BEFORE, Wording::NotChecked), (AFTER, Wording::Changed)] {
        let mut file = law(&[BEFORE], &[now], "not_checked");
        file["concerns"][0]["provisions"] = json!(["art_1", "art_2"]);
        assert_eq!(wording(&file), known);
    }
}

#[test]
fn an_article_is_as_it_was_only_where_its_paragraphs_are() {
    let known = |now: &str, earlier: Value| {
        let mut file = law(&[BEFORE], &[BEFORE], "not_checked");
        let all = file["provisions"].as_array_mut().unwrap();
        all.push(json!({
            "id": "art_1__para_9", "citation": "Article 1(9)", "parent": "art_1",
            "summary": "It says something.", "text": [now], "earlier": earlier,
        }));
        wording(&file)
    };
    let before = json!([{ "draft": "first", "text": [BEFORE] }]);
    assert_eq!(known(BEFORE, before.clone()), Wording::Same);
    assert_eq!(known(AFTER, before), Wording::Changed);
    assert_eq!(known(BEFORE, json!([])), Wording::NotChecked, "it may be new");
}

#[test]
fn a_source_on_the_present_text_says_nothing_of_a_change() {
    let mut file = law(&[BEFORE], &[AFTER], "not_checked");
    for source in file["sources"].as_array_mut().unwrap() {
        source["draft"] = "second".into();
    }
    assert_eq!(wording(&file), Wording::NotChecked);
}

#[test]
fn a_written_wording_that_the_texts_contradict_is_a_problem_and_the_texts_are_shown() {
    let cases = [
        ("same", AFTER, "have changed", Wording::Changed),
        ("changed", BEFORE, "are the same", Wording::Same),
    ];
    for (written, now, said, shown) in cases {
        let reading = common::read(&law(&[BEFORE], &[now], written));
        let told = common::messages(&reading);
        let expected = format!("concerns[0].wording: the words of its provisions {said}");
        assert_eq!(told, [expected]);
        assert_eq!(reading.dataset.unwrap().records().concerns[0].wording, shown);
    }
}

#[test]
fn an_earlier_text_is_of_a_known_draft_that_is_not_the_present_one_and_stands_there_once() {
    let told = |earlier: Value| {
        let mut file = law(&[BEFORE], &[AFTER], "not_checked");
        let provisions = file["provisions"].as_array_mut().unwrap();
        let nth = provisions.iter().position(|it| it["id"] == "art_1").unwrap();
        provisions[nth]["earlier"] = earlier;
        let at = format!("provisions[{nth}].earlier");
        common::messages(&common::read(&file))
            .iter()
            .map(|it| it.replace(&at, ""))
            .collect::<Vec<_>>()
    };
    let one = |draft: &str| json!({ "draft": draft, "text": [BEFORE] });
    assert_eq!(told(json!([one("fist")])), ["[0].draft: no draft `fist`; did you mean `first`?"]);
    let present = "[0].draft: the words of the present draft stand in `text`";
    assert_eq!(told(json!([one("second")])), [present]);
    let twice = "[1].draft: the same draft stands there twice";
    assert_eq!(told(json!([one("first"), one("first")])), [twice]);
    let none = told(json!([{ "draft": "first", "text": [] }]));
    assert!(none[0].starts_with("[0].text: "), "{none:?}");
}

#[test]
fn what_changed_is_told_run_by_run_and_nothing_of_what_is_the_same() {
    let run = |kept: &str, dropped: &str, added: &str| Change {
        kept: kept.into(),
        dropped: dropped.into(),
        added: added.into(),
    };
    assert_eq!(changes(&[BEFORE], &[BEFORE]), [] as [Vec<Change>; 0]);
    let found = changes(
        &["One stays.", "States may act."],
        &["One stays.", "New.", "States shall act soon."],
    );
    assert_eq!(found[0], [run("One stays.", "", "")]);
    assert_eq!(text(&found, |it| &it.dropped), ["One stays.", "States may act."]);
    let found = changes(&["States may act."], &["States shall act."]);
    assert_eq!(found, [vec![run("States", "may", "shall"), run("act.", "", "")]]);
    let inserted = changes(&["a b", "c d"], &["a b", "new", "c d"]);
    assert_eq!(
        inserted,
        [vec![run("a b", "", "")], vec![run("", "", "new")], vec![run("c d", "", "")]]
    );
}

proptest! {
    #[test]
    fn both_texts_can_be_put_together_from_what_changed(
        before in proptest::collection::vec("[a-c]( [a-c]){0,4}", 1..5),
        after in proptest::collection::vec("[a-c]( [a-c]){0,4}", 1..5),
    ) {
        let [before, after] = [&before, &after].map(|it| it.iter().map(String::as_str).collect::<Vec<_>>());
        let found = changes(&before, &after);
        if before.join(" ") == after.join(" ") {
            prop_assert!(found.is_empty());
        } else {
            prop_assert_eq!(text(&found, |it| &it.dropped), before);
            prop_assert_eq!(text(&found, |it| &it.added), after);
        }
    }

    #[test]
    fn what_changed_travels_with_a_compiled_law(before in "[a-c]( [a-c]){0,4}", after in "[a-c]( [a-c]){0,4}") {
        let law = sound(&law(&[&before], &[&after], "not_checked"));
        let opened = Dataset::open(&law.compile(authoring::Published::default())).unwrap();
        prop_assert_eq!(opened.records(), law.records());
    }
}
