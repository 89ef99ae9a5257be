//! A list of citations, piece by piece: what each piece continues, and what a failure takes with
//! it. How the levels of one place are written is in `path.rs`.

use alloc::{vec, vec::Vec};

use super::{
    Citation, Point, Refusal, Unreadable,
    cursor::{Cursor, Join, is_separator},
    series::{between, sibling},
    token::{Kind, Token},
    words::Level,
};

/// A listing is never longer; more is a mistake or an attack.
const LONGEST_LIST: usize = 1000;

/// Reads tokens once, from left to right.
pub(super) struct Parser<'t> {
    cursor: Cursor<'t>,
    items: Vec<Result<Citation, Unreadable>>,
    last: Option<Last>,
    /// What a bare label means; none: an article.
    below: Option<Below>,
    group: Option<Group>,
}

/// The citation that the next piece may continue.
struct Last {
    citation: Citation,
    /// It stands alone, so `, para. 4` narrows it; the end of a range can't be narrowed.
    alone: bool,
}

/// After `paragraphs` or `points`, bare labels are more of these.
#[derive(Clone, Copy)]
struct Below {
    points: bool,
    plural: bool,
}

/// What one word `Articles` introduced: a foreign tail spoils all of it.
#[derive(Clone, Copy)]
struct Group {
    token: usize,
    items: usize,
    by_word: bool,
}

