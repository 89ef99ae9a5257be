//! The desk, a file for each of its parts.

mod bar;
mod cell;
mod citations;
mod concern;
mod problems;
mod signatories;
mod sources;
mod table;
mod text;

use yew::prelude::*;

use super::{model::Model, msg::Msg};

/// Where everything that is done goes.
pub(super) type Send = Callback<Msg>;

/// All of it: the documents and their text, and beside them what is made of it.
pub(super) fn page(model: &Model, send: &Send) -> Html {
    html! {
        <>
            { bar::bar(model, send) }
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
        </>
    }
}
