//! The first step: the story, and the provisions that it names.

use std::{ops::Range, rc::Rc};

use authoring::ProvisionId;
use story::{Mention, Story, What, ended};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    act::Act,
    kind::accepted,
    model::Model,
    msg::{Copied, Msg},
    view::{
        ruling::{ask, rule, taken_back},
        ui::{Send, button, count, each, named, opener, typed, was_copied},
    },
};

pub(crate) fn story(model: &Model, send: &Send) -> Html {
    let is_empty = model.story().source().is_empty();
    let drop_story = send.clone();
    // Text that is dropped into the field is the field's.
    let ondrop = Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        let files = each(files.as_ref());
        if !files.is_empty() {
            event.prevent_default();
            drop_story.emit(Msg::OpenStory(files));
        }
    });
    html! {
        <section id="story" tabindex="-1" aria-labelledby="story-head" {ondrop}>
            <h2 id="story-head">{ "1. The story" }</h2>
            <details key="paste" open={model.pasting}>
                <summary>{ if is_empty { "Its text" } else { "Change the text" } }</summary>
                { paste(model, send) }
            </details>
            { left_over(model, send) }
            if !is_empty {
                { found(model, send) }
            }
        </section>
    }
}

fn paste(model: &Model, send: &Send) -> Html {
    let oninput = typed(send, |text| Msg::Act(Act::Story(Rc::new(read(text)))));
    let send_story = send.clone();
    let onpaste = Callback::from(move |event: Event| {
        if let Some(story) = pasted(&event) {
            event.prevent_default();
            send_story.emit(Msg::Act(Act::Story(Rc::new(story))));
        }
    });
    html! {
        <div class="field">
            <label for="story-text">{ "Paste the story’s text, or its HTML" }</label>
            <textarea
                id="story-text" rows="8" dir="auto" aria-describedby="story-help"
                value={model.story().source().to_owned()} {oninput} {onpaste}
            />
            <p class="help" id="story-help">
                { "Every provision that it names is found. A file can be dropped here, too: text, HTML, Markdown, a Word document (.docx) or a mail (.eml, .mhtml). Nothing leaves this browser." }
            </p>
            <p class="buttons">
                { opener("Open a file…", accepted(), false, send, Msg::OpenStory) }
                if model.story().source().is_empty() {
                    { button("Try it with an example story", send, Msg::Example) }
                } else {
                    { button("Take the story out", send, Msg::Act(Act::Story(Rc::default()))) }
                }
            </p>
        </div>
    }
}

/// A story from Word, Docs or a page, with its headings, lists and links. What is pasted into a text
/// that is there already is that text's.
fn pasted(event: &Event) -> Option<Story> {
    let area = event.target_dyn_into::<HtmlTextAreaElement>()?;
    let all = u32::try_from(area.value().encode_utf16().count()).ok()?;
    let selected = (area.selection_start().ok()??, area.selection_end().ok()??);
    let html = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/html").ok()?;
    (selected == (0, all)).then(|| story::pasted(&html)).flatten().map(Story::from_html)
}

/// A text as it was pasted: HTML where it has a paragraph's or a link's end in it.
pub(crate) fn read(text: String) -> Story {
    let lower = text.to_ascii_lowercase();
    let is_html =
        ["</p>", "</div>", "</a>", "</li>", "</h2>", "<br"].iter().any(|it| lower.contains(it));
    if is_html { Story::from_html(text) } else { Story::from_text(text) }
}

/// Asks what of the story before goes on. It is there before there is something to ask, so that it is heard.
fn left_over(model: &Model, send: &Send) -> Html {
    let named = model.offered();
    html! {
        <div id="left-over" tabindex="-1" role="status" aria-label="From the story before">
            if let Some(left) = model.draft().left_over(&named) {
                <p>{ ended(format!("From the story before: {left}")) }</p>
                <p class="buttons">
                    { button("Clear them", send, Msg::Act(Act::ClearLeft(named))) }
                    { button("Keep them for this story", send, Msg::Act(Act::KeepLeft)) }
                </p>
            }
        </div>
    }
}

