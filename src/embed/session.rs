//! One explorer on the page: its state, and what happens when the state changes. Everything that a
//! reader does comes through [`Session::act`]; the components never change anything themselves.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use explorer::{
    Action, Explorer, Fold, State, ViewKind, Window, reduce,
    view::{RenderContext, screen},
    wanted,
};
use options::Options;
use wasm_bindgen::{JsValue, prelude::Closure};
use web_sys::{Element, HtmlElement, js_sys::Function};
use yew::{AppHandle, Callback, platform::spawn_local};

use super::{
    browser, commands, deep_links,
    events::{Dispatch as _, Event},
    library::Library,
    report, spare, surroundings,
};
use crate::{
    App, AppProps, Command, Fetching, Language, Notice, Part, Ui,
    components::{organisation::organisation_id, ui::fold_id},
    configure,
};

/// How much of the explorer is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// All of it.
    Whole,
    /// The card of the provision being read alone.
    Card,
}

/// Where an explorer stands, and which law it shows.
pub(super) struct MountPoint {
    pub(super) host: HtmlElement,
    pub(super) node: Element,
    pub(super) library: Rc<Library>,
    pub(super) frame: Frame,
}

/// One explorer on the page.
pub(super) struct Session {
    place: MountPoint,
    now: RefCell<Now>,
    app: RefCell<Option<AppHandle<App>>>,
    /// While only a law's beginning is here: a link that was followed.
    sought: RefCell<Option<Sought>>,
    /// After a hasty drawing: all that there is to draw.
    rest: RefCell<Option<AppProps>>,
    page: RefCell<Option<Page>>,
}

/// What changes.
struct Now {
    explorer: Rc<Explorer>,
    state: State,
    /// What the newsroom set, as the loader collected it.
    layers: String,
    options: Options,
    context: RenderContext,
    ui: Ui,
    notice: Option<Notice>,
    /// What has been told of the options, so that no mistake is told twice.
    told: Vec<String>,
    /// While the page is on its way to paper: how to fold again what was unfolded for it.
    refold: Option<Function>,
}

/// A link that leads on once more of the law is here, for as long as the reader waits for it.
struct Sought {
    /// Whether the focus goes where it leads.
    focus: bool,
    /// Whether the reader has left everything as it is.
    still: Function,
}

impl Sought {
    fn now(focus: bool) -> Self {
        Self { focus, still: browser::still() }
    }
}

/// What a function of ours says of the reader.
fn is(question: &Function) -> bool {
    question.call0(&JsValue::NULL).is_ok_and(|answer| answer.is_truthy())
}

impl Session {
    /// Draws an explorer and tells the page that it is there.
    pub(super) fn start(place: MountPoint, language: Language, layers: &str) -> Rc<Self> {
        let law = place.library.explorer();
        let (explorer, options, told) = configured(&place.host, &law, layers);
        report::options(&place.host, &told);
        let linked = if options.deep_links { deep_links::read(&explorer) } else { None };
        let by_link = linked.as_ref().is_some_and(|linked| *linked != explorer.editorial().start);
        let brought = browser::adopt(&place.node);
        let adopting = brought.is_some();
        let state = match (brought, &linked) {
            (Some(open), _) => opened(&explorer, &open),
            (None, Some(linked)) => linked.clone(),
            (None, None) => explorer.editorial().start.clone(),
        };
        let session = Rc::new_cyclic(|this: &Weak<Self>| {
            let today = if adopting { None } else { surroundings::today() };
            let context = RenderContext { today, ..context(language) };
            let ui = ui(this, language, options.deep_links);
            let layers = layers.to_owned();
            let (notice, refold) = (None, None);
            let now = Now { explorer, state, layers, options, context, ui, notice, told, refold };
            Self {
                place,
                now: RefCell::new(now),
                app: RefCell::default(),
                sought: RefCell::default(),
                rest: RefCell::default(),
                page: RefCell::default(),
            }
        });
        session.listen();
        session.place.library.join(&session);
        if adopting || by_link {
            session.draw();
        } else {
            session.draw_hastily();
        }
        session.prepare();
        session.later(move |session| {
            session.place.library.want(Part::Index, true);
            if adopting {
                session.take_over(linked);
            }
            if session.place.frame == Frame::Whole {
                session.tell_ready();
            }
            // To ask this is to have the page laid out at once.
            if by_link && browser::arrived() {
                session.seek(false);
                session.reveal_current(false);
            }
        });
        session
    }

