//! What is found among other words, and what isn't.

use alloc::{format, string::String, vec::Vec};

use super::convention;
use crate::{
    ProvisionIx,
    citation::{Found, Unreadable},
};

/// What is found: the words, and after an equals sign what they name.
fn found(text: &str) -> String {
    let (ids, law) = convention();
    let place = |place: &Result<ProvisionIx, Unreadable>| match place {
        Ok(place) => law.short(*place).unwrap_or_else(|| ids[place.index()].clone()),
        Err(unreadable) => format!("!{}", unreadable.text),
    };
    let piece = |found: &Found| {
        let places: Vec<_> = found.places.iter().map(place).collect();
        format!("{}={}", &text[found.span.clone()], places.join("+"))
    };
    law.find_in(text).iter().map(piece).collect::<Vec<_>>().join(" | ")
}

fn check(table: &[(&str, &str)]) {
    let wrong: Vec<_> = table.iter().filter(|(text, expected)| found(text) != *expected).collect();
    let lines = wrong.iter().map(|(text, expected)| {
        format!("{text}\n    expected {expected}\n    got      {}\n", found(text))
    });
    assert!(wrong.is_empty(), "{}", lines.collect::<String>());
}

#[test]
fn a_list_is_cut_into_the_pieces_that_a_reader_would_tap() {
    check(&[
        ("Under Article 28(4), police may ask.", "Article 28(4)=28(4)"),
        ("Under Article 28, paragraph 4, police", "Article 28, paragraph 4=28(4)"),
        ("Articles 28 and 29(2) say", "Articles 28=28 | 29(2)=29(2)"),
        ("See Articles 28, 29 and 30.", "Articles 28=28 | 29=29 | 30=30"),
        ("Articles 28–30 allow", "Articles 28–30=28+29+30"),
        ("Articles 28 to 30 allow", "Articles 28 to 30=28+29+30"),
        ("Articles 14 and 28–30 allow", "Articles 14=14 | 28–30=28+29+30"),
        ("paragraphs 4 and 5 of Article 28 say", "paragraphs 4 and 5 of Article 28=28(4)+28(5)"),
        ("Article 28, paragraphs 4 and 5", "Article 28, paragraphs 4=28(4) | 5=28(5)"),
        ("Articles 40(21) and (22)", "Articles 40(21)=40(21) | (22)=40(22)"),
        (
            "point (b) of paragraph 1 of Article 36 is",
            "point (b) of paragraph 1 of Article 36=36(1)(b)",
        ),
        (
            "Article 28(2) and paragraph 4 of Article 29",
            "Article 28(2)=28(2) | paragraph 4 of Article 29=29(4)",
        ),
        ("Article 28 to Article 30", "Article 28=28 | Article 30=30"),
        ("art_28__para_4, and so on", "art_28__para_4=28(4)"),
        (
            "Article 28 (4) of it; (see Article 36(1)(b))",
            "Article 28 (4)=28(4) | Article 36(1)(b)=36(1)(b)",
        ),
    ]);
}

#[test]
fn a_bare_number_goes_on_only_after_the_plural_and_ends_with_the_word_for_and() {
    check(&[
        ("Article 28, 30 countries said", "Article 28=28"),
        ("Article 28 and 40 states", "Article 28=28"),
        ("Article 28 to 30 delegates", "Article 28=28"),
        ("Articles 28 and 29, 40 states", "Articles 28=28 | 29=29"),
        ("Under Articles 28, 30 countries may", "Articles 28=28"),
        ("Articles 28, 30 of the 190 states", "Articles 28=28"),
        ("Articles 28, 30% of states", "Articles 28=28"),
        ("Article 28, paragraphs 4 and 5, 30 states", "Article 28, paragraphs 4=28(4) | 5=28(5)"),
        ("Article 28-30 allow", ""),
        ("Article 28ff of it", ""),
        ("Article 28-30.", "Article 28-30=28+29+30"),
        ("Article 28—30 countries", "Article 28=28"),
        ("Article 28 (2024)", "Article 28=28"),
        ("Article 28 (30 votes)", "Article 28=28"),
        ("In Article 28, 2024 saw", "Article 28=28"),
    ]);
}

