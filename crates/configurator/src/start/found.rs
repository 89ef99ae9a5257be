//! A law that was found in its file, and what an editor says of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use statute::{Depth, Report, What};

use crate::{
    start::{
        Answer, Fold, Step, Tree,
        reader::{Ask, Question, Seen, Words},
    },
    view::ui::count,
};

/// What a law without a title is called.
pub(super) const UNTITLED: &str = "A law without a title";

/// What was found.
pub(crate) struct Found {
    /// The work that opened its files.
    pub(crate) files: u32,
    pub(crate) depth: Depth,
    pub(crate) title: String,
    pub(crate) report: Report,
    /// Of all its characters, those that are in the dataset, in thousandths.
    pub(crate) share: usize,
    pub(crate) problems: Vec<String>,
    pub(crate) remarks: Vec<String>,
    pub(crate) tree: Tree,
    pub(crate) unfolded: BTreeSet<Fold>,
    pub(crate) query: String,
    pub(crate) answers: Vec<Answer>,
    /// It is taken although something is wrong with it.
    pub(crate) despite: bool,
    /// It is a new version of the law that is open.
    pub(crate) into: bool,
    /// What it changes in that one, as it is ticked now; none before that is known.
    pub(crate) comparison: Option<Comparison>,
    /// The words that this has so far stay beside the new ones.
    pub(crate) keeps: bool,
    /// What the new draft is called then; as the file says where it is empty.
    pub(crate) called: String,
}

/// What a new version changes in the law that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Comparison {
    pub(crate) changes: Vec<Change>,
    /// The drafts that readers can compare by it: the former, and the one from here on.
    pub(crate) drafts: Option<(String, String)>,
}

/// A change to a dataset in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub(crate) kind: ChangeKind,
    pub(crate) line: String,
}

/// In the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ChangeKind {
    Added,
    Dropped,
    /// Not in the new version, and kept, because something is about it.
    Kept,
    Renumbered,
    Reworded,
}

impl ChangeKind {
    pub(crate) const ALL: [(Self, &'static str); 5] = [
        (Self::Added, "added"),
        (Self::Dropped, "dropped"),
        (Self::Kept, "not in it any more, and kept for what is about them"),
        (Self::Renumbered, "renumbered"),
        (Self::Reworded, "reworded"),
    ];
}

impl Found {
    pub(super) fn new(seen: Seen, files: u32) -> Self {
        let Seen { title, report, share, problems, remarks, tree, answers } = seen;
        Self {
            files,
            depth: Depth::default(),
            title,
            report,
            share,
            problems,
            remarks,
            tree,
            unfolded: BTreeSet::new(),
            query: String::new(),
            answers,
            despite: false,
            into: false,
            comparison: None,
            keeps: false,
            called: String::new(),
        }
    }

    /// It was read as deep as that; what was ticked stays, as far as it is told apart, and so does what
    /// an editor said.
    pub(super) fn deepened(&mut self, depth: Depth, seen: Seen) {
        let only = self.tree.only();
        (self.depth, self.title, self.report) = (depth, seen.title, seen.report);
        (self.share, self.problems, self.remarks) = (seen.share, seen.problems, seen.remarks);
        self.tree = seen.tree;
        self.comparison = None;
        self.unfolded.clear();
        if let Some(ids) = only {
            self.tree.tick_only(&ids);
        }
    }

