//! One organisation: its name and roles, and, open, each document it has a part in.

use dataset::{List as _, Role};
use explorer::{
    Action,
    view::{NamedView, OrganisationRow, Part, PositionView},
};
use session::organisation_id;
use yew::Html;

use crate::{
    components::{
        concern::reply_list,
        el::{all, counted_head, each, el, heard, keyed, maybe, tag, text},
        evidence::place,
        pages::placed,
        ui::Ui,
        words::{byline, links, outward, with_html, words},
    },
    messages::{fill, with},
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
    let roles = row.roles.iter().map(|role| ui.language.role(*role));
    let says = row.says.iter().map(|kind| ui.language.reply_kind(*kind));
    let roles = if row.says.is_empty() { roles.list() } else { says.list() };
    let detail = row.backer.detail.as_ref().map(|it| el("p", "small", [words(it)]));
    let parts = row.parts.as_ref().map(|parts| each(parts, |it| part(ui, it, filtered)));
    let roles = el("span", "roles", [text(roles.join(ui.language.comma))]);
    let head = el("summary", "", [words(&row.backer.name), maybe(short), ui.gap(), roles]);
    let organisation = row.backer.organisation;
    let head = heard(ui.on_click(Action::ToggleOrganisation(organisation)), head);
    let inside = [head, maybe(detail), maybe(parts)];
    let panel = tag!("details", "", ["open" = row.open.then_some("open")], inside);
    let row = tag!(
        "li",
        "organisation",
        ["id" = organisation_id(organisation), "aria-posinset" = at, "aria-setsize" = of],
        [panel],
    );
    keyed(organisation.index(), row)
}

fn part(ui: &Ui, part: &Part, filtered: bool) -> Html {
    let language = ui.language;
    let objects_to = if filtered { language.objects_to_shown } else { language.objects_to };
    let role = match &part.named {
        None => el("b", "", [text(language.role(part.role))]),
        Some(named) => el("b", "inferred", [text(named_as(ui, named))]),
    };
    let named_at = part.named.as_ref().and_then(|named| named.place.as_ref());
    let source = outward(ui, &part.source.address, byline(ui, &part.source));
    let draft = part.draft.as_ref();
    let draft =
        draft.map(|it| all([text(language.comma), with_html(language.on_draft, words(it))]));
    let replies = (!part.replies.is_empty()).then(|| reply_list(ui, &part.replies));
    // What somebody merely named objects to is for them to say.
    let own = part.named.is_none() && part.provisions.count > 0;
    let objections = own.then(|| {
        let signed = (part.role == Role::Signed).then_some(language.signed_whole);
        all([
            counted_head("h4", objects_to, part.provisions.count),
            maybe(signed.map(|it| el("p", "small", [text(it)]))),
            links(ui, &part.provisions),
        ])
    });
    el(
        "div",
        "part",
        [
            el("p", "", [role, text(" · "), source, maybe(draft)]),
            maybe(named_at.map(|it| place(ui, it))),
            each(&part.positions, |it| position(ui, it)),
            maybe(replies),
            maybe(objections),
        ],
    )
}

/// How a document names somebody, and that they did not sign it.
fn named_as(ui: &Ui, named: &NamedView) -> String {
    let language = ui.language;
    let issuers = named.issuers.iter().map(|name| name.text.as_str()).list();
    let relation = language.named_as(named.relation);
    let relation = if named.scoped { with(language.for_some, relation) } else { relation.into() };
    if issuers.is_empty() {
        return with(language.named_in_document, &relation);
    }
    fill(language.named_by_issuer, &[("a", &issuers.join(language.comma)), ("b", &relation)])
}

fn position(ui: &Ui, position: &PositionView) -> Html {
    let language = ui.language;
    let about = position.draft.as_ref().map(|draft| {
        let date = position.date.map(|date| all([text(language.comma), ui.date(date)]));
        all([text(" · "), with_html(language.on_draft, words(draft)), maybe(date)])
    });
    let stance = [language.stance, language.colon, language.stance_word(position.stance)];
    el(
        "div",
        "",
        [
            el("h4", "", [text(stance.concat()), maybe(about)]),
            each(&position.places, |it| place(ui, it)),
        ],
    )
}
