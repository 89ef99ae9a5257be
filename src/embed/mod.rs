//! The one room that knows the browser: the page's elements, events, address and clipboard. It
//! mounts the components, keeps each explorer's state, and tells the page what happens.
//!
//! `browser.js` beside this file holds the few calls that are shorter in JavaScript than through
//! bindings. The loader in `www/` decides when all of this is fetched.

mod browser;
mod commands;
mod deep_links;
mod events;
mod library;
mod report;
mod session;
mod spare;
mod surroundings;

use std::rc::Rc;

use dataset::{Parsed, Problem};
use explorer::Action;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::Language;
use library::Library;
use session::{Frame, MountPoint, Session};

/// A dataset that has been read and indexed once, for any number of explorers on the page.
#[wasm_bindgen]
pub struct Law {
    library: Option<Rc<Library>>,
    problems: Rc<[Problem]>,
}

#[wasm_bindgen]
impl Law {
    /// Reads a dataset from the text of its JSON. What is wrong with it is told by
    /// [`tell`](Self::tell), for every explorer that shows it. Parts of a large one stand beside
    /// its address.
    #[wasm_bindgen(constructor)]
    pub fn new(source: String, address: String) -> Self {
        let Parsed { dataset, problems } = library::read(&source);
        let library = dataset.map(|dataset| Library::new(source, address, dataset));
        Self { library, problems: problems.into() }
    }

    /// Whether there is anything to show.
    #[wasm_bindgen(getter)]
    pub fn sound(&self) -> bool {
        self.library.is_some()
    }

    /// Whether the dataset has a provision, given as a citation or an id. A promise of it, where
    /// that may stand in a part that is on its way.
    pub fn has(&self, provision: &str) -> JsValue {
        let id = options::place(provision).ok();
        let Some((id, library)) = id.zip(self.library.clone()) else { return false.into() };
        let asked = Rc::clone(&library);
        library.answer(move || asked.explorer().dataset().find_provision(id.as_str()).is_some())
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
    let Some(library) = law.library.clone() else {
        return Err(JsValue::from_str("the dataset has no sound part"));
    };
    let frame = if compact { Frame::Card } else { Frame::Whole };
    let place = MountPoint { host, node, library, frame };
    Ok(Handle { session: Session::start(place, words.0, layers) })
}

#[wasm_bindgen]
impl Handle {
    /// Takes changed attributes or options over; what the reader chose otherwise stays.
    pub fn configure(&self, words: &Words, layers: &str) {
        self.session.configure(words.0, layers);
    }

    /// Goes to a provision, given as a citation or an id. Says whether the list has it, or
    /// promises to say so where that may stand in a part that is on its way.
    pub fn select(&self, provision: &str, focus: bool) -> JsValue {
        let Ok(id) = options::place(provision) else { return false.into() };
        let session = Rc::clone(&self.session);
        let library = session.library();
        let still = library.is_awaiting().then(browser::still);
        library.clone().answer(move || session.select(id.as_str(), focus, still.as_ref()))
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
