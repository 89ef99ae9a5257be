//! Of the desk: datasets and texts from files.

// cspell:words ursprüngliche nachricht lampenverein betreff lampen nein conseil objet lampes schrieb bürgermeisterin maire écrit alcaldesa escribió

use authoring::{Path, Step};
use desk::{Act, Document, NewSource, Origin, open, sha256};
use workbook::Kind;

use crate::fixture::{LETTER, after, cell, path, with_concern, with_letter};

#[test]
fn nothing_but_a_dataset_is_opened() {
    for (text, why) in [
        ("{\"name\":\"left-pad\"}", "no dataset"),
        ("[]", "no dataset"),
        ("{", "can't be read"),
        ("{\"instrument\":{},\"provisions\":{}}", "no dataset"),
    ] {
        assert!(Document::open(text).is_err_and(|it| it.contains(why)), "{text}");
    }
}

#[test]
fn a_source_is_read_from_a_file_and_one_that_is_known_by_its_hash_comes_to_the_letter() {
    assert!(open("a.pdf", b"%PDF-1.7", None).is_err_and(|it| it.contains("paste")));
    assert!(open("a.txt", b"  \n", None).is_err());
    let html = open("a.html", b"<p>One &amp; two</p><p>Three</p>", None).expect("a page");
    assert_eq!(html.text.lines().collect::<Vec<_>>(), ["One & two", "Three"]);
    let wrapped =
        "A line that is as long as lines of letters are,\r\nand goes on here.\r\n\r\nNext.\r\n";
    let joined = open("a.txt", wrapped.as_bytes(), None).expect("a text").text;
    assert!(joined.contains("are, and") && !joined.contains('\r'), "{joined:?}");
    let known = open("a.txt", wrapped.as_bytes(), Some(&sha256(wrapped))).expect("a text");
    assert_eq!(known.text, wrapped);
}

#[test]
fn markdown_is_read_as_what_it_says_and_who_wrote_in_its_quotations_is_for_an_editor() {
    let opened = open("a.md", b"# On oil\n\n**Section 2** is dear.\n\n> It is cheap.\n", None);
    let opened = opened.expect("a text");
    assert_eq!(opened.text, "On oil\nSection 2 is dear.\nIt is cheap.");
    assert_eq!(
        opened.left_out,
        ["Kept, 1 passage set apart as a quotation, which may be another’s words: “It is cheap.”"]
    );
    assert_eq!((&*opened.about.title, opened.origin), ("On oil", Origin::File));
}

#[test]
fn a_mail_s_own_file_is_read_without_what_it_answers() {
    let head = "From: Lamp Club <club@example.org>\r\nDate: Tue, 3 Feb 2026 10:00:00 +0100\r\nSubject: On oil\r\n";
    let text =
        format!("{head}\r\nSection 2 is dear.\r\n\r\nThe mayor wrote:\r\n> It is cheap.\r\n");
    let outlook = format!(
        "{head}Content-Type: text/html\r\n\r\n<p>Section 2 is dear.</p><div><b>From:</b> Mayor<br>\
         <b>Sent:</b> Monday<br><b>To:</b> Lamp Club<br></div><p>It is cheap.</p>"
    );
    let other = format!(
        "{head}Content-Type: text/html\r\n\r\n<p>Section 2 is dear.</p><blockquote type=cite>It is cheap, and \
         there is no need to say more of it.</blockquote>"
    );
    for mail in [text, outlook, other] {
        let opened = open("a.eml", mail.as_bytes(), None).expect("a mail");
        assert_eq!(opened.text.trim(), "Section 2 is dear.", "{mail}");
        assert!(opened.left_out.iter().any(|it| it.contains("It is cheap")), "{opened:?}");
        assert!(opened.left_out.iter().any(|it| it.contains("the head of the mail")), "{opened:?}");
        let about = &opened.about;
        assert_eq!(
            [&*about.title, &*about.publisher, &*about.date],
            ["On oil", "Lamp Club", "2026-02-03"]
        );
        assert_eq!(opened.origin, Origin::Mail);
    }
}

