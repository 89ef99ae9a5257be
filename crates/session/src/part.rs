//! The files of a law in parts, and which of them are missing.

use dataset::Dataset;

/// A file of a large law besides the one that begins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What names all of it.
    Index,
    /// Some details.
    Shard(usize),
    /// Some postings of its words.
    Postings(usize),
}

/// What of a large law isn't here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetching {
    /// How many provisions it has, where not even their names are here.
    pub awaited: Option<usize>,
    /// What could not be fetched.
    pub failed: Vec<Part>,
}

impl Fetching {
    /// What a dataset awaits.
    pub fn of(dataset: &Dataset) -> Self {
        let awaited = dataset.awaits().map(|_| dataset.size());
        Self { awaited, failed: Vec::new() }
    }
}
