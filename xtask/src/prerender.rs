//! `cargo xtask prerender`: what is pasted into a story, made of a newsroom's options: the element
//! with everything in it that readers without script would find, or a frame with the same options.

mod page;

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use dataset::{Dataset, Node};
use explorer::{Brief, Explorer};
use options::{Layer, Origin, escape_html, frame_snippet};
use provision_explorer::{Language, configure, ssr};
use serde_json::json;

use crate::{
    data,
    tree::{self, DEFAULT_DATASET, LOADER, Tree},
};

pub(crate) use page::fill;

/// A frame's size until it says its own, in pixels; oEmbed wants numbers.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 640;

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
    /// What to print
    #[arg(long = "as", value_name = "FORM", value_enum, default_value = "element")]
    form: Form,
}

/// What comes of the options.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// The element with plain HTML in it, which any content management system keeps, and JSON-LD
    Element,
    /// The element with its first view as a declarative shadow root, and JSON-LD
    Shadow,
    /// An iframe of the loader's folder, and the script that keeps its height right
    Frame,
    /// The frame as oEmbed's JSON, for a file `oembed.json` in the loader's folder
    Oembed,
    /// The link by which a page tells of that file
    Discovery,
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
    let title = options.heading.clone().unwrap_or_else(|| title(explorer.dataset()));
    let folder = wanted.folder()?;
    let element = |inside: &str| {
        let snippet = options::snippet(&options, &wanted.loader, &format!("\n{inside}\n"));
        format!("{snippet}\n{}\n", structured(explorer.dataset()))
    };
    Ok(match wanted.form {
        Form::Element => element(&ssr::light(&explorer, language)),
        Form::Shadow => {
            let styles = format!("{folder}{}", styles(&tree.dist())?);
            element(&ssr::shadow(&explorer, &options, language, &styles))
        }
        Form::Frame => frame_snippet(&options, folder, &title, HEIGHT) + "\n",
        Form::Oembed => oembed(&title, &frame_snippet(&options, folder, &title, HEIGHT))? + "\n",
        Form::Discovery => discovery(folder, &title) + "\n",
    })
}

impl Options {
    /// Where the loader stands, and the page for frames beside it. Who reads oEmbed's JSON is
    /// elsewhere and needs the whole address.
    fn folder(&self) -> Result<&str> {
        let address = self.loader.split(['?', '#']).next().unwrap_or_default();
        let folder = address.rfind('/').and_then(|end| address.get(..=end)).unwrap_or_default();
        let abroad = matches!(self.form, Form::Oembed | Form::Discovery);
        if abroad && !folder.starts_with("https://") && !folder.starts_with("http://") {
            bail!("oEmbed needs whole addresses; add `--loader https://…/{LOADER}`");
        }
        Ok(folder)
    }
}

fn oembed(title: &str, html: &str) -> Result<String> {
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Provision Explorer",
        "title": title,
        "html": html,
        "width": WIDTH,
        "height": HEIGHT,
    });
    serde_json::to_string_pretty(&answer).context("an answer is plain data")
}

fn discovery(folder: &str, title: &str) -> String {
    let mut link = String::from("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"");
    escape_html(folder, &mut link);
    link.push_str("oembed.json\" title=\"");
    escape_html(title, &mut link);
    link.push_str("\">");
    link
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
