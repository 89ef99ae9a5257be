//! The compiler as a module of its own. A page that names a compiled law never fetches it.

use authoring::{Parsed, Published, read_text};
use explorer::export;
use wasm_bindgen::prelude::*;

/// What comes of a dataset.
#[wasm_bindgen(getter_with_clone)]
pub struct Compilation {
    /// The sound part, compiled; nothing where the top of the dataset is unsound.
    pub law: Option<String>,
    /// Its concerns as a table.
    pub csv: String,
    /// All that is wrong with the dataset, a sentence each.
    pub problems: Vec<String>,
}

/// Compiles the text of a dataset.
#[wasm_bindgen]
pub fn compile(json: &str) -> Compilation {
    let Parsed { dataset, problems, .. } = read_text(json);
    Compilation {
        law: dataset.as_ref().map(|law| law.compile(Published::default())),
        csv: dataset.as_ref().map(export::csv).unwrap_or_default(),
        problems: problems.iter().map(ToString::to_string).collect(),
    }
}
