//! Acts of the European Union in the formats of its publisher: the same act in each is the same
//! dataset.

mod common;

use std::{env, fs, path::PathBuf};

use common::{read, rows, told};
use statute::{Choice, Depth, File, Law, Why};

const FORMEX: &[u8] = include_bytes!("laws/lamp.fmx.xml");
const ANNEX: &[u8] = include_bytes!("laws/lamp-annex.fmx.xml");
const PAGE: &[u8] = include_bytes!("laws/lamp.eurlex.html");
const CONSOLIDATED: &str = include_str!("laws/lamp.consolidated.html");

fn formex(depth: Depth) -> Law {
    let files = [File { name: "act.xml", bytes: FORMEX }, File { name: "annex.xml", bytes: ANNEX }];
    statute::read(&files, &Choice { depth, only: None }).expect("a law that can be read")
}

#[test]
fn an_act_in_formex_has_its_recitals_articles_lists_and_annexes() {
    let law = formex(Depth::Points);
    assert_eq!(
        rows(&law),
        [
            "preamble | Preamble |  | THE MADE-UP PARLIAMENT, / Having regard to the Treaty on \
             Lamps, / Whereas: / HAS ADOPTED THIS REGULATION: | ",
            "rec_1 | Recital 1 |  | Nights are ‘dark’. | ",
            "rec_2 | Recital 2 |  | Lamps help: | ",
            "rec_2__point_a | Recital 2(a) |  | here; | rec_2",
            "rec_2__point_b | Recital 2(b) |  | there, | rec_2",
            "art_1 | Article 1 | Definitions | In this Regulation: | ",
            "art_1__point_1 | Article 1(1) |  | ‘lamp’ means a light; | art_1",
            "art_1__point_2 | Article 1(2) |  | ‘night’ means: | art_1",
            "art_1__point_2__point_a | Article 1(2)(a) |  | the time without sun; or | \
             art_1__point_2",
            "art_1__point_2__point_b | Article 1(2)(b) |  | winter. | art_1__point_2",
            "art_2 | Article 2 | Duties |  | ",
            "art_2__para_1 | Article 2(1) |  | Every street has lamps. / A lane has one. | art_2",
            "art_2__para_2 | Article 2(2) |  | Lamps are lit: / — at dusk; / — in fog. | art_2",
            "annex_I | Annex I | KINDS OF LAMPS | These are lamps: / Lamp\tWatts used / Small \
             one\t3 | ",
            "annex_I__point_1 | Annex I, point 1 |  | Gas. | annex_I",
            "annex_I__point_2 | Annex I, point 2 |  | Electric: | annex_I",
            "annex_I__point_2__point_a | Annex I, point 2(a) |  | arc; | annex_I__point_2",
        ]
    );
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let left: Vec<_> = law.left_out.iter().map(|it| it.why).collect();
    assert_eq!(left, [Why::Footnote, Why::Closing]);
}

#[test]
fn the_same_act_in_both_formats_is_the_same_dataset() {
    for depth in [Depth::Articles, Depth::Paragraphs, Depth::Points] {
        let page = read("act.html", PAGE, depth);
        let written = |law: &Law| serde_json::to_string_pretty(&law.dataset).expect("a tree");
        assert_eq!(written(&page), written(&formex(depth)));
        assert_eq!(told(&page.problems), Vec::<String>::new());
    }
}

const CONSOLIDATED_ROWS: [&str; 10] = [
    "art_1 | Article 1 | Definitions | In this Regulation: | ",
    "art_1__point_1 | Article 1(1) |  | ‘lamp’ means a light of the register; | art_1",
    "art_1__point_2 | Article 1(2) |  | ‘night’ means: | art_1",
    "art_1__point_2__point_a | Article 1(2)(a) |  | the time without sun; or | art_1__point_2",
    "art_1__point_2__point_b | Article 1(2)(b) |  | winter. | art_1__point_2",
    "art_2 | Article 2 | Duties |  | ",
    "art_2__para_1 | Article 2(1) |  | Every street has lamps from dusk. / A lane has one. | art_2",
    "art_2__para_2 | Article 2(2) |  | Lamps are clean. | art_2",
    "annex_I | Annex I | KINDS OF LAMPS |  | ",
    "annex_I__point_1 | Annex I, point 1 |  | Gas. | annex_I",
];

