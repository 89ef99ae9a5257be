//! For those who read from beginning to end, as on paper: each thing in full once.

use dataset::{ConcernIx, SourceIx};
use fixedbitset::FixedBitSet;

use super::{
    Body, CitedPlace, ConcernView, Document, Link, Links, ObjectionsView, PositionView,
    ProvisionsView, ReplyView, RequestView, Screen, SourceHead,
};

/// A concern stands where it comes first, and its title leads there from everywhere else. Who stands
/// behind a document is named in the list of documents, and quotations have the number; whom it says
/// to agree with some of its concerns alone stands with those. What is asked for is said where it
/// comes first.
pub fn say_once(screen: &mut Screen) {
    let documents = screen.foot.sources.items.as_deref().unwrap_or_default();
    let mut said = Said::of(documents);
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
struct Said<'a> {
    documents: &'a [Document],
    /// Where each concern stands.
    concerns: Vec<(ConcernIx, Link)>,
    sources: FixedBitSet,
    /// Of requests and replies: others may say the same in words of their own.
    places: Vec<Vec<CitedPlace>>,
    /// By document.
    positions: Vec<(SourceIx, PositionView)>,
}

impl<'a> Said<'a> {
    fn of(documents: &'a [Document]) -> Self {
        Self { documents, ..Self::default() }
    }

    fn provisions(&mut self, view: &mut ProvisionsView) {
        for card in &mut view.cards.items {
            let (provision, citation) = (card.provision, card.citation.clone());
            let at =
                Link { provision, citation, heading: None, listed: true, concerns: Vec::new() };
            let Some(detail) = card.detail.as_mut() else { continue };
            for concern in detail.concerns.iter_mut().chain(&mut detail.others) {
                self.concern(concern, &at);
            }
            self.replies(&mut detail.replies);
            self.requests(&mut detail.requests);
        }
    }

    fn concern(&mut self, concern: &mut ConcernView, at: &Link) {
        for head in &mut concern.heads {
            self.head(head);
        }
        let said = self.concerns.iter().find(|(it, _)| *it == concern.concern);
        if let Some((_, first)) = said {
            concern.in_full_at = Some(first.clone());
            concern.evidence.clear();
            concern.requests.clear();
            concern.related.clear();
            concern.replies.clear();
            return;
        }
        self.concerns.push((concern.concern, at.clone()));
        self.replies(&mut concern.replies);
        self.requests(&mut concern.requests);
    }

    fn head(&mut self, head: &mut SourceHead) {
        let source = head.source.source;
        if self.documents.iter().any(|it| it.source.source == source) {
            head.backers.listed = true;
        }
        if head.first && !is_new(&mut self.sources, source.index()) {
            head.draft_reason = None;
        }
    }

    fn replies(&mut self, replies: &mut [ReplyView]) {
        for reply in replies {
            if !is_first(&mut self.places, reply.places.clone()) {
                reply.places.clear();
            }
        }
    }

    fn requests(&mut self, requests: &mut Vec<RequestView>) {
        requests.retain(|it| it.places.is_empty() || is_first(&mut self.places, it.places.clone()));
    }

    /// All who signed a document take the same position, so that stands once for each.
    fn objections(&mut self, view: &mut ObjectionsView) {
        object_by_document(view);
        let rows = view.kinds.iter_mut().flat_map(|kind| &mut kind.organisations);
        for part in rows.filter_map(|row| row.parts.as_mut()).flatten() {
            let source = part.source.source;
            self.replies(&mut part.replies);
            part.positions.retain(|it| is_first(&mut self.positions, (source, it.clone())));
        }
    }
}

/// What a document objects to stands with the document; each organisation says which it signed.
pub fn object_by_document(view: &mut ObjectionsView) {
    let rows = view.kinds.iter_mut().flat_map(|kind| &mut kind.organisations);
    for part in rows.filter_map(|row| row.parts.as_mut()).flatten() {
        part.provisions = Links::default();
    }
}

fn is_first<T: PartialEq>(said: &mut Vec<T>, it: T) -> bool {
    let first = !said.contains(&it);
    if first {
        said.push(it);
    }
    first
}

pub(super) fn is_new(known: &mut FixedBitSet, index: usize) -> bool {
    known.grow(index + 1);
    !known.put(index)
}
