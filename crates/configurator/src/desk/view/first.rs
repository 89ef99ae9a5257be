//! What an empty desk says: where to begin.

use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
};
use crate::{kind::accepted, view::ui::opener};

pub(super) fn first(model: &Model, send: &Send) -> Html {
    if !model.is_blank() {
        return Html::default();
    }
    html! {
        <section id="first" aria-labelledby="first-head">
            <h2 id="first-head">{ "Begin with the law" }</h2>
            <p>{ "Its dataset, or a workbook with its provisions:" }</p>
            <p class="buttons">{ opener("Open a dataset or a workbook…", accepted(), true, send, Msg::Open) }</p>
            <p>
                { "The law’s own file: " }
                <a href="./configurator.html#start-from-file">{ "the configurator reads it" }</a>
                { " and hands it over." }
            </p>
            <p>{ "Then go through the parts below in their order. What is wrong with the dataset is said as soon as there is one." }</p>
        </section>
    }
}
