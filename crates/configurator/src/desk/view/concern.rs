//! The concern that is worked on: its words, what it rests on, whom it affects, what is asked for.

use authoring::{Basis, Node, Path, Step};
use desk::{Act, Finding, references};
use statute::Edit;
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
    cell::labelled,
};
use crate::view::ui::{button, chosen, field, in_quotes, named, typed};

pub(super) fn concern(model: &Model, send: &Send) -> Html {
    let all = references(model.document(), "Concerns");
    let choose = chosen(send, |value| Msg::Concern(value.parse().unwrap_or_default()));
    let list = html! {
        <select id="concern" onchange={choose}>
            if model.concern_path().is_none() { <option selected=true value="">{ "–" }</option> }
            { for all.iter().enumerate().map(|(nth, (_, name))| html! {
                <option value={nth.to_string()} selected={model.concern == Some(nth)}>{ name }</option>
            }) }
        </select>
    };
    html! {
        <section id="concern-part" tabindex="-1" aria-labelledby="concern-head">
            <h2 id="concern-head">{ "4. The concern" }</h2>
            if all.is_empty() {
                <p>{ "None yet: take a sentence that cites the law, or select words and make them one." }</p>
            } else {
                { field("concern", "The concern that is worked on", "", list) }
            }
            if let Some(path) = model.concern_path() { { one(model, send, &path) } }
            { replies(model, send) }
            if model.text().is_some() {
                <p class="buttons">
                    { button("To the next citation", send, Msg::NextCitation) }
                    { button("Back to the text", send, Msg::Focus("text")) }
                </p>
            }
        </section>
    }
}

fn one(model: &Model, send: &Send, path: &Path) -> Html {
    let part = |name| labelled(model, send, ("Concerns", name), path, "concern-");
    html! {
        <>
            { part("title") }
            { part("summary") }
            { part("provisions") }
            <h3>{ "What it rests on" }</h3>
            <ul class="findings">{ for each(model, &below(path, "evidence")).map(|at| evidence(model, send, &at)) }</ul>
            { told_of_list(model, &below(path, "evidence")) }
            { affected(model, send, path) }
            { requests(model, send, path) }
            { related(model, send, path) }
            { part("direction") }
            { part("wording") }
        </>
    }
}

fn below(path: &Path, name: &str) -> Path {
    Path(path.0.iter().cloned().chain([Step::Field(name.into())]).collect())
}

/// The places of a list's items.
fn each(model: &Model, list: &Path) -> impl Iterator<Item = Path> + use<> {
    let list = list.clone();
    let number = model.document().items(&list).len();
    (0..number).map(move |nth| Path(list.0.iter().cloned().chain([Step::Item(nth)]).collect()))
}

fn evidence(model: &Model, send: &Send, at: &Path) -> Html {
    let document = model.document();
    let quote = below(at, "quote");
    let words = document.words(&below(&quote, "exact")).to_string();
    let source = document.words(&below(at, "source")).to_string();
    let finding = model.checked.findings.iter().find(|it| it.is_wrong && it.at == quote);
    let stands = match finding {
        Some(_) => "Not confirmed",
        None if document.text(&source).is_none() => "Its text isn’t here",
        None => "Confirmed",
    };
    let place = document.words(&below(at, "locator")).to_string();
    html! {
        <li>
            <blockquote dir="auto">{ &words }</blockquote>
            <p class="help">{ format!("{stands} · {source}, {place}") }</p>
            { for finding.map(|it| mend(send, it)) }
            <p class="buttons">
                { named("Take it out", Some(format!("Take it out: {words}")), false, send, Msg::Act(Act::Remove(at.clone()))) }
            </p>
        </li>
    }
}

/// What differs from the nearest passage, which is taken with one press.
pub(super) fn mend(send: &Send, finding: &Finding) -> Html {
    let Some(nearest) = &finding.nearest else {
        return html! { <p class="refusal">{ in_quotes(&finding.what) }</p> };
    };
    let edit = |edit: &Edit| match edit {
        Edit::Same(words) => html! { <>{ words }{ " " }</> },
        Edit::Out(words) => html! { <><del>{ words }</del>{ " " }</> },
        Edit::In(words) => html! { <><ins>{ words }</ins>{ " " }</> },
    };
    let act = Act::QuoteAnew { at: finding.at.clone(), range: nearest.range.clone() };
    html! {
        <>
            <p class="refusal">{ in_quotes(finding.what.split(';').next().unwrap_or_default()) }</p>
            <p>{ for nearest.edits.iter().map(edit) }</p>
            <p class="buttons">{ button("Take the source’s words", send, Msg::Act(act)) }</p>
        </>
    }
}

fn affected(model: &Model, send: &Send, path: &Path) -> Html {
    let all = below(path, "affected");
    let is_nobody = model.document().words(&all) == "none_found";
    let add = typed(send, Msg::GroupName);
    let enter = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                send.emit(Msg::AddGroup);
            }
        })
    };
    let groups = references(model.document(), "Groups");
    html! {
        <>
            <h3>{ "Who is affected" }</h3>
            { told_of_list(model, &all) }
            { for groups.iter().map(|group| group_choice(model, send, path, group)) }
            { field("new-group", "Another group", "In the plural, as readers would say it: Tenants.", html! {
                <input id="new-group" type="text" dir="auto" value={model.group.clone()} oninput={add} onkeydown={enter} aria-describedby="new-group-help" />
            }) }
            <p class="buttons">
                { named("Add the group", None, model.group.trim().is_empty(), send, Msg::AddGroup) }
                { named("The documents name nobody", None, is_nobody, send, Msg::Act(Act::NoneFound(path.clone()))) }
            </p>
        </>
    }
}

