//! One concern with all that it rests on, and the requests that answer it.

use dataset::{
    Affected, Basis, Certainty, ConcernIx, ConcernLinks, GroupIx, List as _, ProvisionIx,
    RelatedLaw, Relation, Reply, ReplyKind, RequestIx, RequestKind, Wording,
};
use fixedbitset::FixedBitSet;

use super::{
    CitedPlace, EvidenceView, Link, Links, Phrase, ScreenBuilder, SourceHead, SourceLine,
    once::is_new, ordered_by,
};

/// A concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernView {
    /// Which.
    pub concern: ConcernIx,
    /// In one line.
    pub title: Phrase,
    /// Whose word it is: what to call the documents.
    pub sources: Vec<Phrase>,
    /// Those documents, where this is the first concern of a card that rests on them.
    pub heads: Vec<SourceHead>,
    /// In the dataset's words.
    pub summary: Phrase,
    /// Where it stands in full, where this is no more than its title.
    pub in_full_at: Option<Link>,
    /// The other provisions that it is about as well.
    pub also: Links,
    /// Who is affected; empty where nobody was found named.
    pub affected: Vec<AffectedMark>,
    /// What it rests on.
    pub evidence: Vec<EvidenceView>,
    /// What is asked for.
    pub requests: Vec<RequestView>,
    /// Other law.
    pub related: Vec<RelatedView>,
    /// What others say to it.
    pub replies: Vec<ReplyView>,
    /// What became of the wording; none where the head says so of all.
    pub wording: Option<Wording>,
}

/// What somebody says who answers a concern, or welcomes the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyView {
    /// Whose reply.
    pub who: Phrase,
    /// What it does.
    pub kind: ReplyKind,
    /// In the dataset's words.
    pub summary: Phrase,
    /// Why the editors take it for a reply to this, where the source doesn't say so.
    pub inferred: Option<Phrase>,
    /// Where it stands, place by place.
    pub places: Vec<CitedPlace>,
    /// The first place's source.
    pub source: Option<SourceLine>,
}

/// A group that a concern affects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AffectedMark {
    /// Which.
    pub group: GroupIx,
    /// Its name.
    pub label: Phrase,
    /// Whether it is in the reader's lens.
    pub chosen: bool,
    /// On whose word.
    pub by: AffectedBy,
}

/// On whose word a group is affected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AffectedBy {
    /// The source says so.
    Stated,
    /// The editor concludes it, for this reason.
    Inferred(Phrase),
}

/// Something that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestView {
    /// What kind of change.
    pub kind: RequestKind,
    /// What, in the dataset's words.
    pub summary: Phrase,
    /// Of whom.
    pub addressee: Phrase,
    /// Where it is asked, place by place.
    pub places: Vec<CitedPlace>,
    /// The first place's source.
    pub source: Option<SourceLine>,
}

/// Other law beside the provision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedView {
    /// How the provision stands to it.
    pub relation: Relation,
    /// How sure the source is of that.
    pub certainty: Certainty,
    /// Whose word it is, where several sources speak.
    pub says: Option<Phrase>,
    /// The other law.
    pub instrument: Phrase,
    /// The place in it.
    pub pinpoint: Option<Phrase>,
    /// What the source says of it.
    pub note: Option<Phrase>,
}

