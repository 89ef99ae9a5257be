//! The WebAssembly module and its glue: cargo, then wasm-bindgen, then wasm-opt.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use cargo_metadata::Message;
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    build::{glue, names, order, shrink::shrink, snip},
    mode::Mode,
    process::{self, output},
    progress::step,
    setup::{self, WASM},
    tree::{self, Tree},
};

/// The name that wasm-bindgen gives its files.
const NAME: &str = "provision_explorer";

/// How wasm-opt shrinks. What counts is how a module compresses, not how long it is: brotli finds
/// less to share in what is inlined into its only caller, kept in one more local or spared one. So
/// skipping `local-cse` wins 1.3 KB and `simplify-locals` 0.5 KB, for 4.7 and 1.7 KB more to compile
/// (docs/decisions/0013). The lowest kilobyte of memory is the far end of the stack, so no sound
/// address wraps around into it.
const PASSES: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--converge",
    "--strip-producers",
];

/// Names of functions that say what stands for their generic parameters.
const NAMES: &str = "-Csymbol-mangling-version=v0";

/// How the smallest module is compiled: with a standard library of its own, in which a panic is a
/// trap, and nothing is kept that would only describe one.
const SMALLEST: [&str; 4] =
    ["-Cpanic=immediate-abort", "-Zunstable-options", "-Zfmt-debug=none", "-Zlocation-detail=none"];
const SMALLEST_LIBRARY: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// A package that becomes a module, whether readers load it, and how Cargo's profile for what is
/// published differs for it.
struct Package {
    name: &'static str,
    readers: bool,
    profile: &'static [(&'static str, &'static str)],
}

const WIDGET: Package = Package { name: "provision-explorer", readers: true, profile: &[] };

/// No reader loads it, so a build doesn't wait for its last byte. A profile of its own would have
/// the macros, too, compiled once more.
const CONFIGURATOR: Package = Package {
    name: "configurator",
    readers: false,
    profile: &[
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s"),
        ("CARGO_PROFILE_RELEASE_LTO", "false"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ],
};

/// Few pages fetch it, and none waits for it that names a compiled law; its readers count bytes all
/// the same.
const COMPILER: Package = Package { name: "compiler", readers: true, profile: &[] };

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
    let bound = step("binding it to JavaScript", || {
        let snipped = work.join("snipped.wasm");
        if mode != Mode::Dev {
            snip::snip(&compiled, &snipped, mode)?;
        }
        let linked = if mode == Mode::Dev { &compiled } else { &snipped };
        bind(linked, &work.join("glue"), mode)
    })?;
    glue::patch(tree, &bound, mode)?;
    if mode == Mode::Dev {
        return Ok(bound);
    }
    step("shortening the names between them", || {
        names::shorten(&bound)?;
        tree::write(&named(target, mode), &tree::read(&bound.wasm)?)
    })?;
    let wasm = work.join("optimised.wasm");
    step("shrinking it with wasm-opt", || {
        shrink(tree, target, &PASSES, &bound.wasm, &wasm)?;
        tree::write(&wasm, &order::ordered(&tree::read(&wasm)?)?)
    })?;
    Ok(Module { glue: bound.glue, wasm })
}

/// The widget's module as it was before it was shrunk, with the functions' names. Its glue is that of
/// the build.
fn named(target: &Path, mode: Mode) -> PathBuf {
    target.join("xtask").join(mode.folder()).with_extension("wasm")
}

/// The copy of a build's module that has names, shrunk.
pub(crate) fn with_names(tree: &Tree, target: &Path, mode: Mode) -> Result<Vec<u8>> {
    let named = named(target, mode);
    let shrunk = named.with_extension("shrunk.wasm");
    let passes = [&PASSES[..], &["--debuginfo"]].concat();
    shrink(tree, target, &passes, &named, &shrunk)?;
    tree::read(&shrunk)
}

/// Builds the configurator's module into the folder `work`: few load it, and none of them on a
/// reader's page, so only what costs nobody a minute is done to make it small.
pub(super) fn build_configurator(
    tree: &Tree,
    target: &Path,
    work: &Path,
    mode: Mode,
) -> Result<Module> {
    build_beside(tree, target, work, mode, &CONFIGURATOR, &["-Os", "--strip-producers"])
}

/// Builds the compiler's module into the folder `work`.
pub(super) fn build_compiler(
    tree: &Tree,
    target: &Path,
    work: &Path,
    mode: Mode,
) -> Result<Module> {
    build_beside(tree, target, work, mode, &COMPILER, &PASSES)
}

/// Builds the module that draws pictures into the folder `work`.
pub(super) fn build_painter(tree: &Tree, target: &Path, work: &Path, mode: Mode) -> Result<Module> {
    build_beside(tree, target, work, mode, &PAINTER, &["-Os", "--strip-producers"])
}

