//! A dataset that lacks fields of its own, read all the same: each of those ends a reading at once,
//! so something sound is put there, and the problems behind it are found, too.

use std::collections::BTreeSet;

use authoring::{CalendarDate, Dataset, Node, Path, Problem, ProblemKind, Remark, Step, read};

use crate::{
    plan::{self, Kind, Layout, Sheet},
    tree::{reach, steps},
};

/// How often a dataset is read anew with something put in for a field of its own; there are fewer of
/// them than this.
pub(crate) const MOST_READINGS: usize = 40;

/// What is found in a dataset under way.
#[derive(Debug, Default)]
pub struct Check {
    /// All that is wrong, each once.
    pub problems: Vec<Problem>,
    /// What is to be looked at in the sound part.
    pub remarks: Vec<Remark>,
    /// The sound part, with something put in where a field of the dataset's own is missing; never to
    /// be handed out unless there is no problem.
    pub dataset: Option<Dataset>,
}

/// Everything that is wrong in a dataset under way. Without today's date no date is called one of the
/// future.
pub fn check(mut root: Node, today: Option<CalendarDate>) -> Check {
    let (mut gaps, mut check, mut told) = (Gaps::default(), Check::default(), BTreeSet::new());
    for _ in 0..MOST_READINGS {
        let reading = read(root.clone());
        let mut filled = false;
        for problem in &reading.problems {
            filled |= gaps.fill(&mut root, problem) || gaps.fill_record(&mut root, problem);
        }
        check.remarks = reading.remarks(today);
        check.remarks.retain(|it| !gaps.has(&it.at.to_string()));
        for problem in reading.problems {
            let again = is_missing(&problem) && gaps.has(&problem.at.to_string());
            let known = !told.insert((blamed(&problem).to_string(), problem.kind.to_string()));
            if !(again || known || gaps.follows(&problem)) {
                check.problems.push(problem);
            }
        }
        check.dataset = reading.dataset;
        if !filled {
            break;
        }
    }
    check
}

/// The dataset's own fields that something was put in for, by their paths.
#[derive(Default)]
pub(crate) struct Gaps(BTreeSet<String>);

impl Gaps {
    /// Puts something sound in for what is missing or wrong; whether it did, and another reading
    /// finds more.
    pub(crate) fn fill(&mut self, root: &mut Node, problem: &Problem) -> bool {
        let path = blamed(problem);
        let fields = path.0.iter().map_while(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Item(_) => None,
        });
        let fields: Vec<_> = fields.collect();
        let Some((at, node)) = stand_in(&fields) else { return false };
        let at = Path(steps(at));
        let whole =
            path.0.len() <= at.0.len() || !matches!(path.0.get(at.0.len()), Some(Step::Item(_)));
        let new = whole && self.0.insert(at.to_string());
        if new {
            put(root, &at.0, node);
        }
        new
    }

    /// The same for a field that a record lacks, since a record is taken out for that, with whatever
    /// else is wrong in it.
    fn fill_record(&mut self, root: &mut Node, problem: &Problem) -> bool {
        let ProblemKind::MissingField(_) = problem.kind else { return false };
        let path = blamed(problem);
        let Some(node) = record_stand_in(&path) else { return false };
        let new = self.0.insert(path.to_string());
        if let (true, Some(slot)) = (new, reach(root, &path.0)) {
            *slot = node;
        }
        new
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether an id is unknown only because something was put in for the list of them.
    pub(crate) fn follows(&self, problem: &Problem) -> bool {
        let ProblemKind::UnknownId { what, .. } = &problem.kind else { return false };
        let list = format!("{what}s");
        self.0.iter().any(|gap| gap.rsplit('.').next() == Some(&list))
    }
}

pub(crate) fn is_missing(problem: &Problem) -> bool {
    matches!(problem.kind, ProblemKind::MissingField(_) | ProblemKind::Unsaid(_))
}

/// The path of what is wrong or missing itself.
pub(crate) fn blamed(problem: &Problem) -> Path {
    let mut path = problem.at.clone();
    if let ProblemKind::MissingField(field) | ProblemKind::Unsaid(field) = problem.kind {
        path.0.push(Step::Field(field.into()));
    }
    path
}

/// Something sound for a field of a record, where the format alone says what is.
fn record_stand_in(path: &Path) -> Option<Node> {
    let names: Vec<&str> = path.0.iter().filter_map(name).collect();
    let of = |sheet: &Sheet| {
        let list = match sheet.layout {
            Layout::List(list) => list.to_vec(),
            Layout::Part { of, field } => match plan::sheet(of)?.layout {
                Layout::List(list) => [list, &[field]].concat(),
                _ => return None,
            },
            Layout::Form => return None,
        };
        let rest = names.strip_prefix(list.as_slice())?;
        let column = sheet.columns.iter().find(|it| !it.at.is_empty() && it.at == rest)?;
        match column.kind {
            Kind::Id(_) | Kind::Ids(_) => None,
            Kind::Choice(words) => words.first().map(|word| Node::Text((*word).into())),
            kind => Some(sound(kind, column.name)),
        }
    };
    plan::sheets().find_map(of).filter(|_| path.0.iter().any(|it| name(it).is_none()))
}

fn name(step: &Step) -> Option<&str> {
    match step {
        Step::Field(name) => Some(name),
        Step::Item(_) => None,
    }
}

/// Something sound for a field of the dataset itself, and the whole of its place.
fn stand_in(fields: &[&str]) -> Option<(&'static [&'static str], Node)> {
    let begins = |at: &&'static [&'static str]| !at.is_empty() && fields.starts_with(at);
    for sheet in plan::sheets() {
        match sheet.layout {
            Layout::List(at) if begins(&at) => return Some((at, Node::List(some(sheet)))),
            Layout::Form => {
                if let Some(column) = sheet.columns.iter().find(|column| begins(&column.at)) {
                    return Some((column.at, sound(column.kind, column.name)));
                }
            }
            _ => {}
        }
    }
    None
}

/// A law has at least one provision; other lists may be empty.
fn some(sheet: &Sheet) -> Vec<Node> {
    let text = |name: &str, text: &str| (name.to_string(), Node::Text(text.into()));
    match sheet.name {
        "Provisions" => {
            let fields = [text("id", "instrument"), text("citation", "x"), text("summary", "x")];
            vec![Node::Map(fields.into())]
        }
        _ => Vec::new(),
    }
}

fn sound(kind: Kind, name: &str) -> Node {
    match (kind, name) {
        (Kind::Whole, _) => Node::Whole(1),
        (Kind::Date, _) => Node::Text("2000".into()),
        (Kind::Names, _) => Node::List(Vec::new()),
        (_, "stale after") => Node::Text("P90D".into()),
        _ => Node::Text("x".into()),
    }
}

fn put(root: &mut Node, path: &[Step], node: Node) {
    let Some((step, rest)) = path.split_first() else {
        *root = node;
        return;
    };
    if let (Step::Field(name), Node::Map(fields)) = (step, root) {
        if !fields.iter().any(|(key, _)| key == name) {
            fields.push((name.clone(), Node::Map(Vec::new())));
        }
        for (_, value) in fields.iter_mut().filter(|(key, _)| key == name).take(1) {
            put(value, rest, node.clone());
        }
    }
}
