//! The parts of a run: what each looks at, under the name by which `--only` runs it alone.

use anyhow::Result;
use clap::ValueEnum;
use newsroom::data;

use crate::{
    licences::{self, Deny},
    mode::Mode,
    package,
    progress::{noted, step},
    release, size,
    test::{Extent, again, browser, checks, host, scripts, tally::Tally},
    tree::Tree,
};

/// A part of a run. Those that look at a build look at the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Format, lints, spelling, merges, licences
    Checks,
    /// The tests that run on this machine, by nextest or cargo
    Host,
    /// The tests of scripts that want no browser
    Scripts,
    /// The datasets, against their sources' texts
    Data,
    /// What readers download, against the budget
    Size,
    /// The npm package and a release: packed and tried
    Package,
    /// The npm package in the frameworks' own tools, of `examples/`
    Frameworks,
    /// The tests that drive the build in browsers
    Browser,
    /// Whether a second release, made in another folder, is that of dist-release/ to the byte
    Twice,
    /// cargo-deny, with the database of advisories where that is in reach
    Deny,
}

impl Part {
    /// Those of an extent that look at no build, and run beside it.
    pub(super) fn of_sources(extent: Extent) -> &'static [Self] {
        match extent {
            Extent::NoBrowser | Extent::Usual => {
                &[Self::Checks, Self::Host, Self::Scripts, Self::Data]
            }
            Extent::All => &[Self::Checks, Self::Host, Self::Scripts, Self::Data, Self::Deny],
        }
    }

    /// Those of an extent that look at a build.
    pub(super) fn of_build(extent: Extent) -> &'static [Self] {
        match extent {
            Extent::NoBrowser => &[Self::Size, Self::Package],
            // Browsers' tests open archives of the release.
            Extent::Usual => &[Self::Size, Self::Package, Self::Browser],
            Extent::All => {
                &[Self::Size, Self::Package, Self::Frameworks, Self::Browser, Self::Twice]
            }
        }
    }

    /// What a person calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Checks => "checks of the sources",
            Self::Host => "host tests",
            Self::Scripts => "script tests",
            Self::Data => "datasets",
            Self::Size => "size budget",
            Self::Package => "package tests",
            Self::Frameworks => "framework tests",
            Self::Browser => "browser tests",
            Self::Twice => "built twice",
            Self::Deny => "cargo deny",
        }
    }

    /// Runs it to its end and counts.
    pub(super) fn run(self, tree: &Tree, extent: Extent, tally: &mut Tally) {
        match self {
            Self::Checks => check_sources(tree, tally),
            Self::Host => host::run(tree, tally),
            Self::Scripts => scripts::run(tree, tally),
            Self::Data => check_data(tree, tally),
            Self::Size => check_sizes(tree, extent, tally),
            Self::Package => package(tree, extent, tally),
            Self::Frameworks => scripts::run_frameworks(tree, tally),
            Self::Browser => browser::run(tree, extent, tally),
            Self::Twice => drop(tally.check(self.name(), again::check(tree))),
            Self::Deny => deny(tree, tally),
        }
    }
}

fn check_sources(tree: &Tree, tally: &mut Tally) {
    let quiet =
        |what, work: &dyn Fn() -> Result<()>| noted(what, || work().map(|()| ((), String::new())));
    tally.check("rustfmt", quiet("rustfmt", &|| checks::format(tree)));
    tally.check("clippy", quiet("clippy", &|| checks::lint(tree)));
    tally.check("clippy for wasm32", quiet("clippy for wasm32", &|| checks::lint_widget(tree)));
    tally.check("spelling", quiet("spelling", &|| checks::spell(tree)));
    tally.check("merges", quiet("merges", &|| checks::merged(tree)));
    tally.check("licences", noted("licences", || licences::check(tree).map(|note| ((), note))));
}

fn deny(tree: &Tree, tally: &mut Tally) {
    let installed = step("installing cargo-deny", || Deny::install(tree));
    let Some(deny) = tally.keep("cargo deny", installed) else { return };
    tally.check("cargo deny", step("cargo deny", || deny.check()));
    match step("advisories", || deny.advisories()) {
        Ok(false) => tally.skip("advisories", "their database is out of reach"),
        looked => drop(tally.check("advisories", looked)),
    }
}

fn check_data(tree: &Tree, tally: &mut Tally) {
    let shared = tree.sources();
    if shared.is_none() {
        println!("quotes not confirmed against sources: folder absent (../shared/sources)");
    }
    let datasets = checks::some(tree.datasets(), "`data/` holds no dataset");
    let Some(datasets) = tally.keep("datasets", datasets) else { return };
    for file in datasets {
        let name = format!("dataset {}", file.file_name().unwrap_or_default().display());
        let sources = data::beside(&file).or_else(|| shared.clone());
        let report =
            noted(&name, || data::check(&file, sources.as_deref(), false).map(|text| ((), text)));
        tally.check(&name, report);
    }
}

fn check_sizes(tree: &Tree, extent: Extent, tally: &mut Tally) {
    let sizes = noted("size budget", || {
        size::check(tree, extent.builds()).map(|table| (table, String::new()))
    });
    if let Ok(table) = &sizes {
        print!("{table}");
    }
    tally.check("size budget", sizes);
}

/// Packages what was built, and tries that. Before a release it is packed as for one.
fn package(tree: &Tree, extent: Extent, tally: &mut Tally) {
    let commands = if extent == Extent::All { Mode::Release } else { Mode::Dev };
    let packed = package::run(tree, commands)
        .and_then(|tarball| release::write(tree, Mode::Release, &tarball, &extent.packed(tree)));
    if tally.check("npm package and release", packed)
        && tally.check("unzip", browser::install_missing(&browser::UNZIP))
    {
        scripts::run_packaged(tree, extent, tally);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_run_once_before_a_release() {
        let run = [Part::of_sources(Extent::All), Part::of_build(Extent::All)].concat();
        let times = |part| run.iter().filter(|it| **it == part).count();
        assert!(Part::value_variants().iter().all(|it| times(*it) == 1), "{run:?}");
    }
}
