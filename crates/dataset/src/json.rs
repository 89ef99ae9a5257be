//! From JSON text to a tree of values.
//!
//! By hand because of its weight: what a page hands over as an object comes as text as well, so
//! this is the widget's only way in; a general reader would bring floating point numbers, and
//! crossing from JavaScript value by value is slower than reading text. It follows RFC 8259, and
//! its tests hold it against `serde_json`.

use alloc::{format, string::String, vec::Vec};
use core::{iter::Peekable, str::CharIndices};

use crate::{
    node::Node,
    problem::{Problem, ProblemKind},
};

/// No dataset nests deeper than a dozen levels; more is a mistake or an attack.
const DEEPEST: u8 = 32;

/// Reads a text.
///
/// # Errors
/// A sentence with line and column where the text is not JSON, or nests more than 32 levels deep.
pub fn parse(text: &str) -> Result<Node, Problem> {
    let mut reader = Reader { text, rest: text.char_indices().peekable() };
    let value = reader.value(DEEPEST)?;
    reader.space();
    match reader.rest.peek() {
        None => Ok(value),
        Some(_) => Err(reader.expected("the end")),
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: Peekable<CharIndices<'a>>,
}

impl Reader<'_> {
    fn expected(&mut self, what: &str) -> Problem {
        let at = self.rest.peek().map_or(self.text.len(), |(at, _)| *at);
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let why = format!("not JSON at line {line}, column {column}: expected {what}");
        Problem::here(ProblemKind::Unreadable(why))
    }

    fn space(&mut self) {
        while self.take_if(|it| matches!(it, ' ' | '\t' | '\n' | '\r')).is_some() {}
    }

    fn take_if(&mut self, fits: impl Fn(char) -> bool) -> Option<char> {
        self.rest.next_if(|(_, it)| fits(*it)).map(|(_, it)| it)
    }

    fn sign(&mut self, sign: char) -> bool {
        self.space();
        self.take_if(|it| it == sign).is_some()
    }

    fn value(&mut self, depth: u8) -> Result<Node, Problem> {
        self.space();
        let depth = depth.checked_sub(1).ok_or_else(|| self.expected("at most 32 levels"))?;
        match self.rest.peek().map(|(_, it)| *it) {
            Some('"') => self.string().map(Node::Text),
            Some('[') => self.list(depth),
            Some('{') => self.map(depth),
            Some('-' | '0'..='9') => self.number(),
            Some('t') => self.word("true", Node::Bool(true)),
            Some('f') => self.word("false", Node::Bool(false)),
            Some('n') => self.word("null", Node::Null),
            _ => Err(self.expected("a value")),
        }
    }

    fn word(&mut self, word: &str, value: Node) -> Result<Node, Problem> {
        for letter in word.chars() {
            self.take_if(|it| it == letter).ok_or_else(|| self.expected(word))?;
        }
        Ok(value)
    }

    fn list(&mut self, depth: u8) -> Result<Node, Problem> {
        self.rest.next();
        let mut items = Vec::new();
        if self.sign(']') {
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.sign(']') {
                return Ok(Node::List(items));
            }
            if !self.sign(',') {
                return Err(self.expected("`,` or `]`"));
            }
        }
    }

    fn map(&mut self, depth: u8) -> Result<Node, Problem> {
        self.rest.next();
        let mut fields = Vec::new();
        if self.sign('}') {
            return Ok(Node::Map(fields));
        }
        loop {
            self.space();
            let key = self.string()?;
            if !self.sign(':') {
                return Err(self.expected("`:`"));
            }
            fields.push((key, self.value(depth)?));
            if self.sign('}') {
                return Ok(Node::Map(fields));
            }
            if !self.sign(',') {
                return Err(self.expected("`,` or `}`"));
            }
        }
    }

    /// Numbers that the format has no use for keep no value, only their kind.
    fn number(&mut self) -> Result<Node, Problem> {
        let negative = self.take_if(|it| it == '-').is_some();
        let mut whole = Some(u64::from(self.digit()?));
        if whole != Some(0) {
            while let Some(digit) = self.next_digit() {
                whole = whole.and_then(|it| it.checked_mul(10)?.checked_add(u64::from(digit)));
            }
        }
        let mut plain = !negative;
        if self.take_if(|it| it == '.').is_some() {
            plain = false;
            self.digit()?;
            while self.next_digit().is_some() {}
        }
        if self.take_if(|it| matches!(it, 'e' | 'E')).is_some() {
            plain = false;
            self.take_if(|it| matches!(it, '+' | '-'));
            self.digit()?;
            while self.next_digit().is_some() {}
        }
        Ok(whole.filter(|_| plain).map_or(Node::OtherNumber, Node::Whole))
    }

    fn next_digit(&mut self) -> Option<u32> {
        self.take_if(|it| it.is_ascii_digit()).and_then(|it| it.to_digit(10))
    }

    fn digit(&mut self) -> Result<u32, Problem> {
        self.next_digit().ok_or_else(|| self.expected("a digit"))
    }

    fn string(&mut self) -> Result<String, Problem> {
        if self.take_if(|it| it == '"').is_none() {
            return Err(self.expected("`\"`"));
        }
        let mut text = String::new();
        loop {
            match self.take_if(|it| it >= ' ') {
                Some('"') => return Ok(text),
                Some('\\') => text.push(self.escape()?),
                Some(letter) => text.push(letter),
                None => return Err(self.expected("`\"` at the end of the text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
        let escape = self.take_if(|it| "\"\\/bfnrtu".contains(it));
        match escape.ok_or_else(|| self.expected("one of `\"\\/bfnrtu`"))? {
            'b' => Ok('\u{8}'),
            'f' => Ok('\u{C}'),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            'u' => self.unicode(),
            itself => Ok(itself),
        }
    }

    /// Beyond the first plane a character is written as two halves.
    fn unicode(&mut self) -> Result<char, Problem> {
        let first = self.four_digits()?;
        let code = if (0xD800..0xDC00).contains(&first) {
            let paired =
                self.take_if(|it| it == '\\').is_some() && self.take_if(|it| it == 'u').is_some();
            let second = if paired { self.four_digits()? } else { 0 };
            let second = second.checked_sub(0xDC00).filter(|it| *it < 0x400);
            second.map(|second| 0x1_0000 + ((first - 0xD800) << 10) + second)
        } else {
            Some(first)
        };
        let character = code.and_then(char::from_u32);
        character.ok_or_else(|| self.expected("both halves of a character"))
    }

    fn four_digits(&mut self) -> Result<u32, Problem> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.take_if(|it| it.is_ascii_hexdigit()).and_then(|it| it.to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.expected("four hexadecimal digits"))?;
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
    fn depth_is_refused_with_a_sentence_instead_of_a_crash() {
        let error = parse(&"[".repeat(1_000_000)).unwrap_err().to_string();
        assert!(error.ends_with("expected at most 32 levels"), "{error}");
        let deep = ["[".repeat(32), "]".repeat(32)].concat();
        assert!(parse(&deep).is_ok());
    }
}
