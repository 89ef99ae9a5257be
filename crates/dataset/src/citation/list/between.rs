//! All places from one to another: `28–30`, `28(4)–(6)`.

use alloc::{vec, vec::Vec};

use super::{
    super::label::{Label, leading_number},
    Failure, Place, Reader, Refusal, Run, Step,
};

/// No one means more than these by one range.
pub(super) const LONGEST_RANGE: usize = 200;

impl Reader<'_> {
    /// From a place to what a run names: the same levels, or only the last of them.
    pub(super) fn range(&mut self, first: &Place, last: &Run) -> Result<Vec<Place>, Failure> {
        let Some(end) = last.steps.first() else { return Err(Refusal::BadRange.into()) };
        let (inside, count) = (first.len() > 1, last.steps.len());
        let headed = end.level.is_some_and(|it| self.cursor.law.is_head(it));
        let bare = end.level.is_none() && !end.bracketed;
        if bare && end.label.is_number() && inside && count == 1 && self.below.is_none() {
            return Err(Refusal::TwoReadings.into());
        }
        let shared = if headed { 0 } else { first.len().saturating_sub(count) };
        let mut to = Place::joined(first.get(..shared).unwrap_or_default(), &last.steps);
        // `Schedules 2–4`: the word counts for both ends.
        if let (Some(from), Some(to)) = (first.first(), to.first_mut())
            && to.level.is_none()
        {
            *to = Step { level: from.level, ..*to }.counted();
        }
        Ok(between(first, &to)?)
    }
}

/// All places from one to another.
pub(super) fn between(first: &[Step], last: &[Step]) -> Result<Vec<Place>, Refusal> {
    let (Some((from, around)), Some((to, around_last))) = (first.split_last(), last.split_last())
    else {
        return Err(Refusal::BadRange);
    };
    let head = |it: &[Step]| it.first().and_then(|it| it.level);
    let alike = head(first) == head(last) || head(first).is_none() || head(last).is_none();
    let outer = around.iter().zip(around_last);
    let same = around.len() == around_last.len()
        && outer.fold(true, |all, (one, other)| all && one.label == other.label);
    if !same || !alike {
        return Err(Refusal::BadRange);
    }
    let mut places = Vec::new();
    for label in labels(from.label, to.label)? {
        places.push(Place::joined(around, &[Step { label, ..*from }]));
    }
    Ok(places)
}

/// All labels from one to another: plain numbers, or letters that can't be Roman numerals.
fn labels(first: Label, last: Label) -> Result<Vec<Label>, Refusal> {
    if first == last {
        return Ok(vec![first]);
    }
    let plain =
        |it: Label| leading_number(it.as_bytes()).filter(|number| Label::of_number(*number) == it);
    let letter = |it: Label| match it.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(*letter)),
        _ => None,
    };
    let numbers = plain(first).zip(plain(last));
    let roman = first.may_be_roman() && last.may_be_roman();
    let letters = letter(first).zip(letter(last)).filter(|_| !roman);
    let (mut at, end) =
        numbers.or(letters).filter(|(from, to)| from < to).ok_or(Refusal::BadRange)?;
    if (end - at) as usize >= LONGEST_RANGE {
        return Err(Refusal::TooMany);
    }
    let mut all = Vec::new();
    while at <= end {
        let mut letter = Label::default();
        letter.push((at % 128) as u8);
        all.push(if numbers.is_some() { Label::of_number(at) } else { letter });
        at += 1;
    }
    Ok(all)
}