// cspell:disable
#[test]
fn the_head_of_a_mail_that_was_saved_as_text_says_its_day() {
    for head in [
        "From: Club\nSent: Tuesday, February 3, 2026 4:05 PM\nSubject: Oil\n",
        "Von: Club\nGesendet: Dienstag, 3. Februar 2026 16:05\nBetreff: Oil\n",
        "De : Club\nEnvoyé : mardi 3 février 2026 16:05\nObjet : Oil\n",
        "De: Club\nEnviado: martes, 3 de febrero de 2026\nAsunto: Oil\n",
        "De: Club\nEnviada em: terça-feira, 3 de fevereiro de 2026 16:05\nAssunto: Oil\n",
        "Da: Club\nInviato: martedì 3 febbraio 2026 16:05\nOggetto: Oil\n",
        "Van: Club\nVerzonden: dinsdag 3 februari 2026 16:05\nOnderwerp: Oil\n",
    ] {
        let opened = open("a.txt", format!("{head}\nOil is dear.\n").as_bytes(), None);
        let about = opened.expect("a text").about;
        assert_eq!(
            [&*about.title, &*about.publisher, &*about.date],
            ["Oil", "Club", "2026-02-03"],
            "{head}"
        );
    }
}

// cspell:enable
#[test]
fn what_a_mail_quotes_is_not_its_own() {
    let mail = "Dear council,\nplease light the lamps.\n\nThe mayor wrote:\n> No lamp shall be lit, as\n\
                > it costs too much.\n>> Why?\n\nThat is wrong.\n";
    let opened = open("mail.txt", mail.as_bytes(), None).expect("a text");
    assert!(
        opened.text.contains("please light the lamps.") && opened.text.contains("That is wrong.")
    );
    assert!(!opened.text.contains("costs") && !opened.text.contains('>'), "{}", opened.text);
    assert_eq!(
        opened.left_out,
        [
            "Left out, 3 lines quoted with “>”, another’s words: “No lamp shall be lit, as it costs too \
          much. Why?”"
        ]
    );
    // Whoever took all of it before finds it again.
    let whole = open("mail.txt", mail.as_bytes(), Some(&sha256(mail))).expect("a text");
    assert_eq!((whole.text.as_str(), whole.left_out.len()), (mail, 0));
    let all = open("mail.txt", b"> One.\n> Two.\n", None).expect("a text");
    assert!(all.text.contains("Two."));
    assert_eq!(all.left_out, ["Kept, 2 lines that may be another’s words: “One. Two.”"]);
}

#[test]
fn lines_with_the_sign_of_a_mail_s_quotation_stay_where_no_mail_quotes() {
    let demand = "We ask:\n\n> No lamp shall be lit\n> before the clock strikes.\n\nThat is all.\n";
    let broken = "The mayor wrote:\n> Pay.\n\nWhoever lights lamps pays fines of\n> 5,000 euros or\n> more.\n";
    for (name, text, words) in [
        ("poem.txt", demand, "No lamp shall be lit"),
        ("poem", demand, "before the clock strikes."),
    ] {
        let opened = open(name, text.as_bytes(), None).expect("a text");
        assert!(opened.text.contains(words), "{opened:?}");
        assert!(
            opened.left_out[0].starts_with("Kept, 2 lines that may be another’s"),
            "{opened:?}"
        );
    }
    // In a mail, too, what goes on from its own words is its own.
    let opened = open("a.txt", broken.as_bytes(), None).expect("a text");
    assert!(opened.text.contains("5,000 euros") && opened.text.contains("more."), "{opened:?}");
    assert_eq!(
        opened.left_out,
        [
            "Left out, 1 line quoted with “>”, another’s words: “Pay.”",
            "Kept, 2 lines that may be another’s words: “5,000 euros or more.”"
        ]
    );
    // Whatever is pasted is meant.
    let new = NewSource {
        title: "Mail".into(),
        publisher: "Lamp Club".into(),
        date: "2026-11-03".into(),
        address: "https://lamps.example/mail".into(),
        text: broken.into(),
    };
    let document = after(&with_letter(), &Act::Source(new));
    let text = document.texts().values().find(|it| it.contains("5,000 euros")).expect("its text");
    assert!(text.contains("Pay."), "{text}");
}

fn eml(body: &str) -> desk::Opened {
    let head = "From: NGO <n@ngo.example>\nDate: Tue, 3 Feb 2026 10:00:00 +0100\nSubject: On oil\n";
    open("a.eml", format!("{head}{body}").as_bytes(), None).expect("a mail")
}

