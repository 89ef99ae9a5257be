//! Whether a build follows from the tree and the pinned tools alone: the same files, built once more in
//! another folder with nothing left over from before, come out the same to the byte.

use std::{collections::BTreeMap, env, path::Path, process};

use anyhow::{Result, ensure};

use crate::{
    build::manifest::{Entry, Manifest},
    mode::Mode,
    process::{capture, cargo},
    progress::noted,
    tree::{self, Tree},
};

/// Builds again elsewhere and holds the result against what stands in `dist/`.
pub(super) fn check(tree: &Tree) -> Result<()> {
    let elsewhere = env::temp_dir().join(format!("provision-explorer-again-{}", process::id()));
    let result = noted("building once more elsewhere", || {
        copy(tree, &elsewhere)?;
        let mut build = cargo(&Tree::at(&elsewhere));
        build.args(["xtask", "build"]).env("CARGO_TARGET_DIR", elsewhere.join("another/target"));
        // Its own, and not that of the tree which this program was built from.
        capture(build.env_remove("CARGO_MANIFEST_DIR"))?;
        compare(&tree.dist(), &Tree::at(&elsewhere).dist()).map(|note| ((), note))
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

/// Names each file that differs.
fn compare(one: &Path, other: &Path) -> Result<String> {
    let [one, other] = [Manifest::of(one, Mode::Dev)?, Manifest::of(other, Mode::Dev)?];
    let [first, second] = [&one.files, &other.files];
    let all = first.keys().chain(second.keys().filter(|it| !first.contains_key(*it)));
    let differ = |it: &&String| integrity(first, it) != integrity(second, it);
    let different: Vec<_> = all.filter(differ).map(String::as_str).collect();
    ensure!(different.is_empty(), "built twice, these differ: {}", different.join(", "));
    Ok(format!("{} files, the same to the byte", first.len()))
}

fn integrity<'a>(files: &'a BTreeMap<String, Entry>, name: &str) -> Option<&'a str> {
    files.get(name).map(|entry| entry.integrity.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_between_two_builds_is_named() {
        let folder = env::temp_dir().join(format!("provision-explorer-compare-{}", process::id()));
        let [one, other] = ["one", "other"].map(|it| folder.join(it));
        for (file, bytes) in [("same.js", "a"), ("other.js", "a")] {
            tree::write(&one.join(file), bytes.as_bytes()).unwrap();
        }
        for (file, bytes) in [("same.js", "a"), ("other.js", "b"), ("more.js", "")] {
            tree::write(&other.join(file), bytes.as_bytes()).unwrap();
        }
        let error = compare(&one, &other).unwrap_err().to_string();
        assert_eq!(error, "built twice, these differ: other.js, more.js");
        assert_eq!(compare(&one, &one).unwrap(), "2 files, the same to the byte");
        tree::remove_folder(&folder).unwrap();
    }
}
