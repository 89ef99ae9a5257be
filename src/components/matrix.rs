//! Provisions against groups, a real table. Rows and columns keep their heads in sight; a cell
//! opens a row of its own right below, so what it opens stands where the reader looks.

use explorer::{
    Action,
    view::{Cell, Column, MatrixView, OpenCell, Row},
};
use yew::prelude::*;

use crate::{
    components::{
        provisions::{count_line, empty},
        ui::Ui,
        words::{byline, provision_link, words},
    },
    messages::fill,
};

/// Shades of the scale.
const SHADES: usize = 4;

/// The view.
pub(crate) fn matrix(ui: &Ui, view: &MatrixView, query: &str, filtered: bool) -> Html {
    let language = ui.language;
    let columns = view.columns.len().to_string();
    let count = language.count(&language.matrix_size, view.rows.len(), &columns);
    html! {
        <div class="view">
            { count_line(ui, &[&count], filtered) }
            if view.rows.is_empty() { { empty(ui, query) } } else {
                { scale(ui, view.most) }
                <div class="matrix" role="region" tabindex="0" aria-label={language.matrix_caption}>
                    <table>
                        <caption class="unseen">{ language.matrix_caption }</caption>
                        <thead><tr>
                            <th scope="col" class="corner"><span class="unseen">{ language.provision }</span></th>
                            { for view.columns.iter().map(|column| column_head(ui, column)) }
                        </tr></thead>
                        <tbody>{ for view.rows.iter().map(|row| table_row(ui, row, view)) }</tbody>
                    </table>
                </div>
            }
        </div>
    }
}

fn scale(ui: &Ui, most: usize) -> Html {
    let steps =
        (1..=most).map(|count| html! { <li data-shade={shade(count, most)}>{ count }</li> });
    html! {
        <div class="scale">
            <span>{ ui.language.scale }</span>
            <ul>{ for steps.take(12) }</ul>
        </div>
    }
}

fn shade(count: usize, most: usize) -> &'static str {
    let level = (count * SHADES).div_ceil(most.max(1));
    ["0", "1", "2", "3"].get(level).copied().unwrap_or("4")
}

fn column_head(ui: &Ui, column: &Column) -> Html {
    html! {
        <th scope="col" class="column" data-chosen={column.chosen.then_some("you")}>
            <span>
                { words(&column.label) }
                if column.chosen {
                    <span class="unseen">{ format!(" ({})", ui.language.you) }</span>
                }
            </span>
        </th>
    }
}

fn table_row(ui: &Ui, row: &Row, view: &MatrixView) -> Html {
    let cells = row.cells.iter().zip(&view.columns).map(|(it, column)| {
        if it.count == 0 {
            html! { <td /> }
        } else {
            cell(ui, row, *it, column, view.most)
        }
    });
    html! {
        <>
            <tr>
                <th scope="row">{ provision_link(ui, &row.link) }</th>
                { for cells }
            </tr>
            if let Some(open) = &row.open {
                <tr class="behind">
                    <td colspan={(row.cells.len() + 1).to_string()}>{ behind(ui, row, open) }</td>
                </tr>
            }
        </>
    }
}

fn cell(ui: &Ui, row: &Row, cell: Cell, column: &Column, most: usize) -> Html {
    let said = ui.language.count(&ui.language.cell, cell.count, "{a}");
    let said = fill(&said, &[("{a}", &row.link.citation.text), ("{b}", &column.label.text)]);
    let (basis, word) = if cell.inferred {
        ("inferred", ui.language.inferred)
    } else {
        ("stated", ui.language.stated)
    };
    let said = [said.as_str(), ui.language.comma, word].concat();
    let onclick = ui.on_click(Action::ToggleCell(row.link.provision, cell.group));
    html! {
        <td>
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
        </td>
    }
}

fn behind(ui: &Ui, row: &Row, open: &OpenCell) -> Html {
    let concerns = open.concerns.iter().map(|concern| {
        let sources = concern.sources.iter().map(|source| {
            html! { <p class="small">{ byline(ui, source) }</p> }
        });
        html! {
            <li>
                { words(&concern.title) }{ " " }
                <span class="basis">{ ui.language.basis(concern.basis) }</span>
                { for sources }
            </li>
        }
    });
    html! {
        <div class="behind-box">
            <h3>{ provision_link(ui, &row.link) }{ " · " }{ words(&open.group) }</h3>
            <ul>{ for concerns }</ul>
        </div>
    }
}
