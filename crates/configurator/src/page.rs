//! What `page.js` beside this file does for us: the one room that knows the browser.

use wasm_bindgen::prelude::*;
use web_sys::{
    File,
    js_sys::{Array, Uint8Array},
};
use yew::platform::spawn_local;

use crate::start::size;

#[wasm_bindgen(module = "/src/page.js")]
extern "C" {
    pub(crate) fn today() -> String;
    /// Copies a text, and the same as markup for editors that take it.
    pub(crate) fn copy(text: &str, html: Option<&str>, done: &JsValue);
    /// This page's address without a fragment.
    pub(crate) fn address() -> String;
    pub(crate) fn download(name: &str, r#type: &str, content: &JsValue);
    pub(crate) fn keep(text: Option<&str>) -> bool;
    pub(crate) fn kept() -> Option<String>;
    pub(crate) fn shared() -> Option<String>;
    #[wasm_bindgen(js_name = readFiles)]
    pub(crate) fn read_files(files: Vec<File>, done: &JsValue);
    /// Reads texts from addresses, each relative to the first address.
    #[wasm_bindgen(js_name = readAddresses)]
    pub(crate) fn read_addresses(address: &str, addresses: Vec<String>, done: &JsValue);
    pub(crate) fn later(milliseconds: u32, done: &JsValue);
    /// Calls back when what was drawn is on the screen.
    #[wasm_bindgen(js_name = oncePainted)]
    pub(crate) fn once_painted(done: &JsValue);
    pub(crate) fn go(id: &str);
    /// The same with the part that the page's address names.
    pub(crate) fn arrive();
    pub(crate) fn tell(message: &str);
    pub(crate) fn hear(handler: &JsValue);
    #[wasm_bindgen(js_name = onUndo)]
    pub(crate) fn on_undo(handler: &JsValue);
    /// Hears Escape where it is awaited, unless something nearer takes it.
    #[wasm_bindgen(js_name = onEscape)]
    pub(crate) fn on_escape(handler: &JsValue);
    /// Whether there is something that Escape stops; it isn't heard otherwise.
    #[wasm_bindgen(js_name = awaitEscape)]
    pub(crate) fn await_escape(is_awaited: bool);
    /// Draws nodes, as `without` lists them, into a frame.
    #[wasm_bindgen(js_name = drawNodes)]
    pub(crate) fn draw_nodes(id: &str, lang: &str, nodes: &str);
    #[wasm_bindgen(js_name = onLink)]
    pub(crate) fn on_link(handler: &JsValue);
    pub(crate) fn refocus();
    #[wasm_bindgen(js_name = showChoices)]
    fn show_choices();
    /// Where a mouse's selection begins and ends in a text: for each, the byte that its paragraph
    /// begins at and the units of UTF-16 from there; nothing where it selects nothing.
    pub(crate) fn selected(id: &str) -> Vec<u32>;
    /// Hands a dataset as JSON to the page at an address, which is opened where it isn't there; then
    /// says whether it went, or no page could be opened.
    pub(crate) fn give(address: &str, json: &str, done: &JsValue);
    #[wasm_bindgen(js_name = onGiven)]
    pub(crate) fn on_given(handler: &JsValue);
    /// Whether the browser is to ask before the page goes.
    pub(crate) fn guard(is_unsaved: bool);
}

/// Does something once what an update leads to stands in the page, and before the next key is heard:
/// `rendered` may come after that, since a drawing that takes long lets the browser go on first.
pub(crate) fn once_drawn(then: impl FnOnce() + 'static) {
    spawn_local(async {
        show_choices();
        then();
    });
}

/// What became of handing a dataset over to a page of that name.
pub(crate) fn handed(to: &str, is_given: bool) -> String {
    if is_given {
        return format!("The {to} has the dataset.");
    }
    format!("The {to} could not be opened: let this page open windows (pop-ups), and try again.")
}

/// Larger files, in bytes together, keep the page busy long enough for it to say so first.
const LARGE: usize = 1_000_000;

/// Reads files that the page itself takes in. `take` has their names and bytes, or why there are none;
/// and where they are large, what is said of them meanwhile is on the screen before it has them.
pub(crate) fn open_files(
    files: Vec<File>,
    take: impl FnOnce(Vec<(String, Vec<u8>)>, Option<String>) + 'static,
) -> Option<String> {
    // Sizes are whole, and small enough.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as above")]
    let bytes = files.iter().map(|it| it.size() as usize).sum();
    let names: Vec<_> = files.iter().map(File::name).collect();
    let is_large = bytes > LARGE;
    let done = move |read: Array, refusal: Option<String>| {
        let files = pairs(&read);
        let take = move || take(files, refusal);
        if is_large {
            once_painted(&Closure::once_into_js(take));
        } else {
            take();
        }
    };
    read_files(files, &Closure::once_into_js(done));
    is_large.then(|| format!("Reading {} ({})…", names.join(", "), size(bytes)))
}

/// Files as `readFiles` hands them over: names and bytes, in pairs.
pub(crate) fn pairs(pairs: &Array) -> Vec<(String, Vec<u8>)> {
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        let name = pair.get(0).as_string().unwrap_or_default();
        (name, Uint8Array::new(&pair.get(1)).to_vec())
    };
    pairs.iter().map(pair).collect()
}
