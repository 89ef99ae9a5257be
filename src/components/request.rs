//! What is asked for, of whom, and in which words.

use explorer::view::{CitedPlace, RequestView};
use yew::Html;

use crate::components::{
    el::{all, each, el, maybe, none, text},
    evidence::place_link,
    ui::Ui,
    words::{with_html, words},
};

/// A list of requests.
pub(crate) fn requests(ui: &Ui, requests: &[RequestView]) -> Html {
    el("ul", "requests", [each(requests, |request| item(ui, request))])
}

fn item(ui: &Ui, request: &RequestView) -> Html {
    let language = ui.language;
    let source = request.source.as_ref().map(|source| all([text(" · "), words(&source.title)]));
    el(
        "li",
        "",
        [
            words(&request.summary),
            el(
                "span",
                "small asked",
                [
                    el("b", "", [text(language.request_kind(request.kind))]),
                    text(" · "),
                    with_html(language.asked_of, words(&request.addressee)),
                    each(&request.places, |it| place(ui, it)),
                    maybe(source),
                ],
            ),
        ],
    )
}

fn place(ui: &Ui, place: &CitedPlace) -> Html {
    if place.quotes.is_empty() {
        return none();
    }
    let quotes =
        each(&place.quotes, |quote| all([text(" "), el("q", "asked-words", [ui.quoted(quote)])]));
    all([text(" ·"), quotes, text(" "), place_link(ui, place)])
}