    /// Gets ready for a first search, a few provisions at a time.
    fn prepare(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        let task = Closure::<dyn FnMut() -> bool>::new(move || {
            let Some(session) = session.upgrade() else { return false };
            let more = session.explorer().prepare(Window::PAGE);
            if !more {
                session.rehearse();
            }
            more
        });
        browser::idle(&task.into_js_value());
    }

    /// Searches once in vain: browsers compile what has never run only when it does, which a first
    /// letter would wait for.
    fn rehearse(&self) {
        let now = self.now.borrow();
        let query = "e".to_owned();
        screen(&now.explorer, &State { query, ..now.state.clone() }, &now.context);
    }

    /// From what the page brought along to what is so today, and where its address leads.
    fn take_over(self: &Rc<Self>, linked: Option<State>) {
        browser::adopted(&self.place.node);
        self.now.borrow_mut().context.today = surroundings::today();
        self.draw();
        if let Some(linked) = linked {
            self.change(Action::Restore(linked));
        }
    }

    pub(super) fn host(&self) -> &HtmlElement {
        &self.place.host
    }

    pub(super) fn library(&self) -> &Rc<Library> {
        &self.place.library
    }

    pub(super) fn explorer(&self) -> Rc<Explorer> {
        Rc::clone(&self.now.borrow().explorer)
    }

    pub(super) fn state(&self) -> State {
        self.now.borrow().state.clone()
    }

    /// Does what a reader asked for.
    pub(super) fn act(self: &Rc<Self>, action: Action) {
        // What a reader follows by a link stands elsewhere, so sight and focus go there.
        match action {
            Action::Select(_) => self.go(action, true),
            // What is new stands where the button was.
            Action::ShowEarlier | Action::ShowMore | Action::ShowAll => {
                let land = browser::lengthen(&self.place.node, action == Action::ShowEarlier);
                self.change(action);
                self.later(move |_| {
                    // It moves the focus to an element of our own and cannot fail.
                    let _ = land.call0(&JsValue::NULL);
                });
            }
            // Their buttons go away with what they do.
            Action::ClearFilters | Action::LookAs(_) => {
                self.change(action);
                self.later(|session| browser::settle(&session.place.node, "[role=status]"));
            }
            _ => self.change(action),
        }
    }

    /// Does it, and brings the result into sight.
    pub(super) fn go(self: &Rc<Self>, action: Action, focus: bool) {
        self.change(action);
        self.later(move |session| session.reveal_current(focus));
    }

    fn change(self: &Rc<Self>, action: Action) {
        let restored = matches!(action, Action::Restore(_));
        let hasty = action.renews_lists();
        let refines = matches!(action, Action::Search(_));
        let (before, after) = {
            let mut now = self.now.borrow_mut();
            let Some(after) = reduce(&now.explorer, &now.state, action) else { return };
            now.notice = None;
            (std::mem::replace(&mut now.state, after.clone()), after)
        };
        if hasty {
            self.draw_hastily();
        } else {
            self.draw();
        }
        self.tell_change(&before, &after);
        // A law's beginning doesn't know all that the page's address may name.
        let known = !self.place.library.is_awaiting();
        if self.now.borrow().options.deep_links && !restored && known {
            deep_links::write(&self.explorer(), &after, refines);
        }
    }

    /// Takes changed options over. What changed in the newsroom's start changes on the screen; the
    /// rest stays as the reader left it.
    pub(super) fn configure(self: &Rc<Self>, language: Language, layers: &str) {
        let law = self.place.library.explorer();
        let (explorer, options, wrong) = configured(&self.place.host, &law, layers);
        let told = std::mem::replace(&mut self.now.borrow_mut().told, wrong.clone());
        let new: Vec<_> = wrong.into_iter().filter(|problem| !told.contains(problem)).collect();
        report::options(&self.place.host, &new);
        {
            let mut now = self.now.borrow_mut();
            let old = now.explorer.editorial().start.clone();
            let new = &explorer.editorial().start;
            if old.view != new.view {
                now.state.view = new.view;
            }
            if old.audience != new.audience {
                now.state.audience.clone_from(&new.audience);
            }
            if old.open != new.open {
                now.state.open.clone_from(&new.open);
            }
            now.context = context(language);
            now.ui = ui(&Rc::downgrade(self), language, options.deep_links);
            now.explorer = explorer;
            now.options = options;
            layers.clone_into(&mut now.layers);
        }
        self.draw();
    }

