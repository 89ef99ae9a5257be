//! Dates: far off, of the future, out of order.

use alloc::{format, vec::Vec};
use core::cmp::Ordering;

use crate::{AskedFor, CalendarDate, problem::Location, review::Review};

/// Datasets are younger than the web.
const FIRST_DATASET: u16 = 1990;
/// Documents that are quoted in one, and laws that are still of use, are younger than these.
const FIRST_SOURCE: u16 = 1800;
const FIRST_LAW: u16 = 1200;

impl Review<'_> {
    /// Dates that are unlikely by themselves.
    pub(super) fn dates(&mut self) {
        let (records, top) = (self.records, Location::Top);
        let edition = top.field("edition");
        self.date(&edition.field("date"), records.edition.date, FIRST_DATASET);
        let (instrument, status) = (top.field("instrument"), &records.instrument.status);
        let status_at = instrument.field("status");
        self.date(&status_at.field("as_of"), status.as_of, FIRST_DATASET);
        let corrections = records.corrections.iter().map(|it| Some(it.date));
        self.dates_of(&top.field("corrections"), "date", corrections, FIRST_DATASET);
        let events = status.events.iter().map(|it| Some(it.date));
        self.dates_of(&status_at.field("events"), "date", events, FIRST_LAW);
        let drafts = records.instrument.drafts.iter().map(|it| it.date);
        self.dates_of(&instrument.field("drafts"), "date", drafts, FIRST_LAW);
        let sources = records.sources.iter();
        let list = top.field("sources");
        self.dates_of(&list, "date", sources.clone().map(|it| it.date), FIRST_SOURCE);
        self.dates_of(&list, "read", sources.map(|it| it.read), FIRST_DATASET);
        let positions = records.positions.iter().map(|it| it.date);
        self.dates_of(&top.field("positions"), "date", positions, FIRST_SOURCE);
        let asked = records.asked.iter().flat_map(AskedFor::all).map(|it| Some(it.date));
        self.dates_of(&top.field("asked"), "date", asked, FIRST_DATASET);
    }

    fn dates_of(
        &mut self,
        list: &Location<'_>,
        field: &str,
        dates: impl Iterator<Item = Option<CalendarDate>>,
        first: u16,
    ) {
        for (index, date) in dates.enumerate() {
            let item = list.item(index);
            self.date(&item.field(field), date, first);
        }
    }

    fn date(&mut self, at: &Location<'_>, date: Option<CalendarDate>, first: u16) {
        let Some(date) = date else { return };
        if self.today.is_some_and(|today| is_before(today, date)) {
            self.remark(at, format!("`{date}` is still to come; is the year right?"));
        } else if date.year() < first {
            self.remark(at, format!("`{date}` is long ago; is the year right?"));
        }
    }

    /// Dates that contradict others.
    pub(super) fn order(&mut self) {
        let (records, top) = (self.records, Location::Top);
        let (instrument, status) = (top.field("instrument"), &records.instrument.status);
        let status_at = instrument.field("status");
        let events: Vec<_> = status.events.iter().map(|it| Some(it.date)).collect();
        self.ascending(&status_at.field("events"), &events, false);
        let drafts: Vec<_> = records.instrument.drafts.iter().map(|it| it.date).collect();
        self.ascending(&instrument.field("drafts"), &drafts, false);
        let corrections: Vec<_> = records.corrections.iter().map(|it| Some(it.date)).collect();
        self.ascending(&top.field("corrections"), &corrections, true);
        if let Some(as_of) = status.as_of
            && let Some(later) = status.events.iter().find(|it| is_before(as_of, it.date))
        {
            let what = format!("`{as_of}` is before the event of {}", later.date);
            self.remark(&status_at.field("as_of"), what);
        }
        if let Some(edition) = records.edition.date
            && let Some(later) = records.corrections.iter().find(|it| is_before(edition, it.date))
        {
            let at = top.field("edition");
            let what = format!("`{edition}` is before the correction of {}", later.date);
            self.remark(&at.field("date"), what);
        }
        let list = top.field("asked");
        for (index, asked) in records.asked.iter().flat_map(AskedFor::all).enumerate() {
            if let Some(until) = asked.until.filter(|until| is_before(*until, asked.date)) {
                let item = list.item(index);
                let what = format!("`{until}` is before they were asked");
                self.remark(&item.field("until"), what);
            }
        }
    }

    /// In a list that has the latest first, the other way round.
    fn ascending(
        &mut self,
        list: &Location<'_>,
        dates: &[Option<CalendarDate>],
        latest_first: bool,
    ) {
        let (first, before) =
            if latest_first { ("latest", "after") } else { ("earliest", "before") };
        for (index, (date, next)) in dates.iter().zip(dates.iter().skip(1)).enumerate() {
            let (Some(date), Some(next)) = (*date, *next) else { continue };
            let wrong = if latest_first { is_before(date, next) } else { is_before(next, date) };
            if wrong {
                let item = list.item(index + 1);
                let what = format!("`{next}` is {before} `{date}`; the list has the {first} first");
                self.remark(&item.field("date"), what);
            }
        }
    }
}

/// Whether one date is before another, as far as both are known.
fn is_before(one: CalendarDate, other: CalendarDate) -> bool {
    let compared = |one: Option<u8>, other: Option<u8>| match (one, other) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => Ordering::Equal,
    };
    let month = compared(one.month(), other.month());
    let day = if one.month().is_some() && other.month().is_some() {
        compared(one.day(), other.day())
    } else {
        Ordering::Equal
    };
    one.year().cmp(&other.year()).then(month).then(day) == Ordering::Less
}
