//! Provisions against groups, a real table. Rows and columns keep their heads in sight; a cell
//! opens a row of its own right below, so what it opens stands where the reader looks.

use dataset::Basis;
use explorer::{
    Action,
    view::{Cell, Column, MatrixView, OpenCell, Row},
};
use yew::prelude::*;

use crate::{
    components::{
        el::{all, each, el, list, maybe, none, text},
        pages::{earlier, later},
        provisions::{count_line, empty},
        ui::Ui,
        waiting::waiting,
        words::{byline, provision_link, words},
    },
    messages::fill,
};

/// Shades of the scale.
const SHADES: usize = 4;

/// More steps of the scale than this would not fit a phone.
const MOST_STEPS: usize = 12;

/// The view.
pub(crate) fn matrix(ui: &Ui, view: &MatrixView, query: &str, filtered: bool) -> Html {
    let language = ui.language;
    let columns = view.columns.len().to_string();
    let count = language.count(&language.matrix_size, view.rows.of, &columns);
    let body = if view.rows.of == 0 {
        empty(ui, query)
    } else {
        all([
            scale(ui, view),
            earlier(ui, view.rows.before),
            table(ui, view),
            later(ui, view.rows.extent()),
        ])
    };
    el("div", "view", [count_line(ui, &[&count, &ui.in_documents(view.documents)], filtered), body])
}

fn scale(ui: &Ui, view: &MatrixView) -> Html {
    if ui.is_plain() {
        return none();
    }
    let most = view.most;
    let label = ui.counted_in(ui.language.scale, view.documents);
    let mut steps = Vec::new();
    for count in 1..=most.min(MOST_STEPS) {
        steps.push(html! { <li data-shade={shade(count, most)}>{ count }</li> });
    }
    el(
        "div",
        "scale",
        [
            el("span", "", [text(label)]),
            el("ul", "", [list(steps)]),
            el("span", "inferred", [text(ui.language.inferred)]),
        ],
    )
}

fn shade(count: usize, most: usize) -> &'static str {
    let level = (count * SHADES).div_ceil(most.max(1));
    ["0", "1", "2", "3"].get(level).copied().unwrap_or("4")
}

fn table(ui: &Ui, view: &MatrixView) -> Html {
    let language = ui.language;
    let corner = el("span", "unseen", [text(language.provision)]);
    let caption = ui.counted_in(language.matrix_caption, view.documents);
    let part = view.rows.is_part();
    // The head is a row as well.
    let rows = part.then(|| (view.rows.of + 1).to_string());
    let mut body = Vec::with_capacity(view.rows.items.len());
    for (place, row) in (view.rows.before + 2..).zip(ui.now(&view.rows.items, 28)) {
        body.push(table_row(ui, row, view, part.then(|| place.to_string())));
        body.extend(row.open.as_ref().map(|open| row_behind(ui, row, open)));
    }
    html! {
        <div class="matrix" role="region" tabindex="0" aria-label={caption.clone()}>
            <table aria-rowcount={rows}>
                { el("caption", "unseen", [text(caption)]) }
                { el("thead", "", [el("tr", "", [
                    html! { <th scope="col" class="corner">{ corner }</th> },
                    each(&view.columns, |column| column_head(ui, column)),
                ])]) }
                { el("tbody", "", [list(body)]) }
            </table>
        </div>
    }
}

fn column_head(ui: &Ui, column: &Column) -> Html {
    let you =
        column.chosen.then(|| el("span", "unseen", [text(format!(" ({})", ui.language.you))]));
    html! {
        <th scope="col" class="column" data-chosen={column.chosen.then_some("you")}>
            { el("span", "", [words(&column.label), maybe(you)]) }
        </th>
    }
}

fn table_row(ui: &Ui, row: &Row, view: &MatrixView, place: Option<String>) -> Html {
    let head = html! { <th scope="row">{ provision_link(ui, &row.link) }</th> };
    let mut cells = Vec::with_capacity(row.cells.len());
    for (it, column) in row.cells.iter().zip(&view.columns) {
        let inside = if it.count == 0 { none() } else { cell(ui, row, *it, column, view.most) };
        cells.push(el("td", "", [inside]));
    }
    let key = row.link.provision.index();
    html! { <tr {key} aria-rowindex={place}>{ head }{ list(cells) }</tr> }
}

fn row_behind(ui: &Ui, row: &Row, open: &OpenCell) -> Html {
    let colspan = (row.cells.len() + 1).to_string();
    let key = format!("{} behind", row.link.provision.index());
    html! { <tr {key} class="behind"><td {colspan}>{ behind(ui, row, open) }</td></tr> }
}

fn cell(ui: &Ui, row: &Row, cell: Cell, column: &Column, most: usize) -> Html {
    let (word, basis) = ui.basis(if cell.inferred { Basis::Inferred } else { Basis::Stated });
    if ui.is_plain() {
        return all([text(cell.count.to_string()), text(ui.language.comma), text(word)]);
    }
    let said = fill(
        ui.language.cell.form(&ui.language.plural, cell.count),
        &[
            ("n", &cell.count.to_string()),
            ("a", &row.link.citation.text),
            ("b", &column.label.text),
        ],
    );
    let said = [said.as_str(), ui.language.comma, word].concat();
    let onclick = ui.on_click(Action::ToggleCell(row.link.provision, cell.group));
    html! {
        <button
            type="button"
            class="cell"
            data-shade={shade(cell.count, most)}
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
            el("h3", "", [provision_link(ui, &row.link), text(" · "), words(&open.group)]),
            el("ul", "", [concerns]),
            waiting(ui, open.missing),
        ],
    )
}
