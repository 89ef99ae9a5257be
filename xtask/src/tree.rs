//! Where things stand in the repository, and the small file operations that name the path when
//! they fail.
//!
//! Only names and places live here; what a file means belongs to the command that reads it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

pub(crate) use newsroom::tree::{
    DEFAULT_DATASET, LOADER, Shipped, list, make_folder, read, read_text, write,
};

use crate::mode::Mode;

/// The dataset that ships with the widget as it is published for it, as a path within `dist/`.
pub(crate) const COMPILED_DATASET: &str = "data/un-cybercrime-convention.law.txt";
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

    /// Where commands find what ships with them.
    pub(crate) fn shipped(&self) -> Shipped {
        Shipped { data: self.root.clone(), dist: self.dist() }
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

    /// Chromium's headless shells, in a folder for each release.
    pub(crate) fn headless_shell(&self) -> PathBuf {
        self.root.join("target/chromium")
    }

    /// What is handed out.
    pub(crate) fn release(&self) -> PathBuf {
        self.root.join("dist-release")
    }

    /// What tests pack to try it: no release, since its commands are of a development build.
    pub(crate) fn trial(&self) -> PathBuf {
        self.root.join("target/trial")
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

/// Removes a folder with all it holds; one that is not there is as good as removed.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove `{}`", folder.display()))
        }
        _ => Ok(()),
    }
}
