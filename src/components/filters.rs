//! The lens, the choice of sources and the search field. Each of the first two folds into one line
//! that says what is chosen.

use explorer::{
    Action,
    view::{Choice, Filters},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{
    el::{el, joined, list, maybe, none, text},
    ui::Ui,
    words::words,
};

/// Lens, sources and search.
pub(crate) fn filters(ui: &Ui, filters: &Filters) -> Html {
    if ui.is_plain() {
        return none();
    }
    let language = ui.language;
    let sources = (filters.sources.len() > 1).then(|| {
        let head = (language.raised_by, language.raised_by_any);
        fold(ui, head, &filters.sources, Action::ToggleSource)
    });
    let head = (language.lens, language.lens_none);
    html! {
        <div class="filters" part="filters">
            { fold(ui, head, &filters.audience, Action::ToggleGroup) }
            { maybe(sources) }
            { search_field(ui, &filters.query) }
        </div>
    }
}

fn fold<T: Copy>(
    ui: &Ui,
    (label, nothing_yet): (&'static str, &'static str),
    choices: &[Choice<T>],
    action: fn(T) -> Action,
) -> Html {
    let mut chosen = Vec::new();
    let mut options = Vec::new();
    for choice in choices {
        if choice.chosen {
            chosen.push(words(&choice.summary));
        }
        options.push(option(ui, choice, action(choice.of)));
    }
    let said = if chosen.is_empty() {
        el("span", "fold-none", [text(nothing_yet)])
    } else {
        el("span", "fold-chosen", [joined(chosen, ui.language.comma)])
    };
    el(
        "details",
        "fold",
        [
            el("summary", "", [el("span", "fold-label", [text(label)]), text(" "), said]),
            el("fieldset", "choices", [el("legend", "unseen", [text(label)]), list(options)]),
        ],
    )
}

fn option<T>(ui: &Ui, choice: &Choice<T>, action: Action) -> Html {
    let act = ui.act.clone();
    let onchange = Callback::from(move |_: Event| act.emit(action.clone()));
    let said = ui.language.count(&ui.language.choice_count, choice.count, "");
    html! {
        <label class="choice">
            <input type="checkbox" checked={choice.chosen} {onchange} />
            { el("span", "choice-label", [words(&choice.label)]) }
            <span class="number" aria-hidden="true">{ choice.count }</span>
            { el("span", "unseen", [text(said)]) }
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
