//! From what stands in a cell to a value of the format. What doesn't fit is handed on as text
//! wherever it can be: the check of the dataset knows best what to say of it.

use authoring::Node;

use crate::{
    grid::Value,
    plan::{Kind, folded},
};

/// The value of a cell; none where it is blank.
///
/// # Errors
/// What is wrong, and what would be right, where the cell holds another kind of thing.
pub(crate) fn node(value: &Value, kind: Kind) -> Result<Option<Node>, String> {
    if let Value::Failed(error) = value {
        return Err(format!("the formula gives `{error}`; write the value itself"));
    }
    let found = match kind {
        Kind::Exact => Some(exact(value)?).filter(|text| !text.is_empty()).map(Node::Text),
        Kind::Whole => line(value)?.map(whole),
        Kind::Date => date(value)?.map(Node::Text),
        Kind::Choice(words) => line(value)?.map(|text| Node::Text(word(text, words))),
        Kind::Ids(_) => line(value)?.map(|text| ids(&text)),
        Kind::Names => names(&exact(value)?),
        Kind::Lines => lines(&exact(value)?),
        Kind::Prose | Kind::Plain | Kind::Id(_) => line(value)?.map(Node::Text),
    };
    Ok(found)
}

/// What is to be looked at where a number stands and a text is wanted: spreadsheet programs keep the
/// number alone, without the sign, the noughts and the separators that were written.
pub(crate) fn told(value: &Value, kind: Kind) -> Option<String> {
    let Value::Number { number, shown } = value else { return None };
    if matches!(kind, Kind::Whole | Kind::Date) {
        return None;
    }
    let remedy = "format the cell as text and write it as readers are to read it";
    match shown {
        Some(shown) => Some(format!("a number shown as `{shown}` is read as `{number}`; {remedy}")),
        None if number.fract() != 0.0 => {
            Some(format!("a number is read as `{number}`, without noughts at its end; {remedy}"))
        }
        None => None,
    }
}

/// The text to the letter. Spreadsheet programs on Windows end lines with two characters.
fn exact(value: &Value) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(text.replace("\r\n", "\n")),
        Value::Number { number, .. } => Ok(number.to_string()),
        Value::Date { day, .. } => {
            let what = "a date stands here and a text is wanted; format the cell as text and \
                        write it again";
            Err(format!("{what} (it may have been turned into {day})"))
        }
        Value::Failed(error) => Err(error.clone()),
    }
}

/// The text without blanks at its ends, no-break spaces included.
pub(crate) fn line(value: &Value) -> Result<Option<String>, String> {
    let text = exact(value)?;
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}');
    Ok(Some(text.to_string()).filter(|text| !text.is_empty()))
}

fn whole(text: String) -> Node {
    match (text.parse(), text.parse::<f64>()) {
        (Ok(number), _) => Node::Whole(number),
        (Err(_), Ok(_)) => Node::OtherNumber,
        (Err(_), Err(_)) => Node::Text(text),
    }
}

fn date(value: &Value) -> Result<Option<String>, String> {
    match value {
        Value::Date { day, timed: false } => Ok(Some(day.clone())),
        Value::Date { day, timed: true } => {
            Err(format!("a time of day stands beside the date; write `{day}` alone"))
        }
        _ => line(value),
    }
}

/// `Human rights` is `human_rights`.
fn word(text: String, words: &[&str]) -> String {
    let wanted = folded(&text);
    let known = words.iter().find(|word| folded(word) == wanted);
    known.map_or(text, |word| (*word).to_string())
}

/// Ids have neither blanks nor signs that could stand between two.
pub(crate) fn ids(text: &str) -> Node {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '؛'));
    list(parts)
}

/// Names may hold a comma where semicolons part them, and both where each has a line of its own.
fn names(text: &str) -> Option<Node> {
    let sign = ['\n', ';', '؛'].into_iter().find(|sign| text.contains(*sign)).unwrap_or(',');
    Some(list(text.split(sign))).filter(|list| *list != Node::List(Vec::new()))
}

/// A paragraph has no line break, so each line is one, with the blanks at its ends.
fn lines(text: &str) -> Option<Node> {
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    let lines: Vec<_> = lines.map(|line| Node::Text(line.into())).collect();
    Some(Node::List(lines)).filter(|list| *list != Node::List(Vec::new()))
}

fn list<'a>(parts: impl Iterator<Item = &'a str>) -> Node {
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    Node::List(parts.map(|part| Node::Text(part.into())).collect())
}

/// Names in one cell, as [`node`] reads them back.
pub(crate) fn joined(names: &[&str]) -> String {
    let holds = |sign: char| names.iter().any(|name| name.contains(sign));
    let (between, alone) = match (holds(';') || holds('؛'), holds(',')) {
        (true, _) => ("\n", "\n"),
        (false, true) => ("; ", ";"),
        (false, false) => ("; ", ""),
    };
    let end = if names.len() == 1 { alone } else { "" };
    names.join(between) + end
}
