//! A dataset for any number of explorers, and the parts of it that come as they are needed: each is
//! asked for once, and whoever subscribed is notified. What is fetched and who subscribed is known
//! to whoever holds this.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use dataset::{Dataset, Node, Parsed, Problem, json};
use explorer::{EditorialConfig, Explorer};

use crate::{Fetching, Part};

/// A dataset, as much of it as is here.
#[derive(Debug)]
pub struct Store {
    /// As it came, for the reader's download.
    source: Rc<str>,
    explorer: RefCell<Rc<Explorer>>,
    /// What has been asked for and isn't here, each with whether it failed.
    asked: RefCell<Vec<(Part, bool)>>,
    reported: Cell<bool>,
}

/// What happens to a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreMsg {
    /// An explorer needs a part.
    Want {
        /// Which one.
        part: Part,
        /// Whether that may wait until the page rests.
        resting: bool,
    },
    /// A reader asks again for a part that failed.
    Retry(Part),
    /// The page waits for what only the index can answer.
    AwaitIndex,
    /// A part's text, or why it didn't come.
    Received(Part, Result<String, String>),
    /// Something else of the law could not be had; why.
    Missing(String),
    /// Nobody had subscribed yet to whom [`StoreEffect::Report`] could have gone.
    Unreported,
}

/// What is to be done for a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreEffect {
    /// Fetch a file that stands beside the dataset's, then send [`StoreMsg::Received`].
    Fetch {
        /// Which part it is.
        part: Part,
        /// The file's name.
        name: String,
        /// Whether that may wait until the page rests.
        resting: bool,
    },
    /// Tell the page why a part is missing.
    Report(String),
    /// Notify the subscribers; `whole` where all that the law names has come.
    Notify {
        /// Whether that is so.
        whole: bool,
    },
}

/// Where the text of the whole law is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// Here.
    Here(Rc<str>),
    /// In a file of this name beside the dataset's.
    File(String),
}

impl Store {
    /// A store of a dataset, whose text is kept for downloads.
    pub fn new(source: String, dataset: Dataset) -> Self {
        Self {
            source: source.into(),
            explorer: RefCell::new(ready(dataset)),
            asked: RefCell::default(),
            reported: Cell::default(),
        }
    }

    /// The dataset without a newsroom's choices.
    pub fn explorer(&self) -> Rc<Explorer> {
        Rc::clone(&self.explorer.borrow())
    }

    /// Whether only the law's beginning is here.
    pub fn is_awaiting(&self) -> bool {
        self.explorer().dataset().awaits().is_some()
    }

    /// What isn't here, for a screen.
    pub fn fetching(&self) -> Fetching {
        let asked = self.asked.borrow();
        let failed = asked.iter().filter(|(_, failed)| *failed).map(|it| it.0).collect();
        Fetching { failed, ..Fetching::of(self.explorer().dataset()) }
    }

    /// Where the text of the whole law is.
    pub fn whole(&self) -> Whole {
        match &self.explorer().dataset().records().parts {
            Some(parts) => Whole::File(parts.whole.clone()),
            None => Whole::Here(Rc::clone(&self.source)),
        }
    }

    /// Takes a message in; what is to be done follows, in this order.
    pub fn update(&self, msg: StoreMsg) -> Vec<StoreEffect> {
        match msg {
            StoreMsg::Want { part, resting } => self.want(part, resting).into_iter().collect(),
            StoreMsg::Retry(part) => self.retry(part),
            StoreMsg::AwaitIndex if self.asked.borrow().contains(&(Part::Index, true)) => {
                self.retry(Part::Index)
            }
            StoreMsg::AwaitIndex => self.want(Part::Index, false).into_iter().collect(),
            StoreMsg::Received(part, text) => self.receive(part, text),
            StoreMsg::Missing(why) => self.report(why).into_iter().collect(),
            StoreMsg::Unreported => {
                self.reported.set(false);
                Vec::new()
            }
        }
    }

    /// Asks for a part, unless that was done or there is nothing to ask for.
    fn want(&self, part: Part, resting: bool) -> Option<StoreEffect> {
        let explorer = self.explorer();
        let dataset = explorer.dataset();
        let name = match part {
            Part::Index => dataset.awaits().map(|parts| parts.index.as_str()),
            Part::Shard(shard) => dataset.shard(shard),
        };
        let name = name?.to_owned();
        let mut asked = self.asked.borrow_mut();
        if asked.iter().any(|(asked, _)| *asked == part) {
            return None;
        }
        asked.push((part, false));
        Some(StoreEffect::Fetch { part, name, resting })
    }

    fn retry(&self, part: Part) -> Vec<StoreEffect> {
        self.settle(part);
        let fetch = self.want(part, false);
        fetch.into_iter().chain([StoreEffect::Notify { whole: false }]).collect()
    }

    fn settle(&self, part: Part) {
        self.asked.borrow_mut().retain(|(asked, _)| *asked != part);
    }

    fn receive(&self, part: Part, text: Result<String, String>) -> Vec<StoreEffect> {
        match text.and_then(|text| self.take(part, text)) {
            Ok(whole) => {
                self.settle(part);
                if let Some(whole) = whole {
                    *self.explorer.borrow_mut() = ready(whole);
                }
                vec![StoreEffect::Notify { whole: part == Part::Index }]
            }
            Err(why) => {
                let mut asked = self.asked.borrow_mut();
                asked.iter_mut().filter(|it| it.0 == part).for_each(|it| it.1 = true);
                let report = self.report(why);
                report.into_iter().chain([StoreEffect::Notify { whole: false }]).collect()
            }
        }
    }

    /// Reads a part; the index makes another dataset of the law's beginning, a shard fills in what
    /// is here.
    fn take(&self, part: Part, text: String) -> Result<Option<Dataset>, String> {
        let read_part = |node: Node| match part {
            // Read once more, because the first is in use until there is another.
            Part::Index => match read(&self.source).dataset {
                Some(beginning) => beginning.with_index(node).map(Some),
                None => Ok(None),
            },
            Part::Shard(shard) => self.explorer().dataset().fill(shard, &node).map(|()| None),
        };
        let node = json::parse(&text);
        drop(text);
        node.map_err(|problem| vec![problem]).and_then(read_part).map_err(|all| sentence(&all))
    }

    /// Of several missing parts the page is told once.
    fn report(&self, why: String) -> Option<StoreEffect> {
        (!self.reported.replace(true)).then_some(StoreEffect::Report(why))
    }
}

/// Reads a dataset's text.
pub fn read(text: &str) -> Parsed {
    match json::parse(text) {
        Ok(node) => dataset::read(node),
        Err(problem) => Parsed::refused(problem),
    }
}

fn ready(dataset: Dataset) -> Rc<Explorer> {
    Rc::new(Explorer::new(Rc::new(dataset), EditorialConfig::default()))
}

fn sentence(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
