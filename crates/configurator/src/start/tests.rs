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
    let no_worker = NoWorker { nth, why: "none came for it".into(), for_good: false };
    page.model.take(Msg::Start(Step::Here(no_worker)));
    let said = " The page stands still until that is done: none came for it.";
    assert!(page.said.ends_with(said), "{}", page.said);
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

/// Presses something while what was begun isn't done yet.
fn press(page: &mut Page, step: Step) {
    page.model.take(Msg::Start(step));
}

#[test]
fn all_that_is_pressed_meanwhile_is_said_and_done_in_its_order() {
    let mut page = page();
    in_use(&mut page, &["sec_3"]);
    opened(&mut page, ACT);
    press(&mut page, Step::Into(true));
    assert_eq!(page.said, "Comparing it with Lamp Act…");
    press(&mut page, Step::SaveDataset);
    assert_eq!(page.said, "After that: saving the dataset.");
    press(&mut page, Step::Tick(0, false));
    press(&mut page, Step::Tick(0, true));
    press(&mut page, Step::Depth(Depth::Articles));
    press(&mut page, Step::Depth(Depth::Paragraphs));
    assert_eq!(page.start.depth(found(&page)), Depth::Paragraphs, "the last one");
    assert_eq!(
        page.start.said(),
        "Comparing it with Lamp Act… After that: saving the dataset, looking at what it changes, \
         reading it as deep as that."
    );
    assert!(page.work());
    assert_eq!(page.said, "Making the dataset…");
    assert!(page.work());
    let name = page.saved.take().expect("a dataset").name;
    assert_eq!(page.said, format!("{name} is saved. Comparing it with Lamp Act…"));
    while page.work() {}
    assert_eq!(found(&page).depth, Depth::Paragraphs);
    assert!(found(&page).comparison.is_some());
}

#[test]
fn what_waits_is_checked_again_when_its_turn_comes() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    press(&mut page, Step::Depth(Depth::Articles));
    press(&mut page, Step::Take);
    press(&mut page, Step::TickAll(false));
    while page.work() {}
    assert_eq!(page.said, "3 provisions found in An Act about lamps. No provision is ticked.");
    assert!(page.law.name.is_none());
}

#[test]
fn to_the_desk_goes_what_was_to_be_worked_on_here() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    press(&mut page, Step::Depth(Depth::Articles));
    press(&mut page, Step::Take);
    press(&mut page, Step::ToDesk);
    while page.work() {}
    assert_eq!((ids(&page).len(), page.on_desk), (3, true));
    // Both where the first has begun.
    page.on_desk = false;
    press(&mut page, Step::Tick(0, false));
    press(&mut page, Step::Take);
    press(&mut page, Step::ToDesk);
    assert!(page.work());
    assert_eq!(page.said, "This is about Lamp Act now. Making the dataset…");
    assert!(page.work());
    assert!(page.on_desk);
}

#[test]
fn what_fails_or_is_stopped_ends_what_waits_and_names_it() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    let late = |page: &mut Page| {
        press(page, Step::Depth(Depth::Articles));
        press(page, Step::SaveDataset);
        page.start.work.as_ref().expect("it is read").nth
    };
    let nth = late(&mut page);
    press(&mut page, Step::Told(nth, Err("That broke the reader.".into())));
    assert_eq!(page.said, "That broke the reader. Not done any more: saving the dataset.");
    assert!(!page.work(), "at the depth of before it wasn’t wished for");
    late(&mut page);
    press(&mut page, Step::Stop);
    assert_eq!(page.said, "Stopped; nothing has changed. Not done any more: saving the dataset.");
    late(&mut page);
    page.choose(&ACT.replace("about lamps", "about oil"));
    let over = "Not done any more: reading it as deep as that, saving the dataset.";
    assert!(page.said.starts_with("Reading act.xml") && page.said.ends_with(over), "{}", page.said);
}

#[test]
fn a_law_that_is_opened_meanwhile_stays_and_what_was_for_the_former_is_over() {
    let mut page = page();
    in_use(&mut page, &["sec_3"]);
    opened(&mut page, &ACT.replace("Lamps are lit.", "Lamps shall be lit."));
    answered(&mut page);
    for (into, step, over) in [
        (true, Step::Take, "working on it here"),
        (true, Step::SaveDataset, "saving the dataset"),
        (true, Step::Compare, "looking at what it changes"),
        (false, Step::ToDesk, "working on it at the desk"),
    ] {
        page.take(Msg::Start(Step::Into(into)));
        press(&mut page, step);
        let late = page.answer().expect("an answer");
        page.model.take(Msg::Bundled);
        let title = page.law.title();
        assert_eq!(page.said, format!("This is about {title} now. Not done any more: {over}."));
        press(&mut page, Step::Told(late.0, late.1));
        assert!(page.law.name.is_none() && page.start.ready.is_none(), "{over}");
        assert!(!page.work(), "{over}");
        page.model.take(Msg::Undo);
    }
    // What has nothing to do with the law that is open goes on.
    press(&mut page, Step::Depth(Depth::Articles));
    press(&mut page, Step::Take);
    press(&mut page, Step::SaveDataset);
    page.model.take(Msg::Bundled);
    while page.work() {}
    assert_eq!((page.law.name.is_none(), page.saved.is_some()), (true, true));
}

