//! The licence and source check of everything that Cargo brings in, without the network.
//!
//! What is allowed stands in `deny.toml`, which cargo-deny reads as well: it takes minutes to install
//! and looks further, so it runs before a release (`deny`). Here, sources are checked for every package that
//! Cargo.lock names; licences for those that are compiled here, for this machine (tools and tests)
//! or for wasm32 (what readers get), because only their manifests are at hand.
//! Of npm's packages those are shipped that `dependencies` of `package.json` names, and their licences
//! are checked as well. The others are tools.

use std::{path::PathBuf, process::Command};

use anyhow::{Context as _, Result, bail};
use cargo_metadata::Package;
use serde::Deserialize;
use spdx::{Expression, ParseMode};

use crate::{
    build,
    lock::{self, Locked},
    npm,
    process::{self, capture},
    setup::WASM,
    tree::{self, Tree},
};

const ALLOW_LIST: &str = "deny.toml";

/// cargo-deny's configuration, as far as it is read here.
#[derive(Deserialize)]
struct Configuration {
    licenses: Allowed,
}

/// What may be used.
#[derive(Deserialize)]
struct Allowed {
    /// SPDX identifiers that any package may have.
    allow: Vec<String>,
    /// Packages that may have one more.
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    package: String,
    allow: Vec<String>,
}

/// cargo-deny, of the version that is pinned here, in a folder that no commit has.
pub(crate) struct Deny<'t> {
    tree: &'t Tree,
    program: PathBuf,
}

/// What is installed.
const DENY: &str = "cargo-deny@0.20.2";

impl<'t> Deny<'t> {
    /// Installs it where it isn't there yet, which takes minutes.
    pub(crate) fn install(tree: &'t Tree) -> Result<Self> {
        let root = build::target_folder(tree)?.join("tools").join(DENY);
        let program = root.join("bin/cargo-deny");
        if !program.is_file() {
            let mut cargo = process::cargo(tree);
            cargo.args(["install", "--quiet", "--locked", DENY, "--root"]).arg(root);
            capture(&mut cargo).with_context(|| format!("`{DENY}` cannot be installed"))?;
        }
        Ok(Self { tree, program })
    }

    /// Has it look at licences, sources and versions.
    pub(crate) fn check(&self) -> Result<()> {
        self.looks_at(&["licenses", "bans", "sources"])
    }

    /// Has it look for advisories; says whether their database was in reach.
    pub(crate) fn advisories(&self) -> Result<bool> {
        match self.looks_at(&["advisories"]) {
            Err(error) if error.to_string().contains("failed to fetch advisory database") => {
                Ok(false)
            }
            result => result.map(|()| true),
        }
    }

    fn looks_at(&self, what: &[&str]) -> Result<()> {
        let mut deny = Command::new(&self.program);
        deny.current_dir(self.tree.root()).args(["--workspace", "check"]).args(what);
        capture(&mut deny).map(drop)
    }
}

/// Checks licences and sources. Returns how much was checked.
pub(crate) fn check(tree: &Tree) -> Result<String> {
    let file = tree.root().join(ALLOW_LIST);
    let Configuration { licenses: allowed } = toml::from_str(&tree::read_text(&file)?)
        .with_context(|| format!("`{}` holds no list of licences", file.display()))?;
    let packages = compiled_packages(tree)?;
    let locked = lock::packages(tree)?;

    let mut problems: Vec<String> = locked.iter().filter_map(foreign).collect();
    problems.extend(packages.iter().filter_map(|package| allowed.problem(package)));
    let shipped = npm::shipped(tree)?;
    problems.extend(shipped.iter().filter_map(|it| {
        let refusal = allowed.refusal(&it.name, Some(&it.licence))?;
        Some(format!("npm package {} {}: {refusal}", it.name, it.version))
    }));
    let bench = npm::names(&tree::read_text(&tree.bench().join("package.json"))?)?;
    problems.extend(bench.iter().map(|name| {
        format!("npm package {name}: stands in `dependencies` of the bench, which ships nothing")
    }));
    if problems.is_empty() {
        let (licences, sources) = (packages.len() + shipped.len(), locked.len());
        return Ok(format!("{licences} licences, {sources} sources"));
    }
    bail!("licences and sources:\n{}", problems.join("\n"))
}

