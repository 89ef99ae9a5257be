//! What stands right before and right behind a list of citations, and whose they are by that.

mod after;
mod before;

use std::ops::Range;

use super::{Law, Own, lexicon, names::Name, words::Word};

/// More names before a citation say nothing new.
const LOOK_BACK: usize = 16;

/// Within so many words of a sentence stands who applies what it cites.
const REACH: usize = 40;

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
                let before = self.before(list, taken);
                verdict = if before.law.is_some() { before } else { verdict };
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

    /// Whether a court or a regulator applies what its sentence cites, and nothing there calls this law
    /// before: `the judges found a violation of Article 8`.
    pub(super) fn is_applied(&self, list: &Range<usize>) -> bool {
        let at = self.sentences.partition_point(|it| it.end <= list.start);
        let Some(sentence) = self.sentences.get(at) else { return false };
        let here = self.words.partition_point(|word| word.span.start < list.start);
        let from = self.words.partition_point(|word| word.span.start < sentence.start);
        let to = self.words.partition_point(|word| word.span.start < sentence.end);
        let (from, to) = (from.max(here.saturating_sub(REACH)), to.min(here + REACH));
        let words = self.words.get(from..to).unwrap_or_default();
        let named = self.names_before(list.start).filter_map(|it| self.names.get(it));
        let mut named = named.take_while(|it| it.first >= from);
        words.iter().any(Word::reads_laws)
            && words.iter().any(|it| lexicon::is_applying(&it.key))
            && !named.any(|it| it.specific && !it.contrasted)
    }

    /// Where the sentence begins that has this byte.
    pub(super) fn sentence_start(&self, place: usize) -> usize {
        let at = self.sentences.partition_point(|it| it.end <= place);
        self.sentences.get(at).map_or(0, |sentence| sentence.start)
    }

    /// Whether a name says little about what a sentence speaks of: someone's draft, several laws at
    /// once, or a body of law such as `EU law`.
    pub(super) fn is_weak(&self, name: &Name) -> bool {
        let word = self.words.get(name.noun);
        word.is_some_and(|it| lexicon::is_weak(&it.key)) || self.is_silent(name)
    }

    /// Whether a name says nothing about which law is spoken of: small words for several at once, or
    /// for a body of law.
    pub(super) fn is_silent(&self, name: &Name) -> bool {
        let Some(word) = self.words.get(name.noun) else { return false };
        let before = name.first.checked_sub(1).and_then(|before| self.words.get(before));
        let called = self.words.get(name.first..name.noun).unwrap_or_default();
        let chooses = |it: &Word<'_>| lexicon::is_determiner(&it.key) || lexicon::is_back(&it.key);
        let chosen = before.is_some_and(chooses)
            || called.iter().any(|it| it.possessive || lexicon::is_weak(&it.key));
        let body = lexicon::is_body(&word.key) && !chosen && name.last == name.noun;
        let named = word.capital || called.iter().any(|it| it.possessive && it.capital);
        lexicon::is_several(&word.key) && !named || body
    }

    /// Whether a name is told for the first time: `a draft`, `ein Entwurf`.
    pub(super) fn is_new(&self, name: &Name) -> bool {
        let before = name.first.checked_sub(1).and_then(|before| self.words.get(before));
        before.is_some_and(|it| lexicon::is_indefinite(&it.key))
    }

    /// The names before a place, the nearest first.
    pub(super) fn names_before(&self, place: usize) -> impl Iterator<Item = usize> {
        let end = self.names.partition_point(|name| self.end(name) <= place);
        (0..end).rev().take(LOOK_BACK)
    }

    pub(super) fn start(&self, name: &Name) -> usize {
        self.words.get(name.first).map_or(0, |word| word.span.start)
    }

    fn end(&self, name: &Name) -> usize {
        self.words.get(name.last).map_or(0, |word| word.span.end)
    }

    fn by_name(&self, at: usize, behind: bool) -> Verdict {
        let Some(name) = self.names.get(at) else { return Verdict::default() };
        let end = behind.then(|| self.end(name));
        // `Article 28 of the law` is of the one that is spoken of, and `of the draft` is, where no other
        // is there to be told from.
        let noun = self.words.get(name.noun).map_or("", |it| it.key.as_str());
        let alone = || !self.names.iter().any(|it| matches!(it.law, Law::Other(_)));
        let bare = name.law == Law::This && !name.specific && !lexicon::is_telling(noun);
        let silent = name.plain || bare && alone();
        Verdict { law: (!silent).then(|| name.law.clone()), name: Some(at), end }
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
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '„')
}

fn is_shouted(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}