fn tells(opened: &desk::Opened, words: &str) -> bool {
    opened.left_out.iter().any(|it| it.contains(words))
}

// cspell:disable
#[test]
fn answers_between_what_a_page_quotes_are_its_author_s_alone() {
    let thread = "<div class=gmail_quote><div class=gmail_attr>On Monday, Minister wrote:<br></div>\
        <blockquote class=gmail_quote>Article 28 is harmless.</blockquote><p>It is not.</p>\
        <blockquote class=gmail_quote>Article 29 is, too.</blockquote><p>Nor is that.</p></div>";
    for (first, own) in [("<p>Dear minister,</p>", "Dear minister,\n"), ("", "")] {
        let opened = eml(&format!("Content-Type: text/html\n\n{first}{thread}"));
        assert_eq!(opened.text, format!("{own}It is not.\nNor is that."));
        assert!(tells(
            &opened,
            "2 lines quoted with “>”, another’s words: “Article 28 is harmless."
        ));
    }
    let bare = "Content-Type: text/html\n\n<p>No.</p><p>On Monday, Minister wrote:</p>\
        <blockquote>Article 28 is harmless.</blockquote>";
    assert_eq!(eml(bare).text, "No.");
    let apart =
        eml("Content-Type: text/html\n\n<p>We ask:</p><blockquote>Light them.</blockquote>");
    assert_eq!(apart.text, "We ask:\nLight them.");
    assert!(tells(&apart, "Kept, 1 line that may be another’s words: “Light them.”"));
    let page = b"<p>Lamps.</p><blockquote type=cite>Oil.</blockquote>";
    let page = open("a.html", page, None).expect("a page");
    assert_eq!(page.text, "Lamps.\nOil.");
    assert!(tells(&page, "Kept, 1 line"));
}

#[test]
fn a_mail_that_is_passed_on_is_its_sender_s() {
    let former = "---------- Forwarded message ---------\nFrom: Lamp Club <c@lamps.example>\n\
        Date: Mon, 2 Feb 2026 at 10:00\nSubject: Lamps\nTo: <n@ngo.example>\n\nArticle 5 must go.\n";
    let apple = "Begin forwarded message:\n\n> From: Lamp Club <c@lamps.example>\n> Date: 2 February 2026\n\
        > Subject: Lamps\n>\n> Article 5 must go.\n";
    for former in [former, apple] {
        let opened = eml(&format!("\n{former}"));
        let about = &opened.about;
        assert_eq!(opened.text.trim(), "Article 5 must go.");
        assert_eq!(
            [&*about.title, &*about.publisher, &*about.date],
            ["Lamps", "Lamp Club", "2026-02-02"]
        );
        let both = eml(&format!("\nFYI\n\n{former}"));
        assert!(
            both.text.starts_with("FYI") && both.text.contains("Article 5 must go."),
            "{both:?}"
        );
        assert_eq!(both.about, desk::About::default());
        assert!(tells(&both, "Kept, the mail that this one passes on"));
    }
    let unknown = eml("\n> Article 5 must go.\n");
    assert!(unknown.text.contains("Article 5") && unknown.about == desk::About::default());
    assert!(tells(&unknown, "Kept, 1 line"));
}

#[test]
fn an_interview_is_no_head_of_a_mail() {
    for text in [
        "Q: Why?\nA: Article 28(4).\n\nQ: When?\nA: Now.\n",
        "Our demands: light\nTo: all\nA: lamp\nPara: graph\n\nThat is all.\n",
        "Data: 4\nDo: light\nA: lamp\n\nThat is all.\n",
    ] {
        let first = text.split('\n').next().expect("a line");
        let opened = open("a.txt", text.as_bytes(), None).expect("a text");
        assert!(opened.text.contains(first) && opened.left_out.is_empty(), "{opened:?}");
        assert!(eml(&format!("\n{text}")).text.contains(first));
    }
    let letter = eml("\nFrom: all of us\nTo: the mayor\n\nLight them.\n");
    assert!(letter.text.contains("To: the mayor"), "its head was read: {letter:?}");
}

