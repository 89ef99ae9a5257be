//! A state as a page's fragment, `pe=art_28__para_4&view=affected&for=journalists`, and back.
//!
//! A key stands there only where the state differs from the newsroom's start, so a link stays
//! short. Keys that aren't ours belong to the page and pass through untouched.

use std::borrow::Cow;

use contract::fragment::{AUDIENCE, CELL, KEYS, OPEN, ORGANISATIONS, QUERY, SOURCES, VIEW};
use dataset::Dataset;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{State, ViewKind, list::List as _};

/// What our values are made of and a fragment may hold as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-').remove(b'.').remove(b',');

/// More than any dataset has; a longer list in a link is not from us.
const MOST_ITEMS: usize = 1000;

/// Our part of the fragment for a state, without `#`; empty where nothing differs from the start.
pub fn write_fragment(dataset: &Dataset, start: &State, state: &State) -> String {
    let (then, now) = (values(dataset, start), values(dataset, state));
    let changed = KEYS.iter().zip(then.iter().zip(&now)).filter(|(_, (then, now))| then != now);
    let pairs: Vec<String> = changed
        .map(|(key, (_, now))| format!("{key}={}", utf8_percent_encode(now, ESCAPED)))
        .list();
    pairs.join("&")
}

/// A page's fragment with our part in place of an earlier one; what isn't ours stays as it was.
pub fn merge_fragment(fragment: &str, ours: &str) -> String {
    let pairs = fragment.split('&').filter(|pair| !pair.is_empty() && !is_ours(pair));
    let ours = Some(ours).filter(|ours| !ours.is_empty());
    pairs.chain(ours).list().join("&")
}

/// The state that a fragment, without its `#`, describes; none where it has no key of ours. What it names and the
/// dataset doesn't have is left out.
pub fn read_fragment(dataset: &Dataset, start: &State, fragment: &str) -> Option<State> {
    let mut state = start.clone();
    let mut found = false;
    for pair in fragment.split('&').filter(|pair| is_ours(pair)) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        read_value(dataset, &mut state, key, &percent_decode_str(value).decode_utf8_lossy());
        found = true;
    }
    found.then_some(state)
}

fn is_ours(pair: &str) -> bool {
    KEYS.contains(&pair.split_once('=').map_or(pair, |(key, _)| key))
}

/// The value of each key, in the order of [`KEYS`].
fn values<'a>(dataset: &'a Dataset, state: &'a State) -> [Cow<'a, str>; 7] {
    let provision = |it| dataset.provision(it).map(|it| it.id.as_str());
    let group = |it| dataset.group(it).map(|it| it.id.as_str());
    let source = |it| dataset.source(it).map(|it| it.id.as_str());
    let organisation = |it| dataset.organisation(it).map(|it| it.id.as_str());
    let cell = state.cell.and_then(|(row, column)| Some((provision(row)?, group(column)?)));
    [
        join(state.open.iter().copied().filter_map(provision)),
        state.view.word().into(),
        join(state.audience.iter().copied().filter_map(group)),
        join(state.sources.iter().copied().filter_map(source)),
        state.query.as_str().into(),
        join(state.organisations.iter().copied().filter_map(organisation)),
        cell.map_or(Cow::Borrowed(""), |(row, column)| format!("{row},{column}").into()),
    ]
}

fn join<'a>(ids: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    ids.list().join(",").into()
}

fn read_value(dataset: &Dataset, state: &mut State, key: &str, value: &str) {
    let ids = || value.split(',').take(MOST_ITEMS);
    match key {
        OPEN => state.open = unique(ids().filter_map(|id| dataset.find_provision(id))),
        VIEW => state.view = value.parse().unwrap_or(ViewKind::default()),
        AUDIENCE => state.audience = unique(ids().filter_map(|id| dataset.find_group(id))),
        SOURCES => state.sources = unique(ids().filter_map(|id| dataset.find_source(id))),
        QUERY => state.query = short(value),
        ORGANISATIONS => {
            state.organisations = unique(ids().filter_map(|id| dataset.find_organisation(id)));
        }
        CELL => {
            let cell = value.split_once(',');
            state.cell = cell.and_then(|(row, column)| {
                Some((dataset.find_provision(row)?, dataset.find_group(column)?))
            });
        }
        _ => {}
    }
}

/// The most that one looks for, in characters; each word of a query costs a look-up.
const LONGEST_QUERY: usize = 200;

/// A query of a length that somebody may have typed.
pub(crate) fn short(query: &str) -> String {
    query.chars().take(LONGEST_QUERY).collect()
}

fn unique<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        if !list.contains(&item) {
            list.push(item);
        }
    }
    list
}
