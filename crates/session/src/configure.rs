//! What a newsroom set, made an explorer's own.

use contract::OPTIONS_CLASS;
use dataset::{Node, json};
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
        open: choices.open.into_iter().collect(),
        ..State::default()
    };
    let editorial = EditorialConfig {
        highlight: choices.highlight,
        only: options.only,
        notes: choices.notes,
        heading: options.heading.clone(),
        start,
    };
    (explorer.with_editorial(editorial), options, warnings)
}

/// The layers of options that the loader collected, and what is wrong with the JSON among them. The
/// text is that of an object with `attributes` (by name), `property` (the element's `options`) and
/// `child` (the text of its own JSON).
pub fn layers(text: &str) -> (Vec<Layer>, Option<String>) {
    let all = json::parse(text).unwrap_or(Node::Null);
    let layer = |name| all.field(name).cloned().unwrap_or(Node::Null);
    let child = all.field("child").and_then(Node::as_text).map(json::parse).transpose();
    let (child, wrong) = match child {
        Ok(child) => (child.unwrap_or(Node::Null), None),
        Err(problem) => (Node::Null, Some(format!("script.{OPTIONS_CLASS}: {problem}"))),
    };
    let layers = [
        (Origin::Attributes, layer("attributes")),
        (Origin::Property, layer("property")),
        (Origin::Child, child),
    ];
    (layers.into_iter().map(|(origin, values)| Layer { origin, values }).collect(), wrong)
}