#[test]
fn what_a_mail_quotes_and_answers_is_known_in_each_language() {
    for former in [
        "Il giorno 2 feb 2026 alle 10:00 Ministro ha scritto:\n> It is harmless.\n",
        "Op 2 feb. 2026 schreef Minister:\n> It is harmless.\n",
        "Minister pisze:\n> It is harmless.\n",
        "Em 2 de fev. de 2026, Ministro escreveu:\n> It is harmless.\n",
        "-----Oorspronkelijk bericht-----\nIt is harmless.\n",
        "-----Messaggio originale-----\nIt is harmless.\n",
        "-----Mensagem original-----\nIt is harmless.\n",
        "*From:* Minister\n*Sent:* Monday\n*To:* NGO\n*Subject:* Lamps\n\nIt is harmless.\n",
        "Od: Minister\nWysłano: poniedziałek\nDo: NGO\nTemat: Lampy\n\nIt is harmless.\n",
    ] {
        let opened = open("a.txt", format!("It is not.\n\n{former}").as_bytes(), None);
        let opened = opened.expect("a text");
        assert_eq!(opened.text.trim(), "It is not.", "{former}");
        assert!(tells(&opened, "It is harmless.") || tells(&opened, "Minister"), "{opened:?}");
    }
}
// cspell:enable

const HEAD: &str =
    "From: \"Lamp Club\" <club@example.org>\nTo: council@example.org\nSubject: Re: Lamps\n\n";

#[test]
fn an_answer_between_quoted_lines_is_its_author_s_alone() {
    let mail = [
        HEAD,
        "> Article 4 is proportionate.\nWe disagree with that.\n> Article 24 has safeguards enough.\n\
         No\n> Researchers have nothing to fear, and\n> neither has anybody else.\nThey do, for fines of\n\
         > 5,000 euros are due.\n",
    ];
    let opened = open("mail.txt", mail.concat().as_bytes(), None).expect("a text");
    assert_eq!(
        opened.text.split_whitespace().collect::<Vec<_>>().join(" "),
        "We disagree with that. No They do, for fines of > 5,000 euros are due."
    );
    assert!(opened.left_out[0].starts_with("Left out, 4 lines quoted"), "{:?}", opened.left_out);
    assert!(
        opened.left_out[1].starts_with("Kept, 1 line that may be another’s words: “5,000"),
        "{:?}",
        opened.left_out
    );
}

#[test]
fn the_mail_that_another_answers_is_none_of_it() {
    for former in [
        "-----Original Message-----\nFrom: Minister\n",
        "----- Ursprüngliche Nachricht -----\nVon: Minister\n",
        "From: Minister\nSent: Monday, 3 November 2026\nTo: Lamp Club\nSubject: Lamps\n",
    ] {
        let text = format!("{HEAD}Lamps must be lit.\n\n{former}\nThe law is harmless.\n");
        let opened = open("mail.txt", text.as_bytes(), None).expect("a text");
        assert_eq!(opened.text.trim(), "Lamps must be lit.", "{former}");
        assert_eq!((&*opened.about.title, &*opened.about.publisher), ("Re: Lamps", "Lamp Club"));
        let told = |what: &str| opened.left_out.iter().any(|it| it.contains(what));
        assert!(
            told("answers or passes on: “") && told("the head of the mail: “From"),
            "{opened:?}"
        );
        // One that says nothing itself is what it passes on.
        let passed_on = open("mail.txt", format!("{HEAD}{former}\nIt is lit.\n").as_bytes(), None);
        assert!(passed_on.is_ok_and(|it| it.text.contains("It is lit.") && it.about.publisher != "Lamp Club"));
    }
    let letter = "Lamp Club\n\nFrom: lamps\nTo: wicks\n\nAll must be lit.\n";
    let opened = open("letter.txt", letter.as_bytes(), None).expect("a text");
    assert!(opened.text.contains("To: wicks") && opened.left_out.is_empty(), "{opened:?}");
}

#[test]
fn whoever_pastes_a_mail_is_told_how_much_of_it_may_be_another_s() {
    let said = |text: String| {
        let new = NewSource { title: "Mail".into(), text, ..NewSource::default() };
        Act::Source(new).apply(&with_letter()).expect("a document").said
    };
    let told =
        said(format!("{HEAD}> Lamps are dark.\nNo.\n\n-----Original Message-----\nLamps.\n"));
    assert!(told.contains("3 of its lines may be another’s words"), "{told}");
    assert_eq!(said("We ask:\n\n> Lamps!\n".into()), "“Mail” is here, with its text.");
}

