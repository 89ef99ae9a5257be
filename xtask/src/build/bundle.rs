//! Scripts and styles: esbuild joins and minifies them, and content hashes name them.
//!
//! The hand-written scripts use names that are given here: the modules `glue` (from wasm-bindgen)
//! and `styles` (the style sheet's text), and the identifiers of `definitions`.

use std::{ffi::OsString, path::Path};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::{
    build::{Mode, Workshop, wasm::Module},
    process::{self, capture},
    tree::{self, DEFAULT_DATASET, LOADER, Tree},
};

/// What language the scripts may use; the style sheet's nesting is left to the browser.
const TARGET: &str = "--target=es2022";

/// Writes the loader and its two hashed assets.
pub(super) fn build(tree: &Tree, shop: &Workshop, module: &Module, mode: Mode) -> Result<()> {
    let styles = shop.work.join("styles.css");
    esbuild(tree, mode, &tree.root().join("src/styles/index.css"), &styles, &[])?;

    let widget = shop.work.join("widget.js");
    let aliases = [
        option("--alias:glue=", &module.glue),
        option("--alias:styles=", &styles),
        "--loader:.css=text".into(),
        "--format=esm".into(),
        TARGET.into(),
    ];
    esbuild(tree, mode, &tree.www().join("widget.js"), &widget, &aliases)?;

    let widget = publish_hashed(&widget, "js", &shop.dist)?;
    let wasm = publish_hashed(&module.wasm, "wasm", &shop.dist)?;

    let mut options = definitions(&widget, &wasm);
    options.extend(["--format=esm".into(), TARGET.into()]);
    esbuild(tree, mode, &tree.www().join(LOADER), &shop.dist.join(LOADER), &options)
}

/// What the loader knows of the other files: addresses relative to its own.
fn definitions(widget: &str, wasm: &str) -> Vec<OsString> {
    [
        ("WIDGET_MODULE", format!("./{widget}")),
        ("WIDGET_WASM", format!("./{wasm}")),
        ("DEFAULT_DATASET", format!("./{DEFAULT_DATASET}")),
    ]
    .map(|(name, value)| OsString::from(format!("--define:{name}={}", serde_json::json!(value))))
    .into()
}

fn esbuild(tree: &Tree, mode: Mode, from: &Path, to: &Path, options: &[OsString]) -> Result<()> {
    let mut esbuild = process::node_program(tree, "esbuild");
    esbuild
        .arg(from)
        .args(["--bundle", "--charset=utf8", "--log-level=warning", "--color=false"])
        .arg(option("--outfile=", to))
        .args(options);
    if mode == Mode::Release {
        esbuild.arg("--minify");
    }
    capture(&mut esbuild).map(drop).with_context(|| format!("cannot bundle `{}`", from.display()))
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// Copies a file to `assets/` under a name that changes with its content, so that it may be cached
/// for ever. Returns its path within `dist/`.
fn publish_hashed(file: &Path, extension: &str, dist: &Path) -> Result<String> {
    let bytes = tree::read(file)?;
    let name = format!("assets/widget-{}.{extension}", hash(&bytes));
    tree::write(&dist.join(&name), &bytes)?;
    Ok(name)
}

/// The first ten hexadecimal digits of the SHA-256.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let number = digest.iter().take(5).fold(0, |number, &byte| (number << 8) | u64::from(byte));
    format!("{number:010x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_ten_digits_of_the_contents_hash() {
        assert_eq!(hash(b""), "e3b0c44298");
    }

    #[test]
    fn the_loader_learns_addresses_relative_to_its_own() {
        let definitions = definitions("assets/widget-1.js", "assets/widget-2.wasm");
        assert_eq!(definitions[0], r#"--define:WIDGET_MODULE="./assets/widget-1.js""#);
        assert_eq!(definitions[1], r#"--define:WIDGET_WASM="./assets/widget-2.wasm""#);
    }
}
