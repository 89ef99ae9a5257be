//! `init`: a folder to begin with. It holds a story, an example law with its sources' texts, and the
//! explorer's options; the README in it has the next commands.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use publish::name_of;

use crate::tree;

/// The files, as paths within the folder; where they name the law as published, they say `LAW`.
const FILES: [(&str, &str); 6] = [
    ("README.md", include_str!("init/README.md")),
    ("law.json", include_str!("../../../data/example-bicycle-parking.json")),
    ("options.json", include_str!("init/options.json")),
    ("site/index.html", include_str!("init/index.html")),
    (
        "sources/law/cyclists-letter.txt",
        include_str!("../../../data/sources/example-bicycle-parking/cyclists-letter.txt"),
    ),
    (
        "sources/law/traders-memorandum.txt",
        include_str!("../../../data/sources/example-bicycle-parking/traders-memorandum.txt"),
    ),
];

/// The example's id.
const LAW: &str = "example-bicycle-parking";

/// Where the folder is made.
#[derive(Args)]
pub struct Options {
    /// The folder; nothing in it is overwritten
    #[arg(default_value = "explorer")]
    folder: PathBuf,
}

/// Writes the folder. Returns what stands in it now.
///
/// # Errors
/// Where one of the files is there already.
pub fn run(wanted: &Options) -> Result<String> {
    let files = FILES.map(|(name, text)| (wanted.folder.join(name), text));
    if let Some((file, _)) = files.iter().find(|(file, _)| tree::is_file(file)) {
        bail!("`{}` is there already; name another folder", file.display());
    }
    let mut told = String::new();
    for (file, text) in &files {
        tree::write(file, text.replace("/LAW", &format!("/{}", name_of(LAW))).as_bytes())?;
        writeln!(told, "{}", file.display())?;
    }
    Ok(told)
}
