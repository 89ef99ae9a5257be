//! The bundled dataset.

use std::{fs, path::Path};

use authoring::Dataset;

pub(crate) fn convention() -> Dataset {
    read(|text| text)
}

/// The bundled dataset, edited as a text.
pub(crate) fn read(edit: impl FnOnce(String) -> String) -> Dataset {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/un-cybercrime-convention.json");
    let text = edit(fs::read_to_string(path).expect("the dataset"));
    authoring::read(authoring::json::parse(&text).expect("JSON")).dataset.expect("a dataset")
}
