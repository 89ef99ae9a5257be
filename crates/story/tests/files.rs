//! Files: what is read from each kind, and what is said of those that aren't read.
// cspell:words Oilé Twvc Zürich dcterms
// cspell:words mwgd Exhb Blbg JVBE Lampen

use std::io::{Cursor, Write};

use story::Story;
use zip::{ZipWriter, write::SimpleFileOptions};

fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    parts(&[(name, content)])
}

fn parts(parts: &[(&str, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_ref()).expect("a part");
    }
    writer.finish().expect("an archive").into_inner()
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    )
}

fn docx(body: &str) -> Vec<u8> {
    archive("word/document.xml", document(body).as_bytes())
}

fn text(name: &str, bytes: &[u8]) -> String {
    Story::open(name, bytes).expect("a story").text().into()
}

fn told(name: &str, bytes: &[u8]) -> String {
    Story::open(name, bytes).expect_err("no story").to_string()
}

#[test]
fn the_words_of_a_word_document_are_read() {
    for (body, words) in [
        (
            "<w:p><w:r><w:t>Article </w:t></w:r><w:r><w:t>28(4)</w:t></w:r></w:p><w:p/>",
            "Article 28(4)",
        ),
        ("<w:p><w:t>a</w:t></w:p><w:p><w:t>b</w:t></w:p>", "a\nb"),
        ("<w:p><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:p>", "a\tb\nc"),
        ("<w:p><w:t>28</w:t><w:noBreakHyphen/><w:t>30</w:t></w:p>", "28\u{2011}30"),
        ("<w:p><w:t>&amp;&#233;&lt;&#xA0;x</w:t></w:p>", "&é<\u{a0}x"),
        (
            "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
            "new",
        ),
        (
            "<w:p><w:r><w:t>Article 5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p>",
            "Article 5²",
        ),
        ("<w:p><w:instrText>HYPERLINK</w:instrText><w:t>link</w:t></w:p>", "link"),
        (
            "<w:p><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:p>",
            "a",
        ),
        ("<w:p>\n  <w:r>\n <w:t xml:space=\"preserve\"> a </w:t></w:r></w:p>", " a"),
    ] {
        let story = Story::open("story.docx", &docx(body)).expect("a story");
        assert_eq!(story.text(), words, "{body}");
        assert_eq!(story.source(), words);
        assert!(!story.is_html());
    }
}

#[test]
fn what_a_word_document_has_besides_its_text_is_listed_and_hidden_words_are_not_read() {
    let body = "<w:p><w:r><w:t>Lamps</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> burn</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>all &amp; night</w:t></w:r>\
        <w:del><w:r><w:delText>not at noon</w:delText></w:r></w:del></w:p>";
    let note = |name: &str, id: &str, words: &str| {
        format!("<w:{name} w:id=\"{id}\"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{name}>")
    };
    let all = |name: &str, words: [&str; 3]| {
        let notes: String = words.iter().map(|it| note(name, "1", it)).collect();
        format!("<w:{name}s xmlns:w=\"w\">{notes}</w:{name}s>")
    };
    let bytes = parts(&[
        ("word/document.xml", document(body)),
        ("word/footnotes.xml", all("footnote", ["", "Section 36(2)", "a minister"])),
        ("word/endnotes.xml", all("endnote", ["", "", "the end"])),
        ("word/comments.xml", all("comment", ["ask", "the", "lawyer"])),
        ("word/header1.xml", note("hdr", "", "Lamp Club")),
        ("word/header2.xml", note("hdr", "", "Lamp Club")),
        ("word/footer1.xml", note("ftr", "", "")),
        ("word/headers/other.xml", note("hdr", "", "no header")),
    ]);
    let story = Story::open("story.docx", &bytes).expect("a story");
    assert_eq!(story.text(), "Lamps burn\nall & night");
    let left_out: Vec<_> = story.left_out().iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(
        left_out,
        [
            ("2 footnotes", "Section 36(2)\na minister"),
            ("an endnote", "the end"),
            ("3 comments", "ask\nthe\nlawyer"),
            ("a page header", "Lamp Club"),
            ("deleted text, whose deletion is tracked", "not at noon"),
            ("hidden text", " hidden"),
        ]
    );
}

