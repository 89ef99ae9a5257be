//! The two forms in which a file says who is affected: a list, or the word `none_found`.

use alloc::vec::Vec;
use core::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Unexpected, Visitor},
};

use crate::records::Affected;

const NONE_FOUND: &str = "none_found";

impl Serialize for Affected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::NoneFound => serializer.serialize_str(NONE_FOUND),
            Self::Groups(groups) => groups.serialize(serializer),
        }
    }
}

/// By hand, because serde's untagged enums forget where in the file an error was.
impl<'de> Deserialize<'de> for Affected {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AffectedVisitor;

        impl<'de> Visitor<'de> for AffectedVisitor {
            type Value = Affected;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of groups, or `\"none_found\"`")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Affected, E> {
                if word == NONE_FOUND {
                    Ok(Affected::NoneFound)
                } else {
                    Err(E::invalid_value(Unexpected::Str(word), &self))
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Affected, A::Error> {
                let mut groups = Vec::new();
                while let Some(group) = items.next_element()? {
                    groups.push(group);
                }
                Ok(Affected::Groups(groups))
            }
        }

        deserializer.deserialize_any(AffectedVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Affected {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Affected".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let group = generator.subschema_for::<crate::records::AffectedGroup>();
        schemars::json_schema!({
            "description": "Who is affected: the groups, or `none_found` where the editor looked and found nobody named.",
            "anyOf": [{ "const": NONE_FOUND }, { "type": "array", "minItems": 1, "items": group }]
        })
    }
}
