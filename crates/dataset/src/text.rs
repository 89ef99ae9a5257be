//! Words for readers, with the language they are in.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Deserializer, Serialize};

/// A BCP 47 language tag, as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LanguageTag(pub(crate) String);

impl LanguageTag {
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
/// object with `text` and `translations`, which is the form that reading knows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(into = "Written", deny_unknown_fields)]
pub struct Text {
    pub(crate) text: String,
    #[serde(deserialize_with = "by_tag")]
    pub(crate) translations: Vec<(LanguageTag, Translation)>,
}

fn by_tag<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(LanguageTag, Translation)>, D::Error> {
    Ok(BTreeMap::deserialize(from)?.into_iter().collect())
}

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
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
struct Translated {
    /// In the dataset's language.
    text: String,
    /// By language tag.
    translations: BTreeMap<LanguageTag, Translation>,
}

impl From<Text> for Written {
    fn from(Text { text, translations }: Text) -> Self {
        if translations.is_empty() {
            Self::Plain(text)
        } else {
            let translations = translations.into_iter().collect();
            Self::Translated(Translated { text, translations })
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}
