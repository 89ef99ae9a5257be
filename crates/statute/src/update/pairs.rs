//! Which provision of a former version each of a new one is.

use std::collections::{BTreeMap, BTreeSet};

use authoring::Node;

use super::words;

/// Each new id with the former one: that of the same words, or else the same.
pub(super) fn pairs(
    former: &[(String, &Node)],
    new: &[(String, &Node)],
) -> BTreeMap<String, String> {
    let (was, is) = (all_words(former), all_words(new));
    let mut pairs = BTreeMap::new();
    for (id, text) in &is {
        if was.get(id) == Some(text) {
            pairs.insert(id.to_string(), id.to_string());
        }
    }
    // Only words that stand in one place alone say where they went.
    let moved = |all: &BTreeMap<&str, String>, free: &dyn Fn(&str) -> bool| {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (id, text) in all.iter().filter(|(id, text)| free(id) && !text.is_empty()) {
            places.entry(text.clone()).or_default().push((*id).to_string());
        }
        places
    };
    let from = moved(&was, &|id| !pairs.contains_key(id));
    let to = moved(&is, &|id| !pairs.contains_key(id));
    for (text, old) in &from {
        if let ([old], Some([new])) = (old.as_slice(), to.get(text).map(Vec::as_slice)) {
            pairs.insert(new.clone(), old.clone());
        }
    }
    let mut taken: BTreeSet<String> = pairs.values().cloned().collect();
    for (id, _) in new {
        if was.contains_key(id.as_str()) && !pairs.contains_key(id) && taken.insert(id.clone()) {
            pairs.insert(id.clone(), id.clone());
        }
    }
    pairs
}

/// The words of each provision with those of all that stands in it.
fn all_words<'a>(all: &'a [(String, &Node)]) -> BTreeMap<&'a str, String> {
    let parents: BTreeMap<&str, &str> = all
        .iter()
        .filter_map(|(id, it)| Some((id.as_str(), it.field("parent")?.as_text()?)))
        .collect();
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for (id, provision) in all {
        let own = words(provision);
        let mut at = Some(id.as_str());
        for _ in 0..=parents.len().min(64) {
            let Some(id) = at else { break };
            let text = texts.entry(id).or_default();
            text.push_str(&own);
            text.push('\n');
            at = parents.get(id).copied();
        }
    }
    for text in texts.values_mut() {
        *text = text.trim().into();
    }
    texts
}
