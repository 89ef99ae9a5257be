//! From layers to options and warnings.

use authoring::{GroupId, Node, ProvisionId};
use contract::ViewKind;
use proptest::prelude::*;

use super::{attributes, layer, lines, property};
use crate::{Layer, Loading, Name, Options, Origin, Theme, read};

fn ids(ids: &[&str]) -> Vec<ProvisionId> {
    ids.iter().map(|id| ProvisionId::new(*id)).collect()
}

fn groups(ids: &[&str]) -> Vec<GroupId> {
    ids.iter().map(|id| GroupId::new(*id)).collect()
}

fn everything() -> Options {
    Options {
        dataset: Some("/data.json".into()),
        highlight: ids(&["28(4), Art. 14.4, art_36__para_1__point_b", "title"]),
        only: true,
        view: Some(ViewKind::Matrix),
        audience: groups(&["journalists", "Human rights defenders"]),
        open: Some(ProvisionId::new("Art. 28, para. 4")),
        heading: Some("What it says".into()),
        dek: Some("And whom it touches".into()),
        heading_level: Some(4),
        lang: Some("pt-BR".into()),
        theme: Theme::Dark,
        loading: Some(Loading::Interaction),
        deep_links: true,
        notes: Vec::new(),
    }
}

#[test]
fn every_attribute_is_read() {
    let reading = read(&[attributes(&[
        ("dataset", " /data.json "),
        ("highlight", " 28(4), Art. 14.4, art_36__para_1__point_b "),
        ("only", ""),
        ("view", "Matrix"),
        ("audience", "journalists, Human rights defenders,, journalists"),
        ("open", "Art. 28, para. 4"),
        ("heading", "What\nit says"),
        ("dek", " And whom\nit touches"),
        ("heading-level", " 4"),
        ("lang", "pt-BR"),
        ("theme", "dark"),
        ("loading", "Interaction"),
        ("deep-links", "deep-links"),
    ])]);
    assert_eq!(lines(&reading.warnings), [""; 0]);
    let highlight = ids(&["28(4), Art. 14.4, art_36__para_1__point_b"]);
    assert_eq!(reading.options, Options { highlight, ..everything() });
}

#[test]
fn every_option_is_read_from_typed_json() {
    let reading = property(
        r#"{
            "dataset": "/data.json", "highlight": ["28(4), Art. 14.4, art_36__para_1__point_b", "title", " title"],
            "only": true,
            "view": "matrix", "audience": ["journalists", "Human rights defenders"],
            "open": " Art. 28, para. 4", "heading": "What it says",
            "dek": "And whom it touches", "headingLevel": 4, "lang": "pt-BR", "theme": "dark", "loading": "interaction",
            "deepLinks": "true", "notes": {"28(4)": " One\nline. ", "title": "Two"}
        }"#,
    );
    assert_eq!(lines(&reading.warnings), [""; 0]);
    let notes = ids(&["28(4)", "title"]).into_iter().zip(["One line.".into(), "Two".into()]);
    assert_eq!(reading.options, Options { notes: notes.collect(), ..everything() });
}

#[test]
fn the_first_layer_with_a_readable_value_wins() {
    let reading = read(&[
        attributes(&[("view", "metric"), ("highlight", ""), ("only", "false"), ("lang", "ar")]),
        layer(Origin::Property, r#"{"view": "affected", "highlight": [], "theme": null}"#),
        layer(
            Origin::Child,
            r#"{"view": "objections", "highlight": "28", "only": true, "lang": "fr", "theme": "dark"}"#,
        ),
    ]);
    let options = &reading.options;
    assert_eq!(options.view, Some(ViewKind::Affected));
    assert_eq!(options.highlight, []);
    assert!(!options.only);
    assert_eq!(options.lang.as_deref(), Some("ar"));
    assert_eq!(options.theme, Theme::Dark);
    assert_eq!(reading.origins.of(Name::View), Some(Origin::Property));
    assert_eq!(reading.origins.of(Name::Theme), Some(Origin::Child));
    assert_eq!(reading.origins.of(Name::Open), None);
    assert_eq!(
        lines(&reading.warnings),
        ["attribute view: `metric` is not one of `provisions`, `affected`, `objections`, \
             `matrix`; did you mean `matrix`?"]
    );
}

#[test]
fn every_mistake_is_named_and_the_rest_still_works() {
    let long = "x".repeat(281);
    let json = format!(
        r#"{{
            "deep-links": true, "penguins": 1, "heading": 7, "highlight": ["28, 30–28", 9, "29"],
            "only": "yes", "theme": "mark", "loading": "lazy", "lang": "en_GB", "open": "28, 29", "audience": {{}},
            "notes": {{"28": "{long}", "29": "fine", "30": "", " 29": "again", "31": 1}}
        }}"#
    );
    let reading = read(&[
        attributes(&[("lang", "english"), ("highlights", "1"), ("deep-links", "no")]),
        layer(Origin::Child, &json),
        Layer { origin: Origin::Property, values: Node::List(Vec::new()) },
    ]);
    let expected = [
        "attribute lang: `english` is not a language tag such as `en` or `pt-BR`",
        "attributes: no option is called `highlights`; did you mean `highlight`?",
        "attribute deep-links: `no` counts as true, as the attribute is there; leave it out or write `false`",
        "options script: no option is called `deep-links`; did you mean `deepLinks`?",
        "options script: no option is called `penguins`",
        "options script, heading: expected a text, found a number",
        "options script, highlight[1]: expected a text, found a number",
        "options script, only: expected `true` or `false`, found a text",
        "options script, theme: `mark` is not one of `light`, `dark`, `auto`; did you mean `dark`?",
        "options script, loading: `lazy` is not one of `visible`, `idle`, `interaction`",
        "options script, lang: `en_GB` is not a language tag such as `en` or `pt-BR`; did you mean `en-GB`?",
        "options script, audience: expected a text or a list of texts, found an object",
        "options script, notes[28]: the note has 281 characters; shorten it to 280 or fewer",
        "options script, notes[30]: the note is empty; write one line or leave it out",
        "options script, notes[ 29]: this provision has a note already; keep one",
        "options script, notes[31]: expected a text, found a number",
        "options: expected an object with options by name, found a list",
    ];
    assert_eq!(lines(&reading.warnings), expected);
    let rest = Options {
        highlight: ids(&["28, 30–28", "29"]),
        open: Some(ProvisionId::new("28, 29")),
        deep_links: true,
        notes: vec![(ProvisionId::new("29"), "fine".into())],
        ..Options::default()
    };
    assert_eq!(reading.options, rest);
}

