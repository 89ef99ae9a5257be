//! `publish`: a folder to put on a web host. The explorer's own files stand in it as they were built,
//! laws as readers fetch them.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use clap::Args;
use serde_json::Value;
use snippets::Accent;

use crate::{
    data, prerender,
    stories::{self, House, Story},
    tree::{self, LOADER, Shipped},
};

/// What is published, and where.
#[derive(Args)]
pub struct Options {
    /// Datasets of your own; without one, the folder has the bundled law alone
    #[arg(value_name = "DATASET.json")]
    datasets: Vec<PathBuf>,
    /// The folder to write
    #[arg(long, value_name = "DIR", default_value = "provision-explorer")]
    to: PathBuf,
    /// Leave out the explorer's own files, which stand elsewhere
    #[arg(long)]
    data_only: bool,
    /// A story's options: a page of its explorer whose address is pasted, its oEmbed answer, and
    /// pictures for sharing. The file's name becomes the page's; may be given several times
    #[arg(long = "page", value_name = "OPTIONS.json", requires = "loader")]
    pages: Vec<PathBuf>,
    /// The newsroom's own colour on those pages, in their frames and pictures: #rrggbb, or two with a
    /// comma, the second for dark backgrounds
    #[arg(long, value_name = "COLOUR", value_parser = prerender::accent)]
    accent: Option<Accent>,
    /// Where readers will find the loader of this folder, by its whole address
    #[arg(long, value_name = "URL")]
    loader: Option<String>,
}

/// Writes the folder. Returns what stands in it and what pages name.
///
/// # Errors
/// Where a dataset is unsound, with all that is wrong, before anything is written.
pub fn run(wanted: &Options, shipped: &Shipped) -> Result<String> {
    let mut told = String::new();
    for file in &wanted.datasets {
        told += &data::report_of(file, None, false)?;
    }
    let read = |file: &PathBuf| Story::read(file, &wanted.datasets, shipped);
    let pages = wanted.pages.iter().map(read).collect::<Result<Vec<_>>>()?;
    let loader = wanted.loader.as_deref().unwrap_or_default();
    let pages = stories::make(&pages, House { loader, accent: wanted.accent })?;
    if !wanted.data_only {
        let number = copy(&shipped.dist, &wanted.to)?;
        let loader = wanted.to.join(LOADER);
        writeln!(told, "{}: the loader, with {number} files around it", loader.display())?;
    }
    for file in &wanted.datasets {
        let law = prerender::publish(file, &wanted.to.join(publish::FOLDER))?;
        writeln!(told, "{}: what pages name as `dataset`", law.display())?;
    }
    Ok(told + &stories::write(&pages, &wanted.to)?)
}

/// Copies what was built, and returns how many files there are beside the loader.
fn copy(dist: &Path, to: &Path) -> Result<usize> {
    let manifest = dist.join("manifest.json");
    let text = tree::read_text(&manifest)?;
    let listed: Value = serde_json::from_str(&text)
        .with_context(|| format!("`{}` is not of a build", manifest.display()))?;
    let files = listed.get("files").and_then(Value::as_object);
    let files = files.with_context(|| format!("`{}` lists no files", manifest.display()))?;
    for name in files.keys().map(String::as_str).chain(["manifest.json"]) {
        tree::write(&to.join(name), &tree::read(&dist.join(name))?)?;
    }
    Ok(files.len())
}
