use std::{fs, rc::Rc};

use authoring::ProvisionId;
use snippets::Form;
use story::{Instead, Ruling, Story, What};

use super::*;
use crate::{check::CheckTarget, msg::Wanted};

fn bundled() -> Law {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/un-cybercrime-convention.json");
    Law::read(fs::read_to_string(file).expect("the bundled law"), None, None).expect("sound")
}

pub(crate) fn page() -> Model {
    Model::new(bundled(), "assets/widget.css".into())
}

/// The page after something was done, as the component does it.
pub(crate) fn after(model: &mut Model, msg: Msg) {
    model.take(msg);
    model.settle();
}

#[test]
fn from_the_example_to_a_snippet_in_two_steps() {
    let mut page = page();
    after(&mut page, Msg::Example);
    let found = page.offered();
    assert_eq!(found.first().map(ProvisionId::as_str), Some("art_28__para_4"));
    after(&mut page, Msg::Act(Act::Highlight(found)));
    after(&mut page, Msg::Form(Form::Element));
    let snippet = page.snippet.as_deref().expect("a snippet");
    assert!(snippet.contains(r#"highlight="28(4), 29, 30, 23, 35, 24, 14""#), "{snippet}");
}

#[test]
fn a_colour_that_cannot_be_read_is_not_taken() {
    let mut page = page();
    after(&mut page, Msg::Accent("#ffcc00".parse().ok()));
    assert_eq!(page.draft().accent, None);
    assert!(page.unreadable.is_some());
    after(&mut page, Msg::Accent("#0b5487".parse().ok()));
    assert!(page.draft().accent.is_some());
    assert_eq!(page.unreadable, None);
}

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
        after(&mut page, Msg::Form(form));
        let snippet = page.snippet.as_deref().expect("a snippet");
        let layers = snippets::open(snippet).expect("a snippet").layers;
        assert_eq!(options::read(&layers).options.dataset.as_deref(), Some(there), "{form:?}");
    }
    after(&mut page, Msg::Undo);
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
fn a_draft_that_was_saved_opens_again() {
    let mut first = page();
    after(&mut first, Msg::Example);
    after(&mut first, Msg::Act(Act::Heading("Who objects?".into())));
    let file = files::saved(&first, &Msg::SaveDraft).expect("a file");
    let files::Content::Text(text) = file.content else { panic!("a text") };
    let mut second = page();
    after(&mut second, Msg::Read(Wanted::Draft, vec![(file.name, text.into_bytes())], None));
    assert_eq!(second.draft(), first.draft());
    assert_eq!(second.mentions.len(), first.mentions.len());
}

/// The words of all that is marked as this law's.
fn marked(page: &Model) -> Vec<&str> {
    let here = page.mentions.iter().filter(|it| !matches!(it.what, What::Elsewhere { .. }));
    here.map(|it| &page.story().text()[it.span.clone()]).collect()
}

/// Says of the first mention what it is instead.
fn rule(page: &mut Model, instead: Instead) {
    let ruling = Ruling::on(&page.mentions[0], page.story().text(), instead);
    after(page, Msg::Act(Act::Rule(vec![ruling])));
}

#[test]
fn a_story_that_does_not_speak_of_the_law_asks_and_one_press_answers() {
    let mut desk = page();
    let text =
        "Article 28 of nobody knows what. ".to_owned() + &"It rains on the harbour. ".repeat(12);
    after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text)))));
    let links = |desk: &Model| desk.story().with_refs(&desk.mentions, desk.law.dataset());
    assert!(desk.mentions.iter().all(|it| it.doubt.is_some()) && !desk.mentions.is_empty());
    assert!(desk.offered().is_empty() && !links(&desk).contains("<provision-ref"));
    let all = desk.mentions.iter();
    let all = all.map(|it| Ruling::on(it, desk.story().text(), Instead::ThisLaw)).collect();
    after(&mut desk, Msg::Act(Act::Rule(all)));
    assert_eq!(desk.offered().len(), 1);
    assert!(links(&desk).starts_with("<provision-ref"), "{}", links(&desk));
    let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
    let files::Content::Text(saved) = file.content else { panic!("a text") };
    let mut again = page();
    open_draft(&mut again, "draft.json", saved);
    assert_eq!(links(&again), links(&desk));
    after(&mut desk, Msg::Undo);
    assert!(!links(&desk).contains("<provision-ref"));
}

