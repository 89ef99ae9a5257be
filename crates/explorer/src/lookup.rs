//! What of a dataset is worked out once, for any number of explorers of it: which concerns affect
//! whom and who raises them, as bit sets, and the words to be searched.

use std::cell::{OnceCell, RefCell};

use dataset::{
    ConcernIx, ConcernLinks, Dataset, GroupIx, List as _, OrganisationIx, Reply, Role, SourceIx,
    Subjects,
};
use fixedbitset::FixedBitSet;

use crate::{
    index::{Field, IndexBuilder, TextIndex},
    near::Near,
    needle::{Needle, Sought},
    passage::{Passage, each_head, each_of_reply, each_passage},
    terms::{Lacking, each_of_all},
};

/// Concerns and provisions by what readers choose them by, and words.
#[derive(Debug)]
pub(crate) struct Lookup {
    groups: Vec<Facet>,
    sources: Vec<Facet>,
    answers: Vec<Facet>,
    words: WordIndex,
}

/// What a group or a source leads to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facet {
    /// The concerns that affect it, that it raises, or that it answers.
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

/// The words to be searched: made for the first search, and before it as far as there was time. Of a
/// law in parts those of heads alone; all others are looked up in its postings.
#[derive(Debug, Default)]
pub(crate) struct WordIndex {
    /// How many provisions are in the index so far, and that.
    begun: RefCell<(usize, IndexBuilder)>,
    provisions: OnceCell<TextIndex>,
    groups: OnceCell<TextIndex>,
    organisations: OnceCell<TextIndex>,
    /// The files of postings that a search wanted since anybody asked.
    pub(crate) lacking: Lacking,
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
        let answers = answers(dataset);
        Self { groups, sources, answers, words: WordIndex::default() }
    }

    /// What a group leads to.
    pub(crate) fn group(&self, group: GroupIx) -> Option<&Facet> {
        self.groups.get(group.index())
    }

    /// What a source objects to.
    pub(crate) fn source(&self, source: SourceIx) -> Option<&Facet> {
        self.sources.get(source.index())
    }

    /// What a source answers, and what of the law it welcomes.
    pub(crate) fn answered(&self, source: SourceIx) -> Option<&Facet> {
        self.answers.get(source.index())
    }

    /// Whether a source raises a concern, or answers it.
    pub(crate) fn speaks_to(&self, source: SourceIx, concern: ConcernIx) -> bool {
        let facets = self.source(source).into_iter().chain(self.answered(source));
        { facets }.any(|it| it.concerns.contains(concern.index()))
    }

    pub(crate) fn words(&self) -> &WordIndex {
        &self.words
    }

    /// The provisions that an organisation has put its name to an objection to, is named as objecting
    /// to, or replies about; where there is none, the law as a whole.
    pub(crate) fn spoken_of_by(&self, dataset: &Dataset, who: OrganisationIx) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        for (source, role) in dataset.parts_of(who) {
            let Some(facet) = self.source(*source) else { continue };
            let party = dataset.party(*source, who, *role).filter(|_| *role == Role::Named);
            let Some(party) = party.filter(|it| !it.shares_all()) else {
                provisions.union_with(&facet.provisions);
                continue;
            };
            if party.shares() {
                let shared = dataset.named_for(*source, who).iter().map(|it| it.index());
                let mut shared: FixedBitSet = shared.collect();
                shared.intersect_with(&facet.concerns);
                provisions.union_with(&provisions_of(dataset, &shared));
            }
        }
        let id = dataset.organisation(who).map(|it| &it.id);
        for (_, named) in dataset.replies().filter(|(it, _)| Some(&it.organisation) == id) {
            provisions.union_with(&replied_about(dataset, named));
        }
        // While something has yet to come, nobody knows that it is the whole.
        if provisions.is_clear()
            && dataset.awaits().is_none()
            && let Some(whole) = dataset.find_provision("instrument")
        {
            provisions.grow_and_insert(whole.index());
        }
        provisions
    }
}

/// What each source answers or welcomes: concerns, with what they are about; else the provisions that
/// it names, or the law as a whole.
fn answers(dataset: &Dataset) -> Vec<Facet> {
    let mut answers = vec![Facet::default(); dataset.sources().len()];
    for (reply, named) in dataset.replies() {
        let sources =
            reply.evidence.iter().filter_map(|it| dataset.find_source(it.source.as_str()));
        for source in sources {
            let Some(facet) = answers.get_mut(source.index()) else { continue };
            named.concerns.iter().for_each(|it| facet.concerns.grow_and_insert(it.index()));
            facet.provisions.union_with(&spoken_of_in(dataset, reply, named));
        }
    }
    answers
}

