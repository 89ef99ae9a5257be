//! What stands where something of a large law is on its way, or didn't come.

use explorer::view::Search;
use session::{Command, Part};
use yew::Html;

use crate::components::{
    el::{maybe, tag, text},
    ui::Ui,
};

/// In the place of a shard's details.
pub(crate) fn waiting(ui: &Ui, shard: Option<usize>) -> Html {
    maybe(shard.map(|shard| {
        let part = Part::Shard(shard);
        let failed = ui.fetching.failed.contains(&part);
        let said = if failed { ui.language.not_loaded } else { ui.language.loading };
        let again = maybe(failed.then(|| again(ui, part)));
        tag!("p", "small", ["aria-live" = "polite"], [text(said), text(" "), again])
    }))
}

/// What of the words that a search lacks didn't come.
pub(crate) fn failed_words(ui: &Ui, search: &Search) -> Option<Part> {
    let lacking = search.lacking.iter().map(|it| Part::Postings(*it));
    { lacking }.find(|it| ui.fetching.failed.contains(it))
}

/// Whether words that a search lacks are on their way.
pub(crate) fn is_looking_up(ui: &Ui, search: &Search) -> bool {
    !search.lacking.is_empty() && failed_words(ui, search).is_none()
}

/// A way to try again.
pub(crate) fn again(ui: &Ui, part: Part) -> Html {
    ui.command_button(Command::FetchAgain(part), ui.language.try_again, "", None)
}
