//! The explorer as HTML: the same components, the same view structs. It needs no browser and waits
//! for nothing, so it works on a host and within a page alike.

mod json_ld;
mod markup;
mod plain;

use std::rc::Rc;

use explorer::{
    Explorer, State,
    view::{Body, RenderContext, Screen, object_by_document, say_once, screen},
};
use options::Options;
use session::Fetching;
use yew::Callback;

use crate::{AppProps, Language, Ui, app};

pub use json_ld::json_ld;

/// What a page of its own says to readers without script: all that the dataset says, as plain HTML
/// that needs no class, style or script, with the ids of provisions to jump to.
/// It knows no day, so it calls nothing out of date: it may be read years from now.
pub fn light(explorer: &Explorer, language: Language) -> String {
    plain_text(explorer, language, "", &|id| format!("#{id}"))
}

/// What every id of ours begins with in a page that has ids of its own.
pub const ID_PREFIX: &str = "pe-";

/// The same for inside an element of somebody else's page. Ids begin with [`ID_PREFIX`]. Systems drop
/// ids or rename them, so links from provision to provision lead to where `link` says, by the
/// provision's id, such as the page that [`light`] is for.
pub fn twin(explorer: &Explorer, language: Language, link: &dyn Fn(&str) -> String) -> String {
    plain_text(explorer, language, ID_PREFIX, link)
}

fn plain_text(
    explorer: &Explorer,
    language: Language,
    prefix: &'static str,
    link: &dyn Fn(&str) -> String,
) -> String {
    let props = light_props(explorer, language);
    plain::write(&app::whole(&props), &plain::Surroundings { prefix, link })
}

/// What [`light`] draws, for whoever draws it into a page.
pub fn light_props(explorer: &Explorer, language: Language) -> AppProps {
    let screen = everything(explorer, &context(language, true));
    let dataset = Rc::new(explorer.dataset().clone());
    props(screen, Ui { plain: Some(dataset), ..still(language, explorer) })
}

/// The element's shadow root as markup, for the widget to take over: what a reader sees first, and
/// what opens by itself where the widget hasn't come yet. `styles` is the style sheet's address.
/// It knows no day either; the widget does.
pub fn shadow(explorer: &Explorer, options: &Options, language: Language, styles: &str) -> String {
    let screen = first(explorer, language);
    let ui = Ui { linkable: options.deep_links, ..still(language, explorer) };
    let drawn = render(&props(screen, ui));
    let mut link = String::new();
    options::escape_html(styles, &mut link);
    let theme = options.theme.word();
    format!(
        r#"<template shadowrootmode="open"><link rel="stylesheet" href="{link}"><div class="root" part="root" data-theme="{theme}">{drawn}</div></template>"#
    )
}

fn props(screen: Screen, ui: Ui) -> AppProps {
    AppProps { screen: screen.into(), ui, notice: None, compact: false }
}

fn render(props: &AppProps) -> String {
    let mut html = String::new();
    markup::write(&app::whole(props), &mut html);
    html
}

fn context(language: Language, unfolded: bool) -> RenderContext {
    RenderContext { lang: language.tag.into(), today: None, unfolded }
}

/// An interface where nobody is to hear a tap.
fn still(language: Language, explorer: &Explorer) -> Ui {
    let (act, command) = (Callback::noop(), Callback::noop());
    Ui {
        language,
        act,
        command,
        linkable: false,
        fetching: Fetching::of(explorer.dataset()),
        seen: None,
        plain: None,
    }
}

/// The newsroom's start, with everything there that a reader could open.
fn first(explorer: &Explorer, language: Language) -> Screen {
    let view =
        |unfolded| screen(explorer, &explorer.editorial().start, &context(language, unfolded));
    let (mut first, all) = (view(false), view(true));
    first.filters = all.filters;
    first.foot = all.foot;
    match (&mut first.body, all.body) {
        (Body::Provisions(shown), Body::Provisions(all)) => {
            let whole = all.cards.items.into_iter().skip(shown.cards.before);
            for (card, whole) in shown.cards.items.iter_mut().zip(whole) {
                card.detail = whole.detail;
            }
        }
        (Body::Objections(shown), Body::Objections(all)) => {
            let rows = shown.kinds.iter_mut().flat_map(|kind| &mut kind.organisations);
            let whole = all.kinds.into_iter().flat_map(|kind| kind.organisations);
            let whole: Vec<_> = whole.collect();
            for row in rows {
                let its = whole.iter().find(|it| it.backer.organisation == row.backer.organisation);
                row.parts = its.and_then(|it| it.parts.clone());
            }
        }
        _ => {}
    }
    first
}

/// The provisions, and all other views below them.
fn everything(explorer: &Explorer, context: &RenderContext) -> Screen {
    let mut all = screen(explorer, &State::default(), context);
    // Whoever opens an organisation looks that one up alone.
    let mut appendix = std::mem::take(&mut all.appendix);
    say_once(&mut all);
    for body in &mut appendix {
        if let Body::Objections(view) = body {
            object_by_document(view);
        }
    }
    all.appendix = appendix;
    fold(&mut all);
    all
}

/// What the newsroom highlights is open, as long as nobody has chosen otherwise.
fn fold(screen: &mut Screen) {
    for body in std::iter::once(&mut screen.body).chain(&mut screen.appendix) {
        match body {
            Body::Provisions(view) => {
                view.cards.items.iter_mut().for_each(|card| card.open = card.highlighted);
            }
            Body::Objections(view) => {
                let rows = view.kinds.iter_mut().flat_map(|kind| &mut kind.organisations);
                rows.for_each(|row| row.open = false);
            }
            _ => {}
        }
    }
}
