//! Four statements of different kinds, each from its file to what a dataset has of it: the citations that
//! are offered, the quotation that is confirmed, and who stands behind it.

// cspell:words Cregulate leted

use serde_json::json;

use super::{super::lay_out, *};

/// A statement, and what is to come of it.
struct Statement {
    name: &'static str,
    is_pdf: bool,
    bytes: Vec<u8>,
    /// The ids of what each sentence cites that is offered.
    cited: &'static [&'static [&'static str]],
    /// The first and the last words of the list of names.
    names: (&'static str, &'static str),
    organisations: &'static [&'static str],
    /// Words that are another's, or around the statement.
    left_out: &'static [&'static str],
    about: [&'static str; 3],
}

fn page_of_a_site() -> Statement {
    let html = "<!doctype html><html><head><title>Lamps for all | Lamp Club</title>\
        <meta property=og:site_name content='Lamp Club'><meta property=article:published_time content='2026-02-03T10:00:00Z'>\
        <style>p { color: red }</style></head><body><header role=banner>Lamp Club: Donate</header>\
        <nav><a href=/>Home</a> <a href=/about>About Section 9</a></nav><main><h1>Lamps for all</h1>\
        <p>Section&nbsp;3 of the bill makes every street dark<sup><a href=#n1>1</a></sup>. We also object to sections 5 and 6.</p>\
        <p>Nobody would read Section 12<sup>2</sup> otherwise.</p>\
        <h2>Signed by</h2><ul><li>Lamp Club</li><li>Streets at Night (SAN)</li></ul></main>\
        <aside>Read on: Section 7 explained</aside><footer>© Lamp Club</footer></body></html>";
    Statement {
        name: "statement.html",
        is_pdf: false,
        bytes: html.into(),
        cited: &[&["sec_3"], &["sec_5", "sec_6"], &["sec_12"]],
        names: ("Lamp Club\nStreets", "(SAN)"),
        organisations: &["Lamp Club", "Streets at Night"],
        left_out: &["About Section 9", "Section 7 explained"],
        about: ["Lamps for all", "Lamp Club", "2026-02-03"],
    }
}

fn word_document() -> Statement {
    let p =
        |words: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>");
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
    let row = |left: &str, right: &str| format!("<w:tr>{}{}</w:tr>", cell(left), cell(right));
    let body = [
        p("Open letter on lamps"),
        format!(
            "<w:p><w:r><w:t>Section 4 must go</w:t></w:r>{note}<w:r><w:t>, as Section 5</w:t></w:r>\
            <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t> says.</w:t></w:r></w:p>"
        ),
        p("Signed:"),
        format!(
            "<w:tbl>{}{}</w:tbl>",
            row("Lamp Club", "Oil Watch e.V."),
            row("Wick Makers’ Union", "Night Walkers")
        ),
    ];
    let document =
        format!("<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", body.concat());
    let notes = format!(
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p("See Section 8 of another bill.")
    );
    let files = [("word/document.xml", document), ("word/footnotes.xml", notes)];
    let files =
        files.map(|(path, xml)| publish::Entry { path: path.into(), bytes: xml.into_bytes() });
    Statement {
        name: "letter.docx",
        is_pdf: false,
        bytes: publish::archive(files).expect("an archive"),
        cited: &[&["sec_4", "sec_5"]],
        names: ("Lamp Club\nOil", "Night Walkers"),
        organisations: &["Lamp Club", "Oil Watch e.V.", "Wick Makers’ Union", "Night Walkers"],
        left_out: &["See Section 8 of another bill."],
        about: ["", "", ""],
    }
}

fn mail() -> Statement {
    let text = "From: Lamp Club <club@lamps.example>\nTo: press@lamps.example\nDate: Tue, 3 Feb 2026 10:00:00 +0100\n\
        Subject: On section 7\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\
        Content-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n\
        Dear all,\n\nsection 7 would =E2=80=9Cregulate=E2=80=9D what nobody =\nlights, and Section 2 doesn't help.\n\n\
        On Monday, 2 Feb 2026, Minister <m@state.example> wrote:\n> Section 9 is harmless.\n\nSigned,\nLamp Club\nOil Watch\n--b\n\
        Content-Type: text/html; charset=utf-8\n\n<p>Dear all,</p>\n--b--\n";
    Statement {
        name: "mail.eml",
        is_pdf: false,
        bytes: text.into(),
        cited: &[&["sec_7", "sec_2"]],
        names: ("Lamp Club\nOil", "Oil Watch"),
        organisations: &["Lamp Club", "Oil Watch"],
        left_out: &["Section 9 is harmless."],
        about: ["On section 7", "Lamp Club", "2026-02-03"],
    }
}

