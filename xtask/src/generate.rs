//! `cargo xtask generate`: writes what other languages repeat of the public contract, from
//! `crates/contract`. What is stale, `tests/contract.rs` says.

use std::fs;

use anyhow::{Result, anyhow};
use contract::generate::{Extent, Generated, NoRegion, all};
use provision_explorer::Language;

use crate::tree::{self, Tree};

/// Renews every generated file and region, and says which changed.
pub(crate) fn run(tree: &Tree) -> Result<String> {
    let mut changed = String::new();
    for generated in all(&Language::described()) {
        if renew(tree, &generated)? {
            changed.extend([generated.path, "\n"]);
        }
    }
    Ok(if changed.is_empty() { "all generated files are up to date\n".into() } else { changed })
}

/// Renews a file or a region of one, and says whether it was another.
pub(crate) fn renew(tree: &Tree, generated: &Generated) -> Result<bool> {
    let file = tree.root().join(generated.path);
    let now = match generated.extent {
        Extent::Whole => fs::read_to_string(&file).unwrap_or_default(),
        Extent::Region(_) => tree::read_text(&file)?,
    };
    let renewed = generated.apply(&now).map_err(|NoRegion(name)| {
        anyhow!("`{}` lacks the marks of the region `{name}`", generated.path)
    })?;
    if renewed != now {
        tree::write(&file, renewed.as_bytes())?;
    }
    Ok(renewed != now)
}
