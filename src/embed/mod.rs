//! The page's elements, events, address and clipboard: mounts the components, carries out what a
//! session decides, and reports back what happens. Nothing is decided here; that is `crates/session`'s.
//!
//! The scripts beside this file hold what is shorter in JavaScript than through bindings, by duty. The
//! loader in `www/` decides when all of this is fetched.

mod browser;
mod effects;
mod mount_pool;
mod mounted;
mod report;
mod store;

use std::rc::Rc;

use dataset::{Parsed, Problem};
use explorer::Action;
use session::Msg;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::Language;
use mounted::{MountPoint, Mounted};
use store::SharedStore;

/// A dataset that has been read and indexed once, for any number of explorers on the page.
#[wasm_bindgen]
pub struct DatasetHandle {
    store: Option<Rc<SharedStore>>,
    problems: Rc<[Problem]>,
}

#[wasm_bindgen]
impl DatasetHandle {
    /// Reads a dataset from the text of its JSON. What is wrong with it is told by
    /// [`tell`](Self::tell), for every explorer that shows it. Parts of a large one stand beside
    /// its address.
    #[wasm_bindgen(constructor)]
    pub fn new(source: String, address: String) -> Self {
        let Parsed { dataset, problems, .. } = session::read(&source);
        let store = dataset.map(|dataset| SharedStore::new(source, address, dataset));
        Self { store, problems: problems.into() }
    }

    /// Whether there is anything to show.
    #[wasm_bindgen(getter)]
    pub fn sound(&self) -> bool {
        self.store.is_some()
    }

    /// Whether the dataset has a provision, given as a citation or an id. A promise of it, where
    /// that may stand in a part that is on its way.
    pub fn has(&self, provision: &str) -> JsValue {
        let Some(store) = self.store.clone() else { return false.into() };
        let core = Rc::clone(store.core());
        let provision = String::from(provision);
        store.answer(move || core.explorer().dataset().cited_one(&provision).is_ok())
    }

    /// Tells the page what is wrong with the dataset, and says whether there is a sound part.
    pub fn tell(&self, host: &HtmlElement) -> bool {
        report::dataset(host, &self.problems);
        self.sound()
    }
}

/// The interface's words in one language, for any number of explorers on the page.
#[wasm_bindgen]
pub struct Catalogue(Language);

#[wasm_bindgen]
impl Catalogue {
    /// Reads them from a language's file; English, which is always here, without one.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Option<String>) -> Self {
        Self(file.map_or_else(Language::fallback, Language::from_file))
    }
}

/// One explorer on the page.
#[wasm_bindgen]
pub struct Handle {
    mounted: Rc<Mounted>,
}

/// Draws an explorer into `node`, inside the shadow root of `host`. The layers are the text of a
/// JSON object with `attributes` (by name), `property` (the element's `options`) and `child` (the
/// text of its own JSON).
///
/// # Errors
/// Where the dataset has no sound part, as [`DatasetHandle::tell`] has said.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    node: Element,
    dataset: &DatasetHandle,
    catalogue: &Catalogue,
    layers: &str,
    compact: bool,
) -> Result<Handle, JsValue> {
    let Some(store) = dataset.store.clone() else {
        return Err(JsValue::from_str("the dataset has no sound part"));
    };
    let at = MountPoint { host, node, store };
    Ok(Handle { mounted: Mounted::start(at, catalogue.0, layers, compact) })
}

#[wasm_bindgen]
impl Handle {
    /// Takes changed attributes or options over; what the reader chose otherwise stays.
    pub fn configure(&self, catalogue: &Catalogue, layers: &str) {
        self.mounted.configure(catalogue.0, layers);
    }

    /// Goes to a provision, given as a citation or an id. Says whether the list has it, or
    /// promises to say so where that may stand in a part that is on its way.
    pub fn select(&self, provision: &str, focus: bool) -> JsValue {
        let provision = String::from(provision);
        let mounted = Rc::clone(&self.mounted);
        let store = Rc::clone(mounted.store());
        let until_interaction = store.core().is_awaiting().then(browser::until_interaction);
        store.answer(move || mounted.select(&provision, focus, until_interaction.as_ref()))
    }

    /// Goes to the next provision of the list.
    pub fn next(&self) {
        self.mounted.send(Msg::Go { action: Action::Next, focus: false });
    }

    /// Goes to the previous provision of the list.
    pub fn previous(&self) {
        self.mounted.send(Msg::Go { action: Action::Previous, focus: false });
    }

    /// Goes where the page's address leads, which changed while this was still on its way.
    pub fn follow(&self) {
        self.mounted.send(Msg::AddressChanged { by_link: true });
    }

    /// Returns to what the page chose at first.
    pub fn reset(&self) {
        self.mounted.send(Msg::Act(Action::Reset));
    }

    /// Leaves the page's address to others, because the element stands in the page no more.
    #[wasm_bindgen(js_name = yieldAddress)]
    pub fn yield_address(&self) {
        self.mounted.yield_address();
    }

    /// Takes everything back: the drawing, and the listeners on the page.
    pub fn unmount(self) {
        self.mounted.end();
    }
}
