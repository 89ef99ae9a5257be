//! The rules that sound records keep beside each other, with the message that an editor sees where
//! one doesn't.
// Misspelt on purpose: cspell:ignore mple

mod common;

use authoring::{Mention, ProvisionIx};
use common::{complaints, cut, each_alone, messages, read, set, small, small_with, sound_part};
use serde_json::json;

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
