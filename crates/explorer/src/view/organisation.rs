//! One organisation, and its part in each document: what it put its name to, how it is named, what
//! it says of the law.

use dataset::{
    CalendarDate, ConcernIx, List as _, NamedAs, OrganisationIx, ProvisionIx, Reply, ReplyKind,
    Role, SourceIx, Stance,
};
use fixedbitset::FixedBitSet;

use super::{
    Backer, CitedPlace, Links, Phrase, ReplyView, ScreenBuilder, SourceLine, objections::Objected,
};

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
    /// For those who speak for themselves: in which ways, each once.
    pub says: Vec<ReplyKind>,
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

impl ScreenBuilder<'_> {
    pub(super) fn organisation_row(
        &self,
        organisation: OrganisationIx,
        place: usize,
        objected: &Objected<'_>,
    ) -> Option<OrganisationRow> {
        let parts = self.dataset().parts_of(organisation);
        let has = |role: &Role| parts.iter().any(|(_, its)| its == role);
        let roles = [Role::Issued, Role::Signed, Role::Named].into_iter().filter(has).list();
        let kinds = self.dataset().replies_of(organisation).map(|it| it.kind).list();
        let says = ReplyKind::ALL.into_iter().filter(|it| kinds.contains(it)).list();
        let open = self.context.unfolded || self.state.organisations.contains(&organisation);
        let shown = || {
            let part = |(source, role): &(SourceIx, Role)| {
                let provisions = objected.by(*source);
                if provisions.is_none() && !self.dataset().speaks_otherwise(organisation) {
                    return None;
                }
                let provisions = provisions.map(|it| self.objected_in(*source, objected.among, it));
                self.part(organisation, *source, *role, provisions.unwrap_or_default())
            };
            parts.iter().filter_map(part).list()
        };
        Some(OrganisationRow {
            place,
            backer: self.backer(organisation)?,
            short_name: self.dataset().organisation(organisation)?.short_name.clone(),
            roles,
            says,
            open,
            parts: open.then(shown),
        })
    }

    /// What a source objects to, each with the titles of its concerns that are selected.
    pub(super) fn objected_in(
        &self,
        source: SourceIx,
        among: &[ProvisionIx],
        set: &FixedBitSet,
    ) -> Links {
        let mut links = self.links_of(among, set);
        let raises = |it: &ConcernIx| {
            let around = self.dataset().around_concern(*it);
            around.is_some_and(|it| it.sources.contains(&source))
        };
        for link in &mut links.named {
            let concerns = self.explorer.concerns(link.provision, self.state).filter(raises);
            let concerns = concerns.filter_map(|it| self.dataset().concern(it));
            link.concerns = concerns.map(|it| self.phrase(&it.title)).list();
        }
        links
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
