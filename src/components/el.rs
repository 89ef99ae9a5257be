//! Markup by functions: elements with nothing but a class, which most are. `html!` compiles each of
//! its elements anew where it stands; what these functions draw is compiled once (docs/decisions/0006).
//! An element with attributes or listeners of its own is still written with `html!`.

use yew::{
    AttrValue, Html,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText},
};

/// An element with a class, or none where it is empty. The number of children is the same at each
/// drawing, so that each keeps its place and its state: what comes and goes is a [`maybe`], and what
/// grows and shrinks a [`list`] of its own.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str, children: impl Into<Vec<Html>>) -> Html {
    element(tag, class, all(children))
}

fn element(tag: &'static str, class: &'static str, children: Html) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        // Yew writes no other kind of these into HTML.
        let class = AttributeOrProperty::Attribute(AttrValue::Static(class));
        element.attributes =
            Attributes::Dynamic { keys: &["class"], values: Box::new([Some(class)]) };
    }
    if let Some(place) = element.children_mut() {
        *place = children;
    }
    VNode::from(element)
}

/// Several nodes side by side, always as many.
#[inline(never)]
pub(crate) fn all(nodes: impl Into<Vec<Html>>) -> Html {
    side_by_side(nodes.into())
}

fn side_by_side(mut nodes: Vec<Html>) -> Html {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        Some(last) => {
            nodes.push(last);
            list(nodes)
        }
        None => none(),
    }
}

/// Text.
pub(crate) fn text(text: impl Into<AttrValue>) -> Html {
    VNode::from(VText::new(text))
}

/// Nothing, which holds the place of what may come.
pub(crate) fn none() -> Html {
    VNode::default()
}

/// What may be there.
pub(crate) fn maybe(node: Option<Html>) -> Html {
    node.unwrap_or_default()
}

/// Each item drawn, in a list of its own.
pub(crate) fn each<T>(items: &[T], mut draw: impl FnMut(&T) -> Html) -> Html {
    let mut nodes = Vec::with_capacity(items.len());
    for item in items {
        nodes.push(draw(item));
    }
    list(nodes)
}

/// Any number of nodes.
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    VNode::from(VList::from(nodes))
}

/// Nodes with a separator between them.
pub(crate) fn joined(nodes: Vec<Html>, separator: &'static str) -> Html {
    let mut all = Vec::with_capacity(2 * nodes.len());
    for node in nodes {
        if !all.is_empty() {
            all.push(text(separator));
        }
        all.push(node);
    }
    list(all)
}

/// A head with a number behind it.
pub(crate) fn counted_head(tag: &'static str, head: &'static str, count: usize) -> Html {
    el(tag, "", [counted(head, count)])
}

/// Words with a number behind them.
pub(crate) fn counted(words: impl Into<AttrValue>, count: usize) -> Html {
    all([text(words), text(" "), el("span", "number", [text(count.to_string())])])
}
