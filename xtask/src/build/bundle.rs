//! Scripts and styles: esbuild joins and minifies them, and content hashes name them.
//!
//! The hand-written scripts use names that are given here: the modules `glue` (from wasm-bindgen),
//! `contract` (of `www/`) and `styles` (the style sheet's text), and the identifiers of `definitions`.

use std::{collections::BTreeMap, ffi::OsString, fmt::Display, path::Path};

use anyhow::{Context as _, Result};
use authoring::MAGIC;
use newsroom::prerender::styles;
use provision_explorer::Language;
use publish::hash;
use serde_json::{Value, json};

use crate::{
    build::{
        BuildDirs,
        manifest::{Manifest, integrity},
        wasm::Module,
    },
    mode::Mode,
    process::{self, capture},
    tree::{self, COMPILED_DATASET, DEFAULT_DATASET, FRAME_SCRIPT, LOADER, PARENT_SCRIPT, Tree},
};

/// The policy of Trusted Types with which the desk starts its worker.
pub(crate) const WORKER_POLICY: &str = "provision-explorer-worker";

/// What language the scripts may use; the style sheet's nesting is left to the browser.
pub(super) const TARGET: &str = "--target=es2022";

/// Writes the loader with its hashed assets, and the scripts of both sides of a frame.
pub(super) fn build(
    tree: &Tree,
    shop: &BuildDirs,
    module: &Module,
    compiler: &Module,
    mode: Mode,
) -> Result<()> {
    let styles = shop.work.join("styles.css");
    esbuild(tree, mode, &tree.root().join("src/styles/index.css"), &styles, &[])?;

    let widget = shop.work.join("widget.js");
    let wasm = tree::read(&module.wasm)?;
    let languages = languages(&shop.dist)?;
    let mut options = compiler_names(tree, shop, compiler, mode)?;
    options.extend([
        define("LANGUAGES", by_tag(&languages, neighbour)),
        define("WASM_INTEGRITY", json!(integrity(&wasm))),
        option("--alias:contract=", &tree.www().join("contract.js")),
        option("--alias:glue=", &module.glue),
        option("--alias:styles=", &styles),
        "--loader:.css=text".into(),
        "--format=esm".into(),
        TARGET.into(),
    ]);
    esbuild(tree, mode, &tree.www().join("widget.js"), &widget, &options)?;

    publish(&shop.dist, "widget", "css", &tree::read(&styles)?)?;
    let assets = Assets {
        mentions: script(tree, shop, mode, "mentions")?,
        replay: script(tree, shop, mode, "replay")?,
        widget: publish(&shop.dist, "widget", "js", &tree::read(&widget)?)?,
        wasm: publish(&shop.dist, "widget", "wasm", &wasm)?,
        languages,
    };
    let mut options = definitions(&assets);
    options.extend([define("BUNDLED", false), "--format=esm".into(), TARGET.into()]);
    esbuild(tree, mode, &tree.www().join(LOADER), &shop.dist.join(LOADER), &options)?;
    let beside = format!("--external:./{LOADER}").into();
    let options = [beside, "--format=esm".into(), TARGET.into()];
    for script in [FRAME_SCRIPT, PARENT_SCRIPT] {
        esbuild(tree, mode, &tree.www().join(script), &shop.dist.join(script), &options)?;
    }
    Ok(())
}

/// Writes the compiler's files. Returns what the widget's script knows of them, which stands beside.
fn compiler_names(
    tree: &Tree,
    shop: &BuildDirs,
    compiler: &Module,
    mode: Mode,
) -> Result<Vec<OsString>> {
    let [script, wasm] = module_beside(tree, shop, "compiler", compiler, mode)?;
    Ok(vec![
        define("COMPILED", json!(MAGIC)),
        define("COMPILER_MODULE", neighbour(&script)),
        define("COMPILER_WASM", neighbour(&wasm)),
        define("COMPILER_INTEGRITY", json!(integrity(&tree::read(&compiler.wasm)?))),
    ])
}

