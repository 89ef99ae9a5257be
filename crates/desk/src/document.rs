//! The dataset as it is written so far, with the texts of its sources, and how to reach into it.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use authoring::{Node, Path, Step, json};
use workbook::{
    Layout, sheets,
    tree::{map, reach, reach_list, steps},
};

use crate::quote::sha256;

/// A dataset under way. A copy shares whatever doesn't change, so that there may be one for each step
/// that an editor goes back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The fields of the dataset, in the order of its file.
    fields: Vec<(String, Rc<Node>)>,
    /// The texts of sources, by their ids. They go with no dataset.
    texts: BTreeMap<String, Rc<str>>,
    /// Citations that an editor doesn't want as concerns: the source, and the byte of its text that
    /// the sentence begins at.
    dismissed: BTreeSet<(String, usize)>,
}

impl Document {
    /// Nothing but what every dataset begins with.
    pub fn blank() -> Self {
        let mut document = Self::default();
        for sheet in sheets() {
            match sheet.layout {
                Layout::Form => {
                    for column in sheet.columns.iter().filter(|it| !it.start.is_empty()) {
                        document.put(&at(column.at), workbook::value(column.start, column.kind));
                    }
                }
                Layout::List(list) if sheet.name != "Asked" && sheet.name != "Chapters" => {
                    document.list_mut(&at(list));
                }
                _ => {}
            }
        }
        document
    }

    /// A dataset as JSON, sound or not.
    ///
    /// # Errors
    /// A sentence, where the text is none; nothing of another kind is taken for one.
    pub fn open(text: &str) -> Result<Self, String> {
        if text.starts_with(authoring::MAGIC) {
            let what = "is compiled for readers; open the .json that was published beside it";
            return Err(what.into());
        }
        let node = json::parse(text).map_err(|why| format!("can't be read: {why}"))?;
        let is_dataset = matches!(node.field("instrument"), Some(Node::Map(_)))
            && matches!(node.field("provisions"), Some(Node::List(_)));
        let Node::Map(fields) = node else { return Err("is no dataset".into()) };
        if !is_dataset {
            return Err("is no dataset: it has no law and no provisions".into());
        }
        let fields = fields.into_iter().map(|(name, value)| (name, Rc::new(value))).collect();
        Ok(Self { fields, ..Self::default() })
    }

    /// The same dataset beside the texts that another state of it has for the same sources, and what
    /// was decided of their citations. Of another dataset nothing is taken: a source there with the
    /// same id and title may be another document, whose words would stand in the wrong mouth.
    #[must_use]
    pub fn with_texts_of(self, other: &Self) -> Self {
        let id = |document: &Self| document.words(&at(&["id"])).to_string();
        if id(&self).is_empty() || id(&self) != id(other) {
            return self;
        }
        let is_same = |id: &str, text: &str| match (self.source(id), other.source(id)) {
            (Some(now), Some(before)) => {
                let words = |name| self.words(&field(&now, name));
                let is_kept = |name| words(name) == other.words(&field(&before, name));
                ["title", "publisher", "date", "address"].into_iter().all(is_kept)
                    && (is_kept("sha256")
                        || words("sha256").is_empty()
                        || words("sha256") == sha256(text))
            }
            _ => false,
        };
        let texts = other.texts.iter().filter(|(id, text)| is_same(id, text));
        let texts: BTreeMap<_, _> = texts.map(|(id, text)| (id.clone(), text.clone())).collect();
        let dismissed = other.dismissed.iter().filter(|(id, _)| texts.contains_key(id));
        let dismissed = dismissed.cloned().collect();
        Self { texts, dismissed, ..self }
    }

    /// Where a source stands.
    fn source(&self, id: &str) -> Option<Path> {
        self.place("sources", id).map(|nth| record("sources", nth))
    }

    /// Forgets the texts of sources that are gone, or whichever has such an id next would have them.
    pub(crate) fn forget_texts(&mut self) {
        let mut texts = std::mem::take(&mut self.texts);
        texts.retain(|id, _| self.place("sources", id).is_some());
        self.dismissed.retain(|(id, _)| texts.contains_key(id));
        self.texts = texts;
    }

    /// Whether a source cites the same as it does beside another dataset: its text and the law are.
    pub fn cites_as(&self, other: &Self, source: &str) -> bool {
        self.text(source) == other.text(source) && self.has_law_of(other)
    }

    /// Whether another has the same law, to the letter.
    pub fn has_law_of(&self, other: &Self) -> bool {
        let law = |document: &Self, name: &str| {
            document.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        };
        let mut names = ["provisions", "instrument", "language"].into_iter();
        names.all(|it| law(self, it) == law(other, it))
    }

    /// The dataset as JSON, in its own order.
    pub fn json(&self) -> String {
        workbook::json(&self.node()).unwrap_or_default()
    }

    /// The dataset as one tree.
    pub fn node(&self) -> Node {
        let fields = self.fields.iter().map(|(name, value)| (name.clone(), (**value).clone()));
        Node::Map(fields.collect())
    }

