//! A tree of plain values, as JSON has them.

use alloc::{string::String, vec::Vec};

use serde::{Serialize, Serializer};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`, or `undefined` in JavaScript.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that isn't negative; the format knows no other.
    Whole(u64),
    /// Any other number.
    OtherNumber,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order in which it was written.
    Map(Vec<(String, Node)>),
    /// Something that was wrong and has been taken out. It keeps its place, so that the paths of
    /// what stands beside it stay true.
    Removed,
}

impl Node {
    /// The value of a field, where this is an object that has it.
    pub fn field(&self, name: &str) -> Option<&Node> {
        match self {
            Self::Map(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, where this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What kind of value this is, for a message.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null | Self::Removed => "nothing",
            Self::Bool(_) => "true or false",
            Self::Whole(_) => "a number",
            Self::OtherNumber => "a number that is negative or not whole",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// In its own order. What was taken out is written as nothing.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Removed => serializer.serialize_unit(),
            // The format has no such number, so that any will do to be found wrong again.
            Self::OtherNumber => serializer.serialize_i32(-1),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Whole(number) => serializer.serialize_u64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(fields) => serializer.collect_map(fields.iter().map(|(key, it)| (key, it))),
        }
    }
}
