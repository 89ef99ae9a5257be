//! `cargo xtask package`: the npm package, in `dist-npm/` and there as a tarball: what was built for
//! readers, and the commands as one WebAssembly module with Node's script around it.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::{
    build::{self, entry},
    mode::Mode,
    process::capture,
    progress::step,
    release,
    tree::{self, Tree},
};

/// Where it is written.
const FOLDER: &str = "dist-npm";

/// The package's manifest, as far as it is read here.
#[derive(Deserialize)]
struct Manifest {
    name: String,
    version: String,
}

/// Writes the package of the last build of this kind, and returns where its tarball is.
pub(crate) fn run(tree: &Tree, mode: Mode) -> Result<PathBuf> {
    let folder = tree.root().join(FOLDER);
    tree::remove_folder(&folder)?;
    let target = build::target_folder(tree)?;
    step("building the commands for Node", || {
        build::wasm::build_commands(tree, &target, &folder.join("commands"), mode)
    })?;
    step("copying what was built", || build::copy_folder(&tree.dist_of(mode), &folder))?;
    step("copying Node's scripts", || build::copy_folder(&tree.root().join("npm"), &folder))
        .with_context(|| format!("`{}`", Path::new(FOLDER).display()))?;
    step("saying who is inside", || {
        let about = release::about(tree)?;
        about.iter().try_for_each(|(name, bytes)| tree::write(&folder.join(name), bytes))
    })?;
    step("writing the entry for bundlers", || entry::write(tree, &folder))?;
    step("packing it", || pack(&folder))
}

/// Packs a folder into the tarball that npm would publish, and returns its place there.
fn pack(folder: &Path) -> Result<PathBuf> {
    let manifest: Manifest = serde_json::from_str(&tree::read_text(&folder.join("package.json"))?)
        .context("`npm/package.json` is not a package's manifest")?;
    ensure!(
        manifest.version == env!("CARGO_PKG_VERSION"),
        "`npm/package.json` says version {}, and `Cargo.toml` {}",
        manifest.version,
        env!("CARGO_PKG_VERSION")
    );
    let mut npm = Command::new("npm");
    capture(npm.current_dir(folder).args(["pack", "--ignore-scripts", "--loglevel=error"]))
        .context("npm cannot pack it")?;
    let tarball = folder.join(format!("{}-{}.tgz", manifest.name, manifest.version));
    ensure!(tarball.is_file(), "npm wrote no `{}`", tarball.display());
    Ok(tarball)
}
