//! What is printed reads back as the same options, and holds what its readers need.

use std::rc::Rc;

use authoring::{Node, ProvisionId};
use explorer::EditorialConfig;
use options::{
    Layer, Origin, ParsedOptions, read,
    strategies::{line, options},
};
use proptest::prelude::*;

use super::*;

const BILL: &str = include_str!("../../../tests/browser/cases/data/bill.json");
const LOADER: &str = "https://cdn.example/pe/provision-explorer.js?integrity";

fn bill() -> Explorer {
    let node = authoring::json::parse(BILL).expect("it is JSON");
    let dataset = authoring::read(node).dataset.expect("it is sound");
    Explorer::new(Rc::new(dataset), EditorialConfig::default())
}

fn piece<'a>(explorer: &'a Explorer, options: &'a Options) -> SnippetInput<'a> {
    SnippetInput {
        explorer,
        options,
        language: Language::fallback(),
        loader: LOADER,
        styles: "assets/widget-1.css",
        accent: None,
        story: None,
        name: None,
    }
}

fn printed(form: Form, options: &Options) -> String {
    print(form, &piece(&bill(), options)).expect("the address is whole")
}

fn set(attributes: Vec<(String, String)>, json: &str) -> ParsedOptions {
    let attributes = attributes.into_iter().map(|(name, value)| (name, Node::Text(value)));
    read(&[
        Layer { origin: Origin::Attributes, values: Node::Map(attributes.collect()) },
        Layer { origin: Origin::Child, values: authoring::json::parse(json).expect("it is JSON") },
    ])
}

fn decode(code: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = code.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
        let digits = str::from_utf8(&digits).expect("digits are ASCII");
        bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
    }
    String::from_utf8(bytes).expect("it was UTF-8")
}

/// As WordPress' own expressions find a shortcode and the values in it.
fn wordpress(code: &str) -> ParsedOptions {
    let (tag, inside) = code.split_once(']').expect("the shortcode's end");
    assert!(inside.starts_with("<a href=") && inside.ends_with("</a>[/provision-explorer]"));
    assert_eq!(inside.matches(['[', ']']).count(), 2, "{inside}");
    let mut rest = tag.strip_prefix("[provision-explorer").expect("its name");
    assert!(!rest.contains(['[', '<', '>', '&', '\\', '\'', '\n', '\u{a0}', '\u{200b}']), "{rest}");
    let (mut attributes, mut json) = (Vec::new(), "{}".to_owned());
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("the value's end");
        match name.trim() {
            "notes" => json = format!("{{\"notes\":{}}}", decode(value)),
            name => attributes.push((name.to_owned(), decode(value))),
        }
        rest = after;
    }
    assert_eq!(rest, "");
    set(attributes, &json)
}

fn address(address: &str) -> (ParsedOptions, Vec<String>) {
    let query = address.strip_prefix("https://cdn.example/pe/embed.html").expect("the page");
    let (mut attributes, mut json, mut accents) = (Vec::new(), "{}".to_owned(), Vec::new());
    for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(&value.replace('+', " "));
        match name {
            "options" => json = value,
            "accent" | "accent-dark" => accents.push(value),
            _ => attributes.push((name.to_owned(), value)),
        }
    }
    (set(attributes, &json), accents)
}

proptest! {
    #[test]
    fn options_survive_as_a_shortcode(options in options()) {
        let reading = wordpress(&printed(Form::WordPress, &options));
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }

    #[test]
    fn options_and_colours_survive_in_an_address(options in options(), one in any::<[u8; 3]>(), other in any::<[u8; 3]>()) {
        let accent = Accent { light: Colour(one), dark: Colour(other) };
        let bill = bill();
        let piece = SnippetInput { accent: Some(accent), ..piece(&bill, &options) };
        let address = print(Form::Address, &piece).expect("the address is whole");
        let (reading, accents) = self::address(&address);
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(&reading.options, &options);
        let colours: Result<Vec<Colour>, _> = accents.iter().map(|it| it.parse()).collect();
        let colours = colours.expect("colours");
        prop_assert_eq!(colours.first(), Some(&accent.light));
        prop_assert_eq!(colours.last(), Some(&accent.dark));
        for form in [Form::Frame, Form::Amp] {
            let html = print(form, &piece).expect("the address is whole");
            let src = format!(" src=\"{}\"", escaped(&address));
            prop_assert!(html.contains(&src), "{}", html);
        }
    }

    #[test]
    fn options_survive_as_json(options in options()) {
        let reading = set(Vec::new(), &printed(Form::Json, &options));
        prop_assert_eq!(&reading.warnings, &[]);
        prop_assert_eq!(reading.options, options);
    }

    #[test]
    fn no_text_becomes_markup(heading in line(), note in line()) {
        let options = Options {
            heading: Some(heading.clone()),
            notes: vec![(ProvisionId::new("art_1"), note)],
            ..Options::default()
        };
        let plain = Options {
            heading: Some("x".into()),
            notes: vec![(ProvisionId::new("art_1"), "y".into())],
            ..Options::default()
        };
        let html = |it: &Form| it.file_extension() == "html" && *it != Form::Picture;
        for form in Form::ALL.into_iter().filter(html) {
            let tags = |options| printed(form, options).matches('<').count();
            prop_assert_eq!(tags(&options), tags(&plain), "{:?}", form);
        }
    }
}

