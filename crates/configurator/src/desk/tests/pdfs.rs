//! PDFs, which are read while an editor goes on.

use super::*;

/// What the worker makes of a PDF.
fn read() -> String {
    r#"{"text":"Lamps.\n\u000cMore lamps.","told":["Left out."]}"#.to_string()
}

/// A PDF is opened, as the component reads it.
fn begin(model: &mut Model, name: &str, wanted: Wanted) {
    files::begin(model, wanted, Task::Pdf, name, b"%PDF-1.7").expect("it is small");
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
    let why =
        files::begin(&mut model, Wanted::Text, Task::Pdf, "a.pdf", &vec![0; files::LARGEST + 1]);
    assert!(why.is_err_and(|why| why.contains("larger than 256 MB")));
    assert_eq!(model.reading, None);
}

#[test]
fn a_pdf_that_was_read_is_the_document_to_come_with_what_is_told_of_it() {
    let pdf = |name: &str| vec![(name.to_string(), b"%PDF-1.7".to_vec())];
    assert!(files::task(&model(), &Wanted::Text, &pdf("letter")).is_some());

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
fn a_large_document_is_read_elsewhere_with_all_that_its_file_says_and_a_small_one_at_once() {
    let head = "From: Lamp Club <club@lamps.example>\nDate: Tue, 3 Feb 2026 10:00:00 +0100\nSubject: On oil\n\n";
    let mail = |lines: usize| {
        vec![("a.eml".to_string(), [head, &"Oil is dear.\n".repeat(lines)].concat().into_bytes())]
    };
    let mut model = model();
    assert_eq!(files::task(&model, &Wanted::Text, &mail(10)), None);
    let files = mail(files::SMALL / 10);
    let Some((task, name, bytes)) = files::task(&model, &Wanted::Text, &files) else {
        panic!("it is large");
    };
    assert_eq!(task.name(), "document");
    files::begin(&mut model, Wanted::Text, task.clone(), name, bytes).expect("it can be read");
    let bytes = model.read_next().expect("its bytes");
    assert_eq!(model.said, "Reading a.eml…");
    files::laid(&mut model, document::read(&task.order().expect("an order"), &bytes));
    let new = &model.new;
    assert_eq!([&*new.title, &*new.publisher, &*new.date], ["On oil", "Lamp Club", "2026-02-03"]);
    assert!(new.text.starts_with("Oil is dear."), "{}", &new.text[..40]);
    let order = r#"{"name":"a.eml","recorded":null}"#;
    assert_eq!(
        document::read(order, b"no head"),
        Err("is damaged; save it again, or paste its text".into())
    );
}

#[test]
fn a_source_s_large_text_comes_back_to_the_letter() {
    let model = model();
    let wanted = Wanted::TextOf("letter".into());
    let large = vec![("a.txt".to_string(), vec![b'a'; files::SMALL + 1])];
    let Some((Task::Document(order), ..)) = files::task(&model, &wanted, &large) else {
        panic!("it is large");
    };
    let document = model.document();
    let at = document.place("sources", "letter").expect("a source");
    let hash =
        Path(vec![Step::Field("sources".into()), Step::Item(at), Step::Field("sha256".into())]);
    assert!(order.contains(&format!(r#""recorded":"{}""#, document.words(&hash))), "{order}");
}

/// What the worker does with whatever waits.
fn read_all(model: &mut Model) {
    while let Some(bytes) = model.read_next() {
        let order = model.reading.as_ref().and_then(|it| it.task.clone().order());
        files::laid(model, document::read(&order.expect("a document"), &bytes));
    }
}

#[test]
fn mails_that_came_with_another_come_after_it_one_by_one() {
    let attached = |nth: &str| {
        format!(
            "--b\nContent-Type: message/rfc822\n\nFrom: Club <c@lamps.example>\nSubject: {nth}\n\nWax {nth}.\n"
        )
    };
    let mail = |words: &str| {
        format!(
            "From: a@lamps.example\nSubject: Two\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{words}\n{}{}--b--\n",
            attached("Öl"),
            attached("Gas")
        )
    };
    let open = |model: &mut Model, wanted: &Wanted, words: &str| {
        files::take(model, wanted, &[("a.eml".into(), mail(words).into_bytes())]);
        read_all(model);
    };
    let form = |model: &Model| (model.new.title.clone(), model.new.text.trim().to_string());
    let is = |title: &str, text: &str| (title.to_string(), text.to_string());

    let mut model = model();
    open(&mut model, &Wanted::Text, "Oil.");
    assert_eq!(form(&model), is("Two", "Oil."), "nothing takes the covering mail's place");
    for expected in [is("Öl", "Wax Öl."), is("Gas", "Wax Gas."), is("", "")] {
        model.take(Msg::AddSource);
        assert_eq!(form(&model), expected);
    }
    // They stay in the row when the step is undone, and come with a mail that is a source's text, too.
    open(&mut model, &Wanted::Text, "Oil is dear.");
    model.take(Msg::AddSource);
    model.take(Msg::Undo);
    assert!(model.read.iter().any(|it| it.0 == "Gas.eml"), "{:?}", model.read);
    let mut model = self::model();
    open(&mut model, &Wanted::TextOf("letter".into()), "Oil.");
    assert_eq!(form(&model), is("Öl", "Wax Öl."));
    assert_eq!(model.read.len(), 1);
}

#[test]
fn a_large_mail_s_mails_come_after_it_too() {
    let mail = format!(
        "From: a@lamps.example\nSubject: Two\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{}\n--b\n\
         Content-Type: message/rfc822\n\nSubject: Wax\n\nWax is dear.\n--b--\n",
        "Oil is dear.\n".repeat(files::SMALL / 10)
    );
    let mut model = model();
    let given = [("a.eml".to_string(), mail.into_bytes())];
    let (task, name, bytes) = files::task(&model, &Wanted::Text, &given).expect("it is large");
    files::begin(&mut model, Wanted::Text, task, name, bytes).expect("it can be read");
    read_all(&mut model);
    assert!(model.new.text.starts_with("Oil is dear."));
    let read: Vec<_> = model.read.iter().map(|(name, it)| (&**name, it.text.trim())).collect();
    assert_eq!(read, [("Wax.eml", "Wax is dear.")]);
}
