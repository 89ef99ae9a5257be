//! Whatever a file's elements are and however they stand in each other, every word of it arrives
//! once, in the dataset or in the list of what is left out.

mod common;

use common::{read, told, weight};
use proptest::prelude::*;
use statute::{Depth, Law};

/// Part of a document that is made up.
#[derive(Clone, Debug)]
enum Piece {
    Word,
    Element(usize, Vec<Piece>),
}

const AKOMA_NTOSO: &[&str] = &[
    "p",
    "content",
    "list",
    "point",
    "paragraph",
    "subparagraph",
    "article",
    "chapter",
    "section",
    "blockList",
    "item",
    "intro",
    "wrapUp",
    "table",
    "tr",
    "td",
    "authorialNote",
    "remark",
    "quotedStructure",
    "heading",
    "num",
    "unknown",
    "b",
    "recital",
    "hcontainer",
    "toc",
    "del",
    "schedule",
    "conclusions",
    "attachment",
    "preface",
    "preamble",
    "longTitle",
    "docTitle",
    "docketNumber",
    "body",
    "clause",
    "title",
    "crossHeading",
    "subheading",
    "eol",
    "mod",
];

const FORMEX: &[&str] = &[
    "P",
    "ALINEA",
    "LIST",
    "ITEM",
    "NP",
    "NO.P",
    "TXT",
    "PARAG",
    "NO.PARAG",
    "ARTICLE",
    "TI.ART",
    "STI.ART",
    "DIVISION",
    "TITLE",
    "TI",
    "STI",
    "NOTE",
    "QUOT.S",
    "TBL",
    "CORPUS",
    "ROW",
    "CELL",
    "CONSID",
    "VISA",
    "GR.SEQ",
    "PREAMBLE",
    "ENACTING.TERMS",
    "FINAL",
    "ANNEX",
    "HT",
    "UNKNOWN",
];

const EUR_LEX: &[&str] = &[
    "p",
    "span",
    "table",
    "tbody",
    "tr",
    "td",
    "a",
    "div id='art_1'",
    "div id='001.002'",
    "div id='rct_3'",
    "div class='eli-title'",
    "p class='oj-ti-art'",
    "p class='oj-note'",
    "p class='oj-ti-section-1'",
    "div class='eli-container'",
    "div class='oj-final'",
    "hr",
    "div id='enc_1'",
    "div id='pbl_1'",
    "div class='eli-main-title'",
    "a href='#ntr1'",
    "div class='eli-container' id='anx_1'",
    "div",
];

const USLM: &[&str] = &[
    "section",
    "subsection",
    "paragraph",
    "subparagraph",
    "clause",
    "heading",
    "num",
    "chapeau",
    "content",
    "continuation",
    "quotedContent",
    "title",
    "toc",
    "footnote",
    "ref class='footnoteRef'",
    "notes",
    "longTitle",
    "officialTitle",
    "enactingFormula",
    "layout",
    "row",
    "column",
    "p",
    "inline",
    "unknown",
    "attestation",
    "deletedText",
    "appendix",
    "main",
];

const HOUSE: &[&str] = &[
    "section",
    "enum",
    "header",
    "text",
    "subsection",
    "paragraph",
    "subparagraph",
    "quoted-block",
    "after-quoted-block",
    "quote",
    "toc",
    "footnote",
    "title",
    "continuation-text",
    "form",
    "official-title",
    "legis-num",
    "legis-body",
    "preamble",
    "whereas",
    "table",
    "row",
    "entry",
    "unknown",
    "deleted-phrase",
    "attestation",
    "italic",
    "subsection display-inline='yes'",
];

const PAGE: &[&str] = &[
    "p",
    "div",
    "h2",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "pre",
    "del",
    "nav",
    "span",
    "b",
    "blockquote",
    "footer",
    "dl",
    "dt",
    "section",
    "div hidden",
    "li style='display:none'",
    "span hidden",
    "td hidden",
    "dialog",
];

