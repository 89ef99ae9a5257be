//! The second step: which provisions, in which order, and what is said beside them.

use authoring::ProvisionId;
use options::{LONGEST_NOTE, Name};
use yew::prelude::*;

use crate::{
    act::Act,
    draft::label,
    model::Model,
    msg::Msg,
    view::{
        settings::settings,
        ui::{Send, count, named, tick, typed},
    },
};

/// How many of what a search finds are shown; more are not read, but searched further.
const SHOWN: usize = 8;

/// How many characters of a note stand where it is folded away.
const EXCERPT: usize = 40;

pub(crate) fn shape(model: &Model, send: &Send) -> Html {
    html! {
        <section id="shape" tabindex="-1" aria-labelledby="shape-head">
            <h2 id="shape-head">{ "2. What readers see first" }</h2>
            { highlights(model, send) }
            { search(model, send) }
            { settings(model, send) }
        </section>
    }
}

fn highlights(model: &Model, send: &Send) -> Html {
    let options = &model.draft().options;
    let items = options.highlight.iter().enumerate();
    html! {
        <div id="highlights" tabindex="-1" role="group" aria-labelledby="highlights-head">
            <h3 id="highlights-head">{ label(Name::Highlight) }</h3>
            if options.highlight.is_empty() {
                <p class="help">{ "None yet: readers see all provisions in the law’s order. Take them from the story above, or look them up below." }</p>
            } else {
                <ol class="highlights">{ for items.map(|(at, id)| highlight(model, at, id, send)) }</ol>
                { tick(label(Name::Only), options.only, send, |only| Msg::Act(Act::Only(only))) }
            }
        </div>
    }
}

fn highlight(model: &Model, at: usize, id: &ProvisionId, send: &Send) -> Html {
    let citation = model.law.citation(id);
    let last = model.draft().options.highlight.len() - 1;
    let step = |to: usize, word: &'static str, name: &str, off: bool| {
        let act = Act::Move { from: at, to };
        named(word, Some(format!("{name}: {citation}")), off, send, Msg::Act(act))
    };
    let named_so = citation.clone();
    let ondragstart = send.reform(move |event: DragEvent| {
        // Without something to carry Firefox begins nothing.
        if let Some(data) = event.data_transfer() {
            data.set_data("text/plain", &named_so).ok();
        }
        Msg::Drag(Some(at))
    });
    let ondragend = send.reform(|_: DragEvent| Msg::Drag(None));
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let dropped = send.clone();
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        dropped.emit(Msg::Drop(at));
    });
    let prune = Act::Unhighlight(id.clone());
    html! {
        <li key={id.as_str().to_owned()} class={classes!((model.dragged == Some(at)).then_some("dragged"))} {ondragover} {ondrop}>
            <div class="item" draggable="true" {ondragstart} {ondragend}>
                <span class="handle" aria-hidden="true">{ "⠿" }</span>
                <span class="what"><b>{ &citation }</b>{ " " }{ model.law.heading(id).unwrap_or_default() }</span>
            </div>
            <p class="buttons">
                { step(at.saturating_sub(1), "↑", "Move up", at == 0) }
                { step(at + 1, "↓", "Move down", at == last) }
                { named("Take out", Some(format!("Take out: {citation}")), false, send, Msg::Act(prune)) }
            </p>
            { note(model, at, id, &citation, send) }
        </li>
    }
}

fn note(model: &Model, at: usize, id: &ProvisionId, citation: &str, send: &Send) -> Html {
    let notes = &model.draft().options.notes;
    let written = notes.iter().find(|(on, _)| on == id).map_or("", |(_, note)| note);
    let left = LONGEST_NOTE - written.chars().count().min(LONGEST_NOTE);
    let about = id.clone();
    let oninput = typed(send, move |text| Msg::Typed(Act::Note(about.clone(), text)));
    let field = format!("note-{at}");
    html! {
        <details>
            <summary>{ label(Name::Notes) }<span class="unseen">{ format!(" on {citation}") }</span>{ excerpt(written) }</summary>
            <textarea id={field} rows="2" dir="auto" maxlength={LONGEST_NOTE.to_string()} value={written.to_owned()} {oninput}
                aria-label={format!("{} on {citation}", label(Name::Notes))} />
            if !written.is_empty() {
                <p class="help">{ format!("{} left; readers see that it is yours.", count(left, "character", "characters")) }</p>
            }
        </details>
    }
}

/// How a note begins, for where it is folded away.
fn excerpt(note: &str) -> String {
    if note.is_empty() {
        return String::new();
    }
    let start: String = note.chars().take(EXCERPT).collect();
    let more = if start.len() < note.len() { "…" } else { "" };
    format!(": {start}{more}")
}

/// Where a note's field is, by its provision.
pub(crate) fn note_id(model: &Model, id: &ProvisionId) -> Option<String> {
    let at = model.draft().options.highlight.iter().position(|it| it == id)?;
    Some(format!("note-{at}"))
}

fn search(model: &Model, send: &Send) -> Html {
    let options = &model.draft().options;
    let found = model.found().into_iter().filter_map(|it| model.law.id(it));
    let found: Vec<_> = found.filter(|id| !options.highlight.contains(id)).collect();
    let looked = !model.query.trim().is_empty();
    let result = |id: &ProvisionId| {
        let citation = model.law.citation(id);
        let act = Act::Highlight(vec![id.clone()]);
        html! {
            <li key={id.as_str().to_owned()}>
                <p class="offer">
                    <span><b>{ &citation }</b>{ " " }{ model.law.heading(id).unwrap_or_default() }</span>
                    { named("Highlight", Some(format!("Highlight: {citation}")), false, send, Msg::Act(act)) }
                </p>
            </li>
        }
    };
    html! {
        <div class="field">
            <label for="search">{ "Look up a provision" }</label>
            <input id="search" type="search" dir="auto" value={model.query.clone()} oninput={typed(send, Msg::Search)}
                placeholder={model.law.search_hint()} autocomplete="off" />
            if looked {
                <p class="help" role="status">{ hits(found.len()) }</p>
                <ul class="mentions">{ for found.iter().take(SHOWN).map(result) }</ul>
            }
        </div>
    }
}

fn hits(number: usize) -> String {
    match number {
        0 => "Nothing else is found.".into(),
        number if number > SHOWN => format!("{number} found; the first {SHOWN}:"),
        number => format!("{number} found."),
    }
}
