//! The messages between a frame and the story around it.

use crate::events::{Field, Kind};

/// Who sends a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// The frame.
    Frame,
    /// The frame, where its address has `deep-links`.
    LinkedFrame,
    /// The story, by `embed-parent.js`.
    Story,
}

/// A message: an object with a `type`, sent with `postMessage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name in scripts, the end of `type`.
    pub name: &'static str,
    /// Its `type`.
    pub kind: &'static str,
    /// Who sends it.
    pub from: Sender,
    /// What it asks for or says, where its fields don't.
    pub about: &'static str,
    /// What else is in it.
    pub fields: &'static [Field],
}

macro_rules! message {
    ($name:literal, $from:ident, $about:literal, [$($field:literal $kind:ident $what:literal),*]) => {
        Message {
            name: $name,
            kind: concat!(tag!(), ":", $name),
            from: Sender::$from,
            about: $about,
            fields: &[$(Field { name: $field, kind: Kind::$kind, about: $what }),*],
        }
    };
}

/// All of them.
pub const MESSAGES: [Message; 6] = [
    message!("ready", Frame, "it asks for the story", []),
    message!("height", Frame, "", ["height" Number "in pixels"]),
    message!("reveal", Frame, "", [
        "top" Number "what is to come into sight, in pixels from the frame's top",
        "arriving" Flag "whether the reader hasn't acted in the frame yet"
    ]),
    message!("view", LinkedFrame, "", ["fragment" Text "what the story's is to have of ours"]),
    message!("hello", Story, "the frame answers `ready`", []),
    message!("story", Story, "", [
        "scheme" Text "the frame's `color-scheme`",
        "fragment" Text "with `deep-links` alone: our keys of the story's",
        "address" Text "with `deep-links` alone: the story's without fragment and query, or the \
            page's `<link rel=\"canonical\">` where that differs in the query alone",
        "link" Flag "with `deep-links` alone: whether a link led to it, rather than a step through the \
            history or an event that a script sent"
    ]),
];
