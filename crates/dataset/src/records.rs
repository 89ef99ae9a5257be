//! What stands in a dataset file: plain records, in the file's own names and order. A field is
//! declared here alone: what is read, written, compiled and said of it in the JSON Schema follows.
//!
//! Any deserializer that knows what stands in its file reads them; `authoring` has one that goes on
//! after a problem. Whether a record makes sense beside the others is for `authoring` to say.
//!
//! A field that a file must have, and that is an `Option` all the same, is one without which the
//! rest can be shown: none where it was missing or unsound, and the file's editor is told.

use alloc::{string::String, vec::Vec};

use crate::{
    date::{CalendarDate, Interval},
    text::{LanguageTag, Text},
};

#[macro_use]
mod declare;
mod claims;
mod law;
mod people;
pub(crate) mod read;
mod sources;

pub use claims::*;
pub use law::*;
pub use people::*;
pub use read::SPARED;
pub use sources::*;

use read::{maybe, spared};

/// In characters. A quote is a pointer to a source, not a copy of it.
pub const LONGEST_QUOTE: usize = 300;

/// The version of the format that this code reads.
pub const SCHEMA_VERSION: u32 = 2;

records! {
    /// One dataset: a legal instrument and what documents say about it.
    pub struct Records {
        /// Where an editor finds the JSON Schema; not read.
        #[serde(rename = "$schema")]
        pub schema: Option<String>,
        /// Version of the format; 2.
        pub schema_version: u32,
        /// A short name for files and events: lower-case letters, digits and hyphens.
        #[serde(deserialize_with = "spared")]
        pub id: String,
        /// Title of this dataset.
        #[serde(deserialize_with = "spared")]
        pub title: Text,
        /// BCP 47 tag of the language that texts are in unless they say otherwise.
        #[serde(deserialize_with = "spared", skip_serializing_if = "LanguageTag::is_unknown")]
        pub language: LanguageTag,
        /// Which edition of the dataset this is.
        #[serde(deserialize_with = "spared")]
        pub edition: Edition,
        /// The credit line that travels with every copy, print and download.
        #[serde(deserialize_with = "spared")]
        pub credit: Text,
        /// How the dataset was made, in at most 60 words: what was read, who checked, what is missing.
        pub made: Option<Text>,
        /// Who was asked for a reply, or `"nobody"`.
        pub asked: Option<AskedFor>,
        /// What has been corrected since the first edition, latest first.
        #[serde(default, deserialize_with = "maybe")]
        pub corrections: Vec<Correction>,
        /// How long after the status's as-of date it may be out of date; ISO 8601, such as `P90D`.
        #[cfg_attr(feature = "schema", schemars(required))]
        #[serde(deserialize_with = "spared")]
        pub stale_after: Option<Interval>,
        /// Who or what is missing from the dataset, said openly.
        #[serde(default, deserialize_with = "maybe")]
        pub missing: Vec<Text>,
        /// The law.
        pub instrument: Instrument,
        /// Its provisions, in the order of the text.
        pub provisions: Vec<Provision>,
        /// Groups of people that provisions affect.
        pub groups: Vec<Group>,
        /// Organisations, bodies, individuals and described communities.
        pub organisations: Vec<Organisation>,
        /// The documents that concerns rest on.
        pub sources: Vec<Source>,
        /// The concerns raised.
        pub concerns: Vec<Concern>,
        /// What the documents ask for.
        #[serde(default, deserialize_with = "maybe")]
        pub requests: Vec<Request>,
        /// Where organisations stand towards the instrument as a whole.
        #[serde(default, deserialize_with = "maybe")]
        pub positions: Vec<Position>,
        /// What those say who answer the concerns, or welcome the law.
        #[serde(default, deserialize_with = "maybe", skip_serializing_if = "Vec::is_empty")]
        pub replies: Vec<Reply>,
    }

    /// An edition of a dataset.
    pub struct Edition {
        /// Counts from 1.
        #[serde(deserialize_with = "spared", skip_serializing_if = "is_zero")]
        pub number: u32,
        /// The day it was published.
        #[cfg_attr(feature = "schema", schemars(required))]
        #[serde(deserialize_with = "spared")]
        pub date: Option<CalendarDate>,
    }

    /// Something that an earlier edition had wrong.
    pub struct Correction {
        /// The day it was corrected.
        pub date: CalendarDate,
        /// What was wrong and what it says now.
        pub text: Text,
    }
}

impl Edition {
    /// Number and date, as far as the file says them.
    pub fn parts(&self) -> (Option<u32>, Option<CalendarDate>) {
        (Some(self.number).filter(|it| *it > 0), self.date)
    }
}

/// A file without a number has none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
