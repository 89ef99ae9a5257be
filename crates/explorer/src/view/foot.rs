//! What stands at the foot: which edition this is, what was corrected, who is missing.

use std::rc::Rc;

use dataset::CalendarDate;

use crate::{Fold, list::List as _};

use super::{Phrase, ScreenBuilder, SourceLine};

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
    pub sources: Folded<SourceLine>,
    /// Who translated what the reader sees; empty where nothing is translated.
    pub translators: Rc<Vec<String>>,
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
            sources: self.folded(Fold::Documents, sources, |(it, _)| self.source_line(it)),
            translators: self.explorer.translators(&self.context.lang),
        }
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
