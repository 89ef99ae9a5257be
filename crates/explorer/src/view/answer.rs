//! "How does it affect me?": some groups to tap, and the answer in numbers.

use std::{cmp::Reverse, rc::Rc};

use dataset::{ConcernIx, GroupIx, List as _, ProvisionIx, SourceIx};
use fixedbitset::FixedBitSet;

use crate::State;

use super::{Choice, Links, Phrase, ScreenBuilder, ordered_by};

/// How many groups are offered at once; all others are a tap away.
const AT_ONCE: usize = 6;

/// How many provisions an answer names; the list beneath it has them all.
const NAMED: usize = 3;

/// What the documents say about the groups in the reader's lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The groups.
    pub groups: Vec<Phrase>,
    /// How many concerns affect any of them.
    pub concerns: usize,
    /// How many of those do so by the editors' reading alone.
    pub inferred: usize,
    /// What to call the documents that raise them.
    pub documents: Vec<Phrase>,
    /// In how many documents was looked.
    pub read: usize,
    /// The provisions that they are about.
    pub provisions: Links,
}

/// Whether documents are few enough to be named one by one.
pub(super) fn are_few(documents: &[Phrase]) -> bool {
    documents.len() <= 3
}

impl Answer {
    /// Whether the documents are few enough to be named one by one.
    pub fn names_documents(&self) -> bool {
        are_few(&self.documents)
    }
}

impl ScreenBuilder<'_> {
    /// The groups that the newsroom chose, then those with most concerns. Their counts follow
    /// no other choice, since a tap takes all others back.
    pub(super) fn groups_at_once(&self) -> Vec<Choice<GroupIx>> {
        let first = &self.explorer.editorial().start.audience;
        let facts = self.explorer.facts();
        let counted = self.dataset().groups().map(|(group, record)| Choice {
            of: group,
            label: self.phrase(&record.member),
            count: facts.concerns.get(group.index()).copied().unwrap_or_default(),
            chosen: self.state.audience.contains(&group),
        });
        let counted = counted.filter(|it| it.count > 0 || it.chosen);
        let mut groups = ordered_by(counted, |it| (!first.contains(&it.of), Reverse(it.count)));
        groups.truncate(AT_ONCE);
        groups
    }

    /// The answer for the groups in the lens; none where nobody is.
    pub(super) fn answer(&self) -> Option<Answer> {
        let lens = &self.state.audience;
        let listed = self.bearing_on_lens()?;
        let concerns = self.explorer.concerns_listed(lens, &self.state.sources);
        let count = self.dataset().count(&concerns);
        let stated = concerns.iter().copied().filter(|it| !self.is_our_reading(*it)).list();
        let groups = lens.iter().filter_map(|it| self.dataset().group(*it));
        Some(Answer {
            groups: groups.map(|it| self.phrase(&it.label)).list(),
            concerns: count,
            inferred: count - self.dataset().count(&stated),
            documents: self.documents_of(&concerns),
            read: self.documents_read(),
            provisions: Links {
                named: listed.iter().take(NAMED).filter_map(|it| self.link(*it)).list(),
                count: listed.len(),
            },
        })
    }

    /// The provisions that bear on the groups in the lens; none where nobody is. What is looked for
    /// takes nothing away from what the documents say.
    pub(super) fn bearing_on_lens(&self) -> Option<Rc<Vec<ProvisionIx>>> {
        let asked = State { query: String::new(), ..self.state.clone() };
        (!asked.audience.is_empty()).then(|| self.explorer.select(&asked).provisions)
    }

    /// In how many documents is looked for an answer.
    pub(super) fn documents_read(&self) -> usize {
        let chosen = self.state.sources.len();
        if chosen == 0 { self.dataset().critics().len() } else { chosen }
    }

    /// Whether a concern's source names none of the groups in the lens.
    fn is_our_reading(&self, concern: ConcernIx) -> bool {
        let Some(links) = self.dataset().around_concern(concern) else { return false };
        let mut chosen = links.groups.iter().filter(|it| self.state.audience.contains(it));
        chosen.all(|it| links.inferred.contains(it))
    }

    /// What to call the documents that raise some concerns, each once.
    pub(super) fn documents_of(&self, concerns: &[ConcernIx]) -> Vec<Phrase> {
        let around = concerns.iter().filter_map(|it| self.dataset().around_concern(*it));
        // A passage that several sources print counts once, under the name of the first of them.
        let voices: FixedBitSet =
            around.flat_map(|links| &links.voices).map(|voice| voice.index()).collect();
        let records = voices.ones().filter_map(|it| self.dataset().source(SourceIx::nth(it)));
        records.map(|it| self.phrase(&it.short_title)).list()
    }
}
