//! Acts in Akoma Ntoso, plain and as its profiles write it.

mod common;

use authoring::Node;
use common::{read, rows, told};
use statute::{Choice, Depth, File, Why};

const PLAIN: &[u8] = include_bytes!("laws/plain.akn.xml");

#[test]
fn an_act_is_read_with_its_numbers_headings_and_words() {
    let law = read("plain.xml", PLAIN, Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | THE MADE-UP PARLIAMENT, / Having regard to the Treaty on \
             Lamps, / Whereas: / HAS ADOPTED THIS REGULATION: | ",
            "rec_1 | Recital 1 |  | Nights are dark. | ",
            "rec_2 | Recital 2 |  | Lamps help, | ",
            "art_1 | Article 1 | Definitions | In this Regulation: / Other words have their usual \
             meaning. | ",
            "art_1__point_a | Article 1(a) |  | ‘lamp’ means a light; | art_1",
            "art_1__point_b | Article 1(b) |  | ‘night’ means: | art_1",
            "art_1__point_b__point_i | Article 1(b)(i) |  | the time without sun; or | \
             art_1__point_b",
            "art_1__point_b__point_ii | Article 1(b)(ii) |  | winter. | art_1__point_b",
            "art_2 | Article 2 | Duties |  | ",
            "art_2__para_1 | Article 2(1) |  | Every street has lamps. | art_2",
            "art_2__para_2 | Article 2(2) |  | Lamps are lit: / — at dusk; / — in fog. / However, \
             nobody need light a broken lamp. | art_2",
            "art_4 | Article 4 | Other law | The Old Lamp Act is changed: / ‘Article 9 Oil / Oil is \
             allowed.’ / Lamp\tWatts / Small\t3 | ",
            "annex_I | Annex I | Kinds of lamps |  | ",
            "annex_I__para_1 | Annex I, point 1 |  | Gas. | annex_I",
            "annex_I__para_2 | Annex I, point 2 |  | Electric: | annex_I",
            "annex_I__para_2__point_a | Annex I, point 2(a) |  | arc; | annex_I__para_2",
        ]
    );
}

#[test]
fn words_of_deeper_steps_stand_in_the_provision_above_them() {
    let articles = read("plain.xml", PLAIN, Depth::Articles);
    assert!(rows(&articles).contains(
        &"art_1 | Article 1 | Definitions | In this Regulation: / (a) ‘lamp’ means a light; / (b) \
          ‘night’ means: / (i) the time without sun; or / (ii) winter. / Other words have their \
          usual meaning. | "
            .to_string()
    ));
    let paragraphs = read("plain.xml", PLAIN, Depth::Paragraphs);
    let row = "annex_I__para_2 | Annex I, point 2 |  | Electric: / (a) arc; | annex_I".to_string();
    assert!(rows(&paragraphs).contains(&row));
    let points = read("plain.xml", PLAIN, Depth::Points);
    for law in [&articles, &paragraphs, &points] {
        assert_eq!(law.kept + law.numbers, points.kept + points.numbers);
        assert_eq!(told(&law.problems), Vec::<String>::new());
    }
}

#[test]
fn what_the_law_says_of_itself_is_in_the_dataset() {
    let law = read("plain.xml", PLAIN, Depth::Points);
    let instrument = law.dataset.field("instrument").unwrap();
    let said = |name: &str| instrument.field(name).and_then(Node::as_text);
    let title = "REGULATION (EU) 2031/77 OF THE MADE-UP PARLIAMENT of 2 May 2031 on lamps at night \
                 (Lamp Act)";
    assert_eq!(said("title"), Some(title));
    assert_eq!(said("short_title"), Some("Lamp Act"));
    assert_eq!(said("address"), Some("https://eur-lex.europa.eu/eli/reg/2031/77/oj"));
    assert_eq!(said("unit"), Some("article"));
    assert_eq!(law.dataset.field("language").and_then(Node::as_text), Some("en"));
    assert_eq!(law.dataset.field("id").and_then(Node::as_text), Some("lamp-act"));
    let chapters = serde_json::to_string(instrument.field("chapters").unwrap()).unwrap();
    assert_eq!(
        chapters,
        r#"[{"number":"CHAPTER I","name":"GENERAL PROVISIONS","origin":"official_text","provisions":["art_1","art_2"]},{"number":"CHAPTER II","name":"FINAL PROVISIONS","origin":"official_text","provisions":["art_4"]}]"#
    );
    let addresses = serde_json::to_string(law.dataset.field("provisions").unwrap()).unwrap();
    for end in ["#art_2", "#002.001", "#rct_2", "#anx_I"] {
        assert!(addresses.contains(&format!("/oj{end}\"")), "{end}");
    }
}