/// The provisions that a reply is about; the law as a whole where it names none.
fn spoken_of_in(dataset: &Dataset, reply: &Reply, named: &Subjects) -> FixedBitSet {
    let mut about = replied_about(dataset, named);
    if let (true, Some(whole)) = (reply.is_about_whole(), dataset.find_provision("instrument")) {
        about.grow_and_insert(whole.index());
    }
    about
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

/// The provisions that a reply is about, itself or through a concern; none where it is about the law
/// as a whole.
fn replied_about(dataset: &Dataset, named: &Subjects) -> FixedBitSet {
    let concerns = named.concerns.iter().map(|it| it.index());
    let mut provisions = provisions_of(dataset, &concerns.collect());
    named.provisions.iter().for_each(|it| provisions.grow_and_insert(it.index()));
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
            let mut add = |it: Passage<'_>| add_passage(index, provision.index(), it);
            if dataset.is_in_parts() {
                each_head(record, &mut add);
            } else {
                each_passage(dataset, provision, record, &mut add);
            }
            *done += 1;
        }
        more
    }

    pub(crate) fn provisions(&self, dataset: &Dataset) -> &TextIndex {
        self.provisions.get_or_init(|| {
            self.prepare(dataset, usize::MAX);
            let (_, mut index) = self.begun.take();
            add_replies(&mut index, dataset);
            index.build()
        })
    }

    fn groups(&self, dataset: &Dataset) -> &TextIndex {
        self.groups.get_or_init(|| groups(dataset))
    }

    fn organisations(&self, dataset: &Dataset) -> &TextIndex {
        self.organisations.get_or_init(|| organisations(dataset))
    }

    /// What a query looks for: somebody, where it is a whole name of theirs; each of its words where
    /// other words begin with it, else inside them, else the word that is most likely meant; and as it
    /// was typed while nobody knows.
    pub(crate) fn needle(&self, dataset: &Dataset, query: &str) -> Needle {
        let mut needle = Needle::new(query);
        if self.is_name(dataset, &needle) {
            needle.words.iter_mut().for_each(|it| it.whole = true);
            return needle;
        }
        for sought in &mut needle.words {
            if self.has(dataset, sought) || self.lacking.is_any() {
                continue;
            }
            let inside = Sought { within: true, ..sought.clone() };
            if sought.letters.chars().nth(3).is_some() && self.has(dataset, &inside) {
                *sought = inside;
            } else if !self.lacking.is_any()
                && let Some(word) = self.near(dataset, &sought.letters).meant()
            {
                *sought = Sought { letters: word.into(), ..Sought::default() };
                needle.instead = true;
            }
        }
        needle
    }

    /// Whether it is a name of somebody's from its beginning to its end.
    fn is_name(&self, dataset: &Dataset, needle: &Needle) -> bool {
        let typed = needle.text();
        let named = self.organisations_named(dataset, needle).into_iter();
        let mut named = named.zip(dataset.organisations()).filter(|(named, _)| *named);
        named.any(|(_, (_, record))| {
            let others = record.short_name.iter().chain(&record.aliases).map(String::as_str);
            record.name.wordings().chain(others).any(|it| Needle::new(it).text() == typed)
        })
    }

    /// The words near one that is found nowhere.
    pub(crate) fn near(&self, dataset: &Dataset, word: &str) -> Near {
        let mut near = Near::of(word);
        let mut consider = |word: &str| near.consider(word);
        let [heads, others @ ..] = self.all(dataset);
        // In the same order, for of words that are as near the first is taken.
        if !each_of_all(dataset, &mut consider) {
            heads.each_word(&mut consider);
        }
        for it in others {
            it.each_word(&mut consider);
        }
        near
    }

    /// Whether any text has a word that is looked for.
    pub(crate) fn has(&self, dataset: &Dataset, sought: &Sought) -> bool {
        let is_here = self.all(dataset).iter().any(|index| index.has(sought));
        self.lacking.has(dataset, sought) || is_here
    }

    fn all(&self, dataset: &Dataset) -> [&TextIndex; 3] {
        [self.provisions(dataset), self.groups(dataset), self.organisations(dataset)]
    }

    /// How each provision ranks for what is looked for. Where that is somebody's name as a whole, it
    /// isn't looked for among those who speak of provisions: it finds them, and not all of which
    /// they speak.
    pub(crate) fn ranks(
        &self,
        dataset: &Dataset,
        lookup: &Lookup,
        needle: &Needle,
    ) -> Vec<Option<Field>> {
        let names = self.organisations_named(dataset, needle).contains(&true);
        let found = needle.words.iter().map(|word| self.found(dataset, lookup, word, !names));
        let ranks = found.reduce(both).unwrap_or_default();
        let own = |(best, worst)| (best < Field::Organisation).then_some(worst);
        ranks.into_iter().map(|it: Option<(Field, Field)>| it.and_then(own)).list()
    }

    /// The provisions that have a word, or, where `by_name`, that someone speaks of whose name has
    /// it; each with its best field, twice.
    fn found(&self, dataset: &Dataset, lookup: &Lookup, sought: &Sought, by_name: bool) -> Ranks {
        let mut ranks = vec![None; dataset.provisions().len()];
        let mut found = |provision: usize, field: Field| {
            if let Some(rank) = ranks.get_mut(provision) {
                let field = rank.map_or(field, |(rank, _): (Field, Field)| rank.min(field));
                *rank = Some((field, field));
            }
        };
        self.provisions(dataset).each_with(sought, &mut |it| found(it.entry as usize, it.field));
        self.lacking.each_with(dataset, sought, &mut found);
        let bearing = self.bearing(dataset, lookup, sought);
        bearing.ones().for_each(|provision| found(provision, Field::Group));
        if by_name {
            let spoken_of = self.spoken_of(dataset, lookup, sought);
            spoken_of.ones().for_each(|provision| found(provision, Field::Organisation));
        }
        ranks
    }

    /// The provisions that bear on a group whose name has a word.
    fn bearing(&self, dataset: &Dataset, lookup: &Lookup, sought: &Sought) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        self.groups(dataset).each_with(sought, &mut |it| {
            let group = lookup.group(GroupIx::nth(it.entry as usize));
            if let (Field::Group, Some(group)) = (it.field, group) {
                provisions.union_with(&group.provisions);
            }
        });
        provisions
    }

    /// What those have said of the law whose name has a word.
    fn spoken_of(&self, dataset: &Dataset, lookup: &Lookup, sought: &Sought) -> FixedBitSet {
        let mut provisions = FixedBitSet::new();
        self.organisations(dataset).each_with(sought, &mut |it| {
            let who = OrganisationIx::nth(it.entry as usize);
            provisions.union_with(&lookup.spoken_of_by(dataset, who));
        });
        provisions
    }

    /// Whether a query names each group.
    pub(crate) fn groups_named(&self, dataset: &Dataset, needle: &Needle) -> Vec<bool> {
        self.groups(dataset).have(needle, dataset.groups().len())
    }

    /// Whether a query names each organisation.
    pub(crate) fn organisations_named(&self, dataset: &Dataset, needle: &Needle) -> Vec<bool> {
        self.organisations(dataset).have(needle, dataset.organisations().len())
    }
}

/// The best and the worst rank of what both have.
type Ranks = Vec<Option<(Field, Field)>>;

/// What both have, each with the better and the worse of its ranks.
fn both(ranks: Ranks, others: Ranks) -> Ranks {
    let pairs = ranks.into_iter().zip(others);
    let both = |((best, worst), (other_best, other_worst)): ((Field, Field), (Field, Field))| {
        (best.min(other_best), worst.max(other_worst))
    };
    pairs.map(|(rank, other)| rank.zip(other).map(both)).list()
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

fn add_passage(index: &mut IndexBuilder, provision: usize, passage: Passage<'_>) {
    passage.said.each_wording(&mut |words| index.add(provision, passage.field, words));
}

/// What is replied about provisions. Last, so that no reply is looked for again for each of them.
fn add_replies(index: &mut IndexBuilder, dataset: &Dataset) {
    if dataset.is_in_parts() {
        return;
    }
    for (reply, named) in dataset.replies() {
        for provision in spoken_of_in(dataset, reply, named).ones() {
            each_of_reply(reply, &mut |it| add_passage(index, provision, it));
        }
    }
}
