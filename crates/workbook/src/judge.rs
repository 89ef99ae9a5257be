//! What the dataset's own check says of it, told by sheet, row and column.

use std::collections::BTreeSet;

use authoring::{CalendarDate, Node, Path, ProblemKind, Remark, Step, read};

use crate::{
    Import,
    assemble::Assembly,
    gaps::{Gaps, MOST_READINGS, blamed, is_missing},
    place::{CellRef, Problem, Report},
    plan::{self, Layout, Sheet},
    print,
    tree::steps,
};

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
    let mut judge = Judge { assembly, told: BTreeSet::new(), gaps: Gaps::default() };
    for remark in &remarks {
        judge.remark(remark);
    }
    // What is wrong with the sheets themselves comes first: the rest may follow from it.
    let of_sheets = judge.assembly.of_sheets;
    let mut found = first.problems;
    for _ in 0..MOST_READINGS {
        let mut filled = false;
        for problem in found {
            filled |= judge.gaps.fill(&mut judge.assembly.root, &problem);
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
    gaps: Gaps,
}

impl Judge {
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
        let again = is_missing(problem) || self.gaps.has(&key);
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
        of.is_some_and(|of| self.assembly.has_no_ids(of.name)) || self.gaps.follows(problem)
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

fn is_list(sheet: &Sheet, path: &Path) -> bool {
    matches!(sheet.layout, Layout::List(at) if steps(at) == path.0)
}

/// The sheet whose rows are the list at a path.
fn part(path: &Path) -> Option<&'static Sheet> {
    let [outer @ .., Step::Item(_), Step::Field(field)] = path.0.as_slice() else { return None };
    let owner = plan::sheets().find(|sheet| is_list(sheet, &Path(outer.to_vec())))?;
    owner.parts().find(|(_, part)| part == field).map(|(sheet, _)| sheet)
}