/// What a line of a text may begin with.
const BEGINNINGS: &[&str] = &[
    "",
    "Article 1 ",
    "Article 2\n",
    "Section 3. ",
    "§ 4 ",
    "§§ 3 bis 5 ",
    "5. ",
    "6.—(1) ",
    "Heading.— ",
    "(1) ",
    "(a) ",
    "(i) ",
    "(2)(b) ",
    "1.1 ",
    "aa) ",
    "PART I\n",
    "Chapter 2: ",
    "SCHEDULE 1\n",
    "Annex\n",
    "FIRST SCHEDULE\n",
    "“",
    "„",
    "Contents\n",
    "Done at ",
    "An Act ",
    "- 3 -\n",
    "    ",
    "\t(c) ",
    "(zu § 5)\n",
    "lower ",
];

/// What stands between the words of a text in Markdown.
const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    "# ",
    "\n\n### Article 1 ",
    "\n\n**§ 4** ",
    "\n---\n",
    "\n===\n",
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "\n```\n",
    "\n~~~rust\n",
    "\n    ",
    "\n\t",
    "> ",
    "\n> ",
    "\n- ",
    "\n* (a) ",
    "\n1. ",
    "\n3) ",
    "\n9\\. ",
    "\n(1) ",
    "[",
    "](",
    ")",
    "](#art_5)",
    "](1)",
    "][1]",
    "![",
    "\n\n[1]: /a ",
    "[^1]",
    "\n\n[^1]: ",
    "~~",
    "|",
    "\n| ",
    " |\n",
    "\n|---|---|\n",
    "\\|",
    "\\",
    "<b>",
    "</b>",
    "<br>",
    "\n\n<div>\n",
    "</div>\n\n",
    "\n: ",
    " {#a}",
    "\u{C}",
    "“",
    "\r\n",
];

const ENDINGS: &[&str] =
    &[".\n", "\n", ":\n", ";\n\n", "\n\n", ".” \n", "-\n", "—\n\u{C}", " and\r\n"];

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = prop_oneof![2 => Just(Piece::Word)];
    let piece = piece.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            1 => Just(Piece::Word),
            3 => (any::<usize>(), prop::collection::vec(inner, 0..6))
                .prop_map(|(name, all)| Piece::Element(name, all)),
        ]
    });
    prop::collection::vec(piece, 1..8)
}

/// Writes pieces with a word of its own for each place, and returns how many there are.
fn written(pieces: &[Piece], names: &[&str], count: &mut usize, xml: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Word => {
                *count += 1;
                xml.push_str(&["w", &count.to_string(), "x "].concat());
            }
            Piece::Element(name, inner) => {
                let Some(name) = names.get(name % names.len()) else { continue };
                xml.push_str(&["<", name, ">"].concat());
                // What has a number is a part of the law.
                if inner.len() % 2 == 1 && names == AKOMA_NTOSO && *name != "num" {
                    xml.push_str("<num>7</num>");
                }
                written(inner, names, count, xml);
                let end = name.split(' ').next().unwrap_or_default();
                xml.push_str(&["</", end, ">"].concat());
            }
        }
    }
}

fn each_word_arrives_once(
    pieces: &[Piece],
    names: &[&str],
    around: [&str; 2],
    depth: Depth,
) -> Result<(), TestCaseError> {
    let (mut count, mut body) = (0, String::new());
    written(pieces, names, &mut count, &mut body);
    let xml = format!("{}{body}{}", around[0], around[1]);
    let law = read("any.xml", xml.as_bytes(), depth);
    // Beside the crate: what is left of the file without its tags.
    let text: String = xml.split('<').filter_map(|it| Some(it.split_once('>')?.1)).collect();
    each_arrives(&law, count, Some(weight(&text)), &xml)
}