fn found(model: &Model, send: &Send) -> Html {
    let mentions = &model.mentions;
    let here = model.offered();
    let (inside, outside): (Vec<_>, Vec<_>) =
        mentions.iter().partition(|it| !matches!(it.what, What::Elsewhere { .. }));
    let (doubtful, inside): (Vec<_>, Vec<_>) =
        inside.into_iter().partition(|it| it.doubt.is_some());
    let rest = here.iter().filter(|id| !is_highlighted(model, id)).count();
    html! {
        <>
            <p role="status">{ told(&inside, here.len(), doubtful.len(), &model.law.example()) }</p>
            <p class="buttons">
                if rest > 0 {
                    { button(format!("Highlight {}", all_of(rest, here.len())), send, Msg::Act(Act::Highlight(here))) }
                }
                if !inside.is_empty() {
                    { button("Copy the story with links to the explorer", send, Msg::Copy(Copied::Story)) }
                    { was_copied(model.copied, Copied::Story) }
                }
            </p>
            <div class="marked" id="marked" dir="auto" tabindex="0" role="region" aria-label="The story, with what it names marked">
                { marked(model) }
            </div>
            { sentences(model, &inside, send) }
            if !doubtful.is_empty() {
                { ask(model, &doubtful, send) }
                <details open={doubtful.len() == 1}>
                    <summary>{ "One by one" }</summary>
                    { sentences(model, &doubtful, send) }
                </details>
            }
            { taken_back(model, send) }
            if !outside.is_empty() {
                <details>
                    <summary>{ format!("{} of other laws", count(outside.len(), "place", "places")) }</summary>
                    { sentences(model, &outside, send) }
                </details>
            }
        </>
    }
}

fn summary(mentions: &[&Mention], provisions: usize, example: &str) -> String {
    let all = mentions.len();
    let here = mentions.iter().filter(|it| matches!(it.what, What::Here(_))).count();
    let known = count(provisions, "provision", "provisions");
    match (all, here) {
        (0, _) => format!(
            "The story names no provision of this law. Write them like “{example}”, or look them up below."
        ),
        (1, 0) => "One place names a provision that the explorer has nothing on.".into(),
        (_, 0) => format!("{all} places name provisions that the explorer has nothing on."),
        (1, _) => format!("One place names {known} of the law."),
        _ if all == here => format!("{all} places name {known} of the law."),
        _ => {
            let name = if here == 1 { "names" } else { "name" };
            format!(
                "{here} of {all} places {name} {known} of the law; on the rest the explorer has nothing."
            )
        }
    }
}

/// What the story names, and what it leaves open.
fn told(inside: &[&Mention], provisions: usize, doubtful: usize, example: &str) -> String {
    let places = |more| count(doubtful, &format!("{more}place"), &format!("{more}places"));
    match (inside.len(), doubtful) {
        (_, 0) => summary(inside, provisions, example),
        (0, _) => format!("{} may be this law’s.", places("")),
        _ => {
            let sure = summary(inside, provisions, example);
            format!("{sure} {} may be this law’s.", places("more "))
        }
    }
}

fn all_of(rest: usize, all: usize) -> String {
    match (rest, all) {
        (1, 1) => "it".into(),
        (rest, all) if rest == all => format!("all {all}"),
        (1, _) => "the other one".into(),
        (rest, _) => format!("the other {rest}"),
    }
}

fn is_highlighted(model: &Model, id: &ProvisionId) -> bool {
    model.draft().options.highlight.contains(id)
}

/// The words of the story with its mentions marked.
fn marked(model: &Model) -> Html {
    let text = model.story().text();
    marked_in(text, 0..text.len(), model.mentions.iter())
}

/// A part of the story with what it names marked.
fn marked_in<'a>(
    text: &str,
    part: Range<usize>,
    mentions: impl Iterator<Item = &'a Mention>,
) -> Html {
    let mut html: Vec<Html> = Vec::new();
    let mut at = part.start;
    for mention in mentions {
        let Range { start, end } = mention.span;
        html.push(plain(text, at..start));
        html.push(html! { <mark class={class(mention)}>{ plain(text, start..end) }</mark> });
        at = end;
    }
    html.push(plain(text, at..part.end));
    html.into_iter().collect()
}

/// What is in doubt looks like another law’s, whether this one has the place or not.
fn class(mention: &Mention) -> &'static str {
    match mention.what {
        _ if mention.doubt.is_some() => "elsewhere",
        What::Here(_) => "here",
        What::Missing { .. } => "missing",
        What::Elsewhere { .. } => "elsewhere",
    }
}

fn plain(text: &str, range: Range<usize>) -> Html {
    Html::from(text.get(range).unwrap_or_default().to_owned())
}

/// Sentences that name provisions, each with what can be done with them.
fn sentences(model: &Model, mentions: &[&Mention], send: &Send) -> Html {
    let groups = mentions.chunk_by(|one, next| one.sentence == next.sentence);
    let sentence = |group: &[&Mention]| {
        let part = group.first().map_or(0..0, |it| it.sentence.clone());
        html! {
            <li>
                <p class="sentence" dir="auto">{ marked_in(model.story().text(), part, group.iter().copied()) }</p>
                { for group.iter().map(|it| offer(model, it, send)) }
            </li>
        }
    };
    html! { <ol class="mentions">{ for groups.map(sentence) }</ol> }
}

