//! Who objects: where camps agree, and every organisation by kind.

use explorer::view::{KindGroup, Links, ObjectionsView};
use yew::prelude::*;

use crate::{
    components::{
        el::{counted, each, el, maybe, text},
        organisation::organisation,
        pages::{earlier, later},
        provisions::{count_line, empty},
        ui::Ui,
        words::links,
    },
    messages::with,
};

/// The view.
pub(crate) fn objections(ui: &Ui, view: &ObjectionsView, query: &str, filtered: bool) -> Html {
    let count = ui.language.count(&ui.language.organisations, view.count, "");
    let documents = ui.in_documents(view.sources);
    el(
        "div",
        "view",
        [
            count_line(ui, &[&count, &documents], filtered),
            if view.count == 0 { empty(ui, query) } else { camps(ui, view) },
            earlier(ui, view.extent.before),
            each(&view.kinds, |it| kind(ui, it, &documents, filtered)),
            later(ui, view.extent),
        ],
    )
}

fn kind(ui: &Ui, kind: &KindGroup, documents: &str, filtered: bool) -> Html {
    let rows = &kind.organisations;
    let of = (rows.len() < kind.count).then_some(kind.count);
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
