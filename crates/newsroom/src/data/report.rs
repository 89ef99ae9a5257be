//! The two lists that a check ends in: what is wrong, and what an editor should look at. A line for
//! each, with its place first. What stands in them is for the crates to say that read datasets and
//! workbooks.

use std::fmt::Display;

use anyhow::anyhow;
use authoring::CalendarDate;
use jiff::{Timestamp, tz::TimeZone};

/// What is wrong, and below it what is to be looked at, as [`looked_at`] made it.
pub(super) fn wrong(problems: &[impl Display], remarks: &str) -> anyhow::Error {
    anyhow!("{} problem(s){}{remarks}", problems.len(), lines(problems))
}

/// What an editor should look at, below a report; nothing where there is nothing.
pub(super) fn looked_at(remarks: &[impl Display]) -> String {
    match remarks.len() {
        0 => String::new(),
        number => format!("\n{number} to look at{}", lines(remarks)),
    }
}

/// The day in Greenwich.
pub(crate) fn today() -> Option<CalendarDate> {
    let day = Timestamp::now().to_zoned(TimeZone::UTC).date();
    day.to_string().parse().ok()
}

fn lines(items: &[impl Display]) -> String {
    items.iter().fold(String::new(), |list, item| list + &format!("\n{item}"))
}
