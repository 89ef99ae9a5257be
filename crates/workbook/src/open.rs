//! From a file's bytes to sheets of cells. What the file is, its content tells and not its name.
//!
//! A file may come from anywhere, so each step is bounded: by the file's size, by what its parts
//! come to when unpacked, and by the cells and characters that they hold.

mod excel;
mod open_document;
mod packed;
mod text;

use calamine::Data;

use crate::{
    grid::{Grid, Value},
    place::Problem,
};

/// In bytes. A workbook of the largest datasets known is a hundredth of it.
const LARGEST_FILE: usize = 16 << 20;

/// A file that an editor hands over.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// Its name, which tells a CSV file's sheet: `concerns.csv`.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A sheet, and whether it is a file of its own.
pub(crate) struct Opened {
    pub(crate) grid: Grid,
    pub(crate) is_file: bool,
}

/// The sheets of all files, and a problem for each file that can't be read.
pub(crate) fn open(files: &[File<'_>]) -> (Vec<Opened>, Vec<Problem>) {
    let (mut sheets, mut problems) = (Vec::new(), Vec::new());
    let mut room = Room::new();
    for file in files {
        match open_one(file, &mut room) {
            Ok(opened) => sheets.extend(opened),
            Err(why) => problems.push(Problem::of_file(file.name, &why)),
        }
    }
    (sheets, problems)
}

fn open_one(file: &File<'_>, room: &mut Room) -> Result<Vec<Opened>, String> {
    if file.bytes.len() > LARGEST_FILE {
        let most = LARGEST_FILE >> 20;
        return Err(format!("is larger than {most} MB; a workbook for this format is far smaller"));
    }
    let (grids, is_file) = match file.bytes {
        [] => return Err("is empty".into()),
        [b'P', b'K', ..] => (packed::open(file.bytes, room)?, false),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => {
            let what = "is an old workbook or has a password; save it as .xlsx without one";
            return Err(what.into());
        }
        bytes => (vec![text::open(file.name, bytes, room)?], true),
    };
    Ok(grids.into_iter().map(|grid| Opened { grid, is_file }).collect())
}

/// How much more may be read.
pub(crate) struct Room {
    cells: usize,
    bytes: usize,
}

impl Room {
    fn new() -> Self {
        Self { cells: 500_000, bytes: 32 << 20 }
    }

    /// Takes room for a cell of so many bytes.
    fn take(&mut self, bytes: usize) -> Result<(), String> {
        match (self.cells.checked_sub(1), self.bytes.checked_sub(bytes)) {
            (Some(cells), Some(bytes)) => {
                *self = Self { cells, bytes };
                Ok(())
            }
            _ => Err("holds more than a dataset could; is it the right file?".into()),
        }
    }
}

/// What a cell holds, from any kind of workbook, and how it shows a number.
fn value(data: Data, shown: Option<String>) -> Value {
    match data {
        Data::Int(number) => Value::Text(number.to_string()),
        Data::Float(number) => Value::Number { number, shown },
        Data::String(text) | Data::DurationIso(text) => Value::Text(text),
        Data::Bool(yes) => Value::Text(if yes { "TRUE" } else { "FALSE" }.into()),
        Data::DateTime(time) if time.is_duration() => {
            Value::Number { number: time.as_f64(), shown }
        }
        Data::DateTime(time) => {
            let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
            let timed = (hour, minute, second, milli) != (0, 0, 0, 0);
            Value::Date { day: format!("{year:04}-{month:02}-{day:02}"), timed }
        }
        Data::DateTimeIso(iso) => {
            let (day, time) = iso.split_once('T').unwrap_or((&iso, ""));
            Value::Date { day: day.into(), timed: time.contains(|c: char| matches!(c, '1'..='9')) }
        }
        Data::Error(error) => Value::Failed(error.to_string()),
        Data::Empty => Value::Text(String::new()),
    }
}
