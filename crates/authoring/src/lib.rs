//! From a dataset as people write it to a law that can be compiled: reading JSON, every problem with
//! its place, what to look at, and whether quotes stand in their sources. For tools, and for a page
//! that hands over a dataset which nobody has compiled; never in what a reader of a compiled law
//! downloads. It has all of [`dataset`] as well, so whoever writes datasets needs no other crate.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod address;
mod check;
pub mod compare;
mod drafts;
mod hidden;
mod link;
mod names;
mod passages;
mod problem;
mod quote;
mod read;
mod review;
mod shape;

pub use dataset::*;

pub use hidden::{Unseen, refused as unseen};
pub use names::is_eid;
pub use problem::{Path, Problem, ProblemKind, Step};
pub use quote::{Confirmation, confirm};
pub use read::{Parsed, read, read_text};
pub use review::{Remark, shared};
