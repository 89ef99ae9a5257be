//! The tests of scripts that need no browser, through Node's own runner: `tests/scripts/*.test.mjs`,
//! and, of what `cargo xtask package` made, `tests/package/*.test.mjs` and `tests/frameworks/*.test.mjs`.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use crate::{
    process::{join, output},
    progress::noted,
    setup,
    test::{
        Extent, browser,
        tally::{Counts, Tally},
    },
    tree::{self, Tree},
};

/// By which tests find the folder of the archives; without it, they look at the last release.
pub(super) const PACKED: &str = "PROVISION_EXPLORER_PACKED";

/// Runs those that need no build, and counts each. A tree may have none.
pub(super) fn run(tree: &Tree, tally: &mut Tally) {
    run_in(tree, "tests/scripts", "script tests", &[], tally);
}

/// Runs those of the npm package, which has to be there, with the checkers of templates.
pub(super) fn run_packaged(tree: &Tree, extent: Extent, tally: &mut Tally) {
    let checkers = setup::node_packages_of(&tree.root().join("tests/package/templates"));
    if tally.check("npm packages of the templates", checkers) {
        let packed = (PACKED, extent.packed(tree));
        run_in(tree, "tests/package", "package tests", &[packed], tally);
    }
}

/// Runs those of the npm package in the frameworks' own tools, which come from npm's registry.
pub(super) fn run_frameworks(tree: &Tree, tally: &mut Tally) {
    if tally.check("hugo", browser::install_missing(&[("hugo", "/usr/bin/hugo")])) {
        run_in(tree, "tests/frameworks", "framework tests", &[], tally);
    }
}

fn run_in(
    tree: &Tree,
    folder: &str,
    layer: &'static str,
    env: &[(&str, PathBuf)],
    tally: &mut Tally,
) {
    let Some(files) = tally.keep(layer, files(tree, folder)) else { return };
    if files.is_empty() {
        return println!("{layer}: there are none");
    }
    let outcome = noted(layer, || {
        let mut runner = Command::new("node");
        runner.current_dir(tree.root()).args(["--test", "--test-reporter=tap"]).args(&files);
        runner.envs(env.iter().map(|(name, value)| (name, value)));
        let run = output(&mut runner)?;
        let stdout = String::from_utf8_lossy(&run.stdout).into_owned();
        let mut counts = count(&stdout);
        if !run.status.success() {
            counts.failed = counts.failed.max(1);
        }
        let note = format!("{} passed, {} failed", counts.passed, counts.failed);
        Ok(((counts, join(&stdout, &String::from_utf8_lossy(&run.stderr))), note))
    });
    let Some((counts, text)) = tally.keep(layer, outcome) else { return };
    tally.add(layer, counts);
    if counts.failed > 0 {
        println!("{text}");
        tally.recall(layer, failed(&text));
    }
}

fn files(tree: &Tree, folder: &str) -> Result<Vec<PathBuf>> {
    let folder = tree.root().join(folder);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = tree::list(&folder)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    Ok(files)
}

/// The counts that stand at the end of a report.
fn count(report: &str) -> Counts {
    let mut counts = Counts::default();
    for line in report.lines().filter_map(|line| line.strip_prefix("# ")) {
        match line.split_once(' ').map(|(what, number)| (what, number.parse::<u64>())) {
            Some(("pass", Ok(number))) => counts.passed = number,
            Some(("fail" | "cancelled", Ok(number))) => counts.failed += number,
            Some(("skipped" | "todo", Ok(number))) => counts.skipped += number,
            _ => {}
        }
    }
    counts
}

/// The lines that name the tests that failed.
fn failed(report: &str) -> String {
    let lines = report.lines().map(str::trim_start).filter(|line| line.starts_with("not ok "));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "TAP version 13\n# Subtest: reads\n    not ok 1 - a quote\nnot ok 1 - reads\n\
        1..1\n# tests 5\n# suites 1\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 90\n";

    #[test]
    fn a_report_gives_counts_and_the_names_of_what_failed() {
        assert_eq!(count(REPORT), Counts { passed: 2, failed: 2, skipped: 1 });
        assert_eq!(failed(REPORT), "not ok 1 - a quote\nnot ok 1 - reads");
    }
}
