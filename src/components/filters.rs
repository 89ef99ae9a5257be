//! The lens, the choice of sources and the search field. Each of the first two folds into one line
//! that says what is chosen.

use std::rc::Rc;

use explorer::{
    Action,
    view::{Choice, Filters},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{
    ui::{Ui, use_ui},
    words::words,
};

/// What to choose among.
#[derive(PartialEq, Properties)]
pub(crate) struct FilterBarProps {
    pub(crate) filters: Rc<Filters>,
}

/// Lens, sources and search.
#[component]
pub(crate) fn FilterBar(props: &FilterBarProps) -> Html {
    let ui = use_ui();
    let filters = &props.filters;
    let language = ui.language;
    html! {
        <div class="filters" part="filters">
            { fold(&ui, language.lens, language.lens_none, &filters.audience, Action::ToggleGroup) }
            if filters.sources.len() > 1 {
                { fold(&ui, language.raised_by, language.raised_by_any, &filters.sources, Action::ToggleSource) }
            }
            <SearchField query={AttrValue::from(filters.query.clone())} />
        </div>
    }
}

fn fold<T: Copy + 'static>(
    ui: &Ui,
    label: &'static str,
    none: &'static str,
    choices: &[Choice<T>],
    action: fn(T) -> Action,
) -> Html {
    let chosen: Vec<_> = choices.iter().filter(|choice| choice.chosen).collect();
    let summary = chosen.iter().enumerate().map(|(place, choice)| {
        html! { <>{ if place > 0 { ui.language.comma } else { "" } }{ words(&choice.summary) }</> }
    });
    html! {
        <details class="fold">
            <summary>
                <span class="fold-label">{ label }</span>
                { " " }
                <span class={if chosen.is_empty() { "fold-none" } else { "fold-chosen" }}>
                    if chosen.is_empty() { { none } } else { { for summary } }
                </span>
            </summary>
            <fieldset class="choices">
                <legend class="unseen">{ label }</legend>
                { for choices.iter().map(|choice| option(ui, choice, action)) }
            </fieldset>
        </details>
    }
}

fn option<T: Copy + 'static>(ui: &Ui, choice: &Choice<T>, action: fn(T) -> Action) -> Html {
    let of = choice.of;
    let onchange = ui.act.reform(move |_: Event| action(of));
    let said = ui.language.count(&ui.language.choice_count, choice.count, "");
    html! {
        <label class="choice">
            <input type="checkbox" checked={choice.chosen} {onchange} />
            <span class="choice-label">{ words(&choice.label) }</span>
            <span class="number" aria-hidden="true">{ choice.count }</span>
            <span class="unseen">{ said }</span>
        </label>
    }
}

/// What is looked for.
#[derive(PartialEq, Properties)]
struct SearchFieldProps {
    query: AttrValue,
}

/// The search field.
#[component]
fn SearchField(props: &SearchFieldProps) -> Html {
    let ui = use_ui();
    let oninput = ui.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Search(field.value())
    });
    html! {
        <label class="search">
            <span class="fold-label">{ ui.language.search }</span>
            <input
                type="search"
                value={props.query.clone()}
                placeholder={ui.language.search_hint}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                {oninput}
            />
        </label>
    }
}
