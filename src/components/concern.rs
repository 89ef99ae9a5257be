//! One concern: what it says, whom it affects and on whose word, what it rests on, what is asked
//! for, and the other law beside it.

use dataset::Basis;
use explorer::view::{AffectedBy, AffectedMark, ConcernView, RelatedView};
use yew::prelude::*;

use crate::components::{
    evidence::evidence,
    request::requests,
    ui::Ui,
    words::{links, with_html, words},
};

/// A concern.
pub(crate) fn concern(ui: &Ui, concern: &ConcernView) -> Html {
    let language = ui.language;
    html! {
        <section key={concern.concern.index()} class="concern" part="concern">
            <h4 class="concern-title">{ words(&concern.title) }</h4>
            <p>{ words(&concern.summary) }</p>
            if !concern.also.is_empty() {
                <div class="small also">{ with_html(language.also_about, links(ui, &concern.also)) }</div>
            }
            <h5>{ language.affected }</h5>
            { affected(ui, &concern.affected) }
            { for concern.evidence.iter().map(|it| evidence(ui, it)) }
            if !concern.requests.is_empty() {
                <details class="asks">
                    <summary>{ language.requests }{ " " }<span class="number">{ concern.requests.len() }</span></summary>
                    { requests(ui, &concern.requests) }
                </details>
            }
            if !concern.related.is_empty() {
                <h5>{ language.other_law }</h5>
                <ul class="related">{ for concern.related.iter().map(|it| related(ui, it)) }</ul>
            }
            <p class="small wording">
                { language.later_text }{ language.colon }{ language.wording(concern.wording) }
            </p>
        </section>
    }
}

/// Stated has a solid rule, inferred a dashed one, and each has its word.
fn affected(ui: &Ui, marks: &[AffectedMark]) -> Html {
    if marks.is_empty() {
        return html! { <p class="small none-found">{ ui.language.none_found }</p> };
    }
    let items = marks.iter().map(|mark| {
        let (basis, reason) = match &mark.by {
            AffectedBy::Stated => (Basis::Stated, None),
            AffectedBy::Inferred(reason) => (Basis::Inferred, Some(reason)),
        };
        let word = if basis == Basis::Stated { "stated" } else { "inferred" };
        html! {
            <li data-basis={word}>
                { words(&mark.label) }
                if mark.chosen {
                    { " " }<b class="you">{ ui.language.you }</b>
                }
                { " " }<span class="basis">{ ui.language.basis(basis) }</span>
                if let Some(reason) = reason {
                    <span class="reason">{ ui.language.colon }{ words(reason) }</span>
                }
            </li>
        }
    });
    html! { <ul class="affected">{ for items }</ul> }
}

fn related(ui: &Ui, related: &RelatedView) -> Html {
    html! {
        <li>
            <span class="relation">{ ui.language.relation(related.relation) }</span>{ " " }
            if let Some(pinpoint) = &related.pinpoint {
                { words(pinpoint) }{ ui.language.comma }
            }
            { words(&related.instrument) }
            if let Some(note) = &related.note {
                <span class="small related-note">{ words(note) }</span>
            }
        </li>
    }
}