    /// Shows what has come of the law, or has failed to come; `whole` where it is all that it names.
    pub(super) fn hear(self: &Rc<Self>, whole: bool) {
        if self.app.borrow().is_none() {
            return;
        }
        if whole {
            self.widen();
        } else {
            self.draw();
        }
    }

    /// From the law's beginning to the whole: what the newsroom or the page's address names may
    /// stand there.
    fn widen(self: &Rc<Self>) {
        let (language, layers) = {
            let now = self.now.borrow();
            (now.ui.language, now.layers.clone())
        };
        let start = |session: &Self| {
            session.linked().unwrap_or_else(|| session.explorer().editorial().start.clone())
        };
        let (before, was) = (start(self), self.state());
        let is_moved = was != before;
        self.configure(language, &layers);
        self.prepare();
        let mut after = start(self);
        if is_moved {
            // What the reader has done since stays; what could not be known before is added.
            let news = after.open.into_iter().filter(|it| !before.open.contains(it));
            let open = news.chain(was.open.iter().copied()).collect();
            after = State { open, ..was };
        }
        self.change(Action::Restore(after));
        if self.now.borrow().options.deep_links && is_moved {
            deep_links::write(&self.explorer(), &self.state(), true);
        }
        let sought = self.sought.take().filter(|it| is(&it.still)).map(|it| it.focus);
        let by_link = || self.linked().is_some() && !is_moved && browser::arrived();
        if let Some(focus) = sought.or_else(|| by_link().then_some(false)) {
            self.later(move |session| session.reveal_current(focus));
        }
    }

    /// What the page's address says, where it is this explorer's.
    fn linked(&self) -> Option<State> {
        let deep_links = self.now.borrow().options.deep_links;
        deep_links.then(|| deep_links::read(&self.explorer())).flatten()
    }

    /// Remembers a link that may lead on once more of the law is here.
    fn seek(&self, focus: bool) {
        let awaiting = self.place.library.is_awaiting();
        *self.sought.borrow_mut() = awaiting.then(|| Sought::now(focus));
    }

    /// Opens a provision, where the list has it, and brings it into sight while the reader waits for it.
    pub(super) fn select(self: &Rc<Self>, id: &str, focus: bool, still: Option<&Function>) -> bool {
        let explorer = self.explorer();
        let found = explorer.dataset().find_provision(id).filter(|it| explorer.lists(*it));
        if let Some(provision) = found {
            let action = Action::Select(provision);
            if still.is_none_or(is) { self.go(action, focus) } else { self.change(action) }
        }
        found.is_some()
    }

    /// Fetches again what failed; the button that asked for it goes away.
    pub(super) fn fetch_again(self: &Rc<Self>, part: Part) {
        let land = browser::beside(&self.place.node);
        self.place.library.again(part);
        self.later(move |_| {
            // It moves the focus to an element of our own and cannot fail.
            let _ = land.call0(&JsValue::NULL);
        });
    }

    /// Shows what a command came to.
    pub(super) fn notice(self: &Rc<Self>, notice: Notice) {
        let by_hand = matches!(notice, Notice::CopyByHand(..));
        self.now.borrow_mut().notice = Some(notice);
        self.draw();
        if by_hand {
            self.later(|session| browser::settle(&session.place.node, ".by-hand textarea"));
        }
    }

    /// Takes everything back.
    pub(super) fn end(&self) {
        deep_links::release(&self.place.host);
        self.page.borrow_mut().take();
        self.rest.take();
        if let Some(mut app) = self.app.borrow_mut().take() {
            // A card of its own with nothing open is a title alone, so nothing is left of what a
            // reader unfolded.
            self.now.borrow_mut().state = State::default();
            let props = AppProps { compact: true, ..self.props() };
            app.update(props);
            spare::put(self.place.node.clone(), app);
        }
    }

    fn draw(&self) {
        self.show(self.props());
    }

