//! A law's provisions in the order and under the chapters in which they stand, each wanted or not.

use std::collections::{BTreeMap, BTreeSet};

use authoring::Node;
use serde::{Deserialize, Serialize};

/// A provision of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Provision {
    pub(crate) id: String,
    pub(crate) citation: String,
    pub(crate) heading: String,
    /// What stands directly in it, by place.
    pub(crate) parts: Vec<usize>,
    parent: Option<usize>,
}

/// Provisions that stand together in a chapter, or in none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Group {
    /// Number and name of the chapter, behind those of parts that have no provision of their own; none
    /// where the provisions stand in no chapter.
    pub(crate) name: Option<String>,
    /// Those that stand in no other provision, by place.
    pub(crate) provisions: Vec<usize>,
}

/// All provisions, and which of them are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tree {
    pub(crate) groups: Vec<Group>,
    pub(crate) provisions: Vec<Provision>,
    /// Ticked themselves; whoever stands in a ticked one comes with it.
    ticked: BTreeSet<usize>,
}

impl Tree {
    /// Of a dataset that `statute` made, with everything ticked.
    pub(crate) fn of(dataset: &Node) -> Self {
        let provisions = provisions(dataset);
        let groups = groups(dataset, &provisions);
        let mut tree = Self { groups, provisions, ticked: BTreeSet::new() };
        tree.tick_all(true);
        tree
    }

    pub(crate) fn provision(&self, at: usize) -> Option<&Provision> {
        self.provisions.get(at)
    }

    /// Whether the one that it stands in brings it along.
    pub(crate) fn is_brought(&self, at: usize) -> bool {
        let above = std::iter::successors(Some(at), |at| self.provisions.get(*at)?.parent);
        above.skip(1).any(|it| self.ticked.contains(&it))
    }

    pub(crate) fn is_wanted(&self, at: usize) -> bool {
        self.ticked.contains(&at) || self.is_brought(at)
    }

    pub(crate) fn tick(&mut self, at: usize, wanted: bool) {
        if wanted {
            self.ticked.insert(at);
        } else {
            self.ticked.remove(&at);
        }
    }

    pub(crate) fn tick_group(&mut self, at: usize, wanted: bool) {
        let Some(group) = self.groups.get(at) else { return };
        for provision in group.provisions.clone() {
            self.tick(provision, wanted);
        }
    }

    pub(crate) fn tick_all(&mut self, wanted: bool) {
        self.ticked.clear();
        if wanted {
            let outer = self.provisions.iter().enumerate().filter(|(_, it)| it.parent.is_none());
            self.ticked.extend(outer.map(|(at, _)| at));
        }
    }

    pub(crate) fn tick_only(&mut self, ids: &BTreeSet<String>) {
        let all = self.provisions.iter().enumerate();
        self.ticked = all.filter(|(_, it)| ids.contains(&it.id)).map(|(at, _)| at).collect();
    }

    /// How many of a group's provisions are wanted, of those that stand in no other.
    pub(crate) fn wanted_of(&self, group: &Group) -> usize {
        group.provisions.iter().filter(|at| self.ticked.contains(at)).count()
    }

    /// How many provisions are wanted, with those that stand in them.
    pub(crate) fn count(&self) -> usize {
        // What stands in another comes behind it.
        let mut wanted = vec![false; self.provisions.len()];
        for (at, provision) in self.provisions.iter().enumerate() {
            let brought = provision.parent.and_then(|it| wanted.get(it).copied()).unwrap_or(false);
            if let Some(place) = wanted.get_mut(at) {
                *place = brought || self.ticked.contains(&at);
            }
        }
        wanted.into_iter().filter(|it| *it).count()
    }

    /// The ids that `statute` is to take; none where it is to take all.
    pub(crate) fn only(&self) -> Option<BTreeSet<String>> {
        if self.count() == self.provisions.len() {
            return None;
        }
        let ids = self.ticked.iter().filter_map(|at| self.provision(*at));
        Some(ids.map(|it| it.id.clone()).collect())
    }

    /// The provisions whose citation or heading has some words, in any case of letters.
    pub(crate) fn matching(&self, query: &str) -> Vec<usize> {
        let query = query.trim().to_lowercase();
        let has = |it: &Provision| {
            [&it.citation, &it.heading].iter().any(|text| text.to_lowercase().contains(&query))
        };
        let all = self.provisions.iter().enumerate();
        all.filter(|(_, it)| has(it)).map(|(at, _)| at).collect()
    }
}

fn list<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    match node.field(name) {
        Some(Node::List(all)) => all,
        _ => &[],
    }
}

fn text(node: &Node, name: &str) -> String {
    node.field(name).and_then(Node::as_text).unwrap_or_default().into()
}

fn provisions(dataset: &Node) -> Vec<Provision> {
    let mut all: Vec<Provision> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for node in list(dataset, "provisions") {
        let (id, at) = (text(node, "id"), all.len());
        let parent = places.get(&text(node, "parent")).copied();
        if let Some(parent) = parent.and_then(|it| all.get_mut(it)) {
            parent.parts.push(at);
        }
        let (citation, heading) = (text(node, "citation"), text(node, "heading"));
        places.insert(id.clone(), at);
        all.push(Provision { id, citation, heading, parts: Vec::new(), parent });
    }
    all
}

/// Each provision with its chapter's place, and chapters' names with those above that are empty.
fn groups(dataset: &Node, provisions: &[Provision]) -> Vec<Group> {
    let instrument = dataset.field("instrument").unwrap_or(&Node::Null);
    let mut names: Vec<String> = Vec::new();
    let mut chapter_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for chapter in list(instrument, "chapters") {
        above.push(name(chapter));
        let inside = list(chapter, "provisions");
        if !inside.is_empty() {
            let ids = inside.iter().filter_map(Node::as_text);
            chapter_of.extend(ids.map(|id| (id, names.len())));
            names.push(std::mem::take(&mut above).join(" · "));
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for (at, provision) in provisions.iter().enumerate().filter(|(_, it)| it.parent.is_none()) {
        let chapter = chapter_of.get(provision.id.as_str()).copied();
        if groups.is_empty() || last != chapter {
            let name = chapter.and_then(|it| names.get(it).cloned());
            groups.push(Group { name, provisions: Vec::new() });
            last = chapter;
        }
        if let Some(group) = groups.last_mut() {
            group.provisions.push(at);
        }
    }
    groups
}

fn name(chapter: &Node) -> String {
    let (number, name) = (text(chapter, "number"), text(chapter, "name"));
    if number.is_empty() || number == name { name } else { format!("{number} {name}") }
}
