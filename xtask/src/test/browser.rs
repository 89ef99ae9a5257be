//! The tests that drive the built widget in browsers, through Playwright.
//!
//! The tests and their configuration stand in `tests/browser`; here are only what a fresh machine
//! lacks for them, and the counting.

use std::{
    env, fs,
    path::Path,
    process::{self as std_process, Command},
};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::{
    process::{self, capture, follow},
    progress::step,
    setup::has_program,
    test::{tally::Tally, wordpress},
    tree::{self, Tree},
};

const STEP: &str = "browser tests";

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

/// Playwright's JSON report, as far as it is read here.
#[derive(Deserialize)]
struct Report {
    stats: Stats,
    #[serde(default)]
    suites: Vec<Suite>,
    /// What went wrong outside any test: the configuration, the server.
    #[serde(default)]
    errors: Vec<Message>,
}

#[derive(Deserialize)]
struct Stats {
    expected: u64,
    unexpected: u64,
    flaky: u64,
    skipped: u64,
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
    ok: bool,
    #[serde(default)]
    tests: Vec<Run>,
}

/// A test in one engine.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    project_name: String,
}

#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    message: String,
}

/// Sets up what is missing, runs them all and counts each.
pub(super) fn run(tree: &Tree, tally: &mut Tally) {
    if !tally.check("browsers", install_missing().and_then(|()| wordpress::fetch(tree))) {
        tally.skip(STEP, "what they need is missing");
        return;
    }
    let Some((success, report)) = tally.keep(STEP, play(tree)) else { return };
    // A flaky test passed at a second try; Playwright's own list above says which.
    tally.add(report.stats.expected + report.stats.flaky, report.stats.skipped);
    if !success {
        tally.fail(STEP, report.stats.unexpected.max(1), report.recall());
    }
}

/// Runs Playwright in sight of the reader, with a report on the side.
fn play(tree: &Tree) -> Result<(bool, Report)> {
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
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &file);
    println!("{STEP} …");
    let success = follow(&mut playwright)?;
    let report = tree::read_text(&file).context("Playwright stopped before it wrote its report");
    drop(fs::remove_file(&file));
    let report = serde_json::from_str(&report?).context("Playwright's report cannot be read")?;
    Ok((success, report))
}

impl Report {
    /// The names of the tests that failed, or why none ran.
    fn recall(&self) -> String {
        let mut lines = Vec::new();
        for suite in &self.suites {
            suite.failed(&mut lines);
        }
        lines.extend(self.errors.iter().map(|error| error.message.clone()));
        lines.join("\n")
    }
}

impl Suite {
    fn failed(&self, lines: &mut Vec<String>) {
        let failed = self.specs.iter().filter(|spec| !spec.ok);
        lines.extend(failed.map(|spec| {
            let engines: Vec<_> = spec.tests.iter().map(|it| it.project_name.as_str()).collect();
            format!("{} › {}: {}", engines.join(", "), self.title, spec.title)
        }));
        for suite in &self.suites {
            suite.failed(lines);
        }
    }
}

fn install_missing() -> Result<()> {
    let missing: Vec<_> = PACKAGES
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
            "the browser tests need what Debian packages as {names}, and there is no apt-get here; \
             install it, or leave them out with `--no-browser`"
        );
    }
    if capture(Command::new("id").arg("-u"))?.trim() != "0" {
        bail!(
            "the browser tests need packages that only root can install; run `sudo apt-get \
             install --no-install-recommends {names}`, or leave them out with `--no-browser`"
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
        "suites": [{"title": "keys.spec.ts", "specs": [{"title": "tab walks", "ok": true}],
            "suites": [{"title": "search", "specs": [{"title": "finds 28.4", "ok": false,
                "tests": [{"projectName": "webkit"}]}]}]}],
        "errors": [{"message": "the server did not start"}],
        "stats": {"startTime": "x", "duration": 1.5, "expected": 5, "skipped": 1, "unexpected": 2, "flaky": 0}
    }"#;

    #[test]
    fn a_report_gives_counts_and_the_names_of_what_failed() {
        let report: Report = serde_json::from_str(REPORT).unwrap();
        assert_eq!((report.stats.expected, report.stats.unexpected), (5, 2));
        assert_eq!(report.recall(), "webkit › search: finds 28.4\nthe server did not start");
    }
}
