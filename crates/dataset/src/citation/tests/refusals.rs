//! What is refused, what it takes with it, and what is said.

use alloc::string::ToString;
use std::time::{Duration, Instant};

use super::{check, why};
use crate::citation::{Citation, Refusal, parse_list};

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
        ("5(1)(a)(i) and (b)", "art_5__para_1__point_a__point_i !(b)"),
        ("Art. 28. 4", "art_28 !4"),
        ("Article 28, para foo", "!Article 28, para foo"),
        ("Article 28 paragraph 4 paragraph 5", "!Article 28 paragraph 4 paragraph 5"),
        ("29, Article 28 para 4–2, 30", "art_29 !Article 28 para 4–2 art_30"),
        ("Articles 28–30, para 4", "art_28 art_29 art_30 !para 4"),
        ("0", "!0"),
        ("art_4__point_1", "!art_4__point_1"),
        ("art_028", "!art_028"),
        ("28 29", "!28 29"),
        ("28(1)(a)(b)(c)(d)(e)(f)", "!28(1)(a)(b)(c)(d)(e)(f)"),
    ]);
}

#[test]
fn every_refusal_says_what_to_write_instead() {
    for (text, sentence) in [
        ("bananas", "`bananas` is not a citation; write it like `28(4)` or `art_28__para_4`"),
        ("para 4", "`para 4` names no article; write it like `28(4)`"),
        ("70000", "`70000` has a number that no law counts to; numbers run from 1 to 65535"),
        (
            "1–65000",
            "`1–65000` names too many provisions; a range may have 200 of them and a list 1000",
        ),
        (
            "28.4-6",
            "`28.4-6` can be read in two ways; write each citation in full, like `28(4), 28(5)`",
        ),
    ] {
        let unreadable = text.parse::<Citation>().expect_err(text);
        assert_eq!(unreadable.to_string(), sentence);
    }
    assert_eq!("28, 29".parse::<Citation>().expect_err("two").why, Refusal::Several);
    assert_eq!("".parse::<Citation>().expect_err("none").why, Refusal::NotACitation);
}

#[test]
fn absurd_input_is_refused_quickly() {
    let started = Instant::now();
    assert_eq!(why(&"9".repeat(1_000_000)), [Refusal::BadNumber]);
    for piece in [
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
        "Article 1, para 2 and 3 of the ",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        let listing = parse_list(&text);
        assert!(listing.items.len() <= 1200, "{piece}: {}", listing.items.len());
        let message = listing.unreadable().map(|it| it.to_string().len()).max().unwrap_or(0);
        assert!(message < 400, "{piece}: a message of {message} bytes");
    }
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}

#[test]
fn a_list_ends_after_a_thousand_places_with_one_complaint() {
    let listing = parse_list(&"28,".repeat(2000));
    assert_eq!((listing.citations().count(), listing.unreadable().count()), (999, 1));
    assert_eq!(why(&"28,".repeat(2000)), [Refusal::TooMany]);
    // A range at the end counts as well.
    let whole = "1-200,".repeat(5);
    assert_eq!(parse_list(&whole).citations().count(), 1000);
    let listing = parse_list(&["28,", &whole].concat());
    assert_eq!((listing.citations().count(), listing.unreadable().count()), (999, 1));
}
