//! The whole box. It draws a screen and nothing else: choices are made by `explorer::reduce` and
//! kept by whoever mounts this, so the same component renders on a host without a browser.

use std::rc::Rc;

use explorer::view::{Body, Screen, is_right_to_left};
use yew::prelude::*;

use crate::components::{
    affected::Affected,
    filters::FilterBar,
    foot::FootNotes,
    head::HeadLines,
    matrix::Matrix,
    objections::Objections,
    provision_card::ProvisionCard,
    provisions::Provisions,
    switch::ViewSwitch,
    ui::{Notice, Ui},
};

/// What to draw.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The screen.
    pub screen: Rc<Screen>,
    /// The words, and where taps go.
    pub ui: Ui,
    /// What an errand came to.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Draw the card of the provision being read, and nothing around it.
    #[prop_or_default]
    pub compact: bool,
}

/// The whole box.
#[component]
pub fn App(props: &AppProps) -> Html {
    let AppProps { screen, ui, notice, compact } = props;
    let tag = ui.language.tag;
    let dir = if is_right_to_left(tag) { "rtl" } else { "ltr" };
    if *compact {
        return html! {
            <ContextProvider<Ui> context={ui.clone()}>
                <section class="explorer" lang={tag} {dir} part="explorer">
                    { card(screen, notice.as_ref()) }
                </section>
            </ContextProvider<Ui>>
        };
    }
    html! {
        <ContextProvider<Ui> context={ui.clone()}>
            <section class="explorer" lang={tag} {dir} aria-labelledby="title" part="explorer">
                <HeadLines head={screen.head.clone()} />
                <FilterBar filters={screen.filters.clone()} />
                <ViewSwitch current={screen.view} />
                { body(screen, notice.as_ref()) }
                if let Some(view) = &screen.appendix {
                    <Provisions view={view.clone()} query="" />
                }
                <FootNotes foot={screen.foot.clone()} notice={notice.clone()} />
            </section>
        </ContextProvider<Ui>>
    }
}

fn body(screen: &Screen, notice: Option<&Notice>) -> Html {
    let query = AttrValue::from(screen.filters.query.trim().to_owned());
    let filtered = screen.filters.filtered;
    match &screen.body {
        Body::Provisions(view) => {
            html! { <Provisions view={view.clone()} {query} notice={notice.cloned()} /> }
        }
        Body::Affected(view) => html! { <Affected view={view.clone()} {query} {filtered} /> },
        Body::Objections(view) => html! { <Objections view={view.clone()} {query} {filtered} /> },
        Body::Matrix(view) => html! { <Matrix view={view.clone()} {query} {filtered} /> },
    }
}

/// The card being read: the last that is open, since a reader who follows a link opens another.
fn card(screen: &Screen, notice: Option<&Notice>) -> Html {
    let Body::Provisions(view) = &screen.body else { return html! {} };
    let open = view.cards.iter().find(|card| card.current);
    html! { { for open.map(|card| html! { <ProvisionCard card={card.clone()} notice={notice.cloned()} /> }) } }
}
