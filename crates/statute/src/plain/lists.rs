//! Where a numbered point belongs: into the row that it goes on, or into a new one within.

use super::marks::{Reading, Row, Step};

/// A row of points that is open, innermost last, and its last number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    pub(super) row: Row,
    pub(super) value: u32,
    is_inserted: bool,
}

/// What a point does to the rows that are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// It goes on the row of this depth.
    On(usize, Open),
    /// It begins one within the innermost.
    In(Open),
}

/// Where a point belongs. `next` are the following points, which tell `i` after `h` from the first
/// of a row of Roman numbers.
pub(super) fn place<'t>(
    open: &[Open],
    step: &Step<'_>,
    next: impl Fn() -> Option<Step<'t>>,
) -> Option<Move> {
    let readings: Vec<Reading> = step.readings().collect();
    let first = readings.iter().copied().find(|it| it.value == 1 && !it.is_inserted);
    let on = following(open, &readings);
    let to = match (on, first) {
        (Some((_, one)), Some(other)) if one.row != other.row => {
            let goes_into = next().is_some_and(|it| {
                let second = |it: Reading| it.row == other.row && it.value == 2;
                it.readings().any(second)
            });
            if goes_into { None } else { on }
        }
        _ => on,
    };
    if let Some((depth, reading)) = to {
        return Some(Move::On(depth, opened(reading)));
    }
    let twice = open.last().is_some_and(|it| readings.iter().any(|reading| same(it, reading)));
    if let Some(first) = first.filter(|_| !twice) {
        return Some(Move::In(opened(first)));
    }
    // A gap, or disorder: that is for others to tell.
    let anywhere = open.iter().enumerate().rev().find_map(|(depth, row)| {
        let reading = readings.iter().find(|it| it.row == row.row)?;
        Some(Move::On(depth, opened(*reading)))
    });
    anywhere.or_else(|| readings.first().map(|it| Move::In(opened(*it))))
}

fn opened(it: Reading) -> Open {
    Open { row: it.row, value: it.value, is_inserted: it.is_inserted }
}

fn same(open: &Open, reading: &Reading) -> bool {
    open.row == reading.row && open.value == reading.value && !reading.is_inserted
}

/// The innermost row in which a number comes next.
fn following(open: &[Open], readings: &[Reading]) -> Option<(usize, Reading)> {
    open.iter().enumerate().rev().find_map(|(depth, last)| {
        let follows = |it: &&Reading| {
            let is_next = it.value == last.value + 1 && (last.is_inserted || !it.is_inserted);
            it.row == last.row && (is_next || it.is_inserted && it.value == last.value)
        };
        readings.iter().find(follows).map(|it| (depth, *it))
    })
}

#[cfg(test)]
mod tests {
    use super::{super::marks::step, *};

    /// How deep each of these stands.
    fn depths(all: &str) -> Vec<usize> {
        let all: Vec<_> = all.split(' ').collect();
        let mut open: Vec<Open> = Vec::new();
        let depth = |(nth, text): (usize, &&str)| {
            let here = step(text).expect("a number");
            let next = || all.get(nth + 1).and_then(|it| step(it));
            match place(&open, &here, next).expect("a place") {
                Move::On(depth, row) => {
                    open.truncate(depth);
                    open.push(row);
                }
                Move::In(row) => open.push(row),
            }
            open.len()
        };
        all.iter().enumerate().map(depth).collect()
    }

    #[test]
    fn each_number_stands_in_its_row() {
        for (row, expected) in [
            ("(1) (a) (b) (i) (ii) (c) (2) (a)", &[1, 2, 2, 3, 3, 2, 1, 2][..]),
            ("(a) (1) (A) (i) (ii) (B) (2) (b) (1)", &[1, 2, 3, 4, 4, 3, 2, 1, 2]),
            ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", &[1; 10]),
            ("(g) (h) (i) (ii) (iii) (i)", &[1, 1, 2, 2, 2, 1]),
            ("(1) 1. a) aa) bb) b) 2. (2)", &[1, 2, 3, 4, 4, 3, 2, 1]),
            ("(1) (1a) (2) (4)", &[1, 1, 1, 1]),
            ("(1) (1) (2)", &[1, 1, 1]),
            ("1.1 1.1.1 1.1.2 1.2", &[1, 2, 2, 1]),
            ("(i) (ii) (iii) (iv) (v) (vi)", &[1; 6]),
        ] {
            assert_eq!(depths(row), expected, "{row}");
        }
    }
}
