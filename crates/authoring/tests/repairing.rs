//! Mistakes that meet: all are reported in one reading, each once and where it stands in the file,
//! and what is left says nothing that the file doesn't say.
// Misspelt on purpose: cspell:ignore feers infered titel exakt thrid lettr
#![allow(clippy::indexing_slicing, reason = "the fixture and the slips know their places")]

mod common;

use std::collections::BTreeSet;

use authoring::{Problem, ProblemKind};
use common::{complaints, cut, messages, read, read_text, set, small, small_with, sound_part};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

#[test]
fn all_mistakes_of_a_file_are_reported_at_once_each_once_and_where_they_stand() {
    let mut file = small();
    // Shapes.
    set(&mut file, "titel", json!("x"));
    set(&mut file, "organisations/3/kind", json!("ngo"));
    cut(&mut file, "groups/2/member");
    set(&mut file, "instrument/drafts/0/date", json!("2024-13"));
    set(&mut file, "concerns/1/evidence/0/quote/exakt", json!("x"));
    cut(&mut file, "corrections/0/text");
    set(&mut file, "sources/0/parties/1", json!("crowd"));
    // Rules, behind what the shapes take out.
    set(&mut file, "sources/1/archived", json!("javascript:alert(1)"));
    set(&mut file, "sources/2/draft", json!("thrid"));
    set(&mut file, "concerns/1/provisions/1", json!("art_99"));
    set(&mut file, "provisions/4/id", json!("art 9"));
    cut(&mut file, "provisions/0/heading_origin");
    set(&mut file, "requests/1/evidence/0/quote", json!({ "exact": "a".repeat(301) }));
    set(&mut file, "positions/1/organisation", json!("maker"));
    set(&mut file, "concerns/2/affected/1", json!({ "group": "journalists", "basis": "stated" }));

    let mut told = complaints(&file);
    told.sort_unstable();
    let expected = [
        "concerns[1].evidence[0].quote.exakt: no field is called `exakt`; did you mean `exact`?",
        "concerns[1].provisions[1]: no provision `art_99`; did you mean `art_1`?",
        "concerns[2].affected[1]: the same group stands there twice",
        "corrections[0]: `text` is missing",
        "groups[2]: `member` is missing",
        "instrument.drafts[0].date: `2024-13` is not a date; write `2024`, `2024-07` or \
         `2024-07-29`",
        "organisations[3].kind: `ngo` is not one of `human_rights`, `digital_rights`, \
         `press_freedom`, `civil_society`, `trade_union`, `industry`, `media`, `government`, \
         `intergovernmental`, `un_body`, `authority`, `supervisor`, `court`, `party`, `research`, \
         `individual`, `community`",
        "positions[1].organisation: no organisation `maker`; did you mean `makers`?",
        "provisions[0].heading: a heading and its `heading_origin` go together",
        "provisions[4].id: `art 9` is not an id here; write an Akoma Ntoso eId such as \
         `art_28__para_4`",
        "requests[1].evidence[0].quote.exact: the quote has 301 characters; shorten it to 300 or \
         fewer",
        "sources[0].parties[1]: expected an object, found a text",
        "sources[1].archived: `javascript:alert(1)` is not an address that begins with \
         `https://` or `http://`",
        "sources[2].draft: no draft `thrid`; did you mean `third`?",
        "titel: no field is called `titel`; did you mean `title`?",
    ];
    assert_eq!(told, expected);

    let dataset = sound_part(&file);
    assert!(says_nothing_beyond(&file));
    let left = serde_json::to_value(dataset.records()).unwrap();
    let ids = |list: &str| -> Vec<String> {
        left[list].as_array().unwrap().iter().map(|it| it["id"].to_string()).collect()
    };
    assert_eq!(ids("provisions").len(), 4);
    assert_eq!(ids("groups"), ["\"journalists\"", "\"children\""]);
    assert_eq!(ids("organisations"), ["\"watchdog\"", "\"makers\"", "\"crowd\""]);
    assert_eq!(ids("sources"), ["\"letter\"", "\"release\""]);
    assert_eq!(ids("concerns"), ["\"too-broad\"", "\"too-dear\"", "\"too-late\""]);
    assert_eq!(left["concerns"][1]["provisions"], json!(["art_2"]));
    assert_eq!(left["requests"][1]["evidence"][0].get("quote"), None);
    assert_eq!(left["positions"].as_array().unwrap().len(), 1);
}

