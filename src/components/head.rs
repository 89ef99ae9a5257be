//! The head: what this is about, and where the law stands.

use explorer::view::Head;
use yew::prelude::*;

use crate::components::{
    ui::Ui,
    words::{outward, with_html, words},
};

/// Title and status.
pub(crate) fn head(ui: &Ui, head: &Head) -> Html {
    let as_of = html! {
        <time datetime={head.as_of.to_string()}>{ ui.language.date(head.as_of) }</time>
    };
    let events = head.events.iter().map(|event| {
        let source = outward(ui, &event.address, html! { { ui.language.event_source } });
        let datetime = event.date.to_string();
        html! {
            <li>
                <time {datetime}>{ ui.language.date(event.date) }</time>
                <span>{ words(&event.label) }{ " · " }{ source }</span>
            </li>
        }
    });
    html! {
        <header class="head">
            <h2 id="explorer.title" class="title" part="title">{ words(&head.title) }</h2>
            <details class="status">
                <summary>
                    { words(&head.status) }{ " · " }{ with_html(ui.language.as_of, as_of) }
                    if head.stale {
                        <strong class="stale">{ ui.language.stale }</strong>
                    }
                </summary>
                <p class="small">{ words(&head.instrument) }</p>
                <ol class="events">{ for events }</ol>
            </details>
        </header>
    }
}
