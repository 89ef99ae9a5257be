//! The provisions of a law's file by chapters, each with a box to tick. What is folded is not drawn:
//! a law may have thousands.

use yew::prelude::*;

use crate::{
    msg::Msg,
    start::{Fold, Found, Group, Step},
    view::ui::{Send, button, count, tick, typed},
};

/// Of a longer list one looks provisions up.
const SHOWN: usize = 200;

pub(super) fn tree(found: &Found, send: &Send) -> Html {
    let tree = &found.tree;
    let (wanted, all) = (tree.count(), tree.provisions.len());
    html! {
        <div role="group" aria-labelledby="provisions-head">
            <h4 id="provisions-head">{ "Provisions" }</h4>
            <p role="status">{ format!("{wanted} of {} ticked", count(all, "provision", "provisions")) }</p>
            <p class="buttons">
                { button("Tick all", send, Msg::Start(Step::TickAll(true))) }
                { button("Tick none", send, Msg::Start(Step::TickAll(false))) }
            </p>
            <div class="field">
                <label for="provision-search">{ "Look up a provision of the file" }</label>
                <input id="provision-search" type="search" dir="auto" autocomplete="off" value={found.query.clone()}
                    oninput={typed(send, |text| Msg::Start(Step::Search(text)))} />
            </div>
            if found.query.trim().is_empty() {
                { for tree.groups.iter().enumerate().map(|(at, it)| group(found, at, it, send)) }
            } else {
                { matching(found, send) }
            }
        </div>
    }
}

fn matching(found: &Found, send: &Send) -> Html {
    let matching = found.tree.matching(&found.query);
    html! {
        <>
            <p class="help" role="status">{ format!("{} found.", matching.len()) }</p>
            { list(found, &matching, send) }
        </>
    }
}

fn group(found: &Found, at: usize, group: &Group, send: &Send) -> Html {
    let (wanted, all) = (found.tree.wanted_of(group), group.provisions.len());
    let name = group.name.clone().unwrap_or_else(|| "In no chapter".into());
    html! {
        <div class="chapter">
            { tick(format!("{name}: all {all}"), wanted == all, send, move |on| Msg::Start(Step::TickGroup(at, on))) }
            { fold(found, Fold::Group(at), format!("{wanted} of {all} ticked in {name}"), &group.provisions, send) }
        </div>
    }
}

/// What stands inside, drawn once it is unfolded.
fn fold(found: &Found, fold: Fold, summary: String, inside: &[usize], send: &Send) -> Html {
    let open = found.unfolded.contains(&fold);
    let send_toggle = send.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        send_toggle.emit(Msg::Start(Step::Unfold(fold, !open)));
    });
    html! {
        <details {open}>
            <summary {onclick}>{ summary }</summary>
            if open {
                { list(found, inside, send) }
            }
        </details>
    }
}

fn list(found: &Found, provisions: &[usize], send: &Send) -> Html {
    let more = provisions.len().saturating_sub(SHOWN);
    html! {
        <>
            <ul class="provisions">{ for provisions.iter().take(SHOWN).map(|at| provision(found, *at, send)) }</ul>
            if more > 0 {
                <p class="help">{ format!("And {more} more: look them up above.") }</p>
            }
        </>
    }
}

fn provision(found: &Found, at: usize, send: &Send) -> Html {
    let Some(provision) = found.tree.provision(at) else { return Html::default() };
    let label = format!("{} {}", provision.citation, provision.heading);
    let parts = provision.parts.len();
    let summary = format!("{} in {}", count(parts, "part", "parts"), provision.citation);
    let wanted = found.tree.is_wanted(at);
    let onchange = send.reform(move |_: Event| Msg::Start(Step::Tick(at, !wanted)));
    // What stands in a provision comes with it.
    let disabled = found.tree.is_brought(at);
    html! {
        <li key={at}>
            <label class="tick"><input type="checkbox" checked={wanted} {disabled} {onchange} />{ label }</label>
            if parts > 0 {
                { fold(found, Fold::Provision(at), summary, &provision.parts, send) }
            }
        </li>
    }
}
