//! Ways into the tree that a workbook becomes, and that whoever else makes a dataset has.

use authoring::{Node, Path, Step};

/// The steps of a place of the plan.
pub fn steps(names: &[&str]) -> Vec<Step> {
    names.iter().map(|name| Step::Field((*name).into())).collect()
}

/// An empty object.
pub fn map() -> Node {
    Node::Map(Vec::new())
}

/// A path with more steps.
pub fn below(base: &Path, more: &[Step]) -> Path {
    Path(base.0.iter().chain(more).cloned().collect())
}

/// The value at a path, which is made an empty object where there is none yet.
pub fn reach<'a>(node: &'a mut Node, path: &[Step]) -> Option<&'a mut Node> {
    path.iter().try_fold(node, |node, step| match (step, node) {
        (Step::Item(nth), Node::List(items)) => items.get_mut(*nth),
        (Step::Field(name), Node::Map(fields)) => {
            let known = fields.iter().position(|(key, _)| key == name);
            let at = known.unwrap_or_else(|| {
                fields.push((name.clone(), map()));
                fields.len() - 1
            });
            fields.get_mut(at).map(|(_, value)| value)
        }
        _ => None,
    })
}

/// The list at a path, made where there is nothing yet; none where something else stands there.
pub fn reach_list<'a>(node: &'a mut Node, path: &Path) -> Option<&'a mut Vec<Node>> {
    let node = reach(node, &path.0)?;
    if *node == map() {
        *node = Node::List(Vec::new());
    }
    match node {
        Node::List(items) => Some(items),
        _ => None,
    }
}
