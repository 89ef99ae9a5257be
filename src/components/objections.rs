//! Who objects: where camps agree, and every organisation by kind.

use dataset::Role;
use explorer::view::{KindGroup, Links, ObjectingDocument, ObjectionsView, Search};
use yew::prelude::*;

use crate::{
    components::{
        el::{all, counted, counted_head, each, el, maybe, none, text},
        found::empty,
        organisation::organisation,
        pages::{earlier, later},
        provisions::told,
        ui::Ui,
        words::{links, outward, published, with_html, words},
    },
    messages::with,
};

/// The view.
pub(crate) fn objections(ui: &Ui, view: &ObjectionsView, search: &Search) -> Html {
    let count = ui.language.count(&ui.language.organisations, view.count, "");
    let documents = ui.in_documents(view.sources);
    el(
        "div",
        "view",
        [
            told(ui, search, &count, &documents),
            if view.count == 0 { empty(ui, search) } else { none() },
            each(&view.by_document, |it| document(ui, it, search.filtered)),
            if view.count == 0 { none() } else { camps(ui, view) },
            earlier(ui, view.extent.before),
            each(&view.kinds, |it| kind(ui, it, &documents, search.filtered)),
            later(ui, view.extent),
        ],
    )
}

/// What a document objects to, which is what those who signed it object to.
fn document(ui: &Ui, document: &ObjectingDocument, filtered: bool) -> Html {
    let language = ui.language;
    let title = outward(ui, &document.source.address, words(&document.title));
    let draft = document.draft.as_ref();
    let draft =
        draft.map(|it| all([text(language.comma), with_html(language.on_draft, words(it))]));
    let signed = (document.signed > 0).then(|| {
        let signed = language.count(&language.signed_by, document.signed, "");
        el("p", "small", [text(signed), text(". "), text(language.signed_whole)])
    });
    let objects_to = if filtered { language.objects_to_shown } else { language.objects_to };
    el(
        "section",
        "kind",
        [
            el("h3", "", [words(&document.source.title)]),
            el("p", "", [title]),
            el("p", "small", [published(ui, &document.source), maybe(draft)]),
            maybe(signed),
            counted_head("p", objects_to, document.provisions.count),
            links(ui, &document.provisions),
        ],
    )
}

fn kind(ui: &Ui, kind: &KindGroup, documents: &str, filtered: bool) -> Html {
    let rows = &kind.organisations;
    let of = (rows.len() < kind.count).then_some(kind.count);
    let mentioned = kind
        .mentioned
        .then(|| el("span", "small", [text(" · "), text(ui.language.role(Role::Named))]));
    el(
        "section",
        "kind",
        [
            el(
                "h3",
                "",
                [
                    counted(ui.language.kind_head(kind.kind), kind.count),
                    text(" "),
                    el("span", "small", [text(documents.to_owned())]),
                    maybe(mentioned),
                ],
            ),
            el("ul", "", [each(rows, |row| organisation(ui, row, of, filtered))]),
        ],
    )
}

fn camps(ui: &Ui, view: &ObjectionsView) -> Html {
    let (language, agreement) = (ui.language, &view.agreement);
    let documents = ui.in_documents(view.documents);
    let camp = |label, provisions: &Links| camp(ui, with(label, &documents), provisions);
    let apart = (agreement.apart.count > 0).then(|| camp(language.camps_apart, &agreement.apart));
    el(
        "section",
        "camps",
        [
            el("h3", "", [text(language.camps)]),
            el(
                "dl",
                "",
                [
                    camp(language.both_camps, &agreement.both),
                    maybe(apart),
                    camp(language.civil_society_alone, &agreement.civil_society),
                    camp(language.industry_alone, &agreement.industry),
                ],
            ),
            el("p", "small", [text(language.camps_means), text(" "), text(language.kinds_mean)]),
        ],
    )
}

fn camp(ui: &Ui, label: String, provisions: &Links) -> Html {
    let list =
        if provisions.count == 0 { text(ui.language.no_provision) } else { links(ui, provisions) };
    let head = el("dt", "", [counted(label, provisions.count)]);
    el("div", "", [head, el("dd", "", [list])])
}
