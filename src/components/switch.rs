//! The switch between the four views.

use explorer::{Action, ViewKind};
use yew::prelude::*;

use crate::components::ui::use_ui;

/// Which view is on.
#[derive(PartialEq, Properties)]
pub(crate) struct ViewSwitchProps {
    pub(crate) current: ViewKind,
}

/// The switch.
#[component]
pub(crate) fn ViewSwitch(props: &ViewSwitchProps) -> Html {
    let ui = use_ui();
    let buttons = ViewKind::ALL.into_iter().map(|view| {
        let current = (view == props.current).then_some("true");
        html! {
            <button type="button" aria-current={current} onclick={ui.on_click(Action::Turn(view))}>
                { ui.language.view(view) }
            </button>
        }
    });
    html! {
        <nav class="switch" aria-label={ui.language.view_switch} part="views">{ for buttons }</nav>
    }
}
