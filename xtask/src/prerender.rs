//! `cargo xtask prerender`: the element with everything in it that readers without script would
//! find, ready to be pasted into a story.

mod page;

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use dataset::{Dataset, Node};
use explorer::{Brief, Explorer};
use options::{Layer, Origin};
use provision_explorer::{Language, configure, ssr};

use crate::{
    data,
    tree::{self, DEFAULT_DATASET, LOADER, Tree},
};

pub(crate) use page::fill;

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
    /// What stands in the element
    #[arg(long, value_enum, default_value_t = Form::Light)]
    form: Form,
}

/// What stands in the element.
#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Plain HTML with everything in it, which any content management system keeps
    Light,
    /// The widget's first view as a declarative shadow root, which the widget takes over in place
    Shadow,
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
    let inside = match wanted.form {
        Form::Light => ssr::light(&explorer, language),
        Form::Shadow => {
            let beside = wanted.loader.trim_end_matches(LOADER);
            let styles = format!("{beside}{}", styles(&tree.dist())?);
            ssr::shadow(&explorer, &options, language, &styles)
        }
    };
    let snippet = options::snippet(&options, &wanted.loader, &format!("\n{inside}\n"));
    Ok(format!("{snippet}\n{}\n", structured(explorer.dataset())))
}

/// The style sheet of a build, as a path within it.
fn styles(dist: &Path) -> Result<String> {
    let folder = dist.join("assets");
    let files = tree::list(&folder).context("there is no build; run `cargo xtask build`")?;
    let sheet = files.iter().find(|file| file.extension().is_some_and(|it| it == "css"));
    let name = sheet.and_then(|file| file.file_name()?.to_str());
    let name = name.with_context(|| format!("`{}` has no style sheet", folder.display()))?;
    Ok(format!("assets/{name}"))
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