/// Lines of a page of a PDF, from its top.
fn pdf() -> Statement {
    let lines = [
        ("Statement on lamps", 1_400),
        ("", 1_000),
        ("Section 6 leaves streets dark, and we ask that it be de-", 1_000),
        ("leted. Section 8 is no better.", 1_000),
        ("", 1_000),
        ("Lamp Club", 1_000),
        ("Oil Watch", 1_000),
    ];
    let run = |(nth, (words, size)): (usize, &(&str, usize))| json!({ "words": words, "left": 7_000, "baseline": 8_000 + nth * 1_400, "width": words.len() * size / 2, "size": size });
    let runs: Vec<_> = lines.iter().enumerate().filter(|it| !it.1.0.is_empty()).map(run).collect();
    let file = json!({
        "pages": [{ "height": 84_000, "runs": runs }], "title": "Statement on lamps", "author": "", "created": "",
    });
    Statement {
        name: "statement.pdf",
        is_pdf: true,
        bytes: file.to_string().into_bytes(),
        cited: &[&["sec_6"], &["sec_8"]],
        names: ("Lamp Club\nOil", "Oil Watch"),
        organisations: &["Lamp Club", "Oil Watch"],
        left_out: &[],
        about: ["Statement on lamps", "", ""],
    }
}

/// The desk with the statement added.
fn opened(statement: &Statement) -> Model {
    let mut model = Model::new(None);
    model.take(Msg::Given(law(12)));
    if statement.is_pdf {
        files::begin(&mut model, Wanted::Text, Task::Pdf, statement.name, b"%PDF-1.7")
            .expect("it is small");
        model.read_next();
        let laid = lay_out(std::str::from_utf8(&statement.bytes).expect("JSON"));
        files::laid(&mut model, laid);
    } else {
        files::take(&mut model, &Wanted::Text, &[(statement.name.into(), statement.bytes.clone())]);
    }
    assert_eq!(model.refused, [""; 0], "{}", statement.name);
    model
}

#[test]
fn a_statement_of_each_kind_gives_its_citations_a_confirmed_quotation_and_its_organisations() {
    for statement in [page_of_a_site(), word_document(), mail(), pdf()] {
        let name = statement.name;
        let mut model = opened(&statement);
        let told = model.told.as_ref().map(|it| it.1.join("\n")).unwrap_or_default();
        for words in statement.left_out {
            assert!(told.contains(words), "{name}: {told}");
            assert!(!model.new.text.contains(words), "{name}: {}", model.new.text);
        }
        let new = &model.new;
        let about = [&*new.title, &*new.publisher, &*new.date];
        if statement.about[0].is_empty() {
            model.take(Msg::New(Field::Title, "Open letter on lamps".into()));
        } else {
            assert_eq!(about, statement.about, "{name}");
        }
        model.take(Msg::AddSource);
        let cited: Vec<Vec<&str>> = model
            .proposals
            .here
            .iter()
            .map(|it| it.provisions.iter().map(String::as_str).collect())
            .collect();
        assert_eq!(cited, statement.cited, "{name}: {:?}", model.text());

        model.take(Msg::Take(0));
        model.take(Msg::Settled);
        let quotes = &model.checked.quotes;
        assert_eq!((quotes.confirmed, quotes.unread), (1, 0), "{name}");

        let text = model.text().cloned().expect("its words");
        let (first, last) = statement.names;
        let start = text.find(first).unwrap_or_else(|| panic!("{name}: {text}"));
        let end = text.rfind(last).expect("the last of them") + last.len();
        model.take(Msg::Select(start..end));
        model.take(Msg::Names);
        model.take(Msg::Role("signatory".into()));
        model.take(Msg::Kind("ngo".into()));
        model.take(Msg::Sign);
        let count = model.document().records("organisations").len();
        let names: Vec<_> = (0..count)
            .map(|nth| model.document().words(&at("organisations", nth, "name")).to_string())
            .collect();
        assert_eq!(names, statement.organisations, "{name}: {}", model.said);
    }
}
