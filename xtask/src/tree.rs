//! Where things stand in the repository, and the small file operations that name the path when
//! they fail.
//!
//! Only names and places live here; what a file means belongs to the command that reads it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::mode::Mode;

/// The dataset that ships with the widget, as a path within `dist/`.
pub(crate) const DEFAULT_DATASET: &str = "data/un-cybercrime-convention.json";
/// The same as it is published for the widget.
pub(crate) const COMPILED_DATASET: &str = "data/un-cybercrime-convention.law.txt";
/// The only file that a page names, as a path within `dist/`.
pub(crate) const LOADER: &str = "provision-explorer.js";
/// The script of `embed.html`, the page for frames.
pub(crate) const FRAME_SCRIPT: &str = "embed.js";
/// The script beside a frame.
pub(crate) const PARENT_SCRIPT: &str = "embed-parent.js";
/// What lists the other files of `dist/`.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The working copy that the commands work on.
pub(crate) struct Tree {
    root: PathBuf,
}

impl Tree {
    /// The working copy that this program was built from.
    pub(crate) fn here() -> Result<Self> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().context("`xtask` must stand in the repository's top folder")?;
        Ok(Self::at(root))
    }

    /// A tree at a given place.
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.dist_of(Mode::Release)
    }

    pub(crate) fn dist_of(&self, mode: Mode) -> PathBuf {
        self.root.join(mode.folder())
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    pub(crate) fn schema(&self) -> PathBuf {
        self.root.join("schema/dataset.schema.json")
    }

    pub(crate) fn cases(&self) -> PathBuf {
        self.root.join("tests/browser/cases")
    }

    pub(crate) fn browser_config(&self) -> PathBuf {
        self.root.join("tests/browser/playwright.config.mjs")
    }

    pub(crate) fn fuzz(&self) -> PathBuf {
        self.root.join("fuzz")
    }

    pub(crate) fn browser_engines(&self) -> PathBuf {
        self.root.join("tests/browser/engines.mjs")
    }

    /// WordPress' code, which the plugin is tested with.
    pub(crate) fn wordpress(&self) -> PathBuf {
        self.root.join("target/wordpress")
    }

    /// What measures, and what is measured beside the explorer.
    pub(crate) fn bench(&self) -> PathBuf {
        self.root.join("bench")
    }

    pub(crate) fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }

    /// The texts that quotes are confirmed against. They may not be shipped with the code, so the
    /// folder stands beside the repository and may be missing.
    pub(crate) fn sources(&self) -> Option<PathBuf> {
        let folder = self.root.parent()?.join("shared/sources");
        folder.is_dir().then_some(folder)
    }

    /// The datasets that ship, in the order of their names.
    pub(crate) fn datasets(&self) -> Result<Vec<PathBuf>> {
        let mut files = list(&self.data())?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
        Ok(files)
    }
}

/// What a folder holds, in the order of names.
pub(crate) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let lost = || format!("cannot list the folder `{}`", folder.display());
    let mut entries = fs::read_dir(folder)
        .with_context(lost)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()
        .with_context(lost)?;
    entries.sort();
    Ok(entries)
}

/// A file's bytes.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))
}

/// A file's text.
pub(crate) fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read `{}`", file.display()))
}

/// Writes a file, and the folders above it.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = file.parent() {
        make_folder(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("cannot write `{}`", file.display()))
}

/// Makes a folder, and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder `{}`", folder.display()))
}

/// Removes a folder with all it holds; one that is not there is as good as removed.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove `{}`", folder.display()))
        }
        _ => Ok(()),
    }
}
