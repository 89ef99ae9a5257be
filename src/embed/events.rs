//! What the page is told: events on the element, bubbling and composed, each with a plain object.
//! Which there are and what they hold is in `contract`.

use contract::events::Value;
use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::browser;

pub(super) use contract::Event;

/// What can be sent from an element.
pub(super) trait Dispatch {
    /// Sends it.
    fn dispatch(&self, host: &HtmlElement);
}

impl Dispatch for Event<'_> {
    fn dispatch(&self, host: &HtmlElement) {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        let detail = Detail(self).serialize(&serializer).unwrap_or(JsValue::NULL);
        browser::dispatch(host, self.name(), &detail);
    }
}

/// What an event holds, as a map, because what writes structs keeps a table of their fields' names,
/// which costs each reader half a kilobyte.
struct Detail<'a>(&'a Event<'a>);

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
