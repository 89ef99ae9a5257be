//! What an explorer takes from where it stands: day and options.

use contract::OPTIONS_CLASS;
use dataset::{CalendarDate, Node, json};
use options::{Layer, Origin};

use super::browser;

/// The day on the reader's clock.
pub(super) fn today() -> Option<CalendarDate> {
    browser::today().parse().ok()
}

/// The layers of options that the loader collected, and what is wrong with the JSON among them.
pub(super) fn layers(text: &str) -> (Vec<Layer>, Option<String>) {
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
