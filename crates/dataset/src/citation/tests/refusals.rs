//! What is refused, what it takes with it, and what is said.

use alloc::string::ToString;
use cpu_time::ThreadTime;

use super::{check, convention, law, why};
use crate::{
    ProvisionIx,
    citation::{Citations, Refusal},
};

#[test]
fn what_may_be_another_law_is_refused_with_all_that_its_word_introduced() {
    check(&[
        (
            "Article 38 of the EU Law Enforcement Directive",
            "!Article 38 of the EU Law Enforcement Directive",
        ),
        (
            "Articles 28, 29 and 30 of the Directive, 31",
            "!Articles 28, 29 and 30 of the Directive art_31",
        ),
        ("Article 38, of the Directive", "!Article 38, of the Directive"),
        ("28(4); Article 102 UN Charter; 30", "art_28__para_4 !Article 102 UN Charter art_30"),
        ("28(4), 30 GDPR, 31", "art_28__para_4 !30 GDPR art_31"),
        ("paragraph 4 of Article 28 of the DSA", "!paragraph 4 of Article 28 of the DSA"),
        ("paragraph 4 of the Directive", "!paragraph 4 of the Directive"),
        ("Article 28, paragraph 4 of the DSA", "!Article 28, paragraph 4 of the DSA"),
    ]);
    assert_eq!(why("Article 38 of the Directive"), [Refusal::ForeignTail]);
}

#[test]
fn what_cannot_be_read_is_returned_as_written_and_the_rest_is_read() {
    check(&[
        ("28(4), bananas, 30", "art_28__para_4 !bananas art_30"),
        ("title, chp_IV and 28", "!title !chp_IV art_28"),
        ("28(4", "!28(4"),
        ("28()", "!28()"),
        ("28(foo), 29", "!28(foo) art_29"),
        ("30–28", "!30–28"),
        ("28.4-6", "!28.4-6"),
        ("28–30(4)", "!28–30(4)"),
        ("28bis–30", "!28bis–30"),
        ("5(1)(1) and (2)", "art_5__para_1__point_1 !(2)"),
        ("5(1)(i)–(v)", "!5(1)(i)–(v)"),
        ("paragraphs 1–150 of Articles 1 and 2", "!paragraphs 1–150 of Articles 1 and 2"),
        ("(i)–(v) of Article 5", "!(i)–(v) of Article 5"),
        ("para 4, 28", "!para 4 art_28"),
        ("28 and (4)", "art_28 !(4)"),
        ("5(1)(a)(i) and (b)", "art_5__para_1__point_a__point_i art_5__para_1__point_b"),
        ("Art. 28. 4", "art_28 !4"),
        ("Article 28, para foo", "!Article 28, para foo"),
        ("Article 28 paragraph 4 paragraph 5", "!Article 28(4)(5)"),
        ("29, Article 28 para 4–2, 30", "art_29 !Article 28 para 4–2 art_30"),
        ("Articles 28–30, para 4", "art_28 art_29 art_30 !para 4"),
        ("0", "!0"),
        ("28 29", "!28 29"),
        ("28(1)(a)(b)(c)(d)(e)(f)", "!Article 28(1)(a)(b)(c)(d)(e)(f)"),
    ]);
}

