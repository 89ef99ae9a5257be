//! Which provisions, concerns, groups and organisations a state selects. Every list and every
//! count in the views comes from here, so that none can contradict another.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use dataset::{
    ConcernIx, Dataset, GroupIx, List as _, OrganisationIx, ProvisionIx, Reply, SourceIx,
};
use fixedbitset::FixedBitSet;

use crate::{
    State, ViewKind,
    facts::Facts,
    index::Field,
    lookup::{Facet, Lookup, provisions_of},
    needle::Needle,
    outline::{Outline, Strip},
    state::{EditorialConfig, Window},
};

/// A dataset made ready to be looked up, for one newsroom's editorial configuration.
#[derive(Clone, Debug)]
pub struct Explorer {
    dataset: Rc<Dataset>,
    lookup: Rc<Lookup>,
    editorial: EditorialConfig,
    /// The provisions in the order of the list: highlighted first, then the law's order.
    order: Rc<Vec<ProvisionIx>>,
    listed: FixedBitSet,
    /// What was asked for last. Most of what a reader does leaves it as it is.
    memo: RefCell<Memo>,
    outline: OnceCell<Rc<Outline>>,
    facts: OnceCell<Rc<Facts>>,
}

/// The provisions that a state selects, in the order of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The provisions.
    pub provisions: Rc<Vec<ProvisionIx>>,
    /// Whether they stand by rank of the search rather than in the list's order.
    pub ranked: bool,
}

/// Provisions against groups.
pub(crate) struct Crossed {
    /// The provisions with a selected concern that affects a group: by rank of the search, else in
    /// the law's order.
    pub(crate) provisions: Vec<ProvisionIx>,
    /// Whether they stand by rank.
    pub(crate) ranked: bool,
    /// By group, the provisions that bear on it.
    pub(crate) groups: Vec<FixedBitSet>,
}

/// The last answers, each with what it was the answer to.
#[derive(Clone, Debug, Default)]
struct Memo {
    found: Option<(String, Found)>,
    selected: Option<(Filter, Selection)>,
    /// Of a law in parts, with how many shards were here.
    translators: Option<(String, usize, Rc<Vec<String>>)>,
    strip: Option<(Option<Part>, Rc<Strip>)>,
    /// How many files of postings were here when something was found.
    postings: usize,
}

/// The first and the last provision of a part of the picture.
type Part = (ProvisionIx, ProvisionIx);

/// What a query came to, whatever is chosen besides.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// What was looked for.
    pub(crate) needle: Rc<Needle>,
    /// The provisions.
    pub(crate) provisions: Selection,
    /// Whether the query cites them.
    pub(crate) cited: bool,
    /// The files of postings that more would be known by.
    pub(crate) lacking: Rc<Vec<usize>>,
}

/// What of a state chooses provisions.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    audience: Vec<GroupIx>,
    sources: Vec<SourceIx>,
    query: String,
}

impl Found {
    /// Whether it was found by words, and all that could be.
    pub(crate) fn is_by_words(&self) -> bool {
        !self.needle.is_empty() && !self.cited && self.lacking.is_empty()
    }
}

impl Filter {
    fn of(state: &State) -> Self {
        Self {
            audience: state.audience.clone(),
            sources: state.sources.clone(),
            query: state.query.clone(),
        }
    }
}

impl Explorer {
    /// Makes a dataset ready.
    pub fn new(dataset: Rc<Dataset>, editorial: EditorialConfig) -> Self {
        let lookup = Rc::new(Lookup::of(&dataset));
        Self::with(dataset, lookup, editorial)
    }

    /// The same dataset for another editorial configuration, without making it ready again.
    #[must_use]
    pub fn with_editorial(&self, editorial: EditorialConfig) -> Self {
        Self::with(Rc::clone(&self.dataset), Rc::clone(&self.lookup), editorial)
    }

    fn with(dataset: Rc<Dataset>, lookup: Rc<Lookup>, editorial: EditorialConfig) -> Self {
        let order = Rc::new(order(&dataset, &editorial));
        let listed = order.iter().map(|it| it.index()).collect();
        let (memo, outline, facts) = Default::default();
        let mut explorer = Self { dataset, lookup, editorial, order, listed, memo, outline, facts };
        explorer.editorial.start = explorer.admit(explorer.editorial.start.clone());
        explorer
    }

