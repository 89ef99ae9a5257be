//! The tests that drive the built widget in browsers, through Playwright.
//!
//! The tests and their configuration stand in `tests/browser`; here are only what a fresh machine
//! lacks for them, and the counting.

use std::{
    env, fs,
    path::Path,
    process::{self as std_process, Command},
};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use crate::{
    process::{self, capture, follow},
    progress::step,
    setup::has_program,
    test::{
        Extent, debian,
        scripts::PACKED,
        tally::{Counts, Tally},
    },
    tree::{self, Tree},
};

const STEP: &str = "browser tests";

/// How many tests of a run may fail at first and pass at a second try.
const MOST_SECOND_TRIES: usize = 2;

/// Debian's packages, each with a file that tells whether it is there. The fonts keep text as wide
/// on every machine; Noto has Arabic. The HTML checker needs Java and the
/// plugin PHP; `MiniBrowser` needs a screen, and hands.
const PACKAGES: [(&str, &str); 13] = [
    ("chromium", "/usr/bin/chromium"),
    ("default-jre-headless", "/usr/bin/java"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    ("fonts-liberation", "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"),
    ("fonts-noto-core", "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"),
    ("libjs-mootools", "/usr/share/javascript/mootools/mootools-core-nc.js"),
    ("libjs-prototype", "/usr/share/javascript/prototype/prototype.js"),
    ("libwebkit2gtk-4.1-0", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"),
    ("php-cli", "/usr/bin/php"),
    ("poppler-utils", "/usr/bin/pdftotext"),
    ("xdotool", "/usr/bin/xdotool"),
    ("xvfb", "/usr/bin/Xvfb"),
];

/// What opens a release's archives, in the package's tests and in browsers'.
pub(super) const UNZIP: [(&str, &str); 1] = [("unzip", "/usr/bin/unzip")];

/// Playwright's JSON report, as far as it is read here.
#[derive(Deserialize)]
struct Report {
    #[serde(default)]
    suites: Vec<Suite>,
    /// What went wrong outside any test: the configuration, the server.
    #[serde(default)]
    errors: Vec<Message>,
}

#[derive(Deserialize)]
struct Suite {
    title: String,
    #[serde(default)]
    specs: Vec<Spec>,
    #[serde(default)]
    suites: Vec<Suite>,
}

#[derive(Deserialize)]
struct Spec {
    title: String,
    #[serde(default)]
    tests: Vec<Run>,
}

/// A test in one engine.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    project_name: String,
    status: Status,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
enum Status {
    Expected,
    Unexpected,
    /// Passed at a second try.
    Flaky,
    Skipped,
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    message: String,
}

/// Sets up what is missing, runs them all and counts each.
pub(super) fn run(tree: &Tree, extent: Extent, tally: &mut Tally) {
    if !tally.check("browsers", install_missing(&PACKAGES).and_then(|()| debian::wordpress(tree))) {
        tally.skip(STEP, "what they need is missing");
        return;
    }
    let shell = if extent == Extent::All { None } else { debian::headless_shell(tree) };
    let played = play(tree, extent, shell.as_deref());
    let Some((success, report)) = tally.keep(STEP, played) else { return };
    let runs = report.runs();
    for (_, run) in &runs {
        tally.add(&run.project_name, run.status.counts());
    }
    let told = |wanted: Status| {
        let all = runs.iter().filter(|(_, run)| run.status == wanted);
        all.map(|(name, run)| format!("{} › {name}", run.project_name)).collect::<Vec<_>>()
    };
    tally.check("second tries", few(&told(Status::Flaky)));
    let failed = told(Status::Unexpected);
    if !success && failed.is_empty() {
        tally.add(STEP, Status::Unexpected.counts());
    }
    if !success {
        let outside = report.errors.iter().map(|error| error.message.clone());
        tally.recall(STEP, failed.into_iter().chain(outside).collect::<Vec<_>>().join("\n"));
    }
}

/// Tells which tests passed at a second try alone. More than a few are no accident.
fn few(flaky: &[String]) -> Result<()> {
    if !flaky.is_empty() {
        println!("passed at a second try: {}\n  {}", flaky.len(), flaky.join("\n  "));
    }
    ensure!(
        flaky.len() <= MOST_SECOND_TRIES,
        "{} tests passed at a second try alone, and at most {MOST_SECOND_TRIES} may:\n{}",
        flaky.len(),
        flaky.join("\n")
    );
    Ok(())
}

/// Runs Playwright in sight of the reader, with a report on the side.
fn play(tree: &Tree, extent: Extent, shell: Option<&Path>) -> Result<(bool, Report)> {
    let config = tree.browser_config();
    if !config.is_file() {
        bail!("`{}` is missing; without it there are no browser tests", config.display());
    }
    let file = env::temp_dir().join(format!("provision-explorer-{}.json", std_process::id()));
    let mut playwright = process::node_program(tree, "playwright");
    playwright
        .args(["test", "--config"])
        .arg(config)
        .arg(format!("--reporter=list,json,{}", tree.browser_engines().display()))
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &file)
        .env("PROVISION_EXPLORER_TESTS", if extent == Extent::All { "all" } else { "usual" })
        .env(PACKED, extent.packed(tree))
        .envs(shell.map(|it| ("PROVISION_EXPLORER_SHELL", it)));
    println!("{STEP} …");
    let success = follow(&mut playwright)?;
    let report = tree::read_text(&file).context("Playwright stopped before it wrote its report");
    drop(fs::remove_file(&file));
    let report = serde_json::from_str(&report?).context("Playwright's report cannot be read")?;
    Ok((success, report))
}

impl Report {
    /// Every test in every engine, with its name.
    fn runs(&self) -> Vec<(String, &Run)> {
        let mut all = Vec::new();
        for suite in &self.suites {
            suite.collect(&mut all);
        }
        all
    }
}

impl Suite {
    fn collect<'a>(&'a self, all: &mut Vec<(String, &'a Run)>) {
        for spec in &self.specs {
            let name = format!("{}: {}", self.title, spec.title);
            all.extend(spec.tests.iter().map(|run| (name.clone(), run)));
        }
        for suite in &self.suites {
            suite.collect(all);
        }
    }
}

impl Status {
    fn counts(self) -> Counts {
        let none = Counts::default();
        match self {
            Self::Expected | Self::Flaky => Counts { passed: 1, ..none },
            Self::Unexpected => Counts { failed: 1, ..none },
            Self::Skipped => Counts { skipped: 1, ..none },
        }
    }
}

/// Installs those of Debian's packages whose file is not there.
pub(super) fn install_missing(packages: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<_> = packages
        .iter()
        .filter(|(_, file)| !Path::new(file).exists())
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !has_program("apt-get") {
        bail!(
            "the tests need what Debian packages as {names}, and there is no apt-get here; install it, \
             or leave the browser tests out with `--no-browser`"
        );
    }
    if capture(Command::new("id").arg("-u"))?.trim() != "0" {
        bail!(
            "the tests need packages that only root can install; run `sudo apt-get \
             install --no-install-recommends {names}`, or leave the browser tests out with `--no-browser`"
        );
    }
    step(&format!("installing {names}"), || install(&missing))
}

fn install(packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        // Another installation may be under way on a machine that has just started.
        apt.args(["-o", "DPkg::Lock::Timeout=500"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        capture(&mut apt).map(drop)
    };
    apt(&["update"]).context("apt-get cannot fetch its lists")?;
    apt(&["install", "-y", "--no-install-recommends"]
        .into_iter()
        .chain(packages.iter().copied())
        .collect::<Vec<_>>())
    .context("apt-get cannot install what the browser tests need")
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "config": {},
        "suites": [{"title": "keys.spec.ts", "specs": [{"title": "tab walks", "ok": true,
                "tests": [{"projectName": "chromium", "status": "expected"}, {"projectName": "webkit", "status": "flaky"}]}],
            "suites": [{"title": "search", "specs": [{"title": "finds 28.4", "ok": false,
                "tests": [{"projectName": "webkit", "status": "unexpected"}]}]}]}],
        "errors": [{"message": "the server did not start"}],
        "stats": {"startTime": "x", "duration": 1.5, "expected": 5, "skipped": 1, "unexpected": 2, "flaky": 0}
    }"#;

    #[test]
    fn a_report_gives_each_engines_tests_with_their_names() {
        let report: Report = serde_json::from_str(REPORT).unwrap();
        let runs = report.runs();
        let told: Vec<_> =
            runs.iter().map(|(name, run)| (run.project_name.as_str(), name.as_str())).collect();
        let walks = "keys.spec.ts: tab walks";
        assert_eq!(
            told,
            [("chromium", walks), ("webkit", walks), ("webkit", "search: finds 28.4")]
        );
        let mut counts = Counts::default();
        for (_, run) in runs {
            counts += run.status.counts();
        }
        assert_eq!(counts, Counts { passed: 2, failed: 1, skipped: 0 });
    }

    #[test]
    fn a_few_second_tries_are_borne_and_more_are_not() {
        let flaky = vec!["webkit › it shows".to_owned(); MOST_SECOND_TRIES];
        assert!(few(&flaky).is_ok());
        let more = [flaky, vec!["firefox › it opens".to_owned()]].concat();
        assert!(few(&more).unwrap_err().to_string().contains("firefox › it opens"));
    }
}
