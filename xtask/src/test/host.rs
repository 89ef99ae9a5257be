//! The tests that run on this machine: through cargo-nextest, which runs those of all crates side by
//! side, or through `cargo test` where that is not installed. It knows no examples in documentation,
//! which Cargo tests in both cases.

use anyhow::Result;

use crate::{
    process::{self, join, output},
    progress::noted,
    setup::has_program,
    test::tally::{Counts, Tally},
    tree::Tree,
};

const LAYER: &str = "host tests";

/// How tests are run, and what is said of the way.
struct Runner {
    name: &'static str,
    arguments: &'static [&'static str],
    /// Where it leaves out the examples in documentation, how they are run.
    examples: Option<&'static [&'static str]>,
}

const NEXTEST: Runner = Runner {
    name: "nextest",
    arguments: &[
        "nextest",
        "run",
        "--cargo-quiet",
        "--no-fail-fast",
        "--show-progress=none",
        "--status-level=fail",
        "--final-status-level=fail",
        "--failure-output=immediate",
    ],
    examples: Some(&["test", "--quiet", "--no-fail-fast", "--doc"]),
};

const CARGO: Runner = Runner {
    name: "cargo test",
    arguments: &["test", "--quiet", "--no-fail-fast"],
    examples: None,
};

/// Tested together, Cargo would unite the features that both sides want of a package, and compile the
/// large ones behind these commands a second time. The twin's tests want its feature, and would be
/// passed over in silence without it.
const OTHERS: [&str; 5] =
    ["--workspace", "--exclude", "xtask", "--features", "provision-explorer/ssr"];
const COMMANDS: [&str; 2] = ["--package", "xtask"];

struct Outcome {
    success: bool,
    counts: Counts,
    text: String,
}

/// Runs them all and counts each.
pub(super) fn run(tree: &Tree, tally: &mut Tally) {
    let runner = if has_program("cargo-nextest") { NEXTEST } else { CARGO };
    let outcome = noted(LAYER, || {
        let outcome = test(tree, &runner)?;
        let Counts { passed, failed, .. } = outcome.counts;
        let note = format!("{passed} passed, {failed} failed, by {}", runner.name);
        Ok((outcome, note))
    });
    let Some(mut outcome) = tally.keep(LAYER, outcome) else { return };
    if !outcome.success {
        println!("{}", outcome.text);
        // A crate that does not compile has no test to fail.
        outcome.counts.failed = outcome.counts.failed.max(1);
        tally.recall(LAYER, recall(&outcome.text));
    }
    tally.add(LAYER, outcome.counts);
}

fn test(tree: &Tree, runner: &Runner) -> Result<Outcome> {
    let mut all = test_some(tree, runner.arguments, &OTHERS)?;
    if let Some(examples) = runner.examples {
        all = all.and(test_some(tree, examples, &OTHERS)?);
    }
    Ok(all.and(test_some(tree, runner.arguments, &COMMANDS)?))
}

fn test_some(tree: &Tree, how: &[&str], which: &[&str]) -> Result<Outcome> {
    let run = output(process::cargo(tree).args(how).args(which))?;
    let text = join(&String::from_utf8_lossy(&run.stdout), &String::from_utf8_lossy(&run.stderr));
    Ok(Outcome { success: run.status.success(), counts: count(&text), text })
}

impl Outcome {
    fn and(self, other: Self) -> Self {
        let mut counts = self.counts;
        counts += other.counts;
        let success = self.success && other.success;
        let failed = [self, other].into_iter().filter(|outcome| !outcome.success);
        let text = failed.map(|outcome| outcome.text).collect::<Vec<_>>().join("\n");
        Self { success, counts, text }
    }
}

/// What the runners printed of how tests ended, added up over all that they printed.
fn count(text: &str) -> Counts {
    let mut counts = Counts::default();
    let results = text.lines().filter_map(|line| {
        let by_cargo = line.strip_prefix("test result: ").and_then(|it| it.split_once(". "));
        Some(
            by_cargo
                .or_else(|| line.trim_start().strip_prefix("Summary [")?.split_once(" run: "))?
                .1,
        )
    });
    for part in results.flat_map(|result| result.split([';', ','])) {
        let mut words = part.split_whitespace();
        let Some(Ok(number)) = words.next().map(str::parse::<u64>) else { continue };
        match words.next() {
            Some("passed") => counts.passed += number,
            // A test can run out of time, or not start at all.
            Some("failed" | "timed" | "exec") => counts.failed += number,
            Some("ignored" | "skipped") => counts.skipped += number,
            _ => {}
        }
    }
    counts
}

/// The names of the tests that failed, or the compiler's errors.
fn recall(text: &str) -> String {
    let mut names: Vec<_> = text.lines().filter_map(failure).collect();
    names.sort_unstable();
    names.dedup();
    names.join("\n")
}

fn failure(line: &str) -> Option<&str> {
    let by_cargo = line.strip_prefix("---- ").map(|it| it.trim_end_matches(" stdout ----"));
    let by_nextest = || Some(line.trim_start().strip_prefix("FAIL [")?.split_once("] ")?.1);
    by_cargo.or_else(by_nextest).or_else(|| line.starts_with("error").then_some(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_CARGO: &str = "running 3 tests\n...\n---- ids::a_name stdout ----\npanicked\n\n\
        failures:\n    ids::a_name\n\n\
        test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s\n\n\
        test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";

    const BY_NEXTEST: &str = "    Starting 3 tests across 1 binary (1 test skipped)\n\
        \x20       FAIL [   0.082s] dataset ids::a_name\n  stdout ───\n\n    running 1 test\n\n\
        \x20   test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.08s\n\n\
        \x20    Summary [   0.083s] 7 tests run: 4 passed (1 leaky), 1 failed, 2 timed out, 1 skipped\n\
        \x20       FAIL [   0.082s] dataset ids::a_name\nerror: test run failed\n";

    #[test]
    fn results_of_several_binaries_add_up() {
        assert_eq!(count(BY_CARGO), Counts { passed: 7, failed: 2, skipped: 1 });
    }

    #[test]
    fn of_nextest_the_summary_counts_and_not_what_a_test_printed() {
        assert_eq!(count(BY_NEXTEST), Counts { passed: 4, failed: 3, skipped: 1 });
        let one = "     Summary [   0.083s] 1 test run: 1 passed, 0 skipped\n";
        assert_eq!(count(one), Counts { passed: 1, ..Counts::default() });
    }

    #[test]
    fn failed_tests_are_recalled_by_name() {
        assert_eq!(recall(BY_CARGO), "ids::a_name");
        assert_eq!(recall(BY_NEXTEST), "dataset ids::a_name\nerror: test run failed");
    }
}
