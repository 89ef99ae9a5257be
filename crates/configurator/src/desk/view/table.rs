//! The whole dataset, a table for each kind of record, its cells written in place.

use desk::{Act, Row, row_count, rows_in};
use workbook::{Sheet, sheets};
use yew::prelude::*;

use super::{
    super::{
        model::{Model, ROWS},
        msg::Msg,
    },
    Send,
    cell::cell,
};
use crate::view::ui::{button, chosen, count, field, in_quotes, named};

pub(super) fn table(model: &Model, send: &Send) -> Html {
    let Some(sheet) = model.sheet() else { return Html::default() };
    let choice = html! {
        <select id="table" onchange={chosen(send, Msg::Table)}>
            { for sheets().map(|it| html! { <option value={it.name} selected={it.name == model.table}>{ it.name }</option> }) }
        </select>
    };
    html! {
        <section id="tables" tabindex="-1" aria-labelledby="tables-head">
            <h2 id="tables-head">{ "7. The whole dataset" }</h2>
            { field("table", "Table", sheet.about, choice) }
            if sheet.is_form() { { form(model, send, sheet) } } else { { grid(model, send, sheet) } }
        </section>
    }
}

/// A form, a field for each row.
fn form(model: &Model, send: &Send, sheet: &'static Sheet) -> Html {
    let rows = rows_in(model.document(), sheet, 0..1);
    let cells = rows.iter().flat_map(|row| row.cells.iter().zip(sheet.columns));
    let cells = cells.filter_map(|(it, column)| Some((it.at.clone()?, column)));
    html! {
        <div class="columns">
            { for cells.map(|(at, column)| {
                let id = format!("cell-{at}");
                let help = format!("{id}-help");
                html! {
                    <div class="field">
                        <label for={id.clone()}>{ column.name }</label>
                        { cell(model, send, column, &at, id, None, Some(help.clone())) }
                        <p class="help" id={help}>{ column.note }</p>
                    </div>
                }
            }) }
        </div>
    }
}

fn grid(model: &Model, send: &Send, sheet: &'static Sheet) -> Html {
    let all = row_count(model.document(), sheet);
    let pages = all.div_ceil(ROWS).max(1);
    let first = model.page.min(pages - 1) * ROWS;
    let shown = rows_in(model.document(), sheet, first..first + ROWS);
    html! {
        <>
            <p>{ count(all, "row", "rows") }</p>
            <div class="grid" tabindex="0" role="region" aria-label={format!("Table {}", sheet.name)}>
                <table>
                    <thead><tr>
                        { for sheet.columns.iter().map(|it| html! { <th scope="col" title={it.note}>{ it.name }</th> }) }
                        <th scope="col">{ "What is wrong" }</th>
                    </tr></thead>
                    <tbody>{ for shown.iter().zip(first..).map(|(row, nth)| line(model, send, sheet, nth, row)) }</tbody>
                </table>
            </div>
            <p class="buttons">
                if pages > 1 {
                    { named("Rows before", None, first == 0, send, Msg::Page((first / ROWS).saturating_sub(1))) }
                    { named("Rows after", None, first / ROWS + 1 == pages, send, Msg::Page(first / ROWS + 1)) }
                }
                { add(model, send, sheet) }
            </p>
        </>
    }
}

fn line(model: &Model, send: &Send, sheet: &'static Sheet, nth: usize, row: &Row) -> Html {
    let number = nth + 1;
    let cells = row.cells.iter().zip(sheet.columns).map(|(it, column)| match &it.at {
        None => html! { <th scope="row">{ &it.text }</th> },
        Some(at) => {
            let name = format!("{}, row {number}", column.name);
            html! { <td>{ cell(model, send, column, at, format!("cell-{at}"), Some(name), None) }</td> }
        }
    });
    let found: Vec<_> = model.checked.within(&row.at).collect();
    let out = Msg::Act(Act::Remove(row.at.clone()));
    html! {
        <tr key={row.at.to_string()}>
            { for cells }
            <td>
                { for found.iter().map(|it| html! { <p class={it.is_wrong.then_some("refusal")}>{ in_quotes(&it.what) }</p> }) }
                { named("Take out", Some(format!("Take out row {number}")), false, send, out) }
            </td>
        </tr>
    }
}

/// A row more; in a table of parts, one for each record that it may be a part of.
fn add(model: &Model, send: &Send, sheet: &'static Sheet) -> Html {
    if sheet.owner().is_none() {
        return button("Add a row", send, Msg::AddRow(None));
    }
    let owners = model.owners(sheet);
    let paths: Vec<_> = owners.iter().map(|(path, _)| path.clone()).collect();
    let onchange = chosen(send, move |value| {
        Msg::AddRow(value.parse::<usize>().ok().and_then(|nth| paths.get(nth).cloned()))
    });
    html! {
        <>
            <label for="owner">{ "Add a row to" }</label>
            <select id="owner" {onchange}>
                <option value="" selected=true>{ "–" }</option>
                { for owners.iter().enumerate().map(|(nth, (_, id))| html! { <option value={nth.to_string()}>{ id }</option> }) }
            </select>
        </>
    }
}
