//! What a run of everything leaves behind: `checked.toml`, which goes into a release's commit.

use std::{collections::BTreeMap, process::Command, time::Duration};

use anyhow::{Context as _, Result};
use serde::Serialize;

use crate::{
    process::capture,
    test::tally::{Counts, Tally},
    tree::{self, Tree},
};

const FILE: &str = "checked.toml";

/// What stands above it.
const NOTE: &str = "# What the last run of everything came to. `cargo xtask test --all` writes this file; it is run\n\
                    # before each release, and goes into its commit.\n";

#[derive(Serialize)]
struct Record<'a> {
    /// The commit that the tree had, with a `+` where the tree had changed since.
    commit: String,
    /// The day, as `2026-11-29`.
    date: String,
    minutes: u64,
    /// By layer and engine.
    tests: &'a BTreeMap<String, Counts>,
}

/// Writes it, whatever the run came to.
pub(super) fn write(tree: &Tree, time: Duration, tally: &Tally) -> Result<()> {
    let ask = |program: &str, arguments: &[&str]| {
        capture(Command::new(program).current_dir(tree.root()).args(arguments))
            .map(|text| text.trim().to_owned())
    };
    let commit = ask("git", &["rev-parse", "--short=12", "HEAD"])?;
    let changed = !ask("git", &["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    let record = Record {
        commit: if changed { commit + "+" } else { commit },
        date: ask("date", &["+%F"])?,
        minutes: time.as_secs().div_ceil(60),
        tests: tally.layers(),
    };
    let text = toml::to_string(&record).context("a record is plain data")?;
    tree::write(&tree.root().join(FILE), format!("{NOTE}\n{text}").as_bytes())
}
