//! The light twin, and its words and values, as tests read them.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]
#![allow(dead_code, reason = "each test uses some of it")]

use std::{fs, path::Path, rc::Rc};

use explorer::{EditorialConfig, Explorer};
use provision_explorer::{Language, ssr};
use serde_json::Value;

pub(crate) fn file(name: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    serde_json::from_str(&fs::read_to_string(file).expect("the file stands in the tree"))
        .expect("it is JSON")
}

pub(crate) fn bundled() -> Value {
    file("data/un-cybercrime-convention.json")
}

pub(crate) fn explorer(data: &Value) -> Explorer {
    let node = authoring::json::parse(&data.to_string()).expect("it was written as JSON");
    let dataset = authoring::read(node).dataset.expect("it is sound");
    Explorer::new(Rc::new(dataset), EditorialConfig::default())
}

pub(crate) fn light(data: &Value) -> String {
    ssr::light(&explorer(data), Language::fallback())
}

/// The words between the tags, as a browser reads them.
pub(crate) fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |it| it.1));
    unescaped(&pieces.collect::<String>())
}

pub(crate) fn unescaped(html: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&nbsp;", "\u{a0}")]
        .into_iter()
        .fold(html.to_owned(), |text, (from, to)| text.replace(from, to))
        .replace("&amp;", "&")
}

/// The values of an attribute, in their order.
pub(crate) fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str())
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| unescaped(value))
        .collect()
}

/// The markup of each provision's card, by its id.
pub(crate) fn cards(html: &str) -> Vec<(&str, &str)> {
    html.split("<article ")
        .skip(1)
        .filter_map(|rest| rest.split_once("</article>"))
        .filter_map(|(card, _)| Some((card.split_once("id=\"")?.1.split_once('"')?.0, card)))
        .collect()
}
