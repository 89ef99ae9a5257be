//! `cargo xtask fuzz`: libFuzzer looks for texts that break a promise, for a bounded time a target.
//! What is promised stands in `fuzz/src`, what was found joins `fuzz/corpus`, which
//! `cargo xtask test` replays.
//!
//! The pinned compiler does it all. What libFuzzer wants of a compiler is a pass of LLVM that every
//! rustc can run; a nightly would only add the sanitizers, which look for broken memory, and there
//! is no unsafe code here to break it. So neither a nightly nor cargo-fuzz has to be installed.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::{
    process::{self, capture, join, output},
    progress::{noted, step},
    setup::has_program,
    tree::{self, Tree},
};

/// What rustc is told, so that libFuzzer sees which branches a text takes and what it is compared
/// with. cspell:ignore Cpasses Cllvm
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// A text that takes longer is found as well.
const LONGEST_SECONDS: u32 = 10;

/// How much of a failure is told here, in lines and in characters of each; the test that replays
/// the corpus tells all of it.
const LINES_TOLD: usize = 4;
const LINE_TOLD: usize = 160;

/// What to look at, and for how long.
#[derive(Args)]
pub(crate) struct Options {
    /// One target, by the name of its corpus; all of them where none is given
    target: Option<String>,
    /// How long to look at each
    #[arg(long, value_name = "N", default_value_t = 30)]
    seconds: u32,
}

/// What came of looking.
struct Outcome {
    runs: u64,
    /// The file that breaks a promise, and how.
    found: Option<(String, String)>,
}

