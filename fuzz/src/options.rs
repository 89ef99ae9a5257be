//! What a newsroom sets, and what is printed for it to paste.

use authoring::{Dataset, Node, json};
use options::{
    Choices, LONGEST_LIST, LONGEST_NOTE, Layer, Options, Origin, Warning, read, resolve, snippet,
    to_attributes, to_json,
};

use crate::{each_once, html, law};

/// Attributes, a line each (`name=value`), the property's JSON and the script's JSON, parted by
/// lines of `---`.
pub fn options(data: &[u8]) {
    let text = crate::text(data);
    let mut parts = text.splitn(3, "---\n");
    let lines = parts.next().unwrap_or_default();
    let given = attributes(lines.lines().map(|it| it.split_once('=').unwrap_or((it, ""))));
    let layer = |origin, json| Some(Layer { origin, values: json::parse(json).ok()? });
    let layers: Vec<Layer> = [
        Some(given),
        parts.next().and_then(|json| layer(Origin::Property, json)),
        parts.next().and_then(|json| layer(Origin::Child, json)),
    ]
    .into_iter()
    .flatten()
    .collect();

    let reading = read(&layers);
    mistakes_are_told_briefly(&reading.warnings);
    options_are_sound(&reading.options);
    the_first_layer_wins(&layers);
    let loader: String = lines.chars().filter(|c| !c.is_control()).collect();
    what_is_printed_is_read_again(&reading.options, &loader);

    let law = law::node("").and_then(|node| authoring::read(node).dataset);
    let law = law.expect("the small dataset is sound");
    let (choices, warnings) = reading.resolve(&law);
    mistakes_are_told_briefly(&warnings);
    what_is_found_is_found_again(&law, &choices);
}

/// A layer of attributes. A page's parser keeps the first of two of one name.
pub(crate) fn attributes<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Layer {
    let mut values: Vec<(String, Node)> = Vec::new();
    for (name, value) in pairs {
        if !values.iter().any(|(known, _)| known == name) {
            values.push((name.into(), Node::Text(value.into())));
        }
    }
    Layer { origin: Origin::Attributes, values: Node::Map(values) }
}

fn mistakes_are_told_briefly(warnings: &[Warning]) {
    for told in warnings.iter().map(ToString::to_string) {
        assert!(!told.is_empty() && told.chars().count() < 500, "{told}");
    }
}

/// What the documentation of `Options` promises.
fn options_are_sound(options: &Options) {
    each_once(&options.highlight);
    each_once(&options.audience);
    each_once(&options.notes.iter().map(|(id, _)| id).collect::<Vec<_>>());
    assert!(options.highlight.len() <= LONGEST_LIST && options.audience.len() <= LONGEST_LIST);
    let notes = options.notes.iter().map(|(_, note)| note.as_str());
    assert!(notes.clone().all(|note| note.chars().count() <= LONGEST_NOTE));
    let groups = options.audience.iter().map(authoring::GroupId::as_str);
    let lines = [&options.dataset, &options.heading, &options.lang].into_iter().flatten();
    for line in lines.map(String::as_str).chain(notes).chain(groups) {
        assert!(!line.is_empty() && line.trim() == line, "{line:?}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let texts = options.highlight.iter().chain(&options.open);
    for text in texts.chain(options.notes.iter().map(|(text, _)| text)) {
        assert!(!text.as_str().contains(char::is_control), "{text:?}");
    }
}

/// What the strongest layer says by itself, it says among the others.
fn the_first_layer_wins(layers: &[Layer]) {
    let (first, all) = (read(layers.get(..1).unwrap_or_default()), read(layers));
    for name in options::Name::ALL {
        if let Some(origin) = first.origins.of(*name) {
            assert_eq!(all.origins.of(*name), Some(origin));
        }
    }
    assert!(all.warnings.starts_with(&first.warnings));
}

fn what_is_printed_is_read_again(options: &Options, loader: &str) {
    let json = json::parse(&to_json(options)).expect("what is printed is JSON");
    is_the_same(&[Layer { origin: Origin::Child, values: json }], options);
    let without_notes = Options { notes: Vec::new(), ..options.clone() };
    let printed = to_attributes(&without_notes);
    let pairs = printed.iter().map(|(name, value)| (*name, value.as_str()));
    is_the_same(&[attributes(pairs)], &without_notes);
    is_the_same(&pasted(&snippet(options, loader, "<p>Read.</p>"), loader), options);
}

fn is_the_same(layers: &[Layer], options: &Options) {
    let reading = read(layers);
    assert_eq!(reading.warnings, []);
    assert_eq!(reading.options, *options);
}

/// The layers of a snippet that was pasted into a page; it has the elements that it should, and no
/// other.
fn pasted(snippet: &str, loader: &str) -> Vec<Layer> {
    let mut elements = html::elements(snippet).into_iter();
    assert_eq!(elements.next().map(|it| it.name).as_deref(), Some("div"), "{snippet}");
    let script = elements.next().expect("the loader");
    let source = script.attributes.iter().find(|(name, _)| name == "src");
    assert_eq!(source.map(|(_, it)| it.as_str()), Some(loader), "{snippet}");
    let element = elements.next().expect("the element");
    assert_eq!(element.name, "provision-explorer", "{snippet}");
    let pairs = element.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let layers = vec![attributes(pairs)];
    let inside: Vec<html::Element> = elements.collect();
    let names: Vec<&str> = inside.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["p"], "{snippet}");
    layers
}

/// What a dataset has of the options, it has when asked for it by its own names.
fn what_is_found_is_found_again(law: &Dataset, choices: &Choices) {
    each_once(&choices.highlight);
    each_once(&choices.audience);
    each_once(&choices.notes.iter().map(|(on, _)| on).collect::<Vec<_>>());
    let provision = |it| law.provision(it).expect("a handle of this dataset").id.clone();
    let group = |it| law.group(it).expect("a handle of this dataset").id.clone();
    let named = Options {
        highlight: choices.highlight.iter().copied().map(provision).collect(),
        audience: choices.audience.iter().copied().map(group).collect(),
        open: choices.open.map(provision),
        notes: choices.notes.iter().map(|(on, note)| (provision(*on), note.clone())).collect(),
        ..Options::default()
    };
    assert_eq!(resolve(&named, law), (choices.clone(), Vec::new()));
    assert_eq!(resolve(&named.written(law), law), (choices.clone(), Vec::new()));
    assert_eq!(named.written(law).named(law), named);
}
