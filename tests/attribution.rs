//! Whose word each statement of the light twin is, and in how many documents each number was
//! counted.

mod common;

use dataset::{ConcernIx, Dataset, NamedAs, Role, SourceIx};
use provision_explorer::{Language, ssr};

use common::{bundled, cards, explorer, light, words};

/// The pieces of a text that stand between a start and an end.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|it| it.split(end).next()).collect()
}

/// The evidence of each concern where it is told in full: the sources, in the order of the page.
fn told(dataset: &Dataset) -> Vec<(ConcernIx, SourceIx)> {
    let mut concerns = Vec::new();
    for (provision, _) in dataset.provisions() {
        let links = dataset.around_provision(provision).expect("it is there");
        for concern in &links.concerns {
            if !concerns.contains(concern) {
                concerns.push(*concern);
            }
        }
    }
    let sources = |it: ConcernIx| &dataset.around_concern(it).expect("it is there").sources;
    concerns.into_iter().flat_map(|it| sources(it).iter().map(move |by| (it, *by))).collect()
}

#[test]
fn who_stands_behind_a_document_stands_beneath_all_that_is_quoted_from_it() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    let captions = between(&html, "<figcaption>", "</figcaption>");
    let told = told(dataset);
    assert_eq!(captions.len(), told.len());
    for (caption, (concern, source)) in captions.into_iter().map(words).zip(told) {
        let id = &dataset.concern(concern).expect("it is there").id;
        let parties = |role| dataset.parties(source).filter(move |(_, its)| *its == role);
        for (issuer, _) in parties(Role::Issued) {
            let name = dataset.organisation(issuer).expect("it is there").name.original();
            assert!(caption.contains(&format!("Issued by {name}")), "{id}: {caption}");
        }
        let signed = parties(Role::Signed).count();
        assert_eq!(caption.contains(&format!("Signed by {signed}")), signed > 0, "{id}: {caption}");
        for (named, role) in parties(Role::Named) {
            let party = dataset.party(source, named, role).expect("it is there");
            let agrees = party.relation == Some(NamedAs::SharesConcern)
                && (party.concerns.is_empty() || party.concerns.contains(id));
            let name = dataset.organisation(named).expect("it is there").name.original();
            let others = caption.split_once("did not sign").map_or("", |it| it.1);
            assert_eq!(others.contains(name), agrees, "{id}: {name} in {caption}");
        }
    }
}

#[test]
fn each_concern_says_whose_word_it_is_wherever_it_stands() {
    let explorer = explorer(&bundled());
    let dataset = explorer.dataset();
    let html = ssr::light(&explorer, Language::fallback());
    for (id, card) in cards(&html) {
        let provision = dataset.find_provision(id).expect("it is there");
        let links = dataset.around_provision(provision).expect("it is there");
        let said: Vec<_> = between(card, "according to ", "</h4>").into_iter().map(words).collect();
        for concern in &links.concerns {
            let title = dataset.concern(*concern).expect("it is there").title.original();
            let head = said.iter().find(|it| it.ends_with(title)).expect("it has a head");
            for source in &dataset.around_concern(*concern).expect("it is there").sources {
                let source = dataset.source(*source).expect("it is there").short_title.original();
                assert!(head.contains(source), "{title}: {head}");
            }
        }
    }
}

#[test]
fn what_answers_the_law_as_a_whole_stands_with_it() {
    let data = bundled();
    let html = light(&data);
    let cards = cards(&html);
    let whole = cards.iter().find(|(id, _)| *id == "instrument").expect("it is a provision").1;
    let explorer = explorer(&data);
    let replies = explorer.dataset().records().replies.iter();
    let whole = words(whole);
    let mut found = 0;
    for it in replies.filter(|it| it.concerns.is_empty() && it.provisions.is_empty()) {
        found += 1;
        assert!(whole.contains(it.summary.original()), "{}", it.summary.original());
    }
    assert!(found > 0, "some welcome the whole");
}
