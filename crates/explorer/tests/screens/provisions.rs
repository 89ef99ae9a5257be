//! The provisions as cards: each is there, with all that is said of it, and its numbers are right.

use std::collections::BTreeSet;

use authoring::{ConcernId, Dataset, NamedAs, Role};
use explorer::{
    Explorer, State,
    view::{Detail, EvidenceView, ProvisionCard, ProvisionsView},
};

use crate::common::{each_once, plain};

pub(crate) fn cards_are_true(
    explorer: &Explorer,
    state: &State,
    view: &ProvisionsView,
    unfolded: bool,
) {
    let dataset = explorer.dataset();
    let listed: Vec<_> = view.cards.items.iter().map(|card| card.provision).collect();
    assert_eq!(listed, *explorer.select(state).provisions);
    assert_eq!(view.total, plain::listed(dataset, explorer.editorial()).len());
    assert_eq!(view.current, state.current());
    for (place, card) in view.cards.items.iter().enumerate() {
        let open = unfolded || state.open.contains(&card.provision);
        assert_eq!((card.open, card.detail.is_some()), (open, open));
        assert_eq!(card.highlighted, explorer.editorial().highlight.contains(&card.provision));
        assert_eq!(card.note.as_deref(), explorer.editorial().note(card.provision));
        a_card_counts_what_a_plain_scan_finds(dataset, card);
        let Some(detail) = &card.detail else { continue };
        let shown: Vec<_> = detail.concerns.iter().map(|it| it.concern).collect();
        let selected: Vec<_> = explorer.concerns(card.provision, state).collect();
        if selected.is_empty() {
            assert!(detail.others.is_empty(), "where nothing is selected, nothing is folded");
        } else {
            let [shown, selected] = [shown, selected].map(BTreeSet::from_iter);
            assert_eq!(shown, selected, "those that the filters select, and no others");
        }
        each_source_stands_once_above_what_rests_on_it(detail);
        let concerns: Vec<_> = detail.concerns.iter().chain(&detail.others).collect();
        let all: BTreeSet<_> = concerns.iter().map(|it| it.concern).collect();
        assert_eq!((concerns.len(), all.len()), (card.counts.concerns, card.counts.concerns));
        let neighbour = |place: Option<usize>| place.and_then(|place| listed.get(place)).copied();
        assert_eq!(
            detail.previous.as_ref().map(|it| it.provision),
            neighbour(place.checked_sub(1))
        );
        assert_eq!(detail.next.as_ref().map(|it| it.provision), neighbour(Some(place + 1)));
        for concern in concerns {
            let record = dataset.concern(concern.concern).unwrap();
            let places = concern.evidence.iter().flat_map(|it| &it.places);
            let quoted: usize = places.map(|it| it.quotes.len()).sum();
            let own = record.evidence.iter().filter(|it| it.quote.is_some());
            assert_eq!(quoted, own.count(), "no quotation is lost");
            concern.evidence.iter().for_each(|it| backers_are_true(dataset, &record.id, it));
            let own = &dataset.provision(card.provision).unwrap().id;
            assert_eq!(
                concern.also.count,
                record.provisions.iter().filter(|it| *it != own).count()
            );
        }
    }
}

fn each_source_stands_once_above_what_rests_on_it(detail: &Detail) {
    let mut first = Vec::new();
    for concerns in [&detail.concerns, &detail.others] {
        let mut groups: Vec<Vec<_>> = Vec::new();
        let mut titles = Vec::new();
        for concern in concerns {
            if !concern.heads.is_empty() {
                groups.push(concern.heads.iter().map(|it| it.source.source).collect());
                titles = concern.heads.iter().map(|it| it.source.title.clone()).collect();
            }
            assert_eq!(titles, concern.sources, "it stands beneath its own sources");
            let heads = concern.heads.iter().filter(|it| it.first);
            first.extend(heads.map(|it| it.source.source));
        }
        each_once(&groups);
    }
    each_once(&first);
}

/// Nobody who is named is counted as having signed, or as sharing a concern that they aren't named
/// for.
fn backers_are_true(dataset: &Dataset, concern: &ConcernId, evidence: &EvidenceView) {
    let source = dataset.source(evidence.source.source).unwrap();
    let of = |role: Role| -> BTreeSet<_> {
        let parties = source.parties.iter().filter(|it| it.role == role);
        let agree = parties.filter(|it| {
            role != Role::Named
                || (it.relation == Some(NamedAs::SharesConcern)
                    && (it.concerns.is_empty() || it.concerns.contains(concern)))
        });
        let who = agree.filter_map(|it| dataset.find_organisation(it.organisation.as_str()));
        who.collect()
    };
    let told = &evidence.backers;
    for (role, told) in
        [(Role::Issued, &told.issued), (Role::Signed, &told.signed), (Role::Named, &told.named)]
    {
        let told: Vec<_> = told.iter().map(|it| it.organisation).collect();
        each_once(&told);
        assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), of(role), "{role:?} for {concern}");
    }
}

fn a_card_counts_what_a_plain_scan_finds(dataset: &Dataset, card: &ProvisionCard) {
    let own = plain::concerns(dataset, card.provision);
    let inside = format!("{}__", card.id);
    let within = dataset.records().concerns.iter().filter(|concern| {
        concern.provisions.iter().any(|it| it.as_str().starts_with(&inside))
            && !own.contains(concern)
    });
    let groups = dataset
        .groups()
        .filter(|(group, _)| own.iter().any(|concern| plain::affects(dataset, concern, *group)));
    let counts = (card.counts.concerns, card.counts.within, card.counts.groups);
    assert_eq!(counts, (own.len(), within.count(), groups.count()), "{}", card.id);

    let sources = dataset.records().sources.iter();
    let raised = sources
        .filter(|source| own.iter().any(|it| it.evidence.iter().any(|it| it.source == source.id)));
    let raised: Vec<_> = raised.map(|it| it.short_title.original()).collect();
    assert_eq!(card.documents.len(), raised.len(), "{}", card.id);
    // What is only contrasted or mentioned is objected to by nobody.
    let objects = |it: &&authoring::Concern| it.provisions.iter().any(|it| it.as_str() == card.id);
    assert_eq!(card.counts.concerns > 0, dataset.records().concerns.iter().any(|it| objects(&it)));
}
