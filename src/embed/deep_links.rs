//! The page's fragment, read and written only where the newsroom set `deep-links`.

use std::cell::RefCell;

use explorer::{Explorer, State, merge_fragment, read_fragment, write_fragment};
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, Window};

thread_local! {
    /// The one explorer that writes the page's fragment; two would overwrite each other.
    static WRITER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Takes the page's fragment for an explorer.
///
/// # Errors
/// Where another explorer has it, with what would be right.
pub(super) fn claim(host: &HtmlElement) -> Result<(), &'static str> {
    let free = WRITER.with_borrow_mut(|writer| {
        let writer = writer.get_or_insert_with(|| host.clone());
        writer == host
    });
    if free {
        Ok(())
    } else {
        Err("attribute deep-links: another explorer of this page writes its address; set it on one")
    }
}

/// Gives the page's fragment back.
pub(super) fn release(host: &HtmlElement) {
    WRITER.with_borrow_mut(|writer| *writer = writer.take().filter(|writer| writer != host));
}

/// The page's fragment, without `#`.
pub(super) fn fragment(window: &Window) -> String {
    let hash = window.location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The state that the page's address describes; none where it says nothing to us.
pub(super) fn read(window: &Window, explorer: &Explorer) -> Option<State> {
    read_fragment(explorer.dataset(), &explorer.brief().start, &fragment(window))
}

/// The page's address with a state in it.
pub(super) fn address(window: &Window, explorer: &Explorer, state: &State) -> String {
    let page = window.location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    let ours = write_fragment(explorer.dataset(), &explorer.brief().start, state);
    let fragment = merge_fragment(&fragment(window), &ours);
    if fragment.is_empty() { page.to_owned() } else { [page, "#", &fragment].concat() }
}

/// Writes a state to the page's address: a step back leads out of it, unless it only refines what
/// is there, as each letter typed does.
pub(super) fn write(window: &Window, explorer: &Explorer, state: &State, refines: bool) {
    let address = address(window, explorer, state);
    if window.location().href().is_ok_and(|now| now == address) {
        return;
    }
    let Ok(history) = window.history() else { return };
    // The page's own entry keeps its state; a sandbox that forbids history costs only the link.
    let kept = if refines { history.state().unwrap_or(JsValue::NULL) } else { JsValue::NULL };
    let _ = if refines {
        history.replace_state_with_url(&kept, "", Some(&address))
    } else {
        history.push_state_with_url(&kept, "", Some(&address))
    };
}
