//! Who objects: by document, and each organisation with what it put its name to.

use dataset::{
    CalendarDate, NamedAs, OrganisationIx, OrganisationKind, ProvisionIx, Reply, Role, SourceIx,
    Stance,
};

use fixedbitset::FixedBitSet;

use crate::list::List as _;

use super::{
    Agreement, Backer, CitedPlace, Extent, Links, Phrase, ReplyView, ScreenBuilder, SourceLine,
    ordered_by,
};

/// Who objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionsView {
    /// The documents that object, each with all that it objects to.
    pub by_document: Vec<ObjectingDocument>,
    /// Where camps agree.
    pub agreement: Agreement,
    /// Organisations by kind, in the order of the kinds, then by name; those on the screen.
    pub kinds: Vec<KindGroup>,
    /// How much of the whole list that is.
    pub extent: Extent,
    /// How many organisations there are: communities are listed, and not counted as such.
    pub count: usize,
    /// In how many documents those have a part.
    pub sources: usize,
    /// In how many documents objections are counted.
    pub documents: usize,
}

/// A document that objects: what was written or signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectingDocument {
    /// The document.
    pub source: SourceLine,
    /// Its title in full.
    pub title: Phrase,
    /// The draft that it speaks of.
    pub draft: Option<Phrase>,
    /// How many signed it.
    pub signed: usize,
    /// The provisions that it objects to.
    pub provisions: Links,
}

/// Organisations of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGroup {
    /// The kind.
    pub kind: OrganisationKind,
    /// Whether these are only mentioned by others.
    pub mentioned: bool,
    /// How many there are.
    pub count: usize,
    /// The organisations on the screen.
    pub organisations: Vec<OrganisationRow>,
}

/// One organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Its place among those of its kind, from 1.
    pub place: usize,
    /// Its name and what it is.
    pub backer: Backer,
    /// Its short name.
    pub short_name: Option<String>,
    /// The roles it has in any document, each once.
    pub roles: Vec<Role>,
    /// Whether it is open.
    pub open: bool,
    /// What shows when it is open; without script, it has to be there before.
    pub parts: Option<Vec<Part>>,
}

/// An organisation's part in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The document.
    pub source: SourceLine,
    /// The role.
    pub role: Role,
    /// The draft that the document speaks of.
    pub draft: Option<Phrase>,
    /// What the document says of somebody whom it names.
    pub named: Option<NamedView>,
    /// The provisions that the document objects to.
    pub provisions: Links,
    /// What it says there of the instrument as a whole.
    pub positions: Vec<PositionView>,
    /// What it replies there to concerns, or says in welcome.
    pub replies: Vec<ReplyView>,
}

/// How a document names somebody who did not sign it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedView {
    /// Who issued the document, where somebody did.
    pub issuers: Vec<Phrase>,
    /// What it says of them.
    pub relation: NamedAs,
    /// Its words, and where they stand.
    pub place: Option<CitedPlace>,
    /// Whether it names them for some of its concerns alone.
    pub scoped: bool,
}

/// A stance towards the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionView {
    /// The stance.
    pub stance: Stance,
    /// The draft that it is about.
    pub draft: Option<Phrase>,
    /// When.
    pub date: Option<CalendarDate>,
    /// The words, and where they stand.
    pub places: Vec<CitedPlace>,
}

/// Of some provisions, those that each source objects to.
struct Objected<'a> {
    among: &'a [ProvisionIx],
    by_source: Vec<FixedBitSet>,
}

impl Objected<'_> {
    /// What a source objects to, where that is anything.
    fn by(&self, source: SourceIx) -> Option<&FixedBitSet> {
        self.by_source.get(source.index()).filter(|it| !it.is_clear())
    }
}

