//! Errands beside the screen: copying, downloading, printing.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, js_sys::Function};

use super::{deep_links, events::Event, session::Session};
use crate::{Errand, Notice};

#[wasm_bindgen(module = "/src/embed/browser.js")]
extern "C" {
    /// Writes a line for developers.
    pub(super) fn warn(line: &str);
    /// Brings a part into sight.
    pub(super) fn reveal(node: &Element, id: &str, focus: bool);
    /// Whether the reader came by a link, and hasn't moved since.
    pub(super) fn arrived() -> bool;
    /// Puts the focus where it isn't lost.
    pub(super) fn settle(node: &Element);
    /// Opens what is folded; gives back how to fold it again.
    pub(super) fn unfold(node: &Element) -> Function;

    fn copy(text: &str, done: &JsValue);
    fn download(name: &str, r#type: &str, text: &str);
}

/// Runs an errand.
pub(super) fn run(session: &Rc<Session>, errand: Errand) {
    let explorer = session.explorer();
    let name = &explorer.dataset().records().id;
    match errand {
        Errand::CopyLink => {
            let Some(window) = web_sys::window() else { return };
            let address = deep_links::address(&window, &explorer, &session.state());
            share(session, errand, "link", address);
        }
        Errand::CopyCitation(provision) => {
            if let Some(text) = explorer::export::citation(explorer.dataset(), provision) {
                share(session, errand, "citation", text);
            }
        }
        Errand::DownloadJson => {
            download(&format!("{name}.json"), "application/json", session.source());
        }
        Errand::DownloadCsv => {
            let table = explorer::export::csv(explorer.dataset());
            download(&format!("{name}.csv"), "text/csv;charset=utf-8", &table);
        }
        Errand::Print => {
            // Only a sandboxed frame refuses, and it does so without a word as well.
            let _ = web_sys::window().map(|window| window.print());
        }
    }
}

fn share(session: &Rc<Session>, errand: Errand, kind: &'static str, text: String) {
    Event::Share { kind, text: &text }.dispatch(session.host());
    let session = Rc::clone(session);
    let copied = text.clone();
    let done = Closure::once_into_js(move |allowed: bool| {
        session.notice(if allowed {
            Notice::Copied(errand)
        } else {
            Notice::CopyByHand(errand, text)
        });
    });
    copy(&copied, &done);
}
