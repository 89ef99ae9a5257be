//! A list of citations, piece by piece: what each piece continues, and what a failure takes with
//! it. How one place is written is in `steps.rs`; which places there are, in `law.rs`.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use super::{
    Refusal,
    steps::{Cursor, Place, Run, Step},
    token::Kind,
    words::Level,
};
use crate::ProvisionIx;

mod between;
mod inner;
mod place;

/// A listing is never longer; more is a mistake or an attack.
const LONGEST_LIST: usize = 1000;

/// Names with more commas in them aren't tried.
const LONGEST_NAME: usize = 4;

/// One piece of a list.
pub(super) struct Item {
    /// The tokens that name it.
    pub(super) tokens: Range<usize>,
    pub(super) found: Found,
}

/// What a piece names.
pub(super) enum Found {
    /// A provision by its id, or by a citation that is none by the rules.
    Name(ProvisionIx),
    /// Places, whether the law has them or not; several of a range, or of an inner list.
    Places(Vec<Place>),
    Refused(Refusal),
}

/// What stands between two pieces, the weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Join {
    Touching,
    And,
    Comma,
    CommaAnd,
    Semicolon,
    Stop,
}

/// Reads tokens once, from left to right.
pub(super) struct Reader<'t> {
    cursor: Cursor<'t>,
    exact: &'t dyn Fn(&str) -> Option<ProvisionIx>,
    items: Vec<Item>,
    count: usize,
    last: Option<Last>,
    /// After `paragraphs` or `points`, bare labels are more of these; whether in the plural.
    below: Option<bool>,
    group: Option<Group>,
}

/// The place that the next piece may continue.
struct Last {
    place: Place,
    /// It stands alone, so `, para. 4` narrows it; the end of a range can't be narrowed.
    alone: bool,
}

/// What one word such as `Articles` introduced: a foreign tail spoils all of it.
#[derive(Clone, Copy)]
struct Group {
    token: usize,
    items: usize,
    /// The word; none where a bare number began it.
    level: Option<Level>,
    plural: bool,
}

/// Why a piece was refused, and whether it takes its group with it.
struct Failure {
    why: Refusal,
    spoils: bool,
}

impl From<Refusal> for Failure {
    fn from(why: Refusal) -> Self {
        Self { why, spoils: false }
    }
}

fn spoiling(why: Refusal) -> Failure {
    Failure { why, spoils: true }
}

impl<'t> Reader<'t> {
    pub(super) fn new(cursor: Cursor<'t>, exact: &'t dyn Fn(&str) -> Option<ProvisionIx>) -> Self {
        Self { cursor, exact, items: Vec::new(), count: 0, last: None, below: None, group: None }
    }

    pub(super) fn run(mut self) -> Vec<Item> {
        self.join();
        let mut join = Join::Semicolon;
        while self.cursor.peek().is_some() {
            let (start, count) = (self.cursor.at, self.items.len());
            if !self.name()
                && let Err(failure) = self.item(join)
            {
                // A piece that took back the one before it, to narrow it, mustn't lose it silently.
                let spoils = failure.spoils || self.items.len() < count;
                self.refuse(start, &Failure { spoils, ..failure });
            }
            if self.count > LONGEST_LIST {
                self.shorten(start);
            }
            join = self.join();
        }
        self.items
    }

    fn shorten(&mut self, start: usize) {
        while self.count >= LONGEST_LIST
            && let Some(item) = self.items.pop()
        {
            self.count -= item.count();
        }
        self.cursor.at = self.cursor.tokens.len();
        self.push(start, Found::Refused(Refusal::TooMany));
    }

    fn push(&mut self, start: usize, found: Found) {
        let item = Item { tokens: start..self.cursor.at, found };
        self.count += item.count();
        self.items.push(item);
    }

    fn pop(&mut self) -> Option<Item> {
        let item = self.items.pop()?;
        self.count -= item.count();
        Some(item)
    }

    /// Takes all separators here.
    fn join(&mut self) -> Join {
        let mut join = Join::Touching;
        while let Some(kind) = self.cursor.peek() {
            let next = match kind {
                Kind::And if join == Join::Comma => Join::CommaAnd,
                Kind::Comma if join == Join::And => Join::CommaAnd,
                Kind::And => Join::And,
                Kind::Comma => Join::Comma,
                Kind::Semicolon => Join::Semicolon,
                Kind::Stop => Join::Stop,
                _ => break,
            };
            join = join.max(next);
            self.cursor.at += 1;
        }
        join
    }

