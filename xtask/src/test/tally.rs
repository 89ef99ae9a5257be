//! What passed and what failed, by layer, and the words for it at the end.

use std::{collections::BTreeMap, ops::AddAssign};

use anyhow::Result;
use serde::Serialize;

/// How much of a failure's message is printed again at the end.
const LINES_RECALLED: usize = 12;

/// The layer of what passes or fails as one: format, lints, builds, datasets.
const STEPS: &str = "steps";

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Counts {
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) skipped: u64,
}

/// The counts, with the failures' messages.
#[derive(Default)]
pub(super) struct Tally {
    layers: BTreeMap<String, Counts>,
    failures: Vec<Failure>,
}

struct Failure {
    step: String,
    message: String,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Counts {
    fn said(self) -> String {
        let count = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped == 0 { count } else { format!("{count}, {} skipped", self.skipped) }
    }
}

impl Tally {
    /// Counts a step as one, tells its failure, and returns whether it passed.
    pub(super) fn check<T>(&mut self, step: &str, result: Result<T>) -> bool {
        self.keep(step, result.map(drop)).is_some() && {
            self.add(STEPS, Counts { passed: 1, ..Counts::default() });
            true
        }
    }

    /// What a step found; its failure counts as one, its success not at all.
    pub(super) fn keep<T>(&mut self, step: &str, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                let message = format!("{error:#}");
                println!("{message}");
                self.add(STEPS, Counts { failed: 1, ..Counts::default() });
                self.recall(step, message);
                None
            }
        }
    }

    /// Counts the tests of a layer.
    pub(super) fn add(&mut self, layer: &str, counts: Counts) {
        *self.layers.entry(layer.to_owned()).or_default() += counts;
    }

    /// Keeps for the end what a failure that has been counted and shown already had to say.
    pub(super) fn recall(&mut self, step: &str, message: String) {
        self.failures.push(Failure { step: step.to_owned(), message });
    }

    /// Counts a step that could not run.
    pub(super) fn skip(&mut self, step: &str, why: &str) {
        println!("{step}: not run: {why}");
        self.add(STEPS, Counts { skipped: 1, ..Counts::default() });
    }

    /// Takes over what was counted beside it.
    pub(super) fn join(&mut self, other: Self) {
        for (layer, counts) in other.layers {
            self.add(&layer, counts);
        }
        self.failures.extend(other.failures);
    }

    pub(super) fn layers(&self) -> &BTreeMap<String, Counts> {
        &self.layers
    }

    pub(super) fn passed_all(&self) -> bool {
        self.sum().failed == 0
    }

    /// Prints the failures again, each layer's count and the time, and the whole count as the last line.
    pub(super) fn report(&self, time: &str) {
        for failure in &self.failures {
            println!("\nfailed: {}\n{}", failure.step, indented(&failure.message));
        }
        println!();
        for (layer, counts) in &self.layers {
            println!("{layer}: {}", counts.said());
        }
        println!("after {time}\n\n{}", self.sum().said());
    }

    fn sum(&self) -> Counts {
        let mut sum = Counts::default();
        for counts in self.layers.values() {
            sum += *counts;
        }
        sum
    }
}

fn indented(message: &str) -> String {
    let lines: Vec<_> = message.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut recalled: Vec<_> =
        lines.iter().take(LINES_RECALLED).map(|line| format!("  {line}")).collect();
    if lines.len() > LINES_RECALLED {
        recalled.push(format!("  … and {} lines more, above", lines.len() - LINES_RECALLED));
    }
    recalled.join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    fn passed(passed: u64) -> Counts {
        Counts { passed, ..Counts::default() }
    }

    #[test]
    fn steps_and_tests_are_counted_together() {
        let mut tally = Tally::default();
        assert!(tally.check("one", Ok(())));
        assert!(!tally.check::<()>("two", Err(anyhow!("no"))));
        tally.add("host tests", passed(40));
        assert_eq!(tally.sum().said(), "41 passed, 1 failed");
        assert!(!tally.passed_all());
    }

    #[test]
    fn each_layer_keeps_its_count_and_what_ran_beside_it_is_added() {
        let (mut tally, mut beside) = (Tally::default(), Tally::default());
        tally.add("chromium", passed(3));
        beside.add("chromium", Counts { failed: 1, ..passed(1) });
        beside.recall("browser tests", "chromium › it shows".to_owned());
        tally.join(beside);
        assert_eq!(tally.layers().get("chromium"), Some(&Counts { failed: 1, ..passed(4) }));
        assert!(!tally.passed_all());
    }

    #[test]
    fn what_did_not_run_is_counted_apart() {
        let mut tally = Tally::default();
        tally.add("chromium", Counts { skipped: 1, ..passed(3) });
        tally.skip("browser tests", "there is no build");
        assert_eq!(tally.sum().said(), "3 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn a_long_message_is_recalled_by_its_beginning() {
        let message = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        let recalled = indented(&message);
        assert_eq!(recalled.lines().count(), LINES_RECALLED + 1);
        assert!(recalled.ends_with("… and 8 lines more, above"));
    }
}
