//! The dataset's words on the screen: in their own language, with the search's matches marked.

use explorer::{
    Action,
    view::{Link, Links, Phrase, SourceLine, is_right_to_left},
};
use yew::Html;

use crate::{
    components::{
        el::{all, each, el, list, maybe, none, tag, text},
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
            tag!("bdi", "", ["lang" = lang.clone(), "dir" = dir], [inside])
        }
    }
}

/// The newsroom's own words, which run the way that their letters do, whichever language is the
/// interface's.
pub(crate) fn own(words: Html) -> Html {
    el("bdi", "", [words])
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

/// How many provisions a list shows before it folds the others; one or two aren't worth a fold.
const AT_ONCE: usize = 5;

/// Provisions to go to, a line each, by citation and heading.
pub(crate) fn links(ui: &Ui, links: &Links) -> Html {
    let named = &links.named;
    let more = |count: usize| text(with(ui.language.and_more, &count.to_string()));
    let beyond = links.count - named.len();
    let beyond = maybe((beyond > 0).then(|| el("li", "", [more(beyond)])));
    let items = |links| each(links, |link| el("li", "", [headed_link(ui, link)]));
    match named.split_at_checked(AT_ONCE) {
        Some((first, rest)) if rest.len() > 2 && !ui.is_plain() => {
            let head = el("summary", "", [more(links.count - first.len())]);
            let rest = el("ul", "links", [items(rest), beyond]);
            let rest = el("details", "more", [head, rest]);
            all([el("ul", "links", [items(first)]), rest])
        }
        _ => all([el("ul", "links", [items(named), beyond]), none()]),
    }
}

/// A provision to go to, and beside it what it is about.
pub(crate) fn headed_link(ui: &Ui, link: &Link) -> Html {
    let heading = link.heading.as_ref();
    let heading = heading.map(|it| all([ui.gap(), el("span", "small", [words(it)])]));
    let concern = |title: &Phrase| {
        // What it leads to is found by its words.
        let action = Action::SelectWords(link.provision, title.text.clone());
        let words = words(title);
        let title =
            if ui.is_plain() || !link.listed { words } else { ui.button("link", action, words) };
        el("li", "", [title])
    };
    let concerns =
        (!link.concerns.is_empty()).then(|| el("ul", "titles", [each(&link.concerns, concern)]));
    all([provision_link(ui, link), maybe(heading), maybe(concerns)])
}

/// One provision to go to; its name alone where the newsroom left it out.
pub(crate) fn provision_link(ui: &Ui, link: &Link) -> Html {
    if !link.listed {
        return words(&link.citation);
    }
    if let Some(href) = ui.anchor(link.provision) {
        return tag!("a", "", ["href" = href], [words(&link.citation)]);
    }
    ui.button("link", Action::Select(link.provision), words(&link.citation))
}

/// A link to a page elsewhere. It opens beside the story, which the reader hasn't finished.
/// An address that leads elsewhere than it says stays unlinked: a compiled law is checked where it is
/// made, and anybody may have made it.
pub(crate) fn outward(ui: &Ui, address: &str, label: Html) -> Html {
    if !dataset::leads_to_web(address) {
        return label;
    }
    if ui.is_plain() {
        return tag!(
            "a",
            "",
            ["href" = address.to_owned(), "rel" = "noopener noreferrer"],
            [label],
        );
    }
    let elsewhere = [" (", ui.language.elsewhere, ")"].concat();
    tag!(
        "a",
        "outward",
        ["href" = address.to_owned(), "target" = "_blank", "rel" = "noopener noreferrer"],
        [label, el("span", "unseen", [text(elsewhere)])],
    )
}

/// A source's name, publisher and date.
pub(crate) fn byline(ui: &Ui, source: &SourceLine) -> Html {
    all([words(&source.title), text(ui.language.comma), published(ui, source)])
}

/// A source's publisher and date.
pub(crate) fn published(ui: &Ui, source: &SourceLine) -> Html {
    let date = match (&source.date_note, source.date) {
        (Some(note), _) => words(note),
        (None, Some(date)) => ui.date(date),
        (None, None) => none(),
    };
    all([words(&source.publisher), text(ui.language.comma), date])
}

/// A message with `{a}` replaced by markup.
pub(crate) fn with_html(message: &'static str, a: Html) -> Html {
    let (before, after) = around(message);
    all([text(before), a, text(after)])
}
