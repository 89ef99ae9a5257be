//! A new version of a law into a dataset in use.

mod common;

use authoring::{Node, json};
use common::{read, rows};
use statute::{Depth, Law, Update, update};

fn law(articles: &[(&str, &str)]) -> Law {
    let article = |(num, words): &(&str, &str)| {
        format!("<article><num>Article {num}</num><content><p>{words}</p></content></article>")
    };
    let body: String = articles.iter().map(article).collect();
    let xml = format!(
        "<akomaNtoso><act><preface><p>An Act</p></preface><body>{body}</body></act></akomaNtoso>"
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
    let update = update(&dataset, &first);
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
    let update = update(&dataset, &new);
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
    let update = update(&dataset, &new);
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
    let update = update(&dataset, &new);
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
    let update = update(&dataset, &new);
    assert_eq!(ids(&update, &new), ["art_1", "art_2", "art_2-former"]);
    assert_eq!(
        concerns(&update),
        r#"[{"id":"of-art_2","provisions":["art_2-former"],"mentioned":["art_2-former"]},{"id":"of-art_3","provisions":["art_2"],"mentioned":["art_2"]}]"#
    );
}
