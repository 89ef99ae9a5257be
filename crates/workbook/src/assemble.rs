//! From the sheets to the dataset as one tree, with the cell that each value came from.

use std::collections::{BTreeMap, BTreeSet};

use authoring::{Node, Path, Step};

use crate::{
    cells,
    cited::Cited,
    grid::Row,
    place::{CellRef, Problem, Report},
    plan::{self, Column, Layout, Sheet},
    table::{Head, Part, Table, meant},
    tree::{below, map, reach, reach_list, steps},
};

/// The dataset, and what is known of its values.
pub(crate) struct Assembly {
    pub(crate) root: Node,
    /// The cell of each value that could stand there, by its path; the row of each record.
    pub(crate) places: BTreeMap<String, CellRef>,
    /// Sheets of the plan that the file hasn't.
    pub(crate) absent: Vec<&'static str>,
    /// Paths of values whose column the file hasn't.
    pub(crate) without_column: BTreeSet<String>,
    pub(crate) report: Report,
    /// How many of the report's problems are about the sheets themselves, before any cell was read.
    pub(crate) of_sheets: usize,
    /// How the workbook's own law is cited.
    cited: Cited,
}

/// Where the records of each sheet stand, by their ids.
type Ids = BTreeMap<&'static str, BTreeMap<String, Path>>;

/// Puts the sheets together, each after that whose records it has parts of.
pub(crate) fn assemble(tables: &[Table], report: Report) -> Assembly {
    let of_sheets = report.problems.len();
    let mut assembly = Assembly {
        root: map(),
        places: BTreeMap::new(),
        absent: Vec::new(),
        without_column: BTreeSet::new(),
        report,
        of_sheets,
        cited: Cited::of(tables),
    };
    let mut ids = Ids::new();
    for sheet in plan::sheets() {
        if let Some(table) = tables.iter().find(|table| table.sheet.name == sheet.name) {
            assembly.sheet(table, &mut ids);
        } else {
            assembly.absent.push(sheet.name);
            assembly.no_form(sheet);
        }
    }
    for sheet in plan::sheets() {
        assembly.empty_parts(sheet);
    }
    assembly.nobody_listed();
    assembly
}

impl Assembly {
    fn sheet(&mut self, table: &Table, ids: &mut Ids) {
        match table.sheet.layout {
            Layout::Form => {
                for record in &table.records {
                    self.record(table, &Path::default(), record);
                }
            }
            Layout::List(at) => {
                let list = Path(steps(at));
                self.places.insert(list.to_string(), table.at.clone());
                let _ = reach_list(&mut self.root, &list);
                for record in table.records.iter().filter(|record| !is_blank(table, record)) {
                    self.item(table, &list, record, ids);
                }
            }
            Layout::Part { of, field } => {
                for record in table.records.iter().filter(|record| !is_blank(table, record)) {
                    if let Some(owner) = self.owner(table, of, record, ids) {
                        let list = below(&owner, &steps(&[field]));
                        self.item(table, &list, record, ids);
                    }
                }
            }
        }
    }

    /// Without its form the dataset has the form's objects all the same, so that it is the form
    /// which is missing, and not each of its fields.
    fn no_form(&mut self, sheet: &'static Sheet) {
        if !sheet.is_form() {
            return;
        }
        let what = format!("the sheet `{}` is missing", sheet.name);
        self.report.problems.push(Problem { at: None, what });
        for column in sheet.columns {
            let outer = column.at.split_last().map_or(&[][..], |(_, outer)| outer);
            let _ = reach(&mut self.root, &steps(outer));
            self.lacks(&Path(steps(column.at)));
        }
    }

    /// A value has no column; nor has its text, where it has translations.
    fn lacks(&mut self, path: &Path) {
        self.without_column.insert(path.to_string());
        self.without_column.insert(below(path, &steps(&["text"])).to_string());
    }

    /// Whether a sheet is missing, or its column of ids, so that an unknown id says nothing new.
    pub(crate) fn has_no_ids(&self, sheet: &'static str) -> bool {
        let list = plan::sheet(sheet).map(|sheet| &sheet.layout);
        let Some(Layout::List(at)) = list else { return false };
        let first = below(&Path(steps(at)), &[Step::Item(0), Step::Field("id".into())]);
        self.absent.contains(&sheet) || self.without_column.contains(&first.to_string())
    }

    /// One more record of a list.
    fn item(&mut self, table: &Table, list: &Path, record: &Row, ids: &mut Ids) {
        let place = table.row(record);
        let Some(items) = reach_list(&mut self.root, list) else {
            let other = self.places.get(&list.to_string()).map(ToString::to_string);
            let other = other.unwrap_or_default();
            let what = format!("something else is said of this already at {other}; clear one");
            return self.report.wrong(&place, what);
        };
        let at = below(list, &[Step::Item(items.len())]);
        items.push(map());
        self.places.insert(at.to_string(), place);
        self.record(table, &at, record);
        let id =
            reach(&mut self.root, &at.0).and_then(|it| Some(it.field("id")?.as_text()?.into()));
        if let Some(id) = id {
            ids.entry(table.sheet.name).or_default().entry(id).or_insert(at);
        }
    }

