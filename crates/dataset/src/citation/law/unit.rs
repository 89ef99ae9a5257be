//! What a bare number counts in a law, from the words that its citations begin with.

use alloc::{string::String, vec::Vec};

use super::{
    super::{
        token::{Kind, tokens},
        words::{Level, fold, meaning},
    },
    Citations,
};

/// A word that citations begin with, what it means, and how many do.
type Counted<'t> = (&'t str, Kind, usize);

impl Citations {
    /// What is counted: `stated` where any citation begins so, and else what most begin with.
    pub(super) fn learn_unit(&mut self, stated: &str) {
        let stated = meaning(stated);
        let mut most: Option<Counted<'_>> = None;
        for counted in self.count_words() {
            let is_more = most.is_none_or(|most| counted.2 > most.2 && most.1 != stated);
            most = if is_more || counted.1 == stated { Some(counted) } else { most };
        }
        let Some((word, kind, _)) = most else { return };
        let is_counted = matches!(stated, Kind::Level { level: Level::Paragraph, .. });
        let unit = match kind {
            Kind::Level { level: Level::Sign, .. } if is_counted => Level::Paragraph,
            Kind::Level { level, .. } => level,
            _ => Level::Own,
        };
        let word = String::from(word);
        self.learned = if unit == Level::Own { fold(&word) } else { String::new() };
        (self.unit, self.word) = (Some(unit), word);
    }

    /// The words in front of the first numbers, each place's in its original language.
    fn count_words(&self) -> Vec<Counted<'_>> {
        let (mut counts, mut before): (Vec<Counted<'_>>, _) = (Vec::new(), None);
        for (text, place) in &self.texts {
            if before.replace(*place) == Some(*place) {
                continue;
            }
            let tokens = tokens(text);
            let Some(first) = tokens.first() else { continue };
            let numbered = matches!(tokens.get(1).map(|it| it.kind), Some(Kind::Number(_)));
            let learned = numbered && first.kind == Kind::Word;
            if !matches!(first.kind, Kind::Level { .. }) && !learned {
                continue;
            }
            let word = text.get(first.span.clone()).unwrap_or_default();
            let mut known = counts.iter_mut();
            match known.find(|it| it.1 == first.kind && (!learned || it.0 == word)) {
                Some(known) => known.2 += 1,
                None => counts.push((word, first.kind, 1)),
            }
        }
        counts
    }
}
