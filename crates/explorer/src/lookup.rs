//! What of a dataset is worked out once, for any number of explorers of it: which concerns affect
//! whom and who raises them, as bit sets, and the words to be searched.

use std::cell::{OnceCell, RefCell};

use dataset::{
    ConcernIx, ConcernLinks, Dataset, GroupIx, OrganisationIx, Provision, ProvisionIx, Role,
    SourceIx,
};
use fixedbitset::FixedBitSet;

use crate::index::{Field, IndexBuilder, Needle, TextIndex};

/// Concerns and provisions by what readers choose them by, and words.
#[derive(Debug)]
pub(crate) struct Lookup {
    groups: Vec<Facet>,
    sources: Vec<Facet>,
    words: WordIndex,
}

/// What a group or a source leads to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facet {
    /// The concerns that affect it, or that it raises.
    pub(crate) concerns: FixedBitSet,
    /// The provisions that those are about.
    pub(crate) provisions: FixedBitSet,
}

impl Facet {
    fn add(&mut self, concern: ConcernIx, links: &ConcernLinks) {
        self.concerns.grow_and_insert(concern.index());
        for provision in &links.provisions {
            self.provisions.grow_and_insert(provision.index());
        }
    }

    /// The provisions that it leads to by some concerns, or by any.
    pub(crate) fn by(&self, dataset: &Dataset, concerns: Option<&FixedBitSet>) -> FixedBitSet {
        let Some(concerns) = concerns else { return self.provisions.clone() };
        let mut both = self.concerns.clone();
        both.intersect_with(concerns);
        provisions_of(dataset, &both)
    }
}

/// The words to be searched: made for the first search, and before it as far as there was time.
#[derive(Debug, Default)]
pub(crate) struct WordIndex {
    /// How many provisions are in the index so far, and that.
    begun: RefCell<(usize, IndexBuilder)>,
    provisions: OnceCell<TextIndex>,
    groups: OnceCell<TextIndex>,
    organisations: OnceCell<TextIndex>,
}

impl Lookup {
    pub(crate) fn of(dataset: &Dataset) -> Self {
        let mut groups = vec![Facet::default(); dataset.groups().len()];
        let mut sources = vec![Facet::default(); dataset.sources().len()];
        for (concern, links) in dataset.around_concerns() {
            for group in &links.groups {
                groups.get_mut(group.index()).into_iter().for_each(|it| it.add(concern, links));
            }
            for source in &links.sources {
                sources.get_mut(source.index()).into_iter().for_each(|it| it.add(concern, links));
            }
        }
        Self { groups, sources, words: WordIndex::default() }
    }

    /// What a group leads to.
    pub(crate) fn group(&self, group: GroupIx) -> Option<&Facet> {
        self.groups.get(group.index())
    }

    /// What a source leads to.
    pub(crate) fn source(&self, source: SourceIx) -> Option<&Facet> {
        self.sources.get(source.index())
    }

    pub(crate) fn words(&self) -> &WordIndex {
        &self.words
    }

    /// The provisions that an organisation has put its name to an objection to, is named as objecting
    /// to, or replies about; where there is none, the law as a whole.
    fn spoken_of_by(&self, dataset: &Dataset, who: OrganisationIx) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        for (source, role) in dataset.parts_of(who) {
            let Some(facet) = self.source(*source) else { continue };
            let party = dataset.party(*source, who, *role).filter(|_| *role == Role::Named);
            let Some(party) = party.filter(|it| !it.shares_all()) else {
                provisions.union_with(&facet.provisions);
                continue;
            };
            let shared = |it: &usize| {
                let concern = dataset.concern(ConcernIx::nth(*it));
                concern.is_some_and(|it| party.shares_concern(&it.id))
            };
            let shared = facet.concerns.ones().filter(shared).collect();
            provisions.union_with(&provisions_of(dataset, &shared));
        }
        for reply in dataset.replies_of(who) {
            let concerns = reply.concerns.iter().filter_map(|it| dataset.find_concern(it.as_str()));
            let concerns = concerns.map(ConcernIx::index).collect();
            provisions.union_with(&provisions_of(dataset, &concerns));
            let own = reply.provisions.iter().filter_map(|it| dataset.find_provision(it.as_str()));
            own.for_each(|it| provisions.grow_and_insert(it.index()));
        }
        if provisions.is_clear()
            && let Some(whole) = dataset.find_provision("instrument")
        {
            provisions.grow_and_insert(whole.index());
        }
        provisions
    }
}

/// The provisions that some concerns are about.
pub(crate) fn provisions_of(dataset: &Dataset, concerns: &FixedBitSet) -> FixedBitSet {
    let mut provisions = FixedBitSet::with_capacity(dataset.provisions().len());
    for concern in concerns.ones() {
        let links = dataset.around_concern(ConcernIx::nth(concern));
        for provision in links.iter().flat_map(|links| &links.provisions) {
            provisions.insert(provision.index());
        }
    }
    provisions
}

impl WordIndex {
    /// Puts some more provisions into the index, as long as nobody waits for it; says whether that
    /// is worth calling again.
    pub(crate) fn prepare(&self, dataset: &Dataset, some: usize) -> bool {
        let (done, index) = &mut *self.begun.borrow_mut();
        let all = dataset.provisions();
        let more = all.len() > *done && self.provisions.get().is_none();
        for (provision, record) in all.skip(*done).take(if more { some } else { 0 }) {
            provision_words(index, dataset, provision, record);
            *done += 1;
        }
        more
    }

