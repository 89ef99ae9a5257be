//! Places in code that isn't ours. The compiler keeps the file's name for each panic that may come
//! from a library, 2 KB of text that nobody shares a word with. The message and the line stay, and
//! our own files' names.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::tree::{self, Tree};

/// Where the standard library's files lie.
const STANDARD: [&str; 2] = ["/rustc/", "/rust/deps/"];

/// As far as it is read here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Blanks them in place.
pub(super) fn blank(tree: &Tree, wasm: &Path) -> Result<()> {
    let lock: Lock = toml::from_str(&tree::read_text(&tree.root().join("Cargo.lock"))?)
        .context("`Cargo.lock` does not parse")?;
    let folder = |it: &Package| format!("{}-{}/src/", it.name, it.version);
    let mut folders: Vec<String> = lock.package.iter().map(folder).collect();
    folders.extend(STANDARD.map(String::from));

    let mut module = walrus::Module::from_file(wasm).context("the module does not parse")?;
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for data in all {
        blank_in(&mut module.data.get_mut(data).value, &folders);
    }
    tree::write(wasm, &module.emit_wasm())
}

fn blank_in(data: &mut [u8], folders: &[String]) {
    let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    for folder in folders {
        let mut from = 0;
        while let Some(at) = find(data.get(from..).unwrap_or_default(), folder.as_bytes()) {
            let rest = data.get_mut(from + at..).unwrap_or_default();
            let end = rest.iter().position(|byte| !in_path(byte)).unwrap_or(rest.len());
            let path = rest.get_mut(..end).unwrap_or_default();
            if path.ends_with(b".rs") {
                path.fill(b' ');
            }
            from += at + end;
        }
    }
}

fn find(data: &[u8], text: &[u8]) -> Option<usize> {
    data.windows(text.len()).position(|it| it == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_libraries_are_blanked_and_all_else_stays() {
        let text =
            "A0yew-1.0/src/app.rs\0src/app.rs\0yew-1.0/src/\0/rustc/1/core/a.rs!yew-1.0/src/b.rs";
        let mut data = text.as_bytes().to_vec();
        blank_in(&mut data, &["yew-1.0/src/".into(), "/rustc/".into()]);
        let told = String::from_utf8(data).unwrap();
        assert_eq!(told.len(), text.len());
        assert_eq!(told.replace(' ', ""), "A0\0src/app.rs\0yew-1.0/src/\0!");
    }
}
