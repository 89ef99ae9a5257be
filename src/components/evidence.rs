//! What a concern rests on: the exact words, where they stand, and who stands behind them.

use explorer::view::{Backer, EvidenceView, Place};
use yew::prelude::*;

use crate::{
    components::{
        ui::Ui,
        words::{byline, outward, with_html, words},
    },
    messages::Counted,
};

/// A quotation with its source and the names behind it.
pub(crate) fn evidence(ui: &Ui, evidence: &EvidenceView) -> Html {
    let language = ui.language;
    let backers = &evidence.backers;
    html! {
        <figure class="evidence" part="evidence">
            { for evidence.places.iter().map(|it| place(ui, it)) }
            <figcaption>
                <p>
                    { byline(ui, &evidence.source) }
                    if let Some(draft) = &evidence.draft {
                        { language.comma }{ with_html(language.on_draft, words(draft)) }
                    }
                </p>
                if let Some(archived) = &evidence.archived {
                    <p>{ outward(ui, archived, html! { { language.archived } }) }</p>
                }
                if !backers.issued.is_empty() {
                    <p>{ with_html(language.issued_by, names(ui, &backers.issued)) }</p>
                }
                { folded(ui, &language.signed_by, &backers.signed, None) }
                { folded(ui, &language.named_by, &backers.named, Some(language.named_means)) }
            </figcaption>
        </figure>
    }
}

fn place(ui: &Ui, place: &Place) -> Html {
    let [open, close] = ui.language.quotes;
    html! {
        <>
            if let Some(quote) = &place.quote {
                <blockquote cite={place.address.clone()}>
                    <p>{ open }{ words(quote) }{ close }</p>
                </blockquote>
            }
            <p class="small place">
                { outward(ui, &place.address, html! { { ui.language.read_source } }) }
                { " · " }{ words(&place.locator) }
            </p>
        </>
    }
}

fn names(ui: &Ui, backers: &[Backer]) -> Html {
    let names = backers.iter().enumerate().map(|(place, backer)| {
        html! { <>{ if place > 0 { ui.language.comma } else { "" } }{ words(&backer.name) }</> }
    });
    html! { <>{ for names }</> }
}

fn folded(ui: &Ui, message: &Counted, backers: &[Backer], means: Option<&str>) -> Html {
    if backers.is_empty() {
        return html! {};
    }
    let items = backers.iter().map(|backer| {
        html! {
            <li>
                { words(&backer.name) }
                if let Some(detail) = &backer.detail {
                    <span class="small">{ ui.language.comma }{ words(detail) }</span>
                }
            </li>
        }
    });
    html! {
        <details class="backers">
            <summary>{ ui.language.count(message, backers.len(), "") }</summary>
            if let Some(means) = means {
                <p class="small">{ means }</p>
            }
            <ul>{ for items }</ul>
        </details>
    }
}
