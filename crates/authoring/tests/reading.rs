//! Each kind of mistake in a file, with the message that an editor sees. Mistakes that meet are in
//! `repairing.rs`.
// Misspelt on purpose: cspell:ignore titel shorttitle exakt secnd realease leter mple

mod common;

use authoring::{Affected, Mention, Parsed, ProvisionIx, Records, Text};
use common::{complaints, cut, messages, read, read_text, set, small, small_with, sound_part};
use serde_json::{Value, json};

/// Each place spoilt alone gives its one message.
fn each_alone(cases: &[(&str, Value, &str)]) {
    for (place, value, message) in cases {
        assert_eq!(complaints(&small_with(place, value.clone())), [*message], "{place}: {value}");
    }
}

#[test]
fn a_sound_file_has_no_problem_and_all_its_records() {
    let file = small();
    assert_eq!(complaints(&file), [] as [&str; 0]);
    let dataset = sound_part(&file);
    assert_eq!(dataset.provisions().len(), 5);
    assert_eq!(dataset.groups().len(), 3);
    assert_eq!(dataset.organisations().len(), 4);
    assert_eq!(dataset.sources().len(), 3);
    assert_eq!(dataset.drafts().len(), 3);
    assert_eq!(dataset.concerns().count(), 3);
    assert_eq!(dataset.requests().count(), 2);
    assert_eq!(dataset.records().positions.len(), 2);
}

#[test]
fn records_written_as_json_and_read_again_are_the_same_records() {
    let dataset = sound_part(&small());
    let written = serde_json::to_string(dataset.records()).unwrap();
    let again = read_text(&written);
    assert_eq!(messages(&again), [] as [&str; 0]);
    assert_eq!(again.dataset.unwrap(), dataset);
}

#[test]
fn every_field_of_the_file_is_in_what_is_written_again() {
    // Fields that may be missing come back with their defaults, so the file's are a part of them.
    fn is_in(file: &Value, written: &Value, at: &str) {
        match (file, written) {
            (Value::Object(file), Value::Object(written)) => {
                for (name, value) in file {
                    is_in(value, &written[name], &format!("{at}/{name}"));
                }
            }
            (Value::Array(file), Value::Array(written)) => {
                assert_eq!(file.len(), written.len(), "{at}");
                for (index, (file, written)) in file.iter().zip(written).enumerate() {
                    is_in(file, written, &format!("{at}/{index}"));
                }
            }
            (file, written) => assert_eq!(file, written, "{at}"),
        }
    }
    let written = serde_json::to_value(sound_part(&small()).records()).unwrap();
    is_in(&small(), &written, "");
}

#[test]
fn an_unknown_field_is_reported_with_the_one_that_may_be_meant() {
    each_alone(&[
        ("titel", json!("x"), "titel: no field is called `titel`; did you mean `title`?"),
        (
            "instrument/shorttitle",
            json!("x"),
            "instrument.shorttitle: no field is called `shorttitle`; did you mean `short_title`?",
        ),
        (
            "concerns/1/evidence/0/quote/exakt",
            json!("x"),
            "concerns[1].evidence[0].quote.exakt: no field is called `exakt`; did you mean `exact`?",
        ),
        ("groups/2/penguins", json!(1), "groups[2].penguins: no field is called `penguins`"),
    ]);
}

#[test]
fn an_unknown_field_costs_nothing_but_itself() {
    let file = small_with("concerns/1/evidence/0/exakt", json!("x"));
    assert_eq!(sound_part(&file), sound_part(&small()));
}

#[test]
fn a_missing_field_costs_the_record_that_needs_it() {
    for (place, message, list, left) in [
        ("groups/2/member", "groups[2]: `member` is missing", "groups", 2),
        ("organisations/3/kind", "organisations[3]: `kind` is missing", "organisations", 3),
        ("provisions/4/citation", "provisions[4]: `citation` is missing", "provisions", 4),
        ("sources/2/language", "sources[2]: `language` is missing", "sources", 3),
        ("concerns/1/affected", "concerns[1]: `affected` is missing", "concerns", 2),
        ("requests/0/addressee", "requests[0]: `addressee` is missing", "requests", 1),
        ("positions/0/stance", "positions[0]: `stance` is missing", "positions", 1),
        ("corrections/1/text", "corrections[1]: `text` is missing", "corrections", 1),
        (
            "concerns/0/evidence/0/locator",
            "concerns[0].evidence[0]: `locator` is missing",
            "concerns",
            3,
        ),
        (
            "concerns/0/evidence/0/quote/exact",
            "concerns[0].evidence[0].quote: `exact` is missing",
            "concerns",
            3,
        ),
    ] {
        let mut file = small();
        cut(&mut file, place);
        assert_eq!(complaints(&file), [message]);
        let written = serde_json::to_value(sound_part(&file).records()).unwrap();
        assert_eq!(written[list].as_array().unwrap().len(), left, "{place}");
    }
}

