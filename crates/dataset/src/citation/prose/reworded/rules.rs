//! What is put in other words, one rule a function. Each looks at the tokens from one on, and says
//! what becomes of them and how many they are.

use alloc::{vec, vec::Vec};

use super::{Edit, Kind, Level, Words};
use crate::citation::{label::Label, steps::Step, token};

/// More words than these stand in no list of points in front of their article.
const LONGEST_PLACE: usize = 6;

/// More words than these stand in no aside of a list.
const LONGEST_ASIDE: usize = 16;

/// Words for "and" that are several, with what follows the first of them.
const JOINTS: [&[&str]; 14] = [
    &["as", "well", "as"],
    &["and", "/", "or"],
    &["along", "with"],
    &["together", "with"],
    &["plus"],
    &["ainsi", "que"],
    &["et", "/", "ou"],
    &["und", "/", "oder"],
    &["sowie", "auch"],
    &["nebst"],
    &["asi", "como"],
    &["y", "/", "o"],
    &["junto", "con"],
    &["وكذلك"],
];

/// What may stand between an article and a paragraph of it: `Article 28, in its paragraph 4`.
const WITHIN: [&str; 16] = [
    "in", "at", "under", "en", "dans", "au", "aux", "its", "son", "ses", "leur", "su", "sus",
    "the", "seinem", "seinen",
];

/// Words for what stands within an article, in places where lists aren't written with them, and the
/// words that they stand for.
const RENAMED: [(&str, &str); 7] = [
    ("numeral", "parrafo"),
    ("numerales", "parrafos"),
    ("literal", "inciso"),
    ("literales", "incisos"),
    ("inc", "inciso"),
    ("ap", "apartado"),
    ("bst", "buchstabe"),
];

