//! Provisions against groups: a table for whoever has room for one, and what it says in short for
//! whoever has not. Rows and columns keep their heads in sight; a cell opens a row of its own right
//! below, so what it opens stands where the reader looks. How keys move in it, `www/grid.js` says.

use dataset::Basis;
use explorer::{
    Action, Fold,
    view::{Cell, Column, MatrixView, OpenCell, Row, RowHead, Search},
};
use yew::Html;

use crate::{
    components::{
        el::{all, each, el, heard, keyed, list, maybe, none, tag, text},
        found::empty,
        pages::{earlier, later},
        provisions::told,
        ranking::ranking,
        ui::Ui,
        waiting::waiting,
        words::{byline, provision_link, words},
    },
    messages::fill,
};

/// The view.
pub(crate) fn matrix(ui: &Ui, view: &MatrixView, search: &Search) -> Html {
    let language = ui.language;
    let columns = view.columns.len().to_string();
    let count = language.count(&language.matrix_size, view.rows.of, &columns);
    let body = if view.rows.of == 0 {
        empty(ui, search)
    } else if ui.is_plain() {
        table(ui, view)
    } else {
        both(ui, view)
    };
    el("div", "view", [told(ui, search, &count, &ui.in_documents(view.documents)), body])
}

/// Lists and table. The style sheet shows the table wherever it has room; elsewhere a button does.
fn both(ui: &Ui, view: &MatrixView) -> Html {
    let language = ui.language;
    let switch = if view.unfolded { language.show_lists } else { language.show_table };
    let hidden = |it: bool| it.then_some("hidden");
    let wide = [
        scale(ui, view),
        earlier(ui, view.rows.before),
        table(ui, view),
        later(ui, view.rows.extent()),
    ];
    all([
        ui.button("quiet narrow", Action::ToggleFold(Fold::Table), text(switch)),
        tag!("div", "narrow", ["hidden" = hidden(view.unfolded)], [ranking(ui, view)]),
        tag!("div", "wide", ["hidden" = hidden(!view.unfolded)], wide),
    ])
}

fn scale(ui: &Ui, view: &MatrixView) -> Html {
    let label = ui.counted_in(ui.language.scale, view.documents);
    let steps = each(&["1", "2", "3"], |step| {
        let more = text(if *step == "3" { "+" } else { "" });
        tag!("li", "", ["data-shade" = *step], [text(*step), more])
    });
    let highlighted = view.rows.items.iter().any(|row| row.head.highlighted);
    let highlighted = highlighted.then(|| el("span", "marked", [text(ui.language.highlighted)]));
    el(
        "div",
        "scale",
        [
            el("span", "", [text(label)]),
            el("ul", "", [steps]),
            el("span", "inferred", [text(ui.language.inferred)]),
            maybe(highlighted),
        ],
    )
}

/// Three and more are one shade, whatever is filtered.
fn shade(count: usize) -> &'static str {
    ["1", "2"].get(count - 1).copied().unwrap_or("3")
}

fn table(ui: &Ui, view: &MatrixView) -> Html {
    let caption = ui.counted_in(ui.language.matrix_caption, view.documents);
    let part = view.rows.is_part();
    let heads = if are_grouped(view) { 2 } else { 1 };
    // Heads are rows as well.
    let rows = part.then(|| (view.rows.of + heads).to_string());
    let mut body = Vec::with_capacity(view.rows.items.len());
    for (place, row) in (view.rows.before..).zip(ui.now(&view.rows.items, 28)) {
        let index = part.then(|| (place + heads + 1).to_string());
        // Tab comes to one cell, and arrows lead on from there.
        let stop = place == view.rows.before;
        body.push(table_row(ui, row, view, index, stop));
        body.extend(row.open.as_ref().map(|open| row_behind(ui, row, open)));
    }
    let inside =
        [el("caption", "unseen", [text(caption)]), head(ui, view), el("tbody", "", [list(body)])];
    let role = (!ui.is_plain()).then_some("grid");
    el("div", "matrix", [tag!("table", "", ["role" = role, "aria-rowcount" = rows], inside)])
}

/// Whether columns stand under the kinds of their groups: a dataset may know none.
fn are_grouped(view: &MatrixView) -> bool {
    view.kinds.len() > 1
}

fn head(ui: &Ui, view: &MatrixView) -> Html {
    let grouped = are_grouped(view);
    let corner = tag!(
        "th",
        "corner",
        ["scope" = "col", "rowspan" = grouped.then_some("2")],
        [text(ui.language.provision)],
    );
    let columns = each(&view.columns, |column| column_head(ui, column));
    if !grouped {
        return el("thead", "", [el("tr", "", [corner, columns]), none()]);
    }
    let kinds = each(&view.kinds, |(kind, columns)| {
        let colspan = columns.to_string();
        let kind = text(ui.language.group_kind(*kind));
        tag!("th", "begins", ["scope" = "colgroup", "colspan" = colspan], [kind])
    });
    el("thead", "", [el("tr", "", [corner, kinds]), el("tr", "", [columns])])
}