#[test]
fn a_missing_list_at_the_top_leaves_nothing_to_show() {
    for place in ["provisions", "sources", "instrument", "instrument/status", "schema_version"] {
        let (reading, told) = without(place);
        assert_eq!(messages(&reading), [told]);
        assert!(reading.dataset.is_none(), "{place}");
    }
}

/// What of the top a reader can do without.
const SPARED: [&str; 11] = [
    "id",
    "title",
    "language",
    "edition",
    "edition/number",
    "edition/date",
    "credit",
    "stale_after",
    "instrument/title",
    "instrument/short_title",
    "instrument/status/as_of",
];

#[test]
fn a_missing_or_unsound_line_at_the_top_hides_nothing_else() {
    let all = sound_part(&small()).concerns().count();
    for place in SPARED {
        let (reading, told) = without(place);
        assert_eq!(messages(&reading), [told]);
        assert_eq!(reading.dataset.unwrap().concerns().count(), all, "{place}");
        for bad in [json!([7]), json!("\u{202E}x"), json!(null)] {
            let file = small_with(place, bad.clone());
            assert_eq!(complaints(&file).len(), 1, "{place} {bad}: {:?}", complaints(&file));
            assert_eq!(sound_part(&file).concerns().count(), all, "{place} {bad}");
        }
    }
}

/// The reading of a file that lacks a field, and what is to be said of it.
fn without(place: &str) -> (Parsed, String) {
    let mut file = small();
    cut(&mut file, place);
    let (at, field) = place.rsplit_once('/').unwrap_or(("", place));
    let at = if at.is_empty() { String::new() } else { format!("{}: ", at.replace('/', ".")) };
    (read(&file), format!("{at}`{field}` is missing"))
}

#[test]
fn a_character_that_nobody_sees_is_told_with_its_name_and_place_wherever_it_stands() {
    for (bad, told) in [
        ("may \u{202E}be", "U+202E right-to-left override at character 5"),
        ("a\0b", "U+0000 null character at character 2"),
        ("\u{1B}[31m", "U+001B escape at character 1"),
        ("\u{200B}", "U+200B zero-width space at character 1"),
    ] {
        for place in [
            "groups/2/label",
            "concerns/1/summary",
            "concerns/1/evidence/0/quote/exact",
            "concerns/1/evidence/0/quote/prefix",
            "organisations/0/aliases/0",
            "sources/2/address",
            "instrument/short_title/translations/fr/text",
        ] {
            let told = format!("{told}; take out what nobody can see");
            let at = common::dotted(place);
            assert_eq!(complaints(&small_with(place, json!(bad))), [format!("{at}: {told}")]);
        }
    }
}

#[test]
fn a_text_of_blanks_alone_is_no_text_except_around_a_quote() {
    for bad in [" \u{A0}", "\u{3164}", "\u{200E}"] {
        let told = "groups[2].label: nothing in this text can be seen";
        assert_eq!(complaints(&small_with("groups/2/label", json!(bad))), [told]);
    }
    let blank = small_with("concerns/1/evidence/0/quote/prefix", json!(" "));
    assert_eq!(complaints(&blank), [] as [&str; 0]);
}

#[test]
fn a_language_is_a_tag() {
    for bad in ["English", "en_GB", "", "e", "en-", &"en-x".repeat(2500)] {
        let file = small_with("sources/2/language", json!(bad));
        let told = complaints(&file);
        assert_eq!(told.len(), 1, "{bad}");
        assert!(told[0].contains("is not a language tag; write `en`"), "{told:?}");
        assert!(told[0].len() < 160, "{told:?}");
        assert_eq!(sound_part(&file).sources().len(), 3);
    }
    let translated =
        json!({ "text": "Small", "translations": { "French": { "text": "Petit", "by": "x" } } });
    assert_eq!(complaints(&small_with("groups/2/label", translated)).len(), 1);
}

#[test]
fn a_file_that_is_no_object_is_said_to_be_none() {
    let reading = read(&json!([1]));
    assert_eq!(messages(&reading), ["expected an object, found a list"]);
    assert!(reading.dataset.is_none());
}

