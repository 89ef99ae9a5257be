//! The datasets of this repository.
#![allow(dead_code, reason = "each test has its own need")]

use std::{fs, path::Path};

use authoring::Dataset;

pub(crate) fn convention() -> Dataset {
    read(|text| text)
}

pub(crate) fn bicycle() -> Dataset {
    dataset(&data("example-bicycle-parking.json"))
}

pub(crate) fn schulwege() -> Dataset {
    dataset(&data("example-schulwege.json"))
}

/// The bundled dataset, edited as a text.
pub(crate) fn read(edit: impl FnOnce(String) -> String) -> Dataset {
    dataset(&edit(data("un-cybercrime-convention.json")))
}

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    fs::read_to_string(path).expect("the dataset")
}

fn dataset(text: &str) -> Dataset {
    authoring::read(authoring::json::parse(text).expect("JSON")).dataset.expect("a dataset")
}
