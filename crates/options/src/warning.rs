//! What an embedder got wrong: where, what, and what would be right. A warning never stops
//! anything; the rest of the options holds.

use std::fmt;

use dataset::citation::Unreadable;

use crate::{LONGEST_LIST, LONGEST_NOTE};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The element's attributes.
    Attributes,
    /// The element's `options` property.
    Property,
    /// The JSON script inside the element.
    Child,
}

/// Something wrong in the options, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
}

/// A place in the options. Without an origin only the option is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Who said it, where that is known.
    pub origin: Option<Origin>,
    /// The option and the place in it: `highlight[2]`; empty for the whole.
    pub path: String,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// No option has this name.
    UnknownName {
        /// As written.
        name: String,
        /// The name that may be meant.
        nearest: Option<&'static str>,
    },
    /// A value of another kind than the option takes.
    WrongType {
        /// What stands there.
        found: &'static str,
        /// What should.
        expected: &'static str,
    },
    /// A text that should name provisions.
    Unreadable(Unreadable),
    /// A word that isn't among those that the option takes.
    UnknownWord {
        /// As written.
        word: String,
        /// Those that it takes.
        words: Vec<&'static str>,
        /// The one that may be meant.
        nearest: Option<&'static str>,
    },
    /// A text that isn't a language tag.
    BadLanguage {
        /// As written.
        tag: String,
        /// The tag that may be meant.
        nearest: Option<String>,
    },
    /// A boolean attribute with a value that looks like a no, and counts as a yes.
    CountsAsTrue(String),
    /// A list over the limit.
    LongList,
    /// A note over the limit.
    LongNote {
        /// Its length in characters.
        characters: usize,
    },
    /// A note without a word.
    EmptyNote,
    /// A second note for a provision.
    SecondNote,
    /// A provision that the dataset doesn't have.
    UnknownProvision {
        /// How it is cited, or its id.
        place: String,
        /// The one that may be meant.
        nearest: Option<String>,
    },
    /// A group that the dataset doesn't have.
    UnknownGroup {
        /// As written.
        group: String,
        /// The id that may be meant.
        nearest: Option<String>,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = match self.origin {
            None => ("options", ""),
            Some(Origin::Attributes) => ("attributes", "attribute "),
            Some(Origin::Property) => ("options", "options."),
            Some(Origin::Child) => ("options script", "options script, "),
        };
        if self.path.is_empty() { f.write_str(whole) } else { write!(f, "{part}{}", self.path) }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownName { name, nearest } => {
                write!(f, "no option is called {}", Quoted(name))?;
                did_you_mean(f, *nearest)
            }
            Self::WrongType { found, expected } => write!(f, "expected {expected}, found {found}"),
            Self::Unreadable(unreadable) => fmt::Display::fmt(unreadable, f),
            Self::UnknownWord { word, words, nearest } => {
                write!(f, "{} is not one of `{}`", Quoted(word), words.join("`, `"))?;
                did_you_mean(f, *nearest)
            }
            Self::BadLanguage { tag, nearest } => {
                write!(f, "{} is not a language tag such as `en` or `pt-BR`", Quoted(tag))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::CountsAsTrue(text) => write!(
                f,
                "{} counts as true, as the attribute is there; leave it out or write `false`",
                Quoted(text)
            ),
            Self::LongList => write!(
                f,
                "the list has more than {LONGEST_LIST} entries; those after them are left out"
            ),
            Self::LongNote { characters } => write!(
                f,
                "the note has {characters} characters; shorten it to {LONGEST_NOTE} or fewer"
            ),
            Self::EmptyNote => f.write_str("the note is empty; write one line or leave it out"),
            Self::SecondNote => f.write_str("this provision has a note already; keep one"),
            Self::UnknownProvision { place, nearest } => {
                write!(f, "no provision {} in this dataset", Quoted(place))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::UnknownGroup { group, nearest } => {
                write!(f, "no group {} in this dataset", Quoted(group))?;
                did_you_mean(f, nearest.as_deref())
            }
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    nearest.map_or(Ok(()), |nearest| write!(f, "; did you mean `{nearest}`?"))
}

/// What somebody wrote, cut where it would flood the console.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match cut(self.0) {
            Some(start) => write!(f, "`{start}…`"),
            None => write!(f, "`{}`", self.0),
        }
    }
}

/// The first characters of a long text.
fn cut(text: &str) -> Option<&str> {
    text.char_indices().nth(60).and_then(|(end, _)| text.get(..end))
}

impl At {
    /// One step further in.
    pub(crate) fn inside(&self, step: &str) -> Self {
        let step = cut(step).unwrap_or(step);
        Self { origin: self.origin, path: format!("{}[{step}]", self.path) }
    }
}

/// The known name that may be meant. Whoever wrote a long text meant none.
pub(crate) fn near<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if given.len() > 100 { None } else { dataset::nearest(given, known) }
}
