//! Records out of a tree of values. serde has derived what each of them is made of; the deserializer
//! here never stops at what is wrong: it notes that with its place, puts a blank there, and goes on.
//! So one reading finds every problem, and records with a problem are thrown away.

mod access;
mod form;

use alloc::{
    collections::BTreeMap,
    string::{String, ToString as _},
    vec::Vec,
};
use core::{cell::RefCell, fmt};

use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer as _, Visitor};

use crate::{
    Node, SPARED, Text, hidden, nearest,
    problem::{Location, Problem, ProblemKind},
};

use access::{Fields, Items};

/// Reads what a file holds.
///
/// # Errors
/// All that is wrong with it.
pub(crate) fn read<T: DeserializeOwned>(node: &Node) -> Result<T, Vec<Problem>> {
    let problems = RefCell::default();
    let (value, at) = (Value::Here(node), &Location::Top);
    let read = T::deserialize(Reader { value, at, is_spared: false, problems: &problems });
    let mut problems = problems.into_inner();
    match read {
        Ok(records) if problems.is_empty() => return Ok(records),
        Ok(_) => {}
        Err(refused) => {
            problems.push(Problem::here(ProblemKind::Unreadable(refused.to_string())));
        }
    }
    Err(problems)
}

/// A type refuses more than is asked here, which none does. Without words, so that those of serde
/// weigh nothing.
#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value cannot be read")
    }
}

impl core::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What stands where a value is wanted.
#[derive(Clone, Copy)]
enum Value<'r> {
    Here(&'r Node),
    /// A text that is no value of its own, such as a field's name.
    Word(&'r str),
    /// Nothing, in a field of this name.
    Missing(&'static str),
    /// The same, where something was taken out and told before.
    Removed(&'static str),
    /// Whatever goes on: this, where a text is wanted. All else is empty.
    Blank(&'static str),
}

/// Reads one value.
#[derive(Clone, Copy)]
struct Reader<'r> {
    value: Value<'r>,
    /// Its place; of what is missing, that of the record which lacks it.
    at: &'r Location<'r>,
    /// Whether it must be there, and the rest can be shown without it.
    is_spared: bool,
    problems: &'r RefCell<Vec<Problem>>,
}

impl<'r> Reader<'r> {
    fn report(&self, kind: ProblemKind) {
        self.problems.borrow_mut().push(Problem { at: self.at.path(), kind });
    }

    /// Reports a value of another kind, or none. From here on it is blank.
    fn wrong(&mut self, expected: &'static str) {
        match self.value {
            Value::Here(node) => {
                self.report(ProblemKind::WrongType { found: node.kind(), expected });
            }
            Value::Missing(field) | Value::Removed(field) => {
                self.report(ProblemKind::MissingField(field));
            }
            Value::Word(_) | Value::Blank(_) => return,
        }
        self.value = Value::Blank("");
    }

    /// The text here; none where there is none that may be shown.
    fn text(&mut self) -> Option<&'r str> {
        match self.value {
            Value::Word(word) => return Some(word),
            Value::Here(Node::Text(text)) => {
                let unseen = hidden::refused(text);
                if unseen.is_empty() {
                    return Some(text);
                }
                self.report(ProblemKind::Unseen(unseen));
            }
            _ => self.wrong("a text"),
        }
        None
    }

    /// Reports a text that has characters, and none that could be seen.
    fn has_words(&self, text: &str) {
        if !text.is_empty() && !hidden::has_words(text) {
            self.report(ProblemKind::NoWords);
        }
    }

    /// The fields of an object; none where there is none. Where no names are known, any may stand
    /// there.
    fn fields(
        &mut self,
        known: &'static [&'static str],
        expected: &'static str,
    ) -> Option<&'r [(String, Node)]> {
        let Value::Here(Node::Map(fields)) = self.value else {
            self.wrong(expected);
            return None;
        };
        let mut times = BTreeMap::new();
        for (name, value) in fields {
            let times: &mut usize = times.entry(name).or_default();
            *times += 1;
            let kind = match (*times, known.is_empty() || known.contains(&name.as_str())) {
                _ if *value == Node::Removed => continue,
                (1, false) => {
                    let nearest = nearest(name, known.iter().copied());
                    let nearest = known.iter().copied().find(|it| Some(*it) == nearest);
                    ProblemKind::UnknownField { field: name.clone(), nearest }
                }
                (2, true) => ProblemKind::Twice,
                _ => continue,
            };
            Reader { at: &self.at.field(name), ..*self }.report(kind);
        }
        Some(fields)
    }

    /// A text for readers, which may stand alone or with its translations.
    fn prose(&mut self) {
        match self.value {
            Value::Here(Node::Text(_)) => {
                let text = self.text().unwrap_or_default();
                self.has_words(text);
                self.value = Value::Word(text);
            }
            Value::Here(node @ Node::Map(_)) => {
                // Other than blanks are told where they stand.
                let text = node.field("text").and_then(Node::as_text);
                if let Some(text) = text.filter(|it| it.trim().is_empty())
                    && hidden::refused(text).is_empty()
                {
                    self.has_words(text);
                }
            }
            _ => self.wrong("a text, or an object with `text` and `translations`"),
        }
    }

    /// The fields that a record can have, in the order in which they are declared.
    fn declared(&mut self, known: &'static [&'static str]) -> Vec<(&'r str, Value<'r>)> {
        let record = self.fields(known, "an object");
        let value = |name| record.map_or(Value::Blank(""), |it| field(it, name));
        known.iter().map(|name| (*name, value(name))).collect()
    }

    /// The fields of an object whose names are free.
    fn undeclared(&mut self) -> Vec<(&'r str, Value<'r>)> {
        let fields = self.fields(&[], "an object with a field for each language");
        let left = fields.unwrap_or_default().iter().filter(|(_, node)| *node != Node::Removed);
        left.map(|(name, node)| (&**name, Value::Here(node))).collect()
    }

    /// The word here, or the first that may stand here.
    fn word(&mut self, words: &'static [&'static str]) -> &'r str {
        let word = self.text();
        let known = word.filter(|word| words.contains(word));
        if let (Some(word), None) = (word, known) {
            self.report(ProblemKind::UnknownWord { word: word.into(), expected: words });
        }
        known.or(words.first().copied()).unwrap_or_default()
    }

    /// Takes in what the name of a type says of the value.
    fn named(&mut self, name: &str) {
        match (name, self.value) {
            (SPARED, Value::Missing(field)) => {
                self.report(ProblemKind::Unsaid(field));
                self.value = Value::Blank("");
            }
            (SPARED, Value::Removed(_)) => self.value = Value::Blank(""),
            (SPARED, _) => self.is_spared = true,
            _ => form::check(self, name),
        }
    }
}

