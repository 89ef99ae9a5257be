//! `cargo xtask prerender`: what is pasted into a story, made of a newsroom's options. Files and
//! arguments are read here; what comes of them is for `snippets`.

mod page;
mod parts;

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;
use dataset::{Dataset, Node};
use explorer::{Brief, Explorer};
use options::{Layer, Origin, escape_html};
use provision_explorer::{Language, configure, ssr};
use snippets::{Accent, Colour, Form, Piece, structured};

use crate::{
    data,
    tree::{self, DEFAULT_DATASET, LOADER, Tree},
};

pub(crate) use page::fill;

/// What to make a snippet of.
#[derive(Args)]
pub(crate) struct Options {
    /// A JSON file with the element's options; without it, everything in the law's order
    #[arg(value_name = "OPTIONS.json")]
    file: Option<PathBuf>,
    /// The dataset's JSON file; without it, the bundled one
    #[arg(long, value_name = "FILE")]
    dataset: Option<PathBuf>,
    /// A folder for what is published of a large law: the dataset in parts, of which readers fetch
    /// what they open. A law of 200 provisions or fewer and 256 KB or less stays one file
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Where the page finds the loader
    #[arg(long, value_name = "URL", default_value = LOADER)]
    loader: String,
    /// What to print: twin, element, shadow, frame, address, oembed, discovery, wordpress, amp,
    /// newsletter or json
    #[arg(long = "as", value_name = "FORM", default_value = "twin")]
    form: Form,
    /// The newsroom's own colour, for an address: #rrggbb, or two with a comma, the second for
    /// dark backgrounds
    #[arg(long, value_name = "COLOUR", value_parser = accent)]
    accent: Option<Accent>,
    /// The story's address, for what is read elsewhere
    #[arg(long, value_name = "URL")]
    story: Option<String>,
}

/// Returns the snippet.
pub(crate) fn run(tree: &Tree, wanted: &Options) -> Result<String> {
    let file = wanted.dataset.clone().unwrap_or_else(|| tree.root().join(DEFAULT_DATASET));
    let file = match &wanted.folder {
        Some(folder) => publish(&file, folder)?,
        None => file,
    };
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
    // Only a first view names the style sheet, and only a build knows its name.
    let styles = match wanted.form {
        Form::Shadow => styles(&tree.dist())?,
        _ => String::new(),
    };
    let piece = Piece {
        explorer: &explorer,
        options: &options,
        language,
        loader: &wanted.loader,
        styles: &styles,
        accent: wanted.accent,
        story: wanted.story.as_deref(),
    };
    let snippet = snippets::print(wanted.form, &piece)
        .with_context(|| format!("`--loader {}`", wanted.loader))?;
    if let Some(accent) = wanted.accent.filter(|_| wanted.form.leaves_accent_to_page()) {
        eprintln!("for the page's style sheet: {}", snippets::css(accent));
    }
    Ok(snippet + "\n")
}

/// Writes what is published of a law, in parts where it is large. Returns the file that pages name.
pub(crate) fn publish(file: &Path, folder: &Path) -> Result<PathBuf> {
    let explorer = explorer_of(file)?;
    let law = explorer.dataset();
    let beginning = folder.join(format!("{}.json", law.records().id));
    let is_itself = beginning.canonicalize().is_ok_and(|it| Some(it) == file.canonicalize().ok());
    ensure!(!is_itself, "`{}` would be overwritten; name another folder", file.display());
    parts::write(law, folder)
}

fn accent(text: &str) -> Result<Accent, snippets::NoColour> {
    let (light, dark) = text.split_once(',').unwrap_or((text, text));
    let colour = |text: &str| text.trim().parse::<Colour>();
    Ok(Accent { light: colour(light)?, dark: colour(dark)? })
}

/// The style sheet of a build, as a path within it.
pub(crate) fn styles(dist: &Path) -> Result<String> {
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

/// The bundled law's title, for the title of a page.
pub(crate) fn bundled_title(tree: &Tree) -> Result<String> {
    let explorer = explorer_of(&tree.root().join(DEFAULT_DATASET))?;
    let mut html = String::new();
    escape_html(&title(explorer.dataset()), &mut html);
    Ok(html)
}

fn title(dataset: &Dataset) -> String {
    dataset.records().instrument.short_title.original().into()
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
