//! How far a list reaches among the words around it. The parser decides what the tokens mean; here
//! is decided which of them may belong, and in doubt they don't.

mod series;

use super::{
    super::{
        steps::Step,
        token::{Kind, Token},
        words::Level,
    },
    Prose,
    apart::Letter,
    head::{begins, has, is_label, leads_to_head},
};

/// No one lists more in one breath; this keeps the time linear.
const LONGEST: usize = 96;

/// No law counts its articles or paragraphs further; years begin here.
const LARGEST: u32 = 999;

/// Whether this is the chapter of `Chapter V, Article 40`, which says nothing that the article
/// doesn't.
fn is_around(prose: &Prose<'_>, head: usize, level: Level) -> bool {
    let comma = usize::from(prose.kind(head + 2) == Some(Kind::Comma));
    let Some(Kind::Level { level: inner, .. }) = prose.kind(head + 2 + comma) else { return false };
    let step = |level| [Step { level: Some(level), ..Step::default() }];
    let own = prose.law.is_own(&step(inner)) && !prose.law.is_own(&step(level));
    matches!(level, Level::Chapter | Level::Title | Level::Part) && own
}

/// A list while it is walked along.
pub(super) struct Region<'a> {
    prose: &'a Prose<'a>,
    head: usize,
    at: usize,
    /// The word for an article has come.
    article: bool,
    series: Series,
    /// All of it stands within brackets.
    bracketed: bool,
    /// What would be marked reads two ways.
    doubtful: bool,
}

/// Whether bare numbers may go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Series {
    /// The last word of level is in the singular.
    One,
    /// It is in the plural.
    Several,
    /// It is, and what stands behind the word for "and" was the last of the list.
    Ended,
}

impl Series {
    fn of(plural: bool) -> Self {
        if plural { Self::Several } else { Self::One }
    }
}

impl<'a> Region<'a> {
    /// Where the list ends that begins at this token, and whether it reads two ways; none where
    /// none begins.
    pub(super) fn at(prose: &'a Prose<'a>, head: usize, bracketed: bool) -> Option<(usize, bool)> {
        let Kind::Level { level, plural } = prose.kind(head)? else { return None };
        let article = prose.law.is_head(level);
        if article && is_around(prose, head, level) {
            return None;
        }
        if article && !begins(prose, head, level) || !article && !leads_to_head(prose, head) {
            return None;
        }
        let mut region = Self {
            prose,
            head,
            at: head + 1,
            article,
            series: Series::of(plural),
            bracketed,
            doubtful: false,
        };
        while region.at - head < LONGEST
            && let Some(length) = region.step()
        {
            region.at += length;
        }
        region.article.then_some((region.at, region.doubtful))
    }

    /// How many tokens belong here; none where the list ends.
    fn step(&mut self) -> Option<usize> {
        match self.kind(0)? {
            Kind::Level { level, plural }
                if self.prose.law.is_head(level)
                    && (level < Level::Sign || level == Level::Sign && !self.article) =>
            {
                if self.article {
                    return None;
                }
                (self.article, self.series) = (true, Series::of(plural));
                Some(1)
            }
            Kind::Level { level, plural } => self.level(level, plural),
            Kind::First => self.is_level(-1).then_some(1),
            Kind::Number(_) => self.number(),
            Kind::Open => self.bracket(),
            Kind::Word => self.letters(),
            Kind::Dot => {
                // A capital behind a dot may begin a sentence: `Article 28.A spokesman`.
                let next = self.token(1)?;
                let written = self.prose.text.get(next.span.clone())?;
                let small = !written.bytes().any(|byte| byte.is_ascii_uppercase());
                let number = matches!(next.kind, Kind::Number(_));
                (number || small && self.label(1)).then_some(1)
            }
            Kind::And | Kind::Comma | Kind::To | Kind::Sub => Some(1),
            Kind::Of | Kind::Noise => (!self.article || self.is_level(-1)).then_some(1),
            _ => None,
        }
    }

    fn level(&mut self, level: Level, plural: bool) -> Option<usize> {
        if self.article {
            // `Article 28(2) and paragraph 4 of Article 29`
            if leads_to_head(self.prose, self.at) {
                return None;
            }
            // `Article 28 points a finger`
            let bare = self.kind(1) != Some(Kind::Open);
            let worded = self.kind(2) == Some(Kind::Word) && self.kind(1) != Some(Kind::Sub);
            if level == Level::Point && bare && worded && self.kind(-1) != Some(Kind::Comma) {
                return None;
            }
        }
        self.series = Series::of(plural);
        Some(1)
    }

