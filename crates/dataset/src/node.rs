//! A tree of plain values, as JSON has them, and how typed records are read out of it with errors
//! that know their place.

use alloc::{string::String, vec::Vec};
use serde::de::{
    self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
    value::StrDeserializer,
};

use crate::problem::{Problem, ProblemKind, Step};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`, or `undefined` in JavaScript.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that isn't negative; the format knows no other.
    Whole(u64),
    /// Any other number.
    OtherNumber,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, in the order in which it was written.
    Map(Vec<(String, Node)>),
    /// Something that was wrong and has been taken out. It keeps its place, so that the paths of
    /// what stands beside it stay true.
    Removed,
}

impl Node {
    /// The value of a field, where this is an object that has it.
    pub fn field(&self, name: &str) -> Option<&Node> {
        match self {
            Self::Map(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, where this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn wrong_type(&self, expected: &dyn de::Expected) -> Problem {
        let expected = alloc::format!("{expected}");
        Problem::here(ProblemKind::WrongType { found: self.kind(), expected })
    }

    /// What kind of value this is, for a message.
    fn kind(&self) -> &'static str {
        match self {
            Self::Null | Self::Removed => "nothing",
            Self::Bool(_) => "true or false",
            Self::Whole(_) => "a number",
            Self::OtherNumber => "a number that is negative or not whole",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// Reads typed values out of a tree; an error is a [`Problem`] that knows its place.
///
/// Each method takes the one kind of value that it is asked for. Leaving all to `deserialize_any`
/// would be shorter, and would have every reader carry code for every kind.
impl<'de> Deserializer<'de> for &'de Node {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::Text(text) => visitor.visit_str(text),
            Node::List(items) => visitor.visit_seq(Items { items: items.iter(), index: 0 }),
            Node::Map(fields) => visitor.visit_map(Fields { fields: fields.iter(), value: None }),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::Text(text) => visitor.visit_str(text),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::Whole(number) => visitor.visit_u64(*number),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::List(items) => visitor.visit_seq(Items { items: items.iter(), index: 0 }),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::Map(fields) => visitor.visit_map(Fields { fields: fields.iter(), value: None }),
            _ => Err(self.wrong_type(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self {
            Node::Null | Node::Removed => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match self {
            Node::Text(word) => {
                let word: StrDeserializer<'_, Problem> = word.as_str().into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(self.wrong_type(&"a word")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        tuple tuple_struct identifier ignored_any
    }
}

struct Items<'de> {
    items: core::slice::Iter<'de, Node>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        for item in self.items.by_ref() {
            let index = self.index;
            self.index += 1;
            if *item != Node::Removed {
                let value = seed.deserialize(item);
                return value.map(Some).map_err(|problem| problem.within(Step::Item(index)));
            }
        }
        Ok(None)
    }
}

struct Fields<'de> {
    fields: core::slice::Iter<'de, (String, Node)>,
    value: Option<&'de (String, Node)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        let Some(entry) = self.fields.find(|(_, value)| *value != Node::Removed) else {
            return Ok(None);
        };
        self.value = Some(entry);
        let key: StrDeserializer<'_, Problem> = entry.0.as_str().into_deserializer();
        let key = seed.deserialize(key);
        key.map(Some).map_err(|problem| problem.within(Step::Field(entry.0.clone())))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let Some((name, value)) = self.value.take() else {
            return Err(de::Error::custom("a value was asked for before its key"));
        };
        let value = seed.deserialize(value);
        value.map_err(|problem| problem.within(Step::Field(name.clone())))
    }
}
