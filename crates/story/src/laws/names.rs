//! Names of laws in a paragraph: a noun such as "charter" with the words around it that belong to
//! it, a short name, or a name that everybody knows. And whose they are.

mod tail;

use std::ops::Range;

use super::{
    Law, Own,
    lexicon::{self, Noun},
    words::Word,
};

/// A run longer than this is no name.
const LONGEST: usize = 8;

/// How far behind a law's name "the convention" may still mean that one.
const NEAR: usize = 25;

/// A law's name in a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// The first of its words.
    pub(super) first: usize,
    /// The word for a kind of law, or the last of the name where it has none.
    pub(super) noun: usize,
    /// The last of its words.
    pub(super) last: usize,
    pub(super) law: Law,
}

/// All names, in order; none overlaps another or a citation.
pub(super) fn names(
    paragraph: &str,
    words: &[Word<'_>],
    lists: &[Range<usize>],
    own: &Own,
) -> Vec<Name> {
    let mut finder =
        Finder { paragraph, words, own, cited: cited(words, lists), names: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        if let Some(name) = finder.name(at) {
            at = name.last;
            finder.names.push(name);
        }
        at += 1;
    }
    finder.names
}

/// Which words belong to citations.
fn cited(words: &[Word<'_>], lists: &[Range<usize>]) -> Vec<bool> {
    let mut lists = lists.iter().peekable();
    let is_cited = |word: &Word<'_>| {
        while lists.next_if(|list| list.end <= word.span.start).is_some() {}
        lists.peek().is_some_and(|list| list.start < word.span.end)
    };
    words.iter().map(is_cited).collect()
}

struct Finder<'a> {
    paragraph: &'a str,
    words: &'a [Word<'a>],
    own: &'a Own,
    cited: Vec<bool>,
    names: Vec<Name>,
}

/// What the words of a name say about whose it is.
#[derive(Default)]
struct Evidence {
    foreign: bool,
    vague: bool,
    /// A word of this law's own in front of the noun, or behind `of`: whose it is.
    owned: bool,
}

