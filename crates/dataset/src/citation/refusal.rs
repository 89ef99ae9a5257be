//! Why a piece of text isn't a citation, in a sentence that tells what to write instead.

use alloc::string::String;
use core::fmt;

/// A piece of text that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The piece as written.
    pub text: String,
    /// Why it could not be read.
    pub why: Refusal,
}

/// Why a piece of text isn't a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It doesn't look like one.
    NotACitation,
    /// Words follow it, which may make it a place in another law.
    ForeignTail,
    /// A paragraph or a point without its article.
    NoArticle,
    /// Another reader could take it otherwise.
    TwoReadings,
    /// No law counts that far, or it is zero.
    BadNumber,
    /// More levels than laws have.
    TooDeep,
    /// A range that doesn't run upwards between places of one kind.
    BadRange,
    /// More places than a list may name.
    TooMany,
    /// Several where only one may stand.
    Several,
}

impl Unreadable {
    pub(super) fn new(text: &str, why: Refusal) -> Self {
        Self { text: text.into(), why }
    }
}

/// How much of a piece a message repeats.
const SHOWN: usize = 60;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.char_indices().nth(SHOWN).and_then(|(end, _)| self.text.get(..end)) {
            Some(start) => write!(f, "`{start}…` ")?,
            None => write!(f, "`{}` ", self.text)?,
        }
        f.write_str(self.why.sentence())
    }
}

impl core::error::Error for Unreadable {}

impl Refusal {
    fn sentence(self) -> &'static str {
        match self {
            Self::NotACitation => "is not a citation; write it like `28(4)` or `art_28__para_4`",
            Self::ForeignTail => {
                "has words after the citation that may name another law; write the citation alone"
            }
            Self::NoArticle => "names no article; write it like `28(4)`",
            Self::TwoReadings => {
                "can be read in two ways; write each citation in full, like `28(4), 28(5)`"
            }
            Self::BadNumber => "has a number that no law counts to; numbers run from 1 to 65535",
            Self::TooDeep => "has more levels than a law",
            Self::BadRange => {
                "is not a range that runs upwards between places of one kind, like `28–30`"
            }
            Self::TooMany => {
                "names too many provisions; a range may have 200 of them and a list 1000"
            }
            Self::Several => "is not one citation; write a single one, like `28(4)`",
        }
    }
}
