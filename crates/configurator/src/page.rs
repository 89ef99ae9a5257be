//! What `page.js` beside this file does for us: the one room that knows the browser.

use wasm_bindgen::prelude::*;
use web_sys::{Element, File};

#[wasm_bindgen(module = "/src/page.js")]
extern "C" {
    pub(crate) fn today() -> String;
    pub(crate) fn copy(text: &str, done: &JsValue);
    pub(crate) fn download(name: &str, r#type: &str, content: &JsValue);
    pub(crate) fn keep(text: Option<&str>) -> bool;
    pub(crate) fn kept() -> Option<String>;
    pub(crate) fn shared() -> Option<String>;
    #[wasm_bindgen(js_name = linkTo)]
    pub(crate) fn link_to(draft: &str) -> String;
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
    pub(crate) fn tell(message: &str);
    pub(crate) fn hear(handler: &JsValue);
    #[wasm_bindgen(js_name = onUndo)]
    pub(crate) fn on_undo(handler: &JsValue);
    pub(crate) fn sheet(id: &str, lang: &str) -> Option<Element>;
    #[wasm_bindgen(js_name = onLink)]
    pub(crate) fn on_link(handler: &JsValue);
    pub(crate) fn refocus();
    /// Whether the browser is to ask before the page goes.
    pub(crate) fn guard(is_unsaved: bool);
}
