//! The whole box. It draws a screen and nothing else: choices are made by `explorer::reduce` and
//! kept by whoever mounts this, so the same component renders on a host without a browser.

use std::rc::Rc;

use explorer::view::{Body, Screen, is_right_to_left};
use session::Notice;
use yew::{Component, Context, Html, Properties};

use crate::components::{
    affected::affected,
    answer::affects_me,
    bar::{bar, end, skip},
    el::{each, el, maybe, none, tag, text},
    filters::filters,
    foot::foot,
    head::head,
    headings::lower,
    matrix::matrix,
    objections::objections,
    picture::picture,
    provision_card::provision_card,
    provisions::provisions,
    switch::switch,
    ui::Ui,
    words::words,
};

/// A screen to draw. Two are the same where they are one: whoever mounts the box makes a new one
/// only where something changed, and comparing all that is on a screen would cost each reader
/// kilobytes.
#[derive(Clone, Debug)]
pub struct Drawn(Rc<Screen>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Screen> for Drawn {
    fn from(screen: Screen) -> Self {
        Self(Rc::new(screen))
    }
}

/// What to draw.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The screen.
    pub screen: Drawn,
    /// The words, and where taps go.
    pub ui: Ui,
    /// What a command came to.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Draw the card of the provision being read, and nothing around it.
    #[prop_or_default]
    pub compact: bool,
}

/// The whole box. A struct, because what a function component keeps for hooks, of which there are
/// none here, costs each reader half a kilobyte.
#[derive(Debug)]
pub struct App;

impl Component for App {
    type Message = ();
    type Properties = AppProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        whole(ctx.props())
    }
}

/// What [`App`] draws.
pub(crate) fn whole(props: &AppProps) -> Html {
    let mut drawn = in_its_own_outline(props);
    lower(&mut drawn, props.screen.0.head.lowered);
    drawn
}

fn in_its_own_outline(props: &AppProps) -> Html {
    let AppProps { screen: Drawn(screen), ui, notice, compact } = props;
    let lang = ui.language.tag;
    let dir = if is_right_to_left(lang) { "rtl" } else { "ltr" };
    if *compact {
        let title = el("h2", "small", [words(&screen.head.title)]);
        let inside = [title, card(screen, ui, notice.as_ref())];
        return tag!(
            "section",
            "explorer",
            ["lang" = lang, "dir" = dir, "part" = "explorer"],
            inside
        );
    }
    let notice = notice.as_ref();
    tag!(
        "section",
        "explorer",
        [
            "role" = "group",
            "lang" = lang,
            "dir" = dir,
            "aria-labelledby" = "explorer.title",
            "part" = "explorer",
        ],
        [
            skip(ui),
            bar(ui, &screen.bar, &screen.filters),
            head(ui, &screen.head, !screen.filters.groups.is_empty()),
            picture(ui, screen.picture.as_ref()),
            affects_me(ui, &screen.filters),
            filters(ui, &screen.filters),
            switch(ui, screen.view),
            draw(&screen.body, screen, ui, notice),
            each(&screen.appendix, |body| appended(body, screen, ui)),
            foot(ui, &screen.foot, notice),
            end(ui),
        ],
    )
}

fn draw(body: &Body, screen: &Screen, ui: &Ui, notice: Option<&Notice>) -> Html {
    let search = &screen.search;
    match body {
        Body::Provisions(view) => provisions(ui, view, search, notice),
        Body::Affected(view) => affected(ui, view, search),
        Body::Objections(view) => objections(ui, view, search),
        Body::Matrix(view) => matrix(ui, view, search),
    }
}

/// A view that stands below another, on paper and for readers without script.
fn appended(body: &Body, screen: &Screen, ui: &Ui) -> Html {
    let head = el("h3", "", [text(ui.language.view(body.kind()))]);
    el("section", "", [head, draw(body, screen, ui, None)])
}

/// The card being read: the last that is open, since a reader who follows a link opens another.
fn card(screen: &Screen, ui: &Ui, notice: Option<&Notice>) -> Html {
    let Body::Provisions(view) = &screen.body else { return none() };
    let current = view.cards.items.iter().find(|card| view.current == Some(card.provision));
    maybe(current.map(|card| provision_card(ui, card, None, notice)))
}
