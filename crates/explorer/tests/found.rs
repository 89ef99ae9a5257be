//! What a search says of what it found: why, who else was found, what it looked for in place of what
//! was typed, and what is nearest where nothing is.
// Misspelt or cut short on purpose: cspell:ignore encyption jornalists spywear xyzzy journalis effe edri
#![allow(clippy::panic, clippy::indexing_slicing, reason = "helpers of tests fail as tests do")]

mod common;

use std::rc::Rc;

use authoring::{Dataset, Role, Stance};
use common::{
    bundled, cases, choices, context, explorer, group, ids, newsroom, plain, query, recipe,
};
use explorer::{
    EditorialConfig, Explorer, State,
    view::{Body, Hit, HitBy, Phrase, ProvisionCard, Screen, Search, screen},
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn drawn(explorer: &Explorer, state: &State) -> Screen {
    screen(explorer, state, &context("en", false))
}

fn search(explorer: &Explorer, query: &str) -> Search {
    drawn(explorer, &common::searching(query)).search
}

fn cards(screen: Screen) -> Vec<ProvisionCard> {
    match screen.body {
        Body::Provisions(view) => view.cards.items,
        other => panic!("{other:?}"),
    }
}

fn card(explorer: &Explorer, query: &str, id: &str) -> ProvisionCard {
    let cards = cards(drawn(explorer, &common::searching(query)));
    cards.into_iter().find(|card| card.id == id).unwrap_or_else(|| panic!("{id} isn't found"))
}

fn found(explorer: &Explorer, query: &str) -> Vec<String> {
    ids(explorer.dataset(), &explorer.select(&common::searching(query)).provisions)
}

fn marked(phrase: &Phrase) -> Vec<String> {
    phrase.pieces().filter(|(_, marked)| *marked).map(|(piece, _)| piece.to_owned()).collect()
}

fn names(search: &Search) -> Vec<&str> {
    search.organisations.iter().map(|it| it.name.text.as_str()).collect()
}

// Why.

#[test]
fn a_result_has_the_words_with_the_match_whose_they_are_and_further_places_beneath() {
    let explorer = explorer();
    let card = card(&explorer, "selfies", "art_14__para_4");
    assert!(card.hits.len() > 1, "{:?}", card.hits);
    assert!(card.hits.iter().all(|hit| marked(&hit.words) == ["selfies"]), "{:?}", card.hits);
    let quotes = card.hits.iter().filter(|hit| {
        matches!(&hit.by, HitBy::Source(title) if title.text == "Cybersecurity Tech Accord press release")
    });
    assert_eq!(quotes.count(), 2, "the source's own words before others: {:?}", card.hits);
    assert!(matches!(card.hits[0].by, HitBy::Source(_)), "{:?}", card.hits);
}

#[test]
fn a_group_is_the_reason_where_its_name_or_alias_is_what_was_found() {
    let explorer = explorer();
    let reason = |query: &str, id: &str| {
        let hits = card(&explorer, query, id).hits;
        let group = hits.into_iter().find(|hit| hit.by == HitBy::Group);
        group.map(|hit| (hit.words.text.clone(), marked(&hit.words)))
    };
    let leakers = ("Whistleblowers (leakers)".to_owned(), vec!["leakers".to_owned()]);
    let one = found(&explorer, "leakers")[0].clone();
    assert_eq!(reason("leakers", &one), Some(leakers));
}

#[test]
fn each_word_has_its_place_and_those_with_more_of_them_stand_first() {
    let explorer = explorer();
    let hits = card(&explorer, "spyware traffic", "art_29").hits;
    let has = |word: &str| hits.iter().any(|hit| hit.words.text.to_lowercase().contains(word));
    let card = card(&explorer, "spyware traffic", "art_29");
    let heading = card.heading.map(|it| it.text.to_lowercase()).unwrap_or_default();
    assert!(has("spyware"), "{hits:?}");
    assert!(has("traffic") || heading.contains("traffic"), "{hits:?}");
}

#[test]
fn a_citation_needs_no_reason_and_paper_has_none() {
    let explorer = explorer();
    assert!(card(&explorer, "28.4", "art_28__para_4").hits.is_empty());
    let paper = screen(&explorer, &common::searching("spyware"), &context("en", true));
    assert!(cards(paper).iter().all(|card| card.hits.is_empty()));
    assert!(cards(drawn(&explorer, &State::default())).iter().all(|card| card.hits.is_empty()));
}

#[test]
fn the_law_s_own_words_requests_and_replies_are_searched() {
    let mut file: Value =
        serde_json::from_str(include_str!("../../../data/un-cybercrime-convention.json"))
            .expect("the dataset is JSON");
    let provisions = file["provisions"].as_array_mut().expect("a list");
    let at = provisions.iter().position(|it| it["id"] == "art_29").expect("Article 29");
    let long = "before ".repeat(40) + "a quokka shall be heard; " + &"after ".repeat(40);
    provisions[at]["text"] = json!([long]);
    file["requests"][1]["summary"] = json!("Add a wombat.");
    file["requests"][1]["provisions"] = json!(["art_30"]);
    file["requests"][1]["concerns"] = json!([]);
    file["replies"][0]["summary"] = json!("There is a numbat already.");
    let explorer = Explorer::new(common::dataset(&file.to_string()), EditorialConfig::default());

    assert_eq!(found(&explorer, "quokka"), ["art_29"]);
    let [hit] = &card(&explorer, "quokka", "art_29").hits[..] else { panic!("one place") };
    assert_eq!((&hit.by, marked(&hit.words)), (&HitBy::Law, vec!["quokka".to_owned()]));
    assert!(hit.words.text.starts_with("… before ") && hit.words.text.ends_with("after …"));
    assert!(hit.words.text.chars().count() < 180, "{}", hit.words.text);
    assert_eq!(hit.text, file["provisions"][at]["text"][0].as_str().unwrap_or_default());

    assert_eq!(found(&explorer, "wombat"), ["art_30"]);
    assert_eq!(card(&explorer, "wombat", "art_30").hits[0].by, HitBy::Request);
    assert_eq!(found(&explorer, "numbat"), ["instrument"]);
    let hit = &card(&explorer, "numbat", "instrument").hits[0];
    assert!(matches!(&hit.by, HitBy::Reply(who) if who.text == "United Nations Secretary-General"));
}

// Who.

#[test]
fn a_word_of_an_organisation_s_name_finds_the_organisation_and_no_provision() {
    let explorer = explorer();
    for (query, name) in [
        ("EFF", "Electronic Frontier Foundation (EFF)"),
        ("HRW", "Human Rights Watch (HRW)"),
        ("CCC", "Chaos Computer Club (CCC)"),
        ("karisma", "Fundación Karisma"),
        ("Access Now", "Access Now"),
        (
            "Electronic Frontiers",
            "Electronic Frontier Foundation (Electronic Frontiers Foundation)",
        ),
    ] {
        let search = search(&explorer, query);
        assert_eq!(names(&search), [name], "{query}");
        assert!(!marked(&search.organisations[0].name).is_empty(), "{query}");
        assert_eq!(search.instead, None, "{query}");
    }
    for query in ["HRW", "CCC", "karisma"] {
        assert_eq!(found(&explorer, query), [] as [&str; 0], "{query}");
        assert!(search(&explorer, query).nearest.is_empty(), "{query} is found");
    }
}

#[test]
fn an_organisation_comes_with_its_roles_and_stance_and_so_does_who_supports_the_law() {
    let explorer = explorer();
    let told = |query: &str| {
        let search = search(&explorer, query);
        let it = search.organisations[0].clone();
        let parts = it.parts.iter().map(|it| (it.role, it.source.title.text.clone()));
        (parts.collect::<Vec<_>>(), it.stances)
    };
    let letter = || "Joint civil society letter".to_owned();
    assert_eq!(told("Access Now"), (vec![(Role::Signed, letter())], vec![Stance::Reject]));
    let (parts, stances) = told("Office on Drugs and Crime");
    assert_eq!(parts, [(Role::Issued, "UNODC statement".to_owned())]);
    assert_eq!(stances, [Stance::Support]);
}

#[test]
fn a_name_beside_another_word_finds_what_they_speak_of_and_says_so() {
    let explorer = explorer();
    let hits = found(&explorer, "wikimedia spyware");
    assert_eq!(hits.is_empty(), found(&explorer, "spyware").is_empty());
    for id in hits {
        let card = card(&explorer, "wikimedia spyware", &id);
        let by = card.hits.iter().find(|it| it.by == HitBy::Organisation).expect("a name");
        assert_eq!(marked(&by.words), ["Wikimedia"]);
    }
}

// What was meant.

#[test]
fn a_mistyped_word_finds_what_was_meant_and_says_so() {
    let explorer = explorer();
    for (typed, meant) in
        [("encyption", "encryption"), ("jornalists", "journalists"), ("spywear", "spyware")]
    {
        let search = search(&explorer, typed);
        assert_eq!(search.instead.as_deref(), Some(meant));
        assert_eq!(found(&explorer, typed), found(&explorer, meant), "{typed}");
        assert!(!found(&explorer, typed).is_empty());
    }
    let card = card(&explorer, "spywear", "art_29");
    assert!(card.hits.iter().all(|hit| marked(&hit.words).contains(&"spyware".to_owned())));
}

#[test]
fn another_form_of_a_word_finds_it() {
    let explorer = explorer();
    let search = search(&explorer, "journalism");
    assert!(search.instead.is_some_and(|it| it.starts_with("journalis")));
    assert!(!found(&explorer, "journalism").is_empty());
}

#[test]
fn nothing_takes_the_place_of_a_word_that_is_found_of_a_number_or_of_a_citation() {
    let explorer = explorer();
    for query in ["encryption", "Article 28", "paragraph 4 of Article 28", "2031", "xyzzy", ""] {
        assert_eq!(search(&explorer, query).instead, None, "{query}");
    }
}

#[test]
fn where_nothing_is_found_each_word_that_finds_something_alone_is_offered() {
    let explorer = explorer();
    assert_eq!(search(&explorer, "spyware xyzzy").nearest, ["spyware"]);
    assert!(search(&explorer, "xyzzy").nearest.is_empty());
    assert!(search(&explorer, "spyware").nearest.is_empty());
}

#[test]
fn an_empty_result_names_what_is_chosen_only_where_something_is() {
    let explorer = explorer();
    let children = vec![group(explorer.dataset(), "children")];
    let chosen = State { audience: children, ..common::searching("spyware traffic") };
    let narrowed = drawn(&explorer, &chosen).search;
    assert!(explorer.select(&chosen).provisions.is_empty());
    assert_eq!(narrowed.chosen.iter().map(|it| &it.text).collect::<Vec<_>>(), ["Children"]);
    assert!(narrowed.is_choice && narrowed.nearest.is_empty());
    let unchosen = search(&explorer, "xyzzy");
    assert!(unchosen.chosen.is_empty() && !unchosen.is_choice);
    let unknown = State { query: "xyzzy".into(), ..chosen };
    assert!(!drawn(&explorer, &unknown).search.is_choice, "no choice is to blame");
}

// Other scripts and languages. cspell:disable

/// A law of two articles with these summaries.
fn law(summaries: [&str; 2]) -> Rc<Dataset> {
    let provisions = [0, 1].map(|it| {
        let summary = summaries[it];
        json!({ "id": format!("art_{}", it + 1), "citation": format!("§ {}", it + 1), "summary": summary })
    });
    let file = json!({
        "schema_version": 2, "id": "scripts", "title": "Law", "language": "en",
        "edition": { "number": 1, "date": "2025" }, "credit": "Credit", "stale_after": "P1Y",
        "instrument": {
            "title": "Law", "short_title": "Law", "drafts": [{ "id": "draft", "label": "Draft" }],
            "status": { "as_of": "2025", "line": "Adopted", "events": [] },
        },
        "provisions": provisions, "groups": [], "organisations": [], "sources": [], "concerns": [],
    });
    common::dataset(&file.to_string())
}

#[test]
fn a_language_without_blanks_is_searched_within_words_and_the_match_alone_is_marked() {
    for (summaries, query, mark) in [
        (["保护新闻自由的法律。", "其他"], "新闻自由", "新闻自由"),
        (["表現の自由を守る", "その他"], "自由", "自由"),
        (["คุ้มครองเสรีภาพสื่อมวลชน", "อื่น"], "เสรีภาพ", "เสรีภาพ"),
        (["ការការពារសេរីភាពសារព័ត៌មាន", "ផ្សេង"], "សេរីភាព", "សេរីភាព"),
        (["根据GDPR的规定", "其他"], "gdpr", "GDPR"),
        (["Das Datenschutzgesetz gilt.", "Sonst"], "schutz", "schutz"),
    ] {
        let explorer = Explorer::new(law(summaries), EditorialConfig::default());
        assert_eq!(found(&explorer, query), ["art_1"], "{query}");
        let card = card(&explorer, query, "art_1");
        assert_eq!(marked(&card.summary), [mark], "{query}");
        assert_eq!(marked(&card.hits[0].words), [mark], "{query}");
    }
}

#[test]
fn marks_survive_accents_arabic_signs_and_ligatures() {
    for (text, query, marks) in [
        ("Die Straße und die STRASSEN.", "strasse", &["Straße", "STRASSEN"][..]),
        ("An oﬃcial ﬁle", "official file", &["oﬃcial", "ﬁle"]),
        ("Un œuf, une cafe\u{301}tière", "oeuf cafetiere", &["œuf", "cafe\u{301}tière"]),
        ("الصَّحَفِيُّون و ﻻجئون", "الصحفيون لاجئون", &["الصَّحَفِيُّون", "ﻻجئون"]),
        ("人人有自由，自由人", "人", &["人人", "人"]),
    ] {
        let explorer = Explorer::new(law([text, "-"]), EditorialConfig::default());
        assert_eq!(marked(&card(&explorer, query, "art_1").summary), marks, "{query}");
    }
}

// Whatever is looked for. cspell:enable

/// Every place that is shown has a word that is looked for, marked, out of the text that it is said
/// to be from, and whoever is said to speak does.
fn hits_are_true(explorer: &Explorer, state: &State) {
    let screen = drawn(explorer, state);
    let looked_for = screen.search.instead.clone().unwrap_or_else(|| state.query.clone());
    let typed = plain::words(&looked_for);
    for card in cards(screen) {
        for hit in &card.hits {
            let marks = marked(&hit.words);
            assert!(!marks.is_empty(), "{hit:?}");
            for mark in marks {
                let words = plain::words(&mark);
                let is_typed = |word: &String| typed.iter().any(|it| word.contains(it.as_str()));
                assert!(words.iter().all(is_typed), "{mark} for {looked_for}");
            }
            is_from_its_text(explorer.dataset(), &card, hit);
        }
    }
}

fn is_from_its_text(dataset: &Dataset, card: &ProvisionCard, hit: &Hit) {
    let inner = hit.words.text.trim_start_matches("… ").trim_end_matches(" …");
    match hit.by {
        HitBy::Group | HitBy::Organisation => {
            assert!(hit.words.text.starts_with(&hit.text), "{hit:?}");
        }
        _ => assert!(hit.text.contains(inner), "{hit:?}"),
    }
    let field = match hit.by {
        HitBy::Summary => 2..3,
        HitBy::Law => 3..4,
        HitBy::Concern(_) => 4..6,
        HitBy::Source(_) => 5..8,
        HitBy::Group => 6..7,
        HitBy::Request | HitBy::Reply(_) => 7..8,
        HitBy::Organisation => 8..9,
    };
    let texts = plain::texts(dataset, card.provision);
    assert!(texts[field].iter().flatten().any(|it| *it == hit.text), "{hit:?}");
}

#[test]
fn every_place_that_is_shown_has_the_word_for_the_reason_that_is_told() {
    let everything = explorer();
    let handles = common::Handles::of(everything.dataset());
    proptest!(cases(48), |(newsroom in newsroom(), choices in choices(query()))| {
        let explorer = everything.with_editorial(handles.editorial(&newsroom));
        let state = State { view: explorer::ViewKind::Provisions, ..handles.state(&choices) };
        hits_are_true(&explorer, &state);
    });
    proptest!(cases(128), |((recipe, choices) in (recipe(), choices(query())))| {
        let dataset = recipe.dataset();
        let handles = common::Handles::of(&dataset);
        let explorer = Explorer::new(dataset, EditorialConfig::default());
        let state = State { view: explorer::ViewKind::Provisions, ..handles.state(&choices) };
        hits_are_true(&explorer, &state);
    });
}

#[test]
fn each_result_says_why_or_has_the_words_in_its_head() {
    let explorer = Explorer::new(bundled(), EditorialConfig::default());
    for query in ["encryption", "journalists", "data", "letter", "human rights", "spyware"] {
        for card in cards(drawn(&explorer, &common::searching(query))) {
            let head = card.citation.marks.len() + card.heading.map_or(0, |it| it.marks.len());
            assert!(!card.hits.is_empty() || head > 0, "{} for {query}", card.id);
        }
    }
}

// In words.

#[test]
fn a_whole_name_finds_words_of_their_own_and_none_that_only_begins_so() {
    let explorer = explorer();
    assert!(!found(&explorer, "effe").is_empty(), "the texts say effective");
    assert_eq!(found(&explorer, "EFF"), [] as [&str; 0]);
    assert_eq!(names(&search(&explorer, "EFF")), ["Electronic Frontier Foundation (EFF)"]);
    // A name that is only begun is no name yet.
    assert!(!found(&explorer, "EF").is_empty());
}

#[test]
fn who_is_found_alone_says_what_the_document_objects_to_in_words() {
    let explorer = explorer();
    let search = search(&explorer, "Amnesty");
    let [amnesty] = &search.organisations[..] else { panic!("{:?}", search.organisations) };
    let [part] = &amnesty.parts[..] else { panic!("{:?}", amnesty.parts) };
    assert!(!part.named_whole);
    assert_eq!(part.objects_to.count, 19);
    assert_eq!(part.objects_to.named.len(), 3);
    for link in &part.objects_to.named {
        assert!(!link.concerns.is_empty(), "{}", link.citation.text);
        let titles: Vec<_> = concern_titles(&explorer, link.provision);
        assert!(link.concerns.iter().all(|it| titles.contains(&it.text)));
    }
}

fn concern_titles(explorer: &Explorer, provision: authoring::ProvisionIx) -> Vec<String> {
    let dataset = explorer.dataset();
    let letter = "edri-joint-letter-2024-10-21";
    let raised =
        |it: &&authoring::Concern| it.evidence.iter().any(|it| it.source.as_str() == letter);
    let state = State::default();
    let concerns = explorer.concerns(provision, &state).filter_map(|it| dataset.concern(it));
    concerns.filter(raised).map(|it| it.title.original().to_owned()).collect()
}

#[test]
fn whom_a_document_merely_names_is_said_to_be_named_for_all_of_it_and_objects_to_nothing_here() {
    let explorer = explorer();
    let search = search(&explorer, "Global Initiative");
    let parts: Vec<_> = search.organisations.iter().flat_map(|it| &it.parts).collect();
    assert!(!parts.is_empty());
    for part in parts.iter().filter(|it| it.role == authoring::Role::Named) {
        assert_eq!(part.objects_to.count, 0);
    }
    assert!(parts.iter().any(|it| it.named_whole));
}
