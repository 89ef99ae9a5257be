//! The words that a law had so far, beside its new ones: as those of an earlier draft.

use std::collections::{BTreeMap, BTreeSet};

use authoring::Node;

use super::{DraftPair, Former, id_of, is_whole, list, plain};
use crate::{Law, law};

/// The draft that a dataset's words were of so far, and the one that they are of now.
pub(super) struct Drafts {
    former: String,
    now: String,
    all: Vec<Node>,
    pub(super) labels: DraftPair,
}

fn text(text: &str) -> Node {
    Node::Text(text.into())
}

/// A map with a field's new value, in its place where it had one.
fn with(map: Node, name: &str, value: Node) -> Node {
    let Node::Map(mut fields) = map else { return map };
    match fields.iter_mut().find(|(key, _)| key == name) {
        Some((_, old)) => *old = value,
        None => fields.push((name.into(), value)),
    }
    Node::Map(fields)
}

fn label(draft: &Node) -> &str {
    let said = draft.field("label").or_else(|| draft.field("id"));
    said.and_then(plain).unwrap_or_default()
}

impl Drafts {
    pub(super) fn of(old: &Node, law: &Law, former: Former<'_>) -> Option<Self> {
        let Former::Kept { now } = former else { return None };
        let instrument = old.field("instrument")?;
        let said = list(law.dataset.field("instrument")?, "drafts").first()?;
        let mut all = list(instrument, "drafts").to_vec();
        if all.is_empty() {
            all.push(said.clone());
        }
        let current = instrument.field("current_draft").and_then(Node::as_text);
        let at = all.iter().position(|it| id_of(it).as_deref() == current);
        let at = at.unwrap_or(all.len() - 1);
        let before = all.get(at)?.clone();
        let wanted = match now.trim() {
            "" => said.clone(),
            now => with(with(said.clone(), "label", text(now)), "id", text(&law::id_of(now))),
        };
        // An editor may have listed the draft before its words were there.
        let is_listed = |it: &&Node| id_of(it) == id_of(&wanted) || label(it) == label(&wanted);
        let now = all.iter().skip(at + 1).find(is_listed).cloned();
        let now = now.unwrap_or_else(|| {
            let new = unlike(wanted, &all);
            all.push(new.clone());
            new
        });
        let labels = DraftPair { former: label(&before).into(), now: label(&now).into() };
        Some(Self { former: id_of(&before)?, now: id_of(&now)?, all, labels })
    }

    /// A dataset whose words are of the new draft.
    pub(super) fn put(&self, dataset: Node) -> Node {
        let Some(instrument) = dataset.field("instrument") else { return dataset };
        let instrument = with(instrument.clone(), "drafts", Node::List(self.all.clone()));
        let instrument = with(instrument, "current_draft", text(&self.now));
        with(dataset, "instrument", instrument)
    }

    /// A provision with its former words among those of earlier drafts.
    fn beside(&self, provision: Node, old: &Node) -> Node {
        let is_of =
            |it: &Node, draft: &str| it.field("draft").and_then(Node::as_text) == Some(draft);
        let earlier = list(&provision, "earlier").iter();
        let mut earlier: Vec<_> = earlier.filter(|it| !is_of(it, &self.now)).cloned().collect();
        let words = list(old, "text");
        if !words.is_empty() && !earlier.iter().any(|it| is_of(it, &self.former)) {
            earlier.push(Node::Map(vec![
                ("draft".into(), text(&self.former)),
                ("text".into(), Node::List(words.to_vec())),
            ]));
        }
        with_earlier(provision, earlier)
    }
}

/// A draft under an id and a label that no other has.
fn unlike(draft: Node, all: &[Node]) -> Node {
    let (id, called) = (id_of(&draft).unwrap_or_default(), label(&draft).to_string());
    let date = draft.field("date").and_then(Node::as_text).unwrap_or_default();
    let is_free = |nth: &usize, id: &dyn Fn(usize) -> (String, String)| {
        let (id, called) = id(*nth);
        !all.iter().any(|it| id_of(it).as_deref() == Some(id.as_str()) || label(it) == called)
    };
    let named = |nth: usize| match nth {
        1 => (id.clone(), called.clone()),
        _ => (format!("{id}-{nth}"), format!("{called} ({nth})")),
    };
    let dated = |_| (format!("{id}-{date}"), format!("{called}, {date}"));
    let (id, called) = match (1..=all.len() + 1).find(|nth| is_free(nth, &named)) {
        Some(nth) if nth > 1 && !date.is_empty() && is_free(&1, &dated) => dated(nth),
        nth => named(nth.unwrap_or(1)),
    };
    with(with(draft, "id", text(&id)), "label", text(&called))
}

/// Former words beside the new ones of each provision, as far as they are kept, and none that would
/// say of a provision that it is as it was although a part of it is gone. `names` has each former id
/// with the new one, `pairs` each id of the new version with the former one.
pub(super) fn beside(
    kept: Vec<Node>,
    former: &[(String, &Node)],
    (names, pairs): (&BTreeMap<String, String>, &BTreeMap<String, String>),
    drafts: Option<&Drafts>,
) -> Vec<Node> {
    let before: BTreeMap<&str, &Node> =
        former.iter().filter_map(|(id, old)| Some((names.get(id)?.as_str(), *old))).collect();
    let shrunk = shrunk(former, names);
    let one = |provision: Node| {
        let id = id_of(&provision).unwrap_or_default();
        let provision = match (drafts, before.get(id.as_str())) {
            (Some(drafts), Some(old)) if !is_whole(&id) => {
                let provision = drafts.beside(provision, old);
                if pairs.contains_key(&id) { provision } else { without(provision, "text") }
            }
            _ => provision,
        };
        if shrunk.contains(id.as_str()) { unsaid(provision) } else { provision }
    };
    kept.into_iter().map(one).collect()
}

/// The provisions, by their new ids, in which something stood that is gone.
fn shrunk<'a>(
    former: &[(String, &Node)],
    names: &'a BTreeMap<String, String>,
) -> BTreeSet<&'a str> {
    let parents: BTreeMap<&str, &str> = former
        .iter()
        .filter_map(|(id, it)| Some((id.as_str(), it.field("parent")?.as_text()?)))
        .collect();
    let mut found = BTreeSet::new();
    for (id, _) in former.iter().filter(|(id, _)| !names.contains_key(id)) {
        let mut at = parents.get(id.as_str());
        // A circle is a problem of the dataset, and no reason to run in it.
        for _ in 0..=parents.len() {
            let Some(id) = at else { break };
            let new = names.get(*id).map(String::as_str);
            if new.is_some_and(|new| !found.insert(new)) {
                break;
            }
            at = parents.get(id);
        }
    }
    found
}

/// Without the earlier texts that are the present one.
fn unsaid(provision: Node) -> Node {
    let now = list(&provision, "text");
    let earlier = list(&provision, "earlier").iter();
    let earlier: Vec<_> = earlier.filter(|it| list(it, "text") != now).cloned().collect();
    with_earlier(provision, earlier)
}

fn with_earlier(provision: Node, earlier: Vec<Node>) -> Node {
    if earlier.is_empty() {
        return without(provision, "earlier");
    }
    with(provision, "earlier", Node::List(earlier))
}

fn without(map: Node, name: &str) -> Node {
    let Node::Map(fields) = map else { return map };
    Node::Map(fields.into_iter().filter(|(key, _)| key != name).collect())
}
