//! What is read, what is refused, and what holds for every text.

mod properties;
mod prose;
mod refusals;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use std::sync::OnceLock;

use crate::ProvisionIx;

use super::{Citations, Refusal, Unreadable, of_eid};

/// A law that is cited so, in its order.
pub(crate) fn law(unit: &str, texts: &[&str]) -> Citations {
    Citations::new(numbered(texts.iter().map(ToString::to_string)), unit)
}

/// Citations with the places of their provisions, which are one each.
fn numbered(texts: impl Iterator<Item = String>) -> Vec<(String, ProvisionIx)> {
    texts.enumerate().map(|(at, text)| (text, ProvisionIx::nth(at))).collect()
}

/// A law with all places that these tests name, by their `eId`s.
fn convention() -> &'static (Vec<String>, Citations) {
    static LAW: OnceLock<(Vec<String>, Citations)> = OnceLock::new();
    LAW.get_or_init(|| {
        let mut ids = Vec::new();
        for article in (1..=60).map(|it| it.to_string()).chain(["4bis", "10a"].map(Into::into)) {
            let article = format!("art_{article}");
            for paragraph in (1..=25).map(|it| it.to_string()).chain(["2b".into()]) {
                let paragraph = format!("{article}__para_{paragraph}");
                let letters = ["a", "b", "c", "e", "i", "ii", "v", "1", "2"].into_iter();
                let point = format!("{paragraph}__point_a");
                let points = letters.clone().map(|it| format!("{paragraph}__point_{it}"));
                ids.extend(points.chain(["i", "ii"].map(|it| format!("{point}__point_{it}"))));
                ids.push(paragraph);
            }
            let points = ["b", "f", "h"].map(|it| format!("{article}__point_{it}"));
            ids.extend(points.into_iter().chain([article]));
        }
        let texts = numbered(ids.iter().map(|id| of_eid(id).expect("an article")));
        (ids, Citations::new(texts, "article"))
    })
}

/// The `eId`s that a text is read as; what is refused stands as `!` and the text.
fn read(text: &str) -> String {
    let (ids, law) = convention();
    let exact =
        |text: &str| ids.iter().position(|id| id.eq_ignore_ascii_case(text)).map(ProvisionIx::nth);
    let item = |item: Result<ProvisionIx, Unreadable>| match item {
        Ok(place) => ids.get(place.index()).cloned().unwrap_or_default(),
        Err(unreadable) => format!("!{}", unreadable.text),
    };
    law.read(text, &exact).into_iter().map(item).collect::<Vec<_>>().join(" ")
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<_> = table.iter().filter(|(text, expected)| read(text) != *expected).collect();
    let lines = wrong.iter().map(|(text, expected)| {
        format!("{text}\n    expected {expected}\n    got      {}\n", read(text))
    });
    assert!(wrong.is_empty(), "{}", lines.collect::<String>());
}

fn why(text: &str) -> Vec<Refusal> {
    let all = convention().1.read(text, &|_| None);
    all.into_iter().filter_map(|it| it.err().map(|it| it.why)).collect()
}

#[test]
fn one_place_is_read_in_every_usual_spelling() {
    let para_4 = "art_28__para_4";
    let point_b = "art_36__para_1__point_b";
    check(&[
        ("28", "art_28"),
        ("28(4)", para_4),
        ("28.4", para_4),
        ("28 (4)", para_4),
        ("28[4]", para_4),
        ("Art.28(4)", para_4),
        ("Art. 28, para. 4", para_4),
        ("Art. 28 para 4", para_4),
        ("art 28 § 4", para_4),
        ("art. 28 §4.", para_4),
        ("ARTICLE 28, PARAGRAPH 4", para_4),
        ("Art.\u{a0}28(4)", para_4),
        ("Article\u{202f}28\u{a0}(\u{202f}4\u{a0})", para_4),
        ("Article\n28, \n para. 4", para_4),
        ("the Article 28 (paragraph 4)", para_4),
        ("“Article 28(4)”", para_4),
        ("paragraph 4 of Article 28", para_4),
        ("paragraph (4) of the Article 28", para_4),
        ("art_28__para_4", para_4),
        ("ART_28__PARA_4", para_4),
        ("Art. 14.4", "art_14__para_4"),
        ("Article 36(1)(b)", point_b),
        ("36.1.b", point_b),
        ("36.1.B", point_b),
        ("36(1)b", point_b),
        ("36(1) b)", point_b),
        ("36.1(b)", point_b),
        ("Article 36, paragraph 1, point b", point_b),
        ("Article 36, paragraph 1, sub-paragraph (b)", point_b),
        ("Article 36(1), point (b)", point_b),
        ("Article 5(1)(a) point (ii)", "art_5__para_1__point_a__point_ii"),
        ("Art. 36 para. 1 lit. b", point_b),
        ("point (b) of paragraph 1 of Article 36", point_b),
        ("point (b) of Article 36(1)", point_b),
        ("art_36__para_1__point_b", point_b),
        ("article 53 (h)", "art_53__point_h"),
        ("Article 5(1)(a)(ii)", "art_5__para_1__point_a__point_ii"),
        ("Article 4bis", "art_4bis"),
        ("Article 4 bis (2)", "art_4bis__para_2"),
        ("Article 10a(2b)", "art_10a__para_2b"),
        ("Article 10A", "art_10a"),
    ]);
}

