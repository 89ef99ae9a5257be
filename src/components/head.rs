//! The head: what this is about, and where the law stands.

use explorer::view::{Event, Head};
use yew::prelude::*;

use crate::components::{
    el::{all, each, el, maybe, text},
    ui::Ui,
    words::{outward, with_html, words},
};

/// Title and status.
pub(crate) fn head(ui: &Ui, head: &Head) -> Html {
    let language = ui.language;
    // Its place is kept free where the day isn't known yet, so that nothing moves once it is.
    let stale = maybe(head.stale.then(|| text(language.stale)));
    let stale = (head.stale || !ui.is_plain())
        .then(|| html! { <strong class="stale" data-free={language.stale}>{ stale }</strong> });
    let as_of = |date| all([text(" · "), with_html(language.as_of, ui.date(date))]);
    let as_of = head.as_of.map(as_of);
    html! {
        <header class="head">
            <h2 id="explorer.title" class="title" part="title">{ words(&head.title) }</h2>
            { el("details", "status", [
                el("summary", "", [
                    words(&head.status),
                    maybe(as_of),
                    maybe(stale),
                ]),
                el("p", "small", [words(&head.instrument)]),
                el("ol", "events", [each(&head.events, |it| event(ui, it))]),
            ]) }
        </header>
    }
}

fn event(ui: &Ui, event: &Event) -> Html {
    let source = outward(ui, &event.address, text(ui.language.event_source));
    el("li", "", [ui.date(event.date), el("span", "", [words(&event.label), text(" · "), source])])
}
