//! What this law is called: the words of its title, short title and drafts, and their initials.
// cspell:words Konvention

use std::{collections::BTreeSet, ops::Range};

use dataset::{Dataset, Text};

use crate::glossary::{Meaning, Weight, meaning};

use super::{
    lexicon::{self, Family, Noun},
    words::{Word, words},
};

/// The words that name the dataset's law, and the organisations whose names are none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    words: BTreeSet<String>,
    titles: Vec<Vec<String>>,
    /// The words of what it is called in short.
    short: BTreeSet<String>,
    /// What all spellings of each have in common.
    spellings: BTreeSet<String>,
    /// What these mean.
    meanings: BTreeSet<Meaning>,
    kinds: Vec<Noun>,
    organisations: BTreeSet<String>,
    /// Those that are called as laws are: `the Cybersecurity Tech Accord`.
    called_as_laws: Vec<String>,
    years: BTreeSet<u16>,
}

impl Own {
    pub(crate) fn of(dataset: &Dataset) -> Self {
        let mut own = Self::default();
        let instrument = &dataset.records().instrument;
        own.title(&instrument.title);
        own.title(&instrument.short_title);
        instrument.aliases.iter().for_each(|alias| own.name(alias));
        let short = instrument.short_title.wordings();
        for name in short.chain(instrument.aliases.iter().map(String::as_str)) {
            own.short.extend(words(name).iter().flat_map(spellings));
        }
        own.spellings = own.short.iter().map(|it| lexicon::spelling(it).into()).collect();
        let telling = |key: &String| meaning(key).filter(|it| it.1 == Weight::Telling);
        own.meanings = own.short.iter().filter_map(telling).map(|it| it.0).collect();
        for draft in &instrument.drafts {
            draft.label.wordings().for_each(|label| own.learn(&words(label)));
            own.years.extend(draft.date.map(dataset::CalendarDate::year));
        }
        own.years.extend(instrument.status.events.iter().map(|event| event.date.year()));
        instrument.symbols.iter().for_each(|symbol| own.learn(&words(symbol)));
        for (_, organisation) in dataset.organisations() {
            let names = organisation.name.wordings().chain(organisation.short_name.as_deref());
            let names = names.chain(organisation.aliases.iter().map(String::as_str));
            own.organisations.extend(names.map(Into::into));
        }
        let as_law = |it: &&String| words(it).len() > 1 && words(it).iter().any(Word::is_law);
        own.called_as_laws = own.organisations.iter().filter(as_law).cloned().collect();
        own
    }

    fn title(&mut self, title: &Text) {
        title.wordings().for_each(|wording| self.name(wording));
    }

    fn name(&mut self, name: &str) {
        let words = words(name);
        self.learn(&words);
        self.kinds.extend(words.iter().filter_map(|it| lexicon::noun(&it.key, true)));
        let said = words.into_iter().map(|it| it.key).filter(|it| !lexicon::is_determiner(it));
        self.titles.push(said.collect());
    }

