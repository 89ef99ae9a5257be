//! What of a dataset a workbook would not give back, told by its place there.

use authoring::{Dataset, Node};

use crate::{
    assemble,
    fill::{self, Filled},
    place::{Problem, Report},
    plan, sheets,
};

/// What would not come back from these sheets.
pub(crate) fn lost(dataset: &Dataset, filled: &[Filled]) -> Vec<Problem> {
    let mut report = Report::default();
    let tables = sheets::tables(filled.iter().map(Filled::opened).collect(), &mut report);
    let reading = authoring::read(assemble::assemble(&tables, report).root);
    let mut lost = Vec::new();
    let (before, after) = (fill::tree(dataset), reading.dataset.as_ref().and_then(fill::tree));
    if let Some(before) = &before {
        too_long("", before, &mut lost);
    }
    match (&before, &after) {
        (Some(before), Some(after)) => differences("", before, after, &mut lost),
        // What is left out may be what a record cannot be without.
        _ if lost.is_empty() => lost.extend(reading.problems.iter().map(ToString::to_string)),
        _ => {}
    }
    let problem = |what: String| Problem { at: None, what };
    lost.into_iter().map(problem).collect()
}

/// Every text that finds no room in a cell; the lines of a list share one.
fn too_long(at: &str, node: &Node, lost: &mut Vec<String>) {
    let whole = match node {
        Node::Text(text) => Some(text.clone()),
        Node::List(items) => {
            items.iter().map(Node::as_text).collect::<Option<Vec<_>>>().map(|it| it.join("\n"))
        }
        _ => None,
    };
    match (whole, node) {
        (Some(text), _) if fill::is_too_long(&text) => lost.push(format!(
            "{at}: left out, as a cell takes {} characters at the most",
            fill::LONGEST
        )),
        (None, Node::List(items)) => {
            for (nth, item) in items.iter().enumerate() {
                too_long(&format!("{at}[{nth}]"), item, lost);
            }
        }
        (None, Node::Map(fields)) => {
            for (name, value) in fields {
                too_long(&below(at, name), value, lost);
            }
        }
        _ => {}
    }
}

fn below(at: &str, name: &str) -> String {
    if at.is_empty() { name.into() } else { format!("{at}.{name}") }
}

fn differences(at: &str, before: &Node, after: &Node, lost: &mut Vec<String>) {
    match (before, after) {
        (Node::Map(fields), Node::Map(_)) => {
            for (name, value) in fields {
                differences(
                    &below(at, name),
                    value,
                    after.field(name).unwrap_or(&Node::Null),
                    lost,
                );
            }
        }
        (Node::List(items), Node::List(others)) if items.len() == others.len() => {
            for (nth, (item, other)) in items.iter().zip(others).enumerate() {
                differences(&format!("{at}[{nth}]"), item, other, lost);
            }
        }
        _ if before != after && !lost.iter().any(|line| line.starts_with(&format!("{at}: "))) => {
            lost.push(format!("{at}: {}", why(before, after)));
        }
        _ => {}
    }
}

/// Why a value comes back as another.
fn why(before: &Node, after: &Node) -> String {
    let ends = |node: &Node| node.as_text().map_or_else(String::new, |text| text.trim().into());
    if before.as_text().is_some() && ends(before) == ends(after) {
        return "the blanks at its ends are left off".into();
    }
    let sign = plan::NOTE;
    format!("a workbook cannot hold this as it is written; is there a `{sign}` at its beginning?")
}