impl Words<'_> {
    pub(super) fn edit(&self, at: usize) -> Option<(Vec<Edit>, usize)> {
        let one = |(edit, length)| (vec![edit], length);
        self.possessive(at)
            .or_else(|| self.ordinals(at).map(one))
            .or_else(|| self.spelt_out(at))
            .or_else(|| self.alone(at).map(one))
            .or_else(|| self.renamed(at).map(one))
            .or_else(|| self.within(at).map(one))
            .or_else(|| self.joint_words(at).map(one))
            .or_else(|| self.hyphened(at).map(one))
            .or_else(|| self.aside(at).map(one))
            .or_else(|| self.ends(at).map(one))
            .or_else(|| self.comma(at).map(one))
            .or_else(|| self.coded(at).map(one))
            .or_else(|| self.sign(at).map(one))
    }

    /// `Article 28’s paragraph 4`, `Article 28’s fourth paragraph`.
    fn possessive(&self, at: usize) -> Option<(Vec<Edit>, usize)> {
        let gap = at.checked_sub(1).map(|before| self.gap(before))?;
        let owner = self.is_behind_place(at) && matches!(gap, "'" | "’") && self.word(at) == "s";
        if !owner {
            return None;
        }
        let before = self.tokens.get(at - 1)?.span.end;
        let comma = Edit { source: before..self.bytes(at..at + 1).end, words: ",".into() };
        if let Some((edit, length)) = self.ordinals(at + 1) {
            return Some((vec![comma, edit], length + 1));
        }
        let paragraph = self.is_inner(at + 1)
            && (self.is_number(at + 2) || self.kind(at + 2) == Some(Kind::Open));
        paragraph.then(|| (vec![comma], 1))
    }

    /// `el numeral 4 del artículo 28`, `Art. 36 Abs. 1 Bst. b`
    fn renamed(&self, at: usize) -> Option<(Edit, usize)> {
        let (_, word) = RENAMED.iter().find(|(word, _)| self.word(at) == *word)?;
        let stop = usize::from(self.kind(at + 1) == Some(Kind::Stop));
        let label = at + 1 + stop;
        let is_label = self.is_number(label) || self.written(label).len() == 1;
        let within = match self.before(at) {
            Some(Kind::Comma) => self.is_behind_place(at - 1),
            _ => self.is_behind_place(at),
        };
        let outer = |at| self.kind(at) == Some(Kind::Of) && self.is_head(self.past_small(at + 1));
        let in_front = (label + 1..label + LONGEST_PLACE).any(outer);
        (is_label && (within || in_front)).then(|| (self.replace(at..label, *word), 1 + stop))
    }

    /// `Article 28, in its paragraph 4`
    fn within(&self, at: usize) -> Option<(Edit, usize)> {
        let start = at + usize::from(self.kind(at) == Some(Kind::Comma));
        if !self.is_behind_place(at) || !WITHIN.contains(&self.word(start)) {
            return None;
        }
        let mut end = start;
        while end < start + 3 && WITHIN.contains(&self.word(end)) {
            end += 1;
        }
        let paragraph = self.is_inner(end) && self.is_number(end + 1);
        let counted = self.ordinals(end).is_some();
        (paragraph || counted).then(|| (self.replace(at..end, ","), end - at))
    }

    /// `as well as`, `and/or`
    fn joint_words(&self, at: usize) -> Option<(Edit, usize)> {
        if !self.is_behind_place(at) && self.before(at) != Some(Kind::Comma) {
            return None;
        }
        let stands = |joint: &&&[&str]| {
            joint.iter().enumerate().all(|(ahead, word)| self.word(at + ahead) == *word)
        };
        let length = JOINTS.iter().find(stands)?.len();
        let next = self.past_small(at + length);
        let leads = self.is_number(next) || matches!(self.kind(next), Some(Kind::Level { .. }));
        leads.then(|| (self.replace(at..at + length, "&"), length))
    }

    /// `article 28-4` is its paragraph where the law has one.
    fn hyphened(&self, at: usize) -> Option<(Edit, usize)> {
        let (Kind::Number(article), Kind::To, Kind::Number(paragraph)) =
            (self.kind(at)?, self.kind(at + 1)?, self.kind(at + 2)?)
        else {
            return None;
        };
        let touching = self.gap(at).is_empty() && self.gap(at + 1).is_empty();
        if !touching || paragraph >= article || self.written(at + 1) != "-" {
            return None;
        }
        let label = |number| Step { label: Label::of_number(number), ..Step::default() };
        let hyphened = Label::of_number(article).hyphened(Label::of_number(paragraph))?;
        let is_label = self.law.has(&[Step { label: hyphened, ..Step::default() }]);
        let known = self.law.has(&[label(article), label(paragraph)]) && !is_label;
        let words = ["(", self.written(at + 2), ")"].concat();
        known.then(|| (self.replace(at + 1..at + 3, words), 3))
    }

    /// `Articles 34 (victims), 41 (the network) and 47`
    fn aside(&self, at: usize) -> Option<(Edit, usize)> {
        let inside = self.past_small(at + 1);
        let opens = self.kind(at) == Some(Kind::Open) && self.is_behind_place(at);
        let acronym = self.written(inside).bytes().all(|it| it.is_ascii_uppercase());
        let small = inside > at + 1;
        let worded =
            small || self.kind(inside) == Some(Kind::Word) && self.written(inside).len() > 2;
        if !opens || !worded || acronym {
            return None;
        }
        let mut ahead = at + 1..at + LONGEST_ASIDE;
        let close = ahead.find(|it| matches!(self.kind(*it), Some(Kind::Close | Kind::Open)))?;
        let mut next = close + 1;
        while matches!(self.kind(next), Some(Kind::Comma | Kind::And)) {
            next += 1;
        }
        let goes_on =
            self.kind(close) == Some(Kind::Close) && next > close + 1 && self.is_number(next);
        goes_on.then(|| (self.replace(at..close + 1, ""), close + 1 - at))
    }

    /// `المواد من 28 إلى 30`, `los artículos del 28 al 30`
    fn ends(&self, at: usize) -> Option<(Edit, usize)> {
        let several = matches!(self.before(at), Some(Kind::Level { plural: true, .. }));
        let next = self.past_small(at + 1);
        let range = self.kind(next + 1) == Some(Kind::To) || self.written(next + 1) == "al";
        if several && self.kind(at) == Some(Kind::Of) && self.is_number(next) && range {
            return Some((self.replace(at..next, ""), next - at));
        }
        let dotted = self.gap(at).starts_with('.');
        let between = self.is_behind_place(at) && self.is_number(at + 1) && !dotted;
        (between && self.written(at) == "al").then(|| (self.replace(at..at + 1, "to"), 1))
    }

    /// The commas of `paragraph 1, point (c), of Article 36`.
    fn comma(&self, at: usize) -> Option<(Edit, usize)> {
        if self.kind(at) != Some(Kind::Comma) || !self.is_in_front(at) {
            return None;
        }
        let leads_on = match self.kind(at + 1)? {
            Kind::Of => self.is_head(self.past_small(at + 2)),
            Kind::Level { level, .. } if level > Level::Sign => {
                let mut end = at + 2;
                while end < at + 6
                    && matches!(
                        self.kind(end),
                        Some(Kind::Number(_) | Kind::Word | Kind::Open | Kind::Close)
                    )
                {
                    end += 1;
                }
                end += usize::from(self.kind(end) == Some(Kind::Comma));
                self.kind(end) == Some(Kind::Of) && self.is_head(self.past_small(end + 1))
            }
            _ => false,
        };
        leads_on.then(|| (self.replace(at..at + 1, ""), 1))
    }

    /// The second of `les articles L. 121-1 et R. 431-7`.
    fn coded(&self, at: usize) -> Option<(Edit, usize)> {
        let listed = matches!(self.before(at), Some(Kind::And | Kind::Comma))
            && at.checked_sub(1).is_some_and(|joint| self.is_behind_place(joint));
        if !listed || self.written(at).len() != 1 || !self.is_number(at + 1) {
            return None;
        }
        let label = token::label(self.text, self.tokens.get(at)?)?;
        let step = Step { level: Some(Level::Article), label, bracketed: false };
        let capital = self.written(at).starts_with(|it: char| it.is_ascii_uppercase());
        let start = self.bytes(at..at + 1).start;
        let edit = Edit { source: start..start, words: "article ".into() };
        (capital && self.law.has(&[step])).then_some((edit, 1))
    }

    /// `Paragraf 5` in a law that counts by §.
    fn sign(&self, at: usize) -> Option<(Edit, usize)> {
        let sign = match self.written(at) {
            "Paragraf" => "§",
            "Paragrafen" | "Paragraphen" => "§§",
            _ => return None,
        };
        let counted = self.law.is_head(Level::Sign) && self.is_number(at + 1);
        counted.then(|| (self.replace(at..at + 1, sign), 1))
    }

    pub(super) fn is_head(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Level { level, .. }) if self.law.is_head(level))
    }

    /// Whether a paragraph or point ends before a comma that no article has come before.
    fn is_in_front(&self, comma: usize) -> bool {
        let back = (comma.saturating_sub(5)..comma).rev();
        let mut levels = back.filter(|at| matches!(self.kind(*at), Some(Kind::Level { .. })));
        let Some(level) = levels.next() else { return false };
        let ordinal = level + 1 == comma;
        let place = self.is_inner(level) && (ordinal || self.is_behind_place(comma));
        place && !self.is_behind_place(level)
    }
}