#[test]
fn a_place_is_told_as_written_though_neighbours_before_it_were_taken_out() {
    let mut file = small();
    cut(&mut file, "concerns/0/title");
    set(&mut file, "concerns/2/provisions", json!([7, "art_1", "art_22"]));
    set(&mut file, "concerns/2/evidence", json!([{}, { "source": "lettr", "locator": "x" }]));
    let told = complaints(&file);
    for expected in [
        "concerns[2].provisions[2]: no provision `art_22`; did you mean `art_2`?",
        "concerns[2].evidence[1].source: no source `lettr`; did you mean `letter`?",
    ] {
        assert!(told.iter().any(|it| it == expected), "{told:?}");
    }
}

#[test]
fn what_follows_from_a_record_taken_out_is_not_reported() {
    // Each of these is named somewhere else in the file.
    for (place, field) in [
        ("provisions/1", "citation"),
        ("groups/0", "member"),
        ("organisations/0", "kind"),
        ("sources/0", "parties"),
        ("instrument/drafts/1", "label"),
        ("concerns/0", "summary"),
    ] {
        let mut file = small();
        cut(&mut file, &format!("{place}/{field}"));
        let (list, index) = place.rsplit_once('/').unwrap();
        let at = format!("{}[{index}]", list.replace('/', "."));
        assert_eq!(complaints(&file), [format!("{at}: `{field}` is missing")]);
        assert!(says_nothing_beyond(&file));
    }
}

#[test]
fn a_concern_is_gone_with_the_last_thing_that_it_rests_on_and_stays_with_the_last_but_one() {
    let mut file = small();
    cut(&mut file, "sources/1/title");
    let dataset = sound_part(&file);
    let concern = |id| dataset.find_concern(id).and_then(|it| dataset.concern(it));
    assert!(concern("too-dear").is_none(), "the release alone raised it");
    let evidence = &concern("too-broad").unwrap().evidence;
    let left: Vec<_> = evidence.iter().map(|it| it.source.as_str()).collect();
    assert_eq!(left, ["letter"]);
    assert_eq!(complaints(&file), ["sources[1]: `title` is missing"]);
}

/// What a rule misses may stand there as `null`, which can't be taken out twice.
#[test]
fn a_conclusion_whose_reason_is_null_costs_what_is_concluded() {
    let file = small_with("concerns/0/affected/1/reason", json!(null));
    assert_eq!(complaints(&file).len(), 1);
    let left = serde_json::to_value(&sound_part(&file).records().concerns[0].affected).unwrap();
    assert_eq!(left, json!([{ "group": "journalists", "basis": "stated" }]));
}

#[test]
fn a_translation_without_its_translator_costs_itself_alone_wherever_it_stands() {
    let mut file = small();
    cut(&mut file, "instrument/short_title/translations/fr/by");
    cut(&mut file, "instrument/title");
    let told = [
        "instrument: `title` is missing",
        "instrument.short_title.translations.fr: `by` is missing",
    ];
    assert_eq!(complaints(&file), told);
    assert_eq!(sound_part(&file).records().instrument.short_title.wordings().count(), 1);
    let label = json!({ "text": "Bakers", "translations": { "fr": { "text": "Petite loi" } } });
    assert_eq!(sound_part(&small_with("groups/2/label", label)).groups().count(), 3);
}

#[test]
fn what_ends_a_reading_keeps_no_other_problem_back() {
    let mut file = small();
    cut(&mut file, "schema_version");
    cut(&mut file, "groups/2/member");
    assert_eq!(
        complaints(&file),
        ["`schema_version` is missing", "groups[2]: `member` is missing"]
    );
}

#[test]
fn a_group_that_cannot_be_read_does_not_turn_into_nobody_affected() {
    let dataset = sound_part(&small_with("concerns/2/affected/0/group", json!("journalist")));
    assert!(dataset.find_concern("too-late").is_none());
}

#[test]
fn a_draft_that_cannot_be_read_does_not_let_its_sources_speak_of_another() {
    let mut file = small();
    cut(&mut file, "instrument/drafts/1/label");
    let dataset = sound_part(&file);
    assert!(dataset.find_source("letter").is_none());
    assert!(dataset.find_source("release").is_some());
}

/// Without these words a record would claim more than its editor did.
#[test]
fn a_doubt_that_cannot_be_read_costs_what_is_doubted() {
    let dataset = sound_part(&small_with("concerns/0/related/0/certainty", json!("feers")));
    assert_eq!(dataset.records().concerns[0].related, []);
    let dataset = sound_part(&small_with("sources/1/draft_basis", json!("infered")));
    assert!(dataset.find_source("release").is_none());
    let dataset = sound_part(&small_with("replies/0/basis", json!(7)));
    assert_eq!(dataset.records().replies, []);
}