/// Writes the glue and the module of what is fetched by itself. Returns their paths.
fn module_beside(
    tree: &Tree,
    shop: &BuildDirs,
    name: &str,
    module: &Module,
    mode: Mode,
) -> Result<[String; 2]> {
    let script = shop.work.join(format!("{name}.js"));
    esbuild(tree, mode, &module.glue, &script, &["--format=esm".into(), TARGET.into()])?;
    Ok([
        publish(&shop.dist, name, "js", &tree::read(&script)?)?,
        publish(&shop.dist, name, "wasm", &tree::read(&module.wasm)?)?,
    ])
}

/// Writes the scripts of the configurator and of the desk, which are one module, and that of the
/// preview.
pub(super) fn configurator(
    tree: &Tree,
    shop: &BuildDirs,
    module: &Module,
    painter: &Module,
    mode: Mode,
) -> Result<()> {
    let wasm = publish(&shop.dist, "configurator", "wasm", &tree::read(&module.wasm)?)?;
    let worker = worker(tree, shop, module, &wasm, painter, mode)?;
    let options = [
        option("--alias:glue=", &module.glue),
        define("CONFIGURATOR_WASM", beside(&wasm)),
        define("WORKER", beside(&worker)),
        define("WORKER_POLICY", json!(WORKER_POLICY)),
        define("DEFAULT_DATASET", json!(format!("./{DEFAULT_DATASET}"))),
        define("WIDGET_STYLES", json!(styles(&shop.dist)?)),
        "--format=esm".into(),
        TARGET.into(),
    ];
    for page in ["configurator.js", "desk.js"] {
        esbuild(tree, mode, &tree.www().join(page), &shop.dist.join(page), &options)?;
    }
    let beside = format!("--external:./{LOADER}").into();
    let options = [beside, "--format=esm".into(), TARGET.into()];
    esbuild(tree, mode, &tree.www().join("preview.js"), &shop.dist.join("preview.js"), &options)
}

/// Writes the worker of both pages, and what it fetches when there is something to do for it: the reader
/// of PDFs, and the module that draws pictures.
fn worker(
    tree: &Tree,
    shop: &BuildDirs,
    module: &Module,
    wasm: &str,
    painter: &Module,
    mode: Mode,
) -> Result<String> {
    // Its makers have made it small; to do so again in a dev build spares every test a megabyte.
    let pdf = script(tree, shop, Mode::Release, "pdf")?;
    let [painter, painter_wasm] = module_beside(tree, shop, "painter", painter, mode)?;
    let file = shop.work.join("worker.js");
    let options = [
        option("--alias:glue=", &module.glue),
        define("CONFIGURATOR_WASM", neighbour(wasm)),
        define("PDF", neighbour(&pdf)),
        define("PAINTER", neighbour(&painter)),
        define("PAINTER_WASM", neighbour(&painter_wasm)),
        // It starts no other.
        define("WORKER", json!("")),
        define("WORKER_POLICY", json!("")),
        "--format=esm".into(),
        TARGET.into(),
    ];
    esbuild(tree, mode, &tree.www().join("worker.js"), &file, &options)?;
    publish(&shop.dist, "worker", "js", &tree::read(&file)?)
}

/// The hashed files, as paths within `dist/`.
pub(super) struct Assets {
    mentions: String,
    replay: String,
    widget: String,
    wasm: String,
    /// By the language's tag.
    languages: BTreeMap<&'static str, String>,
}

impl Assets {
    /// Those of a build that is there.
    pub(super) fn of(manifest: &Manifest) -> Result<Self> {
        let path = |name, extension| manifest.asset(name, extension).map(str::to_owned);
        let others = Language::ALL.into_iter().filter(|it| *it != Language::fallback());
        Ok(Self {
            mentions: path("mentions", "js")?,
            replay: path("replay", "js")?,
            widget: path("widget", "js")?,
            wasm: path("widget", "wasm")?,
            languages: others
                .map(|it| Ok((it.tag, path(it.tag, "txt")?)))
                .collect::<Result<_>>()?,
        })
    }
}

