//! A value of a record, wherever it is written.

use authoring::Path;
use desk::{Act, choices};
use workbook::{Column, Kind, Sheet};
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
};
use crate::view::ui::{chosen, in_quotes, typed};

/// A field for a column of a record. Its id is `id`, its name `name`, and what is said of it has the id `help`.
pub(super) fn cell(
    model: &Model,
    send: &Send,
    column: &'static Column,
    at: &Path,
    id: String,
    name: Option<String>,
    help: Option<String>,
) -> Html {
    let kind = column.kind;
    let known = model.document().words(at).to_string();
    let wrong = model.checked.findings.iter().any(|it| it.is_wrong && it.at == *at);
    let invalid = wrong.then_some("true");
    let act = {
        let at = at.clone();
        move |text: String| Act::Cell { at: at.clone(), kind, text }
    };
    if let Some(choices) = choices(model.document(), column) {
        let onchange = chosen(send, move |text| Msg::Act(act(text)));
        let is_known = known.is_empty() || choices.iter().any(|(value, _)| *value == known);
        return html! {
            <select {id} aria-label={name} aria-describedby={help} aria-invalid={invalid} {onchange}>
                <option value="" selected={known.is_empty()}>{ "–" }</option>
                { for choices.into_iter().map(|(value, label)| html! {
                    <option value={value.clone()} selected={value == known}>{ label }</option>
                }) }
                if !is_known {
                    <option value={known.clone()} selected=true>{ known }</option>
                }
            </select>
        };
    }
    let value = shown(model, column, at);
    // An id changes wherever it is named, so it is taken as a whole.
    if column.at == ["id"] {
        let onchange = changed(send, move |text| Msg::Act(act(text)));
        return html! { <input type="text" {id} aria-label={name} aria-describedby={help} aria-invalid={invalid} {value} {onchange} spellcheck="false" /> };
    }
    let oninput = typed(send, move |text| Msg::Typed(act(text)));
    if matches!(kind, Kind::Prose | Kind::Exact | Kind::Lines) {
        let rows = (value.len() / 60 + 1).min(6).to_string();
        html! { <textarea {id} dir="auto" aria-label={name} aria-describedby={help} aria-invalid={invalid} {rows} {value} {oninput} /> }
    } else {
        html! { <input type="text" {id} dir="auto" aria-label={name} aria-describedby={help} aria-invalid={invalid} {value} {oninput} spellcheck="false" /> }
    }
}

/// What the field shows: what is typed to the letter while it is typed.
fn shown(model: &Model, column: &Column, at: &Path) -> String {
    if let Some((typing, text)) = &model.typing
        && typing == at
    {
        return text.clone();
    }
    let depth = at.0.len() - column.at.len();
    let record = Path(at.0.iter().take(depth).cloned().collect());
    match model.document().find(&record) {
        Some(record) => workbook::shown(record, column),
        None if record.0.is_empty() => workbook::shown(
            &model.document().narrow(column.at.first().copied().into_iter()),
            column,
        ),
        None => String::new(),
    }
}

/// What a field says once it is left.
fn changed(send: &Send, msg: impl Fn(String) -> Msg + 'static) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            send.emit(msg(input.value()));
        }
    })
}

/// A column of a sheet, by its name there.
pub(super) fn column(sheet: &'static Sheet, name: &str) -> Option<&'static Column> {
    sheet.columns.iter().find(|it| it.name == name)
}

/// A field with its label, and a line of help, in a form for a record. The id of its field begins
/// with `prefix`.
pub(super) fn labelled(
    model: &Model,
    send: &Send,
    (sheet, name): (&str, &str),
    record: &Path,
    prefix: &str,
) -> Html {
    let Some(column) = workbook::sheet(sheet).and_then(|it| column(it, name)) else {
        return Html::default();
    };
    let steps = column.at.iter().map(|it| authoring::Step::Field((*it).into()));
    let at = Path(record.0.iter().cloned().chain(steps).collect());
    let id = format!("{prefix}{name}");
    let help = format!("{id}-help");
    let mut label = name.to_string();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    html! {
        <div class="field">
            <label for={id.clone()}>{ label }</label>
            { cell(model, send, column, &at, id, None, Some(help.clone())) }
            <p class="help" id={help}>{ column.note }</p>
            { told(model, &at) }
        </div>
    }
}

/// What is found at a place, below its field.
pub(super) fn told(model: &Model, at: &Path) -> Html {
    let found = model.checked.within(at).filter(|it| it.is_wrong);
    html! { { for found.map(|it| html! { <p class="refusal">{ in_quotes(&it.what) }</p> }) } }
}
