//! What the plugin for WordPress repeats: the lists of the shortcode's attributes, and the block.

use serde_json::{Map, Value, json};

use crate::{
    OPTIONS_CLASS, TAG,
    frames::MESSAGES,
    generate::scripts::quoted,
    options::{Kind, Name},
};

/// What all of a block's attributes are named after: those of the element.
fn attributes() -> impl Iterator<Item = (Name, &'static str)> {
    Name::ALL.iter().filter_map(|name| Some((*name, name.attribute()?)))
}

/// The attributes in the plugin: those that have a value, and those that hold by being there.
pub(super) fn lists() -> String {
    let array = |flags: bool| {
        // Notes have a function of their own, which reads their JSON.
        let names = attributes().filter(|(name, _)| !matches!(name.kind(), Kind::Notes(_)));
        let names = names.filter(|(name, _)| (name.kind() == Kind::Flag) == flags);
        let names: Vec<_> = names.map(|(_, name)| format!("'{name}'")).collect();
        format!("array( {} )", names.join(", "))
    };
    format!(
        "/** The element's attributes that have a value. */\n\
         const PROVISION_EXPLORER_VALUES = {};\n\n\
         /** Those that hold by being there. */\n\
         const PROVISION_EXPLORER_FLAGS = {};\n",
        array(false),
        array(true)
    )
}

/// `block.json`: the block, with an attribute for each of the element's.
pub(super) fn block() -> String {
    let mut all: Map<String, Value> =
        attributes().map(|(name, attribute)| (attribute.to_owned(), kind(name.kind()))).collect();
    all.insert("frame".into(), json!({ "type": "boolean" }));
    all.insert("inside".into(), json!({ "type": "string", "source": "html" }));
    let block = json!({
        "$schema": "https://schemas.wp.org/trunk/block.json",
        "apiVersion": 2,
        "name": format!("{TAG}/explorer"),
        "title": "Provision Explorer",
        "category": "embed",
        "icon": "book-alt",
        "description": "Who is affected by each provision of a law, which groups oppose it, on whose word.",
        "keywords": ["law", "bill", "treaty"],
        "attributes": all,
        "supports": { "html": false, "customClassName": false, "className": false },
        "editorScript": format!("{TAG}-block"),
    });
    format!("{block:#}\n")
}

/// How WordPress holds a value of this kind.
fn kind(kind: Kind) -> Value {
    let name = match kind {
        Kind::Flag => "boolean",
        Kind::Notes(_) => "object",
        _ => "string",
    };
    json!({ "type": name })
}

/// The constants of `block.js`: the element, its options by both names, the class of the script that
/// may hold them, and the message with a frame's height.
pub(super) fn constants() -> String {
    let height = MESSAGES.iter().find(|it| it.name == "height").map_or("", |it| it.kind);
    let options: Vec<_> = attributes().map(|(name, attribute)| option(name, attribute)).collect();
    format!(
        "\tconst TAG = {};\n\tconst OPTIONS_CLASS = {};\n\tconst HEIGHT = {};\n\tconst OPTIONS = [\n{}\t];\n",
        quoted(TAG),
        quoted(OPTIONS_CLASS),
        quoted(height),
        options.concat()
    )
}

fn option(name: Name, attribute: &str) -> String {
    let words = match name.kind() {
        Kind::Word(words) | Kind::Whole(words) => words,
        _ => &[],
    };
    let what = match name.kind() {
        Kind::Flag => "flag",
        Kind::Notes(_) => "notes",
        Kind::Word(_) | Kind::Whole(_) => "word",
        _ => "text",
    };
    let words: Vec<_> = words.iter().map(|it| quoted(it)).collect();
    format!(
        "\t\t{{ name: {}, option: {}, kind: {}, words: [{}], about: {} }},\n",
        quoted(attribute),
        quoted(name.option()),
        quoted(what),
        words.join(", "),
        quoted(name.about())
    )
}
