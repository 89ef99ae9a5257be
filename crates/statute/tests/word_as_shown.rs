//! What Word shows of a document, and not what its file has in that order: numbers of lists that rest
//! on others, boxes, hidden words, changes.
#![allow(clippy::indexing_slicing, reason = "a test fails by it")]

mod common;

use common::{read, rows, told};
use statute::{Depth, Law, Why};

/// A document with these levels of one list, which `numId` 3 names, and what else its numbering has.
fn law(levels: &str, more: &str, styles: &str, body: &str) -> Law {
    let numbering = format!(
        "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>{more}\
         <w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
    );
    let styles = format!("<w:styles xmlns:w='w'>{styles}</w:styles>");
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let bytes = common::document(&[
        ("word/document.xml", &document),
        ("word/numbering.xml", &numbering),
        ("word/styles.xml", &styles),
    ]);
    read("law.docx", &bytes, Depth::Points)
}

fn level(nth: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{nth}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}\
         <w:lvlText w:val='{text}'/></w:lvl>"
    )
}

fn p(num: u8, level: u8, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr></w:pPr>\
         <w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn plain(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn body(all: &[String]) -> String {
    plain("The Lamp Regulation") + &all.concat()
}

/// Each provision's citation with its words.
fn cited(law: &Law) -> Vec<String> {
    let row = |it: &String| {
        let parts: Vec<_> = it.split(" | ").collect();
        [parts[1], parts[2], parts[3]].join(" | ")
    };
    rows(law).iter().map(row).collect()
}

#[test]
fn a_level_begins_anew_only_below_the_levels_that_it_names() {
    let levels = level(0, "upperRoman", "CHAPTER %1", "")
        + &level(1, "decimal", "Article %2", "<w:lvlRestart w:val='0'/>")
        + &level(2, "decimal", "%3.", "");
    let law = law(
        &levels,
        "",
        "",
        &body(&[
            p(3, 0, "LIGHT"),
            p(3, 1, "Lamps"),
            p(3, 2, "Streets have lamps."),
            p(3, 2, "Lanes have one."),
            p(3, 0, "OIL"),
            p(3, 1, "Oil"),
            p(3, 2, "Oil is clean."),
        ]),
    );
    assert_eq!(
        cited(&law),
        [
            "Article 1 | Lamps | ",
            "Article 1, 1 |  | Streets have lamps.",
            "Article 1, 2 |  | Lanes have one.",
            "Article 2 | Oil | ",
            "Article 2, 1 |  | Oil is clean.",
        ]
    );
}

#[test]
fn a_level_that_names_one_goes_on_below_a_level_between() {
    let levels = level(0, "decimal", "Article %1", "")
        + &level(1, "upperLetter", "%2)", "")
        + &level(2, "decimal", "%3.", "<w:lvlRestart w:val='1'/>");
    let law = law(
        &levels,
        "",
        "",
        &body(&[
            p(3, 0, "Lamps"),
            p(3, 1, "In streets:"),
            p(3, 2, "one,"),
            p(3, 1, "In lanes:"),
            p(3, 2, "two,"),
            p(3, 0, "Oil"),
            p(3, 1, "In towns:"),
            p(3, 2, "three."),
        ]),
    );
    let words: Vec<_> = cited(&law).into_iter().filter(|it| it.ends_with([',', '.'])).collect();
    let ends: Vec<_> =
        words.iter().map(|it| it.split(" | ").next().expect("one").to_string()).collect();
    assert_eq!(ends, ["Article 1, A), 1", "Article 1, B), 2", "Article 2, A), 1"]);
}

#[test]
fn a_list_that_refers_to_a_style_counts_in_that_styles_list() {
    let levels = level(0, "decimal", "Article %1", "") + &level(1, "decimal", "%2.", "");
    let linked = "<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='Law'/></w:abstractNum>\
        <w:num w:numId='4'><w:abstractNumId w:val='8'/></w:num>";
    let by_style = "<w:style w:styleId='Law' w:type='numbering'><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr>\
        </w:pPr></w:style>";
    let text = body(&[
        p(4, 0, "Lamps"),
        p(4, 1, "Streets have lamps."),
        p(3, 0, "Oil"),
        p(4, 1, "Oil is clean."),
    ]);
    let expected = [
        "Article 1 | Lamps | ",
        "Article 1(1) |  | Streets have lamps.",
        "Article 2 | Oil | ",
        "Article 2(1) |  | Oil is clean.",
    ];
    assert_eq!(cited(&law(&levels, linked, by_style, &text)), expected);
    let marked = format!("<w:styleLink w:val='Law'/>{levels}");
    assert_eq!(cited(&law(&marked, linked, "", &text)), expected);
}

#[test]
fn a_style_is_numbered_by_the_level_that_names_it() {
    let levels = level(0, "decimal", "Article %1", "<w:pStyle w:val='Art'/>")
        + &level(1, "decimal", "%2.", "<w:pStyle w:val='Para'/>");
    let styles = ["Art", "Para"].map(|it| {
        format!(
            "<w:style w:styleId='{it}'><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
        )
    });
    let of_style = |style: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let text = body(&[
        of_style("Art", "Lamps"),
        of_style("Para", "Streets have lamps."),
        of_style("Para", "Lanes too."),
    ]);
    assert_eq!(
        cited(&law(&levels, "", &styles.concat(), &text)),
        [
            "Article 1 | Lamps | ",
            "Article 1(1) |  | Streets have lamps.",
            "Article 1(2) |  | Lanes too.",
        ]
    );
}

#[test]
fn numbers_are_in_the_form_in_which_word_shows_them() {
    for (format, text, more, nth, shown) in [
        ("upperRoman", "%1.%2", "<w:isLgl/>", 3, "3.1"),
        ("lowerLetter", "(%1)", "", 28, "(bb)"),
        ("lowerRoman", "(%1)", "", 29, "(xxix)"),
        ("decimalZero", "%1)", "", 7, "07)"),
        ("ordinal", "%1", "", 22, "22nd"),
        ("hindiNumbers", "%1", "", 12, "١٢"),
        ("russianLower", "%1)", "", 30, "аа)"),
    ] {
        let levels = if text.contains("%2") {
            level(0, format, "%1.", "") + &level(1, "lowerLetter", text, more)
        } else {
            level(0, format, text, more)
        };
        let mut all = vec![plain("Article 1"), plain("Lamps")];
        all.extend((1..nth).map(|_| p(3, 0, "")));
        if text.contains("%2") {
            all.push(p(3, 0, ""));
            all.push(p(3, 1, "Here."));
        } else {
            all.push(p(3, 0, "Here."));
        }
        let levels = law(&levels, "", "", &body(&all));
        let arrived = serde_json::to_string(&levels.dataset).expect("a tree");
        let label = shown.trim_matches(['(', ')']);
        assert!(arrived.contains(label), "{format}: {shown} in {arrived}");
    }
}

#[test]
fn an_override_begins_anew_and_has_levels_of_its_own() {
    let levels = level(0, "decimal", "Article %1", "") + &level(1, "decimal", "%2.", "");
    let more = format!(
        "<w:num w:numId='5'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride \
         w:val='10'/></w:lvlOverride><w:lvlOverride w:ilvl='1'>{}</w:lvlOverride></w:num>",
        level(1, "lowerLetter", "(%2)", "")
    );
    let text = body(&[
        p(3, 0, "Lamps"),
        p(3, 1, "Streets have lamps."),
        p(5, 0, "Oil"),
        p(5, 1, "Oil is clean."),
    ]);
    assert_eq!(
        cited(&law(&levels, &more, "", &text)),
        [
            "Article 1 | Lamps | ",
            "Article 1(1) |  | Streets have lamps.",
            "Article 10 | Oil | ",
            "Article 10(a) |  | Oil is clean.",
        ]
    );
}

#[test]
fn what_follows_a_number_without_a_blank_may_be_the_rest_of_it() {
    let levels = level(0, "decimal", "Article %1", "<w:suff w:val='nothing'/>");
    let text = body(&[
        p(3, 0, ""),
        plain("Lamps are lit."),
        p(3, 0, "a"),
        plain("Oil is clean."),
        p(3, 0, "Wax"),
        plain("Wax is free."),
    ]);
    assert_eq!(
        cited(&law(&levels, "", "", &text)),
        [
            "Article 1 |  | Lamps are lit.",
            "Article 2a |  | Oil is clean.",
            "Article 3 | Wax | Wax is free.",
        ]
    );
}

#[test]
fn cells_have_their_numbers_and_a_table_that_lays_a_law_out_is_none() {
    let levels = level(0, "decimal", "%1)", "");
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let kinds = table(&[
        row(&[cell(&p(3, 0, "Gas")), cell(&plain("5 watts")), cell(&plain("x"))]),
        row(&[cell(&p(3, 0, "Oil")), cell(&plain("7 watts")), cell(&plain("y"))]),
    ]);
    let laid_out = table(&[
        row(&[cell(&plain("Article 1")), cell(&plain("Lamps are:"))]),
        row(&[cell(&plain("Article 2")), cell(&plain("Lamps are lit."))]),
    ]);
    let boxed = table(&[row(&[cell(&(plain("Article 3") + &plain("Wax is free.")))])]);
    let law = law(&levels, "", "", &body(&[laid_out, kinds, boxed]));
    assert_eq!(
        cited(&law),
        [
            "Article 1 |  | Lamps are:",
            "Article 2 |  | Lamps are lit. / 1) Gas\t5 watts\tx / 2) Oil\t7 watts\ty",
            "Article 3 |  | Wax is free.",
        ]
    );
}

#[test]
fn what_nobody_sees_is_left_out_and_told() {
    let text = "<w:p><w:r><w:t>Article 1</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Lamps</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>\
        <w:t>secretly</w:t></w:r><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>\
        <w:p><w:ins><w:r><w:t>are lit.</w:t></w:r></w:ins></w:p>\
        <w:p><w:r><w:t>Oil is </w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p>\
        </w:txbxContent></w:pict></w:r><w:r><w:t>clean.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:delText>A row</w:delText></w:r></w:p></w:tc>\
        <w:tc><w:p/></w:tc></w:tr></w:tbl>";
    let law = law("", "", "", &body(&[text.into()]));
    assert_eq!(cited(&law), ["Article 1 |  | Lamps are lit. / Oil is clean. / A box."]);
    let left: Vec<_> = law.left_out.iter().map(|it| (it.why, it.words.as_str())).collect();
    assert_eq!(left, [(Why::Deleted, "moved A row"), (Why::Hidden, "secretly")]);
    let remarks = told(&law.remarks).join("\n");
    assert!(
        remarks.contains("has text boxes") && remarks.contains("has tracked changes"),
        "{remarks}"
    );
}

#[test]
fn a_number_is_cut_where_none_is_so_long() {
    let start = |it: &str| it.replace("<w:start w:val='1'/>", "<w:start w:val='99999'/>");
    for text in ["§ %1".repeat(400), "§ ".repeat(400)] {
        let levels = start(&level(0, "lowerLetter", &text, ""));
        let law = law(&levels, "", "", &body(&[plain("Article 1"), p(3, 0, "Oil")]));
        let longest = cited(&law).iter().map(|it| it.chars().count()).max();
        assert!(longest.is_some_and(|it| it < 300), "{longest:?}");
        let cut = "numbers that Word makes are longer than 255 characters, and cut there";
        let remarks = told(&law.remarks);
        assert!(remarks.iter().any(|it| it.ends_with(cut)), "{remarks:?}");
    }
    let levels = level(0, "decimal", "%1%% %9 %", "");
    let law = law(&levels, "", "", &body(&[plain("Article 1"), p(3, 0, "Oil")]));
    assert_eq!(cited(&law), ["Article 1 |  | 1%% %9 % Oil"]);
}
