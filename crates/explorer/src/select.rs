//! Which provisions, concerns, groups and organisations a state selects. Every list and every
//! count in the views comes from here, so that none can contradict another.

use std::rc::Rc;

use dataset::{ConcernIx, Dataset, GroupIx, OrganisationIx, ProvisionIx, Role, SourceIx};

use crate::{
    State,
    index::{Field, IndexBuilder, Needle, TextIndex},
    list::List as _,
    state::Brief,
};

/// A dataset made ready to be looked up, for one newsroom's brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explorer {
    dataset: Rc<Dataset>,
    index: Rc<Indices>,
    brief: Brief,
    /// The provisions in the order of the list: highlighted first, then the law's order.
    order: Vec<ProvisionIx>,
}

#[derive(Debug, PartialEq, Eq)]
struct Indices {
    provisions: TextIndex,
    groups: TextIndex,
    organisations: TextIndex,
}

/// The provisions that a state selects, in the order of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The provisions.
    pub provisions: Vec<ProvisionIx>,
    /// Whether they stand by rank of the search rather than in the list's order.
    pub ranked: bool,
}

impl Explorer {
    /// Indexes a dataset.
    pub fn new(dataset: Rc<Dataset>, brief: Brief) -> Self {
        let index = Rc::new(Indices::of(&dataset));
        let bare = Self { dataset, index, brief: Brief::default(), order: Vec::new() };
        bare.with_brief(brief)
    }

    /// The same dataset for another brief, without indexing it again.
    #[must_use]
    pub fn with_brief(&self, brief: Brief) -> Self {
        let (dataset, index) = (Rc::clone(&self.dataset), Rc::clone(&self.index));
        let order = order(&dataset, &brief);
        let mut explorer = Self { dataset, index, brief, order };
        explorer.brief.start = explorer.admit(explorer.brief.start.clone());
        explorer
    }

    /// The data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The newsroom's choices.
    pub fn brief(&self) -> &Brief {
        &self.brief
    }

    /// The provisions of the list without any filter.
    pub fn all(&self) -> &[ProvisionIx] {
        &self.order
    }

    /// Whether the list has a provision, without any filter.
    pub fn lists(&self, provision: ProvisionIx) -> bool {
        // Each stands in it once, so one as long as the law has them all.
        if self.order.len() == self.dataset.records().provisions.len() {
            return self.dataset.provision(provision).is_some();
        }
        self.order.contains(&provision)
    }

    /// A state from elsewhere, without the open provisions that the list doesn't have.
    pub fn admit(&self, mut state: State) -> State {
        state.open.retain(|provision| self.lists(*provision));
        state.cell = state.cell.filter(|(provision, _)| self.lists(*provision));
        state
    }

    /// The provisions that a state selects.
    pub fn select(&self, state: &State) -> Selection {
        self.select_with(state, &Needle::new(&state.query))
    }

    /// The same for a view of groups or of organisations: a query that names some of them looks
    /// for them, so it takes no provision away.
    pub(crate) fn select_besides_names(&self, state: &State, named: bool) -> Selection {
        let needle = if named { Needle::default() } else { Needle::new(&state.query) };
        self.select_with(state, &needle)
    }

    fn select_with(&self, state: &State, needle: &Needle) -> Selection {
        let bears = |provision: &ProvisionIx| self.bears(*provision, state);
        if needle.is_empty() {
            let provisions = self.order.iter().copied().filter(bears).list();
            return Selection { provisions, ranked: false };
        }
        let cited = self.cited(&state.query);
        if !cited.is_empty() {
            let provisions = cited.into_iter().filter(bears).list();
            return Selection { provisions, ranked: true };
        }
        let found = &self.index.provisions.find(needle);
        let of_rank = |field| {
            let at = move |it: &ProvisionIx| found.rank(it.index()) == Some(field);
            self.order.iter().copied().filter(at).filter(bears)
        };
        let provisions = Field::ALL.into_iter().flat_map(of_rank).list();
        Selection { provisions, ranked: true }
    }

    /// The listed provisions that a query cites, each followed by those inside it; none where the
    /// query isn't a citation of one of them.
    fn cited(&self, query: &str) -> Vec<ProvisionIx> {
        let listing = dataset::citation::parse_list(query);
        if listing.unreadable().next().is_some() {
            return Vec::new();
        }
        let mut found = Vec::new();
        for id in listing.citations().map(dataset::citation::Citation::eid) {
            for provision in self.order.iter().filter(|it| self.is_at_or_in(**it, id.as_str())) {
                if !found.contains(provision) {
                    found.push(*provision);
                }
            }
        }
        found
    }

    fn is_at_or_in(&self, provision: ProvisionIx, eid: &str) -> bool {
        let id = self.dataset.provision(provision).map(|provision| provision.id.as_str());
        let rest = id.and_then(|id| id.strip_prefix(eid));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
    }

    /// Whether a provision has a place in the list under the lens and the sources chosen.
    fn bears(&self, provision: ProvisionIx, state: &State) -> bool {
        let filtered = !state.audience.is_empty() || !state.sources.is_empty();
        !filtered || self.concerns(provision, state).next().is_some()
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
        let raised =
            state.sources.is_empty() || links.sources.iter().any(|it| state.sources.contains(it));
        affects && raised
    }

