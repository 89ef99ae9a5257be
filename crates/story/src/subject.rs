//! Whether a story that names no law speaks of this one: of what the law is about, and each place of what
//! the dataset says of that provision; of those who speak in the dataset; of how states make such laws.
//! What has articles is without number, and no list has the words for all of it; this asks the other way
//! round, for what is this law's.

use std::collections::BTreeMap;

use dataset::{Dataset, Provision, ProvisionIx, Text};

use crate::{
    glossary::{Meaning, Weight, meaning},
    language::is_small,
    laws::{Context, Own, Word, words},
    mention::{Mention, What},
};

/// How states make laws among themselves, by the beginnings of words.
const AMONG_STATES: &str = "delegat diplomat negotiat négociat negocia ratif signator signatair envoy \
                            plenar accession unterhänd unterzeichn multilateral دبلوماسي مفاوض \
                            التصديق المفاوضات وفود الوفد الموقعة صادق";

/// What is done to persons, and firms, by the law of a state.
const CHARGED: &str = "charged arrested sentenced convicted fined jailed detained indicted acquitted arrest \
                       verurteilt angeklagt festgenommen verhaftet condamné condamnée inculpé arrêté \
                       écroué detenido detenida condenado condenada imputado multado multó \
                       اعتقال اعتقلت تعاقب";

/// What tells that a story is about this law, in parts of what is enough.
const ENOUGH: usize = 8;
/// A word of the law's short name that few others have: no organisation's, as `UN` is.
const SURE: usize = 8;
/// A place in the first sentence, before which nothing else can have been spoken of.
const FIRST: usize = 8;
/// `The treaty`, where this is one; how states make one.
const LIKELY: usize = 6;
/// A meaning that few laws have to do with, anywhere in the story.
const TELLING: usize = 4;
/// One that many have, a word of a heading, someone who speaks in the dataset: they speak of other laws, too.
const COMMON: usize = 2;

/// Another law that is named where this one isn't, or a place that this one lacks.
const AGAINST: usize = 4;

/// So many words more meet one more meaning by chance, up to a story of so many stretches.
const STRETCH: usize = 60;
const MORE: usize = 4;
const LONGEST: usize = 2;

/// A law of which less is said can't be told by that.
const FEWEST: usize = 8;

/// A word that stands with more provisions than one in so many says nothing of one.
const SPREAD: usize = 6;

/// More places say nothing more; this keeps the time linear.
const MOST: usize = 32;

/// So many words in front of a story's first sentence are a label of it.
const LABEL: usize = 3;

/// So many words to a place that say something, and nothing that is known, are about something else.
const STRANGE: usize = 3;

/// Among so many words of a sentence, or so, stands who does what it says.
const SUBJECT: usize = 4;

/// So many letters of a word are its beginning, which other forms and languages share.
const BEGINNING: usize = 6;

/// What a word says: a meaning that languages share, or its beginning in one of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sense {
    Meaning(Meaning),
    Beginning(String),
}

/// What a law is about.
pub(crate) struct Subject<'d> {
    dataset: &'d Dataset,
    own: &'d Own,
    /// What its headings say, and the meanings of all that is said of it.
    topics: BTreeMap<Sense, usize>,
    /// With how many provisions a word stands.
    spread: BTreeMap<Sense, usize>,
}

impl<'d> Subject<'d> {
    pub(crate) fn of(dataset: &'d Dataset, own: &'d Own) -> Self {
        let (mut topics, mut spread) = (BTreeMap::new(), BTreeMap::<Sense, usize>::new());
        let instrument = &dataset.records().instrument;
        let mut learn = |text: &str, whole: bool| {
            for word in words(text) {
                let Some((sense, worth)) = sense(&word) else { continue };
                // What it is called by says less of what it is about.
                if matches!(sense, Sense::Meaning(_)) || whole && !own.knows(&word.key) {
                    topics.insert(sense, worth);
                }
            }
        };
        instrument.title.wordings().for_each(|it| learn(it, false));
        for (_, provision) in dataset.provisions() {
            let heading = provision.heading.iter().flat_map(Text::wordings);
            heading.for_each(|it| learn(it, true));
            provision.summary.wordings().for_each(|it| learn(it, false));
            for sense in said_of(provision) {
                *spread.entry(sense.0).or_default() += 1;
            }
        }
        for (_, concern) in dataset.concerns() {
            concern.title.wordings().for_each(|it| learn(it, false));
            concern.summary.wordings().for_each(|it| learn(it, false));
        }
        for (_, group) in dataset.groups() {
            group.label.wordings().for_each(|it| learn(it, false));
        }
        Self { dataset, own, topics, spread }
    }

