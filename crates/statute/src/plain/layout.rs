//! Tables that only lay a law out: numbers in the first column, words in the second.

use super::{
    Line,
    marks::{Mark, Role, mark},
};

/// Paragraphs in which the rows of such tables are paragraphs.
pub(super) fn without_layout(lines: &[Line]) -> Vec<Line> {
    let rows = lines.iter().filter(|it| !it.cells.is_empty()).count();
    let is_mostly = rows * 2 > lines.len();
    let mut all = Vec::with_capacity(lines.len());
    for table in lines.chunk_by(|one, other| one.cells.is_empty() == other.cells.is_empty()) {
        let is_layout = table.iter().any(begins_a_unit)
            || is_mostly && table.iter().all(|it| is_short(it) && first(it) != Some(Mark::None));
        let free = |line: &Line| {
            let is_row = !(is_layout && is_short(line) || is_point(line));
            let cells = if is_row { line.cells.clone() } else { Vec::new() };
            Line { cells, ..line.clone() }
        };
        all.extend(table.iter().map(free));
    }
    all
}

fn is_short(row: &Line) -> bool {
    row.cells.len() <= 2
}

/// What a row's first cell is, where it is a number alone.
fn first(row: &Line) -> Option<Mark<'_>> {
    Some(match mark(row.cells.first()?) {
        Mark::Head(head) if !head.rest.is_empty() => Mark::None,
        Mark::Step(step) if !step.rest.is_empty() => Mark::None,
        found => found,
    })
}

/// `(a)` beside its words, where a program sets lists by tables; a table's own rows have no brackets.
fn is_point(row: &Line) -> bool {
    let number = first(row).filter(|_| row.cells.len() == 2);
    matches!(number, Some(Mark::Step(step)) if step.num.ends_with(')'))
}

fn begins_a_unit(row: &Line) -> bool {
    is_short(row) && matches!(first(row), Some(Mark::Head(head)) if head.role == Role::Unit)
}
