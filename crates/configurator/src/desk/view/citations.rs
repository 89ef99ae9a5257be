//! What the document cites, each offered as a concern.

use desk::Proposal;
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
};
use crate::view::ui::{count, named};

pub(super) fn citations(model: &Model, send: &Send) -> Html {
    let found = &model.proposals;
    let open = found.here.iter().filter(|it| it.is_open()).count();
    let (rest, ours): (Vec<_>, Vec<_>) =
        found.here.iter().enumerate().partition(|(_, it)| !it.is_open());
    html! {
        <section id="citations" tabindex="-1" aria-labelledby="citations-head">
            <h2 id="citations-head">{ "3. What it cites" }</h2>
            <p>{ summary(model, open) }</p>
            <ul class="findings">{ for ours.iter().map(|(nth, it)| offer(model, send, *nth, it)) }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("{} decided", count(rest.len(), "sentence", "sentences")) }</summary>
                    <ul class="findings">{ for rest.iter().map(|(nth, it)| offer(model, send, *nth, it)) }</ul>
                </details>
            }
            { others("Not in the dataset", found.missing.iter().cloned()) }
            { others("Of other laws", found.elsewhere.iter().map(|it| format!("{}: {}", it.cited, it.law))) }
        </section>
    }
}

fn summary(model: &Model, open: usize) -> String {
    match (&model.source, model.text(), model.document().records("provisions").is_empty()) {
        (_, _, true) => "Open a law first: its dataset, or a workbook with its provisions.".into(),
        (None, ..) | (_, None, _) => "Add a document, or open its text.".into(),
        _ if model.is_looking() => "Looking for what it cites…".into(),
        _ if open == 0 => "No sentence is left that cites this law.".into(),
        _ => format!("{} to decide.", count(open, "sentence", "sentences")),
    }
}

fn offer(model: &Model, send: &Send, nth: usize, it: &Proposal) -> Html {
    let cited = it.cited.join(", ");
    let sentence =
        model.text().and_then(|text| text.get(it.sentence.clone())).unwrap_or_default().to_string();
    let name = |what: &str| Some(format!("{what}: {cited}"));
    let take = send.reform(move |_: MouseEvent| Msg::Take(nth));
    html! {
        <li>
            <p class="sentence" dir="auto"><b>{ &cited }</b>{ " · " }{ sentence }</p>
            if !it.taken.is_empty() {
                <p class="help">{ format!("Quoted by {}.", it.taken.join(", ")) }</p>
            }
            <p class="buttons">
                <button type="button" id={format!("take-{nth}")} onclick={take} aria-label={name("Take as a concern")}>
                    { "Take as a concern" }
                </button>
                if it.dismissed {
                    { named("Offer it again", name("Offer it again"), false, send, Msg::Dismiss(nth, false)) }
                } else {
                    { named("Not this", name("Not this"), false, send, Msg::Dismiss(nth, true)) }
                }
                { named("Show it in the text", name("Show it in the text"), false, send, Msg::Show(nth)) }
            </p>
        </li>
    }
}

fn others(name: &str, all: impl ExactSizeIterator<Item = String>) -> Html {
    if all.len() == 0 {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ format!("{name}: {}", count(all.len(), "place", "places")) }</summary>
            <ul>{ for all.map(|it| html! { <li>{ it }</li> }) }</ul>
        </details>
    }
}
