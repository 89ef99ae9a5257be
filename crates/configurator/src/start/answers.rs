//! What a law's file cannot say and an editor is asked for: one row a field of the dataset.

use authoring::Node;
use serde::{Deserialize, Serialize};

/// A field of a dataset that somebody fills in.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    /// Where it is in the dataset, as problems say it.
    path: &'static str,
    label: &'static str,
    help: &'static str,
    /// It is asked for although the file says it: the editor may know better.
    always: bool,
    /// What stands there to begin with.
    first: First,
    /// It is about the newsroom's dataset, whichever law that has.
    the_newsrooms: bool,
}

/// What an answer begins as, where the file says nothing.
#[derive(Debug, PartialEq, Eq)]
enum First {
    Nothing,
    Today,
    Text(&'static str),
}

/// A question with the answer so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) path: String,
    pub(crate) text: String,
    /// The dataset is not one without it.
    pub(crate) must: bool,
    /// An editor has said it.
    pub(crate) is_edited: bool,
}

const fn row(path: &'static str, label: &'static str, help: &'static str) -> Asked {
    Asked { path, label, help, always: false, first: First::Nothing, the_newsrooms: false }
}

const fn own(path: &'static str, label: &'static str, help: &'static str, first: First) -> Asked {
    Asked { first, the_newsrooms: true, ..row(path, label, help) }
}

const fn known(path: &'static str, label: &'static str, help: &'static str) -> Asked {
    Asked { always: true, ..row(path, label, help) }
}

static ASKED: [Asked; 11] = [
    known("title", "Title", "What the explorer is called where the story gives no heading."),
    known("instrument.title", "The law’s full title", ""),
    known("instrument.short_title", "Short title", "What readers know the law by."),
    known("id", "Id", "It names the dataset’s files: small letters, digits and hyphens."),
    known("language", "Language", "Of the law, and of what you write about it: en, fr, de-AT."),
    known("instrument.drafts[0].date", "Date of this text of the law", "2026-11-29, or 2026-11."),
    own("edition.date", "Date of this edition of your dataset", "As 2026-11-29.", First::Today),
    own(
        "credit",
        "Credit",
        "Who made this: it goes with every copy, print and download.",
        First::Nothing,
    ),
    own(
        "stale_after",
        "May be out of date after",
        "P6M is six months, P30D thirty days.",
        First::Text("P6M"),
    ),
    row("instrument.status.as_of", "Status as of", "The day on which you looked: 2026-11-29."),
    row("instrument.status.line", "Status", "In a sentence: where the law stands."),
];

impl Answer {
    /// What is asked of a law's dataset: what it lacks, and what an editor may know better.
    pub(crate) fn all(dataset: &Node, to_be_given: &[String], today: &str) -> Vec<Self> {
        let is_given = |path: &str| to_be_given.iter().any(|it| it == path);
        let mut all: Vec<Self> = Vec::new();
        for asked in ASKED.iter().filter(|it| it.always || is_given(it.path)) {
            let said = at(dataset, asked.path).and_then(Node::as_text);
            let first = match asked.first {
                First::Nothing => "",
                First::Today => today,
                First::Text(text) => text,
            };
            all.push(Self {
                path: asked.path.into(),
                text: said.unwrap_or(first).into(),
                must: is_given(asked.path) || said.is_some(),
                is_edited: false,
            });
        }
        // Whatever else the format asks for by then.
        let is_asked = |path: &&String| !ASKED.iter().any(|it| it.path == path.as_str());
        let others = to_be_given.iter().filter(is_asked);
        let other = |path: &String| Self {
            path: path.clone(),
            text: String::new(),
            must: true,
            is_edited: false,
        };
        all.extend(others.map(other));
        all
    }

    /// None for a field that has no row of its own above.
    fn asked(&self) -> Option<&'static Asked> {
        ASKED.iter().find(|it| it.path == self.path)
    }

    /// What the question is called.
    pub(crate) fn label(&self) -> &str {
        self.asked().map_or(&self.path, |it| it.label)
    }

    /// What to write, where that isn't plain.
    pub(crate) fn help(&self) -> &'static str {
        self.asked().map_or("", |it| it.help)
    }

    /// Whether it holds for a dataset of any law.
    pub(super) fn is_the_newsrooms(&self) -> bool {
        self.asked().is_some_and(|it| it.the_newsrooms)
    }

    /// An editor says it.
    pub(super) fn say(&mut self, text: String) {
        (self.text, self.is_edited) = (text, true);
    }

    /// Whether something is to be said that isn't.
    pub(crate) fn is_missing(&self) -> bool {
        self.must && self.text.trim().is_empty()
    }

    /// Writes it into a dataset; where nothing is said, the field goes.
    pub(crate) fn put(&self, dataset: &mut Node) {
        let text = self.text.trim();
        let value = (!text.is_empty()).then(|| Node::Text(text.into()));
        put(dataset, &self.path, value);
    }
}

/// The steps of a path: `instrument.drafts[0].date`.
fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '[', ']']).filter(|it| !it.is_empty())
}

fn at<'n>(node: &'n Node, path: &str) -> Option<&'n Node> {
    steps(path).try_fold(node, |node, step| match node {
        Node::List(all) => all.get(step.parse::<usize>().ok()?),
        node => node.field(step),
    })
}

/// Objects that are missing on the way are made; a place in a list is one that is there.
fn put(node: &mut Node, path: &str, value: Option<Node>) {
    let steps: Vec<_> = steps(path).collect();
    let Some((last, way)) = steps.split_last() else { return };
    let mut here = Some(node);
    for step in way {
        here = here.and_then(|it| inside(it, step));
    }
    let Some(Node::Map(fields)) = here else { return };
    match (fields.iter().position(|(name, _)| name == last), value) {
        (Some(place), None) => drop(fields.remove(place)),
        (Some(place), Some(value)) => {
            if let Some((_, field)) = fields.get_mut(place) {
                *field = value;
            }
        }
        (None, Some(value)) => fields.push(((*last).into(), value)),
        (None, None) => {}
    }
}

fn inside<'n>(node: &'n mut Node, step: &str) -> Option<&'n mut Node> {
    match node {
        Node::List(all) => all.get_mut(step.parse::<usize>().ok()?),
        Node::Map(fields) => {
            if !fields.iter().any(|(name, _)| name == step) {
                fields.push((step.into(), Node::Map(Vec::new())));
            }
            fields.iter_mut().find(|(name, _)| name == step).map(|(_, value)| value)
        }
        _ => None,
    }
}
