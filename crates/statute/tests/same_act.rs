//! The same act in several formats gives the same provisions.

mod common;

use common::{document, read, rows, told};
use statute::{Depth, Law};

/// An act with a division, points in points, a provision that is repealed, one without a heading, a
/// quotation, and two annexes with numbers of their own.
const TEXT: &str = "Regulation on lamps\n\nCHAPTER I\nLIGHT\n\nArticle 1\nLamps\n\n\
    1. Every street of the town has:\n(a) lamps, and\n(i) oil,\n(ii) wax,\n(b) wardens.\n\
    2. A lane has one.\n\nArticle 2\n\n[Repealed.]\n\nCHAPTER II\nFEES\n\nArticle 2a\nFees\n\n\
    In Article 9 of the Oil Act “ten” is the fee of the town.\n\n\
    ANNEX I\nKINDS\n\n1. Gas\n2. Oil\n\nANNEX II\nFORMS\n\n1. The form of the lamp\n";

const XML: &str = "<akomaNtoso><act><meta><identification><FRBRExpression><FRBRlanguage language='eng'/>\
    </FRBRExpression></identification></meta><preface><p><docTitle>Regulation on lamps</docTitle></p></preface>\
    <body><chapter><num>CHAPTER I</num><heading>LIGHT</heading>\
    <article><num>Article 1</num><heading>Lamps</heading>\
    <paragraph><num>1.</num><list><intro><p>Every street of the town has:</p></intro>\
    <point><num>(a)</num><list><intro><p>lamps, and</p></intro><point><num>(i)</num><content><p>oil,</p></content></point>\
    <point><num>(ii)</num><content><p>wax,</p></content></point></list></point>\
    <point><num>(b)</num><content><p>wardens.</p></content></point></list></paragraph>\
    <paragraph><num>2.</num><content><p>A lane has one.</p></content></paragraph></article>\
    <article><num>Article 2</num><content><p>[Repealed.]</p></content></article></chapter>\
    <chapter><num>CHAPTER II</num><heading>FEES</heading>\
    <article><num>Article 2a</num><heading>Fees</heading><content><p>In Article 9 of the Oil Act “ten” is the fee \
    of the town.</p></content></article></chapter></body>\
    <attachments><attachment><doc name='annex'><mainBody><hcontainer name='annex'><num>ANNEX I</num><heading>KINDS\
    </heading><point><num>1.</num><content><p>Gas</p></content></point><point><num>2.</num><content><p>Oil</p>\
    </content></point></hcontainer></mainBody></doc></attachment><attachment><doc name='annex'><mainBody>\
    <hcontainer name='annex'><num>ANNEX II</num><heading>FORMS</heading><point><num>1.</num><content><p>The form of \
    the lamp</p></content></point></hcontainer></mainBody></doc></attachment></attachments></act></akomaNtoso>";

const PAGE: &str = "<!doctype html><html lang=en><head><title>Lamps</title><style>p{}</style></head><body>\
    <nav><a href=/>Home</a></nav><h1>Regulation on lamps</h1><h2>CHAPTER I<br>LIGHT</h2>\
    <h3>Article 1</h3><p><b>Lamps</b></p><ol><li>Every street of the town has:<table><tr><td>(a)<td>lamps, and</table>\
    <p>(i) oil,<p>(ii) wax,<p>(b) wardens.</li><li>A lane has one.</ol>\
    <h3>Article 2</h3><p>[Repealed.]<h2>CHAPTER II<br>FEES</h2><h3>Article 2a</h3><p>Fees</p>\
    <p>In Article 9 of the Oil Act &ldquo;ten&rdquo; is the fee of the town.</p>\
    <h2>ANNEX I</h2><h3>KINDS</h3><ol><li>Gas<li>Oil</ol><h2>ANNEX II</h2><h3>FORMS</h3><ol><li>The form of the lamp</ol>\
    <footer>Printed by the town</footer>";

