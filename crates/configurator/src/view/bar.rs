//! What holds for the whole draft: undo, redo, keeping, passing on.

use yew::prelude::*;

use crate::{
    check::CheckTarget,
    kind::accepted,
    model::Model,
    msg::{Copied, Msg},
    share::{Code, Share},
    view::ui::{Send, button, field, in_quotes, named, opener, tick, typed, was_copied},
};

pub(crate) fn bar(model: &Model, send: &Send) -> Html {
    let history = &model.history;
    let oninput = typed(send, Msg::Pasted);
    html! {
        <>
        <div class="bar" role="group" aria-label="Draft">
            { named("Undo", None, !history.can_undo(), send, Msg::Undo) }
            { named("Redo", None, !history.can_redo(), send, Msg::Redo) }
            { opener("Open…", accepted(), true, send, Msg::OpenDraft) }
            { button("Save", send, Msg::SaveDraft) }
            { button("Copy a link", send, Msg::Copy(Copied::Link)) }
            { was_copied(model.copied, Copied::Link) }
            { tick("Keep the draft on this device", model.kept, send, Msg::Keep) }
            { button("Start anew", send, Msg::Wipe) }
            { said(model, send) }
        </div>
        <details class="paste">
            <summary>{ "Bring it to a colleague or a phone" }</summary>
            { share(model, send) }
        </details>
        <details class="paste">
            <summary>{ "Paste a snippet to change it" }</summary>
            { field("pasted", "A snippet from a story, or a draft", "Whatever this page gave you for a story: HTML, an iframe, an address, a shortcode.", html! {
                <textarea id="pasted" rows="3" spellcheck="false" aria-describedby="pasted-help" value={model.pasted.clone()} {oninput} />
            }) }
            <p class="buttons">{ named("Open it", None, model.pasted.trim().is_empty(), send, Msg::OpenPasted) }</p>
        </details>
        </>
    }
}

/// The link with all of the draft, how long it is, and its code.
fn share(model: &Model, send: &Send) -> Html {
    let Share { size, code, .. } = &model.share;
    html! {
        <>
            { tick("With the story’s text", model.link_story, send, Msg::LinkStory) }
            <p class="help" role="status" id="link-size">{ size }</p>
            <p class="help">{ "All of the draft is in the link itself: no server sees it. A law of your own comes along by its name alone." }</p>
            { qr_code(code) }
        </>
    }
}

fn qr_code(code: &Result<Code, String>) -> Html {
    match code {
        Ok(Code { width, path }) => html! {
            <svg class="code-picture" role="img" aria-label="QR code of the link" viewBox={format!("0 0 {width} {width}")}>
                <path d={path.clone()} />
            </svg>
        },
        Err(why) => html! { <p class="help">{ why }</p> },
    }
}

/// What was said last. Of the archive it stands beside its button, so here it is only heard.
fn said(model: &Model, send: &Send) -> Html {
    let is_beside = model.told_of_archive() == Some(model.said.as_str());
    html! {
        <p class={classes!("said", is_beside.then_some("quiet"))} role="status">
            if !model.said.is_empty() {
                <span class={is_beside.then_some("unseen")}>{ in_quotes(&model.said) }</span>
            }
            if let Some(part) = model.way {
                { " " }{ button("Go there", send, Msg::Go(CheckTarget::Part(part))) }
            }
        </p>
    }
}
