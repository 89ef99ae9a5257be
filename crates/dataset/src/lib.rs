//! A legal instrument, the concerns raised about it and the documents they rest on: from plain
//! records to a model that cannot be wrong. No screen, no clock, no files.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

// First, for its macros.
#[macro_use]
mod records;

mod address;
pub mod citation;
mod date;
mod digit;
mod ids;
pub mod json;
mod list;
pub mod lists;
mod model;
mod nearest;
mod node;
pub mod numerals;
mod pack;
mod parts;
mod text;
mod vocabulary;

pub use address::leads_to_web;
pub use date::{CalendarDate, Interval};
pub use digit::{digit, raised};
pub use ids::{
    ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId,
};
pub use list::List;
pub use model::{
    Camp, ChapterIx, ConcernIx, ConcernLinks, DEEPEST, Dataset, DraftIx, GroupIx, Mention,
    OrganisationIx, Outline, PartyLinks, ProvisionIx, ProvisionLinks, RequestIx, SourceIx,
    Subjects, Voices,
};
pub use nearest::{edits, nearest};
pub use node::Node;
pub use pack::{Compiled, MAGIC, Unsound, VERSION};
pub use parts::{Beside, Index, Postings, Published, Rest, Shard, Term, is_file};
pub use records::*;
pub use text::{LanguageTag, Text, Translation, is_language};
pub use vocabulary::*;