/// Word makes all the numbers by itself but for those of annexes.
fn word() -> Vec<u8> {
    let p = |level: Option<u8>, num: u8, words: &str| {
        let number = level.map_or_else(String::new, |it| {
            format!("<pPr><numPr><ilvl val='{it}'/><numId val='{num}'/></numPr></pPr>")
        });
        format!("<p>{number}<r><t>{words}</t></r></p>")
    };
    let levels = [
        (0, "upperRoman", "CHAPTER %1", ""),
        (1, "decimal", "Article %2", "<lvlRestart val='0'/>"),
        (2, "decimal", "%3.", ""),
        (3, "lowerLetter", "(%4)", ""),
        (4, "lowerRoman", "(%5)", ""),
    ];
    let levels = levels.map(|(nth, format, text, more)| {
        format!("<lvl ilvl='{nth}'><numFmt val='{format}'/>{more}<lvlText val='{text}'/></lvl>")
    });
    let levels = levels.concat();
    let simple = "<lvl ilvl='0'><numFmt val='decimal'/><lvlText val='%1.'/></lvl>";
    let numbering = format!(
        "<numbering><abstractNum abstractNumId='1'>{levels}</abstractNum><abstractNum abstractNumId='2'>{simple}\
         </abstractNum><num numId='1'><abstractNumId val='1'/></num><num numId='2'><abstractNumId val='2'/></num>\
         <num numId='3'><abstractNumId val='2'/><lvlOverride ilvl='0'><startOverride val='1'/></lvlOverride></num>\
         </numbering>"
    );
    let body = [
        p(None, 1, "Regulation on lamps"),
        p(Some(0), 1, "LIGHT"),
        p(Some(1), 1, "Lamps"),
        p(Some(2), 1, "Every street of the town has:"),
        p(Some(3), 1, "lamps, and"),
        p(Some(4), 1, "oil,"),
        p(Some(4), 1, "wax,"),
        p(Some(3), 1, "wardens."),
        p(Some(2), 1, "A lane has one."),
        p(Some(1), 1, ""),
        p(None, 1, "[Repealed.]"),
        p(Some(0), 1, "FEES"),
        p(None, 1, "Article 2a"),
        p(None, 1, "Fees"),
        p(None, 1, "In Article 9 of the Oil Act “ten” is the fee of the town."),
        p(None, 1, "ANNEX I"),
        p(None, 1, "KINDS"),
        p(Some(0), 2, "Gas"),
        p(Some(0), 2, "Oil"),
        p(None, 1, "ANNEX II"),
        p(None, 1, "FORMS"),
        p(Some(0), 3, "The form of the lamp"),
    ];
    let body = format!("<document><body>{}</body></document>", body.concat());
    document(&[("word/document.xml", &body), ("word/numbering.xml", &numbering)])
}

fn same(law: &Law) -> Vec<String> {
    assert_eq!(told(&law.problems), Vec::<String>::new());
    rows(law)
}

#[test]
fn an_act_is_the_same_as_text_as_a_page_in_word_and_in_akoma_ntoso() {
    let text = same(&read("law.txt", TEXT.as_bytes(), Depth::Points));
    assert_eq!(text.len(), 14, "{text:?}");
    for (name, bytes) in [
        ("law.xml", XML.as_bytes().to_vec()),
        ("law.html", PAGE.as_bytes().to_vec()),
        ("law.docx", word()),
    ] {
        assert_eq!(same(&read(name, &bytes, Depth::Points)), text, "{name}");
    }
}

const BILL: &str = "<?xml version='1.0'?><!DOCTYPE bill PUBLIC '-//US Congress//DTDs/bill.dtd//EN' 'bill.dtd'>\
    <bill bill-stage='Introduced-in-House'><metadata><dublinCore><title>H. R. 5</title></dublinCore></metadata>\
    <form><legis-num>H. R. 5</legis-num><action><action-date date='20310507'>May 7, 2031</action-date></action>\
    <official-title>To light the lamps.</official-title></form>\
    <legis-body><section section-type='section-one'><enum>1.</enum><header>Short title</header>\
    <text>This Act may be cited as the <quote><short-title>Lamp Act</short-title></quote>.</text></section>\
    <section><enum>2.</enum><header>Lamps</header><subsection><enum>(a)</enum><header>Streets</header>\
    <text>Streets have:</text><paragraph><enum>(1)</enum><text>lamps; and</text></paragraph>\
    <paragraph><enum>(2)</enum><text>oil.</text></paragraph></subsection>\
    <subsection><enum>(b)</enum><text>Section 9 of the Oil Act is amended by adding the following:</text>\
    <quoted-block style='OLC'><section><enum>10.</enum><header>Wax</header><text>Wax is free.</text></section>\
    <after-quoted-block>.</after-quoted-block></quoted-block></subsection></section></legis-body>\
    <attestation>Passed.</attestation></bill>";

#[test]
fn a_bill_of_the_house_has_its_title_its_day_and_its_sections() {
    let law = read("bill.xml", BILL.as_bytes(), Depth::Points);
    assert_eq!(
        same(&law),
        [
            "sec_1 | Section 1 | Short title | This Act may be cited as the “Lamp Act”. | ",
            "sec_2 | Section 2 | Lamps |  | ",
            "sec_2__subsec_a | Section 2(a) | Streets | Streets have: | sec_2",
            "sec_2__subsec_a__para_1 | Section 2(a)(1) |  | lamps; and | sec_2__subsec_a",
            "sec_2__subsec_a__para_2 | Section 2(a)(2) |  | oil. | sec_2__subsec_a",
            "sec_2__subsec_b | Section 2(b) |  | Section 9 of the Oil Act is amended by adding the following: / \
             “10. Wax / Wax is free.”. | sec_2",
        ]
    );
    let json = serde_json::to_string(&law.dataset).expect("a tree");
    for said in ["To light the lamps.", "Lamp Act", "2031-05-07", "H. R. 5", "Proposal"] {
        assert!(json.contains(said), "{said} in {json}");
    }
}
