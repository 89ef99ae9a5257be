//! One explorer on the page: its drawing, and what it reports to its [`Session`] of the page. What the
//! session decides is carried out in `effects.rs`.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use explorer::Action;
use session::{AddressChange, AddressOwner, Command, Mount, Msg, Session};
use wasm_bindgen::{JsValue, prelude::Closure};
use web_sys::{Element, HtmlElement, js_sys::Function};
use yew::{AppHandle, Callback};

use super::{
    browser, mount_pool, report,
    store::{SharedStore, Subscriber},
};
use crate::{App, AppProps, Language, Ui};

thread_local! {
    /// Whose the page's fragment is.
    static ADDRESS: Rc<AddressOwner> = Rc::default();
}

/// Where an explorer stands, and which dataset it shows.
pub(super) struct MountPoint {
    pub(super) host: HtmlElement,
    pub(super) node: Element,
    pub(super) store: Rc<SharedStore>,
}

/// One explorer on the page.
pub(super) struct Mounted {
    pub(super) at: MountPoint,
    pub(super) session: RefCell<Session>,
    language: RefCell<Language>,
    act: Callback<Action>,
    command: Callback<Command>,
    app: RefCell<Option<AppHandle<App>>>,
    /// After what can be seen has been drawn: all that there is to draw.
    deferred: RefCell<Option<AppProps>>,
    /// Whether the reader has left everything as it is since a link was followed.
    pub(super) until_interaction: RefCell<Option<Function>>,
    /// How to move the focus as planned.
    pub(super) move_focus: RefCell<Option<Function>>,
    /// While the page is on its way to paper: how to fold again what was unfolded for it.
    pub(super) refold: RefCell<Option<Function>>,
    page: RefCell<Option<PageEvents>>,
}

/// What a function of ours says of the reader.
pub(super) fn is(question: &Function) -> bool {
    question.call0(&JsValue::NULL).is_ok_and(|answer| answer.is_truthy())
}

/// Calls a function that handles elements of our own and cannot fail.
pub(super) fn call(function: &Function) {
    let _ = function.call0(&JsValue::NULL);
}

impl Mounted {
    /// Draws an explorer.
    pub(super) fn start(
        at: MountPoint,
        language: Language,
        layers: &str,
        compact: bool,
    ) -> Rc<Self> {
        let (session, effects) = Session::start(Mount {
            store: Rc::clone(at.store.core()),
            address_owner: ADDRESS.with(Rc::clone),
            compact,
            lang: language.tag,
            layers: layers.to_owned(),
            today: browser::today().parse().ok(),
            fragment: browser::fragment(),
            brought: browser::hydrate(&at.node),
        });
        let mounted = Rc::new_cyclic(|this: &Weak<Self>| {
            let (acting, running) = (this.clone(), this.clone());
            Self {
                at,
                session: RefCell::new(session),
                language: RefCell::new(language),
                act: Callback::from(move |action| {
                    if let Some(mounted) = acting.upgrade() {
                        mounted.send(Msg::Act(action));
                    }
                }),
                command: Callback::from(move |command| {
                    if let Some(mounted) = running.upgrade() {
                        mounted.send(Msg::Run { command, story: browser::story() });
                    }
                }),
                app: RefCell::default(),
                deferred: RefCell::default(),
                until_interaction: RefCell::default(),
                move_focus: RefCell::default(),
                refold: RefCell::default(),
                page: RefCell::default(),
            }
        });
        mounted.listen();
        let subscriber: Rc<dyn Subscriber> = mounted.clone();
        mounted.at.store.subscribe(&subscriber);
        mounted.run(effects);
        mounted
    }

    /// Takes changed options over.
    pub(super) fn configure(self: &Rc<Self>, language: Language, layers: &str) {
        self.language.replace(language);
        let today = browser::today().parse().ok();
        self.send(Msg::Configure { lang: language.tag, layers: layers.to_owned(), today });
    }

    /// Goes to a provision, where the list has it: into sight only while the reader waits for it.
    pub(super) fn select(
        self: &Rc<Self>,
        cited: &str,
        focus: bool,
        until_interaction: Option<&Function>,
    ) -> bool {
        let found = self.session.borrow().find(cited);
        if let Some(provision) = found {
            let untouched = until_interaction.is_none_or(is);
            self.send(Msg::Select { provision, focus, untouched });
        }
        found.is_some()
    }

