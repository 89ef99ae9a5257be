//! The law beneath a draft: another one, its address, and drafts and snippets that are about one that isn't open.

use super::*;

#[test]
fn a_dataset_that_cannot_be_read_leaves_the_law_as_it_is() {
    let mut page = page();
    let file = ("wrong.json".to_owned(), br#"{"provisions":[]}"#.to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert!(page.law.name.is_none());
    assert!(
        page.refused.iter().any(|it| it == "`schema_version` is missing"),
        "{:?}",
        page.refused
    );
}

#[test]
fn a_dataset_with_a_mistake_is_shown_without_it_and_gets_an_address() {
    let mut page = page();
    let source = bundled().source.replacen("\"stated\"", "\"said\"", 1);
    let file = ("draft law.json".to_owned(), source.into_bytes());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert_eq!(page.law.problems.len(), 1, "{:?}", page.law.problems);
    assert!(page.law.problems[0].contains("said"), "{:?}", page.law.problems);
    assert_eq!(
        page.draft().options.dataset.as_deref(),
        Some("./data/un-cybercrime-convention.law.txt")
    );
    after(&mut page, Msg::Bundled);
    assert!(page.law.name.is_none());
    assert_eq!(page.draft().options.dataset, None);
}

#[test]
fn a_law_of_ones_own_goes_along_with_the_loader_until_its_address_is_written() {
    let law = || vec![("law.json".to_owned(), bundled().source.as_bytes().to_vec())];
    let dataset = |page: &Model| page.draft().options.dataset.clone().expect("an address");
    let loader = "https://news.example/pe/provision-explorer.js?v=2";
    let there = "https://news.example/pe/data/un-cybercrime-convention.law.txt";
    let mut page = page();
    after(&mut page, Msg::Read(Wanted::Law, law(), None));
    // Letter by letter, as it is typed.
    for end in 1..=loader.len() {
        after(&mut page, Msg::Typed(Act::Loader(loader[..end].into())));
    }
    assert_eq!(dataset(&page), there);
    for form in [Form::Twin, Form::Page, Form::Frame] {
        after(&mut page, Msg::form(form));
        let snippet = page.snippet.as_deref().expect("a snippet");
        let layers = snippets::open(snippet).expect("a snippet").layers;
        assert_eq!(options::read(&layers).options.dataset.as_deref(), Some(there), "{form:?}");
    }
    // Behind the two other forms.
    for _ in 0..3 {
        after(&mut page, Msg::Undo);
    }
    assert_eq!(dataset(&page), "./data/un-cybercrime-convention.law.txt");
    after(&mut page, Msg::Redo);
    // A draft that a link brings has its law beside the loader that is known here.
    let shared =
        r#"{"options":{"dataset":"./data/bill.law.txt"},"law":{"id":"bill","title":"Bill"}}"#;
    page.open_draft(shared, true);
    assert_eq!(dataset(&page), "https://news.example/pe/data/bill.law.txt");
    // One that comes when the loader is known has its address at once, and one that is written stays.
    after(&mut page, Msg::Read(Wanted::Law, law(), None));
    assert_eq!(dataset(&page), there);
    after(&mut page, Msg::Typed(Act::Dataset("https://cdn.example/un.law.txt".into())));
    after(&mut page, Msg::Act(Act::Loader("/pe/provision-explorer.js".into())));
    assert_eq!(dataset(&page), "https://cdn.example/un.law.txt");
}

#[test]
fn a_draft_says_which_law_it_is_for_and_asks_for_it() {
    let source = bundled().source.replacen("un-cybercrime-convention", "bicycle-bill", 1);
    let file = ("bill.json".to_owned(), source.into_bytes());
    let mut first = page();
    after(&mut first, Msg::Read(Wanted::Law, vec![file.clone()], None));
    after(&mut first, Msg::Typed(Act::Dataset("https://news.example/bill.json".into())));
    after(&mut first, Msg::Act(Act::Highlight(vec![ProvisionId::new("art_24")])));
    let saved = first.draft().to_json(true).to_string();
    let mut second = page();
    open_draft(&mut second, "draft.json", saved.clone());
    assert!(second.said.contains("it is about"), "{}", second.said);
    assert!(second.snippet.is_err(), "the law isn’t open");
    assert_eq!(second.findings[0].place, crate::check::CheckTarget::Part("law"));
    assert_eq!(second.draft().to_json(true).to_string(), saved, "saved again, it is as it was");
    after(&mut second, Msg::Read(Wanted::Law, vec![file], None));
    assert_eq!(second.draft().options, first.draft().options);
    assert_eq!(second.draft().law_name(), first.draft().law_name());
    assert!(second.draft().awaits.is_none() && second.snippet.is_ok());
    // Where the law is open already, nothing is asked.
    open_draft(&mut first, "draft.json", saved);
    assert_eq!(first.said, "The draft is here.");
    assert!(first.draft().law.is_some());
}

#[test]
fn a_snippet_of_another_law_keeps_its_citations_until_that_law_is_open() {
    let snippet =
        r#"<provision-explorer dataset="/law/bike.law.txt" highlight="5, 7"></provision-explorer>"#;
    let mut page = page();
    after(&mut page, Msg::Example);
    after(&mut page, Msg::Pasted(snippet.into()));
    after(&mut page, Msg::OpenPasted);
    let cited = |page: &Model| page.draft().options.highlight.clone();
    assert_eq!(cited(&page), ["5", "7"].map(ProvisionId::new));
    assert!(page.story().source().contains("28(4)"), "a snippet holds no story");
    assert!(page.is_unsaved(), "and no file has this draft");
    assert_eq!(page.pasted, "");
    // The address that the snippet has stays, whatever the file is called.
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert_eq!(page.draft().options.dataset.as_deref(), Some("/law/bike.law.txt"));
    after(&mut page, Msg::Pasted(snippet.into()));
    after(&mut page, Msg::OpenPasted);
    assert!(page.draft().law.is_some(), "it is open already");
}

#[test]
fn the_preview_gets_the_law_only_when_it_is_another() {
    let page = page();
    assert_eq!(page.message(false, None).get("law"), None);
    assert_eq!(page.message(true, None).get("law"), Some(&Value::Null));
}

#[test]
fn undo_brings_a_law_back_and_its_address_with_it() {
    let mut page = page();
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    assert!(page.law.name.is_some());
    after(&mut page, Msg::Undo);
    assert!(page.law.name.is_none());
    assert_eq!(page.draft().options.dataset, None);
    after(&mut page, Msg::Redo);
    assert!(page.law.name.is_some());
}

#[test]
fn a_snippet_never_holds_the_text_of_another_law_than_it_names() {
    let mut page = page();
    after(&mut page, Msg::Typed(Act::Dataset("./data/ours.json".into())));
    assert!(page.snippet.is_err(), "the dataset was not opened");
    after(&mut page, Msg::form(Form::Element));
    assert!(page.snippet.is_err(), "readers would get another law than the preview shows");
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    after(&mut page, Msg::Typed(Act::Dataset(String::new())));
    assert!(page.snippet.is_err(), "readers would get the law that ships");
}

#[test]
fn what_another_law_lacks_stays_as_it_was_cited_and_is_named_again_under_its_own() {
    let mut page = filled();
    let before = page.draft().options.clone();
    after(&mut page, Msg::Read(Wanted::Law, vec![bicycles()], None));
    assert_eq!(cited(&page), ["Article 28(4)", "Article 24"]);
    assert_eq!(page.draft().options.notes[0].0.as_str(), "Article 28(4)");
    let told: Vec<_> = page.findings.iter().map(|it| it.what.as_str()).collect();
    assert!(told.contains(&"Article 28(4) is not in this law."), "{told:?}");
    assert!(told.iter().all(|it| !it.contains("art_")), "{told:?}");
    let again = page.draft().clone();
    after(&mut page, Msg::Bundled);
    assert_eq!(page.draft().options, before);
    after(&mut page, Msg::Undo);
    assert_eq!(page.draft(), &again);
}

#[test]
fn a_draft_of_a_law_that_is_not_open_names_provisions_as_that_cites_them() {
    let mut first = page();
    after(&mut first, Msg::Read(Wanted::Law, vec![bicycles()], None));
    let ids = first.law.explorer.all().iter().filter_map(|it| first.law.id(*it));
    let ids = ids.take(2).collect();
    after(&mut first, Msg::Act(Act::Highlight(ids)));
    let mut second = page();
    open_draft(&mut second, "draft.json", first.to_json(true).to_string());
    let shown = cited(&second);
    assert!(shown.iter().all(|it| !it.contains("sec_")), "{shown:?}");
    after(&mut second, Msg::Read(Wanted::Law, vec![bicycles()], None));
    assert_eq!(second.draft().options, first.draft().options);
}

fn bicycles() -> (String, Vec<u8>) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/example-bicycle-parking.json");
    ("bicycles.json".into(), fs::read(file).expect("a law"))
}

/// The highlights as the page shows them.
fn cited(page: &Model) -> Vec<String> {
    page.draft().options.highlight.iter().map(|it| page.law.citation(it)).collect()
}
