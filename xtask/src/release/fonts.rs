//! The fonts inside the modules: those in the folder `fonts` of a package of ours. What they say of
//! themselves is read from their files, so that another version is told by itself.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use ttf_parser::{Face, name_id};

use crate::{
    release::{inside::Inside, sha256},
    tree,
};

/// What all of them are under; their folder has its text.
pub(super) const LICENCE: &str = "OFL-1.1";
const TEXT: &str = "LICENSE-OFL.txt";

/// A font that a module has.
pub(super) struct Font {
    /// Its file's, which tells weights apart.
    pub(super) name: String,
    pub(super) version: String,
    /// Whose it is, and where it is made.
    pub(super) copyright: String,
    /// SHA-256 of the file, in hexadecimal.
    pub(super) checksum: String,
    /// The text that it comes with.
    pub(super) text: String,
    /// The place of the package that has it in the list of packages.
    pub(super) within: usize,
}

/// All of them, in the order of packages and names.
///
/// # Errors
/// Where a font doesn't say whose it is or of which version, or its licence's text doesn't name
/// whoever made it.
pub(super) fn all(inside: &[Inside]) -> Result<Vec<Font>> {
    let mut fonts = Vec::new();
    for (within, it) in inside.iter().enumerate().filter(|(_, it)| !it.is_foreign()) {
        let folder = it.package.manifest_path.with_file_name("fonts");
        if !folder.is_dir() {
            continue;
        }
        let text = tree::read_text(folder.join(TEXT).as_std_path())?;
        for file in tree::list(folder.as_std_path())? {
            if file.extension().is_some_and(|it| it == "ttf") {
                let font = font(&file, &text, within);
                fonts.push(font.with_context(|| format!("`{}`", file.display()))?);
            }
        }
    }
    Ok(fonts)
}

fn font(file: &Path, text: &str, within: usize) -> Result<Font> {
    let bytes = tree::read(file)?;
    let face = Face::parse(&bytes, 0).context("is no font")?;
    let said = |id| {
        let mut names = face.names().into_iter();
        names.find(|it| it.name_id == id).and_then(|it| it.to_string())
    };
    let version = said(name_id::VERSION).context("says no version")?;
    let copyright = said(name_id::COPYRIGHT_NOTICE).context("says not whose it is")?;
    ensure!(text.contains(&copyright), "{TEXT} beside it doesn't name `{copyright}`");
    Ok(Font {
        name: file.file_stem().context("has no name")?.to_string_lossy().into_owned(),
        version: version.trim_start_matches("Version ").to_owned(),
        copyright,
        checksum: sha256(&bytes),
        text: text.replace('\r', "").trim_end().to_owned(),
        within,
    })
}