/// Why a piece was refused, and whether it takes its group with it.
#[derive(Clone, Copy)]
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

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        let cursor = Cursor::new(text, tokens);
        Self { cursor, items: Vec::new(), last: None, below: None, group: None }
    }

    pub(super) fn run(mut self) -> Vec<Result<Citation, Unreadable>> {
        self.cursor.join();
        let mut join = Join::Semicolon;
        while !self.cursor.is_at_end() {
            let (start, count) = (self.cursor.at, self.items.len());
            if let Err(failure) = self.item(join) {
                // A piece that took back the one before it, to narrow it, mustn't lose it silently.
                let spoils = failure.spoils || self.items.len() < count;
                self.refuse(start, Failure { spoils, ..failure });
            }
            if self.items.len() > LONGEST_LIST {
                self.items.truncate(LONGEST_LIST - 1);
                self.cursor.skip_rest();
                self.complain(start, Refusal::TooMany);
            }
            join = self.cursor.join();
        }
        self.items
    }

    /// One piece: a place, a range, or places in front of their article.
    fn item(&mut self, join: Join) -> Result<(), Failure> {
        if join >= Join::Semicolon {
            self.reset();
        }
        let start = self.cursor.at;
        self.cursor.skip_small_words();
        if self.cursor.at > start && !matches!(self.cursor.peek(), Some(Kind::Level { .. })) {
            return Err(spoiling(Refusal::ForeignTail));
        }
        if let Some(all) = self.cursor.places_before_article()? {
            self.begin_group(start, true);
            return self.finish(all);
        }
        let first = self.place(join)?;
        if !self.cursor.eat(Kind::To) {
            return self.finish(vec![first]);
        }
        self.last = Some(Last { citation: first.clone(), alone: false });
        self.cursor.skip_small_words();
        let last = self.place(Join::To)?;
        let all = between(&first, &last)?;
        self.finish(all)
    }

    /// Takes what was read, unless words follow that may make it a place in another law.
    fn finish(&mut self, all: Vec<Citation>) -> Result<(), Failure> {
        let ended = self.cursor.peek().is_none_or(|kind| {
            is_separator(kind)
                || matches!(kind, Kind::Level { level, .. } if level != Level::Article)
        });
        if !ended {
            return Err(spoiling(Refusal::ForeignTail));
        }
        let alone = all.len() == 1;
        self.last = all.last().cloned().map(|citation| Last { citation, alone });
        self.items.extend(all.into_iter().map(Ok));
        Ok(())
    }

    fn place(&mut self, join: Join) -> Result<Citation, Failure> {
        match self.cursor.peek() {
            Some(Kind::Eid) => self.eid(join),
            Some(Kind::Level { level: Level::Article, .. }) => {
                self.begin_group_here(join, true);
                self.cursor.at += 1;
                self.cursor.skip_small_words();
                Ok(self.cursor.article()?)
            }
            Some(Kind::Level { .. }) => self.deeper(join),
            Some(Kind::Number(_)) => self.bare_number(join),
            Some(Kind::Open) => {
                let label = self.cursor.enclosed()?;
                self.beside_last(label, false)
            }
            Some(Kind::BadNumber) => Err(Refusal::BadNumber.into()),
            _ => match (self.below, self.cursor.label()) {
                (Some(below), Ok(label)) => self.beside_last(label, below.points),
                _ => Err(Refusal::NotACitation.into()),
            },
        }
    }

    fn eid(&mut self, join: Join) -> Result<Citation, Failure> {
        self.begin_group_here(join, false);
        let text = self.cursor.written(self.cursor.at, self.cursor.at + 1).to_ascii_lowercase();
        self.cursor.at += 1;
        Citation::from_eid(&text).ok_or_else(|| Refusal::NotACitation.into())
    }

    /// A number without a word: one more of what the last word announced, or an article.
    fn bare_number(&mut self, join: Join) -> Result<Citation, Failure> {
        let has_levels = match self.cursor.peek_after(1) {
            Some(Kind::Open) => matches!(self.cursor.peek_after(2), Some(Kind::Number(_))),
            after => after == Some(Kind::Dot),
        };
        let comma = matches!(join, Join::Comma | Join::CommaAnd);
        if let Some(below) = self.below.as_mut()
            && (below.plural || !comma)
            && !has_levels
        {
            // `paragraphs 4, 5 and 6, 30`: the word for "and" closes the list of paragraphs.
            below.plural &= !matches!(join, Join::And | Join::CommaAnd);
            let points = below.points;
            let label = self.cursor.label()?;
            return self.beside_last(label, points);
        }
        self.below = None;
        let inside = self.last.as_ref().is_some_and(|last| last.citation.parent().is_some());
        if (join == Join::To && inside && !has_levels) || join == Join::Stop {
            return Err(Refusal::TwoReadings.into());
        }
        if !self.group.is_some_and(|group| group.by_word) {
            self.begin_group_here(join, false);
        }
        Ok(self.cursor.article()?)
    }

    /// `para. 4` or `point b` behind the place that it narrows or stands beside.
    fn deeper(&mut self, join: Join) -> Result<Citation, Failure> {
        let (level, plural) = self.cursor.eat_level().ok_or(Refusal::NotACitation)?;
        let points = level == Level::Point;
        let last = self.last.as_ref().ok_or(Refusal::NoArticle)?;
        let (citation, alone) = (last.citation.clone(), last.alone);
        let touching = join == Join::Touching;
        let has_room =
            citation.parent().is_none() || points && (touching || citation.points().is_empty());
        let narrows = alone && has_room && (touching || join == Join::Comma);
        if touching && !narrows {
            return Err(spoiling(Refusal::TwoReadings));
        }
        if narrows {
            self.items.pop();
        }
        let label = self.cursor.label_or_enclosed()?;
        if !points && matches!(label, Point::Letters(_)) {
            return Err(Refusal::TwoReadings.into());
        }
        let citation = if narrows {
            citation.within(label).ok_or(Refusal::TooDeep)?
        } else {
            sibling(&citation, label, points)?
        };
        self.below = Some(Below { points, plural });
        Ok(self.cursor.with_levels(citation)?)
    }

    fn beside_last(&mut self, label: Point, points: bool) -> Result<Citation, Failure> {
        let last = self.last.as_ref().ok_or(Refusal::NoArticle)?;
        let citation = sibling(&last.citation, label, points)?;
        Ok(self.cursor.with_levels(citation)?)
    }

    /// Sets where a foreign tail spoils from.
    fn begin_group(&mut self, token: usize, by_word: bool) {
        self.below = None;
        self.group = Some(Group { token, items: self.items.len(), by_word });
    }

    /// A range's end belongs to the group of its beginning.
    fn begin_group_here(&mut self, join: Join, by_word: bool) {
        if join == Join::To {
            self.below = None;
        } else {
            self.begin_group(self.cursor.at, by_word);
        }
    }

    /// Gives up on a piece, and on its group where that is spoilt, up to the next separator.
    fn refuse(&mut self, start: usize, failure: Failure) {
        self.cursor.at = self.cursor.at.max(start + 1);
        while self.cursor.peek().is_some_and(|kind| !is_separator(kind)) {
            self.cursor.at += 1;
        }
        let mut from = start;
        if let Some(group) = self.group.filter(|_| failure.spoils) {
            self.items.truncate(group.items);
            from = group.token.min(start);
        }
        self.complain(from, failure.why);
        self.reset();
    }

    fn complain(&mut self, start: usize, why: Refusal) {
        let unreadable = Unreadable::new(self.cursor.written(start, self.cursor.at), why);
        self.items.push(Err(unreadable));
    }

    fn reset(&mut self) {
        (self.last, self.below, self.group) = (None, None, None);
    }
}