#[test]
fn what_is_left_out_is_listed_with_its_place_and_all_its_words() {
    let law = read("plain.xml", PLAIN, Depth::Points);
    let left: Vec<_> = law.left_out.iter().map(|it| (it.why, it.words.as_str())).collect();
    assert_eq!(
        left,
        [
            (Why::BesideTitle, "(Text with EEA relevance)"),
            (Why::Footnote, "OJ L 1, 1.1.2001, p. 1."),
            (Why::Closing, "Done at Lampton, 2 May 2031."),
        ]
    );
    assert_eq!(law.left_out.last().unwrap().at.to_string(), "plain.xml, line 83, column 5");
    let left: usize = law.left_out.iter().map(statute::LeftOut::characters).sum();
    assert_eq!(law.characters, law.kept + law.numbers + left);
}

#[test]
fn gaps_and_missing_files_are_told() {
    let law = read("plain.xml", PLAIN, Depth::Points);
    assert_eq!(
        told(&law.remarks),
        [
            "plain.xml, line 71, column 9 (CHAPTER II): after `Article 2` comes `Article 4`; a \
             number is missing",
            "plain.xml, line 85, column 19: a part of the law stands in another file, \
             `annex-2.xml`; name it as well",
        ]
    );
}

#[test]
fn a_dataset_of_it_lacks_only_what_an_editor_can_give() {
    let law = read("plain.xml", PLAIN, Depth::Points);
    let missing = [
        "edition.date",
        "credit",
        "stale_after",
        "instrument.status.as_of",
        "instrument.status.line",
    ];
    assert_eq!(law.to_be_given, missing);
    let reading = authoring::read(law.dataset.clone());
    assert_eq!(reading.dataset.unwrap().records().provisions.len(), law.provisions);
    assert_eq!(reading.problems.len(), missing.len());
}

#[test]
fn only_the_provisions_that_are_chosen_are_taken_with_all_that_stands_in_them() {
    let only = ["art_2", "annex_I__para_2"].map(String::from).into();
    let choice = Choice { depth: Depth::Points, only: Some(only) };
    let law = statute::read(&[File { name: "plain.xml", bytes: PLAIN }], &choice).unwrap();
    let ids: Vec<_> =
        rows(&law).iter().map(|it| it.split(" | ").next().unwrap().to_string()).collect();
    assert_eq!(
        ids,
        ["art_2", "art_2__para_1", "art_2__para_2", "annex_I__para_2", "annex_I__para_2__point_a"]
    );
    assert!(law.left_out.iter().any(|it| it.why == Why::NotChosen && it.words.contains("winter")));
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

#[test]
fn a_provision_without_words_and_an_act_without_provisions_are_problems() {
    let act = |body: &str| {
        let xml = format!(
            "<akomaNtoso><act><preface><p>An Act</p></preface><body>{body}</body></act></akomaNtoso>"
        );
        told(&read("act.xml", xml.as_bytes(), Depth::Points).problems)
    };
    let empty = "<section eId='sec_1'><num>1.</num><content><p> </p></content></section>";
    assert_eq!(act(empty), ["act.xml, line 1, column 56: `sec_1` has no words"]);
    let found = act("<p>Words alone.</p>");
    assert!(found.iter().any(|it| it.starts_with("no provision was found")), "{found:?}");
}

#[test]
fn a_german_ordinance_is_cited_by_signs_and_keeps_its_own_ids() {
    let xml = "<akn:akomaNtoso xmlns:akn='http://Inhaltsdaten.LegalDocML.de/1.8.2/'><akn:act>\
        <akn:meta><akn:identification><akn:FRBRExpression><akn:FRBRlanguage language='deu'/>\
        </akn:FRBRExpression></akn:identification></akn:meta><akn:preface><akn:longTitle><akn:p>\
        <akn:docTitle>Verordnung über Laternen</akn:docTitle> <akn:shortTitle>(Laternenverordnung - \
        LatV)</akn:shortTitle></akn:p></akn:longTitle></akn:preface><akn:body>\
        <akn:section eId='a-n1'><akn:num>Abschnitt 1</akn:num><akn:heading>Licht</akn:heading>\
        <akn:article eId='art-z5'><akn:num>§\n 5</akn:num><akn:heading>Öl</akn:heading>\
        <akn:paragraph eId='art-z5_abs-z2'><akn:num>(2)</akn:num><akn:content><akn:blockList>\
        <akn:listIntroduction>Öl ist<akn:marker refersTo='satzende'/></akn:listIntroduction>\
        <akn:item eId='ä'><akn:num>3.</akn:num><akn:p>teuer,</akn:p></akn:item>\
        </akn:blockList></akn:content></akn:paragraph></akn:article>\
        <akn:article><akn:num>§ 6</akn:num><akn:paragraph><akn:num/><akn:content><akn:p>(weggefallen)\
        </akn:p></akn:content></akn:paragraph></akn:article></akn:section></akn:body></akn:act></akn:akomaNtoso>";
    let law = read("lat.xml", xml.as_bytes(), Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "art-z5 | § 5 | Öl |  | ",
            "art-z5_abs-z2 | § 5 Abs. 2 |  | Öl ist | art-z5",
            "art-z5_abs-z2__item_3 | § 5 Abs. 2 Nr. 3 |  | teuer, | art-z5_abs-z2",
            "art_6 | § 6 |  | (weggefallen) | ",
        ]
    );
    let instrument = law.dataset.field("instrument").unwrap();
    assert_eq!(instrument.field("unit").and_then(Node::as_text), Some("paragraph"));
    assert_eq!(instrument.field("short_title").and_then(Node::as_text), Some("Laternenverordnung"));
}

