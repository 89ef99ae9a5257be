//! Laws as Word documents: numbers that Word makes by itself arrive as numbers.

mod common;

use common::{document, read, rows, told};
use statute::{Choice, Depth, File, Why};

const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Article %1'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%3)'/></w:lvl>\
    <w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='chicago'/><w:lvlText w:val='%4'/></w:lvl>\
    </w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>";

const STYLES: &str = "<w:styles xmlns:w='w'><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='de-DE'/></w:rPr>\
    </w:rPrDefault></w:docDefaults><w:style w:styleId='Art'><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr>\
    </w:pPr></w:style><w:style w:styleId='Art2'><w:basedOn w:val='Art'/></w:style></w:styles>";

/// A paragraph with a style and a level of the list.
fn p(style: &str, level: Option<u8>, words: &str) -> String {
    let level = level.map_or_else(String::new, |it| {
        format!("<w:numPr><w:ilvl w:val='{it}'/><w:numId w:val='3'/></w:numPr>")
    });
    format!(
        "<w:p><w:pPr><w:pStyle w:val='{style}'/>{level}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn body(paragraphs: &[String]) -> String {
    format!("<w:document xmlns:w='w'><w:body>{}</w:body></w:document>", paragraphs.concat())
}

#[test]
fn numbers_that_word_makes_arrive_and_the_act_is_that_of_its_text() {
    let xml = body(&[
        p("Title", None, "REGULATION ON LAMPS"),
        p("TOC1", None, "Article 1 Lamps 3"),
        p("Art2", None, "Lamps"),
        p("", Some(1), "Every street has lamps."),
        p("", Some(1), "Oil is:"),
        p("", Some(2), "clean and"),
        p("", Some(2), "taxed by the state."),
        p("Art", None, "Oil"),
        p("", Some(1), "The first paragraph counts anew."),
        "<w:p><w:r><w:t>It goes </w:t></w:r><w:del><w:r><w:delText>very</w:delText></w:r></w:del>\
         <w:r><w:tab/><w:t>on.</w:t></w:r></w:p>"
            .into(),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Lamp</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Watts</w:t>\
         </w:r></w:p></w:tc></w:tr></w:tbl>"
            .into(),
    ]);
    let notes = "<w:footnotes xmlns:w='w'><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>\
        </w:footnotes>";
    let file = document(&[
        ("word/document.xml", &xml),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", notes),
    ]);
    let law = read("law.docx", &file, Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "art_1 | Article 1 | Lamps |  | ",
            "art_1__para_1 | Article 1(1) |  | Every street has lamps. | art_1",
            "art_1__para_2 | Article 1(2) |  | Oil is: | art_1",
            "art_1__para_2__point_a | Article 1(2)(a) |  | clean and | art_1__para_2",
            "art_1__para_2__point_b | Article 1(2)(b) |  | taxed by the state. | art_1__para_2",
            "art_2 | Article 2 | Oil |  | ",
            "art_2__para_1 | Article 2(1) |  | The first paragraph counts anew. / It goes on. / \
             Lamp\tWatts | art_2",
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let left: Vec<_> = law.left_out.iter().map(|it| (it.why, it.words.trim())).collect();
    assert_eq!(
        left,
        [(Why::Footnote, "A note."), (Why::Contents, "Article 1 Lamps 3"), (Why::Deleted, "very")]
    );
    let text = "REGULATION ON LAMPS\n\nArticle 1\tLamps\n1.\tEvery street has lamps.\n2.\tOil is:\n\
        (a)\tclean and\n(b)\ttaxed by the state.\nArticle 2\tOil\n1.\tThe first paragraph counts anew.\n\
        It goes on.\n";
    let plain = rows(&read("law.txt", text.as_bytes(), Depth::Points));
    assert_eq!(rows(&law)[..6], plain[..6]);
}

#[test]
fn a_format_of_numbers_that_is_not_known_is_told() {
    let xml = body(&[p("Art", None, "Lamps"), p("", Some(3), "Every street has lamps.")]);
    let file = document(&[
        ("word/document.xml", &xml),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
    ]);
    let remarks = told(&read("law.docx", &file, Depth::Points).remarks);
    let known =
        "law.docx: numbers that Word makes in the format `chicago` aren't read; write them out";
    assert!(remarks.iter().any(|it| it == known), "{remarks:?}");
}

#[test]
fn what_is_no_document_is_refused_with_a_sentence() {
    let deep = format!("<w:document>{}", "<w:p>".repeat(300));
    let entities = "<!DOCTYPE a [<!ENTITY b 'x'>]><w:document>&b;</w:document>";
    for (bytes, why) in [
        (document(&[("xl/workbook.xml", "<a/>")]), "is no Word document"),
        (b"PK\x03\x04 and no archive".to_vec(), "is damaged"),
        (document(&[("word/document.xml", &deep)]), "deeper than"),
        (document(&[("word/document.xml", entities)]), "declares entities"),
        (b"%PDF-1.7".to_vec(), "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old".to_vec(), "old versions of Word"),
    ] {
        let file = File { name: "law.docx", bytes: &bytes };
        let refused = statute::read(&[file], &Choice::default()).expect_err("no law");
        assert!(told(&refused).concat().contains(why), "{why}: {:?}", told(&refused));
    }
}
