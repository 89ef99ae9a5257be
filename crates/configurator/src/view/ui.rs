//! Pieces that every part of the page uses.

use std::fmt::Display;

use web_sys::{File, FileList, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::msg::{Copied, Msg};

/// Where everything that is done goes.
pub(crate) type Send = Callback<Msg>;

/// A number and what is counted.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// A large number as one reads it: 27,953.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let comma = |at: usize| at > 0 && at % 3 == first;
    digits.char_indices().fold(String::new(), |text, (at, digit)| {
        text + if comma(at) { "," } else { "" } + &digit.to_string()
    })
}

/// What a text names in backticks, as a terminal shows that, in quotation marks.
pub(crate) fn in_quotes(text: &str) -> String {
    let (all, mut nth) = (text.matches('`').count(), 0);
    let mark = |sign| {
        nth += usize::from(sign == '`');
        match sign {
            '`' if nth % 2 == 0 => '”',
            // One that has no other stands for itself.
            '`' if nth < all => '“',
            sign => sign,
        }
    };
    text.chars().map(mark).collect()
}

pub(crate) fn button<M: Clone + 'static>(
    label: impl Into<AttrValue>,
    send: &Callback<M>,
    msg: M,
) -> Html {
    named(label, None, false, send, msg)
}

/// A button that something leads to, by its id.
pub(crate) fn identified<M: Clone + 'static>(
    id: &'static str,
    label: &'static str,
    send: &Callback<M>,
    msg: M,
) -> Html {
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" {id} {onclick}>{ label }</button> }
}

/// A button with a name that says more than what stands on it, or one that cannot be pressed now.
pub(crate) fn named<M: Clone + 'static>(
    label: impl Into<AttrValue>,
    name: Option<String>,
    disabled: bool,
    send: &Callback<M>,
    msg: M,
) -> Html {
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" aria-label={name} {disabled} {onclick}>{ label.into() }</button> }
}

/// What is typed into a field.
pub(crate) fn typed<M: 'static>(
    send: &Callback<M>,
    msg: impl Fn(String) -> M + 'static,
) -> Callback<InputEvent> {
    let send = send.clone();
    Callback::from(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>().map(|it| it.value());
        let area = || event.target_dyn_into::<HtmlTextAreaElement>().map(|it| it.value());
        if let Some(value) = input.or_else(area) {
            send.emit(msg(value));
        }
    })
}

/// What is chosen in a list.
pub(crate) fn chosen<M: 'static>(
    send: &Callback<M>,
    msg: impl Fn(String) -> M + 'static,
) -> Callback<Event> {
    let send = send.clone();
    Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            send.emit(msg(list.value()));
        }
    })
}

/// A box that is ticked or not.
pub(crate) fn tick(
    label: impl Into<AttrValue>,
    checked: bool,
    send: &Send,
    msg: impl Fn(bool) -> Msg + 'static,
) -> Html {
    let onchange = send.reform(move |_: Event| msg(!checked));
    html! { <label class="tick"><input type="checkbox" {checked} {onchange} />{ label.into() }</label> }
}

/// One of several, all of them in sight.
pub(crate) fn radios<T: Copy + PartialEq + 'static>(
    name: &'static str,
    legend: &'static str,
    choices: &[(T, String)],
    now: T,
    send: &Send,
    msg: impl Fn(T) -> Msg + Copy + 'static,
) -> Html {
    let choice = |(value, label): &(T, String)| {
        let value = *value;
        let onchange = send.reform(move |_: Event| msg(value));
        html! {
            <label class="tick">
                <input type="radio" {name} checked={value == now} {onchange} />{ label }
            </label>
        }
    };
    html! {
        <fieldset class="radios">
            <legend>{ legend }</legend>
            { for choices.iter().map(choice) }
        </fieldset>
    }
}

/// What became of copying, beside the button; those who hear the page have heard it.
pub(crate) fn was_copied(copied: Option<(Copied, bool)>, wanted: Copied) -> Html {
    match copied {
        Some((what, copied)) if what == wanted => {
            let said = if copied { "Copied." } else { "Copying is blocked here; select the text." };
            html! { <span class="help" aria-hidden="true">{ said }</span> }
        }
        _ => Html::default(),
    }
}

/// A field with its label above it and a line of help below.
pub(crate) fn field(
    id: &'static str,
    label: &'static str,
    help: impl Display,
    input: Html,
) -> Html {
    let help = help.to_string();
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            { input }
            if !help.is_empty() {
                <p class="help" id={format!("{id}-help")}>{ help }</p>
            }
        </div>
    }
}

/// A button that opens files.
pub(crate) fn opener<M: 'static>(
    label: &'static str,
    accept: impl Into<AttrValue>,
    multiple: bool,
    send: &Callback<M>,
    msg: impl Fn(Vec<File>) -> M + 'static,
) -> Html {
    let accept: AttrValue = accept.into();
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(msg(each(input.files().as_ref())));
            // So that the same file can be opened again.
            input.set_value("");
        }
    });
    html! {
        <label class="opener">
            { label }
            <input type="file" {accept} {multiple} {onchange} />
        </label>
    }
}

/// The files of a list, which the browser empties once the field is.
pub(crate) fn each(files: Option<&FileList>) -> Vec<File> {
    let files = files.into_iter().flat_map(|all| (0..all.length()).filter_map(|at| all.get(at)));
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_backticks_is_quoted_and_one_alone_stays() {
        for (text, shown) in [
            ("sheet `Law`, column C (`id`): blank", "sheet “Law”, column C (“id”): blank"),
            ("`a` is no `b", "“a” is no `b"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(in_quotes(text), shown);
        }
    }
}
