//! What a reader types, and what is found: citations, words without regard to case and accents,
//! ranks, marks.
// Cut short or misspelt on purpose: cspell:ignore articl ferme pyware spyw spýwáre traff
#![allow(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::rc::Rc;

use authoring::Dataset;
use common::{bundled, context, explorer, group, ids, plain, provision, searching};
use explorer::{
    EditorialConfig, Explorer, State, ViewKind,
    view::{Body, ObjectionsView, Phrase, ProvisionsView, screen},
};
use serde_json::{Value, json};

fn found(explorer: &Explorer, query: &str) -> Vec<String> {
    ids(explorer.dataset(), &explorer.select(&searching(query)).provisions)
}

fn provisions(explorer: &Explorer, query: &str) -> ProvisionsView {
    match screen(explorer, &searching(query), &context("en", true)).body {
        Body::Provisions(view) => view,
        other => panic!("{other:?}"),
    }
}

fn objections(explorer: &Explorer, query: &str) -> ObjectionsView {
    let state = State { view: ViewKind::Objections, ..searching(query) };
    match screen(explorer, &state, &context("en", false)).body {
        Body::Objections(view) => view,
        other => panic!("{other:?}"),
    }
}

fn names(view: &ObjectionsView) -> Vec<String> {
    let rows = view.kinds.iter().flat_map(|kind| &kind.organisations);
    rows.map(|row| row.backer.name.text.clone()).collect()
}

fn marked(phrase: &Phrase) -> Vec<String> {
    phrase.pieces().filter(|(_, marked)| *marked).map(|(piece, _)| piece.to_owned()).collect()
}

#[test]
fn a_citation_finds_its_provision_alone_however_it_is_written() {
    let explorer = explorer();
    for query in [
        "28.4",
        "28(4)",
        " 28 (4) ",
        "article 28 (4)",
        "ARTICLE 28(4)",
        "Art. 28, para. 4",
        "art. 28\u{a0}(4)",
        "paragraph 4 of Article 28",
        "art_28__para_4",
    ] {
        assert_eq!(found(&explorer, query), ["art_28__para_4"], "{query}");
    }
}

#[test]
fn an_article_s_number_finds_the_article_and_then_what_is_in_it() {
    let explorer = explorer();
    assert_eq!(found(&explorer, "28"), ["art_28", "art_28__para_4"]);
    assert_eq!(
        found(&explorer, "Article 40"),
        ["art_40", "art_40__para_4", "art_40__para_21", "art_40__para_22"]
    );
    let inside = ["art_36__para_1__point_b", "art_36__para_1__point_c"];
    assert_eq!(found(&explorer, "36(1)"), inside, "the paragraph itself is not listed");
}

#[test]
fn an_article_that_was_put_in_later_is_not_inside_the_one_before_it() {
    let provisions = ["art_1", "art_1__para_2", "art_1_bis", "art_11"]
        .map(|it| json!({ "id": it, "citation": it, "summary": "Plain." }));
    let mut file = ranks_file();
    file["provisions"] = json!(provisions);
    file["concerns"] = json!([]);
    let explorer = Explorer::new(common::dataset(&file.to_string()), EditorialConfig::default());
    assert_eq!(found(&explorer, "Article 1"), ["art_1", "art_1__para_2"]);
}

#[test]
fn several_citations_are_found_in_the_order_in_which_they_are_typed() {
    let explorer = explorer();
    assert_eq!(found(&explorer, "40.22, 14.4"), ["art_40__para_22", "art_14__para_4"]);
    let range = ["art_28", "art_28__para_4", "art_29", "art_30"];
    assert_eq!(found(&explorer, "Articles 28–30"), range);
    assert_eq!(found(&explorer, "28, 28.4, 28"), ["art_28", "art_28__para_4"], "each once");
}

#[test]
fn a_citation_that_the_list_does_not_have_is_looked_for_as_words() {
    let explorer = explorer();
    assert_eq!(found(&explorer, "Article 99"), [] as [&str; 0]);
    // No Article 24(7), but the heading of Article 41 says 24/7.
    assert_eq!(found(&explorer, "24/7").first().map(String::as_str), Some("art_41"));
}

#[test]
fn case_and_accents_do_not_matter() {
    let explorer = explorer();
    for query in ["karisma", "FUNDACION", "fundación", "Fundacio\u{301}n Karisma"] {
        assert_eq!(names(&objections(&explorer, query)), ["Fundación Karisma"], "{query}");
    }
    let folded = found(&explorer, "spyware");
    assert!(!folded.is_empty());
    assert_eq!(found(&explorer, "SPYWARE"), folded);
    assert_eq!(found(&explorer, "spýwáre"), folded);
}