    /// The data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The newsroom's choices.
    pub fn editorial(&self) -> &EditorialConfig {
        &self.editorial
    }

    /// The provisions of the list without any filter.
    pub fn all(&self) -> &[ProvisionIx] {
        &self.order
    }

    /// Whether the list has a provision, without any filter.
    pub fn lists(&self, provision: ProvisionIx) -> bool {
        self.listed.contains(provision.index())
    }

    /// A state from elsewhere, without the open provisions that the list doesn't have.
    pub fn admit(&self, mut state: State) -> State {
        state.open.retain(|provision| self.lists(*provision));
        state.cell = state.cell.filter(|(provision, _)| self.lists(*provision));
        self.in_sight(state)
    }

    /// The provisions that a state selects.
    pub fn select(&self, state: &State) -> Selection {
        self.filter(Filter::of(state))
    }

    /// The same for a view of groups or of organisations: a query that names some of them looks
    /// for them, so it takes no provision away.
    pub(crate) fn select_besides_names(&self, state: &State, named: bool) -> Selection {
        let query = if named { String::new() } else { state.query.clone() };
        self.filter(Filter { query, ..Filter::of(state) })
    }

    fn filter(&self, filter: Filter) -> Selection {
        self.forget_found();
        if let Some((_, selection)) =
            self.memo.borrow().selected.as_ref().filter(|(memo, _)| *memo == filter)
        {
            return selection.clone();
        }
        let found = self.find(&filter.query).provisions;
        let selection = match self.chosen(&filter.audience, &filter.sources) {
            None => found,
            Some(concerns) => {
                let mut bearing = provisions_of(&self.dataset, &concerns);
                if filter.audience.is_empty() {
                    // What is said of the law answers no concern that could affect anybody.
                    let answered = filter.sources.iter().filter_map(|it| self.lookup.answered(*it));
                    answered.for_each(|it| bearing.union_with(&it.provisions));
                }
                let bears = |it: &ProvisionIx| bearing.contains(it.index());
                let provisions = found.provisions.iter().copied().filter(bears).list();
                Selection { provisions: Rc::new(provisions), ..found }
            }
        };
        self.memo.borrow_mut().selected = Some((filter, selection.clone()));
        selection
    }

    /// What a query comes to, whatever is chosen besides.
    pub(crate) fn find(&self, query: &str) -> Found {
        self.forget_found();
        if let Some((_, found)) = self.memo.borrow().found.as_ref().filter(|(it, _)| it == query) {
            return found.clone();
        }
        let mut needle = Needle::new(query);
        if needle.is_empty() {
            // It takes nothing to answer, so what was found last stays known.
            let provisions = Selection { provisions: Rc::clone(&self.order), ranked: false };
            let (needle, lacking) = (Rc::new(needle), Rc::default());
            return Found { needle, provisions, cited: false, lacking };
        }
        self.lookup.words().lacking.take();
        let mut provisions = self.cited(query);
        let is_cited = !provisions.is_empty();
        if !is_cited {
            needle = self.lookup.words().needle(&self.dataset, query);
            provisions = self.by_rank(&needle);
        }
        let provisions = Selection { provisions: Rc::new(provisions), ranked: true };
        let lacking = Rc::new(self.lookup.words().lacking.take());
        let found = Found { needle: Rc::new(needle), provisions, cited: is_cited, lacking };
        self.memo.borrow_mut().found = Some((query.into(), found.clone()));
        found
    }

    /// Forgets what was found before more postings came.
    fn forget_found(&self) {
        let here = self.dataset.postings_here();
        let memo = &mut *self.memo.borrow_mut();
        if here != memo.postings {
            (memo.found, memo.selected, memo.postings) = (None, None, here);
        }
    }

    fn by_rank(&self, needle: &Needle) -> Vec<ProvisionIx> {
        let ranks = self.lookup.words().ranks(&self.dataset, &self.lookup, needle);
        let mut by_rank: [Vec<ProvisionIx>; Field::ALL.len()] = Default::default();
        for provision in self.order.iter() {
            let rank = ranks.get(provision.index()).copied().flatten();
            if let Some(list) = rank.and_then(|rank| by_rank.get_mut(rank as usize)) {
                list.push(*provision);
            }
        }
        by_rank.concat()
    }

