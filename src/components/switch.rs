//! The switch between the four views.

use explorer::{Action, ViewKind};
use yew::Html;

use crate::components::{
    el::{each, el, heard, none, tag, text},
    ui::Ui,
};

/// The switch.
pub(crate) fn switch(ui: &Ui, current: ViewKind) -> Html {
    if ui.is_plain() {
        return none();
    }
    let button = |&view: &ViewKind| {
        let current = (view == current).then_some("true");
        let label = text(ui.language.view(view));
        let button = tag!("button", "", ["type" = "button", "aria-current" = current], [label]);
        heard(ui.on_click(Action::Turn(view)), button)
    };
    // Where not all have room in a row, two rows of two.
    let (first, second) = ViewKind::ALL.split_at(2);
    tag!(
        "div",
        "switch",
        ["role" = "group", "aria-label" = ui.language.view_switch, "part" = "views"],
        [el("div", "", [each(first, button)]), el("div", "", [each(second, button)])],
    )
}
