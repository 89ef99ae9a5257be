//! One concern: what it says, whom it affects and on whose word, what it rests on, what is asked
//! for, and the other law beside it.

use dataset::Basis;
use explorer::view::{AffectedBy, AffectedMark, ConcernView, RelatedView};
use yew::prelude::*;

use crate::components::{
    el::{all, counted_head, each, el, maybe, none, text},
    evidence::evidence,
    request::requests,
    ui::Ui,
    words::{links, with_html, words},
};

/// A concern.
pub(crate) fn concern(ui: &Ui, concern: &ConcernView) -> Html {
    let language = ui.language;
    let also = (concern.also.count > 0).then(|| {
        el("div", "small also", [with_html(language.also_about, links(ui, &concern.also))])
    });
    html! {
        <section key={concern.concern.index()} class="concern" part="concern">
            { el("h4", "concern-title", [words(&concern.title)]) }
            { el("p", "", [words(&concern.summary)]) }
            { maybe(also) }
            { el("h5", "", [text(language.affected)]) }
            { affected(ui, &concern.affected) }
            { each(&concern.evidence, |it| evidence(ui, it)) }
            { asks(ui, concern) }
            { other_law(ui, &concern.related) }
            { el("p", "small wording", [
                text(language.later_text),
                text(language.colon),
                text(language.wording(concern.wording)),
            ]) }
        </section>
    }
}

fn asks(ui: &Ui, concern: &ConcernView) -> Html {
    if concern.requests.is_empty() {
        return none();
    }
    el(
        "details",
        "asks",
        [
            counted_head("summary", ui.language.requests, concern.requests.len()),
            requests(ui, &concern.requests),
        ],
    )
}

/// Stated has a solid rule, inferred a dashed one, and each has its word.
fn affected(ui: &Ui, marks: &[AffectedMark]) -> Html {
    if marks.is_empty() {
        return el("p", "small none-found", [text(ui.language.none_found)]);
    }
    el("ul", "affected", [each(marks, |mark| affected_mark(ui, mark))])
}

fn affected_mark(ui: &Ui, mark: &AffectedMark) -> Html {
    let (basis, reason) = match &mark.by {
        AffectedBy::Stated => (Basis::Stated, None),
        AffectedBy::Inferred(reason) => (Basis::Inferred, Some(reason)),
    };
    let (word, basis) = ui.basis(basis);
    let reason =
        reason.map(|reason| el("span", "reason", [text(ui.language.colon), words(reason)]));
    html! {
        <li data-basis={basis}>
            { words(&mark.label) }
            { ui.you(mark.chosen) }
            { ui.gap() }
            { el("span", "basis", [text(word)]) }
            { maybe(reason) }
        </li>
    }
}

fn other_law(ui: &Ui, list: &[RelatedView]) -> Html {
    if list.is_empty() {
        return none();
    }
    all([
        el("h5", "", [text(ui.language.other_law)]),
        el("ul", "related", [each(list, |it| related(ui, it))]),
    ])
}

fn related(ui: &Ui, related: &RelatedView) -> Html {
    let pinpoint =
        related.pinpoint.as_ref().map(|pinpoint| all([words(pinpoint), text(ui.language.comma)]));
    let note = related.note.as_ref().map(|note| el("span", "small related-note", [words(note)]));
    el(
        "li",
        "",
        [
            el("span", "relation", [text(ui.language.relation(related.relation))]),
            text(" "),
            maybe(pinpoint),
            words(&related.instrument),
            maybe(note),
        ],
    )
}
