//! A dataset that begins with the law's own file: what was found in it, which of its provisions are
//! wanted, what only an editor can say, and whether it is a law of its own or a new version of the one
//! that is open here. How files are read is for `statute` to know; no browser in here.

mod answers;
mod found;
#[cfg(test)]
mod tests;
mod tree;

use statute::Depth;
use web_sys::File;

pub(crate) use answers::Answer;
pub(crate) use found::{ChangeKind, Found};
pub(crate) use tree::{Group, Tree};

use crate::{law::Law, model::Model};

/// What is done with a law's file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Files are chosen or dropped; the browser reads them.
    Open(Vec<File>),
    /// Their names and bytes are here, or why not.
    Arrived(Vec<(String, Vec<u8>)>, Option<String>),
    /// Reads them as a law, once the page has said that it does.
    Parse,
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
    /// What is being read, and that the page stands still meanwhile.
    pub(crate) reading: Option<String>,
    /// Why files could not be read.
    pub(crate) refused: Vec<String>,
    files: Vec<(String, Vec<u8>)>,
    pub(crate) found: Option<Found>,
}

/// A dataset that is ready.
pub(crate) struct Made {
    /// What its file is called.
    pub(crate) name: String,
    pub(crate) json: String,
}

impl Model {
    /// Does what needs no browser.
    pub(crate) fn start(&mut self, step: Step) {
        match step {
            Step::Open(_) | Step::SaveDataset | Step::SaveReport | Step::ToDesk => {}
            Step::Arrived(files, refusal) => {
                self.start.arrived(files, refusal);
                let start = &self.start;
                let said = start.reading.clone().or_else(|| start.refused.first().cloned());
                self.say(said.unwrap_or_default());
            }
            Step::Parse => {
                let today = self.around.today.map(|it| it.to_string()).unwrap_or_default();
                self.start.parse(&today);
                let said = self.start.found.as_ref().map(Found::said);
                self.say(said.unwrap_or_else(|| "The law’s file can’t be read.".into()));
            }
            Step::Take => {
                self.take_start();
            }
            step => {
                let (law, compares) = (self.law.clone(), matches!(step, Step::Into(true)));
                let Some(found) = &mut self.start.found else { return };
                found.step(step, &law);
                let said = found.changed().filter(|_| compares);
                if let Some(said) = said {
                    self.say(said);
                }
            }
        }
    }

    /// Makes it the law of this page; whether it is that now.
    pub(crate) fn take_start(&mut self) -> bool {
        match self.start_made() {
            Ok(made) => {
                self.open_law(Law::read(made.json, Some(made.name), self.around.today), None)
            }
            Err(why) => {
                self.say(why);
                false
            }
        }
    }

    /// The dataset as it is now.
    ///
    /// # Errors
    /// What is missing yet, in a sentence.
    pub(crate) fn start_made(&self) -> Result<Made, String> {
        let found = self.start.found.as_ref().ok_or("Open a law’s file first.")?;
        found.made(&self.law)
    }
}

impl Start {
    fn arrived(&mut self, files: Vec<(String, Vec<u8>)>, refusal: Option<String>) {
        if let Some(why) = refusal {
            self.refused = vec![format!("The file can’t be read: {why}.")];
            return;
        }
        if files.is_empty() {
            return;
        }
        let file = |(name, bytes): &(String, Vec<u8>)| format!("{name} ({})", size(bytes.len()));
        let names: Vec<_> = files.iter().map(file).collect();
        let names = names.join(", ");
        self.reading = Some(format!("Reading {names}. The page stands still until that is done."));
        self.files = files;
    }

    /// What was compared was another law.
    pub(crate) fn law_changed(&mut self) {
        if let Some(found) = &mut self.found {
            found.changes = None;
        }
    }

    fn parse(&mut self, today: &str) {
        self.reading = None;
        let files = std::mem::take(&mut self.files);
        match Found::read(&files, today) {
            Ok(found) => {
                self.refused.clear();
                self.found = Some(found);
            }
            Err(refused) => self.refused = refused,
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
