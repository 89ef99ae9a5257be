//! Groups and organisations: who is listed, and what each is said to have to do with.

use std::collections::BTreeSet;

use authoring::{OrganisationKind, ProvisionIx, Role};
use explorer::{
    Explorer, State,
    view::{AffectedView, ObjectionsView, OrganisationRow, Standing},
};

use crate::common::plain;

/// The provisions that a view of names looks through: a search for one of the names takes none
/// away.
fn looked_through(explorer: &Explorer, state: &State, named: bool) -> BTreeSet<ProvisionIx> {
    let query = if named { String::new() } else { state.query.clone() };
    let state = State { query, ..state.clone() };
    plain::selected(explorer.dataset(), explorer.editorial(), &state)
}

pub(crate) fn groups_are_true(explorer: &Explorer, state: &State, view: &AffectedView) {
    let dataset = explorer.dataset();
    let texts = |it: &authoring::Group| -> Vec<String> {
        let texts = it.label.wordings().chain(it.description.wordings()).map(String::from);
        texts.chain(it.aliases.iter().cloned()).collect()
    };
    let searched = !plain::words(&state.query).is_empty();
    let named: Vec<_> = dataset
        .groups()
        .filter(|(_, it)| searched && plain::all_words_in(dataset, &state.query, &texts(it)))
        .map(|(it, _)| it)
        .collect();
    let among = looked_through(explorer, state, !named.is_empty());
    let mut expected = 0;
    for (group, _) in dataset.groups().filter(|(it, _)| named.is_empty() || named.contains(it)) {
        let bears = |provision: &&ProvisionIx| {
            let concerns = plain::selected_concerns(dataset, **provision, state);
            concerns.into_iter().any(|it| plain::affects(dataset, it, group))
        };
        let bearing: BTreeSet<_> = among.iter().filter(bears).copied().collect();
        let row = view.groups.items.iter().find(|row| row.group == group);
        assert_eq!(row.is_some(), !bearing.is_empty());
        let Some(row) = row else { continue };
        assert_eq!(row.provisions.count, bearing.len());
        assert_eq!(
            row.provisions.named.iter().map(|it| it.provision).collect::<BTreeSet<_>>(),
            bearing
        );
        expected += 1;
    }
    assert_eq!(view.groups.of, expected);
    let counts: Vec<_> = view.groups.items.iter().map(|row| row.provisions.count).collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    assert_eq!(view.most, counts.iter().copied().max().unwrap_or_default());
}