#[test]
fn of_two_words_on_one_place_the_later_holds_and_is_the_only_one() {
    let all = [Instead::ThisLaw, Instead::AnotherLaw, Instead::NoPlace];
    for (first, second) in all.iter().flat_map(|one| all.map(|other| (*one, other))) {
        let mut desk = page();
        let text = "Article 28 of nobody knows what, and Article 29. ".to_owned();
        let text = text + &"It rains on the harbour. ".repeat(12);
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text)))));
        let words = |it: &story::Mention| Ruling::on(it, desk.story().text(), first);
        let both: Vec<Ruling> = desk.mentions.iter().map(words).collect();
        let Ok([one, other]) = <[Ruling; 2]>::try_from(both) else { panic!("two places") };
        let later = Ruling { instead: second, ..one.clone() };
        after(&mut desk, Msg::Act(Act::Rule(vec![one, other.clone()])));
        after(&mut desk, Msg::Act(Act::Rule(vec![later.clone()])));
        assert_eq!(desk.draft().rulings, [other.clone(), later.clone()], "{first:?}, {second:?}");
        let links = desk.story().with_refs(&desk.mentions, desk.law.dataset());
        let linked = links.starts_with("<provision-ref");
        assert_eq!(linked, second == Instead::ThisLaw, "{first:?}, {second:?}: {links}");
        // A draft that another program wrote may say both.
        let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
        let files::Content::Text(saved) = file.content else { panic!("a text") };
        let name = |it: Instead| match it {
            Instead::ThisLaw => "this law",
            Instead::AnotherLaw => "another law",
            Instead::NoPlace => "no place",
        };
        let mut draft: serde_json::Value = serde_json::from_str(&saved).expect("JSON");
        let list = draft["rulings"].as_array_mut().expect("a list");
        let mut earlier = list[1].clone();
        earlier["instead"] = name(first).into();
        list.insert(0, earlier);
        let mut again = page();
        open_draft(&mut again, "draft.json", draft.to_string());
        assert_eq!(again.draft().rulings, [other, later], "{first:?}, {second:?}");
    }
}

#[test]
fn what_a_journalist_says_of_a_place_holds_for_the_story_and_can_be_undone() {
    for instead in [Instead::AnotherLaw, Instead::NoPlace] {
        let mut desk = page();
        let text = "Article 28 is vague. Article 29 and Article 28 are not.";
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(text.into())))));
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
        rule(&mut desk, instead);
        assert_eq!(marked(&desk), ["Article 29", "Article 28"]);
        let links = desk.story().with_refs(&desk.mentions, desk.law.dataset());
        assert!(links.starts_with("Article 28 is vague. <provision-ref"), "{links}");
        // The story goes on elsewhere.
        let more = format!("{text}\nArticle 30 is.");
        after(&mut desk, Msg::Act(Act::Story(Rc::new(Story::from_text(more)))));
        assert_eq!(marked(&desk), ["Article 29", "Article 28", "Article 30"]);
        let file = files::saved(&desk, &Msg::SaveDraft).expect("a file");
        let files::Content::Text(saved) = file.content else { panic!("a text") };
        let mut again = page();
        open_draft(&mut again, "draft.json", saved);
        assert_eq!(marked(&again), marked(&desk));
        after(&mut desk, Msg::Undo);
        after(&mut desk, Msg::Undo);
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
        after(&mut desk, Msg::Redo);
        assert_eq!(marked(&desk), ["Article 29", "Article 28"]);
        let ruling = desk.draft().rulings[0].clone();
        after(&mut desk, Msg::Act(Act::TakeBack(ruling)));
        assert_eq!(marked(&desk), ["Article 28", "Article 29", "Article 28"]);
    }
}

fn open_draft(page: &mut Model, name: &str, bytes: impl Into<Vec<u8>>) {
    after(page, Msg::Read(Wanted::Draft, vec![(name.into(), bytes.into())], None));
}

/// A page with something in each part of its draft.
fn filled() -> Model {
    let mut page = page();
    let id = ProvisionId::new("art_28__para_4");
    let loader = "https://news.example/pe/provision-explorer.js";
    for act in [
        Act::Highlight(vec![id.clone(), ProvisionId::new("art_24")]),
        Act::Note(id, "Ours \u{201c}alone\u{201d} & <new>".into()),
        Act::Heading("Who objects?".into()),
        Act::Loader(loader.into()),
    ] {
        after(&mut page, Msg::Act(act));
    }
    page
}

