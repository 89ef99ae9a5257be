//! The tree as JSON, in its own order, as a person would lay it out.

use dataset::Node;
use serde::{Serialize, Serializer};

/// The text; nothing where there is none to be had.
pub(crate) fn json(node: &Node) -> Option<String> {
    serde_json::to_string_pretty(&Written(node)).ok().map(|text| text + "\n")
}

struct Written<'a>(&'a Node);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Node::Null | Node::Removed => serializer.serialize_unit(),
            // The format has no such number, so that any will do to be found wrong again.
            Node::OtherNumber => serializer.serialize_i32(-1),
            Node::Bool(yes) => serializer.serialize_bool(*yes),
            Node::Whole(number) => serializer.serialize_u64(*number),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(items) => serializer.collect_seq(items.iter().map(Written)),
            Node::Map(fields) => {
                serializer.collect_map(fields.iter().map(|(key, it)| (key, Written(it))))
            }
        }
    }
}
