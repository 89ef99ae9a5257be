//! The levels of one place as they are written, outermost first: `36(1)(b)`, `§ 5 Abs. 2 Nr. 3`.

use super::{
    Citations,
    label::Label,
    list::is_separator,
    token::{self, Kind, Token},
    words::Level,
};

/// Laws nest fewer levels; more is a mistake or an attack.
const DEEPEST: usize = 12;

/// One level of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// The word in front of it.
    pub(super) level: Option<Level>,
    pub(super) label: Label,
    /// It stands in brackets.
    pub(super) bracketed: bool,
}

impl Step {
    /// The same with a Roman numeral as a number where its word is one of those that chapters and
    /// annexes are counted by.
    pub(super) fn counted(mut self) -> Self {
        if self.level.is_some_and(|it| it < Level::Paragraph) && self.label.may_be_roman() {
            self.label = Label::of_number(self.label.roman());
        }
        self
    }
}

/// A place by its levels, outermost first. Of one size in memory, so that it is copied as plain
/// bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    steps: [Step; DEEPEST],
    depth: usize,
}

impl Place {
    /// One level deeper. What is too deep for any law becomes a place that none has.
    pub(super) fn push(&mut self, step: Step) {
        match self.steps.get_mut(self.depth) {
            Some(slot) => (*slot, self.depth) = (step, self.depth + 1),
            None => self.depth = DEEPEST + 1,
        }
    }

    /// A place within another.
    pub(super) fn joined(outer: &[Step], inner: &[Step]) -> Self {
        let mut place = Self::default();
        for step in outer.iter().chain(inner) {
            place.push(*step);
        }
        place
    }
}

impl core::ops::Deref for Place {
    type Target = [Step];

    fn deref(&self) -> &[Step] {
        self.steps.get(..self.depth).unwrap_or_default()
    }
}

impl core::ops::DerefMut for Place {
    fn deref_mut(&mut self) -> &mut [Step] {
        self.steps.get_mut(..self.depth).unwrap_or_default()
    }
}

/// Where a reader stands among the tokens of a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub(super) law: &'t Citations,
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) at: usize,
}

/// What stands together, with nothing that parts it.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) steps: Place,
    /// The last word of level is in the plural.
    pub(super) plural: bool,
}