#[test]
fn words_of_prose_are_not_taken_for_labels() {
    check(&[
        ("Article 28 points a finger", "Article 28=28"),
        ("Article 28 points 4 ways", "Article 28=28"),
        ("Article 28 a été adopté", "Article 28=28"),
        ("l’article 28 par 30 pays", "article 28=28"),
        ("an article 2 weeks ago", ""),
        ("modern art. 28 painters came", ""),
        ("the Article 28 letter 30 groups signed", "Article 28=28"),
        ("Article 28.A spokesman", "Article 28=28"),
        ("Article 14.4The next", "Article 14.4=14(4)"),
        ("Article 28’s powers", "Article 28=28"),
        ("paragraph 4 says some of Article 29", "Article 29=29"),
        ("paragraph 4 of the plan", ""),
        ("28(4) and 14.4 alone", ""),
        ("articles of 28 papers", ""),
    ]);
}

#[test]
fn a_letter_behind_a_blank_is_no_word_of_the_sentence() {
    check(&[
        ("Article 10 A says", "Article 10 A=10a"),
        ("(as in Article 36 b)", "Article 36 b=36(b)"),
        ("Under Article 36 (1) b, police", "Article 36 (1) b=36(1)(b)"),
        ("§ 10 a of it, and § 28", ""),
        ("Article 10 a (2b) says", "Article 10 a (2b)=10a(2b)"),
        ("Article 10 a says", ""),
        ("Article 10 A Threat To All", ""),
        ("Articles 28 and 10 a court", ""),
        ("Article 5(1) I think", ""),
        ("Article 28 A says", "Article 28 A=!Article 28a"),
        ("Article 28 C spokesman", "Article 28 C=!Article 28c"),
        ("Article 28 f. and others", ""),
        ("Article 28 v Germany", "Article 28=28"),
        ("Article 28 a court", "Article 28=28"),
    ]);
}

#[test]
fn french_and_arabic_prose_is_read() {
    check(&[
        ("Selon l’article 28, paragraphe 4, la police", "article 28, paragraphe 4=28(4)"),
        ("le paragraphe 4 de l’article 28 dit", "paragraphe 4 de l’article 28=28(4)"),
        ("les articles 28 et 29, 40 États", "articles 28=28 | 29=29"),
        ("l’art. 28 prévoit", "art. 28=28"),
        ("تنص المادة 28 على", "المادة 28=28"),
        ("عملاً بالمادة ٢٨ (٤) من", "بالمادة ٢٨ (٤)=28(4)"),
        ("وفقاً للمادة 30،", "للمادة 30=30"),
        ("المادة 28 والمادة 30", "المادة 28=28 | المادة 30=30"),
        ("المادتان 28 و30 من", "المادتان 28=28 | 30=30"),
    ]);
}

