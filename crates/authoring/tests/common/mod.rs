//! A small sound dataset in which every field that the format knows is set somewhere, and reading
//! that ends with the test where it does not end by itself.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a broken fixture ends the test, as it should"
)]
#![allow(dead_code, reason = "each test file uses its part")]

use std::{sync::mpsc, thread, time::Duration};

use authoring::{Dataset, Node, Parsed};
use serde_json::Value;

/// The small dataset as it would stand in a file.
pub(crate) const SMALL: &str = include_str!("small.json");

/// Far more than any reading takes on a machine with much else to do, so that only an endless one is cut off.
const PATIENCE: Duration = Duration::from_mins(2);

/// The small dataset, ready to be spoilt.
pub(crate) fn small() -> Value {
    serde_json::from_str(SMALL).expect("the fixture is JSON")
}

/// The small dataset with one value put in place of another, or beside the others.
pub(crate) fn small_with(pointer: &str, value: Value) -> Value {
    let mut file = small();
    set(&mut file, pointer, value);
    file
}

/// Puts a value at a place, new or not. The place is a JSON pointer without the first slash.
pub(crate) fn set(file: &mut Value, pointer: &str, value: Value) {
    let (outer, last) = split(pointer);
    match file.pointer_mut(&outer) {
        Some(Value::Object(fields)) => {
            fields.insert(last.into(), value);
        }
        Some(Value::Array(items)) => {
            match last.parse().ok().and_then(|at: usize| items.get_mut(at)) {
                Some(item) => *item = value,
                None => items.push(value),
            }
        }
        _ => panic!("nothing at `{outer}`"),
    }
}

/// Takes a field away.
pub(crate) fn cut(file: &mut Value, pointer: &str) {
    let (outer, last) = split(pointer);
    let fields = file.pointer_mut(&outer).and_then(Value::as_object_mut);
    let gone = fields.and_then(|fields| fields.remove(last));
    assert!(gone.is_some(), "nothing at `{pointer}`");
}

fn split(pointer: &str) -> (String, &str) {
    match pointer.rsplit_once('/') {
        Some((outer, last)) => (format!("/{outer}"), last),
        None => (String::new(), pointer),
    }
}

/// A place as messages name it: `groups[2].label`.
pub(crate) fn dotted(pointer: &str) -> String {
    let step = |step: &str| match step.parse::<usize>() {
        Ok(nth) => format!("[{nth}]"),
        Err(_) => format!(".{step}"),
    };
    pointer.split('/').map(step).collect::<String>().trim_start_matches('.').into()
}

/// Reads a tree of values.
pub(crate) fn read_node(node: Node) -> Parsed {
    let (hand_over, reading) = mpsc::channel();
    let shown = format!("{node:?}");
    thread::spawn(move || drop(hand_over.send(authoring::read(node))));
    reading
        .recv_timeout(PATIENCE)
        .unwrap_or_else(|why| panic!("reading did not end: {why}: {shown}"))
}

/// Reads a text.
pub(crate) fn read_text(text: &str) -> Parsed {
    read_node(authoring::json::parse(text).expect("the test writes JSON"))
}

/// Reads a file.
pub(crate) fn read(file: &Value) -> Parsed {
    read_text(&file.to_string())
}

/// The messages of a reading, as an editor sees them.
pub(crate) fn messages(reading: &Parsed) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}

/// What is said of a file.
pub(crate) fn complaints(file: &Value) -> Vec<String> {
    messages(&read(file))
}

/// The dataset that comes of a file.
pub(crate) fn sound_part(file: &Value) -> Dataset {
    let reading = read(file);
    let messages = messages(&reading);
    reading.dataset.unwrap_or_else(|| panic!("no dataset is left: {messages:?}"))
}

/// Each place spoilt alone gives its one message.
pub(crate) fn each_alone(cases: &[(&str, Value, &str)]) {
    for (place, value, message) in cases {
        assert_eq!(complaints(&small_with(place, value.clone())), [*message], "{place}: {value}");
    }
}
