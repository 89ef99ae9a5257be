//! From a tree of values to a checked dataset, with every problem on the way.
//!
//! What is wrong is reported, taken out, and the rest is read again, until what is left is sound:
//! one loop for wrong shapes and for broken rules. So one typing error costs a reader one
//! record, and an editor sees all of them at once. Taking out can only remove statements, never
//! change one, because what is left passes the same checks.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use crate::{
    Dataset, Node, Records,
    check::check,
    json,
    link::link,
    names::Names,
    problem::{Path, Problem, ProblemKind, Step},
    shape,
};

/// A file with more problems than this is of another kind altogether.
const MOST_PROBLEMS: usize = 500;

/// Fields that say how sure somebody is. Where one cannot be read, what is left of its record would
/// claim more than was written.
const DOUBTS: [&str; 3] = ["basis", "certainty", "draft_basis"];

/// What comes of reading a dataset.
#[derive(Debug)]
pub struct Parsed {
    /// The sound part; nothing where the top of the file is unsound.
    pub dataset: Option<Dataset>,
    /// Every problem found; empty where all is well.
    pub problems: Vec<Problem>,
    /// What was read, with gaps for what was taken out.
    pub(crate) left: Node,
}

impl Parsed {
    /// Nothing could be read, for this reason.
    fn refused(problem: Problem) -> Self {
        Self { dataset: None, problems: alloc::vec![problem], left: Node::Removed }
    }

    /// A place among the sound records as a place in the file.
    pub(crate) fn original(&self, at: &Path) -> Path {
        original(&self.left, at)
    }
}

/// Reads a dataset's text.
pub fn read_text(text: &str) -> Parsed {
    match json::parse(text) {
        Ok(node) => read(node),
        Err(why) => Parsed::refused(Problem::here(ProblemKind::Unreadable(why.to_string()))),
    }
}

/// Reads a dataset.
pub fn read(node: Node) -> Parsed {
    let mut repair = Repair { node, removed: Vec::new(), problems: Vec::new() };
    let dataset = repair.run();
    Parsed { dataset, problems: repair.problems, left: repair.node }
}

struct Repair {
    node: Node,
    /// Ids of records that were taken out: references to them are consequences, not problems.
    removed: Vec<String>,
    problems: Vec<Problem>,
}

impl Repair {
    fn run(&mut self) -> Option<Dataset> {
        while self.problems.len() < MOST_PROBLEMS {
            let found = match shape::read::<Records>(&self.node) {
                Err(found) => found,
                Ok(records) => {
                    let mut found = check(&records, &Names::of(&records));
                    if found.is_empty() {
                        return Some(link(records));
                    }
                    for problem in &mut found {
                        problem.at = original(&self.node, &problem.at);
                    }
                    found
                }
            };
            // Where nothing goes any more, the same would be found without end.
            let pruned: Vec<_> = found.into_iter().map(|it| self.prune(it)).collect();
            if pruned.contains(&None) || !pruned.contains(&Some(true)) {
                return None;
            }
        }
        None
    }

    /// Reports a problem, unless it follows from one before, and takes out what is wrong. Returns
    /// whether that was still there; none where it is the whole, of which nothing is left to read.
    fn prune(&mut self, problem: Problem) -> Option<bool> {
        // Nothing will be shown, so nothing need be looked for.
        if self.problems.len() >= MOST_PROBLEMS {
            self.problems.push(problem);
            return Some(false);
        }
        let at = problem.at.clone();
        let spared = match problem.kind {
            ProblemKind::Unsaid(field) => Some(field),
            _ => None,
        };
        let whole_record = matches!(problem.kind, ProblemKind::MissingField(_))
            || matches!(at.0.last(), Some(Step::Field(name)) if DOUBTS.contains(&name.as_str()));
        let fatal = matches!(problem.kind, ProblemKind::NewerSchema(_));
        if !self.follows(&problem) {
            self.problems.push(problem);
        }
        if fatal {
            return None;
        }
        if let Some(spared) = spared {
            return Some(self.spare(&at.0, spared));
        }
        let steps = match scope(&at.0) {
            Some(record) => record,
            None if whole_record => enclosing_item(&at.0),
            None => &at.0,
        };
        if steps.is_empty() {
            return None;
        }
        let Some(target) = find(&mut self.node, steps) else { return Some(false) };
        let is_here = *target != Node::Removed;
        let id = target.field("id").and_then(Node::as_text).map(ToString::to_string);
        self.removed.extend(id);
        *target = Node::Removed;
        self.take_out_namesakes(steps);
        Some(is_here)
    }

