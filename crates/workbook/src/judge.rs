//! What the dataset's own check says of it, told by sheet, row and column.

use std::collections::BTreeSet;

use authoring::{CalendarDate, Node, Path, ProblemKind, Remark, Step, read};

use crate::{
    Import,
    assemble::Assembly,
    place::{CellRef, Problem, Report},
    plan::{self, Kind, Layout, Sheet},
    print,
    tree::steps,
};

/// How often a dataset is read anew with something put in for a field of its own. A field that is
/// missing ends a reading at once; there are fewer of them than this.
const MOST_READINGS: usize = 40;

/// Every problem of the dataset, its sound part, and what in that is to be looked at. Where a
/// `strict` tree is given, that is the dataset, and the assembly's is there to be told of alone.
pub(crate) fn judge(
    assembly: Assembly,
    strict: Option<Node>,
    today: Option<CalendarDate>,
) -> Import {
    let json = print::json(strict.as_ref().unwrap_or(&assembly.root));
    let first = read(assembly.root.clone());
    let remarks = first.remarks(today);
    let mut sound = first.dataset.is_some();
    let dataset = strict.map_or(first.dataset, |strict| read(strict).dataset);
    let mut judge = Judge { assembly, told: BTreeSet::new(), gaps: BTreeSet::new() };
    for remark in &remarks {
        judge.remark(remark);
    }
    // What is wrong with the sheets themselves comes first: the rest may follow from it.
    let of_sheets = judge.assembly.of_sheets;
    let mut found = first.problems;
    for _ in 0..MOST_READINGS {
        let mut filled = false;
        for problem in found {
            filled |= judge.gap(&problem);
            judge.tell(&problem);
        }
        if sound || !filled {
            break;
        }
        let again = read(judge.assembly.root.clone());
        sound = again.dataset.is_some();
        found = again.problems;
    }
    let Assembly { report, places, .. } = judge.assembly;
    let Report { mut problems, mut remarks } = report;
    let (sheets, cells) = problems.split_at_mut(of_sheets);
    sheets.sort_by(|a, b| a.at.cmp(&b.at));
    cells.sort_by(|a, b| a.at.cmp(&b.at));
    remarks.sort_by(|a, b| a.at.cmp(&b.at));
    Import { json, dataset, problems, remarks, places }
}

struct Judge {
    assembly: Assembly,
    /// Path and sentence of what was told.
    told: BTreeSet<(String, String)>,
    /// Paths of the dataset's own fields that something was put in for.
    gaps: BTreeSet<String>,
}

impl Judge {
    /// A field of the dataset itself that is missing or wrong ends its reading. Whatever is sound
    /// is put there instead, so that the problems behind it are found, too; the dataset that is
    /// handed out never has it.
    fn gap(&mut self, problem: &authoring::Problem) -> bool {
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
        let new = whole && self.gaps.insert(at.to_string());
        if new {
            put(&mut self.assembly.root, &at.0, node);
        }
        new
    }

    fn tell(&mut self, problem: &authoring::Problem) {
        let path = blamed(problem);
        let key = path.to_string();
        if self.assembly.without_column.contains(&key) && is_missing(problem)
            || self.follows(problem)
        {
            return;
        }
        let missing = part(&path).filter(|part| self.assembly.absent.contains(&part.name));
        if let (ProblemKind::Empty(_), Some(part)) = (&problem.kind, missing) {
            self.told.insert((key, String::new()));
            return self.missing_sheet(part);
        }
        let what = self.sentence(problem, &path);
        // What was found wrong is missing when the rest is read again.
        let again = is_missing(problem) || self.gaps.contains(&key);
        let known = again && self.told.iter().any(|(told, _)| *told == key);
        if known || !self.told.insert((key, what.clone())) {
            return;
        }
        let at = self.place(&path);
        let known = |it: &Problem| it.at == at && at.as_ref().is_some_and(|at| at.column.is_some());
        if !(is_missing(problem) && self.assembly.report.problems.iter().any(known)) {
            self.assembly.report.problems.push(Problem { at, what });
        }
    }

