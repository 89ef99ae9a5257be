//! A dataset from the law's own file: opening it, what was found, and what becomes of it. The list of
//! provisions is in `start/tree.rs`.

mod tree;

use statute::Depth;
use story::ended;
use yew::prelude::*;

use crate::{
    model::Model,
    msg::Msg,
    start::{ChangeKind, Found, Step},
    view::ui::{Send, button, count, each, in_quotes, opener, radios, tick, typed},
};

/// More lines are not read on a page: the report has them all.
const SHOWN: usize = 50;

pub(crate) fn start(model: &Model, send: &Send) -> Html {
    let start = &model.start;
    let dropped = send.clone();
    let ondrop = Callback::from(move |event: DragEvent| {
        let files = each(event.data_transfer().and_then(|data| data.files()).as_ref());
        if !files.is_empty() {
            event.prevent_default();
            event.stop_propagation();
            dropped.emit(Msg::Start(Step::Open(files)));
        }
    });
    html! {
        <details id="start" {ondrop}>
            <summary id="start-from-file">{ "Start from a law’s own file" }</summary>
            <p class="help">{ format!("The file of its publisher: {}. An act and its annexes can be opened together. Drop them here, too.", statute::formats()) }</p>
            <p class="buttons">
                { opener("Open a law’s file…", statute::endings(), true, send, |files| Msg::Start(Step::Open(files))) }
                if start.work.is_some() {
                    { button("Stop (Esc)", send, Msg::Start(Step::Stop)) }
                }
            </p>
            <p id="start-status">{ in_quotes(&start.said()) }</p>
            { lines("Why the file can’t be read", &start.refused) }
            if let Some(found) = &start.found {
                { self::found(model, found, send) }
            }
        </details>
    }
}

/// A list that is as high as it may be, reached by keyboard.
fn lines(name: &'static str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let more = lines.len().saturating_sub(SHOWN);
    html! {
        <div class="problems" tabindex="0" role="region" aria-label={name}>
            <ul class="findings">{ for lines.iter().take(SHOWN).map(|it| html! { <li>{ in_quotes(it) }</li> }) }</ul>
            if more > 0 {
                <p class="help">{ format!("And {more} more: the report has them all.") }</p>
            }
        </div>
    }
}

fn found(model: &Model, found: &Found, send: &Send) -> Html {
    let depths = [
        (Depth::Articles, "Articles, sections, §§ alone".to_owned()),
        (Depth::Paragraphs, "And their numbered paragraphs".to_owned()),
        (Depth::Points, "And every numbered point".to_owned()),
    ];
    html! {
        <>
            <h3>{ &found.title }</h3>
            if let Some(former) = &model.start.former {
                <p class="buttons">{ button(format!("Back to the file before: {}", former.title), send, Msg::Start(Step::Back)) }</p>
            }
            { report(found, send) }
            { radios("depth", "Provisions are", &depths, model.start.depth(found), send, |depth| Msg::Start(Step::Depth(depth))) }
            { tree::tree(found, send) }
            { becomes(model, found, send) }
            if found.into {
                { changes(model, found, send) }
                { former(found, send) }
            } else {
                { answers(found, send) }
            }
            { take(found, send) }
        </>
    }
}

fn report(found: &Found, send: &Send) -> Html {
    let share = format!("{}.{} % of its characters are kept", found.share / 10, found.share % 10);
    html! {
        <>
            <ul class="findings" aria-label="What was found">
                { for found.report.counts.iter().map(|it| html! { <li>{ in_quotes(it) }</li> }) }
                <li>{ share }</li>
            </ul>
            { for found.report.left_out.iter().map(|(reason, words)| html! {
                <details>
                    <summary>{ in_quotes(reason) }</summary>
                    { lines("Words that are left out", words) }
                </details>
            }) }
            if !found.problems.is_empty() {
                <p class="refusal">{ format!("{}:", count(found.problems.len(), "thing is wrong", "things are wrong")) }</p>
                { lines("What is wrong with the law", &found.problems) }
                { tick("Take it all the same", found.despite, send, |on| Msg::Start(Step::Despite(on))) }
            }
            if !found.remarks.is_empty() {
                <details>
                    <summary>{ format!("{} to look at in the law’s file", count(found.remarks.len(), "thing", "things")) }</summary>
                    { lines("To look at in the law’s file", &found.remarks) }
                </details>
            }
            <p class="buttons">{ button("Save this report (.txt)", send, Msg::Start(Step::SaveReport)) }</p>
        </>
    }
}