#[test]
fn a_list_may_stand_on_lines() {
    let reading = read(&[attributes(&[("highlight", "28(4),\n  29\nArticle\n30\n\ntitle\n")])]);
    assert_eq!(reading.options.highlight, ids(&["28(4),, 29, Article 30, title"]));
}

#[test]
fn a_note_may_have_280_characters_of_any_script() {
    let note = "ل".repeat(280);
    let reading = property(&format!(r#"{{"notes": {{"28": "{note}"}}}}"#));
    assert_eq!(reading.options.notes, [(ProvisionId::new("28"), note)]);
}

#[test]
fn absurd_values_are_refused_in_short_messages() {
    let many = (0..100_000).map(|number| number.to_string()).collect::<Vec<_>>().join(",");
    let long = "9".repeat(1_000_000);
    let reading = read(&[attributes(&[
        ("audience", &many),
        ("highlight", &"1 ,".repeat(300_000)),
        ("open", &"28,".repeat(300_000)),
        ("view", &long),
        ("lang", &long),
        (&long, ""),
    ])]);
    assert_eq!(reading.options.audience.len(), 1000);
    assert_eq!(reading.warnings.len(), 4);
    assert!(lines(&reading.warnings).iter().all(|line| line.len() < 300));
}

#[test]
fn a_name_is_the_same_in_both_spellings() {
    for name in Name::ALL {
        let option = name.option();
        let kebab: String = option
            .chars()
            .flat_map(|c| c.is_ascii_uppercase().then_some('-').into_iter().chain([c]))
            .collect();
        assert_eq!(name.attribute(), Some(kebab.to_ascii_lowercase().as_str()));
    }
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        Just(Node::Null),
        Just(Node::Removed),
        Just(Node::OtherNumber),
        any::<bool>().prop_map(Node::Bool),
        any::<u64>().prop_map(Node::Whole),
        any::<String>().prop_map(Node::Text),
        "[0-9(),.–a-c ]{0,12}".prop_map(Node::Text),
    ];
    let key = prop_oneof![
        any::<String>(),
        proptest::sample::select(Name::options().map(String::from).collect::<Vec<_>>()),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Node::List),
            proptest::collection::vec((key.clone(), inner), 0..6).prop_map(Node::Map),
        ]
    })
}

proptest! {
    #[test]
    fn no_tree_of_values_panics_and_what_is_taken_keeps_the_promises(nodes in (node(), node())) {
        let reading = read(&[
            Layer { origin: Origin::Attributes, values: nodes.0 },
            Layer { origin: Origin::Child, values: nodes.1 },
        ]);
        let options = reading.options;
        for text in [&options.heading, &options.dek, &options.dataset, &options.lang].into_iter().flatten() {
            prop_assert!(!text.is_empty() && !text.contains(char::is_control));
        }
        for (_, note) in &options.notes {
            prop_assert!((1..=280).contains(&note.chars().count()));
        }
        prop_assert!(lines(&reading.warnings).iter().all(|line| line.contains(": ")));
    }
}

#[test]
fn notes_are_read_from_the_json_of_their_attribute_and_nothing_else_is() {
    let reading = read(&[attributes(&[("notes", r#"{"28(4)":"Ours."}"#)])]);
    assert_eq!(reading.warnings, []);
    assert_eq!(reading.options.notes, [(ProvisionId::new("28(4)"), "Ours.".into())]);
    for wrong in ["Ours.", "[]", "{", "\"x\""] {
        let reading = read(&[attributes(&[("notes", wrong)])]);
        assert_eq!((reading.warnings.len(), reading.options.notes.len()), (1, 0), "{wrong}");
    }
}

#[test]
fn a_value_is_trimmed_and_of_two_the_last_counts_as_in_a_browser() {
    let blanks = "\u{3000}\u{feff}\u{85}\u{2028}";
    let reading = read(&[attributes(&[("dataset", &format!("{blanks}/law.json{blanks}"))])]);
    assert_eq!(reading.options.dataset.as_deref(), Some("/law.json"));
    let reading = read(&[layer(
        Origin::Child,
        r#"{"dataset":"/a.json","dataset":"/b.json","lang":"fr","lang":5}"#,
    )]);
    assert_eq!(reading.options.dataset.as_deref(), Some("/b.json"));
    assert_eq!((reading.options.lang, reading.warnings.len()), (None, 1));
}
