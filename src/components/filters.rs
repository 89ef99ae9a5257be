//! The lens, the choice of sources and the search field. Each of the first two folds into one line
//! that says what is chosen.

use explorer::{
    Action,
    view::{Choice, Filters},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{ui::Ui, words::words};

/// Lens, sources and search.
pub(crate) fn filters(ui: &Ui, filters: &Filters) -> Html {
    let language = ui.language;
    html! {
        <div class="filters" part="filters">
            { fold(ui, language.lens, language.lens_none, &filters.audience, Action::ToggleGroup) }
            if filters.sources.len() > 1 {
                { fold(ui, language.raised_by, language.raised_by_any, &filters.sources, Action::ToggleSource) }
            }
            { search_field(ui, &filters.query) }
        </div>
    }
}

fn fold<T: Copy + 'static>(
    ui: &Ui,
    label: &'static str,
    nothing_yet: &'static str,
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
                if chosen.is_empty() {
                    <span class="fold-none">{ nothing_yet }</span>
                } else {
                    <span class="fold-chosen">{ for summary }</span>
                }
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

fn search_field(ui: &Ui, query: &str) -> Html {
    let oninput = ui.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Search(field.value())
    });
    html! {
        <label class="search">
            <span class="fold-label">{ ui.language.search }</span>
            <input
                type="search"
                value={query.to_owned()}
                placeholder={ui.language.search_hint}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                {oninput}
            />
        </label>
    }
}
