//! From JSON text to a tree of values.
//!
//! By hand because of its weight: what a page hands over as an object comes as text as well, so
//! this is the widget's only way in; a general reader would bring floating point numbers, and
//! crossing from JavaScript value by value is slower than reading text. It follows RFC 8259, and
//! its tests hold it against `serde_json`.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::node::Node;

/// No dataset nests deeper than a dozen levels; more is a mistake or an attack.
const DEEPEST: u8 = 32;

/// Why a text is not JSON, or nests more than 32 levels deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// What should stand there.
    pub expected: &'static str,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, expected } = self;
        write!(f, "not JSON at line {line}, column {column}: expected {expected}")
    }
}

impl core::error::Error for NotJson {}

/// Reads a text.
///
/// # Errors
/// Where it stops being JSON.
pub fn parse(text: &str) -> Result<Node, NotJson> {
    // A browser takes the mark off what it fetches; what comes from a file still has it.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader { text, at: 0 };
    reader.whole().map_err(|expected| reader.problem(expected))
}

/// Reads byte by byte: all that JSON itself is made of is ASCII.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// What was read, or what was expected in its place.
type Outcome<T> = Result<T, &'static str>;

impl Reader<'_> {
    fn problem(&self, expected: &'static str) -> NotJson {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        NotJson { line, column, expected }
    }

    /// The byte here; 0, which JSON has no use for, at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn sign(&mut self, sign: u8) -> bool {
        self.space();
        self.take(sign)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn whole(&mut self) -> Outcome<Node> {
        let value = self.value(DEEPEST)?;
        self.space();
        if self.at == self.text.len() { Ok(value) } else { Err("the end") }
    }

    fn value(&mut self, depth: u8) -> Outcome<Node> {
        self.space();
        let depth = depth.checked_sub(1).ok_or("at most 32 levels")?;
        match self.peek() {
            b'"' => self.string().map(Node::Text),
            b'[' => self.list(depth),
            b'{' => self.map(depth),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.word("true", Node::Bool(true)),
            b'f' => self.word("false", Node::Bool(false)),
            b'n' => self.word("null", Node::Null),
            _ => Err("a value"),
        }
    }

    fn word(&mut self, word: &'static str, value: Node) -> Outcome<Node> {
        if word.bytes().all(|letter| self.take(letter)) { Ok(value) } else { Err(word) }
    }

    fn list(&mut self, depth: u8) -> Outcome<Node> {
        self.at += 1;
        let mut items = Vec::new();
        let mut ended = self.sign(b']');
        while !ended {
            items.push(self.value(depth)?);
            ended = self.sign(b']');
            if !ended && !self.take(b',') {
                return Err("`,` or `]`");
            }
        }
        Ok(Node::List(items))
    }

    fn map(&mut self, depth: u8) -> Outcome<Node> {
        self.at += 1;
        let mut fields = Vec::new();
        let mut ended = self.sign(b'}');
        while !ended {
            self.space();
            let key = self.string()?;
            if !self.sign(b':') {
                return Err("`:`");
            }
            fields.push((key, self.value(depth)?));
            ended = self.sign(b'}');
            if !ended && !self.take(b',') {
                return Err("`,` or `}`");
            }
        }
        Ok(Node::Map(fields))
    }

    /// Numbers that the format has no use for keep no value, only their kind.
    fn number(&mut self) -> Outcome<Node> {
        let mut plain = !self.take(b'-');
        let start = self.at;
        if !self.take(b'0') {
            self.digits()?;
        }
        let whole = self.text.get(start..self.at).and_then(|digits| digits.parse().ok());
        if self.take(b'.') {
            plain = false;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            plain = false;
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(whole.filter(|_| plain).map_or(Node::OtherNumber, Node::Whole))
    }

    /// Passes one digit or more.
    fn digits(&mut self) -> Outcome<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err("a digit") }
    }

    fn string(&mut self) -> Outcome<String> {
        if !self.take(b'"') {
            return Err("`\"`");
        }
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek(), ..b' ' | b'"' | b'\\') {
                self.at += 1;
            }
            text.push_str(self.text.get(start..self.at).unwrap_or_default());
            if self.take(b'"') {
                return Ok(text);
            }
            if !self.take(b'\\') {
                return Err("`\"` at the end of the text");
            }
            text.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Outcome<char> {
        let escape = self.peek();
        let character = match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err("one of `\"\\/bfnrtu`"),
        };
        self.at += 1;
        Ok(character)
    }

    /// Beyond the first plane a character is written as two halves.
    fn unicode(&mut self) -> Outcome<char> {
        let first = self.four_digits()?;
        let code = if (0xD800..0xDC00).contains(&first) {
            let paired = self.take(b'\\') && self.take(b'u');
            let second = if paired { self.four_digits()? } else { 0 };
            let second = second.checked_sub(0xDC00).filter(|it| *it < 0x400);
            second.map(|second| 0x1_0000 + ((first - 0xD800) << 10) + second)
        } else {
            Some(first)
        };
        code.and_then(char::from_u32).ok_or("both halves of a character")
    }

    fn four_digits(&mut self) -> Outcome<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()).to_digit(16);
            code = code * 16 + digit.ok_or("four hexadecimal digits")?;
            self.at += 1;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn same(ours: &Node, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Node::Null, Value::Null) => true,
            (Node::Bool(ours), Value::Bool(theirs)) => ours == theirs,
            (Node::Whole(ours), Value::Number(theirs)) => theirs.as_u64() == Some(*ours),
            (Node::OtherNumber, Value::Number(theirs)) => !theirs.is_u64(),
            (Node::Text(ours), Value::String(theirs)) => ours == theirs,
            (Node::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
            }
            (Node::Map(ours), Value::Object(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().all(|(key, it)| theirs.get(key).is_some_and(|b| same(it, b)))
            }
            _ => false,
        }
    }

    /// JSON-like text: sound pieces put together in any order, so that both outcomes occur.
    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            " ",
            "\n",
            "true",
            "null",
            "0",
            "12",
            "-1",
            "1.5",
            "1e3",
            "01",
            ".",
            "\"a\"",
            "\"b\"",
            "\"é\\n\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\x\"",
            "\"",
            "\u{1}",
        ];
        proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..8)
            .prop_map(|pieces| pieces.concat())
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_reads_what_serde_json_reads_and_nothing_else(text in text()) {
            match (parse(&text), serde_json::from_str::<Value>(&text)) {
                (Ok(ours), Ok(theirs)) => {
                    // A key given twice is kept twice here; the typed reader refuses it.
                    let keys = text.matches('"').count() > 4;
                    prop_assert!(keys || same(&ours, &theirs), "{text}: {ours:?}");
                }
                (Err(_), Err(_)) => {}
                // JSON sets no bounds to numbers; what we keep of large ones is only their kind.
                (Ok(_), Err(theirs)) if theirs.to_string().contains("out of range") => {}
                (ours, theirs) => prop_assert!(false, "{text}: {ours:?} {theirs:?}"),
            }
        }

        #[test]
        fn what_serde_json_writes_comes_back(value in value()) {
            let ours = parse(&value.to_string()).unwrap();
            prop_assert!(same(&ours, &value), "{ours:?}");
            let ours = parse(&serde_json::to_string_pretty(&value).unwrap()).unwrap();
            prop_assert!(same(&ours, &value), "{ours:?}");
        }
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_column() {
        let error = parse("{\n  \"a\": é\n}").unwrap_err().to_string();
        assert_eq!(error, "not JSON at line 2, column 8: expected a value");
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_at_the_beginning_alone() {
        assert_eq!(parse("\u{FEFF}[1]"), parse("[1]"));
        let error = parse("[\u{FEFF}1]").unwrap_err().to_string();
        assert_eq!(error, "not JSON at line 1, column 2: expected a value");
    }

    #[test]
    fn depth_is_refused_with_a_sentence_instead_of_a_crash() {
        let error = parse(&"[".repeat(1_000_000)).unwrap_err().to_string();
        assert!(error.ends_with("expected at most 32 levels"), "{error}");
        let deep = ["[".repeat(32), "]".repeat(32)].concat();
        assert!(parse(&deep).is_ok());
    }
}
