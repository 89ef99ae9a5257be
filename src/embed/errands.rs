//! Errands beside the screen: copying, downloading, printing.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{browser, deep_links, events::Event, session::Session};
use crate::{Errand, Notice};

/// Runs an errand.
pub(super) fn run(session: &Rc<Session>, errand: Errand) {
    let explorer = session.explorer();
    let name = &explorer.dataset().records().id;
    match errand {
        Errand::CopyLink(_) => {
            let address = deep_links::shared(&explorer, &session.state());
            share(session, errand, "link", address);
        }
        Errand::CopyCitation(provision) => {
            if let Some(text) = explorer::export::citation(explorer.dataset(), provision) {
                share(session, errand, "citation", text);
            }
        }
        Errand::DownloadJson => {
            browser::download(&format!("{name}.json"), "application/json", session.source());
        }
        Errand::DownloadCsv => {
            let table = explorer::export::csv(explorer.dataset());
            browser::download(&format!("{name}.csv"), "text/csv;charset=utf-8", &table);
        }
        Errand::Print => browser::paper(),
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
    browser::copy(&copied, &done);
}
