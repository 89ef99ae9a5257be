//! What follows a noun and belongs to its name: `of the Council of Europe`, `on the Rights of the
//! Child`, `contre la cybercriminalité`. Where it stops is a guess that errs on the short side.

use std::ops::RangeInclusive;

use super::{
    super::{
        lexicon::{self, Noun},
        words::Word,
    },
    Evidence, Finder, LONGEST,
};

/// More small words than these stand between no two parts of a name.
const MOST_SMALL: usize = 4;

impl Finder<'_> {
    /// The last word of a name, with what the words up to there say.
    pub(super) fn last(
        &self,
        head: RangeInclusive<usize>,
        kind: Noun,
        evidence: &mut Evidence,
    ) -> usize {
        let (first, noun) = head.into_inner();
        if self.words.get(noun).is_none_or(|word| word.possessive) {
            return noun;
        }
        let mut last = noun;
        while last - noun < LONGEST
            && let Some(word) = self.near(last + 1)
        {
            if word.has_digit() {
                // `Convention 108`, `Ley 1581`
                let long = word.written.bytes().filter(u8::is_ascii_digit).count() > 2;
                let named = matches!(kind, Noun::Kind(_));
                let number = last == noun
                    && (named || kind != Noun::Wording && long)
                    && !word.year().is_some_and(|year| self.own.is_year(year));
                evidence.foreign |= number;
                return last + usize::from(number);
            }
            if last == noun && self.is_numbered(last + 1) {
                evidence.foreign = true;
                return last + 2;
            }
            let vague = evidence.vague;
            let next = self.next(last, noun, kind, evidence);
            // What is called by all of its name goes on with no word of another: `the Hanoi Convention on
            // the train`.
            let called = self.words.get(first..=last).unwrap_or_default();
            let whole = self.own.is_whole(called) || self.own.is_called_in(called);
            evidence.vague = vague || evidence.vague && !whole;
            let own = |it: &usize| self.words.get(*it).is_some_and(|it| self.own.knows(&it.key));
            let Some(next) = next.filter(|it| !whole || own(it)) else { break };
            let right_behind = next == last + 1;
            last = next;
            let own = self.weigh(last, evidence);
            // `la convention onusienne`
            evidence.owned |= own && right_behind && !word.capital;
            if self.words.get(last).is_some_and(|word| word.possessive) {
                break;
            }
        }
        last
    }

    /// `Law No. 12.965`
    fn is_numbered(&self, at: usize) -> bool {
        let number = self.words.get(at + 1).filter(|it| it.has_digit());
        let word = self.words.get(at).filter(|it| lexicon::is_numbered(&it.key));
        word.zip(number).is_some_and(|(word, number)| number.span.start - word.span.end < 4)
    }

    /// The next word of content in a name that has come so far.
    fn next(&self, last: usize, noun: usize, kind: Noun, evidence: &mut Evidence) -> Option<usize> {
        let (head, word) = (self.words.get(noun)?, self.near(last + 1)?);
        let key = word.key.as_str();
        let begun = last > noun;
        if word.is_arabic() {
            // Right behind a noun without article stands whose it is.
            let owner = !begun && !head.is_definite_arabic() && !lexicon::is_function(key);
            let noun = lexicon::noun(key, false).is_some_and(|noun| self.own.is_kind(noun));
            let silent =
                noun || self.own.knows(key) || lexicon::is_plain(key) || lexicon::is_about(key);
            evidence.foreign |= owner && !silent;
            // What qualifies a noun is of its gender; another noun is the sentence's.
            let feminine = |word: &Word<'_>| word.key.ends_with('ة');
            let agrees = begun || silent || feminine(word) == feminine(head);
            let belongs = owner || word.is_definite_arabic() && agrees || lexicon::is_about(key);
            return belongs.then_some(last + 1);
        }
        if lexicon::is_about(key) || lexicon::is_inside(key) {
            return self.beyond(last + 1, kind, begun, evidence);
        }
        self.continues(word, head, begun).then_some(last + 1)
    }

    /// Whether a word right behind the noun, or behind another word of the name, goes on with it.
    fn continues(&self, word: &Word<'_>, head: &Word<'_>, begun: bool) -> bool {
        let key = word.key.as_str();
        if lexicon::is_function(key) || lexicon::is_determiner(key) || lexicon::is_time(key) {
            return false;
        }
        (word.capital && (head.capital || begun))
            || lexicon::is_region(key)
            || self.own.knows(key) && !begun && !word.capital
            || begun && self.own.knows(key)
    }

    /// Past small words to what a name is about: `on the Rights`, `contre la cybercriminalité`.
    fn beyond(&self, at: usize, kind: Noun, begun: bool, evidence: &mut Evidence) -> Option<usize> {
        let mut next = at;
        let mut of = false;
        while let Some(word) = self.near(next)
            && (lexicon::is_about(&word.key) || lexicon::is_inside(&word.key))
            && next - at < MOST_SMALL
        {
            of |= lexicon::is_of(&word.key);
            next += 1;
        }
        let small = self.words.get(at)?;
        // `der Konvention gegen Korruption die Pflicht`
        let article = begun && lexicon::is_determiner(&small.key);
        if article || !begun && !lexicon::is_about(&small.key) {
            return None;
        }
        let word = self.near(next)?;
        // `convención contra el cibercrimen y Bogotá duda`
        let joined = self.words.get(at..next).unwrap_or_default();
        let last = at.checked_sub(1).and_then(|it| self.words.get(it));
        if word.capital
            && last.is_some_and(|it| !it.capital)
            && joined.iter().any(|it| lexicon::is_and(&it.key))
        {
            return None;
        }
        // `la Déclaration de 1789`
        if evidence.foreign && of && word.has_digit() {
            return Some(next);
        }
        let inner = kind == Noun::Wording && of && lexicon::noun(&word.key, word.capital).is_some();
        let goes_on = word.capital
            || self.own.knows(&word.key)
            || lexicon::is_region(&word.key)
            || lexicon::is_topic(&word.key);
        if of && !begun && word.has_digit() {
            // `la loi du 29 juillet 1881`
            let mut date = self.words.get(next..next + 3).unwrap_or_default().iter();
            let year = date.find_map(Word::year);
            evidence.foreign |= year.is_some_and(|year| !self.own.is_year(year));
        }
        if lexicon::is_time(&word.key) || word.has_digit() || !(goes_on || inner) {
            // `the treaty on climate` may be another one; `the text of note` says nothing.
            // `le code de la consommation`
            let genitive = matches!(small.key.as_str(), "de" | "du" | "des" | "d" | "del")
                && kind != Noun::Wording
                && !goes_on;
            let topic =
                !begun && (!of || genitive) && !lexicon::is_time(&word.key) && !word.has_digit();
            evidence.vague |= topic;
            return None;
        }
        evidence.owned |= of && self.own.knows(&word.key);
        Some(next)
    }
}