#[test]
fn a_value_of_the_wrong_type_is_told_with_the_right_one() {
    each_alone(&[
        (
            "title",
            json!(5),
            "title: expected a text, or an object with `text` and `translations`, found a number",
        ),
        ("provisions", json!("all"), "provisions: expected a list, found a text"),
        ("groups/2", json!(true), "groups[2]: expected an object, found true or false"),
        ("groups/2/id", json!(null), "groups[2].id: expected a text, found nothing"),
        (
            "edition/number",
            json!(-1),
            "edition.number: expected a whole number below 4294967296, found a number that is negative or not whole",
        ),
        (
            "edition/number",
            json!(4_294_967_296_u64),
            "edition.number: expected a whole number below 4294967296, found a number",
        ),
        (
            "edition/number",
            json!("2"),
            "edition.number: expected a whole number below 4294967296, found a text",
        ),
        (
            "concerns/1/affected",
            json!("nobody"),
            "concerns[1].affected: expected a list of groups, or `\"none_found\"`, found a text",
        ),
        ("concerns/1/related", json!({}), "concerns[1].related: expected a list, found an object"),
        (
            "instrument/short_title/translations",
            json!([]),
            "instrument.short_title.translations: expected an object with a field for each language, found a list",
        ),
        (
            "organisations/0/aliases/0",
            json!(1.5),
            "organisations[0].aliases[0]: expected a text, found a number that is negative or not whole",
        ),
    ]);
}

