//! What a fresh machine lacks for building: the wasm32 target, the npm packages, and for the
//! smallest build the standard library's source.
//!
//! Nothing here runs when the thing is already there. The browser tests' own needs are in
//! `test/browser.rs`.

use std::{
    path::{Path, PathBuf},
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

/// Adds the standard library's source to the pinned toolchain, for a build that compiles it anew.
pub(crate) fn rust_source(tree: &Tree) -> Result<()> {
    if sysroot(tree)?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    step("adding the standard library's source", || {
        let mut rustup = Command::new("rustup");
        rustup.current_dir(tree.root()).args(["component", "add", "rust-src"]);
        capture(&mut rustup).map(drop).context(
            "the standard library's source is missing and cannot be added; run `rustup component \
             add rust-src` where the network allows it",
        )
    })
}

/// The folder of the pinned toolchain.
pub(crate) fn sysroot(tree: &Tree) -> Result<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(tree.root()).args(["--print", "sysroot"]);
    Ok(capture(&mut rustc)?.trim().into())
}

/// The commit that the pinned compiler was made of.
pub(crate) fn compiler(tree: &Tree) -> Result<String> {
    let version = capture(Command::new("rustc").current_dir(tree.root()).arg("-vV"))?;
    let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    hash.map(str::to_owned).context("`rustc -vV` names no commit")
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
