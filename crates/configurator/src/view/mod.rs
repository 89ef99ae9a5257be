//! The page, a file for each of its parts.

mod bar;
mod checks;
mod law;
mod preview;
mod ruling;
mod settings;
mod shape;
mod start;
pub(crate) mod story;
pub(crate) mod take;
pub(crate) mod ui;

use yew::prelude::*;

use crate::model::Model;
use ui::Send;

pub(crate) use shape::note_id;

/// All of it: the steps, and beside them what readers will see.
pub(crate) fn page(model: &Model, send: &Send) -> Html {
    html! {
        <>
            { bar::bar(model, send) }
            <div class="desk">
                <div class="steps">
                    { story::story(model, send) }
                    { shape::shape(model, send) }
                    { law::law(model, send) }
                    { checks::checks(model, send) }
                    { take::take(model, send) }
                </div>
                { preview::preview(model, send) }
            </div>
        </>
    }
}