pub(crate) fn objections_are_true(
    explorer: &Explorer,
    state: &State,
    view: &ObjectionsView,
    unfolded: bool,
) {
    let dataset = explorer.dataset();
    let searched = !plain::words(&state.query).is_empty();
    let named: Vec<_> = dataset
        .organisations()
        .filter(|(_, it)| searched && plain::all_words_in(dataset, &state.query, &plain::names(it)))
        .map(|(it, _)| it)
        .collect();
    let among = looked_through(explorer, state, !named.is_empty());
    let objects = |source, provision: &ProvisionIx| {
        let concerns = plain::selected_concerns(dataset, *provision, state);
        concerns.into_iter().any(|it| plain::rests_on(dataset, it, source))
    };

    let objected = |source| among.iter().filter(|it| objects(source, it)).count();
    documents_object_once(view, dataset.sources().map(|(it, _)| (it, objected(it))));
    let rows: Vec<_> = view.kinds.iter().flat_map(|kind| &kind.organisations).collect();
    // What is true of a list of one page is true of each; `windows.rs` has the pages.
    if view.extent.shown < view.extent.of {
        return;
    }
    let counted = Standing::ALL.map(|it| {
        let of = view.kinds.iter().filter(|kind| kind.standing == it);
        of.map(|kind| kind.organisations.len()).sum::<usize>()
    });
    assert_eq!(view.counts, counted);
    assert_eq!(view.counts.iter().sum::<usize>(), rows.len());
    let listed: BTreeSet<_> = rows.iter().map(|row| row.backer.organisation).collect();
    assert_eq!(listed.len(), rows.len(), "each once");
    for (organisation, record) in dataset.organisations() {
        let parts: Vec<_> = dataset
            .sources()
            .flat_map(|(source, it)| it.parties.iter().map(move |party| (source, party)))
            .filter(|(source, party)| {
                party.organisation == record.id && among.iter().any(|it| objects(*source, it))
            })
            .collect();
        let wanted = named.is_empty() || named.contains(&organisation);
        let speaks = speaks_otherwise(dataset, &record.id);
        let asked = searched != named.is_empty();
        let own = |source: &authoring::SourceIx| {
            let record = dataset.source(*source).unwrap();
            record
                .parties
                .iter()
                .any(|party| party.organisation == record_id(dataset, organisation))
        };
        let chosen = state.sources.is_empty() || state.sources.iter().any(own);
        let expected = wanted && (!parts.is_empty() || (asked && chosen && speaks));
        assert_eq!(listed.contains(&organisation), expected, "{}", record.id);
        let Some(row) = rows.iter().find(|row| row.backer.organisation == organisation) else {
            continue;
        };
        let open = unfolded || state.organisations.contains(&organisation);
        assert_eq!((row.open, row.parts.is_some()), (open, open));
        let Some(shown) = &row.parts else { continue };
        assert!(shown.iter().all(|it| it.named.is_some() == (it.role == Role::Named)));
        let shown: Vec<_> =
            shown.iter().map(|it| (it.source.source, it.role, it.provisions.count)).collect();
        let all = dataset
            .sources()
            .flat_map(|(source, it)| it.parties.iter().map(move |party| (source, party)));
        let expected =
            all.filter(|(_, party)| party.organisation == record.id).map(|(source, party)| {
                (source, party.role, among.iter().filter(|it| objects(source, it)).count())
            });
        let expected = expected.filter(|(.., count)| *count > 0 || speaks);
        assert_eq!(shown, expected.collect::<Vec<_>>());
    }
    for kind in &view.kinds {
        assert!(!kind.organisations.is_empty());
        for row in &kind.organisations {
            let own = kind.standing.speaks() || row.backer.kind == kind.kind;
            assert!(own, "of one kind, where they don't speak for themselves");
            stands_there(dataset, row, kind.standing);
        }
    }
    let kinds = view.kinds.iter();
    let kinds = kinds.map(|it| (it.standing, (!it.standing.speaks()).then_some(it.kind)));
    assert!(kinds.clone().is_sorted(), "those who speak for themselves first, then by kind");
    assert_eq!(kinds.clone().collect::<BTreeSet<_>>().len(), kinds.count(), "each once");
}

/// Whoever has signed or written what a concern rests on objects, whatever else they say.
fn stands_there(dataset: &authoring::Dataset, row: &OrganisationRow, standing: Standing) {
    let id = record_id(dataset, row.backer.organisation);
    let objects = dataset.sources().any(|(source, record)| {
        let own = |it: &authoring::Party| it.organisation == id && it.role != Role::Named;
        let rests = |(_, it): (_, &authoring::Concern)| plain::rests_on(dataset, it, source);
        record.parties.iter().any(own) && dataset.concerns().any(rests)
    });
    let speaks = speaks_otherwise(dataset, &id);
    let cautious =
        |it: &&authoring::Reply| it.organisation == id && it.kind == authoring::ReplyKind::Cautions;
    let cautious = dataset.records().replies.iter().any(|it| cautious(&it));
    let opposes =
        |it: &authoring::Position| it.organisation == id && it.stance != authoring::Stance::Support;
    let opposes = dataset.records().positions.iter().any(opposes);
    match standing {
        Standing::Objects => assert!(objects || opposes, "{id}"),
        Standing::Otherwise => assert!(!objects && speaks && !cautious, "{id}"),
        Standing::Comments => assert!(!objects && speaks, "{id}"),
        Standing::Mentioned => assert!(!objects && !speaks && !opposes, "{id}"),
        Standing::Described => assert_eq!(row.backer.kind, OrganisationKind::Community, "{id}"),
    }
}

fn record_id(
    dataset: &authoring::Dataset,
    who: authoring::OrganisationIx,
) -> authoring::OrganisationId {
    dataset.organisation(who).unwrap().id.clone()
}

fn documents_object_once(
    view: &ObjectionsView,
    expected: impl Iterator<Item = (authoring::SourceIx, usize)>,
) {
    let told = view.by_document.iter().map(|it| (it.source.source, it.provisions.count));
    assert_eq!(told.collect::<Vec<_>>(), expected.filter(|it| it.1 > 0).collect::<Vec<_>>());
}

fn speaks_otherwise(dataset: &authoring::Dataset, who: &authoring::OrganisationId) -> bool {
    let records = dataset.records();
    let supports = |it: &authoring::Position| it.stance == authoring::Stance::Support;
    records.positions.iter().any(|it| it.organisation == *who && supports(it))
        || records.replies.iter().any(|it| it.organisation == *who)
}
