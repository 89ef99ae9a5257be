//! What is asked for, of whom, and in which words.

use explorer::view::RequestView;
use yew::prelude::*;

use crate::components::{
    ui::Ui,
    words::{outward, with_html, words},
};

/// A list of requests.
pub(crate) fn requests(ui: &Ui, requests: &[RequestView]) -> Html {
    html! { <ul class="requests">{ for requests.iter().map(|request| item(ui, request)) }</ul> }
}

fn item(ui: &Ui, request: &RequestView) -> Html {
    let language = ui.language;
    let [open, close] = language.quotes;
    html! {
        <li>
            { words(&request.summary) }
            <span class="small asked">
                <b>{ language.request_kind(request.kind) }</b>{ " · " }
                { with_html(language.asked_of, words(&request.addressee)) }
                { for request.places.iter().map(|place| html! {
                    if let Some(quote) = &place.quote {
                        { " · " }<q class="asked-words">{ open }{ words(quote) }{ close }</q>
                        { " " }{ outward(ui, &place.address, html! { { language.read_source } }) }
                    }
                }) }
                if let Some(source) = &request.source {
                    { " · " }{ words(&source.title) }
                }
            </span>
        </li>
    }
}
