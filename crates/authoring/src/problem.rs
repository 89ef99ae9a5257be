//! Something wrong in a dataset or an option: where, what, and what would be right.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::hidden::{self, Shown, Unseen};

/// Something wrong, and where. Reading reports all of them at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `concerns[12].provisions[0]`.
    pub at: Path,
    /// What.
    pub kind: ProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A field that the format doesn't have.
    UnknownField {
        /// As written.
        field: String,
        /// The field that may be meant.
        nearest: Option<&'static str>,
    },
    /// A field that must be there and isn't.
    MissingField(&'static str),
    /// A field that must be there and isn't, though all else can be shown without it.
    Unsaid(&'static str),
    /// A value of another kind than the format wants.
    WrongType {
        /// What stands there.
        found: &'static str,
        /// What should.
        expected: &'static str,
    },
    /// A word that isn't among those that a field may hold.
    UnknownWord {
        /// As written.
        word: String,
        /// All that it may hold.
        expected: &'static [&'static str],
    },
    /// A value of the right kind that cannot be read.
    Unreadable(String),
    /// A file for a later version of this program.
    NewerSchema(u32),
    /// An id that isn't well formed.
    MalformedId {
        /// As written.
        id: String,
        /// What an id of this kind looks like.
        expected: &'static str,
    },
    /// An id that no record has.
    UnknownId {
        /// What it should name: `provision`.
        what: &'static str,
        /// As written.
        id: String,
        /// The id that may be meant.
        nearest: Option<String>,
    },
    /// An id that an earlier record has.
    DuplicateId {
        /// As written.
        id: String,
        /// Where it stands first.
        first: Path,
    },
    /// A list that must not be empty, and what to write.
    Empty(&'static str),
    /// A field that an object has more than once; which one is meant cannot be told.
    Twice,
    /// Two fields that don't fit each other.
    Mismatch(&'static str),
    /// A quote over the limit.
    LongQuote {
        /// Its length in characters.
        characters: usize,
    },
    /// An address that isn't one a reader may be sent to.
    BadAddress {
        /// As written.
        address: String,
        /// What keeps them from it.
        why: &'static str,
    },
    /// Characters that nobody sees, and that would change what is seen.
    Unseen(Vec<Unseen>),
    /// A text without anything that could be read.
    NoWords,
}

impl Problem {
    /// A problem with the value at hand; whoever holds that value adds where it stands.
    pub fn here(kind: ProblemKind) -> Self {
        Self { at: Path::default(), kind }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.at.0.is_empty() {
            write!(f, "{}: ", self.at)?;
        }
        write!(f, "{}", self.kind)
    }
}

impl core::error::Error for Problem {}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownField { field, nearest } => {
                write!(f, "no field is called `{}`", Shown(field))?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::MissingField(field) | Self::Unsaid(field) => write!(f, "`{field}` is missing"),
            Self::WrongType { found, expected } => write!(f, "expected {expected}, found {found}"),
            Self::UnknownWord { word, expected } => {
                write!(f, "`{word}` is not one of {}", Words(expected))
            }
            Self::Unreadable(why) => f.write_str(why),
            Self::NewerSchema(version) => write!(
                f,
                "schema version {version} is newer than {}, the newest that this build reads; \
                 update Provision Explorer",
                crate::SCHEMA_VERSION
            ),
            Self::MalformedId { id, expected } => {
                write!(f, "`{id}` is not an id here; write {expected}")
            }
            Self::UnknownId { what, id, nearest } => {
                write!(f, "no {what} `{id}`")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::DuplicateId { id, first } => write!(f, "id `{id}` is already used at {first}"),
            Self::Empty(remedy) => write!(f, "the list is empty; {remedy}"),
            Self::Twice => f.write_str("this field stands there twice"),
            Self::Mismatch(what) => f.write_str(what),
            Self::LongQuote { characters } => write!(
                f,
                "the quote has {characters} characters; shorten it to {} or fewer",
                crate::LONGEST_QUOTE
            ),
            Self::BadAddress { address, why } => write!(f, "`{address}` {why}"),
            Self::Unseen(found) => {
                hidden::list(found, f)?;
                f.write_str("; take out what nobody can see")
            }
            Self::NoWords => f.write_str("nothing in this text can be seen"),
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    nearest.map_or(Ok(()), |nearest| write!(f, "; did you mean `{nearest}`?"))
}

struct Words(&'static [&'static str]);

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.iter().enumerate() {
            write!(f, "{}`{word}`", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

/// The way from the top of a file to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field.
    Field(String),
    /// Into a list, counted from 0.
    Item(usize),
}

/// A place on the way through a file. It borrows, and becomes a [`Path`] only where something is
/// wrong.
#[derive(Clone, Copy)]
pub(crate) enum Location<'a> {
    /// The file itself.
    Top,
    /// In a field of an object.
    Field(&'a Location<'a>, &'a str),
    /// In a list, counted from 0.
    Item(&'a Location<'a>, usize),
}

impl<'a> Location<'a> {
    /// One field further.
    pub(crate) fn field(&'a self, name: &'a str) -> Self {
        Self::Field(self, name)
    }

    /// Further into a list.
    pub(crate) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    /// The whole way.
    pub(crate) fn path(&self) -> Path {
        let (outer, step) = match self {
            Self::Top => return Path::default(),
            Self::Field(outer, name) => (outer, Step::Field((*name).into())),
            Self::Item(outer, index) => (outer, Step::Item(*index)),
        };
        let mut path = outer.path();
        path.0.push(step);
        path
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if index == 0 => write!(f, "{}", Shown(name))?,
                Step::Field(name) => write!(f, ".{}", Shown(name))?,
                Step::Item(item) => write!(f, "[{item}]")?,
            }
        }
        Ok(())
    }
}
