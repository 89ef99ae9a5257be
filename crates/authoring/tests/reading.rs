//! What a file's form may be: fields, types, words and dates, with the message that an editor sees of
//! each mistake. What records name is in `ids.rs`, what they must keep in `rules.rs`; mistakes that
//! meet are in `repairing.rs`.
// Misspelt on purpose: cspell:ignore titel shorttitle exakt

mod common;

use authoring::{Affected, Parsed, Records, Text};
use common::{
    complaints, cut, each_alone, messages, read, read_text, set, small, small_with, sound_part,
};
use serde_json::{Value, json};

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
