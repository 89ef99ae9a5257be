//! A new version of a law into a dataset in use.
#![allow(clippy::indexing_slicing, reason = "a test fails by it")]

mod common;

use authoring::{Node, json};
use common::{read, rows};
use statute::{Depth, Former, Law, Update, update};

fn law(articles: &[(&str, &str)]) -> Law {
    let article = |(num, words): &(&str, &str)| {
        format!("<article><num>Article {num}</num><content><p>{words}</p></content></article>")
    };
    let body: String = articles.iter().map(article).collect();
    let xml = format!(
        "<akomaNtoso><act><meta><identification><FRBRExpression><FRBRlanguage language='eng'/></FRBRExpression>\
         </identification></meta><preface><p>An Act</p></preface><body>{body}</body></act></akomaNtoso>"
    );
    read("act.xml", xml.as_bytes(), Depth::Points)
}

/// A dataset of the law with a concern about each of these, and a summary that editors wrote.
fn in_use(law: &Law, about: &[&str]) -> Node {
    let Node::Map(mut fields) = law.dataset.clone() else { return Node::Null };
    for (name, value) in &mut fields {
        match (name.as_str(), value) {
            ("provisions", Node::List(all)) => {
                for provision in all {
                    let Node::Map(fields) = provision else { continue };
                    fields.push(("summary".into(), Node::Text("In our words.".into())));
                }
            }
            ("concerns", value) => {
                let concern = |id: &&str| {
                    format!(r#"{{"id":"of-{id}","provisions":["{id}"],"mentioned":["{id}"]}}"#)
                };
                let all: Vec<_> = about.iter().map(concern).collect();
                *value = json::parse(&format!("[{}]", all.join(","))).expect("JSON");
            }
            _ => {}
        }
    }
    Node::Map(fields)
}

fn told(update: &Update) -> Vec<String> {
    update.changes.iter().map(ToString::to_string).collect()
}

fn concerns(update: &Update) -> String {
    serde_json::to_string(update.dataset.field("concerns").expect("a list")).expect("a tree")
}

fn ids(update: &Update, new: &Law) -> Vec<String> {
    let law = Law { dataset: update.dataset.clone(), ..new.clone() };
    rows(&law).iter().filter_map(|it| Some(it.split(" | ").next()?.to_string())).collect()
}

const FIRST: [(&str, &str); 3] =
    [("1", "Lamps are lit."), ("2", "Oil is taxed at ten."), ("3", "Wax is free.")];

#[test]
fn the_same_law_changes_nothing() {
    let first = law(&FIRST);
    let dataset = in_use(&first, &["art_1"]);
    let update = update(&dataset, &first, Former::Replaced);
    assert_eq!(told(&update), Vec::<String>::new());
    // Fields may stand in another order.
    assert_eq!(
        concerns(&update),
        r#"[{"id":"of-art_1","provisions":["art_1"],"mentioned":["art_1"]}]"#
    );
    let text = serde_json::to_string(&update.dataset).expect("a tree");
    assert_eq!(text.matches("In our words.").count(), 3);
}

#[test]
fn what_is_added_and_reworded_is_told_by_words_and_what_editors_wrote_stays() {
    let dataset = in_use(&law(&FIRST), &["art_2"]);
    let new = law(&[FIRST[0], ("2", "Oil is taxed at twenty."), FIRST[2], ("4", "Gas is new.")]);
    let update = update(&dataset, &new, Former::Replaced);
    assert_eq!(
        told(&update),
        [
            "`art_2`: reworded: Oil is taxed at [-ten.-] {+twenty.+}; look at `of-art_2`",
            "`art_4`: added",
        ]
    );
    let text = serde_json::to_string(&update.dataset).expect("a tree");
    assert_eq!(text.matches("In our words.").count(), 3);
    assert!(text.contains("at twenty") && !text.contains("at ten"));
}

#[test]
fn a_concern_follows_the_words_that_have_another_number_now() {
    let dataset = in_use(&law(&FIRST), &["art_2", "art_3"]);
    let new = law(&[FIRST[0], ("2", "Gas is new."), ("3", FIRST[1].1), ("4", FIRST[2].1)]);
    let update = update(&dataset, &new, Former::Replaced);
    assert_eq!(
        told(&update),
        [
            "`art_2`: added",
            "`art_3`: was `art_2`; what referred to that refers to it",
            "`art_4`: was `art_3`; what referred to that refers to it",
        ]
    );
    assert_eq!(
        concerns(&update),
        r#"[{"id":"of-art_2","provisions":["art_3"],"mentioned":["art_3"]},{"id":"of-art_3","provisions":["art_4"],"mentioned":["art_4"]}]"#
    );
}

#[test]
fn what_is_dropped_is_kept_only_where_a_concern_is_about_it() {
    let dataset = in_use(&law(&FIRST), &["art_2"]);
    let new = law(&[FIRST[0]]);
    let update = update(&dataset, &new, Former::Replaced);
    assert_eq!(
        told(&update),
        [
            "`art_2`: not in the new version, and kept, since `of-art_2` is about it; decide what \
             becomes of that",
            "`art_3`: dropped",
        ]
    );
    assert_eq!(ids(&update, &new), ["art_1", "art_2"]);
}

#[test]
fn a_dropped_provision_makes_way_for_the_one_that_has_its_number_now() {
    let dataset = in_use(&law(&FIRST), &["art_2", "art_3"]);
    // The second is gone, and the third has its number.
    let new = law(&[FIRST[0], ("2", FIRST[2].1)]);
    let update = update(&dataset, &new, Former::Replaced);
    assert_eq!(ids(&update, &new), ["art_1", "art_2", "art_2-former"]);
    assert_eq!(
        concerns(&update),
        r#"[{"id":"of-art_2","provisions":["art_2-former"],"mentioned":["art_2-former"]},{"id":"of-art_3","provisions":["art_2"],"mentioned":["art_2"]}]"#
    );
}

/// Each draft, the present one with a star, and each provision's words with those before.
fn drafts(dataset: &Node) -> Vec<String> {
    let json: serde_json::Value = serde_json::to_value(dataset).expect("a tree");
    let current = &json["instrument"]["current_draft"];
    let draft = |it: &serde_json::Value| {
        let star = if it["id"] == *current { "*" } else { "" };
        format!("{star}{} {}", it["id"], it["label"])
    };
    let earlier = |it: &serde_json::Value| format!("{} {}", it["draft"], it["text"]);
    let provision = |it: &serde_json::Value| {
        let before = it["earlier"].as_array().into_iter().flatten().map(earlier);
        format!("{} {} < {}", it["id"], it["text"], before.collect::<Vec<_>>().join(" < "))
    };
    let all = |list: &serde_json::Value| list.as_array().cloned().unwrap_or_default();
    let (drafts, provisions) = (all(&json["instrument"]["drafts"]), all(&json["provisions"]));
    let lines = drafts.iter().map(draft).chain(provisions.iter().map(provision));
    lines.map(|it| it.replace('"', "")).collect()
}

#[test]
fn the_former_words_stay_beside_the_new_ones_where_an_editor_asks_for_it() {
    let dataset = in_use(&law(&FIRST), &["art_2", "art_3"]);
    let new = law(&[FIRST[0], ("2", "Oil is taxed at twenty."), ("4", "Gas is new.")]);
    let second = update(&dataset, &new, Former::Kept { now: "" });
    assert_eq!(
        second.drafts.as_ref().expect("two").to_string(),
        "the former words are kept as those of “Adopted text”; the new draft is “Adopted text (2)”"
    );
    let expected = [
        "adopted Adopted text",
        "*adopted-2 Adopted text (2)",
        "art_1 [Lamps are lit.] < adopted [Lamps are lit.]",
        "art_2 [Oil is taxed at twenty.] < adopted [Oil is taxed at ten.]",
        "art_4 [Gas is new.] < ",
        // It has no words any more.
        "art_3 null < adopted [Wax is free.]",
    ];
    assert_eq!(drafts(&second.dataset), expected);
    let third = law(&[FIRST[0], ("2", "Oil is free."), ("4", "Gas is new.")]);
    let third = update(&second.dataset, &third, Former::Kept { now: "As amended in May" });
    assert_eq!(
        drafts(&third.dataset),
        [
            "adopted Adopted text",
            "adopted-2 Adopted text (2)",
            "*as-amended-in-may As amended in May",
            "art_1 [Lamps are lit.] < adopted [Lamps are lit.] < adopted-2 [Lamps are lit.]",
            "art_2 [Oil is free.] < adopted [Oil is taxed at ten.] < adopted-2 [Oil is taxed at \
             twenty.]",
            "art_4 [Gas is new.] < adopted-2 [Gas is new.]",
            "art_3 null < adopted [Wax is free.]",
        ]
    );
    let replaced = update(&dataset, &new, Former::Replaced);
    assert_eq!((replaced.changes, replaced.drafts), (second.changes, None));
}

#[test]
fn a_draft_that_was_listed_before_its_words_were_there_gets_them() {
    let Node::Map(mut fields) = in_use(&law(&FIRST), &[]) else { return };
    let instrument = r#"{"current_draft":"bill","drafts":[{"id":"bill","label":"The bill"},
        {"id":"adopted","label":"As passed"}]}"#;
    fields.retain(|(name, _)| name != "instrument");
    fields.push(("instrument".into(), json::parse(instrument).expect("JSON")));
    let new = law(&[FIRST[0]]);
    for now in ["", "As passed", "adopted"] {
        let update = update(&Node::Map(fields.clone()), &new, Former::Kept { now });
        let told = drafts(&update.dataset);
        let line = "art_1 [Lamps are lit.] < bill [Lamps are lit.]";
        assert_eq!(told, ["bill The bill", "*adopted As passed", line], "{now}");
    }
}

