//! The constants of the scripts.

use std::fmt::Write as _;

use crate::{
    LONGEST_NOTE, MENTION_TAG, OPTIONS_CLASS, STALL_SECONDS, START_DISTANCE, TAG, Theme, ViewKind,
    events::{EVENTS, PAGE_EVENTS},
    fragment::{KEYS, OPEN, VIEW},
    frames::MESSAGES,
    generate::styles::light_dark,
    languages::Language,
    options::Name,
    parts::PARTS,
    tokens::{ACCENT, ACCENT_PARAMETERS, PAPER},
};

/// A text as a literal of JavaScript and JSON.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<_> = items.into_iter().map(quoted).collect();
    format!("[{}]", items.join(", "))
}

/// An object whose keys are all words of JavaScript's.
fn object(entries: impl IntoIterator<Item = (String, String)>) -> String {
    let mut text = String::from("{\n");
    for (key, value) in entries {
        let _ = writeln!(text, "  {key}: {value},");
    }
    text.push('}');
    text
}

/// An object of whole names by their last word.
fn by_word(names: impl IntoIterator<Item = &'static str>) -> String {
    let word = |name: &str| name.rsplit(':').next().unwrap_or_default().to_owned();
    object(names.into_iter().map(|name| (word(name), quoted(name))))
}

/// What a constant of a script is about, its name, and its value as JavaScript.
type Constant = (&'static str, &'static str, String);

/// `www/contract.js`.
pub(super) fn contract(languages: &[Language]) -> String {
    let mut script = format!(
        "// The public names and words, for the scripts. Generated from `crates/contract` by\n\
         // `{}`; change it there.\n",
        super::COMMAND
    );
    let constants = [names(), fragment(), messages(), loading(languages), colours()];
    for (about, name, value) in constants.into_iter().flatten() {
        let _ = write!(script, "\n/** {about} */\nexport const {name} = {value};\n");
    }
    script
}

/// The elements, their attributes and the words that these take.
fn names() -> Vec<Constant> {
    let script = format!(":scope > script.{OPTIONS_CLASS}");
    vec![
        ("The element.", "TAG", quoted(TAG)),
        ("The element for a mention in prose.", "MENTION_TAG", quoted(MENTION_TAG)),
        (
            "The class of the script with options inside the element.",
            "OPTIONS_CLASS",
            quoted(OPTIONS_CLASS),
        ),
        ("That script, as a child of the element.", "OPTIONS_SCRIPT", quoted(&script)),
        ("The element's attributes.", "ATTRIBUTES", list(Name::attributes())),
        ("The names of options in JSON.", "OPTIONS", list(Name::options())),
        ("The words of `view`.", "VIEWS", list(ViewKind::WORDS.iter().copied())),
        ("The words of `theme`.", "THEMES", list(Theme::WORDS.iter().copied())),
        ("The longest editor's note, in characters.", "LONGEST_NOTE", LONGEST_NOTE.to_string()),
    ]
}

/// How an explorer's part of the page's fragment is told from the page's own.
fn fragment() -> Vec<Constant> {
    let keys = KEYS.join("|");
    let others: Vec<_> = KEYS.iter().copied().filter(|it| *it != VIEW).collect();
    let (others, views) = (others.join("|"), ViewKind::WORDS.join("|"));
    vec![
        ("The keys of a fragment that are an explorer's.", "FRAGMENT_KEYS", list(KEYS)),
        (
            "A fragment that says something to an explorer.",
            "FRAGMENT_LINK",
            format!("/[#&?;]({keys})=/"),
        ),
        (
            "A pair of a fragment that may be an explorer's.",
            "FRAGMENT_PAIR",
            format!("/^(amp;)?(({others})([=%]|$)|{VIEW}=({views})(?![\\w-]))/"),
        ),
        (
            "One that no page has by chance: from it on, such pairs are an explorer's.",
            "FRAGMENT_MARK",
            format!("/^(amp;)?({OPEN}([=%]|$)|{VIEW}=({views})(?![\\w-]))/"),
        ),
    ]
}

/// Events, messages and parts, by their last word.
fn messages() -> Vec<Constant> {
    vec![
        ("The element's events.", "EVENTS", by_word(EVENTS.iter().map(|it| it.name))),
        (
            "Events for pages that take over what the explorer does.",
            "PAGE_EVENTS",
            by_word(PAGE_EVENTS.iter().map(|it| it.name)),
        ),
        (
            "The `type` of each message between a frame and its story.",
            "MESSAGES",
            by_word(MESSAGES.iter().map(|it| it.kind)),
        ),
        (
            "The names by which `::part()` reaches pieces of the explorer.",
            "PARTS",
            object(PARTS.iter().map(|(name, _)| ((*name).into(), quoted(name)))),
        ),
    ]
}

/// What the loader says and waits for before the module is there.
fn loading(languages: &[Language]) -> Vec<Constant> {
    let words = languages.iter().map(|it| (it.tag.into(), list([it.loading, it.failed, it.retry])));
    vec![
        ("Loading, failed, and what tries again, by language.", "LOADER_WORDS", object(words)),
        (
            "How long a request may bring nothing before it is given up, in seconds.",
            "STALL_SECONDS",
            STALL_SECONDS.to_string(),
        ),
        (
            "How near the reader's sight an element starts to fetch, in pixels.",
            "START_DISTANCE",
            START_DISTANCE.to_string(),
        ),
    ]
}

/// The colours that a page or a frame's address may set.
fn colours() -> Vec<Constant> {
    let property = format!("--{TAG}-accent");
    vec![
        (
            "What a frame's address calls the accent on light and on dark backgrounds.",
            "ACCENTS",
            list(ACCENT_PARAMETERS),
        ),
        ("The custom property of the accent.", "ACCENT_PROPERTY", quoted(&property)),
        ("The accent where no page sets one.", "ACCENT", quoted(&light_dark(ACCENT))),
        ("The background where no page sets one.", "PAPER", quoted(&light_dark(PAPER))),
    ]
}