#[test]
fn a_mail_is_known_by_its_headers_and_by_who_is_said_to_have_written() {
    for head in [
        "From: Lamp Club <club@example.org>\nTo: council@example.org\nSubject: Lamps\n\nNo:\n\n",
        "Von: Lampenverein\nAn: Rat\nBetreff: Lampen\n\nNein.\n\n",
        "De : Club\nÀ : Conseil\nObjet : Lampes\n\nNon.\n\n",
        "No.\n\nOn 3 Nov 2026, at 10:00, the mayor <mayor@example.org> wrote:\n\n",
        "Nein.\n\nAm 3. Nov. 2026 um 10:00 schrieb die Bürgermeisterin\n<rat@example.org>:\n",
        "Non.\n\nLe 3 nov. 2026 à 10:00, la maire a écrit :\n",
        "No.\n\nEl 3 nov 2026, la alcaldesa escribió:\n",
    ] {
        let text = format!("{head}> No lamp shall be lit.\n\nThat is wrong.\n");
        let opened = open("mail.txt", text.as_bytes(), None).expect("a text");
        assert!(!opened.text.contains("No lamp"), "{head}");
        assert!(opened.text.contains("That is wrong."), "{head}");
        assert!(opened.left_out.iter().any(|it| it.contains("No lamp shall be lit.")), "{head}");
    }
}

#[test]
fn of_a_web_page_the_statement_is_read_and_the_rest_is_told() {
    let page = "<nav>Home</nav><main><p>Lamps are dark.</p></main><footer>Imprint</footer>";
    let opened = open("a.html", page.as_bytes(), None).expect("a page");
    assert_eq!(opened.text, "Lamps are dark.");
    assert_eq!(
        opened.left_out,
        ["Left out, a menu: “Home”.", "Left out, at the page’s foot: “Imprint”."]
    );
    let known = sha256("Home\nLamps are dark.\nImprint");
    let whole = open("a.html", page.as_bytes(), Some(&known)).expect("a page");
    assert_eq!(whole.text, "Home\nLamps are dark.\nImprint");
}

#[test]
fn a_dataset_that_comes_back_finds_the_texts_of_the_sources_that_are_still_the_same() {
    let document = with_concern();
    let back = || Document::open(&document.json()).expect("a dataset");
    assert_eq!(back().with_texts_of(&document), document);
    for field in ["title", "publisher", "date", "address"] {
        let other = cell(&back(), path(&["sources"], 0, field), Kind::Prose, "Another");
        assert!(other.with_texts_of(&document).texts().is_empty(), "{field}");
    }
}

#[test]
fn a_text_goes_with_no_other_dataset_and_with_no_hash_but_its_own() {
    let document = with_concern();
    let back = || Document::open(&document.json()).expect("a dataset");
    let id = Path(vec![Step::Field("id".into())]);
    for name in ["another-law", ""] {
        let other = cell(&back(), id.clone(), Kind::Plain, name);
        assert!(other.with_texts_of(&document).texts().is_empty(), "{name:?}");
    }
    let nameless = cell(&document, id, Kind::Plain, "");
    let back_nameless = Document::open(&nameless.json()).expect("a dataset");
    assert!(back_nameless.with_texts_of(&nameless).texts().is_empty(), "nobody knows of which law");

    let hash = || path(&["sources"], 0, "sha256");
    let other = cell(&back(), hash(), Kind::Plain, &sha256("another version"));
    assert!(other.with_texts_of(&document).texts().is_empty());
    let unread = cell(&document, hash(), Kind::Plain, "");
    let confirmed = cell(&back(), hash(), Kind::Plain, &sha256(LETTER));
    assert_eq!(confirmed.with_texts_of(&unread).texts(), document.texts(), "it is that text");
}

#[test]
fn a_text_goes_with_its_source() {
    let source = path(&["sources"], 0, "");
    let document = after(&with_letter(), &Act::Remove(source));
    assert!(document.texts().is_empty(), "whichever is called so next would have it");
}

