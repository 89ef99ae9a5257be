//! Node's files, where the commands run in it as WebAssembly.

#![allow(clippy::needless_pass_by_value, reason = "errors are handed on by name")]

use std::path::{Path, PathBuf};

use anyhow::Result;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::{Kind, refused};

#[wasm_bindgen(module = "node:fs")]
extern "C" {
    #[wasm_bindgen(catch, js_name = readFileSync)]
    fn read_file(path: &str) -> Result<Vec<u8>, Failure>;
    #[wasm_bindgen(catch, js_name = writeFileSync)]
    fn write_file(path: &str, bytes: &[u8]) -> Result<(), Failure>;
    #[wasm_bindgen(catch, js_name = readdirSync)]
    fn read_folder(path: &str) -> Result<Vec<String>, Failure>;
    #[wasm_bindgen(catch, js_name = statSync)]
    fn stat(path: &str) -> Result<Stat, JsValue>;
    #[wasm_bindgen(catch, js_name = realpathSync)]
    fn real_path(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_name = mkdirSync)]
    fn make_one(path: &str) -> Result<(), Failure>;
    type Stat;
    #[wasm_bindgen(method, js_name = isDirectory)]
    fn is_directory(this: &Stat) -> bool;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(format: &str, text: &str);
    type Failure;
    #[wasm_bindgen(method, getter)]
    fn code(this: &Failure) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Failure) -> String;
}

fn told(failure: Failure) -> anyhow::Error {
    refused(&failure.code().unwrap_or_default(), failure.message())
}

fn text(path: &Path) -> &str {
    // Every path here came as a text.
    path.to_str().unwrap_or_default()
}

pub(super) fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let names = read_folder(text(folder)).map_err(told)?;
    Ok(names.into_iter().map(|name| folder.join(name)).collect())
}

pub(super) fn read(file: &Path) -> Result<Vec<u8>> {
    read_file(text(file)).map_err(told)
}

pub(super) fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    write_file(text(file), bytes).map_err(told)
}

pub(super) fn make_folder(folder: &Path) -> Result<()> {
    let mut missing: Vec<_> = folder
        .ancestors()
        .take_while(|it| !it.as_os_str().is_empty() && kind(it) != Some(Kind::Folder))
        .collect();
    missing.reverse();
    missing.into_iter().try_for_each(|it| make_one(text(it)).map_err(told))
}

pub(super) fn kind(path: &Path) -> Option<Kind> {
    let stat = stat(text(path)).ok()?;
    Some(if stat.is_directory() { Kind::Folder } else { Kind::File })
}

pub(super) fn whole(path: &Path) -> Option<PathBuf> {
    real_path(text(path)).ok().map(PathBuf::from)
}

pub(super) fn tell(text: &str) {
    console_error("%s", text);
}
