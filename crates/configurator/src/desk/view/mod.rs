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

use web_sys::HtmlSelectElement;
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
        if event.key() == "Escape" && !is_taken(&event) {
            send.emit(Msg::Focus("text"));
        }
    })
}

/// Whether something nearer takes the key: an input method, or a list of choices that is open.
fn is_taken(event: &KeyboardEvent) -> bool {
    let list = event.target_dyn_into::<HtmlSelectElement>();
    // Browsers that don't know the word close the list before the page hears of the key.
    let is_open = list.is_some_and(|it| it.matches(":open").unwrap_or_default());
    // Safari ends what is composed before it tells of the key, but for this code.
    is_open || event.is_composing() || event.key_code() == 229 || event.default_prevented()
}
