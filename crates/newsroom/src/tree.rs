//! The files that commands read and write, by ways that name the path when they fail. On a host they
//! are the system's own; as WebAssembly in Node, they are Node's, and what is said is the same.

#[cfg_attr(target_arch = "wasm32", path = "tree/node.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "tree/system.rs")]
mod machine;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The dataset that ships with the widget, as a path within what is built.
pub const DEFAULT_DATASET: &str = "data/un-cybercrime-convention.json";
/// The only file that a page names, as a path within what is built.
pub const LOADER: &str = "provision-explorer.js";

/// Where the things that ship with the commands stand.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// What the bundled dataset's path begins in.
    pub data: PathBuf,
    /// What was built for readers: the loader and its files.
    pub dist: PathBuf,
}

/// What a folder holds, in the order of names.
///
/// # Errors
/// Where it cannot be listed.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = machine::list(folder)
        .with_context(|| format!("cannot list the folder `{}`", folder.display()))?;
    entries.sort();
    Ok(entries)
}

/// A file's bytes.
///
/// # Errors
/// Where it cannot be read.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    machine::read(file).with_context(|| format!("cannot read `{}`", file.display()))
}

/// A file's text.
///
/// # Errors
/// Where it cannot be read, or isn't UTF-8.
pub fn read_text(file: &Path) -> Result<String> {
    text(file, read(file)?)
}

/// The text that a file's bytes are.
///
/// # Errors
/// Where they aren't UTF-8.
pub(crate) fn text(file: &Path, bytes: Vec<u8>) -> Result<String> {
    let failed = || format!("cannot read `{}`", file.display());
    String::from_utf8(bytes).context("its bytes are not UTF-8").with_context(failed)
}

/// Writes a file, and the folders above it.
///
/// # Errors
/// Where either cannot be written.
pub fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    machine::write(file, bytes).with_context(|| format!("cannot write `{}`", file.display()))
}

/// Makes a folder, and those above it.
///
/// # Errors
/// Where it cannot be made.
pub fn make_folder(folder: &Path) -> Result<()> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    machine::make_folder(folder)
        .with_context(|| format!("cannot make the folder `{}`", folder.display()))
}

/// Whether a folder stands there.
pub fn is_folder(path: &Path) -> bool {
    machine::kind(path) == Some(Kind::Folder)
}

/// Whether a file stands there.
pub fn is_file(path: &Path) -> bool {
    machine::kind(path) == Some(Kind::File)
}

/// Whether two paths lead to the same file, which is there.
pub fn is_same(one: &Path, other: &Path) -> bool {
    machine::whole(one).is_some_and(|it| Some(it) == machine::whole(other))
}

/// Where a path leads, links followed; none where nothing is there.
pub(crate) fn whole(path: &Path) -> Option<PathBuf> {
    machine::whole(path)
}

/// Says something beside what a command prints, in a line of its own.
pub fn tell(text: &str) {
    machine::tell(text);
}

/// What a path leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

/// Why the system refused, in words that do not depend on it.
fn refused(code: &str, otherwise: String) -> anyhow::Error {
    anyhow::Error::msg(match code {
        "ENOENT" => "there is none".into(),
        "EISDIR" => "it is a folder".into(),
        "ENOTDIR" => "it is in no folder".into(),
        "EACCES" | "EPERM" | "EROFS" => "the system does not allow it".into(),
        _ => otherwise,
    })
}