impl Cursor<'_> {
    pub(super) fn peek(&self) -> Option<Kind> {
        self.peek_after(0)
    }

    pub(super) fn peek_after(&self, distance: usize) -> Option<Kind> {
        self.tokens.get(self.at + distance).map(|token| token.kind)
    }

    pub(super) fn eat(&mut self, kind: Kind) -> bool {
        let found = self.peek() == Some(kind);
        self.at += usize::from(found);
        found
    }

    /// Passes `of` and `the`.
    pub(super) fn skip_small_words(&mut self) {
        while matches!(self.peek(), Some(Kind::Of | Kind::Noise)) {
            self.at += 1;
        }
    }

    /// One run; none where none begins or where a word of level has no label.
    pub(super) fn run(&mut self) -> Option<Run> {
        while self.eat(Kind::Noise) {}
        let mut run = Run { steps: Place::default(), plural: false };
        let mut level: Option<Level> = None;
        loop {
            match self.peek() {
                Some(Kind::Level { level: next, plural }) if !self.is_label(level) => {
                    let head =
                        run.steps.is_empty() && level.is_some_and(|it| it < Level::Paragraph);
                    if head && level != Some(next) {
                        run.steps.push(Step { level, label: Label::default(), bracketed: false });
                    }
                    self.at += 1;
                    (level, run.plural) = (Some(next), plural);
                    if self.eat(Kind::Sub) {
                        level = Some(Level::Point);
                    }
                }
                Some(Kind::Noise) if level.is_some() => self.at += 1,
                _ => {
                    let Some(step) = self.step(level, &run.steps) else { break };
                    run.steps.push(step);
                    level = None;
                }
            }
        }
        match level {
            Some(level) if run.steps.is_empty() && level < Level::Paragraph => {
                run.steps.push(Step {
                    level: Some(level),
                    label: Label::default(),
                    bracketed: false,
                });
            }
            Some(_) => return None,
            None => {}
        }
        Some(run).filter(|run| !run.steps.is_empty())
    }

    /// Whether a word of level is rather a label: `point n`.
    fn is_label(&self, level: Option<Level>) -> bool {
        let next = self.peek_after(1);
        let ends =
            !matches!(next, Some(Kind::Number(_) | Kind::Open | Kind::Word | Kind::Level { .. }));
        level.is_some() && ends && self.label().is_some()
    }

    /// The next level, where it touches: `(1)`, `.1`, ` b)`, or whatever a word announces.
    fn step(&mut self, level: Option<Level>, before: &[Step]) -> Option<Step> {
        if self.peek() == Some(Kind::Open) {
            return self.enclosed(level);
        }
        let dotted = !before.is_empty() && self.peek() == Some(Kind::Dot);
        let mut next = Self { at: self.at + usize::from(dotted), ..*self };
        let label = next.label()?;
        let number = matches!(next.peek(), Some(Kind::Number(_) | Kind::First));
        let closed = !number && next.peek_after(1) == Some(Kind::Close);
        let coded =
            before.last().is_some_and(|it| !it.label.is_number() && !it.bracketed) && number;
        let announced = level.is_some() || dotted || before.is_empty();
        let touching = !number && next.touches_bracket();
        if !(announced
            || closed
            || touching
            || coded
            || !number && next.stands_apart(before, label))
        {
            return None;
        }
        next.at += 1 + usize::from(closed);
        let mut step = Step { level, label, bracketed: false }.counted();
        self.at = next.at;
        self.hyphens(before, &mut step);
        self.inserted(before, &mut step);
        Some(step)
    }

    /// Whether a letter behind a blank is the next level, as in `6 (1) f`: where the law has such a
    /// place, and none that `4 a` may be as well.
    fn stands_apart(&self, before: &[Step], label: Label) -> bool {
        let Some((last, outer)) = before.split_last() else { return false };
        let step = Step { label, ..Step::default() };
        let lacking = last.bracketed && self.is_last();
        if self.peek() != Some(Kind::Word) || !self.law.has_label(before, step) && !lacking {
            return false;
        }
        let inserted = last.label.and(label.as_bytes()).filter(|_| !last.bracketed);
        inserted
            .is_none_or(|label| !self.law.has(&Place::joined(outer, &[Step { label, ..*last }])))
    }

    /// `4 a` is 4a where the law has such a one and nothing else that it may be, and where the law
    /// has neither: then the place is told as one that it lacks.
    fn inserted(&mut self, before: &[Step], step: &mut Step) {
        let Some(letter) = self.letter() else { return };
        let number = step.label.as_bytes().iter().all(u8::is_ascii_digit);
        let Some(label) = step.label.and(letter.as_bytes()).filter(|_| number) else { return };
        let inside = Step { label: letter, ..Step::default() };
        let inside = self.law.has(&Place::joined(before, &[*step, inside]));
        let known = self.law.has_label(before, Step { label, ..*step });
        if !inside && (known || self.is_last()) {
            step.label = label;
            self.at += 1;
        }
    }

    /// A letter that stands for itself.
    pub(super) fn letter(&self) -> Option<Label> {
        let letter = self.label().filter(|_| self.peek() == Some(Kind::Word));
        letter.filter(|it| it.as_bytes().len() == 1)
    }

    /// Whether nothing of a piece follows the token here.
    fn is_last(&self) -> bool {
        self.peek_after(1).is_none_or(is_separator)
    }

    /// A label in brackets, perhaps with its word: `(4)`, `(para. 4)`.
    fn enclosed(&mut self, level: Option<Level>) -> Option<Step> {
        let mut inside = Self { at: self.at + 1, ..*self };
        let within = match inside.peek() {
            Some(Kind::Level { level, .. }) if level >= Level::Sign => {
                inside.at += 1;
                Some(level)
            }
            _ => None,
        };
        let label = inside.label()?;
        inside.at += 1;
        if !inside.eat(Kind::Close) {
            return None;
        }
        self.at = inside.at;
        Some(Step { level: within.or(level), label, bracketed: level.is_none() })
    }

    /// `121-1` is one label where the law has such a one, and else two that a range runs between.
    fn hyphens(&mut self, before: &[Step], step: &mut Step) {
        while self.peek() == Some(Kind::To)
            && let (Some(dash), Some(next)) =
                (self.tokens.get(self.at), self.tokens.get(self.at + 1))
            && self.at > 0
            && self.tokens.get(self.at - 1).is_some_and(|it| it.span.end == dash.span.start)
            && dash.span.end == next.span.start
            && self
                .text
                .get(dash.span.clone())
                .is_some_and(|it| !it.bytes().all(|it| it.is_ascii_alphabetic()))
            && let Some(more) = token::label(self.text, next)
        {
            let Some(label) = step.label.hyphened(more) else { return };
            // What a letter codes, as in L. 121-1, is one label, whether the law has it or not.
            let coded = before.last().is_some_and(|it| !it.label.is_number());
            let known = coded || self.law.has_label(before, Step { label, ..*step });
            let plain = step.label.and(more.as_bytes()).filter(|_| !more.is_number());
            match plain.filter(|label| self.law.has_label(before, Step { label: *label, ..*step }))
            {
                _ if known => step.label = label,
                // `66-A` is 66A.
                Some(label) => step.label = label,
                None => return,
            }
            self.at += 2;
        }
    }

    fn label(&self) -> Option<Label> {
        token::label(self.text, self.tokens.get(self.at)?)
    }

    /// Whether a label stands right behind a closing bracket.
    fn touches_bracket(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(self.at)).is_some_and(|(before, token)| {
            before.kind == Kind::Close && before.span.end == token.span.start
        })
    }

    /// The text of some tokens.
    pub(super) fn written(&self, start: usize, end: usize) -> &str {
        let from = self.tokens.get(start).map(|token| token.span.start);
        let to = end.checked_sub(1).and_then(|last| self.tokens.get(last)).map(|it| it.span.end);
        from.zip(to).and_then(|(from, to)| self.text.get(from..to)).unwrap_or_default()
    }
}