#[test]
fn translations_stay_in_the_order_of_the_file() {
    let translation = r#"{"text":"Petite loi","by":"machine"}"#;
    let translations = |separator| {
        let each = ["fr", "ar", "de"].map(|tag| format!(r#""{tag}":{translation}"#));
        format!(r#""translations":{{{}}}"#, each.join(separator))
    };
    let one = r#""translations": { "fr": { "text": "Petite loi", "by": "machine" } }"#;
    let dataset = read_text(&common::SMALL.replace(one, &translations(", "))).dataset.unwrap();
    let title = &dataset.records().instrument.short_title;
    let written = serde_json::to_string(title).unwrap();
    assert_eq!(written, format!(r#"{{"text":"Small Act",{}}}"#, translations(",")));
    assert_eq!(serde_json::from_str::<Text>(&written).unwrap(), *title);
}

#[test]
fn what_records_are_written_as_is_read_by_any_deserializer() {
    let mut file = small();
    for asked in [file["asked"].clone(), json!("nobody")] {
        set(&mut file, "asked", asked);
        let expected = serde_json::to_value(sound_part(&file).records()).unwrap();
        let records: Records = serde_json::from_value(file.clone()).unwrap();
        assert_eq!(serde_json::to_value(&records).unwrap(), expected);
        let again: Records = serde_json::from_str(&expected.to_string()).unwrap();
        assert_eq!(again, records);
    }
}

#[test]
fn what_is_neither_form_of_a_value_is_refused_by_any_deserializer() {
    for bad in [json!(null), json!("nobody"), json!({})] {
        assert!(serde_json::from_value::<Affected>(bad.clone()).is_err(), "{bad}");
    }
    let more = json!({ "text": "x", "translations": {}, "more": 1 });
    for bad in [json!(null), json!([]), json!({ "text": "x" }), more] {
        assert!(serde_json::from_value::<Text>(bad.clone()).is_err(), "{bad}");
    }
}

#[test]
fn an_object_with_very_many_names_is_read_in_good_time() {
    const MANY: usize = 100_000;
    let fields = |name: &dyn Fn(usize) -> String, value: &str| {
        let fields: Vec<_> = (0..MANY).map(|nth| format!(r#""{}":{value}"#, name(nth))).collect();
        fields.join(",")
    };
    let read_after = |place: &str, fields: &str| {
        read_text(&common::SMALL.replacen(place, &format!("{place} {fields},"), 1))
    };
    let same = read_after("{", &fields(&|_| "made".into(), r#""x""#));
    assert_eq!(messages(&same), ["made: this field stands there twice"]);

    let translated = |tag: &dyn Fn(usize) -> String| {
        let languages = fields(tag, r#"{"text":"Petite loi","by":"machine"}"#);
        read_after(r#""Small Act", "translations": {"#, &languages)
    };
    assert_eq!(messages(&translated(&|nth| format!("en-x-{nth}"))), [] as [&str; 0]);

    let refused = translated(&|nth| format!("en_{nth}"));
    assert_eq!(refused.problems.len(), MANY);
    assert!(refused.dataset.is_none());
}

#[test]
fn null_in_a_field_that_may_be_missing_is_the_same_as_none() {
    let file = small_with("organisations/0/country", json!(null));
    assert_eq!(complaints(&file), [] as [&str; 0]);
    assert_eq!(sound_part(&file).records().organisations[0].country, None);
}

#[test]
fn an_unknown_word_is_told_with_all_that_are_known() {
    each_alone(&[
        (
            "provisions/3/heading_origin",
            json!("guess"),
            "provisions[3].heading_origin: `guess` is not one of `official_text`, `source`, `unverified`, `editor`",
        ),
        (
            "organisations/3/kind",
            json!("ngo"),
            "organisations[3].kind: `ngo` is not one of `human_rights`, `digital_rights`, `press_freedom`, `civil_society`, `trade_union`, `industry`, `media`, `government`, `intergovernmental`, `un_body`, `authority`, `supervisor`, `court`, `party`, `research`, `individual`, `community`",
        ),
        (
            "sources/0/parties/1/role",
            json!("Named"),
            "sources[0].parties[1].role: `Named` is not one of `issued`, `signed`, `named`",
        ),
        (
            "concerns/0/affected/0/basis",
            json!("said"),
            "concerns[0].affected[0].basis: `said` is not one of `stated`, `inferred`",
        ),
        (
            "concerns/0/wording",
            json!("equal"),
            "concerns[0].wording: `equal` is not one of `same`, `changed`, `not_checked`",
        ),
        (
            "concerns/0/related/0/relation",
            json!("like"),
            "concerns[0].related[0].relation: `like` is not one of `conflicts_with`, `weaker_than`, `departs_from`, `copies`, `refers_to`",
        ),
        (
            "requests/0/kind",
            json!("shrink"),
            "requests[0].kind: `shrink` is not one of `narrow`, `delete`, `add`, `change`, `reject`, `act`",
        ),
        (
            "positions/0/stance",
            json!("hate"),
            "positions[0].stance: `hate` is not one of `reject`, `change`, `support`",
        ),
    ]);
}

#[test]
fn each_known_word_is_read_as_itself() {
    for (place, words) in [
        ("provisions/3/heading_origin", &["official_text", "source", "unverified", "editor"][..]),
        (
            "organisations/3/kind",
            &[
                "human_rights",
                "digital_rights",
                "press_freedom",
                "civil_society",
                "industry",
                "un_body",
                "research",
                "individual",
                "community",
            ],
        ),
        ("sources/0/parties/0/role", &["issued", "signed"]),
        ("sources/0/parties/1/role", &["issued", "signed", "named"]),
        ("concerns/0/wording", &["same", "changed", "not_checked"]),
        (
            "concerns/0/related/0/relation",
            &["conflicts_with", "weaker_than", "departs_from", "copies", "refers_to"],
        ),
        ("requests/0/kind", &["narrow", "delete", "add", "change", "reject", "act"]),
        ("positions/0/stance", &["reject", "change", "support"]),
    ] {
        for word in words {
            let dataset = sound_part(&small_with(place, json!(word)));
            let written = serde_json::to_value(dataset.records()).unwrap();
            assert_eq!(written.pointer(&format!("/{place}")), Some(&json!(word)), "{place}");
        }
    }
}

#[test]
fn a_date_that_is_in_no_calendar_is_told_with_the_ways_to_write_one() {
    for text in ["2024-02-30", "2023-02-29", "2024-13", "29.7.2024", ""] {
        let problem = format!("`{text}` is not a date; write `2024`, `2024-07` or `2024-07-29`");
        for (place, at) in [
            ("edition/date", "edition.date"),
            ("instrument/drafts/1/date", "instrument.drafts[1].date"),
            ("instrument/status/events/1/date", "instrument.status.events[1].date"),
            ("sources/2/date", "sources[2].date"),
        ] {
            let file = small_with(place, json!(text));
            assert_eq!(complaints(&file), [format!("{at}: {problem}")]);
        }
    }
}

#[test]
fn an_interval_that_cannot_be_read_is_told_with_the_ways_to_write_one() {
    for text in ["90 days", "P", "PT5M", "-P1D"] {
        let problem = "is not an interval; write `P90D` for ninety days or `P6M` for six months";
        let file = small_with("stale_after", json!(text));
        assert_eq!(complaints(&file), [format!("stale_after: `{text}` {problem}")]);
    }
}

#[test]
fn a_file_for_a_later_version_is_refused_as_a_whole() {
    let reading = read(&small_with("schema_version", json!(3)));
    let problem = "schema_version: schema version 3 is newer than 2, the newest that this build \
                   reads; update Provision Explorer";
    assert_eq!(messages(&reading), [problem]);
    assert!(reading.dataset.is_none());
}

#[test]
fn an_id_that_is_not_well_formed_is_told_with_its_form() {
    let kebab = "is not an id here; write lower-case letters, digits and hyphens";
    let eid = "is not an id here; write an Akoma Ntoso eId such as `art_28__para_4`";
    for (place, at, bad, form) in [
        ("id", "id", "Small Act", kebab),
        ("provisions/4/id", "provisions[4].id", "Article 9", eid),
        ("provisions/4/id", "provisions[4].id", "art_9___para_1", eid),
        ("provisions/4/id", "provisions[4].id", "", eid),
        ("groups/2/id", "groups[2].id", "Bakers", kebab),
        ("groups/2/id", "groups[2].id", "bakers--all", kebab),
        ("organisations/3/id", "organisations[3].id", "a_stranger", kebab),
        ("instrument/drafts/2/id", "instrument.drafts[2].id", "3.", kebab),
        ("sources/2/id", "sources[2].id", "leaflet-", kebab),
        ("concerns/1/id", "concerns[1].id", "too dear", kebab),
        ("requests/1/id", "requests[1].id", "été", kebab),
    ] {
        let file = small_with(place, json!(bad));
        assert_eq!(complaints(&file), [format!("{at}: `{bad}` {form}")]);
    }
}

#[test]
fn an_unknown_id_is_told_with_the_one_that_may_be_meant() {
    for (place, at, bad, message) in [
        (
            "sources/0/draft",
            "sources[0].draft",
            "secnd",
            "no draft `secnd`; did you mean `second`?",
        ),
        (
            "sources/0/parties/1/organisation",
            "sources[0].parties[1].organisation",
            "crowds",
            "no organisation `crowds`; did you mean `crowd`?",
        ),
        (
            "concerns/0/provisions/1",
            "concerns[0].provisions[1]",
            "art_22",
            "no provision `art_22`; did you mean `art_2`?",
        ),
        (
            "concerns/0/affected/0/group",
            "concerns[0].affected[0].group",
            "journalist",
            "no group `journalist`; did you mean `journalists`?",
        ),
        (
            "concerns/0/evidence/1/source",
            "concerns[0].evidence[1].source",
            "realease",
            "no source `realease`; did you mean `release`?",
        ),
        (
            "requests/0/evidence/0/source",
            "requests[0].evidence[0].source",
            "leter",
            "no source `leter`; did you mean `letter`?",
        ),
        (
            "requests/0/concerns/0",
            "requests[0].concerns[0]",
            "too-brod",
            "no concern `too-brod`; did you mean `too-broad`?",
        ),
        (
            "requests/0/provisions/0",
            "requests[0].provisions[0]",
            "art_1__para_3",
            "no provision `art_1__para_3`; did you mean `art_1__para_2`?",
        ),
        (
            "positions/0/organisation",
            "positions[0].organisation",
            "watch-dog",
            "no organisation `watch-dog`; did you mean `watchdog`?",
        ),
        (
            "positions/0/evidence/source",
            "positions[0].evidence.source",
            "Letter",
            "no source `Letter`; did you mean `letter`?",
        ),
        (
            "concerns/0/affected/0/group",
            "concerns[0].affected[0].group",
            "astronauts",
            "no group `astronauts`",
        ),
    ] {
        let file = small_with(place, json!(bad));
        assert_eq!(complaints(&file), [format!("{at}: {message}")]);
    }
}

#[test]
fn an_id_of_another_kind_is_unknown() {
    let file = small_with("concerns/0/affected/0/group", json!("watchdog"));
    assert_eq!(complaints(&file), ["concerns[0].affected[0].group: no group `watchdog`"]);
}

#[test]
fn an_unknown_parent_is_told_with_the_one_that_may_be_meant() {
    let mut file = small_with("provisions/1/id", json!("art_2__para_2"));
    set(&mut file, "provisions/1/parent", json!("art_2"));
    // Now the point's parent is unknown, and so are the two mentions of the paragraph.
    let unknown = "no provision `art_1__para_2`; did you mean `art_2__para_2`?";
    let places = ["provisions[2].parent", "concerns[0].provisions[0]", "requests[0].provisions[0]"];
    assert_eq!(complaints(&file), places.map(|at| format!("{at}: {unknown}")));
}

#[test]
fn an_id_used_twice_is_told_with_its_first_place_and_the_first_record_stays() {
    for (list, from, to) in [
        ("provisions", 0, 4),
        ("groups", 0, 2),
        ("organisations", 1, 3),
        ("instrument/drafts", 0, 2),
        ("sources", 0, 2),
        ("concerns", 0, 1),
        ("requests", 0, 1),
    ] {
        let mut file = small();
        let first = file.pointer(&format!("/{list}/{from}/id")).unwrap().clone();
        set(&mut file, &format!("{list}/{to}/id"), first.clone());
        let (at, id) = (list.replace('/', "."), first.as_str().unwrap());
        let problem = format!("{at}[{to}].id: id `{id}` is already used at {at}[{from}]");
        assert_eq!(complaints(&file), [problem]);
        let written = serde_json::to_value(sound_part(&file).records()).unwrap();
        let kept = written.pointer(&format!("/{list}")).unwrap().as_array().unwrap();
        let named = kept.iter().filter(|record| record["id"] == first);
        let unnamed = |record: &Value| {
            [
                &record["title"],
                &record["label"],
                &record["name"],
                &record["citation"],
                &record["summary"],
            ]
            .map(Clone::clone)
        };
        let original = written_small(&format!("/{list}/{from}"));
        assert_eq!(named.map(unnamed).collect::<Vec<_>>(), [unnamed(&original)], "{list}");
    }
}

fn written_small(pointer: &str) -> Value {
    let written = serde_json::to_value(sound_part(&small()).records()).unwrap_or_default();
    written.pointer(pointer).cloned().unwrap_or_default()
}

#[test]
fn one_id_may_name_records_of_two_kinds() {
    assert_eq!(complaints(&small_with("requests/1/id", json!("too-broad"))), [] as [&str; 0]);
}

#[test]
fn a_list_that_must_not_be_empty_is_told_with_what_to_write() {
    each_alone(&[
        (
            "concerns/1/provisions",
            json!([]),
            "concerns[1].provisions: the list is empty; a concern objects to at least one provision",
        ),
        (
            "concerns/1/affected",
            json!([]),
            "concerns[1].affected: the list is empty; write `\"none_found\"` where nobody is named",
        ),
        (
            "concerns/1/evidence",
            json!([]),
            "concerns[1].evidence: the list is empty; a concern without a source is not shown",
        ),
        (
            "requests/1/evidence",
            json!([]),
            "requests[1].evidence: the list is empty; a request without a source is not shown",
        ),
    ]);
}

#[test]
fn a_concern_without_a_source_is_gone_and_a_request_without_one_too() {
    let mut file = small_with("concerns/1/evidence", json!([]));
    set(&mut file, "requests/1/evidence", json!([]));
    let dataset = sound_part(&file);
    let concerns: Vec<_> = dataset.concerns().map(|(_, it)| it.id.as_str()).collect();
    let requests: Vec<_> = dataset.requests().map(|(_, it)| it.id.as_str()).collect();
    assert_eq!((concerns, requests), (vec!["too-broad", "too-late"], vec!["narrow-it"]));
}

#[test]
fn a_law_without_provisions_is_refused() {
    let reading = read(&small_with("provisions", json!([])));
    let first = messages(&reading).into_iter().next().unwrap();
    assert_eq!(first, "provisions: the list is empty; a law has at least one provision");
    assert!(reading.dataset.is_none());
}

#[test]
fn a_conclusion_needs_a_reason_and_a_statement_has_none() {
    let reason = "`inferred` needs a reason; `stated` has none, for the source says it";
    let mut file = small();
    cut(&mut file, "concerns/0/affected/1/reason");
    assert_eq!(complaints(&file), [format!("concerns[0].affected[1].reason: {reason}")]);
    let dataset = sound_part(&file);
    let left = serde_json::to_value(&dataset.records().concerns[0].affected).unwrap();
    assert_eq!(left, json!([{ "group": "journalists", "basis": "stated" }]));

    let file = small_with("concerns/0/affected/0/reason", json!("They wrote so."));
    assert_eq!(complaints(&file), [format!("concerns[0].affected[0].reason: {reason}")]);
    assert_eq!(sound_part(&file), sound_part(&small()));
}

#[test]
fn a_group_stands_in_a_concern_once() {
    let again = json!({ "group": "children", "basis": "stated" });
    let file = small_with("concerns/0/affected/2", again);
    assert_eq!(complaints(&file), ["concerns[0].affected[2]: the same group stands there twice"]);
    assert_eq!(sound_part(&file), sound_part(&small()));
}

#[test]
fn any_provision_may_contain_another_whatever_their_ids() {
    let file = small_with("provisions/4/parent", json!("art_1"));
    assert_eq!(complaints(&file), [""; 0]);
    let dataset = sound_part(&file);
    let child = ProvisionIx::nth(4);
    let parent = dataset.around_provision(child).and_then(|it| it.parent);
    assert_eq!(parent, dataset.find_provision("art_1"));
}

#[test]
fn no_provision_stands_inside_itself() {
    let ids: Vec<_> =
        small()["provisions"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    for circle in [vec![0], vec![0, 1], vec![0, 2, 4]] {
        let mut file = small();
        for (place, child) in circle.iter().enumerate() {
            let parent = circle[(place + 1) % circle.len()];
            set(&mut file, &format!("provisions/{child}/parent"), ids[parent].clone());
        }
        let told = complaints(&file);
        assert!(!told.is_empty());
        for line in &told {
            assert!(
                line.ends_with("a provision cannot stand inside itself, or deeper than 64 others"),
                "{line}"
            );
        }
        assert!(sound_part(&file).provisions().count() == ids.len(), "only the parents go");
    }
}

#[test]
fn what_a_concern_contrasts_or_mentions_it_does_not_object_to() {
    let mut file = small();
    set(&mut file, "concerns/0/contrasted", json!(["art_2"]));
    set(&mut file, "concerns/0/provisions", json!(["art_1"]));
    assert_eq!(complaints(&file), [""; 0]);
    let dataset = sound_part(&file);
    let [objected, contrasted] = ["art_1", "art_2"].map(|it| dataset.find_provision(it).unwrap());
    let concern = dataset.concerns().next().unwrap().0;
    let around = |it| dataset.around_provision(it).unwrap();
    assert!(around(objected).concerns.contains(&concern));
    assert!(!around(contrasted).concerns.contains(&concern));
    assert_eq!(around(contrasted).mentions, [(concern, Mention::Contrasted)]);
    for group in &dataset.around_concern(concern).unwrap().groups {
        assert!(
            !dataset.bearing_on(*group).contains(&contrasted)
                || around(contrasted)
                    .concerns
                    .iter()
                    .any(|it| { dataset.around_concern(*it).unwrap().groups.contains(group) })
        );
    }
    set(&mut file, "concerns/0/mentioned", json!(["art_1"]));
    assert_eq!(
        complaints(&file),
        ["concerns[0].mentioned[0]: the concern names this provision twice"]
    );
}

#[test]
fn only_somebody_named_is_given_words_a_relation_and_a_scope() {
    let mut file = small();
    set(
        &mut file,
        "sources/0/parties/0",
        json!({
            "organisation": "watchdog", "role": "named", "relation": "opposes_draft",
            "quote": { "exact": "the watchdog" }, "locator": "Point 1", "concerns": ["too-broad"],
        }),
    );
    let named = complaints(&file);
    assert!(named.iter().all(|it| !it.contains("parties")), "{named:?}");
    set(&mut file, "sources/0/parties/0/role", json!("signed"));
    assert!(complaints(&file)[0].starts_with("sources[0].parties[0].role: only somebody `named`"));
    set(&mut file, "sources/0/parties/0/role", json!("named"));
    set(&mut file, "sources/0/parties/0/concerns/0", json!("too-brod"));
    let told =
        "sources[0].parties[0].concerns[0]: no concern `too-brod`; did you mean `too-broad`?";
    assert!(complaints(&file).contains(&told.to_owned()));
}

#[test]
fn a_reply_is_the_word_of_whoever_issued_or_signed_its_source() {
    let reply = json!({
        "id": "r", "organisation": "watchdog", "kind": "welcomes", "summary": "It is glad.",
        "evidence": [{ "source": "letter", "locator": "Point 1" }], "concerns": ["too-broad"],
    });
    let mut file = small();
    set(&mut file, "replies", json!([reply]));
    let first = complaints(&file);
    set(&mut file, "replies/0/organisation", json!("crowd"));
    let other = complaints(&file);
    let not_theirs = "replies[0].organisation: the organisation neither issued nor signed the source of its word";
    assert_eq!((first, other), (vec![], vec![not_theirs.to_owned()]));
    set(&mut file, "replies/0/organisation", json!("watchdog"));
    set(&mut file, "replies/0/basis", json!("inferred"));
    assert_eq!(
        complaints(&file),
        ["replies[0].reason: `inferred` needs a reason; `stated` has none, for the source says it"]
    );
}

#[test]
fn a_heading_and_its_origin_go_together() {
    let problem = "a heading and its `heading_origin` go together";
    let mut file = small();
    cut(&mut file, "provisions/0/heading_origin");
    assert_eq!(complaints(&file), [format!("provisions[0].heading: {problem}")]);
    assert_eq!(sound_part(&file).records().provisions[0].heading, None);

    let mut file = small();
    cut(&mut file, "provisions/0/heading");
    assert_eq!(complaints(&file), [format!("provisions[0].heading_origin: {problem}")]);
    assert_eq!(sound_part(&file).records().provisions[0].heading_origin, None);
}

#[test]
fn a_quote_has_at_most_300_characters_however_many_bytes() {
    let place = "concerns/1/evidence/0/quote/exact";
    assert_eq!(complaints(&small_with(place, json!("é".repeat(300)))), [] as [&str; 0]);
    for (file, at) in [
        (place, "concerns[1].evidence[0].quote.exact"),
        ("requests/0/evidence/0/quote/exact", "requests[0].evidence[0].quote.exact"),
        ("positions/0/evidence/quote/exact", "positions[0].evidence.quote.exact"),
    ] {
        let file = small_with(file, json!("é".repeat(301)));
        let problem = "the quote has 301 characters; shorten it to 300 or fewer";
        assert_eq!(complaints(&file), [format!("{at}: {problem}")]);
        let written = serde_json::to_string(sound_part(&file).records()).unwrap();
        assert!(!written.contains("éé"), "a cut quote would not be exact");
    }
}

#[test]
fn a_quote_has_words() {
    for blank in ["", " \u{a0}\n"] {
        let file = small_with("concerns/1/evidence/0/quote/exact", json!(blank));
        let problem = "a quote has words; leave `quote` out instead";
        assert_eq!(complaints(&file), [format!("concerns[1].evidence[0].quote.exact: {problem}")]);
    }
}

#[test]
fn an_address_leads_where_it_says() {
    for (bad, why) in [
        ("https://", "names no host that could be found"),
        ("https://exa mple.org", "has a blank, or a sign that an address cannot have"),
        (
            "https://www.un.org@evil.example/",
            "has a name before an `@`, which hides where it leads; take that out",
        ),
    ] {
        let told = complaints(&small_with("sources/2/address", json!(bad)));
        assert_eq!(told, [format!("sources[2].address: `{bad}` {why}")]);
    }
}

#[test]
fn readers_are_sent_only_to_web_addresses() {
    for bad in [
        "javascript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "",
    ] {
        for (place, at) in [
            ("sources/2/address", "sources[2].address"),
            ("sources/2/archived", "sources[2].archived"),
            ("instrument/status/events/0/source", "instrument.status.events[0].source"),
        ] {
            let file = small_with(place, json!(bad));
            let problem = "is not an address that begins with `https://` or `http://`";
            assert_eq!(complaints(&file), [format!("{at}: `{bad}` {problem}")]);
            let written = serde_json::to_string(sound_part(&file).records()).unwrap();
            assert!(bad.is_empty() || !written.contains(&format!("\"{bad}\"")), "{bad}");
        }
    }
}

#[test]
fn a_source_without_a_date_says_what_is_known_of_it() {
    let mut file = small();
    cut(&mut file, "sources/1/date_note");
    let problem = "a source without a `date` says in `date_note` what is known of it";
    assert_eq!(complaints(&file), [format!("sources[1].date_note: {problem}")]);
    assert!(sound_part(&file).find_source("release").is_none());
}

#[test]
fn who_is_merely_named_takes_no_position() {
    let problem = "the organisation neither issued nor signed the source of its word";
    for (organisation, source) in
        [("crowd", "letter"), ("watchdog", "release"), ("makers", "letter")]
    {
        let evidence = json!({ "source": source, "locator": "Somewhere" });
        let position =
            json!({ "organisation": organisation, "stance": "support", "evidence": evidence });
        let file = small_with("positions/2", position);
        assert_eq!(complaints(&file), [format!("positions[2].organisation: {problem}")]);
        assert_eq!(sound_part(&file), sound_part(&small()));
    }
}

#[test]
fn who_issued_or_signed_and_is_named_as_well_may_take_a_position() {
    let named = json!({ "organisation": "watchdog", "role": "named" });
    assert_eq!(complaints(&small_with("sources/0/parties/2", named)), [] as [&str; 0]);
}

#[test]
fn a_party_stands_in_a_source_once() {
    let again = json!({ "organisation": "crowd", "role": "named" });
    let file = small_with("sources/0/parties/2", again);
    assert_eq!(complaints(&file), ["sources[0].parties[2]: the same party stands there twice"]);
    assert_eq!(sound_part(&file), sound_part(&small()));
}