#[test]
fn a_snippet_of_each_form_opens_as_the_draft_that_made_it() {
    let mut first = filled();
    for form in Form::ALL {
        after(&mut first, Msg::Form(form));
        let snippet = first.snippet.clone().expect("a snippet");
        let mut second = page();
        open_draft(&mut second, "snippet.txt", snippet);
        if matches!(form, Form::Picture | Form::Newsletter) {
            assert!(second.said.contains("what was here stays"), "{form:?}: {}", second.said);
            assert_eq!(**second.draft(), Draft::default(), "{form:?}");
            continue;
        }
        assert_eq!(second.said, "The draft is here.", "{form:?}");
        assert_eq!(second.draft().options, first.draft().options, "{form:?}");
        // Options alone, and a shortcode, leave the loader to whoever prints or renders them.
        if !matches!(form, Form::Json | Form::WordPress) {
            assert_eq!(second.draft().loader, first.draft().loader, "{form:?}");
        }
    }
}

#[test]
fn whatever_is_refused_leads_to_where_it_is_mended() {
    let at = |page: &Model, part| {
        page.snippet.as_ref().is_err_and(|it| it.place == CheckTarget::Part(part))
    };
    let mut page = page();
    for form in Form::ALL.into_iter().filter(|it| it.needs_whole_address()) {
        after(&mut page, Msg::Form(form));
        assert!(at(&page, "loader"), "{form:?}: {:?}", page.snippet);
    }
    // What is surely meant is a press away.
    after(&mut page, Msg::Act(Act::Loader("news.example/pe/provision-explorer.js".into())));
    let mend = page.snippet.clone().expect_err("not whole").mend.expect("a way");
    after(&mut page, Msg::Act(mend.1));
    assert_eq!(page.draft().loader, "https://news.example/pe/provision-explorer.js");
    assert!(page.snippet.is_ok(), "{:?}", page.snippet);
    after(&mut page, Msg::Form(Form::Picture));
    assert!(at(&page, "highlights"), "{:?}", page.snippet);
    let law = ("law.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![law], None));
    after(&mut page, Msg::Act(Act::Dataset(String::new())));
    assert!(at(&page, "dataset"), "{:?}", page.snippet);
}

#[test]
fn where_pictures_are_taken_one_by_one_each_has_its_words_to_copy() {
    let mut page = filled();
    after(&mut page, Msg::Form(Form::Picture));
    let snippet = page.snippet.clone().expect("pictures");
    assert_eq!(page.pictures.len(), snippet.matches("<img").count());
    for nth in 0..page.pictures.len() {
        let text = page.text_of(Copied::Alternative(nth)).expect("words");
        let mut written = String::new();
        options::escape_html(&text, &mut written);
        assert!(snippet.contains(&written), "{text}");
    }
    after(&mut page, Msg::Form(Form::Twin));
    assert_eq!(page.text_of(Copied::Alternative(0)), None);
}

#[test]
fn a_draft_is_read_in_whichever_encoding_an_editor_left_it() {
    let first = filled();
    let text = first.draft().to_json(true).to_string();
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<_>>()
    };
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [marked, utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes)] {
        let mut second = page();
        open_draft(&mut second, "draft.json", bytes);
        assert_eq!(second.draft(), first.draft());
    }
}

