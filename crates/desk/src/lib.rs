//! An editor's desk, without a browser: a dataset under way beside the texts of its sources, what is
//! done to it, and what is found out on the way. Each act makes another [`Document`] of one, so that
//! whoever shows it can go back. Whether a dataset is sound is for `authoring` to say, what its tables
//! are for `workbook`, and where a text cites the law for `story`.

#![forbid(unsafe_code)]

mod act;
mod check;
mod document;
mod mail;
mod markdown;
mod name;
mod nearest;
mod passage;
mod proposal;
mod quote;
mod signatory;
mod table;
mod text;

pub use act::{Act, Done, NewSource, positions};
pub use check::{Checked, Finding, Quotes, check};
pub use document::Document;
pub use name::{Likeness, slug};
pub use nearest::{Nearest, difference, nearest};
pub use passage::{Key, Passages, passages};
pub use proposal::{Elsewhere, Proposal, Proposals, proposals};
pub use quote::{bound, sha256};
pub use signatory::{Signatory, Who, joined, signatories};
pub use story::About;
pub use table::{
    Cell, Located, Row, choices, located, place, references, row_count, rows, rows_in,
};
pub use text::{Opened, Origin, open};