/// A scope that lost what it names would be the document, or the law, as a whole.
#[test]
fn a_scope_that_cannot_be_read_is_not_the_whole() {
    let mut file = small();
    cut(&mut file, "concerns/0/title");
    let dataset = sound_part(&file);
    let release = dataset.find_source("release").unwrap();
    assert_eq!(
        dataset.parties(release).count(),
        1,
        "the watchdog was named for that concern alone"
    );
    assert_eq!(dataset.records().replies, []);
}

#[test]
fn a_wording_that_cannot_be_read_counts_as_not_checked() {
    let dataset = sound_part(&small_with("concerns/0/wording", json!("sane")));
    assert_eq!(dataset.records().concerns[0].wording, authoring::Wording::NotChecked);
}

/// Whether the sound part of a file says nothing that the file doesn't say.
fn says_nothing_beyond(file: &Value) -> bool {
    let left = serde_json::to_value(sound_part(file).records()).unwrap_or_default();
    is_part_of(&left, file)
}

/// Fields that may be missing, with what that means.
const DEFAULTS: [(&str, &str); 5] = [
    ("unit", "article"),
    ("kind", "people"),
    ("draft_basis", "stated"),
    ("certainty", "says"),
    ("basis", "stated"),
];

/// Whether one value says nothing that the other doesn't: lists may have lost items and records
/// fields, and fields that may be missing stand there with their defaults.
fn is_part_of(left: &Value, file: &Value) -> bool {
    match (left, file) {
        (Value::Array(left), Value::Array(file)) => {
            let mut file = file.iter();
            left.iter().all(|left| file.any(|file| is_part_of(left, file)))
        }
        (Value::Object(left), Value::Object(file)) => left.iter().all(|(name, left)| {
            let default = [json!([]), json!({}), json!(""), json!("not_checked")].contains(left)
                || DEFAULTS.contains(&(name, left.as_str().unwrap_or_default()));
            default || file.get(name).is_some_and(|file| is_part_of(left, file))
        }),
        // A text that lost its translations.
        (Value::String(_), Value::Object(file)) => file.get("text") == Some(left),
        (left, file) => left == file,
    }
}

/// What is wrong with the references of a dataset, found in its written form alone.
fn broken_promises(written: &Value) -> Vec<String> {
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let ids =
        |list: &Value| -> Vec<Value> { items(list).iter().map(|it| it["id"].clone()).collect() };
    let [provisions, groups, organisations, sources, concerns] =
        ["provisions", "groups", "organisations", "sources", "concerns"]
            .map(|it| ids(&written[it]));
    let drafts = ids(&written["instrument"]["drafts"]);
    let mut references: Vec<(Value, &[Value])> = Vec::new();
    for list in [&provisions, &groups, &organisations, &sources, &concerns, &drafts] {
        references.extend(list.iter().map(|id| (id.clone(), list.as_slice())));
    }
    let mut refer = |from: Vec<Value>, known| {
        references.extend(from.into_iter().map(|id| (id, known)));
    };
    let each = |list: &Value, field: &str| -> Vec<Value> {
        items(list).iter().map(|it| it[field].clone()).collect()
    };
    for provision in items(&written["provisions"]) {
        refer(provision.get("parent").cloned().into_iter().collect(), &provisions);
    }
    for source in items(&written["sources"]) {
        refer(vec![source["draft"].clone()], &drafts);
        refer(each(&source["parties"], "organisation"), &organisations);
    }
    for concern in items(&written["concerns"]) {
        refer(items(&concern["provisions"]), &provisions);
        refer(each(&concern["affected"], "group"), &groups);
    }
    for request in items(&written["requests"]) {
        refer(items(&request["concerns"]), &concerns);
        refer(items(&request["provisions"]), &provisions);
    }
    for concern in items(&written["concerns"]) {
        refer(items(&concern["contrasted"]), &provisions);
        refer(items(&concern["mentioned"]), &provisions);
    }
    for reply in items(&written["replies"]) {
        refer(vec![reply["organisation"].clone()], &organisations);
        refer(items(&reply["concerns"]), &concerns);
        refer(items(&reply["provisions"]), &provisions);
    }
    for position in items(&written["positions"]) {
        refer(vec![position["organisation"].clone()], &organisations);
        refer(vec![position["evidence"]["source"].clone()], &sources);
    }
    let mut broken = Vec::new();
    for record in items(&written["concerns"]).iter().chain(&items(&written["requests"])) {
        refer(each(&record["evidence"], "source"), &sources);
        if items(&record["evidence"]).is_empty() {
            broken.push(format!("{} rests on nothing", record["id"]));
        }
    }
    for (id, known) in references {
        if known.iter().filter(|it| **it == id).count() != 1 {
            broken.push(format!("{id} is not one of {known:?}"));
        }
    }
    broken
}

