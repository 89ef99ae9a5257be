//! What stands at the foot: which edition this is, what was corrected, who is missing.

use std::rc::Rc;

use dataset::{CalendarDate, List as _, Party, SourceIx};

use crate::Fold;

use super::{Backer, Backers, Phrase, ScreenBuilder, SourceLine};

/// The foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Number of the edition; none where the dataset has none that could be read.
    pub edition: Option<u32>,
    /// Its date.
    pub date: Option<CalendarDate>,
    /// The credit line.
    pub credit: Phrase,
    /// Corrections, latest first.
    pub corrections: Folded<(CalendarDate, Phrase)>,
    /// Who or what is missing.
    pub missing: Folded<Phrase>,
    /// All sources.
    pub sources: Folded<Document>,
    /// Who translated what the reader sees; empty where nothing is translated.
    pub translators: Rc<Vec<String>>,
}

/// A source with all who have a part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The source.
    pub source: SourceLine,
    /// Its archived copy.
    pub archived: Option<String>,
    /// Who stands behind it; of those whom it names, the ones said to share all of its concerns.
    pub backers: Backers,
    /// All others whom it names.
    pub mentioned: Vec<Backer>,
}

/// A list that is drawn once a reader unfolds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded<T> {
    /// Whether it is unfolded.
    pub open: bool,
    /// How many items it has.
    pub count: usize,
    /// The items; folded, nobody needs them.
    pub items: Option<Vec<T>>,
}

impl ScreenBuilder<'_> {
    pub(super) fn foot(&self) -> Foot {
        let records = self.dataset().records();
        let corrections = records.corrections.iter();
        let sources = self.dataset().sources();
        let (edition, date) = records.edition.parts();
        Foot {
            edition,
            date,
            credit: self.phrase(&records.credit),
            corrections: self.folded(Fold::Corrections, corrections, |it| {
                Some((it.date, self.phrase(&it.text)))
            }),
            missing: self.folded(Fold::Missing, records.missing.iter(), |it| Some(self.phrase(it))),
            sources: self.folded(Fold::Documents, sources, |(it, _)| self.document(it)),
            translators: self.explorer.translators(&self.context.lang),
        }
    }

    fn document(&self, source: SourceIx) -> Option<Document> {
        let (backers, mentioned) = self.backers_of(source, &Party::shares_all);
        let archived = self.dataset().source(source)?.archived.clone();
        Some(Document { source: self.source_line(source)?, archived, backers, mentioned })
    }

    fn folded<A, T>(
        &self,
        fold: Fold,
        items: impl ExactSizeIterator<Item = A>,
        draw: impl FnMut(A) -> Option<T>,
    ) -> Folded<T> {
        let open = self.state.folds.contains(&fold);
        let count = items.len();
        let items = (open || self.context.unfolded).then(|| items.filter_map(draw).list());
        Folded { open, count, items }
    }
}
