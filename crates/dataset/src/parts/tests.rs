#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by it")]

use std::{borrow::ToOwned, format, string::ToString};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{columns::Writer, *};
use crate::model::RequestIx;
use crate::{json as text, read};

/// What is published of a law: its beginning, its index and its shards.
struct Published {
    beginning: Value,
    index: Value,
    shards: Vec<Value>,
}

fn published(law: &Dataset, first: u32, run: u32) -> Published {
    let shards = law.shards(first, run);
    let names = (0..shards.len()).map(|it| format!("shard-{it}.json")).collect();
    let provisions = u32::try_from(law.provisions().len()).unwrap();
    let parts = Parts { provisions, index: "index.json".into(), whole: "whole.json".into() };
    Published {
        beginning: serde_json::to_value(law.beginning(first, parts)).unwrap(),
        index: serde_json::to_value(law.index(first, run, names)).unwrap(),
        shards: shards.iter().map(|it| serde_json::to_value(it).unwrap()).collect(),
    }
}

fn node(value: &Value) -> Node {
    text::parse(&value.to_string()).unwrap()
}

fn sound(value: &Value) -> Dataset {
    let reading = read(node(value));
    assert_eq!(reading.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
    reading.dataset.unwrap()
}

/// A law of some provisions, in articles of three, with concerns and requests that name what the
/// numbers say.
fn law(
    provisions: usize,
    concerns: &[(Vec<usize>, Vec<usize>)],
    requests: &[(Vec<usize>, Vec<usize>)],
) -> Value {
    let id = |it: &usize| match it % 3 {
        0 => format!("art_{}", it / 3 + 1),
        point => format!("art_{}__para_{point}", it / 3 + 1),
    };
    let provision = |it: usize| {
        let mut record = json!({ "id": id(&it), "citation": format!("Location {it}"), "summary": format!("What {it} says.") });
        if it.is_multiple_of(3) {
            let article = format!("Article {}", it / 3 + 1);
            record["citation"] =
                json!({ "text": article, "translations": { "fr": { "text": "x", "by": "y" } } });
            record["heading"] = format!("Heading {it}").into();
            record["heading_origin"] = "editor".into();
        } else {
            record["parent"] = id(&(it - it % 3)).into();
        }
        if it.is_multiple_of(5) {
            record["citation"] = crate::citation::of_eid(&id(&it)).unwrap().into();
        }
        record
    };
    let mut all: Value =
        serde_json::from_str(include_str!("../../tests/common/small.json")).unwrap();
    let [group, source] = ["groups", "sources"].map(|list| {
        let ids = all[list].as_array().unwrap().iter().map(|it| it["id"].clone());
        ids.collect::<Vec<_>>()
    });
    // Some quote the same passage, which counts once, whichever source prints it.
    let evidence = |it: &usize| {
        let words = "We hold that this section would let any warden open every parcel they see.";
        let mut evidence = json!({ "source": source[it % source.len()], "locator": "page 1" });
        if it.is_multiple_of(2) {
            evidence["quote"] = json!({ "exact": words });
        }
        evidence
    };
    let concern = |(at, (about, affects)): (usize, &(Vec<usize>, Vec<usize>))| {
        let mut affected: Vec<_> = affects.iter().map(|it| &group[it % group.len()]).collect();
        affected.dedup();
        let affected = affected.iter().take(1).map(|it| match affects.len() {
            1 => json!({ "group": it, "basis": "stated" }),
            _ => json!({ "group": it, "basis": "inferred", "reason": "Because." }),
        });
        let affected: Vec<_> = affected.collect();
        let about_ids: Vec<_> = about.iter().map(|it| id(&(it % provisions))).collect();
        let beside = id(&((about[0] + 1) % provisions));
        let beside: Vec<_> = [beside].into_iter().filter(|it| !about_ids.contains(it)).collect();
        let how = if at % 2 == 0 { "contrasted" } else { "mentioned" };
        json!({
            how: beside,
            "id": format!("concern-{at}"), "title": format!("Title {at}"), "summary": "S",
            "provisions": about_ids,
            "affected": if affected.is_empty() { "none_found".into() } else { Value::from(affected) },
            "evidence": about.iter().map(evidence).collect::<Vec<_>>(),
        })
    };
    let request = |(at, (about, answers)): (usize, &(Vec<usize>, Vec<usize>))| {
        let answers = answers.iter().filter(|_| !concerns.is_empty());
        json!({
            "id": format!("request-{at}"), "kind": "delete", "summary": "R", "addressee": "All",
            "evidence": [evidence(&at)],
            "provisions": about.iter().map(|it| id(&(it % provisions))).collect::<Vec<_>>(),
            "concerns": answers.map(|it| format!("concern-{}", it % concerns.len())).collect::<Vec<_>>(),
        })
    };
    let concerns_of = concerns.iter().enumerate().map(concern).collect::<Vec<_>>();
    let requests_of = requests.iter().enumerate().map(request).collect::<Vec<_>>();
    all["provisions"] = (0..provisions).map(provision).collect();
    all["concerns"] = concerns_of.into();
    all["requests"] = requests_of.into();
    let last = concerns.len().checked_sub(1).map(|it| format!("concern-{it}"));
    all["sources"][1]["parties"][1]["concerns"] = last.iter().cloned().collect();
    all["replies"][0]["concerns"] = last.into_iter().collect();
    all["replies"][0]["provisions"] = [id(&(provisions - 1))].into_iter().collect();
    all["instrument"]["chapters"][0]["provisions"] = (0..provisions).map(|it| id(&it)).collect();
    all
}

fn any_law() -> impl Strategy<Value = Value> {
    let places = |least| proptest::collection::vec(0..40_usize, least..4);
    let concerns = proptest::collection::vec((places(1), places(0)), 0..12);
    let requests = proptest::collection::vec((places(0), places(0)), 0..6);
    (1..30_usize, concerns, requests)
        .prop_map(|(provisions, concerns, requests)| law(provisions, &concerns, &requests))
}

/// What a dataset says of everything, whether it came whole or in parts. Requests that name nothing
/// stand nowhere.
fn said(law: &Dataset) -> (Vec<Provision>, Vec<Option<Concern>>, Vec<Option<Request>>) {
    let concerns = (0..law.links.concerns.len()).map(|it| law.concern(ConcernIx::nth(it)).cloned());
    let named = |it: &usize| law.links.requests[*it] != RequestLinks::default();
    let requests = (0..law.links.requests.len()).filter(named);
    let requests = requests.map(|it| law.request(RequestIx::nth(it)).cloned());
    (law.provisions().map(|(_, it)| it.clone()).collect(), concerns.collect(), requests.collect())
}

/// Cuts a law, reads its parts again, and says whether all of them fit.
fn together(cut: &Published) -> Outcome<Dataset> {
    let Some(beginning) = read(node(&cut.beginning)).dataset else { return refused("beginning") };
    let whole = beginning.with_index(node(&cut.index))?;
    for (at, shard) in cut.shards.iter().enumerate() {
        whole.fill(at, &node(shard))?;
    }
    Ok(whole)
}

proptest! {
    #[test]
    fn a_law_in_parts_says_what_the_whole_says(file in any_law(), first in 1..12_u32, run in 1..8_u32) {
        let whole = sound(&file);
        let cut = published(&whole, first, run);
        let beginning = sound(&cut.beginning);
        prop_assert_eq!(beginning.size(), whole.provisions().len());
        let joined = beginning.clone().with_index(node(&cut.index)).unwrap();
        prop_assert_eq!(&joined.links, &whole.links);
        for (handle, provision) in whole.provisions() {
            let here = joined.provision(handle).unwrap();
            prop_assert_eq!((&here.id, &here.citation, &here.parent), (&provision.id, &provision.citation, &provision.parent));
            prop_assert_eq!(&here.heading, &provision.heading);
            let missing = joined.missing(handle);
            prop_assert_eq!(missing.is_some(), handle.index() >= first as usize);
            prop_assert!(missing.is_none_or(|it| joined.shard(it).is_some()));
        }
        for (at, shard) in cut.shards.iter().enumerate() {
            joined.fill(at, &node(shard)).unwrap();
        }
        prop_assert!(joined.provisions().all(|(it, _)| joined.missing(it).is_none()));
        let (mut one, other) = (said(&joined), said(&whole));
        // What begins the law may name less than there is.
        let begun = |it: &Concern| it.provisions.iter().any(|id| beginning.find_provision(id.as_str()).is_some());
        for (here, there) in one.1.iter_mut().zip(&other.1) {
            if there.as_ref().is_some_and(begun) {
                here.clone_from(there);
            }
        }
        prop_assert_eq!(one.0, other.0);
        prop_assert_eq!(one.1, other.1);
        prop_assert_eq!(one.2.len(), other.2.len());
        prop_assert!(one.2.iter().all(Option::is_some));
    }

    #[test]
    fn damaged_parts_never_panic_and_what_is_refused_says_why(
        file in any_law(), first in 1..12_u32, run in 1..8_u32,
        which in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(),
        put in prop::sample::select(std::vec!["", "9", "\"\"", "[", "x", "_", "A", "B", "null", "[]"]),
    ) {
        let mut cut = published(&sound(&file), first, run);
        let mut files: Vec<_> = core::iter::once(&mut cut.index).chain(&mut cut.shards).collect();
        let count = files.len();
        let damaged = &mut *files[which.index(count)];
        let mut text = damaged.to_string();
        let at = place.index(text.len());
        if text.is_char_boundary(at) && text.is_char_boundary(at + 1) {
            text.replace_range(at..=at, put);
        }
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            *damaged = value;
        }
        if let Err(problems) = together(&cut) {
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn steps_come_back_as_they_were_written(rows in proptest::collection::vec(proptest::collection::vec(0..70_000_usize, 0..5), 0..9)) {
        let (mut steps, mut plain) = (Writer::default(), Writer::default());
        for row in &rows {
            steps.list_of_steps(row.iter().copied());
            plain.list(row.iter().copied());
        }
        prop_assert_eq!(lists_of_steps(&steps.done(), 70_000), Some(rows.clone()));
        prop_assert_eq!(lists(&plain.done(), 70_000), Some(rows));
    }
}

fn two_shards() -> Published {
    let concerns = [
        (std::vec![0, 5], std::vec![0]),
        (std::vec![4], std::vec![]),
        (std::vec![7], std::vec![1]),
    ];
    let requests = [(std::vec![6], std::vec![0])];
    published(&sound(&law(9, &concerns, &requests)), 3, 3)
}

fn complaint(outcome: Outcome<Dataset>) -> String {
    outcome.map(|_| ()).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_shard_says_what_the_index_says_of_it_or_nothing() {
    let group = two_shards().shards[0]["concerns"][0]["affected"][0]["group"].clone();
    let inferred = json!([{ "group": group, "basis": "inferred", "reason": "Because." }]);
    let misfits = [
        (0, "/concerns/0/provisions/0", json!("art_2")),
        (0, "/concerns/0/provisions", json!(["art_2__para_2", "art_1", "art_1__para_1"])),
        (0, "/concerns/0/contrasted", json!([])),
        (0, "/concerns/0/affected", json!("none_found")),
        (0, "/concerns/0/affected", inferred),
        (0, "/concerns/0/evidence/0/source", json!("nobody")),
        (0, "/concerns", json!([])),
        (1, "/requests/0/provisions/0", json!("art_3__para_1")),
        (1, "/requests/0/concerns", json!([])),
        (1, "/requests", json!([])),
        (0, "/provisions/0/id", json!("art_9")),
        (0, "/provisions/1/parent", json!("art_1")),
    ];
    assert!(together(&two_shards()).is_ok());
    for (shard, place, value) in misfits {
        let mut cut = two_shards();
        *cut.shards[shard].pointer_mut(place).unwrap() = value;
        let whole = sound(&cut.beginning).with_index(node(&cut.index)).unwrap();
        let other = 1 - shard;
        assert!(whole.fill(shard, &node(&cut.shards[shard])).is_err(), "{place}");
        assert_eq!(whole.missing(ProvisionIx::nth(3 + 3 * shard)), Some(shard), "{place}");
        assert_eq!(whole.concern(ConcernIx::nth(1 + shard)), None, "{place}");
        assert_eq!(whole.fill(other, &node(&cut.shards[other])), Ok(()), "{place}");
    }
}

#[test]
fn a_shard_s_records_keep_the_rules_of_any_dataset() {
    let mut cut = two_shards();
    cut.shards[0]["concerns"][0]["evidence"][0]["quote"] = json!({ "exact": " " });
    let told = complaint(together(&cut));
    assert_eq!(
        told,
        "concerns[0].evidence[0].quote.exact: a quote has words; leave `quote` out instead"
    );
}

#[test]
fn an_index_of_another_law_is_refused_with_what_to_do() {
    let misfits: [(&str, Value); 9] = [
        ("/first", json!(2)),
        ("/run", json!(0)),
        ("/run", json!(4)),
        ("/shards", json!(["a.json"])),
        ("/shards/0", json!("https://example.org/a.json")),
        ("/ids/0", json!("art_7")),
        ("/headings", json!([])),
        ("/parents", json!("A")),
        ("/concerns/provisions", json!("BA")),
    ];
    for (place, value) in misfits {
        let mut cut = two_shards();
        *cut.index.pointer_mut(place).unwrap() = value;
        assert_eq!(complaint(together(&cut)), ANOTHER_LAW, "{place}");
    }
    let mut cut = two_shards();
    cut.index["ids"][8] = cut.index["ids"][7].clone();
    let told = complaint(together(&cut));
    assert!(told.starts_with("provisions[8].id: id `art_3__para_1` is already used"), "{told}");
}

#[test]
fn a_file_of_a_law_in_parts_is_beside_the_one_that_names_it() {
    for name in ["../a.json", "https://a.example/b", "//a", "", ".htaccess", "a/b.json"] {
        let mut cut = two_shards();
        cut.beginning["parts"]["index"] = name.into();
        let reading = read(node(&cut.beginning));
        let told: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["parts: its files stand beside this one; write their names"]);
        assert_eq!(reading.dataset.unwrap().awaits(), None, "{name}");
    }
}

#[test]
fn a_law_that_came_whole_awaits_nothing() {
    let whole = sound(&law(4, &[], &[]));
    assert_eq!((whole.awaits(), whole.size(), whole.missing(ProvisionIx::nth(0))), (None, 4, None));
    assert!(whole.clone().with_index(node(&two_shards().index)).is_err());
    assert!(whole.fill(0, &node(&two_shards().shards[0])).is_err());
    assert_eq!("art_1".to_owned(), whole.provisions().next().unwrap().1.id.to_string());
}
