//! The tree as JSON, in its own order, as a person would lay it out.

use authoring::Node;

/// The text; nothing where there is none to be had.
pub fn json(node: &Node) -> Option<String> {
    serde_json::to_string_pretty(node).ok().map(|text| text + "\n")
}