    /// The listed provisions that a query cites, each followed by those inside it; none where the
    /// query isn't a citation of one of them.
    fn cited(&self, query: &str) -> Vec<ProvisionIx> {
        let mut found = Vec::new();
        for cited in self.dataset.cited_within(query).unwrap_or_default() {
            let within = |it: &&ProvisionIx| self.above(**it).any(|above| above == cited);
            for provision in self.order.iter().filter(within) {
                if !found.contains(provision) {
                    found.push(*provision);
                }
            }
        }
        found
    }

    /// A provision, and all that contain it.
    fn above(&self, provision: ProvisionIx) -> impl Iterator<Item = ProvisionIx> {
        let parent = |it: &ProvisionIx| self.dataset.around_provision(*it)?.parent;
        std::iter::successors(Some(provision), parent)
    }

    /// The concerns of a provision that the lens and the sources chosen select.
    pub fn concerns<'a>(
        &'a self,
        provision: ProvisionIx,
        state: &'a State,
    ) -> impl Iterator<Item = ConcernIx> + 'a {
        let links = self.dataset.around_provision(provision);
        let concerns = links.map_or(&[][..], |links| links.concerns.as_slice());
        concerns.iter().copied().filter(|concern| self.is_selected(*concern, state))
    }

    fn is_selected(&self, concern: ConcernIx, state: &State) -> bool {
        let Some(links) = self.dataset.around_concern(concern) else { return false };
        let affects =
            state.audience.is_empty() || links.groups.iter().any(|it| state.audience.contains(it));
        let raised = state.sources.is_empty()
            || state.sources.iter().any(|it| self.lookup.speaks_to(*it, concern));
        affects && raised
    }

    /// The concerns about provisions of the list that a lens and the sources chosen select, whatever
    /// is looked for.
    pub(crate) fn concerns_listed(&self, lens: &[GroupIx], sources: &[SourceIx]) -> Vec<ConcernIx> {
        let objects = |it: &ConcernIx| {
            let links = self.dataset.around_concern(*it);
            links.is_some_and(|it| it.provisions.iter().any(|it| self.lists(*it)))
        };
        let concerns = self.chosen(lens, sources).unwrap_or_default();
        concerns.ones().map(ConcernIx::nth).filter(objects).list()
    }

    /// How many provisions the list would have with each group alone in the lens.
    pub fn counts_for_groups(&self, state: &State) -> Vec<usize> {
        let found = self.find(&state.query).provisions.provisions;
        let state = State { sources: state.sources.clone(), ..State::default() };
        self.by_group(&found, &state).iter().map(|it| it.count_ones(..)).list()
    }

    /// How many provisions the list would have with each source alone chosen.
    pub fn counts_for_sources(&self, state: &State) -> Vec<usize> {
        let found = self.find(&state.query).provisions.provisions;
        let state = State { audience: state.audience.clone(), ..State::default() };
        let answered = self.dataset.sources().map(|(it, _)| self.lookup.answered(it));
        let answered = self.within(&found, &state, &mut { answered });
        let raised = self.by_source(&found, &state).into_iter().zip(answered);
        raised.map(|(one, other)| one.union_count(&other)).list()
    }

    /// The sources to choose among, in the dataset's order: those that object to something or answer
    /// it; one that only repeats another's passages is that one.
    pub(crate) fn speaking(&self) -> Vec<SourceIx> {
        let speaks = |it: &SourceIx| {
            let answers = self.lookup.answered(*it).is_some_and(|it| !it.provisions.is_clear());
            answers || self.dataset.critics().contains(it)
        };
        self.dataset.sources().map(|(it, _)| it).filter(speaks).list()
    }

    /// Who translated summaries into a language, each once.
    pub(crate) fn translators(&self, lang: &str) -> Rc<Vec<String>> {
        let here = self.dataset.shards_here();
        if let Some((known, then, names)) = &self.memo.borrow().translators
            && known == lang
            && *then == here
        {
            return Rc::clone(names);
        }
        let provisions = self.dataset.provisions().map(|(_, it)| &it.summary);
        let concerns = self.dataset.concerns().map(|(_, it)| &it.summary);
        let translations = provisions.chain(concerns).filter_map(|text| text.translation(lang));
        let mut names: Vec<String> = Vec::new();
        for (_, translation) in translations {
            if !names.contains(&translation.by) {
                names.push(translation.by.clone());
            }
        }
        let names = Rc::new(names);
        self.memo.borrow_mut().translators = Some((lang.into(), here, Rc::clone(&names)));
        names
    }

    /// What the head says whatever a reader does.
    pub(crate) fn facts(&self) -> Rc<Facts> {
        Rc::clone(self.facts.get_or_init(|| Rc::new(Facts::of(self))))
    }

    /// What a picture of the law is drawn from.
    pub(crate) fn outline(&self) -> Rc<Outline> {
        let new = || Rc::new(Outline::of(&self.dataset, &self.lookup, &self.listed));
        Rc::clone(self.outline.get_or_init(new))
    }

    /// The columns of the picture, or of a part of it.
    pub(crate) fn strip(&self, part: Option<Part>) -> Rc<Strip> {
        if let Some((_, strip)) = self.memo.borrow().strip.as_ref().filter(|(it, _)| *it == part) {
            return Rc::clone(strip);
        }
        let strip = Rc::new(self.outline().strip(&self.dataset, part));
        self.memo.borrow_mut().strip = Some((part, Rc::clone(&strip)));
        strip
    }

    /// Gets ready for a first search, so that its first letter needn't wait: some provisions at a
    /// time. Says whether that is worth calling again.
    pub fn prepare(&self, some: usize) -> bool {
        self.lookup.words().prepare(&self.dataset, some)
    }

    /// Words to look for where a query finds nothing: those near one of its words that is found
    /// nowhere, and each of several words that finds some of the list alone.
    pub(crate) fn nearest(&self, query: &str) -> Vec<String> {
        let words = self.lookup.words();
        let typed = Needle::new(query).words;
        let mut nearest = Vec::new();
        for sought in &typed {
            if !words.has(&self.dataset, sought) {
                nearest.extend(words.near(&self.dataset, &sought.letters).offered());
            } else if typed.len() > 1 {
                let alone = Needle { words: vec![sought.clone()], ..Needle::default() };
                let found = self.by_rank(&alone).len();
                nearest.extend((found * 2 < self.order.len()).then(|| sought.letters.clone()));
            }
        }
        nearest
    }

    /// Tells of the replies about a provision: to its concerns, and to itself.
    pub(crate) fn each_reply<'a>(
        &'a self,
        provision: ProvisionIx,
        tell: &mut dyn FnMut(&'a Reply),
    ) {
        let dataset = &self.dataset;
        let Some(links) = dataset.around_provision(provision) else { return };
        let concerns = links.concerns.iter().filter_map(|it| dataset.concern(*it));
        concerns.flat_map(|it| dataset.replies_to(it)).for_each(&mut *tell);
        let record = dataset.provision(provision).into_iter();
        record.flat_map(|it| dataset.replies_about(it)).for_each(tell);
    }

    /// Whether an organisation speaks of a provision, as far as a search is concerned.
    pub(crate) fn speaks_of(&self, who: OrganisationIx, provision: ProvisionIx) -> bool {
        self.lookup.spoken_of_by(&self.dataset, who).contains(provision.index())
    }

    /// The groups that a query names.
    pub(crate) fn groups_named(&self, query: &str) -> Vec<GroupIx> {
        let needle = self.find(query).needle;
        let named = self.lookup.words().groups_named(&self.dataset, &needle);
        let named = self.dataset.groups().map(|(it, _)| it).zip(named);
        named.filter_map(|(group, named)| named.then_some(group)).list()
    }

    /// The organisations that a query names.
    pub(crate) fn organisations_named(&self, query: &str) -> Vec<OrganisationIx> {
        let needle = self.find(query).needle;
        let named = self.lookup.words().organisations_named(&self.dataset, &needle);
        let named = self.dataset.organisations().map(|(it, _)| it).zip(named);
        named.filter_map(|(organisation, named)| named.then_some(organisation)).list()
    }

    /// Those of some provisions that bear on each group through a concern that a state selects.
    pub(crate) fn by_group(&self, among: &[ProvisionIx], state: &State) -> Vec<FixedBitSet> {
        let groups = self.dataset.groups().map(|(it, _)| self.lookup.group(it));
        self.within(among, state, &mut { groups })
    }

    /// Those of some provisions about which each source raises a concern that a state selects.
    pub(crate) fn by_source(&self, among: &[ProvisionIx], state: &State) -> Vec<FixedBitSet> {
        let sources = self.dataset.sources().map(|(it, _)| self.lookup.source(it));
        self.within(among, state, &mut { sources })
    }

    fn within(
        &self,
        among: &[ProvisionIx],
        state: &State,
        all: &mut dyn Iterator<Item = Option<&Facet>>,
    ) -> Vec<FixedBitSet> {
        let concerns = self.chosen(&state.audience, &state.sources);
        let among = among.iter().map(|it| it.index()).collect();
        let within = |chosen: Option<&Facet>| {
            let mut provisions = chosen.map(|it| it.by(&self.dataset, concerns.as_ref()));
            if let Some(provisions) = &mut provisions {
                provisions.intersect_with(&among);
            }
            provisions.unwrap_or_default()
        };
        all.map(within).list()
    }

    /// The concerns that a lens and sources select; nothing where they leave none out.
    fn chosen(&self, lens: &[GroupIx], sources: &[SourceIx]) -> Option<FixedBitSet> {
        let concerns = |it: Option<&'_ Facet>| it.map(|it| it.concerns.clone()).unwrap_or_default();
        let affecting = union(lens.iter().map(|it| concerns(self.lookup.group(*it))));
        let raised = union(sources.iter().map(|it| {
            let mut raised = concerns(self.lookup.source(*it));
            raised.union_with(&concerns(self.lookup.answered(*it)));
            raised
        }));
        match (affecting, raised) {
            (Some(mut affecting), Some(raised)) => {
                affecting.intersect_with(&raised);
                Some(affecting)
            }
            (affecting, raised) => affecting.or(raised),
        }
    }

    /// The state with that part of the list on the screen in which what a reader goes to stands: the
    /// provision being read, or the open cell of the matrix.
    pub(crate) fn in_sight(&self, mut state: State) -> State {
        let sought = match state.view {
            ViewKind::Provisions => state.current(),
            ViewKind::Matrix => state.cell.map(|(provision, _)| provision),
            ViewKind::Affected | ViewKind::Objections => None,
        };
        let Some(sought) = sought else { return state };
        let listed = match state.view {
            ViewKind::Matrix => Rc::new(self.crossed(&state).provisions),
            _ => self.select(&state).provisions,
        };
        let at = listed.iter().position(|it| *it == sought);
        if let Some(at) = at.filter(|at| !state.window.of(listed.len()).contains(at)) {
            state.window = Window::around(at);
        }
        state
    }

    /// What a state crosses in the matrix.
    pub(crate) fn crossed(&self, state: &State) -> Crossed {
        let Selection { provisions, ranked } = self.select(state);
        let groups = self.by_group(&provisions, state);
        let affecting = union(groups.iter().cloned()).unwrap_or_default();
        let provisions = if ranked {
            let affects = |it: &ProvisionIx| affecting.contains(it.index());
            provisions.iter().copied().filter(affects).list()
        } else {
            affecting.ones().map(ProvisionIx::nth).list()
        };
        Crossed { provisions, ranked, groups }
    }
}

/// What any of some sets has; nothing where there is none of them.
fn union(sets: impl Iterator<Item = FixedBitSet>) -> Option<FixedBitSet> {
    sets.reduce(|mut all, set| {
        all.union_with(&set);
        all
    })
}

/// Highlighted provisions first, then the others in the law's order; with `only`, those inside
/// highlighted ones and no others.
fn order(dataset: &Dataset, editorial: &EditorialConfig) -> Vec<ProvisionIx> {
    let mut order = editorial.highlight.clone();
    for (provision, _) in dataset.provisions() {
        let kept = !editorial.only
            || editorial.highlight.is_empty()
            || inside(dataset, provision, editorial);
        if kept && !editorial.highlight.contains(&provision) {
            order.push(provision);
        }
    }
    order
}

fn inside(dataset: &Dataset, provision: ProvisionIx, editorial: &EditorialConfig) -> bool {
    let parent = |provision| dataset.around_provision(provision).and_then(|links| links.parent);
    std::iter::successors(parent(provision), |above| parent(*above))
        .any(|above| editorial.highlight.contains(&above))
}
