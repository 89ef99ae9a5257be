//! Whether a release follows from the tree and the pinned tools alone: made once more in another folder
//! with nothing left over from before, its site and its archives come out the same to the byte.

use std::{collections::BTreeMap, env, path::Path, process};

use anyhow::{Context as _, Result, ensure};

use crate::{
    build::manifest::Manifest,
    mode::Mode,
    process::{capture, cargo},
    progress::noted,
    release,
    tree::{self, Tree},
};

/// Makes a release elsewhere and holds it against what stands in `dist/` and `dist-release/`.
pub(super) fn check(tree: &Tree) -> Result<()> {
    let first = digests(tree).context("there is no release to compare; `cargo xtask release`")?;
    let elsewhere = env::temp_dir().join(format!("provision-explorer-again-{}", process::id()));
    let result = noted("releasing once more elsewhere", || {
        copy(tree, &elsewhere)?;
        let mut again = cargo(&Tree::at(&elsewhere));
        again.args(["xtask", "release"]).env("CARGO_TARGET_DIR", elsewhere.join("another/target"));
        // Its own, and not that of the tree which this program was built from.
        capture(again.env_remove("CARGO_MANIFEST_DIR"))?;
        compare(&first, &digests(&Tree::at(&elsewhere))?).map(|note| ((), note))
    });
    tree::remove_folder(&elsewhere)?;
    result
}

/// Copies what a checkout of the tree as it stands would have.
fn copy(tree: &Tree, to: &Path) -> Result<()> {
    let mut git = std::process::Command::new("git");
    git.current_dir(tree.root()).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    for file in capture(&mut git)?.split_terminator('\0') {
        let from = tree.root().join(file);
        // What was removed and not yet committed is listed as well.
        if from.is_file() {
            tree::write(&to.join(file), &tree::read(&from)?)?;
        }
    }
    Ok(())
}

/// What tells one release from another: a digest of each file of the site and of each archive.
type Digests = BTreeMap<String, String>;

fn digests(tree: &Tree) -> Result<Digests> {
    let site = Manifest::of(&tree.dist(), Mode::Dev)?.files;
    let site = site.into_iter().map(|(name, entry)| (format!("dist/{name}"), entry.integrity));
    Ok(site.chain(release::sums(tree)?).collect())
}

/// Names each file that differs.
fn compare(first: &Digests, second: &Digests) -> Result<String> {
    let all = first.keys().chain(second.keys().filter(|it| !first.contains_key(*it)));
    let different: Vec<_> =
        all.filter(|it| first.get(*it) != second.get(*it)).map(String::as_str).collect();
    ensure!(different.is_empty(), "built twice, these differ: {}", different.join(", "));
    Ok(format!("{} files and archives, the same to the byte", first.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_between_two_releases_is_named() {
        let release = |files: &[(&str, &str)]| -> Digests {
            files.iter().map(|(name, sum)| ((*name).to_owned(), (*sum).to_owned())).collect()
        };
        let one =
            release(&[("dist/same.js", "a"), ("dist/other.js", "a"), ("dist-release/a.zip", "a")]);
        let other =
            release(&[("dist/same.js", "a"), ("dist/other.js", "b"), ("dist/more.js", "a")]);
        let error = compare(&one, &other).unwrap_err().to_string();
        assert_eq!(
            error,
            "built twice, these differ: dist-release/a.zip, dist/other.js, dist/more.js"
        );
        assert_eq!(compare(&one, &one).unwrap(), "3 files and archives, the same to the byte");
    }
}
