//! How records are declared: from a struct and its attributes follow the reading and writing of
//! JSON, the schema, and the compiled form, whose order is that of the fields.

/// Structs as they stand in a file. What is `for_tools` is in no compiled law.
macro_rules! records {
    ($(
        $(#[$about:meta])*
        pub struct $record:ident {
            $($(#[$note:meta])* $([$mark:ident])? pub $field:ident: $type:ty,)*
        }
    )*) => {$(
        #[serde_with_macros::skip_serializing_none]
        #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $(#[$about])*
        pub struct $record {
            $($(#[$note])* pub $field: $type,)*
        }

        impl $crate::pack::Pack for $record {
            fn pack(&self, to: &mut $crate::pack::Packer) {
                $(packed!(self.$field, to $(, $mark)?);)*
            }

            fn unpack(from: &mut $crate::pack::Unpacker<'_>) -> Self {
                Self { $($field: unpacked!(from $(, $mark)?),)* }
            }
        }
    )*};
}

macro_rules! packed {
    ($value:expr, $to:ident) => {
        $crate::pack::Pack::pack(&$value, $to)
    };
    ($value:expr, $to:ident, for_tools) => {};
}

macro_rules! unpacked {
    ($from:ident) => {
        $crate::pack::Pack::unpack($from)
    };
    ($from:ident, for_tools) => {
        Default::default()
    };
}

/// A list, or a word in its place.
macro_rules! word_or_list {
    ($type:ident $alone:ident $word:literal $several:ident $item:ident $about:literal) => {
        impl $type {
            /// The word that stands for none.
            pub const ALONE: &str = $word;

            /// The name by which a deserializer is told that the list, or the word, follows.
            pub const NAME: &str = stringify!($type);
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Forms;

                impl<'de> serde::de::Visitor<'de> for Forms {
                    type Value = $type;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str(concat!("a list, or `\"", $word, "\"`"))
                    }

                    fn visit_newtype_struct<D: serde::Deserializer<'de>>(
                        self,
                        from: D,
                    ) -> Result<$type, D::Error> {
                        from.deserialize_any(self)
                    }

                    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<$type, E> {
                        let unexpected = serde::de::Unexpected::Str(word);
                        let alone = (word == $type::ALONE).then_some($type::$alone);
                        alone.ok_or_else(|| E::invalid_value(unexpected, &self))
                    }

                    fn visit_seq<S: serde::de::SeqAccess<'de>>(
                        self,
                        list: S,
                    ) -> Result<$type, S::Error> {
                        let list = serde::de::value::SeqAccessDeserializer::new(list);
                        serde::Deserialize::deserialize(list).map($type::$several)
                    }
                }

                from.deserialize_newtype_struct(Self::NAME, Forms)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::$alone => serializer.serialize_str(Self::ALONE),
                    Self::$several(list) => list.serialize(serializer),
                }
            }
        }

        impl $crate::pack::Pack for $type {
            fn pack(&self, to: &mut $crate::pack::Packer) {
                match self {
                    Self::$alone => to.number(0),
                    Self::$several(list) => {
                        to.number(1);
                        list.pack(to);
                    }
                }
            }

            fn unpack(from: &mut $crate::pack::Unpacker<'_>) -> Self {
                Option::unpack(from).map_or(Self::$alone, Self::$several)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                Self::NAME.into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let item = generator.subschema_for::<$item>();
                schemars::json_schema!({
                    "description": $about,
                    "anyOf": [
                        { "const": Self::ALONE },
                        { "type": "array", "minItems": 1, "items": item }
                    ]
                })
            }
        }
    };
}
