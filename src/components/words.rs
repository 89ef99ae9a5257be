//! The dataset's words on the screen: in their own language, with the search's matches marked.

use explorer::{
    Action,
    view::{Link, Links, Phrase, SourceLine, is_right_to_left},
};
use yew::prelude::*;

use crate::{
    components::{
        el::{all, each, el, list, maybe, none, text},
        ui::Ui,
    },
    messages::{around, with},
};

/// A phrase, in an element of its own only where its language asks for one.
pub(crate) fn words(phrase: &Phrase) -> Html {
    spoken(phrase, pieces(phrase))
}

/// A phrase between quotation marks, which stand at its own ends where it runs the other way.
pub(crate) fn quoted(phrase: &Phrase, [open, close]: [&'static str; 2]) -> Html {
    spoken(phrase, all([text(open), pieces(phrase), text(close)]))
}

fn spoken(phrase: &Phrase, inside: Html) -> Html {
    match &phrase.lang {
        None => inside,
        Some(lang) => {
            let dir = if is_right_to_left(lang) { "rtl" } else { "ltr" };
            html! { <bdi lang={lang.clone()} {dir}>{ inside }</bdi> }
        }
    }
}

fn pieces(phrase: &Phrase) -> Html {
    if phrase.marks.is_empty() {
        return text(phrase.text.clone());
    }
    let mut pieces = Vec::new();
    for (piece, marked) in phrase.pieces() {
        let piece = text(piece.to_owned());
        pieces.push(if marked { el("mark", "", [piece]) } else { piece });
    }
    list(pieces)
}

/// Provisions to go to, in one line.
pub(crate) fn links(ui: &Ui, links: &Links) -> Html {
    let items = each(&links.named, |link| el("li", "", [provision_link(ui, link)]));
    let more = links.count - links.named.len();
    let more =
        (more > 0).then(|| el("li", "", [text(with(ui.language.and_more, &more.to_string()))]));
    el("ul", "links", [items, maybe(more)])
}

/// One provision to go to; its name alone where the newsroom left it out.
pub(crate) fn provision_link(ui: &Ui, link: &Link) -> Html {
    if !link.listed {
        return words(&link.citation);
    }
    if let Some(href) = ui.anchor(link.provision) {
        return html! { <a {href}>{ words(&link.citation) }</a> };
    }
    ui.button("link", Action::Select(link.provision), words(&link.citation))
}

/// A link to a page elsewhere. It opens beside the story, which the reader hasn't finished.
pub(crate) fn outward(ui: &Ui, address: &str, label: Html) -> Html {
    if ui.is_plain() {
        return html! { <a href={address.to_owned()} rel="noopener noreferrer">{ label }</a> };
    }
    html! {
        <a class="outward" href={address.to_owned()} target="_blank" rel="noopener noreferrer">
            { label }<span class="unseen">{ format!(" ({})", ui.language.elsewhere) }</span>
        </a>
    }
}

/// A source's publisher and date.
pub(crate) fn byline(ui: &Ui, source: &SourceLine) -> Html {
    let comma = ui.language.comma;
    let date = match (&source.date_note, source.date) {
        (Some(note), _) => words(note),
        (None, Some(date)) => ui.date(date),
        (None, None) => none(),
    };
    all([words(&source.title), text(comma), words(&source.publisher), text(comma), date])
}

/// A message with `{a}` replaced by markup.
pub(crate) fn with_html(message: &'static str, a: Html) -> Html {
    let (before, after) = around(message);
    all([text(before), a, text(after)])
}
