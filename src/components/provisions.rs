//! The list of provisions, how many there are, and what to do where there are none.

use dataset::List as _;
use explorer::{
    Action,
    view::{PagedList, ProvisionCard, ProvisionsView, Search},
};
use session::{Notice, Part};
use yew::Html;

use crate::{
    components::{
        el::{each, el, maybe, none, tag, text},
        found::{empty, found, instead, organisations_found},
        pages::{earlier, later},
        provision_card::provision_card,
        ui::Ui,
        waiting::{again, failed_words, is_looking_up},
    },
    messages::with,
};

/// The list.
pub(crate) fn provisions(
    ui: &Ui,
    view: &ProvisionsView,
    search: &Search,
    notice: Option<&Notice>,
) -> Html {
    let language = ui.language;
    let shown = view.cards.of;
    // Whoever looks for somebody has found them.
    let count = if shown == 0 && search.organisations_count > 0 {
        String::new()
    } else {
        provisions_counted(ui, shown, view.total)
    };
    let documents = if shown < view.total && !view.ranked {
        ui.in_documents(view.documents)
    } else {
        String::new()
    };
    let ranked = if view.ranked && shown > 1 { language.ranked } else { "" };
    let [instead, organisations] = [instead(ui, search), organisations_found(ui, search)];
    let said = [&*instead, &organisations, &count, &documents, ranked];
    el(
        "div",
        "view",
        [
            count_line(ui, search, &said, shown < view.total),
            found(ui, search),
            if shown == 0 && search.organisations.is_empty() { empty(ui, search) } else { none() },
            earlier(ui, view.cards.before),
            el("div", "cards", [cards(ui, &view.cards, notice)]),
            later(ui, view.cards.extent()),
        ],
    )
}

/// How many provisions are listed, of how many.
pub(crate) fn provisions_counted(ui: &Ui, shown: usize, total: usize) -> String {
    let language = ui.language;
    if shown == total {
        language.count(&language.provisions, shown, "")
    } else {
        language.count(&language.provisions_of, shown, &total.to_string())
    }
}

fn cards(ui: &Ui, cards: &PagedList<ProvisionCard>, notice: Option<&Notice>) -> Html {
    let mut place = cards.before;
    each(ui.now(&cards.items, 100), |card| {
        place += 1;
        provision_card(ui, card, cards.is_part().then_some((place, cards.of)), notice)
    })
}

/// The line of a view in which a search may have found something else instead.
pub(crate) fn told(ui: &Ui, search: &Search, count: &str, documents: &str) -> Html {
    count_line(ui, search, &[&instead(ui, search), count, documents], search.filtered)
}

/// The line that says how much is shown, heard whenever it changes.
fn count_line(ui: &Ui, search: &Search, parts: &[&str], filtered: bool) -> Html {
    let (rest, failed) = rest(ui);
    let failed = failed.or_else(|| failed_words(ui, search));
    let parts = parts.iter().copied().chain(searched(ui, search)).chain([&*rest]);
    let said = parts.filter(|part| !part.is_empty()).list();
    let clear = filtered.then(|| ui.button("link", Action::ClearFilters, text(ui.language.clear)));
    el(
        "div",
        "count",
        [
            tag!("p", "", ["role" = "status", "tabindex" = "-1"], [text(said.join(" · "))]),
            maybe(clear),
            maybe(failed.map(|part| again(ui, part))),
        ],
    )
}

/// What is said where a large law isn't here as a whole, and what could be tried again.
fn rest(ui: &Ui) -> (String, Option<Part>) {
    let Some(size) = ui.fetching.awaited else { return (String::new(), None) };
    let failed = ui.fetching.failed.contains(&Part::Index);
    let message = match (failed, ui.is_plain()) {
        (true, _) => ui.language.rest_failed,
        (_, true) => ui.language.rest_elsewhere,
        _ => ui.language.rest_coming,
    };
    (with(message, &size.to_string()), failed.then_some(Part::Index))
}

/// What is said where a search has not looked up all of its words.
fn searched(ui: &Ui, search: &Search) -> [&'static str; 2] {
    let language = ui.language;
    let is_of_beginning = ui.fetching.awaited.is_some() && !search.query.is_empty();
    if is_looking_up(ui, search) {
        [language.heads_searched, language.loading]
    } else if !search.lacking.is_empty() {
        [language.heads_searched, language.words_failed]
    } else if is_of_beginning {
        [language.heads_searched, ""]
    } else {
        ["", ""]
    }
}