    /// On a phone, draws what can be seen of a list, and the rest once that has been painted: what
    /// answers a tap is seen a frame or two earlier.
    fn draw_hastily(self: &Rc<Self>) {
        let Some(seen) = browser::seen(&self.place.node) else { return self.draw() };
        let props = self.props();
        let ui = Ui { seen: usize::try_from(seen).ok(), ..props.ui.clone() };
        self.show(AppProps { ui, ..props.clone() });
        *self.rest.borrow_mut() = Some(props);
        let session = Rc::downgrade(self);
        browser::painted(&Closure::once_into_js(move || {
            let Some(session) = session.upgrade() else { return };
            let rest = session.rest.take();
            if let Some(props) = rest {
                session.show(props);
            }
        }));
    }

    fn show(&self, props: AppProps) {
        self.rest.take();
        // What was on its way when the element went away finds its node another explorer's.
        if self.page.borrow().is_none() {
            return;
        }
        let theme = self.now.borrow().options.theme;
        // An attribute that the style sheet reads; it can always be set.
        let _ = self.place.node.set_attribute("data-theme", theme.word());
        let mut app = self.app.borrow_mut();
        if let Some(app) = app.as_mut() {
            app.update(props);
        } else {
            *app = Some(spare::draw(&self.place.node, props));
        }
        let now = self.now.borrow();
        for shard in wanted(&now.explorer, &now.state) {
            self.place.library.want(Part::Shard(shard), false);
        }
    }

    fn props(&self) -> AppProps {
        let now = self.now.borrow();
        AppProps {
            screen: screen(&now.explorer, &now.state, &now.context).into(),
            ui: Ui { fetching: self.place.library.fetching(), ..now.ui.clone() },
            notice: now.notice.clone(),
            compact: self.place.frame == Frame::Card,
        }
    }

    /// Does something once what has just been drawn stands in the page.
    fn later(self: &Rc<Self>, what: impl FnOnce(&Rc<Self>) + 'static) {
        let session = Rc::clone(self);
        spawn_local(async move { what(&session) });
    }

    /// Brings what is being read into sight: a part, or else the whole from its title on.
    fn reveal_current(&self, focus: bool) {
        let current = self.current();
        browser::reveal(&self.place.node, current.as_deref().unwrap_or("explorer.title"), focus);
    }

    /// The id of the part being read: a card, or an organisation.
    fn current(&self) -> Option<String> {
        let now = self.now.borrow();
        match (now.state.view, now.state.current(), now.state.organisations.last()) {
            (ViewKind::Provisions, Some(provision), _) => {
                now.explorer.dataset().provision(provision).map(|it| it.id.as_str().to_owned())
            }
            (ViewKind::Objections, _, Some(organisation)) => Some(organisation_id(*organisation)),
            _ => None,
        }
    }

    fn listen(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        *self.page.borrow_mut() = Some(Page::on(move |event| {
            let Some(session) = session.upgrade() else { return };
            match event.as_str() {
                "beforeprint" => session.unfold(true),
                "afterprint" => session.unfold(false),
                event => session.follow_address(event == "popstate"),
            }
        }));
    }

    /// Shows what the page's address says. Where a link of the page's own led there, that comes into
    /// sight.
    pub(super) fn follow_address(self: &Rc<Self>, by_link: bool) {
        if !self.now.borrow().options.deep_links {
            return;
        }
        self.sought.take();
        if by_link {
            self.seek(true);
        }
        let explorer = self.explorer();
        match deep_links::read(&explorer) {
            Some(state) if by_link => self.go(Action::Restore(state), true),
            Some(state) => self.change(Action::Restore(state)),
            None if by_link => {}
            None => self.change(Action::Restore(explorer.editorial().start.clone())),
        }
    }

    /// Opens everything for paper, or folds it again.
    fn unfold(self: &Rc<Self>, open: bool) {
        self.now.borrow_mut().context.unfolded = open;
        let refold = self.now.borrow_mut().refold.take();
        if let Some(refold) = refold {
            // It runs over elements of our own and cannot fail.
            let _ = refold.call0(&JsValue::NULL);
        }
        self.draw();
        if open {
            self.later(|session| {
                session.now.borrow_mut().refold = Some(browser::unfold(&session.place.node));
            });
        }
    }

