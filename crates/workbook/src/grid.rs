//! A sheet's cells as any kind of file has them: sparse, in order, each with its place.

use crate::marks::Marks;

/// A sheet as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
    /// As the file names it.
    pub(crate) name: String,
    /// Rows that hold something, in order.
    pub(crate) rows: Vec<Row>,
    pub(crate) marks: Marks,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    /// Counted from 0.
    pub(crate) nth: u32,
    /// Cells that hold something, in order.
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    /// The column, counted from 0.
    pub(crate) column: u32,
    pub(crate) value: Value,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number {
        number: f64,
        /// What the cell shows instead of the bare number, or the format that it shows it in:
        /// `8 %`, `0%`.
        shown: Option<String>,
    },
    /// A date cell: `2024-07-29`, and whether a time of day comes with it.
    Date {
        day: String,
        timed: bool,
    },
    /// A failed formula: `#REF!`.
    Failed(String),
}

impl Value {
    /// Whether nothing can be seen there.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

impl Grid {
    /// A sheet of texts, without gaps.
    pub(crate) fn of_texts(name: &str, rows: Vec<Vec<String>>) -> Self {
        let mut grid = Self { name: name.into(), ..Self::default() };
        for (nth, row) in (0..).zip(rows) {
            for (column, text) in (0..).zip(row) {
                grid.put(nth, column, Value::Text(text));
            }
        }
        grid
    }

    /// Adds a cell that comes after all others, unless it is empty.
    pub(crate) fn put(&mut self, nth: u32, column: u32, value: Value) {
        if matches!(&value, Value::Text(text) if text.is_empty()) {
            return;
        }
        let cell = Cell { column, value };
        match self.rows.last_mut().filter(|row| row.nth == nth) {
            Some(row) => row.cells.push(cell),
            None => self.rows.push(Row { nth, cells: vec![cell] }),
        }
    }
}

impl Row {
    /// What stands in a column.
    pub(crate) fn value(&self, column: u32) -> Option<&Value> {
        self.cells.iter().find(|cell| cell.column == column).map(|cell| &cell.value)
    }

    /// What can be seen first, with its column.
    pub(crate) fn first(&self) -> Option<&Cell> {
        self.cells.iter().find(|cell| !cell.value.is_blank())
    }
}
