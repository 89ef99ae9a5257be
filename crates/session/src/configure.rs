//! What a newsroom set, made an explorer's own.

use contract::OPTIONS_CLASS;
use dataset::{List as _, Node, json};
use explorer::{EditorialConfig, Explorer, State};
use options::{Layer, Options, Origin, ParsedOptions, Warning};

/// The explorer under the options of some layers, those options, and what is wrong with them.
pub fn configure(explorer: &Explorer, layers: &[Layer]) -> (Explorer, Options, Vec<Warning>) {
    let parsed = options::read(layers);
    let (choices, more) = parsed.resolve(explorer.dataset());
    let ParsedOptions { options, mut warnings, .. } = parsed;
    warnings.extend(more);
    let start = State {
        view: options.view.unwrap_or_default(),
        audience: choices.audience,
        open: choices.open.into_iter().list(),
        ..State::default()
    };
    let editorial = EditorialConfig {
        highlight: choices.highlight,
        only: options.only,
        notes: choices.notes,
        heading: options.heading.clone(),
        dek: options.dek.clone(),
        heading_level: options.heading_level,
        start,
    };
    (explorer.with_editorial(editorial), options, warnings)
}

/// The layers of options that the loader collected, and what is wrong with the JSON among them. The
/// text is that of an object with `attributes` (by name) and, each as a text of its own, so that
/// none that is wrong costs the others, `property` (the element's `options`) and `child` (its JSON).
pub fn layers(text: &str) -> (Vec<Layer>, Vec<String>) {
    let all = json::parse(text).unwrap_or(Node::Null);
    let mut wrong = Vec::new();
    let mut parsed = |name, called: &str| {
        let text = all.field(name).and_then(Node::as_text).unwrap_or("null");
        json::parse(text).unwrap_or_else(|problem| {
            wrong.push(format!("{called}: {problem}"));
            Node::Null
        })
    };
    let property = parsed("property", "the property `options`");
    let child = parsed("child", &format!("script.{OPTIONS_CLASS}"));
    let attributes = all.field("attributes").cloned().unwrap_or(Node::Null);
    let layers =
        [(Origin::Attributes, attributes), (Origin::Property, property), (Origin::Child, child)];
    (layers.into_iter().map(|(origin, values)| Layer { origin, values }).list(), wrong)
}