#[test]
fn lists_are_read_in_the_order_of_the_text() {
    check(&[
        (
            "28(4), Art. 14.4, art_36__para_1__point_b",
            "art_28__para_4 art_14__para_4 art_36__para_1__point_b",
        ),
        ("Articles 28, 29 and 30", "art_28 art_29 art_30"),
        ("Articles 28, 29, and 30.", "art_28 art_29 art_30"),
        ("Articles 40(21) and 40(22)", "art_40__para_21 art_40__para_22"),
        ("Articles 40(21) and (22)", "art_40__para_21 art_40__para_22"),
        ("36(1)(a) and (b)", "art_36__para_1__point_a art_36__para_1__point_b"),
        ("36(1)(a) and (2)", "art_36__para_1__point_a art_36__para_2"),
        ("28; 29 & 30\n31", "art_28 art_29 art_30 art_31"),
        ("30, 28, 28", "art_30 art_28 art_28"),
        ("Article 28, paragraphs 4 and 5", "art_28__para_4 art_28__para_5"),
        ("Article 28, paragraphs 4, 5 and 6", "art_28__para_4 art_28__para_5 art_28__para_6"),
        ("Article 28 §§ 4, 5", "art_28__para_4 art_28__para_5"),
        ("Art. 28 para 4 and 5", "art_28__para_4 art_28__para_5"),
        ("paragraphs 4 and 5 of Article 28", "art_28__para_4 art_28__para_5"),
        ("paragraph 1 of Articles 28 and 29", "art_28__para_1 art_29__para_1"),
        ("Article 5(1), points 1 and 2", "art_5__para_1__point_1 art_5__para_1__point_2"),
        ("Article 36(1), points a and b", "art_36__para_1__point_a art_36__para_1__point_b"),
        ("Article 28, paragraph 4, paragraph 5 of Article 29", "art_28__para_4 art_29__para_5"),
        ("Article 28, paragraph 4, and Article 29", "art_28__para_4 art_29"),
        ("Articles 28 and 29, paragraph 4", "art_28 art_29__para_4"),
        (" , ; and 28 ,, and ", "art_28"),
        ("", ""),
    ]);
}

#[test]
fn a_comma_begins_another_article_unless_a_word_in_the_plural_goes_on() {
    check(&[
        ("Art. 28, para. 4, 30", "art_28__para_4 art_30"),
        ("Art. 28 para 4, 29(1)", "art_28__para_4 art_29__para_1"),
        ("Art. 28 paras 4, 29(1)", "art_28__para_4 art_29__para_1"),
        ("Art. 28 paragraphs 4 and 5, 30", "art_28__para_4 art_28__para_5 art_30"),
        ("Art. 28 paragraphs 4 and 5; 30", "art_28__para_4 art_28__para_5 art_30"),
        ("28, 4", "art_28 art_4"),
    ]);
}

