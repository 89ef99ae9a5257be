//! A dataset from a law's own file: what was found in it, and what becomes of it.

mod version;
mod waiting;

use std::{
    collections::BTreeMap,
    ops::{Deref, DerefMut},
};

use super::{reader::Question, *};
use crate::{files, msg::Msg, steps};

/// Two chapters of which the first stands in a part without provisions of its own, a number that is
/// missing, one that stands twice, and a footnote.
const ACT: &str = "<akomaNtoso><act><meta><identification><FRBRExpression><FRBRlanguage \
    language='eng'/></FRBRExpression></identification></meta><preface><p>An Act about \
    lamps</p></preface><body><part><num>Part A</num><heading>Light</heading>\
    <chapter><num>Chapter 1</num><heading>Lamps</heading>\
    <section><num>1.</num><heading>Lighting</heading>\
    <subsection><num>(1)</num><content><p>Lamps are lit.<authorialNote><p>A note.</p>\
    </authorialNote></p></content></subsection>\
    <subsection><num>(2)</num><content><p>Lamps are dimmed.</p></content></subsection></section>\
    <section><num>3.</num><content><p>Lamps are put out.</p></content></section></chapter>\
    <chapter><num>Chapter 2</num><heading>Oil</heading>\
    <section><num>4.</num><content><p>Oil is poured.</p></content></section></chapter></part></body>\
    </act></akomaNtoso>";

/// The page with a reader of laws' files beside it, as the component has one in a worker.
struct Page {
    model: Model,
    /// By the works that opened them.
    files: BTreeMap<u32, (String, Vec<u8>)>,
    saved: Option<Made>,
    on_desk: bool,
}

impl Deref for Page {
    type Target = Model;

    fn deref(&self) -> &Model {
        &self.model
    }
}

impl DerefMut for Page {
    fn deref_mut(&mut self) -> &mut Model {
        &mut self.model
    }
}

fn page() -> Page {
    let model = steps::tests::page();
    Page { model, files: BTreeMap::new(), saved: None, on_desk: false }
}

impl Page {
    /// Does something, and waits until what follows of it is done.
    fn take(&mut self, msg: Msg) {
        self.model.take(msg);
        while self.work() {}
    }

    /// Reads what is to be read; whether anything was.
    fn work(&mut self) -> bool {
        let Some((nth, answer)) = self.answer() else { return false };
        self.model.take(Msg::Start(Step::Told(nth, answer)));
        match self.model.start.ready.take() {
            Some(Ready::Save(made)) => self.saved = Some(made),
            Some(Ready::Desk) => self.on_desk = true,
            None => {}
        }
        true
    }

    /// What the worker answers.
    fn answer(&self) -> Option<(u32, Result<String, String>)> {
        let nth = self.start.work.as_ref()?.nth;
        let file = self.files.get(&self.start.files()?)?.clone();
        let question = serde_json::to_string(&self.start.question("2026-11-30")?).expect("JSON");
        Some((nth, Reader::open(&[file]).and_then(|it| it.answer(&question, &self.law.source))))
    }

    /// Chooses a law's file; the worker has it and has not answered yet.
    fn choose(&mut self, text: &str) {
        let file = ("act.xml".to_owned(), text.as_bytes().to_vec());
        self.model.take(Msg::Start(Step::Begin(vec![(file.0.clone(), file.1.len())])));
        let work = self.model.start.work.as_ref().expect("it is read");
        self.files.insert(work.nth, file);
    }
}

fn opened(page: &mut Page, text: &str) {
    page.choose(text);
    while page.work() {}
}

fn found(model: &Model) -> &Found {
    model.start.found.as_ref().expect("a law")
}

fn changes(model: &Model) -> &[Change] {
    &found(model).comparison.as_ref().expect("a comparison").changes
}

fn answer(model: &mut Page, path: &str, text: &str) {
    let at = found(model).answers.iter().position(|it| it.path == path).expect(path);
    model.take(Msg::Start(Step::Answer(at, text.into())));
}

fn answered(model: &mut Page) {
    for (path, text) in [
        ("instrument.short_title", "Lamp Act"),
        ("edition.date", "2026-11-29"),
        ("credit", "The Example Courier"),
        ("instrument.status.as_of", "2026-11-29"),
        ("instrument.status.line", "Adopted, not in force."),
    ] {
        answer(model, path, text);
    }
}

fn ids(model: &Model) -> Vec<String> {
    let all = model.law.dataset().provisions();
    all.map(|(_, it)| it.id.to_string()).collect()
}

