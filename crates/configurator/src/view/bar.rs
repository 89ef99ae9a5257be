//! What holds for the whole draft: undo, redo, keeping, passing on.

use yew::prelude::*;

use crate::{
    model::Model,
    msg::{Copied, Msg},
    view::ui::{Send, button, named, opener, tick},
};

pub(crate) fn bar(model: &Model, send: &Send) -> Html {
    let history = &model.history;
    html! {
        <>
        <div class="bar" role="group" aria-label="Draft">
            { named("Undo", None, !history.can_undo(), send, Msg::Undo) }
            { named("Redo", None, !history.can_redo(), send, Msg::Redo) }
            { opener("Open…", ".json", false, send, Msg::OpenDraft) }
            { button("Save", send, Msg::SaveDraft) }
            { button("Copy a link", send, Msg::Copy(Copied::Link)) }
            { tick("Keep the draft on this device", model.kept, send, Msg::Keep) }
            { button("Start anew", send, Msg::Wipe) }
        </div>
        <p class="said" role="status">{ &model.said }</p>
        </>
    }
}
