//! What stands around a part of a long list: how to see more of it, and that the browser's own
//! search looks through this part alone.

use explorer::{Action, view::Extent};
use yew::Html;

use crate::{
    components::{
        el::{el, maybe, none, text},
        ui::Ui,
    },
    messages::{fill, with},
};

/// Before the first item: a way to those before it.
pub(crate) fn earlier(ui: &Ui, before: usize) -> Html {
    let button = || ui.button("quiet", Action::ShowEarlier, text(ui.language.show_earlier));
    maybe((before > 0).then(|| el("p", "pages", [button()])))
}

/// Behind the last item, where that is drawn: which they are, and ways to the rest.
pub(crate) fn later(ui: &Ui, extent: Extent) -> Html {
    let Extent { before, shown, of } = extent;
    if shown >= of || ui.seen.is_some() {
        return none();
    }
    let language = ui.language;
    let [first, last, all] = [before + 1, before + shown, of].map(|number| number.to_string());
    let said = fill(language.part_shown, &[("a", &first), ("b", &last), ("n", &all)]);
    let more = || ui.button("quiet", Action::ShowMore, text(language.show_more));
    el(
        "div",
        "pages",
        [
            maybe((before + shown < of).then(more)),
            ui.button("quiet", Action::ShowAll, text(with(language.show_all, &all))),
            el("p", "small", [text(said)]),
        ],
    )
}

/// The place of an item in the whole list, and the length of that, for those who hear the list.
pub(crate) fn placed(place: Option<(usize, usize)>) -> (Option<String>, Option<String>) {
    place.map(|(at, of)| (at.to_string(), of.to_string())).unzip()
}