    /// How many provisions the list would have with this group alone in the lens.
    pub fn count_for_group(&self, state: &State, group: GroupIx) -> usize {
        let audience = vec![group];
        let sources = state.sources.clone();
        self.count(state, |state| State { audience, sources, ..state })
    }

    /// How many provisions the list would have with this source alone chosen.
    pub fn count_for_source(&self, state: &State, source: SourceIx) -> usize {
        let audience = state.audience.clone();
        let sources = vec![source];
        self.count(state, |state| State { audience, sources, ..state })
    }

    fn count(&self, state: &State, change: impl FnOnce(State) -> State) -> usize {
        let query = state.query.clone();
        self.select(&change(State { query, ..State::default() })).provisions.len()
    }

    /// The groups that a query names.
    pub(crate) fn groups_named(&self, query: &str) -> Vec<GroupIx> {
        let found = self.index.groups.find(&Needle::new(query));
        self.dataset
            .groups()
            .map(|(group, _)| group)
            .filter(|group| found.rank(group.index()).is_some())
            .list()
    }

    /// The organisations that a query names.
    pub(crate) fn organisations_named(&self, query: &str) -> Vec<OrganisationIx> {
        let found = self.index.organisations.find(&Needle::new(query));
        self.dataset
            .organisations()
            .map(|(organisation, _)| organisation)
            .filter(|organisation| found.rank(organisation.index()).is_some())
            .list()
    }

    /// The sources that an organisation issued or signed. Being named in one is the issuer's word,
    /// not the organisation's.
    pub(crate) fn own_sources(
        &self,
        organisation: OrganisationIx,
    ) -> impl Iterator<Item = SourceIx> {
        let parts = self.dataset.parts_of(organisation).iter();
        parts.filter(|(_, role)| *role != Role::Named).map(|(source, _)| *source)
    }

    /// The provisions among those given with a selected concern that rests on a source.
    pub(crate) fn objected_in(
        &self,
        source: SourceIx,
        among: &[ProvisionIx],
        state: &State,
    ) -> Vec<ProvisionIx> {
        let rests = |concern| {
            self.dataset.around_concern(concern).is_some_and(|it| it.sources.contains(&source))
        };
        let objected = |it: &ProvisionIx| self.concerns(*it, state).any(rests);
        among.iter().copied().filter(objected).list()
    }
}

/// Highlighted provisions first, then the others in the law's order; with `only`, those inside
/// highlighted ones and no others.
fn order(dataset: &Dataset, brief: &Brief) -> Vec<ProvisionIx> {
    let mut order = brief.highlight.clone();
    for (provision, _) in dataset.provisions() {
        let kept = !brief.only || brief.highlight.is_empty() || inside(dataset, provision, brief);
        if kept && !brief.highlight.contains(&provision) {
            order.push(provision);
        }
    }
    order
}

fn inside(dataset: &Dataset, provision: ProvisionIx, brief: &Brief) -> bool {
    let parent = |provision| dataset.around_provision(provision).and_then(|links| links.parent);
    std::iter::successors(parent(provision), |above| parent(*above))
        .any(|above| brief.highlight.contains(&above))
}

impl Indices {
    fn of(dataset: &Dataset) -> Self {
        let mut groups = IndexBuilder::default();
        for (group, record) in dataset.groups() {
            groups.add_text(group.index(), Field::Group, &record.label);
            groups.add_text(group.index(), Field::Group, &record.description);
        }
        let mut organisations = IndexBuilder::default();
        for (organisation, _) in dataset.organisations() {
            index_names(&mut organisations, organisation.index(), dataset, organisation);
        }
        Self {
            provisions: index_provisions(dataset),
            groups: groups.build(),
            organisations: organisations.build(),
        }
    }
}

/// Every name that documents use for an organisation.
fn index_names(
    index: &mut IndexBuilder,
    entry: usize,
    dataset: &Dataset,
    organisation: OrganisationIx,
) {
    let Some(record) = dataset.organisation(organisation) else { return };
    index.add_text(entry, Field::Organisation, &record.name);
    for name in record.short_name.iter().chain(&record.aliases) {
        index.add(entry, Field::Organisation, name);
    }
}

fn index_provisions(dataset: &Dataset) -> TextIndex {
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
            index_concern(&mut index, entry, dataset, *concern);
        }
    }
    index.build()
}

fn index_concern(index: &mut IndexBuilder, entry: usize, dataset: &Dataset, concern: ConcernIx) {
    let Some((record, links)) = dataset.concern(concern).zip(dataset.around_concern(concern))
    else {
        return;
    };
    index.add_text(entry, Field::ConcernTitle, &record.title);
    index.add_text(entry, Field::Concern, &record.summary);
    for quote in record.evidence.iter().filter_map(|evidence| evidence.quote.as_ref()) {
        index.add(entry, Field::Concern, &quote.exact);
    }
    for group in links.groups.iter().filter_map(|group| dataset.group(*group)) {
        index.add_text(entry, Field::Group, &group.label);
    }
    for source in &links.sources {
        for (organisation, _) in dataset.parties(*source) {
            index_names(index, entry, dataset, organisation);
        }
    }
}
