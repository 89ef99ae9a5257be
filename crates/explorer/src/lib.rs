//! What a reader can look up and choose, without a screen: text index, facets, state, actions, and
//! the plain structs that a component draws. No screen, no clock, no files.

#![forbid(unsafe_code)]

mod view_kind;

pub use view_kind::ViewKind;
