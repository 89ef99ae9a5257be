//! What of a dataset is worked out once, for any number of explorers of it: which concerns affect
//! whom and who raises them, as bit sets, and the words to be searched.

use std::cell::OnceCell;

use dataset::{ConcernIx, Dataset, GroupIx, OrganisationIx, SourceIx};
use fixedbitset::FixedBitSet;

use crate::index::{Field, IndexBuilder, Needle, TextIndex};

/// Concerns by what readers choose them by, and words.
#[derive(Debug)]
pub(crate) struct Lookup {
    /// The concerns that affect each group.
    affecting: Vec<FixedBitSet>,
    /// The concerns that each source raises.
    raised: Vec<FixedBitSet>,
    /// Made for the first search; most readers never search.
    words: OnceCell<Words>,
}

/// The words to be searched.
#[derive(Debug)]
pub(crate) struct Words {
    provisions: TextIndex,
    groups: TextIndex,
    organisations: TextIndex,
}

/// What any of some sets has; nothing where there is none of them.
pub(crate) fn union<'a>(
    sets: impl Iterator<Item = Option<&'a FixedBitSet>>,
) -> Option<FixedBitSet> {
    let mut all: Option<FixedBitSet> = None;
    for set in sets {
        let all = all.get_or_insert_default();
        if let Some(set) = set {
            all.union_with(set);
        }
    }
    all
}

impl Lookup {
    pub(crate) fn of(dataset: &Dataset) -> Self {
        let none = FixedBitSet::with_capacity(dataset.concerns().len());
        let mut affecting = vec![none.clone(); dataset.groups().len()];
        let mut raised = vec![none; dataset.sources().len()];
        for (concern, _) in dataset.concerns() {
            let Some(links) = dataset.around_concern(concern) else { continue };
            links.groups.iter().for_each(|it| put(&mut affecting, it.index(), concern));
            links.sources.iter().for_each(|it| put(&mut raised, it.index(), concern));
        }
        Self { affecting, raised, words: OnceCell::new() }
    }

    /// The concerns that affect a group.
    pub(crate) fn affecting(&self, group: GroupIx) -> Option<&FixedBitSet> {
        self.affecting.get(group.index())
    }

    /// The concerns that a source raises.
    pub(crate) fn raised_by(&self, source: SourceIx) -> Option<&FixedBitSet> {
        self.raised.get(source.index())
    }

    pub(crate) fn words(&self, dataset: &Dataset) -> &Words {
        self.words.get_or_init(|| Words::of(dataset))
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

fn put(sets: &mut [FixedBitSet], at: usize, concern: ConcernIx) {
    if let Some(set) = sets.get_mut(at) {
        set.insert(concern.index());
    }
}

impl Words {
    fn of(dataset: &Dataset) -> Self {
        let mut groups = IndexBuilder::default();
        for (group, record) in dataset.groups() {
            groups.add_text(group.index(), Field::Group, &record.label);
            groups.add_text(group.index(), Field::About, &record.description);
        }
        Self {
            provisions: provisions(dataset),
            groups: groups.build(),
            organisations: organisations(dataset),
        }
    }

    /// How each provision ranks for a query; nothing where it has no word to look for.
    pub(crate) fn ranks(
        &self,
        dataset: &Dataset,
        lookup: &Lookup,
        query: &str,
    ) -> Option<Vec<Option<Field>>> {
        let mut ranks: Option<Vec<Option<Field>>> = None;
        for word in &Needle::new(query).words {
            let found = self.found(dataset, lookup, word);
            ranks = Some(match ranks {
                None => found,
                Some(ranks) => both(ranks, found),
            });
        }
        ranks
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
        self.provisions.beginning_with(start, &mut |it| found(it.entry as usize, it.field));
        let mut of_people = |concerns: FixedBitSet, field| {
            let provisions = provisions_of(dataset, &concerns);
            provisions.ones().for_each(|provision| found(provision, field));
        };
        of_people(self.affecting(lookup, start), Field::Group);
        of_people(self.raised(dataset, lookup, start), Field::Organisation);
        ranks
    }

    /// The concerns that affect a group whose name has a word that begins so.
    fn affecting(&self, lookup: &Lookup, start: &str) -> FixedBitSet {
        let mut concerns = FixedBitSet::new();
        self.groups.beginning_with(start, &mut |it| {
            if let (Field::Group, Some(set)) = (it.field, lookup.affecting.get(it.entry as usize)) {
                concerns.union_with(set);
            }
        });
        concerns
    }

    /// The concerns raised in a document that an organisation has a part in whose name has a word
    /// that begins so.
    fn raised(&self, dataset: &Dataset, lookup: &Lookup, start: &str) -> FixedBitSet {
        let mut concerns = FixedBitSet::new();
        self.organisations.beginning_with(start, &mut |it| {
            for (source, _) in dataset.parts_of(OrganisationIx::nth(it.entry as usize)) {
                if let Some(set) = lookup.raised_by(*source) {
                    concerns.union_with(set);
                }
            }
        });
        concerns
    }

    /// Whether a query names each group.
    pub(crate) fn groups_named(&self, dataset: &Dataset, query: &str) -> Vec<bool> {
        self.groups.have(&Needle::new(query), dataset.groups().len())
    }

    /// Whether a query names each organisation.
    pub(crate) fn organisations_named(&self, dataset: &Dataset, query: &str) -> Vec<bool> {
        self.organisations.have(&Needle::new(query), dataset.organisations().len())
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

fn provisions(dataset: &Dataset) -> TextIndex {
    let mut index = IndexBuilder::default();
    for (provision, record) in dataset.provisions() {
        let entry = provision.index();
        index.add_text(entry, Field::Citation, &record.citation);
        if let Some(heading) = &record.heading {
            index.add_text(entry, Field::Heading, heading);
        }
        index.add_text(entry, Field::Summary, &record.summary);
        let links = dataset.around_provision(provision);
        for concern in links.iter().flat_map(|links| &links.concerns) {
            concern_words(&mut index, entry, dataset, *concern);
        }
    }
    index.build()
}

fn concern_words(index: &mut IndexBuilder, entry: usize, dataset: &Dataset, concern: ConcernIx) {
    let Some(record) = dataset.concern(concern) else { return };
    index.add_text(entry, Field::ConcernTitle, &record.title);
    index.add_text(entry, Field::Concern, &record.summary);
    for quote in record.evidence.iter().filter_map(|evidence| evidence.quote.as_ref()) {
        index.add(entry, Field::Concern, &quote.exact);
    }
}
