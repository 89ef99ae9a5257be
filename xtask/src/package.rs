//! `cargo xtask package`: the npm package, in `dist-npm/`: what was built for readers, and the commands
//! as one WebAssembly module with Node's script around it.

use std::path::Path;

use anyhow::{Context as _, Result};

use crate::{
    build,
    mode::Mode,
    progress::step,
    tree::{self, Tree},
};

/// Where it is written.
const FOLDER: &str = "dist-npm";

/// Writes the package.
pub(crate) fn run(tree: &Tree, mode: Mode) -> Result<()> {
    let folder = tree.root().join(FOLDER);
    tree::remove_folder(&folder)?;
    let target = build::target_folder(tree)?;
    step("building the commands for Node", || {
        build::wasm::build_commands(tree, &target, &folder.join("commands"), mode)
    })?;
    step("copying what was built", || build::copy_folder(&tree.dist(), &folder))?;
    step("copying Node's scripts", || build::copy_folder(&tree.root().join("npm"), &folder))
        .with_context(|| format!("`{}`", Path::new(FOLDER).display()))
}