    fn provisions(&self, dataset: &Dataset) -> &TextIndex {
        self.provisions.get_or_init(|| {
            self.prepare(dataset, usize::MAX);
            self.begun.take().1.build()
        })
    }

    fn groups(&self, dataset: &Dataset) -> &TextIndex {
        self.groups.get_or_init(|| groups(dataset))
    }

    fn organisations(&self, dataset: &Dataset) -> &TextIndex {
        self.organisations.get_or_init(|| organisations(dataset))
    }

    /// How each provision ranks for what is looked for.
    pub(crate) fn ranks(
        &self,
        dataset: &Dataset,
        lookup: &Lookup,
        needle: &Needle,
    ) -> Vec<Option<Field>> {
        let found = needle.words.iter().map(|word| self.found(dataset, lookup, word));
        found.reduce(both).unwrap_or_default()
    }

    /// The provisions with a word that begins so, or that someone is behind whose name has one;
    /// each with its best field.
    fn found(&self, dataset: &Dataset, lookup: &Lookup, start: &str) -> Vec<Option<Field>> {
        let mut ranks = vec![None; dataset.provisions().len()];
        let mut found = |provision: usize, field: Field| {
            if let Some(rank) = ranks.get_mut(provision) {
                *rank = Some(rank.map_or(field, |rank: Field| rank.min(field)));
            }
        };
        self.provisions(dataset)
            .beginning_with(start, &mut |it| found(it.entry as usize, it.field));
        for (provisions, field) in [
            (self.bearing(dataset, lookup, start), Field::Group),
            (self.spoken_of(dataset, lookup, start), Field::Organisation),
        ] {
            provisions.ones().for_each(|provision| found(provision, field));
        }
        ranks
    }

    /// The provisions that bear on a group whose name has a word that begins so.
    fn bearing(&self, dataset: &Dataset, lookup: &Lookup, start: &str) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        self.groups(dataset).beginning_with(start, &mut |it| {
            let group = lookup.group(GroupIx::nth(it.entry as usize));
            if let (Field::Group, Some(group)) = (it.field, group) {
                provisions.union_with(&group.provisions);
            }
        });
        provisions
    }

    /// What those have said of the law whose name has a word that begins so.
    fn spoken_of(&self, dataset: &Dataset, lookup: &Lookup, start: &str) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        self.organisations(dataset).beginning_with(start, &mut |it| {
            let who = OrganisationIx::nth(it.entry as usize);
            provisions.union_with(&lookup.spoken_of_by(dataset, who));
        });
        provisions
    }

    /// Whether a query names each group.
    pub(crate) fn groups_named(&self, dataset: &Dataset, query: &str) -> Vec<bool> {
        self.groups(dataset).have(&Needle::new(query), dataset.groups().len())
    }

    /// Whether a query names each organisation.
    pub(crate) fn organisations_named(&self, dataset: &Dataset, query: &str) -> Vec<bool> {
        self.organisations(dataset).have(&Needle::new(query), dataset.organisations().len())
    }
}

/// What both have, each with the worse of its ranks.
fn both(ranks: Vec<Option<Field>>, others: Vec<Option<Field>>) -> Vec<Option<Field>> {
    let pairs = ranks.into_iter().zip(others);
    pairs.map(|(rank, other)| rank.zip(other).map(|(rank, other)| rank.max(other))).collect()
}

/// Every name that documents use for an organisation.
fn organisations(dataset: &Dataset) -> TextIndex {
    let mut index = IndexBuilder::default();
    for (organisation, record) in dataset.organisations() {
        let entry = organisation.index();
        index.add_text(entry, Field::Organisation, &record.name);
        for name in record.short_name.iter().chain(&record.aliases) {
            index.add(entry, Field::Organisation, name);
        }
    }
    index.build()
}

/// What is said of groups, by their own names first.
fn groups(dataset: &Dataset) -> TextIndex {
    let mut index = IndexBuilder::default();
    for (group, record) in dataset.groups() {
        index.add_text(group.index(), Field::Group, &record.label);
        for name in &record.aliases {
            index.add(group.index(), Field::Group, name);
        }
        index.add_text(group.index(), Field::About, &record.description);
    }
    index.build()
}

fn provision_words(
    index: &mut IndexBuilder,
    dataset: &Dataset,
    provision: ProvisionIx,
    record: &Provision,
) {
    let entry = provision.index();
    index.add_text(entry, Field::Citation, &record.citation);
    if let Some(heading) = &record.heading {
        index.add_text(entry, Field::Heading, heading);
    }
    // Of a law in parts the words of heads alone are here as a whole.
    if dataset.is_in_parts() {
        return;
    }
    index.add_text(entry, Field::Summary, &record.summary);
    let links = dataset.around_provision(provision);
    for concern in links.iter().flat_map(|links| &links.concerns) {
        concern_words(index, entry, dataset, *concern);
    }
}

fn concern_words(index: &mut IndexBuilder, entry: usize, dataset: &Dataset, concern: ConcernIx) {
    let Some(record) = dataset.concern(concern) else { return };
    index.add_text(entry, Field::ConcernTitle, &record.title);
    index.add_text(entry, Field::Concern, &record.summary);
    for quote in record.evidence.iter().filter_map(|evidence| evidence.quote.as_ref()) {
        index.add(entry, Field::Concern, &quote.exact);
    }
}
