//! What the matrix says in short: which provisions affect most groups, and which groups most
//! provisions.

use dataset::List as _;
use explorer::{
    Action,
    view::{Column, MatrixView, Phrase, RankedProvision},
};
use yew::Html;

use crate::{
    components::{
        el::{all, el, joined, list, maybe, text},
        ui::Ui,
        words::{provision_link, words},
    },
    messages::with,
};

/// How many of a list are seen at a glance; the others unfold.
const FIRST: usize = 8;

/// The lists.
pub(crate) fn ranking(ui: &Ui, view: &MatrixView) -> Html {
    let provisions = view.ranking.provisions.iter().map(|it| provision(ui, it)).list();
    let groups = view.ranking.groups.iter().map(|it| group(ui, it)).list();
    all([
        ranked(ui, ui.language.most_groups, provisions, view.rows.of),
        ranked(ui, ui.language.most_provisions, groups, view.columns.len()),
    ])
}

fn ranked(ui: &Ui, head: &'static str, mut first: Vec<Html>, of: usize) -> Html {
    let others = first.split_off(first.len().min(FIRST));
    let more = |number: usize| text(with(ui.language.and_more, &number.to_string()));
    let rest = of - first.len() - others.len();
    let others = (!others.is_empty()).then(|| {
        let unfolds = more(of - first.len());
        let rest = (rest > 0).then(|| el("li", "ranked", [more(rest)]));
        el(
            "details",
            "",
            [el("summary", "quiet", [unfolds]), el("ol", "", [list(others), maybe(rest)])],
        )
    });
    el("section", "", [el("h3", "", [text(head)]), el("ol", "", [list(first)]), maybe(others)])
}

fn provision(ui: &Ui, ranked: &RankedProvision) -> Html {
    let language = ui.language;
    let count = ranked.stated.len() + ranked.inferred.len();
    let count = language.count(&language.groups_affected, count, "");
    let inferred = &ranked.inferred;
    let inferred = (!inferred.is_empty()).then(|| {
        let reading = [text(language.inferred), text(language.colon), names(ui, inferred)];
        el("p", "small", reading)
    });
    let stated = &ranked.stated;
    let stated = (!stated.is_empty()).then(|| el("p", "small", [names(ui, stated)]));
    let heading = ranked.head.heading.as_ref().map(words);
    let name = [provision_link(ui, &ranked.head.link), text(" "), maybe(heading)];
    let class = if ranked.head.highlighted { "ranked marked" } else { "ranked" };
    let count = el("span", "number", [text(count)]);
    el("li", class, [el("p", "", name), count, maybe(stated), maybe(inferred)])
}

fn names(ui: &Ui, groups: &[Phrase]) -> Html {
    joined(groups.iter().map(words).list(), ui.language.comma)
}

fn group(ui: &Ui, column: &Column) -> Html {
    let count = ui.language.count(&ui.language.provisions, column.provisions, "");
    let name = ui.button("link", Action::LookAs(column.group), words(&column.label));
    let name = el("p", "", [name, ui.you(column.chosen)]);
    el("li", "ranked", [name, el("span", "number", [text(count)])])
}
