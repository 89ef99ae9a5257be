//! A law that was found in its file, and the dataset that comes of what an editor says of it.

use std::collections::BTreeSet;

use authoring::{Node, json};
use statute::{Choice, Depth, DraftPair, File, Finding, Former, Opened, Report, What};

use crate::{
    law::Law,
    start::{Answer, Fold, Made, Step, Tree},
    view::ui::count,
};

/// What was found.
pub(crate) struct Found {
    opened: Opened,
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
    /// What a new version changes in the law that is open; none where this is a law of its own.
    pub(crate) changes: Option<Vec<Change>>,
    /// The words that this has so far stay beside the new ones.
    pub(crate) keeps: bool,
    /// What the new draft is called then; as the file says where it is empty.
    pub(crate) called: String,
    /// The drafts that readers can compare by it.
    pub(crate) drafts: Option<DraftPair>,
}

/// A change to a dataset in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) kind: ChangeKind,
    pub(crate) line: String,
}

/// In the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Reads a law in one file or in several.
    ///
    /// # Errors
    /// Each file that can't be read, with a sentence.
    pub(crate) fn read(files: &[(String, Vec<u8>)], today: &str) -> Result<Self, Vec<String>> {
        let files: Vec<_> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let opened = statute::open(&files).map_err(|refused| lines(&refused))?;
        let law = opened.law(&Choice::default());
        let mut found = Self {
            opened,
            depth: Depth::default(),
            title: String::new(),
            report: law.report(),
            share: 0,
            problems: Vec::new(),
            remarks: Vec::new(),
            tree: Tree::default(),
            unfolded: BTreeSet::new(),
            query: String::new(),
            answers: Answer::all(&law.dataset, &law.to_be_given, today),
            despite: false,
            changes: None,
            keeps: false,
            called: String::new(),
            drafts: None,
        };
        found.describe(&law);
        Ok(found)
    }

    /// All that is told of the law as a whole.
    fn describe(&mut self, law: &statute::Law) {
        let title = law.dataset.field("instrument").and_then(|it| it.field("title"));
        self.title = title.and_then(Node::as_text).unwrap_or("A law without a title").into();
        self.report = law.report();
        self.share = share(law.kept + law.numbers, law.characters);
        self.problems = lines(&law.problems);
        self.remarks = lines(&law.remarks);
        self.tree = Tree::of(&law.dataset);
        self.unfolded.clear();
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

    pub(crate) fn step(&mut self, step: Step, law: &Law) {
        let compares =
            matches!(step, Step::Into(true)) || self.changes.is_some() && step.changes_update();
        match step {
            Step::Depth(depth) => self.deepen(depth),
            Step::Tick(at, wanted) => self.tree.tick(at, wanted),
            Step::TickGroup(at, wanted) => self.tree.tick_group(at, wanted),
            Step::TickAll(wanted) => self.tree.tick_all(wanted),
            Step::Unfold(fold, true) => drop(self.unfolded.insert(fold)),
            Step::Unfold(fold, false) => drop(self.unfolded.remove(&fold)),
            Step::Search(query) => self.query = query,
            Step::Answer(at, text) => {
                if let Some(answer) = self.answers.get_mut(at) {
                    answer.text = text;
                }
            }
            Step::Despite(despite) => self.despite = despite,
            Step::Into(into) => self.changes = into.then(Vec::new),
            Step::Keep(keeps) => self.keeps = keeps,
            Step::Called(name) => self.called = name,
            _ => {}
        }
        if compares {
            self.compare(law);
        }
    }

    /// Reads it as deep as that; what was ticked stays, as far as it is told apart.
    fn deepen(&mut self, depth: Depth) {
        self.depth = depth;
        let only = self.tree.only();
        let law = self.opened.law(&Choice { depth, only: None });
        self.describe(&law);
        if let Some(ids) = only {
            self.tree.tick_only(&ids);
        }
    }

    fn chosen(&self) -> statute::Law {
        self.opened.law(&Choice { depth: self.depth, only: self.tree.only() })
    }

    fn compare(&mut self, law: &Law) {
        let Ok(old) = json::parse(&law.source) else { return };
        let update = statute::update(&old, &self.chosen(), self.former());
        let change = |it: &statute::Change| Change { kind: kind(&it.what), line: it.to_string() };
        self.changes = Some(update.changes.iter().map(change).collect());
        self.drafts = update.drafts;
    }

    fn former(&self) -> Former<'_> {
        if self.keeps { Former::Kept { now: &self.called } } else { Former::Replaced }
    }

    /// How much a new version changes, in a sentence.
    pub(crate) fn changed(&self) -> Option<String> {
        let changes = self.changes.as_ref()?.len();
        Some(format!("{}; no concern is lost.", count(changes, "change", "changes")))
    }

    /// What an editor has yet to say.
    pub(crate) fn missing(&self) -> Vec<&str> {
        if self.changes.is_some() {
            return Vec::new();
        }
        self.answers.iter().filter(|it| it.is_missing()).map(Answer::label).collect()
    }

    /// The dataset.
    ///
    /// # Errors
    /// What stands in the way, in a sentence.
    pub(crate) fn made(&self, law: &Law) -> Result<Made, String> {
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
        let chosen = self.chosen();
        let dataset = if self.changes.is_some() {
            let old = json::parse(&law.source).map_err(|error| error.to_string())?;
            statute::update(&old, &chosen, self.former()).dataset
        } else {
            let mut dataset = chosen.dataset;
            self.answers.iter().for_each(|it| it.put(&mut dataset));
            self.unsound(&dataset, &chosen.to_be_given)?;
            dataset
        };
        let id = dataset.field("id").and_then(Node::as_text).unwrap_or("law");
        let name = format!("{id}.json");
        let json = serde_json::to_string_pretty(&dataset).map_err(|error| error.to_string())?;
        Ok(Made { name, json: json + "\n" })
    }

    /// Answers that the format doesn't take, each with what would be right.
    fn unsound(&self, dataset: &Node, to_be_given: &[String]) -> Result<(), String> {
        let asked = |path: &str| {
            self.answers.iter().any(|it| it.path == path) || to_be_given.iter().any(|it| it == path)
        };
        let problems = authoring::read(dataset.clone()).problems;
        let wrong = problems.iter().filter(|it| asked(&it.at.to_string()));
        let wrong: Vec<_> = wrong.map(ToString::to_string).collect();
        if wrong.is_empty() { Ok(()) } else { Err(format!("{}.", wrong.join("; "))) }
    }
}

/// How much of it all something is, in thousandths. A browser's `usize` is too small for the product.
pub(super) fn share(part: usize, all: usize) -> usize {
    let thousandths = part as u128 * 1000 / (all as u128).max(1);
    usize::try_from(thousandths).unwrap_or(usize::MAX)
}

impl Step {
    /// Whether something else becomes of the law that is open.
    fn changes_update(&self) -> bool {
        let is_choice = matches!(
            self,
            Self::Depth(_) | Self::Tick(..) | Self::TickGroup(..) | Self::TickAll(_)
        );
        is_choice || matches!(self, Self::Keep(_) | Self::Called(_))
    }
}

fn kind(what: &What) -> ChangeKind {
    match what {
        What::Added => ChangeKind::Added,
        What::Dropped { by } if by.is_empty() => ChangeKind::Dropped,
        What::Dropped { .. } => ChangeKind::Kept,
        What::Renumbered { .. } => ChangeKind::Renumbered,
        What::Reworded { .. } => ChangeKind::Reworded,
    }
}

fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(ToString::to_string).collect()
}
