//! A dataset as rows of texts, sheet by sheet.

use authoring::{Dataset, Node, json};

use crate::{
    cells::joined,
    grid::Grid,
    open::Opened,
    plan::{self, Column, Kind, Layout, Sheet},
    table::{Part, title},
};

/// A sheet's texts.
pub(crate) struct Filled {
    pub(crate) sheet: &'static Sheet,
    pub(crate) heads: Vec<(&'static Column, Part)>,
    pub(crate) records: Vec<Vec<String>>,
}

/// The dataset as its JSON says it.
pub(crate) fn tree(dataset: &Dataset) -> Option<Node> {
    json::parse(&serde_json::to_string(dataset.records()).ok()?).ok()
}

/// All sheets without a record, but with what a form begins with.
pub(crate) fn blank() -> Vec<Filled> {
    let fill = |sheet: &'static Sheet| {
        let start = sheet.columns.iter().map(|column| column.start.to_string()).collect();
        let records = if sheet.is_form() { vec![start] } else { Vec::new() };
        let heads = sheet.columns.iter().map(|column| (column, Part::Original)).collect();
        Filled { sheet, heads, records }
    };
    plan::sheets().map(fill).collect()
}

/// All sheets of a dataset.
pub(crate) fn sheets(root: &Node) -> Vec<Filled> {
    plan::sheets().map(|sheet| filled(sheet, &records(sheet, root))).collect()
}

/// A record, and the id of the one that it is a part of.
type Record<'a> = (&'a str, &'a Node);

fn records<'a>(sheet: &Sheet, root: &'a Node) -> Vec<Record<'a>> {
    match sheet.layout {
        Layout::Form => vec![("", root)],
        Layout::List(at) => items(find(root, at)).map(|item| ("", item)).collect(),
        Layout::Part { of, field } => {
            let owners = plan::sheet(of).map_or_else(Vec::new, |of| records(of, root));
            let parts = owners.into_iter().flat_map(|(_, owner)| {
                let id = owner.field("id").and_then(Node::as_text).unwrap_or_default();
                items(owner.field(field)).map(move |item| (id, item))
            });
            parts.collect()
        }
    }
}

fn find<'a>(node: &'a Node, at: &[&str]) -> Option<&'a Node> {
    at.iter().try_fold(node, |node, name| node.field(name))
}

fn items(node: Option<&Node>) -> impl Iterator<Item = &Node> {
    let items = match node {
        Some(Node::List(items)) => items.as_slice(),
        _ => &[],
    };
    items.iter()
}

fn filled(sheet: &'static Sheet, records: &[Record<'_>]) -> Filled {
    let mut heads = Vec::new();
    for column in sheet.columns {
        heads.push((column, Part::Original));
        if sheet.owner().is_none_or(|owner| owner.name != column.name) {
            for tag in tags(column, records) {
                heads.push((column, Part::Translation(tag.clone())));
                heads.push((column, Part::By(tag)));
            }
        }
    }
    let row = |(owner, record): &Record<'_>| {
        let texts = heads.iter().enumerate().map(|(nth, (column, part))| {
            let is_owner = nth == 0 && sheet.owner().is_some();
            if is_owner { (*owner).to_string() } else { text(record, column, part) }
        });
        texts.collect()
    };
    let records = records.iter().map(row).collect();
    Filled { sheet, heads, records }
}

/// The languages that a column's texts are translated into, as they come.
fn tags(column: &Column, records: &[Record<'_>]) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for (_, record) in records {
        let value = find(record, column.at);
        if let Some(Node::Map(translations)) = value.and_then(|it| it.field("translations")) {
            for (tag, _) in translations {
                if !tags.contains(tag) {
                    tags.push(tag.clone());
                }
            }
        }
    }
    tags
}

/// What a column shows of a record: a text without its translations, several values as [`value`]
/// reads them back. Blank where there is nothing, or a list with rows of its own.
///
/// [`value`]: crate::value
pub fn shown(record: &Node, column: &Column) -> String {
    part_of(record, column, &Part::Original)
}

fn text(record: &Node, column: &Column, part: &Part) -> String {
    let text = part_of(record, column, part);
    if is_too_long(&text) { String::new() } else { text }
}

fn part_of(record: &Node, column: &Column, part: &Part) -> String {
    let Some(value) = find(record, column.at) else { return String::new() };
    let found = match part {
        Part::Original if matches!(value, Node::Map(_)) => find(value, &["text"]),
        Part::Original => Some(value),
        Part::Translation(tag) => find(value, &["translations", tag, "text"]),
        Part::By(tag) => find(value, &["translations", tag, "by"]),
    };
    match found {
        Some(Node::Text(text)) => text.clone(),
        Some(Node::Whole(number)) => number.to_string(),
        Some(list @ Node::List(_)) => several(list, column.kind),
        _ => String::new(),
    }
}

/// What a cell of an `.xlsx` takes, as Excel counts it: in units of UTF-16.
pub(crate) const LONGEST: usize = 32_767;

/// Whether a text finds no room in a cell.
pub(crate) fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST && text.encode_utf16().count() > LONGEST
}

/// Several values in one cell. A list with rows of its own stands in another sheet.
fn several(list: &Node, kind: Kind) -> String {
    let texts: Vec<_> = items(Some(list)).filter_map(Node::as_text).collect();
    match kind {
        Kind::Ids(_) => texts.join(", "),
        Kind::Names => joined(&texts),
        Kind::Lines => texts.join("\n"),
        _ => String::new(),
    }
}

impl Filled {
    /// The sheet as it is laid out, notes included.
    pub(crate) fn rows(&self) -> Vec<Vec<String>> {
        let titles = self.heads.iter().map(|(column, part)| title(column.name, part));
        let notes = self.heads.iter().enumerate().map(|(nth, (column, part))| {
            let sign = if nth == 0 { format!("{} ", plan::NOTE) } else { String::new() };
            sign + &note(column, part)
        });
        if !self.sheet.is_form() {
            let top = [titles.collect(), notes.collect()];
            return top.into_iter().chain(self.records.iter().cloned()).collect();
        }
        let values = self.records.iter().flatten().cloned();
        let notes = self.heads.iter().map(|(column, part)| note(column, part));
        let rows =
            titles.zip(values).zip(notes).map(|((title, value), note)| vec![title, value, note]);
        let top = ["field", "value", "what goes there"].map(String::from).to_vec();
        [top].into_iter().chain(rows).collect()
    }

    /// As if it had been read from a file.
    pub(crate) fn opened(&self) -> Opened {
        Opened { grid: Grid::of_texts(self.sheet.name, self.rows()), is_file: false }
    }
}

/// What goes into a column.
pub(crate) fn note(column: &Column, part: &Part) -> String {
    match part {
        Part::Original if column.must => format!("{} Required.", column.note),
        Part::Original => column.note.into(),
        Part::Translation(tag) => format!("The same in the language {tag}."),
        Part::By(_) => "The translator's name, or machine.".into(),
    }
}
