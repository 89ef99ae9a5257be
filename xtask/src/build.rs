//! `cargo xtask build`: everything that a site needs, in `dist/`.
//!
//! This file holds the order of the steps. `wasm` makes the module and its glue, `bundle` the
//! JavaScript and the styles, `site` the files that are copied, `manifest` the list of them all.
//! The output depends on the tree and the pinned tools alone: no path, date or machine enters it.

pub(crate) mod bundle;
pub(crate) mod entry;
mod glue;
pub(crate) mod manifest;
mod names;
mod order;
mod pin;
mod shrink;
mod site;
mod snip;
pub(crate) mod wasm;

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use cargo_metadata::MetadataCommand;

pub(crate) use crate::build::site::files;
use crate::{
    build::manifest::Manifest,
    mode::Mode,
    progress::{noted, step},
    setup,
    tree::{self, Tree},
};

/// The folders of one build: nothing is published until all of it is there.
struct BuildDirs {
    /// Intermediate files.
    work: PathBuf,
    /// What will be published.
    dist: PathBuf,
    /// Where what was published before goes until it is removed.
    former: PathBuf,
    /// Two builds at once would write into each other's folders.
    _lock: File,
}

/// Builds `dist/` anew, or `dist-smallest/`; what an earlier build left there is gone afterwards.
pub(crate) fn run(tree: &Tree, mode: Mode) -> Result<()> {
    setup::for_building(tree)?;
    if mode == Mode::Smallest {
        setup::rust_source(tree)?;
    }
    let target = target_folder(tree)?;
    let shop = BuildDirs::open(&target.join("xtask"))?;

    let module = wasm::build(tree, &target, &shop.work, mode)?;
    let compiler = wasm::build_compiler(tree, &target, &shop.work, mode)?;
    step("bundling scripts and styles", || bundle::build(tree, &shop, &module, &compiler, mode))?;
    let configurator = wasm::build_configurator(tree, &target, &shop.work, mode)?;
    let painter = wasm::build_painter(tree, &target, &shop.work, mode)?;
    step("bundling the configurator", || {
        bundle::configurator(tree, &shop, &configurator, &painter, mode)
    })?;
    step("copying pages, data and schema", || site::copy(tree, &shop.dist))?;
    noted("measuring and signing", || {
        let manifest = Manifest::of(&shop.dist, mode)?;
        manifest.write(&shop.dist)?;
        let files = manifest.files.len();
        let folder = mode.folder();
        Ok(((), format!("{folder}/ has {files} files and manifest.json")))
    })?;
    shop.publish(&tree.dist_of(mode))
}

impl BuildDirs {
    fn open(folder: &Path) -> Result<Self> {
        tree::make_folder(folder)?;
        let lock = folder.join("build.lock");
        let lock = File::create(&lock)
            .and_then(|file| file.lock().map(|()| file))
            .with_context(|| format!("cannot lock `{}`", lock.display()))?;
        let shop = Self {
            work: folder.join("work"),
            dist: folder.join("dist"),
            former: folder.join("former"),
            _lock: lock,
        };
        for stale in [&shop.work, &shop.dist, &shop.former] {
            tree::remove_folder(stale)?;
        }
        tree::make_folder(&shop.work)?;
        tree::make_folder(&shop.dist)?;
        Ok(shop)
    }

    fn publish(&self, dist: &Path) -> Result<()> {
        if dist.exists() {
            move_folder(dist, &self.former)?;
        }
        move_folder(&self.dist, dist)?;
        tree::remove_folder(&self.former)
    }
}

/// Cargo's own answer, because configuration and environment can both move it.
pub(crate) fn target_folder(tree: &Tree) -> Result<PathBuf> {
    let metadata = MetadataCommand::new()
        .manifest_path(tree.root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .context("cannot ask cargo for its target folder")?;
    Ok(metadata.target_directory.into_std_path_buf())
}

/// Renames, or copies where the target folder is on another disk.
fn move_folder(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("cannot move `{}` to `{}`", from.display(), to.display());
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            copy_folder(from, to).with_context(failed)?;
            tree::remove_folder(from)
        }
        result => result.with_context(failed),
    }
}

/// Copies all files of a folder into another.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in site::files(from)? {
        tree::write(&to.join(&file), &tree::read(&from.join(&file))?)?;
    }
    Ok(())
}
