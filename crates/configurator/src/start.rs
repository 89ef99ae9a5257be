//! A dataset that begins with the law's own file: what was found in it, which of its provisions are
//! wanted, what only an editor can say, and whether it is a law of its own or a new version of the one
//! that is open here. How files are read is for `statute` to know; no browser in here.

mod answers;
mod found;
mod here;
mod reader;
#[cfg(test)]
mod tests;
mod tree;
mod work;

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use statute::Depth;
use web_sys::File;

pub(crate) use answers::Answer;
pub(crate) use found::{Change, ChangeKind, Comparison, Found};
pub(crate) use here::Here;
pub(crate) use reader::Reader;
pub(crate) use tree::{Group, Tree};
pub(crate) use work::{Aim, Job, Ready, Work};

use crate::model::Model;

/// What is done with a law's file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Files are chosen or dropped.
    Open(Vec<File>),
    /// They are read, by their names and sizes in bytes.
    Begin(Vec<(String, usize)>),
    /// No worker came for a work: the page does it.
    Here(NoWorker),
    /// What came of the work of this number, as JSON, or why nothing has.
    Told(u32, Result<String, String>),
    /// What is being done is given up.
    Stop,
    /// The law that was found before this one is looked at again.
    Back,
    /// How deep its provisions are told apart.
    Depth(Depth),
    /// A provision is wanted or not, by its place.
    Tick(usize, bool),
    /// All of a group are wanted or not, by its place.
    TickGroup(usize, bool),
    TickAll(bool),
    /// What stands in a group or a provision is in sight or not.
    Unfold(Fold, bool),
    Search(String),
    /// What an editor says, by the place of the question.
    Answer(usize, String),
    /// It is taken although something is wrong with it.
    Despite(bool),
    /// It is a new version of the law that is open.
    Into(bool),
    /// What it changes in that one is looked at, once more.
    Compare,
    /// The words that this law has so far stay beside the new ones.
    Keep(bool),
    /// What the new draft is called then.
    Called(String),
    /// It becomes the law of this page.
    Take,
    /// That, and it goes on the desk.
    ToDesk,
    SaveDataset,
    SaveReport,
}

/// A work for which no worker came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoWorker {
    pub(crate) nth: u32,
    /// In a sentence without its end.
    pub(crate) why: String,
    /// None will come for another one either.
    pub(crate) for_good: bool,
}

/// Something that folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fold {
    Group(usize),
    Provision(usize),
}

/// What there is of a law's file so far.
#[derive(Default)]
pub(crate) struct Start {
    /// What is being done with its files.
    pub(crate) work: Option<Work>,
    /// What is to be done after that, in this order.
    next: VecDeque<Job>,
    /// How much has been begun.
    works: u32,
    /// Why files could not be read.
    pub(crate) refused: Vec<String>,
    pub(crate) found: Option<Found>,
    /// The one that was found before, with all that was said of it.
    pub(crate) former: Option<Found>,
    /// What another law has ended and isn't said yet, in sentences.
    pub(crate) ended: Vec<String>,
    /// What the browser is to do with a dataset that was made.
    pub(crate) ready: Option<Ready>,
}

/// A dataset that is ready.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Made {
    /// What its file is called.
    pub(crate) name: String,
    pub(crate) json: String,
}

impl Model {
    /// Does what needs no browser.
    pub(crate) fn start(&mut self, step: Step) {
        match step {
            Step::Open(_) | Step::SaveReport => {}
            Step::Begin(files) => self.begin_opening(&files),
            Step::Here(it) => self.work_here(it.nth, &it.why),
            Step::Told(nth, told) => self.told(nth, told),
            Step::Stop => self.stop_work(),
            Step::Back => self.go_back(),
            Step::Depth(depth) => self.wish(Job::Deepen(depth)),
            Step::Compare => self.wish(Job::Compare),
            Step::Take => self.wish(Job::Make(Aim::Here)),
            Step::ToDesk => self.wish(Job::Make(Aim::Desk)),
            Step::SaveDataset => self.wish(Job::Make(Aim::Save)),
            step => self.choose(step),
        }
    }

    /// What an editor chooses and says of the law that was found.
    fn choose(&mut self, step: Step) {
        let Some(found) = &mut self.start.found else { return };
        let compares = matches!(step, Step::Into(true)) || found.into && step.changes_update();
        let is_own = matches!(step, Step::Into(false));
        if compares || is_own {
            found.comparison = None;
        }
        found.step(step);
        if is_own {
            self.start.next.retain(|it| *it != Job::Compare);
        }
        if compares {
            self.wish(Job::Compare);
        }
    }
}

/// How large a file is, for people.
pub(crate) fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
