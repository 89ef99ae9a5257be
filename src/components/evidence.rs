//! What a concern rests on: the exact words, where they stand, and who stands behind them.

use dataset::Role;
use explorer::view::{Backer, Backers, Document, EvidenceView, ProvisionLink};
use yew::prelude::*;

use crate::{
    components::{
        el::{all, each, el, joined, maybe, none, text},
        ui::Ui,
        words::{byline, outward, with_html, words},
    },
    messages::Counted,
};

/// A quotation with its source and the names behind it.
pub(crate) fn evidence(ui: &Ui, evidence: &EvidenceView) -> Html {
    let language = ui.language;
    let backers = &evidence.backers;
    let draft = evidence
        .draft
        .as_ref()
        .map(|draft| all([text(language.comma), with_html(language.on_draft, words(draft))]));
    let reason = evidence
        .draft_reason
        .as_ref()
        .map(|reason| el("p", "", [text(language.draft_inferred), text(" "), words(reason)]));
    let archived = evidence
        .archived
        .as_ref()
        .map(|archived| el("p", "", [outward(ui, archived, text(language.archived))]));
    html! {
        <figure class="evidence" part="evidence">
            { each(&evidence.places, |it| place(ui, it)) }
            { el("figcaption", "", [
                el("p", "", [byline(ui, &evidence.source), maybe(draft)]),
                maybe(reason),
                maybe(archived),
                issued(ui, backers),
                signed(ui, backers),
                named(ui, backers),
            ]) }
        </figure>
    }
}

pub(crate) fn place(ui: &Ui, place: &ProvisionLink) -> Html {
    let quote = place.quote.as_ref().map(|quote| {
        html! {
            <blockquote cite={place.address.clone()}>
                { el("p", "", [ui.quoted(quote)]) }
            </blockquote>
        }
    });
    let source = outward(ui, &place.address, text(ui.language.read_source));
    all([maybe(quote), el("p", "small place", [source, text(" · "), words(&place.locator)])])
}

fn names(ui: &Ui, backers: &[Backer]) -> Html {
    joined(backers.iter().map(|backer| words(&backer.name)).collect(), ui.language.comma)
}

fn signed(ui: &Ui, backers: &Backers) -> Html {
    let message = &ui.language.signed_by;
    if backers.listed && !backers.signed.is_empty() {
        return el("p", "", [text(ui.language.count(message, backers.signed.len(), ""))]);
    }
    folded(ui, message, &backers.signed, None)
}

fn named(ui: &Ui, backers: &Backers) -> Html {
    let language = ui.language;
    // Without script, a reader is led to one quotation and may see no other part of the page.
    if backers.named_listed && !ui.is_plain() && !backers.named.is_empty() {
        let count = language.count(&language.named_by, backers.named.len(), "");
        return el("p", "", [text(count)]);
    }
    folded(ui, &language.named_by, &backers.named, Some(language.named_means))
}

/// A document with all who have a part in it, each by name.
pub(crate) fn document(ui: &Ui, document: &Document) -> Html {
    let Document { source, archived, backers, mentioned } = document;
    let language = ui.language;
    let archived = archived.as_ref().map(|it| outward(ui, it, text(language.archived)));
    let also = (!mentioned.is_empty()).then(|| {
        let role = text(language.role(Role::Named));
        el("p", "small", [role, text(language.colon), names(ui, mentioned)])
    });
    all([
        outward(ui, &source.address, byline(ui, source)),
        text(" "),
        maybe(archived),
        issued(ui, backers),
        signed(ui, backers),
        named(ui, backers),
        maybe(also),
    ])
}

fn issued(ui: &Ui, backers: &Backers) -> Html {
    let issued = (!backers.issued.is_empty())
        .then(|| el("p", "", [with_html(ui.language.issued_by, names(ui, &backers.issued))]));
    maybe(issued)
}

fn folded(ui: &Ui, message: &Counted, backers: &[Backer], means: Option<&'static str>) -> Html {
    if backers.is_empty() {
        return none();
    }
    let items = each(backers, |backer| {
        let detail = backer
            .detail
            .as_ref()
            .map(|detail| el("span", "small", [text(ui.language.comma), words(detail)]));
        el("li", "", [words(&backer.name), maybe(detail)])
    });
    el(
        "details",
        "backers",
        [
            el("summary", "", [text(ui.language.count(message, backers.len(), ""))]),
            maybe(means.map(|means| el("p", "small", [text(means)]))),
            el("ul", "", [items]),
        ],
    )
}