    /// An id, or a citation that is none by the rules; the longest that stands here.
    fn name(&mut self) -> bool {
        let start = self.cursor.at;
        let mut ends = Vec::new();
        let mut at = start;
        while ends.len() < LONGEST_NAME
            && let Some(kind) = self.cursor.tokens.get(at).map(|it| it.kind)
        {
            at += 1;
            let last = self.cursor.tokens.get(at).is_none_or(|it| is_separator(it.kind));
            if last && !is_separator(kind) {
                ends.push(at);
            }
        }
        for end in ends.into_iter().rev() {
            let written = self.cursor.written(start, end);
            let found = (self.exact)(written).or_else(|| self.cursor.law.named(written));
            if let Some(found) = found {
                self.cursor.at = end;
                self.push(start, Found::Name(found));
                self.reset();
                return true;
            }
        }
        false
    }

    /// One piece: a place, a range, or places in front of what contains them.
    fn item(&mut self, join: Join) -> Result<(), Failure> {
        if join >= Join::Semicolon {
            self.reset();
        }
        let mut start = self.cursor.at;
        self.cursor.skip_small_words();
        if self.cursor.at > start && !matches!(self.cursor.peek(), Some(Kind::Level { .. })) {
            return Err(spoiling(Refusal::ForeignTail));
        }
        if let Some(all) = self.places_before_outer()? {
            self.below = None;
            self.group =
                Some(Group { token: start, items: self.items.len(), level: None, plural: false });
            return self.finish(start, all);
        }
        let narrows = matches!(self.cursor.peek(), Some(Kind::Level { level, .. }) if !self.cursor.law.is_head(level));
        let run = self.run_here();
        let continues = self.last.as_ref().is_some_and(|last| last.alone);
        if run.is_err() && narrows && join == Join::Comma && continues {
            self.pop();
        }
        let first = self.place(&run?, join, &mut start)?;
        if !self.cursor.eat(Kind::To) {
            return self.finish(start, vec![first]);
        }
        self.cursor.skip_small_words();
        let last = self.run_here()?;
        let all = self.range(&first, &last)?;
        self.finish(start, all)
    }

    fn run_here(&mut self) -> Result<Run, Failure> {
        Ok(self.cursor.run().ok_or(Refusal::NotACitation)?)
    }

    /// Takes what was read, unless words follow that may make it a place in another law.
    fn finish(&mut self, start: usize, all: Vec<Place>) -> Result<(), Failure> {
        if !self.cursor.peek().is_none_or(is_separator) {
            // Behind `5` an `A` is no other law, and may be both 5A and 5(a).
            let letter = self.cursor.letter().is_some();
            return Err(spoiling(if letter { Refusal::TwoReadings } else { Refusal::ForeignTail }));
        }
        let alone = all.len() == 1;
        self.last = all.last().copied().map(|place| Last { place, alone });
        self.push(start, Found::Places(all));
        Ok(())
    }

    /// Gives up on a piece, and on its group where that is spoilt, up to the next separator.
    fn refuse(&mut self, start: usize, failure: &Failure) {
        self.cursor.at = self.cursor.at.max(start + 1);
        while self.cursor.peek().is_some_and(|kind| !is_separator(kind)) {
            self.cursor.at += 1;
        }
        let mut from = start;
        if let Some(group) = self.group.filter(|_| failure.spoils) {
            while self.items.len() > group.items {
                self.pop();
            }
            from = group.token.min(start);
        }
        self.push(from, Found::Refused(failure.why));
        self.reset();
    }

    fn reset(&mut self) {
        (self.last, self.below, self.group) = (None, None, None);
    }
}

impl Item {
    /// How many places it names.
    fn count(&self) -> usize {
        if let Found::Places(places) = &self.found { places.len() } else { 1 }
    }
}

/// Whether a piece ends here.
pub(super) fn is_separator(kind: Kind) -> bool {
    matches!(kind, Kind::Comma | Kind::And | Kind::Semicolon | Kind::Stop)
}
