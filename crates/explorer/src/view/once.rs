//! For those who read from beginning to end, as on paper: each thing in full once.

use dataset::SourceIx;
use fixedbitset::FixedBitSet;

use super::{
    Body, ConcernView, EvidenceView, Links, ObjectionsView, Phrase, ProvisionLink, ProvisionsView,
    ReplyView, RequestView, Screen,
};

/// What a concern rests on stands where it comes first, and the line "also about" leads there from
/// everywhere else. What is said of a document stands with the first words quoted from it; of those
/// who signed it, all others have the number. Whom it says to agree differs from concern to concern,
/// and stands with each.
pub fn say_once(screen: &mut Screen) {
    let mut said = Said::default();
    for body in core::iter::once(&mut screen.body).chain(&mut screen.appendix) {
        match body {
            Body::Provisions(view) => said.provisions(view),
            Body::Objections(view) => said.objections(view),
            Body::Affected(_) | Body::Matrix(_) => {}
        }
    }
}

/// What has been said in full.
#[derive(Default)]
struct Said {
    concerns: FixedBitSet,
    sources: FixedBitSet,
    objections: FixedBitSet,
    /// Of requests and replies: others may say the same in words of their own.
    places: Vec<Vec<ProvisionLink>>,
    /// Of positions, by document.
    quotes: Vec<(SourceIx, Phrase)>,
}

impl Said {
    fn provisions(&mut self, view: &mut ProvisionsView) {
        for detail in view.cards.items.iter_mut().filter_map(|card| card.detail.as_mut()) {
            for concern in detail.concerns.iter_mut().chain(&mut detail.others) {
                self.concern(concern);
            }
            self.replies(&mut detail.replies);
            self.requests(&mut detail.requests);
        }
    }

    fn concern(&mut self, concern: &mut ConcernView) {
        if !is_new(&mut self.concerns, concern.concern.index()) {
            concern.evidence.clear();
            concern.requests.clear();
            concern.related.clear();
            concern.replies.clear();
            return;
        }
        for evidence in &mut concern.evidence {
            self.evidence(evidence);
        }
        self.replies(&mut concern.replies);
        self.requests(&mut concern.requests);
    }

    fn evidence(&mut self, evidence: &mut EvidenceView) {
        if !is_new(&mut self.sources, evidence.source.source.index()) {
            evidence.backers.listed = !evidence.backers.signed.is_empty();
            evidence.draft_reason = None;
            evidence.archived = None;
        }
    }

    fn replies(&mut self, replies: &mut [ReplyView]) {
        for reply in replies {
            if !is_first(&mut self.places, reply.places.clone()) {
                reply.places.clear();
            }
        }
    }

    fn requests(&mut self, requests: &mut [RequestView]) {
        for request in requests {
            if !is_first(&mut self.places, request.places.clone()) {
                request.places.clear();
            }
        }
    }

    /// All who signed a document object to the same, in the same words.
    fn objections(&mut self, view: &mut ObjectionsView) {
        let rows = view.kinds.iter_mut().flat_map(|kind| &mut kind.organisations);
        for part in rows.filter_map(|row| row.parts.as_mut()).flatten() {
            let source = part.source.source;
            self.replies(&mut part.replies);
            if part.named.is_none() && !is_new(&mut self.objections, source.index()) {
                part.provisions = Links::default();
            }
            for position in &mut part.positions {
                position.quote.take_if(|it| !is_first(&mut self.quotes, (source, it.clone())));
            }
        }
    }
}

fn is_first<T: PartialEq>(said: &mut Vec<T>, it: T) -> bool {
    let first = !said.contains(&it);
    if first {
        said.push(it);
    }
    first
}

fn is_new(known: &mut FixedBitSet, index: usize) -> bool {
    known.grow(index + 1);
    !known.put(index)
}