#[test]
fn what_waits_begins_where_another_law_ends_what_was_being_done() {
    let mut page = page();
    in_use(&mut page, &["sec_3"]);
    opened(&mut page, ACT);
    press(&mut page, Step::Into(true));
    press(&mut page, Step::Depth(Depth::Articles));
    page.model.take(Msg::Bundled);
    assert!(page.said.ends_with("Reading it as deep as that…"), "{}", page.said);
    while page.work() {}
    assert_eq!(found(&page).depth, Depth::Articles);
}

#[test]
fn of_what_is_said_while_another_file_is_read_nothing_is_lost() {
    let mut page = page();
    opened(&mut page, ACT);
    answered(&mut page);
    page.take(Msg::Start(Step::Tick(3, false)));
    page.choose(&ACT.replace("about lamps", "about oil"));
    answer(&mut page, "credit", "The Courier");
    while page.work() {}
    assert_eq!(
        page.said,
        "5 provisions found in An Act about oil. Taken over: Date of this edition of your dataset, \
         Credit."
    );
    let text = |page: &Page, path: &str| {
        found(page).answers.iter().find(|it| it.path == path).expect("asked").text.clone()
    };
    assert_eq!(text(&page, "credit"), "The Courier");
    // What was said of another law isn't true of this one.
    assert_eq!(text(&page, "instrument.status.line"), "");
    assert_eq!(found(&page).tree.count(), 5);
    // It is all there in the former one, and what is asked of that is asked of its files.
    press(&mut page, Step::Back);
    assert_eq!(page.said, "5 provisions found in An Act about lamps.");
    assert_eq!(text(&page, "instrument.status.line"), "Adopted, not in force.");
    page.take(Msg::Start(Step::Depth(Depth::Articles)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(ids(&page), ["sec_1", "sec_4"]);
    press(&mut page, Step::Back);
    assert_eq!(found(&page).title, "An Act about oil");
}

#[test]
fn another_file_of_the_same_law_takes_over_what_was_said_of_it_and_what_is_ticked() {
    let mut page = page();
    in_use(&mut page, &["sec_3"]);
    opened(&mut page, ACT);
    answered(&mut page);
    page.take(Msg::Start(Step::Tick(3, false)));
    page.take(Msg::Start(Step::Into(true)));
    page.take(Msg::Start(Step::Keep(true)));
    page.choose(&ACT.replace("Lamps are lit.", "Lamps shall be lit."));
    press(&mut page, Step::Called("As amended".into()));
    while page.work() {}
    let found = found(&page);
    assert_eq!((found.tree.count(), found.into, found.called.as_str()), (4, true, "As amended"));
    let drafts = &found.comparison.as_ref().expect("compared as well").drafts;
    assert_eq!(drafts.as_ref().map(|it| it.1.as_str()), Some("As amended"));
    let status = found.answers.iter().find(|it| it.path == "instrument.status.line");
    assert_eq!(status.map(|it| it.text.as_str()), Some("Adopted, not in force."));
}

#[test]
fn how_deep_it_is_read_is_said_as_it_begins_and_as_it_ends() {
    let mut page = page();
    opened(&mut page, ACT);
    press(&mut page, Step::Depth(Depth::Articles));
    assert_eq!(page.said, "Reading it as deep as that…");
    assert!(page.work());
    assert_eq!(page.said, "3 provisions found in An Act about lamps.");
    answered(&mut page);
    press(&mut page, Step::Take);
    assert_eq!(page.said, "Making the dataset…");
}

#[test]
fn what_the_page_reads_itself_is_read_for_who_still_asks() {
    let file = |text: &str| vec![("act.xml".to_owned(), text.as_bytes().to_vec())];
    let (lamps, oil) = (file(ACT), file(&ACT.replace("about lamps", "about oil")));
    let today = "2026-11-30".into();
    let see = Question { depth: Depth::Points, only: None, ask: reader::Ask::See { today } };
    let see = serde_json::to_string(&see).expect("JSON");
    let ask = |it: &Reader| it.answer(&see, "");
    let mut here = Here::default();
    here.asked = Some(1);
    assert!(here.answer(1, 1, &lamps, ask).expect("asked").expect("a law").contains("lamps"));
    // Work 2 was stopped while its bytes came, and its files would take the place of the former.
    here.asked = Some(3);
    assert_eq!(here.answer(2, 2, &oil, ask), None);
    let unread = file("<a>");
    let again = here.answer(3, 1, &unread, ask).expect("asked");
    assert!(again.expect("it is known").contains("about lamps"));
    // A file that can't be read takes no other's place, and another's is never asked.
    here.asked = Some(4);
    assert!(here.answer(4, 4, &unread, ask).expect("asked").is_err());
    here.asked = Some(5);
    let told = here.answer(5, 2, &oil, ask).expect("asked").expect("a law");
    assert!(told.contains("about oil"), "{told}");
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
    assert_eq!(found(&page).comparison, None, "they were another law’s");
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
