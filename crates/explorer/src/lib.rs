//! What a reader can look up and choose, without a screen: text index, facets, state, actions, and
//! the plain structs that a component draws. No screen, no clock, no files.

#![forbid(unsafe_code)]

pub mod export;
mod facts;
mod fold;
mod fragment;
mod index;
mod lookup;
mod near;
mod needle;
mod outline;
mod passage;
mod postings;
mod reduce;
mod select;
mod state;
mod terms;
pub mod view;
mod wanted;

pub use contract::{ViewKind, fragment::KEYS as FRAGMENT_KEYS};
pub use fragment::{merge_fragment, read_fragment, write_fragment};
pub use postings::postings;
pub use reduce::reduce;
pub use select::{Explorer, Selection};
pub use state::{Action, EditorialConfig, Fold, State, Window};
pub use wanted::{wanted, wanted_postings};
