//! The WebAssembly module and its glue: cargo, then wasm-bindgen, then wasm-opt.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, Result, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    build::{Mode, glue, names, order, places},
    process::{self, capture, output},
    progress::step,
    setup::WASM,
    tree::{self, Tree},
};

/// The name that wasm-bindgen gives its files.
const NAME: &str = "provision_explorer";

/// What browsers of our floor understand. Naming each keeps wasm-opt from emitting anything newer:
/// `--all-features` makes modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How wasm-opt shrinks. What counts is how a module compresses, not how long it is: brotli finds
/// less to share in what is inlined into its only caller, kept in one more local or spared one. The
/// lowest kilobyte of memory is the far end of the stack, so no sound address wraps around into it.
const PASSES: [&str; 6] = [
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--converge",
];

/// A package that becomes a module, and how Cargo's profile for what is published differs for it.
struct Package {
    name: &'static str,
    profile: &'static [(&'static str, &'static str)],
}

const WIDGET: Package = Package { name: "provision-explorer", profile: &[] };

/// No reader loads it, so a build doesn't wait for its last byte. A profile of its own would have
/// the macros, too, compiled once more.
const CONFIGURATOR: Package = Package {
    name: "configurator",
    profile: &[
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s"),
        ("CARGO_PROFILE_RELEASE_LTO", "false"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
};

/// A finished module.
pub(super) struct Module {
    /// JavaScript that loads it and speaks with it.
    pub(super) glue: PathBuf,
    /// The module itself.
    pub(super) wasm: PathBuf,
}

/// Builds the widget's module into the folder `work`.
pub(super) fn build(tree: &Tree, target: &Path, work: &Path, mode: Mode) -> Result<Module> {
    let compiled = step("building the widget for wasm32", || compile(tree, target, mode, &WIDGET))?;
    let bound = step("binding it to JavaScript", || bind(&compiled, &work.join("glue"), mode))?;
    glue::fit(&bound)?;
    if mode == Mode::Dev {
        return Ok(bound);
    }
    step("shortening the names between them", || {
        names::shorten(&bound)?;
        places::blank(tree, &bound.wasm)
    })?;
    let wasm = work.join("optimised.wasm");
    step("shrinking it with wasm-opt", || {
        wasm_opt(tree, &PASSES, &bound.wasm, &wasm)?;
        order::name_by_place(&wasm)?;
        let passes = ["--reorder-functions-by-name", "--strip-producers"];
        wasm_opt(tree, &passes, &wasm, &wasm)
    })?;
    Ok(Module { glue: bound.glue, wasm })
}

/// Builds the configurator's module into the folder `work`: few load it, and none of them on a
/// reader's page, so only what costs nobody a minute is done to make it small.
pub(super) fn build_configurator(
    tree: &Tree,
    target: &Path,
    work: &Path,
    mode: Mode,
) -> Result<Module> {
    step("building the configurator for wasm32", || {
        let compiled = compile(tree, target, mode, &CONFIGURATOR)?;
        let bound = bind(&compiled, &work.join("configurator"), mode)?;
        if mode == Mode::Dev {
            return Ok(bound);
        }
        let wasm = work.join("configurator.wasm");
        wasm_opt(tree, &["-Os", "--strip-producers"], &bound.wasm, &wasm)?;
        Ok(Module { glue: bound.glue, wasm })
    })
}

fn compile(tree: &Tree, target: &Path, mode: Mode, package: &Package) -> Result<PathBuf> {
    let mut cargo = process::cargo(tree);
    cargo
        .args(["build", "--package", package.name, "--lib", "--target", WASM])
        .arg("--message-format=json-render-diagnostics")
        .env("CARGO_ENCODED_RUSTFLAGS", without_machine_paths(tree, target)?);
    match mode {
        Mode::Release => cargo.arg("--release").envs(package.profile.iter().copied()),
        // Browsers name functions from the name section; DWARF would only make the module vast.
        Mode::Dev => cargo.env("CARGO_PROFILE_DEV_DEBUG", "none"),
    };
    let output = output(&mut cargo)?;
    // What a person can read of an error stands in the other output, rendered.
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{} does not compile for wasm32\n{told}", package.name);
    artifact(&output.stdout).context(
        "cargo named no .wasm file: the root package's library must have the crate type `cdylib`",
    )
}

fn artifact(messages: &[u8]) -> Option<PathBuf> {
    Message::parse_stream(messages)
        .filter_map(|message| match message {
            Ok(Message::CompilerArtifact(artifact)) => Some(artifact.filenames),
            _ => None,
        })
        .flatten()
        .filter(|file| file.extension() == Some("wasm"))
        .map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf)
        .last()
}

/// Flags that keep this machine's folders out of panic messages. Where several match, rustc takes
/// the last, so the narrow ones follow the wide ones.
fn without_machine_paths(tree: &Tree, target: &Path) -> Result<String> {
    let sysroot =
        capture(Command::new("rustc").current_dir(tree.root()).args(["--print", "sysroot"]))?;
    let home = env::home_dir().context("cannot tell which folder is the home folder")?;
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut folders = vec![
        (home, "home"),
        (cargo_home.clone(), "cargo"),
        (sysroot.trim().into(), "rust"),
        (tree.root().into(), "."),
        (target.into(), "target"),
    ];
    // Crates lie in a folder that is named after where they were fetched from.
    let registries = tree::list(&cargo_home.join("registry/src"))?;
    folders.extend(registries.into_iter().map(|registry| (registry, "")));
    let flags: Vec<_> = folders
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    Ok(flags.join("\u{1f}"))
}

fn bind(compiled: &Path, folder: &Path, mode: Mode) -> Result<Module> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .remove_name_section(mode == Mode::Release)
                .remove_producers_section(mode == Mode::Release)
                .generate(folder)
        })
        .context("wasm-bindgen cannot bind the module to JavaScript")?;
    Ok(Module {
        glue: folder.join(format!("{NAME}.js")),
        wasm: folder.join(format!("{NAME}_bg.wasm")),
    })
}

/// Function names are left out.
fn wasm_opt(tree: &Tree, passes: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = process::node_program(tree, "wasm-opt");
    wasm_opt.args(passes).arg("--strip-target-features").args(FEATURES);
    wasm_opt.arg(from).arg("-o").arg(to);
    capture(&mut wasm_opt).context("wasm-opt cannot shrink the module")?;
    tree::read(to).context("wasm-opt wrote no module").map(drop)
}