fn column_head(ui: &Ui, column: &Column) -> Html {
    let name = match &column.short {
        Some(short) if !ui.is_plain() => all([
            tag!("span", "", ["aria-hidden" = "true"], [words(short)]),
            el("span", "unseen", [words(&column.label)]),
        ]),
        _ => words(&column.label),
    };
    let you =
        column.chosen.then(|| el("span", "unseen", [text(format!(" ({})", ui.language.you))]));
    let class = if column.begins { "column begins" } else { "column" };
    let chosen = column.chosen.then_some("you");
    let name = el("span", "", [name, maybe(you)]);
    tag!("th", class, ["scope" = "col", "data-chosen" = chosen], [name])
}

fn table_row(ui: &Ui, row: &Row, view: &MatrixView, index: Option<String>, stop: bool) -> Html {
    let mut cells = Vec::with_capacity(row.cells.len());
    for (it, column) in row.cells.iter().zip(&view.columns) {
        let inside = if it.count == 0 { none() } else { cell(ui, row, *it, column) };
        cells.push(el("td", if column.begins { "begins" } else { "" }, [inside]));
    }
    let key = row.head.link.provision.index();
    let class = if row.begins { "begins" } else { "" };
    let inside = [row_head(ui, &row.head, stop), list(cells)];
    keyed(key, tag!("tr", class, ["aria-rowindex" = index], inside))
}

fn row_head(ui: &Ui, head: &RowHead, stop: bool) -> Html {
    let tabindex = if stop { "0" } else { "-1" };
    let link = if ui.is_plain() {
        provision_link(ui, &head.link)
    } else {
        let onclick = ui.on_click(Action::Select(head.link.provision));
        let citation = words(&head.link.citation);
        let button = tag!("button", "link", ["type" = "button", "tabindex" = tabindex], [citation]);
        heard(onclick, button)
    };
    let highlighted =
        head.highlighted.then(|| el("span", "unseen", [text(ui.language.highlighted)]));
    let class = if head.highlighted { "marked" } else { "" };
    let heading = maybe(head.heading.as_ref().map(words));
    tag!("th", class, ["scope" = "row"], [link, text(" "), heading, maybe(highlighted)])
}

fn row_behind(ui: &Ui, row: &Row, open: &OpenCell) -> Html {
    let colspan = (row.cells.len() + 1).to_string();
    let key = format!("{} behind", row.head.link.provision.index());
    let cell = tag!("td", "", ["colspan" = colspan], [behind(ui, row, open)]);
    keyed(key, el("tr", "behind", [cell]))
}

fn cell(ui: &Ui, row: &Row, cell: Cell, column: &Column) -> Html {
    let (word, basis) = ui.basis(if cell.inferred { Basis::Inferred } else { Basis::Stated });
    if ui.is_plain() {
        return all([text(cell.count.to_string()), text(ui.language.comma), text(word)]);
    }
    let said = fill(
        ui.language.cell.form(&ui.language.plural, cell.count),
        &[
            ("n", &cell.count.to_string()),
            ("a", &row.head.link.citation.text),
            ("b", &column.label.text),
        ],
    );
    let said = [said.as_str(), ui.language.comma, word].concat();
    let onclick = ui.on_click(Action::ToggleCell(row.head.link.provision, cell.group));
    let button = tag!(
        "button",
        "cell",
        [
            "type" = "button",
            "tabindex" = "-1",
            "data-shade" = shade(cell.count),
            "data-basis" = basis,
            "aria-label" = said,
            "aria-expanded" = if cell.open { "true" } else { "false" },
        ],
        [text(cell.count.to_string())],
    );
    heard(onclick, button)
}

fn behind(ui: &Ui, row: &Row, open: &OpenCell) -> Html {
    let concerns = each(&open.concerns, |concern| {
        let basis = text(ui.language.basis(concern.basis));
        el(
            "li",
            "",
            [
                words(&concern.title),
                text(" "),
                el("span", "basis", [basis]),
                each(&concern.sources, |it| el("p", "small", [byline(ui, it)])),
            ],
        )
    });
    el(
        "div",
        "behind-box",
        [
            el("h3", "", [provision_link(ui, &row.head.link), text(" · "), words(&open.group)]),
            el("ul", "", [concerns]),
            waiting(ui, open.missing),
        ],
    )
}
