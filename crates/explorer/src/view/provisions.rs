//! The provisions as cards.

use dataset::{
    Change, ConcernIx, DraftId, Earlier, HeadingOrigin, List as _, Mention, Provision, ProvisionIx,
    Records,
};
use fixedbitset::FixedBitSet;

use super::{
    ConcernView, Hit, Link, Links, PagedList, Phrase, ReplyView, RequestView, ScreenBuilder,
    answer::are_few,
};

/// The list of provisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvisionsView {
    /// The cards, in order.
    pub cards: PagedList<ProvisionCard>,
    /// How many provisions there are without any filter.
    pub total: usize,
    /// The one being read.
    pub current: Option<ProvisionIx>,
    /// Whether they stand by rank of the search.
    pub ranked: bool,
    /// In how many documents concerns are counted that a lens or sources choose them by.
    pub documents: usize,
}

/// One provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvisionCard {
    /// Which.
    pub provision: ProvisionIx,
    /// Its `eId`, for a page's anchors.
    pub id: String,
    /// How it is cited.
    pub citation: Phrase,
    /// The chapter that it stands in.
    pub chapter: Option<ChapterLine>,
    /// Its heading.
    pub heading: Option<Phrase>,
    /// Whether the heading still waits to be compared with the official text.
    pub heading_unverified: bool,
    /// What it does.
    pub summary: Phrase,
    /// Whether the newsroom highlights it.
    pub highlighted: bool,
    /// The newsroom's note.
    pub note: Option<String>,
    /// The editors' note.
    pub editors_note: Option<Phrase>,
    /// What stands behind it, in numbers.
    pub counts: Counts,
    /// What to call the documents that object to it, each once.
    pub documents: Vec<Phrase>,
    /// Where a search found what it looked for.
    pub hits: Vec<Hit>,
    /// How many places more there are.
    pub more_hits: usize,
    /// Whether it is open.
    pub open: bool,
    /// What shows when it is open; without script, it has to be there before.
    pub detail: Option<Detail>,
    /// The shard that has its summary and its concerns, where they aren't here.
    pub missing: Option<usize>,
}

/// A chapter's number and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterLine {
    /// As the law numbers it.
    pub number: String,
    /// Its name.
    pub name: Phrase,
    /// Whether the card is the first of it in a list that is in the law's order.
    pub begins: bool,
}

impl ProvisionCard {
    /// Whether the documents are few enough to be named one by one.
    pub fn names_documents(&self) -> bool {
        are_few(&self.documents)
    }
}

/// Numbers on a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Concerns about this very provision.
    pub concerns: usize,
    /// Concerns about provisions inside it.
    pub within: usize,
    /// Groups that it affects.
    pub groups: usize,
}

/// What an open card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The concerns; of a provision that the lens or the sources choose, those that they select.
    pub concerns: Vec<ConcernView>,
    /// Its other concerns, where any are selected.
    pub others: Vec<ConcernView>,
    /// How many other concerns those are; what rests on the same passage counts once.
    pub others_count: usize,
    /// The law's own words, a text for each paragraph.
    pub text: Vec<Phrase>,
    /// The same in earlier drafts, where the dataset has it.
    pub earlier: Vec<EarlierView>,
    /// Where the official text stands.
    pub address: Option<String>,
    /// Provisions that concerns object to while they only contrast or mention this one.
    pub mentions: Vec<(Mention, Links)>,
    /// What others say to this very provision, or to the law as a whole.
    pub replies: Vec<ReplyView>,
    /// Provisions inside this one.
    pub within: Vec<WithinLink>,
    /// The provision that contains this one.
    pub parent: Option<Link>,
    /// Requests about this provision that answer none of the concerns shown.
    pub requests: Vec<RequestView>,
    /// The card before it in the list.
    pub previous: Option<Link>,
    /// The card after it in the list.
    pub next: Option<Link>,
}

/// A provision's words in an earlier draft beside the present ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierView {
    /// What to call that draft.
    pub draft: Phrase,
    /// What to call the present one, where the dataset says which that is.
    pub now: Option<Phrase>,
    /// By paragraph, runs of words: what stayed, what was taken out behind it, and what was added
    /// there. Nothing where every word is the same.
    pub changes: Vec<Vec<[Phrase; 3]>>,
}

