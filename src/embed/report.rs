//! What the page is told: events on the element, bubbling and composed, each with a plain object,
//! and, where something is wrong, one line for developers. Which events there are and what they hold
//! is in `contract`.

use contract::{Event, TAG, events::Value};
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::browser;

/// Reports what is wrong with a dataset. Its sound part is shown all the same.
pub(super) fn dataset(host: &HtmlElement, trouble: &str, problems: Vec<String>) {
    error(host, "dataset", trouble, problems);
}

/// Reports what is wrong with options. The others hold.
pub(super) fn options(host: &HtmlElement, problems: Vec<String>) {
    error(host, "options", "some options cannot be used", problems);
}

/// Reports why a part of a large law is missing. What is here is shown all the same.
pub(super) fn part(host: &HtmlElement, why: String) {
    error(host, "dataset", "a part of the dataset is missing", vec![why]);
}

fn error(host: &HtmlElement, code: &str, message: &str, problems: Vec<String>) {
    if problems.is_empty() {
        return;
    }
    browser::warn(&[TAG, ": ", message, ": ", &problems.join("; ")].concat());
    dispatch(host, &Event::Error { code: code.into(), message: message.into(), problems });
}

/// Dispatches an event on the element.
pub(super) fn dispatch(host: &HtmlElement, event: &Event) {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let detail = Detail(event).serialize(&serializer).unwrap_or(JsValue::NULL);
    browser::dispatch(host, event.name(), &detail);
}

/// What an event holds, as a map, because what writes structs keeps a table of their fields' names,
/// which costs each reader half a kilobyte.
struct Detail<'a>(&'a Event);

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.0.detail();
        serializer.collect_map(fields.into_iter().map(|(name, value)| (name, Field(value))))
    }
}

/// The value of a field.
struct Field<'a>(Value<'a>);

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Flag(flag) => flag.serialize(serializer),
            Value::Number(number) => number.serialize(serializer),
            Value::Text(text) => text.serialize(serializer),
            Value::Texts(texts) => texts.serialize(serializer),
        }
    }
}