    /// The record that a row is a part of.
    fn owner(&mut self, table: &Table, of: &'static str, record: &Row, ids: &Ids) -> Option<Path> {
        let column = table.sheet.owner()?;
        let head = table.heads.iter().find(|head| head.column == column.name)?;
        let place = table.place(head, record);
        let what = match record.value(head.nth).map(|value| cells::node(value, column.kind)) {
            Some(Err(what)) => what,
            None | Some(Ok(None)) => format!("blank; the row needs an id of the sheet `{of}`"),
            Some(Ok(Some(id))) => {
                let (id, known) = (id.as_text().unwrap_or_default(), ids.get(of));
                if let Some(path) = known.and_then(|known| known.get(id)) {
                    return Some(path.clone());
                }
                if self.has_no_ids(of) {
                    return None;
                }
                let known = known.into_iter().flat_map(|known| known.keys().map(String::as_str));
                format!("the sheet `{of}` has no id `{id}`{}", meant(id, known))
            }
        };
        self.report.wrong(&place, what);
        None
    }

    /// The values of a record.
    fn record(&mut self, table: &Table, at: &Path, record: &Row) {
        for column in table.sheet.values() {
            let path = below(at, &steps(column.at));
            if column.must
                && let [outer @ .., _] = column.at
            {
                // So that what is missing is told by its own name, not by that of what holds it.
                let _ = reach(&mut self.root, &below(at, &steps(outer)).0);
            }
            if !table.has(column) {
                self.lacks(&path);
            }
            if let Some(value) = self.value(table, column, &path, record)
                && let Some(slot) = reach(&mut self.root, &path.0)
            {
                *slot = value;
            }
        }
    }

    /// A value, with its translations.
    fn value(
        &mut self,
        table: &Table,
        column: &'static Column,
        path: &Path,
        record: &Row,
    ) -> Option<Node> {
        let mut original = None;
        let mut translations: Vec<(String, Node)> = Vec::new();
        for head in table.heads.iter().filter(|head| head.column == column.name) {
            let place = table.place(head, record);
            let value = self.cell(head, column, record, &place);
            let (tag, field) = match &head.part {
                Part::Original => {
                    self.places.insert(path.to_string(), place.clone());
                    let text = below(path, &steps(&["text"]));
                    self.places.insert(text.to_string(), place.clone());
                    self.items(path, value.as_ref(), &place);
                    original = value;
                    continue;
                }
                Part::Translation(tag) => (tag, "text"),
                Part::By(tag) => (tag, "by"),
            };
            let tagged = below(path, &steps(&["translations", tag]));
            self.places.entry(tagged.to_string()).or_insert_with(|| place.clone());
            self.places.insert(below(&tagged, &steps(&[field])).to_string(), place);
            let Some(value) = value else { continue };
            let known = translations.iter().position(|(known, _)| known == tag);
            let known = known.unwrap_or_else(|| {
                translations.push((tag.clone(), map()));
                translations.len() - 1
            });
            if let Some((_, Node::Map(fields))) = translations.get_mut(known) {
                fields.push((field.into(), value));
            }
        }
        if translations.is_empty() {
            return original;
        }
        let text = original.map(|text| ("text".to_string(), text));
        let translations = ("translations".to_string(), Node::Map(translations));
        Some(Node::Map(text.into_iter().chain([translations]).collect()))
    }

    fn cell(&mut self, head: &Head, column: &Column, record: &Row, at: &CellRef) -> Option<Node> {
        let value = record.value(head.nth)?;
        if let Some(what) = cells::told(value, column.kind) {
            self.report.remark(at, what);
        }
        let read = match self.cited.ids(value, column.kind) {
            Some(ids) => ids.map(Some),
            None => cells::node(value, column.kind),
        };
        match read {
            Ok(value) => value,
            Err(what) => {
                self.report.wrong(at, what);
                None
            }
        }
    }

    /// What stands in a cell together has the place in common.
    fn items(&mut self, path: &Path, value: Option<&Node>, place: &CellRef) {
        if let Some(Node::List(items)) = value {
            for nth in 0..items.len() {
                let item = below(path, &[Step::Item(nth)]);
                self.places.insert(item.to_string(), place.clone());
            }
        }
    }

    /// Where a record has no rows of a kind, that is an empty list and not a missing one.
    fn empty_parts(&mut self, sheet: &'static Sheet) {
        let Layout::List(at) = sheet.layout else { return };
        let parts: Vec<_> = sheet.parts().collect();
        if parts.is_empty() {
            return;
        }
        let list = Path(steps(at));
        let present = self.places.contains_key(&list.to_string());
        let Some(items) =
            Some(&mut self.root).filter(|_| present).and_then(|root| reach_list(root, &list))
        else {
            return;
        };
        for item in items {
            for (_, field) in &parts {
                let _ = reach_list(item, &Path(steps(&[field])));
            }
        }
    }

    /// A sheet without rows doesn't say that nobody was asked for a reply.
    fn nobody_listed(&mut self) {
        if let Node::Map(fields) = &mut self.root {
            fields.retain(|(name, value)| name != "asked" || *value != Node::List(Vec::new()));
        }
    }
}

fn is_blank(table: &Table, record: &Row) -> bool {
    let mut values = table.heads.iter().filter_map(|head| record.value(head.nth));
    values.all(crate::grid::Value::is_blank)
}
