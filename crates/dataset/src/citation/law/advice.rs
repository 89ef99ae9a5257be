//! What a law has at a place, and what may be meant where it has nothing: always in its own
//! citations.

use alloc::{format, string::String, vec::Vec};

use super::{
    super::{Refusal, Unreadable, label::leading_number, steps::Step},
    Citations,
    keys::{OWN, path, stands_in},
};
use crate::{
    ProvisionIx,
    nearest::{edits, nearest},
};

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

    /// The citation that was most likely meant by one that the law doesn't have: what it counts in
    /// its own unit by the same labels; else a place within the same one, for whoever knows the
    /// first number has most likely mistaken the rest; else the nearest number.
    fn near(&self, steps: &[Step]) -> Option<String> {
        let (key, outer) = (self.key(steps), self.key(steps.get(..1)?));
        if key.len() > LONGEST_ADVISED {
            return None;
        }
        let number = |key: &str| leading_number(key.as_bytes().get(1..)?);
        let mut best = (u8::MAX, 0, None);
        for ((it, ..), (text, _)) in self.keys.iter().zip(&self.texts) {
            let same_unit = it.get(..1) == key.get(..1);
            let rank = if it.starts_with(OWN) && it.get(1..) == key.get(1..) {
                (0, 0)
            } else if it.starts_with(&outer) && stands_in(it, &outer) {
                (1, edits(&key, it))
            } else if let Some((one, other)) = number(it).zip(number(&key))
                && same_unit
            {
                (2, one.abs_diff(other) as usize)
            } else {
                continue;
            };
            if rank < (best.0, best.1) {
                best = (rank.0, rank.1, Some(text));
            }
        }
        best.2.cloned()
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