// cspell:disable
#[test]
fn a_former_mail_without_any_sign_is_no_word_of_the_author_s() {
    for announced in [
        "On Tuesday, 3 February 2026 at 10:00, Minister <m@state.example> wrote:",
        "On Tuesday, 3 February 2026 at 10:00, Minister\n<m@state.example> wrote:",
        "Am Dienstag, 3. Februar 2026 um 10:00 schrieb Minister <m@state.example>:",
        "Den tis 3 feb. 2026 kl 10:00 skrev Minister <m@state.example>:",
        "Från: Minister\nSkickat: den 3 februari 2026 10:00\nTill: NGO\nÄmne: Olja",
        "Lähettäjä: Minister\nLähetetty: tiistai 3. helmikuuta 2026\nVastaanottaja: NGO\nAihe: Oil",
        "От: Minister\nОтправлено: 3 февраля 2026\nКому: NGO\nТема: Oil",
        "Kimden: Minister\nGönderildi: 3 Şubat 2026\nKime: NGO\nKonu: Oil",
        "Od: Minister\nOdesláno: 3. února 2026\nKomu: NGO\nPředmět: Oil",
    ] {
        let opened = eml(&format!("\nOil is dear.\n\n{announced}\n\nOil is cheap.\n"));
        assert_eq!(opened.text.trim(), "Oil is dear.", "{announced}");
        assert!(tells(&opened, "answers or passes on"), "{announced}: {opened:?}");
    }
    // Who is quoted in a sentence stays, and so does what the author wrote to somebody.
    for said in [
        "On 3 February the minister wrote:",
        "On 3 March 2026 our members wrote to lamps@city.example:",
        "On 3 March 2026 we wrote to the city (lamps@city.example) as follows:",
        "On 5 May 2031, @lampwatch wrote:",
        "Den 3 mars 2026 <lampor@stad.example> beskrev vi så:",
    ] {
        let own = eml(&format!("\nOil is dear.\n\n{said}\n\nOil is cheap.\n"));
        assert!(own.text.contains("Oil is cheap."), "{own:?}");
    }
    let bare = eml("\nOil is dear.\n\nOn 3 March 2026, m@state.example wrote:\n\nOil is cheap.\n");
    assert_eq!(bare.text.trim(), "Oil is dear.");

    let page = "<p>Oil is dear.</p><div id=ydp1yahoo_quoted_3 class=\"ydp1 ydp2c2byahoo_quoted\"><div>On Monday, Minister wrote:</div>\
        <div>Oil is cheap.</div></div>";
    let opened = eml(&format!("Content-Type: text/html\n\n{page}"));
    assert_eq!(opened.text.trim(), "Oil is dear.");
    assert!(tells(&opened, "Oil is cheap"), "{opened:?}");
}

// cspell:enable
#[test]
fn a_raised_digit_is_none_of_the_number_before_it() {
    for (name, source) in [
        (
            "a.html",
            "<p>Article 5<sup>2</sup> of m<sup>2</sup>, <sup>3</sup> and 10<sup>&#49;2</sup></p>",
        ),
        ("a.md", "Article 5<sup>2</sup> of m<sup>2</sup>, <sup>3</sup> and 10<sup>12</sup>\n"),
    ] {
        let opened = open(name, source.as_bytes(), None).expect("a text");
        assert_eq!(opened.text, "Article 5² of m2, 3 and 10¹²", "{name}");
    }
}

#[test]
fn a_mail_that_is_attached_is_a_document_of_its_own_and_the_text_where_nothing_else_is_said() {
    let inner = "From: Lamp Club <c@lamps.example>\nDate: Wed, 4 Feb 2026 10:00:00 +0100\nSubject: On wax\n\nWax is dear.\n";
    let with = |words: &str| {
        eml(&format!(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{words}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
        ))
    };
    let said = with("Oil is dear.");
    assert_eq!(said.text.trim(), "Oil is dear.");
    assert!(tells(&said, "the mail “On wax”"), "{said:?}");
    let [(subject, bytes)] = said.mails.as_slice() else { panic!("one mail: {said:?}") };
    let opened = open("On wax.eml", bytes, None).expect("a mail");
    assert_eq!((subject.as_str(), opened.text.trim()), ("On wax", "Wax is dear."));
    assert_eq!(opened.about.publisher, "Lamp Club");

    let passed_on = with("");
    assert_eq!(passed_on.text.trim(), "Wax is dear.");
    assert_eq!([&*passed_on.about.publisher, &*passed_on.about.date], ["Lamp Club", "2026-02-04"]);
    assert!(tells(&passed_on, "attached to it"), "{passed_on:?}");
    assert!(tells(&passed_on, "From: NGO"), "{passed_on:?}");
}
