//! Groups and organisations: who is listed, and what each is said to have to do with.

use std::collections::BTreeSet;

use dataset::{Camp, OrganisationKind, ProvisionIx, Role};
use explorer::{
    Explorer, State,
    view::{AffectedView, ObjectionsView, OrganisationRow},
};

use crate::common::{each_once, plain};

/// The provisions that a view of names looks through: a search for one of the names takes none
/// away.
fn looked_through(explorer: &Explorer, state: &State, named: bool) -> BTreeSet<ProvisionIx> {
    let query = if named { String::new() } else { state.query.clone() };
    let state = State { query, ..state.clone() };
    plain::selected(explorer.dataset(), explorer.editorial(), &state)
}

pub(crate) fn groups_are_true(explorer: &Explorer, state: &State, view: &AffectedView) {
    let dataset = explorer.dataset();
    let texts = |it: &dataset::Group| -> Vec<String> {
        let texts = it.label.wordings().chain(it.description.wordings()).map(String::from);
        texts.chain(it.aliases.iter().cloned()).collect()
    };
    let searched = !plain::words(&state.query).is_empty();
    let named: Vec<_> = dataset
        .groups()
        .filter(|(_, it)| searched && plain::all_words_in(&state.query, &texts(it)))
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
        .filter(|(_, it)| searched && plain::all_words_in(&state.query, &plain::names(it)))
        .map(|(it, _)| it)
        .collect();
    let among = looked_through(explorer, state, !named.is_empty());
    let objects = |source, provision: &ProvisionIx| {
        let concerns = plain::selected_concerns(dataset, *provision, state);
        concerns.into_iter().any(|it| plain::rests_on(dataset, it, source))
    };

    camps_agree_as_told(dataset, state, view, &among);
    let objected = |source| among.iter().filter(|it| objects(source, it)).count();
    documents_object_once(view, dataset.sources().map(|(it, _)| (it, objected(it))));
    let rows: Vec<_> = view.kinds.iter().flat_map(|kind| &kind.organisations).collect();
    let communities = rows.iter().filter(|row| row.backer.kind == OrganisationKind::Community);
    // What is true of a list of one page is true of each; `windows.rs` has the pages.
    if view.extent.shown < view.extent.of {
        return;
    }
    assert_eq!(view.count + communities.count(), rows.len());
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
        let open = !named.is_empty() || !state.is_filtered();
        let expected = wanted && (!parts.is_empty() || (open && speaks));
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
        assert!(kind.organisations.iter().all(|row| row.backer.kind == kind.kind));
        let only = |it: &OrganisationRow| it.roles == [Role::Named];
        assert!(kind.organisations.iter().all(|row| only(row) == kind.mentioned));
    }
    let kinds = view.kinds.iter().map(|it| (it.mentioned, it.kind));
    assert!(kinds.is_sorted(), "in the order of the kinds, those only mentioned last");
}

fn camps_agree_as_told(
    dataset: &dataset::Dataset,
    state: &State,
    view: &ObjectionsView,
    among: &BTreeSet<ProvisionIx>,
) {
    // A filter leaves provisions out, and changes nothing of what is said of the others.
    let side = |camp| -> BTreeSet<ProvisionIx> {
        let sources = dataset.sources().map(|(it, _)| it);
        let own: Vec<_> = sources.filter(|it| plain::is_of_camp(dataset, *it, camp)).collect();
        let objects = |provision: &&ProvisionIx| {
            let concerns = plain::concerns(dataset, **provision);
            concerns.into_iter().any(|it| own.iter().any(|own| plain::rests_on(dataset, it, *own)))
        };
        among.iter().filter(objects).copied().collect()
    };
    let (civil, industry) = (side(Camp::CivilSociety), side(Camp::Industry));
    let agreement = &view.agreement;
    let all = [&agreement.both, &agreement.apart, &agreement.civil_society, &agreement.industry];
    let [both, apart, of_civil_society, of_industry] = all.map(|list| {
        each_once(&list.named);
        list.named.iter().map(|it| it.provision).collect::<BTreeSet<_>>()
    });
    assert!(both.is_disjoint(&apart), "{state:?}");
    assert_eq!(&both | &apart, &civil & &industry, "{state:?}");
    let alone = [of_civil_society, of_industry];
    assert_eq!(alone, [&civil - &industry, &industry - &civil], "{state:?}");
    for provision in &both {
        let of = |camp| -> BTreeSet<_> {
            let concerns = plain::concerns(dataset, *provision).into_iter();
            let own = concerns.filter(|it| {
                let sources = dataset.sources().map(|(it, _)| it);
                sources
                    .filter(|it| plain::is_of_camp(dataset, *it, camp))
                    .any(|source| plain::rests_on(dataset, it, source))
            });
            own.map(|it| it.direction).collect()
        };
        let (civil, industry) = (of(Camp::CivilSociety), of(Camp::Industry));
        let [civil, industry] =
            [civil, industry].map(|it| it.into_iter().flatten().collect::<BTreeSet<_>>());
        let open = civil.is_empty() || industry.is_empty();
        assert!(
            open || !civil.is_disjoint(&industry),
            "{civil:?} and {industry:?} agree on nothing"
        );
    }
}

fn documents_object_once(
    view: &ObjectionsView,
    expected: impl Iterator<Item = (dataset::SourceIx, usize)>,
) {
    let told = view.by_document.iter().map(|it| (it.source.source, it.provisions.count));
    assert_eq!(told.collect::<Vec<_>>(), expected.filter(|it| it.1 > 0).collect::<Vec<_>>());
}

fn speaks_otherwise(dataset: &dataset::Dataset, who: &dataset::OrganisationId) -> bool {
    let records = dataset.records();
    let supports = |it: &dataset::Position| it.stance == dataset::Stance::Support;
    records.positions.iter().any(|it| it.organisation == *who && supports(it))
        || records.replies.iter().any(|it| it.organisation == *who)
}