/// The blocks of a document of Word's, with a word of its own in each run.
fn blocks(pieces: &[Piece], count: &mut usize) -> String {
    let block = |piece: &Piece| match piece {
        Piece::Word => format!("<p>{}</p>", runs(std::slice::from_ref(piece), count)),
        Piece::Element(sort, inner) => match sort % 5 {
            0 => format!("<p><pPr><numPr><numId val='1'/></numPr></pPr>{}</p>", runs(inner, count)),
            1 => {
                let cell =
                    |it: &Piece| format!("<tc>{}</tc>", blocks(std::slice::from_ref(it), count));
                let cells: String = inner.iter().map(cell).collect();
                format!("<tbl><tr>{cells}</tr></tbl>")
            }
            2 => format!("<sdt><sdtContent>{}</sdtContent></sdt>", blocks(inner, count)),
            3 => format!("<p><pPr><rPr><del/></rPr></pPr>{}</p>", runs(inner, count)),
            _ => format!("<p>{}</p>", runs(inner, count)),
        },
    };
    pieces.iter().map(block).collect()
}

fn runs(pieces: &[Piece], count: &mut usize) -> String {
    let run = |piece: &Piece| match piece {
        Piece::Word => {
            *count += 1;
            format!("<r><t>w{count}x </t></r>")
        }
        Piece::Element(sort, inner) => match sort % 6 {
            0 => format!("<ins>{}</ins>", runs(inner, count)),
            1 => format!("<del>{}</del>", runs(inner, count)),
            2 => format!("<hyperlink>{}</hyperlink>", runs(inner, count)),
            3 => {
                let text = blocks(inner, count);
                format!(
                    "<r><AlternateContent><Choice><txbxContent>{text}</txbxContent></Choice><Fallback>\
                     <txbxContent>{text}</txbxContent></Fallback></AlternateContent></r>"
                )
            }
            4 => format!("<r><rPr><vanish/></rPr>{}</r>", runs(inner, count)),
            _ => format!("<moveFrom>{}</moveFrom>", runs(inner, count)),
        },
    };
    pieces.iter().map(run).collect()
}

const NUMBERING: &str = "<numbering><abstractNum abstractNumId='1'><lvl ilvl='0'><lvlText \
                         val='Article %1'/></lvl></abstractNum><num numId='1'><abstractNumId \
                         val='1'/></num></numbering>";

/// So many words with a number each arrive, and so many characters are told.
fn each_arrives(
    law: &Law,
    count: usize,
    characters: Option<usize>,
    file: &str,
) -> Result<(), TestCaseError> {
    if let Some(characters) = characters {
        prop_assert_eq!(law.characters, characters, "{}", file);
    }
    let faults: Vec<_> =
        told(&law.problems).into_iter().filter(|it| it.contains("accounted for")).collect();
    prop_assert_eq!(faults, Vec::<String>::new(), "{}", file);
    let arrived = arrived(law);
    for nth in 1..=count {
        let word = format!("w{nth}x");
        prop_assert!(arrived.contains(&word), "{} is lost from {}", word, file);
    }
    Ok(())
}

/// All that a law's record and the list of what is left out have.
fn arrived(law: &Law) -> String {
    let json = serde_json::to_string(&law.dataset).expect("a tree can be written");
    // What something is called may be its title as well: the law's own record is looked at.
    let mut arrived = String::from(json.split_once("\"instrument\":").expect("it has one").1);
    for it in &law.left_out {
        arrived.push_str(&it.words);
    }
    arrived
}