#[test]
fn the_newsroom_s_words_run_their_own_way_in_every_form() {
    // An interface in English for a page in Hebrew, which it doesn't speak. cspell:disable
    let [heading, dek, note] =
        ["מי מתנגד לסעיף 1?", "ומה אומרים עליו?", "שתי התעודות מצטטות אותו."];
    // cspell:enable
    let options = Options {
        heading: Some(heading.into()),
        dek: Some(dek.into()),
        highlight: vec![ProvisionId::new("art_1")],
        notes: vec![(ProvisionId::new("art_1"), note.into())],
        ..Options::default()
    };
    let html = |it: &Form| it.file_extension() == "html" && *it != Form::Picture;
    for form in Form::ALL.into_iter().filter(html) {
        let printed = printed(form, &options);
        for (at, own) in [heading, dek, note].iter().flat_map(|it| printed.match_indices(it)) {
            let before = printed[..at].trim_end();
            let is_value = before.rfind('<') > before.rfind('>');
            let runs_its_way = before.ends_with("<bdi>") || before.ends_with("dir=\"auto\">");
            // A link of theirs, or a title that nobody sees, has nothing of the interface's beside them.
            let behind = &printed[at + own.len()..];
            let alone = ["</a>", "</title>", "</h1>"].iter().any(|it| behind.starts_with(it));
            let last = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
            assert!(
                is_value || runs_its_way || alone,
                "{form:?}: {own} behind {}",
                &before[last..]
            );
        }
    }
}

proptest! {
    // Each prints all of a law.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_holds_options_opens_again(options in options(), at in 0..HOLDING_OPTIONS.len()) {
        let form = HOLDING_OPTIONS[at];
        let snippet = printed(form, &options);
        let written = options.written(bill().dataset());
        let opened = open(&snippet).expect("it is a snippet");
        let reading = read(&opened.layers);
        prop_assert_eq!(&reading.warnings, &[], "{:?}", form);
        prop_assert_eq!(reading.options, written, "{:?}", form);
        if form != Form::WordPress {
            let loader = opened.loader.expect("it says where the loader is");
            prop_assert_eq!(loader.split('?').next(), LOADER.split('?').next(), "{:?}", form);
        }
    }

    #[test]
    fn opening_any_text_ends(text in any::<String>(), before in "(<provision-explorer|\\[provision-explorer|embed.html\\?| notes=\"|<iframe src=)?") {
        drop(open(&format!("{before}{text}")));
    }
}

/// All forms but those that lead elsewhere, and the one that is read and no longer set.
const HOLDING_OPTIONS: [Form; 9] = [
    Form::Element,
    Form::Twin,
    Form::Whole,
    Form::Shadow,
    Form::Frame,
    Form::Address,
    Form::Oembed,
    Form::WordPress,
    Form::Amp,
];

#[test]
fn a_colour_comes_back_where_the_form_carries_it() {
    let (bill, options) = (bill(), Options::default());
    let accent = Accent { light: Colour([0x7a, 0x0c, 0x5b]), dark: Colour([0xf0, 0x9a, 0xd6]) };
    let piece = SnippetInput { accent: Some(accent), ..piece(&bill, &options) };
    for form in [Form::Frame, Form::Address, Form::Oembed, Form::Amp] {
        let opened = open(&print(form, &piece).expect("the address is whole"));
        assert_eq!(opened.expect("it is a snippet").accent, Some(accent.light), "{form:?}");
    }
}

