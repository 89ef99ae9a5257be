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

use dataset::Unsound;
use explorer::Action;
use session::{AddressChange, Exports, Msg, Store};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::Language;
use mounted::{MountPoint, Mounted};
use store::SharedStore;

/// A law that has been opened and indexed once, for any number of explorers on the page.
#[wasm_bindgen]
pub struct DatasetHandle {
    store: Option<Rc<SharedStore>>,
    /// What the page is told first, where there are problems.
    trouble: &'static str,
    problems: Vec<String>,
}

const RULES: &str = "the dataset breaks its rules";

#[wasm_bindgen]
impl DatasetHandle {
    /// Opens a compiled law; `address` is where it came from, and what belongs to it stands beside.
    /// What is wrong with it is told by [`tell`](Self::tell), for every explorer that shows it.
    #[wasm_bindgen(constructor)]
    pub fn new(file: String, address: String) -> Self {
        Self::of(Store::open(file, None), address, Vec::new())
    }

    /// Opens what a page's own dataset was compiled to: its sound part, where it has one, what is
    /// wrong with the rest, and what its readers may take along.
    pub fn compiled(
        file: Option<String>,
        problems: Vec<String>,
        json: String,
        csv: String,
        address: String,
    ) -> Self {
        let exports = Exports { json: json.into(), csv: csv.into() };
        match file {
            Some(file) => Self::of(Store::open(file, Some(exports)), address, problems),
            None => Self { store: None, trouble: RULES, problems },
        }
    }

    fn of(store: Result<Store, Unsound>, address: String, problems: Vec<String>) -> Self {
        match store {
            Ok(store) => {
                Self { store: Some(SharedStore::new(store, address)), trouble: RULES, problems }
            }
            Err(why) => {
                let problems = vec![format!("{address}: {why}")];
                Self { store: None, trouble: "the law cannot be read", problems }
            }
        }
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
        report::dataset(host, self.trouble, self.problems.clone());
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
        self.mounted.send(Msg::AddressChanged(AddressChange::Link));
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