    /// Takes over what an editor has said while the former law stood here: all of it where this is another
    /// file of the same law, and what is the newsroom's own in any case. What that was, by name.
    pub(super) fn take_over<'f>(&mut self, former: &'f Self) -> Vec<&'f str> {
        let is_same = self.title == former.title && self.title != UNTITLED;
        if is_same {
            (self.into, self.keeps) = (former.into, former.keeps);
            self.called.clone_from(&former.called);
        }
        let ticked = former.tree.only().filter(|_| is_same);
        if let Some(ids) = &ticked {
            self.tree.tick_only(ids);
        }
        let mut taken: Vec<&'f str> = Vec::new();
        for answer in self.answers.iter_mut().filter(|it| is_same || it.is_the_newsrooms()) {
            let said = former.answers.iter().find(|it| it.is_edited && it.path == answer.path);
            if let Some(said) = said {
                answer.say(said.text.clone());
                taken.push(said.label());
            }
        }
        taken.extend(ticked.map(|_| "what is ticked"));
        taken
    }

    /// What it changes in the law that is open; that in a sentence, where it is still asked for.
    pub(super) fn compared(&mut self, comparison: Comparison) -> Option<String> {
        self.comparison = Some(comparison).filter(|_| self.into);
        self.changed()
    }

    /// What was found, in a sentence.
    pub(crate) fn said(&self) -> String {
        let number = count(self.tree.provisions.len(), "provision", "provisions");
        format!("{number} found in {}.", self.title)
    }

    /// Everything that was found, as a terminal would print it.
    pub(crate) fn report_text(&self) -> String {
        let list = |name: &str, lines: &[String]| match lines {
            [] => String::new(),
            lines => format!("\n{} {name}\n{}", lines.len(), lines.join("\n")),
        };
        let (problems, remarks) =
            (list("problem(s)", &self.problems), list("to look at", &self.remarks));
        format!("{}\n{}{problems}{remarks}\n", self.title, self.report)
    }

    pub(super) fn step(&mut self, step: Step) {
        match step {
            Step::Tick(at, wanted) => self.tree.tick(at, wanted),
            Step::TickGroup(at, wanted) => self.tree.tick_group(at, wanted),
            Step::TickAll(wanted) => self.tree.tick_all(wanted),
            Step::Unfold(fold, true) => drop(self.unfolded.insert(fold)),
            Step::Unfold(fold, false) => drop(self.unfolded.remove(&fold)),
            Step::Search(query) => self.query = query,
            Step::Answer(at, text) => {
                if let Some(answer) = self.answers.get_mut(at) {
                    answer.say(text);
                }
            }
            Step::Despite(despite) => self.despite = despite,
            Step::Into(into) => self.into = into,
            Step::Keep(keeps) => self.keeps = keeps,
            Step::Called(name) => self.called = name,
            _ => {}
        }
    }

    /// Something that is asked of its files, of what is ticked.
    pub(super) fn question(&self, ask: Ask) -> Question {
        Question { depth: self.depth, only: self.tree.only(), ask }
    }

    /// What becomes of the words that the law has so far.
    pub(super) fn words(&self) -> Words {
        if self.keeps { Words::Kept(self.called.clone()) } else { Words::Replaced }
    }

    /// How much a new version changes, in a sentence.
    pub(crate) fn changed(&self) -> Option<String> {
        let changes = self.comparison.as_ref()?.changes.len();
        Some(format!("{}; no concern is lost.", count(changes, "change", "changes")))
    }

    /// What an editor has yet to say.
    pub(crate) fn missing(&self) -> Vec<&str> {
        if self.into {
            return Vec::new();
        }
        self.answers.iter().filter(|it| it.is_missing()).map(Answer::label).collect()
    }

    /// Whether a dataset can be made of it.
    ///
    /// # Errors
    /// What stands in the way, in a sentence.
    pub(super) fn is_ready(&self) -> Result<(), String> {
        if self.tree.count() == 0 {
            return Err("No provision is ticked.".into());
        }
        if !(self.problems.is_empty() || self.despite) {
            return Err(
                "Something is wrong with the law as it was read; tick that you take it all \
                        the same, or take another file of it."
                    .into(),
            );
        }
        let missing = self.missing();
        if !missing.is_empty() {
            return Err(format!("Still to be said: {}.", missing.join(", ")));
        }
        Ok(())
    }
}

/// How much of it all something is, in thousandths. A browser's `usize` is too small for the product.
pub(super) fn share(part: usize, all: usize) -> usize {
    let thousandths = part as u128 * 1000 / (all as u128).max(1);
    usize::try_from(thousandths).unwrap_or(usize::MAX)
}

pub(super) fn kind(what: &What) -> ChangeKind {
    match what {
        What::Added => ChangeKind::Added,
        What::Dropped { by } if by.is_empty() => ChangeKind::Dropped,
        What::Dropped { .. } => ChangeKind::Kept,
        What::Renumbered { .. } => ChangeKind::Renumbered,
        What::Reworded { .. } => ChangeKind::Reworded,
    }
}
