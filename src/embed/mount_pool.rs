//! Drawings whose element has gone, kept for the next one. Yew never lets go of a node that it has
//! drawn into nor of the listeners on it, so each is drawn into again instead of a new one.

use std::cell::RefCell;

use web_sys::Element;
use yew::AppHandle;

use crate::{App, AppProps};

thread_local! {
    static SPARE: RefCell<Vec<(Element, AppHandle<App>)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a drawing that nobody looks at any more.
pub(super) fn put(node: Element, app: AppHandle<App>) {
    SPARE.with_borrow_mut(|spare| spare.push((node, app)));
}

/// Draws into a node, whether it is new or was kept.
pub(super) fn draw(node: &Element, props: AppProps) -> AppHandle<App> {
    let kept = SPARE.with_borrow_mut(|spare| {
        let at = spare.iter().position(|(other, _)| other == node)?;
        Some(spare.swap_remove(at).1)
    });
    match kept {
        Some(mut app) => {
            app.update(props);
            app
        }
        None => yew::Renderer::with_root_and_props(node.clone(), props).render(),
    }
}
