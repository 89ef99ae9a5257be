//! What stands where something of a large law is on its way, or didn't come.

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

/// A way to try again.
pub(crate) fn again(ui: &Ui, part: Part) -> Html {
    ui.command_button(Command::FetchAgain(part), ui.language.try_again, "", None)
}
