//! Numbers in words, as paragraphs are counted by: `the fourth`, `vierter`, `الرابعة`.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::ops::Range;

use super::{Edit, Kind, Words};

/// The words for numbers, folded, in English, French, Spanish and Arabic.
const WORDS: [(usize, &str); 22] = [
    (1, "first premier premiere primer primero primera unieme الأولى الاولى الأول الاول"),
    (2, "second seconde deuxieme segundo segunda الثانية الثاني"),
    (3, "third troisieme tercer tercero tercera الثالثة الثالث"),
    (4, "fourth quatrieme cuarto cuarta الرابعة الرابع"),
    (5, "fifth cinquieme quinto quinta الخامسة الخامس"),
    (6, "sixth sixieme sexto sexta السادسة السادس"),
    (7, "seventh septieme septimo septima السابعة السابع"),
    (8, "eighth huitieme octavo octava الثامنة الثامن"),
    (9, "ninth neuvieme noveno novena التاسعة التاسع"),
    (10, "tenth dixieme decimo decima العاشرة العاشر"),
    (11, "eleventh onzieme undecimo الحادية"),
    (12, "twelfth douzieme duodecimo"),
    (13, "thirteenth treizieme decimotercero"),
    (14, "fourteenth quatorzieme decimocuarto"),
    (15, "fifteenth quinzieme decimoquinto"),
    (16, "sixteenth seizieme decimosexto"),
    (17, "seventeenth decimoseptimo"),
    (18, "eighteenth decimoctavo"),
    (19, "nineteenth decimonoveno"),
    (20, "twentieth vingtieme vigesimo"),
    (30, "thirtieth trentieme trigesimo"),
    (40, "fortieth quarantieme cuadragesimo"),
];

/// In front of one to nine they count on: `twenty-second`, `vingt et unième`, `vigésimo segundo`.
const TENS: [(usize, &str); 4] = [
    (10, "dix decimo"),
    (20, "twenty vingt vigesimo"),
    (30, "thirty trente trigesimo"),
    (40, "forty quarante cuadragesimo"),
];

/// The words in German, without their endings.
const GERMAN: [(usize, &str); 22] = [
    (1, "erst"),
    (2, "zweit"),
    (3, "dritt"),
    (4, "viert"),
    (5, "funft"),
    (6, "sechst"),
    (7, "siebt"),
    (8, "acht"),
    (9, "neunt"),
    (10, "zehnt"),
    (11, "elft"),
    (12, "zwolft"),
    (13, "dreizehnt"),
    (14, "vierzehnt"),
    (15, "funfzehnt"),
    (16, "sechzehnt"),
    (17, "siebzehnt"),
    (18, "achtzehnt"),
    (19, "neunzehnt"),
    (20, "zwanzigst"),
    (30, "dreißigst"),
    (40, "vierzigst"),
];

/// What stands in front of German tens: `zweiundzwanzigster`.
const GERMAN_ONES: [&str; 9] =
    ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"];

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
            Kind::Word | Kind::First => self.compound(at).or_else(|| {
                let word = self.word(at);
                Some((number_of(&WORDS, word).or_else(|| german(word))?, at + 1))
            }),
            _ => None,
        }
    }

    /// Tens and ones, and the token behind them.
    fn compound(&self, at: usize) -> Option<(usize, usize)> {
        let tens = number_of(&TENS, self.word(at))?;
        let mut next = at + 1;
        // `vingt-et-unième`
        for _ in 0..3 {
            next += usize::from(matches!(self.kind(next), Some(Kind::To | Kind::And)));
        }
        let ones = number_of(&WORDS, self.word(next)).filter(|it| *it < 10)?;
        Some((tens + ones, next + 1))
    }
}

fn number_of(table: &[(usize, &str)], word: &str) -> Option<usize> {
    table.iter().find(|(_, words)| is_among(word, words)).map(|it| it.0)
}

fn german(word: &str) -> Option<usize> {
    let simple = |word: &str| {
        GERMAN.iter().find(|(_, stem)| is_german(word, stem)).map(|(number, _)| *number)
    };
    simple(word).or_else(|| {
        let (ones, tens) = word.split_once("und")?;
        let ones = GERMAN_ONES.iter().position(|it| *it == ones)? + 1;
        Some(ones + simple(tens).filter(|it| *it >= 20)?)
    })
}

fn is_among(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|it| it == word)
}

fn is_german(word: &str, stem: &str) -> bool {
    matches!(word.strip_prefix(stem), Some("e" | "er" | "en" | "es" | "em"))
}
