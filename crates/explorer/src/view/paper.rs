//! What of an unfolded screen is put on paper: what a reader chose, and heads of all the rest.

use super::{Body, ObjectionsView, ProvisionCard, Screen};
use crate::{Explorer, State};

/// Folds an unfolded screen to what a reader chose: where something was chosen, the concerns that it
/// selects; else the cards that are open and those that the newsroom highlights. Where nobody chose
/// anything, everything stays. What stands below the view stays only where it is the provisions.
pub fn fold_to_choice(screen: &mut Screen, explorer: &Explorer, state: &State) {
    let filtered = screen.filters.filtered;
    let highlighted = !explorer.editorial().highlight.is_empty();
    let opened = !state.open.is_empty() || !state.organisations.is_empty();
    if !filtered && !highlighted && !opened {
        return;
    }
    screen.appendix.retain(|body| matches!(body, Body::Provisions(_)));
    for body in core::iter::once(&mut screen.body).chain(&mut screen.appendix) {
        match body {
            Body::Provisions(view) => {
                view.cards.items.iter_mut().for_each(|card| fold(card, state, filtered));
            }
            Body::Objections(view) => fold_organisations(view, state, filtered),
            Body::Affected(_) | Body::Matrix(_) => {}
        }
    }
}

fn fold(card: &mut ProvisionCard, state: &State, filtered: bool) {
    // What a search finds may be a request.
    let chosen = !state.audience.is_empty() || !state.sources.is_empty();
    let whole = card.highlighted || state.open.contains(&card.provision);
    if !whole && !filtered {
        (card.open, card.detail) = (false, None);
    }
    if let Some(detail) = card.detail.as_mut().filter(|_| filtered) {
        detail.others.clear();
        if chosen {
            detail.requests.clear();
        }
    }
}

fn fold_organisations(view: &mut ObjectionsView, state: &State, filtered: bool) {
    for row in view.kinds.iter_mut().flat_map(|kind| &mut kind.organisations) {
        row.open = filtered || state.organisations.contains(&row.backer.organisation);
        if !row.open {
            row.parts = None;
        }
    }
}
