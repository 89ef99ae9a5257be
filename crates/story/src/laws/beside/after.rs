//! The law that is named behind a list: `of the Charter`, `ICCPR`.
// cspell:words verpflichtet dort regelt

use std::ops::Range;

use super::{
    super::{Law, lexicon, words::Word},
    Beside, Verdict, is_quote, is_shouted,
};

/// An aside between a citation and its law is no longer than this.
const LONGEST_ASIDE: usize = 80;

impl Beside<'_> {
    pub(super) fn after(&self, list: &Range<usize>) -> Verdict {
        let mut from = list.end;
        let mut gap = self.gap_after(from);
        if gap.is_some_and(|(gap, _)| gap.trim_start().starts_with('(')) {
            if let Some((_, at)) = gap
                && let Some(name) = self.name_at(at)
            {
                return self.by_name(name, true);
            }
            let aside = self.paragraph.get(from..).and_then(|rest| rest.find(')'));
            let Some(length) = aside.filter(|length| *length <= LONGEST_ASIDE) else {
                return Verdict::default();
            };
            from += length + 1;
            gap = self.gap_after(from);
        }
        let Some((gap, at)) = gap else { return Verdict::default() };
        let Some(word) = self.words.get(at) else { return Verdict::default() };
        let comma = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, ')' | ',' | '،');
        if lexicon::is_of(&word.key) && gap.chars().all(comma) {
            return self.of(list, at);
        }
        if lexicon::is_thereof(&word.key) && gap.chars().all(char::is_whitespace) {
            return self.thereof(list, word);
        }
        if gap.chars().all(char::is_whitespace) && self.is_there(at) {
            return self.there(list, at);
        }
        let tight = gap.chars().all(|c| c.is_whitespace() || is_quote(c)) && !gap.is_empty();
        if tight { self.touching(list, at) } else { Verdict::default() }
    }

    /// "Article 19 there", "Artikel 24 verpflichtet dort", but not "under Article 19 there is".
    fn is_there(&self, at: usize) -> bool {
        let key =
            |at: usize| self.words.get(at).filter(|it| it.near).map_or("", |it| it.key.as_str());
        let goes_on = lexicon::is_function(key(at + 1)) || lexicon::is_auxiliary(key(at + 1));
        match self.words.get(at).map(|it| it.key.as_str()) {
            Some("there") => !goes_on,
            Some(word) => lexicon::is_there(word) || is_there_within(key(at + 1)),
            None => false,
        }
    }

    /// The law spoken of last; unless none was, or something of a name of its own since.
    fn there(&self, list: &Range<usize>, at: usize) -> Verdict {
        let named = self.names_before(list.start).next().and_then(|it| self.names.get(it));
        let since = self.words.get(named.map_or(0, |it| it.last + 1)..at).unwrap_or_default();
        let called = since.windows(2).any(|pair| {
            let stranger =
                |it: &Word<'_>| it.capital && !self.own.knows(&it.key) && !it.has_digit();
            pair.iter().all(stranger) && pair.last().is_some_and(|it| it.near)
        });
        if called || named.is_none_or(|it| it.contrasted) {
            return Law::Unsure.into();
        }
        self.back(list)
    }

    /// What parts a place from the next word, and that word.
    fn gap_after(&self, from: usize) -> Option<(&str, usize)> {
        let at = self.words.partition_point(|word| word.span.start < from);
        let gap = self.paragraph.get(from..self.words.get(at)?.span.start)?;
        Some((gap, at))
    }

    /// "of the Charter", "of Part II of the Charter", "in Brazil's constitution".
    fn of(&self, list: &Range<usize>, of: usize) -> Verdict {
        let strong = self.words.get(of).is_some_and(|word| lexicon::is_strong(&word.key));
        let mut at = of + 1;
        for _ in 0..2 {
            while self.words.get(at).is_some_and(|it| it.near && lexicon::is_determiner(&it.key)) {
                at += 1;
            }
            let part = self.words.get(at).is_some_and(|word| lexicon::is_part(&word.key));
            let of = self.words.get(at + 2).is_some_and(|word| lexicon::is_of(&word.key));
            at += if part && of { 3 } else { 0 };
        }
        let Some(word) = self.words.get(at).filter(|word| word.near) else {
            return Verdict::default();
        };
        if let Some(name) = self.name_at(at) {
            return self.by_name(name, true);
        }
        if lexicon::is_paper(&word.key) || word.key == "code" {
            return Law::Unsure.into();
        }
        if word.key == "it" {
            return self.back(list);
        }
        let silent = self.own.knows(&word.key) || lexicon::is_plain(&word.key) || word.has_digit();
        if !strong || silent || lexicon::is_part(&word.key) {
            return Verdict::default();
        }
        if word.capital {
            return self.foreign(at);
        }
        // What has an article of speech here has articles of law, and may stand for this one: `of its younger
        // sibling`.
        let chosen = self.words.get(at - 1).is_some_and(|it| lexicon::is_determiner(&it.key));
        if chosen { Law::Likely.into() } else { Verdict::default() }
    }

    /// A short name that isn't well known, or another word with a capital: a law's if it ends
    /// there, else perhaps that of an organisation and its plan.
    fn foreign(&self, at: usize) -> Verdict {
        let Some(word) = self.words.get(at) else { return Verdict::default() };
        // Nothing but a law is spelt so: `§ 53 BBesG regelt`.
        let mixed = word.is_abbreviation() && !word.is_acronym();
        let ends = mixed || !self.words.get(at + 1).is_some_and(|next| next.near);
        let law = (word.is_acronym() || word.is_abbreviation())
            && word.key.len() > 2
            && ends
            && !word.possessive
            && !self.own.is_organisation(word.written);
        if law { Law::Other(word.written.into()).into() } else { Law::Unsure.into() }
    }

    /// "Article 102 UN Charter", "Article 17 ICCPR".
    fn touching(&self, list: &Range<usize>, at: usize) -> Verdict {
        if let Some(place) = self.name_at(at)
            && let Some(name) = self.names.get(place).filter(|name| name.first == at)
        {
            let words = self.words.get(name.first..=name.noun).unwrap_or_default();
            if words.iter().all(|word| word.capital || lexicon::is_inside(&word.key)) {
                return self.by_name(place, true);
            }
        }
        let shouted = self.paragraph.get(list.clone()).is_some_and(is_shouted);
        match self.words.get(at) {
            Some(word)
                if (word.is_acronym() || word.is_abbreviation())
                    && word.key.len() > 2
                    && !shouted =>
            {
                if self.own.knows(&word.key) || self.own.is_organisation(word.written) {
                    Verdict::default()
                } else {
                    self.foreign(at)
                }
            }
            _ => Verdict::default(),
        }
    }
}

/// Whether a word with one before it says so; in English "Article 24 says there" goes on.
fn is_there_within(key: &str) -> bool {
    key != "there" && lexicon::is_there(key)
}
