//! A dataset as an input: JSON, or edits of a small dataset, a line each, so that a change of a few
//! letters still leaves a dataset behind.
//!
//! `/concerns/0/title Too broad` sets a value, given as JSON or as the plain text that it is; a
//! place beyond the end of a list is a new item. `/concerns/0/title` alone takes the value away.

use std::sync::LazyLock;

use authoring::{Node, json};

/// A dataset in which every field is set somewhere; the tests of reading have it, too.
static SMALL: LazyLock<Node> = LazyLock::new(|| {
    json::parse(include_str!("../../crates/authoring/tests/common/small.json"))
        .expect("the tests of reading keep it sound")
});

/// More edits than these say nothing new.
const MOST_EDITS: usize = 64;

/// The tree of an input; none where it should be JSON and isn't.
pub(crate) fn node(text: &str) -> Option<Node> {
    if text.starts_with('{') {
        return json::parse(text).ok();
    }
    Some(changed(SMALL.clone(), text, ""))
}

/// A tree after the edits whose lines begin with a name.
pub(crate) fn changed(mut node: Node, text: &str, name: &str) -> Node {
    let edits = text.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('/'));
    for edit in edits.take(MOST_EDITS) {
        let (path, value) = edit.split_once(' ').map_or((edit, None), |(it, to)| (it, Some(to)));
        let value = value.map(|it| json::parse(it).unwrap_or_else(|_| Node::Text(it.into())));
        let path: Vec<&str> = path.split('/').collect();
        change(&mut node, &path, value);
    }
    node
}

/// Sets or takes away what stands at a path; a path that leads nowhere changes nothing.
fn change(node: &mut Node, path: &[&str], value: Option<Node>) {
    let Some((step, rest)) = path.split_first() else {
        *node = value.unwrap_or(Node::Null);
        return;
    };
    let (last, index) = (rest.is_empty(), step.parse::<usize>());
    match (node, index, value) {
        (Node::Map(fields), _, None) if last => fields.retain(|(key, _)| key != step),
        (Node::Map(fields), _, value) => match fields.iter_mut().find(|(key, _)| key == step) {
            Some((_, inner)) => change(inner, rest, value),
            None => fields.extend(value.filter(|_| last).map(|it| ((*step).into(), it))),
        },
        (Node::List(items), Ok(index), None) if last && index < items.len() => {
            items.remove(index);
        }
        (Node::List(items), Ok(index), value) => match items.get_mut(index) {
            Some(inner) => change(inner, rest, value),
            None => items.extend(value.filter(|_| last)),
        },
        _ => {}
    }
}
