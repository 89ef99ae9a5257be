//! What the scripts beside this file do for us.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, js_sys::Function};

#[wasm_bindgen(module = "/src/embed/browser.js")]
extern "C" {
    /// Writes a line for developers.
    pub(super) fn warn(line: &str);
    /// Tells the page of an event.
    pub(super) fn dispatch(host: &HtmlElement, name: &str, detail: &JsValue);
    /// The day on the reader's clock, as a date of ISO 8601.
    pub(super) fn today() -> String;

    /// Does something again and again while the page has nothing else to do, until that says no.
    pub(super) fn idle(task: &JsValue);
    /// How many pixels of a list in a drawing can be seen; none where the screen isn't a phone's.
    pub(super) fn seen(node: &Element) -> Option<u32>;
    /// Does something once what has been drawn has been painted, or soon where nothing is painted.
    pub(super) fn painted(then: &JsValue);
    /// Opens what is folded; gives back how to fold it again.
    pub(super) fn unfold(node: &Element) -> Function;

    /// Copies a text, then says whether the page may.
    pub(super) fn copy(text: &str, done: &JsValue);
    /// Hands the reader a file.
    pub(super) fn download(name: &str, r#type: &str, text: &str);
    /// Prints.
    pub(super) fn paper();
}

#[wasm_bindgen(module = "/src/embed/fetching.js")]
extern "C" {
    /// Fetches a file beside another and hands over its text, or why it didn't come.
    #[wasm_bindgen(js_name = fetchBeside)]
    pub(super) fn fetch(name: &str, base: &str, resting: bool, done: &JsValue) -> JsValue;
    /// What comes of a promise.
    pub(super) fn after(promise: &JsValue, then: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/embed/history.js")]
extern "C" {
    /// Says by name what happens to the page; gives back how to end that.
    pub(super) fn listen(handler: &Closure<dyn FnMut(String)>) -> Function;
    /// The page's fragment, without `#`.
    pub(super) fn fragment() -> String;
    /// The address that readers pass on, without a fragment.
    pub(super) fn story() -> String;
    /// Writes the page's fragment, in an entry of the history of its own or in place of the last.
    pub(super) fn visit(fragment: &str, in_place: bool);
}

#[wasm_bindgen(module = "/src/embed/focus.js")]
extern "C" {
    /// Brings a part into sight, or words in it.
    pub(super) fn reveal(node: &Element, id: &str, words: &str, focus: bool);
    /// Whether the reader came by a link, and hasn't moved since.
    pub(super) fn arrived() -> bool;
    /// Gives back how to ask whether the reader has left everything as it is since.
    #[wasm_bindgen(js_name = untilInteraction)]
    pub(super) fn until_interaction() -> Function;
    /// Puts the focus on a part by its selector, and marks the text in it.
    pub(super) fn settle(node: &Element, selector: &str);
    /// Gets ready for a longer list; gives back how to put the focus on what is new in it, after
    /// what was there or, `earlier`, before that.
    pub(super) fn lengthen(node: &Element, earlier: bool) -> Function;
    /// Gets ready for the button that has the focus to go; gives back how to put it on what it stood
    /// in.
    pub(super) fn beside(node: &Element) -> Function;
}

#[wasm_bindgen(module = "/src/embed/nodes.js")]
extern "C" {
    /// Keeps a drawing right from now on where other programs change its nodes.
    fn watch(root: &Element);
}

#[wasm_bindgen(module = "/src/embed/hydration.js")]
extern "C" {
    #[wasm_bindgen(js_name = startHydration)]
    fn start_hydration(root: &Element) -> Option<String>;
    /// Ends that.
    #[wasm_bindgen(js_name = endHydration)]
    pub(super) fn end_hydration(root: &Element);
}

/// Gets ready to take over what a drawing's root has in it; which parts are open, by their ids
/// with spaces between them, or none where it doesn't stand in the page yet.
pub(super) fn hydrate(root: &Element) -> Option<String> {
    watch(root);
    start_hydration(root)
}