/// The Lamp Act with a concern about each of some provisions, open on the page.
fn in_use(page: &mut Page, about: &[&str]) {
    opened(page, ACT);
    answered(page);
    page.take(Msg::Start(Step::Take));
    let mut law: serde_json::Value = serde_json::from_str(&page.law.source).expect("JSON");
    law["groups"] = serde_json::json!([{ "id": "all", "label": "Everybody", "member": "Everybody", "description": "All." }]);
    law["organisations"] =
        serde_json::json!([{ "id": "club", "name": "Lamp Club", "kind": "research" }]);
    let draft = law["instrument"]["drafts"][0]["id"].clone();
    law["sources"] = serde_json::json!([{
        "id": "letter", "title": "Letter", "short_title": "Letter", "publisher": "Lamp Club",
        "address": "https://club.example/letter", "language": "en", "draft": draft,
        "date": "2026-11-01", "parties": [{ "organisation": "club", "role": "issued" }],
    }]);
    let concern = |id: &&str| {
        serde_json::json!({
            "id": format!("on-{}", id.replace("__", "-").replace('_', "-")), "title": "Dark", "summary": "It is dark.", "provisions": [id],
            "affected": "none_found", "evidence": [{ "source": "letter", "locator": "p. 1" }], "wording": "not_checked",
        })
    };
    law["concerns"] = about.iter().map(concern).collect();
    let file = ("lamps.json".to_owned(), law.to_string().into_bytes());
    page.take(Msg::Read(crate::msg::Wanted::Law, vec![file], None));
    assert_eq!(page.refused, Vec::<String>::new());
    assert_eq!(page.law.problems, Vec::<String>::new());
}

#[test]
fn what_was_found_is_told_in_the_words_of_the_command() {
    let mut page = page();
    opened(&mut page, ACT);
    let report = found(&page).report_text();
    for line in [
        "An Act about lamps",
        "5 provisions",
        "left out, footnote: 1 (6 characters)",
        "1 to look at",
    ] {
        assert!(report.lines().any(|it| it == line), "{line} in {report}");
    }
    // That of the section which is missing.
    assert!(found(&page).remarks[0].contains('2'), "{:?}", found(&page).remarks);
    assert!(found(&page).share > 900 && found(&page).share < 1000, "{}", found(&page).share);
    assert_eq!(page.said, "5 provisions found in An Act about lamps.");
}

#[test]
fn the_share_of_a_law_of_any_length_is_told() {
    assert_eq!(found::share(usize::MAX, usize::MAX), 1000);
    assert_eq!(found::share(955, 1000), 955);
    assert_eq!(found::share(0, 0), 0);
}

#[test]
fn a_file_that_is_no_law_is_refused_and_what_was_found_before_stays() {
    let mut page = page();
    opened(&mut page, ACT);
    opened(&mut page, "<a>\n<b></a>");
    assert!(page.start.refused[0].contains("act.xml, line 2"), "{:?}", page.start.refused);
    assert_eq!(found(&page).title, "An Act about lamps");
    opened(&mut page, ACT);
    assert_eq!(page.start.refused, Vec::<String>::new());
}

#[test]
fn provisions_stand_under_their_chapters_and_under_parts_that_have_none_of_their_own() {
    let mut page = page();
    opened(&mut page, ACT);
    let tree = &found(&page).tree;
    let groups: Vec<_> = tree.groups.iter().map(|it| it.name.as_deref().unwrap_or("")).collect();
    assert_eq!(groups, ["Part A Light · Chapter 1 Lamps", "Chapter 2 Oil"]);
    let cited = |at: &usize| tree.provision(*at).expect("one").citation.clone();
    let first: Vec<_> = tree.groups[0].provisions.iter().map(cited).collect();
    assert_eq!(first, ["Section 1", "Section 3"]);
    assert_eq!(tree.matching("LIGHT").len(), 1);
}

#[test]
fn all_of_it_becomes_the_law_of_the_page_once_an_editor_has_said_the_rest() {
    let mut page = page();
    opened(&mut page, ACT);
    page.take(Msg::Start(Step::Take));
    assert!(page.said.starts_with("Still to be said: "), "{}", page.said);
    assert!(page.law.name.is_none());
    answered(&mut page);
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.said, "This is about Lamp Act now.");
    assert_eq!(page.law.problems, Vec::<String>::new());
    assert_eq!(ids(&page).len(), 5);
    page.take(Msg::Start(Step::SaveDataset));
    let saved = page.saved.take().expect("a dataset").file();
    assert_eq!(saved.name, "an-act-about-lamps.json");
    let files::Content::Text(text) = saved.content else { panic!("a text") };
    assert_eq!(text, page.law.source.as_ref());
}

#[test]
fn those_that_are_ticked_come_with_all_that_stands_in_them_and_no_others() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    page.take(Msg::Start(Step::TickAll(false)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.said, "No provision is ticked.");
    page.take(Msg::Start(Step::Tick(0, true)));
    assert_eq!(found(&page).tree.count(), 3);
    assert!(found(&page).tree.is_brought(1));
    page.take(Msg::Start(Step::TickGroup(1, true)));
    // As deep as articles alone, what is ticked stays so.
    page.take(Msg::Start(Step::Depth(Depth::Articles)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(ids(&page), ["sec_1", "sec_4"]);
}

#[test]
fn an_answer_that_the_format_does_not_take_is_refused_with_what_would_be_right() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    answer(&mut page, "instrument.status.as_of", "yesterday");
    page.take(Msg::Start(Step::Take));
    assert!(
        page.said.contains("instrument.status.as_of") && page.said.contains("yesterday"),
        "{}",
        page.said
    );
    assert!(page.law.name.is_none());
}

#[test]
fn a_law_with_something_wrong_is_taken_only_where_one_says_so() {
    let mut page = page();
    opened(&mut page, &ACT.replace("Oil is poured.", ""));
    answered(&mut page);
    page.take(Msg::Start(Step::Take));
    assert!(page.said.starts_with("Something is wrong"), "{}", page.said);
    page.take(Msg::Start(Step::Despite(true)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.said, "This is about Lamp Act now.");
}