impl ScreenBuilder<'_> {
    pub(super) fn concern(&self, concern: ConcernIx, on: ProvisionIx) -> Option<ConcernView> {
        let record = self.dataset().concern(concern)?;
        let links = self.dataset().around_concern(concern)?;
        let also: Vec<_> = links.provisions.iter().copied().filter(|it| *it != on).list();
        Some(ConcernView {
            concern,
            title: self.phrase(&record.title),
            sources: links
                .sources
                .iter()
                .filter_map(|it| Some(self.phrase(&self.dataset().source(*it)?.short_title)))
                .list(),
            heads: Vec::new(),
            summary: self.phrase(&record.summary),
            in_full_at: None,
            also: self.links(&also),
            affected: self.affected_marks(&record.affected),
            evidence: links
                .sources
                .iter()
                .filter_map(|source| self.evidence(*source, record))
                .list(),
            requests: links.requests.iter().filter_map(|it| self.request(*it)).list(),
            related: record.related.iter().map(|it| self.related(it)).list(),
            replies: self.dataset().replies_to(record).map(|it| self.reply(it)).list(),
            wording: (!self.unchecked && self.is_of_other_wording(links)).then_some(record.wording),
        })
    }

    /// Whether a source speaks of another draft than the present one, so that its wording may have
    /// changed since.
    fn is_of_other_wording(&self, links: &ConcernLinks) -> bool {
        let instrument = &self.dataset().records().instrument;
        let mut drafts =
            links.sources.iter().filter_map(|it| Some(&self.dataset().source(*it)?.draft));
        let current = instrument.current_draft.as_ref();
        instrument.drafts.len() > 1 && drafts.any(|it| Some(it) != current)
    }

    /// Concerns about a provision; those that rest on the same sources stand together, in the order in
    /// which these first speak. A source whose head has been given in this card has its name alone.
    pub(super) fn by_sources(
        &self,
        concerns: &[ConcernIx],
        on: ProvisionIx,
        headed: &mut FixedBitSet,
    ) -> Vec<ConcernView> {
        let sources =
            |it: &ConcernIx| self.dataset().around_concern(*it).map(|links| &*links.sources);
        let first =
            |it: &ConcernIx| concerns.iter().position(|above| sources(above) == sources(it));
        let mut above = None;
        let view = |it| {
            let its = sources(&it);
            let mut view = self.concern(it, on)?;
            if above != its {
                let heads = its.into_iter().flatten();
                let heads = heads.map(|it| self.source_head(*it, is_new(headed, it.index())));
                view.heads = heads.flatten().list();
            }
            above = its;
            Some(view)
        };
        ordered_by(concerns.iter().copied(), first).into_iter().filter_map(view).list()
    }

    fn affected_marks(&self, affected: &Affected) -> Vec<AffectedMark> {
        let Affected::Groups(groups) = affected else { return Vec::new() };
        let mark = |it: &dataset::AffectedGroup| {
            let group = self.dataset().find_group(it.group.as_str())?;
            let by = match (it.basis, &it.reason) {
                (Basis::Inferred, Some(reason)) => AffectedBy::Inferred(self.phrase(reason)),
                _ => AffectedBy::Stated,
            };
            let label = self.phrase(&self.dataset().group(group)?.label);
            Some(AffectedMark { group, label, chosen: self.state.audience.contains(&group), by })
        };
        groups.iter().filter_map(mark).list()
    }

    pub(super) fn request(&self, request: RequestIx) -> Option<RequestView> {
        let record = self.dataset().request(request)?;
        let (places, source) = self.cited(&record.evidence);
        Some(RequestView {
            kind: record.kind,
            summary: self.phrase(&record.summary),
            addressee: self.phrase(&record.addressee),
            places,
            source,
        })
    }

    pub(super) fn reply(&self, reply: &Reply) -> ReplyView {
        let who = self.dataset().find_organisation(reply.organisation.as_str());
        let who = who.and_then(|it| self.dataset().organisation(it));
        let (places, source) = self.cited(&reply.evidence);
        ReplyView {
            who: who.map(|it| self.phrase(&it.name)).unwrap_or_default(),
            kind: reply.kind,
            summary: self.phrase(&reply.summary),
            inferred: reply.reason.as_ref().map(|it| self.phrase(it)),
            places,
            source,
        }
    }

    fn related(&self, related: &RelatedLaw) -> RelatedView {
        let says = related.source.as_ref().and_then(|it| self.source(it));
        RelatedView {
            relation: related.relation,
            certainty: related.certainty,
            says: says.map(|it| self.phrase(&it.short_title)),
            instrument: self.phrase(&related.instrument),
            pinpoint: related.pinpoint.as_ref().map(|it| self.phrase(it)),
            note: related.note.as_ref().map(|it| self.phrase(it)),
        }
    }
}
