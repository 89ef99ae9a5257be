//! What holds for the whole dataset: open, save, undo, redo, and how it stands.

use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
};
use crate::{
    kind::accepted,
    view::ui::{button, count, in_quotes, named, opener},
};

pub(super) fn bar(model: &Model, send: &Send) -> Html {
    let history = &model.history;
    let unfiled = model.unfiled().count();
    html! {
        <>
        <div class="bar" role="group" aria-label="Dataset">
            { opener("Open…", accepted(), true, send, Msg::Open) }
            { button("Save the dataset", send, Msg::Save) }
            if unfiled > 0 {
                { button(format!("Save {}", count(unfiled, "text", "texts")), send, Msg::SaveTexts) }
            }
            { named("Undo", None, !history.can_undo(), send, Msg::Undo) }
            { named("Redo", None, !history.can_redo(), send, Msg::Redo) }
            if !model.is_blank() {
                { named(standing(model), None, false, send, Msg::Focus("problems")) }
            }
            <p class="said" role="status">{ in_quotes(&model.said) }</p>
        </div>
        if !model.refused.is_empty() {
            <div class="problems refusal" tabindex="0" role="region" aria-label="Why it can’t be opened">
                <ul>{ for model.refused.iter().map(|it| html! { <li>{ in_quotes(it) }</li> }) }</ul>
                // In a window of its own, since what is here may be unsaved.
                if let Some((label, address)) = model.elsewhere {
                    <p><a href={address} target="_blank">{ label }</a></p>
                }
            </div>
        }
        </>
    }
}

/// How many quotations are confirmed, and what is wrong.
fn standing(model: &Model) -> String {
    if model.is_checking {
        return "Checking…".into();
    }
    let (quotes, wrong) = (model.checked.quotes, model.checked.wrong());
    let look = model.checked.findings.len() - wrong;
    let not = quotes.refused + quotes.unread;
    let stand = match not {
        0 => format!("{} confirmed", count(quotes.confirmed, "quotation", "quotations")),
        not => format!("{} of {} quotations confirmed", quotes.confirmed, quotes.confirmed + not),
    };
    format!("{stand} · {wrong} wrong · {look} to look at")
}
