//! Steps that pass or fail as one: format, lints, spelling.

use anyhow::{Context as _, Result, bail};
use provision_explorer::Language;

use crate::{
    process::{self, capture},
    setup::WASM,
    tree::Tree,
};

const AS_ERRORS: [&str; 3] = ["--", "--deny", "warnings"];

/// rustfmt, changing nothing. It follows `mod`, so languages, which are found when the crate is
/// built, are named to it.
pub(super) fn format(tree: &Tree) -> Result<()> {
    let languages = Language::ALL.map(|it| format!("src/messages/{}.rs", it.tag));
    capture(process::cargo(tree).args(["fmt", "--all", "--", "--check"]).args(languages))
        .map(drop)
        .context("not formatted; `cargo fmt --all -- src/messages/*.rs` puts it right")
}

/// clippy on everything that runs on this machine.
pub(super) fn lint(tree: &Tree) -> Result<()> {
    let arguments = ["clippy", "--quiet", "--workspace", "--all-targets"];
    capture(process::cargo(tree).args(arguments).args(AS_ERRORS)).map(drop)
}

/// clippy on what is compiled for the browser alone.
pub(super) fn lint_widget(tree: &Tree) -> Result<()> {
    let arguments =
        ["clippy", "--quiet", "--package", "provision-explorer", "--lib", "--target", WASM];
    capture(process::cargo(tree).args(arguments).args(AS_ERRORS)).map(drop)
}

/// The spelling of code, words and data. The files and the dictionary stand in its configuration.
pub(super) fn spell(tree: &Tree) -> Result<()> {
    let mut cspell = process::node_program(tree, "cspell");
    cspell.args(["lint", "--no-progress", "--no-summary", "--no-color", "--unique"]);
    capture(&mut cspell)
        .map(drop)
        .context("spelling; a right word that is unknown belongs in .cspell/words.txt")
}

/// A list that must not be empty.
pub(super) fn some<T>(list: Result<Vec<T>>, empty: &str) -> Result<Vec<T>> {
    let list = list?;
    if list.is_empty() {
        bail!("{empty}");
    }
    Ok(list)
}