/// What is wrong with a list as such.
fn told_of_list(model: &Model, all: &Path) -> Html {
    let found = model.checked.findings.iter().filter(|it| it.is_wrong && it.at == *all);
    html! { { for found.map(|it| html! { <p class="refusal">{ in_quotes(&it.what) }</p> }) } }
}

fn group_choice(model: &Model, send: &Send, path: &Path, (id, name): &(String, String)) -> Html {
    let list = below(path, "affected");
    let at = each(model, &list).find(|at| model.document().words(&below(at, "group")) == id);
    let basis = at.as_ref().map(|at| model.document().words(&below(at, "basis")).to_string());
    let (concern, group) = (path.clone(), id.clone());
    let onchange = chosen(send, move |value| {
        let basis = Basis::WORDS.into_iter().find(|word| *word == value);
        Msg::Act(Act::Affect { concern: concern.clone(), group: group.clone(), basis })
    });
    let field_id = format!("group-{id}");
    let now = basis.clone().unwrap_or_default();
    html! {
        <div class="field">
            <label for={field_id.clone()}>{ name }</label>
            <select id={field_id} {onchange}>
                <option value="" selected={now.is_empty()}>{ "not affected" }</option>
                { for Basis::WORDS.iter().map(|word| html! { <option value={*word} selected={now == *word}>{ *word }</option> }) }
            </select>
            if let (Some(at), "inferred") = (&at, now.as_str()) {
                { labelled(model, send, ("Affected", "reason"), at, &format!("{id}-")) }
            }
        </div>
    }
}

/// The records of a list that name the concern.
fn about(model: &Model, list: &str, concern: &Path) -> Vec<Path> {
    let id = model.document().words(&below(concern, "id")).to_string();
    let names = |at: &Path| {
        let named = model.document().items(&below(at, "concerns")).iter();
        named.filter_map(Node::as_text).any(|it| it == id)
    };
    let list = Path(vec![Step::Field(list.into())]);
    each(model, &list).filter(|at| !id.is_empty() && names(at)).collect()
}

/// A record beside the concern: some of its columns, and its evidence.
fn record(model: &Model, send: &Send, sheet: &'static str, at: &Path, columns: &[&str]) -> Html {
    let prefix = format!("own-{at}.");
    let name = desk::place(model.document(), at);
    let list = below(at, "evidence");
    let out = Msg::Act(Act::Remove(at.clone()));
    html! {
        <div class="request" role="group" aria-label={name.clone()} key={at.to_string()}>
            { for columns.iter().map(|column| labelled(model, send, (sheet, column), at, &prefix)) }
            <ul class="findings">{ for each(model, &list).map(|at| evidence(model, send, &at)) }</ul>
            <p class="buttons">{ named("Take out", Some(format!("Take out {name}")), false, send, out) }</p>
        </div>
    }
}

fn requests(model: &Model, send: &Send, path: &Path) -> Html {
    let ours = about(model, "requests", path);
    html! {
        <>
            <h3>{ "What is asked for" }</h3>
            if ours.is_empty() { <p class="help">{ "Select the words that ask for it in the text, and press R." }</p> }
            { for ours.iter().map(|at| record(model, send, "Requests", at, &["kind", "summary", "addressee"])) }
        </>
    }
}

fn related(model: &Model, send: &Send, path: &Path) -> Html {
    let ours: Vec<_> = each(model, &below(path, "related")).collect();
    let columns = ["relation", "instrument", "pinpoint", "certainty", "note"];
    html! {
        <>
            <h3>{ "Other law that it is compared with" }</h3>
            if ours.is_empty() { <p class="help">{ "Select the words that name it in the text, and press L." }</p> }
            { for ours.iter().map(|at| record(model, send, "Related law", at, &columns)) }
        </>
    }
}

/// What is said to the concern, and what else this document answers.
fn replies(model: &Model, send: &Send) -> Html {
    let Some(source) = model.source.as_deref().filter(|_| model.text().is_some()) else {
        return Html::default();
    };
    let of_concern = model.concern_path().map(|it| about(model, "replies", &it));
    let of_concern = of_concern.unwrap_or_default();
    let rests = |at: &Path| {
        let mut evidence = each(model, &below(at, "evidence"));
        evidence.any(|it| model.document().words(&below(&it, "source")) == source)
    };
    let list = Path(vec![Step::Field("replies".into())]);
    let ours = each(model, &list).filter(|at| of_concern.contains(at) || rests(at));
    let ours: Vec<_> = ours.collect();
    html! {
        <>
            <h3>{ "Who answers it, or welcomes the law" }</h3>
            if ours.is_empty() { <p class="help">{ "Select the words that say so in the text, and press A." }</p> }
            { for ours.iter().map(|at| reply(model, send, at)) }
        </>
    }
}

fn reply(model: &Model, send: &Send, at: &Path) -> Html {
    let is_inferred = model.document().words(&below(at, "basis")) == "inferred";
    let columns: &[&str] = if is_inferred {
        &["kind", "organisation", "summary", "concerns", "basis", "reason"]
    } else {
        &["kind", "organisation", "summary", "concerns", "basis"]
    };
    record(model, send, "Replies", at, columns)
}
