use std::{
    collections::BTreeMap,
    ops::{Deref, DerefMut},
};

use super::*;
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

#[test]
fn while_a_file_is_read_the_page_says_so_and_goes_on() {
    let mut page = page();
    page.choose(&format!("{ACT}{}", " ".repeat(10_400_000)));
    assert_eq!(page.said, "Reading act.xml (10.4 MB)…");
    page.model.take(Msg::Search("journalists".into()));
    assert_eq!(page.start.said(), "Reading act.xml (10.4 MB)…");
    assert!(page.work());
    assert_eq!(
        (page.said.as_str(), page.query.as_str()),
        ("5 provisions found in An Act about lamps.", "journalists")
    );
}

#[test]
fn where_no_worker_starts_the_page_says_that_it_stands_still() {
    let mut page = page();
    page.choose(ACT);
    let nth = page.start.work.as_ref().expect("it is read").nth;
    page.model.take(Msg::Start(Step::Here(nth)));
    assert!(page.said.contains("The page stands still until that is done"), "{}", page.said);
    assert!(page.work());
    assert_eq!(page.said, "5 provisions found in An Act about lamps.");
}

#[test]
fn what_is_stopped_changes_nothing_and_can_be_done_again() {
    let mut page = page();
    opened(&mut page, ACT);
    page.choose(&ACT.replace("about lamps", "about oil"));
    let late = page.answer().expect("an answer");
    page.model.take(Msg::Start(Step::Stop));
    assert_eq!(page.said, "Stopped; nothing has changed.");
    page.model.take(Msg::Start(Step::Told(late.0, late.1)));
    assert_eq!(found(&page).title, "An Act about lamps");
    // The files of the law that stays are asked again.
    page.model.take(Msg::Start(Step::Depth(Depth::Articles)));
    assert_eq!(page.start.depth(found(&page)), Depth::Articles, "it is on its way");
    page.model.take(Msg::Start(Step::Stop));
    assert_eq!(page.start.depth(found(&page)), Depth::Points);
    page.take(Msg::Start(Step::Depth(Depth::Articles)));
    assert_eq!(found(&page).tree.provisions.len(), 3);
    page.model.take(Msg::Start(Step::Into(true)));
    page.model.take(Msg::Start(Step::Stop));
    assert_eq!((found(&page).into, found(&page).comparison.is_some()), (true, false));
    page.take(Msg::Start(Step::Compare));
    assert!(found(&page).comparison.is_some());
}

#[test]
fn what_fails_beside_the_page_is_told_and_changes_nothing() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    page.model.take(Msg::Start(Step::Take));
    let nth = page.start.work.as_ref().expect("it is made").nth;
    page.model.take(Msg::Start(Step::Told(nth, Err("That broke the reader.".into()))));
    assert_eq!(page.said, "That broke the reader.");
    assert_eq!((page.law.name.is_none(), page.start.work.is_none()), (true, true));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.said, "This is about Lamp Act now.");
}

#[test]
fn what_is_ticked_while_it_is_compared_is_compared_as_well() {
    let mut page = page();
    in_use(&mut page, &["sec_3"]);
    opened(&mut page, ACT);
    page.model.take(Msg::Start(Step::Into(true)));
    page.model.take(Msg::Start(Step::TickAll(false)));
    page.model.take(Msg::Start(Step::Tick(0, true)));
    assert!(page.work());
    assert_eq!(found(&page).comparison, None, "it was of what is ticked no more");
    assert!(page.work());
    let lines: Vec<_> = changes(&page).iter().map(|it| it.line.clone()).collect();
    assert!(lines.iter().any(|it| it.contains("sec_4")), "{lines:?}");
    assert!(!page.work(), "nothing is left to do");
}

#[test]
fn nothing_is_made_of_a_law_while_another_is_read() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    page.choose(&ACT.replace("about lamps", "about oil"));
    page.model.take(Msg::Start(Step::Take));
    assert_eq!(page.said, "Other files are being read; wait for them, or stop that first.");
    while page.work() {}
    assert!(page.law.name.is_none());
    assert_eq!(found(&page).title, "An Act about oil");
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
fn a_new_version_says_what_changed_and_loses_no_concern() {
    let mut page = page();
    in_use(&mut page, &["sec_1__subsec_1", "sec_3"]);
    let new = ACT
        .replace("Lamps are lit.", "Lamps shall be lit.")
        .replace("<num>4.</num>", "<num>5.</num>")
        .replace("<section><num>3.</num><content><p>Lamps are put out.</p></content></section>", "")
        .replace(
            "</part>",
            "<section><num>6.</num><content><p>Wicks are cut.</p></content></section></part>",
        );
    opened(&mut page, &new);
    page.take(Msg::Start(Step::Into(true)));
    let changes = changes(&page);
    let of = |kind| changes.iter().filter(|it| it.kind == kind).count();
    let counts = ChangeKind::ALL.map(|(kind, _)| of(kind));
    // Added: 6. Kept: 3, for its concern. Renumbered: 4. Reworded: 1(1).
    assert_eq!(counts, [1, 0, 1, 1, 1], "{changes:?}");
    assert!(changes.iter().any(|it| it.line.contains("[-are-] {+shall be+}")), "{changes:?}");
    assert_eq!(page.said, "4 changes; no concern is lost.");
    let was = page.law.clone();
    page.take(Msg::Bundled);
    assert_ne!(page.law, was);
    assert_eq!(found(&page).comparison, None, "they were another law's");
    page.take(Msg::Undo);
    assert_eq!(page.law, was);
    page.take(Msg::Start(Step::Into(true)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.law.problems, Vec::<String>::new());
    assert_eq!(found(&page).comparison, None, "it is the law that is open");
    let about = |it: &authoring::Concern| it.provisions[0].to_string();
    let concerns: Vec<_> = page.law.dataset().records().concerns.iter().map(about).collect();
    assert_eq!(concerns, ["sec_1__subsec_1", "sec_3"]);
    assert!(ids(&page).contains(&"sec_6".to_owned()));
}

#[test]
fn the_former_words_stay_beside_the_new_ones_where_an_editor_says_so() {
    let mut page = page();
    in_use(&mut page, &["sec_1__subsec_1"]);
    opened(&mut page, &ACT.replace("Lamps are lit.", "Lamps shall be lit."));
    page.take(Msg::Start(Step::Into(true)));
    let drafts = |page: &Page| found(page).comparison.as_ref().expect("one").drafts.clone();
    assert_eq!(drafts(&page), None);
    page.take(Msg::Start(Step::Keep(true)));
    page.take(Msg::Start(Step::Called("As amended".into())));
    assert_eq!(drafts(&page), Some(("Adopted text".into(), "As amended".into())));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.law.problems, Vec::<String>::new());
    let records = page.law.dataset().records();
    let amended = records.provisions.iter().find(|it| it.id.as_str() == "sec_1__subsec_1");
    let amended = amended.expect("it is there");
    assert_eq!(amended.text, ["Lamps shall be lit."]);
    assert_eq!(amended.earlier[0].text, ["Lamps are lit."]);
    // The letter spoke of the former words.
    assert_eq!(records.concerns[0].wording, authoring::Wording::Changed);
}