    /// Whether a story speaks of the law, by all that it says and by what it says of the places that it
    /// names without a law.
    pub(crate) fn is_told(&self, text: &str, places: &[&Mention], context: Context) -> bool {
        if self.topics.len() < FEWEST {
            return true;
        }
        let words = words(text);
        let mut points = usize::from(context.is_named()) * LIKELY;
        points += usize::from(words.iter().any(is_among_states)) * LIKELY;
        points += usize::from(words.iter().any(|it| self.own.is_telling(it))) * SURE;
        points += usize::from(self.has_speaker(text)) * COMMON;
        points += usize::from(self.is_first(text, &words, places)) * FIRST;
        points += senses(text).keys().filter_map(|it| self.topics.get(it)).sum::<usize>();
        points += places.iter().take(MOST).map(|it| self.fit(text, it)).sum::<usize>();
        let lacks = places.first().is_some_and(|it| matches!(it.what, What::Missing { .. }));
        let unnamed = !context.is_named();
        let charged = unnamed && self.own.is_among_states() && words.iter().any(is_charged);
        let against =
            usize::from(context.other && unnamed) + usize::from(lacks) + usize::from(charged);
        let long = (words.len() / STRETCH).min(LONGEST);
        points >= ENOUGH + long * MORE + against * AGAINST
    }

    /// Whether the first place stands in the first sentence that is more than a label, `Minutes, 3
    /// November:`, and that says something of laws such as this, or the whole text nothing of others. Before
    /// a court, it may be of any.
    fn is_first(&self, text: &str, said: &[Word<'_>], places: &[&Mention]) -> bool {
        let Some(place) = places.first() else { return false };
        let before = text.get(..place.sentence.start).unwrap_or_default();
        let is_of = |it: &&Word<'_>| place.sentence.contains(&it.span.start);
        let free = |it: &&Word<'_>| {
            let mut places = places.iter().take(MOST);
            !places.any(|place| place.span.start < it.span.end && it.span.start < place.span.end)
        };
        let said = said.iter().filter(free);
        let most = STRANGE * places.len().min(MOST);
        let strange = said.clone().filter(|it| sense(it).is_some()).take(most).count();
        let sentence = || said.clone().filter(is_of);
        before.split_whitespace().nth(LABEL).is_none()
            && !sentence().take(SUBJECT).any(Word::is_court)
            && (sentence().any(|it| self.knows(it)) || strange < most)
    }

    /// Whether a word is of laws such as this one.
    fn knows(&self, word: &Word<'_>) -> bool {
        is_among_states(word)
            || self.own.knows(&word.key)
            || word.is_law()
            || meaning(&word.key).is_some()
            || sense(word).is_some_and(|it| self.topics.contains_key(&it.0))
    }

    /// How well a sentence fits what the dataset says of the place that it names.
    fn fit(&self, text: &str, place: &Mention) -> usize {
        let What::Here(provisions) = &place.what else { return 0 };
        let said = senses(text.get(place.sentence.clone()).unwrap_or_default());
        let most = self.dataset.provisions().len().div_ceil(SPREAD);
        let fits = |provision: &ProvisionIx| {
            let said_of = self.dataset.provision(*provision).map(said_of).unwrap_or_default();
            let own = |sense: &Sense| {
                let spread = self.spread.get(sense).copied().unwrap_or_default();
                matches!(sense, Sense::Meaning(_)) || spread <= most
            };
            said_of
                .into_iter()
                .filter(|it| said.contains_key(&it.0) && own(&it.0))
                .map(|it| it.1)
                .sum()
        };
        provisions.iter().map(fits).max().unwrap_or_default()
    }

    /// Whether it names someone who speaks in the dataset.
    fn has_speaker(&self, text: &str) -> bool {
        self.dataset.organisations().any(|(_, it)| {
            let names = it.name.wordings().chain(it.short_name.as_deref());
            names.chain(it.aliases.iter().map(String::as_str)).any(|name| has(text, name))
        })
    }
}

/// Whether a person is said to be charged, fined or jailed, which no treaty among states does.
fn is_charged(word: &Word<'_>) -> bool {
    CHARGED.split_ascii_whitespace().any(|it| word.key == it)
}

fn is_among_states(word: &Word<'_>) -> bool {
    AMONG_STATES.split_ascii_whitespace().any(|it| word.key.starts_with(it))
}

/// What the dataset says of a provision.
fn said_of(provision: &Provision) -> BTreeMap<Sense, usize> {
    let heading = provision.heading.iter().flat_map(Text::wordings);
    heading.chain(provision.summary.wordings()).flat_map(senses).collect()
}

/// What the words of a text say, and what that is worth.
fn senses(text: &str) -> BTreeMap<Sense, usize> {
    words(text).iter().filter_map(sense).collect()
}

fn sense(word: &Word<'_>) -> Option<(Sense, usize)> {
    if let Some((meaning, weight)) = meaning(&word.key) {
        let worth = match weight {
            Weight::Telling => TELLING,
            Weight::Common => COMMON,
            Weight::Legal => 0,
        };
        return Some((Sense::Meaning(meaning), worth));
    }
    let silent = word.has_digit() || is_small(&word.key) || word.is_law();
    let key = word.key.strip_suffix('s').unwrap_or(&word.key);
    let beginning: String = key.chars().take(BEGINNING).collect();
    (!silent && beginning.chars().count() >= BEGINNING - 1)
        .then_some((Sense::Beginning(beginning), COMMON))
}

fn has(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, it)| {
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        let after = text.get(start + it.len()..).and_then(|it| it.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}
