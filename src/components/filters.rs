//! The choice of sources, which folds into one line that says what is chosen, and the search field.

use explorer::{
    Action, Fold,
    view::{Choice, Choices, Filters},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::{
    el::{all, each, el, joined, maybe, none, text},
    ui::Ui,
    words::words,
};

/// Sources and search.
pub(crate) fn filters(ui: &Ui, filters: &Filters) -> Html {
    if ui.is_plain() {
        return none();
    }
    let language = ui.language;
    let sources = filters.sources.as_ref().map(|sources| {
        let head = (language.raised_by, language.raised_by_any);
        choices(ui, Fold::Sources, head, sources, language.counted, Action::ToggleSource)
    });
    html! {
        <div class="filters" part="filters">
            { maybe(sources) }
            { search_field(ui, filters) }
        </div>
    }
}

/// What can be chosen, folded into a line that says what is.
pub(crate) fn choices<T: Copy>(
    ui: &Ui,
    fold: Fold,
    (label, nothing_yet): (&'static str, &'static str),
    choices: &Choices<T>,
    counted: &str,
    action: fn(T) -> Action,
) -> Html {
    let said = if choices.chosen.is_empty() {
        el("span", "fold-none", [text(nothing_yet)])
    } else {
        let chosen = choices.chosen.iter().map(words).collect();
        el("span", "fold-chosen", [joined(chosen, ui.language.comma)])
    };
    let offered = choices.offered.as_ref().map(|offered| {
        let options = each(offered, |choice| option(ui, choice, action(choice.of)));
        let counted = el("p", "small", [text(counted.to_owned())]);
        el("fieldset", "choices", [el("legend", "unseen", [text(label)]), counted, options])
    });
    let head = all([el("span", "fold-label", [text(label)]), text(" "), said]);
    ui.fold(fold, Some("fold"), choices.open, head, offered)
}

fn option<T>(ui: &Ui, choice: &Choice<T>, action: Action) -> Html {
    let act = ui.act.clone();
    let onchange = Callback::from(move |_: Event| act.emit(action.clone()));
    let said = ui.language.count(&ui.language.provisions, choice.count, "");
    html! {
        <label class="choice">
            <input type="checkbox" checked={choice.chosen} {onchange} />
            { el("span", "choice-label", [words(&choice.label)]) }
            <span class="number" aria-hidden="true">{ choice.count }</span>
            { el("span", "unseen", [text(said)]) }
        </label>
    }
}

/// What may be typed is shown by what this law has.
fn search_field(ui: &Ui, filters: &Filters) -> Html {
    let oninput = ui.act.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        Action::Search(field.value())
    });
    html! {
        <label class="search">
            <span class="fold-label">{ ui.language.search }</span>
            <input
                type="search"
                value={filters.query.clone()}
                placeholder={filters.examples.join(ui.language.comma) + " …"}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                {oninput}
            />
        </label>
    }
}
