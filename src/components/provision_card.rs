//! One provision: its head, always there, and what stands behind it.

use explorer::{
    Action,
    view::{Detail, Link, ProvisionCard, WithinLink},
};
use yew::prelude::*;

use crate::{
    components::{
        concern::concern,
        request::requests,
        strip::strip,
        ui::{Errand, Notice, Ui},
        words::{provision_link, with_html, words},
    },
    messages::with,
};

/// A card. Its head is named by citation and heading alone, so what it says stands beside the head
/// while it is closed, and first inside once it is open: the same place to the eye.
pub(crate) fn provision_card(ui: &Ui, card: &ProvisionCard, notice: Option<&Notice>) -> Html {
    let marked = card.highlighted.then_some("highlighted");
    let about = about(ui, card);
    html! {
        <article key={card.id.clone()} class="card" data-marked={marked} id={card.id.clone()} part="provision">
            <details open={card.detail.is_some()}>
                <summary class="card-head" onclick={ui.on_click(Action::Toggle(card.provision))}>
                    <h3 class="card-title">
                        <span class="cite">{ words(&card.citation) }</span>
                        if let Some(heading) = &card.heading {
                            { " " }<span class="heading">{ words(heading) }</span>
                        }
                    </h3>
                </summary>
                if let Some(detail) = &card.detail {
                    { about.clone() }
                    { body(ui, card, detail, notice) }
                }
            </details>
            if card.detail.is_none() {
                { about }
            }
        </article>
    }
}

fn about(ui: &Ui, card: &ProvisionCard) -> Html {
    html! {
        <div class="about">
            if card.highlighted {
                <p class="newsroom">{ ui.language.highlighted }</p>
            }
            <p class="plain">{ words(&card.summary) }</p>
            { numbers(ui, card) }
            if let Some(note) = &card.note {
                <p class="note"><b>{ ui.language.newsroom_note }</b>{ " " }{ note }</p>
            }
        </div>
    }
}

fn numbers(ui: &Ui, card: &ProvisionCard) -> Html {
    let language = ui.language;
    let counts = [
        Some(language.count(&language.concerns, card.counts.concerns, "")),
        Some(card.counts.within)
            .filter(|within| *within > 0)
            .map(|within| language.count(&language.within_count, within, "")),
        Some(card.counts.groups)
            .filter(|groups| *groups > 0)
            .map(|groups| language.count(&language.groups_affected, groups, "")),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    html! {
        <p class="numbers">
            <span>{ counts.join(" · ") }</span>
            if !card.objectors.is_empty() {
                { " " }{ strip(ui, &card.objectors) }
            }
        </p>
    }
}

fn body(ui: &Ui, card: &ProvisionCard, detail: &Detail, notice: Option<&Notice>) -> Html {
    html! {
        <div class="card-body">
            if let Some(parent) = &detail.parent {
                <p class="small">{ with_html(ui.language.part_of, provision_link(ui, parent)) }</p>
            }
            if card.heading_unverified {
                <p class="small">{ ui.language.heading_unverified }</p>
            }
            if detail.concerns.is_empty() {
                <p class="small">{ ui.language.no_concern }</p>
            }
            { for detail.concerns.iter().map(|it| concern(ui, it)) }
            { within(ui, &detail.within) }
            if !detail.requests.is_empty() {
                <section class="within">
                    <h4>{ ui.language.other_requests }</h4>
                    { requests(ui, &detail.requests) }
                </section>
            }
            { card_foot(ui, card, detail, notice) }
        </div>
    }
}

fn within(ui: &Ui, within: &[WithinLink]) -> Html {
    if within.is_empty() {
        return html! {};
    }
    let items = within.iter().map(|item| {
        let count = ui.language.count(&ui.language.concerns, item.concerns, "");
        html! {
            <li>
                { provision_link(ui, &item.link) }
                if let Some(heading) = &item.heading {
                    { " " }{ words(heading) }
                }
                <span class="small">{ " · " }{ count }</span>
            </li>
        }
    });
    html! {
        <section class="within">
            <h4>{ ui.language.within }</h4>
            <ul>{ for items }</ul>
        </section>
    }
}

fn card_foot(ui: &Ui, card: &ProvisionCard, detail: &Detail, notice: Option<&Notice>) -> Html {
    let language = ui.language;
    let cite = Errand::CopyCitation(card.provision);
    let by_hand = match notice {
        Some(Notice::CopyByHand(errand, text)) if *errand == cite => Some(text),
        _ => None,
    };
    html! {
        <footer class="card-foot">
            <div class="steps">
                { step(ui, detail.previous.as_ref(), language.previous) }
                { step(ui, detail.next.as_ref(), language.next) }
            </div>
            { ui.errand_button(cite, language.copy_citation, language.citation_copied, notice) }
            if ui.linkable {
                { ui.errand_button(Errand::CopyLink, language.copy_link, language.link_copied, notice) }
            }
            if let Some(text) = by_hand {
                { copy_by_hand(ui, text) }
            }
        </footer>
    }
}

fn step(ui: &Ui, to: Option<&Link>, message: &'static str) -> Html {
    let Some(to) = to else { return html! {} };
    let onclick = ui.on_click(Action::Select(to.provision));
    html! {
        <button type="button" class="quiet" {onclick}>{ with(message, &to.citation.text) }</button>
    }
}

/// The text that a page wouldn't copy, ready to be marked.
pub(crate) fn copy_by_hand(ui: &Ui, text: &str) -> Html {
    html! {
        <label class="by-hand">
            { ui.language.copy_by_hand }
            <textarea readonly={true} rows="3" value={text.to_owned()} />
        </label>
    }
}
