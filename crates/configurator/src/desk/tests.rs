//! The desk without a browser: its steps; what else there is to it stands in files of its own.

mod citations;
mod form;
mod handling;
mod names;
mod pdfs;
mod statements;

use authoring::{Path, Step};
use desk::{Act, Key, Who};
use workbook::Kind;

use super::{
    document, files,
    model::{Model, ROWS, Task},
    msg::{Field, Msg, Wanted},
};

const LETTER: &str = "Section 1 is fine.\nSection 2 is too dear. Delete it.";

/// A law of so many sections.
fn law(sections: usize) -> String {
    let provision =
        |nth| format!(r#"{{"id":"sec_{nth}","citation":"Section {nth}","summary":"S"}}"#);
    let provisions: Vec<_> = (1..=sections).map(provision).collect();
    format!(
        r#"{{"schema_version":2,"id":"law","title":"Law","language":"en","credit":"Desk",
        "edition":{{"number":1,"date":"2026-11-01"}},"stale_after":"P90D",
        "instrument":{{"title":"Law","short_title":"Law","unit":"section",
        "drafts":[{{"id":"bill","label":"Bill"}}],
        "status":{{"as_of":"2026-11-01","line":"A bill","events":[]}}}},
        "provisions":[{}],"groups":[],"organisations":[],"sources":[],"concerns":[]}}"#,
        provisions.join(",")
    )
}

fn at(list: &str, nth: usize, field: &str) -> Path {
    Path(vec![Step::Field(list.into()), Step::Item(nth), Step::Field(field.into())])
}

fn model() -> Model {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    for (field, text) in [(Field::Title, "Letter"), (Field::Text, LETTER)] {
        model.take(Msg::New(field, text.into()));
    }
    model.take(Msg::AddSource);
    model
}

/// A page of its site, from that site.
fn page(site: &str, words: &str) -> [(String, Vec<u8>); 1] {
    let html = format!(
        "<title>Title {site}</title><meta property=og:site_name content='Site {site}'>\
        <meta property=article:published_time content='2025-03-04'>\
        <link rel=canonical href='https://{site}.example/'><p>{words}"
    );
    [(format!("{site}.html"), html.into_bytes())]
}

#[test]
fn a_document_that_is_added_is_read_and_its_words_have_the_focus() {
    let model = model();
    assert_eq!(model.source.as_deref(), Some("letter"));
    assert_eq!(model.focus.as_deref(), Some("text"));
    assert_eq!(model.proposals.here.len(), 2);
    assert_eq!(model.new.text, "", "the form is empty for the next one");
}

#[test]
fn what_is_typed_into_a_cell_is_one_step_and_keeps_its_blanks_meanwhile() {
    let mut model = model();
    let before = model.document().clone();
    let cell = at("provisions", 0, "summary");
    for text in ["A", "A ", "A b"] {
        let act = Act::Cell { at: cell.clone(), kind: Kind::Prose, text: text.into() };
        model.take(Msg::Typed(act));
        assert_eq!(model.typing, Some((cell.clone(), text.to_string())));
    }
    assert_eq!(model.document().words(&cell), "A b");
    model.take(Msg::Undo);
    assert_eq!(*model.document(), before);
    assert_eq!(model.typing, None);
}

#[test]
fn the_way_to_a_place_leads_to_its_page_of_its_table() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(60)));
    model.take(Msg::Go(at("provisions", ROWS + 3, "citation")));
    assert_eq!((model.table, model.page), ("Provisions", 1));
    assert_eq!(model.focus.as_deref(), Some("cell-provisions[28].citation"));
    let field = ["instrument", "address"].map(|it| Step::Field(it.into()));
    model.take(Msg::Go(Path(field.into())));
    assert_eq!((model.table, model.page), ("Law", 0));
    assert_eq!(model.focus.as_deref(), Some("cell-instrument.address"));
}

#[test]
fn a_row_that_is_added_has_the_focus_and_names_its_record() {
    let mut model = model();
    model.take(Msg::Table("Parties".into()));
    let owner = Path(vec![Step::Field("sources".into()), Step::Item(0)]);
    model.take(Msg::AddRow(Some(owner)));
    model.take(Msg::Settled);
    assert_eq!(model.focus.as_deref(), Some("cell-sources[0].parties[0].organisation"));
    let said = model.checked.findings.iter().map(|it| desk::place(model.document(), &it.at));
    let said: Vec<_> = said.filter(|it| it.starts_with("Parties")).collect();
    assert_eq!(said, ["Parties, letter: organisation", "Parties, letter: role"]);
}

#[test]
fn an_empty_desk_finds_nothing_wrong_until_something_is_begun() {
    let mut model = Model::new(None);
    assert!(model.is_blank());
    assert_eq!(model.checked.wrong(), 0);
    let field = ["title"].map(|it| Step::Field(it.into()));
    let act = Act::Cell { at: Path(field.into()), kind: Kind::Prose, text: "A law".into() };
    model.take(Msg::Act(act));
    model.take(Msg::Settled);
    assert!(model.checked.wrong() > 0);
}

#[test]
fn a_check_tells_aloud_what_it_changed_and_nothing_else() {
    let mut model = model();
    model.take(Msg::Settled);
    model.take(Msg::Settled);
    assert_eq!(model.news, "");
    let wrong = model.checked.wrong();
    model.take(Msg::Table("Groups".into()));
    model.take(Msg::AddRow(None));
    model.take(Msg::Settled);
    let now = model.checked.wrong();
    assert!(now > wrong);
    assert!(model.news.starts_with(&format!("{now} thing")), "{}", model.news);
    model.take(Msg::Key(Key::Last));
    model.take(Msg::Settled);
    assert_eq!(model.news, "", "a step that changes nothing of it says nothing");
    model.take(Msg::Undo);
    model.take(Msg::Settled);
    assert_ne!(model.news, "");
}

#[test]
fn a_step_waits_for_no_check_and_the_check_comes_when_nothing_happens() {
    let mut model = model();
    model.settle();
    let before = model.checked.wrong();
    model.table = "Groups";
    model.take(Msg::AddRow(None));
    assert_eq!((model.is_checking, model.checked.wrong()), (true, before));
    model.take(Msg::Settled);
    assert!(!model.is_checking);
    assert!(model.checked.wrong() > before, "a group without a name is wrong");
    // What stood behind it is at another place by then.
    let at = Path(vec![Step::Field("groups".into()), Step::Item(0)]);
    model.take(Msg::Act(Act::Remove(at)));
    assert_eq!((model.is_checking, model.checked.findings.len()), (true, 0));
    model.take(Msg::Undo);
    model.take(Msg::Settled);
    assert!(model.checked.wrong() > before);
}

#[test]
fn a_paragraph_from_right_to_left_is_known_by_its_first_letter() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    for (field, text) in [(Field::Title, "Letter"), (Field::Text, "5. المادة GDPR\nA line.")]
    {
        model.take(Msg::New(field, text.into()));
    }
    model.take(Msg::AddSource);
    assert!(model.is_rtl());
    model.take(Msg::Key(desk::Key::Last));
    assert!(!model.is_rtl());
}
