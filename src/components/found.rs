//! What a search came to: the places in a provision that were found, whoever else was, and what to do
//! where nothing is.

use dataset::{List as _, Role};
use explorer::{
    Action, ViewKind,
    view::{FoundOrganisation, FoundPart, Hit, HitBy, Phrase, ProvisionCard, Search},
};
use yew::Html;

use crate::{
    components::{
        el::{all, counted_head, each, el, joined, maybe, none, text},
        ui::Ui,
        waiting::is_looking_up,
        words::{byline, links, with_html, words},
    },
    messages::{fill, with},
};

/// The places in a provision; each leads to itself in the open card.
pub(crate) fn hits(ui: &Ui, card: &ProvisionCard) -> Html {
    if card.hits.is_empty() {
        return none();
    }
    let items = each(&card.hits, |it| {
        let action = Action::SelectWords(card.provision, it.text.clone());
        el("li", "", [ui.button("hit", action, hit(ui, it))])
    });
    let more =
        (card.more_hits > 0).then(|| with(ui.language.and_more, &card.more_hits.to_string()));
    el("ul", "hits", [items, maybe(more.map(|it| el("li", "small", [text(it)])))])
}

fn hit(ui: &Ui, hit: &Hit) -> Html {
    let language = ui.language;
    let by = match &hit.by {
        HitBy::Summary => text(language.in_summary),
        HitBy::Law => text(language.own_words),
        HitBy::Concern(sources) => with_html(language.according_to, comma(ui, sources)),
        HitBy::Source(title) => words(title),
        HitBy::Group => text(language.view(ViewKind::Affected)),
        HitBy::Request => text(language.requests),
        HitBy::Reply(who) => words(who),
        // What part it has in which document stands where the organisation itself is listed.
        HitBy::Organisation => return words(&hit.words),
    };
    let said = match hit.by {
        HitBy::Law | HitBy::Source(_) => ui.quoted(&hit.words),
        _ => words(&hit.words),
    };
    all([el("span", "small says", [by, text(language.colon)]), said])
}

fn comma(ui: &Ui, phrases: &[Phrase]) -> Html {
    joined(phrases.iter().map(words).list(), ui.language.comma)
}

/// What is shown in place of what was typed; nothing where that is what was typed.
pub(crate) fn instead(ui: &Ui, search: &Search) -> String {
    let instead = search.instead.as_ref();
    let gaps = |it| [("a", search.query.as_str()), ("b", it)];
    instead.map(|it| fill(ui.language.instead, &gaps(it))).unwrap_or_default()
}

/// How many organisations and people are named by what is looked for, where any are.
pub(crate) fn organisations_found(ui: &Ui, search: &Search) -> String {
    match search.organisations_count {
        0 => String::new(),
        count => ui.language.count(&ui.language.organisations, count, ""),
    }
}

/// Groups, organisations and people that are named by what is looked for.
pub(crate) fn found(ui: &Ui, search: &Search) -> Html {
    if search.organisations.is_empty() && search.groups.is_empty() {
        return none();
    }
    let groups = each(&search.groups, |(group, name)| {
        let head = ui.button("link", Action::LookAs(*group), words(name));
        el("li", "", [head, text(" "), el("span", "small", [text(ui.language.look_as)])])
    });
    let organisations = each(&search.organisations, |it| organisation(ui, it));
    let rest = search.organisations_count - search.organisations.len();
    let rest = (rest > 0).then(|| {
        let label = text(with(ui.language.and_more, &rest.to_string()));
        el("li", "", [ui.button("link", Action::Turn(ViewKind::Objections), label)])
    });
    el("ul", "found", [groups, organisations, maybe(rest)])
}

/// Somebody with each part in a document, and with what is wanted of the law.
fn organisation(ui: &Ui, found: &FoundOrganisation) -> Html {
    let language = ui.language;
    let parts = each(&found.parts, |part| {
        let role = text(language.role(part.role));
        let means = match part.role {
            Role::Signed => language.signed_whole,
            Role::Named if part.named_whole => language.named_whole,
            _ => "",
        };
        let said = [role, text(language.colon), byline(ui, &part.source), text(". "), text(means)];
        all([
            el("span", "small", said),
            text(" "),
            maybe((part.objects_to.count > 0).then(|| objects_to(ui, part))),
        ])
    });
    let stances = found.stances.iter().map(|it| text(language.stance_word(*it))).list();
    let stances = (!found.stances.is_empty()).then(|| {
        let head = [text(language.stance), text(language.colon)];
        el("span", "small", [all(head), joined(stances, language.comma)])
    });
    let head = ui.button("link", Action::VisitOrganisation(found.organisation), words(&found.name));
    el("li", "", [head, text(" "), parts, maybe(stances)])
}

/// What a document objects to, as far as it is named here.
fn objects_to(ui: &Ui, part: &FoundPart) -> Html {
    let language = ui.language;
    let head = if part.narrowed { language.objects_to_shown } else { language.objects_to };
    all([counted_head("p", head, part.objects_to.count), links(ui, &part.objects_to)])
}

/// Why nothing is shown, and what is nearest; nothing while that may still change. The way back to
/// everything stands in the count line above it.
pub(crate) fn empty(ui: &Ui, search: &Search) -> Html {
    if is_looking_up(ui, search) {
        return none();
    }
    let language = ui.language;
    let why = if search.query.is_empty() {
        language.empty.to_owned()
    } else {
        with(language.empty_query, &search.query)
    };
    let chosen = (!search.chosen.is_empty())
        .then(|| all([text(" "), with_html(language.chosen, comma(ui, &search.chosen))]));
    let is_choice = search.is_choice && !search.query.is_empty() && !search.chosen.is_empty();
    let without =
        is_choice.then(|| ui.button("quiet", Action::ClearChoices, text(language.without_choice)));
    let nearest = (!search.nearest.is_empty()).then(|| {
        let offered = each(&search.nearest, |it| {
            let action = Action::SearchInstead(it.clone());
            all([text(" "), ui.button("link", action, text(it.clone()))])
        });
        el("p", "", [text(language.nearest), offered])
    });
    el("div", "empty", [el("p", "", [text(why), maybe(chosen)]), maybe(without), maybe(nearest)])
}
