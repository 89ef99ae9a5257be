//! Words for readers, with the language they are in.

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};

use crate::records::read::named;

/// A BCP 47 language tag, as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageTag(pub(crate) String);

impl LanguageTag {
    /// The name by which a deserializer is told that such a text follows.
    pub const NAME: &str = "LanguageTag";

    /// Takes the tag as it is.
    pub fn new(tag: impl Into<String>) -> Self {
        Self(tag.into())
    }

    /// Whether a file had none that could be read.
    pub fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }

    /// The tag: `en`, `pt-BR`. Empty where a file had none that could be read.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        named(Self::NAME, from).map(Self)
    }
}

/// Whether a text may be a BCP 47 tag. Registries change; a plausible tag is let through.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    matches!(language.len(), 2 | 3)
        && tag.len() <= 35
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// A text in the dataset's language, perhaps with translations. In a file it is a string, or an
/// object with `text` and `translations`, whose order is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(into = "Written")]
pub struct Text {
    pub(crate) text: String,
    pub(crate) translations: Translations,
}

/// In the order of the file.
type Translations = Vec<(LanguageTag, Translation)>;

records! {
    /// A translation and who made it.
    pub struct Translation {
        /// The translated text.
        pub text: String,
        /// The translator's name, or `machine`.
        pub by: String,
    }
}

impl Text {
    /// The name by which a deserializer is told that a text follows, in one of its two forms.
    pub const NAME: &str = "Text";

    /// The fields of the longer form.
    pub const FIELDS: &[&str] = &["text", "translations"];

    /// The text as written, in the dataset's language.
    pub fn original(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The translation into a language, or into the language that its tag begins with.
    pub fn translation(&self, tag: &str) -> Option<(&LanguageTag, &Translation)> {
        // Most texts have none.
        if self.translations.is_empty() {
            return None;
        }
        let base = tag.split('-').next().unwrap_or(tag);
        let find = |wanted: &str| {
            let mut all = self.translations.iter().map(|(tag, translation)| (tag, translation));
            all.find(|(tag, _)| tag.as_str().eq_ignore_ascii_case(wanted))
        };
        find(tag).or_else(|| find(base))
    }

    /// Every wording of the text, the original first.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.text.as_str())
            .chain(self.translations.iter().map(|(_, translation)| translation.text.as_str()))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self { text: text.into(), translations: Vec::new() }
    }
}

/// The two forms that a text has in a file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum Written {
    /// Words in the dataset's language.
    Plain(String),
    /// The same with translations.
    Translated(Translated),
}

/// Words in the dataset's language with their translations.
#[derive(Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Translated {
    /// In the dataset's language.
    text: String,
    /// By language tag.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "alloc::collections::BTreeMap<LanguageTag, Translation>")
    )]
    #[serde(with = "by_tag")]
    translations: Translations,
}

impl From<Text> for Written {
    fn from(Text { text, translations }: Text) -> Self {
        if translations.is_empty() {
            Self::Plain(text)
        } else {
            Self::Translated(Translated { text, translations })
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Forms;

        impl<'de> Visitor<'de> for Forms {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or an object with `text` and `translations`")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Text, D::Error> {
                from.deserialize_any(self)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(text.into())
            }

            fn visit_map<M: MapAccess<'de>>(self, fields: M) -> Result<Text, M::Error> {
                let fields = MapAccessDeserializer::new(fields);
                let Translated { text, translations } = Translated::deserialize(fields)?;
                Ok(Text { text, translations })
            }
        }

        from.deserialize_newtype_struct(Self::NAME, Forms)
    }
}

/// Translations as the fields of an object, one after another.
mod by_tag {
    use core::fmt;

    use serde::{
        Deserializer, Serializer,
        de::{MapAccess, Visitor},
    };

    use super::Translations;

    pub(super) fn serialize<S: Serializer>(all: &Translations, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(all.iter().map(|(tag, translation)| (tag, translation)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Translations, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Translations;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with a field for each language")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<Translations, M::Error> {
                let mut all = Translations::new();
                while let Some(translation) = fields.next_entry()? {
                    all.push(translation);
                }
                Ok(all)
            }
        }

        from.deserialize_map(InOrder)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}
