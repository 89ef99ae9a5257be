//! What passed and what failed, and the words for it at the end.

use anyhow::Result;

/// How much of a failure's message is told again at the end.
const LINES_RECALLED: usize = 12;

/// The counts, with the failures' messages.
#[derive(Default)]
pub(super) struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
    failures: Vec<Failure>,
}

struct Failure {
    step: String,
    message: String,
}

impl Tally {
    /// Counts a step as one, tells its failure, and returns whether it passed.
    pub(super) fn check<T>(&mut self, step: &str, result: Result<T>) -> bool {
        self.keep(step, result.map(drop)).is_some() && {
            self.passed += 1;
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
                self.fail(step, 1, message);
                None
            }
        }
    }

    /// Counts failures that have been shown already; `message` is for the end.
    pub(super) fn fail(&mut self, step: &str, count: u64, message: String) {
        self.failed += count;
        self.failures.push(Failure { step: step.to_owned(), message });
    }

    /// Counts tests that passed, and those that did not run.
    pub(super) fn add(&mut self, passed: u64, skipped: u64) {
        self.passed += passed;
        self.skipped += skipped;
    }

    /// Counts a step that could not run.
    pub(super) fn skip(&mut self, step: &str, why: &str) {
        println!("{step}: not run: {why}");
        self.skipped += 1;
    }

    pub(super) fn passed_all(&self) -> bool {
        self.failed == 0
    }

    /// Prints the failures again, and the count as the last line.
    pub(super) fn tell(&self) {
        for failure in &self.failures {
            println!("\nfailed: {}\n{}", failure.step, indented(&failure.message));
        }
        println!("\n{}", self.count());
    }

    fn count(&self) -> String {
        let count = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped == 0 { count } else { format!("{count}, {} skipped", self.skipped) }
    }
}

fn indented(message: &str) -> String {
    let lines: Vec<_> = message.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut told: Vec<_> =
        lines.iter().take(LINES_RECALLED).map(|line| format!("  {line}")).collect();
    if lines.len() > LINES_RECALLED {
        told.push(format!("  … and {} lines more, above", lines.len() - LINES_RECALLED));
    }
    told.join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn steps_and_tests_are_counted_together() {
        let mut tally = Tally::default();
        assert!(tally.check("one", Ok(())));
        assert!(!tally.check::<()>("two", Err(anyhow!("no"))));
        tally.add(40, 0);
        assert_eq!(tally.count(), "41 passed, 1 failed");
        assert!(!tally.passed_all());
    }

    #[test]
    fn what_did_not_run_is_counted_apart() {
        let mut tally = Tally::default();
        tally.add(3, 1);
        tally.skip("browser tests", "there is no build");
        assert_eq!(tally.count(), "3 passed, 0 failed, 2 skipped");
    }

    #[test]
    fn a_long_message_is_recalled_by_its_beginning() {
        let message = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
        let told = indented(&message);
        assert_eq!(told.lines().count(), LINES_RECALLED + 1);
        assert!(told.ends_with("… and 8 lines more, above"));
    }
}
