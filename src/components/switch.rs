//! The switch between the four views.

use explorer::{Action, ViewKind};
use yew::prelude::*;

use crate::components::{
    el::{each, none},
    ui::Ui,
};

/// The switch.
pub(crate) fn switch(ui: &Ui, current: ViewKind) -> Html {
    if ui.is_plain() {
        return none();
    }
    let buttons = each(&ViewKind::ALL, |&view| {
        let current = (view == current).then_some("true");
        html! {
            <button type="button" aria-current={current} onclick={ui.on_click(Action::Turn(view))}>
                { ui.language.view(view) }
            </button>
        }
    });
    html! {
        <div class="switch" role="group" aria-label={ui.language.view_switch} part="views">
            { buttons }
        </div>
    }
}
