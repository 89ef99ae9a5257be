//! The doors for Node: what `npm/` calls. Nothing is decided here.

#![allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is owned")]

use std::path::{Path, PathBuf};

use authoring::json;
use clap::Parser;
use serde::Serialize;
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

use crate::{
    build_steps,
    cli::{self, Done},
    prerender,
    tree::{DEFAULT_DATASET, Shipped},
};

/// What a command came to.
#[wasm_bindgen]
pub struct Outcome(Done);

#[wasm_bindgen]
impl Outcome {
    /// What goes to standard output.
    #[wasm_bindgen(getter)]
    pub fn out(&self) -> String {
        self.0.out.clone()
    }

    /// What the program ends with.
    #[wasm_bindgen(getter)]
    pub fn code(&self) -> i32 {
        self.0.code
    }

    /// The folder to serve from now on.
    #[wasm_bindgen(getter)]
    pub fn folder(&self) -> Option<String> {
        Some(self.0.serve.as_ref()?.folder.to_str()?.into())
    }

    /// The port to serve it at.
    #[wasm_bindgen(getter)]
    pub fn port(&self) -> u16 {
        self.0.serve.as_ref().map_or(0, |it| it.port)
    }
}

/// The package's folder has what was built, data included.
fn shipped(package: &str) -> Shipped {
    Shipped { data: package.into(), dist: package.into() }
}

/// Runs a command line without the program's name.
#[wasm_bindgen]
pub fn run(arguments: Vec<String>, package: &str) -> Outcome {
    Outcome(cli::run(&arguments, &shipped(package)))
}

/// Checks a dataset's text; JSON.
///
/// # Errors
/// None: what is wrong with the dataset is among the answer.
#[wasm_bindgen]
pub fn check(text: &str) -> Result<String, JsError> {
    written(&build_steps::check(text))
}

/// The arguments of `prerender`.
#[derive(Parser)]
struct Wanted {
    #[command(flatten)]
    options: prerender::Options,
}

/// What is pasted into a story, from arguments and the options as JSON.
///
/// # Errors
/// As `crate::prerender::run`.
#[wasm_bindgen]
pub fn prerender(arguments: Vec<String>, options: &str, package: &str) -> Result<String, JsError> {
    let words = std::iter::once("prerender".to_owned()).chain(arguments);
    let mut wanted = Wanted::try_parse_from(words)?.options;
    wanted.values = Some(json::parse(options).map_err(|it| JsError::new(&it.to_string()))?);
    prerender::run(&shipped(package), &wanted).map_err(refused)
}

/// The places that a story names; JSON.
///
/// # Errors
/// Where the dataset is unsound or cannot be read.
#[wasm_bindgen]
pub fn find_mentions(
    story: &str,
    is_html: bool,
    dataset: Option<String>,
    package: &str,
) -> Result<String, JsError> {
    let file = dataset.map_or_else(|| Path::new(package).join(DEFAULT_DATASET), PathBuf::from);
    let law = prerender::explorer_of(&file).map_err(refused)?;
    written(&build_steps::find_mentions(story, is_html, &law))
}

fn refused(error: anyhow::Error) -> JsError {
    JsError::new(&format!("{error:#}"))
}

fn written(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
}