    fn number(&mut self) -> Option<usize> {
        if self.is_too_large(0) {
            return None;
        }
        // `Article 28ff` is that article and those after it.
        let written = self.token(0).and_then(|it| self.prose.text.get(it.span.clone()));
        self.doubtful |= written.is_some_and(|it| it.ends_with("ff"));
        let join = self.kind(-1)?;
        if !matches!(join, Kind::And | Kind::Comma | Kind::To) {
            let belongs = matches!(join, Kind::Level { .. } | Kind::Dot | Kind::Sub | Kind::Noise);
            return belongs.then_some(1);
        }
        let touches = |at: isize| {
            self.token(at).zip(self.token(at + 1)).is_some_and(|(a, b)| a.span.end == b.span.start)
        };
        let worded = self.kind(1) == Some(Kind::Word);
        // `28, 30%` and `28, 30 of the 190 states`
        let counted = self.is_counted(0)
            || self.kind(1) == Some(Kind::Of)
                && (2..4).any(|at| matches!(self.kind(at), Some(Kind::Number(_))));
        let own_bracket = self.kind(1) == Some(Kind::Open)
            && touches(0)
            && matches!(self.kind(2), Some(Kind::Number(_)))
            && self.kind(3) == Some(Kind::Close);
        if own_bracket || !self.article {
            return Some(1);
        }
        match join {
            Kind::To if self.series != Series::One => Some(1),
            Kind::To if touches(-1) && touches(-2) && self.is_short_dash(-1) => {
                // `Article 28-30 countries`, `article 323-1`
                self.doubtful |= worded || counted || self.runs_backwards();
                Some(1)
            }
            Kind::And if self.is_strong_and(-1) && !counted => Some(1),
            Kind::And if self.series == Series::Several && !counted => {
                self.series = Series::Ended;
                Some(1)
            }
            Kind::And | Kind::Comma | Kind::To if self.series == Series::One && self.lists_on() => {
                self.series = Series::of(join == Kind::Comma);
                Some(1)
            }
            Kind::Comma if self.series == Series::Several && !worded && !counted => Some(1),
            _ => None,
        }
    }

    /// `(4)`, `(b)` or `(para. 4)`, and no other brackets.
    fn bracket(&self) -> Option<usize> {
        let word = usize::from(self.is_level(1));
        let at = isize::try_from(word).ok()? + 1;
        let number = matches!(self.kind(at)?, Kind::Number(_)) && !self.is_too_large(at);
        let closed = self.kind(at + 1) == Some(Kind::Close);
        (closed && (number || self.label(at))).then_some(word + 3)
    }

    /// Letters that label a point without both brackets, or belong to a number before a blank.
    fn letters(&mut self) -> Option<usize> {
        // `Annex III`, `Article L. 121-1`
        if let Some(Kind::Level { level, .. }) = self.kind(-1)
            && self.prose.law.is_head(level)
            && has(self.prose, self.at, level)
        {
            return Some(1);
        }
        if !self.label(0) {
            return None;
        }
        match (self.kind(-1)?, self.kind(1)) {
            // The French `b)`; within brackets that may be their end.
            (_, Some(Kind::Close)) => (!self.bracketed).then_some(2),
            (Kind::Dot, _) => Some(1),
            (Kind::Number(_) | Kind::Close, next) => {
                let Some(letter) = self.prose.letter(self.head, self.at) else {
                    return (next != Some(Kind::Word)).then_some(1);
                };
                // What is in doubt belongs to the list, so that no shorter one is found.
                self.doubtful |= letter == Letter::Doubtful;
                (letter != Letter::Speech).then_some(1)
            }
            (
                Kind::Level { level: Level::Point, .. } | Kind::Sub | Kind::And | Kind::Comma,
                next,
            ) => {
                let single = self.kind(-1) != Some(Kind::And) || self.series != Series::One;
                (next != Some(Kind::Word) && single).then_some(1)
            }
            _ => None,
        }
    }

    fn written(&self, ahead: isize) -> &str {
        let span = self.token(ahead).map(|it| it.span.clone());
        span.and_then(|span| self.prose.text.get(span)).unwrap_or_default()
    }

    fn token(&self, ahead: isize) -> Option<&Token> {
        self.prose.tokens.get(self.at.checked_add_signed(ahead)?)
    }

    fn kind(&self, ahead: isize) -> Option<Kind> {
        self.token(ahead).map(|token| token.kind)
    }

    fn is_level(&self, ahead: isize) -> bool {
        matches!(self.kind(ahead), Some(Kind::Level { .. }))
    }

    fn is_too_large(&self, ahead: isize) -> bool {
        matches!(self.kind(ahead), Some(Kind::Number(number)) if number > LARGEST)
            && !self.is_known(ahead)
    }

    /// Whether a number right behind its word is one that this law counts to.
    fn is_known(&self, ahead: isize) -> bool {
        let (Some(at), Some(Kind::Level { level, .. })) =
            (self.at.checked_add_signed(ahead), self.kind(ahead - 1))
        else {
            return false;
        };
        has(self.prose, at, level)
    }

    fn label(&self, ahead: isize) -> bool {
        self.at.checked_add_signed(ahead).is_some_and(|at| is_label(self.prose, at))
    }

    /// A hyphen or an en dash; an em dash parts sentences.
    fn is_short_dash(&self, ahead: isize) -> bool {
        let written = self.token(ahead).and_then(|it| self.prose.text.get(it.span.clone()));
        written.is_some_and(|it| it == "-" || ("\u{2010}"..="\u{2013}").contains(&it))
    }
}