#[test]
fn options_by_hand_and_what_stands_around_are_understood() {
    let html = "<p>Before</p><Provision-Explorer class=x HIGHLIGHT='2(1)' only>\
                <script type=application/json class=\"a provision-explorer-options\">\
                {\"view\":\"matrix\",\"notes\":{\"2(1)\":\"New < old\"}}</script></provision-explorer>";
    let reading = read(&open(html).expect("it is a snippet").layers);
    assert_eq!(reading.warnings, []);
    assert_eq!(reading.options.highlight, [ProvisionId::new("2(1)")]);
    assert_eq!(reading.options.view, Some(explorer::ViewKind::Matrix));
    assert_eq!(reading.options.notes, [(ProvisionId::new("2(1)"), "New < old".into())]);
    let code = open("x [provision-explorer only highlight=\"1\" deep-links]").expect("a shortcode");
    let options = read(&code.layers).options;
    assert!(options.only && options.deep_links);
}

#[test]
fn what_is_no_single_snippet_is_refused_with_what_would_be() {
    let element = printed(Form::Element, &Options::default());
    assert_eq!(open(&element.repeat(2)), Err(NotOpened::Several(2)));
    let page = printed(Form::Page, &Options::default());
    let (_, link) = page.split_once("<link rel=\"alternate\"").expect("a link");
    let link = format!("<link {}", link.lines().next().expect("a line"));
    assert_eq!(open(&link), Err(NotOpened::Discovery));
    let elsewhere = "https://news.example/story?of=embed.html";
    for text in
        ["", "{}", "A story.", "https://news.example/", elsewhere, "<iframe src=x></iframe>"]
    {
        assert_eq!(open(text), Err(NotOpened::NoSnippet), "{text}");
    }
}

#[test]
fn the_usual_values_of_a_shortcode_stay_legible() {
    let options = Options {
        highlight: vec![ProvisionId::new("art_2__para_1"), ProvisionId::new("art_3")],
        only: true,
        view: Some(explorer::ViewKind::Matrix),
        heading: Some("Été: what it says ['here']".into()),
        ..Options::default()
    };
    let code = printed(Form::WordPress, &options);
    assert!(
        code.starts_with(
            "[provision-explorer highlight=\"2(1), 3\" only=\"true\" view=\"matrix\" \
             heading=\"Été: what it says %5B%27here%27%5D\"]<a href="
        ),
        "{code}"
    );
}

#[test]
fn forms_that_are_read_elsewhere_want_a_whole_address_and_amp_an_encrypted_one() {
    let (bill, options) = (bill(), Options::default());
    for form in Form::ALL {
        let at = |loader| print(form, &SnippetInput { loader, ..piece(&bill, &options) });
        let refused = at("../provision-explorer.js").err();
        let wants_whole = form.needs_whole_address().then_some(Refusal::NotWhole(form));
        assert_eq!(refused, wants_whole, "{form:?}");
        let wants_more = match form {
            Form::Amp => Some(Refusal::NotSecure(form)),
            // Nothing is highlighted.
            Form::Picture => Some(Refusal::NothingQuoted(form)),
            _ => None,
        };
        assert_eq!(at("http://x.example/provision-explorer.js").err(), wants_more);
    }
    assert_eq!(
        Refusal::NotWhole(Form::Oembed).to_string(),
        "oEmbed answer: this needs the whole address of provision-explorer.js, with https:// before it"
    );
}

#[test]
fn a_newsletter_leads_to_the_story_where_there_is_one() {
    let bill = bill();
    let options = Options { deep_links: true, ..Options::default() };
    let at = |story, options| {
        let piece = SnippetInput { story, ..piece(&bill, options) };
        print(Form::Newsletter, &piece).expect("the address is whole")
    };
    let story = Some("https://news.example/story?id=7#top");
    assert!(at(story, &options).contains("<a href=\"https://news.example/story?id=7#pe=art_1\">"));
    let still = Options::default();
    assert!(
        at(story, &still).contains("<a href=\"https://news.example/story?id=7#top\">Article 1")
    );
    assert!(at(None, &still).contains("<a href=\"https://cdn.example/pe/text.html#art_1\">"));
    assert!(at(Some("javascript:alert(1)"), &still).contains("text.html#art_1"));
    let own = Options { dataset: Some("own.json".into()), ..Options::default() };
    assert!(at(None, &own).contains("/pe/embed.html?dataset=own.json&amp;open=1\">"));
}

fn options_of(json: &str) -> Options {
    set(Vec::new(), json).options
}

