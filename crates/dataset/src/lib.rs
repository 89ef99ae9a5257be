//! A legal instrument, the concerns raised about it and the documents they rest on: from plain
//! records to a model that cannot be wrong. No screen, no clock, no files.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod address;
mod check;
pub mod citation;
mod date;
mod hidden;
mod ids;
pub mod json;
mod model;
mod names;
mod nearest;
mod node;
mod parts;
mod passages;
mod problem;
mod quote;
mod read;
mod records;
mod review;
mod shape;
mod text;
mod vocabulary;

pub use date::{CalendarDate, Interval};
pub use hidden::{Unseen, refused as unseen};
pub use ids::{
    ConcernId, DraftId, GroupId, OrganisationId, ProvisionId, ReplyId, RequestId, SourceId,
};
pub use model::{
    Camp, CitedPlaces, ConcernIx, ConcernLinks, Dataset, DraftIx, GroupIx, Mention, OrganisationIx,
    ProvisionIx, RequestIx, SourceIx,
};
pub use names::is_eid;
pub use nearest::nearest;
pub use node::Node;
pub use parts::{ConcernColumns, Index, RequestColumns, Shard};
pub use problem::{Path, Problem, ProblemKind, Step};
pub use quote::{Confirmation, confirm};
pub use read::{Parsed, read};
pub use records::*;
pub use review::{Remark, shared};
pub use text::{LanguageTag, Text, Translation, is_language};
pub use vocabulary::*;
