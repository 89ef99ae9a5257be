//! The groups of people, with a bar for how many provisions bear on each.

use explorer::{
    Action,
    view::{AffectedView, GroupRow, Search},
};
use yew::Html;

use crate::components::{
    el::{all, each, el, keyed, maybe, none, tag, text},
    found::empty,
    pages::{earlier, later},
    provisions::told,
    ui::Ui,
    words::{links, words},
};

/// The view.
pub(crate) fn affected(ui: &Ui, view: &AffectedView, search: &Search) -> Html {
    let count = ui.language.count(&ui.language.groups_affected, view.groups.of, "");
    el(
        "div",
        "view",
        [
            told(ui, search, &count, &ui.in_documents(view.documents)),
            if view.groups.of == 0 { empty(ui, search) } else { none() },
            earlier(ui, view.groups.before),
            el(
                "ol",
                "groups",
                [each(ui.now(&view.groups.items, 120), |group| row(ui, group, view))],
            ),
            later(ui, view.groups.extent()),
        ],
    )
}

fn row(ui: &Ui, row: &GroupRow, view: &AffectedView) -> Html {
    let inside = [
        el("h3", "group-name", [words(&row.label), ui.you(row.chosen)]),
        el("p", "small group-about", [words(&row.description)]),
        bar(ui, row.provisions.count, view),
        links(ui, &row.provisions),
        maybe((!row.chosen).then(|| look_as(ui, row))),
    ];
    keyed(row.group.index(), el("li", "group", inside))
}

fn bar(ui: &Ui, count: usize, view: &AffectedView) -> Html {
    let width = format!("{}%", count * 100 / view.most.max(1));
    let count = ui.language.count(&ui.language.provisions, count, "");
    let drawn = tag!("rect", "", ["width" = width, "height" = "100%"], []);
    el(
        "div",
        "bar",
        [
            tag!("svg", "", ["aria-hidden" = "true"], [drawn]),
            el("span", "number", [text(ui.counted_in(&count, view.documents))]),
        ],
    )
}

fn look_as(ui: &Ui, row: &GroupRow) -> Html {
    let whom = el("span", "unseen", [text(ui.language.colon), words(&row.label)]);
    let label = all([text(ui.language.look_as), whom]);
    ui.button("quiet", Action::LookAs(row.group), label)
}
