//! A CSV file: one sheet, its cells parted by commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::Room;
use crate::grid::{Grid, Value};

/// Reads the sheet, which has the file's name.
pub(super) fn open(name: &str, bytes: &[u8], room: &mut Room) -> Result<Grid, String> {
    let text = decoded(bytes)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let (text, separator, mut nth) = separated(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::None)
        .from_reader(text.as_bytes());
    let mut grid = Grid { name: name.into(), ..Grid::default() };
    let mut record = StringRecord::new();
    while reader.read_record(&mut record).map_err(|why| format!("is no CSV file: {why}"))? {
        nth += blank_lines(text, &record);
        for (column, cell) in (0..).zip(&record) {
            room.take(cell.len())?;
            grid.put(nth, column, Value::Text(cell.into()));
        }
        nth += 1;
    }
    Ok(grid)
}

/// The text, which Excel may have written in UTF-16. Anything else would put wrong letters into
/// names.
fn decoded(bytes: &[u8]) -> Result<String, String> {
    let wide = |read: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<_> = pairs.iter().map(|pair| read(*pair)).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    };
    let text = text.ok_or("is not in UTF-8; save it as “CSV UTF-8”, or as .xlsx")?;
    if text.contains('\0') {
        return Err("is neither .xlsx, .ods nor .csv; save it as one of them".into());
    }
    Ok(text)
}

/// The text without the line in which Excel names the separator, that separator or the one that the
/// first line has most of, and how many lines were taken off.
fn separated(text: &str) -> (&str, u8, u32) {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let named = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
    if let Some((sign, rest)) = named
        && let [sign @ (b',' | b';' | b'\t')] = sign.trim_end_matches('\r').as_bytes()
    {
        return (rest, *sign, 1);
    }
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    let most = |best: u8, sign: u8| if count(sign) > count(best) { sign } else { best };
    // A sheet of one column has no separator, and its texts may hold any of them.
    (text, [b',', b';', b'\t'].into_iter().fold(b'\x1F', most), 0)
}

/// How many empty lines were passed over before a record.
fn blank_lines(text: &str, record: &StringRecord) -> u32 {
    let start = record.position().and_then(|at| usize::try_from(at.byte()).ok());
    let rest = start.and_then(|at| text.get(at..)).unwrap_or_default();
    let blank = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    (0..).zip(blank.filter(|byte| *byte == b'\n')).map(|(nth, _)| nth + 1).last().unwrap_or(0)
}
