//! The third step: what to look at before the story goes out.

use yew::prelude::*;

use crate::{
    check::{CheckTarget, Finding},
    model::Model,
    msg::Msg,
    view::ui::{Send, button, count, in_quotes, named},
};

pub(crate) fn checks(model: &Model, send: &Send) -> Html {
    let findings = &model.findings;
    let summary = match findings.len() {
        0 => "All is well.".to_owned(),
        number => format!("{} to look at.", count(number, "thing", "things")),
    };
    html! {
        <section id="checks" tabindex="-1" aria-labelledby="checks-head">
            <h2 id="checks-head">{ "3. Before it goes out" }</h2>
            <p role="status">{ summary }</p>
            <ul class="findings">{ for findings.iter().map(|it| html! { <li>{ line(it, send) }</li> }) }</ul>
        </section>
    }
}

/// Something to look at, with what mends it and the way there.
pub(super) fn line(finding: &Finding, send: &Send) -> Html {
    let Finding { what, place, mend } = finding;
    let what = in_quotes(what);
    let label = match place {
        CheckTarget::Provision(_) => "Show in the preview",
        CheckTarget::Part(_) | CheckTarget::Note(_) => "Go there",
    };
    html! {
        <>
            <p>{ &what }</p>
            <p class="buttons">
                if let Some((label, act)) = mend {
                    { button(label.clone(), send, Msg::Act(act.clone())) }
                }
                { named(label, Some(format!("{label}: {what}")), false, send, Msg::Go(place.clone())) }
            </p>
        </>
    }
}
