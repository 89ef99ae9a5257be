//! The tests that run on this machine, through `cargo test`.

use anyhow::Result;

use crate::{
    process::{self, join, output},
    progress::noted,
    test::tally::Tally,
    tree::Tree,
};

const STEP: &str = "host tests";

/// What libtest printed, added up over all its binaries.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
}

struct Outcome {
    success: bool,
    counts: Counts,
    text: String,
}

/// Runs them all and counts each.
pub(super) fn run(tree: &Tree, tally: &mut Tally) {
    let outcome = noted(STEP, || {
        let outcome = test(tree)?;
        let Counts { passed, failed, .. } = outcome.counts;
        let note = format!("{passed} passed, {failed} failed");
        Ok((outcome, note))
    });
    let Some(outcome) = tally.keep(STEP, outcome) else { return };
    tally.add(outcome.counts.passed, outcome.counts.ignored);
    if !outcome.success {
        println!("{}", outcome.text);
        // A crate that does not compile has no test to fail.
        tally.fail(STEP, outcome.counts.failed.max(1), recall(&outcome.text));
    }
}

fn test(tree: &Tree) -> Result<Outcome> {
    // Tested together, Cargo would unite the features that both sides want of a package, and
    // compile the large ones behind these commands a second time.
    // The twin's tests want its feature, and would be passed over in silence without it.
    let twin = ["--features", "provision-explorer/ssr"];
    let others = test_some(tree, &[&["--workspace", "--exclude", "xtask"], &twin[..]].concat())?;
    let commands = test_some(tree, &["--package", "xtask"])?;
    Ok(others.and(commands))
}

fn test_some(tree: &Tree, which: &[&str]) -> Result<Outcome> {
    let run = output(process::cargo(tree).args(["test", "--quiet", "--no-fail-fast"]).args(which))?;
    let stdout = String::from_utf8_lossy(&run.stdout);
    let stderr = String::from_utf8_lossy(&run.stderr);
    Ok(Outcome {
        success: run.status.success(),
        counts: count(&stdout),
        text: join(&stdout, &stderr),
    })
}

impl Outcome {
    fn and(self, other: Self) -> Self {
        Self {
            success: self.success && other.success,
            counts: Counts {
                passed: self.counts.passed + other.counts.passed,
                failed: self.counts.failed + other.counts.failed,
                ignored: self.counts.ignored + other.counts.ignored,
            },
            text: [self, other]
                .into_iter()
                .filter(|outcome| !outcome.success)
                .map(|outcome| outcome.text)
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }
}

fn count(stdout: &str) -> Counts {
    let mut counts = Counts::default();
    for line in stdout.lines().filter_map(|line| line.strip_prefix("test result: ")) {
        let parts = line.split_once(". ").map_or("", |(_, parts)| parts);
        for part in parts.split("; ") {
            match part.split_once(' ').map(|(number, what)| (number.parse::<u64>(), what)) {
                Some((Ok(number), "passed")) => counts.passed += number,
                Some((Ok(number), "failed")) => counts.failed += number,
                Some((Ok(number), "ignored")) => counts.ignored += number,
                _ => {}
            }
        }
    }
    counts
}

/// The names of the tests that failed, or the compiler's errors.
fn recall(text: &str) -> String {
    let mut names: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("---- ") || line.starts_with("error"))
        .map(|line| line.trim_start_matches("---- ").trim_end_matches(" stdout ----"))
        .collect();
    names.dedup();
    names.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_binaries_add_up() {
        let counts = count(
            "running 3 tests\n...\n\
             test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s\n\n\
             test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n",
        );
        assert_eq!(counts, Counts { passed: 7, failed: 2, ignored: 1 });
    }

    #[test]
    fn failed_tests_are_recalled_by_name() {
        let text = "---- ids::a_name stdout ----\npanicked\n\nfailures:\n    ids::a_name\n";
        assert_eq!(recall(text), "ids::a_name");
    }
}