#[test]
fn every_word_typed_must_match_and_a_beginning_is_enough() {
    let explorer = explorer();
    let both = found(&explorer, "spyware traffic");
    assert_eq!(both, ["art_29"]);
    assert_eq!(found(&explorer, "traffic spyware"), both);
    assert_eq!(found(&explorer, "spyw traff"), both);
    assert_eq!(found(&explorer, "spyware traffic penguin"), [] as [&str; 0]);
    assert_eq!(
        found(&explorer, "pyware"),
        found(&explorer, "spyware"),
        "nor an end, where none begins so"
    );
    assert_eq!(found(&explorer, "war"), [] as [&str; 0], "three letters are in too many words");
}

#[test]
fn words_are_found_wherever_a_plain_scan_finds_them() {
    let explorer = explorer();
    let dataset = explorer.dataset();
    for query in
        ["journalists", "selfies", "letter", "data", "human rights", "commercial", "children"]
    {
        let plain = plain::selected(dataset, explorer.editorial(), &searching(query));
        let plain: Vec<_> = plain.into_iter().collect();
        let mut hits = explorer.select(&searching(query)).provisions.to_vec();
        hits.sort_unstable();
        assert_eq!(ids(dataset, &hits), ids(dataset, &plain), "{query}");
        assert!(!hits.is_empty(), "{query}");
    }
}

#[test]
fn an_organisation_is_found_by_its_right_name_its_short_one_and_by_its_aliases() {
    let explorer = explorer();
    for query in
        ["Electronic Frontier Foundation", "Electronic Frontiers Foundation", "EFF", "frontiers"]
    {
        assert_eq!(
            names(&objections(&explorer, query)),
            ["Electronic Frontier Foundation"],
            "{query}"
        );
    }
    let un = ["Office of the United Nations High Commissioner for Human Rights"];
    assert_eq!(names(&objections(&explorer, "UN human rights office")), un);
}

#[test]
fn a_group_is_found_by_its_aliases() {
    let explorer = explorer();
    let dataset = explorer.dataset();
    let group = group(dataset, "whistleblowers");
    assert!(dataset.group(group).is_some_and(|it| it.aliases.contains(&"leakers".into())));
    let mut found = explorer.select(&searching("leakers")).provisions.to_vec();
    found.sort_unstable();
    assert_eq!(ids(dataset, &found), ids(dataset, dataset.bearing_on(group)));
}

