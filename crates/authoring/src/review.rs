//! What an editor should look at. None of it is wrong for sure, so a reader sees it as it stands;
//! what is wrong for sure is for `shape` and `check`. Tools alone ask for this, so it costs the
//! widget nothing.

mod facts;
mod gaps;
mod names;
mod numbers;
mod passages;
#[cfg(test)]
mod tests;
mod texts;

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    CalendarDate, Node, Records,
    problem::{Location, Path},
    read::Parsed,
};

pub use passages::shared;

/// Something to look at: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where, in the file as it was read.
    pub at: Path,
    /// Why, and what would be right.
    pub what: String,
    /// Where the other one stands that this is to be compared with.
    pub beside: Option<Path>,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.0.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        f.write_str(&self.what)?;
        self.beside.as_ref().map_or(Ok(()), |other| write!(f, "; compare {other}"))
    }
}

impl Parsed {
    /// All that an editor should look at in the sound part. Without today's date, no date is called
    /// one of the future.
    pub fn remarks(&self, today: Option<CalendarDate>) -> Vec<Remark> {
        let Some(dataset) = &self.dataset else { return Vec::new() };
        let mut review = Review { records: dataset.records(), today, remarks: Vec::new() };
        review.gaps();
        review.dates();
        review.order();
        review.numbers();
        review.names();
        review.same_texts();
        review.passages();
        for remark in &mut review.remarks {
            remark.at = self.original(&remark.at);
            remark.beside = remark.beside.as_ref().map(|other| self.original(other));
        }
        texts::strays(&self.left, &mut review.remarks);
        review.remarks
    }
}

/// A review under way.
struct Review<'a> {
    records: &'a Records,
    today: Option<CalendarDate>,
    remarks: Vec<Remark>,
}

impl Review<'_> {
    fn remark(&mut self, at: &Location<'_>, what: impl Into<String>) {
        self.remarks.push(Remark { at: at.path(), what: what.into(), beside: None });
    }

    fn compare(&mut self, at: &Location<'_>, what: impl Into<String>, other: Path) {
        self.remarks.push(Remark { at: at.path(), what: what.into(), beside: Some(other) });
    }
}

/// Calls back for every text of a tree, with its place.
fn each_text<'n>(at: &Location<'_>, node: &'n Node, found: &mut dyn FnMut(&Location<'_>, &'n str)) {
    match node {
        Node::Text(text) => found(at, text),
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                each_text(&at.item(index), item, found);
            }
        }
        Node::Map(fields) => {
            for (name, value) in fields {
                each_text(&at.field(name), value, found);
            }
        }
        _ => {}
    }
}
