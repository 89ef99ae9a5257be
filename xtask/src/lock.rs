//! `Cargo.lock`, as far as it is read here: every package that Cargo brings in, whichever machine it is
//! for.

use anyhow::{Context as _, Result};
use cargo_metadata::Source;
use serde::Deserialize;

use crate::tree::{self, Tree};

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

/// A package that it names.
#[derive(Deserialize)]
pub(crate) struct Locked {
    pub(crate) name: String,
    pub(crate) version: String,
    /// None for the workspace's own packages.
    pub(crate) source: Option<Source>,
    /// SHA-256 of what was fetched; none for our own.
    pub(crate) checksum: Option<String>,
}

/// The packages of a tree.
///
/// # Errors
/// The file is missing or is not a lock file.
pub(crate) fn packages(tree: &Tree) -> Result<Vec<Locked>> {
    read(&tree::read_text(&tree.root().join("Cargo.lock"))?)
}

/// The packages that a lock file's text names.
///
/// # Errors
/// It is not a lock file.
pub(crate) fn read(text: &str) -> Result<Vec<Locked>> {
    let lock: Lock = toml::from_str(text).context("`Cargo.lock` is not a lock file")?;
    Ok(lock.package)
}
