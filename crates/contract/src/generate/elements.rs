//! The custom elements manifest, which editors and documentation tools read.

use serde_json::{Value, json};

use crate::{
    MENTION_TAG, TAG,
    element::{MENTION_ATTRIBUTES, METHODS, PROPERTIES},
    events::{EVENTS, PAGE_EVENTS},
    generate::{
        styles::default,
        types::{of_event, of_option},
    },
    options::{Kind, Name},
    parts::PARTS,
    tokens::TOKENS,
};

/// The version of the manifest's own schema.
const VERSION: &str = "1.0.0";

/// The file that defines both elements.
const MODULE: &str = "provision-explorer.js";

fn attribute(name: Name) -> Option<Value> {
    let kind = match name.kind() {
        // An attribute is text, whatever JSON may hold.
        Kind::Provisions | Kind::Groups | Kind::Notes(_) => "string".into(),
        Kind::Whole(numbers) => of_option(Kind::Word(numbers)),
        kind => of_option(kind),
    };
    Some(json!({
        "name": name.attribute()?,
        "description": name.about(),
        "type": { "text": kind },
    }))
}

fn members() -> Vec<Value> {
    let properties = PROPERTIES.map(|it| {
        json!({
            "kind": "field",
            "name": it.name,
            "description": it.about,
            "type": { "text": it.get },
            "readonly": it.set.is_none(),
        })
    });
    let methods = METHODS.map(|it| {
        let parameters: Vec<_> = it
            .parameters
            .iter()
            .map(|(name, kind, optional)| json!({ "name": name, "type": { "text": kind }, "optional": optional }))
            .collect();
        json!({
            "kind": "method",
            "name": it.name,
            "description": it.about,
            "parameters": parameters,
            "return": { "type": { "text": it.returns } },
        })
    });
    properties.into_iter().chain(methods).collect()
}

fn described(entries: &[(&str, &str)]) -> Vec<Value> {
    entries.iter().map(|(name, about)| json!({ "name": name, "description": about })).collect()
}

fn class(name: &str, tag: &str, rest: Value) -> Value {
    let mut class = json!({
        "kind": "class",
        "name": name,
        "tagName": tag,
        "customElement": true,
        "superclass": { "name": "HTMLElement" },
    });
    if let (Some(class), Value::Object(rest)) = (class.as_object_mut(), rest) {
        class.extend(rest);
    }
    class
}

fn explorer() -> Value {
    let events: Vec<_> = EVENTS
        .iter()
        .chain(&PAGE_EVENTS)
        .map(|it| json!({ "name": it.name, "description": it.when, "type": { "text": of_event(it) } }))
        .collect();
    let tokens: Vec<_> = TOKENS
        .iter()
        .map(|it| {
            json!({
                "name": format!("--{TAG}-{}", it.name),
                "description": it.about,
                "default": default(it),
            })
        })
        .collect();
    class(
        "ProvisionExplorer",
        TAG,
        json!({
            "description": "An explorer of a law's provisions, the concerns raised about them and who raised them",
            "attributes": Name::ALL.iter().filter_map(|name| attribute(*name)).collect::<Vec<_>>(),
            "members": members(),
            "events": events,
            "cssProperties": tokens,
            "cssParts": described(PARTS),
            "slots": [{ "name": "", "description": "what readers see without script, and until the explorer is there" }],
        }),
    )
}

fn mention() -> Value {
    class(
        "ProvisionRef",
        MENTION_TAG,
        json!({
            "description": "A mention of a provision in the story's prose, which opens it",
            "attributes": described(&MENTION_ATTRIBUTES),
            "slots": [{ "name": "", "description": "the mention" }],
        }),
    )
}

/// `custom-elements.json`.
pub(super) fn manifest() -> String {
    let export = |tag: &str, class: &str| {
        json!({
            "kind": "custom-element-definition",
            "name": tag,
            "declaration": { "name": class, "module": MODULE },
        })
    };
    let manifest = json!({
        "schemaVersion": VERSION,
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": [explorer(), mention()],
            "exports": [export(TAG, "ProvisionExplorer"), export(MENTION_TAG, "ProvisionRef")],
        }],
    });
    format!("{manifest:#}\n")
}