/// What stands in a field of a record.
fn field<'r>(record: &'r [(String, Node)], name: &'static str) -> Value<'r> {
    let mut found = record.iter().filter(|(key, _)| key == name).map(|(_, it)| it).peekable();
    let is_removed = found.peek().is_some();
    match found.find(|it| **it != Node::Removed) {
        Some(node) => Value::Here(node),
        None if is_removed => Value::Removed(name),
        None => Value::Missing(name),
    }
}

// What is asked for each type anew is kept short; the rest is above, where it is compiled once.
impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Refused;

    fn deserialize_string<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let text = self.text();
        // The words around a quote may be a blank.
        if let (Value::Here(_), Some(text)) = (self.value, text.filter(|it| !it.trim().is_empty()))
        {
            self.has_words(text);
        }
        let blank = if let Value::Blank(blank) = self.value { blank } else { "" };
        visitor.visit_str(text.unwrap_or(blank))
    }

    fn deserialize_u32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        if let Value::Here(Node::Whole(number)) = self.value
            && let Ok(number) = u32::try_from(*number)
        {
            return visitor.visit_u32(number);
        }
        self.wrong("a whole number below 4294967296");
        visitor.visit_u32(0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Value::Here(Node::Null) if !self.is_spared => visitor.visit_none(),
            Value::Here(_) | Value::Word(_) => visitor.visit_some(self),
            Value::Missing(_) | Value::Removed(_) | Value::Blank(_) => visitor.visit_none(),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        if !matches!(self.value, Value::Here(Node::List(_))) {
            self.wrong("a list");
        }
        visitor.visit_seq(Items::of(self))
    }

    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value, Refused> {
        let fields = self.undeclared();
        visitor.visit_map(Fields::of(self, fields))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let fields = self.declared(known);
        visitor.visit_map(Fields::of(self, fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_enum(self.word(words).into_deserializer())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        mut self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.named(name);
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.deserialize_string(visitor)
    }

    /// What has several forms, once its name is taken in: of these, texts alone may be objects.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Value::Here(Node::List(_)) => self.deserialize_seq(visitor),
            Value::Here(Node::Map(_)) => self.deserialize_struct(Text::NAME, Text::FIELDS, visitor),
            _ => self.deserialize_string(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u64 f32 f64 char str bytes byte_buf unit unit_struct tuple
        tuple_struct ignored_any
    }
}