#[test]
fn a_search_for_an_organisation_takes_none_of_its_provisions_away() {
    let explorer = explorer();
    let mut state = State { view: ViewKind::Objections, ..searching("EFF") };
    state.organisations = objections(&explorer, "EFF")
        .kinds
        .iter()
        .flat_map(|kind| &kind.organisations)
        .map(|row| row.backer.organisation)
        .collect();
    let parts = |state: &State| match screen(&explorer, state, &context("en", false)).body {
        Body::Objections(view) => {
            let rows = view.kinds.into_iter().flat_map(|kind| kind.organisations);
            rows.filter_map(|row| row.parts).flatten().map(|it| it.provisions).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let named: Vec<usize> = parts(&state).iter().map(|it| it.count).collect();
    state.query.clear();
    let all: Vec<usize> = parts(&state).iter().map(|it| it.count).collect();
    assert_eq!(named, all);
    assert_eq!(all.len(), 2, "named in one document and signed the other");
}

#[test]
fn an_empty_search_selects_everything_in_the_law_s_order() {
    let explorer = explorer();
    let all: Vec<_> = explorer.dataset().provisions().map(|(it, _)| it).collect();
    for query in ["", " ", "\t\n", "?!", "…", "\u{301}"] {
        let selection = explorer.select(&searching(query));
        assert_eq!(*selection.provisions, all, "{query:?}");
        assert!(!selection.ranked, "{query:?}");
    }
}

#[test]
fn highlighted_provisions_come_first_in_the_newsroom_s_order_and_none_comes_twice() {
    let dataset = bundled();
    let highlight = ["art_47", "art_28__para_4", "title"].map(|it| provision(&dataset, it));
    let editorial = EditorialConfig { highlight: highlight.to_vec(), ..EditorialConfig::default() };
    let explorer = Explorer::new(dataset, editorial);
    let listed = explorer.select(&State::default()).provisions;
    assert_eq!(listed[..3], highlight);
    let mut rest = listed[3..].to_vec();
    assert!(rest.is_sorted(), "the others keep the law's order");
    rest.extend(highlight);
    rest.sort_unstable();
    let all: Vec<_> = explorer.dataset().provisions().map(|(it, _)| it).collect();
    assert_eq!(rest, all);
}

#[test]
fn only_lists_highlighted_provisions_and_what_is_in_them() {
    let dataset = bundled();
    let highlight = ["art_40", "art_28__para_4"].map(|it| provision(&dataset, it)).to_vec();
    let editorial = EditorialConfig { highlight, only: true, ..EditorialConfig::default() };
    let explorer = Explorer::new(dataset, editorial);
    let listed =
        ["art_40", "art_28__para_4", "art_40__para_4", "art_40__para_21", "art_40__para_22"];
    assert_eq!(ids(explorer.dataset(), explorer.all()), listed);
    assert_eq!(found(&explorer, ""), listed);
    assert_eq!(found(&explorer, "28"), ["art_28__para_4"]);
    assert_eq!(found(&explorer, "Article 24"), [] as [&str; 0], "it is not listed");
    assert_eq!(provisions(&explorer, "28").total, 5);
    let everything =
        explorer.with_editorial(EditorialConfig { only: true, ..EditorialConfig::default() });
    assert_eq!(everything.all().len(), everything.dataset().provisions().len());
}

/// A law of eight articles in which the word “quokka” stands in another field of each, the worst
/// first.
fn ranks_file() -> Value {
    let mut provisions: Vec<Value> = (1..=8)
        .map(|it| json!({ "id": format!("art_{it}"), "citation": format!("Article {it}"), "summary": "Plain." }))
        .collect();
    provisions[7]["summary"] = json!("Marmot.");
    provisions[6]["citation"] = json!("Article 7 quokka");
    provisions[5]["heading"] = json!("Quokkas");
    provisions[5]["heading_origin"] = json!("editor");
    provisions[4]["summary"] = json!("Of a quokka.");
    let concern = |place: usize, title: &str, summary: &str, group: &str, source: &str| {
        json!({
            "id": format!("concern-{place}"), "title": title, "summary": summary,
            "provisions": [format!("art_{place}")],
            "affected": [{ "group": group, "basis": "stated" }],
            "evidence": [{ "source": source, "locator": "x" }],
        })
    };
    let mut concerns = vec![
        concern(1, "Plain", "Plain.", "people", "herald"),
        concern(2, "Plain", "Plain.", "quokkas", "post"),
        concern(3, "Plain", "A quokka.", "people", "post"),
        concern(4, "Quokka", "Plain.", "people", "post"),
    ];
    concerns.push(concern(8, "Quokka", "Plain.", "people", "post"));
    let source = |id: &str, who: &str| {
        json!({
            "id": id, "title": id, "short_title": id, "publisher": id, "date": "2024",
            "address": "https://example.org/", "language": "en", "draft": "draft",
            "parties": [{ "organisation": who, "role": "signed" }],
        })
    };
    let group =
        |id: &str| json!({ "id": id, "label": id, "member": "one", "description": "Some." });
    json!({
        "schema_version": 1, "id": "ranks", "title": "Ranks", "language": "en",
        "edition": { "number": 1, "date": "2025" }, "credit": "Credit", "stale_after": "P1Y",
        "instrument": {
            "title": "Law", "short_title": "Law", "drafts": [{ "id": "draft", "label": "Draft" }],
            "status": { "as_of": "2025", "line": "Adopted", "events": [] },
        },
        "provisions": provisions,
        "groups": [group("people"), group("quokkas")],
        "organisations": [
            { "id": "friends", "name": "Friends", "aliases": ["Quokka Friends"], "kind": "community" },
            { "id": "others", "name": "Others", "kind": "community" },
        ],
        "sources": [source("herald", "friends"), source("post", "others")],
        "concerns": concerns,
    })
}

fn ranks() -> Rc<Dataset> {
    common::dataset(&ranks_file().to_string())
}

#[test]
fn results_stand_by_the_field_in_which_the_word_was_found() {
    let explorer = Explorer::new(ranks(), EditorialConfig::default());
    let by_rank = [
        "art_7", // Citation.
        "art_6", // Heading.
        "art_5", // Summary.
        "art_4", // A concern's title; two of one rank keep the law's order.
        "art_8", "art_3", // A concern's summary.
        "art_2", // A group.
    ];
    assert_eq!(found(&explorer, "quokka"), by_rank);
    assert!(explorer.select(&searching("quokka")).ranked);
}

#[test]
fn the_word_that_is_placed_worst_decides_the_rank() {
    let explorer = Explorer::new(ranks(), EditorialConfig::default());
    // In Article 8 one word is in the summary and the other in a concern's title.
    assert_eq!(found(&explorer, "marmot quokka"), ["art_8"]);
    // "Article" is in every citation, so the other word decides.
    let mut with_citation = found(&explorer, "quokka");
    // Of Article 1 speaks somebody whose name has the word, which alone finds nothing.
    with_citation.push("art_1".to_owned());
    assert_eq!(found(&explorer, "articl quokka"), with_citation);
    assert_eq!(found(&explorer, "quokka plain").last().map(String::as_str), Some("art_1"));
}

#[test]
fn the_lens_narrows_what_a_search_finds() {
    let explorer = explorer();
    let dataset = explorer.dataset();
    let all = found(&explorer, "spyware");
    let state =
        State { audience: vec![common::group(dataset, "children")], ..searching("spyware") };
    let children = ids(dataset, &explorer.select(&state).provisions);
    assert!(children.len() < all.len());
    assert!(children.iter().all(|it| all.contains(it)));
}

#[test]
fn marks_stand_on_the_matching_words_with_their_accents_and_on_nothing_else() {
    let explorer = explorer();
    let view = objections(&explorer, "fundacion");
    let row = &view.kinds[0].organisations[0];
    let pieces: Vec<_> = row.backer.name.pieces().collect();
    assert_eq!(pieces, [("Fundación", true), (" Karisma", false)]);

    let cards = provisions(&explorer, "spyw").cards;
    let card = cards.items.iter().find(|card| card.id == "art_28").unwrap();
    assert_eq!(marked(&card.summary), ["spyware"]);
    assert_eq!(marked(&card.citation), [] as [&str; 0]);

    let cards = provisions(&explorer, "28.4").cards;
    assert_eq!(marked(&cards.items[0].citation), ["28", "4"]);
}

#[test]
fn marks_reach_concerns_quotes_groups_and_organisations_of_an_open_card() {
    let explorer = explorer();
    let cards = provisions(&explorer, "journalists").cards;
    let details: Vec<_> = cards.items.iter().filter_map(|card| card.detail.as_ref()).collect();
    let concerns: Vec<_> = details.iter().flat_map(|detail| &detail.concerns).collect();
    let groups = concerns.iter().flat_map(|concern| &concern.affected);
    assert!(groups.map(|mark| marked(&mark.label)).any(|it| it == ["Journalists"]));
    let evidence = concerns.iter().flat_map(|concern| &concern.evidence);
    let quotes = evidence.flat_map(|it| &it.places).flat_map(|place| &place.quotes);
    assert!(quotes.map(marked).any(|it| it.iter().any(|word| word == "journalists")));
}

#[test]
fn an_accent_written_apart_belongs_to_its_word_s_mark() {
    let mut file = ranks_file();
    file["provisions"][0]["summary"] = json!("Le cafe\u{301}, ferme\u{301}.");
    let explorer = Explorer::new(common::dataset(&file.to_string()), EditorialConfig::default());
    let cards = provisions(&explorer, "café FERME").cards;
    assert_eq!(marked(&cards.items[0].summary), ["cafe\u{301}", "ferme\u{301}"]);
}

#[test]
fn without_a_search_nothing_is_marked() {
    let explorer = explorer();
    let cards = provisions(&explorer, "").cards;
    assert!(
        cards
            .items
            .iter()
            .all(|card| card.summary.marks.is_empty() && card.citation.marks.is_empty())
    );
}

#[test]
fn pieces_are_the_text_again() {
    let phrase = Phrase { text: "añb c d".into(), lang: None, marks: vec![0..4, 5..6] };
    let pieces: Vec<_> = phrase.pieces().collect();
    assert_eq!(pieces, [("añb", true), (" ", false), ("c", true), (" d", false)]);
    let whole = Phrase { text: "all of".into(), lang: None, marks: vec![0..3, 4..6] };
    assert_eq!(whole.pieces().collect::<Vec<_>>(), [("all", true), (" ", false), ("of", true)]);
    assert_eq!(Phrase::default().pieces().count(), 0);
}