/// A law of its own, or another version of the one that is open.
fn becomes(model: &Model, found: &Found, send: &Send) -> Html {
    let choices = [
        (false, "A dataset of its own".to_owned()),
        (true, format!("The new version of the law that is open: {}", model.law.title())),
    ];
    radios("becomes", "It becomes", &choices, found.into, send, |into| Msg::Start(Step::Into(into)))
}

fn changes(model: &Model, found: &Found, send: &Send) -> Html {
    let Some(comparison) = &found.comparison else {
        let is_asked = model.start.work.is_some();
        return if is_asked {
            html! { <p>{ "What it changes is being looked at." }</p> }
        } else {
            html! {
                <>
                    <p>{ "What it changes hasn’t been looked at." }</p>
                    <p class="buttons">{ button("Look at what it changes", send, Msg::Start(Step::Compare)) }</p>
                </>
            }
        };
    };
    let changes = &comparison.changes;
    let of = |kind: ChangeKind| changes.iter().filter(move |it| it.kind == kind);
    let told = |(kind, words): &(ChangeKind, &'static str)| {
        let these: Vec<_> = of(*kind).map(|it| it.line.clone()).collect();
        if these.is_empty() {
            return Html::default();
        }
        html! {
            <details>
                <summary>{ format!("{} {words}", these.len()) }</summary>
                { lines(words, &these) }
            </details>
        }
    };
    html! {
        <>
            <p>{ found.changed() }</p>
            { for ChangeKind::ALL.iter().map(told) }
        </>
    }
}

/// Whether readers can compare the new words with those that the law has so far.
fn former(found: &Found, send: &Send) -> Html {
    let words = "Keep the former words beside the new ones, so that readers can compare the two";
    let called = typed(send, |name| Msg::Start(Step::Called(name)));
    html! {
        <>
            { tick(words, found.keeps, send, |on| Msg::Start(Step::Keep(on))) }
            if found.keeps {
                <div class="field">
                    <label for="draft-called">{ "The new draft is called (if you like)" }</label>
                    <input id="draft-called" type="text" dir="auto" value={found.called.clone()} oninput={called} />
                </div>
                if let Some((former, now)) = found.comparison.as_ref().and_then(|it| it.drafts.as_ref()) {
                    <p class="help">{ ended(format!("Readers compare “{former}” with “{now}”")) }</p>
                }
            }
        </>
    }
}

/// What the file can't say.
fn answers(found: &Found, send: &Send) -> Html {
    let field = |(at, answer): (usize, &crate::start::Answer)| {
        let oninput = typed(send, move |text| Msg::Start(Step::Answer(at, text)));
        let (id, help) = (format!("answer-{at}"), answer.help());
        let help_id = (!help.is_empty()).then(|| format!("{id}-help"));
        html! {
            <div class="field" key={answer.path.clone()}>
                <label for={id.clone()}>{ answer.label().to_owned() }{ if answer.must { "" } else { " (if you like)" } }</label>
                <input {id} type="text" dir="auto" value={answer.text.clone()} {oninput} aria-describedby={help_id.clone()} />
                if let Some(id) = help_id {
                    <p class="help" {id}>{ help }</p>
                }
            </div>
        }
    };
    html! {
        <>
            <h4>{ "What the file can’t say" }</h4>
            { for found.answers.iter().enumerate().map(field) }
        </>
    }
}

fn take(found: &Found, send: &Send) -> Html {
    let missing = found.missing();
    html! {
        <>
            if !missing.is_empty() {
                <p class="help">{ ended(format!("Still to be said: {}", missing.join(", "))) }</p>
            }
            <p class="buttons">
                { button("Work on this law here", send, Msg::Start(Step::Take)) }
                { button("Work on it at the desk", send, Msg::Start(Step::ToDesk)) }
                { button("Save the dataset (.json)", send, Msg::Start(Step::SaveDataset)) }
            </p>
        </>
    }
}
