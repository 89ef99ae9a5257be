//! The list of provisions, how many there are, and what to do where there are none.

use explorer::{
    Action,
    view::{ProvisionCard, ProvisionsView, Stretch},
};
use yew::prelude::*;

use crate::{
    components::{
        el::{each, el, maybe, none, text},
        pages::{earlier, later},
        provision_card::provision_card,
        ui::{Notice, Ui},
    },
    messages::with,
};

/// The list.
pub(crate) fn provisions(
    ui: &Ui,
    view: &ProvisionsView,
    query: &str,
    notice: Option<&Notice>,
) -> Html {
    let language = ui.language;
    let shown = view.cards.of;
    let count = if shown == view.total {
        language.count(&language.provisions, shown, "")
    } else {
        language.count(&language.provisions_of, shown, &view.total.to_string())
    };
    let ranked = if view.ranked && shown > 1 { language.ranked } else { "" };
    el(
        "div",
        "view",
        [
            count_line(ui, &[&count, ranked], shown < view.total),
            if shown == 0 { empty(ui, query) } else { none() },
            earlier(ui, view.cards.before),
            el("div", "cards", [cards(ui, &view.cards, notice)]),
            later(ui, view.cards.extent()),
        ],
    )
}

fn cards(ui: &Ui, cards: &Stretch<ProvisionCard>, notice: Option<&Notice>) -> Html {
    let mut place = cards.before;
    each(&cards.items, |card| {
        place += 1;
        provision_card(ui, card, cards.is_part().then_some((place, cards.of)), notice)
    })
}

/// The line that says how much is shown, heard whenever it changes.
pub(crate) fn count_line(ui: &Ui, parts: &[&str], filtered: bool) -> Html {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let clear = filtered.then(|| ui.button("link", Action::ClearFilters, text(ui.language.clear)));
    el(
        "div",
        "count",
        [html! { <p role="status" tabindex="-1">{ said.join(" · ") }</p> }, maybe(clear)],
    )
}

/// Why nothing is shown. The way back stands in the count line above it.
pub(crate) fn empty(ui: &Ui, query: &str) -> Html {
    let why = if query.is_empty() {
        text(ui.language.empty)
    } else {
        text(with(ui.language.empty_query, query))
    };
    el("p", "empty", [why])
}
