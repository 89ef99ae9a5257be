//! A dataset for any number of explorers, and the parts of it that come as they are needed: each is
//! asked for once, and whoever subscribed is notified. What is fetched and who subscribed is known
//! to whoever holds this.

use std::{
    cell::{Cell, RefCell},
    iter,
    rc::Rc,
};

use dataset::{Dataset, List as _, Unsound};
use explorer::{EditorialConfig, Explorer};

use crate::{Command, Fetching, Part};

/// A dataset, as much of it as is here.
#[derive(Debug)]
pub struct Store {
    /// As it came: the whole law is made of this and its index.
    file: String,
    /// What the reader may take along, where it isn't published beside the law.
    exports: Option<Exports>,
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

/// What a reader takes along of a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exports {
    /// The dataset as JSON.
    pub json: Rc<str>,
    /// Its concerns as a table.
    pub csv: Rc<str>,
}

/// Where the text of an export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Export {
    /// Here.
    Here(Rc<str>),
    /// In a file of this name beside the dataset's.
    File(String),
}

impl Store {
    /// A store of a compiled law. Its exports stand beside it, unless they are handed over.
    ///
    /// # Errors
    /// Why it is no such law.
    pub fn open(file: String, exports: Option<Exports>) -> Result<Self, Unsound> {
        let explorer = RefCell::new(ready(Dataset::open(&file)?));
        Ok(Self { file, exports, explorer, asked: RefCell::default(), reported: Cell::default() })
    }

    /// The dataset without a newsroom's choices.
    pub fn explorer(&self) -> Rc<Explorer> {
        Rc::clone(&self.explorer.borrow())
    }

    /// Whether only the law's beginning is here.
    pub fn is_awaiting(&self) -> bool {
        self.explorer().dataset().awaits().is_some()
    }

    /// Whether a part is on its way.
    pub(crate) fn is_fetching(&self) -> bool {
        self.asked.borrow().iter().any(|(_, failed)| !failed)
    }

    /// What isn't here, for a screen.
    pub fn fetching(&self) -> Fetching {
        let asked = self.asked.borrow();
        let failed = asked.iter().filter(|(_, failed)| *failed).map(|it| it.0).list();
        Fetching { failed, ..Fetching::of(self.explorer().dataset()) }
    }

    /// Where the text is that a download asks for; nowhere where it isn't one.
    pub fn export(&self, command: Command) -> Option<Export> {
        let explorer = self.explorer();
        let published = explorer.dataset().published()?;
        let (here, name) = match command {
            Command::DownloadJson => (self.exports.as_ref().map(|it| &it.json), &published.json),
            Command::DownloadCsv => (self.exports.as_ref().map(|it| &it.csv), &published.csv),
            _ => return None,
        };
        Some(here.map_or_else(|| Export::File(name.clone()), |it| Export::Here(Rc::clone(it))))
    }

    /// Takes a message in; what is to be done follows, in this order.
    pub fn update(&self, msg: StoreMsg) -> Vec<StoreEffect> {
        let mut effects = Vec::new();
        match msg {
            StoreMsg::Want { part, resting } => self.want(part, resting, &mut effects),
            StoreMsg::Retry(part) => self.retry(part, &mut effects),
            StoreMsg::AwaitIndex => {
                if self.has_failed(Part::Index) {
                    self.retry(Part::Index, &mut effects);
                } else {
                    self.want(Part::Index, false, &mut effects);
                }
            }
            StoreMsg::Received(part, text) => self.receive(part, text, &mut effects),
            StoreMsg::Missing(why) => self.report(why, &mut effects),
            StoreMsg::Unreported => self.reported.set(false),
        }
        effects
    }

    fn has_failed(&self, part: Part) -> bool {
        self.asked.borrow().contains(&(part, true))
    }

    /// Asks for a part, unless that was done or there is nothing to ask for.
    fn want(&self, part: Part, resting: bool, effects: &mut Vec<StoreEffect>) {
        let explorer = self.explorer();
        let dataset = explorer.dataset();
        let name = match part {
            Part::Index => dataset.awaits().map(|rest| rest.index.name.as_str()),
            Part::Shard(shard) => dataset.shard(shard),
            Part::Postings(file) => dataset.posting_file(file),
        };
        let mut asked = self.asked.borrow_mut();
        let is_asked = asked.iter().any(|(asked, _)| *asked == part);
        if let Some(name) = name.filter(|_| !is_asked) {
            asked.push((part, false));
            effects.push(StoreEffect::Fetch { part, name: name.to_owned(), resting });
        }
    }

    /// Asks again for a part, or, as one search may lack several, for all postings that failed.
    fn retry(&self, part: Part, effects: &mut Vec<StoreEffect>) {
        let is_like = |it: &Part| matches!((it, part), (Part::Postings(_), Part::Postings(_)));
        let failed = self.fetching().failed.into_iter().filter(|it| *it != part && is_like(it));
        for part in iter::once(part).chain(failed) {
            self.settle(part);
            self.want(part, false, effects);
        }
        effects.push(StoreEffect::Notify { whole: false });
    }

    fn settle(&self, part: Part) {
        self.asked.borrow_mut().retain(|(asked, _)| *asked != part);
    }

    fn receive(&self, part: Part, file: Result<String, String>, effects: &mut Vec<StoreEffect>) {
        let taken = file.and_then(|file| self.take(part, &file).map_err(|why| why.to_string()));
        let whole = taken.is_ok() && part == Part::Index;
        match taken {
            Ok(dataset) => {
                self.settle(part);
                if let Some(dataset) = dataset {
                    *self.explorer.borrow_mut() = ready(dataset);
                }
            }
            Err(why) => {
                for asked in self.asked.borrow_mut().iter_mut().filter(|it| it.0 == part) {
                    asked.1 = true;
                }
                self.report(why, effects);
            }
        }
        effects.push(StoreEffect::Notify { whole });
    }

    /// Reads a part; the index makes another dataset of the law's beginning, all others fill in what
    /// is here.
    fn take(&self, part: Part, file: &str) -> Result<Option<Dataset>, Unsound> {
        match part {
            // Opened once more, because the first is in use until there is another.
            Part::Index => Dataset::open(&self.file)?.with_index(file).map(Some),
            Part::Shard(shard) => self.explorer().dataset().fill(shard, file).map(|()| None),
            Part::Postings(nth) => {
                self.explorer().dataset().fill_postings(nth, file).map(|()| None)
            }
        }
    }

    /// Of several missing parts the page is told once.
    fn report(&self, why: String, effects: &mut Vec<StoreEffect>) {
        if !self.reported.replace(true) {
            effects.push(StoreEffect::Report(why));
        }
    }
}

fn ready(dataset: Dataset) -> Rc<Explorer> {
    Rc::new(Explorer::new(Rc::new(dataset), EditorialConfig::default()))
}
