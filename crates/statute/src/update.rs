//! A new version of a law into a dataset in use: provisions are replaced, what editors wrote stays,
//! and no concern loses what it is about.

mod former;
mod pairs;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use authoring::{
    Node,
    compare::{Edit, edits},
};

use crate::Law;
use former::Drafts;
use pairs::pairs;

/// What became of a provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is in the new version no more. What something in the dataset refers to stays, and is
    /// named; the rest is gone.
    Dropped {
        /// The concerns, requests and replies that refer to it.
        by: Vec<String>,
    },
    /// Its words stand under another id now.
    Renumbered {
        /// The former id.
        from: String,
    },
    /// It says something else.
    Reworded {
        /// What, by words.
        edits: Vec<Edit>,
        /// The concerns, requests and replies that refer to it.
        by: Vec<String>,
    },
}

/// A provision and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id, the new one where it has two.
    pub id: String,
    /// What.
    pub what: What,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: ", self.id)?;
        match &self.what {
            What::Added => f.write_str("added"),
            What::Dropped { by } if by.is_empty() => f.write_str("dropped"),
            What::Dropped { by } => write!(
                f,
                "not in the new version, and kept, since `{}` is about it; decide what becomes of that",
                by.join("`, `")
            ),
            What::Renumbered { from } => {
                write!(f, "was `{from}`; what referred to that refers to it")
            }
            What::Reworded { edits, by } => {
                let words: Vec<_> = edits.iter().map(ToString::to_string).collect();
                write!(f, "reworded: {}", words.join(" "))?;
                if !by.is_empty() {
                    write!(f, "; look at `{}`", by.join("`, `"))?;
                }
                Ok(())
            }
        }
    }
}

/// What becomes of the words that the law had so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Former<'a> {
    /// The new words take their place.
    #[default]
    Replaced,
    /// They stay beside the new ones, as those of an earlier draft.
    Kept {
        /// What the new draft is called; as its file says where this is empty.
        now: &'a str,
    },
}

/// Two drafts of a law, by their labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPair {
    /// The one whose words are kept.
    pub former: String,
    /// The one that is in force, or proposed, from here on.
    pub now: String,
}

impl fmt::Display for DraftPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { former, now } = self;
        write!(f, "the former words are kept as those of “{former}”; the new draft is “{now}”")
    }
}

/// A dataset after a new version of its law.
#[derive(Clone, Debug)]
pub struct Update {
    /// The dataset.
    pub dataset: Node,
    /// What changed, in the new version's order, and after that what was dropped.
    pub changes: Vec<Change>,
    /// The drafts that can be compared by it, where the former words are kept.
    pub drafts: Option<DraftPair>,
}

/// Lists of ids of provisions, in whatever record.
const LISTS: [&str; 3] = ["provisions", "contrasted", "mentioned"];

/// Records that refer to provisions.
const RECORDS: [&str; 3] = ["concerns", "requests", "replies"];

/// Takes a law's provisions and chapters into a dataset that has a former version of them.
pub fn update(old: &Node, law: &Law, former_words: Former<'_>) -> Update {
    let (former, new) = (provisions(old), provisions(&law.dataset));
    let pairs = pairs(&former, &new);
    let by_id: BTreeMap<&str, &Node> = former.iter().map(|(id, it)| (id.as_str(), *it)).collect();
    let referring = referring(old);
    let by = |id: &str| referring.get(id).cloned().unwrap_or_default();
    let mut changes = Vec::new();
    let mut kept: Vec<Node> = Vec::new();
    for (id, provision) in &new {
        let Some(before) = pairs.get(id.as_str()) else {
            changes.push(Change { id: id.clone(), what: What::Added });
            kept.push((*provision).clone());
            continue;
        };
        if before != id {
            let what = What::Renumbered { from: before.clone() };
            changes.push(Change { id: id.clone(), what });
        }
        let Some(old) = by_id.get(before.as_str()) else { continue };
        let (was, is) = (words(old), words(provision));
        // A dataset may have had no words of the law so far.
        if was != is && !was.is_empty() {
            let what = What::Reworded { edits: edits(&was, &is), by: by(before) };
            changes.push(Change { id: id.clone(), what });
        }
        kept.push(merged(old, provision));
    }
    let mut names: BTreeMap<String, String> =
        pairs.iter().map(|(new, old)| (old.clone(), new.clone())).collect();
    names.extend(drop_rest(&former, &pairs, &by, &mut kept, &mut changes));
    let drafts = Drafts::of(old, law, former_words);
    let kept = former::beside(kept, &former, (&names, &pairs), drafts.as_ref());
    let mut dataset = put_together(old, law, &kept, &names);
    if let Some(drafts) = &drafts {
        dataset = drafts.put(dataset);
    }
    Update { dataset, changes, drafts: drafts.map(|it| it.labels) }
}

fn drop_rest(
    former: &[(String, &Node)],
    pairs: &BTreeMap<String, String>,
    by: &dyn Fn(&str) -> Vec<String>,
    kept: &mut Vec<Node>,
    changes: &mut Vec<Change>,
) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    let paired: BTreeSet<&str> = pairs.values().map(String::as_str).collect();
    let mut ids: BTreeSet<String> = kept.iter().filter_map(id_of).collect();
    for (id, provision) in former.iter().filter(|(id, _)| !paired.contains(id.as_str())) {
        let is_whole = is_whole(id);
        let by = by(id);
        if is_whole || !by.is_empty() {
            // The new version may have another provision under its id.
            let free = |id: &String| !ids.contains(id);
            let mut all =
                std::iter::successors(Some(id.clone()), |id| Some(format!("{id}-former")));
            let name = all.find(free).unwrap_or_else(|| id.clone());
            let now = |old: &str| {
                let paired = pairs.iter().find(|(_, before)| *before == old).map(|(new, _)| new);
                let kept = || names.iter().find(|(before, _)| before == old).map(|(_, new)| new);
                paired.or_else(kept).cloned()
            };
            kept.push(without_stranger(provision, &name, &now));
            names.push((id.clone(), name.clone()));
            ids.insert(name);
        }
        if !is_whole {
            changes.push(Change { id: id.clone(), what: What::Dropped { by } });
        }
    }
    names
}

