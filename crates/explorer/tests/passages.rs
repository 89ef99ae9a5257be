//! The same passage in several sources is one voice: no number on the screen has it twice.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a broken fixture ends the test")]

mod common;

use std::rc::Rc;

use authoring::Dataset;
use explorer::{
    EditorialConfig, Explorer, State, ViewKind,
    view::{Body, screen},
};
use serde_json::{Value, json};

use common::{context, dataset};

/// A passage of a letter.
const PASSAGE: &str = "We hold that this section would let any warden open every parcel without a \
                       warrant, a reason or a record.";

fn evidence(source: &str, words: &str) -> Value {
    json!({ "source": source, "quote": { "exact": words }, "locator": "Page 1" })
}

fn concern(id: &str, evidence: &[Value]) -> Value {
    json!({
        "id": id, "title": id, "summary": format!("The letter says {id}."),
        "provisions": ["sec_1"],
        "affected": [{ "group": "senders", "basis": "stated" }],
        "evidence": evidence, "wording": "not_checked",
    })
}

fn source(id: &str, issuer: &str) -> Value {
    json!({
        "id": id, "title": id, "short_title": id, "publisher": id, "date": "2026-01-01",
        "address": format!("https://example.org/{id}"), "language": "en", "draft": "bill",
        "parties": [{ "organisation": issuer, "role": "issued" }],
    })
}

/// A law of one section, with a letter and another paper.
fn law(concerns: &[Value]) -> Explorer {
    law_of(&[], &[], concerns)
}

/// The same where the section's own words are known, and more papers of those who reprint.
fn law_of(own_words: &[&str], more: &[&str], concerns: &[Value]) -> Explorer {
    let more = more.iter().map(|id| source(id, "open-parcels"));
    let sources: Vec<_> = [source("letter", "post-watch"), source("reprint", "open-parcels")]
        .into_iter()
        .chain(more)
        .collect();
    let organisation = |id| json!({ "id": id, "name": id, "kind": "digital_rights" });
    let text = json!({
        "schema_version": 2, "id": "parcels", "title": "Parcels", "language": "en",
        "edition": { "number": 1, "date": "2026-01-02" }, "credit": "Made up.",
        "stale_after": "P1Y", "missing": ["Everything else."],
        "instrument": {
            "title": "Parcels Bill", "short_title": "Parcels Bill", "unit": "section",
            "drafts": [{ "id": "bill", "label": "Bill" }],
            "status": { "as_of": "2026-01-01", "line": "Before parliament", "events": [] },
        },
        "provisions": [
            { "id": "sec_1", "citation": "Section 1", "text": own_words },
            { "id": "sec_1__para_1", "citation": "Section 1(1)", "parent": "sec_1" },
        ],
        "groups": [{ "id": "senders", "label": "Senders", "member": "a sender", "description": "Who sends parcels." }],
        "organisations": [organisation("post-watch"), organisation("open-parcels")],
        "sources": sources,
        "concerns": concerns,
    });
    let data: Rc<Dataset> = dataset(&text.to_string());
    Explorer::new(data, EditorialConfig::default())
}

/// All that the screen counts: concerns and documents on the card, documents of the list,
/// concerns in the cell, documents behind organisations.
fn counts(explorer: &Explorer) -> [usize; 5] {
    let body = |view| {
        let state = State { view, ..State::default() };
        screen(explorer, &state, &context("en", false)).body
    };
    let Body::Provisions(provisions) = body(ViewKind::Provisions) else { unreachable!() };
    let Body::Matrix(matrix) = body(ViewKind::Matrix) else { unreachable!() };
    let Body::Objections(objections) = body(ViewKind::Objections) else { unreachable!() };
    let card = provisions.cards.items.first().unwrap();
    let cell = matrix.rows.items.first().unwrap().cells.first().unwrap();
    [
        card.counts.concerns,
        card.documents.len(),
        provisions.documents,
        cell.count,
        objections.documents,
    ]
}

#[test]
fn a_letter_published_twice_is_one_document() {
    let both = [evidence("letter", PASSAGE), evidence("reprint", PASSAGE)];
    let explorer = law(&[concern("wardens", &both)]);
    assert_eq!(counts(&explorer), [1, 1, 1, 1, 1]);
    let turned = [evidence("reprint", &PASSAGE.to_uppercase()), evidence("letter", PASSAGE)];
    assert_eq!(counts(&law(&[concern("wardens", &turned)])), [1, 1, 1, 1, 1]);
}

