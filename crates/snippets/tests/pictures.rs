//! Pictures for sharing say a quotation to the letter, whose it is, and of which draft.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test fails by it")]

use std::rc::Rc;

use authoring::Node;
use explorer::{EditorialConfig, Explorer};
use options::{Layer, Origin};
use provision_explorer::{Language, configure};
use snippets::{Form, Picture, Refusal, SnippetInput, not_pictured, pictures, print};

const BUNDLED: &str = include_str!("../../../data/un-cybercrime-convention.json");

fn explorer(json: &str) -> Explorer {
    let node = authoring::json::parse(json).expect("it is JSON");
    let dataset = authoring::read(node).dataset.expect("it is sound");
    Explorer::new(Rc::new(dataset), EditorialConfig::default())
}

/// What comes of an explorer under some options, in a language.
fn with<T>(json: &str, options: &str, lang: &str, ask: impl Fn(&SnippetInput<'_>) -> T) -> T {
    let values = authoring::json::parse(options).unwrap_or(Node::Null);
    let layers = [Layer { origin: Origin::Property, values }];
    let (explorer, options, warnings) = configure(&explorer(json), &layers);
    assert_eq!(warnings, []);
    ask(&SnippetInput {
        explorer: &explorer,
        options: &options,
        language: Language::of(lang).expect("a language"),
        loader: "https://cdn.example/pe/provision-explorer.js",
        styles: "",
        accent: None,
        story: None,
        name: Some("hanoi"),
    })
}

fn of(json: &str, options: &str, lang: &str) -> Vec<Picture> {
    with(json, options, lang, pictures)
}

const ALL: &str = r#"{"highlight": ["28(4)", "14", "14(4)", "23", "24", "35", "36", "40", "53"]}"#;

#[test]
fn every_quotation_is_one_of_the_dataset_s_and_stands_in_a_source_that_is_named() {
    let law: serde_json::Value = serde_json::from_str(BUNDLED).expect("it is JSON");
    let concerns = law["concerns"].as_array().expect("concerns");
    let made = of(BUNDLED, ALL, "en");
    assert!(made.len() >= 7, "{}", made.len());
    for picture in &made {
        let words = &picture.words;
        let quote = words.quote.text.strip_prefix('“').and_then(|it| it.strip_suffix('”'));
        let evidence = concerns.iter().filter_map(|it| it["evidence"].as_array()).flatten();
        let places =
            evidence.filter(|it| it["quote"]["exact"].as_str() == quote).collect::<Vec<_>>();
        assert!(!places.is_empty(), "{quote:?}");
        let sources = law["sources"].as_array().expect("sources");
        let named = places.iter().any(|it| {
            let source = sources.iter().find(|source| source["id"] == it["source"]);
            let title = source.and_then(|it| it["short_title"].as_str()).expect("a title");
            words.whose.text.contains(title)
        });
        assert!(named, "{quote:?}: {}", words.whose.text);
        assert!(words.whose.text.contains("draft") || words.whose.text.contains("Draft"));
        assert_eq!(words.credit.text, law["credit"].as_str().expect("a credit"));
    }
}

#[test]
fn what_is_said_in_words_is_all_that_the_picture_says() {
    for lang in ["en", "ar", "de", "fr", "es"] {
        for picture in of(BUNDLED, ALL, lang) {
            let words = picture.alternative();
            for line in picture.words.lines() {
                assert!(words.contains(line.text.trim()), "{lang}: {words}");
            }
        }
    }
}

#[test]
fn each_highlighted_provision_has_its_picture_in_the_newsroom_s_order() {
    let options = r#"{"highlight": ["24", "28(4)"], "heading": "<b>"}"#;
    let about = of(BUNDLED, options, "en")[0].words.about.text.clone();
    assert_eq!(about, "Article 24 · UN Convention against Cybercrime");
    let ids =
        of(BUNDLED, options, "en").iter().map(|it| it.provision.to_string()).collect::<Vec<_>>();
    assert_eq!(ids, ["art_24", "art_28__para_4"]);
    assert_eq!(of(BUNDLED, "{}", "en"), []);
    let html = with(BUNDLED, options, "en", |it| print(Form::Picture, it).expect("pictures"));
    let src = "<img src=\"https://cdn.example/pe/stories/hanoi-art_24.png\" width=\"600\"";
    assert!(html.contains(src), "{html}");
    assert!(html.contains("<a href=\"https://cdn.example/pe/stories/hanoi.html\">"), "{html}");
}

#[test]
fn a_page_in_arabic_runs_from_right_to_left_and_a_quotation_its_own_way() {
    let made = of(BUNDLED, r#"{"highlight": ["24"]}"#, "ar");
    let words = &made[0].words;
    assert!(words.about.rtl && words.credit.rtl && !words.quote.rtl, "{words:?}");
    assert!(words.credit.text.starts_with('\u{2068}'), "{words:?}");
}

#[test]
fn what_the_fonts_cannot_write_has_no_picture() {
    let quote = of(BUNDLED, r#"{"highlight": ["24"]}"#, "en")[0].words.quote.text.clone();
    let first = quote.trim_start_matches('“').split(' ').next().expect("a word");
    let foreign = BUNDLED.replace(&format!("\"exact\": \"{first} "), "\"exact\": \"网络 ");
    assert_eq!(of(&foreign, r#"{"highlight": ["24"]}"#, "en"), []);
    expect_left_out(&foreign, "the fonts have no `网` (U+7F51)");
}

#[test]
fn what_has_no_room_has_no_picture_and_nobody_names_one() {
    let credit = "\"credit\": \"";
    let much = [credit, &"Many people. ".repeat(200)].concat();
    let long = BUNDLED.replacen(credit, &much, 1);
    assert_ne!(long, BUNDLED);
    expect_left_out(&long, "its words are more than a picture has room for");
}

fn expect_left_out(json: &str, why: &str) {
    with(json, r#"{"highlight": ["24"]}"#, "en", |it| {
        let told: Vec<_> =
            not_pictured(it).iter().map(|(id, why)| format!("{id}: {why}")).collect();
        assert_eq!(told, [format!("art_24: {why}")]);
        assert_eq!(print(Form::Picture, it), Err(Refusal::NothingQuoted(Form::Picture)));
        for form in [Form::Page, Form::Oembed] {
            let text = print(form, it).expect("it is whole");
            assert!(!text.contains(".png"), "{text}");
        }
    });
}
