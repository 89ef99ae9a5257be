//! The law that is named before a list: `the Charter’s`, `whose`, `under the GDPR,`.

use std::ops::Range;

use super::{
    super::{Law, is_cited, lexicon, names::Name, words::Word},
    Beside, Verdict, is_quote, is_shouted,
};

impl Beside<'_> {
    pub(super) fn before(&self, list: &Range<usize>, taken: usize) -> Verdict {
        let end = self.words.partition_point(|word| word.span.end <= list.start);
        let Some(at) = end.checked_sub(1) else { return Verdict::default() };
        let Some(word) = self.words.get(at) else { return Verdict::default() };
        let gap = self.paragraph.get(word.span.end..list.start).unwrap_or_default();
        if word.span.start < taken {
            return Verdict::default();
        }
        if !gap.chars().all(|c| c.is_whitespace() || is_quote(c)) {
            return self.before_comma(list, at, gap);
        }
        // French has an article of speech between whose and what.
        if lexicon::is_determiner(&word.key) && !lexicon::is_back(&word.key) {
            let before = at.checked_sub(1).and_then(|before| self.words.get(before));
            let whose = before.is_some_and(|it| word.near && lexicon::is_back(&it.key));
            return if whose { self.back(list) } else { Verdict::default() };
        }
        if lexicon::is_back(&word.key) {
            return self.back(list);
        }
        if let Some(name) = self.name_ending(at) {
            return self.by_name(name, false);
        }
        let shouted = self.paragraph.get(list.clone()).is_some_and(is_shouted);
        self.owner(word, shouted)
    }

    /// "NATO's Article 5", "EFF Article 5"; a day's or a week's is nobody's.
    fn owner(&self, word: &Word<'_>, shouted: bool) -> Verdict {
        let silent = lexicon::is_time(&word.key)
            || lexicon::is_shortened(&word.key)
            || self.own.knows(&word.key);
        let acronym = word.is_acronym() && !shouted;
        if silent || !(acronym || word.possessive) {
            return Verdict::default();
        }
        let law = acronym && word.possessive && word.key.len() > 2;
        let organisation = self.own.is_organisation(word.base());
        if law && !organisation {
            Law::Other(word.base().into()).into()
        } else {
            Law::Unsure.into()
        }
    }

    /// "Under the Budapest Convention, Article 18"; "unlike the Charter, Article 28".
    fn before_comma(&self, list: &Range<usize>, at: usize, gap: &str) -> Verdict {
        let sign = gap.trim_matches(|c: char| c.is_whitespace() || is_quote(c));
        let Some(place) = self.name_ending(at) else { return Verdict::default() };
        let Some(name) = self.names.get(place) else { return Verdict::default() };
        if !matches!(sign, "," | ":" | "،" | "(") || list.start - self.end(name) > 8 {
            return Verdict::default();
        }
        let opened = self.paragraph.get(..self.start(name)).is_some_and(|it| it.ends_with('('));
        let before = self.word_before(name);
        let within = before.is_some_and(|word| lexicon::is_within(&word.key));
        match &name.law {
            Law::Other(_) if opened || within || matches!(sign, ":" | "(") => {
                self.by_name(place, false)
            }
            Law::Other(_) if self.is_contrast(name) => Verdict::default(),
            Law::Other(_) => Law::Unsure.into(),
            _ => Verdict::default(),
        }
    }

    /// The word before a name and its article of speech.
    fn word_before(&self, name: &Name) -> Option<&Word<'_>> {
        let mut at = name.first.checked_sub(1)?;
        while self.words.get(at).is_some_and(|word| lexicon::is_determiner(&word.key)) {
            at = at.checked_sub(1)?;
        }
        self.words.get(at)
    }

    /// Whether this law is set against the one named: `unlike the Charter`.
    pub(in super::super) fn is_contrast(&self, name: &Name) -> bool {
        self.is_contrast_before(name.first)
    }

    pub(super) fn is_contrast_before(&self, word: usize) -> bool {
        self.stands_before(word, lexicon::is_contrast)
    }

    /// Whether a law is called upon, or is what something is measured by: `he cites the Charter`.
    pub(in super::super) fn is_aside(&self, name: &Name) -> bool {
        self.stands_before(name.first, lexicon::is_aside)
    }

    fn stands_before(&self, word: usize, asked: fn(&str) -> bool) -> bool {
        let words = self.words.get(word.saturating_sub(3)..word).unwrap_or_default();
        words.iter().any(|word| asked(&word.key))
    }

    /// "whose Article 8": the law named last.
    pub(super) fn back(&self, list: &Range<usize>) -> Verdict {
        self.back_to(list, |_| true)
    }

    /// "المادة 23 منه": the law named last whose word has the gender of this one.
    pub(super) fn thereof(&self, list: &Range<usize>, thereof: &Word<'_>) -> Verdict {
        let feminine = |key: &str| key.ends_with(['ة', 'ا']);
        self.back_to(list, |noun| {
            !noun.is_arabic() || feminine(&noun.key) == feminine(&thereof.key)
        })
    }

    fn back_to(&self, list: &Range<usize>, may_be: impl Fn(&Word<'_>) -> bool) -> Verdict {
        let place = self.sentences.partition_point(|it| it.end <= list.start);
        let start = self.sentences.get(place).map_or(0, |sentence| sentence.start);
        let agrees = |at: &usize| {
            let name = self.names.get(*at);
            name.and_then(|name| self.words.get(name.noun)).is_some_and(&may_be)
        };
        let Some(at) = self.names_before(list.start).find(agrees) else {
            return Verdict::default();
        };
        let Some(name) = self.names.get(at) else { return Verdict::default() };
        match &name.law {
            Law::Other(_) if self.start(name) >= start => self.by_name(at, false),
            Law::Other(_) => Law::Unsure.into(),
            // "Article 14 of the treaty departs from its Article 34"
            Law::This if is_cited(self.words, name) => Law::Unsure.into(),
            law => law.clone().into(),
        }
    }
}