/// A provision inside another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithinLink {
    /// Which.
    pub link: Link,
    /// How many concerns there are about it.
    pub concerns: usize,
    /// In how many documents those are counted.
    pub documents: usize,
}

impl ScreenBuilder<'_> {
    pub(super) fn provisions(&self) -> ProvisionsView {
        let selection = self.explorer.select(self.state);
        let listed = &selection.provisions;
        let cards = self.paged_list(listed, |(place, provision)| {
            let previous = place.checked_sub(1).and_then(|place| listed.get(place));
            self.card(*provision, previous.copied(), listed.get(place + 1).copied())
        });
        ProvisionsView {
            cards,
            total: self.explorer.all().len(),
            current: self.state.current(),
            ranked: selection.ranked,
            documents: self.dataset().critics().len(),
        }
    }

    fn card(
        &self,
        provision: ProvisionIx,
        previous: Option<ProvisionIx>,
        next: Option<ProvisionIx>,
    ) -> Option<ProvisionCard> {
        let record = self.dataset().provision(provision)?;
        let editorial = self.explorer.editorial();
        let missing = self.dataset().missing(provision);
        // What isn't here cannot be put on paper.
        let unfolded = self.context.unfolded && missing.is_none();
        // Whoever prints asks for the provisions, not for why they were found.
        let (hits, more_hits) =
            if self.context.unfolded { Default::default() } else { self.hits(provision) };
        let open = unfolded || self.state.open.contains(&provision);
        Some(ProvisionCard {
            provision,
            id: record.id.as_str().into(),
            citation: self.phrase(&record.citation),
            chapter: self.chapter(provision, previous),
            heading: self.heading(record),
            heading_unverified: record.heading_origin == Some(HeadingOrigin::Unverified),
            summary: self.phrase(&record.summary),
            highlighted: editorial.highlight.contains(&provision),
            note: editorial.note(provision).map(String::from),
            editors_note: record.note.as_ref().map(|it| self.phrase(it)),
            counts: self.counts(provision),
            documents: self.documents(provision),
            hits,
            more_hits,
            open,
            detail: open.then(|| self.detail(provision, previous, next)),
            missing,
        })
    }

    /// The chapter of a provision, and whether the one before it in the list stands in another. What
    /// the newsroom highlights and what a search ranks isn't in the law's order.
    fn chapter(
        &self,
        provision: ProvisionIx,
        previous: Option<ProvisionIx>,
    ) -> Option<ChapterLine> {
        let place = self.dataset().chapter_of(provision)?;
        let chapter = self.dataset().chapter(place)?;
        let highlight = &self.explorer.editorial().highlight;
        let listed = |it: &ProvisionIx| !highlight.contains(it);
        let above = previous.filter(listed).and_then(|it| self.dataset().chapter_of(it));
        let ordered = self.state.query.trim().is_empty() && listed(&provision);
        Some(ChapterLine {
            number: chapter.number.clone(),
            name: self.phrase(&chapter.name),
            begins: ordered && above != Some(place),
        })
    }

    pub(super) fn heading(&self, record: &Provision) -> Option<Phrase> {
        record.heading.as_ref().map(|heading| self.phrase(heading))
    }

    fn counts(&self, provision: ProvisionIx) -> Counts {
        let Some(links) = self.dataset().around_provision(provision) else {
            return Counts::default();
        };
        let mut groups = FixedBitSet::with_capacity(self.dataset().groups().len());
        for concern in links.concerns.iter().filter_map(|it| self.dataset().around_concern(*it)) {
            groups.extend(concern.groups.iter().map(|group| group.index()));
        }
        Counts {
            concerns: self.dataset().count(&links.concerns),
            within: self.dataset().count(&links.within),
            groups: groups.count_ones(..),
        }
    }

    fn documents(&self, provision: ProvisionIx) -> Vec<Phrase> {
        let links = self.dataset().around_provision(provision);
        links.map(|links| self.documents_of(&links.concerns)).unwrap_or_default()
    }

    fn detail(
        &self,
        provision: ProvisionIx,
        previous: Option<ProvisionIx>,
        next: Option<ProvisionIx>,
    ) -> Detail {
        let links = self.dataset().around_provision(provision);
        let all = links.map_or(&[][..], |links| &links.concerns);
        let selected = self.explorer.concerns(provision, self.state).list();
        let (first, others): (Vec<ConcernIx>, Vec<_>) =
            all.iter().partition(|it| selected.is_empty() || selected.contains(it));
        let mut headed = FixedBitSet::new();
        let answered = |request| {
            let around = |concern: &_| self.dataset().around_concern(*concern);
            all.iter().filter_map(around).any(|links| links.requests.contains(&request))
        };
        let requests = links.iter().flat_map(|links| links.requests.iter().copied());
        let within = links.iter().flat_map(|links| links.children.iter().copied());
        let record = self.dataset().provision(provision);
        let language = &self.dataset().records().language;
        let instrument = &self.dataset().records().instrument;
        let text = record.into_iter().flat_map(|it| &it.text);
        let address = record.and_then(|it| it.address.as_ref());
        Detail {
            concerns: self.by_sources(&first, provision, &mut headed),
            others: self.by_sources(&others, provision, &mut headed),
            others_count: self.dataset().count(&others),
            text: text.map(|it| self.words_in(it, language)).list(),
            earlier: record
                .into_iter()
                .flat_map(|it| &it.earlier)
                .filter_map(|it| self.earlier(it))
                .list(),
            address: address.or(instrument.address.as_ref()).cloned(),
            mentions: self.mentions(provision),
            replies: self.replies_about(record),
            within: within.filter_map(|child| self.within(child)).list(),
            parent: links.and_then(|links| links.parent).and_then(|parent| self.link(parent)),
            requests: requests
                .filter(|request| !answered(*request))
                .filter_map(|request| self.request(request))
                .list(),
            previous: previous.and_then(|it| self.link(it)),
            next: next.and_then(|it| self.link(it)),
        }
    }

    fn earlier(&self, earlier: &Earlier) -> Option<EarlierView> {
        let Records { language, instrument, .. } = self.dataset().records();
        let label = |id: &DraftId| instrument.drafts.iter().find(|it| it.id == *id);
        let run =
            |it: &Change| [&it.kept, &it.dropped, &it.added].map(|it| self.words_in(it, language));
        let now = instrument.current_draft.as_ref().and_then(label);
        Some(EarlierView {
            draft: self.phrase(&label(&earlier.draft)?.label),
            now: now.map(|it| self.phrase(&it.label)),
            changes: earlier.changes.iter().map(|it| it.iter().map(run).list()).list(),
        })
    }

    fn mentions(&self, provision: ProvisionIx) -> Vec<(Mention, Links)> {
        let links = self.dataset().around_provision(provision);
        let all = links.map_or(&[][..], |links| &links.mentions);
        let of = |mention: Mention| {
            let named = all.iter().filter(|(_, its)| *its == mention);
            let named = named.filter_map(|(concern, _)| self.dataset().around_concern(*concern));
            let about = named.flat_map(|links| &links.provisions).map(|it| it.index());
            let about: FixedBitSet = about.collect();
            let provisions = &mut about.ones().map(ProvisionIx::nth);
            (mention, self.first(about.count_ones(..), provisions))
        };
        let both = [Mention::Contrasted, Mention::Mentioned].map(of);
        both.into_iter().filter(|(_, about)| about.count > 0).list()
    }

    fn replies_about(&self, record: Option<&Provision>) -> Vec<ReplyView> {
        let replies = record.into_iter().flat_map(|it| self.dataset().replies_about(it));
        replies.map(|it| self.reply(it)).list()
    }

    fn within(&self, child: ProvisionIx) -> Option<WithinLink> {
        let links = self.dataset().around_provision(child)?;
        Some(WithinLink {
            link: self.link(child)?,
            concerns: self.dataset().count(&[&*links.concerns, &links.within].concat()),
            documents: self.dataset().critics().len(),
        })
    }
}
