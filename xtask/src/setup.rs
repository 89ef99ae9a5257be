//! What a fresh machine lacks for building: the wasm32 target and the npm packages.
//!
//! Nothing here runs when the thing is already there. The browser tests' own needs are in
//! `test/browser.rs`.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result};

use crate::{
    process::{capture, output},
    progress::step,
    tree::{self, Tree},
};

/// The target that the widget is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Everything that a build needs.
pub(crate) fn for_building(tree: &Tree) -> Result<()> {
    wasm_target(tree)?;
    node_packages(tree)
}

/// Adds the wasm32 target to the pinned toolchain. With automatic installs switched off, rustup
/// does not do so by itself although `rust-toolchain.toml` lists it.
pub(crate) fn wasm_target(tree: &Tree) -> Result<()> {
    let libraries = capture(Command::new("rustc").current_dir(tree.root()).args([
        "--print",
        "target-libdir",
        "--target",
        WASM,
    ]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    step("adding the target wasm32-unknown-unknown", || {
        capture(Command::new("rustup").current_dir(tree.root()).args(["target", "add", WASM]))
            .map(drop)
            .context(
                "the standard library for wasm32-unknown-unknown is missing and cannot be added; \
                 run `rustup target add wasm32-unknown-unknown` where the network allows it",
            )
    })
}

/// What the build and the tests need from npm.
pub(crate) fn node_packages(tree: &Tree) -> Result<()> {
    node_packages_of(tree.root())
}

/// Installs what a folder's package-lock.json pins. A stamp inside `node_modules` holds what it was
/// installed from, so that it goes whenever the folder goes.
pub(crate) fn node_packages_of(folder: &Path) -> Result<()> {
    let wanted =
        [tree::read(&folder.join("package.json"))?, tree::read(&folder.join("package-lock.json"))?]
            .concat();
    let stamp = folder.join("node_modules/.provision-explorer-stamp");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step("installing npm packages", || {
        let mut npm = Command::new("npm");
        npm.current_dir(folder)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        capture(&mut npm).context("the npm packages of package-lock.json cannot be installed")?;
        tree::write(&stamp, &wanted)
    })
}

/// Whether a program can be started at all.
pub(crate) fn has_program(name: &str) -> bool {
    output(Command::new(name).arg("--version").stdout(Stdio::null())).is_ok()
}
