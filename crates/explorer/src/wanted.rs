//! Which files of a law in parts a reader is about to need.

use std::rc::Rc;

use dataset::ProvisionIx;

use crate::{Explorer, State, ViewKind, state::Window};

/// How many cards of a page say what they are about before anything is opened. In the law's order
/// a page is one shard; in any other each card may be in a shard of its own.
const CARDS: usize = 10;

/// The files of postings that a search lacks.
pub fn wanted_postings(explorer: &Explorer, state: &State) -> Rc<Vec<usize>> {
    explorer.find(&state.query).lacking
}

/// The shards that aren't here of what is open on the screen, of what stands before and after it, and
/// of the first cards of a list's two ends, of a search whose words are here all cards of these pages,
/// since each says why it was found; the most urgent first.
pub fn wanted(explorer: &Explorer, state: &State) -> Vec<usize> {
    let mut wanted = Vec::new();
    if !explorer.dataset().is_in_parts() {
        return wanted;
    }
    let mut want = |provision: ProvisionIx| {
        let shard = explorer.dataset().missing(provision);
        wanted.extend(shard.filter(|it| !wanted.contains(it)));
    };
    match state.view {
        ViewKind::Provisions => {
            let listed = explorer.select(state).provisions;
            let shown = listed.get(state.window.of(listed.len())).unwrap_or_default();
            let open = state.open.iter().rev().filter(|it| shown.contains(it));
            open.copied().for_each(&mut want);
            if let Some(at) = listed.iter().position(|it| Some(*it) == state.current()) {
                let around = listed.iter().skip(at.saturating_sub(1)).take(3);
                around.copied().for_each(&mut want);
            }
            let mut pages = shown.chunks(Window::PAGE);
            let ends = pages.next().into_iter().chain(pages.next_back());
            let is_found = explorer.find(&state.query).is_by_words();
            let cards = if is_found { Window::PAGE } else { CARDS };
            ends.flat_map(|page| page.iter().take(cards)).copied().for_each(&mut want);
        }
        ViewKind::Matrix => state.cell.into_iter().for_each(|(provision, _)| want(provision)),
        ViewKind::Affected | ViewKind::Objections => {}
    }
    wanted
}
