//! A state as a page's fragment, `pe=art_28__para_4&view=affected&for=journalists`, and back.
//!
//! A key stands there only where the state differs from the newsroom's start, so a link stays
//! short. What isn't ours belongs to the page and passes through untouched. Pages use short keys
//! too, so ours count only from a mark on that no page has by chance: `pe`, which is written with
//! every state, or a view of ours. `www/fragment.js` keeps the same rule.

use std::borrow::Cow;

use contract::fragment::{AUDIENCE, CELL, KEYS, OPEN, ORGANISATIONS, QUERY, SOURCES, VIEW};
use dataset::{Dataset, List as _};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{State, ViewKind};

/// What our values are made of and a fragment may hold as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'-').remove(b',');

/// What mail and messengers take for the end of a sentence, and leave out of a link or add to it.
const SENTENCE: [char; 14] =
    ['.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '\'', '"', '*', '~'];

/// More than any dataset has; a longer list in a link is not from us.
const MOST_ITEMS: usize = 1000;

/// Our part of the fragment for a state, without `#`; empty where nothing differs from the start.
pub fn write_fragment(dataset: &Dataset, start: &State, state: &State) -> String {
    let (then, now) = (values(dataset, start), values(dataset, state));
    let differs: Vec<bool> = then.iter().zip(&now).map(|(then, now)| then != now).list();
    let mark = differs.iter().any(|it| *it) && !differs.iter().take(2).any(|it| *it);
    let stands = |(place, _): &(usize, _)| {
        differs.get(*place).copied().unwrap_or_default() || (mark && *place == 0)
    };
    let pairs: Vec<String> = (KEYS.iter().zip(&now).enumerate().filter(stands))
        .map(|(_, (key, now))| {
            // A search may end in anything.
            let escaped = if *key == QUERY { NON_ALPHANUMERIC } else { ESCAPED };
            format!("{key}={}", utf8_percent_encode(now, escaped))
        })
        .list();
    pairs.join("&")
}

/// A page's fragment with our part in place of an earlier one; what isn't ours stays as it was.
pub fn merge_fragment(fragment: &str, ours: &str) -> String {
    let fragment = decoded(fragment);
    let (route, rest) = split_route(&fragment);
    let theirs = pairs(route, rest).into_iter().filter(|(_, is_ours)| !is_ours).map(|it| it.0);
    let all = theirs.chain(Some(ours).filter(|ours| !ours.is_empty())).list().join("&");
    match (route.is_empty(), all.is_empty()) {
        (true, _) => all,
        (_, true) => route.into(),
        _ => [route, "?", &all].concat(),
    }
}

/// The state that a fragment, without its `#`, describes; none where nothing in it is ours. What it
/// names and the dataset doesn't have is left out.
pub fn read_fragment(dataset: &Dataset, start: &State, fragment: &str) -> Option<State> {
    let fragment = decoded(fragment);
    let (route, rest) = split_route(&fragment);
    let mut state = start.clone();
    let mut found = false;
    for (pair, _) in pairs(route, rest).into_iter().filter(|(_, is_ours)| *is_ours) {
        let (key, value) = split_pair(pair);
        // A search may itself end in what a sentence ends in; that is written escaped.
        let value = if key == QUERY { value.trim_end_matches(SENTENCE) } else { value };
        let bare = percent_decode_str(value).decode_utf8_lossy();
        let is_whole = key == QUERY || (key == OPEN && is_cited(dataset, &bare));
        let value = if is_whole { &bare } else { bare.trim_end_matches(SENTENCE) };
        read_value(dataset, &mut state, key, value);
        found = true;
    }
    found.then_some(state)
}

/// Whether the bracket at the end of a citation, such as `28(4)` or `b)`, is its own.
fn is_cited(dataset: &Dataset, text: &str) -> bool {
    let balanced = text.matches('(').count() == text.matches(')').count();
    balanced || dataset.cited_one(text).is_ok()
}

/// A fragment as it was before somebody's mail program escaped all of it.
fn decoded(fragment: &str) -> Cow<'_, str> {
    let escaped = fragment
        .strip_prefix(OPEN)
        .is_some_and(|rest| rest.get(..3).is_some_and(|equals| equals.eq_ignore_ascii_case("%3d")));
    if escaped { percent_decode_str(fragment).decode_utf8_lossy() } else { fragment.into() }
}

/// What routers read of a fragment, such as `/story/12`, and the pairs behind it.
fn split_route(fragment: &str) -> (&str, &str) {
    if fragment.starts_with(['/', '!']) {
        fragment.split_once('?').unwrap_or((fragment, ""))
    } else {
        ("", fragment)
    }
}

/// The pairs of a fragment, each with whether it is ours.
fn pairs<'a>(route: &str, rest: &'a str) -> Vec<(&'a str, bool)> {
    let all: Vec<&str> = rest.split('&').filter(|pair| !pair.is_empty()).list();
    let is_known = |pair: &&str| {
        let (key, value) = split_pair(pair);
        KEYS.contains(&key) && (key != VIEW || is_view(value))
    };
    // Older links have no mark; among nothing but keys of ours, all but `q` and `by` are.
    let alone = route.is_empty() && all.iter().all(is_known);
    let is_mark = |pair: &&str| {
        let key = split_pair(pair).0;
        is_known(pair) && (matches!(key, OPEN | VIEW) || (alone && !matches!(key, QUERY | SOURCES)))
    };
    let mark = all.iter().position(is_mark).unwrap_or(all.len());
    all.iter().enumerate().map(|(place, pair)| (*pair, place >= mark && is_known(pair))).list()
}

/// Key and value; a page that was made into HTML twice leaves `amp;` before a key.
fn split_pair(pair: &str) -> (&str, &str) {
    let pair = pair.strip_prefix("amp;").unwrap_or(pair);
    pair.split_once('=').unwrap_or((pair, ""))
}

fn is_view(value: &str) -> bool {
    let ends = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    value.split(ends).next().is_some_and(|word| word.parse::<ViewKind>().is_ok())
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
        OPEN => {
            let cited = dataset.cited(value).into_iter().take(MOST_ITEMS);
            state.open = unique(cited.filter_map(Result::ok));
        }
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
