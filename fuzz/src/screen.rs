//! Whether a screen is true: what it says twice, it says alike, and every number is how many stand
//! there. The records are scanned, so that this shares no code with what it judges.

use authoring::{Affected, Concern, Dataset, GroupIx, ProvisionIx, SourceIx};
use explorer::{
    Explorer, State, ViewKind,
    view::{
        AffectedView, Body, MatrixView, ObjectionsView, OrganisationRow, Phrase, ProvisionCard,
        ProvisionsView, Screen,
    },
};

use crate::{dataset::is_address, each_once};

pub(crate) fn is_true(explorer: &Explorer, state: &State, screen: &Screen) {
    let law = explorer.dataset();
    a_selection_is_true(explorer, state);
    for choice in screen.filters.audience.offered.iter().flatten() {
        let alone = State { audience: vec![choice.of], ..state.clone() };
        assert_eq!(choice.count, explorer.select(&alone).provisions.len());
        assert_eq!(choice.chosen, state.audience.contains(&choice.of));
    }
    for choice in screen.filters.sources.iter().flat_map(|it| &it.offered).flatten() {
        let alone = State { sources: vec![choice.of], ..state.clone() };
        assert_eq!(choice.count, explorer.select(&alone).provisions.len());
        assert_eq!(choice.chosen, state.sources.contains(&choice.of));
    }
    let chosen = screen.filters.audience.chosen.len();
    assert_eq!(chosen, state.audience.len());
    assert_eq!(screen.filters.filtered, state.is_filtered());
    assert_eq!(screen.view, state.view);
    assert_eq!(matches!(screen.body, Body::Matrix(_)), state.view == ViewKind::Matrix);
    for body in std::iter::once(&screen.body).chain(&screen.appendix) {
        match body {
            Body::Provisions(view) => cards_are_true(explorer, state, view),
            Body::Affected(view) => groups_are_true(law, state, view),
            Body::Objections(view) => organisations_are_true(law, view),
            Body::Matrix(view) => matrix_is_true(explorer, state, view),
        }
    }
    links_lead_to_the_web(screen);
}

/// Each filter takes away what it should and nothing else.
fn a_selection_is_true(explorer: &Explorer, state: &State) {
    let law = explorer.dataset();
    let found = explorer.select(state);
    each_once(&found.provisions);
    let unfiltered = State { audience: Vec::new(), sources: Vec::new(), ..state.clone() };
    let mut expected = explorer.select(&unfiltered).provisions.to_vec();
    assert!(expected.iter().all(|it| explorer.lists(*it)));
    if !found.ranked {
        assert_eq!(expected, explorer.all());
    }
    if !(state.audience.is_empty() && state.sources.is_empty()) {
        expected.retain(|it| selected(law, *it, state).next().is_some());
    }
    assert_eq!(*found.provisions, expected);
}

/// The concerns about a provision that lens and sources select.
fn selected<'d>(
    law: &'d Dataset,
    provision: ProvisionIx,
    state: &'d State,
) -> impl Iterator<Item = &'d Concern> {
    let (lens, sources) = (&state.audience, &state.sources);
    concerns(law, provision).filter(move |concern| {
        (lens.is_empty() || lens.iter().any(|it| affects(law, concern, *it)))
            && (sources.is_empty()
                || sources
                    .iter()
                    .any(|it| rests_on(law, concern, *it) || answers(law, concern, *it)))
    })
}

/// Whether a source replies to a concern.
fn answers(law: &Dataset, concern: &Concern, source: SourceIx) -> bool {
    let id = law.source(source).map(|it| &it.id);
    let there = |it: &authoring::Reply| it.evidence.iter().any(|it| Some(&it.source) == id);
    law.records().replies.iter().any(|it| it.concerns.contains(&concern.id) && there(it))
}

fn concerns(law: &Dataset, provision: ProvisionIx) -> impl Iterator<Item = &Concern> {
    let id = law.provision(provision).map(|it| &it.id);
    let about = move |it: &&Concern| it.provisions.iter().any(|about| Some(about) == id);
    law.records().concerns.iter().filter(about)
}

fn affects(law: &Dataset, concern: &Concern, group: GroupIx) -> bool {
    let id = law.group(group).map(|it| &it.id);
    match &concern.affected {
        Affected::NoneFound => false,
        Affected::Groups(groups) => groups.iter().any(|it| Some(&it.group) == id),
    }
}

fn rests_on(law: &Dataset, concern: &Concern, source: SourceIx) -> bool {
    let id = law.source(source).map(|it| &it.id);
    concern.evidence.iter().any(|it| Some(&it.source) == id)
}

fn cards_are_true(explorer: &Explorer, state: &State, view: &ProvisionsView) {
    let listed: Vec<_> = view.cards.items.iter().map(|card| card.provision).collect();
    let selected = explorer.select(state).provisions;
    let shown = selected.iter().skip(view.cards.before).take(listed.len()).copied();
    assert_eq!(listed, shown.collect::<Vec<_>>());
    assert_eq!(view.cards.of, selected.len());
    assert_eq!(view.total, explorer.all().len());
    assert_eq!(view.current, state.current());
    for card in &view.cards.items {
        assert_eq!(card.open, card.detail.is_some());
        assert!(card.open || !state.open.contains(&card.provision));
        [&card.citation, &card.summary].into_iter().chain(&card.heading).for_each(marks_are_words);
        a_card_is_true(explorer.dataset(), card);
    }
}

