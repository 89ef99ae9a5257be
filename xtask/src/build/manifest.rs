//! `manifest.json`: what `dist/` holds, how large each file is, and what its content must be.

use std::{collections::BTreeMap, io::Write as _, path::Path};

use anyhow::{Context as _, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha384};

use crate::{
    build::site,
    mode::Mode,
    tree::{self, MANIFEST},
};

/// The files of a build. The manifest itself is not among them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) version: String,
    /// By path within `dist/`, with forward slashes.
    pub(crate) files: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) bytes: u64,
    /// Size after Brotli at its highest level, as a host would store it; a rough one in a dev build,
    /// and of what no reader loads.
    pub(crate) brotli: u64,
    /// As the `integrity` attribute wants it.
    pub(crate) integrity: String,
}

impl Manifest {
    /// Measures every file in a folder.
    pub(crate) fn of(dist: &Path, mode: Mode) -> Result<Self> {
        let mut files = BTreeMap::new();
        for file in site::files(dist)? {
            let entry = Entry::of(&tree::read(&dist.join(&file))?, mode)?;
            let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
            files.insert(parts.join("/"), entry);
        }
        Ok(Self { version: env!("CARGO_PKG_VERSION").to_owned(), files })
    }

    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let file = dist.join(MANIFEST);
        let text = tree::read_text(&file).context("there is no build; run `cargo xtask build`")?;
        serde_json::from_str(&text).with_context(|| {
            format!("`{}` is of another build; run `cargo xtask build`", file.display())
        })
    }

    /// The path of the hashed file with this name.
    pub(super) fn asset(&self, name: &str, extension: &str) -> Result<&str> {
        let (start, end) = (format!("assets/{name}-"), format!(".{extension}"));
        let path = self.files.keys().find(|it| it.starts_with(&start) && it.ends_with(&end));
        path.map(String::as_str).with_context(|| format!("the build has no `{start}…{end}`"))
    }

    pub(crate) fn write(&self, dist: &Path) -> Result<()> {
        let mut json = serde_json::to_string_pretty(self).context("a manifest is plain data")?;
        json.push('\n');
        tree::write(&dist.join(MANIFEST), json.as_bytes())
    }
}

impl Entry {
    fn of(bytes: &[u8], mode: Mode) -> Result<Self> {
        Ok(Self {
            bytes: bytes.len() as u64,
            brotli: brotli(bytes, mode)?,
            integrity: integrity(bytes),
        })
    }
}

/// Larger than anything that a reader loads, in bytes.
const LARGE: usize = 2_000_000;

/// As the `integrity` attribute wants it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn brotli(bytes: &[u8], mode: Mode) -> Result<u64> {
    let (buffer, window) = (4096, 22);
    // The highest level takes minutes over a module that was not shrunk, and one over the
    // configurator's, which no reader loads.
    let quality = match mode {
        Mode::Dev => 1,
        Mode::Release | Mode::Smallest if bytes.len() < LARGE => 11,
        Mode::Release | Mode::Smallest => 9,
    };
    let mut packer = brotli::CompressorWriter::new(Vec::new(), buffer, quality, window);
    packer.write_all(bytes).context("cannot compress")?;
    Ok(packer.into_inner().len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_carries_what_an_integrity_attribute_wants() {
        let entry = Entry::of(b"abc", Mode::Release).unwrap();
        assert_eq!(entry.bytes, 3);
        assert_eq!(
            entry.integrity,
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }

    #[test]
    fn repetition_packs_well() {
        assert!(brotli(&[b'a'; 10_000], Mode::Release).unwrap() < 100);
    }
}
