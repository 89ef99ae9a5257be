//! Numbers in words, as paragraphs are counted by: `the fourth`, `vierter`, `الرابعة`.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::ops::Range;

use super::{Edit, Kind, Words};

/// The words for each number from one, folded, in English, French, Spanish and Arabic.
const WORDS: [&str; 12] = [
    "first premier premiere primer primero primera الأولى الاولى الأول الاول",
    "second seconde deuxieme segundo segunda الثانية الثاني",
    "third troisieme tercer tercero tercera الثالثة الثالث",
    "fourth quatrieme cuarto cuarta الرابعة الرابع",
    "fifth cinquieme quinto quinta الخامسة الخامس",
    "sixth sixieme sexto sexta السادسة السادس",
    "seventh septieme septimo septima السابعة السابع",
    "eighth huitieme octavo octava الثامنة الثامن",
    "ninth neuvieme noveno novena التاسعة التاسع",
    "tenth dixieme decimo decima العاشرة العاشر",
    "eleventh onzieme undecimo الحادية",
    "twelfth douzieme duodecimo",
];

/// The same in German, without their endings.
const GERMAN: [&str; 12] = [
    "erst", "zweit", "dritt", "viert", "funft", "sechst", "siebt", "acht", "neunt", "zehnt",
    "elft", "zwolft",
];

/// The endings of digits that are read as such a word: `4th`, `4ème`.
const ENDINGS: &str = "st nd rd th e er re eme ieme";

/// No one counts more of them in one breath.
const MOST: usize = 6;

impl Words<'_> {
    /// `first and second paragraphs`, `4th paragraph`, `párrafo cuarto`; and how many tokens.
    pub(super) fn ordinals(&self, at: usize) -> Option<(Edit, usize)> {
        self.in_front(at).or_else(|| self.behind(at))
    }

    fn in_front(&self, at: usize) -> Option<(Edit, usize)> {
        let (number, mut next) = self.ordinal(at)?;
        let mut numbers = Vec::from([number]);
        while numbers.len() < MOST
            && let joint = self.joint(next)
            && joint > next
            && let Some((number, end)) = self.ordinal(joint)
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
        let (number, end) =
            self.ordinal(at + 1).filter(|_| self.kind(at + 1) == Some(Kind::Word))?;
        Some((self.counted(at..end, at, &[number]), end - at))
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
            at += usize::from(small);
        }
        at
    }

    /// A number in words, and the token behind it.
    fn ordinal(&self, at: usize) -> Option<(usize, usize)> {
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
                let word = self.word(at);
                let among = |words: &&str| is_among(word, words);
                let german = || GERMAN.iter().position(|stem| is_german(word, stem));
                let place = WORDS.iter().position(among).or_else(german)?;
                Some((place + 1, at + 1))
            }
            _ => None,
        }
    }
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|it| it == word)
}

fn is_german(word: &str, stem: &str) -> bool {
    matches!(word.strip_prefix(stem), Some("e" | "er" | "en" | "es" | "em"))
}
