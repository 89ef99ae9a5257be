//! One concern with all that it rests on, and the requests that answer it.

use dataset::{
    Affected, Basis, CalendarDate, Certainty, Concern, ConcernIx, DraftId, Evidence, GroupIx,
    OrganisationIx, OrganisationKind, Party, ProvisionIx, Quote, RelatedLaw, Relation, Reply,
    ReplyKind, RequestIx, RequestKind, Role, Source, SourceId, SourceIx, Wording,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::list::List as _;

use super::{Link, Links, Phrase, ScreenBuilder};

/// A concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernView {
    /// Which.
    pub concern: ConcernIx,
    /// In one line.
    pub title: Phrase,
    /// Whose word it is: what to call the documents.
    pub sources: Vec<Phrase>,
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
    pub places: Vec<ProvisionLink>,
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

/// What a concern rests on in one source, and who stands behind the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceView {
    /// The places in it.
    pub places: Vec<ProvisionLink>,
    /// The source.
    pub source: SourceLine,
    /// The draft that the source speaks of.
    pub draft: Option<Phrase>,
    /// Why the editors conclude that, where the source doesn't say so.
    pub draft_reason: Option<Phrase>,
    /// Its archived copy.
    pub archived: Option<String>,
    /// Who stands behind it.
    pub backers: Backers,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvisionLink {
    /// The words, where they are quoted.
    pub quote: Option<Phrase>,
    /// Where they stand.
    pub locator: Phrase,
    /// The address of the very words, or of the source.
    pub address: String,
}

/// A source in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Which.
    pub source: SourceIx,
    /// What to call it.
    pub title: Phrase,
    /// Who published it.
    pub publisher: Phrase,
    /// Its date.
    pub date: Option<CalendarDate>,
    /// What is known of its date, to be shown in place of it.
    pub date_note: Option<Phrase>,
    /// Its address.
    pub address: String,
}

/// Who stands behind a source, by role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backers {
    /// Those who issued it.
    pub issued: Vec<Backer>,
    /// Those who signed it.
    pub signed: Vec<Backer>,
    /// Those whom it names as sharing the concern; they did not sign.
    pub named: Vec<Backer>,
    /// Whether the list of documents has those who signed, so that their number is enough.
    pub listed: bool,
    /// Whether it has those named as well.
    pub named_listed: bool,
}

/// An organisation behind a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backer {
    /// Which.
    pub organisation: OrganisationIx,
    /// Its name.
    pub name: Phrase,
    /// What it is.
    pub kind: OrganisationKind,
    /// A person's affiliation, or a country.
    pub detail: Option<Phrase>,
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
    pub places: Vec<ProvisionLink>,
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
            wording: (!self.unchecked).then_some(record.wording),
        })
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

    fn evidence(&self, source: SourceIx, concern: &Concern) -> Option<EvidenceView> {
        let record = self.dataset().source(source)?;
        let places = concern.evidence.iter().filter(|it| it.source == record.id);
        let places = places.map(|it| self.place(it, record));
        Some(EvidenceView {
            places: places.list(),
            source: self.source_line(source)?,
            draft: self.draft(&record.draft),
            draft_reason: record.draft_reason.as_ref().map(|it| self.phrase(it)),
            archived: record.archived.clone(),
            backers: self.backers(source, concern),
        })
    }

    pub(super) fn quote(&self, quote: &Quote, source: &Source) -> Phrase {
        self.words_in(&quote.exact, quote.lang.as_ref().unwrap_or(&source.language))
    }

    pub(super) fn source_line(&self, source: SourceIx) -> Option<SourceLine> {
        let record = self.dataset().source(source)?;
        Some(SourceLine {
            source,
            title: self.phrase(&record.short_title),
            publisher: self.phrase(&record.publisher),
            date: record.date,
            date_note: record.date_note.as_ref().map(|note| self.phrase(note)),
            address: record.address.clone(),
        })
    }

    /// Who stands behind a source's concern. Somebody whom it names for other concerns, or for
    /// opposing the draft, doesn't.
    fn backers(&self, source: SourceIx, concern: &Concern) -> Backers {
        let shares = |party: &Party| party.shares_concern(&concern.id);
        self.backers_of(source, &shares).0
    }

    /// Who has a part in a source: those who issued or signed it with those named who stand behind
    /// it, and the others whom it names.
    pub(super) fn backers_of(
        &self,
        source: SourceIx,
        stands: &dyn Fn(&Party) -> bool,
    ) -> (Backers, Vec<Backer>) {
        let (mut backers, mut others) = (Backers::default(), Vec::new());
        for (organisation, role) in self.dataset().parties(source) {
            let Some(backer) = self.backer(organisation) else { continue };
            let party = self.dataset().party(source, organisation, role);
            match role {
                Role::Issued => backers.issued.push(backer),
                Role::Signed => backers.signed.push(backer),
                Role::Named if party.is_some_and(stands) => backers.named.push(backer),
                Role::Named => others.push(backer),
            }
        }
        (backers, others)
    }

    pub(super) fn backer(&self, organisation: OrganisationIx) -> Option<Backer> {
        let record = self.dataset().organisation(organisation)?;
        let detail = record.description.as_ref().or(record.country.as_ref());
        Some(Backer {
            organisation,
            name: self.phrase(&record.name),
            kind: record.kind,
            detail: detail.map(|detail| self.phrase(detail)),
        })
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

    fn place(&self, evidence: &Evidence, source: &Source) -> ProvisionLink {
        ProvisionLink {
            quote: evidence.quote.as_ref().map(|quote| self.quote(quote, source)),
            locator: self.phrase(&evidence.locator),
            address: address_of(source, evidence.quote.as_ref()),
        }
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

    /// The places that something rests on, and the source of the first.
    fn cited(&self, evidence: &[Evidence]) -> (Vec<ProvisionLink>, Option<SourceLine>) {
        let place = |it: &Evidence| Some(self.place(it, self.source(&it.source)?));
        let first = evidence.first();
        let first = first.and_then(|it| self.dataset().find_source(it.source.as_str()));
        let places = evidence.iter().filter_map(place).list();
        (places, first.and_then(|source| self.source_line(source)))
    }

    fn source(&self, id: &SourceId) -> Option<&Source> {
        self.dataset().source(self.dataset().find_source(id.as_str())?)
    }

    /// What to call a draft.
    pub(super) fn draft(&self, id: &DraftId) -> Option<Phrase> {
        let draft = self.dataset().draft(self.dataset().find_draft(id.as_str())?)?;
        Some(self.phrase(&draft.label))
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

/// The words at the start and at the end of a long quote that a text fragment carries; browsers
/// find what lies between, and addresses stay short.
const WORDS_AT_EACH_END: usize = 5;

/// A source's address, with a text fragment that points at the words where some are quoted.
fn address_of(source: &Source, quote: Option<&Quote>) -> String {
    let Some(quote) = quote else { return source.address.clone() };
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let words: Vec<&str> = quote.exact.split_whitespace().list();
    let text = match (words.get(..WORDS_AT_EACH_END), words.rchunks(WORDS_AT_EACH_END).next()) {
        (Some(first), Some(last)) if words.len() > 2 * WORDS_AT_EACH_END => {
            format!("{},{}", encode(&first.join(" ")), encode(&last.join(" ")))
        }
        _ => encode(&quote.exact),
    };
    let joint = if source.address.contains('#') { ":~:text=" } else { "#:~:text=" };
    [source.address.as_str(), joint, &text].concat()
}
