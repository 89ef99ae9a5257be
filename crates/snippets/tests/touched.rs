//! What a new edition touches of stories that are out. Each case changes one thing of the bundled
//! dataset and has a story that holds it; all of them are to be found, at their line, and nothing in
//! stories that hold none of it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "without the bundled dataset there is nothing to test"
)]

use std::rc::Rc;

use authoring::Dataset;
use explorer::{EditorialConfig, Explorer};
use options::{Layer, Origin};
use provision_explorer::{Language, configure};
use serde_json::{Value, json};
use snippets::{Editions, Form, Found, SnippetInput, Touched, print};

const BUNDLED: &str = include_str!("../../../data/un-cybercrime-convention.json");
const LOADER: &str = "https://cdn.example/pe/provision-explorer.js";

const FRAME_HIGHLIGHTS: &str = "`https://cdn.example/pe/embed.html` highlights";
const FRAME_OPENS: &str = "`https://cdn.example/pe/embed.html` opens";

fn read(json: &str) -> Dataset {
    let reading = authoring::read(authoring::json::parse(json).expect("it is JSON"));
    assert_eq!(reading.problems, []);
    reading.dataset.expect("it is sound")
}

/// A change of the dataset.
enum Change {
    /// A field of a record, by the list, the record's id, the field's path and what it says then.
    Set(&'static str, &'static str, &'static str, Value),
    /// The same for a field of the dataset's own.
    SetTop(&'static str, Value),
    /// A record goes, with whatever names it.
    Remove(&'static str, &'static str),
    /// One more concern about a provision.
    Concern(&'static str),
}

impl Change {
    fn apply(&self, dataset: &mut Value) {
        match self {
            Self::Set(list, id, path, value) => {
                let records = dataset[list].as_array_mut().expect("a list");
                let record = records.iter_mut().find(|it| it["id"] == *id).expect("the record");
                *record.pointer_mut(path).expect("the field") = value.clone();
            }
            Self::SetTop(path, value) => {
                *dataset.pointer_mut(path).expect("the field") = value.clone();
            }
            Self::Remove(list, id) => {
                dataset[list].as_array_mut().expect("a list").retain(|it| it["id"] != *id);
                forget(dataset, id);
            }
            Self::Concern(provision) => {
                let mut more = dataset["concerns"][0].clone();
                more["id"] = json!("one-more");
                more["title"] = json!("A concern that nobody had before");
                more["provisions"] = json!([provision]);
                dataset["concerns"].as_array_mut().expect("a list").push(more);
            }
        }
    }
}

/// Takes an id out of every list of ids.
fn forget(value: &mut Value, id: &str) {
    match value {
        Value::Array(items) => {
            items.retain(|it| it != id);
            for it in items {
                forget(it, id);
            }
        }
        Value::Object(fields) => {
            for it in fields.values_mut() {
                forget(it, id);
            }
        }
        _ => {}
    }
}

fn editions_after(change: &Change) -> (Dataset, Dataset) {
    let mut after: Value = serde_json::from_str(BUNDLED).expect("it is JSON");
    change.apply(&mut after);
    (read(BUNDLED), read(&after.to_string()))
}

fn snippet(form: Form, options: &Value) -> String {
    let explorer = Explorer::new(Rc::new(read(BUNDLED)), EditorialConfig::default());
    let values = authoring::json::parse(&options.to_string()).expect("it is JSON");
    let (explorer, options, warnings) =
        configure(&explorer, &[Layer { origin: Origin::Property, values }]);
    assert_eq!(warnings, []);
    let piece = SnippetInput {
        explorer: &explorer,
        options: &options,
        language: Language::fallback(),
        loader: LOADER,
        styles: "a.css",
        accent: None,
        story: None,
        name: None,
    };
    print(form, &piece).expect("the address is whole")
}

/// A page in which something stands on the third line.
fn page(third: &str) -> String {
    format!(
        "<h1>Police and passwords</h1>\n<p>Nothing is named here.</p>\n{third}\n<p>The end.</p>\n"
    )
}

fn touched(editions: &Editions<'_>, name: &str, story: &str) -> Vec<Touched> {
    assert!(!editions.are_alike(), "something has changed");
    editions.touch(name, story.as_bytes()).expect("it can be read").touched
}

fn text(words: &str) -> Value {
    json!(words)
}

/// What is changed, and how it is told of a provision.
fn changes_of_article_28_4() -> Vec<(Change, &'static str)> {
    use Change::{Concern, Remove, Set};
    let provision = "art_28__para_4";
    let concern = "forced-access-to-systems";
    vec![
        (Set("provisions", provision, "/heading", text("Forced help")), "its heading changed"),
        (Set("provisions", provision, "/summary", text("Lets police ask.")), "its summary changed"),
        (
            Set("provisions", provision, "/citation", text("Article 28(5)")),
            "it is Article 28(5) now",
        ),
        (Concern(provision), "“A concern that nobody had before” is new"),
        (Remove("concerns", "tech-employees-detained"), "on trips abroad” is gone from it"),
        (Set("concerns", concern, "/title", text("Anybody could be forced")), "its title changed"),
        (Set("concerns", concern, "/summary", text("It could.")), "its summary changed"),
        (
            Set("concerns", concern, "/evidence/0/locator", text("Point 6")),
            "its quotations changed",
        ),
        (Set("concerns", concern, "/affected", text("none_found")), "who is affected changed"),
        (
            Set("groups", "travellers", "/label", text("Tourists")),
            "even on holiday”: who is affected changed",
        ),
        (
            Set("sources", "edri-joint-letter-2024-10-21", "/short_title", text("The letter")),
            "on trips abroad”: its sources changed",
        ),
        (
            Set("organisations", "access-now", "/name", text("Access Now Europe")),
            "on trips abroad”: its sources changed",
        ),
    ]
}

#[test]
fn each_change_of_a_provision_is_told_wherever_a_story_holds_it() {
    let stories = [
        (
            "a.html",
            "a snippet highlights",
            snippet(Form::Element, &json!({"highlight": ["28(4)"]})),
        ),
        ("a.html", FRAME_HIGHLIGHTS, snippet(Form::Frame, &json!({"highlight": ["28(4)"]}))),
        ("a.html", "a snippet highlights", snippet(Form::Shadow, &json!({"highlight": ["28(4)"]}))),
        (
            "a.md",
            "a snippet highlights",
            snippet(Form::WordPress, &json!({"highlight": ["28(4)"]})),
        ),
        // What our plugin's block keeps, with and without something inside.
        (
            "a.html",
            "a snippet highlights",
            r#"<!-- wp:provision-explorer/explorer {"highlight":"28(4)","frame":true} /-->"#.into(),
        ),
        (
            "a.html",
            "a snippet has a note on",
            "<!-- wp:provision-explorer/explorer {\"notes\":{\"28(4)\":\"\\u003cOurs\\u003e\"}} --><p>On \
             <i>Article 28(4)</i></p><!-- /wp:provision-explorer/explorer -->"
                .into(),
        ),
        // Of an address the system makes a frame, or somebody has made a link.
        ("a.txt", FRAME_HIGHLIGHTS, snippet(Form::Address, &json!({"highlight": ["28(4)"]}))),
        (
            "a.html",
            FRAME_OPENS,
            format!(
                "<!-- wp:embed {{\"url\":\"{0}\"}} --><figure><div>{0}</div></figure><!-- /wp:embed -->",
                "https://cdn.example/pe/embed.html?open=28(4)&amp;theme=dark"
            ),
        ),
        (
            "a.md",
            FRAME_OPENS,
            "Look [it up](https://cdn.example/pe/embed.html?open=28(4)), they said.".into(),
        ),
        ("a.html", "a snippet opens", snippet(Form::Element, &json!({"open": "28(4)"}))),
        (
            "a.html",
            "a snippet has a note on",
            snippet(Form::Element, &json!({"highlight": ["28(4)"], "notes": {"28(4)": "Ours."}})),
        ),
        (
            "a.html",
            "a mention leads to",
            "<p>So says <provision-ref to=\"28(4)\">that one</provision-ref>.</p>".to_owned(),
        ),
        (
            "a.html",
            "the story names",
            "<p>Under <b>Article&nbsp;28</b>(4) police may.</p>".to_owned(),
        ),
        ("a.txt", "the story names", "Under Article 28(4) police may.".to_owned()),
    ];
    let other = page(&snippet(Form::Element, &json!({"highlight": ["14(4)"]})));
    for (change, told) in changes_of_article_28_4() {
        let (old, new) = editions_after(&change);
        let editions = Editions::new(&old, &new);
        for (name, role, held) in &stories {
            let found = touched(&editions, name, &page(held));
            let is_it = |it: &&Touched| {
                it.line == 3 && it.what.starts_with(&format!("{role} Article 28(4): "))
            };
            let lines: Vec<_> = found.iter().filter(is_it).collect();
            assert_eq!(lines.len(), 1, "{name}, {role}, {told}: {found:?}");
            assert!(lines.iter().all(|it| it.what.contains(told)), "{told}: {found:?}");
        }
        assert_eq!(touched(&editions, "b.html", &other), [], "{told}");
    }
}

#[test]
fn words_that_a_story_copied_and_the_new_edition_no_longer_has_are_told() {
    use Change::{Set, SetTop};
    let concern = "forced-access-to-systems";
    let highlight = json!({"highlight": ["28(4)"]});
    let cases = [
        (Set("concerns", concern, "/title", text("Anybody could")), "even on holiday"),
        (Set("concerns", concern, "/summary", text("It could.")), "hand over credentials"),
        (
            Set("concerns", concern, "/evidence/0/quote/exact", text("Article 28.4 allows law")),
            "article 28.4 allows law enforcement",
        ),
        (SetTop("/credit", text("Provision Explorer, edition 3")), "edition 2. summaries by"),
        (SetTop("/instrument/status/line", text("In force since today")), "72 signatories"),
    ];
    let printed =
        [Form::Twin, Form::Whole, Form::Newsletter].map(|it| page(&snippet(it, &highlight)));
    for (change, told) in &cases {
        let (old, new) = editions_after(change);
        let editions = Editions::new(&old, &new);
        for story in &printed {
            let found = touched(&editions, "a.html", story);
            let said = found.iter().filter(|it| it.line == 3 && it.what.starts_with("it says"));
            let said: Vec<_> = said.filter(|it| it.what.contains(told)).collect();
            assert_eq!(said.len(), 1, "{told}: {found:?}");
        }
        assert_eq!(touched(&editions, "a.html", &page("<p>It is there.</p>")), [], "{told}");
    }
}

#[test]
fn a_provision_that_is_gone_is_told_and_an_edition_without_changes_touches_nothing() {
    let (old, same) = editions_after(&Change::SetTop("/edition/number", json!(3)));
    let editions = Editions::new(&old, &same);
    assert!(editions.are_alike());
    let story = page(&snippet(Form::Twin, &json!({"highlight": ["28(4)", "24"]})));
    assert_eq!(editions.touch("a.html", story.as_bytes()), Ok(Found::default()));
    let gone = Change::Remove("provisions", "preamble");
    let (old, new) = editions_after(&gone);
    let found = touched(&Editions::new(&old, &new), "a.txt", "The Preamble\nsays so.");
    let told = found.iter().find(|it| it.line == 1).expect("it is found");
    assert!(told.what.ends_with("it is not in the new edition"), "{told:?}");
}

#[test]
fn what_cannot_be_read_says_so() {
    let (old, new) = (read(BUNDLED), read(BUNDLED));
    let editions = Editions::new(&old, &new);
    assert!(editions.touch("a.pdf", b"%PDF-1.7").is_err());
}

#[test]
fn every_part_of_a_mail_is_looked_into_and_what_two_say_is_told_once() {
    let change = Change::Set("provisions", "art_24", "/heading", text("Safeguards"));
    let (old, new) = editions_after(&change);
    let mail = "Subject: Letter\nContent-Type: multipart/mixed; boundary=a\n\n\
        --a\nContent-Type: multipart/alternative; boundary=b\n\n\
        --b\nContent-Type: text/plain\n\nUnder Article 24 of the UN Convention against Cybercrime.\n\
        --b\nContent-Type: text/html\n\n<p>Under Article 24 of the UN Convention against Cybercrime.\n\
        <provision-ref to=\"24\">it</provision-ref>\n\
        <a href=\"https://cdn.example/pe/embed.html?highlight=24\">look</a>\n--b--\n\
        --a\nContent-Type: message/rfc822\n\nSubject: Before\n\n\
        One.\n<provision-explorer open=\"24\">\n\
        --a\nContent-Disposition: attachment; filename=a.docx\nContent-Type: application/x\n\nnone\n--a--\n";
    let found = Editions::new(&old, &new).touch("a.eml", mail.as_bytes()).expect("it is read");
    let told: Vec<_> =
        found.touched.iter().map(|it| format!("{}: {}", it.place(), it.what)).collect();
    let told: Vec<_> =
        told.iter().filter_map(|it| it.strip_suffix(": its heading changed")).collect();
    assert_eq!(
        told,
        [
            "line 1 of its text: the story names Article 24",
            "line 2 of its HTML: a mention leads to Article 24",
            "line 3 of its HTML: `https://cdn.example/pe/embed.html` highlights Article 24",
            "line 2 of its text in the mail “Before”: a snippet opens Article 24",
        ]
    );
    let [unread] = found.unread.try_into().expect("one part");
    assert!(unread.to_string().starts_with("`a.docx` is no Word document"), "{unread}");
}

fn safeguards() -> (Dataset, Dataset) {
    editions_after(&Change::Set("provisions", "art_24", "/heading", text("Safeguards")))
}

fn told_of(editions: &Editions<'_>, story: &str) -> Vec<String> {
    let told = touched(editions, "a.html", story).into_iter();
    let short = |it: Touched| {
        let what = it.what.strip_suffix(": its heading changed").expect("what has changed");
        format!("{} {what}", it.line)
    };
    told.map(short).collect()
}

#[test]
fn shortcodes_are_read_however_wordpress_takes_them() {
    let (old, new) = safeguards();
    let editions = Editions::new(&old, &new);
    for code in [
        "[provision-explorer highlight='24']",
        "[provision-explorer highlight=24]",
        "[provision-explorer only Highlight = 24 /]",
        "[provision-explorer theme='dark' highlight=\"24\"]",
        "[provision-explorer heading='It is \"so\"' highlight=24 only]",
    ] {
        assert_eq!(told_of(&editions, code), ["1 a snippet highlights Article 24"], "{code}");
    }
    for code in [
        "[[provision-explorer highlight=24]]",
        "[provision-explorers highlight=24]",
        "[provision-explorer heading='highlight=24']",
    ] {
        assert_eq!(told_of(&editions, code), [""; 0], "{code}");
    }
}

#[test]
fn addresses_are_read_as_they_are_meant_and_told_once_with_whose_they_are() {
    const AT: &str = "https://cdn.example/pe/embed.html?theme=dark";

    let (old, new) = safeguards();
    let editions = Editions::new(&old, &new);
    let told = |line: usize| format!("{line} {FRAME_HIGHLIGHTS} Article 24");
    for (story, lines) in [
        (format!("<iframe\n title='a'\n src=\"{AT}&amp;highlight=24\"\n></iframe>"), vec![1]),
        (format!("<a\n href=\"{AT}&amp;highlight=24\">\n{AT}&amp;highlight=24</a>"), vec![1]),
        (format!("<p>\n{AT}&#038;highlight=24\n</p>"), vec![2]),
        (format!("One\n{AT}&#38;highlight=24.\nTwo\u{a0}{AT}&highlight=24"), vec![2, 3]),
        (
            format!(
                "<!-- wp:embed {{\"url\":\"{AT}\\u0026highlight=24\"}} -->\n<figure>\n\
                 {AT}&amp;highlight=24\n</figure>\n<!-- /wp:embed -->\n<p>{AT}&highlight=24</p>"
            ),
            vec![1, 6],
        ),
        (format!("<!-- wp:a/b {{\"url\":\"{AT}\\u0026highlight=24\"}} /-->"), vec![1]),
    ] {
        let expected: Vec<_> = lines.into_iter().map(told).collect();
        assert_eq!(told_of(&editions, &story), expected, "{story}");
    }
    let other = "<iframe src='https://player.example/v/embed.html?open=24'></iframe>";
    let expected = ["1 `https://player.example/v/embed.html` opens Article 24"];
    assert_eq!(told_of(&editions, other), expected);
}

#[test]
fn snippets_of_another_law_are_counted_apart() {
    let (old, new) = safeguards();
    let id = old.records().id.clone();
    let found = |editions: &Editions<'_>, story: &str| {
        editions.touch("a.html", story.as_bytes()).expect("it is read")
    };
    let editions = Editions::new(&old, &new).beside(&id);
    for story in [
        "<provision-explorer dataset=\"/laws/other.law.txt\" highlight=\"24\">",
        "<!-- wp:provision-explorer/explorer {\"dataset\":\"/laws/other.law.txt\",\"highlight\":\"24\"} /-->",
        "[provision-explorer dataset=/laws/other.law.txt highlight=24]",
        "<iframe src=\"/pe/embed.html?dataset=/laws/other.law.txt&amp;highlight=24\">",
    ] {
        let found = found(&editions, story);
        assert_eq!((found.touched, found.others), (vec![], vec!["/laws/other.law.txt".into()]));
    }
    for file in [format!("/laws/{id}.law.txt?v=2"), format!("https://a.example/{id}.json")] {
        let story = format!("<provision-explorer dataset=\"{file}\" highlight=\"24\">");
        assert_eq!(found(&editions, &story).touched.len(), 1, "{file}");
    }
    let story = "<provision-explorer highlight=\"24\">";
    assert_eq!(found(&editions, story).touched.len(), 1);
    // Beside another law what names none isn't this one's.
    let editions = Editions::new(&old, &new).beside("bundled");
    let found = found(&editions, story);
    let expected = vec![String::from("no `dataset`, which is bundled")];
    assert_eq!((found.touched, found.others), (vec![], expected));
}
