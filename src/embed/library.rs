//! A law for any number of explorers on the page, and the parts of it that come as they are needed:
//! each is asked for once, and every explorer hears of it.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use dataset::{Dataset, Node, Parsed, Problem, json};
use explorer::{EditorialConfig, Explorer};
use wasm_bindgen::prelude::*;

use super::{browser, report, session::Session};
use crate::{Fetching, Part};

/// A law, as much of it as is here.
pub(super) struct Library {
    /// As it came, for the reader's download.
    pub(super) source: Rc<str>,
    /// Where it came from; its parts stand beside it.
    address: String,
    explorer: RefCell<Rc<Explorer>>,
    /// What has been asked for and isn't here, each with whether it failed.
    asked: RefCell<Vec<(Part, bool)>>,
    told: Cell<bool>,
    /// Settled once the index is here or has failed.
    index: RefCell<JsValue>,
    readers: RefCell<Vec<Weak<Session>>>,
}

impl Library {
    pub(super) fn new(source: String, address: String, dataset: Dataset) -> Rc<Self> {
        Rc::new(Self {
            source: source.into(),
            address,
            explorer: RefCell::new(ready(dataset)),
            asked: RefCell::default(),
            told: Cell::default(),
            index: RefCell::new(JsValue::UNDEFINED),
            readers: RefCell::default(),
        })
    }

    /// The law without a newsroom's choices.
    pub(super) fn explorer(&self) -> Rc<Explorer> {
        Rc::clone(&self.explorer.borrow())
    }

    /// Adds an explorer that hears of what comes.
    pub(super) fn join(&self, session: &Rc<Session>) {
        let mut readers = self.readers.borrow_mut();
        readers.retain(|it| it.strong_count() > 0);
        readers.push(Rc::downgrade(session));
    }

    /// What is on its way, for a screen.
    pub(super) fn fetching(&self) -> Fetching {
        let failed =
            self.asked.borrow().iter().filter(|(_, failed)| *failed).map(|it| it.0).collect();
        Fetching { failed, ..Fetching::of(self.explorer().dataset()) }
    }

    /// Asks for a part, unless somebody has; `resting` where that may wait until the page rests.
    pub(super) fn want(self: &Rc<Self>, part: Part, resting: bool) {
        let explorer = self.explorer();
        let dataset = explorer.dataset();
        let name = match part {
            Part::Index => dataset.awaits().map(|parts| parts.index.as_str()),
            Part::Shard(shard) => dataset.shard(shard),
        };
        let Some(name) = name else { return };
        if self.asked.borrow().iter().any(|(asked, _)| *asked == part) {
            return;
        }
        self.asked.borrow_mut().push((part, false));
        let library = Rc::clone(self);
        let settled = self.fetch(name, resting, move |text| library.take(part, text));
        if part == Part::Index {
            *self.index.borrow_mut() = settled;
        }
    }

    /// Asks again for a part that failed.
    pub(super) fn again(self: &Rc<Self>, part: Part) {
        self.asked.borrow_mut().retain(|(asked, _)| *asked != part);
        self.want(part, false);
        self.tell_readers(false);
    }

    /// Hands over the whole law as one text.
    pub(super) fn whole(&self, then: impl FnOnce(Result<Rc<str>, String>) + 'static) {
        match &self.explorer().dataset().records().parts {
            Some(parts) => {
                self.fetch(&parts.whole, false, |text| then(text.map(Into::into)));
            }
            None => then(Ok(Rc::clone(&self.source))),
        }
    }

    /// Whether something is so of the whole law; a promise of it where the rest is on its way, of
    /// nothing should that not come.
    pub(super) fn answer(self: &Rc<Self>, ask: impl Fn() -> bool + 'static) -> JsValue {
        let is_so = ask();
        if is_so || !self.is_awaiting() {
            return is_so.into();
        }
        if self.asked.borrow().contains(&(Part::Index, true)) {
            self.again(Part::Index);
        }
        self.want(Part::Index, false);
        let library = Rc::clone(self);
        let ask = move |_: JsValue| (!library.is_awaiting()).then(&ask);
        browser::after(&self.index.borrow(), &Closure::once_into_js(ask))
    }

    /// Whether only the law's beginning is here.
    pub(super) fn is_awaiting(&self) -> bool {
        self.explorer().dataset().awaits().is_some()
    }

    /// Fetches a file beside the law's.
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

    fn take(&self, part: Part, text: Result<String, String>) {
        let outcome = text.and_then(|text| {
            let read = |node: Node| match part {
                // Read once more, because the first is in use until there is another.
                Part::Index => match read(&self.source).dataset {
                    Some(beginning) => beginning.with_index(node).map(Some),
                    None => Ok(None),
                },
                Part::Shard(shard) => self.explorer().dataset().fill(shard, &node).map(|()| None),
            };
            let node = json::parse(&text);
            drop(text);
            node.map_err(|problem| vec![problem]).and_then(read).map_err(|all| said(&all))
        });
        match outcome {
            Ok(whole) => {
                self.asked.borrow_mut().retain(|(asked, _)| *asked != part);
                if let Some(whole) = whole {
                    *self.explorer.borrow_mut() = ready(whole);
                }
                self.tell_readers(part == Part::Index);
            }
            Err(why) => {
                self.asked
                    .borrow_mut()
                    .iter_mut()
                    .filter(|it| it.0 == part)
                    .for_each(|it| it.1 = true);
                self.tell(&why);
                self.tell_readers(false);
            }
        }
    }

    /// Tells the page that a part is missing; of several once.
    pub(super) fn tell(&self, why: &str) {
        let first = self.readers.borrow().iter().find_map(Weak::upgrade);
        if let Some(session) = first.filter(|_| !self.told.replace(true)) {
            report::part(session.host(), why);
        }
    }

    fn tell_readers(&self, whole: bool) {
        let readers: Vec<_> = self.readers.borrow().iter().filter_map(Weak::upgrade).collect();
        for session in readers {
            session.hear(whole);
        }
    }
}

/// Reads a dataset's text.
pub(super) fn read(text: &str) -> Parsed {
    match json::parse(text) {
        Ok(node) => dataset::read(node),
        Err(problem) => Parsed { dataset: None, problems: vec![problem] },
    }
}

fn ready(dataset: Dataset) -> Rc<Explorer> {
    Rc::new(Explorer::new(Rc::new(dataset), EditorialConfig::default()))
}

fn said(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
