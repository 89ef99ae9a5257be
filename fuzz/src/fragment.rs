//! The page's fragment, which anybody can write into a link.

use authoring::Dataset;
use explorer::{FRAGMENT_KEYS, Fold, State, merge_fragment, read_fragment, write_fragment};

use crate::{each_once, law};

/// The small dataset. Each thread has its own, since the details of one come as they are needed.
fn small() -> &'static Dataset {
    thread_local!(static LAW: &'static Dataset = {
        let node = law::node("").expect("no edits leave it as it is");
        Box::leak(Box::new(authoring::read(node).dataset.expect("the small dataset is sound")))
    });
    LAW.with(|it| *it)
}

/// Two lines, each any fragment: the page's, and one that stands for the newsroom's start.
pub fn fragment(data: &[u8]) {
    let text = crate::text(data);
    let (page, start) = text.split_once('\n').unwrap_or((&text, ""));
    let start = read_fragment(small(), &State::default(), start).unwrap_or_default();
    let read = read_fragment(small(), &start, page);
    let spoken = pairs(page).any(is_ours);
    assert!(spoken || read.is_none(), "a fragment without a key of ours says nothing");
    survives(small(), &start, &read.unwrap_or_else(|| start.clone()), page);
}

/// A state can be, survives a link, and takes nothing from the page's own part of a fragment.
pub(crate) fn survives(law: &Dataset, start: &State, state: &State, page: &str) {
    can_be(law, state);
    // A cell shows the table by itself, and which cards a choice opened is for whoever chose.
    let bare = |state: &State| {
        let mut state = state.clone();
        state.folds.retain(|it| *it != Fold::Table);
        state.answered.clear();
        state
    };
    let ours = write_fragment(law, start, state);
    assert!(ours.is_ascii() && !ours.contains(['#', ' ', '"', '<', '>', '`']), "{ours}");
    assert_eq!(
        ours.is_empty(),
        bare(state) == bare(start),
        "what differs stands there, and nothing else"
    );
    let back = |it: &str| read_fragment(law, start, it).unwrap_or_else(|| start.clone());
    assert_eq!(bare(&back(&ours)), bare(state), "{ours}");

    let merged = merge_fragment(page, &ours);
    assert_eq!(bare(&back(&merged)), bare(state), "{merged}");
    assert_eq!(merge_fragment(&merged, &ours), merged, "twice is once");
    let theirs = merge_fragment(page, "");
    assert_eq!(merge_fragment(&merged, ""), theirs, "the page's own part is left alone");
    for own in pairs(page).filter(|it| !is_ours(it) && !page.contains('%') && !page.contains('?')) {
        assert!(pairs(&theirs).any(|it| it == own), "{own} is the page's");
    }
}

fn can_be(law: &Dataset, state: &State) {
    assert!(state.query.chars().count() <= 200);
    assert!(state.open.iter().all(|it| law.provision(*it).is_some()));
    assert!(state.audience.iter().all(|it| law.group(*it).is_some()));
    assert!(state.sources.iter().all(|it| law.source(*it).is_some()));
    assert!(state.organisations.iter().all(|it| law.organisation(*it).is_some()));
    each_once(&state.open);
    each_once(&state.audience);
    each_once(&state.sources);
    each_once(&state.organisations);
}

fn pairs(fragment: &str) -> impl Iterator<Item = &str> {
    fragment.split('&').filter(|pair| !pair.is_empty())
}

fn is_ours(pair: &str) -> bool {
    let key = pair.split(['=', '%']).next().unwrap_or_default();
    FRAGMENT_KEYS.contains(&key.rsplit(['?', ';']).next().unwrap_or_default())
}
