//! Everything that the check finds, each with the way there.

use desk::{Finding, place};
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send, concern,
};
use crate::view::ui::{button, count, in_quotes, named};

/// How many are drawn; a count says how many there are.
const MOST: usize = 100;

pub(super) fn problems(model: &Model, send: &Send) -> Html {
    if model.is_blank() {
        return html! {
            <section id="problems" tabindex="-1" aria-labelledby="problems-head">
                <h2 id="problems-head">{ "6. What the check says" }</h2>
                <p>{ "Open a law first: its dataset, or a workbook with its provisions." }</p>
            </section>
        };
    }
    let all = &model.checked.findings;
    let wrong = model.checked.wrong();
    let quotes = model.checked.quotes;
    let known = format!(
        "{} wrong, {} to look at. Quotations: {} confirmed, {} not, {} of documents whose text isn’t here.",
        wrong,
        all.len() - wrong,
        quotes.confirmed,
        quotes.refused,
        quotes.unread
    );
    let summary = if model.is_checking { "Checking…".into() } else { known };
    html! {
        <section id="problems" tabindex="-1" aria-labelledby="problems-head">
            <h2 id="problems-head">{ "6. What the check says" }</h2>
            <p aria-busy={model.is_checking.then_some("true")}>{ summary }</p>
            // Whoever listens hears what a step changed here, not all the figures after each.
            <p class="unseen" role="status">{ &model.news }</p>
            <p class="buttons">
                { button("Download the files to publish (.zip)", send, Msg::Publish) }
                { button("On to the configurator", send, Msg::Configure) }
            </p>
            <ul class="findings">{ for all.iter().take(MOST).map(|it| line(model, send, it)) }</ul>
            if all.len() > MOST { <p>{ format!("And {}.", count(all.len() - MOST, "more", "more")) }</p> }
        </section>
    }
}

fn line(model: &Model, send: &Send, it: &Finding) -> Html {
    let place = place(model.document(), &it.at);
    let kind = if it.is_wrong { "Wrong" } else { "To look at" };
    let what = in_quotes(&it.what);
    html! {
        <li>
            <p><b>{ kind }</b>{ format!(" · {place}: {what}") }</p>
            if it.nearest.is_some() { { concern::mend(send, it) } }
            <p class="buttons">
                { named("Go there", Some(format!("Go there: {place}")), false, send, Msg::Go(it.at.clone())) }
            </p>
        </li>
    }
}