fn a_card_is_true(law: &Dataset, card: &ProvisionCard) {
    let own: Vec<_> = concerns(law, card.provision).collect();
    assert_eq!(card.counts.concerns, own.len());
    let bears = |group| own.iter().any(|concern| affects(law, concern, group));
    assert_eq!(card.counts.groups, law.groups().filter(|(group, _)| bears(*group)).count());
    let Some(detail) = &card.detail else { return };
    assert_eq!(detail.concerns.len() + detail.others.len(), own.len());
    for concern in detail.concerns.iter().chain(&detail.others) {
        let record = law.concern(concern.concern).expect("a handle of this dataset");
        assert!(own.contains(&record));
        let places: usize = concern.evidence.iter().map(|it| it.places.len()).sum();
        assert_eq!(places, record.evidence.len(), "no evidence is lost");
        assert!(concern.also.named.iter().all(|link| link.provision != card.provision));
        let groups = match &record.affected {
            Affected::NoneFound => 0,
            Affected::Groups(groups) => groups.len(),
        };
        assert_eq!(concern.affected.len(), groups);
    }
    let within: usize = detail.within.iter().map(|it| it.concerns).sum();
    assert!(card.counts.within <= within, "what is within stands in one of those inside");
}

fn marks_are_words(phrase: &Phrase) {
    let pieces: String = phrase.pieces().map(|(piece, _)| piece).collect();
    assert_eq!(pieces, phrase.text);
    assert!(phrase.marks.iter().all(|mark| mark.start < mark.end));
    assert!(phrase.marks.is_sorted_by(|a, b| a.end <= b.start), "{:?}", phrase.marks);
}

fn groups_are_true(law: &Dataset, state: &State, view: &AffectedView) {
    each_once(&view.groups.items.iter().map(|row| row.group).collect::<Vec<_>>());
    for row in &view.groups.items {
        assert!(row.provisions.count > 0);
        for link in &row.provisions.named {
            let mut concerns = selected(law, link.provision, state);
            assert!(concerns.any(|concern| affects(law, concern, row.group)));
        }
    }
    let lengths = view.groups.items.iter().map(|row| row.provisions.count);
    assert!(lengths.clone().is_sorted_by(|a, b| a >= b));
    assert_eq!(view.most, lengths.max().unwrap_or_default());
}

fn organisations_are_true(law: &Dataset, view: &ObjectionsView) {
    let rows: Vec<_> = view.kinds.iter().flat_map(|kind| &kind.organisations).collect();
    each_once(&rows.iter().map(|row| row.backer.organisation).collect::<Vec<_>>());
    assert_eq!(view.counts.iter().sum::<usize>(), view.extent.of);
    assert!(view.extent.of >= rows.len());
    for kind in &view.kinds {
        assert!(!kind.organisations.is_empty());
        let own = |row: &OrganisationRow| kind.standing.speaks() || row.backer.kind == kind.kind;
        assert!(kind.organisations.iter().all(own));
    }
    let parts = rows
        .iter()
        .flat_map(|row| row.parts.iter().flatten().map(|part| (row.backer.organisation, part)));
    for (who, part) in parts {
        assert!(part.provisions.count > 0 || law.speaks_otherwise(who));
        for link in &part.provisions.named {
            let mut concerns = concerns(law, link.provision);
            assert!(concerns.any(|concern| rests_on(law, concern, part.source.source)));
        }
    }
}

fn matrix_is_true(explorer: &Explorer, state: &State, view: &MatrixView) {
    let law = explorer.dataset();
    each_once(&view.columns.iter().map(|column| column.group).collect::<Vec<_>>());
    for row in &view.rows.items {
        let provision = row.head.link.provision;
        let groups = row.cells.iter().map(|cell| cell.group);
        assert!(groups.eq(view.columns.iter().map(|column| column.group)));
        assert!(row.cells.iter().any(|cell| cell.count > 0));
        for cell in &row.cells {
            let counted = selected(law, provision, state).filter(|it| affects(law, it, cell.group));
            assert_eq!(cell.count, counted.count());
            assert_eq!(cell.open, state.cell == Some((provision, cell.group)));
        }
        let open = row.cells.iter().find(|cell| cell.open && cell.count > 0);
        assert_eq!(row.open.as_ref().map(|it| it.concerns.len()), open.map(|cell| cell.count));
    }
    let counts = view.ranking.provisions.iter().map(|it| it.stated.len() + it.inferred.len());
    assert!(counts.is_sorted_by(|a, b| a >= b), "those with most groups come first");
}

/// Every address on a screen, wherever it stands, by what `Debug` prints of its fields.
fn links_lead_to_the_web(screen: &Screen) {
    let printed = format!("{screen:?}");
    for field in ["address: \"", "archived: Some(\""] {
        for after in printed.split(field).skip(1) {
            let address = after.split('"').next().unwrap_or_default();
            assert!(is_address(address), "{address}");
        }
    }
}