fn offer(model: &Model, mention: &Mention, send: &Send) -> Html {
    html! {
        <>
            { named_there(model, mention, send) }
            if let Some(unread) = &mention.unread {
                <p class="help">
                    { "Behind it “" }
                    <bdi>{ model.story().text().get(unread.clone()).unwrap_or_default() }</bdi>
                    { "” was not read as a place." }
                </p>
            }
        </>
    }
}

fn named_there(model: &Model, mention: &Mention, send: &Send) -> Html {
    match &mention.what {
        What::Missing { .. } if mention.doubt.is_some() => rule(model, mention, send),
        What::Here(provisions) => {
            let ids: Vec<_> = provisions.iter().filter_map(|it| model.law.id(*it)).collect();
            html! {
                <>
                    { for ids.iter().map(|id| choose(model, id, send)) }
                    { rule(model, mention, send) }
                </>
            }
        }
        What::Missing { cited, nearest } => {
            let nearest = nearest.and_then(|it| model.law.id(it));
            html! {
                <>
                    <p class="help">{ format!("The explorer has nothing on {cited}.{}", if nearest.is_some() { " It has:" } else { "" }) }</p>
                    { for nearest.iter().map(|id| choose(model, id, send)) }
                    { rule(model, mention, send) }
                </>
            }
        }
        What::Elsewhere { law } if law.is_empty() => html! {},
        What::Elsewhere { law } => html! { <p class="help">{ format!("Another law: {law}") }</p> },
    }
}

fn choose(model: &Model, id: &ProvisionId, send: &Send) -> Html {
    let citation = model.law.citation(id);
    let heading = model.law.heading(id).unwrap_or_default();
    let (label, act) = if is_highlighted(model, id) {
        ("Highlighted – take out", Act::Unhighlight(id.clone()))
    } else {
        ("Highlight", Act::Highlight(vec![id.clone()]))
    };
    let name = format!("{label}: {citation}");
    html! {
        <p class="offer">
            <span><b>{ &citation }</b>{ " " }{ heading }</span>
            { named(label, Some(name), false, send, Msg::Act(act)) }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_the_explorer_has_nothing_on_are_told_apart() {
        let mention =
            |what| Mention { span: 0..1, sentence: 0..1, what, doubt: None, unread: None };
        let (here, missing) = (
            mention(What::Here(Vec::new())),
            mention(What::Missing { cited: "Article 99".into(), nearest: None }),
        );
        for (all, provisions, told) in [
            (vec![&here], 1, "One place names 1 provision of the law."),
            (vec![&here, &here], 1, "2 places name 1 provision of the law."),
            (
                vec![&here, &missing, &missing],
                1,
                "1 of 3 places names 1 provision of the law; on the rest the explorer has nothing.",
            ),
            (vec![&missing], 0, "One place names a provision that the explorer has nothing on."),
            (
                vec![&missing, &missing],
                0,
                "2 places name provisions that the explorer has nothing on.",
            ),
        ] {
            assert_eq!(summary(&all, provisions, "Article 1"), told);
        }
    }

    #[test]
    fn what_is_in_doubt_is_told_beside_what_is_sure() {
        let what = What::Here(Vec::new());
        let here = Mention { span: 0..1, sentence: 0..1, what, doubt: None, unread: None };
        assert_eq!(told(&[], 0, 2, "Article 1"), "2 places may be this law’s.");
        assert_eq!(
            told(&[&here], 1, 1, "Article 1"),
            "One place names 1 provision of the law. 1 more place may be this law’s."
        );
    }

    #[test]
    fn what_is_in_doubt_is_marked_as_such_wherever_it_leads() {
        let missing = || What::Missing { cited: "Article 99".into(), nearest: None };
        let marked = |what, doubtful: bool| {
            let doubt = doubtful.then_some(story::Doubt::Between);
            class(&Mention { span: 0..1, sentence: 0..1, what, doubt, unread: None })
        };
        for what in [What::Here(Vec::new()), missing(), What::Elsewhere { law: "GDPR".into() }] {
            assert_eq!(marked(what, true), "elsewhere");
        }
        assert_eq!(marked(What::Here(Vec::new()), false), "here");
        assert_eq!(marked(missing(), false), "missing");
    }
}
