//! What the page is told: events on the element, bubbling and composed, each with a plain object.

use serde::{Serialize, Serializer};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::browser;

/// An event of the element. The variants' fields are its `detail`.
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
    Error { code: &'a str, message: &'a str, problems: Vec<&'a str> },
}

/// A field of `detail`.
#[derive(Serialize)]
#[serde(untagged)]
enum Field<'a> {
    Flag(bool),
    Number(usize),
    Text(&'a str),
    Texts(&'a [&'a str]),
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

    fn detail(&self) -> Vec<(&'static str, Field<'_>)> {
        use Field::{Flag, Number, Text, Texts};
        match self {
            Self::Ready { dataset, edition, provisions } => vec![
                ("dataset", Text(dataset)),
                ("edition", Number(*edition as usize)),
                ("provisions", Number(*provisions)),
            ],
            Self::Select { id, citation, open } => {
                vec![("id", Text(id)), ("citation", Text(citation)), ("open", Flag(*open))]
            }
            Self::Filter { view, audience, sources, query, provisions } => vec![
                ("view", Text(view)),
                ("audience", Texts(audience)),
                ("sources", Texts(sources)),
                ("query", Text(query)),
                ("provisions", Number(*provisions)),
            ],
            Self::Share { kind, text } => vec![("kind", Text(kind)), ("text", Text(text))],
            Self::Error { code, message, problems } => vec![
                ("code", Text(code)),
                ("message", Text(message)),
                ("problems", Texts(problems)),
            ],
        }
    }

    /// Tells the page.
    pub(super) fn dispatch(&self, host: &HtmlElement) {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        let detail = self.serialize(&serializer).unwrap_or(JsValue::NULL);
        browser::dispatch(host, self.name(), &detail);
    }
}

/// As a map, because what writes structs keeps a table of their fields' names, which costs each
/// reader half a kilobyte.
impl Serialize for Event<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.detail())
    }
}