#[test]
fn texts_are_read_in_the_encodings_that_they_come_in() {
    let utf16: Vec<u8> = "\u{feff}é 28".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, words) in [
        ("a.txt", "Café 28".as_bytes(), "Café 28"),
        ("a.md", b"# Title\n".as_slice(), "# Title\n"),
        ("A.TXT", b"Caf\xe9 \x96 28".as_slice(), "Café – 28"),
        ("a.txt", b"\xef\xbb\xbf28".as_slice(), "28"),
        ("a.txt", utf16.as_slice(), "é 28"),
        ("a.html", b"<p>caf\xe9</p>".as_slice(), "café"),
        ("a.htm", b"<meta charset=\"iso-8859-2\"><p>\xb1</p>".as_slice(), "ą"),
        ("story", b"no ending".as_slice(), "no ending"),
    ] {
        assert_eq!(text(name, bytes), words, "{name}");
    }
}

#[test]
fn what_is_not_read_is_told_with_what_would_be_right() {
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice();
    for (name, bytes, words) in [
        (
            "a.pdf",
            b"%PDF-1.7".to_vec(),
            "`a.pdf` is a PDF, which is not read here; paste its text, or save it as .docx",
        ),
        (
            "a.doc",
            compound.to_vec(),
            "`a.doc` is in the format of old versions of Word; save it as .docx",
        ),
        (
            "a.msg",
            compound.to_vec(),
            "`a.msg` is a mail in Outlook’s own format; save it as .eml, .html or .txt",
        ),
        ("a.docx", compound.to_vec(), "`a.docx` is protected with a password; save it without one"),
        (
            "a.docx",
            b"hello".to_vec(),
            "`a.docx` is no Word document, whatever its name says; save it again as .docx",
        ),
        (
            "a.docx",
            archive("mimetype", b"x"),
            "`a.docx` is no Word document; save it as .docx, .html or .txt",
        ),
        (
            "a.docx",
            b"PK\x03\x04 broken".to_vec(),
            "`a.docx` is damaged; open it in Word and save it again",
        ),
        ("a.docx", docx("<w:p></w:q>"), "`a.docx` is damaged; open it in Word and save it again"),
        (
            "a.rtf",
            b"{\\rtf1}".to_vec(),
            "`a.rtf` is in a format that isn't read here; save it as .docx",
        ),
        (
            "a.png",
            b"\x89PNG".to_vec(),
            "`a.png` is no kind of file that is read here; save it as .txt, .md, .html, .docx or .eml",
        ),
        ("a.txt", b"a\0b".to_vec(), "`a.txt` holds no text; save it as .txt, .html or .docx"),
        (
            "a.txt",
            vec![b'a'; 9 << 20],
            "`a.txt` is larger than 8 MB; paste the part that is the story",
        ),
    ] {
        assert_eq!(told(name, &bytes), words);
    }
}

#[test]
fn an_archive_that_grows_beyond_measure_is_refused() {
    let bomb = docx(&"<w:p/>".repeat(7 << 20));
    assert!(bomb.len() < 1 << 20, "{} bytes", bomb.len());
    let words = "`a.docx` holds more than 32 MB of text; paste the part that is the story";
    assert_eq!(told("a.docx", &bomb), words);
}

