//! What a law has at a place, and what may be meant where it has nothing: always in its own
//! citations.

use alloc::{format, string::String, vec::Vec};

use super::{
    super::{Refusal, Unreadable, steps::Step},
    Citations,
    keys::{OWN, path, stands_in},
};
use crate::{ProvisionIx, nearest::nearest};

/// Whoever wrote a longer text meant none.
pub(super) const LONGEST_ADVISED: usize = 100;

impl Citations {
    /// The provision of a place, or what may be meant; looking for that takes its time.
    pub(in super::super) fn place(
        &self,
        steps: &[Step],
        written: &str,
        advised: bool,
    ) -> Result<ProvisionIx, Unreadable> {
        let found = self.find(steps);
        if let [found] = *found {
            return Ok(found);
        }
        let why = if found.is_empty() { Refusal::Unknown } else { Refusal::TwoPlaces };
        let mut near = Vec::new();
        for place in &found {
            let text = self.texts.iter().find(|it| it.1 == *place);
            near.extend(text.map(|it| it.0.clone()));
        }
        if found.is_empty() && advised {
            near.extend(self.near(steps));
        }
        let counted = self.is_own(steps) && steps.first().is_some_and(|it| it.label.is_number());
        let text = match (counted, written) {
            (false, written) if !written.is_empty() => written.into(),
            _ if self.word.is_empty() => path(steps),
            _ => format!("{} {}", self.word, path(steps)),
        };
        Err(Unreadable { text, why, near })
    }

    /// What the law has of a place that it lacks: what it counts in its own unit by the same labels; else
    /// the least that contains it; else the first that it contains. What stands beside it is about
    /// something else.
    fn near(&self, steps: &[Step]) -> Option<String> {
        let key = self.key(steps);
        if key.len() > LONGEST_ADVISED {
            return None;
        }
        let mut best = ((3, 0), None);
        for ((it, ..), (text, _)) in self.keys.iter().zip(&self.texts) {
            let rank = if it.starts_with(OWN) && it.get(1..) == key.get(1..) {
                (0, 0)
            } else if key.starts_with(it) && stands_in(&key, it) {
                (1, LONGEST_ADVISED - it.len())
            } else if it.starts_with(&key) && stands_in(it, &key) {
                (2, 0)
            } else {
                continue;
            };
            if rank < best.0 {
                best = (rank, Some(text));
            }
        }
        best.1.cloned()
    }

    /// A refusal, with a citation of this law as the example of how to write one.
    pub(super) fn unreadable(&self, written: &str, why: Refusal, advised: bool) -> Unreadable {
        let texts = self.texts.iter().map(|it| it.0.as_str());
        let meant =
            if why == Refusal::NotACitation && advised { nearest(written, texts) } else { None };
        let example = || {
            let mut all = self.keys.iter().zip(&self.texts);
            let deep = all.find(|it| it.0.0.starts_with(OWN) && it.0.0.contains(' '));
            deep.map(|it| it.1).or(self.texts.first()).map(|it| it.0.as_str())
        };
        let near = meant.or_else(example).map(String::from);
        Unreadable { text: written.into(), why, near: near.into_iter().collect() }
    }
}
