//! `cargo xtask prerender`: the element with everything in it that readers without script would
//! find, ready to be pasted into a story.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use dataset::{Dataset, Node};
use explorer::{Brief, Explorer};
use options::{Layer, Origin};
use provision_explorer::{Language, configure, ssr};

use crate::{
    data,
    tree::{DEFAULT_DATASET, LOADER, Tree},
};

/// What to make HTML of.
#[derive(Args)]
pub(crate) struct Options {
    /// A JSON file with the element's options; without it, everything in the law's order
    #[arg(value_name = "OPTIONS.json")]
    file: Option<PathBuf>,
    /// The dataset's JSON file; without it, the bundled one
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
    /// Where the page finds the loader
    #[arg(long, value_name = "URL", default_value = LOADER)]
    loader: String,
}

/// Returns the snippet.
pub(crate) fn run(tree: &Tree, wanted: &Options) -> Result<String> {
    let file = wanted.dataset.clone().unwrap_or_else(|| tree.root().join(DEFAULT_DATASET));
    let explorer = explorer_of(&file)?;
    let values = match &wanted.file {
        Some(file) => data::json(file)?,
        None => Node::Null,
    };
    let layer = Layer { origin: Origin::Property, values };
    let (explorer, options, warnings) = configure(&explorer, &[layer]);
    if !warnings.is_empty() {
        let lines: Vec<String> = warnings.iter().map(ToString::to_string).collect();
        bail!("{} problem(s) with the options\n{}", lines.len(), lines.join("\n"));
    }
    let language = match &options.lang {
        Some(tag) => Language::of(tag)
            .with_context(|| format!("lang: the interface does not speak `{tag}`"))?,
        None => Language::fallback(),
    };
    let inside = format!("\n{}\n", ssr::light(&explorer, language));
    let snippet = options::snippet(&options, &wanted.loader, &inside);
    Ok(format!("{snippet}\n{}\n", structured(explorer.dataset())))
}

/// The bundled law, whole and in English, for a page that needs no script at all.
pub(crate) fn bundled(tree: &Tree) -> Result<String> {
    let explorer = explorer_of(&tree.root().join(DEFAULT_DATASET))?;
    let text = ssr::light(&explorer, Language::fallback());
    Ok(format!("{text}\n{}", structured(explorer.dataset())))
}

fn structured(dataset: &Dataset) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", ssr::json_ld(dataset))
}

fn explorer_of(file: &Path) -> Result<Explorer> {
    let reading = data::read(file)?;
    let dataset = reading.dataset.filter(|_| reading.problems.is_empty());
    let dataset = dataset.with_context(|| {
        let name = file.display();
        format!("`{name}` breaks its rules; `cargo xtask data {name}` says which")
    })?;
    Ok(Explorer::new(Rc::new(dataset), Brief::default()))
}
