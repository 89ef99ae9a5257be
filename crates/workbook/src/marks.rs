//! What a person sees of a sheet beside its texts: what is hidden, and what is struck through. It
//! changes nothing of what is read, and is told.

use std::collections::BTreeSet;

/// Of one sheet; rows and columns are counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marks {
    /// Whether the sheet as a whole is hidden.
    pub(crate) hidden: bool,
    pub(crate) hidden_rows: Spans,
    pub(crate) hidden_columns: Spans,
    /// Row and column of each cell that is struck through, if only in part.
    pub(crate) struck: BTreeSet<(u32, u32)>,
}

/// Rows or columns, as the first and the last of each run, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Spans(Vec<(u32, u32)>);

impl Spans {
    /// Adds a run that begins after all others.
    pub(crate) fn add(&mut self, first: u32, last: u32) {
        if self.0.last().is_none_or(|(_, before)| *before < first) && first <= last {
            self.0.push((first, last));
        }
    }

    pub(crate) fn holds(&self, nth: u32) -> bool {
        let before = self.0.partition_point(|(first, _)| *first <= nth);
        let run = before.checked_sub(1).and_then(|at| self.0.get(at));
        run.is_some_and(|(_, last)| nth <= *last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_hold_what_lies_between_their_ends_and_nothing_else() {
        let mut spans = Spans::default();
        spans.add(2, 4);
        spans.add(7, 7);
        // A file that says it twice, or backwards, says nothing more.
        spans.add(3, 9);
        spans.add(12, 11);
        let held: Vec<_> = (0..14).filter(|nth| spans.holds(*nth)).collect();
        assert_eq!(held, [2, 3, 4, 7]);
    }
}
