//! Errands beside the screen: copying, downloading, printing.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{browser, deep_links, events::Event, library, session::Session};
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
            let name = format!("{name}.json");
            take(session, errand, move |law| {
                browser::download(&name, "application/json", law);
                true
            });
        }
        Errand::DownloadCsv => {
            let name = format!("{name}.csv");
            take(session, errand, move |law| {
                let table = library::read(law).dataset.map(|law| explorer::export::csv(&law));
                let table =
                    table.inspect(|it| browser::download(&name, "text/csv;charset=utf-8", it));
                table.is_some()
            });
        }
        Errand::FetchAgain(part) => session.fetch_again(part),
        Errand::Print => browser::paper(),
    }
}

/// Does something with the text of the whole law, and says whether that could be done.
fn take(session: &Rc<Session>, errand: Errand, what: impl FnOnce(&str) -> bool + 'static) {
    let asking = Rc::clone(session);
    session.library().whole(move |law| {
        // A host may answer with a page of its own in the place of a file that it lacks.
        let law = law.and_then(|law| {
            let done = law.trim_ascii_start().starts_with('{') && what(&law);
            done.then_some(()).ok_or_else(|| "the whole law is no dataset".to_owned())
        });
        if let Err(why) = law {
            asking.library().tell(&why);
            asking.notice(Notice::Failed(errand));
        }
    });
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
