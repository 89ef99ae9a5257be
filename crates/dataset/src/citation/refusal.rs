//! Why a piece of text isn't a citation of this law, in a sentence that tells what to write
//! instead.

use alloc::{string::String, vec::Vec};
use core::fmt;

/// A piece of text that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The piece as written; a place that is unknown, with the law's own word.
    pub text: String,
    /// Why it could not be read.
    pub why: Refusal,
    /// Citations of this law: what may be meant, or an example of how to write one.
    pub near: Vec<String>,
}

/// Why a piece of text isn't a citation of this law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It doesn't look like one.
    NotACitation,
    /// The law has no such place.
    Unknown,
    /// Two provisions may be meant.
    TwoPlaces,
    /// Words follow it, which may make it a place in another law.
    ForeignTail,
    /// A paragraph or a point without what contains it.
    NoArticle,
    /// Another reader could take it otherwise.
    TwoReadings,
    /// A range that doesn't run upwards between places of one kind.
    BadRange,
    /// More places than a list may name.
    TooMany,
    /// Several where only one may stand.
    Several,
}

/// How much of a piece a message repeats.
const SHOWN: usize = 60;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.char_indices().nth(SHOWN).and_then(|(end, _)| self.text.get(..end)) {
            Some(start) => write!(f, "`{start}…` ")?,
            None => write!(f, "`{}` ", self.text)?,
        }
        f.write_str(self.why.sentence())?;
        let near = || self.near.iter().take(3).enumerate();
        let (before, between, after) = match self.why {
            Refusal::Unknown => ("; did you mean ", ", ", "?"),
            Refusal::TwoPlaces => (": ", " or ", ""),
            Refusal::TooMany | Refusal::BadRange => return Ok(()),
            _ => ("; write it like ", ", ", ""),
        };
        for (at, near) in near() {
            write!(f, "{}`{near}`", if at == 0 { before } else { between })?;
        }
        f.write_str(if self.near.is_empty() { "" } else { after })
    }
}

impl core::error::Error for Unreadable {}

impl Refusal {
    fn sentence(self) -> &'static str {
        match self {
            Self::NotACitation => "is not a citation",
            Self::Unknown => "is not in this law",
            Self::TwoPlaces => "may be either of two provisions; write which",
            Self::ForeignTail => {
                "has words after the citation that may name another law; write the citation alone"
            }
            Self::NoArticle => "does not say in what it stands",
            Self::TwoReadings => "can be read in two ways; write each citation in full",
            Self::BadRange => "is not a range that runs upwards between places of one kind",
            Self::TooMany => {
                "names too many provisions; a range may have 200 of them and a list 1000"
            }
            Self::Several => "is not one citation; write a single one",
        }
    }
}
