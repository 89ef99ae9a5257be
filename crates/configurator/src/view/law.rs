//! The law that the story is about: the one that ships, a newsroom's own, or a new one from a
//! spreadsheet.

use options::Name;
use yew::prelude::*;

use crate::{
    act::Act,
    draft::label,
    kind::accepted,
    model::Model,
    msg::{Download, Msg},
    view::{
        start::start,
        take::publish,
        ui::{Send, button, count, field, identified, in_quotes, opener, typed},
    },
};

pub(crate) fn law(model: &Model, send: &Send) -> Html {
    html! {
        <section id="law" tabindex="-1" aria-labelledby="law-head">
            <h2 id="law-head">{ "The law" }</h2>
            <p>
                <b>{ model.law.title() }</b>
                { match &model.law.name {
                    Some(name) => format!(", from {name}"),
                    None => ", the one that ships with the explorer".into(),
                } }
            </p>
            { problem_list(model) }
            { remark_list(model) }
            <p class="buttons">{ identified("to-desk", "Work on it at the desk", send, Msg::Desk) }</p>
            <details>
                <summary>{ "Use another law" }</summary>
                { own(model, send) }
            </details>
            { start(model, send) }
        </section>
    }
}

fn problem_list(model: &Model) -> Html {
    let (refused, problems) = (&model.refused, &model.law.problems);
    html! {
        <>
            <p class="refusal" role="status">{ summary(refused.len(), problems.len()) }</p>
            { list("Why it can’t be shown", refused) }
            { list("Problems of the dataset", problems) }
        </>
    }
}

/// What is to be looked at in a newsroom's own dataset. That of the one that ships is not theirs to
/// mend.
fn remark_list(model: &Model) -> Html {
    let remarks = &model.law.remarks;
    if remarks.is_empty() || model.law.name.is_none() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ format!("{} to look at in the dataset", count(remarks.len(), "thing", "things")) }</summary>
            { list("To look at in the dataset", remarks) }
        </details>
    }
}

fn summary(refused: usize, problems: usize) -> String {
    match (refused, problems) {
        (0, 0) => String::new(),
        (0, number) => format!(
            "{}; what they are about is left out, and the rest is shown.",
            count(number, "problem", "problems")
        ),
        (number, _) => format!("This can’t be shown: {}.", count(number, "problem", "problems")),
    }
}

fn list(name: &'static str, problems: &[String]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="problems" tabindex="0" role="region" aria-label={name}>
            <ul class="findings">{ for problems.iter().map(|it| html! { <li>{ in_quotes(it) }</li> }) }</ul>
        </div>
    }
}

fn own(model: &Model, send: &Send) -> Html {
    let options = &model.draft().options;
    let address = options.dataset.clone().unwrap_or_default();
    html! {
        <>
            <p class="buttons">
                { opener("Open a dataset or a spreadsheet…", accepted(), true, send, Msg::OpenLaw) }
                { button("Download a template to fill in (.xlsx)", send, Msg::Download(Download::Template)) }
                { button("Download this law as a spreadsheet", send, Msg::Download(Download::Workbook)) }
                if model.law.name.is_some() {
                    { button("Download the dataset (.json)", send, Msg::Download(Download::Dataset)) }
                    { button("Back to the law that ships", send, Msg::Bundled) }
                }
            </p>
            if model.law.name.is_some() {
                { publish(model, send) }
            }
            { field("dataset", label(Name::Dataset), "Where readers find the law: of the files to publish, the one that ends in .law.txt. It goes along with where the explorer’s files are, under “Take it”, until you write another. A dataset that stands there already can be opened from here.", html! {
                <input id="dataset" type="text" inputmode="url" spellcheck="false" value={address.clone()}
                    oninput={typed(send, |text| Msg::Typed(Act::Dataset(text)))} aria-describedby="dataset-help" />
            }) }
            if !address.is_empty() {
                <p class="buttons">{ button("Open it from this address", send, Msg::FetchLaw) }</p>
            }
        </>
    }
}