fn named<'a>(explorer: &'a Explorer, options: &'a Options, name: &'a str) -> SnippetInput<'a> {
    SnippetInput { name: Some(name), ..piece(explorer, options) }
}

#[test]
fn a_story_s_page_leads_to_its_own_answer_and_that_to_its_own_frame() {
    let bill = bill();
    let options = options_of(r#"{"heading": "A \"<b>&"}"#);
    let at = |form| print(form, &named(&bill, &options, "Hanoi: one")).expect("it is whole");
    let page = at(Form::Page);
    let href = "href=\"https://cdn.example/pe/stories/hanoi-one.json\"";
    assert!(page.contains(&format!("type=\"application/json+oembed\" {href}")), "{page}");
    assert!(page.contains("<title>A &quot;&lt;b&gt;&amp;</title>"), "{page}");
    let answer: serde_json::Value = serde_json::from_str(&at(Form::Oembed)).expect("it is JSON");
    let html = answer["html"].as_str().expect("markup");
    assert!(html.starts_with("<div><iframe src=\"https://cdn.example/pe/embed.html?heading="));
    assert_eq!(answer["title"], "A \"<b>&");
}

#[test]
fn an_address_without_a_host_is_no_whole_one() {
    let (bill, options) = (bill(), Options::default());
    for (loader, is_whole) in [
        ("https://cdn.example/pe/provision-explorer.js", true),
        ("http://127.0.0.1:8080/provision-explorer.js", true),
        ("https://cdn.example", false),
        ("https://", false),
        ("https:///pe/provision-explorer.js", false),
        ("/pe/provision-explorer.js", false),
    ] {
        let piece = SnippetInput { loader, ..piece(&bill, &options) };
        assert_eq!(piece.is_whole(), is_whole, "{loader}");
        assert_eq!(print(Form::Page, &piece).is_ok(), is_whole, "{loader}");
        assert_eq!(piece.page_address().is_some(), is_whole, "{loader}");
    }
}

#[test]
fn stories_that_differ_have_names_that_do_and_the_same_has_the_same() {
    let bill = bill();
    let name = |json| piece(&bill, &options_of(json)).file_stem();
    let one = name(r#"{"highlight": ["art_1"]}"#);
    assert_ne!(one, name(r#"{"highlight": ["art_2"]}"#));
    assert_eq!(one, name(r#"{"highlight": ["art_1"], "only": false}"#));
    let colour = Colour([1, 2, 3]);
    let options = options_of(r#"{"highlight": ["art_1"]}"#);
    let accent = Some(Accent { light: colour, dark: colour });
    assert_ne!(one, SnippetInput { accent, ..piece(&bill, &options) }.file_stem());
}

#[test]
fn a_page_finds_a_law_where_the_page_for_frames_does() {
    for (given, found) in [
        ("data/own.law.txt", "https://cdn.example/pe/data/own.law.txt"),
        ("/laws/own.law.txt", "/laws/own.law.txt"),
        ("https://news.example/own.law.txt", "https://news.example/own.law.txt"),
    ] {
        let options = Options { dataset: Some(given.into()), ..Options::default() };
        let page = printed(Form::Page, &options);
        let opened = read(&open(&page).expect("it is a snippet").layers).options;
        assert_eq!(opened, Options { dataset: Some(found.into()), ..Options::default() });
    }
}

#[test]
fn a_page_runs_what_stands_beside_the_loader_and_has_the_newsroom_s_colour() {
    let (bill, options) = (bill(), options_of(r#"{"dataset": "https://laws.example/a.law.txt"}"#));
    let colour = |one| Colour([one, 0x0c, 0x5b]);
    let accent = Accent { light: colour(0x7a), dark: colour(0xf0) };
    let piece = SnippetInput { accent: Some(accent), ..piece(&bill, &options) };
    let page = print(Form::Page, &piece).expect("it is whole");
    let policy = "script-src 'self' https://cdn.example 'wasm-unsafe-eval'; style-src 'self' \
                  https://cdn.example 'sha256-";
    assert!(page.contains(policy), "{page}");
    assert!(
        page.contains("connect-src 'self' https://cdn.example https://laws.example;"),
        "{page}"
    );
    assert!(!page.contains("http:;") && !page.contains("https: "), "{page}");
    assert!(page.contains(&format!("<style>{}</style>", css(accent))), "{page}");
    let plain = print(Form::Page, &SnippetInput { accent: None, ..piece }).expect("it is whole");
    assert!(!plain.contains("<style") && !plain.contains("sha256-"), "{plain}");
}