/// Builds the targets and runs each. Fails where something was found.
pub(crate) fn run(tree: &Tree, options: &Options) -> Result<ExitCode> {
    let targets = targets(tree, options.target.as_deref())?;
    let programs = build(tree, &targets)?;
    let (mut runs, mut found) = (0, 0);
    for target in &targets {
        let outcome = noted(target, || {
            let outcome = look(tree, &programs, target, options.seconds)?;
            let note =
                format!("{} runs, {} found", outcome.runs, usize::from(outcome.found.is_some()));
            Ok((outcome, note))
        })?;
        runs += outcome.runs;
        if let Some((file, why)) = outcome.found {
            println!("  {file}\n  {}", why.replace('\n', "\n  "));
            found += 1;
        }
    }
    println!("{runs} runs, {found} found");
    Ok(if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The targets that there are, or the one asked for.
fn targets(tree: &Tree, wanted: Option<&str>) -> Result<Vec<String>> {
    let name = |file: &PathBuf| Some(file.file_stem()?.to_str()?.to_owned());
    let all: Vec<_> =
        tree::list(&tree.fuzz().join("fuzz_targets"))?.iter().filter_map(name).collect();
    match wanted {
        None => Ok(all),
        Some(wanted) if all.iter().any(|it| it == wanted) => Ok(vec![wanted.to_owned()]),
        Some(wanted) => bail!("no target `{wanted}`; there are {}", all.join(", ")),
    }
}

/// Compiles the targets apart from everything else, and returns where they stand.
fn build(tree: &Tree, targets: &[String]) -> Result<PathBuf> {
    if env::var_os("CXX").is_none() && !has_program("c++") {
        bail!(
            "libFuzzer is compiled from C++, and there is no `c++` here; install a C++ compiler \
             (Debian's package is g++), or name one in CXX"
        );
    }
    let host =
        capture(Command::new("rustc").current_dir(tree.root()).args(["--print", "host-tuple"]))?;
    let folder = tree.root().join("target/fuzz");
    let mut cargo = process::cargo(tree);
    // Named, so that what runs while building is compiled without the pass.
    cargo.args(["build", "--package", "fuzz", "--features", "libfuzzer", "--profile", "fuzz"]);
    cargo.args(["--target", host.trim(), "--target-dir"]).arg(&folder);
    cargo.args(targets.iter().flat_map(|target| ["--bin", target]));
    cargo.env("RUSTFLAGS", COVERAGE).env_remove("CARGO_ENCODED_RUSTFLAGS");
    step("building the fuzzer", || capture(&mut cargo).map(drop))?;
    Ok(folder.join(host.trim()).join("fuzz"))
}

/// Runs one target on its corpus and on what earlier runs have grown from it.
fn look(tree: &Tree, programs: &Path, target: &str, seconds: u32) -> Result<Outcome> {
    let corpus = tree.fuzz().join("corpus").join(target);
    let grown = tree.root().join("target/fuzz/grown").join(target);
    tree::make_folder(&grown)?;
    let mut libfuzzer = Command::new(programs.join(target));
    libfuzzer
        .current_dir(tree.root())
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={LONGEST_SECONDS}"))
        .arg(format!("-dict={}", tree.fuzz().join("words.dict").display()))
        .arg(format!("-artifact_prefix={}/found-", corpus.display()))
        .arg("-print_final_stats=1")
        // Where it writes stands first.
        .args([&grown, &corpus])
        .env("RUST_BACKTRACE", "0");
    let run = output(&mut libfuzzer)?;
    let told = join(&String::from_utf8_lossy(&run.stdout), &String::from_utf8_lossy(&run.stderr));
    Outcome::of(&told, run.status.success()).with_context(|| format!("{target}:\n{told}"))
}

impl Outcome {
    /// From what libFuzzer printed.
    fn of(told: &str, success: bool) -> Result<Self> {
        let after =
            |mark: &str| told.lines().find_map(|line| Some(line.split_once(mark)?.1.trim()));
        let runs = after("stat::number_of_executed_units:").and_then(|runs| runs.parse().ok());
        let runs = runs.context("libFuzzer did not say how often it ran")?;
        if success {
            return Ok(Self { runs, found: None });
        }
        let file = after("Test unit written to").context("libFuzzer stopped without a finding")?;
        let panic = told.split_once("panicked at ").map_or("", |(_, panic)| panic);
        let error = || after("ERROR: libFuzzer:").unwrap_or_default().to_owned();
        let lines = panic.lines().take_while(|line| !line.starts_with("note:"));
        let short = |line: &str| line.chars().take(LINE_TOLD).collect::<String>();
        let why: Vec<_> = lines.take(LINES_TOLD).map(short).collect();
        let why = if why.is_empty() { error() } else { why.join("\n") };
        Ok(Self { runs, found: Some((file.to_owned(), why)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_run_is_counted() {
        let told = "Done 81 runs in 2 second(s)\nstat::number_of_executed_units: 81\n";
        let outcome = Outcome::of(told, true).unwrap();
        assert_eq!((outcome.runs, outcome.found), (81, None));
    }

    #[test]
    fn what_was_found_is_told_with_its_file_and_its_reason() {
        let told = "thread '<unnamed>' (7) panicked at fuzz/src/citations.rs:64:62:\n28 comes twice\n\
            note: run with `RUST_BACKTRACE=1`\n==1== ERROR: libFuzzer: deadly signal\n\
            artifact_prefix='c/found-'; Test unit written to c/found-crash-5e\n\
            stat::number_of_executed_units: 11\n";
        let outcome = Outcome::of(told, false).unwrap();
        let why = "fuzz/src/citations.rs:64:62:\n28 comes twice";
        assert_eq!(outcome.found, Some(("c/found-crash-5e".into(), why.into())));
        assert_eq!(outcome.runs, 11);
    }

    #[test]
    fn a_text_that_takes_too_long_is_found_by_the_name_of_its_error() {
        let told = "==1== ERROR: libFuzzer: timeout after 11 seconds\n\
            artifact_prefix='c/found-'; Test unit written to c/found-timeout-5e\n\
            stat::number_of_executed_units: 3\n";
        let (_, why) = Outcome::of(told, false).unwrap().found.unwrap();
        assert_eq!(why, "timeout after 11 seconds");
    }

    #[test]
    fn a_run_that_broke_off_is_no_quiet_run() {
        assert!(Outcome::of("cannot open the dictionary", true).is_err());
        assert!(Outcome::of("stat::number_of_executed_units: 3\n", false).is_err());
    }
}
