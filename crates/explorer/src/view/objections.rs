//! Organisations: what each put its name to, and where camps agree.

use dataset::{Camp, OrganisationIx, OrganisationKind, ProvisionIx, Role, SourceIx, Stance};

use crate::{State, list::List as _};

use super::{Backer, Link, Phrase, SourceLine, Viewer, ordered_by};

/// Who objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionsView {
    /// Where camps agree.
    pub agreement: Agreement,
    /// Organisations by kind, in the order of the kinds, then by name.
    pub kinds: Vec<KindGroup>,
    /// How many organisations are listed.
    pub count: usize,
}

/// Provisions by which camp objects to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Both civil society and industry.
    pub both: Vec<Link>,
    /// Civil society and not industry.
    pub civil_society: Vec<Link>,
    /// Industry and not civil society.
    pub industry: Vec<Link>,
}

/// Organisations of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGroup {
    /// The kind.
    pub kind: OrganisationKind,
    /// The organisations.
    pub organisations: Vec<OrganisationRow>,
}

/// One organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRow {
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
    pub provisions: Vec<Link>,
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

impl Viewer<'_> {
    pub(super) fn objections(&self) -> ObjectionsView {
        let named = self.explorer.organisations_named(&self.state.query);
        let selection = self.explorer.select_besides_names(self.state, !named.is_empty());
        let among = &selection.provisions;
        let objected: Vec<(SourceIx, Vec<ProvisionIx>)> = self
            .dataset()
            .sources()
            .map(|(source, _)| (source, self.explorer.objected_in(source, among, self.state)))
            .filter(|(_, provisions)| !provisions.is_empty())
            .list();
        let has_part = |organisation: &OrganisationIx| {
            let parts = self.dataset().parts_of(*organisation);
            parts.iter().any(|(source, _)| objected.iter().any(|(it, _)| it == source))
        };
        let listed: Vec<_> = self
            .dataset()
            .organisations()
            .map(|(organisation, _)| organisation)
            .filter(|it| (named.is_empty() || named.contains(it)) && has_part(it))
            .list();
        ObjectionsView {
            agreement: self.agreement(among),
            kinds: self.kinds(&listed, &objected),
            count: listed.iter().filter(|it| self.is_no_community(**it)).count(),
        }
    }

    /// Which camps object, in any document: a filter leaves provisions out, and never changes what
    /// is said of those that remain.
    fn agreement(&self, among: &[ProvisionIx]) -> Agreement {
        let everything = State::default();
        let objected: Vec<(SourceIx, Vec<ProvisionIx>)> = self
            .dataset()
            .sources()
            .map(|(source, _)| (source, self.explorer.objected_in(source, among, &everything)))
            .list();
        let objects = |camp, provision| {
            objected.iter().any(|(source, provisions)| {
                provisions.contains(provision) && self.is_of_camp(*source, camp)
            })
        };
        let mut agreement = Agreement::default();
        for provision in among {
            let Some(link) = self.link(*provision) else { continue };
            match (objects(Camp::CivilSociety, provision), objects(Camp::Industry, provision)) {
                (true, true) => agreement.both.push(link),
                (true, false) => agreement.civil_society.push(link),
                (false, true) => agreement.industry.push(link),
                (false, false) => {}
            }
        }
        agreement
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

    fn kinds(
        &self,
        listed: &[OrganisationIx],
        objected: &[(SourceIx, Vec<ProvisionIx>)],
    ) -> Vec<KindGroup> {
        let of_kind = |kind| {
            let is_of_kind = |it: &OrganisationIx| {
                self.dataset().organisation(*it).is_some_and(|record| record.kind == kind)
            };
            let rows = listed.iter().copied().filter(is_of_kind);
            let rows = rows.filter_map(|it| self.organisation_row(it, objected));
            let organisations = ordered_by(rows, |row| sort_key(&row.backer.name.text));
            KindGroup { kind, organisations }
        };
        let kinds = OrganisationKind::ALL.into_iter().map(of_kind);
        kinds.filter(|kind| !kind.organisations.is_empty()).list()
    }

    fn organisation_row(
        &self,
        organisation: OrganisationIx,
        objected: &[(SourceIx, Vec<ProvisionIx>)],
    ) -> Option<OrganisationRow> {
        let parts = self.dataset().parts_of(organisation);
        let has = |role: &Role| parts.iter().any(|(_, its)| its == role);
        let roles = [Role::Issued, Role::Signed, Role::Named].into_iter().filter(has).list();
        let open = self.setting.unfolded || self.state.organisations.contains(&organisation);
        let shown = || {
            let part = |(source, role): &(SourceIx, Role)| {
                let (_, provisions) = objected.iter().find(|(it, _)| it == source)?;
                self.part(organisation, *source, *role, provisions)
            };
            parts.iter().filter_map(part).list()
        };
        Some(OrganisationRow {
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
        provisions: &[ProvisionIx],
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
            provisions: self.links(provisions),
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
