//! The public contract: every name and word that a newsroom may rely on, each written once.
//!
//! Tables and nothing else: what an option means is in `options`, what an event follows from is in
//! `session`. With the feature `generate` the crate also makes the files that repeat these names in
//! other languages; `cargo xtask generate` writes them.

#![forbid(unsafe_code)]

/// The element's name, for `concat!`, which takes no constant.
macro_rules! tag {
    () => {
        "provision-explorer"
    };
}

pub mod element;
pub mod events;
pub mod fragment;
pub mod frames;
#[cfg(feature = "generate")]
pub mod generate;
pub mod languages;
pub mod options;
pub mod parts;
#[cfg(test)]
mod tests;
pub mod tokens;
mod words;

pub use events::Event;
pub use words::{Loading, Theme, ViewKind};

/// The element.
pub const TAG: &str = tag!();

/// The element for a mention in the story's prose.
pub const MENTION_TAG: &str = "provision-ref";

/// The class of the JSON script that holds options inside the element.
pub const OPTIONS_CLASS: &str = concat!(tag!(), "-options");

/// How long a request may bring nothing before it is given up, in seconds.
pub const STALL_SECONDS: u32 = 30;

/// How near the reader's sight an element starts to fetch, in pixels.
pub const START_DISTANCE: u32 = 800;

/// The longest editor's note, in characters.
pub const LONGEST_NOTE: usize = 280;

/// The most entries that a list in an option may have.
pub const LONGEST_LIST: usize = 1000;
