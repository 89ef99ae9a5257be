//! What something rests on: the places in its sources, the sources, and who stands behind these.

use dataset::{
    CalendarDate, Concern, DraftId, Evidence, List as _, OrganisationIx, OrganisationKind, Party,
    Quote, Role, Source, SourceId, SourceIx, Text,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Phrase, ScreenBuilder};

/// A source above the concerns that rest on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceHead {
    /// The source.
    pub source: SourceLine,
    /// Whether its draft and who stands behind it are said here; else they stand further up.
    pub first: bool,
    /// The draft that it speaks of.
    pub draft: Option<Phrase>,
    /// Why the editors conclude that, where the source doesn't say so.
    pub draft_reason: Option<Phrase>,
    /// Who stands behind it; of those whom it names, the ones said to share all of its concerns.
    pub backers: Backers,
}

/// What a concern rests on in one source, and who stands behind the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceView {
    /// The places in it.
    pub places: Vec<CitedPlace>,
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
    /// Those whom it names as sharing this concern, and not all of its concerns.
    pub named: Vec<Backer>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedPlace {
    /// The words, where some are quoted.
    pub quotes: Vec<Phrase>,
    /// Where they stand.
    pub locator: Phrase,
    /// What to call the source.
    pub source: Phrase,
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
    /// Whether the list of documents has their names, so that their numbers are enough.
    pub listed: bool,
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

impl ScreenBuilder<'_> {
    pub(super) fn source_head(&self, source: SourceIx, first: bool) -> Option<SourceHead> {
        let record = self.dataset().source(source)?;
        Some(SourceHead {
            source: self.source_line(source)?,
            first,
            draft: self.draft(&record.draft),
            draft_reason: record.draft_reason.as_ref().map(|it| self.phrase(it)),
            backers: self.backers_of(source, &Party::shares_all).0,
        })
    }

    pub(super) fn evidence(&self, source: SourceIx, concern: &Concern) -> Option<EvidenceView> {
        let record = self.dataset().source(source)?;
        let places = concern.evidence.iter().filter(|it| it.source == record.id);
        let alone = |party: &Party| party.shares_concern(&concern.id) && !party.shares_all();
        Some(EvidenceView {
            places: self.places(places),
            named: self.backers_of(source, &alone).0.named,
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

    /// Places in sources, each once: what is quoted from one place stands together.
    pub(super) fn places<'e>(
        &self,
        evidence: impl Iterator<Item = &'e Evidence>,
    ) -> Vec<CitedPlace> {
        let mut places: Vec<(&Evidence, CitedPlace)> = Vec::new();
        for it in evidence {
            let Some(source) = self.source(&it.source) else { continue };
            let is_there = |(other, _): &&mut (&Evidence, _)| {
                (&other.source, &other.locator) == (&it.source, &it.locator)
            };
            let place = match places.iter_mut().find(is_there) {
                Some((_, place)) => place,
                None => &mut places.push_mut((it, self.place(Some(&it.locator), source))).1,
            };
            if let Some(quote) = &it.quote {
                self.quote_at(place, quote, source);
            }
        }
        places.into_iter().map(|(_, place)| place).list()
    }

    /// A place before anything is quoted from it.
    fn place(&self, locator: Option<&Text>, source: &Source) -> CitedPlace {
        CitedPlace {
            quotes: Vec::new(),
            locator: self.phrase(locator.unwrap_or(&source.short_title)),
            source: self.phrase(&source.short_title),
            address: source.address.clone(),
        }
    }

    fn quote_at(&self, place: &mut CitedPlace, quote: &Quote, source: &Source) {
        point_at(&mut place.address, quote, !place.quotes.is_empty());
        place.quotes.push(self.quote(quote, source));
    }

    /// The words by which a source names somebody, where it has them.
    pub(super) fn named_at(&self, party: &Party, source: &Source) -> Option<CitedPlace> {
        let quote = party.quote.as_ref()?;
        let mut place = self.place(party.locator.as_ref(), source);
        self.quote_at(&mut place, quote, source);
        Some(place)
    }

    /// The places that something rests on, and the source of the first.
    pub(super) fn cited(&self, evidence: &[Evidence]) -> (Vec<CitedPlace>, Option<SourceLine>) {
        let first = evidence.first();
        let first = first.and_then(|it| self.dataset().find_source(it.source.as_str()));
        (self.places(evidence.iter()), first.and_then(|source| self.source_line(source)))
    }

    pub(super) fn source(&self, id: &SourceId) -> Option<&Source> {
        self.dataset().source(self.dataset().find_source(id.as_str())?)
    }

    /// What to call a draft.
    pub(super) fn draft(&self, id: &DraftId) -> Option<Phrase> {
        let draft = self.dataset().draft(self.dataset().find_draft(id.as_str())?)?;
        Some(self.phrase(&draft.label))
    }
}

/// The words at the start and at the end of a long quote that a text fragment carries; browsers
/// find what lies between, and addresses stay short.
const WORDS_AT_EACH_END: usize = 5;

/// Lets a source's address point at words that are quoted, beside those `more` of which it points at
/// already, by a text fragment.
fn point_at(address: &mut String, quote: &Quote, more: bool) {
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let words: Vec<&str> = quote.exact.split_whitespace().list();
    let text = match (words.get(..WORDS_AT_EACH_END), words.rchunks(WORDS_AT_EACH_END).next()) {
        (Some(first), Some(last)) if words.len() > 2 * WORDS_AT_EACH_END => {
            format!("{},{}", encode(&first.join(" ")), encode(&last.join(" ")))
        }
        _ => encode(&quote.exact),
    };
    let joint = match (more, address.contains('#')) {
        (true, _) => "&text=",
        (false, true) => ":~:text=",
        (false, false) => "#:~:text=",
    };
    *address += joint;
    *address += &text;
}