/// Writes a script that only some pages load.
fn script(tree: &Tree, shop: &BuildDirs, mode: Mode, name: &str) -> Result<String> {
    let (file, script) = (format!("{name}.js"), shop.work.join(format!("{name}.js")));
    esbuild(tree, mode, &tree.www().join(file), &script, &["--format=esm".into(), TARGET.into()])?;
    publish(&shop.dist, name, "js", &tree::read(&script)?)
}

/// Writes the words of each language besides the one that is part of the module.
fn languages(dist: &Path) -> Result<BTreeMap<&'static str, String>> {
    let others = Language::ALL.into_iter().filter(|it| *it != Language::fallback());
    others.map(|it| Ok((it.tag, publish(dist, it.tag, "txt", it.to_file().as_bytes())?))).collect()
}

/// What the loader knows of the other files: addresses relative to its own.
pub(super) fn definitions(assets: &Assets) -> Vec<OsString> {
    [
        ("MENTIONS", beside(&assets.mentions)),
        ("REPLAY", beside(&assets.replay)),
        ("WIDGET_MODULE", beside(&assets.widget)),
        ("WIDGET_WASM", beside(&assets.wasm)),
        ("DEFAULT_DATASET", beside(COMPILED_DATASET)),
        ("LANGUAGES", by_tag(&assets.languages, beside)),
    ]
    .map(|(name, value)| define(name, value))
    .into()
}

/// The address of a file of `dist/` for a script that stands at its top, as a literal.
pub(super) fn beside(path: &str) -> Value {
    json!(format!("./{path}"))
}

/// The address of a file of `assets/` for a script that stands there as well.
fn neighbour(path: &str) -> Value {
    json!(path.replace("assets/", "./"))
}

/// The addresses of the languages' files.
fn by_tag(languages: &BTreeMap<&'static str, String>, address: fn(&str) -> Value) -> Value {
    languages.iter().map(|(tag, path)| (*tag, address(path))).collect()
}

pub(super) fn define(name: &str, value: impl Display) -> OsString {
    format!("--define:{name}={value}").into()
}

pub(super) fn esbuild(
    tree: &Tree,
    mode: Mode,
    from: &Path,
    to: &Path,
    options: &[OsString],
) -> Result<()> {
    let mut esbuild = process::node_program(tree, "esbuild");
    esbuild
        .arg(from)
        .args(["--bundle", "--charset=utf8", "--log-level=warning", "--color=false"])
        .arg(option("--outfile=", to))
        .args(options);
    if mode != Mode::Dev {
        esbuild.arg("--minify");
    }
    capture(&mut esbuild).map(drop).with_context(|| format!("cannot bundle `{}`", from.display()))
}

fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// Writes a file to `assets/` under a name that changes with its content, so that it may be cached
/// for ever. Returns its path within `dist/`.
fn publish(dist: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let path = format!("assets/{name}-{}.{extension}", hash(bytes));
    tree::write(&dist.join(&path), bytes)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_learns_addresses_relative_to_its_own() {
        let assets = Assets {
            mentions: "assets/mentions-0.js".into(),
            replay: "assets/replay-4.js".into(),
            widget: "assets/widget-1.js".into(),
            wasm: "assets/widget-2.wasm".into(),
            languages: BTreeMap::from([("fr", "assets/fr-3.txt".into())]),
        };
        let definitions = definitions(&assets);
        assert_eq!(definitions[2], r#"--define:WIDGET_MODULE="./assets/widget-1.js""#);
        assert_eq!(definitions[3], r#"--define:WIDGET_WASM="./assets/widget-2.wasm""#);
        assert_eq!(definitions[5], r#"--define:LANGUAGES={"fr":"./assets/fr-3.txt"}"#);
    }
}
