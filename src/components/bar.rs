//! What stays at hand: a way to skip past the explorer, the bar while it fills the screen (which
//! `www/filling.js` knows), and the end that both lead to.

use dataset::List as _;
use explorer::{
    Action,
    view::{Bar, Filters},
};
use session::{Command, END};
use yew::Html;

use crate::components::{
    el::{el, joined, maybe, none, tag, text},
    provisions::provisions_counted,
    ui::Ui,
    words::words,
};

/// The first that a keyboard comes to.
pub(crate) fn skip(ui: &Ui) -> Html {
    if ui.is_plain() {
        return none();
    }
    el("div", "skip", [led(ui, Command::Leave, ui.language.skip)])
}

/// The bar: what is read or chosen, how much matches, and where to go from here.
pub(crate) fn bar(ui: &Ui, bar: &Bar, filters: &Filters) -> Html {
    if ui.is_plain() {
        return none();
    }
    let language = ui.language;
    let reading = bar.reading.as_ref();
    let back = match reading {
        Some((provision, _)) => {
            Some(ui.button("quiet", Action::Close(*provision), text(language.close)))
        }
        None if filters.filtered => {
            Some(ui.button("quiet", Action::ClearFilters, text(language.clear)))
        }
        None => None,
    };
    let acts = [
        led(ui, Command::Choose, language.change),
        maybe(back),
        led(ui, Command::Leave, language.to_story),
    ];
    el(
        "div",
        "at-hand",
        [el("div", "", [at_hand(ui, bar, filters), el("div", "at-hand-acts", acts)])],
    )
}

/// What is read, what is chosen, and how much that leaves, in one line.
fn at_hand(ui: &Ui, bar: &Bar, filters: &Filters) -> Html {
    let language = ui.language;
    let reading = bar.reading.iter().map(|(_, citation)| el("b", "", [words(citation)]));
    let sources = filters.sources.iter().flat_map(|it| &it.chosen);
    let chosen = filters.audience.chosen.iter().chain(sources).map(words);
    let query = filters.query.trim();
    let [open, close] = language.quotes;
    let query = (!query.is_empty()).then(|| text([open, query, close].concat()));
    let count = bar.shown.map(|shown| text(provisions_counted(ui, shown, bar.total)));
    let said = reading.chain(chosen).chain(query).chain(count);
    el("p", "", [joined(said.list(), " · ")])
}

/// What stands behind all else, for the focus to go to.
pub(crate) fn end(ui: &Ui) -> Html {
    if ui.is_plain() {
        return none();
    }
    tag!("p", "end", ["id" = END, "tabindex" = "-1"], [text(ui.language.end)])
}

/// A button that leads elsewhere in the explorer, or past it.
pub(crate) fn led(ui: &Ui, to: Command, label: &'static str) -> Html {
    ui.command_button(to, label, label, None)
}
