//! Who objects: where camps agree, and every organisation by kind.

use explorer::view::{Agreement, KindGroup, Links, ObjectionsView};
use yew::prelude::*;

use crate::components::{
    el::{counted_head, each, el, text},
    organisation::organisation,
    pages::{earlier, later},
    provisions::{count_line, empty},
    ui::Ui,
    words::links,
};

/// The view.
pub(crate) fn objections(ui: &Ui, view: &ObjectionsView, query: &str, filtered: bool) -> Html {
    let count = ui.language.count(&ui.language.organisations, view.count, "");
    el(
        "div",
        "view",
        [
            count_line(ui, &[&count], filtered),
            if view.count == 0 { empty(ui, query) } else { camps(ui, &view.agreement) },
            earlier(ui, view.extent.before),
            each(&view.kinds, |it| kind(ui, it, filtered)),
            later(ui, view.extent),
        ],
    )
}

fn kind(ui: &Ui, kind: &KindGroup, filtered: bool) -> Html {
    let rows = &kind.organisations;
    let of = (rows.len() < kind.count).then_some(kind.count);
    el(
        "section",
        "kind",
        [
            counted_head("h3", ui.language.kind_head(kind.kind), kind.count),
            el("ul", "", [each(rows, |row| organisation(ui, row, of, filtered))]),
        ],
    )
}

fn camps(ui: &Ui, agreement: &Agreement) -> Html {
    let language = ui.language;
    el(
        "section",
        "camps",
        [
            el("h3", "", [text(language.camps)]),
            el(
                "dl",
                "",
                [
                    camp(ui, language.both_camps, &agreement.both),
                    camp(ui, language.civil_society_alone, &agreement.civil_society),
                    camp(ui, language.industry_alone, &agreement.industry),
                ],
            ),
            el("p", "small", [text(language.camps_means)]),
        ],
    )
}

fn camp(ui: &Ui, label: &'static str, provisions: &Links) -> Html {
    let list =
        if provisions.count == 0 { text(ui.language.no_provision) } else { links(ui, provisions) };
    el("div", "", [counted_head("dt", label, provisions.count), el("dd", "", [list])])
}
