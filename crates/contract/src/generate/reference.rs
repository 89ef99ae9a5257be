//! The tables of `docs/reference.md`, and the short one of the README.

use crate::{
    Loading, TAG, Theme, ViewKind,
    element::{MENTION_ATTRIBUTES, METHODS, PROPERTIES},
    events::{Described, EVENTS, Field, Kind as FieldKind, PAGE_EVENTS},
    fragment::{ABOUT, KEYS},
    frames::{MESSAGES, Sender},
    generate::{Generated, region, styles::described},
    languages::Language,
    options::{Kind, Name},
    parts::PARTS,
    tokens::TOKENS,
};

const PAGE: &str = "docs/reference.md";

/// All regions of both pages.
pub(super) fn regions(languages: &[Language]) -> Vec<Generated> {
    let mut regions = page(languages);
    regions.push(region("README.md", "attributes", short()));
    regions
}

fn page(languages: &[Language]) -> Vec<Generated> {
    [
        ("attributes", attributes()),
        ("views", words(ViewKind::ALL.map(|it| (it.word(), it.about())))),
        ("loading", words(Loading::ALL.map(|it| (it.word(), it.about())))),
        ("themes", words(Theme::ALL.map(|it| (it.word(), it.about())))),
        ("properties", members()),
        ("events", events(EVENTS)),
        ("page events", events(&PAGE_EVENTS)),
        ("messages", messages()),
        ("custom properties", tokens()),
        ("parts", words(PARTS.iter().copied())),
        ("mention", words(MENTION_ATTRIBUTES)),
        ("fragment", words(KEYS.into_iter().zip(ABOUT.iter().copied()))),
        ("languages", spoken(languages)),
    ]
    .map(|(name, text)| region(PAGE, name, text))
    .into()
}

/// A table of Markdown. A bar in a cell would end it.
fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = line(&head.map(String::from));
    text.extend(["|", &"---|".repeat(N), "\n"]);
    text.extend(rows.into_iter().map(|row| line(&row.map(|cell| cell.replace('|', "\\|")))));
    // A blank line on either side, or else the marks would belong to the table.
    format!("\n{text}\n")
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn codes(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| code(word)).collect();
    words.join(", ")
}

fn words<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let rows = entries.into_iter().map(|(word, about)| [code(word), about.to_owned()]);
    table(["name", "what it is"], rows)
}

fn attributes() -> String {
    let rows = Name::ALL.iter().map(|name| {
        let kind = match name.kind() {
            Kind::Text => "text".into(),
            Kind::Word(words) | Kind::Whole(words) => codes(words),
            Kind::Flag => "by being there; `true`".into(),
            Kind::Provision => "a provision".into(),
            Kind::Provisions => "provisions".into(),
            Kind::Groups => "groups".into(),
            Kind::Notes(most) => format!("an object; at most {most} characters each"),
        };
        let attribute = name.attribute().map_or("–".into(), code);
        [attribute, code(name.option()), kind, name.about().into()]
    });
    table(["attribute", "in JSON", "value", "what it sets"], rows)
}

fn short() -> String {
    let rows = Name::ALL.iter().filter_map(|name| {
        let about = match name.kind() {
            Kind::Word(words) => format!("{}: {}", name.about(), codes(words)),
            _ => name.about().into(),
        };
        Some([code(name.attribute()?), about])
    });
    table(["attribute", "what it sets"], rows)
}

fn members() -> String {
    let properties = PROPERTIES.map(|it| [format!("`.{}`", it.name), it.about.into()]);
    let methods = METHODS.map(|it| {
        let parameters: Vec<_> = it.parameters.iter().map(|(name, ..)| *name).collect();
        [format!("`.{}({})`", it.name, parameters.join(", ")), it.about.into()]
    });
    table(["name", "what it is"], properties.into_iter().chain(methods))
}

fn field(field: &Field) -> String {
    let kind = match field.kind {
        FieldKind::Word(words) => format!(" ({})", codes(words)),
        FieldKind::Texts => " (a list)".into(),
        _ => String::new(),
    };
    format!("{}{kind}: {}", code(field.name), field.about)
}

fn fields(fields: &[Field]) -> String {
    fields.iter().map(field).collect::<Vec<_>>().join("; ")
}

fn events(events: &[Described]) -> String {
    let rows = events.iter().map(|it| {
        let detail = if it.detail.is_empty() { "–".into() } else { fields(it.detail) };
        [code(it.name), it.when.into(), detail]
    });
    table(["event", "when", "`detail`"], rows)
}

fn messages() -> String {
    let rows = MESSAGES.map(|it| {
        let from = match it.from {
            Sender::Frame => "frame",
            Sender::LinkedFrame => "frame with `deep-links`",
            Sender::Story => "story",
        };
        let rest =
            if it.fields.is_empty() { format!("nothing: {}", it.about) } else { fields(it.fields) };
        [code(it.kind), from.into(), rest]
    });
    table(["`type`", "from", "what else is in it"], rows)
}

fn tokens() -> String {
    let rows =
        TOKENS.iter().map(|it| [format!("`--{TAG}-{}`", it.name), it.about.into(), described(it)]);
    table(["custom property", "what it is", "default (light, dark)"], rows)
}

fn spoken(languages: &[Language]) -> String {
    let rows = languages.iter().map(|it| [code(it.tag), it.english.into(), it.name.into()]);
    table(["`lang`", "language", "its own name"], rows)
}