    pub(super) fn store(&self) -> &Rc<SharedStore> {
        &self.at.store
    }

    /// Reports what has happened, and carries out what follows.
    pub(super) fn send(self: &Rc<Self>, msg: Msg) {
        let effects = self.session.borrow_mut().update(msg, browser::fragment());
        self.run(effects);
    }

    /// Leaves the page's address to others.
    pub(super) fn yield_address(&self) {
        self.session.borrow_mut().yield_address();
    }

    /// Takes everything back.
    pub(super) fn end(&self) {
        self.session.borrow_mut().end();
        self.page.take();
        self.deferred.take();
        if let Some(mut app) = self.app.take() {
            app.update(self.props());
            mount_pool::put(self.at.node.clone(), app);
        }
    }

    /// Whether the reader has left everything as it was since that has been watched.
    pub(super) fn is_untouched(&self) -> bool {
        self.until_interaction.borrow().as_ref().is_none_or(is)
    }

    /// On a phone, draws what can be seen of a list, and the rest once that has been painted: what
    /// answers a tap is seen a frame or two earlier.
    pub(super) fn draw_above_fold(self: &Rc<Self>) {
        let props = self.props();
        let Some(seen) = browser::seen(&self.at.node) else { return self.draw(props) };
        let ui = Ui { seen: usize::try_from(seen).ok(), ..props.ui.clone() };
        self.draw(AppProps { ui, ..props.clone() });
        self.deferred.replace(Some(props));
        self.once_painted(|this| {
            let deferred = this.deferred.take();
            if let Some(props) = deferred {
                this.draw(props);
            }
        });
    }

    /// Does something once what has been drawn has been painted.
    pub(super) fn once_painted(self: &Rc<Self>, then: fn(&Rc<Self>)) {
        let this = Rc::downgrade(self);
        browser::painted(&Closure::once_into_js(move || {
            if let Some(this) = this.upgrade() {
                then(&this);
            }
        }));
    }

    pub(super) fn draw(&self, props: AppProps) {
        self.deferred.take();
        // What was on its way when the element went away finds its node another explorer's.
        if self.page.borrow().is_none() {
            return;
        }
        // An attribute that the style sheet reads; it can always be set.
        let theme = self.session.borrow().theme().word();
        let _ = self.at.node.set_attribute("data-theme", theme);
        let mut app = self.app.borrow_mut();
        if let Some(app) = app.as_mut() {
            app.update(props);
        } else {
            *app = Some(mount_pool::draw(&self.at.node, props));
        }
    }

    pub(super) fn props(&self) -> AppProps {
        let scene = self.session.borrow().scene();
        AppProps {
            screen: scene.screen.into(),
            ui: Ui {
                language: *self.language.borrow(),
                act: self.act.clone(),
                command: self.command.clone(),
                linkable: scene.linkable,
                fetching: scene.fetching,
                seen: None,
            },
            notice: scene.notice,
            compact: scene.compact,
        }
    }

    fn listen(self: &Rc<Self>) {
        let this = Rc::downgrade(self);
        let events = PageEvents::on(move |event| {
            let Some(this) = this.upgrade() else { return };
            this.send(match event.as_str() {
                "beforeprint" => Msg::Print(true),
                "afterprint" => Msg::Print(false),
                "focus" => Msg::Focused,
                "step" => Msg::AddressChanged(AddressChange::Step),
                "script" => Msg::AddressChanged(AddressChange::Script),
                _ => Msg::AddressChanged(AddressChange::Link),
            });
        });
        self.page.replace(Some(events));
    }
}

impl Subscriber for Mounted {
    fn on_store_changed(self: Rc<Self>, whole: bool) {
        let untouched = self.is_untouched();
        self.send(Msg::StoreChanged { whole, untouched });
    }

    fn on_part_missing(&self, why: String) {
        report::part(&self.at.host, why);
    }
}

/// What happens to the page, heard until this is dropped.
struct PageEvents {
    end: Function,
    _handler: Closure<dyn FnMut(String)>,
}

impl PageEvents {
    fn on(handler: impl FnMut(String) + 'static) -> Self {
        let handler = Closure::new(handler);
        Self { end: browser::listen(&handler), _handler: handler }
    }
}

impl Drop for PageEvents {
    fn drop(&mut self) {
        // It ends listeners of our own.
        call(&self.end);
    }
}
