//! What a journalist says of something found that only a reader can tell: it is this law's, another's, or
//! no place at all. Each can be taken back.

use story::{Doubt, Instead, Mention, Ruling};
use yew::prelude::*;

use crate::{
    act::Act,
    model::Model,
    msg::Msg,
    view::ui::{Send, button, count, named},
};

/// The buttons beside something found.
pub(crate) fn rule(model: &Model, mention: &Mention, send: &Send) -> Html {
    let text = model.story().text();
    let press = |label: &'static str, instead| {
        let ruling = Ruling::on(mention, text, instead);
        let name = format!("{label}: {}", ruling.words);
        named(label, Some(name), false, send, Msg::Act(Act::Rule(vec![ruling])))
    };
    html! {
        <p class="buttons rule">
            if mention.doubt.is_some() {
                { press("This is this law’s", Instead::ThisLaw) }
            }
            { press("This is another law’s", Instead::AnotherLaw) }
            { press("Not a place", Instead::NoPlace) }
        </p>
    }
}

/// What is asked of a story that doesn't say whose its places are, with one answer for all of them.
pub(crate) fn ask(model: &Model, doubtful: &[&Mention], send: &Send) -> Html {
    let text = model.story().text();
    let answer = |(label, instead): (&'static str, Instead)| {
        let all = doubtful.iter().map(|it| Ruling::on(it, text, instead)).collect();
        button(label, send, Msg::Act(Act::Rule(all)))
    };
    html! {
        <>
            <p class="help">{ why(doubtful) }</p>
            <p class="buttons">{ for answers(doubtful.len()).into_iter().map(answer) }</p>
        </>
    }
}

/// Why it has to be asked.
fn why(doubtful: &[&Mention]) -> &'static str {
    if doubtful.iter().any(|it| it.doubt == Some(Doubt::Between)) {
        "The story speaks of another law as well, or of those who go by one, so this may be of either. Nothing of it is marked until you say so."
    } else {
        "The story names neither this law nor what it is about, so this may be another law’s. Nothing of it is marked until you say so."
    }
}

fn answers(places: usize) -> [(&'static str, Instead); 2] {
    if places == 1 {
        [("It is this law’s", Instead::ThisLaw), ("It is another law’s", Instead::AnotherLaw)]
    } else {
        [("They are this law’s", Instead::ThisLaw), ("They are another law’s", Instead::AnotherLaw)]
    }
}

/// What was said so far of sentences that the story still has.
pub(crate) fn taken_back(model: &Model, send: &Send) -> Html {
    let stands = |it: &&Ruling| model.story().text().contains(&it.sentence);
    let rulings: Vec<&Ruling> = model.draft().rulings.iter().filter(stands).collect();
    if rulings.is_empty() {
        return html! {};
    }
    html! {
        <details>
            <summary>{ format!("{} as you said", count(rulings.len(), "place", "places")) }</summary>
            <ol class="mentions">{ for rulings.into_iter().map(|it| taken(it, send)) }</ol>
        </details>
    }
}

fn taken(ruling: &Ruling, send: &Send) -> Html {
    let said = match ruling.instead {
        Instead::ThisLaw => "is this law’s",
        Instead::AnotherLaw => "is another law’s",
        Instead::NoPlace => "is not a place",
    };
    let name = format!("Take back: {}", ruling.words);
    html! {
        <li>
            <p class="sentence" dir="auto">{ &ruling.sentence }</p>
            <p class="offer">
                <span><b>{ &ruling.words }</b>{ " " }{ said }</span>
                { named("Take back", Some(name), false, send, Msg::Act(Act::TakeBack(ruling.clone()))) }
            </p>
        </li>
    }
}
