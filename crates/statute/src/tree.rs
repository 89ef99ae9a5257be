//! A document as elements and texts, whatever it was written in, each with its place.

use std::fmt;

/// Deeper elements than any law has; a file that has them is refused.
pub(crate) const DEEPEST: usize = 200;

/// A place in a file; lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which line; 0 where a format has none.
    pub line: u32,
    /// Which column; 0 where only the line is known.
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if self.column > 0 {
            write!(f, ", column {}", self.column)?;
        }
        Ok(())
    }
}

/// What stands within an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Element(Element),
    Text(String),
}

/// An element under its local name: publishers' prefixes and namespaces are many, and their names
/// are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// Local names with a prefix keep it: `xml:id` is no `id`.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Child>,
    pub(crate) at: Place,
}

impl Element {
    pub(crate) fn new(name: &str, at: Place) -> Self {
        Self { name: name.into(), at, ..Self::default() }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly within.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name directly within.
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|it| it.name == name)
    }

    /// The first element of this name at any depth, this one included.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        if self.name == name {
            return Some(self);
        }
        self.elements().find_map(|it| it.find(name))
    }

    /// Every element of this name at any depth, in order.
    pub(crate) fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Element>) {
        if self.name == name {
            found.push(self);
        }
        self.elements().for_each(|it| it.all(name, found));
    }

    /// All text within, as it stands.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Element(element) => element.gather(text),
                Child::Text(words) => text.push_str(words),
            }
        }
    }

    /// Text goes on where the last child is text.
    pub(crate) fn push_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.children.last_mut() {
            Some(Child::Text(last)) => last.push_str(text),
            _ => self.children.push(Child::Text(text.into())),
        }
    }
}

/// Characters that are no blanks: what is counted.
pub(crate) fn weight(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}

/// A text with each run of the blanks that markup has as one, and none at the ends. No-break
/// spaces are the law's.
pub(crate) fn collapsed(text: &str) -> String {
    let words = text.split(is_blank).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

pub(crate) fn is_blank(sign: char) -> bool {
    matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}
