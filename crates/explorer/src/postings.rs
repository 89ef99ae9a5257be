//! The words of a whole law, written for a law in parts: what `terms.rs` looks up. Only tools do this:
//! whoever reads a law has no use for it.

use std::collections::{BTreeMap, BTreeSet};

use dataset::{Dataset, Postings};

use crate::{
    fold::{grams, is_without_blanks},
    index::{Field, Posting},
    lookup::WordIndex,
};

/// In how many files terms with one beginning stand before they have a file of their own.
const SIDE_BY_SIDE: usize = 2;

/// Terms, each with the provisions that have it and their ranks.
type Terms = BTreeMap<String, BTreeMap<u32, u32>>;

/// The files of a law's postings, by what they are called by ([`Dataset::posting_keys`]). No file has
/// more than `most` bytes but that of all terms and those of one term or one beginning, which a reader
/// looks up alone. The same law is always the same files.
pub fn postings(dataset: &Dataset, most: usize) -> Vec<(String, Postings)> {
    let terms = terms(dataset);
    let mut all = Postings::default();
    let with_blanks = terms.keys().filter(|it| !it.starts_with(is_without_blanks));
    with_blanks.for_each(|it| all.add(it, []));
    let chunks = chunks(&terms, most);
    let beginnings = beginnings(&chunks);
    let beginnings = beginnings.into_iter().map(|it| (format!("{it}*"), merged(&terms, it)));
    let beginnings: Vec<_> = beginnings.collect();
    [vec![(String::new(), all)], chunks, beginnings].concat()
}

/// What the index of a whole law has; words of a script without blanks by their grams, since they
/// are searched inside.
fn terms(dataset: &Dataset) -> Terms {
    let mut terms = Terms::new();
    WordIndex::default().provisions(dataset).each_list(&mut |word, list| {
        if word.starts_with(is_without_blanks) {
            grams(word).for_each(|gram| add(&mut terms, gram, list));
        } else {
            add(&mut terms, word, list);
        }
    });
    terms
}

// A field is a posting's rank. Those from here on lead to no provision, and are not written.
const _: () = assert!(Field::Organisation as u32 <= Postings::RANKS, "a field more than ranks");

fn add(terms: &mut Terms, term: &str, list: &[Posting]) {
    let known = terms.entry(term.to_owned()).or_default();
    for Posting { entry, field, .. } in list {
        let rank = *field as u32;
        known.entry(*entry).and_modify(|it| *it = rank.min(*it)).or_insert(rank);
    }
}

/// The terms parted in their order, each part by its first.
fn chunks(terms: &Terms, most: usize) -> Vec<(String, Postings)> {
    let mut chunks: Vec<(String, Postings)> = Vec::new();
    for (term, list) in terms {
        let mut line = Postings::default();
        line.add(term, list.iter().map(|(entry, rank)| (*entry, *rank)));
        match chunks.last_mut() {
            Some((_, chunk)) if chunk.text().len() + line.text().len() <= most => {
                chunk.append(&line);
            }
            _ => chunks.push((term.clone(), line)),
        }
    }
    chunks
}

/// The beginnings of terms that stand in too many parts.
fn beginnings(chunks: &[(String, Postings)]) -> BTreeSet<&str> {
    let mut beginnings = BTreeMap::<&str, usize>::new();
    for (first, _) in chunks {
        let ends = first.char_indices().skip(1).map(|(at, _)| at).chain([first.len()]);
        for beginning in ends.filter_map(|end| first.get(..end)) {
            *beginnings.entry(beginning).or_default() += 1;
        }
    }
    // One part more may begin with other terms.
    let many = beginnings.into_iter().filter(|(_, parts)| *parts >= SIDE_BY_SIDE);
    many.map(|(beginning, _)| beginning).collect()
}

/// The postings of all terms with a beginning, as if they were one.
fn merged(terms: &Terms, beginning: &str) -> Postings {
    let mut all = BTreeMap::<u32, u32>::new();
    let with = terms.range(beginning.to_owned()..).take_while(|(it, _)| it.starts_with(beginning));
    for (entry, rank) in with.flat_map(|(_, list)| list) {
        all.entry(*entry).and_modify(|it| *it = *rank.min(it)).or_insert(*rank);
    }
    let mut postings = Postings::default();
    postings.add(beginning, all);
    postings
}
