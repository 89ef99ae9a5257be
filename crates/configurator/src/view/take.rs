//! The last step: the snippet, in the form that the newsroom's system takes.

use snippets::Form;
use yew::prelude::*;

use crate::{
    act::Act,
    model::Model,
    msg::{Copied, Msg},
    systems::{SYSTEMS, System},
    view::ui::{Send, button, chosen, field, radios, typed, was_copied},
};

pub(crate) fn take(model: &Model, send: &Send) -> Html {
    let forms: Vec<_> = Form::ALL.iter().map(|form| (*form, form.title().to_owned())).collect();
    let draft = model.draft();
    html! {
        <section id="take" tabindex="-1" aria-labelledby="take-head">
            <h2 id="take-head">{ "4. Take it" }</h2>
            { field("loader", "Where the explorer’s files are", "The address of provision-explorer.js on your site or CDN.", html! {
                <input id="loader" type="text" inputmode="url" spellcheck="false" value={draft.loader.clone()}
                    oninput={typed(send, |text| Msg::Typed(Act::Loader(text)))} aria-describedby="loader-help" />
            }) }
            { field("page", "Where the story will be", "For what is read elsewhere, such as mail: readers find the way back.", html! {
                <input id="page" type="text" inputmode="url" spellcheck="false" value={draft.page.clone()}
                    oninput={typed(send, |text| Msg::Typed(Act::Page(text)))} aria-describedby="page-help" />
            }) }
            { system(model, send) }
            <details>
                <summary>{ format!("Form: {}", model.form.title()) }</summary>
                { radios("form", "Form", &forms, model.form, send, Msg::Form) }
                <p>{ model.form.when() }</p>
            </details>
            { snippet(model, send) }
            { limit(model, send) }
            { files(model, send) }
        </section>
    }
}

/// Where it goes, in the words of whoever brings it there.
fn system(model: &Model, send: &Send) -> Html {
    let onchange = chosen(send, |value| Msg::System(value.parse().ok()));
    let option = |(place, system): (usize, &System)| {
        let selected = model.system == Some(place);
        html! { <option value={place.to_string()} {selected}>{ system.name }</option> }
    };
    let list = html! {
        <select id="system" {onchange}>
            { for SYSTEMS.iter().enumerate().map(option) }
            if model.system.is_none() {
                <option value="" selected=true>{ "Another form" }</option>
            }
        </select>
    };
    let steps = model.system.and_then(|it| SYSTEMS.get(it)).map(|it| it.steps);
    html! {
        <>
            { field("system", "My system is …", "", list) }
            if let Some(steps) = steps {
                <ol class="way">{ for steps.iter().map(|it| html! { <li>{ it }</li> }) }</ol>
            }
        </>
    }
}

fn snippet(model: &Model, send: &Send) -> Html {
    match &model.snippet {
        Ok(text) => html! {
            <>
                <p class="buttons">
                    { button("Copy", send, Msg::Copy(Copied::Snippet)) }
                    { was_copied(model.copied, Copied::Snippet) }
                    { button("Save as a file", send, Msg::SaveSnippet) }
                    <span class="help" id="snippet-size">{ format!("{} bytes", text.len()) }</span>
                </p>
                <textarea class="code" id="snippet" rows="8" readonly=true spellcheck="false"
                    aria-label="Snippet" aria-describedby="snippet-size" value={text.clone()} />
                { colours(model, send) }
            </>
        },
        Err(refusal) => html! { <p class="refusal" id="snippet" tabindex="-1">{ refusal }</p> },
    }
}

/// What goes into the newsroom's own style sheet, where the form can't carry it.
fn colours(model: &Model, send: &Send) -> Html {
    let Some(css) = model.css() else { return Html::default() };
    html! {
        <>
            <p>{ "And in your style sheet:" }</p>
            <pre class="code" tabindex="0">{ &css }</pre>
            { button("Copy this line", send, Msg::Copy(Copied::Css)) }
            { was_copied(model.copied, Copied::Css) }
        </>
    }
}

/// What goes onto the site itself, for whoever looks after that.
fn files(model: &Model, send: &Send) -> Html {
    html! {
        <section aria-labelledby="files-head">
            <h3 id="files-head">{ "Files for your site" }</h3>
            <p class="help">{ "A page of this story’s explorer, which systems make an embed of, with what they ask it, and a picture for each highlighted provision that somebody is quoted on; of a law of your own, its files as well. Whoever looks after the site puts the folders in it, data and stories, beside provision-explorer.js." }</p>
            if let Some(lacks) = model.lacks.as_deref().filter(|it| model.told_of_archive() != Some(*it)) {
                <p class="help">{ lacks.to_owned() }</p>
            }
            { publish(model, send) }
            { whose(model, send) }
            { field("name", "Name of its files", "Letters, digits and hyphens. It stays as it is from the first download on, since addresses that were pasted keep it; another story wants another.", html! {
                <input id="name" type="text" spellcheck="false" value={model.draft().name.clone()} placeholder={model.file_stem.clone()}
                    oninput={typed(send, |text| Msg::Typed(Act::Name(text)))} aria-describedby="name-help" />
            }) }
            if let Some(address) = &model.story_page {
                { field("story-page", "The page’s address", "What to paste, once the files are on your site.", html! {
                    <input id="story-page" type="text" readonly=true value={address.clone()} aria-describedby="story-page-help" />
                }) }
                <p class="buttons">
                    { button("Copy the page’s address", send, Msg::Copy(Copied::StoryPage)) }
                    { was_copied(model.copied, Copied::StoryPage) }
                </p>
            }
        </section>
    }
}

/// The button for them; what came of it stands beneath, whose place is where one looks.
pub(super) fn publish(model: &Model, send: &Send) -> Html {
    html! {
        <>
            <p class="buttons">
                { button("Download the files to publish (.zip)", send, Msg::Publish) }
                if model.archive.is_some() {
                    { button("Stop (Esc)", send, Msg::StopArchive) }
                }
            </p>
            if let Some(told) = model.told_of_archive() {
                <p class="help">{ told.to_owned() }</p>
            }
        </>
    }
}

/// Whose files they are, where another story's have their name.
fn whose(model: &Model, send: &Send) -> Html {
    if model.name_question().is_none() {
        return html! {};
    }
    let free = model.free_name();
    let another = format!("It is another: name its files {free}");
    html! {
        <p class="buttons">
            { button("It is the same story", send, Msg::Act(Act::SameStory(model.file_stem.clone()))) }
            { button(another, send, Msg::Act(Act::Name(free))) }
        </p>
    }
}

fn limit(model: &Model, send: &Send) -> Html {
    let limit = model.draft().limit.map_or_else(String::new, |limit| limit.to_string());
    let oninput = typed(send, |text| Msg::Typed(Act::Limit(text.parse().ok())));
    field(
        "limit",
        "Most bytes that your system takes",
        "Leave it empty where there is no limit.",
        html! { <input id="limit" type="number" min="1" value={limit} {oninput} /> },
    )
}
