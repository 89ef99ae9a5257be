//! What stands right before and right behind a list of citations, and whose they are by that.

use std::ops::Range;

use super::{Law, Own, lexicon, names::Name, words::Word};

/// An aside between a citation and its law is no longer than this.
const LONGEST_ASIDE: usize = 80;

/// More names before a citation say nothing new.
const LOOK_BACK: usize = 16;

/// A paragraph with what was found in it.
pub(super) struct Beside<'a> {
    pub(super) paragraph: &'a str,
    pub(super) words: &'a [Word<'a>],
    pub(super) names: &'a [Name],
    pub(super) sentences: &'a [Range<usize>],
    pub(super) own: &'a Own,
}

/// Whose a list is, as far as the words right beside it tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    pub(super) law: Option<Law>,
    /// The name that says so.
    pub(super) name: Option<usize>,
    /// Where that name ends, if it stands behind the list.
    pub(super) end: Option<usize>,
}

impl From<Law> for Verdict {
    fn from(law: Law) -> Self {
        Self { law: Some(law), ..Self::default() }
    }
}

impl Beside<'_> {
    /// What stands before a list may be the name that governs the list before that.
    pub(super) fn verdicts(&self, lists: &[Range<usize>]) -> Vec<Verdict> {
        let mut verdicts: Vec<Verdict> = Vec::with_capacity(lists.len());
        for list in lists {
            let mut verdict = self.after(list);
            if verdict.law.is_none() {
                let taken = verdicts.last().and_then(|before| before.end).unwrap_or_default();
                verdict = self.before(list, taken);
            }
            verdicts.push(verdict);
        }
        verdicts
    }

    /// Whether a list is set against what follows it: "unlike Article 17 of the Charter, Article 28".
    pub(super) fn is_set_against(&self, list: &Range<usize>) -> bool {
        let end = self.words.partition_point(|word| word.span.end <= list.start);
        self.is_contrast_before(end)
    }

    /// Whose a list is that nobody claims: this law's, unless its sentence has named another.
    pub(super) fn without_word(&self, list: &Range<usize>, attached: &[usize]) -> Law {
        let place = self.sentences.partition_point(|it| it.end <= list.start);
        let start = self.sentences.get(place).map_or(0, |sentence| sentence.start);
        for at in self.names_before(list.start) {
            let Some(name) = self.names.get(at) else { break };
            if self.start(name) < start {
                break;
            }
            match &name.law {
                Law::This => return Law::This,
                Law::Other(_) if attached.binary_search(&at).is_ok() || self.is_contrast(name) => {}
                Law::Other(_) => return Law::Unsure,
                Law::Unsure => {}
            }
        }
        Law::This
    }

    /// The names before a place, the nearest first.
    fn names_before(&self, place: usize) -> impl Iterator<Item = usize> {
        let end = self.names.partition_point(|name| self.end(name) <= place);
        (0..end).rev().take(LOOK_BACK)
    }

    fn start(&self, name: &Name) -> usize {
        self.words.get(name.first).map_or(0, |word| word.span.start)
    }

    fn end(&self, name: &Name) -> usize {
        self.words.get(name.last).map_or(0, |word| word.span.end)
    }

    fn by_name(&self, at: usize, behind: bool) -> Verdict {
        let Some(name) = self.names.get(at) else { return Verdict::default() };
        let end = behind.then(|| self.end(name));
        Verdict { law: Some(name.law.clone()), name: Some(at), end }
    }

    /// The name that a word in front of its noun belongs to.
    fn name_at(&self, word: usize) -> Option<usize> {
        let at = self.names.partition_point(|name| name.last < word);
        self.names.get(at).filter(|name| name.first <= word && word <= name.noun).map(|_| at)
    }

    fn name_ending(&self, word: usize) -> Option<usize> {
        let at = self.names.partition_point(|name| name.last < word);
        self.names.get(at).filter(|name| name.last == word).map(|_| at)
    }

    fn after(&self, list: &Range<usize>) -> Verdict {
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
            return self.of(at);
        }
        let tight = gap.chars().all(|c| c.is_whitespace() || is_quote(c)) && !gap.is_empty();
        if tight { self.touching(list, at) } else { Verdict::default() }
    }

    /// What parts a place from the next word, and that word.
    fn gap_after(&self, from: usize) -> Option<(&str, usize)> {
        let at = self.words.partition_point(|word| word.span.start < from);
        let gap = self.paragraph.get(from..self.words.get(at)?.span.start)?;
        Some((gap, at))
    }

    /// "of the Charter", "of Part II of the Charter", "in Brazil's constitution".
    fn of(&self, at: usize) -> Verdict {
        let strong = self.words.get(at).is_some_and(|word| lexicon::is_strong(&word.key));
        let mut at = at + 1;
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
        let silent = self.own.knows(&word.key) || lexicon::is_plain(&word.key) || word.has_digit();
        if !strong || !word.capital || silent || lexicon::is_part(&word.key) {
            return Verdict::default();
        }
        self.stranger(at)
    }

    /// A short name that isn't well known, or another word with a capital: a law's if it ends
    /// there, else perhaps that of an organisation and its plan.
    fn stranger(&self, at: usize) -> Verdict {
        let Some(word) = self.words.get(at) else { return Verdict::default() };
        let ends = !self.words.get(at + 1).is_some_and(|next| next.near);
        let law = word.is_acronym()
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
            Some(word) if word.is_acronym() && word.key.len() > 2 && !shouted => {
                if self.own.knows(&word.key) || self.own.is_organisation(word.written) {
                    Verdict::default()
                } else {
                    self.stranger(at)
                }
            }
            _ => Verdict::default(),
        }
    }

    fn before(&self, list: &Range<usize>, taken: usize) -> Verdict {
        let end = self.words.partition_point(|word| word.span.end <= list.start);
        let Some(mut at) = end.checked_sub(1) else { return Verdict::default() };
        let Some(mut word) = self.words.get(at) else { return Verdict::default() };
        let gap = self.paragraph.get(word.span.end..list.start).unwrap_or_default();
        if word.span.start < taken {
            return Verdict::default();
        }
        if !gap.chars().all(|c| c.is_whitespace() || is_quote(c)) {
            return self.before_comma(list, at, gap);
        }
        // « dont l’article 8 »
        if lexicon::is_determiner(&word.key) && !lexicon::is_back(&word.key) {
            let Some(next) = at.checked_sub(1).filter(|_| word.near) else {
                return Verdict::default();
            };
            at = next;
            let Some(next) = self.words.get(at) else { return Verdict::default() };
            word = next;
            return if word.key == "dont" { self.back(list) } else { Verdict::default() };
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
        if !matches!(sign, "," | ":" | "،") || list.start - self.end(name) > 8 {
            return Verdict::default();
        }
        let opened = self.paragraph.get(..self.start(name)).is_some_and(|it| it.ends_with('('));
        let before = self.word_before(name);
        let within = before.is_some_and(|word| lexicon::is_within(&word.key));
        match &name.law {
            Law::Other(_) if opened || within || sign == ":" => self.by_name(place, false),
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
    fn is_contrast(&self, name: &Name) -> bool {
        self.is_contrast_before(name.first)
    }

    fn is_contrast_before(&self, word: usize) -> bool {
        let words = self.words.get(word.saturating_sub(3)..word).unwrap_or_default();
        words.iter().any(|word| lexicon::is_contrast(&word.key))
    }

    /// "whose Article 8": the law named last.
    fn back(&self, list: &Range<usize>) -> Verdict {
        let place = self.sentences.partition_point(|it| it.end <= list.start);
        let start = self.sentences.get(place).map_or(0, |sentence| sentence.start);
        let Some(at) = self.names_before(list.start).next() else { return Verdict::default() };
        let Some(name) = self.names.get(at) else { return Verdict::default() };
        match &name.law {
            Law::Other(_) if self.start(name) >= start => self.by_name(at, false),
            Law::Other(_) => Law::Unsure.into(),
            law => law.clone().into(),
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '„')
}

fn is_shouted(words: &str) -> bool {
    !words.chars().any(char::is_lowercase)
}
