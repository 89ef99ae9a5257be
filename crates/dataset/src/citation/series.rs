//! What stands beside a place: the next one of a list that leaves out what both share
//! (`28(4) and (5)`), and all from one place to another (`28–30`).

use alloc::{vec, vec::Vec};

use super::{Citation, Letters, Ordinal, Point, Refusal};

/// No one means more than these by one range.
pub(super) const LONGEST_RANGE: usize = 200;

/// The place with another label at the last level, as `(5)` after 28(4). `points` says that the
/// label was announced as a point's.
pub(super) fn sibling(of: &Citation, label: Point, points: bool) -> Result<Citation, Refusal> {
    let around = match (label, of.points()) {
        (Point::Number(_), [.., Point::Number(_)]) if points => of.parent(),
        (Point::Number(_), [.., Point::Letters(_)]) if !points => {
            of.paragraph().map(|_| Citation::of(of.article()))
        }
        (Point::Number(_), []) | (Point::Letters(_), [Point::Letters(_)]) => of.parent(),
        // Further in, `(b)` after `(a)(i)` may go back a level; only Roman after Roman is sure.
        (Point::Letters(new), [.., Point::Letters(old)])
            if new.may_be_roman() && old.may_be_roman() =>
        {
            of.parent()
        }
        _ => None,
    };
    around.and_then(|around| around.within(label)).ok_or(Refusal::TwoReadings)
}

/// All citations from one to another.
pub(super) fn between(first: &Citation, last: &Citation) -> Result<Vec<Citation>, Refusal> {
    let (around, around_last) = (first.parent(), last.parent());
    if around != around_last {
        return Err(Refusal::BadRange);
    }
    let labels = labels_between(last_label(first), last_label(last))?;
    let place = |label| match (&around, label) {
        (Some(around), label) => around.clone().within(label),
        (None, Point::Number(article)) => Some(Citation::of(article)),
        (None, Point::Letters(_)) => None,
    };
    labels.into_iter().map(place).collect::<Option<_>>().ok_or(Refusal::BadRange)
}

/// All labels from one to another: plain numbers, or letters that can't be Roman numerals.
pub(super) fn labels_between(first: Point, last: Point) -> Result<Vec<Point>, Refusal> {
    if first == last {
        return Ok(vec![first]);
    }
    let labels: Vec<Point> = match (first, last) {
        (Point::Number(first), Point::Number(last)) => {
            if !(first.suffix().is_empty() && last.suffix().is_empty()) {
                return Err(Refusal::BadRange);
            }
            let numbers = first.number()..=last.number();
            if numbers.len() > LONGEST_RANGE {
                return Err(Refusal::TooMany);
            }
            numbers.filter_map(|number| Ordinal::new(number, "")).map(Point::Number).collect()
        }
        (Point::Letters(first), Point::Letters(last)) => {
            let roman = first.may_be_roman() && last.may_be_roman();
            match (first.single(), last.single()) {
                (Some(first), Some(last)) if !roman => {
                    (first..=last).filter_map(Letters::of).map(Point::Letters).collect()
                }
                _ => return Err(Refusal::BadRange),
            }
        }
        _ => return Err(Refusal::BadRange),
    };
    if labels.is_empty() { Err(Refusal::BadRange) } else { Ok(labels) }
}

fn last_label(citation: &Citation) -> Point {
    let number = citation.paragraph().unwrap_or(citation.article());
    citation.points().last().copied().unwrap_or(Point::Number(number))
}
