//! The page's fragment, read and written only where the newsroom set `deep-links`.

use std::cell::RefCell;

use explorer::{Explorer, State, merge_fragment, read_fragment, write_fragment};
use web_sys::HtmlElement;

use super::browser;

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

/// The state that the page's address describes; none where it says nothing to us.
pub(super) fn read(explorer: &Explorer) -> Option<State> {
    let start = &explorer.editorial().start;
    read_fragment(explorer.dataset(), start, &browser::fragment()).map(|it| explorer.admit(it))
}

/// The address that readers pass on, with a state in it. Where the page's own says the same, it may
/// say more than a law's beginning knows.
pub(super) fn shared(explorer: &Explorer, state: &State) -> String {
    let ours =
        |state: &State| write_fragment(explorer.dataset(), &explorer.editorial().start, state);
    if read(explorer).is_some_and(|linked| ours(&linked) == ours(state)) {
        return [&browser::story(), "#", &browser::fragment()].concat();
    }
    address(explorer, state, browser::story())
}

/// A page's address with a state in it.
fn address(explorer: &Explorer, state: &State, page: String) -> String {
    let ours = write_fragment(explorer.dataset(), &explorer.editorial().start, state);
    let fragment = merge_fragment(&browser::fragment(), &ours);
    if fragment.is_empty() { page } else { [&page, "#", &fragment].concat() }
}

/// Writes a state to the page's address: a step back leads out of it, unless it only refines what
/// is there, as each letter typed does.
pub(super) fn write(explorer: &Explorer, state: &State, refines: bool) {
    browser::visit(&address(explorer, state, browser::page()), refines);
}
