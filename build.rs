//! Finds the languages, so that one is its file and nothing else: what stands in `src/messages`
//! besides that which languages are made with is declared as a module there.

use std::{env, fmt::Write as _, fs, path::Path};

/// What languages are made with, and English, which is always a part of the module.
const OTHERS: [&str; 5] = ["en", "lines", "mod", "plural", "tests"];

fn main() {
    println!("cargo::rerun-if-changed=src/messages");
    println!("cargo::rustc-check-cfg=cfg(every_language)");
    // The widget fetches a language's words, and has the code of none.
    let every =
        variable("CARGO_CFG_TARGET_ARCH") != "wasm32" || env::var_os("CARGO_FEATURE_SSR").is_some();
    let mut declared = String::new();
    if every {
        println!("cargo::rustc-cfg=every_language");
        let folder = Path::new(&variable("CARGO_MANIFEST_DIR")).join("src/messages");
        declared = declarations(&folder);
    }
    fs::write(Path::new(&variable("OUT_DIR")).join("languages.rs"), declared)
        .expect("cargo gives a folder to write to");
}

fn variable(name: &str) -> String {
    env::var(name).expect("cargo sets it")
}

/// A module for each language's file, and the call that lists them, English first.
fn declarations(folder: &Path) -> String {
    let mut declared = String::new();
    let names = languages(folder);
    for name in &names {
        let file = folder.join(name).with_extension("rs").display().to_string();
        let _ = writeln!(declared, "#[path = {file:?}]\nmod {name};");
    }
    let _ = writeln!(declared, "every! {{ en {} }}", names.join(" "));
    declared
}

/// The names of the languages' files besides the English one, in order.
fn languages(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder stands in the tree");
    let names = files.filter_map(|file| {
        let path = file.expect("the folder can be listed").path();
        path.file_name()?.to_str()?.strip_suffix(".rs").map(String::from)
    });
    let mut names: Vec<_> = names.filter(|it| !OTHERS.contains(&it.as_str())).collect();
    names.sort();
    names
}