fn compiled_packages(tree: &Tree) -> Result<Vec<Package>> {
    let host = capture(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let list = |more: &[&str]| {
        let mut cargo = process::cargo(tree);
        cargo.args(["metadata", "--format-version=1"]).args(more);
        cargo.args(["--filter-platform", host.trim(), "--filter-platform", WASM]);
        capture(&mut cargo)
    };
    // What was just compiled is at hand; on a fresh machine some manifests may have to come first.
    let json = list(&["--offline"])
        .or_else(|_| list(&[]))
        .context("cargo cannot list the packages; `cargo fetch` brings what is missing")?;
    let metadata: cargo_metadata::Metadata =
        serde_json::from_str(&json).context("cargo's list of packages cannot be read")?;
    let used = metadata.resolve.context("cargo resolved no packages")?.nodes;
    let mut packages = metadata.packages;
    packages.retain(|package| used.iter().any(|node| node.id == package.id));
    Ok(packages)
}

fn foreign(package: &Locked) -> Option<String> {
    let source = package.source.as_ref().filter(|source| !source.is_crates_io())?;
    Some(format!(
        "{} {}: comes from `{source}`; only crates.io is allowed",
        package.name, package.version
    ))
}

impl Allowed {
    fn problem(&self, package: &Package) -> Option<String> {
        let (name, licence) = (package.name.as_str(), package.license.as_deref());
        self.refusal(name, licence).map(|refusal| format!("{name} {}: {refusal}", package.version))
    }

    fn refusal(&self, name: &str, licence: Option<&str>) -> Option<String> {
        let Some(licence) = licence else {
            return Some("states no licence; read its files, then choose another package".into());
        };
        // Old manifests write `MIT/Apache-2.0`.
        let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
            return Some(format!("`{licence}` is not an SPDX expression"));
        };
        let more = self.exceptions.iter().filter(|more| more.package == name);
        let more: Vec<_> = more.flat_map(|more| &more.allow).collect();
        let ok = expression.evaluate(|needed| {
            let needed = needed.to_string();
            self.allow.iter().chain(more.iter().copied()).any(|allowed| *allowed == needed)
        });
        (!ok).then(|| {
            format!(
                "`{licence}` is not allowed; if it may be, add it to `allow` in {ALLOW_LIST}, \
                 or to `exceptions` there with the reason"
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed() -> Allowed {
        toml::from_str(
            r#"
            allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
            exceptions = [{ crate = "unicode-ident", allow = ["Unicode-3.0"] }]
            "#,
        )
        .unwrap()
    }

    #[test]
    fn one_allowed_alternative_is_enough() {
        assert_eq!(allowed().refusal("a", Some("MIT OR GPL-3.0-only")), None);
        assert_eq!(allowed().refusal("a", Some("MIT/Apache-2.0")), None);
        assert_eq!(allowed().refusal("a", Some("Apache-2.0 WITH LLVM-exception")), None);
    }

    #[test]
    fn each_joined_licence_must_be_allowed() {
        let refusal = allowed().refusal("a", Some("MIT AND GPL-3.0-only")).unwrap();
        assert_eq!(
            refusal,
            "`MIT AND GPL-3.0-only` is not allowed; if it may be, add it to `allow` in \
             deny.toml, or to `exceptions` there with the reason"
        );
    }

    #[test]
    fn an_exception_holds_for_its_package_alone() {
        assert_eq!(allowed().refusal("unicode-ident", Some("MIT AND Unicode-3.0")), None);
        assert!(allowed().refusal("other", Some("MIT AND Unicode-3.0")).is_some());
    }

    #[test]
    fn no_licence_and_no_sense_are_both_refused() {
        assert!(allowed().refusal("a", None).is_some());
        assert!(allowed().refusal("a", Some("ask me")).is_some());
    }

    #[test]
    fn packages_from_elsewhere_are_named_with_their_source() {
        let locked = lock::read(
            r#"
            [[package]]
            name = "ours"
            version = "0.1.0"
            [[package]]
            name = "theirs"
            version = "1.0.0"
            source = "git+https://example.org/theirs#abc"
            "#,
        )
        .unwrap();
        let problems: Vec<_> = locked.iter().filter_map(foreign).collect();
        assert_eq!(
            problems,
            [
                "theirs 1.0.0: comes from `git+https://example.org/theirs#abc`; only crates.io is allowed"
            ]
        );
    }
}
