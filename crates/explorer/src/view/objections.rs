//! Organisations: what each put its name to, and where camps agree.

use dataset::{Camp, OrganisationIx, OrganisationKind, ProvisionIx, Role, SourceIx, Stance};

use fixedbitset::FixedBitSet;

use crate::list::List as _;

use super::{Backer, Extent, Links, Phrase, ScreenBuilder, SourceLine, ordered_by};

/// Who objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionsView {
    /// Where camps agree.
    pub agreement: Agreement,
    /// Organisations by kind, in the order of the kinds, then by name; those on the screen.
    pub kinds: Vec<KindGroup>,
    /// How much of the whole list that is.
    pub extent: Extent,
    /// How many organisations there are: communities are listed, and not counted as such.
    pub count: usize,
}

/// Provisions by which camp objects to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Both civil society and industry.
    pub both: Links,
    /// Civil society and not industry.
    pub civil_society: Links,
    /// Industry and not civil society.
    pub industry: Links,
}

/// Organisations of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGroup {
    /// The kind.
    pub kind: OrganisationKind,
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
    /// Who issued the document, where it only names the organisation.
    pub issuers: Vec<Phrase>,
    /// The provisions that the document objects to.
    pub provisions: Links,
    /// What it says there of the instrument as a whole.
    pub positions: Vec<PositionView>,
}

/// A stance towards the instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionView {
    /// The stance.
    pub stance: Stance,
    /// The words.
    pub quote: Option<Phrase>,
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
        let has_part = |organisation: &OrganisationIx| {
            let parts = self.dataset().parts_of(*organisation);
            parts.iter().any(|(source, _)| objected.by(*source).is_some())
        };
        let listed: Vec<_> = self
            .dataset()
            .organisations()
            .map(|(organisation, _)| organisation)
            .filter(|it| (named.is_empty() || named.contains(it)) && has_part(it))
            .list();
        let window = self.window(listed.len());
        ObjectionsView {
            agreement: self.agreement(among),
            kinds: self.kinds(&listed, &objected),
            extent: Extent { before: window.start, shown: window.len(), of: listed.len() },
            count: listed.iter().filter(|it| self.is_no_community(**it)).count(),
        }
    }

    /// Which camps object, in any document: a filter leaves provisions out, and never changes what
    /// is said of those that remain.
    fn agreement(&self, among: &[ProvisionIx]) -> Agreement {
        let sources = self.dataset().sources().map(|(source, _)| source);
        let camps: Vec<_> = sources
            .map(|it| [Camp::CivilSociety, Camp::Industry].map(|camp| self.is_of_camp(it, camp)))
            .list();
        // By whether civil society objects, then by whether industry does.
        let mut lists: [[Vec<ProvisionIx>; 2]; 2] = Default::default();
        for provision in among {
            let links = self.dataset().around_provision(*provision);
            let concerns = links.iter().flat_map(|links| &links.concerns);
            let around = concerns.filter_map(|it| self.dataset().around_concern(*it));
            let sides =
                around.flat_map(|links| &links.sources).filter_map(|it| camps.get(it.index()));
            let [civil, industry] = sides.fold([false; 2], |[a, b], [c, d]| [a | c, b | d]);
            let [others, of_civil_society] = &mut lists;
            let [without, with] = if civil { of_civil_society } else { others };
            if industry { with } else { without }.push(*provision);
        }
        let [[_, industry], [civil_society, both]] = lists.map(|it| it.map(|it| self.links(&it)));
        Agreement { both, civil_society, industry }
    }

    /// Communities that a source describes are listed, and not counted as organisations.
    fn is_no_community(&self, organisation: OrganisationIx) -> bool {
        let record = self.dataset().organisation(organisation);
        record.is_some_and(|record| record.kind != OrganisationKind::Community)
    }

    /// Whether a member of a camp issued or signed a source.
    fn is_of_camp(&self, source: SourceIx, camp: Camp) -> bool {
        self.dataset().parties(source).any(|(organisation, role)| {
            let kind = self.dataset().organisation(organisation).map(|record| record.kind);
            role != Role::Named && kind.and_then(OrganisationKind::camp) == Some(camp)
        })
    }

    /// The window is one over all kinds; what is open stays, wherever it stands.
    fn kinds(&self, listed: &[OrganisationIx], objected: &Objected<'_>) -> Vec<KindGroup> {
        let window = self.window(listed.len());
        let mut place = 0;
        let of_kind = |kind| {
            let named =
                listed.iter().filter_map(|it| Some((*it, self.dataset().organisation(*it)?)));
            let named = named.filter(|(_, record)| record.kind == kind);
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
            KindGroup { kind, count, organisations: rows.list() }
        };
        let kinds = OrganisationKind::ALL.into_iter().map(of_kind);
        kinds.filter(|kind| !kind.organisations.is_empty()).list()
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
                let provisions = self.links_of(objected.among, objected.by(*source)?);
                self.part(organisation, *source, *role, provisions)
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
        let issuers = self.dataset().parties(source).filter(|(_, its)| *its == Role::Issued);
        let issuers = issuers.filter_map(|(it, _)| self.dataset().organisation(it));
        let issuers = issuers.map(|record| self.phrase(&record.name));
        let positions = self.dataset().positions_of(organisation);
        let positions = positions.filter(|it| it.evidence.source == record.id);
        Some(Part {
            source: self.source_line(source)?,
            role,
            issuers: if role == Role::Named { issuers.list() } else { Vec::new() },
            provisions,
            positions: positions
                .map(|it| PositionView {
                    stance: it.stance,
                    quote: it.evidence.quote.as_ref().map(|quote| self.quote(quote, record)),
                })
                .list(),
        })
    }
}

/// Names sort as a reader reads them: without regard to case and accents.
fn sort_key(name: &str) -> String {
    let words = crate::fold::words(name).into_iter().map(|word| word.text);
    words.list().join(" ")
}
