//! Who objects: where camps agree, and every organisation by kind.

use explorer::view::{Agreement, Link, ObjectionsView};
use yew::prelude::*;

use crate::components::{
    organisation::organisation,
    provisions::{count_line, empty},
    ui::Ui,
    words::links,
};

/// The view.
pub(crate) fn objections(ui: &Ui, view: &ObjectionsView, query: &str, filtered: bool) -> Html {
    let count = ui.language.count(&ui.language.organisations, view.count, "");
    let kinds = view.kinds.iter().map(|kind| {
        let rows = kind.organisations.iter().map(|row| organisation(ui, row));
        html! {
            <section class="kind">
                <h3>
                    { ui.language.kind_head(kind.kind) }
                    { " " }<span class="number">{ kind.organisations.len() }</span>
                </h3>
                <ul>{ for rows }</ul>
            </section>
        }
    });
    html! {
        <div class="view">
            { count_line(ui, &[&count], filtered) }
            if view.count == 0 { { empty(ui, query) } } else {
                { camps(ui, &view.agreement) }
            }
            { for kinds }
        </div>
    }
}

fn camps(ui: &Ui, agreement: &Agreement) -> Html {
    let language = ui.language;
    html! {
        <section class="camps">
            <h3>{ language.camps }</h3>
            <dl>
                { camp(ui, language.both_camps, &agreement.both) }
                { camp(ui, language.civil_society_alone, &agreement.civil_society) }
                { camp(ui, language.industry_alone, &agreement.industry) }
            </dl>
            <p class="small">{ language.camps_means }</p>
        </section>
    }
}

fn camp(ui: &Ui, label: &'static str, provisions: &[Link]) -> Html {
    html! {
        <div>
            <dt>{ label }{ " " }<span class="number">{ provisions.len() }</span></dt>
            <dd>
                if provisions.is_empty() { { ui.language.no_provision } } else {
                    { links(ui, provisions) }
                }
            </dd>
        </div>
    }
}