fn depths() -> impl Strategy<Value = Depth> {
    prop_oneof![Just(Depth::Articles), Just(Depth::Paragraphs), Just(Depth::Points)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_word_of_akoma_ntoso_arrives(pieces in pieces(), depth in depths()) {
        let around = ["<akomaNtoso><act>", "</act></akomaNtoso>"];
        each_word_arrives_once(&pieces, AKOMA_NTOSO, around, depth)?;
        let around = ["<akomaNtoso><act><body>", "</body></act></akomaNtoso>"];
        each_word_arrives_once(&pieces, AKOMA_NTOSO, around, depth)?;
    }

    #[test]
    fn each_word_of_formex_arrives(pieces in pieces(), depth in depths()) {
        each_word_arrives_once(&pieces, FORMEX, ["<ACT>", "</ACT>"], depth)?;
        let around = ["<ACT><ENACTING.TERMS>", "</ENACTING.TERMS></ACT>"];
        each_word_arrives_once(&pieces, FORMEX, around, depth)?;
    }

    #[test]
    fn each_word_of_a_page_of_eur_lex_arrives(pieces in pieces(), depth in depths()) {
        let around = ["<html><body><div class='eli-container'>", "</div></body></html>"];
        each_word_arrives_once(&pieces, EUR_LEX, around, depth)?;
    }

    #[test]
    fn each_word_of_uslm_arrives(pieces in pieces(), depth in depths()) {
        each_word_arrives_once(&pieces, USLM, ["<bill><main>", "</main></bill>"], depth)?;
        let around = ["<uscDoc><main><section><num>1</num>", "</section></main></uscDoc>"];
        each_word_arrives_once(&pieces, USLM, around, depth)?;
    }

    #[test]
    fn each_word_of_a_bill_of_the_house_arrives(pieces in pieces(), depth in depths()) {
        let (mut count, mut body) = (0, String::new());
        written(&pieces, HOUSE, &mut count, &mut body);
        let xml = format!("<bill><form>A Bill</form><legis-body>{body}</legis-body></bill>");
        // A style says which marks stand around a quotation.
        each_arrives(&read("any.xml", xml.as_bytes(), depth), count, None, &xml)?;
    }

    #[test]
    fn each_word_of_a_page_arrives(pieces in pieces(), depth in depths()) {
        let (mut count, mut body) = (0, String::new());
        written(&pieces, PAGE, &mut count, &mut body);
        let html = format!("<!doctype html><html><body>Lamp Act <p>Article 1 {body}</body></html>");
        let text: String = html.split('<').filter_map(|it| Some(it.split_once('>')?.1)).collect();
        let law = read("any.html", html.as_bytes(), depth);
        each_arrives(&law, count, Some(weight(&text)), &html)?;
    }

    #[test]
    fn each_word_of_a_document_of_word_arrives(pieces in pieces(), depth in depths()) {
        let mut count = 0;
        let body = blocks(&pieces, &mut count);
        let xml = format!("<document><body><p><r><t>Lamp Act</t></r></p>{body}</body></document>");
        let file = common::document(&[("word/document.xml", &xml), ("word/numbering.xml", NUMBERING)]);
        let law = read("any.docx", &file, depth);
        each_arrives(&law, count, None, &xml)?;
        // Of two ways in which a box is written, one is shown.
        for nth in 1..=count {
            prop_assert_eq!(arrived(&law).matches(&format!("w{nth}x")).count(), 1, "{}", xml);
        }
    }

    #[test]
    fn each_word_of_a_text_arrives(
        lines in prop::collection::vec((0..BEGINNINGS.len(), 0..9_usize, 0..ENDINGS.len()), 1..40),
        depth in depths(),
    ) {
        let mut text = String::from("A law of ");
        let mut count = 0;
        for (begin, words, end) in lines {
            text.push_str(BEGINNINGS[begin]);
            for _ in 0..words {
                count += 1;
                text.push_str(&["w", &count.to_string(), "x "].concat());
            }
            text.push_str(ENDINGS[end]);
        }
        let law = read("any.txt", text.as_bytes(), depth);
        each_arrives(&law, count, Some(weight(&text)), &text)?;
    }

    #[test]
    fn each_word_of_markdown_arrives(
        pieces in prop::collection::vec((0..MARKS.len(), 0..3_usize), 1..60),
        depth in depths(),
    ) {
        let mut text = String::from("# A law\n\n");
        let mut count = 0;
        for (mark, words) in pieces {
            text.push_str(MARKS[mark]);
            for _ in 0..words {
                count += 1;
                text.push_str(&["w", &count.to_string(), "x "].concat());
            }
        }
        // What HTML hides is told as of a page.
        let is_page = text.contains('<');
        let characters = Some(weight(&text)).filter(|_| !is_page);
        each_arrives(&read("any.md", text.as_bytes(), depth), count, characters, &text)?;
    }
}
