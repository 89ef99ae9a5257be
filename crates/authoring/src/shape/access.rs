//! What is inside a list or an object, one value after another.

use alloc::vec::{self, Vec};
use core::{iter::Enumerate, slice::Iter};

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::{Reader, Refused, Value};
use crate::Node;

/// The items of a list, without those that were taken out.
pub(super) struct Items<'r> {
    left: Enumerate<Iter<'r, Node>>,
    list: Reader<'r>,
}

impl<'r> Items<'r> {
    pub(super) fn of(list: Reader<'r>) -> Self {
        let items = if let Value::Here(Node::List(items)) = list.value { items } else { &[][..] };
        Self { left: items.iter().enumerate(), list: Reader { is_spared: false, ..list } }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Refused;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        let Some((index, item)) = self.left.find(|(_, it)| **it != Node::Removed) else {
            return Ok(None);
        };
        let at = &self.list.at.item(index);
        seed.deserialize(Reader { value: Value::Here(item), at, ..self.list }).map(Some)
    }
}

/// The fields of an object, whichever are asked for.
pub(super) struct Fields<'r> {
    left: vec::IntoIter<(&'r str, Value<'r>)>,
    name: &'r str,
    value: Value<'r>,
    object: Reader<'r>,
}

impl<'r> Fields<'r> {
    pub(super) fn of(object: Reader<'r>, fields: Vec<(&'r str, Value<'r>)>) -> Self {
        let object = Reader { is_spared: false, ..object };
        Self { left: fields.into_iter(), name: "", value: Value::Blank(""), object }
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Refused;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Refused> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        (self.name, self.value) = (name, value);
        let at = &self.object.at.field(name);
        seed.deserialize(Reader { value: Value::Word(name), at, ..self.object }).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Refused> {
        let (value, field) = (self.value, self.object.at.field(self.name));
        let at = if let Value::Here(_) = value { &field } else { self.object.at };
        seed.deserialize(Reader { value, at, ..self.object })
    }
}
