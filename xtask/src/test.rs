//! `cargo xtask test`: everything that CI runs, to the end; with `--all` what a release wants as well.
//!
//! A step that fails does not stop those that can still tell something, and steps that wait for
//! nothing of each other run side by side. `checks` holds the steps that pass or fail as one, `host`,
//! `scripts` and `browser` those that count tests, `tally` the counting, `record` what a full run
//! leaves behind. The last line printed is the count.

mod again;
mod browser;
mod checks;
mod host;
mod record;
mod scripts;
mod tally;
mod wordpress;

use std::{path::PathBuf, process::ExitCode, time::Instant};

use newsroom::data;

use crate::{
    build, licences,
    mode::Mode,
    package,
    progress::{duration, noted, side_by_side},
    release, setup, size,
    test::tally::Tally,
    tree::Tree,
};

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All but what wants a browser.
    NoBrowser,
    /// What runs before each change.
    Usual,
    /// What runs before each release: the smallest build, every engine's every test, what takes long.
    All,
}

impl Extent {
    fn builds(self) -> &'static [Mode] {
        match self {
            Self::NoBrowser | Self::Usual => &[Mode::Release],
            Self::All => &[Mode::Release, Mode::Smallest],
        }
    }
}

/// Runs all steps of an extent.
pub(crate) fn run(tree: &Tree, extent: Extent) -> ExitCode {
    let start = Instant::now();
    let mut tally = Tally::default();
    tally.check("wasm32 target", setup::wasm_target(tree));
    tally.check("npm packages", setup::node_packages(tree));
    let (beside, built) = side_by_side(|| check_sources(tree), || build_all(tree, extent));
    let (built, ready) = built;
    tally.join(beside);
    tally.join(built);
    if ready {
        let sizes = noted("size budget", || {
            size::check(tree, extent.builds()).map(|table| (table, String::new()))
        });
        if let Ok(table) = &sizes {
            print!("{table}");
        }
        tally.check("size budget", sizes);
        package_all(tree, extent, &mut tally);
    } else {
        tally.skip("size budget", "there is no build");
    }
    match extent {
        Extent::NoBrowser => println!("browser tests: left out, as asked"),
        _ if ready => browser::run(tree, extent, &mut tally),
        _ => tally.skip("browser tests", "there is no build"),
    }
    if extent == Extent::All {
        if ready {
            tally.check("built twice", again::check(tree));
        }
        let denied = noted("cargo deny", || licences::deny(tree).map(|note| ((), note)));
        tally.check("cargo deny", denied);
        tally.check("record", record::write(tree, start.elapsed(), &tally));
    }
    tally.report(&duration(start.elapsed()));
    if tally.passed_all() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Packages what was built, and tries that.
fn package_all(tree: &Tree, extent: Extent, tally: &mut Tally) {
    let release = |tarball: PathBuf| release::write(tree, Mode::Release, &tarball);
    if !tally.check("npm package and release", package::run(tree, Mode::Dev).and_then(release)) {
        return;
    }
    // Browsers' tests, which open the plugin's archive, come after this.
    if !tally.check("unzip", browser::install_missing(&browser::UNZIP)) {
        return;
    }
    scripts::run_packaged(tree, tally);
    if extent == Extent::All {
        scripts::run_frameworks(tree, tally);
    }
}

fn build_all(tree: &Tree, extent: Extent) -> (Tally, bool) {
    let mut tally = Tally::default();
    let mut ready = true;
    for &mode in extent.builds() {
        let step = if mode == Mode::Smallest { "smallest build" } else { "build" };
        ready &= tally.check(step, build::run(tree, mode));
    }
    (tally, ready)
}

fn check_sources(tree: &Tree) -> Tally {
    let mut tally = Tally::default();
    let quiet = |what, work: &dyn Fn() -> anyhow::Result<()>| {
        noted(what, || work().map(|()| ((), String::new())))
    };
    tally.check("rustfmt", quiet("rustfmt", &|| checks::format(tree)));
    tally.check("clippy", quiet("clippy", &|| checks::lint(tree)));
    tally.check("clippy for wasm32", quiet("clippy for wasm32", &|| checks::lint_widget(tree)));
    tally.check("spelling", quiet("spelling", &|| checks::spell(tree)));
    tally.check("licences", noted("licences", || licences::check(tree).map(|note| ((), note))));
    host::run(tree, &mut tally);
    scripts::run(tree, &mut tally);
    check_data(tree, &mut tally);
    tally
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
