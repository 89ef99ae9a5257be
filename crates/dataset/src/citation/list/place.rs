//! What one run names after what stood before it: a place of its own, one within the last, or one
//! beside it.

use super::{
    super::{
        steps::{Run, Step},
        words::Level,
    },
    Failure, Group, Join, Place, Reader, Refusal,
};

impl Reader<'_> {
    /// The place that a run names after what stood before it.
    pub(super) fn place(
        &mut self,
        run: &Run,
        join: Join,
        start: &mut usize,
    ) -> Result<Place, Failure> {
        let Some(first) = run.steps.first() else { return Err(Refusal::NotACitation.into()) };
        match first.level {
            Some(level) if self.cursor.law.is_head(level) && !self.narrows(&run.steps, join) => {
                let (token, items) = (*start, self.items.len());
                self.group = Some(Group { token, items, level: Some(level), plural: run.plural });
                let worded = run.steps.iter().skip(1).any(|it| it.level.is_some() && !it.bracketed);
                self.below = worded.then_some(run.plural);
                Ok(run.steps)
            }
            Some(level) if !first.bracketed => self.deeper(level, run, join, start),
            _ if first.bracketed => self.beside_last(&run.steps, false),
            _ => self.bare(run, join, *start),
        }
    }

    /// Whether a word that begins citations leads on here: `Schedule 3, Part 2`.
    fn narrows(&self, steps: &[Step], join: Join) -> bool {
        let last = self.last.as_ref().filter(|it| it.alone && join == Join::Comma);
        last.is_some_and(|it| self.cursor.law.has(&Place::joined(&it.place, steps)))
    }

    /// Labels without a word: more of what the last word announced, or a place in the law's own
    /// unit.
    fn bare(&mut self, run: &Run, join: Join, start: usize) -> Result<Place, Failure> {
        let Some(first) = run.steps.first() else { return Err(Refusal::NotACitation.into()) };
        let (number, single) = (first.label.is_number(), run.steps.len() == 1);
        let comma = matches!(join, Join::Comma | Join::CommaAnd);
        if let Some(plural) = self.below
            && (plural || !comma)
            && (single || !number)
        {
            // `paragraphs 4, 5 and 6, 30`: the word for "and" closes the list of paragraphs.
            self.below = Some(plural && !matches!(join, Join::And | Join::CommaAnd));
            return self.beside_last(&run.steps, true);
        }
        self.below = None;
        if join == Join::Stop {
            return Err(Refusal::TwoReadings.into());
        }
        let group = self.group.filter(|it| it.level.is_some());
        if group.is_none() {
            let (token, items) = (start, self.items.len());
            self.group = Some(Group { token, items, level: None, plural: false });
        }
        let law = self.cursor.law;
        let mut counted = run.steps;
        if let (Some(group), Some(first)) = (group, counted.first_mut()) {
            *first = Step { level: group.level, ..*first }.counted();
        }
        let (own, grouped) = (!law.find(&run.steps).is_empty(), !law.find(&counted).is_empty());
        let plural = group.is_some_and(|it| it.plural);
        match (number, group.is_some()) {
            (_, true) if plural && (number || grouped || !single) => Ok(counted),
            (true, true) if grouped && !own => Ok(counted),
            (true, true) if grouped && !law.is_own(&counted) => Err(Refusal::TwoReadings.into()),
            (true, _) => Ok(run.steps),
            (false, _) if own || !single => Ok(run.steps),
            (false, _) => Err(Refusal::NotACitation.into()),
        }
    }

    /// `para. 4` or `point b` behind the place that it narrows or stands beside.
    fn deeper(
        &mut self,
        level: Level,
        run: &Run,
        join: Join,
        start: &mut usize,
    ) -> Result<Place, Failure> {
        let last = self.last.as_ref().ok_or(Refusal::NoArticle)?;
        let narrow = Place::joined(&last.place, &run.steps);
        let again = last.place.last().is_some_and(|it| it.level == Some(level));
        self.below = Some(run.plural);
        if join == Join::Comma && last.alone && (!again || self.cursor.law.has(&narrow)) {
            *start = self.pop().map_or(*start, |it| it.tokens.start);
            return Ok(narrow);
        }
        if !last.alone {
            return Err(Refusal::TwoReadings.into());
        }
        self.beside_last(&run.steps, true)
    }

    /// The place with other labels at its end, as `(5)` after 28(4): where the law has exactly one
    /// such, or where none is more likely than that on the same level. A word has `announced` them
    /// where they can be on no other.
    fn beside_last(&self, steps: &[Step], announced: bool) -> Result<Place, Failure> {
        let last = self.last.as_ref().ok_or(Refusal::NoArticle)?;
        let new = steps.first().ok_or(Refusal::NotACitation)?;
        let mut found: Option<Place> = None;
        let mut likely: Option<Place> = None;
        for depth in (1..last.place.len()).rev() {
            let Some(old) = last.place.get(depth) else { continue };
            if old.label.is_number() != new.label.is_number() {
                continue;
            }
            let place = Place::joined(last.place.get(..depth).unwrap_or_default(), steps);
            if !self.cursor.law.find(&place).is_empty() {
                if found.is_some() {
                    return Err(Refusal::TwoReadings.into());
                }
                found = Some(place);
            }
            likely = likely.or(Some(place));
            // Only Roman after Roman is sure to be on its level.
            if announced || old.label.may_be_roman() && new.label.may_be_roman() {
                break;
            }
        }
        Ok(found.or(likely).ok_or(Refusal::TwoReadings)?)
    }
}
