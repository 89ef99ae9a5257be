//! The figures that are kept: `sizes.toml` holds those of the last measuring, so that each commit has
//! its own and the next can be compared with them, on a fresh clone as well.

use std::{collections::BTreeMap, process::Command};

use anyhow::{Context as _, Result};

use crate::{
    process::capture,
    tree::{self, Tree},
};

const FILE: &str = "sizes.toml";

/// What stands above them.
const NOTE: &str = "# What one explorer makes a reader download, and what editors' pages load (configurator,\n\
                    # painter, pdf): bytes, and bytes after Brotli.\n\
                    # `cargo xtask size` writes this file and compares with the last commit's.\n";

/// Bytes, raw and after Brotli, by the row of the table.
pub(super) type Figures = BTreeMap<String, [u64; 2]>;

/// By the folder of a build.
pub(super) type Sizes = BTreeMap<String, Figures>;

/// Those of the last commit; none where it has none, or there is no commit.
pub(super) fn committed(tree: &Tree) -> Sizes {
    let mut git = Command::new("git");
    git.current_dir(tree.root()).args(["show", &format!("HEAD:./{FILE}")]);
    capture(&mut git).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
}

/// Those of the last measuring.
pub(super) fn read(tree: &Tree) -> Result<Sizes> {
    let file = tree.root().join(FILE);
    if !file.is_file() {
        return Ok(Sizes::new());
    }
    toml::from_str(&tree::read_text(&file)?)
        .with_context(|| format!("`{}` is not what was measured; remove it", file.display()))
}

/// Keeps them.
pub(super) fn write(tree: &Tree, sizes: &Sizes) -> Result<()> {
    let sizes = toml::to_string(sizes).context("figures are plain data")?;
    tree::write(&tree.root().join(FILE), format!("{NOTE}\n{sizes}").as_bytes())
}
