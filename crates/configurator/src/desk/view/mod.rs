//! The desk, a file for each of its parts.

mod bar;
mod cell;
mod citations;
mod concern;
mod first;
mod problems;
mod signatories;
mod sources;
mod table;
mod text;

use yew::prelude::*;

use super::{model::Model, msg::Msg};

/// Where everything that is done goes.
pub(super) type Send = Callback<Msg>;

/// The parts by their numbers, as their headings have them and as keys lead there.
const PARTS: [&str; 7] =
    ["sources", "text", "citations", "concern-part", "signatories", "problems", "tables"];

/// All of it: the documents and their text, and beside them what is made of it.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    html! {
        <div onkeydown={back_to_text(send)}>
            { bar::bar(model, send) }
            { first::first(model, send) }
            <div class="desk">
                <div class="steps">
                    { sources::sources(model, send) }
                    { text::text(model, send) }
                </div>
                <div class="steps">
                    { citations::citations(model, send) }
                    { concern::concern(model, send) }
                    { signatories::signatories(model, send) }
                </div>
            </div>
            <div class="steps">
                { problems::problems(model, send) }
                { table::table(model, send) }
            </div>
        </div>
    }
}

/// Escape leads from wherever one writes back to the text that is read.
fn back_to_text(send: &Send) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            send.emit(Msg::Focus("text"));
        }
    })
}