    /// Puts a gap where a field is missing without which the rest can be shown.
    fn spare(&mut self, outer: &[Step], field: &str) -> bool {
        let Some(Node::Map(fields)) = find(&mut self.node, outer) else { return false };
        fields.push((field.into(), Node::Removed));
        true
    }

    /// A field that stands there twice is taken out as often: neither is more likely meant, and
    /// what is left of it would be found again without end.
    fn take_out_namesakes(&mut self, steps: &[Step]) {
        if let Some((Step::Field(name), outer)) = steps.split_last()
            && let Some(Node::Map(fields)) = find(&mut self.node, outer)
        {
            for (_, value) in fields.iter_mut().filter(|(key, _)| key == name) {
                *value = Node::Removed;
            }
        }
    }

    /// Whether a problem is only the consequence of something taken out before.
    fn follows(&self, problem: &Problem) -> bool {
        let node = find_ref(&self.node, &problem.at.0);
        match &problem.kind {
            ProblemKind::MissingField(field) => {
                node.is_some_and(|node| node.field(field) == Some(&Node::Removed))
            }
            ProblemKind::Empty(_) => match node {
                Some(Node::List(items)) => items.contains(&Node::Removed),
                _ => false,
            },
            ProblemKind::UnknownId { id, .. } => self.removed.contains(id),
            // A date taken out, say, leaves a pair of fields that no longer fit.
            ProblemKind::Mismatch(_) => enclosing(&self.node, &problem.at.0)
                .is_some_and(|fields| fields.iter().any(|(_, value)| *value == Node::Removed)),
            _ => false,
        }
    }
}

/// A place among the records, in which what was taken out no longer counts, as a place in the
/// file.
fn original(file: &Node, at: &Path) -> Path {
    let mut node = Some(file);
    let mut steps = Vec::new();
    for step in &at.0 {
        let (step, inner) = match (step, node) {
            (Step::Item(nth), Some(Node::List(items))) => {
                let mut left = items.iter().enumerate().filter(|(_, item)| **item != Node::Removed);
                match left.nth(*nth) {
                    Some((index, item)) => (Step::Item(index), Some(item)),
                    None => (step.clone(), None),
                }
            }
            (Step::Field(name), Some(node)) => (step.clone(), node.field(name)),
            _ => (step.clone(), None),
        };
        steps.push(step);
        node = inner;
    }
    Path(steps)
}

/// The record whose scope a place is part of. Without one of the concerns that somebody is named
/// for, or that a reply is about, the rest would be said of more than was written: a scope that
/// lost all that it names is the whole law.
fn scope(steps: &[Step]) -> Option<&[Step]> {
    let [record @ .., Step::Field(list), Step::Item(_)] = steps else { return None };
    let [.., Step::Field(kind), Step::Item(_)] = record else { return None };
    let has_scope = matches!(kind.as_str(), "parties" | "replies")
        && matches!(list.as_str(), "concerns" | "provisions");
    has_scope.then_some(record)
}

/// The steps to the innermost list item, or translation, that holds a place.
fn enclosing_item(steps: &[Step]) -> &[Step] {
    let before = |nth: usize| nth.checked_sub(1).and_then(|outer| steps.get(outer));
    let is_translation = |nth| matches!(before(nth), Some(Step::Field(it)) if it == "translations");
    let item = steps
        .iter()
        .enumerate()
        .rposition(|(nth, step)| matches!(step, Step::Item(_)) || is_translation(nth));
    item.and_then(|item| steps.get(..=item)).unwrap_or_default()
}

fn enclosing<'a>(node: &'a Node, steps: &[Step]) -> Option<&'a [(String, Node)]> {
    let (_, outer) = steps.split_last()?;
    match find_ref(node, outer) {
        Some(Node::Map(fields)) => Some(fields),
        _ => None,
    }
}

fn find_ref<'a>(node: &'a Node, steps: &[Step]) -> Option<&'a Node> {
    steps.iter().try_fold(node, |node, step| match (step, node) {
        (Step::Field(name), node) => node.field(name),
        (Step::Item(index), Node::List(items)) => items.get(*index),
        _ => None,
    })
}

/// The value at a place; where it isn't there, such as a field that a rule misses, the innermost
/// list item that holds the place, if any does.
fn find<'a>(node: &'a mut Node, steps: &[Step]) -> Option<&'a mut Node> {
    let is_there = find_ref(node, steps).is_some_and(|it| *it != Node::Removed);
    let steps = if is_there { steps } else { enclosing_item(steps) };
    if steps.is_empty() && !is_there {
        return None;
    }
    steps.iter().try_fold(node, |node, step| match (step, node) {
        (Step::Field(name), Node::Map(fields)) => {
            fields.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
        }
        (Step::Item(index), Node::List(items)) => items.get_mut(*index),
        _ => None,
    })
}