    /// As much of that tree as stands in some fields of the dataset.
    pub fn narrow<'n>(&self, names: impl Iterator<Item = &'n str>) -> Node {
        let names: BTreeSet<_> = names.collect();
        let these = self.fields.iter().filter(|(name, _)| names.contains(name.as_str()));
        Node::Map(these.map(|(name, value)| (name.clone(), (**value).clone())).collect())
    }

    /// What stands at a path.
    pub fn find(&self, path: &Path) -> Option<&Node> {
        let (first, rest) = path.0.split_first()?;
        let Step::Field(name) = first else { return None };
        let node = self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| &**value)?;
        rest.iter().try_fold(node, |node, step| match (step, node) {
            (Step::Field(name), node) => node.field(name),
            (Step::Item(nth), Node::List(items)) => items.get(*nth),
            _ => None,
        })
    }

    /// The text at a path, without its translations; empty where there is none.
    pub fn words(&self, path: &Path) -> &str {
        match self.find(path) {
            Some(Node::Text(text)) => text,
            Some(text @ Node::Map(_)) => {
                text.field("text").and_then(Node::as_text).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The items of a list; none where there is no list.
    pub fn items(&self, path: &Path) -> &[Node] {
        match self.find(path) {
            Some(Node::List(items)) => items,
            _ => &[],
        }
    }

    /// The records of a list at the top: `concerns`.
    pub fn records(&self, list: &str) -> &[Node] {
        self.items(&at(&[list]))
    }

    /// Where the record of an id stands in a list at the top.
    pub fn place(&self, list: &str, id: &str) -> Option<usize> {
        self.records(list).iter().position(|it| id_of(it) == id)
    }

    /// The text of a source.
    pub fn text(&self, source: &str) -> Option<&Rc<str>> {
        self.texts.get(source)
    }

    /// The sources whose texts are here, by their ids.
    pub fn texts(&self) -> &BTreeMap<String, Rc<str>> {
        &self.texts
    }

    pub(crate) fn texts_mut(&mut self) -> &mut BTreeMap<String, Rc<str>> {
        &mut self.texts
    }

    pub(crate) fn is_dismissed(&self, source: &str, sentence: usize) -> bool {
        self.dismissed.contains(&(source.into(), sentence))
    }

    pub(crate) fn dismissed_mut(&mut self) -> &mut BTreeSet<(String, usize)> {
        &mut self.dismissed
    }

    /// Puts a value at a path, or takes away what stands there. An object that holds nothing any more
    /// goes with it, and a text keeps its translations.
    pub(crate) fn put(&mut self, path: &Path, value: Option<Node>) {
        match value {
            Some(value) => {
                if let Some(slot) = self.slot(path) {
                    match (slot.field("text").is_some(), &value) {
                        (true, Node::Text(_)) => {
                            if let Some(text) = reach(slot, &steps(&["text"])) {
                                *text = value;
                            }
                        }
                        _ => *slot = value,
                    }
                }
            }
            None => self.clear(path),
        }
    }

    /// Takes away what stands at a path.
    pub(crate) fn clear(&mut self, path: &Path) {
        let Some((last, outer)) = path.0.split_last() else { return };
        if self.find(path).is_none() {
            return;
        }
        let outer = Path(outer.to_vec());
        if let (Step::Field(name), true) = (last, outer.0.is_empty()) {
            self.fields.retain(|(key, _)| key != name);
            return;
        }
        let emptied = match (last, self.slot(&outer)) {
            (Step::Field(name), Some(Node::Map(fields))) => {
                fields.retain(|(key, _)| key != name);
                fields.is_empty()
            }
            (Step::Item(nth), Some(Node::List(items))) if *nth < items.len() => {
                items.remove(*nth);
                false
            }
            _ => false,
        };
        if emptied && matches!(outer.0.last(), Some(Step::Field(_))) {
            self.clear(&outer);
        }
    }

    /// The value at a path, an empty object where there is none yet.
    fn slot(&mut self, path: &Path) -> Option<&mut Node> {
        let (first, rest) = path.0.split_first()?;
        let Step::Field(name) = first else { return None };
        if !self.fields.iter().any(|(key, _)| key == name) {
            self.fields.push((name.clone(), Rc::new(map())));
        }
        let field = self.fields.iter_mut().find(|(key, _)| key == name)?;
        reach(Rc::make_mut(&mut field.1), rest)
    }

    /// The list at a path, made where there is none; what else stands there gives way, such as the
    /// word that says that nobody was found.
    pub(crate) fn list_mut(&mut self, path: &Path) -> Option<&mut Vec<Node>> {
        let slot = self.slot(path)?;
        if !matches!(slot, Node::List(_)) {
            *slot = map();
        }
        reach_list(slot, &Path::default())
    }

    /// Adds an item to a list, and returns its path.
    pub(crate) fn push(&mut self, list: &Path, item: Node) -> Option<Path> {
        let items = self.list_mut(list)?;
        items.push(item);
        Some(below(list, &[Step::Item(items.len() - 1)]))
    }
}

/// A path through fields.
pub(crate) fn at(names: &[&str]) -> Path {
    Path(steps(names))
}

/// An item of a list at the top.
pub(crate) fn record(list: &str, nth: usize) -> Path {
    Path(vec![Step::Field(list.into()), Step::Item(nth)])
}

/// A path with more steps.
pub(crate) fn below(path: &Path, more: &[Step]) -> Path {
    workbook::tree::below(path, more)
}

/// A field of a record.
pub(crate) fn field(path: &Path, name: &str) -> Path {
    below(path, &[Step::Field(name.into())])
}

/// The id of a record; empty where it has none.
pub(crate) fn id_of(record: &Node) -> &str {
    record.field("id").and_then(Node::as_text).unwrap_or_default()
}

/// An object of texts, without those that are empty.
pub(crate) fn object(fields: &[(&str, &str)]) -> Node {
    let fields = fields.iter().filter(|(_, text)| !text.is_empty());
    Node::Map(fields.map(|(name, text)| ((*name).into(), Node::Text((*text).into()))).collect())
}

/// A list of texts.
pub(crate) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> Node {
    Node::List(texts.into_iter().map(|text| Node::Text(text.into())).collect())
}
