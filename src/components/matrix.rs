//! Provisions against groups: a table for whoever has room for one, and what it says in short for
//! whoever has not. Rows and columns keep their heads in sight; a cell opens a row of its own right
//! below, so what it opens stands where the reader looks. How keys move in it, `www/grid.js` says.

use dataset::Basis;
use explorer::{
    Action, Fold,
    view::{Cell, Column, MatrixView, OpenCell, Row, RowHead, Search},
};
use yew::prelude::*;

use crate::{
    components::{
        el::{all, each, el, list, maybe, none, text},
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
    html! {
        <>
            { ui.button("quiet narrow", Action::ToggleFold(Fold::Table), text(switch)) }
            <div class="narrow" hidden={view.unfolded}>{ ranking(ui, view) }</div>
            <div class="wide" hidden={!view.unfolded}>
                { scale(ui, view) }
                { earlier(ui, view.rows.before) }
                { table(ui, view) }
                { later(ui, view.rows.extent()) }
            </div>
        </>
    }
}

fn scale(ui: &Ui, view: &MatrixView) -> Html {
    let label = ui.counted_in(ui.language.scale, view.documents);
    let steps = each(&["1", "2", "3"], |step| {
        html! { <li data-shade={*step}>{ step }{ if *step == "3" { "+" } else { "" } }</li> }
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
    html! {
        <div class="matrix">
            <table role={(!ui.is_plain()).then_some("grid")} aria-rowcount={rows}>
                { el("caption", "unseen", [text(caption)]) }
                { head(ui, view) }
                { el("tbody", "", [list(body)]) }
            </table>
        </div>
    }
}

/// Whether columns stand under the kinds of their groups: a dataset may know none.
fn are_grouped(view: &MatrixView) -> bool {
    view.kinds.len() > 1
}

fn head(ui: &Ui, view: &MatrixView) -> Html {
    let grouped = are_grouped(view);
    let corner = html! {
        <th scope="col" class="corner" rowspan={grouped.then_some("2")}>{ ui.language.provision }</th>
    };
    let columns = each(&view.columns, |column| column_head(ui, column));
    if !grouped {
        return el("thead", "", [el("tr", "", [corner, columns]), none()]);
    }
    let kinds = each(&view.kinds, |(kind, columns)| {
        let colspan = columns.to_string();
        let kind = ui.language.group_kind(*kind);
        html! { <th scope="colgroup" class="begins" {colspan}>{ kind }</th> }
    });
    el("thead", "", [el("tr", "", [corner, kinds]), el("tr", "", [columns])])
}

fn column_head(ui: &Ui, column: &Column) -> Html {
    let name = match &column.short {
        Some(short) if !ui.is_plain() => all([
            html! { <span aria-hidden="true">{ words(short) }</span> },
            el("span", "unseen", [words(&column.label)]),
        ]),
        _ => words(&column.label),
    };
    let you =
        column.chosen.then(|| el("span", "unseen", [text(format!(" ({})", ui.language.you))]));
    let class = if column.begins { "column begins" } else { "column" };
    html! {
        <th scope="col" {class} data-chosen={column.chosen.then_some("you")}>
            { el("span", "", [name, maybe(you)]) }
        </th>
    }
}

fn table_row(ui: &Ui, row: &Row, view: &MatrixView, index: Option<String>, stop: bool) -> Html {
    let mut cells = Vec::with_capacity(row.cells.len());
    for (it, column) in row.cells.iter().zip(&view.columns) {
        let inside = if it.count == 0 { none() } else { cell(ui, row, *it, column) };
        cells.push(el("td", if column.begins { "begins" } else { "" }, [inside]));
    }
    let key = row.head.link.provision.index();
    let class = row.begins.then_some("begins");
    html! {
        <tr {key} {class} aria-rowindex={index}>{ row_head(ui, &row.head, stop) }{ list(cells) }</tr>
    }
}

fn row_head(ui: &Ui, head: &RowHead, stop: bool) -> Html {
    let tabindex = if stop { "0" } else { "-1" };
    let link = if ui.is_plain() {
        provision_link(ui, &head.link)
    } else {
        let onclick = ui.on_click(Action::Select(head.link.provision));
        let citation = words(&head.link.citation);
        html! { <button type="button" class="link" {tabindex} {onclick}>{ citation }</button> }
    };
    let highlighted =
        head.highlighted.then(|| el("span", "unseen", [text(ui.language.highlighted)]));
    html! {
        <th scope="row" class={head.highlighted.then_some("marked")}>
            { link }{ " " }{ maybe(head.heading.as_ref().map(words)) }{ maybe(highlighted) }
        </th>
    }
}

fn row_behind(ui: &Ui, row: &Row, open: &OpenCell) -> Html {
    let colspan = (row.cells.len() + 1).to_string();
    let key = format!("{} behind", row.head.link.provision.index());
    html! { <tr {key} class="behind"><td {colspan}>{ behind(ui, row, open) }</td></tr> }
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
    html! {
        <button
            type="button"
            class="cell"
            tabindex="-1"
            data-shade={shade(cell.count)}
            data-basis={basis}
            aria-label={said}
            aria-expanded={if cell.open { "true" } else { "false" }}
            {onclick}
        >
            { cell.count }
        </button>
    }
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
