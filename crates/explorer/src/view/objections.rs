//! Who objects: by document, and each organisation with what it put its name to.

use dataset::{List as _, OrganisationIx, OrganisationKind, ProvisionIx, Role, SourceIx, Stance};
use fixedbitset::FixedBitSet;

use super::{Extent, Links, OrganisationRow, Phrase, ScreenBuilder, SourceLine, ordered_by};

/// Who objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionsView {
    /// The documents that object, each with all that it objects to.
    pub by_document: Vec<ObjectingDocument>,
    /// Organisations by where they stand and by kind, then by name; those on the screen.
    pub kinds: Vec<KindGroup>,
    /// How much of the whole list that is.
    pub extent: Extent,
    /// How many of each standing are in the whole list, in the order of [`Standing::ALL`].
    pub counts: [usize; Standing::ALL.len()],
    /// In how many documents that object those have a part who object or are mentioned.
    pub documents: usize,
}

/// Where somebody stands towards the criticism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Sees it otherwise, in all that they say.
    Otherwise,
    /// Answers it or welcomes the law, and says something else as well.
    Comments,
    /// Has put their name to it.
    Objects,
    /// Is only mentioned by those who have.
    Mentioned,
    /// Is only described by those who have, and no organisation or person.
    Described,
}

impl Standing {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 5] =
        [Self::Otherwise, Self::Comments, Self::Objects, Self::Mentioned, Self::Described];

    /// Whether these speak for themselves, rather than in the documents that object.
    pub fn speaks(self) -> bool {
        self <= Self::Comments
    }
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

/// Organisations of one standing, and, where they don't speak for themselves, of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindGroup {
    /// Where they stand.
    pub standing: Standing,
    /// The kind of the first of them.
    pub kind: OrganisationKind,
    /// How many there are.
    pub count: usize,
    /// The organisations on the screen.
    pub organisations: Vec<OrganisationRow>,
}

/// Of some provisions, those that each source objects to.
pub(super) struct Objected<'a> {
    pub(super) among: &'a [ProvisionIx],
    pub(super) by_source: Vec<FixedBitSet>,
}

impl Objected<'_> {
    /// What a source objects to, where that is anything.
    pub(super) fn by(&self, source: SourceIx) -> Option<&FixedBitSet> {
        self.by_source.get(source.index()).filter(|it| !it.is_clear())
    }
}

impl ScreenBuilder<'_> {
    pub(super) fn objections(&self) -> ObjectionsView {
        let named = self.explorer.organisations_named(&self.state.query);
        let selection = self.explorer.select_besides_names(self.state, !named.is_empty());
        let among = &selection.provisions;
        let objected = Objected { among, by_source: self.explorer.by_source(among, self.state) };
        let organisations = self.dataset().organisations().map(|(organisation, _)| organisation);
        let organisations = organisations.filter(|it| named.is_empty() || named.contains(it));
        let listed = organisations.filter(|it| self.has_part(*it, &objected, &named)).list();
        let standing = listed.iter().filter_map(|it| Some((self.standing(*it)?, *it))).list();
        let count = |which| standing.iter().filter(|(it, _)| *it == which).count();
        let window = self.window(listed.len());
        ObjectionsView {
            by_document: self.by_document(&objected),
            kinds: self.kinds(&standing, &objected),
            extent: Extent { before: window.start, shown: window.len(), of: listed.len() },
            counts: Standing::ALL.map(count),
            documents: self.documents_with(&standing),
        }
    }

    /// Who objects is listed for what is chosen. Those who welcome the law, or answer its critics,
    /// object to nothing that a choice of groups could look for: they are listed whatever that is.
    fn has_part(
        &self,
        organisation: OrganisationIx,
        objected: &Objected<'_>,
        named: &[OrganisationIx],
    ) -> bool {
        let sources = &self.state.sources;
        let parts = self.dataset().parts_of(organisation);
        let objects = parts.iter().any(|(source, _)| objected.by(*source).is_some());
        let asked = !named.is_empty() || self.needle.is_empty();
        let chosen = sources.is_empty() || parts.iter().any(|(source, _)| sources.contains(source));
        objects || (asked && chosen && self.dataset().speaks_otherwise(organisation))
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

    /// In how many documents that object those have a part who don't speak for themselves.
    fn documents_with(&self, standing: &[(Standing, OrganisationIx)]) -> usize {
        let listed = standing.iter().filter(|(it, _)| !it.speaks());
        let parts = listed.flat_map(|(_, it)| self.dataset().parts_of(*it));
        let documents = parts.map(|(source, _)| self.dataset().counted_as(*source));
        let documents = documents.filter(|it| self.dataset().critics().contains(it));
        documents.map(SourceIx::index).collect::<FixedBitSet>().count_ones(..)
    }

    /// Where an organisation stands. What it has put its name to comes before all that is said of it.
    fn standing(&self, organisation: OrganisationIx) -> Option<Standing> {
        let dataset = self.dataset();
        let mut own =
            dataset.parts_of(organisation).iter().filter(|(_, role)| *role != Role::Named);
        let objects =
            own.any(|(source, _)| dataset.critics().contains(&dataset.counted_as(*source)));
        let opposes = dataset.positions_of(organisation).any(|it| it.stance != Stance::Support);
        let kind = dataset.organisation(organisation)?.kind;
        Some(match () {
            () if objects || opposes => Standing::Objects,
            () if dataset.disagrees(organisation) => Standing::Otherwise,
            () if dataset.speaks_otherwise(organisation) => Standing::Comments,
            () if kind == OrganisationKind::Community => Standing::Described,
            () => Standing::Mentioned,
        })
    }

    /// The window is one over all of them; what is open stays, wherever it stands.
    fn kinds(
        &self,
        listed: &[(Standing, OrganisationIx)],
        objected: &Objected<'_>,
    ) -> Vec<KindGroup> {
        let named = listed.iter().filter_map(|(standing, it)| {
            let record = self.dataset().organisation(*it)?;
            let kind = (!standing.speaks()).then_some(record.kind);
            Some(((*standing, kind), *it, record))
        });
        let named = ordered_by(named, |(group, _, record)| {
            (*group, sort_key(&self.phrase(&record.name).text))
        });
        let window = self.window(listed.len());
        let mut groups: Vec<(_, KindGroup)> = Vec::new();
        for (place, (group, organisation, record)) in named.into_iter().enumerate() {
            if groups.last().is_none_or(|(last, _)| *last != group) {
                let (standing, kind) = (group.0, record.kind);
                let organisations = Vec::new();
                groups.push((group, KindGroup { standing, kind, count: 0, organisations }));
            }
            let Some((_, last)) = groups.last_mut() else { continue };
            last.count += 1;
            let shown = window.contains(&place) || self.state.organisations.contains(&organisation);
            if shown {
                last.organisations.extend(self.organisation_row(
                    organisation,
                    last.count,
                    objected,
                ));
            }
        }
        let groups = groups.into_iter().map(|(_, it)| it);
        groups.filter(|it| !it.organisations.is_empty()).list()
    }
}

/// Names sort as a reader reads them: without regard to case and accents.
fn sort_key(name: &str) -> String {
    let words = crate::fold::words(name).into_iter().map(|word| word.text);
    words.list().join(" ")
}
