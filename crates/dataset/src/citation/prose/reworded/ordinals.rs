//! Numbers in words: paragraphs by their rank (`the fourth`, `vierter`, `الرابعة`), and articles as they
//! are spelt out (`article twenty-two`).

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::ops::Range;

use super::{Edit, Kind, Level, Words, language};
use crate::{
    citation::{label::Label, steps::Step},
    numerals::{Language, Spelled, spelled},
};

/// The endings of digits that are read as such a word: `4th`, `4ème`.
const ENDINGS: &str = "st nd rd th e er re eme ieme";

/// Further off, `the 22nd` is of something else.
const FURTHEST: usize = 24;

/// What makes one of many of the word behind it.
const DETERMINERS: &str = "a an this another each every which my our your cet cette un une mon notre \
                           votre ein eine einen einem eines diesem diesen dieser dieses meinem meinen \
                           mein ese este esta aquel mi nuestro";

/// Behind these `that` points at something.
const BEFORE: &str = "about at by for from in of on to under with";

/// More words do not stand between a paragraph and its article.
const LONGEST_PLACE: usize = 6;

/// No one counts more of them in one breath.
const MOST: usize = 6;

impl Words<'_> {
    /// `first and second paragraphs`, `4th paragraph`, `párrafo cuarto`; and how many tokens.
    pub(super) fn ordinals(&self, at: usize) -> Option<(Edit, usize)> {
        self.in_front(at).or_else(|| self.behind(at))
    }

    fn in_front(&self, at: usize) -> Option<(Edit, usize)> {
        // Few paragraphs have such a word at all.
        let level = (at..at + FURTHEST).find(|at| self.is_inner(*at))?;
        let languages = self.languages(level);
        let (number, mut next) = self.ordinal(at, &languages)?;
        let mut numbers = Vec::from([number]);
        while numbers.len() < MOST
            && let joint = self.joint(next)
            && joint > next
            && let Some((number, end)) = self.ordinal(joint, &languages)
        {
            numbers.push(number);
            next = end;
        }
        if !self.is_inner(next)
            || self.is_number(next + 1)
            || self.kind(next + 1) == Some(Kind::Open)
        {
            return None;
        }
        Some((self.counted(at..next + 1, next, &numbers), next + 1 - at))
    }

    fn behind(&self, at: usize) -> Option<(Edit, usize)> {
        if !self.is_inner(at) {
            return None;
        }
        let languages = behind(&self.languages(at));
        let word = matches!(self.kind(at + 1), Some(Kind::Word));
        let (number, end) = self.ordinal(at + 1, &languages).filter(|_| word)?;
        Some((self.counted(at..end, at, &[number]), end - at))
    }

    /// `the 22nd` behind `the 21st paragraph of Article 40`, where the law has it.
    pub(super) fn alone(&self, at: usize) -> Option<(Edit, usize)> {
        if self.before(at) != Some(Kind::Noise) {
            return None;
        }
        let (article, level) = self.article_before(at)?;
        let (number, next) = self.ordinal(at, &self.languages(level))?;
        let label = |number| Step { label: Label::of_number(number), ..Step::default() };
        let (paragraph, outer) = (u32::try_from(number).ok()?, self.number(article)?);
        let known = self.law.has(&[label(outer), label(paragraph)]);
        // Behind a rank in the singular no noun ends so.
        let verb = self.word(next).ends_with('s') && self.kind(next) == Some(Kind::Word);
        let ends = verb
            || !matches!(self.kind(next), Some(Kind::Word | Kind::Level { .. } | Kind::Number(_)));
        let words = format!(
            "{} {number} of {}",
            self.written(level),
            self.text.get(self.bytes(article - 1..article + 1))?
        );
        (known && ends).then(|| (self.replace(at..next, words), next - at))
    }

    /// The number of the last article before, of which a paragraph was named there, and the word for
    /// that.
    fn article_before(&self, at: usize) -> Option<(usize, usize)> {
        let back = at.saturating_sub(FURTHEST)..at;
        let article = back.rev().find(|at| {
            self.is_number(*at) && at.checked_sub(1).is_some_and(|it| self.is_head(it))
        })?;
        let level =
            (article.saturating_sub(LONGEST_PLACE)..article).rev().find(|at| self.is_inner(*at))?;
        Some((article, level))
    }

    fn number(&self, at: usize) -> Option<u32> {
        match self.kind(at)? {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The word of level, then the numbers.
    fn counted(&self, tokens: Range<usize>, level: usize, numbers: &[usize]) -> Edit {
        let mut words = String::from(self.written(level));
        for (place, number) in numbers.iter().enumerate() {
            let last = place > 0 && place + 1 == numbers.len();
            let joint = if place == 0 {
                " "
            } else if last {
                " and "
            } else {
                ", "
            };
            words.extend([joint, &number.to_string()]);
        }
        self.replace(tokens, words)
    }

    /// Past commas, words for "and" and articles of speech.
    fn joint(&self, mut at: usize) -> usize {
        for _ in 0..3 {
            let small = matches!(self.kind(at), Some(Kind::Comma | Kind::And | Kind::Noise));
            at += usize::from(small || self.word(at) == "y");
        }
        at
    }

    /// A number in words, and the token behind it.
    fn ordinal(&self, at: usize, languages: &[Language]) -> Option<(usize, usize)> {
        match self.kind(at)? {
            // `Article 28. Paragraph 4 of it`
            Kind::Number(_) if matches!(self.before(at), Some(Kind::Level { .. })) => None,
            Kind::Number(number) => {
                let number = usize::try_from(number).ok()?;
                let digits = self.written(at).bytes().filter(u8::is_ascii_digit).count();
                let own = self.written(at).get(digits..).unwrap_or_default();
                let touching = self.gap(at).is_empty() && is_among(self.word(at + 1), ENDINGS);
                // The German `4. Absatz`
                let german = matches!(self.word(at + 2), "absatz" | "satz" | "unterabsatz");
                let dotted = self.kind(at + 1) == Some(Kind::Stop) && german;
                let next = at + 1 + usize::from(touching || dotted);
                // The Spanish `4.º párrafo`
                let signed = self.gap(at).contains(['º', 'ª', '°']);
                let ended = touching || dotted || signed || is_among(own, ENDINGS);
                ended.then_some((number, next))
            }
            Kind::Word | Kind::First => {
                let number = self.spelled(at, languages).filter(|it| it.rank)?;
                Some((usize::try_from(number.value).ok()?, at + number.length))
            }
            _ => None,
        }
    }

    /// The number in words of one of these languages that begins here.
    fn spelled(&self, at: usize, languages: &[Language]) -> Option<Spelled> {
        let all = languages.iter();
        let all = all.filter_map(|it| spelled(*it, &|ahead| self.word(at + ahead)));
        all.max_by_key(|it| it.length)
    }

    /// What a number beside a word of level may be written in.
    fn languages(&self, level: usize) -> Vec<Language> {
        language::beside(self.word(level), self.languages)
    }

    /// `article twenty-two`, `los artículos veintinueve y treinta`, `المادة الثامنة والعشرون`
    pub(super) fn spelt_out(&self, at: usize) -> Option<(Vec<Edit>, usize)> {
        let Kind::Level { level, .. } = self.kind(at)? else { return None };
        let languages = self.languages(at);
        let mut edits = Vec::new();
        let mut next = at + 1;
        while edits.len() < MOST
            && let start = if edits.is_empty() { next } else { self.joint(next) }
            && (edits.is_empty() || start > next)
            && let Some(number) = self.spelled(start, &languages)
            && self.is_label(at, level, start, number)
        {
            next = start + number.length;
            edits.push(self.replace(start..next, number.value.to_string()));
        }
        (!edits.is_empty() && !self.is_any(at)).then(|| (edits, next - at))
    }

    /// Whether a number in words labels what a word of level stands for: `the article first
    /// appeared` and `l’article un peu long` do no such thing.
    fn is_label(&self, at: usize, level: Level, start: usize, number: Spelled) -> bool {
        let capital = self.written(at).starts_with(char::is_uppercase);
        match (number.rank, number.value) {
            (true, _) => {
                let behind = behind(&self.languages(at));
                level <= Level::Sign && self.spelled(start, &behind) == Some(number)
            }
            (false, 1) => capital && matches!(self.word(start), "one" | "uno" | "eins"),
            (false, _) => true,
        }
    }

    /// `an article two reporters wrote`: no place is spoken of so.
    fn is_any(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.written(at).starts_with(char::is_uppercase) {
            return false;
        }
        let english = self.languages(at).contains(&Language::English);
        match self.word(before) {
            // `They said that article thirty …` goes on with a citation.
            "that" => {
                let outer = before.checked_sub(1).map_or("", |it| self.word(it));
                outer.chars().all(|it| !it.is_alphabetic()) || is_among(outer, BEFORE)
            }
            "the" => english,
            word => is_among(word, DETERMINERS),
        }
    }
}

/// The languages whose ranks stand behind what they count: `párrafo cuarto`. Elsewhere there are verbs
/// and others: `the paragraph first read`, `den Absatz achten`.
fn behind(languages: &[Language]) -> Vec<Language> {
    let follow = |it: &&Language| !matches!(it, Language::English | Language::German);
    languages.iter().filter(follow).copied().collect()
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|it| it == word)
}