/// The law's title and the law as a whole are no text of its file.
fn is_whole(id: &str) -> bool {
    matches!(id, "title" | "instrument")
}

/// A provision's heading and words.
fn words(provision: &Node) -> String {
    let heading = provision.field("heading").and_then(plain);
    let text = match provision.field("text") {
        Some(Node::List(all)) => all.as_slice(),
        _ => &[],
    };
    let all = heading.into_iter().chain(text.iter().filter_map(Node::as_text));
    all.collect::<Vec<_>>().join(" ")
}

/// A text, with or without translations.
fn plain(text: &Node) -> Option<&str> {
    text.as_text().or_else(|| text.field("text")?.as_text())
}

fn list<'a>(node: &'a Node, name: &str) -> &'a [Node] {
    match node.field(name) {
        Some(Node::List(all)) => all,
        _ => &[],
    }
}

fn id_of(node: &Node) -> Option<String> {
    node.field("id")?.as_text().map(str::to_string)
}

fn provisions(dataset: &Node) -> Vec<(String, &Node)> {
    let all = list(dataset, "provisions").iter();
    all.filter_map(|it| Some((id_of(it)?, it))).collect()
}

/// The ids of the records that refer to each provision.
fn referring(dataset: &Node) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in RECORDS.iter().flat_map(|name| list(dataset, name)) {
        let Some(by) = id_of(record) else { continue };
        for id in LISTS.iter().flat_map(|name| list(record, name)).filter_map(Node::as_text) {
            let all = found.entry(id.into()).or_default();
            if all.last() != Some(&by) {
                all.push(by.clone());
            }
        }
    }
    found
}

/// What the law says anew, and what editors wrote.
fn merged(old: &Node, new: &Node) -> Node {
    let (Node::Map(old), Node::Map(new)) = (old, new) else { return new.clone() };
    let mut fields = new.clone();
    for (name, value) in old {
        let said = new.iter().find(|(key, _)| key == name).map(|(_, said)| said);
        match said {
            // The same words keep their translations.
            Some(said) if plain(said).is_some() && plain(said) == plain(value) => {
                if let Some((_, to)) = fields.iter_mut().find(|(key, _)| key == name) {
                    *to = value.clone();
                }
            }
            Some(_) => {}
            // Only the law says where a provision stands, and in which words.
            None if matches!(name.as_str(), "parent" | "text") => {}
            None => fields.push((name.clone(), value.clone())),
        }
    }
    Node::Map(fields)
}

/// A provision that is kept, under an id that is free, stands in no other that isn't kept.
/// The one that it stood in may have another number now, and its own be another's.
fn without_stranger(provision: &Node, id: &str, now: &dyn Fn(&str) -> Option<String>) -> Node {
    let Node::Map(fields) = provision else { return provision.clone() };
    let named = |(name, value): &(String, Node)| match name.as_str() {
        "id" => Some((name.clone(), Node::Text(id.into()))),
        "parent" => Some((name.clone(), Node::Text(now(value.as_text()?)?))),
        _ => Some((name.clone(), value.clone())),
    };
    Node::Map(fields.iter().filter_map(named).collect())
}

fn put_together(old: &Node, law: &Law, kept: &[Node], names: &BTreeMap<String, String>) -> Node {
    let Node::Map(fields) = old else { return old.clone() };
    let chapters = law.dataset.field("instrument").and_then(|it| it.field("chapters"));
    let fields = fields.iter().map(|(name, value)| {
        let value = match name.as_str() {
            "provisions" => Node::List(kept.to_vec()),
            "instrument" => with_chapters(value, chapters),
            _ if RECORDS.contains(&name.as_str()) => renamed(value, names),
            _ => value.clone(),
        };
        (name.clone(), value)
    });
    Node::Map(fields.collect())
}

fn with_chapters(instrument: &Node, chapters: Option<&Node>) -> Node {
    let (Node::Map(fields), Some(chapters)) = (instrument, chapters) else {
        return instrument.clone();
    };
    let mut fields: Vec<_> = fields.iter().filter(|(key, _)| key != "chapters").cloned().collect();
    fields.push(("chapters".into(), chapters.clone()));
    Node::Map(fields)
}

/// References to provisions by their new ids.
fn renamed(records: &Node, names: &BTreeMap<String, String>) -> Node {
    match records {
        Node::List(all) => Node::List(all.iter().map(|it| renamed(it, names)).collect()),
        Node::Map(fields) => {
            let fields = fields.iter().map(|(name, value)| match value {
                Node::List(ids) if LISTS.contains(&name.as_str()) => {
                    let ids = ids.iter().map(|id| {
                        let new = id.as_text().and_then(|id| names.get(id));
                        new.map_or_else(|| id.clone(), |new| Node::Text(new.clone()))
                    });
                    (name.clone(), Node::List(ids.collect()))
                }
                _ => (name.clone(), value.clone()),
            });
            Node::Map(fields.collect())
        }
        _ => records.clone(),
    }
}
