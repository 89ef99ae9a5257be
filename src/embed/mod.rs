//! The one room that knows the browser: the page's elements, events, address and clipboard. It
//! mounts the components, keeps each explorer's state, and tells the page what happens.
//!
//! `browser.js` beside this file holds the few calls that are shorter in JavaScript than through
//! bindings. The loader in `www/` decides when all of this is fetched.

mod browser;
mod deep_links;
mod errands;
mod events;
mod report;
mod session;
mod spare;
mod surroundings;

use std::rc::Rc;

use dataset::{Problem, Reading};
use explorer::{Action, Brief, Explorer};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::Language;
use session::{Frame, Place, Session};

/// A dataset that has been read and indexed once, for any number of explorers on the page.
#[wasm_bindgen]
pub struct Law {
    /// As it came, for the reader's download.
    source: Rc<str>,
    explorer: Option<Rc<Explorer>>,
    problems: Rc<[Problem]>,
}

#[wasm_bindgen]
impl Law {
    /// Reads a dataset from the text of its JSON. What is wrong with it is told by
    /// [`tell`](Self::tell), for every explorer that shows it.
    #[wasm_bindgen(constructor)]
    pub fn new(source: String) -> Self {
        let Reading { dataset, problems } = match dataset::json::parse(&source) {
            Ok(node) => dataset::read(node),
            Err(problem) => Reading { dataset: None, problems: vec![problem] },
        };
        let explorer =
            dataset.map(|dataset| Rc::new(Explorer::new(Rc::new(dataset), Brief::default())));
        Self { source: source.into(), explorer, problems: problems.into() }
    }

    /// Whether there is anything to show.
    #[wasm_bindgen(getter)]
    pub fn sound(&self) -> bool {
        self.explorer.is_some()
    }

    /// Whether the dataset has a provision, given as a citation or an id.
    pub fn has(&self, provision: &str) -> bool {
        let id = options::place(provision).ok();
        let dataset = self.explorer.as_ref().map(|explorer| explorer.dataset());
        id.zip(dataset).is_some_and(|(id, it)| it.find_provision(id.as_str()).is_some())
    }

    /// Tells the page what is wrong with the dataset, and says whether there is a sound part.
    pub fn tell(&self, host: &HtmlElement) -> bool {
        report::dataset(host, &self.problems);
        self.sound()
    }
}

/// The interface's words in one language, for any number of explorers on the page.
#[wasm_bindgen]
pub struct Words(Language);

#[wasm_bindgen]
impl Words {
    /// Reads them from a language's file; English, which is always here, without one.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Option<String>) -> Self {
        Self(file.map_or_else(Language::fallback, Language::from_file))
    }
}

/// One explorer on the page.
#[wasm_bindgen]
pub struct Handle {
    session: Rc<Session>,
}

/// Draws an explorer into `node`, inside the shadow root of `host`. The layers are the text of a
/// JSON object with `attributes` (by name), `property` (the element's `options`) and `child` (the
/// text of its own JSON).
///
/// # Errors
/// Where the dataset has no sound part, as [`Law::tell`] has said.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    node: Element,
    law: &Law,
    words: &Words,
    layers: &str,
    compact: bool,
) -> Result<Handle, JsValue> {
    let Some(explorer) = &law.explorer else {
        return Err(JsValue::from_str("the dataset has no sound part"));
    };
    let frame = if compact { Frame::Card } else { Frame::Whole };
    let place = Place { host, node, source: law.source.clone(), frame };
    Ok(Handle { session: Session::start(place, explorer, words.0, layers) })
}

#[wasm_bindgen]
impl Handle {
    /// Takes changed attributes or options over; what the reader chose otherwise stays.
    pub fn configure(&self, words: &Words, layers: &str) {
        self.session.configure(words.0, layers);
    }

    /// Goes to a provision, given as a citation or an id. Says whether the list has it.
    pub fn select(&self, provision: &str, focus: bool) -> bool {
        let explorer = self.session.explorer();
        let id = options::place(provision).ok();
        let found = id.and_then(|id| explorer.dataset().find_provision(id.as_str()));
        let found = found.filter(|provision| explorer.lists(*provision));
        if let Some(provision) = found {
            self.session.go(Action::Select(provision), focus);
        }
        found.is_some()
    }

    /// Goes to the next provision of the list.
    pub fn next(&self) {
        self.session.go(Action::Next, false);
    }

    /// Goes to the previous provision of the list.
    pub fn previous(&self) {
        self.session.go(Action::Previous, false);
    }

    /// Goes where the page's address leads, which changed while this was still on its way.
    pub fn follow(&self) {
        self.session.follow_address(true);
    }

    /// Returns to what the page chose at first.
    pub fn reset(&self) {
        self.session.act(Action::Reset);
    }

    /// Takes everything back: the drawing, and the listeners on the page.
    pub fn unmount(self) {
        self.session.end();
    }
}
