//! The dataset's words on the screen: in their own language, with the search's matches marked.

use explorer::{
    Action,
    view::{Link, Phrase, SourceLine, is_right_to_left},
};
use yew::{prelude::*, virtual_dom::VNode};

use crate::{components::ui::Ui, messages::with};

/// A phrase, in an element of its own only where its language asks for one.
pub(crate) fn words(phrase: &Phrase) -> Html {
    match &phrase.lang {
        None => pieces(phrase),
        Some(lang) => {
            let dir = if is_right_to_left(lang) { "rtl" } else { "ltr" };
            html! { <bdi lang={lang.clone()} {dir}>{ pieces(phrase) }</bdi> }
        }
    }
}

fn pieces(phrase: &Phrase) -> Html {
    if phrase.marks.is_empty() {
        return VNode::from(phrase.text.clone());
    }
    phrase
        .pieces()
        .map(|(piece, marked)| {
            if marked {
                html! { <mark>{ piece }</mark> }
            } else {
                VNode::from(piece.to_owned())
            }
        })
        .collect()
}

/// Provisions to go to, in one line.
pub(crate) fn links(ui: &Ui, links: &[Link]) -> Html {
    html! {
        <ul class="links">
            { for links.iter().map(|link| html! { <li>{ provision_link(ui, link) }</li> }) }
        </ul>
    }
}

/// One provision to go to.
pub(crate) fn provision_link(ui: &Ui, link: &Link) -> Html {
    html! {
        <button type="button" class="link" onclick={ui.on_click(Action::Select(link.provision))}>
            { words(&link.citation) }
        </button>
    }
}

/// A link to a page elsewhere. It opens beside the story, which the reader hasn't finished.
pub(crate) fn outward(ui: &Ui, address: &str, label: Html) -> Html {
    html! {
        <a class="outward" href={address.to_owned()} target="_blank" rel="noopener noreferrer">
            { label }<span class="unseen">{ format!(" ({})", ui.language.elsewhere) }</span>
        </a>
    }
}

/// A source's publisher and date.
pub(crate) fn byline(ui: &Ui, source: &SourceLine) -> Html {
    let date = match (&source.date_note, source.date) {
        (Some(note), _) => words(note),
        (None, Some(date)) => {
            html! { <time datetime={date.to_string()}>{ ui.language.date(date) }</time> }
        }
        (None, None) => html! {},
    };
    html! { <>{ words(&source.title) }{ ui.language.comma }{ words(&source.publisher) }{ ui.language.comma }{ date }</> }
}

/// A message with `{a}` replaced by markup.
pub(crate) fn with_html(message: &str, a: Html) -> Html {
    match message.split_once("{a}") {
        Some((before, after)) => html! { <>{ before }{ a }{ after }</> },
        None => VNode::from(with(message, "")),
    }
}
