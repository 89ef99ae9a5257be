//! The desk without a browser.

use authoring::{Path, Step};
use desk::{Act, Key, Who};
use workbook::Kind;

use super::{
    files,
    model::{Model, ROWS},
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

#[test]
fn a_document_that_is_added_is_read_and_its_words_have_the_focus() {
    let model = model();
    assert_eq!(model.source.as_deref(), Some("letter"));
    assert_eq!(model.focus.as_deref(), Some("text"));
    assert_eq!(model.proposals.here.len(), 2);
    assert_eq!(model.new.text, "", "the form is empty for the next one");
}

#[test]
fn a_citation_that_is_taken_is_worked_on_at_its_title() {
    let mut model = model();
    model.take(Msg::Take(1));
    assert_eq!(model.concern, Some(0));
    assert_eq!(model.focus.as_deref(), Some("concern-title"));
    model.take(Msg::Settled);
    assert_eq!(model.checked.quotes.confirmed, 1);
    model.take(Msg::NextCitation);
    assert_eq!(model.focus.as_deref(), Some("take-0"), "the first that nobody has decided");
    model.take(Msg::Dismiss(0, true));
    assert_eq!(model.focus.as_deref(), Some("citations"), "there is no more");
    model.take(Msg::Key(Key::Last));
    model.take(Msg::Ask);
    assert_eq!(model.focus.as_deref(), Some("own-requests[0].kind"));
    model.take(Msg::Settled);
    assert_eq!(model.checked.quotes.confirmed, 2);
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
fn what_is_no_dataset_changes_nothing_and_is_named() {
    let mut model = model();
    let before = model.document().clone();
    let is_unsaved = model.is_unsaved();
    for (name, bytes) in [("a.json", "{}"), ("a.csv", "x;y"), ("a.json", "\u{feff}[1]")] {
        let read = [(name.to_string(), bytes.as_bytes().to_vec())];
        files::take(&mut model, &Wanted::Dataset, &read);
        assert_eq!(*model.document(), before, "{name}");
        assert!(!model.refused.is_empty(), "{name}");
    }
    files::take(&mut model, &Wanted::Text, &[("a.pdf".into(), b"%PDF-1.7".to_vec())]);
    assert!(model.refused.iter().any(|it| it.contains("a.pdf")));
    assert_eq!(model.is_unsaved(), is_unsaved);
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
fn a_dataset_is_unsaved_from_the_first_change_until_it_is_saved_or_undone() {
    let mut model = model();
    model.were_filed();
    assert!(model.is_unsaved());
    model.was_saved();
    assert!(!model.is_unsaved());
    model.take(Msg::Take(0));
    assert!(model.is_unsaved());
    model.take(Msg::Undo);
    assert!(!model.is_unsaved());
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
fn lines_of_the_text_are_the_list_of_names() {
    let mut model = model();
    model.take(Msg::Names);
    assert!(model.signatories.is_empty(), "nothing is selected");
    model.take(Msg::Select(0..LETTER.len()));
    model.take(Msg::Names);
    let names: Vec<_> = model.signatories.iter().map(|(it, _)| it.name.as_str()).collect();
    assert_eq!(names, ["Section 1 is fine.", "Section 2 is too dear. Delete it."]);
    assert_eq!(model.focus.as_deref(), Some("role"));
}

#[test]
fn a_dataset_that_comes_back_keeps_the_text_that_is_read() {
    let mut model = model();
    let before = model.document().clone();
    model.take(Msg::Given(before.json()));
    assert_eq!(*model.document(), before);
    assert_eq!(model.source.as_deref(), Some("letter"));
    assert!(model.text().is_some());
}

#[test]
fn what_is_published_at_the_desk_is_what_the_configurator_publishes() {
    let json = include_str!("../../../../data/example-bicycle-parking.json");
    let mut model = Model::new(None);
    model.take(Msg::Given(json.into()));
    let (name, bytes) = files::archive(&mut model).expect("nothing is wrong");
    assert_eq!(name, "example-bicycle-parking.zip");
    let law = crate::law::Law::read(json.into(), None, None).expect("a law");
    let theirs = publish::archive(law.publication().expect("sound").entries()).expect("an archive");
    assert!(bytes == theirs, "to the byte");
    model.take(Msg::Act(Act::Remove(Path(vec![Step::Field("sources".into()), Step::Item(0)]))));
    let why = files::archive(&mut model).expect_err("concerns have lost their source");
    assert!(why.contains("wrong"), "{why}");
}

#[test]
fn what_is_known_of_citations_is_what_would_be_found_anew() {
    let mut model = model();
    let cell = |path: Path, text: &str| {
        Msg::Act(Act::Cell { at: path, kind: Kind::Prose, text: text.into() })
    };
    let steps = [
        Msg::Take(1),
        Msg::Dismiss(0, true),
        cell(at("concerns", 0, "title"), "Too dear"),
        cell(at("provisions", 0, "citation"), "Section 7"),
        Msg::Undo,
        Msg::Act(Act::Text {
            source: "letter".into(),
            text: "Section 1 is dear, Section 2 is fine.".into(),
        }),
        Msg::Undo,
        Msg::Undo,
        Msg::Undo,
        Msg::Undo,
    ];
    for step in steps {
        model.take(step.clone());
        let dataset = model.checked.dataset.as_ref().expect("the law is sound");
        let anew = desk::proposals(model.document(), "letter", dataset);
        assert_eq!(model.proposals, anew, "after {step:?}");
    }
}

#[test]
fn no_citation_of_another_source_or_another_text_can_be_taken() {
    let mut model = model();
    for (field, text) in [(Field::Title, "Other"), (Field::Text, "Nothing is cited here at all.")] {
        model.take(Msg::New(field, text.into()));
    }
    model.take(Msg::AddSource);
    model.take(Msg::Source("letter".into()));
    assert_eq!(model.proposals.here.len(), 2);
    let law = |text: &str| {
        let at = at("provisions", 0, "summary");
        Msg::Typed(Act::Cell { at, kind: Kind::Prose, text: text.into() })
    };
    model.take(law("Another."));
    model.take(Msg::Source("letter".into()));
    assert_eq!(model.proposals.here.len(), 2, "of the same words they stay");
    model.take(Msg::Source("other".into()));
    model.take(Msg::Take(1));
    assert_eq!((model.proposals.here.len(), model.document().records("concerns").len()), (0, 0));
    assert!(model.is_looking());
    model.take(Msg::Source("letter".into()));
    model.take(Msg::Settled);
    assert_eq!(model.proposals.here.len(), 2, "the check finds them");

    // A text and the law that come back together are other words, too.
    let text = "Section 1 is dear.".to_string();
    model.take(Msg::Act(Act::Text { source: "letter".into(), text }));
    model.take(Msg::Settled);
    model.take(Msg::Select(0..LETTER.len().min(18)));
    model.take(law("A third."));
    model.take(Msg::Undo);
    model.take(Msg::Undo);
    let dataset = model.checked.dataset.as_ref().expect("the law is sound");
    assert_eq!(model.proposals, desk::proposals(model.document(), "letter", dataset));
    assert_eq!(model.selection, 0..0, "they were bytes of the other text");
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
fn what_another_page_hands_over_is_unsaved_unless_it_is_what_was_saved() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    assert!(model.is_unsaved(), "it may be in no file");
    assert_eq!(model.said, "The law is on the desk.", "there was nothing before it");
    let there = model.document().json();
    model.take(Msg::Given(there.clone()));
    assert!(model.is_unsaved(), "the way there and back saves nothing");
    model.was_saved();
    model.take(Msg::Given(there));
    assert!(!model.is_unsaved());
    assert_eq!(model.said, "The law is on the desk.");
    let read = [("law.json".to_string(), law(3).into_bytes())];
    files::take(&mut model, &Wanted::Dataset, &read);
    assert!(!model.is_unsaved(), "it is in that file");
}

#[test]
fn an_older_copy_that_comes_back_is_told_and_can_be_undone() {
    let mut model = model();
    model.were_filed();
    let older = model.document().json();
    model.take(Msg::Take(0));
    let newer = model.document().clone();
    model.was_saved();
    model.take(Msg::Given(older));
    assert_eq!(model.said, "The law is on the desk. Undo brings back what was there.");
    assert!(model.is_unsaved());
    model.take(Msg::Undo);
    assert_eq!(*model.document(), newer);
    assert!(!model.is_unsaved());
}

#[test]
fn what_became_of_handing_over_is_said_as_it_is() {
    let mut model = model();
    model.take(Msg::Handed(true));
    assert_eq!(model.said, "The configurator has the dataset.");
    model.take(Msg::Handed(false));
    assert!(model.said.starts_with("The configurator could not be opened"), "{}", model.said);
}

#[test]
fn selected_names_stand_behind_those_that_were_typed_and_decided() {
    let mut model = model();
    model.take(Msg::List("Ada\nA heading".into()));
    model.take(Msg::Line(1, Who::Nobody));
    for _ in 0..2 {
        model.take(Msg::Select(0..LETTER.find('\n').expect("two lines")));
        model.take(Msg::Names);
        assert_eq!(model.list, "Ada\nA heading\nSection 1 is fine.");
        let who: Vec<_> = model.signatories.iter().map(|(_, who)| who.clone()).collect();
        assert_eq!(who, [Who::New, Who::Nobody, Who::New]);
    }
    model.take(Msg::List("Ada\nA heading\nCem".into()));
    assert_eq!(model.signatories[1].1, Who::Nobody, "a letter more changes nobody else");
}

#[test]
fn a_name_in_the_list_is_nobody_of_the_dataset_that_was_there_before() {
    let with = |name: &str| {
        let them = format!(r#""organisations":[{{"id":"ada","name":"{name}"}}]"#);
        law(2).replace(r#""organisations":[]"#, &them)
    };
    let mut model = Model::new(None);
    model.take(Msg::Given(with("Ada")));
    model.take(Msg::List("Ada".into()));
    assert_eq!(model.signatories[0].1, Who::Known("ada".into()));
    model.take(Msg::Given(with("Quite Another")));
    assert_eq!(model.signatories[0].1, Who::New);
    model.take(Msg::Undo);
    assert_eq!(model.signatories[0].1, Who::Known("ada".into()));
}

/// What the worker makes of a PDF.
fn read() -> String {
    r#"{"text":"Lamps.\n\u000cMore lamps.","told":["Left out."]}"#.to_string()
}

/// A PDF is opened, as the component reads it.
fn begin(model: &mut Model, name: &str, wanted: Wanted) {
    files::begin(model, wanted, name, b"%PDF-1.7").expect("it is small");
    model.read_next();
}

#[test]
fn a_pdf_that_is_opened_while_another_is_read_comes_after_it_and_both_arrive() {
    let mut model = model();
    let mut copy = Model::new(None);
    copy.take(Msg::Given(model.document().json()));
    std::mem::swap(&mut model, &mut copy);
    begin(&mut model, "first.pdf", Wanted::TextOf("letter".into()));
    begin(&mut model, "second.pdf", Wanted::Text);
    let reading = |model: &Model| model.reading.as_ref().map(|it| it.name.clone());
    assert_eq!(reading(&model).as_deref(), Some("first.pdf"));
    assert_eq!(model.said, "second.pdf is read after first.pdf.");
    files::laid(&mut model, Ok(read()));
    assert!(model.document().text("letter").is_some_and(|it| it.starts_with("Lamps.")));
    assert_eq!(model.read_next().as_deref(), Some(b"%PDF-1.7".as_slice()));
    assert_eq!(reading(&model).as_deref(), Some("second.pdf"));
    files::laid(&mut model, Ok(read()));
    assert!(model.new.text.starts_with("Lamps."));
    assert_eq!((model.reading.as_ref(), model.waiting.len()), (None, 0));
}

#[test]
fn a_second_pdf_for_a_source_is_meant_instead_of_the_first_which_is_named() {
    let mut model = model();
    let place = || Wanted::TextOf("letter".into());
    let reading = |model: &Model| model.reading.as_ref().map(|it| it.name.clone());
    begin(&mut model, "first.pdf", place());
    begin(&mut model, "second.pdf", place());
    assert_eq!(reading(&model).as_deref(), Some("second.pdf"));
    assert_eq!(model.said, "first.pdf is not read any more. Reading second.pdf…");
    begin(&mut model, "letter.pdf", Wanted::Text);
    begin(&mut model, "submission.pdf", Wanted::Text);
    assert_eq!(model.waiting.len(), 2, "a document ends no other");
    // Who gives up the one that is read waits for the next.
    model.take(Msg::Stop);
    model.read_next();
    assert_eq!(model.said, "Stopped; nothing has changed. Reading letter.pdf…");
    files::take(&mut model, &place(), &[("letter.txt".into(), b"Found.".to_vec())]);
    assert_eq!(reading(&model).as_deref(), Some("letter.pdf"));
}

#[test]
fn documents_that_are_opened_one_after_another_come_into_the_form_one_by_one() {
    let mut model = model();
    for name in ["letter.pdf", "submission.pdf", "statement.pdf"] {
        begin(&mut model, name, Wanted::Text);
    }
    let text = |words: &str| Ok(format!(r#"{{"text":"{words}","told":["Of {words}"]}}"#));
    for words in ["First.", "Second.", "Third."] {
        files::laid(&mut model, text(words));
        model.read_next();
        assert_eq!(model.new.text, "First.");
    }
    assert_eq!((model.read.len(), model.refused.len()), (2, 0));
    model.take(Msg::AddSource);
    assert_eq!((model.new.text.as_str(), model.new.title.as_str()), ("Second.", "submission"));
    let told = model.told.as_ref().map(|(name, told)| (name.as_str(), told[0].as_str()));
    assert_eq!(told, Some(("submission.pdf", "Of Second.")));
    assert!(model.said.ends_with("submission.pdf is read. Say what it is, and add it."));
    assert_eq!(model.text().map(AsRef::as_ref), Some("First."));
    model.take(Msg::LeaveOut(0));
    model.take(Msg::AddSource);
    assert_eq!((model.new.text.as_str(), model.read.len()), ("", 0));
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
fn what_was_put_there_while_a_pdf_was_read_stays() {
    let mut model = model();
    begin(&mut model, "letter.pdf", Wanted::Text);
    model.take(Msg::New(Field::Text, "What an editor pasted.".into()));
    files::laid(&mut model, Ok(read()));
    assert_eq!(model.new.text, "What an editor pasted.");
    assert!(model.said.starts_with("letter.pdf is read, and comes when"), "{}", model.said);
    assert_eq!((model.told.as_ref(), model.reading.as_ref()), (None, None));
    model.take(Msg::New(Field::Text, String::new()));
    model.take(Msg::Next);
    assert!(model.new.text.starts_with("Lamps."));

    begin(&mut model, "letter.pdf", Wanted::Text);
    files::take(&mut model, &Wanted::Text, &[("other.txt".into(), b"Another.".to_vec())]);
    assert!(model.said.contains("instead of the words that stood in the form"), "{}", model.said);
    assert!(model.reading.is_some(), "another document ends none");
    files::laid(&mut model, Ok(read()));
    assert_eq!((model.new.text.as_str(), model.read.len()), ("Another.", 1));
}

#[test]
fn the_text_of_a_source_comes_to_that_source_or_nowhere() {
    let without_text = |model: &mut Model| {
        let mut copy = model.document().json();
        *model = Model::new(None);
        model.take(Msg::Given(std::mem::take(&mut copy)));
        begin(model, "letter.pdf", Wanted::TextOf("letter".into()));
    };
    let text = |model: &Model| model.document().text("letter").map(ToString::to_string);

    let mut model = model();
    without_text(&mut model);
    files::laid(&mut model, Ok(read()));
    assert!(text(&model).is_some_and(|it| it.starts_with("Lamps.")));

    without_text(&mut model);
    let other = model.document().json().replacen(r#""id": "law""#, r#""id": "other""#, 1);
    assert!(other.contains("other"));
    model.take(Msg::Given(other));
    files::laid(&mut model, Ok(read()));
    assert_eq!(text(&model), None);
    assert!(model.refused[0].contains("another dataset"), "{:?}", model.refused);

    without_text(&mut model);
    model.take(Msg::Act(Act::Text { source: "letter".into(), text: "Found meanwhile.".into() }));
    files::laid(&mut model, Ok(read()));
    assert_eq!(text(&model).as_deref(), Some("Found meanwhile."));

    without_text(&mut model);
    let at = Path(vec![Step::Field("sources".into()), Step::Item(0)]);
    model.take(Msg::Act(Act::Remove(at)));
    let before = model.document().clone();
    files::laid(&mut model, Ok(read()));
    assert_eq!(*model.document(), before);
    assert!(model.refused[0].contains("no longer"), "{:?}", model.refused);
}

#[test]
fn a_pdf_that_is_too_large_is_refused_before_it_is_read() {
    let mut model = model();
    let why = files::begin(&mut model, Wanted::Text, "a.pdf", &vec![0; files::LARGEST + 1]);
    assert!(why.is_err_and(|why| why.contains("larger than 256 MB")));
    assert_eq!(model.reading, None);
}

#[test]
fn a_pdf_that_was_read_is_the_document_to_come_with_what_is_told_of_it() {
    let pdf = |name: &str| vec![(name.to_string(), b"%PDF-1.7".to_vec())];
    assert!(files::pdf(&Wanted::Text, &pdf("letter")).is_some());
    assert!(files::pdf(&Wanted::Dataset, &pdf("law.pdf")).is_none());

    let mut model = model();
    files::laid(&mut model, Ok(read()));
    assert_eq!(model.new.text, "", "it was given up before it came");

    model.focus = None;
    begin(&mut model, "Open_letter.pdf", Wanted::Text);
    files::laid(&mut model, Ok(read()));
    assert_eq!(model.focus, None, "the editor is elsewhere by now");
    assert_eq!(
        (model.new.text.as_str(), model.new.title.as_str()),
        ("Lamps.\n\u{c}More lamps.", "Open letter")
    );
    let told = ("Open_letter.pdf".to_string(), vec!["Left out.".to_string()]);
    assert_eq!(model.told, Some(told.clone()));
    assert_eq!(model.reading, None);

    begin(&mut model, "cut.pdf", Wanted::Text);
    files::laid(&mut model, Err("is damaged".into()));
    assert_eq!(model.refused, ["cut.pdf is damaged."]);
    assert_eq!((model.told.as_ref(), model.new.text.is_empty()), (Some(&told), false));

    model.take(Msg::AddSource);
    assert_eq!(model.passages.pages(&model.passages.paragraphs[1].0), Some(2..=2));
    assert_eq!(model.told, None);
}

#[test]
fn what_a_page_says_of_itself_comes_into_fields_in_which_nobody_typed() {
    let page = |title: &str, site: &str, rest: &str| {
        let html = format!(
            "<title>{title}</title><meta property=og:site_name content='{site}'>{rest}<p>Lamps are lit."
        );
        [("a_page.html".to_string(), html.into_bytes())]
    };
    let mut model = model();
    let dated = "<meta property=article:published_time content='2026-02-03T08:00Z'>\
        <link rel=canonical href='https://club.example/oil'>";
    files::take(&mut model, &Wanted::Text, &page("On oil", "Lamp Club", dated));
    let said = |model: &Model| {
        let new = &model.new;
        [&new.title, &new.publisher, &new.date, &new.address].map(Clone::clone)
    };
    assert_eq!(said(&model), ["On oil", "Lamp Club", "2026-02-03", "https://club.example/oil"]);
    let told = "From the page itself, for you to compare: its title, who published it, its date, its address.";
    assert_eq!(model.told.as_ref().map(|it| it.1.clone()), Some(vec![told.to_string()]));

    // Nothing of that stays when another document comes instead, but what was typed does.
    model.take(Msg::New(Field::Publisher, "The Lamp Club of Example".into()));
    files::take(&mut model, &Wanted::Text, &page("", "Oil Union", ""));
    assert_eq!(said(&model), ["a page", "The Lamp Club of Example", "", ""]);
    let kept = "Not changed, as it was typed: who published it (“The Lamp Club of Example”); look whether it holds for this document.";
    assert_eq!(model.told.as_ref().map(|it| it.1.clone()), Some(vec![kept.to_string()]));
    model.take(Msg::AddSource);
    files::take(&mut model, &Wanted::Text, &page("On wicks", "", ""));
    assert_eq!(said(&model), ["On wicks", "", "", ""]);
}

#[test]
fn what_a_mail_says_of_itself_is_the_mail_s() {
    let mail = "From: Lamp Club <club@example.org>\r\nDate: Tue, 3 Feb 2026 10:00:00 +0100\r\n\
        Subject: On oil\r\n\r\nLamps are lit.\r\n";
    let mut model = model();
    files::take(&mut model, &Wanted::Text, &[("a.eml".into(), mail.into())]);
    assert_eq!(form(&model), ["On oil", "Lamp Club", "2026-02-03", ""]);
    let told = model.told.as_ref().map(|it| it.1.clone()).unwrap_or_default();
    let taken = "From the mail itself, for you to compare: its title, who published it, its date.";
    assert!(told.iter().any(|it| it == taken), "{told:?}");
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

/// A page of its site, from that site.
fn page(site: &str, words: &str) -> [(String, Vec<u8>); 1] {
    let html = format!(
        "<title>Title {site}</title><meta property=og:site_name content='Site {site}'>\
        <meta property=article:published_time content='2025-03-04'>\
        <link rel=canonical href='https://{site}.example/'><p>{words}"
    );
    [(format!("{site}.html"), html.into_bytes())]
}

fn form(model: &Model) -> [&str; 4] {
    let new = &model.new;
    [&new.title, &new.publisher, &new.date, &new.address].map(String::as_str)
}

#[test]
fn what_a_file_said_of_itself_goes_with_its_text_and_what_was_typed_stays() {
    let words = "Lamps are lit all night.<p>Nobody asked for that.<p>Delete it.";
    let text = "Lamps are lit all night.\nNobody asked for that.\nDelete it.";
    let of_a = ["Title a", "Site a", "2025-03-04", "https://a.example/"];
    let opened = || {
        let mut model = model();
        files::take(&mut model, &Wanted::Text, &page("a", words));
        assert_eq!((model.new.text.as_str(), form(&model)), (text, of_a));
        model
    };
    let edited =
        ["Lamps are lit all night.\nNobody asked for it.\nDelete it.", "Nobody asked for that."];
    let around = format!("Home, News, Contact\n{text}\nAll rights reserved");
    for same in edited.into_iter().chain([text, around.as_str()]) {
        let mut model = opened();
        model.take(Msg::New(Field::Text, same.into()));
        assert_eq!((form(&model), model.told.is_some()), (of_a, true), "{same}");
    }
    for other in ["", "Quite another letter.\nDelete it.", "Letter of another club, about its oil."]
    {
        let mut model = opened();
        model.take(Msg::New(Field::Publisher, "The Club of A".into()));
        model.take(Msg::New(Field::Text, other.into()));
        assert_eq!((form(&model), &model.told), (["", "The Club of A", "", ""], &None), "{other}");
        let said =
            "With the text of a.html went what it had filled in: its title, its date, its address.";
        assert_eq!(model.said, said);
    }
}

#[test]
fn what_was_typed_for_one_document_is_told_when_another_comes_instead() {
    let mut model = model();
    files::take(&mut model, &Wanted::Text, &page("c", "Oil."));
    model.take(Msg::New(Field::Publisher, "Site C e.V.".into()));
    files::take(&mut model, &Wanted::Text, &[("d.txt".into(), b"Wicks.".to_vec())]);
    assert_eq!(form(&model), ["d", "Site C e.V.", "", ""]);
    let told = "Not changed, as it was typed: who published it (“Site C e.V.”); look whether it holds for this document.";
    assert_eq!(model.told, Some(("d.txt".into(), vec![told.into()])));
}

#[test]
fn undo_says_what_it_undoes_and_an_added_document_stands_in_the_form_again() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    files::take(&mut model, &Wanted::Text, &page("a", "Section 1 is fine."));
    let (new, told) = (model.new.clone(), model.told.clone());
    model.take(Msg::AddSource);
    model.take(Msg::Take(0));
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: a concern.");
    model.take(Msg::Redo);
    assert_eq!(model.said, "Done again: a concern.");
    model.take(Msg::Undo);
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: the document “Title a”. It stands in the form again.");
    assert_eq!((&model.new, &model.told), (&new, &told));
    model.take(Msg::Redo);
    assert_eq!((model.new.text.as_str(), model.text().is_some()), ("", true));

    // What was begun since isn't written over.
    model.take(Msg::New(Field::Title, "Another".into()));
    model.take(Msg::Undo);
    assert!(model.said.contains("Redo brings it back"), "{}", model.said);
    assert_eq!((model.new.title.as_str(), model.new.text.as_str()), ("Another", ""));
    model.take(Msg::Redo);
    assert_eq!(model.new.title, "Another");
    model.take(Msg::New(Field::Title, String::new()));

    model.take(Msg::Undo);
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: that the law came on the desk.");
    model.take(Msg::Undo);
    assert_eq!(model.said, "Undone: that the law came on the desk.", "there is no more to undo");
}

#[test]
fn words_that_stand_in_no_file_are_unsaved_and_the_dataset_s_file_says_what_it_lacks() {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(2)));
    model.was_saved();
    assert_eq!(
        (model.is_unsaved(), model.saved_as("a.json").as_str()),
        (false, "a.json is saved.")
    );
    for text in [LETTER, ""] {
        model.take(Msg::New(Field::Text, text.into()));
        assert_eq!(model.is_unsaved(), !text.is_empty(), "it is in the form alone");
    }
    model.take(Msg::List("Ada".into()));
    assert!(model.is_unsaved());
    model.take(Msg::List(String::new()));

    for (title, text) in [("Letter", LETTER), ("Other", "Another.")] {
        model.take(Msg::New(Field::Title, title.into()));
        model.take(Msg::New(Field::Text, text.into()));
        model.take(Msg::AddSource);
    }
    model.was_saved();
    assert!(model.is_unsaved(), "no dataset has the texts");
    assert!(
        model.saved_as("a.json").contains("2 texts are to save"),
        "{}",
        model.saved_as("a.json")
    );
    let (name, bytes) = files::texts(&model).expect("an archive");
    let files: Vec<_> = publish::unpack(&bytes).expect("an archive").into_iter().collect();
    let found: Vec<_> = files.iter().map(|it| (it.name.as_str(), it.text.as_str())).collect();
    assert_eq!(
        (name.as_str(), found),
        ("law-texts.zip", vec![("letter.txt", LETTER), ("other.txt", "Another.")])
    );
    model.was_filed("letter");
    assert_eq!(model.unfiled().count(), 1);
    model.were_filed();
    assert!(!model.is_unsaved());

    // What comes from a file to the letter stands there already.
    files::take(&mut model, &Wanted::Text, &page("a", "Section 1 is fine."));
    model.take(Msg::AddSource);
    model.was_saved();
    assert!(!model.is_unsaved());
}

#[test]
fn names_are_not_added_before_all_is_said_and_the_desk_says_what_is_missing() {
    let mut model = model();
    for (part, msg) in [("list", Msg::List("Ada".into())), ("role", Msg::Role("signatory".into()))]
    {
        let before = model.document().clone();
        model.take(Msg::Sign);
        assert_eq!((model.focus.as_deref(), model.document()), (Some(part), &before));
        assert!(model.said.ends_with('.'), "{}", model.said);
        model.take(msg);
    }
    model.take(Msg::Sign);
    assert!(model.said.starts_with("1 added"), "{}", model.said);
}
