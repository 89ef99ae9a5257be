//! Markup by functions. `html!` compiles each of its elements anew where it stands; what these
//! functions draw is compiled once (docs/decisions/0006).

use std::rc::Rc;

use web_sys::Event;
use yew::{
    AttrValue, Html, NodeRef,
    virtual_dom::{
        AttributeOrProperty, Attributes, Key, Listener, ListenerKind, Listeners, VList, VNode,
        VTag, VText,
    },
};

/// An element with a class, or none where it is empty. The number of children is the same at each
/// drawing, so that each keeps its place and its state: what comes and goes is a [`maybe`], and what
/// grows and shrinks a [`list`] of its own.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str, children: impl Into<Vec<Html>>) -> Html {
    let attributes = Attributes::Dynamic { keys: &["class"], values: Box::new([class_of(class)]) };
    element(tag, attributes, all(children))
}

/// Attributes by name, each the same number of them at each drawing, and a class behind them.
macro_rules! attributes {
    ($class:expr $(, $name:literal = $value:expr)*) => {
        yew::virtual_dom::Attributes::Dynamic {
            keys: &[$($name,)* "class"],
            values: Box::new([
                $($crate::components::el::Value::value($value),)*
                $crate::components::el::class_of($class),
            ]),
        }
    };
}

/// An element with attributes besides its class: `tag!("bdi", "", ["lang" = lang], [inside])`. One
/// whose value is none isn't there.
macro_rules! tag {
    ($tag:expr, $class:expr, [$($name:literal = $value:expr),+ $(,)?], $children:expr $(,)?) => {
        $crate::components::el::element(
            $tag,
            $crate::components::el::attributes!($class $(, $name = $value)+),
            $crate::components::el::all($children),
        )
    };
}

pub(crate) use {attributes, tag};

/// What an attribute can be given.
pub(crate) trait Value {
    /// Its value; none where the element goes without it.
    fn value(self) -> Option<AttributeOrProperty>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttributeOrProperty> {
        Some(AttributeOrProperty::Attribute(AttrValue::Static(self)))
    }
}

impl Value for String {
    fn value(self) -> Option<AttributeOrProperty> {
        Some(AttributeOrProperty::Attribute(self.into()))
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self) -> Option<AttributeOrProperty> {
        self.and_then(T::value)
    }
}

/// A class, where it isn't empty.
pub(crate) fn class_of(class: &'static str) -> Option<AttributeOrProperty> {
    (!class.is_empty()).then_some(class).value()
}

thread_local! {
    /// One reference for all elements. Nobody asks what it refers to; with one each, Yew would have
    /// every element that stays refer to its node anew at each drawing, by calls into the browser.
    static UNREAD: NodeRef = NodeRef::default();
}

/// An element, as `html!` makes one: `VTag::new` would copy each name to see whether it is a
/// [`field`]'s.
#[inline(never)]
pub(crate) fn element(tag: &'static str, attributes: Attributes, children: Html) -> Html {
    let tag = AttrValue::Static(tag);
    let unread = UNREAD.with(NodeRef::clone);
    VNode::from(VTag::__new_other(tag, unread, None, attributes, Listeners::None, children))
}

/// A field of a form, `input` or `textarea`, with what is written in it.
pub(crate) fn field(tag: &'static str, attributes: Attributes, value: Option<String>) -> VTag {
    let mut field = VTag::new(tag);
    field.node_ref = UNREAD.with(NodeRef::clone);
    field.attributes = attributes;
    field.set_value(value);
    field
}

/// An element of a list, by which Yew finds it again wherever it moves to.
pub(crate) fn keyed(key: impl Into<Key>, mut node: Html) -> Html {
    if let Some(element) = just_made(&mut node) {
        element.key = Some(key.into());
    }
    node
}

/// An element that listens.
pub(crate) fn heard(listener: Rc<dyn Listener>, mut node: Html) -> Html {
    if let Some(element) = just_made(&mut node) {
        element.set_listeners(Box::new([Some(listener)]));
    }
    node
}

fn just_made(node: &mut Html) -> Option<&mut VTag> {
    match node {
        VNode::VTag(element) => Rc::get_mut(element),
        _ => None,
    }
}

/// What is listened for. Yew's own kinds are a hundred, and each copy of one asks which.
#[derive(Clone, Copy)]
pub(crate) enum On {
    Click,
    Change,
    Input,
}

/// Calls a function whenever something happens to an element.
pub(crate) fn on(what: On, act: impl Fn(&Event) + 'static) -> Rc<dyn Listener> {
    Rc::new(Heard { what, act })
}

struct Heard<F> {
    what: On,
    act: F,
}

impl<F: Fn(&Event)> Listener for Heard<F> {
    fn kind(&self) -> ListenerKind {
        match self.what {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
        }
    }

    fn handle(&self, event: Event) {
        (self.act)(&event);
    }

    fn passive(&self) -> bool {
        false
    }
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