#[test]
fn ranges_are_spelled_out() {
    let articles = "art_28 art_29 art_30";
    let paragraphs = "art_28__para_4 art_28__para_5 art_28__para_6";
    check(&[
        ("Articles 28–30", articles),
        ("28-30", articles),
        ("28 — 30", articles),
        ("28\u{2011}30", articles),
        ("28 to 30", articles),
        ("ARTICLES 28 À 30", articles),
        ("Article 28 to Article 30", articles),
        ("28(4)–(6)", paragraphs),
        ("28.4–28.6", paragraphs),
        ("Article 28, paragraphs 4 to 6", paragraphs),
        ("Art. 28 § 4-6", paragraphs),
        ("paragraphs 4–6 of Article 28", paragraphs),
        ("36(1)(a)–(b)", "art_36__para_1__point_a art_36__para_1__point_b"),
        ("28–28", "art_28"),
        ("28–29, 31", "art_28 art_29 art_31"),
    ]);
}

#[test]
fn french_and_arabic_are_read_as_well() {
    check(&[
        ("article 28, paragraphe 4", "art_28__para_4"),
        ("l’article 28, paragraphe 4", "art_28__para_4"),
        ("paragraphe 4 de l'article 28", "art_28__para_4"),
        ("du paragraphe 1 b) de l’article 36", "art_36__para_1__point_b"),
        ("article 36, paragraphe 1, alinéa b)", "art_36__para_1__point_b"),
        ("art. 28 al. 4", "art_28__para_4"),
        ("article 36, paragraphe 1, b)", "art_36__para_1 !b)"),
        ("article 1er", "art_1"),
        ("article premier", "art_1"),
        ("articles 28 à 30", "art_28 art_29 art_30"),
        ("les articles 28, 29 et 30", "art_28 art_29 art_30"),
        ("articles 40(21) et 40(22)", "art_40__para_21 art_40__para_22"),
        ("المادة 28(4)", "art_28__para_4"),
        ("المادة ٢٨ (٤)", "art_28__para_4"),
        ("المادة ٢٨، الفقرة ٤", "art_28__para_4"),
        ("الفقرة 4 من المادة 28", "art_28__para_4"),
        ("الفقرتان ٤ و٥ من المادة ٢٨", "art_28__para_4 art_28__para_5"),
        ("المواد ۲۸ إلى ۳۰", "art_28 art_29 art_30"),
        ("المادتان 28 و30", "art_28 art_30"),
        ("المادة 28 والمادة 30", "art_28 art_30"),
        ("الفقرة الفرعية (ب) من الفقرة 1 من المادة 36", "art_36__para_1__point_b"),
        ("المادة 36 (1) (هـ)، 53 (و)", "art_36__para_1__point_e art_53__point_f"),
        ("المَادَّة 28", "art_28"),
    ]);
}

#[test]
fn a_letter_behind_a_blank_is_read_as_the_law_has_it() {
    let both = law("section", &["Section 5", "Section 5A", "Section 5(a)", "Section 6(1)(f)"]);
    let read = |text: &str| both.read_one(text, &|_| None);
    assert_eq!(read("Section 6 (1) f"), Ok(ProvisionIx::nth(3)));
    assert_eq!(read("6 (1) F"), Ok(ProvisionIx::nth(3)));
    let refused = read("Section 5 A").expect_err("5A or 5(a)");
    assert_eq!(refused.why, Refusal::TwoReadings);
    check(&[
        ("10 A", "art_10a"),
        ("Article 10 a (2b)", "art_10a__para_2b"),
        ("Art. 10 a, para. 2 b", "art_10a__para_2b"),
        ("36 (1) b", "art_36__para_1__point_b"),
        ("Article 36 b", "art_36__point_b"),
        ("Articles 10 a and 36 (1) b", "art_10a art_36__para_1__point_b"),
        ("10 c, 29", "!Article 10c art_29"),
        ("36 (1) z", "!Article 36(1)(z)"),
        ("10 a of the Directive, 29", "!10 a of the Directive art_29"),
        ("28 b c", "!28 b c"),
    ]);
}

#[test]
fn an_article_is_cited_by_its_id_and_nothing_else_is() {
    assert_eq!(of_eid("art_36__para_1__point_b").as_deref(), Some("Article 36(1)(b)"));
    assert_eq!(of_eid("art_4bis").as_deref(), Some("Article 4bis"));
    for id in ["title", "instrument", "chp_IV", "art_", "art_28_para_4", "art_28__", "sec_3"] {
        assert_eq!(of_eid(id), None, "{id}");
    }
}
