//! The types for TypeScript.

use std::fmt::Write as _;

use crate::{
    MENTION_TAG, TAG,
    element::{MENTION_ATTRIBUTES, METHODS, PROPERTIES},
    events::{Described, EVENTS, Field, Kind as FieldKind, PAGE_EVENTS},
    generate::scripts::quoted,
    options::{Kind, Name},
};

/// One of some words.
fn union(words: &[&str]) -> String {
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" | ")
}

/// The type of an option's value in JSON.
pub(super) fn of_option(kind: Kind) -> String {
    match kind {
        Kind::Text | Kind::Provision => "string".into(),
        Kind::Word(words) => union(words),
        Kind::Whole(numbers) => numbers.join(" | "),
        Kind::Flag => "boolean".into(),
        Kind::Provisions | Kind::Groups => "string | string[]".into(),
        Kind::Notes(_) => "Record<string, string>".into(),
    }
}

fn of_field(kind: FieldKind) -> String {
    match kind {
        FieldKind::Flag => "boolean".into(),
        FieldKind::Number => "number".into(),
        FieldKind::Text => "string".into(),
        FieldKind::Texts => "string[]".into(),
        FieldKind::Word(words) => union(words),
    }
}

/// The name of the type of an event's `detail`.
fn detail_name(event: &Described) -> String {
    let word = event.name.rsplit(':').next().unwrap_or_default();
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain("Detail".chars()).collect()
}

/// The type of an event.
pub(super) fn of_event(event: &Described) -> String {
    if event.detail.is_empty() {
        "Event".into()
    } else {
        format!("CustomEvent<{}>", detail_name(event))
    }
}

fn member(about: &str, name: &str, kind: &str) -> String {
    format!("  /** {about} */\n  {name}: {kind};\n")
}

fn interface(about: &str, head: &str, members: &str) -> String {
    format!("\n/** {about} */\nexport {head} {{\n{members}}}\n")
}

fn options() -> String {
    let members: String = Name::ALL
        .iter()
        .map(|name| member(name.about(), &format!("{}?", name.option()), &of_option(name.kind())))
        .collect();
    interface(
        "The options; what is missing holds by default.",
        "interface ProvisionExplorerOptions",
        &members,
    )
}

fn detail(event: &Described) -> String {
    let field = |it: &Field| member(it.about, it.name, &of_field(it.kind));
    let members: String = event.detail.iter().map(field).collect();
    interface(
        &format!("The `detail` of `{}`: {}.", event.name, event.when),
        &format!("interface {}", detail_name(event)),
        &members,
    )
}

fn element() -> String {
    let mut members = String::new();
    for it in PROPERTIES {
        let _ = match it.set {
            None => write!(members, "  /** {} */\n  readonly {}: {};\n", it.about, it.name, it.get),
            Some(set) => write!(
                members,
                "  /** {0} */\n  get {1}(): {2};\n  set {1}(value: {set});\n",
                it.about, it.name, it.get
            ),
        };
    }
    for it in METHODS {
        let parameters: Vec<_> = it
            .parameters
            .iter()
            .map(|(name, kind, optional)| {
                format!("{name}{}: {kind}", if *optional { "?" } else { "" })
            })
            .collect();
        let name = format!("{}({})", it.name, parameters.join(", "));
        members += &member(it.about, &name, it.returns);
    }
    interface(
        &format!("`<{TAG}>`."),
        "interface ProvisionExplorerElement extends HTMLElement",
        &members,
    )
}

/// What the attribute takes in a template, which may set it as a property.
fn of_attribute(name: Name) -> String {
    match name.kind() {
        Kind::Provisions | Kind::Groups | Kind::Notes(_) => "string".into(),
        Kind::Whole(numbers) => format!("{} | {}", numbers.join(" | "), union(numbers)),
        kind if name == Name::Dataset => format!("{} | object", of_option(kind)),
        kind => of_option(kind),
    }
}

fn attributes() -> String {
    let attribute = |name: &Name| {
        let key = format!("{}?", quoted(name.attribute()?));
        Some(member(name.about(), &key, &of_attribute(*name)))
    };
    let mut members: String = Name::ALL.iter().filter_map(attribute).collect();
    for it in PROPERTIES.iter().filter(|it| Name::of_option(it.name).is_none()) {
        if let Some(set) = it.set {
            members += &member(it.about, &format!("{}?", it.name), set);
        }
    }
    interface(
        &format!("What a template may set of `<{TAG}>`."),
        "interface ProvisionExplorerAttributes",
        &members,
    )
}

fn mention_attributes() -> String {
    let kind =
        |name| Name::of_attribute(name).map_or_else(|| "string".into(), |it| of_option(it.kind()));
    let members: String = MENTION_ATTRIBUTES
        .iter()
        .map(|(name, about)| member(about, &format!("{name}?"), &kind(name)))
        .collect();
    interface(
        &format!("What a template may set of `<{MENTION_TAG}>`."),
        "interface ProvisionRefAttributes",
        &members,
    )
}

fn events() -> String {
    let all = EVENTS.iter().chain(&PAGE_EVENTS);
    let members: String = all.map(|it| member(it.when, &quoted(it.name), &of_event(it))).collect();
    interface("The events by their names.", "interface ProvisionExplorerEvents", &members)
}

fn globals() -> String {
    format!(
        "\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    {}: ProvisionExplorerElement;\n    {}: HTMLElement;\n  }}\n\n  interface GlobalEventHandlersEventMap extends ProvisionExplorerEvents {{}}\n}}\n",
        quoted(TAG),
        quoted(MENTION_TAG)
    )
}

/// `provision-explorer.d.ts`.
pub(super) fn declarations() -> String {
    let head = format!(
        "// The types of Provision Explorer. Generated from `crates/contract` by\n// `{}`; change it there.\n",
        super::COMMAND
    );
    let details: String = EVENTS.iter().map(detail).collect();
    let templates = [attributes(), mention_attributes()].concat();
    [head, options(), details, element(), events(), templates, globals(), "\nexport {};\n".into()]
        .concat()
}