/// The steps to every value under a node, by position.
fn places(node: &Value, here: &mut String, all: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match node {
        Value::Array(items) => (0_usize..).map(|at| at.to_string()).zip(items).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let length = here.len();
        here.push('/');
        here.push_str(&name);
        all.push(here.clone());
        places(child, here, all);
        here.truncate(length);
    }
}

/// Takes a value away, or puts `null` in its place.
fn spoil((place, is_gone): (Index, bool), file: &mut Value) {
    let mut all = Vec::new();
    places(file, &mut String::new(), &mut all);
    let Some(place) = all.get(place.index(all.len().max(1))) else { return };
    if !is_gone {
        file.pointer_mut(place).map(Value::take);
        return;
    }
    let Some((outer, name)) = place.rsplit_once('/') else { return };
    match file.pointer_mut(outer) {
        Some(Value::Array(items)) => {
            name.parse().ok().map(|at: usize| items.remove(at));
        }
        Some(Value::Object(fields)) => {
            fields.remove(name);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(512)
    })]

    #[test]
    fn whatever_is_missing_from_a_file_reading_ends_and_what_is_left_is_sound(
        spoilt in proptest::collection::vec(any::<(Index, bool)>(), 1..4),
    ) {
        let mut file = small();
        for place in spoilt {
            spoil(place, &mut file);
        }
        let reading = read(&file);
        let told = messages(&reading);
        let once: BTreeSet<&String> = told.iter().collect();
        prop_assert_eq!(once.len(), told.len(), "said twice: {:?}", told);
        let Some(dataset) = reading.dataset else {
            prop_assert!(!told.is_empty(), "nothing is left, and nobody knows why");
            return Ok(());
        };
        let written = serde_json::to_value(dataset.records()).unwrap();
        prop_assert_eq!(broken_promises(&written), [] as [String; 0]);
        prop_assert!(is_part_of(&written, &file), "{}: {:?}", written, told);
        let again = read_text(&written.to_string());
        let lacks = |it: &Problem| matches!(it.kind, ProblemKind::Unsaid(_));
        prop_assert!(again.problems.iter().all(lacks), "{:?}", messages(&again));
        prop_assert!(again.problems.is_empty() || !told.is_empty());
        prop_assert_eq!(again.dataset, Some(dataset));
    }
}

/// Of one field given twice neither is more likely meant, so none is shown.
#[test]
fn a_field_given_twice_or_more_is_told_once_and_taken_out() {
    for (field, given) in [
        ("titel", r#""titel": 1, "titel": 2, "titel": 3"#),
        ("symbols", r#""symbols": ["a"], "symbols": ["b"], "symbols": []"#),
    ] {
        let instrument = r#""title": "An Act about Small Things","#;
        let text = common::SMALL.replace(r#""symbols": ["S/1"],"#, "");
        let reading = read_text(&text.replace(instrument, &format!("{instrument} {given},")));
        let told = messages(&reading);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(&format!("instrument.{field}: ")), "{told:?}");
        assert_eq!(reading.dataset.unwrap().records().instrument.symbols, [] as [&str; 0]);
    }
}

#[test]
fn a_record_with_a_field_given_twice_goes_and_the_others_stay() {
    let text = common::SMALL.replace(r#""id": "children","#, r#""id": "a", "id": "b", "id": "c","#);
    let reading = read_text(&text);
    assert_eq!(messages(&reading)[0], "groups[1].id: this field stands there twice");
    assert_eq!(reading.dataset.unwrap().groups().count(), 2);
}

#[test]
fn a_translation_given_twice_is_told_and_neither_is_shown() {
    let text = common::SMALL.replace(
        r#""translations": { "fr": { "text": "Petite loi", "by": "machine" } }"#,
        r#""translations": { "fr": { "text": "a", "by": "b" }, "fr": { "text": "c", "by": "d" } }"#,
    );
    let reading = read_text(&text);
    let told = "instrument.short_title.translations.fr: this field stands there twice";
    assert_eq!(messages(&reading), [told]);
    let dataset = reading.dataset.unwrap();
    assert_eq!(dataset.records().instrument.short_title.translation("fr"), None);
}
