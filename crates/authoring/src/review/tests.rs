//! Each kind of remark, on the example that the tests of reading share.
#![allow(clippy::indexing_slicing, reason = "the example knows its places")]

use std::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use serde_json::{Value, json};

use crate::{CalendarDate, json::parse, read, shared};

const SMALL: &str = include_str!("../../tests/common/small.json");

/// What is said of the example with one value put at a place, and not of the example itself.
fn new_remarks(place: &str, value: Value) -> Vec<String> {
    let mut file: Value = serde_json::from_str(SMALL).unwrap();
    let before = remarks(&file);
    let (outer, last) = place.rsplit_once('/').unwrap();
    match file.pointer_mut(outer).unwrap() {
        Value::Object(fields) => drop(fields.insert(last.into(), value)),
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        _ => unreachable!("nothing at {place}"),
    }
    remarks(&file).into_iter().filter(|it| !before.contains(it)).collect()
}

fn remarks(file: &Value) -> Vec<String> {
    let parsed = read(parse(&file.to_string()).unwrap());
    assert_eq!(parsed.problems, []);
    let today = CalendarDate::from_ymd(2026, 11, 29);
    parsed.remarks(today).iter().map(ToString::to_string).collect()
}

fn says(place: &str, value: Value, part: &str) {
    let told = new_remarks(place, value);
    assert!(told.iter().any(|it| it.contains(part)), "{place}: {part} in {told:?}");
}

#[test]
fn what_may_be_wrong_is_told_with_its_place() {
    says("/edition/date", json!("2062-01-01"), "edition.date: `2062-01-01` is still to come");
    says("/sources/0/date", json!("0202"), "sources[0].date: `0202` is long ago");
    says("/provisions/4/citation", json!("Article 77"), "stands at `art_");
    says(
        "/sources/2/parties",
        json!([{ "organisation": "watchdog", "role": "named" }]),
        "`relation`, `quote`, `locator` missing",
    );
    says("/schema_version", json!(1), "schema_version: version 1 of the format");
    says("/made", json!("word ".repeat(61).trim()), "made: 61 words; shorten it to 60");
    says("/sources/2/sha256", json!("abc"), "not a SHA-256");
    says("/groups/2/description", json!("with\u{AD}in"), "U+00AD soft hyphen at character 5");
    says("/sources/2/address", json!("http://example.org/"), "does `https://example.org/` lead");
    says("/concerns/1/summary", json!(""), "concerns[1].summary: empty");
}

#[test]
fn the_same_text_and_nearly_the_same_name_are_told_with_the_first() {
    let file: Value = serde_json::from_str(SMALL).unwrap();
    let title = file["concerns"][0]["summary"].clone();
    says(
        "/concerns/1/summary",
        title,
        "concerns[1].summary: the same text stands there twice; compare concerns[0].summary",
    );
    let name = file["organisations"][0]["name"]
        .as_str()
        .or(file["organisations"][0]["name"]["text"].as_str());
    let near = format!("{}s", name.unwrap());
    says("/organisations/1/name", json!(near), "are they one and the same?");
}

#[test]
fn a_source_without_parties_is_told() {
    let file: Value = serde_json::from_str(SMALL).unwrap();
    assert_eq!(file["sources"][2]["parties"], json!([]));
    assert!(remarks(&file).iter().any(|it| it.starts_with("sources[2].parties: nobody issued")));
}

#[test]
fn events_out_of_order_are_told() {
    let event = |date| json!({ "date": date, "label": "x", "source": "https://example.org/" });
    let told =
        new_remarks("/instrument/status/events", json!([event("2024-05"), event("2024-04-30")]));
    let line = "instrument.status.events[1].date: `2024-04-30` is before `2024-05`; the list has the earliest first";
    assert!(told.iter().any(|it| it == line), "{told:?}");
    let told =
        new_remarks("/instrument/status/events", json!([event("2024-05-02"), event("2024")]));
    assert!(!told.iter().any(|it| it.contains("is before `2024-05-02`")), "{told:?}");
}

#[test]
fn the_same_passage_in_two_sources_is_told_with_the_first_and_in_one_source_is_not() {
    let mut file: Value = serde_json::from_str(SMALL).unwrap();
    let words: Vec<String> = (1..=12).map(|nth| format!("word{nth}")).collect();
    let quote = |before: &str| json!({ "exact": format!("{before} {}.", words.join(" ")) });
    file["concerns"][0]["evidence"][0]["quote"] = quote("They say:");
    file["concerns"][2]["evidence"][0]["quote"] = quote("Again:");
    let voices = |file: &Value| -> Vec<String> {
        remarks(file).into_iter().filter(|it| it.contains("one voice")).collect()
    };
    assert_eq!(voices(&file), [""; 0]);
    file["concerns"][1]["evidence"][0]["quote"] = quote("We, too, hold that");
    let line = "concerns[1].evidence[0].quote: `release` has words of this in common with \
                `letter`, and the same passage is one voice; compare concerns[0].evidence[0].quote";
    assert_eq!(voices(&file), [line]);
}

#[test]
fn a_passage_of_twelve_words_is_found_and_one_of_eleven_is_not() {
    let words: Vec<String> = (1..=14).map(|nth| format!("word{nth}")).collect();
    let passage = |count: usize| format!("before, {}; after", words[..count].join(" "));
    assert_eq!(shared(&passage(12), &words[..12].join("\n")), Some(words[..12].join(" ")));
    assert_eq!(shared(&passage(11), &words.join(" ")), None);
}
