//! Which packages are part of the modules: what Cargo would link for wasm32 of each of them. Macros run
//! while these are built and stay outside.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use cargo_metadata::{DependencyKind, Metadata, NodeDep, Package, PackageId};

use crate::{
    lock,
    process::{self, capture},
    setup::WASM,
    tree::Tree,
};

/// The packages that become modules.
const ROOTS: [&str; 5] = ["provision-explorer", "compiler", "configurator", "newsroom", "painter"];

/// A package inside, and what it needs there.
pub(super) struct Inside {
    /// As Cargo knows it.
    pub(super) package: Package,
    /// SHA-256 of what was fetched; none for our own.
    pub(super) checksum: Option<String>,
    /// What it needs of the others, as places in the list.
    pub(super) needs: Vec<usize>,
}

impl Inside {
    /// Whether it is somebody else's.
    pub(super) fn is_foreign(&self) -> bool {
        self.package.source.is_some()
    }
}

/// A package's name and version.
type Key = (String, String);

/// All of them, in the order of their names and versions.
pub(super) fn packages(tree: &Tree) -> Result<Vec<Inside>> {
    let linked = linked(tree)?;
    let metadata = metadata(tree)?;
    let mut packages = metadata.packages;
    packages.retain(|it| linked.contains(&key(it)));
    packages.sort_by_key(key);
    let places: BTreeMap<_, _> =
        packages.iter().enumerate().map(|(place, it)| (it.id.clone(), place)).collect();
    let nodes = metadata.resolve.context("cargo resolved no packages")?.nodes;
    let mut needs: BTreeMap<_, _> =
        nodes.into_iter().map(|node| (node.id, needs(&node.deps, &places))).collect();
    let checksums = checksums(tree)?;
    let inside = packages.into_iter().map(|package| Inside {
        checksum: checksums.get(&key(&package)).cloned(),
        needs: needs.remove(&package.id).unwrap_or_default(),
        package,
    });
    Ok(inside.collect())
}

fn key(package: &Package) -> Key {
    (package.name.to_string(), package.version.to_string())
}

/// Cargo's own answer for each module, because what the tools around it ask for is not in it.
fn linked(tree: &Tree) -> Result<BTreeSet<Key>> {
    let mut linked = BTreeSet::new();
    for root in ROOTS {
        let mut cargo = process::cargo(tree);
        cargo.args(["tree", "--locked", "--package", root, "--target", WASM]);
        cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
        let list = capture(&mut cargo).context("cargo cannot list what is linked")?;
        // `name v1.2.3 (/folder)`
        let names = list.lines().filter_map(|line| line.split_once(" v"));
        linked.extend(names.map(|(name, rest)| {
            let version = rest.split_whitespace().next().unwrap_or_default();
            (name.to_owned(), version.to_owned())
        }));
    }
    Ok(linked)
}

fn metadata(tree: &Tree) -> Result<Metadata> {
    let mut cargo = process::cargo(tree);
    cargo.args(["metadata", "--format-version=1", "--locked", "--filter-platform", WASM]);
    let json = capture(&mut cargo).context("cargo cannot list the packages")?;
    serde_json::from_str(&json).context("cargo's list of packages cannot be read")
}

/// The places of what is needed while it runs.
fn needs(dependencies: &[NodeDep], places: &BTreeMap<PackageId, usize>) -> Vec<usize> {
    let normal = |it: &&NodeDep| it.dep_kinds.iter().any(|it| it.kind == DependencyKind::Normal);
    let mut needs: Vec<_> =
        dependencies.iter().filter(normal).filter_map(|it| places.get(&it.pkg).copied()).collect();
    needs.sort_unstable();
    needs
}

/// By name and version.
fn checksums(tree: &Tree) -> Result<BTreeMap<Key, String>> {
    let locked = lock::packages(tree)?.into_iter();
    Ok(locked.filter_map(|it| Some(((it.name, it.version), it.checksum?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_inside_and_what_only_builds_or_tests_is_not() {
        let inside = packages(&Tree::here().unwrap()).unwrap();
        let has = |name: &str| inside.iter().any(|it| it.package.name == name);
        for name in ["provision-explorer", "dataset", "yew", "wasm-bindgen", "serde", "talc", "zip"]
        {
            assert!(has(name), "{name}");
        }
        for name in ["xtask", "serde_derive", "proptest", "ammonia", "axum", "walrus"] {
            assert!(!has(name), "{name}");
        }
        for it in &inside {
            assert_eq!(it.is_foreign(), it.checksum.is_some(), "{}", it.package.name);
        }
    }
}