/// An article with paragraphs after its own words.
fn with_paragraphs(words: &str, paragraphs: &[(&str, &str)]) -> Law {
    let paragraph = |(num, words): &(&str, &str)| {
        format!("<paragraph><num>{num}.</num><content><p>{words}</p></content></paragraph>")
    };
    let inner: String = paragraphs.iter().map(paragraph).collect();
    let xml = format!(
        "<akomaNtoso><act><preface><p>An Act</p></preface><body><article><num>Article 1</num>\
         <intro><p>{words}</p></intro>{inner}</article></body></act></akomaNtoso>"
    );
    read("act.xml", xml.as_bytes(), Depth::Points)
}

#[test]
fn nothing_says_that_a_provision_is_as_it_was_when_a_part_of_it_is_gone() {
    let all = [("1", "Lamps are lit."), ("2", "Oil is taxed."), ("3", "Wax is free.")];
    let first = with_paragraphs("In towns:", &all);
    let same = update(&in_use(&first, &[]), &first, Former::Kept { now: "Second" });
    let is_kept = |update: &Update| {
        drafts(&update.dataset).iter().any(|it| it.contains("< adopted [In towns:]"))
    };
    assert!(is_kept(&same));
    let less = update(&same.dataset, &with_paragraphs("In towns:", &all[..2]), Former::Replaced);
    assert!(!is_kept(&less), "{:?}", drafts(&less.dataset));
    let other =
        update(&same.dataset, &with_paragraphs("In all towns:", &all[..2]), Former::Replaced);
    assert!(is_kept(&other), "{:?}", drafts(&other.dataset));
}
