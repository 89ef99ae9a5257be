//! Calendar dates as precise as they are known, and how long after one a statement goes stale.

use alloc::string::{String, ToString};
use core::{fmt, str::FromStr};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected},
};

use crate::records::read::named;

/// A year, a month or a day. How much of ISO 8601 is written is how much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CalendarDate {
    year: u16,
    month_and_day: Option<(u8, Option<u8>)>,
}

impl CalendarDate {
    /// As much of a date as is known; 0 for what isn't.
    pub(crate) fn known(year: u16, month: u8, day: u8) -> Self {
        let month_and_day = (month > 0).then_some((month, Some(day).filter(|it| *it > 0)));
        Self { year, month_and_day }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        self.month_and_day.map(|(month, _)| month)
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        self.month_and_day.and_then(|(_, day)| day)
    }

    /// A day of the Gregorian calendar, where there is one.
    pub fn from_ymd(year: u16, month: u8, day: u8) -> Option<Self> {
        let real = (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self { year, month_and_day: Some((month, Some(day))) })
    }

    /// Whether all of `interval` has passed between this date and `today`. What isn't known of a
    /// date counts as its last day, so nothing is called stale too early.
    pub fn is_stale(self, interval: Interval, today: Self) -> bool {
        let month = u32::from(self.month().unwrap_or(12)) - 1 + u32::from(interval.months);
        let year = u32::from(self.year) + month / 12;
        let month = u8::try_from(month % 12 + 1).unwrap_or(12);
        let year = u16::try_from(year).unwrap_or(u16::MAX);
        let longest = days_in_month(year, month);
        let day = self.day().unwrap_or(longest).min(longest);
        day_number(today) > day_number_of(year, month, day) + i64::from(interval.days)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}

fn day_number(date: CalendarDate) -> i64 {
    day_number_of(date.year, date.month().unwrap_or(1), date.day().unwrap_or(1))
}

/// Days since an arbitrary day, by counting years from March so that a leap day comes last.
fn day_number_of(year: u16, month: u8, day: u8) -> i64 {
    let (year, month) = (i64::from(year), i64::from(month));
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(day)
}

/// The text isn't a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for CalendarDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4).filter(|year| *year > 0).ok_or(NotADate)?;
        let month = parts.next().map(|part| two_digits(part).ok_or(NotADate)).transpose()?;
        let day = parts.next().map(|part| two_digits(part).ok_or(NotADate)).transpose()?;
        if parts.next().is_some() {
            return Err(NotADate);
        }
        match (month, day) {
            (Some(month), Some(day)) => Self::from_ymd(year, month, day).ok_or(NotADate),
            (Some(month), None) if !(1..=12).contains(&month) => Err(NotADate),
            (month, _) => Ok(Self { year, month_and_day: month.map(|month| (month, None)) }),
        }
    }
}

fn two_digits(text: &str) -> Option<u8> {
    digits(Some(text), 2).and_then(|number| u8::try_from(number).ok())
}

fn digits(text: Option<&str>, count: usize) -> Option<u16> {
    text.filter(|text| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some((month, day)) = self.month_and_day {
            write!(f, "-{month:02}")?;
            if let Some(day) = day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

/// A length of time in whole months and days, written as in ISO 8601: `P90D`, `P6M`, `P1Y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    months: u16,
    days: u16,
}

impl Interval {
    /// So many months and days.
    pub(crate) fn of(months: u16, days: u16) -> Self {
        Self { months, days }
    }

    /// How many months, and how many days.
    pub(crate) fn parts(self) -> (u16, u16) {
        (self.months, self.days)
    }
}

/// The text isn't an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnInterval;

impl FromStr for Interval {
    type Err = NotAnInterval;

    fn from_str(text: &str) -> Result<Self, NotAnInterval> {
        let mut rest =
            text.strip_prefix('P').filter(|rest| !rest.is_empty()).ok_or(NotAnInterval)?;
        let mut take = |unit: char| -> Result<u16, NotAnInterval> {
            let Some((number, after)) = rest.split_once(unit) else { return Ok(0) };
            rest = after;
            number.parse().map_err(|_| NotAnInterval)
        };
        let (years, months, weeks, days) = (take('Y')?, take('M')?, take('W')?, take('D')?);
        if !rest.is_empty() {
            return Err(NotAnInterval);
        }
        let sum = |many: u16, of: u16, more: u16| many.checked_mul(of)?.checked_add(more);
        let (months, days) = (sum(years, 12, months), sum(weeks, 7, days));
        months.zip(days).map(|(months, days)| Self { months, days }).ok_or(NotAnInterval)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.months, self.days) {
            (0, days) => write!(f, "P{days}D"),
            (months, 0) => write!(f, "P{months}M"),
            (months, days) => write!(f, "P{months}M{days}D"),
        }
    }
}

macro_rules! as_text {
    ($type:ident, $pattern:literal) => {
        impl $type {
            /// The name by which a deserializer is told that such a text follows.
            pub const NAME: &str = stringify!($type);
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text: String = named(Self::NAME, from)?;
                let expected = "as ISO 8601 writes it";
                text.parse().map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &expected))
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_string())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                Self::NAME.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

as_text!(CalendarDate, r"^\d{4}(-\d{2}(-\d{2})?)?$");
as_text!(Interval, r"^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$");

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use super::{CalendarDate, Interval, NotADate};

    fn date(text: &str) -> CalendarDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_written() {
        for text in ["2024", "2024-07", "2024-07-29", "2024-02-29"] {
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(date("2024-07").day(), None);
        assert_eq!(date("2024").month(), None);
    }

    #[test]
    fn what_is_not_in_the_calendar_is_not_a_date() {
        for text in [
            "",
            "24",
            "0000",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-7-1",
            "2024-07-29-1",
            "+024",
        ] {
            assert_eq!(text.parse::<CalendarDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn a_statement_goes_stale_the_day_after_its_interval() {
        let stale = |from, interval: &str, today| {
            date(from).is_stale(interval.parse::<Interval>().unwrap(), date(today))
        };
        assert!(!stale("2025-10-27", "P90D", "2026-01-25"));
        assert!(stale("2025-10-27", "P90D", "2026-01-26"));
        assert!(!stale("2024-01-31", "P1M", "2024-02-29"));
        assert!(stale("2024-01-31", "P1M", "2024-03-01"));
        assert!(!stale("2024", "P1Y", "2025-12-31"));
        assert!(stale("2024", "P1Y", "2026-01-01"));
    }

    #[test]
    fn an_interval_needs_a_number_and_a_unit() {
        for text in ["", "P", "90D", "PD", "P1H", "P-1D", "P1DT"] {
            assert!(text.parse::<Interval>().is_err(), "{text}");
        }
        assert_eq!("P1Y2W".parse::<Interval>().unwrap().to_string(), "P12M14D");
    }

    #[test]
    fn an_interval_is_as_long_as_can_be_written_and_no_longer() {
        for text in ["P65535M", "P65535D", "P5461Y3M"] {
            let interval = text.parse::<Interval>().unwrap();
            assert_eq!(interval.to_string().parse(), Ok(interval));
        }
        for text in ["P65536M", "P5461Y4M", "P9363W"] {
            assert!(text.parse::<Interval>().is_err(), "{text}");
        }
    }
}
