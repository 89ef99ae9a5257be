//! On whose word: a pasted list becomes organisations, and parties of the document.

use authoring::{OrganisationKind, Path, Role, Stance, Step};
use desk::{Act, Likeness, Signatory, Who, positions, references};
use yew::prelude::*;

use super::{
    super::{model::Model, msg::Msg},
    Send,
};
use crate::view::ui::{button, chosen, count, field, typed};

pub(super) fn signatories(model: &Model, send: &Send) -> Html {
    let number = model.signatories.iter().filter(|(_, who)| *who != Who::Nobody).count();
    let label = format!("Add {}", count(number, "name", "names"));
    let roles = Role::WORDS.into_iter().filter(|it| *it != "named");
    html! {
        <section id="signatories" tabindex="-1" aria-labelledby="signatories-head">
            <h2 id="signatories-head">{ "5. On whose word" }</h2>
            { field("list", "Who issued or signed the document", "One name a line, as the document has them.", html! {
                <textarea id="list" rows="4" dir="auto" value={model.list.clone()} oninput={typed(send, Msg::List)} aria-describedby="list-help" />
            }) }
            { field("role", "Their part in it", "", html! {
                <select id="role" onchange={chosen(send, Msg::Role)}>
                    <option value="" selected={model.role.is_empty()}>{ "–" }</option>
                    { for roles.map(|it| html! { <option value={it} selected={model.role == it}>{ it }</option> }) }
                </select>
            }) }
            { field("kind", "What those are who are new here", "Leave it open where they differ, and say it in the table.", html! {
                <select id="kind" onchange={chosen(send, Msg::Kind)} aria-describedby="kind-help">
                    <option value="" selected={model.kind.is_empty()}>{ "–" }</option>
                    { for OrganisationKind::WORDS.iter().map(|it| html! {
                        <option value={*it} selected={model.kind == *it}>{ it.replace('_', " ") }</option>
                    }) }
                </select>
            }) }
            <ul class="findings">{ for model.signatories.iter().enumerate().map(|(nth, it)| line(model, send, nth, it)) }</ul>
            <p class="buttons">{ button(label, send, Msg::Sign) }</p>
            { stances(model, send) }
        </section>
    }
}

/// Where those behind the document stand on the law as a whole.
fn stances(model: &Model, send: &Send) -> Html {
    let Some(source) = model.source.as_deref().filter(|_| model.text().is_some()) else {
        return Html::default();
    };
    let all = positions(model.document(), source);
    html! {
        <>
            <h3>{ "Where they stand on the law as a whole" }</h3>
            if all.is_empty() { <p class="help">{ "Select the words that say so in the text, and press P." }</p> }
            { for all.iter().map(|it| stance(model, send, it)) }
        </>
    }
}

/// Positions that rest on the same words.
fn stance(model: &Model, send: &Send, positions: &[Path]) -> Html {
    let Some(first) = positions.first() else { return Html::default() };
    let words = |at: &Path, names: &[&str]| {
        let steps = names.iter().map(|it| Step::Field((*it).into()));
        let at = Path(at.0.iter().cloned().chain(steps).collect());
        model.document().words(&at).to_string()
    };
    let known = references(model.document(), "Organisations");
    let name = |at: &Path| {
        let id = words(at, &["organisation"]);
        known.iter().find(|(it, _)| *it == id).map_or(id.clone(), |(_, name)| name.clone())
    };
    let id = format!("stand-{first}");
    let now = words(first, &["stance"]);
    let position = first.clone();
    let onchange =
        chosen(send, move |stance| Msg::Act(Act::Stance { position: position.clone(), stance }));
    html! {
        <div class="field">
            <label for={id.clone()}>{ positions.iter().map(name).collect::<Vec<_>>().join(", ") }</label>
            <select {id} {onchange}>
                <option value="" selected={now.is_empty()}>{ "–" }</option>
                { for Stance::WORDS.iter().map(|it| html! { <option value={*it} selected={now == *it}>{ *it }</option> }) }
            </select>
            <blockquote dir="auto">{ words(first, &["evidence", "quote", "exact"]) }</blockquote>
        </div>
    }
}

/// A line of the list, with whom it may be.
fn line(model: &Model, send: &Send, nth: usize, (it, who): &(Signatory, Who)) -> Html {
    // Both may have the same name, so each says where it stands.
    let known = it.known.as_ref();
    let known =
        known.map(|(id, name, _)| (Who::Known(id.clone()), format!("{name}, in the dataset")));
    let again = it.again.and_then(|(line, _)| {
        let name = &model.signatories.get(line)?.0.name;
        Some((Who::Line(line), format!("{name}, line {} here", line + 1)))
    });
    let mut choices: Vec<(Who, String)> = vec![(Who::New, "another, new here".into())];
    let same = known.into_iter().chain(again);
    choices.extend(same.map(|(who, name)| (who, format!("same as {name}"))));
    choices.push((Who::Nobody, "leave it out".into()));
    let list = choices.clone();
    let onchange = chosen(send, move |value| {
        let at: usize = value.parse().unwrap_or_default();
        let who = list.get(at).map_or(Who::New, |(who, _)| who.clone());
        Msg::Line(nth, who)
    });
    let id = format!("line-{nth}");
    html! {
        <li class="offer">
            <label for={id.clone()}>
                { &it.name }
                if let Some(aside) = &it.aside { <span class="help">{ format!(" ({aside})") }</span> }
                if is_near(it) { <span class="refusal">{ " nearly the same as another name" }</span> }
            </label>
            <select {id} {onchange}>
                { for choices.iter().enumerate().map(|(at, (choice, label))| html! {
                    <option value={at.to_string()} selected={choice == who}>{ label }</option>
                }) }
            </select>
        </li>
    }
}

fn is_near(it: &Signatory) -> bool {
    let near = |likeness: Likeness| likeness == Likeness::Near;
    it.known.as_ref().is_some_and(|(_, _, likeness)| near(*likeness))
        || it.again.is_some_and(|(_, likeness)| near(likeness))
}