    fn remark(&mut self, remark: &Remark) {
        let Remark { at: path, what, beside } = remark;
        let at = self.place(path);
        let told =
            if at.is_none() && !path.0.is_empty() { format!("{path}: ") } else { String::new() };
        let beside = beside.as_ref().map(|other| match self.place(other) {
            Some(cell) => format!("; compare {cell}"),
            None => format!("; compare {other}"),
        });
        let what = told + what + &beside.unwrap_or_default();
        self.assembly.report.remarks.push(Problem { at, what });
    }

    fn missing_sheet(&mut self, sheet: &Sheet) {
        let what = format!("the sheet `{}` is missing", sheet.name);
        if self.told.insert((sheet.name.into(), what.clone())) {
            self.assembly.report.problems.push(Problem { at: None, what });
        }
    }

    /// Whether an id is unknown only because there is no list of them.
    fn follows(&self, problem: &authoring::Problem) -> bool {
        let ProblemKind::UnknownId { what, .. } = &problem.kind else { return false };
        let list = format!("{what}s");
        let of = plan::sheets().find(|sheet| {
            matches!(sheet.layout, Layout::List(at) if at.last().is_some_and(|it| *it == list))
        });
        of.is_some_and(|of| self.assembly.has_no_ids(of.name))
            || self.gaps.iter().any(|gap| gap.rsplit('.').next() == Some(&list))
    }

    /// The cell of a path; the row that holds it, where it has none.
    fn place(&self, path: &Path) -> Option<CellRef> {
        let lengths = (1..=path.0.len()).rev();
        let mut outer = lengths.map(|length| path.0.iter().take(length).cloned().collect());
        outer.find_map(|steps| self.assembly.places.get(&Path(steps).to_string()).cloned())
    }

    fn sentence(&self, problem: &authoring::Problem, path: &Path) -> String {
        match &problem.kind {
            ProblemKind::MissingField(field) | ProblemKind::Unsaid(field) => {
                self.missing(field, path)
            }
            ProblemKind::DuplicateId { id, first } => match self.place(first) {
                Some(first) => format!("id `{id}` is already used at {first}"),
                None => problem.kind.to_string(),
            },
            ProblemKind::Empty(remedy) => match part(path) {
                Some(part) => format!("the sheet `{}` has no row for it; {remedy}", part.name),
                None => format!("nothing stands here; {remedy}"),
            },
            kind => kind.to_string(),
        }
    }

    fn missing(&self, field: &str, path: &Path) -> String {
        let translated = path.0.iter().rev().nth(2);
        if matches!(translated, Some(Step::Field(name)) if name == "translations") {
            return match field {
                "by" => "the translation lacks its translator; a further column, whose name ends \
                         in `by`, has the name, or `machine`"
                    .into(),
                _ => "blank, though it has a translator".into(),
            };
        }
        if let Some(sheet) = plan::sheets().find(|sheet| is_list(sheet, path)) {
            return format!("the sheet `{}` is missing", sheet.name);
        }
        if self.assembly.places.contains_key(&path.to_string()) {
            return "blank; it must be filled in".into();
        }
        format!("`{field}` is missing")
    }
}

fn is_missing(problem: &authoring::Problem) -> bool {
    matches!(problem.kind, ProblemKind::MissingField(_) | ProblemKind::Unsaid(_))
}

/// The path of what is wrong or missing itself.
fn blamed(problem: &authoring::Problem) -> Path {
    let mut path = problem.at.clone();
    if let ProblemKind::MissingField(field) | ProblemKind::Unsaid(field) = problem.kind {
        path.0.push(Step::Field(field.into()));
    }
    path
}

fn is_list(sheet: &Sheet, path: &Path) -> bool {
    matches!(sheet.layout, Layout::List(at) if steps(at) == path.0)
}

/// The sheet whose rows are the list at a path.
fn part(path: &Path) -> Option<&'static Sheet> {
    let [outer @ .., Step::Item(_), Step::Field(field)] = path.0.as_slice() else { return None };
    let owner = plan::sheets().find(|sheet| is_list(sheet, &Path(outer.to_vec())))?;
    owner.parts().find(|(_, part)| part == field).map(|(sheet, _)| sheet)
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