    /// Content words, their other spellings, and the initials of runs of capitals: `UN`.
    fn learn(&mut self, words: &[Word<'_>]) {
        let mut run = String::new();
        for word in words {
            if word.capital && word.near {
                run.extend(word.key.chars().next());
            } else {
                run = word.key.chars().next().filter(|_| word.capital).into_iter().collect();
            }
            for start in 0..run.len().saturating_sub(1) {
                self.words.extend(run.get(start..).map(Into::into));
            }
            if !lexicon::is_function(&word.key) && !lexicon::is_determiner(&word.key) {
                self.words.extend(spellings(word));
            }
        }
    }

    /// Whether the law's name may have this word.
    pub(crate) fn knows(&self, key: &str) -> bool {
        let is_word = |key: &str| self.words.contains(key);
        // The German genitive
        let stem = || key.strip_suffix("es").or_else(|| key.strip_suffix('s'));
        is_word(key)
            || key.split_once('-').is_some_and(|(first, _)| is_word(first))
            || lexicon::compound(key).is_some() && stem().is_some_and(is_word)
    }

    /// Whether a word means the same as one of the law's short name: `hacking`, of `cybercrime`.
    pub(super) fn means(&self, key: &str) -> bool {
        meaning(key).is_some_and(|it| self.meanings.contains(&it.0))
    }

    /// Whether words call the law by a name, or by two words of a short one in a row: `UN cybercrime`.
    pub(super) fn is_called_in(&self, words: &[Word<'_>]) -> bool {
        let said: Vec<&Word<'_>> =
            words.iter().filter(|it| !lexicon::is_determiner(&it.key)).collect();
        let called = |title: &Vec<String>| {
            let noun = |key: &String| lexicon::noun(key, true).is_some();
            let mut runs = said.windows(title.len().max(1));
            !title.iter().all(noun)
                && runs.any(|run| run.iter().zip(title).all(|(word, key)| word.key == *key))
        };
        let run = |pair: &[&Word<'_>]| {
            let [one, other] = pair else { return false };
            let differ = lexicon::spelling(&one.key) != lexicon::spelling(&other.key);
            other.near && differ && self.is_short(one) && self.is_short(other)
        };
        let telling: Vec<&Word<'_>> =
            said.iter().copied().filter(|it| !lexicon::is_function(&it.key)).collect();
        self.titles.iter().any(called) || telling.windows(2).any(run)
    }

    /// Whether words have two of the law's short name, in whatever order, and so are a name of it that is
    /// whole; or one that is an alias by itself: `UN-Cybercrime-Konvention`, `Hanoi-Konvention`.
    pub(super) fn is_whole(&self, words: &[Word<'_>]) -> bool {
        let alias = |word: &Word<'_>| self.titles.iter().any(|it| *it == [word.key.as_str()]);
        let parts = words.iter().flat_map(|it| it.key.split('-'));
        let said: BTreeSet<&str> = parts
            .filter(|it| !is_silent(it))
            .map(lexicon::spelling)
            .filter(|it| self.spellings.contains(*it))
            .collect();
        said.len() > 1 || words.iter().any(alias)
    }

    /// Whether a word is one of the law's short name, and says something.
    pub(crate) fn is_short(&self, word: &Word<'_>) -> bool {
        let key = word.key.as_str();
        let silent = is_silent(key) || word.has_digit();
        let long = key.chars().count() > 3 || word.is_acronym();
        let known = self.short.contains(key)
            || key.strip_suffix('s').is_some_and(|it| self.short.contains(it));
        known && !silent && long
    }

    /// Whether such a word is this law's more than an organisation's: `cybercrime`, but not `UN`.
    pub(crate) fn is_telling(&self, word: &Word<'_>) -> bool {
        self.is_short(word) && !lexicon::is_organisation(&word.key)
    }

    /// Whether it is made by states among themselves.
    pub(crate) fn is_among_states(&self) -> bool {
        let family = |it: &Noun| lexicon::family(*it) == Some(Family::States);
        self.kinds.iter().any(family)
    }

    /// Whether all that stands in front of the ending of a German name may be in this law's:
    /// `UN-Cybercrime-Konvention`.
    pub(super) fn is_compound(&self, key: &str) -> bool {
        let whole = self.knows(key) && !key.contains('-');
        let parts = |(before, _): (&str, _)| {
            before.split('-').all(|it| self.words.contains(it) || lexicon::is_plain(it))
        };
        whole || lexicon::compound(key).is_some_and(parts)
    }

    /// Whether something came of this law in a year.
    pub(super) fn is_year(&self, year: u16) -> bool {
        self.years.contains(&year)
    }

    /// Whether a noun may stand for this law.
    pub(super) fn is_kind(&self, noun: Noun) -> bool {
        !matches!(noun, Noun::Kind(_)) || self.kinds.contains(&noun)
    }

    /// Whether a noun is one for laws of another family: `the bill`, where this is a treaty.
    pub(super) fn is_of_other_family(&self, noun: Noun) -> bool {
        let own = || self.kinds.iter().filter_map(|it| lexicon::family(*it));
        lexicon::family(noun)
            .is_some_and(|family| own().next().is_some() && own().all(|it| it != family))
    }

    /// Whether these words stand in its title so, or the same ones in another language.
    pub(super) fn has_run(&self, keys: &[&str]) -> bool {
        let said = |it: &&str| !lexicon::is_determiner(it);
        let keys: Vec<&str> = keys.iter().copied().filter(said).collect();
        let same = |(title, key): (&String, &&str)| {
            let noun = lexicon::noun(key, true);
            title == key
                || lexicon::same(title).any(|it| it == *key)
                || noun.is_some() && noun == lexicon::noun(title, true)
        };
        let run = |title: &Vec<String>| {
            title.windows(keys.len().max(1)).any(|run| run.iter().zip(&keys).all(same))
        };
        self.titles.iter().any(run)
    }

    /// Where organisations stand that are called as laws are.
    pub(super) fn called_as_laws(&self, text: &str) -> Vec<Range<usize>> {
        let all = self.called_as_laws.iter();
        let found = all.flat_map(|name| text.match_indices(name.as_str()));
        let mut found: Vec<_> = found.map(|(at, name)| at..at + name.len()).collect();
        found.sort_unstable_by_key(|it| it.start);
        found
    }

    /// An organisation's name or alias, spelt exactly so.
    pub(crate) fn is_organisation(&self, written: &str) -> bool {
        self.organisations.contains(written)
    }
}

/// Whether a word of a name says nothing of which law it is.
fn is_silent(key: &str) -> bool {
    lexicon::noun(key, true).is_some()
        || lexicon::is_function(key)
        || lexicon::is_determiner(key)
        || lexicon::is_about(key)
        || lexicon::is_plain(key)
}

/// A word in all its spellings.
fn spellings(word: &Word<'_>) -> Vec<String> {
    lexicon::same(&word.key).map(Into::into).chain([word.key.clone()]).collect()
}