/// Builds a module that stands beside the widget's: bound, and shrunk by `passes`.
fn build_beside(
    tree: &Tree,
    target: &Path,
    work: &Path,
    mode: Mode,
    package: &Package,
    passes: &[&str],
) -> Result<Module> {
    step(&format!("building the {} for wasm32", package.name), || {
        let compiled = compile(tree, target, mode, package)?;
        let bound = bind(&compiled, &work.join(package.name), mode)?;
        if mode == Mode::Dev {
            return Ok(bound);
        }
        let wasm = work.join(format!("{}.wasm", package.name));
        shrink(tree, target, passes, &bound.wasm, &wasm)?;
        Ok(Module { wasm, ..bound })
    })
}

/// No reader loads these: built as the configurator is.
const PAINTER: Package = Package { name: "painter", readers: false, profile: CONFIGURATOR.profile };
const COMMANDS: Package =
    Package { name: "newsroom", readers: false, profile: CONFIGURATOR.profile };

/// Builds what Node runs of the newsroom's commands into a folder: `newsroom.cjs` and its module.
pub(crate) fn build_commands(tree: &Tree, target: &Path, folder: &Path, mode: Mode) -> Result<()> {
    let compiled = compile(tree, target, mode, &COMMANDS)?;
    Bindgen::new()
        .input_path(&compiled)
        .out_name(COMMANDS.name)
        .nodejs(true)
        .and_then(|bindgen| {
            bindgen.typescript(false).remove_producers_section(true).generate(folder)
        })
        .context("wasm-bindgen cannot bind the commands to Node")?;
    // The package is of modules, and this is what Node calls a script.
    let script = folder.join("newsroom.js");
    tree::write(&folder.join("newsroom.cjs"), &tree::read(&script)?)?;
    std::fs::remove_file(&script).context("cannot remove the script's first name")?;
    if mode == Mode::Dev {
        return Ok(());
    }
    let wasm = folder.join("newsroom_bg.wasm");
    shrink(tree, target, &["-Os", "--strip-producers"], &wasm, &wasm)
}

fn compile(tree: &Tree, target: &Path, mode: Mode, package: &Package) -> Result<PathBuf> {
    let mut cargo = process::cargo(tree);
    cargo
        .args(["build", "--package", package.name, "--lib", "--target", WASM])
        .arg("--message-format=json-render-diagnostics");
    let mut flags = without_machine_paths(tree, target)?;
    flags.push(NAMES.to_owned());
    match mode {
        Mode::Smallest if package.readers => {
            flags.extend(SMALLEST.map(String::from));
            // The same compiler, which lets a stable release do what it does not promise. Macros
            // look at this variable when they are built, so they have a folder of their own.
            cargo.env("RUSTC_BOOTSTRAP", "1").arg("--release").args(SMALLEST_LIBRARY);
            cargo.arg("--target-dir").arg(target.join("smallest"));
        }
        Mode::Release | Mode::Smallest => {
            cargo.arg("--release").envs(package.profile.iter().copied());
        }
        // Browsers name functions from the name section; DWARF would only make the module vast.
        Mode::Dev => {
            cargo.env("CARGO_PROFILE_DEV_DEBUG", "none");
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    let output = output(&mut cargo)?;
    // What a person can read of an error stands in the other output, rendered.
    let rendered = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{} does not compile for wasm32\n{rendered}", package.name);
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
fn without_machine_paths(tree: &Tree, target: &Path) -> Result<Vec<String>> {
    let sysroot = setup::sysroot(tree)?;
    let home = env::home_dir().context("cannot tell which folder is the home folder")?;
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut folders = vec![
        (home, "home".to_owned()),
        (cargo_home.clone(), "cargo".to_owned()),
        (sysroot.clone(), "rust".to_owned()),
        // What the library's files are called where its source is not there to be named.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{}", setup::compiler(tree)?)),
        (tree.root().into(), ".".to_owned()),
        (target.into(), "target".to_owned()),
    ];
    // Crates lie in a folder that is named after where they were fetched from.
    let registries = tree::list(&cargo_home.join("registry/src"))?;
    folders.extend(registries.into_iter().map(|registry| (registry, String::new())));
    let remap =
        |(from, to): (PathBuf, String)| format!("--remap-path-prefix={}={to}", from.display());
    Ok(folders.into_iter().map(remap).collect())
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
                .remove_producers_section(mode != Mode::Dev)
                .generate(folder)
        })
        .context("wasm-bindgen cannot bind the module to JavaScript")?;
    Ok(Module {
        glue: folder.join(format!("{NAME}.js")),
        wasm: folder.join(format!("{NAME}_bg.wasm")),
    })
}