impl Finder<'_> {
    fn name(&self, at: usize) -> Option<Name> {
        let word = self.free(at)?;
        let keys = self.words.get(at..)?.iter().map(|word| word.key.as_str());
        if let Some(count) = lexicon::full_name(&keys) {
            let last = at + count - 1;
            let own = (at..=last).all(|at| self.is_own(at));
            return Some(self.named(at, last, last, !own));
        }
        let noun_at = |at: usize| {
            let next = self.near(at).filter(|next| !next.is_arabic());
            next.is_some_and(|next| lexicon::noun(&next.key, next.capital).is_some())
        };
        if let Some(noun) = lexicon::noun(&word.key, word.capital) {
            // Of `draft law` the last is the noun.
            if !word.possessive && noun_at(at + 1) {
                return None;
            }
            let first = self.first(at);
            return Some(self.around(first, at, noun));
        }
        let known = lexicon::is_known_acronym(&word.key) && word.is_acronym();
        known.then(|| self.named(at, at, at, !self.own.knows(&word.key)))
    }

    fn free(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at).filter(|_| self.cited.get(at) == Some(&false))
    }

    /// The next word, where only space parts it from the one before.
    fn near(&self, at: usize) -> Option<&Word<'_>> {
        self.free(at).filter(|word| word.near)
    }

    fn is_own(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            self.own.knows(&word.key)
                || lexicon::is_inside(&word.key)
                || lexicon::is_about(&word.key)
        })
    }

    fn named(&self, first: usize, noun: usize, last: usize, other: bool) -> Name {
        let law = if other { Law::Other(self.written(first, last)) } else { Law::This };
        Name { first, noun, last, law }
    }

    /// A name as it stands in the text, with the word for whose it is.
    fn written(&self, first: usize, last: usize) -> String {
        let owner = first.checked_sub(1).and_then(|before| self.free(before));
        let owner = owner.filter(|it| self.near(first).is_some() && lexicon::is_back(&it.key));
        let start = owner.or(self.words.get(first)).map_or(0, |word| word.span.start);
        let end = self.words.get(last).map_or(start, |word| word.span.start + word.base().len());
        self.paragraph.get(start..end).unwrap_or_default().into()
    }

    /// Where the words in front of a noun begin that belong to it.
    fn first(&self, noun: usize) -> usize {
        let taken = self.names.last().map_or(0, |name| name.last + 1);
        let mut first = noun;
        while first > taken && noun - first < LONGEST && self.near(first).is_some() {
            let before = first - 1;
            let Some(word) = self.free(before) else { break };
            let function = lexicon::is_function(&word.key) || lexicon::is_determiner(&word.key);
            let capitals = before > taken
                && self.near(before).is_some()
                && [before - 1, first].iter().all(|at| self.free(*at).is_some_and(|it| it.capital));
            // The Council of Europe Convention
            if function
                && !(lexicon::is_inside(&word.key)
                    && !lexicon::is_determiner(&word.key)
                    && capitals)
            {
                break;
            }
            first = before;
        }
        let before = first.checked_sub(1).and_then(|before| self.free(before));
        let introduced = before.is_some_and(|before| {
            lexicon::is_determiner(&before.key) || lexicon::is_of(&before.key)
        });
        // Without an article in front, verbs may stand there: `states signed conventions`.
        while !introduced && first < noun && !self.may_begin(first) {
            first += 1;
        }
        first
    }

    fn may_begin(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            word.capital || self.own.knows(&word.key) || lexicon::is_plain(&word.key)
        })
    }

    fn around(&self, first: usize, at: usize, noun: Noun) -> Name {
        let mut evidence = Evidence { foreign: !self.own.is_kind(noun), ..Evidence::default() };
        for before in first..at {
            evidence.owned |= self.weigh(before, &mut evidence);
        }
        let last = self.last(at, noun, &mut evidence);
        let name = |law| Name { first, noun: at, last, law };
        if evidence.foreign {
            return self.named(first, at, last, true);
        }
        let bare = first == at && last == at;
        if let Some(law) = self.said_before(first, at, bare) {
            return name(law);
        }
        let keys: Vec<&str> = self
            .words
            .get(at..=last)
            .unwrap_or_default()
            .iter()
            .map(|it| it.key.as_str())
            .collect();
        let official = matches!(noun, Noun::Kind(_)) && last > at;
        // `Convention on Cybercrime` is no run of `Convention against Cybercrime`.
        let doubtful = official
            && !evidence.owned
            && !self.own.has_run(&keys)
            && !keys.first().is_some_and(|_| self.words.get(at).is_some_and(Word::is_arabic));
        name(if evidence.vague || doubtful { Law::Unsure } else { Law::This })
    }

    /// What a word beside the noun says; whether it is one of this law's own.
    fn weigh(&self, at: usize, evidence: &mut Evidence) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let key = word.key.as_str();
        if lexicon::is_inside(key) || lexicon::is_determiner(key) || word.has_digit() {
            return false;
        }
        if self.own.knows(key) {
            return lexicon::noun(key, true).is_none();
        }
        match lexicon::noun(key, word.capital) {
            Some(noun) => evidence.foreign |= !self.own.is_kind(noun),
            None if lexicon::is_plain(key) || lexicon::is_about(key) => {}
            None if word.capital || lexicon::is_region(key) => evidence.foreign = true,
            None => evidence.vague = true,
        }
        false
    }

    /// "That convention" is the one named before, and "the convention" may be.
    fn said_before(&self, first: usize, noun: usize, bare: bool) -> Option<Law> {
        let key = &self.words.get(noun)?.key;
        let determiner =
            first.checked_sub(1).and_then(|it| self.words.get(it)).map(|it| it.key.as_str());
        let earlier = self
            .names
            .iter()
            .rev()
            .take(LONGEST)
            .find(|name| self.words.get(name.noun).is_some_and(|it| it.key == *key))?;
        let Law::Other(_) = &earlier.law else { return None };
        if matches!(determiner, Some("that" | "تلك" | "ذلك")) {
            return Some(earlier.law.clone());
        }
        (bare && determiner != Some("this") && noun - earlier.last <= NEAR).then_some(Law::Unsure)
    }
}