#[test]
fn every_refusal_says_what_to_write_instead() {
    let law = law("section", &["Section 3", "Section 3(2)", "Schedule 2 para 3"]);
    let told = |text: &str| law.read_one(text, &|_| None).expect_err(text).to_string();
    for (text, sentence) in [
        ("bananas", "`bananas` is not a citation; write it like `Section 3(2)`"),
        ("para 4", "`para 4` does not say in what it stands; write it like `Section 3(2)`"),
        ("3(4)", "`Section 3(4)` is not in this law; did you mean `Section 3`?"),
        ("3(2)(a)", "`Section 3(2)(a)` is not in this law; did you mean `Section 3(2)`?"),
        ("Schedule 2", "`Schedule 2` is not in this law; did you mean `Schedule 2 para 3`?"),
        ("Schedule 2 para 4", "`Schedule 2 para 4` is not in this law"),
        ("4", "`Section 4` is not in this law"),
        ("Article 3", "`Article 3` is not in this law; did you mean `Section 3`?"),
        (
            "1–65000",
            "`1–65000` names too many provisions; a range may have 200 of them and a list 1000",
        ),
        (
            "3.4-6",
            "`3.4-6` can be read in two ways; write each citation in full; write it like `Section 3(2)`",
        ),
        (
            "3, 3(2)",
            "`3, 3(2)` is not one citation; write a single one; write it like `Section 3(2)`",
        ),
        ("", "`` is not a citation; write it like `Section 3(2)`"),
    ] {
        assert_eq!(told(text), sentence);
    }
}

/// What a text is made of that no editor writes, over and over.
const ABSURD: [&str; 28] = [
    "9",
    "1,",
    "1-200,",
    "a-",
    "a1",
    "(",
    "28(",
    "28(1)",
    "(a)",
    "و",
    "para 1 of ",
    "para 1, ",
    "para 1, 2 of ",
    "§",
    "art_",
    "_",
    "28 and ",
    "Article 1 foo, ",
    "1.",
    "1.a",
    "\u{200f}",
    "sub-",
    "1bis",
    "\u{301}",
    "1-",
    "Article 1, para 2 and 3 of the ",
    "(1), ",
    "bis ",
];

fn small() -> Citations {
    law("article", &["Article 1", "Article 1(1)", "Article 1(1)(a)", "Article 28", "Article 28(1)"])
}

#[test]
fn absurd_input_is_refused_in_few_short_messages() {
    let law = small();
    for piece in ABSURD {
        let items = law.read(&piece.repeat(100_000 / piece.len()), &|_| None);
        assert!(items.len() <= 1200, "{piece}: {}", items.len());
        let told = items.iter().filter_map(|it| it.as_ref().err());
        let message = told.map(|it| it.to_string().len()).max().unwrap_or(0);
        assert!(message < 400, "{piece}: a message of {message} bytes");
    }
}

#[test]
fn refusing_takes_as_long_as_the_input_and_no_longer() {
    let law = small();
    let time = |piece: &str, length: usize| {
        let text = piece.repeat(length / piece.len());
        let start = ThreadTime::now();
        let _ = law.read(&text, &|_| None);
        start.elapsed()
    };
    for piece in ABSURD {
        // Of this thread alone, and once is enough, as others use the machine's caches. Where each piece
        // looked at all others, four times the length would take sixteen times as long.
        let grows = || time(piece, 400_000) > time(piece, 100_000) * 10;
        assert!((0..5).any(|_| !grows()), "{piece}");
    }
}

#[test]
fn a_list_ends_after_a_thousand_places_with_one_complaint() {
    let count = |text: &str| {
        let items = convention().1.read(text, &|_| None);
        let refused = |it: &Result<ProvisionIx, super::Unreadable>| {
            it.as_ref().is_err_and(|it| it.why == Refusal::TooMany)
        };
        (items.len(), items.iter().filter(|it| refused(it)).count())
    };
    assert_eq!(count(&"28,".repeat(2000)), (1000, 1));
    assert_eq!(why(&"28,".repeat(2000)), [Refusal::TooMany]);
    // A range at the end counts as well.
    let whole = "1-200,".repeat(5);
    assert_eq!(count(&whole), (1000, 0));
    assert!(count(&["28,", &whole].concat()).0 <= 1000);
}

#[test]
fn a_word_without_its_label_takes_nothing_else_with_it() {
    check(&[
        ("30–28, para, 28", "!30–28 !para art_28"),
        ("28, bananas, para, 29", "art_28 !bananas !para art_29"),
    ]);
}
