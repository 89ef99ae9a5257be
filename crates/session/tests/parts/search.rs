//! Words are looked up in files of their own.
// Cut short or misspelt on purpose: cspell:ignore ministe minsiter

use explorer::Action;
use session::{Command, Effect, Msg, Part};

use super::{begun, indexed};
use crate::common::{PROVISIONS, Page, Setup, drawn, published, reported};

/// The files of words that were asked for.
fn words(page: &Page) -> Vec<usize> {
    let words = page.fetched.iter().filter_map(|it| it.strip_prefix("words-"));
    words.map(|it| it.parse().unwrap()).collect()
}

/// How many provisions are found, and how many files that would tell more aren't here.
fn found(page: &Page) -> (usize, usize) {
    (page.cards().cards.of, page.scene().screen.search.lacking.len())
}

#[test]
fn what_words_lead_to_is_looked_up_once_all_of_them_are_here_and_waits_for_no_frame() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister section".into()));
    let wanted = words(&page);
    assert!(wanted.len() > 1, "{wanted:?}");
    let mut arrive = |file: usize| {
        let effects = page.arrive(Part::Postings(file), Ok(&law.words[file]));
        effects.iter().any(|it| matches!(it, Effect::Want { part: Part::Shard(_), .. }))
    };
    let asks: Vec<_> = wanted.iter().map(|it| arrive(*it)).collect();
    let (last, before) = asks.split_last().unwrap();
    assert!(*last, "each card says why it was found");
    assert!(before.iter().all(|it| !it), "more is on its way");
    assert_eq!(drawn(&page.send(Msg::Painted)), [false]);
}

#[test]
fn the_words_that_a_search_wants_are_fetched_once_for_all_explorers_and_it_goes_on_by_itself() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister".into()));
    let wanted = words(&page);
    assert!(!wanted.is_empty() && wanted.len() < 3, "{wanted:?}");
    let (heads, lacking) = found(&page);
    assert_eq!(lacking, wanted.len());
    page.act(Action::Search("ministe".into()));
    assert_eq!(words(&page), wanted, "they are on their way");
    let other = Setup::of(&page.store).open();
    for file in &wanted {
        page.receive(Part::Postings(*file), Ok(&law.words[*file]));
    }
    let (all, lacking) = found(&page);
    assert!(all > heads && lacking == 0, "{all}, not {heads}");
    let card = &page.cards().cards.items[0];
    assert_eq!(card.missing.is_some(), card.hits.is_empty(), "it says why once it is here");
    assert!(page.fetched.iter().any(|it| it.starts_with("shard-")), "{:?}", page.fetched);
    let mut other = other;
    other.act(Action::Search("ministe".into()));
    assert_eq!((found(&other), words(&other)), ((all, 0), Vec::new()));
}

#[test]
fn a_misspelt_word_has_all_terms_fetched_and_then_those_of_what_was_meant() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minsiter".into()));
    let mut came = Vec::new();
    while let Some(file) = words(&page).into_iter().find(|it| !came.contains(it)) {
        assert_eq!(page.scene().screen.search.instead, None, "nobody knows yet");
        page.receive(Part::Postings(file), Ok(&law.words[file]));
        came.push(file);
    }
    assert_eq!(page.scene().screen.search.instead.as_deref(), Some("minister"));
    let (all, _) = found(&page);
    assert!(all > 0);
}

#[test]
fn words_that_fail_leave_what_was_found_and_all_of_them_can_be_tried_again_at_once() {
    let law = published();
    let mut page = indexed(&law);
    page.act(Action::Search("minister section".into()));
    let wanted = words(&page);
    assert!(wanted.len() > 1, "{wanted:?}");
    let before = found(&page);
    for (nth, file) in wanted.iter().enumerate() {
        let effects = page.receive(Part::Postings(*file), Err("it answered 404"));
        assert_eq!(reported(&effects).len(), usize::from(nth == 0));
    }
    let failed: Vec<_> = wanted.iter().map(|it| Part::Postings(*it)).collect();
    assert_eq!(page.scene().fetching.failed, failed);
    assert_eq!(found(&page), before);
    page.fetched.clear();
    page.act(Action::Search("minister section ".into()));
    assert_eq!(words(&page), [0; 0], "nobody asked again");
    page.run(Command::FetchAgain(failed[0]));
    assert_eq!(words(&page), wanted);
    assert_eq!(page.scene().fetching.failed, []);
    // What is another's is refused.
    page.receive(failed[0], Ok(&law.words[wanted[1]]));
    assert_eq!(page.scene().fetching.failed, failed[..1]);
    page.run(Command::FetchAgain(failed[0]));
    for file in &wanted {
        page.receive(Part::Postings(*file), Ok(&law.words[*file]));
    }
    assert_eq!(found(&page).1, 0);
}

#[test]
fn the_rest_of_a_law_is_drawn_once_and_made_ready_to_be_searched() {
    let law = published();
    let mut page = begun(&law);
    let effects = page.receive(Part::Index, Ok(&law.index));
    assert_eq!(drawn(&effects).len(), 1);
    assert!(effects.contains(&Effect::WarmUp));
    let mut steps = 0;
    while page.session.warm_up() {
        steps += 1;
        assert!(steps < PROVISIONS);
    }
    assert!(steps > 0, "a few provisions at a time");
}
