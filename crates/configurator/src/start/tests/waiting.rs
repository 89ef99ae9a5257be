//! What is done while a file is read: it goes on beside the page, waits, is stopped or fails.

use super::*;

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