#[test]
fn an_act_by_sections_of_version_2_has_its_schedule() {
    let xml = "<akomaNtoso xmlns='http://www.akomantoso.org/2.0'><act><meta><identification>\
        <FRBRWork><FRBRalias value='Lamp Act, 2031'/></FRBRWork><FRBRExpression><FRBRlanguage language='eng'/>\
        </FRBRExpression></identification></meta><body><part id='part-1'><num>1</num><heading>Lamps</heading>\
        <section id='section-3'><num>3.</num><heading>Oil</heading>\
        <subsection id='section-3.(2)'><num>(2)</num><content><p>Oil is:</p></content>\
        <paragraph><num>(a)</num><content><p>clean</p></content></paragraph></subsection>\
        <subsection><num>(3)</num><content><p>Wax.<remark status='editorial'>[added in 2032]</remark></p>\
        </content></subsection></section></part></body></act>\
        <components><component><doc name='schedule'><mainBody><hcontainer name='schedule'>\
        <num>Schedule 2</num><heading>Fees</heading><paragraph><num>3.</num><content><p>Ten.</p></content>\
        </paragraph></hcontainer></mainBody></doc></component></components></akomaNtoso>";
    let law = read("act.xml", xml.as_bytes(), Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "section-3 | Section 3 | Oil |  | ",
            "section-3__subsec_2 | Section 3(2) |  | Oil is: | section-3",
            "section-3__subsec_2__para_a | Section 3(2)(a) |  | clean | section-3__subsec_2",
            "section-3__subsec_3 | Section 3(3) |  | Wax. | section-3",
            "sched_2 | Schedule 2 | Fees |  | ",
            "sched_2__para_3 | Schedule 2 para 3 |  | Ten. | sched_2",
        ]
    );
    assert_eq!(law.left_out.first().map(|it| it.why), Some(Why::Remark));
    assert_eq!(told(&law.problems), Vec::<String>::new());
}

#[test]
fn a_provision_that_has_only_a_note_is_to_be_looked_at() {
    let act = |note: &str| {
        read(
            "act.xml",
            format!(
                "<akomaNtoso><act><preface><docTitle>Lamp Act</docTitle></preface><body>\n<article><num>Art. 1{note}</num>\
                 </article>\n<article><num>Art. 2</num><content><p>Wax is free.</p></content></article></body></act>\
                 </akomaNtoso>"
            )
            .as_bytes(),
            Depth::Points,
        )
    };
    let law = act("<authorialNote><p>Repealed in 2032.</p></authorialNote>");
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let remarks = told(&law.remarks).concat();
    assert!(remarks.contains("`art_1` has no words but a note: “Repealed in 2032.…”"), "{remarks}");
    let problems = told(&act("").problems).concat();
    assert!(problems.contains("`art_1` has no words"), "{problems}");
}

#[test]
fn the_bill_of_a_collection_is_the_law_and_what_stands_beside_it_is_named() {
    let law = read(
        "collection.xml",
        "<akomaNtoso><documentCollection><collectionBody><component><documentRef href='#cmp_1'/></component></collectionBody>\
         </documentCollection><components><component eId='cmp_1'><doc name='memorandum'><mainBody><p>Why.</p></mainBody></doc>\
         </component><component eId='cmp_2'><bill><preface><docTitle>Lamp Bill</docTitle></preface><body><article eId='art_1'>\
         <num>Article 1</num><content><p>Wax is free.</p></content></article></body></bill></component></components></akomaNtoso>"
            .as_bytes(),
        Depth::Points,
    );
    assert_eq!(
        rows(&law),
        ["cmp_1 | “Why…” |  | Why. | ", "art_1 | Article 1 |  | Wax is free. | "]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
    assert!(!told(&law.remarks).concat().contains("another file"));
}

#[test]
fn words_that_a_chapter_begins_with_are_a_provision_of_it() {
    let body = "<chapter eId=\"chp_I\"><num>SURA YA KWANZA</num><heading>Mwanzo</heading><intro><p>Taa zote zinawaka.</p></intro>\
        <section eId=\"chp_I__sec_1\"><num>1.</num><content><p>Mafuta ni bure.</p></content></section></chapter>";
    let xml = format!(
        "<akomaNtoso><act><preface><p><docTitle>Sheria</docTitle></p></preface><body>{body}</body></act></akomaNtoso>"
    );
    let law = read("act.xml", xml.as_bytes(), Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "chp_I | SURA YA KWANZA |  | Taa zote zinawaka. | ",
            "chp_I__sec_1 | 1 |  | Mafuta ni bure. | ",
        ]
    );
    assert!(law.left_out.is_empty() && told(&law.problems).is_empty(), "{:?}", law.left_out);
}
