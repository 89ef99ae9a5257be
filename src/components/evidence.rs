//! What a concern rests on: the exact words, where they stand, and who stands behind them.

use dataset::{List as _, Role};
use explorer::view::{Backer, Backers, CitedPlace, Document, EvidenceView, SourceHead};
use yew::Html;

use crate::components::{
    el::{all, each, el, joined, maybe, none, tag, text},
    ui::Ui,
    words::{byline, outward, published, with_html, words},
};

/// A source above the concerns that rest on it: when it spoke, of which draft, and who stands
/// behind it.
pub(crate) fn source_head(ui: &Ui, head: &SourceHead) -> Html {
    let name = el("h4", "", [words(&head.source.title)]);
    if !head.first {
        return el("header", "by", [name]);
    }
    let language = ui.language;
    let draft = head
        .draft
        .as_ref()
        .map(|draft| all([text(language.comma), with_html(language.on_draft, words(draft))]));
    let reason = head
        .draft_reason
        .as_ref()
        .map(|reason| el("p", "small", [text(language.draft_inferred), text(" "), words(reason)]));
    let published = el("p", "small", [published(ui, &head.source), maybe(draft)]);
    el("header", "by", [name, published, maybe(reason), backers(ui, &head.backers)])
}

/// The words that a concern rests on in one source.
pub(crate) fn evidence(ui: &Ui, evidence: &EvidenceView) -> Html {
    let inside = [each(&evidence.places, |it| place(ui, it)), agreeing(ui, &evidence.named, true)];
    tag!("figure", "evidence", ["part" = "evidence"], inside)
}

/// What is quoted from one place, and the way there.
pub(crate) fn place(ui: &Ui, place: &CitedPlace) -> Html {
    let quotes = each(&place.quotes, |quote| {
        let quoted = el("p", "", [ui.quoted(quote)]);
        tag!("blockquote", "", ["cite" = place.address.clone()], [quoted])
    });
    all([quotes, el("p", "small place", [place_link(ui, place)])])
}

/// A link to the words quoted. It stands beneath the source's name; whoever hears it alone hears
/// that, too.
pub(crate) fn place_link(ui: &Ui, place: &CitedPlace) -> Html {
    let whose = el("span", "unseen", [words(&place.source), text(ui.language.colon)]);
    outward(ui, &place.address, all([whose, words(&place.locator)]))
}

fn names(ui: &Ui, backers: &[Backer]) -> Html {
    joined(backers.iter().map(|backer| words(&backer.name)).list(), ui.language.comma)
}

/// Names with what each is, as far as that is known.
fn described(ui: &Ui, backers: &[Backer]) -> Html {
    let name = |backer: &Backer| {
        let detail = backer.detail.as_ref();
        let detail = detail.map(|it| all([text(" ("), words(it), text(")")]));
        all([words(&backer.name), maybe(detail)])
    };
    joined(backers.iter().map(name).list(), ui.language.comma)
}

/// Who wrote, who signed, and who is only said to agree: numbers, which unfold to the names.
fn backers(ui: &Ui, backers: &Backers) -> Html {
    let language = ui.language;
    let [signed, named] =
        [(&language.signed_by, &backers.signed), (&language.named_by, &backers.named)].map(
            |(message, them)| (!them.is_empty()).then(|| language.count(message, them.len(), "")),
        );
    let counts = [&signed, &named].into_iter().flatten().map(String::as_str).list();
    let issued = (!backers.issued.is_empty())
        .then(|| el("p", "small", [with_html(language.issued_by, names(ui, &backers.issued))]));
    if counts.is_empty() {
        return all([maybe(issued), none()]);
    }
    let counts = text(counts.join(" · "));
    if backers.listed {
        return all([maybe(issued), el("p", "small", [counts])]);
    }
    let signed = signed.map(|_| el("p", "", [described(ui, &backers.signed)]));
    let agreeing = agreeing(ui, &backers.named, signed.is_some());
    let panel = el("details", "backers", [el("summary", "", [counts]), maybe(signed), agreeing]);
    all([maybe(issued), panel])
}

/// Who is said to agree, and that this is the document's word for them; `counted` where nothing above
/// says how many.
fn agreeing(ui: &Ui, named: &[Backer], counted: bool) -> Html {
    if named.is_empty() {
        return none();
    }
    let language = ui.language;
    let count = language.count(&language.named_by, named.len(), "");
    let count = counted.then(|| all([text(count), text(language.colon)]));
    let means = [". ", language.named_means].concat();
    el("p", "small", [maybe(count), described(ui, named), text(means)])
}

/// A document with all who have a part in it, each by name.
pub(crate) fn document(ui: &Ui, document: &Document) -> Html {
    let Document { source, archived, backers, mentioned } = document;
    let language = ui.language;
    let archived = archived.as_ref().map(|it| outward(ui, it, text(language.archived)));
    let also = (!mentioned.is_empty()).then(|| {
        let role = text(language.role(Role::Named));
        el("p", "small", [role, text(language.colon), names(ui, mentioned)])
    });
    let signed = (!backers.signed.is_empty()).then(|| {
        let count = language.count(&language.signed_by, backers.signed.len(), "");
        let names = described(ui, &backers.signed);
        el("p", "small", [text(count), text(language.colon), names])
    });
    let issued = (!backers.issued.is_empty())
        .then(|| el("p", "small", [with_html(language.issued_by, names(ui, &backers.issued))]));
    all([
        outward(ui, &source.address, byline(ui, source)),
        text(" "),
        maybe(archived),
        maybe(issued),
        maybe(signed),
        agreeing(ui, &backers.named, true),
        maybe(also),
    ])
}
