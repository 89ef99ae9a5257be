//! A dataset that begins with the law's own file: what was found in it, which of its provisions are
//! wanted, what only an editor can say, and whether it is a law of its own or a new version of the one
//! that is open here. How files are read is for `statute` to know; no browser in here.

mod answers;
mod found;
mod reader;
#[cfg(test)]
mod tests;
mod tree;
mod work;

use serde::{Deserialize, Serialize};
use statute::Depth;
use web_sys::File;

pub(crate) use answers::Answer;
pub(crate) use found::{Change, ChangeKind, Comparison, Found};
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
    /// No worker starts for the work of this number: the page does it.
    Here(u32),
    /// What came of the work of this number, as JSON, or why nothing has.
    Told(u32, Result<String, String>),
    /// What is being done is given up.
    Stop,
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
    /// What is to be done after that.
    next: Option<Job>,
    /// How much has been begun.
    works: u32,
    /// Why files could not be read.
    pub(crate) refused: Vec<String>,
    pub(crate) found: Option<Found>,
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
            Step::Here(nth) => self.work_here(nth),
            Step::Told(nth, told) => self.told(nth, told),
            Step::Stop => self.stop_work(),
            Step::Depth(depth) => self.work_on(Job::Deepen(depth)),
            Step::Compare => self.work_on(Job::Compare),
            Step::Take => self.make(Aim::Here),
            Step::ToDesk => self.make(Aim::Desk),
            Step::SaveDataset => self.make(Aim::Save),
            step => self.choose(step),
        }
    }

    /// What an editor chooses and says of the law that was found.
    fn choose(&mut self, step: Step) {
        let Some(found) = &mut self.start.found else { return };
        let compares = matches!(step, Step::Into(true)) || found.into && step.changes_update();
        if compares || matches!(step, Step::Into(false)) {
            found.comparison = None;
        }
        found.step(step);
        if compares {
            self.work_on(Job::Compare);
        }
    }

    /// Makes a dataset of it, unless something is missing yet.
    fn make(&mut self, aim: Aim) {
        let found = self.start.found.as_ref().ok_or_else(|| "Open a law’s file first.".to_owned());
        match found.and_then(Found::is_ready) {
            Ok(()) => self.work_on(Job::Make(aim)),
            Err(why) => self.say(why),
        }
    }
}

impl Start {
    /// What was compared was another law.
    pub(crate) fn law_changed(&mut self) {
        if let Some(found) = &mut self.found {
            (found.into, found.comparison) = (false, None);
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
