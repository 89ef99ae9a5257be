//! A dataset for any number of explorers on the page: fetches what its [`Store`] wants, and notifies
//! who subscribed.

use dataset::List as _;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use session::{Command, Export, Part, Store, StoreEffect, StoreMsg};
use wasm_bindgen::prelude::*;

use super::browser;

/// An explorer that shows a store's dataset.
pub(super) trait Subscriber {
    /// More of the dataset has come, or has failed to come; `whole` where it is all that it names.
    fn on_store_changed(self: Rc<Self>, whole: bool);
    /// A part is missing, and this is the one to tell the page.
    fn on_part_missing(&self, why: String);
}

/// A dataset, as much of it as is here.
pub(super) struct SharedStore {
    core: Rc<Store>,
    /// Where it came from; its parts stand beside it.
    address: String,
    /// Settled once the index is here or has failed.
    index: RefCell<JsValue>,
    subscribers: RefCell<Vec<Weak<dyn Subscriber>>>,
}

impl SharedStore {
    pub(super) fn new(core: Store, address: String) -> Rc<Self> {
        Rc::new(Self {
            core: Rc::new(core),
            address,
            index: RefCell::new(JsValue::UNDEFINED),
            subscribers: RefCell::default(),
        })
    }

    pub(super) fn core(&self) -> &Rc<Store> {
        &self.core
    }

    /// Adds an explorer that is notified of what comes.
    pub(super) fn subscribe(&self, subscriber: &Rc<dyn Subscriber>) {
        let mut subscribers = self.subscribers.borrow_mut();
        subscribers.retain(|it| it.strong_count() > 0);
        subscribers.push(Rc::downgrade(subscriber));
    }

    /// Reports what has happened, and carries out what follows.
    pub(super) fn send(self: &Rc<Self>, msg: StoreMsg) {
        for effect in self.core.update(msg) {
            match effect {
                StoreEffect::Fetch { part, name, resting } => self.fetch_part(part, &name, resting),
                StoreEffect::Report(why) => self.report(why),
                StoreEffect::Notify { whole } => {
                    for subscriber in self.subscribers() {
                        subscriber.on_store_changed(whole);
                    }
                }
            }
        }
    }

    /// Hands over the text that a download asks for.
    pub(super) fn export(
        &self,
        command: Command,
        then: impl FnOnce(Result<Rc<str>, String>) + 'static,
    ) {
        match self.core.export(command) {
            Some(Export::Here(text)) => then(Ok(text)),
            Some(Export::File(name)) => {
                self.fetch(&name, false, |text| then(text.map(Into::into)));
            }
            None => {}
        }
    }

    /// Whether something is so of the whole law; a promise of it where the rest is on its way, of
    /// nothing should that not come.
    pub(super) fn answer(self: &Rc<Self>, ask: impl Fn() -> bool + 'static) -> JsValue {
        let is_so = ask();
        if is_so || !self.core.is_awaiting() {
            return is_so.into();
        }
        self.send(StoreMsg::AwaitIndex);
        let core = Rc::clone(&self.core);
        let ask = move |_: JsValue| (!core.is_awaiting()).then(&ask);
        browser::after(&self.index.borrow(), &Closure::once_into_js(ask))
    }

    fn subscribers(&self) -> Vec<Rc<dyn Subscriber>> {
        self.subscribers.borrow().iter().filter_map(Weak::upgrade).list()
    }

    fn report(self: &Rc<Self>, why: String) {
        match self.subscribers().first() {
            Some(first) => first.on_part_missing(why),
            None => self.send(StoreMsg::Unreported),
        }
    }

    fn fetch_part(self: &Rc<Self>, part: Part, name: &str, resting: bool) {
        let this = Rc::clone(self);
        let settled =
            self.fetch(name, resting, move |text| this.send(StoreMsg::Received(part, text)));
        if part == Part::Index {
            self.index.replace(settled);
        }
    }

    /// Fetches a file beside the dataset's.
    fn fetch(
        &self,
        name: &str,
        resting: bool,
        then: impl FnOnce(Result<String, String>) + 'static,
    ) -> JsValue {
        let done = move |text: Option<String>, why: Option<String>| {
            then(text.ok_or(why.unwrap_or_default()));
        };
        browser::fetch(name, &self.address, resting, &Closure::once_into_js(done))
    }
}
