//! `cargo xtask test`: everything that CI runs, to the end; with `--all` what a release wants as well.
//!
//! A step that fails does not stop those that can still tell something, and steps that wait for
//! nothing of each other run side by side. `part` holds what `--only` runs alone, `checks` the steps
//! that pass or fail as one, `host`, `scripts` and `browser` those that count tests, `again` the second
//! release, `tally` the counting, `record` what a full run leaves behind. The last line printed is the
//! count.

mod again;
mod browser;
mod checks;
mod debian;
mod host;
mod part;
mod record;
mod scripts;
mod tally;

use std::{path::PathBuf, process::ExitCode, time::Instant};

pub(crate) use crate::test::part::Part;
use crate::{
    build,
    mode::Mode,
    progress::{duration, side_by_side},
    setup,
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

    /// Where what is packed is written, for tests to find it.
    fn packed(self, tree: &Tree) -> PathBuf {
        if self == Self::All { tree.release() } else { tree.trial() }
    }
}

/// Runs all steps of an extent.
pub(crate) fn run(tree: &Tree, extent: Extent) -> ExitCode {
    counted(|start, tally| {
        prepare(tree, tally);
        let beside = || {
            let mut tally = Tally::default();
            for part in Part::of_sources(extent) {
                part.run(tree, extent, &mut tally);
            }
            tally
        };
        let (beside, (built, ready)) = side_by_side(beside, || build_all(tree, extent));
        tally.join(beside);
        tally.join(built);
        for part in Part::of_build(extent) {
            if ready {
                part.run(tree, extent, tally);
            } else {
                tally.skip(part.name(), "there is no build");
            }
        }
        if extent == Extent::NoBrowser {
            println!("browser tests: left out, as asked");
        }
        if extent == Extent::All {
            tally.check("record", record::write(tree, start.elapsed(), tally));
        }
    })
}

/// Runs some parts of an extent, on what the last builds left.
pub(crate) fn run_some(tree: &Tree, extent: Extent, parts: &[Part]) -> ExitCode {
    counted(|_, tally| {
        prepare(tree, tally);
        for part in parts {
            part.run(tree, extent, tally);
        }
    })
}

/// Runs what counts, and tells the count.
fn counted(work: impl FnOnce(Instant, &mut Tally)) -> ExitCode {
    let start = Instant::now();
    let mut tally = Tally::default();
    work(start, &mut tally);
    tally.report(&duration(start.elapsed()));
    if tally.passed_all() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn prepare(tree: &Tree, tally: &mut Tally) {
    tally.check("wasm32 target", setup::wasm_target(tree));
    tally.check("npm packages", setup::node_packages(tree));
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