#[test]
fn a_mail_is_its_words_in_the_form_that_is_text_and_says_of_itself_who_wrote_when() {
    let mail = "From: =?utf-8?q?Lamp_Club_Z=C3=BCrich?= <club@example.org>\r\n\
        Date: Tue, 3 Feb 2026 23:10:00 +0100\r\nSubject: =?iso-8859-1?B?1mwgdW5kIExhbXBlbg==?=\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\
        Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\
        Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Article 36 must =\r\ngo, f=C3=BCr=20\r\nall.\r\n> Why?\r\n--b\r\n\
        Content-Type: text/html\r\n\r\n<p>Article 36 must go.</p>\r\n--b--\r\n--a\r\n\
        Content-Type: application/pdf; name=oil.pdf\r\nContent-Disposition: attachment; filename=oil.pdf\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--a--\r\n";
    let story = Story::open("a.eml", mail.as_bytes()).expect("a mail");
    assert_eq!(story.source(), "Article 36 must go, für all.\n> Why?\n");
    let about = story.about();
    assert_eq!(
        [&*about.title, &*about.publisher, &*about.date],
        ["Öl und Lampen", "Lamp Club Zürich", "2026-02-03"]
    );
    let left_out: Vec<_> =
        story.left_out().iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    assert_eq!(left_out.first(), Some(&("an attachment", "oil.pdf")));
    assert_eq!(left_out.get(1).map(|it| it.0), Some("the head of the mail"));
    assert_eq!(told("a.eml", b""), "`a.eml` is damaged; save it again, or paste its text");
}

#[test]
fn a_mail_without_text_is_the_page_that_it_has() {
    let mail = "From: club@example.org\nSubject: Oil\nContent-Type: text/html; charset=iso-8859-1\n\
        Content-Transfer-Encoding: base64\n\nPHA+T2ls6TwvcD4=\n";
    let story = Story::open("a.eml", mail.as_bytes()).expect("a mail");
    assert!(story.is_html());
    assert_eq!((story.text(), &*story.about().publisher), ("Oilé", "club@example.org"));
    let saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://club.example/oil\nSubject: Oil\n\
        MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\
        Content-Location: https://club.example/oil\n\n<title>On oil</title><p>Oil.</p>\n--a\n\
        Content-Type: text/css\nContent-Location: cid:css\n\np {}\n--a--\n";
    let story = Story::open("a.mhtml", saved.as_bytes()).expect("a page");
    let about = story.about();
    assert_eq!((story.text(), &*about.title), ("Oil.", "On oil"));
    assert_eq!((&*about.address, &*about.publisher), ("https://club.example/oil", ""));
    assert!(story.left_out().is_empty());
}

fn mail(body: &str) -> Story {
    Story::open("a.eml", format!("From: NGO <n@ngo.example>\n{body}").as_bytes()).expect("a mail")
}

fn left(story: &Story, what: &str) -> Option<String> {
    story.left_out().iter().find(|it| it.0 == what).map(|it| it.1.clone())
}

#[test]
fn of_a_mail_s_parts_none_hides_another() {
    let page = "Content-Type: text/html\n\n<p>Article 28 must go, for all of us.</p><blockquote>Why?</blockquote>\n";
    let foot = "Content-Type: text/plain\n\n____\nPolicy mailing list\n";
    let mixed =
        format!("Content-Type: multipart/mixed; boundary=a\n\n--a\n{page}--a\n{foot}--a--\n");
    let words = mail(&mixed).source().to_string();
    assert!(words.starts_with("Article 28 must go, for all of us.\n> Why?"), "{words}");
    assert!(words.contains("Policy mailing list"), "{words}");
    let alternative = |text: &str| {
        let text = format!("--a\nContent-Type: text/plain\n\n{text}\n");
        mail(&format!(
            "Content-Type: multipart/alternative; boundary=a\n\n{text}--a\n{page}--a--\n"
        ))
    };
    let online = alternative("View it online");
    assert!(online.is_html() && online.text().starts_with("Article 28"));
    let told = left(&online, "what it says to programs that show text alone");
    assert_eq!(told.as_deref(), Some("View it online"));
    assert!(!alternative("Article 28 must go, for all. Why?\n").is_html());
}

