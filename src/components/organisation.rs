//! One organisation: its name and roles, and, open, each document it has a part in.

use dataset::OrganisationIx;
use explorer::{
    Action,
    view::{OrganisationRow, Part, PositionView},
};
use yew::prelude::*;

use crate::components::{
    el::{counted_head, each, el, maybe, text},
    pages::placed,
    ui::Ui,
    words::{byline, links, outward, with_html, words},
};

/// An organisation. Where it is one of a part of its kind, `of` says of how many.
pub(crate) fn organisation(
    ui: &Ui,
    row: &OrganisationRow,
    of: Option<usize>,
    filtered: bool,
) -> Html {
    let (at, of) = placed(of.map(|of| (row.place, of)));
    let short = row.short_name.as_ref().map(|short| text(format!(" ({short})")));
    let roles: Vec<_> = row.roles.iter().map(|role| ui.language.role(*role)).collect();
    let detail = row.backer.detail.as_ref().map(|it| el("p", "small", [words(it)]));
    let parts = row.parts.as_ref().map(|parts| each(parts, |it| part(ui, it, filtered)));
    html! {
        <li key={row.backer.organisation.index()} class="organisation" id={organisation_id(row.backer.organisation)} aria-posinset={at} aria-setsize={of}>
            <details open={row.open}>
                <summary onclick={ui.on_click(Action::ToggleOrganisation(row.backer.organisation))}>
                    { words(&row.backer.name) }
                    { maybe(short) }
                    { ui.gap() }
                    { el("span", "roles", [text(roles.join(ui.language.comma))]) }
                </summary>
                { maybe(detail) }
                { maybe(parts) }
            </details>
        </li>
    }
}

/// Where an organisation stands in the page.
pub(crate) fn organisation_id(organisation: OrganisationIx) -> String {
    format!("organisation.{}", organisation.index())
}

fn part(ui: &Ui, part: &Part, filtered: bool) -> Html {
    let language = ui.language;
    let objects_to = if filtered { language.objects_to_shown } else { language.objects_to };
    let issuers: Vec<_> = part.issuers.iter().map(|name| name.text.as_str()).collect();
    let role = if issuers.is_empty() {
        el("b", "", [text(language.role(part.role))])
    } else {
        let issuers = text(issuers.join(language.comma));
        el("b", "inferred", [with_html(language.named_by_issuer, issuers)])
    };
    let source = outward(ui, &part.source.address, byline(ui, &part.source));
    el(
        "div",
        "part",
        [
            el("p", "", [role, text(" · "), source]),
            each(&part.positions, |it| position(ui, it)),
            counted_head("h4", objects_to, part.provisions.count),
            links(ui, &part.provisions),
        ],
    )
}

fn position(ui: &Ui, position: &PositionView) -> Html {
    let language = ui.language;
    let stance = [language.stance, language.colon, language.stance_word(position.stance)];
    let quote = position
        .quote
        .as_ref()
        .map(|quote| el("blockquote", "", [el("p", "", [ui.quoted(quote)])]));
    el("div", "", [el("h4", "", [text(stance.concat())]), maybe(quote)])
}
