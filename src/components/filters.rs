//! The choice of sources, which folds into one line that says what is chosen, and the search field.

use dataset::List as _;
use explorer::{
    Action, Fold,
    view::{Choice, Choices, Filters},
};
use web_sys::HtmlInputElement;
use yew::{Html, TargetCast as _};

use crate::components::{
    el::{On, all, attributes, each, el, field, heard, joined, maybe, none, on, tag, text},
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
    let inside = [maybe(sources), search_field(ui, filters)];
    tag!("div", "filters", ["part" = "filters"], inside)
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
        let chosen = choices.chosen.iter().map(words).list();
        el("span", "fold-chosen", [joined(chosen, ui.language.comma)])
    };
    let offered = choices.offered.as_ref().map(|offered| {
        let options = each(offered, |choice| option(ui, choice, action(choice.of)));
        let counted = el("p", "small", [text(counted.to_owned())]);
        el("fieldset", "choices", [el("legend", "unseen", [text(label)]), counted, options])
    });
    let head = all([el("span", "fold-label", [text(label)]), text(" "), said]);
    ui.fold(fold, "fold", choices.open, head, offered)
}

fn option<T>(ui: &Ui, choice: &Choice<T>, action: Action) -> Html {
    let act = ui.act.clone();
    let onchange = on(On::Change, move |_| act.emit(action.clone()));
    let said = ui.language.count(&ui.language.provisions, choice.count, "");
    let mut checkbox = field("input", attributes!("", "type" = "checkbox"), None);
    checkbox.set_checked(choice.chosen);
    el(
        "label",
        "choice",
        [
            heard(onchange, checkbox.into()),
            el("span", "choice-label", [words(&choice.label)]),
            number_seen(choice.count),
            el("span", "unseen", [text(said)]),
        ],
    )
}

/// A number for the eye; words beside it say what it counts.
pub(crate) fn number_seen(number: usize) -> Html {
    tag!("span", "number", ["aria-hidden" = "true"], [text(number.to_string())])
}

/// What may be typed is shown by what this law has.
fn search_field(ui: &Ui, filters: &Filters) -> Html {
    let act = ui.act.clone();
    let oninput = on(On::Input, move |event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        act.emit(Action::Search(field.value()));
    });
    let attributes = attributes!(
        "",
        "type" = "search",
        "placeholder" = filters.examples.join(ui.language.comma) + " …",
        "autocomplete" = "off",
        "spellcheck" = "false",
        "enterkeyhint" = "search"
    );
    let field = field("input", attributes, Some(filters.query.clone()));
    let label = el("span", "fold-label", [text(ui.language.search)]);
    el("label", "search", [label, heard(oninput, field.into())])
}
