//! Names of laws in a paragraph: a noun such as "charter" with the words around it that belong to
//! it, a short name, or a name that everybody knows. And whose they are.

mod tail;

use std::ops::Range;

use super::{
    Law, Own,
    lexicon::{self, Family, Noun},
    words::Word,
};

/// A run longer than this is no name.
const LONGEST: usize = 8;

/// How many words before a name may set something against it.
const CONTRAST_REACH: usize = 4;

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
    /// It is called by words of this law's own: `the cybercrime treaty`, but not `the treaty`.
    pub(super) specific: bool,
    /// It is a noun for laws of another family and nothing else: `the bill`, where this is a treaty.
    pub(super) plain: bool,
    /// Another law is set against it: `differs from the treaty`.
    pub(super) contrasted: bool,
}

/// All names, in order; none overlaps another or a citation.
pub(super) fn names(
    paragraph: &str,
    words: &[Word<'_>],
    lists: &[Range<usize>],
    own: &Own,
    own_named: bool,
) -> Vec<Name> {
    let organisations = own.called_as_laws(paragraph);
    let cited: Vec<bool> = std::iter::zip(within(words, lists), within(words, &organisations))
        .map(|(cited, organisation)| cited || organisation)
        .collect();
    let mut finder = Finder { paragraph, words, own, own_named, cited, names: Vec::new() };
    let mut at = 0;
    while at < words.len() {
        if let Some(name) = finder.name(at) {
            at = name.last;
            finder.names.push(Name { contrasted: is_contrasted(words, name.first), ..name });
        }
        at += 1;
    }
    finder.names
}

/// Whether words right before a name set something against it: `differs from the`, `not the`.
fn is_contrasted(words: &[Word<'_>], first: usize) -> bool {
    let before = |back: usize| {
        let next = words.get(first.checked_sub(back - 1)?).filter(|it| it.near);
        words.get(first.checked_sub(back)?).filter(|_| next.is_some())
    };
    let mut before = (1..=CONTRAST_REACH).map_while(before).enumerate();
    before.any(|(at, it)| lexicon::is_contrast(&it.key) || at < 2 && lexicon::is_not(&it.key))
}

/// Which words belong to one of these.
fn within(words: &[Word<'_>], lists: &[Range<usize>]) -> Vec<bool> {
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
    /// The story calls this law by words of its own somewhere.
    own_named: bool,
    /// Words of citations, and of organisations that are called as laws are.
    cited: Vec<bool>,
    names: Vec<Name>,
}

/// What the words of a name say about whose it is.
#[derive(Default)]
struct Evidence {
    foreign: bool,
    vague: bool,
    /// The noun, where it may be one for this law.
    kin: Option<Noun>,
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
            let is_noun = |at: &usize| {
                self.words.get(*at).is_some_and(|it| lexicon::noun(&it.key, true).is_some())
            };
            let noun = (at..=last).find(is_noun).unwrap_or(last);
            return Some(self.named(at, noun, last, !own));
        }
        let noun_at = |at: usize| {
            let next = self.near(at).filter(|next| !next.is_arabic());
            next.is_some_and(|next| lexicon::noun(&next.key, next.capital).is_some())
        };
        if let Some(noun) = lexicon::noun(&word.key, word.capital || self.is_legal(at)) {
            // Of `draft law` the last is the noun.
            if !word.possessive && noun_at(at + 1) {
                return None;
            }
            let first = self.first(at);
            return Some(self.around(first, at, noun));
        }
        if lexicon::is_constitutional(&word.key) && !self.own.knows(&word.key) {
            return Some(self.name_of(at, at, at, Law::Unsure));
        }
        let governs = self.is_somebodys(at) || self.is_office(at) || self.is_measure(at);
        if governs || self.is_enacted(at) || self.is_case(at) {
            return Some(self.name_of(at, at, at, Law::Unsure));
        }
        if self.is_designation(at) {
            return Some(self.named(at, at, at + 1, true));
        }
        let spelt = word.is_acronym() || word.is_abbreviation();
        let known = lexicon::is_known_acronym(&word.key) && spelt;
        known.then(|| self.named(at, at, at, !self.own.knows(&word.key)))
    }

    /// Whether a small word is a law by the words around it: `the criminal code`, `du code pénal`,
    /// `Peru’s code`, `the rules of procedure`.
    fn is_legal(&self, at: usize) -> bool {
        let word = |at: Option<usize>| at.and_then(|at| self.words.get(at));
        let key = |at: Option<usize>| word(at).map_or("", |it| it.key.as_str());
        let before = at.checked_sub(1);
        let owned = word(before).is_some_and(|it| it.possessive);
        match key(Some(at)) {
            "code" => {
                owned
                    || lexicon::is_code(key(before))
                    || matches!(key(Some(at + 1)), "pénal" | "civil")
            }
            "statute" => owned || key(before) == "the",
            "act" => self.is_called(at),
            "rules" => {
                let whose = self.words.get(at + 2..at + 4).unwrap_or_default();
                let named = whose.iter().any(|it| it.capital || it.key == "procedure");
                key(Some(at + 1)) == "of" && named
            }
            _ => false,
        }
    }

    /// Whether words that call it something stand before it: `its telecoms act`, but not `to act`.
    fn is_called(&self, at: usize) -> bool {
        let ahead = |back: usize| {
            let word = at.checked_sub(back).and_then(|at| self.free(at));
            word.filter(|_| self.near(at + 1 - back).is_some())
        };
        let chosen = |word: &Word<'_>| lexicon::is_determiner(&word.key) || word.possessive;
        let calls = |word: &Word<'_>| {
            !chosen(word) && !lexicon::is_function(&word.key) && !lexicon::is_auxiliary(&word.key)
        };
        ahead(1).is_some_and(calls)
            && (2..LONGEST)
                .map_while(ahead)
                .take_while(|it| !lexicon::is_function(&it.key))
                .any(chosen)
    }

    /// Whether a word stands for what has articles, or reads some, and is no state's law: `house rules`,
    /// `the club’s statutes`, `the Strasbourg court`.
    fn is_somebodys(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let before = at.checked_sub(1).and_then(|at| self.free(at)).filter(|_| word.near);
        let chosen = |it: &Word<'_>| lexicon::is_back(&it.key) || lexicon::is_determiner(&it.key);
        let called = |it: &Word<'_>| {
            !lexicon::is_function(&it.key) && !chosen(it) && !self.own.knows(&it.key)
        };
        let is_court = lexicon::is_court(&word.key)
            && (word.possessive || before.is_some_and(|it| it.capital && called(it)));
        let is_house =
            lexicon::is_house(&word.key) && before.is_some_and(|it| called(it) || chosen(it));
        word.capital && (lexicon::is_court(&word.key) || lexicon::is_house(&word.key))
            || is_court
            || is_house
    }

    /// Whether a word is for who holds others to laws, with which one that is: `Ireland’s media regulator`.
    fn is_office(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let before = at.checked_sub(1).and_then(|before| self.free(before));
        let chosen = before.is_some_and(|it| lexicon::is_determiner(&it.key));
        let regulates = chosen || word.capital || self.is_said_which(at);
        word.capital && lexicon::is_office(&word.key)
            || regulates && lexicon::is_regulator(&word.key)
    }

    /// Whether a word is for a measure, which the words before it name: `chat control`.
    fn is_measure(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let whole = word.capital && lexicon::is_measure(&word.key, true);
        lexicon::is_measure(&word.key, word.capital) && (whole || self.is_said_which(at))
    }

    /// Whether the word before says which one, and is none of this law's.
    fn is_said_which(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.free(before));
        before.filter(|_| self.near(at).is_some()).is_some_and(|it| {
            !lexicon::is_function(&it.key)
                && !lexicon::is_determiner(&it.key)
                && !lexicon::is_auxiliary(&it.key)
                && !lexicon::is_plain(&it.key)
                && !self.own.knows(&it.key)
        })
    }

    /// Whether parties agree on it among themselves: `le pacte de majorité`, `the coalition agreement`.
    fn is_political(&self, first: usize, last: usize) -> bool {
        let words = self.words.get(first..(last + 3).min(self.words.len())).unwrap_or_default();
        words.iter().any(|it| lexicon::is_politics(&it.key))
    }

    /// Whether capitals with a number begin here, as laws are filed: `EC 261`, `S.B. 1047`.
    fn is_designation(&self, at: usize) -> bool {
        let (Some(word), Some(next)) = (self.words.get(at), self.near(at + 1)) else {
            return false;
        };
        let digits = next.written.len() > 2 && next.written.bytes().all(|it| it.is_ascii_digit());
        word.is_acronym()
            && !self.own.knows(&word.key)
            && digits
            && next.year().is_none_or(|year| year < 1900)
    }

    /// Whether two parties stand around it: `Big Brother Watch v. the United Kingdom`.
    fn is_case(&self, at: usize) -> bool {
        let capital =
            |at: Option<usize>| at.and_then(|at| self.free(at)).is_some_and(|it| it.capital);
        let versus = self.words.get(at).is_some_and(|it| matches!(it.written, "v" | "vs" | "c"));
        versus && capital(at.checked_sub(1)) && (capital(Some(at + 1)) || capital(Some(at + 2)))
    }

    /// Whether a word without a name for its kind is what a verb before it says is changed or made:
    /// `amend its byelaws`.
    fn is_enacted(&self, at: usize) -> bool {
        let before = |back: usize| {
            let word = at.checked_sub(back).and_then(|at| self.free(at));
            word.filter(|_| self.near(at + 1 - back).is_some())
        };
        let chooses =
            |word: &Word<'_>| lexicon::is_determiner(&word.key) || lexicon::is_back(&word.key);
        let word = self
            .words
            .get(at)
            .filter(|it| !self.own.knows(&it.key) && !lexicon::is_part(&it.key) && !chooses(it));
        word.is_some()
            && before(1).is_some_and(chooses)
            && before(2).is_some_and(|it| lexicon::is_enacting(&it.key))
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
        self.name_of(first, noun, last, law)
    }

    fn name_of(&self, first: usize, noun: usize, last: usize, law: Law) -> Name {
        let words = self.words.get(first..=last).unwrap_or_default();
        let own = |word: &Word<'_>| match lexicon::noun(&word.key, true) {
            Some(Noun::Wording) => false,
            Some(_) => self.own.is_compound(&word.key),
            None => self.own.knows(&word.key),
        };
        let specific = law == Law::This && words.iter().any(own);
        Name { first, noun, last, law, specific, plain: false, contrasted: false }
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
        let romance = self.words.get(noun).is_some_and(|it| lexicon::is_romance(&it.key));
        while first > taken && noun - first < LONGEST && self.near(first).is_some() {
            let before = first - 1;
            let Some(word) = self.free(before) else { break };
            // `the WHO agreement`
            let named = word.is_acronym()
                && word.key.len() > 2
                && self.free(first).is_some_and(|it| !it.is_acronym());
            let function =
                !named && (lexicon::is_function(&word.key) || lexicon::is_determiner(&word.key));
            if romance
                && !word.capital
                && !lexicon::is_plain(&word.key)
                && !self.own.knows(&word.key)
            {
                break;
            }
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
            lexicon::is_determiner(&before.key)
                || lexicon::is_of(&before.key)
                // `the draft trade deal`, where the draft is a name by itself.
                || first == taken && lexicon::is_weak(&before.key)
        });
        // Without an article in front, verbs may stand there: `states signed conventions`.
        while !introduced && first < noun && !self.may_begin(first) {
            first += 1;
        }
        self.behind_verb(first, noun, introduced)
    }

    /// Where this law's name begins, which a verb parts from the sentence's subject: `Germany ratifies UN
    /// cybercrime treaty`, `Berlin backs Convention against Cybercrime`.
    fn behind_verb(&self, first: usize, noun: usize, introduced: bool) -> usize {
        let Some(head) = self.words.get(noun) else { return first };
        let kind = lexicon::noun(&head.key, true);
        let kin = kind.is_some_and(|it| self.own.is_kind(it) && !self.own.is_of_other_family(it));
        let begins = |at: &usize| {
            let words = self.words.get(*at..=noun).unwrap_or_default();
            let own = words.iter().all(|it| self.is_vocabulary(it));
            let whole = self.own.is_whole(words) && words.iter().all(|it| it.key != "and");
            let called = words.iter().any(|it| self.own.knows(&it.key) && !it.is_law());
            let verb = at.checked_sub(1).and_then(|it| self.words.get(it));
            let verb = verb.filter(|it| !it.capital && !self.is_vocabulary(it));
            let subject = self.words.get(first).is_some_and(|it| it.capital && !it.possessive);
            let parted = !introduced && subject && verb.is_some();
            own && (whole || parted && (called || *at == noun && head.capital))
        };
        if kin { (first + 1..=noun).find(begins).unwrap_or(first) } else { first }
    }

    /// Whether this law's name may have a word besides its own.
    fn is_vocabulary(&self, word: &Word<'_>) -> bool {
        let key = word.key.as_str();
        let silent = lexicon::is_plain(key) || lexicon::is_inside(key) || lexicon::is_about(key);
        let joined = key.contains('-') && !word.capital;
        word.is_law() || self.own.knows(key) || lexicon::is_region(key) || silent || joined
    }

    fn may_begin(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            word.capital || self.own.knows(&word.key) || lexicon::is_plain(&word.key)
        })
    }

    fn around(&self, first: usize, at: usize, noun: Noun) -> Name {
        let foreign = !self.own.is_kind(noun);
        let kin = Some(noun).filter(|it| !foreign && !self.own.is_of_other_family(*it));
        let mut evidence = Evidence { foreign, kin, ..Evidence::default() };
        for before in first..at {
            evidence.owned |= self.weigh(before, &mut evidence);
        }
        self.weigh_compound(at, &mut evidence);
        let last = self.last(first..=at, noun, &mut evidence);
        let behind = self.near(last + 1).filter(|it| last == at && lexicon::is_adjective(it));
        evidence.vague |= behind.is_some_and(|it| !self.own.knows(&it.key));
        let bare = first == at && last == at;
        let plain = bare && !evidence.vague && self.own.is_of_other_family(noun);
        // `the cybercrime law`, where this is a treaty, is a state's.
        let whole = || self.own.is_whole(self.words.get(first..=last).unwrap_or_default());
        evidence.vague |= self.own.is_of_other_family(noun) && !(evidence.owned && whole());
        // `the draft bill`, `projet de loi`
        let is_other = |at: &usize| {
            let noun = self.words.get(*at).and_then(|it| lexicon::noun(&it.key, true));
            noun.is_some_and(|noun| self.own.is_of_other_family(noun))
        };
        let inner = (at..=last).find(is_other).filter(|_| noun == Noun::Wording).unwrap_or(at);
        let name = |law| Name { plain, ..self.name_of(first, inner, last, law) };
        if self.is_political(first, last) && lexicon::family(noun) == Some(Family::States) {
            return name(Law::Unsure);
        }
        if evidence.foreign {
            return self.named(first, at, last, true);
        }
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
        // `the 2001 convention`
        evidence.foreign |= word.year().is_some_and(|year| !self.own.is_year(year));
        if lexicon::is_inside(key) || lexicon::is_determiner(key) || word.has_digit() {
            return false;
        }
        if self.own.knows(key) {
            return lexicon::noun(key, true).is_none();
        }
        match lexicon::noun(key, word.capital) {
            Some(noun) => {
                evidence.foreign |= !self.own.is_kind(noun);
                evidence.vague |= self.own.is_of_other_family(noun);
            }
            None if lexicon::is_plain(key) || lexicon::is_about(key) => {}
            None if evidence.kin.is_some() && self.own.means(key) => {}
            None if word.capital || lexicon::is_region(key) => evidence.foreign = true,
            None => evidence.vague = true,
        }
        false
    }

    /// What stands before the ending of a German name says whose it is.
    fn weigh_compound(&self, at: usize, evidence: &mut Evidence) {
        let Some(word) = self.words.get(at) else { return };
        if lexicon::compound(&word.key).is_some() {
            let own = self.own.is_compound(&word.key);
            evidence.owned |= own;
            evidence.foreign |= !own;
        }
    }

    /// "That convention" is the one named before, and "the convention" may be.
    fn said_before(&self, first: usize, noun: usize, bare: bool) -> Option<Law> {
        let key = &self.words.get(noun)?.key;
        let determiner =
            first.checked_sub(1).and_then(|it| self.words.get(it)).map(|it| it.key.as_str());
        // `that instrument` is the law named last, whatever that was called.
        let any = determiner.is_some_and(lexicon::is_pointing)
            && lexicon::noun(key, true) == Some(Noun::Any);
        let same =
            |name: &&Name| any || self.words.get(name.noun).is_some_and(|it| is_same(&it.key, key));
        let earlier = self.names.iter().rev().take(LONGEST).find(same)?;
        if earlier.law != Law::This && determiner.is_some_and(lexicon::is_same) {
            return Some(earlier.law.clone());
        }
        let Law::Other(_) = &earlier.law else { return None };
        let near = noun - earlier.last <= NEAR || !self.own_named;
        (bare && determiner != Some("this") && near).then_some(Law::Unsure)
    }
}

/// Whether two words are the same noun: `Zollgesetz`, `des Gesetzes`.
fn is_same(one: &str, other: &str) -> bool {
    let stem = |key: &str| key.trim_end_matches("es").trim_end_matches('s').to_owned();
    let end =
        |key: &str| lexicon::compound(key).map_or_else(|| stem(key), |(_, end)| end.to_owned());
    one == other || end(one) == end(other)
}
