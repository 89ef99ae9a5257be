//! The last step: what the newsroom's system takes, and how it gets there.

use snippets::Form;
use yew::prelude::*;

use crate::{
    act::Act,
    check::Finding,
    model::Model,
    msg::{Copied, Msg},
    systems::{Destination, SYSTEMS, System, Taking},
    view::{
        checks::line,
        ui::{
            Send, button, chosen, count, field, grouped, in_quotes, named, radios, typed,
            was_copied,
        },
    },
};

pub(crate) fn take(model: &Model, send: &Send) -> Html {
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
            { kind(model, send) }
            { taken(model, send) }
            { files(model, send) }
        </section>
    }
}

/// Where it goes, in the words of whoever brings it there.
fn system(model: &Model, send: &Send) -> Html {
    let now = model.draft().destination;
    let choose = move |word: String| Destination::read(&word).unwrap_or(now);
    let onchange = chosen(send, move |word| Msg::Act(Act::Destination(choose(word))));
    let option = |system: &'static System| {
        let selected = now == Destination::System(system);
        html! { <option value={system.word} selected={selected}>{ system.name }</option> }
    };
    let list = html! {
        <select id="system" {onchange}>
            { for SYSTEMS.iter().map(option) }
            if let Destination::Other(form) = now {
                <option value={form.word()} selected=true>{ "Another: as “What you take” says" }</option>
            }
        </select>
    };
    html! {
        <>
            { field("system", "My system is …", "", list) }
            if let Some(System { steps, .. }) = now.system() {
                <ol class="way">{ for steps.iter().map(|it| html! { <li>{ it }</li> }) }</ol>
            }
        </>
    }
}

/// What is taken, where none of the systems above is the right one.
fn kind(model: &Model, send: &Send) -> Html {
    let forms: Vec<_> = Form::ALL.iter().map(|form| (*form, form.title().to_owned())).collect();
    html! {
        <details>
            <summary id="kind">{ format!("What you take: {}", model.form().title()) }</summary>
            { radios("form", "What you take", &forms, model.form(), send, Msg::form) }
            <p>{ model.form().when() }</p>
            { limit(model, send) }
        </details>
    }
}

/// What the system takes stands first; what it doesn't is folded away.
fn taken(model: &Model, send: &Send) -> Html {
    let copy = || {
        html! {
            <>
                { button("Copy", send, Msg::Copy(Copied::Snippet)) }
                { was_copied(model.copied, Copied::Snippet) }
            </>
        }
    };
    let save = || button("Save as a file", send, Msg::SaveSnippet);
    match Taking::of(model.form()) {
        Taking::Text => snippet(model, send, [copy(), save()]),
        Taking::File => snippet(model, send, [save(), copy()]),
        Taking::Address => html! {
            <>
                { story_page(model, send) }
                { alternatives(model, send) }
                if let Some(why) = model.lacks.as_ref().or(model.snippet.as_ref().err().map(|it| &**it)) {
                    { refusal(why, send) }
                } else {
                    <details>
                        <summary>{ if model.form() == Form::Picture { "The pictures as HTML" } else { "The page as a file" } }</summary>
                        { snippet(model, send, [save(), copy()]) }
                    </details>
                }
            </>
        },
    }
}

fn snippet(model: &Model, send: &Send, buttons: [Html; 2]) -> Html {
    match &model.snippet {
        Ok(text) => html! {
            <>
                <p class="buttons">
                    { for buttons }
                    <span class="help" id="snippet-size">{ format!("{} characters", grouped(model.around.characters)) }</span>
                </p>
                <textarea class="code" id="snippet" rows="8" readonly=true spellcheck="false"
                    aria-label="Snippet" aria-describedby="snippet-size" value={text.clone()} />
                { colours(model, send) }
            </>
        },
        Err(why) => refusal(why, send),
    }
}

fn refusal(why: &Finding, send: &Send) -> Html {
    html! { <div class="refusal" id="snippet" tabindex="-1">{ line(why, send) }</div> }
}

/// The address of the story's page, which is what many systems take.
fn story_page(model: &Model, send: &Send) -> Html {
    let Some(address) = &model.story_page else { return Html::default() };
    html! {
        <>
            <p class="buttons">
                { button("Copy the page’s address", send, Msg::Copy(Copied::StoryPage)) }
                { was_copied(model.copied, Copied::StoryPage) }
            </p>
            { field("story-page", "The page’s address", "What to paste, once the files are on your site.", html! {
                <input id="story-page" type="text" readonly=true value={address.clone()} aria-describedby="story-page-help" />
            }) }
        </>
    }
}

/// What the pictures say in words, for where each is put in by hand.
fn alternatives(model: &Model, send: &Send) -> Html {
    let one = |(nth, (citation, text)): (usize, &(String, String))| {
        let what = Copied::Alternative(nth);
        let name = format!("Copy the alternative text: {citation}");
        html! {
            <li>
                <p dir="auto">{ text }</p>
                <p class="buttons">
                    { named("Copy the alternative text", Some(name), false, send, Msg::Copy(what)) }
                    { was_copied(model.copied, what) }
                </p>
            </li>
        }
    };
    if model.pictures.is_empty() {
        return Html::default();
    }
    let number = count(model.pictures.len(), "picture", "pictures");
    html! {
        <details>
            <summary>{ format!("The alternative text of {number}") }</summary>
            <ul class="findings">{ for model.pictures.iter().enumerate().map(one) }</ul>
        </details>
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
    // Where the page's address is what is taken, it stands above; and so does what is refused.
    let is_below = Taking::of(model.form()) != Taking::Address;
    let lacks = model.lacks.as_ref().filter(|_| is_below && model.snippet.is_ok());
    html! {
        <section aria-labelledby="files-head">
            <h3 id="files-head">{ "Files for your site" }</h3>
            <p class="help">{ "A page of this story’s explorer, which systems make an embed of, with what they ask it, and a picture for each highlighted provision that somebody is quoted on; of a law of your own, its files as well. Whoever looks after the site puts the folders in it, data and stories, beside provision-explorer.js." }</p>
            if let Some(lacks) = lacks.filter(|it| model.told_of_archive() != Some(&it.what)) {
                <div class="help">{ line(lacks, send) }</div>
            }
            { publish(model, send) }
            { whose(model, send) }
            { field("name", "Name of its files", "Letters, digits and hyphens. It stays as it is from the first download on, since addresses that were pasted keep it; another story wants another.", html! {
                <input id="name" type="text" spellcheck="false" value={model.draft().name.clone()} placeholder={model.file_stem.clone()}
                    oninput={typed(send, |text| Msg::Typed(Act::Name(text)))} aria-describedby="name-help" />
            }) }
            if is_below { { story_page(model, send) } }
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
                <p class="help">{ in_quotes(told) }</p>
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
        "Most characters that your system takes",
        "Leave it empty where there is no limit.",
        html! { <input id="limit" type="number" min="1" value={limit} {oninput} /> },
    )
}