#[test]
fn a_concern_entered_from_each_print_counts_once() {
    let explorer = law(&[
        concern("wardens", &[evidence("reprint", PASSAGE)]),
        concern("again", &[evidence("letter", &format!("Today we say: {PASSAGE} Thank you."))]),
    ]);
    assert_eq!(counts(&explorer), [1, 1, 1, 1, 1]);
}

/// The copy has nothing that the letter has, but all of it from a reprint of the letter.
#[test]
fn a_reprint_of_a_reprint_is_the_first_one_s_voice() {
    let longer = format!("{PASSAGE} Nobody who writes is safe.");
    let end = longer.split(' ').skip(10).collect::<Vec<_>>().join(" ");
    let all = [evidence("letter", PASSAGE), evidence("reprint", &longer), evidence("copy", &end)];
    let once = [1, 1, 1, 1, 1];
    assert_eq!(counts(&law_of(&[], &["copy"], &[concern("wardens", &all)])), once);
    let each: Vec<_> = ["wardens", "again", "once-more"]
        .into_iter()
        .zip(all)
        .map(|(id, evidence)| concern(id, &[evidence]))
        .collect();
    assert_eq!(counts(&law_of(&[], &["copy"], &each)), once);
}

#[test]
fn critics_who_quote_the_same_sentence_of_the_law_are_two_voices() {
    let both = [evidence("letter", PASSAGE), evidence("reprint", PASSAGE)];
    let counted = |words: &[&str]| counts(&law_of(words, &[], &[concern("wardens", &both)]));
    assert_eq!(counted(&["A warden is sworn in.", PASSAGE]), [1, 2, 2, 1, 2]);
    assert_eq!(counted(&["A warden is sworn in."]), [1, 1, 1, 1, 1]);
}

/// The law's words in it make a passage neither another nor the same.
#[test]
fn a_passage_around_a_sentence_of_the_law_is_one_voice_where_it_is_the_same() {
    let law = "A warden may at any time and in any place open a parcel of whatever kind or size.";
    let quote = |say: &str| format!("{law} {say}");
    let both = |one: &str, other: &str| {
        let both = [evidence("letter", &quote(one)), evidence("reprint", &quote(other))];
        counts(&law_of(&[law], &[], &[concern("wardens", &both)]))
    };
    assert_eq!(both(PASSAGE, PASSAGE), [1, 1, 1, 1, 1]);
    let another =
        "To us this reads like a licence for whoever is curious about the post of others.";
    assert_eq!(both(PASSAGE, another), [1, 2, 2, 1, 2]);
}

#[test]
fn what_a_paper_says_beside_the_passage_is_its_own_voice() {
    let own = evidence("reprint", "And parcels would be late.");
    let both = [evidence("letter", PASSAGE), evidence("reprint", PASSAGE), own];
    assert_eq!(counts(&law(&[concern("wardens", &both)])), [1, 2, 2, 1, 2]);
}

#[test]
fn words_that_are_too_few_to_be_one_passage_are_two_voices() {
    let few = "We hold that this section would let any warden open every";
    let both = [evidence("letter", few), evidence("reprint", few)];
    assert_eq!(counts(&law(&[concern("wardens", &both)])), [1, 2, 2, 1, 2]);
}

#[test]
fn two_concerns_out_of_one_passage_of_one_source_are_two() {
    let explorer = law(&[
        concern("wardens", &[evidence("letter", PASSAGE)]),
        concern("records", &[evidence("letter", PASSAGE)]),
    ]);
    assert_eq!(counts(&explorer), [2, 1, 1, 2, 1]);
}

#[test]
fn who_repeats_a_passage_is_still_shown_with_it_and_can_be_chosen() {
    let both = [evidence("letter", PASSAGE), evidence("reprint", PASSAGE)];
    let explorer = law(&[concern("wardens", &both)]);
    let reprint = explorer.dataset().find_source("reprint").unwrap();
    let state = State { sources: vec![reprint], ..State::default() };
    assert_eq!(explorer.select(&state).provisions.len(), 1);
    let section = explorer.dataset().find_provision("sec_1").unwrap();
    let state = State { open: vec![section], ..State::default() };
    let Body::Provisions(view) = screen(&explorer, &state, &context("en", false)).body else {
        unreachable!()
    };
    let detail = view.cards.items.first().unwrap().detail.as_ref().unwrap();
    assert_eq!(detail.concerns.first().unwrap().evidence.len(), 2);
}