#[test]
fn a_consolidated_act_has_its_articles_without_the_marks_of_its_amendments() {
    let law = read("act.html", CONSOLIDATED.as_bytes(), Depth::Points);
    assert_eq!(rows(&law), CONSOLIDATED_ROWS);
    assert_eq!(told(&law.problems), Vec::<String>::new());
    let said = told(&law.remarks).concat();
    assert!(said.contains("as amended up to 04.12.2032"), "{said}");
    let left = |why| law.left_out.iter().filter(move |it| it.why == why).count();
    let whys = [Why::Remark, Why::Footnote, Why::NoteMark, Why::Closing];
    assert_eq!(whys.map(left), [4, 1, 1, 1]);
    let text = serde_json::to_string(&law.dataset).expect("a tree");
    for said in [
        "\"title\":\"Lamp Act\"",
        "\"language\":\"en\"",
        "\"number\":\"Chapter 1\",\"name\":\"General provisions\"",
        "https://eur-lex.europa.eu/eli/reg/2031/77/oj#art_1",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
}

#[test]
fn divisions_of_a_consolidated_act_stand_side_by_side_whatever_their_numbers_are() {
    let title = |title: &str| format!("<p class=\"title-division-1\">{title}</p>");
    let article = |nth: u32| {
        format!("<p class=\"title-article-norm\">Article {nth}</p><p class=\"norm\">Light.</p>")
    };
    for (parts, inner, cited) in [
        (["PART ONE", "PART TWO", "PART THREE"], "TITLE XVIII", "Part THREE"),
        (["TEIL VII", "TEIL VIII", "TEIL XVII"], "Abschnitt 12", "Teil XVII"),
        (["TITRE VII", "TITRE VIII", "TITRE XVIII"], "CHAPITRE PREMIER", "Titre XVIII"),
        (["PIRMA DALIS", "ANTRA DALIS", "TREČIA DALIS"], "XVIII SKYRIUS", "Trečia DALIS"),
        (["GLAVA PRVA", "GLAVA DRUGA", "GLAVA TRETJA"], "Oddelek 1", "Glava TRETJA"),
    ] {
        // Articles begin at one in each, so that they are cited with what they stand in.
        let parts = parts.map(|it| [title(it), title(inner), article(1), article(2)].concat());
        let page = format!(
            "<html><body><p class=\"title-doc-first\">REGULATION on lamps</p>{}</body></html>",
            parts.concat()
        );
        let all = rows(&read("act.html", page.as_bytes(), Depth::Points));
        let last = all.last().and_then(|it| it.split(" | ").nth(1)).unwrap_or_default();
        assert_eq!(last, format!("{cited}, Article 2"), "{all:?}");
    }
}

/// Before 2021 nothing stood around an article, and before 2017 nothing around its paragraphs.
#[test]
fn older_layouts_of_a_consolidated_act_come_to_the_same_provisions() {
    let div = without_wrappers(CONSOLIDATED);
    assert_eq!(rows(&read("act.html", div.as_bytes(), Depth::Points)), CONSOLIDATED_ROWS);
    let point = |number: &str| {
        format!(
            "<div class=\"grid-container grid-list\"><div class=\"list grid-list-column-1\"><span>{number} \
             </span></div><div class=\"grid-list-column-2\"><p class=\"norm\">"
        )
    };
    let mut oldest = div.replace(
        "<div class=\"norm\"><span class=\"no-parag\">2.  </span><div class=\"norm inline-element\">Lamps are \
         clean.</div></div>",
        "<p class=\"norm\">2.\u{A0}\u{A0}Lamps are clean.</p>",
    );
    for number in ["(a)", "(b)"] {
        let hung = format!(
            "<div><div style=\"text-indent: -30pt\"><p class=\"norm\">{number}<span> </span>"
        );
        oldest = oldest.replace(&point(number), &hung);
        assert!(oldest.contains(&hung), "{number}");
    }
    assert!(oldest.contains("2.\u{A0}"));
    assert_eq!(rows(&read("act.html", oldest.as_bytes(), Depth::Points)), CONSOLIDATED_ROWS);
}

/// Without the elements around articles, chapters and annexes.
fn without_wrappers(page: &str) -> String {
    let is_around = |line: &&str| {
        let line = line.trim();
        line.starts_with("<div") && !line.contains("</") && !line.contains("class=\"norm\"")
            || line == "</div>"
    };
    page.lines().filter(|it| !is_around(it)).collect::<Vec<_>>().join("\n")
}

/// Real files, which are their publishers' and not the project's.
#[test]
#[ignore = "needs an act in both formats in the folder that `LAWS` names"]
fn a_real_act_in_both_formats_has_the_same_provisions() {
    let folder = PathBuf::from(env::var_os("LAWS").expect("`LAWS` names a folder"));
    let of = |name: &str| {
        let bytes = fs::read(folder.join(name)).expect("a law");
        read(name, &bytes, Depth::Points)
    };
    let (formex, page) = (of("eu-2024-903.formex.xml"), of("eu-2024-903.eurlex.html"));
    let (formex, page) = (rows(&formex), rows(&page));
    // The annex is a file of its own in Formex.
    let act: Vec<_> = page.into_iter().filter(|it| !it.starts_with("annex")).collect();
    for (one, other) in act.iter().zip(&formex) {
        assert_eq!(one, other);
    }
    assert_eq!(act.len(), formex.len());
}
