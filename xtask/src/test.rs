//! `cargo xtask test`: everything that CI runs, in order, to the end.
//!
//! A step that fails does not stop those that can still tell something. `checks` holds the steps
//! that pass or fail as one, `host` and `browser` those that count tests, `tally` the counting.
//! The last line printed is the count.

mod browser;
mod checks;
mod host;
mod tally;
mod wordpress;

use std::process::ExitCode;

use crate::{
    build, data, licences, mode::Mode, progress::noted, setup, size, test::tally::Tally, tree::Tree,
};

/// Runs all steps; the browser tests only where `browsers` are wanted.
pub(crate) fn run(tree: &Tree, browsers: bool) -> ExitCode {
    let mut tally = Tally::default();
    check_sources(tree, &mut tally);
    host::run(tree, &mut tally);
    check_data(tree, &mut tally);

    let built = tally.check("build", build::run(tree, Mode::Release))
        & tally.check("smallest build", build::run(tree, Mode::Smallest));
    if built {
        let sizes = noted("size budget", || size::check(tree).map(|table| (table, String::new())));
        if let Ok(table) = &sizes {
            print!("{table}");
        }
        tally.check("size budget", sizes);
        if browsers {
            browser::run(tree, &mut tally);
        }
    } else {
        tally.skip("size budget", "there is no build");
        if browsers {
            tally.skip("browser tests", "there is no build");
        }
    }
    if !browsers {
        println!("browser tests: left out, as asked");
    }
    tally.tell();
    if tally.passed_all() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check_sources(tree: &Tree, tally: &mut Tally) {
    let quiet = |what, work: &dyn Fn() -> anyhow::Result<()>| {
        noted(what, || work().map(|()| ((), String::new())))
    };
    tally.check("wasm32 target", setup::wasm_target(tree));
    tally.check("npm packages", setup::node_packages(tree));
    tally.check("rustfmt", quiet("rustfmt", &|| checks::format(tree)));
    tally.check("clippy", quiet("clippy", &|| checks::lint(tree)));
    tally.check("clippy for wasm32", quiet("clippy for wasm32", &|| checks::lint_widget(tree)));
    tally.check("spelling", quiet("spelling", &|| checks::spell(tree)));
    tally.check("licences", noted("licences", || licences::check(tree).map(|note| ((), note))));
}

fn check_data(tree: &Tree, tally: &mut Tally) {
    let shared = tree.sources();
    if shared.is_none() {
        println!("quotes not confirmed against sources: folder absent (../shared/sources)");
    }
    let datasets = checks::some(tree.datasets(), "`data/` holds no dataset");
    let Some(datasets) = tally.keep("datasets", datasets) else { return };
    for file in datasets {
        let name = format!("dataset {}", file.file_name().unwrap_or_default().display());
        let sources = data::beside(&file).or_else(|| shared.clone());
        let report = noted(&name, || data::check(&file, sources.as_deref()).map(|text| ((), text)));
        tally.check(&name, report);
    }
}
