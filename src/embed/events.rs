//! What the page is told: events on the element, bubbling and composed, each with a plain object.

use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::browser;

/// An event of the element. The variants' fields are its `detail`.
#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub(super) enum Event<'a> {
    /// The explorer is on the screen.
    Ready { dataset: &'a str, edition: u32, provisions: usize },
    /// A provision was opened or closed.
    Select { id: &'a str, citation: &'a str, open: bool },
    /// View, lens, sources or search changed.
    Filter {
        view: &'a str,
        audience: Vec<&'a str>,
        sources: Vec<&'a str>,
        query: &'a str,
        provisions: usize,
    },
    /// The reader takes something along.
    Share { kind: &'a str, text: &'a str },
    /// Something is wrong; `problems` holds every one of them, each a sentence with its place.
    Error { code: &'a str, message: &'a str, problems: Vec<String> },
}

impl Event<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "provision-explorer:ready",
            Self::Select { .. } => "provision-explorer:select",
            Self::Filter { .. } => "provision-explorer:filter",
            Self::Share { .. } => "provision-explorer:share",
            Self::Error { .. } => "provision-explorer:error",
        }
    }

    /// Tells the page.
    pub(super) fn dispatch(&self, host: &HtmlElement) {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        let detail = self.serialize(&serializer).unwrap_or(JsValue::NULL);
        browser::dispatch(host, self.name(), &detail);
    }
}
