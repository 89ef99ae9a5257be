//! The head: what this is about, and where the law stands.

use dataset::List as _;
use explorer::{
    Action,
    view::{Criticism, Event, Head, Phrase},
};
use session::{Command, OTHERWISE};
use yew::Html;

use crate::components::{
    bar::led,
    el::{all, each, el, joined, maybe, tag, text},
    ui::Ui,
    words::{outward, own, with_html, words},
};

/// Title and status, and, where groups can be asked for, the way there.
pub(crate) fn head(ui: &Ui, head: &Head, asks: bool) -> Html {
    let language = ui.language;
    // Its place is kept free where the day isn't known yet, so that nothing moves once it is.
    // The space is for those who hear it: outside, it is in no browser's name of the line.
    let stale = maybe(head.stale.then(|| text(format!(" {}", language.stale))));
    let stale = (head.stale || !ui.is_plain())
        .then(|| tag!("strong", "stale", ["data-free" = language.stale], [stale]));
    let as_of = |date| all([text(" · "), with_html(language.as_of, ui.date(date))]);
    let as_of = head.as_of.map(as_of);
    let dek = head.dek.clone().map_or_else(|| text(language.dek), |it| own(text(it)));
    let status = el("span", "", [words(&head.status), maybe(as_of), maybe(stale)]);
    let status = [
        el("summary", "", [status]),
        el("p", "small", [words(&head.instrument)]),
        el("ol", "events", [each(&head.events, |it| event(ui, it))]),
    ];
    el(
        "header",
        "head",
        [
            tag!(
                "h2",
                "title",
                ["id" = "explorer.title", "part" = "title"],
                [own(words(&head.title))]
            ),
            el("p", "dek", [dek]),
            maybe(head.criticism.as_ref().map(|it| criticism(ui, it))),
            maybe(asks.then(|| led(ui, Command::Choose, language.affects_me))),
            el("details", "status", status),
            maybe(head.made.as_ref().map(|it| made(ui, it, head.nobody_asked))),
        ],
    )
}

/// Whose criticism this is, and of what: before anything that it says.
fn criticism(ui: &Ui, criticism: &Criticism) -> Html {
    let language = ui.language;
    let drafts = joined(criticism.drafts.iter().map(words).list(), language.comma);
    let earlier = (!criticism.drafts.is_empty()).then(|| with_html(language.of_earlier, drafts));
    let from = text(language.count(&language.criticism, criticism.documents, ""));
    let since = criticism.since.as_ref();
    let since = since.map(|it| all([text(" "), with_html(language.since, words(it))]));
    let unchecked = criticism.unchecked.then(|| all([text(" "), text(language.not_compared)]));
    let otherwise =
        (criticism.otherwise > 0).then(|| all([text(" "), otherwise(ui, criticism.otherwise)]));
    el(
        "p",
        "criticism",
        [
            el("b", "", [from, maybe(earlier), text(".")]),
            maybe(since),
            maybe(unchecked),
            maybe(otherwise),
        ],
    )
}

/// How many see it otherwise: it leads to them.
fn otherwise(ui: &Ui, count: usize) -> Html {
    let said = text(ui.language.count(&ui.language.otherwise, count, ""));
    if ui.is_plain() {
        return tag!("a", "", ["href" = ["#", OTHERWISE].concat()], [said]);
    }
    ui.button("link", Action::VisitOthers, said)
}

fn made(ui: &Ui, made: &Phrase, nobody_asked: bool) -> Html {
    let asked = nobody_asked.then(|| all([text(" "), text(ui.language.nobody_asked)]));
    let head = el("summary", "", [text(ui.language.made)]);
    el("details", "status", [head, el("p", "", [words(made), maybe(asked)])])
}

fn event(ui: &Ui, event: &Event) -> Html {
    let source = outward(ui, &event.address, text(ui.language.event_source));
    el("li", "", [ui.date(event.date), el("span", "", [words(&event.label), text(" · "), source])])
}
