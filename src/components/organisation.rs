//! One organisation: its name and roles, and, open, each document it has a part in.

use explorer::{
    Action,
    view::{OrganisationRow, Part},
};
use yew::prelude::*;

use crate::components::{
    ui::Ui,
    words::{byline, links, outward, with_html, words},
};

/// An organisation.
pub(crate) fn organisation(ui: &Ui, row: &OrganisationRow) -> Html {
    let roles: Vec<_> = row.roles.iter().map(|role| ui.language.role(*role)).collect();
    let onclick = ui.on_click(Action::ToggleOrganisation(row.backer.organisation));
    html! {
        <li key={row.backer.organisation.index()} class="organisation" id={format!("organisation.{}", row.backer.organisation.index())}>
            <details open={row.parts.is_some()}>
                <summary {onclick}>
                    { words(&row.backer.name) }
                    if let Some(short) = &row.short_name {
                        { format!(" ({short})") }
                    }
                    <span class="roles">{ roles.join(ui.language.comma) }</span>
                </summary>
                if let Some(detail) = &row.backer.detail {
                    <p class="small">{ words(detail) }</p>
                }
                if let Some(parts) = &row.parts {
                    { for parts.iter().map(|it| part(ui, it)) }
                }
            </details>
        </li>
    }
}

fn part(ui: &Ui, part: &Part) -> Html {
    let language = ui.language;
    let issuers: Vec<_> = part.issuers.iter().map(|name| name.text.clone()).collect();
    let issuers = issuers.join(language.comma);
    html! {
        <div class="part">
            <p>
                if issuers.is_empty() {
                    <b>{ language.role(part.role) }</b>
                } else {
                    <b class="inferred">{ with_html(language.named_by_issuer, html! { { issuers } }) }</b>
                }
                { " · " }{ outward(ui, &part.source.address, byline(ui, &part.source)) }
            </p>
            { for part.positions.iter().map(|position| {
                let [open, close] = language.quotes;
                html! {
                    <div>
                        <h4>{ language.stance }{ language.colon }{ language.stance_word(position.stance) }</h4>
                        if let Some(quote) = &position.quote {
                            <blockquote><p>{ open }{ words(quote) }{ close }</p></blockquote>
                        }
                    </div>
                }
            }) }
            <h4>{ language.objects_to }{ " " }<span class="number">{ part.provisions.len() }</span></h4>
            { links(ui, &part.provisions) }
        </div>
    }
}
