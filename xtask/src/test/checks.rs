//! Steps that pass or fail as one: format, lints, spelling, merges.

use std::process::{Command, Output};

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

/// That no file holds both sides of a merge which nobody has decided.
pub(super) fn merged(tree: &Tree) -> Result<()> {
    let mut git = Command::new("git");
    let marks = ["-nE", "^(<{7}|>{7}) "];
    git.current_dir(tree.root()).args(["grep", "--no-index", "--exclude-standard"]).args(marks);
    // It ends with 1 where it finds nothing.
    let Output { stdout, stderr, .. } = process::output(&mut git)?;
    let found = process::join(&String::from_utf8_lossy(&stdout), &String::from_utf8_lossy(&stderr));
    if !found.is_empty() {
        bail!("left over from a merge; choose one side, or put both together:\n{found}");
    }
    Ok(())
}

/// A list that must not be empty.
pub(super) fn some<T>(list: Result<Vec<T>>, empty: &str) -> Result<Vec<T>> {
    let list = list?;
    if list.is_empty() {
        bail!("{empty}");
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;
    use crate::tree;

    #[test]
    fn what_a_merge_left_over_is_found_and_an_underlined_heading_is_none() -> Result<()> {
        let folder = env::temp_dir().join(format!("provision-explorer-merges-{}", process::id()));
        let (tree, page) = (Tree::at(&folder), folder.join("page.md"));
        tree::write(&page, b"A heading\n=======\n\n>>> a quotation\n")?;
        merged(&tree)?;
        let (ours, theirs) = ("<".repeat(7), ">".repeat(7));
        let both = format!("{ours} HEAD\none\n=======\nother\n{theirs} 1a2b3c4 (words)\n");
        tree::write(&page, both.as_bytes())?;
        let refusal = merged(&tree).expect_err("both sides stand there").to_string();
        assert!(refusal.contains("page.md:1:") && refusal.contains("page.md:5:"), "{refusal}");
        tree::remove_folder(&folder)
    }
}
