//! Laws of other kinds than the bundled treaty, in every form and language: nothing in the interface
//! names what only that has.
#![allow(clippy::expect_used, reason = "without the datasets there is nothing to test")]

use std::rc::Rc;

use explorer::{
    EditorialConfig, Explorer, State,
    view::{RenderContext, screen},
};
use options::Options;
use provision_explorer::{Language, ssr};
use snippets::{Form, SnippetInput, print};

const SECTIONS: &str = include_str!("../../../data/example-public-libraries.json");
const PARAGRAPHS: &str = include_str!("../../../data/example-schulwege.json");
const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "ar"];

/// What the interface would say only of the treaty, in its languages.
const FOREIGN: [&str; 9] = [
    "Article ",
    "Artikel ",
    "Artículo ",
    "artículo ",
    "المادة ",
    "Convention",
    "treaty",
    "28(4)",
    "Access Now",
];

fn explorer(text: &str) -> Explorer {
    let node = authoring::json::parse(text).expect("it is JSON");
    let reading = authoring::read(node);
    assert_eq!(reading.problems, []);
    Explorer::new(Rc::new(reading.dataset.expect("it is sound")), EditorialConfig::default())
}

fn language(tag: &str) -> Language {
    Language::of(tag).unwrap_or_else(Language::fallback)
}

#[test]
fn in_no_form_and_no_language_is_anything_said_that_only_a_treaty_in_articles_has() {
    for (text, own) in [(SECTIONS, "Section 5A(3)"), (PARAGRAPHS, "§ 5 Abs. 2 Nr. 3")] {
        let explorer = explorer(text);
        for tag in LANGUAGES {
            let printed = |form| {
                let piece = SnippetInput {
                    explorer: &explorer,
                    options: &Options::default(),
                    language: language(tag),
                    loader: "https://cdn.example/pe/provision-explorer.js",
                    styles: "a.css",
                    accent: None,
                    story: Some("https://news.example/story"),
                    name: None,
                };
                print(form, &piece).expect("the address is whole")
            };
            for form in Form::ALL.into_iter().filter(|it| *it != Form::Picture) {
                let html = printed(form);
                let found: Vec<_> = FOREIGN.iter().filter(|it| html.contains(**it)).collect();
                assert!(found.is_empty(), "{own}, {tag}, {form:?}: {found:?}");
            }
            let cited =
                if tag == "en" { own.replace(" Abs. 2 Nr. 3", "(2)(3)") } else { own.into() };
            assert!(printed(Form::Whole).contains(&cited), "{cited}, {tag}");
        }
    }
}

#[test]
fn the_search_field_shows_what_this_law_has() {
    let examples = |text: &str, lang: &str| {
        let context = RenderContext { lang: lang.into(), today: None, unfolded: false };
        screen(&explorer(text), &State::default(), &context).filters.examples
    };
    assert_eq!(examples(SECTIONS, "en"), ["Section 2", "Friends"]);
    assert_eq!(examples(PARAGRAPHS, "de"), ["§ 3 Abs. 1", "EBB"]);
    assert_eq!(examples(PARAGRAPHS, "en"), ["§ 3(1)", "EBB"]);
}

#[test]
fn that_a_wording_was_compared_is_said_only_of_what_speaks_of_another_text() {
    let english = Language::fallback();
    let said = |text: &str| {
        let html = ssr::light(&explorer(text), Language::fallback());
        english.wordings.iter().map(|it| html.matches(it).count()).collect::<Vec<_>>()
    };
    // Of the seven concerns about the bill, two are in evidence on the present text.
    assert_eq!(said(SECTIONS), [1, 4, 0]);
    assert_eq!(said(PARAGRAPHS), [0, 0, 0], "there is but one text");
}

#[test]
fn what_changed_since_an_earlier_draft_is_read_without_a_style_sheet_and_without_script() {
    let html = ssr::light(&explorer(SECTIONS), Language::fallback());
    let card = html.split("id=\"pe-sec_2\"").nth(1).or_else(|| html.split("id=\"sec_2\"").nth(1));
    let card = card.and_then(|it| it.split("</article>").next()).expect("a card");
    let words = |tag: &str| {
        let (start, end) = (format!("<{tag}>"), format!("</{tag}>"));
        let all = card.split(start.as_str()).skip(1).filter_map(|it| it.split(end.as_str()).next());
        all.map(text).collect::<Vec<_>>()
    };
    assert_eq!(words("del"), ["Removed: such hours as the authority sees fit."]);
    let added = "Added: at least twenty hours, one evening and Saturday among them.";
    assert_eq!(words("ins"), [added]);
    assert!(text(card).contains("What changed since Bill as introduced (example)"), "{card}");
    assert!(text(&html).contains("Same words as in Bill as introduced (example)"));
}

/// The words between the tags.
fn text(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |it| it.1)).collect()
}
