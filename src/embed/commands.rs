//! Commands beside the screen: copying, downloading, printing.

use std::rc::Rc;

use wasm_bindgen::prelude::*;

use super::{
    browser, deep_links,
    events::{Dispatch as _, Event},
    library,
    session::Session,
};
use crate::{Command, Notice};

/// Runs a command.
pub(super) fn run(session: &Rc<Session>, command: Command) {
    let explorer = session.explorer();
    let name = &explorer.dataset().records().id;
    match command {
        Command::CopyLink(_) => {
            let address = deep_links::shared(&explorer, &session.state());
            share(session, command, "link", address);
        }
        Command::CopyCitation(provision) => {
            if let Some(text) = explorer::export::citation(explorer.dataset(), provision) {
                share(session, command, "citation", text);
            }
        }
        Command::DownloadJson => {
            let name = format!("{name}.json");
            take(session, command, move |law| {
                browser::download(&name, "application/json", law);
                true
            });
        }
        Command::DownloadCsv => {
            let name = format!("{name}.csv");
            take(session, command, move |law| {
                let table = library::read(law).dataset.map(|law| explorer::export::csv(&law));
                let table =
                    table.inspect(|it| browser::download(&name, "text/csv;charset=utf-8", it));
                table.is_some()
            });
        }
        Command::FetchAgain(part) => session.fetch_again(part),
        Command::Print => browser::paper(),
    }
}

/// Does something with the text of the whole law, and says whether that could be done.
fn take(session: &Rc<Session>, command: Command, what: impl FnOnce(&str) -> bool + 'static) {
    let asking = Rc::clone(session);
    session.library().whole(move |law| {
        // A host may answer with a page of its own in the place of a file that it lacks.
        let law = law.and_then(|law| {
            let done = law.trim_ascii_start().starts_with('{') && what(&law);
            done.then_some(()).ok_or_else(|| "the whole law is no dataset".to_owned())
        });
        if let Err(why) = law {
            asking.library().tell(&why);
            asking.notice(Notice::Failed(command));
        }
    });
}

fn share(session: &Rc<Session>, command: Command, kind: &'static str, text: String) {
    Event::Share { kind, text: &text }.dispatch(session.host());
    let session = Rc::clone(session);
    let copied = text.clone();
    let done = Closure::once_into_js(move |allowed: bool| {
        session.notice(if allowed {
            Notice::Copied(command)
        } else {
            Notice::CopyByHand(command, text)
        });
    });
    browser::copy(&copied, &done);
}
