//! The groups of people, with a bar for how many provisions bear on each.

use explorer::{
    Action,
    view::{AffectedView, GroupRow},
};
use yew::prelude::*;

use crate::components::{
    provisions::{count_line, empty},
    ui::Ui,
    words::{links, words},
};

/// The view.
pub(crate) fn affected(ui: &Ui, view: &AffectedView, query: &str, filtered: bool) -> Html {
    let count = ui.language.count(&ui.language.groups, view.groups.len(), "");
    html! {
        <div class="view">
            { count_line(ui, &[&count], filtered) }
            if view.groups.is_empty() { { empty(ui, query) } }
            <ol class="groups">
                { for view.groups.iter().map(|group| row(ui, group, view.most)) }
            </ol>
        </div>
    }
}

fn row(ui: &Ui, row: &GroupRow, most: usize) -> Html {
    let count = row.provisions.len();
    let width = format!("{}%", count * 100 / most.max(1));
    html! {
        <li class="group" key={row.group.index()}>
            <h3 class="group-name">
                { words(&row.label) }
                if row.chosen {
                    { " " }<b class="you">{ ui.language.you }</b>
                }
            </h3>
            <p class="small group-about">{ words(&row.description) }</p>
            <div class="bar">
                <svg aria-hidden="true"><rect {width} height="100%" /></svg>
                <span class="number">{ ui.language.count(&ui.language.bearing, count, "") }</span>
            </div>
            { links(ui, &row.provisions) }
            if !row.chosen {
                <button type="button" class="quiet" onclick={ui.on_click(Action::LookAs(row.group))}>
                    { ui.language.look_as }
                    <span class="unseen">{ ui.language.colon }{ words(&row.label) }</span>
                </button>
            }
        </li>
    }
}