impl ScreenBuilder<'_> {
    pub(super) fn objections(&self) -> ObjectionsView {
        let named = self.explorer.organisations_named(&self.state.query);
        let selection = self.explorer.select_besides_names(self.state, !named.is_empty());
        let among = &selection.provisions;
        let objected = Objected { among, by_source: self.explorer.by_source(among, self.state) };
        // Those who welcome the law, or answer its critics, object to nothing that a filter could
        // look for; a reader who has asked for nothing in particular, or for them, finds them here.
        let open = !named.is_empty() || !self.state.is_filtered();
        let has_part = |organisation: &OrganisationIx| {
            let parts = self.dataset().parts_of(*organisation);
            parts.iter().any(|(source, _)| objected.by(*source).is_some())
                || (open && self.dataset().speaks_otherwise(*organisation))
        };
        let listed: Vec<_> = self
            .dataset()
            .organisations()
            .map(|(organisation, _)| organisation)
            .filter(|it| (named.is_empty() || named.contains(it)) && has_part(it))
            .list();
        let window = self.window(listed.len());
        ObjectionsView {
            by_document: self.by_document(&objected),
            agreement: self.agreement(among),
            kinds: self.kinds(&listed, &objected),
            extent: Extent { before: window.start, shown: window.len(), of: listed.len() },
            count: listed.iter().filter(|it| self.is_no_community(**it)).count(),
            sources: self.sources_of(&listed),
            documents: self.dataset().critics().len(),
        }
    }

    fn by_document(&self, objected: &Objected<'_>) -> Vec<ObjectingDocument> {
        let document = |source| {
            let record = self.dataset().source(source)?;
            let signed = self.dataset().parties(source).filter(|(_, role)| *role == Role::Signed);
            Some(ObjectingDocument {
                source: self.source_line(source)?,
                title: self.phrase(&record.title),
                draft: self.draft(&record.draft),
                signed: signed.count(),
                provisions: self.links_of(objected.among, objected.by(source)?),
            })
        };
        self.dataset().sources().filter_map(|(source, _)| document(source)).list()
    }

    /// How many documents some organisations have a part in.
    fn sources_of(&self, listed: &[OrganisationIx]) -> usize {
        let parts = listed.iter().flat_map(|it| self.dataset().parts_of(*it));
        let counted = parts.map(|(source, _)| self.dataset().counted_as(*source).index());
        counted.collect::<FixedBitSet>().count_ones(..)
    }

    /// Communities that a source describes are listed, and not counted as organisations.
    fn is_no_community(&self, organisation: OrganisationIx) -> bool {
        let record = self.dataset().organisation(organisation);
        record.is_some_and(|record| record.kind != OrganisationKind::Community)
    }

    /// Whether an organisation has put its name to no document.
    fn is_only_mentioned(&self, organisation: OrganisationIx) -> bool {
        self.dataset().parts_of(organisation).iter().all(|(_, role)| *role == Role::Named)
    }

    /// Those who are only mentioned stand apart. The window is one over all kinds; what is open stays, wherever it stands.
    fn kinds(&self, listed: &[OrganisationIx], objected: &Objected<'_>) -> Vec<KindGroup> {
        let window = self.window(listed.len());
        let mut place = 0;
        let of_kind = |(mentioned, kind)| {
            let named =
                listed.iter().filter_map(|it| Some((*it, self.dataset().organisation(*it)?)));
            let named = named.filter(|(it, record)| {
                record.kind == kind && self.is_only_mentioned(*it) == mentioned
            });
            let named = ordered_by(named, |(_, record)| sort_key(&self.phrase(&record.name).text));
            let count = named.len();
            let first = place;
            let rows = named.into_iter().filter_map(|(organisation, _)| {
                let shown =
                    window.contains(&place) || self.state.organisations.contains(&organisation);
                place += 1;
                if shown {
                    self.organisation_row(organisation, place - first, objected)
                } else {
                    None
                }
            });
            KindGroup { kind, mentioned, count, organisations: rows.list() }
        };
        let kinds = [false, true].into_iter();
        let kinds = kinds.flat_map(|apart| OrganisationKind::ALL.map(|kind| (apart, kind)));
        kinds.map(of_kind).filter(|kind| !kind.organisations.is_empty()).list()
    }

    fn organisation_row(
        &self,
        organisation: OrganisationIx,
        place: usize,
        objected: &Objected<'_>,
    ) -> Option<OrganisationRow> {
        let parts = self.dataset().parts_of(organisation);
        let has = |role: &Role| parts.iter().any(|(_, its)| its == role);
        let roles = [Role::Issued, Role::Signed, Role::Named].into_iter().filter(has).list();
        let open = self.context.unfolded || self.state.organisations.contains(&organisation);
        let shown = || {
            let part = |(source, role): &(SourceIx, Role)| {
                let provisions = objected.by(*source);
                if provisions.is_none() && !self.dataset().speaks_otherwise(organisation) {
                    return None;
                }
                let provisions = provisions.map(|it| self.links_of(objected.among, it));
                self.part(organisation, *source, *role, provisions.unwrap_or_default())
            };
            parts.iter().filter_map(part).list()
        };
        Some(OrganisationRow {
            place,
            backer: self.backer(organisation)?,
            short_name: self.dataset().organisation(organisation)?.short_name.clone(),
            roles,
            open,
            parts: open.then(shown),
        })
    }

    fn part(
        &self,
        organisation: OrganisationIx,
        source: SourceIx,
        role: Role,
        provisions: Links,
    ) -> Option<Part> {
        let record = self.dataset().source(source)?;
        let positions = self.dataset().positions_of(organisation);
        let positions = positions.filter(|it| it.evidence.source == record.id);
        let replies = self.dataset().replies_of(organisation);
        let is_there = |it: &&Reply| it.evidence.iter().any(|it| it.source == record.id);
        let replies = replies.filter(is_there).map(|it| self.reply(it));
        Some(Part {
            replies: replies.list(),
            source: self.source_line(source)?,
            role,
            draft: self.draft(&record.draft),
            named: (role == Role::Named).then(|| self.named(source, organisation)),
            provisions,
            positions: positions
                .map(|it| PositionView {
                    stance: it.stance,
                    draft: self.draft(it.draft.as_ref().unwrap_or(&record.draft)),
                    date: it.date.or(record.date),
                    places: self.places(core::iter::once(&it.evidence)),
                })
                .list(),
        })
    }
}

/// What a document says of somebody whom it names.
impl ScreenBuilder<'_> {
    fn named(&self, source: SourceIx, who: OrganisationIx) -> NamedView {
        let issuers = self.dataset().parties(source).filter(|(_, its)| *its == Role::Issued);
        let issuers = issuers.filter_map(|(it, _)| self.dataset().organisation(it));
        let party = self.dataset().party(source, who, Role::Named);
        let record = self.dataset().source(source);
        NamedView {
            issuers: issuers.map(|record| self.phrase(&record.name)).list(),
            relation: party.and_then(|it| it.relation).unwrap_or_default(),
            place: party.zip(record).and_then(|(party, source)| self.named_at(party, source)),
            scoped: party.is_some_and(|it| !it.concerns.is_empty()),
        }
    }
}

/// Names sort as a reader reads them: without regard to case and accents.
fn sort_key(name: &str) -> String {
    let words = crate::fold::words(name).into_iter().map(|word| word.text);
    words.list().join(" ")
}