#[test]
fn what_comes_with_a_mail_is_named_and_what_can_not_be_read_is_told() {
    let mixed = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nOil.\n--a\n\
        Content-Type: application/pdf\nContent-ID: <1>\nContent-Disposition: inline; filename=oil.pdf\n\nx\n--a\n\
        Content-Type: text/plain\nContent-Disposition: inline; filename=oil.txt\n\nWicks.\n--a\n\
        Content-Type: image/png\nContent-ID: <2>\nContent-Disposition: inline; filename=logo.png\n\nx\n--a\n\
        Content-Type: message/rfc822\n\nSubject: Lamps\n\nLamps.\n--a\n\
        Content-Type: multipart/mixed\n\nLost words.\n--a--\n";
    let story = mail(mixed);
    assert_eq!(story.text().trim(), "Oil.");
    assert_eq!(
        left(&story, "3 attachments").as_deref(),
        Some("oil.pdf, oil.txt, the mail “Lamps”")
    );
    let lost = left(&story, "a part that can’t be read").expect("it is told");
    assert!(lost.contains("Lost words."), "{lost}");
}

#[test]
fn a_saved_page_is_the_page_without_what_its_frames_show() {
    let saved = |head: &str, page: &[u8]| {
        let mut all = format!(
            "From: <Saved by a browser>\n{head}Content-Type: multipart/related; boundary=a\n\n--a\n\
             Content-Type: text/html\nContent-Location: https://club.example/oil\n\n"
        )
        .into_bytes();
        all.extend(page);
        all.extend(
            b"\n--a\nContent-Type: text/html\nContent-Location: cid:f\n\n<p>BUY NOW</p>\n--a--\n",
        );
        Story::open("a.mht", &all).expect("a page")
    };
    let story = saved("", b"<meta charset=windows-1251><title>Oil</title><p>\xcc\xfb</p>");
    assert_eq!(story.text(), "\u{41c}\u{44b}", "its own encoding");
    assert_eq!(left(&story, "a frame of the page").as_deref(), Some("BUY NOW"));
    let about = story.about();
    assert_eq!(
        [&*about.title, &*about.publisher, &*about.address],
        ["Oil", "", "https://club.example/oil"]
    );
}

#[test]
fn letters_that_are_none_and_words_without_measure_are_told() {
    let mut wrong = b"From: a\nContent-Type: text/plain; charset=utf-8\n\nCaf\xe9 28.\n".to_vec();
    let story = Story::open("a.eml", &wrong).expect("a mail");
    assert!(story.left_out().iter().any(|it| it.0.contains("encoding") && it.1.contains("28.")));
    wrong.resize(9 << 20, b'a');
    let words = "`a.eml` holds more than 8 MB of text; paste the part that is the story";
    assert_eq!(told("a.eml", &wrong), words);
}

#[test]
fn a_word_document_says_of_itself_what_its_properties_say() {
    let core = "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Oil &amp; wicks</dc:title>\
        <dc:creator>Lamp Club</dc:creator><dcterms:created>2026-02-03T08:00:00Z</dcterms:created></cp:coreProperties>";
    let body = document(
        "<w:p><w:t>Lamp Club</w:t></w:p><w:p><w:t>3 February 2026</w:t></w:p><w:p><w:t>Oil &amp; wicks</w:t></w:p>",
    );
    let bytes = parts(&[("word/document.xml", body.as_str()), ("docProps/core.xml", core)]);
    let about = Story::open("a.docx", &bytes).expect("a story").about();
    assert_eq!(
        [&*about.title, &*about.publisher, &*about.date],
        ["Oil & wicks", "Lamp Club", "2026-02-03"]
    );
    let other = document("<w:p><w:t>Lamps.</w:t></w:p>");
    let bytes = parts(&[("word/document.xml", other.as_str()), ("docProps/core.xml", core)]);
    let other = Story::open("a.docx", &bytes).expect("a story");
    assert_eq!(other.about(), story::About::default());
    assert_eq!(
        other.left_out(),
        [(
            "what its properties say of it and its words don’t".to_string(),
            "Oil & wicks, Lamp Club, 2026-02-03".into()
        )]
    );
    let bare = Story::open("a.docx", &docx("<w:p/>")).expect("a story");
    assert_eq!(bare.about(), story::About::default());
}