    fn tell_ready(&self) {
        let explorer = self.explorer();
        let dataset = explorer.dataset();
        let records = dataset.records();
        Event::Ready {
            dataset: &records.id,
            edition: records.edition.number as usize,
            provisions: if explorer.all().len() == dataset.provisions().len() {
                dataset.size()
            } else {
                explorer.all().len()
            },
        }
        .dispatch(&self.place.host);
    }

    fn tell_change(&self, before: &State, after: &State) {
        let explorer = self.explorer();
        let dataset = explorer.dataset();
        let closed = before.open.iter().filter(|it| !after.open.contains(it));
        let opened = after.open.iter().filter(|it| !before.open.contains(it));
        let turned = closed.map(|it| (it, false)).chain(opened.map(|it| (it, true)));
        for (provision, open) in turned {
            if let Some(record) = dataset.provision(*provision) {
                let (id, citation) = (record.id.as_str(), record.citation.original());
                Event::Select { id, citation, open }.dispatch(&self.place.host);
            }
        }
        let parts = |state: &State| {
            (state.view, state.audience.clone(), state.sources.clone(), state.query.clone())
        };
        if parts(before) == parts(after) {
            return;
        }
        let audience = after.audience.iter().filter_map(|it| dataset.group(*it));
        let sources = after.sources.iter().filter_map(|it| dataset.source(*it));
        Event::Filter {
            view: after.view.word(),
            audience: audience.map(|record| record.id.as_str()).collect(),
            sources: sources.map(|record| record.id.as_str()).collect(),
            query: &after.query,
            provisions: explorer.select(after).provisions.len(),
        }
        .dispatch(&self.place.host);
    }
}

/// What happens to the page, heard until this is dropped.
struct Page {
    end: Function,
    _handler: Closure<dyn FnMut(String)>,
}

impl Page {
    fn on(handler: impl FnMut(String) + 'static) -> Self {
        let handler = Closure::new(handler);
        Self { end: browser::listen(&handler), _handler: handler }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // It ends listeners of our own and cannot fail.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

/// The newsroom's start with what a reader has opened or closed in it before we were there.
fn opened(explorer: &Explorer, ids: &str) -> State {
    let mut state = explorer.editorial().start.clone();
    let dataset = explorer.dataset();
    let ids: Vec<&str> = ids.split(' ').collect();
    state.folds = Fold::ALL.into_iter().filter(|it| ids.contains(&&*fold_id(*it))).collect();
    match state.view {
        ViewKind::Provisions => {
            state.open = ids.iter().filter_map(|id| dataset.find_provision(id)).collect();
        }
        ViewKind::Objections => {
            let all = dataset.organisations().map(|(it, _)| it);
            state.organisations = all.filter(|it| ids.contains(&&*organisation_id(*it))).collect();
        }
        _ => {}
    }
    state
}

fn context(language: Language) -> RenderContext {
    RenderContext { lang: language.tag.into(), today: surroundings::today(), unfolded: false }
}

fn ui(session: &Weak<Session>, language: Language, linkable: bool) -> Ui {
    let (acting, erring) = (session.clone(), session.clone());
    Ui {
        language,
        act: Callback::from(move |action| {
            if let Some(session) = acting.upgrade() {
                session.act(action);
            }
        }),
        command: Callback::from(move |command: Command| {
            if let Some(session) = erring.upgrade() {
                commands::run(&session, command);
            }
        }),
        linkable,
        fetching: Fetching::default(),
        seen: None,
        #[cfg(feature = "ssr")]
        plain: None,
    }
}

/// Options read from their layers and resolved against the dataset, and what is wrong with them.
fn configured(
    host: &HtmlElement,
    explorer: &Explorer,
    layers: &str,
) -> (Rc<Explorer>, Options, Vec<String>) {
    let (layers, unparsable) = surroundings::layers(layers);
    let (explorer, mut options, warnings) = configure(explorer, &layers);
    let mut wrong: Vec<String> =
        unparsable.into_iter().chain(warnings.iter().map(ToString::to_string)).collect();
    if !options.deep_links {
        deep_links::release(host);
    } else if let Err(problem) = deep_links::claim(host) {
        options.deep_links = false;
        wrong.push(problem.into());
    }
    (Rc::new(explorer), options, wrong)
}
