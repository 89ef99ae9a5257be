//! `cargo xtask bench`: how fast and how heavy the explorer is, beside others that show the same.
//!
//! Here is only what a measurement needs: a build, laws of several sizes, what each says as plain
//! HTML, the others' packages, and, in `count`, a module that counts. Pages, browser, figures and their
//! tables are `bench/`'s.

mod count;

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Parser};
use contract::generate::{Extent, Generated};
use law::law;
use newsroom::prerender;

use crate::{
    build::{self, wasm},
    generate::renew,
    mode::Mode,
    process::follow,
    progress::step,
    setup,
    tree::{self, Tree},
};

/// How many provisions the laws have that everything is measured with.
const SIZES: [usize; 5] = [20, 200, 2_000, 20_000, 100_000];
/// What a run writes: files of these names, regions of the docs.
const MEASURED: [&str; 3] = ["cost", "embeds", "targets"];
/// Those that calls are counted with.
const COUNTED: [usize; 2] = [20, 2_000];
/// Beyond this size nobody would put all of a law's text into a page.
const LARGEST_TEXT: usize = 2_000;
/// Where the measured pages find the loader.
const LOADER_ADDRESS: &str = "/provision-explorer.js";
/// What the bundled law's page highlights.
const HIGHLIGHT: &str = r#"{ "highlight": ["28(4)", "14(4)", "24"] }"#;

#[derive(Args)]
pub(crate) struct Options {
    /// Only scenarios of these names, with commas between them; a star stands for any letters
    #[arg(long, value_name = "NAMES", default_value = "")]
    only: String,
    /// How often each is loaded
    #[arg(long, value_name = "N", default_value_t = 5)]
    runs: u32,
    /// Sizes of laws, in provisions
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = SIZES)]
    sizes: Vec<usize>,
    /// A phone on a slow network (`phone`), a computer beside the server (`desk`), or both
    #[arg(long, value_name = "NAMES", default_value = "phone,desk")]
    profiles: String,
    /// Listen on this port; 0 takes any free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Measure what the last build left
    #[arg(long)]
    no_build: bool,
    /// Where table, figures and chart go
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write what weighs how much, which targets are met and what was counted into
    /// `docs/performance.md`; of all scenarios and sizes, as the docs tell of them all
    #[arg(long, conflicts_with_all = ["only", "sizes"])]
    write: bool,
    /// Instead of measuring time, count what the module calls: the same on every machine
    #[arg(long)]
    counts: bool,
}

/// The element as `cargo xtask prerender` prints it.
#[derive(Parser)]
struct Wanted {
    #[command(flatten)]
    options: prerender::Options,
}

/// Measures, and prints a table. Table, figures and chart go into a folder as well.
pub(crate) fn run(tree: &Tree, options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(tree, Mode::Release)?;
    }
    setup::node_packages_of(&tree.bench())?;
    let target = build::target_folder(tree)?;
    let work = target.join("xtask/bench");
    let out = options.out.as_ref().unwrap_or(&work);
    let sizes = if options.counts { &COUNTED[..] } else { &options.sizes };
    step("writing laws", || write(tree, &work, sizes))?;
    let mut node = Command::new("node");
    if options.counts {
        let module = work.join("counting.wasm");
        step("having the module count", || {
            count::write(&wasm::with_names(tree, &target, Mode::Release)?, &module)
        })?;
        node.arg(tree.bench().join("counts.mjs")).arg("--module").arg(module);
    } else {
        let sizes: Vec<_> = sizes.iter().map(ToString::to_string).collect();
        node.arg(tree.bench().join("run.mjs"))
            .args(["--only", &options.only, "--profiles", &options.profiles])
            .args(["--runs", &options.runs.to_string(), "--port", &options.port.to_string()])
            .args(["--sizes", &sizes.join(",")]);
    }
    node.arg("--dist").arg(tree.dist()).arg("--work").arg(&work).arg("--out").arg(out);
    if !follow(&mut node)? {
        bail!("nothing was measured");
    }
    if options.write { write_docs(tree, out, options.counts) } else { Ok(()) }
}

/// Writes into the docs what was measured.
fn write_docs(tree: &Tree, out: &Path, counts: bool) -> Result<()> {
    let regions = if counts { &["counts"][..] } else { &MEASURED };
    for &name in regions {
        let text = tree::read_text(&out.join(name).with_extension("md"))
            .context("the docs tell of laws and other embeds on a phone, which weren't measured")?;
        let extent = Extent::Region(name);
        renew(tree, &Generated { path: "docs/performance.md", extent, text })?;
    }
    Ok(())
}

/// Writes each law as a dataset, as it is published, and as the element with all that it says
/// for readers without script.
fn write(tree: &Tree, work: &Path, sizes: &[usize]) -> Result<()> {
    for &size in sizes {
        let file = work.join(format!("laws/{size}.json"));
        tree::write(&file, law(size).to_string().as_bytes())?;
        prerender::publish(&file, &work.join(format!("laws/{size}")))?;
        if size <= LARGEST_TEXT {
            let options = format!(r#"{{ "dataset": "/laws/{size}/public-records-act.law.txt" }}"#);
            write_element(tree, work, &format!("law-{size}"), &options, Some(file))?;
        }
    }
    write_element(tree, work, "bundled", HIGHLIGHT, None)
}

fn write_element(
    tree: &Tree,
    work: &Path,
    name: &str,
    options: &str,
    dataset: Option<PathBuf>,
) -> Result<()> {
    let file = work.join(format!("text/{name}.json"));
    tree::write(&file, options.as_bytes())?;
    let mut arguments = vec!["prerender".into(), file.into_os_string(), "--loader".into()];
    arguments.push(LOADER_ADDRESS.into());
    arguments.extend(["--as".into(), "whole".into()]);
    if let Some(dataset) = dataset {
        arguments.extend(["--dataset".into(), dataset.into_os_string()]);
    }
    let wanted = Wanted::try_parse_from(arguments)?.options;
    let html = prerender::run(&tree.shipped(), &wanted)?;
    tree::write(&work.join(format!("text/{name}.html")), html.as_bytes())
}
