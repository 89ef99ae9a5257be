use super::*;
use crate::{files, msg::Msg, steps::tests::page};

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

/// The page after a law's file was opened, as the component opens it.
fn opened(model: &mut Model, text: &str) {
    let file = ("act.xml".to_owned(), text.as_bytes().to_vec());
    model.take(Msg::Start(Step::Arrived(vec![file], None)));
    model.take(Msg::Start(Step::Parse));
}

fn found(model: &Model) -> &Found {
    model.start.found.as_ref().expect("a law")
}

fn answer(model: &mut Model, path: &str, text: &str) {
    let at = found(model).answers.iter().position(|it| it.path == path).expect(path);
    model.take(Msg::Start(Step::Answer(at, text.into())));
}

fn answered(model: &mut Model) {
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
fn before_a_file_is_read_the_page_says_what_it_does() {
    let mut page = page();
    let file = ("act.xml".to_owned(), vec![b' '; 10_400_000]);
    page.take(Msg::Start(Step::Arrived(vec![file], None)));
    assert_eq!(
        page.start.reading.as_deref(),
        Some("Reading act.xml (10.4 MB). The page stands still until that is done.")
    );
    page.take(Msg::Start(Step::Parse));
    assert_eq!(page.start.reading, None);
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
    let saved = files::saved(&page, &Msg::Start(Step::SaveDataset)).expect("a dataset");
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
fn in_use(page: &mut Model, about: &[&str]) {
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
    let changes = found(&page).changes.as_deref().expect("a comparison");
    let of = |kind| changes.iter().filter(|it| it.kind == kind).count();
    let counts = ChangeKind::ALL.map(|(kind, _)| of(kind));
    // Added: 6. Kept: 3, for its concern. Renumbered: 4. Reworded: 1(1).
    assert_eq!(counts, [1, 0, 1, 1, 1], "{changes:?}");
    assert!(changes.iter().any(|it| it.line.contains("[-are-] {+shall be+}")), "{changes:?}");
    assert_eq!(page.said, "4 changes; no concern is lost.");
    let was = page.law.clone();
    page.take(Msg::Bundled);
    assert_ne!(page.law, was);
    assert_eq!(found(&page).changes, None, "they were another law's");
    page.take(Msg::Undo);
    assert_eq!(page.law, was);
    page.take(Msg::Start(Step::Into(true)));
    page.take(Msg::Start(Step::Take));
    assert_eq!(page.law.problems, Vec::<String>::new());
    assert_eq!(found(&page).changes, None, "it is the law that is open");
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
    assert_eq!(found(&page).drafts, None);
    page.take(Msg::Start(Step::Keep(true)));
    page.take(Msg::Start(Step::Called("As amended".into())));
    let drafts = found(&page).drafts.as_ref().expect("two");
    assert_eq!((drafts.former.as_str(), drafts.now.as_str()), ("Adopted text", "As amended"));
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
