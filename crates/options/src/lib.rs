//! What an embedder may set: from attributes, a property and a JSON script to options and
//! warnings, from options to a dataset's own handles, and back to what is pasted into a page.
//! No DOM: whoever holds the element turns what it says into [`dataset::Node`]s first.

#![forbid(unsafe_code)]

mod place;
mod read;
mod resolve;
mod values;
mod warning;

#[cfg(any(feature = "print", test))]
mod print;
#[cfg(any(feature = "strategies", test))]
pub mod strategies;
#[cfg(test)]
mod tests;

pub use contract::{LONGEST_LIST, LONGEST_NOTE, Loading, Theme, ViewKind, options::Name};
#[cfg(any(feature = "print", test))]
pub use print::{escape_html, frame_address, frame_snippet, snippet, to_attributes, to_json};
pub use read::{Layer, Origins, ParsedOptions, read};
pub use resolve::{Choices, resolve};
pub use warning::{At, Origin, Warning, What};

use dataset::{GroupId, ProvisionId};

/// What the embedder set. Provisions stand as they were written, by citations or ids, so that one
/// text may name several; whether a dataset has them isn't known yet. Lists hold each text once;
/// texts are single lines, trimmed and not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The dataset's address; none: the one that ships with the loader.
    pub dataset: Option<String>,
    /// Provisions that the story speaks of, in editorial order.
    pub highlight: Vec<ProvisionId>,
    /// Show the highlighted provisions alone.
    pub only: bool,
    /// The view to begin with.
    pub view: Option<ViewKind>,
    /// The groups to begin with, by id or by label.
    pub audience: Vec<GroupId>,
    /// The provision that is open at first.
    pub open: Option<ProvisionId>,
    /// A heading of the newsroom's own.
    pub heading: Option<String>,
    /// What this is, in the newsroom's words, beneath the heading.
    pub dek: Option<String>,
    /// Of which level the heading is, 2 to 6; none: the second.
    pub heading_level: Option<u8>,
    /// The interface's language, a BCP 47 tag.
    pub lang: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// When it is fetched; none: as the form that is pasted has it.
    pub loading: Option<Loading>,
    /// Whether to read and write the page's fragment.
    pub deep_links: bool,
    /// One line of the editor's own per provision, at most [`LONGEST_NOTE`] characters long.
    pub notes: Vec<(ProvisionId, String)>,
}