#[test]
fn depth_in_words_is_read_and_never_lost_in_silence() {
    check(&[
        ("the fourth paragraph of Article 28", "fourth paragraph of Article 28=28(4)"),
        ("the 4th paragraph of Article 28", "4th paragraph of Article 28=28(4)"),
        ("Article 28, fourth paragraph, says", "Article 28, fourth paragraph=28(4)"),
        ("Article 28’s paragraph 4 says", "Article 28’s paragraph 4=28(4)"),
        ("Article 28's fourth paragraph says", "Article 28's fourth paragraph=28(4)"),
        ("Article 28, in its paragraph 4, says", "Article 28, in its paragraph 4=28(4)"),
        (
            "the first and second paragraphs of Article 28",
            "first and second paragraphs of Article 28=28(1)+28(2)",
        ),
        (
            "Article 28, first and second paragraphs, say",
            "Article 28, first and second paragraphs=28(1)+28(2)",
        ),
        ("paragraph 1, point (b), of Article 36", "paragraph 1, point (b), of Article 36=36(1)(b)"),
        ("le quatrième alinéa de l’article 28", "quatrième alinéa de l’article 28=28(4)"),
        ("l’article 28-4 dit", "article 28-4=28(4)"),
        ("el párrafo cuarto del artículo 28", "párrafo cuarto del artículo 28=28(4)"),
        ("el 4.º párrafo del artículo 28", "4.º párrafo del artículo 28=28(4)"),
        ("der vierte Absatz von Artikel 28", "vierte Absatz von Artikel 28=28(4)"),
        ("Artikel 28, 4. Absatz, sagt", "Artikel 28, 4. Absatz=28(4)"),
        ("Art. 28 Abs. 4 verlangt", "Art. 28 Abs. 4=28(4)"),
        ("الفقرة الرابعة من المادة 28", "الفقرة الرابعة من المادة 28=28(4)"),
        ("Article 28. No hesitation", "Article 28=28"),
        ("Articles 28 and 29. Paragraph four is", "Articles 28=28 | 29=29"),
        ("Article 28. The fourth paragraph is", "Article 28=28"),
        ("l’article 323-1 du code", ""),
        ("Chapter V, Article 40 says", "Article 40=40"),
    ]);
}

#[test]
fn a_list_is_read_to_its_last_item() {
    check(&[
        ("Articles 28 and 29: both", "Articles 28=28 | 29=29"),
        ("Articles 28 and 29? No!", "Articles 28=28 | 29=29"),
        ("Articles 28 and 29 as well as 30", "Articles 28=28 | 29=29 | 30=30"),
        ("Articles 28, 29 plus 30", "Articles 28=28 | 29=29 | 30=30"),
        ("Articles 28 and/or 30 say", "Articles 28=28 | 30=30"),
        ("Articles 14, 30–28 and 40 say", "Articles 14=14 | 40=40"),
        ("Article 28 and 29 are", "Article 28=28 | 29=29"),
        ("Article 28 and 29 decide who", "Article 28=28 | 29=29"),
        ("Article 28 and 29 delegates who", "Article 28=28"),
        ("Article 14, 18 and 19.", "Article 14=14 | 18=18 | 19=19"),
        ("Articles 34 (victims), 41 (the network) and 47", "Articles 34=34 | 41=41 | 47=47"),
        ("Artikel 28 bis 30 regeln", "Artikel 28 bis 30=28+29+30"),
        ("المواد 28 و29 و30 من", "المواد 28=28 | 29=29 | 30=30"),
        ("المواد من 28 إلى 30", "المواد من 28 إلى 30=28+29+30"),
        ("los artículos del 28 al 30", "artículos del 28 al 30=28+29+30"),
    ]);
}

#[test]
fn what_a_number_counts_is_no_place() {
    check(&[
        ("quoted articles 29 times", ""),
        ("about Article 24 hours a day", ""),
        ("the article 30,000 people signed", ""),
        ("Since Article 29 February", ""),
        ("for Article 47% of them", ""),
        ("l’article 30 fois", ""),
        ("el artículo 29 de febrero", ""),
        ("Artikel 30 Jahre alt", ""),
        ("Articles 28 and 30 days", "Articles 28=28"),
        ("Article 28 march on", "Article 28=28"),
    ]);
}

#[test]
fn a_number_in_words_has_an_end_however_many_words_follow() {
    for (head, word) in [
        ("article", "twenty"),
        ("l’article", "dix"),
        ("artículo", "vigésimo"),
        ("المادة الثانية", "والعشرون"),
    ] {
        let text = format!("{head} {}", format!("{word} ").repeat(10_000));
        assert!(convention().1.find_in(&text).len() < 2, "{head} {word}");
    }
}
