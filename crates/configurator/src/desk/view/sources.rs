//! The documents: those that are there, and one that is to come.

use desk::references;
use yew::prelude::*;

use super::{
    super::{
        model::Model,
        msg::{Field, Msg},
        pdf::Laid,
    },
    Send,
};
use crate::view::ui::{button, chosen, field, in_quotes, named, opener, typed};

const TEXTS: &str = ".docx,.html,.htm,.mhtml,.mht,.txt,.md,.eml,.pdf";

pub(super) fn sources(model: &Model, send: &Send) -> Html {
    let known = references(model.document(), "Sources");
    html! {
        <section id="sources" tabindex="-1" aria-labelledby="sources-head">
            <h2 id="sources-head">{ "1. Documents" }</h2>
            { reading(model, send) }
            { read(model, send) }
            { told(model) }
            if !known.is_empty() { { choice(model, send, &known) } }
            <details open={known.is_empty()}>
                <summary>{ "Add a document" }</summary>
                { new(model, send) }
            </details>
        </section>
    }
}

/// What is being read, which can be given up.
fn reading(model: &Model, send: &Send) -> Html {
    let Some(reading) = &model.reading else { return Html::default() };
    let (read, all) = reading.pages.unzip();
    let text = |number: Option<u32>| number.map(|it| it.to_string());
    html! {
        <p class="buttons">
            <label>
                { "Reading " }<bdi>{ &reading.name }</bdi>{ " " }
                <progress value={text(read)} max={text(all)} />
            </label>
            if let (Some(read), Some(all)) = (read, all) { { format!(" page {read} of {all} ") } }
            { button("Stop reading", send, Msg::Stop) }
            { for model.waiting.iter().map(|(next, _)| html! {
                <>{ " Then: " }<bdi>{ &next.name }</bdi></>
            }) }
        </p>
    }
}

/// Documents that were read and come into the form one by one.
fn read(model: &Model, send: &Send) -> Html {
    let is_free = model.new.text.is_empty();
    let line = |(nth, (name, _)): (usize, &(String, Laid))| {
        let out = || {
            named(
                "Leave it out",
                Some(format!("Leave it out: {name}")),
                false,
                send,
                Msg::LeaveOut(nth),
            )
        };
        html! {
            <li class="buttons">
                <bdi>{ name }</bdi>{ " is read, and comes when the document in the form is added. " }
                { out() }
            </li>
        }
    };
    html! {
        if !model.read.is_empty() {
            <ul>{ for model.read.iter().enumerate().map(line) }</ul>
            if is_free { <p class="buttons">{ button("Take the next into the form", send, Msg::Next) }</p> }
        }
    }
}

/// What is to be known of the text that was read last.
fn told(model: &Model) -> Html {
    let Some((name, told)) = &model.told else { return Html::default() };
    html! {
        <details class="told" open=true>
            <summary>{ "How " }<bdi>{ name }</bdi>{ " was read" }</summary>
            <ul>{ for told.iter().map(|it| html! { <li>{ in_quotes(it) }</li> }) }</ul>
        </details>
    }
}

fn choice(model: &Model, send: &Send, known: &[(String, String)]) -> Html {
    let now = model.source.clone().unwrap_or_default();
    let list = html! {
        <select id="source" onchange={chosen(send, Msg::Source)}>
            { for known.iter().map(|(id, name)| html! {
                <option value={id.clone()} selected={*id == now}>{ name }</option>
            }) }
        </select>
    };
    let has_text = model.text().is_some();
    let of = now.clone();
    html! {
        <>
            { field("source", "The document that is read", "", list) }
            <p class="buttons">
                if has_text {
                    { button("Save its text (.txt)", send, Msg::SaveText(now)) }
                } else if !now.is_empty() {
                    { opener("Open its text…", TEXTS, false, send, move |files| Msg::OpenTextOf(of.clone(), files)) }
                }
            </p>
        </>
    }
}

fn new(model: &Model, send: &Send) -> Html {
    let new = &model.new;
    let line = |id: &'static str, value: &str, field: Field| {
        let oninput = typed(send, move |text| Msg::New(field, text));
        html! { <input {id} type="text" dir="auto" value={value.to_string()} {oninput} aria-describedby={format!("{id}-help")} /> }
    };
    let pasted = typed(send, |text| Msg::New(Field::Text, text));
    html! {
        <>
            <p class="buttons">{ opener("Open a document…", TEXTS, false, send, Msg::OpenText) }</p>
            { field("new-text", "Or paste its text", "Quotations are confirmed against these words, to the letter.", html! {
                <textarea id="new-text" rows="4" dir="auto" value={new.text.clone()} oninput={pasted} aria-describedby="new-text-help" />
            }) }
            { field("new-title", "Its title", "As it stands on the document.", line("new-title", &new.title, Field::Title)) }
            { field("new-publisher", "Published by", "Who put it out.", line("new-publisher", &new.publisher, Field::Publisher)) }
            { field("new-date", "Date", "2026-02-03, or less: 2026-02, 2026.", line("new-date", &new.date, Field::Date)) }
            { field("new-address", "Address", "Where readers find it; begins with https://.", line("new-address", &new.address, Field::Address)) }
            <p class="buttons">{ button("Add the document", send, Msg::AddSource) }</p>
        </>
    }
}
