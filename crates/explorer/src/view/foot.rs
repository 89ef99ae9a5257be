//! What stands at the foot: which edition this is, what was corrected, who is missing.

use dataset::CalendarDate;

use crate::list::List as _;

use super::{Phrase, SourceLine, Viewer};

/// The foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    /// Number of the edition.
    pub edition: u32,
    /// Its date.
    pub date: CalendarDate,
    /// The credit line.
    pub credit: Phrase,
    /// Corrections, latest first.
    pub corrections: Vec<(CalendarDate, Phrase)>,
    /// Who or what is missing.
    pub missing: Vec<Phrase>,
    /// All sources.
    pub sources: Vec<SourceLine>,
    /// Who translated what the reader sees; empty where nothing is translated.
    pub translators: Vec<String>,
}

impl Viewer<'_> {
    pub(super) fn foot(&self) -> Foot {
        let records = self.dataset().records();
        let corrections = records.corrections.iter();
        let sources = self.dataset().sources();
        Foot {
            edition: records.edition.number,
            date: records.edition.date,
            credit: self.phrase(&records.credit),
            corrections: corrections.map(|it| (it.date, self.phrase(&it.text))).list(),
            missing: records.missing.iter().map(|text| self.phrase(text)).list(),
            sources: sources.filter_map(|(source, _)| self.source_line(source)).list(),
            translators: self.translators(),
        }
    }

    fn translators(&self) -> Vec<String> {
        let records = self.dataset().records();
        let provisions = records.provisions.iter().map(|it| &it.summary);
        let concerns = records.concerns.iter().map(|it| &it.summary);
        let texts = provisions.chain(concerns);
        let translations = texts.filter_map(|text| text.translation(&self.setting.lang));
        let mut names: Vec<String> = Vec::new();
        for (_, translation) in translations {
            if !names.contains(&translation.by) {
                names.push(translation.by.clone());
            }
        }
        names
    }
}