#[test]
fn what_is_not_recognised_changes_nothing_and_is_named() {
    let mut page = filled();
    after(&mut page, Msg::Example);
    let before = page.draft().clone();
    let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
    let package = file("package.json", r#"{"name":"story","dependencies":{}}"#);
    let (empty, blank) = (file("empty.txt", ""), file("blank.html", "<p> </p>"));
    let cases = [
        (Wanted::Draft, vec![package.clone()], "no explorer in it"),
        (Wanted::Draft, vec![package.clone(), package], "package.json, package.json"),
        (Wanted::Draft, vec![("picture.png".into(), vec![0, 1, 2])], "picture.png is a picture"),
        (Wanted::Story, vec![empty.clone()], "no text in empty.txt"),
        (Wanted::Story, vec![blank.clone()], "no text in blank.html"),
        (Wanted::Story, vec![empty, blank], "empty.txt, blank.html"),
    ];
    for (wanted, files, said) in cases {
        after(&mut page, Msg::Read(wanted, files, None));
        assert!(page.said.contains(said), "{}", page.said);
        assert!(page.said.contains("what was here stays"), "{}", page.said);
        assert!(Rc::ptr_eq(&before, page.draft()), "{said}");
    }
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
fn leaving_loses_what_no_file_has() {
    let mut page = page();
    assert!(!page.is_unsaved());
    after(&mut page, Msg::Act(Act::Heading("Who objects?".into())));
    assert!(page.is_unsaved());
    after(&mut page, Msg::Undo);
    assert!(!page.is_unsaved(), "it is as it was");
    after(&mut page, Msg::Redo);
    page.was_saved();
    assert!(!page.is_unsaved());
    after(&mut page, Msg::Act(Act::Only(true)));
    assert!(page.is_unsaved());
    page.kept = true;
    assert!(!page.is_unsaved(), "it is kept on the device");
}

#[test]
fn a_system_leads_to_its_form_and_a_form_to_a_system() {
    let mut page = page();
    for (place, system) in SYSTEMS.iter().enumerate() {
        after(&mut page, Msg::System(Some(place)));
        assert_eq!((page.form, page.system), (system.form, Some(place)));
    }
    for form in Form::ALL {
        after(&mut page, Msg::Form(form));
        let takes = page.system.and_then(|it| SYSTEMS.get(it)).map(|it| it.form);
        assert!(takes.is_none_or(|it| it == form), "{form:?}");
    }
}

#[test]
fn a_new_draft_can_be_undone() {
    let mut page = page();
    after(&mut page, Msg::Example);
    page.wipe();
    assert!(page.story().source().is_empty());
    after(&mut page, Msg::Undo);
    assert!(!page.story().source().is_empty());
}

#[test]
fn the_preview_gets_the_law_only_when_it_is_another() {
    let page = page();
    assert_eq!(page.message(false, None).get("law"), None);
    assert_eq!(page.message(true, None).get("law"), Some(&Value::Null));
}

#[test]
fn a_form_that_needs_a_whole_address_says_so() {
    let mut page = page();
    after(&mut page, Msg::Form(Form::Oembed));
    assert!(
        page.snippet.as_ref().is_err_and(|why| why.what.contains("https://")),
        "{:?}",
        page.snippet
    );
    after(&mut page, Msg::Act(Act::Loader("https://news.example/pe/provision-explorer.js".into())));
    assert!(page.snippet.is_ok());
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
    after(&mut page, Msg::Form(Form::Element));
    assert!(page.snippet.is_err(), "readers would get another law than the preview shows");
    let file = ("ours.json".to_owned(), bundled().source.as_bytes().to_vec());
    after(&mut page, Msg::Read(Wanted::Law, vec![file], None));
    after(&mut page, Msg::Typed(Act::Dataset(String::new())));
    assert!(page.snippet.is_err(), "readers would get the law that ships");
}

#[test]
fn a_story_that_was_taken_out_comes_back() {
    let mut page = page();
    after(&mut page, Msg::Example);
    after(&mut page, Msg::Act(Act::Story(Rc::default())));
    after(&mut page, Msg::Undo);
    assert!(page.story().source().contains("28(4)"));
    assert_eq!(page.offered().len(), 7);
}

#[test]
fn a_link_does_not_say_which_script_goes_into_a_page() {
    let mut page = page();
    let link = r#"{"options":{"heading":"H"},"loader":"https://other.example/x.js"}"#;
    page.open_draft(link, true);
    assert_eq!(page.draft().loader, Draft::default().loader);
    assert!(page.said.contains("https://other.example/x.js"), "{}", page.said);
    page.open_draft(link, false);
    assert_eq!(page.draft().loader, "https://other.example/x.js");
}

#[test]
fn a_note_goes_with_its_highlight_and_comes_back_with_it() {
    let mut page = page();
    let id = ProvisionId::new("art_14");
    after(&mut page, Msg::Act(Act::Highlight(vec![id.clone()])));
    after(&mut page, Msg::Typed(Act::Note(id.clone(), "Ours".into())));
    after(&mut page, Msg::Act(Act::Unhighlight(id)));
    assert!(page.draft().options.notes.is_empty());
    after(&mut page, Msg::Undo);
    assert_eq!(page.draft().options.notes.len(), 1);
}
