//! The licence notices of everything inside modules and scripts that is somebody else's.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use anyhow::{Result, bail};
use cargo_metadata::{Package, camino::Utf8Path};

use crate::{
    npm::Shipped,
    release::{
        Contents,
        fonts::{Font, LICENCE},
    },
    tree::{self, Tree},
};

/// How files begin that hold a licence or what it wants to be passed on.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

const HEAD: &str = "\
Provision Explorer is licensed under MIT or Apache 2.0, as you prefer (LICENSE-MIT, LICENSE-APACHE).
Its WebAssembly modules and scripts contain the packages and fonts below, and the standard library of Rust (MIT or
Apache 2.0, https://github.com/rust-lang/rust). First each package with its licence, then each text once, with the
packages that it came with.
";

/// All notices as one text. `apache` is the text of Apache 2.0, which is the same for everybody: it
/// stands for packages that come without their licence's text and may be had under it.
///
/// # Errors
/// Where a package comes without a text and none is known for its licence.
pub(super) fn text(tree: &Tree, contents: &Contents, apache: &str) -> Result<String> {
    let mut notices = Notices { list: HEAD.into(), texts: BTreeMap::new() };
    for it in contents.inside.iter().filter(|it| it.is_foreign()) {
        notices.add_package(&it.package, apache)?;
    }
    for it in &contents.shipped {
        notices.add_shipped(tree, it)?;
    }
    for it in &contents.fonts {
        notices.add_font(it);
    }
    Ok(notices.written())
}

/// Packages with their licences, and the texts with those that each came with.
struct Notices {
    list: String,
    texts: BTreeMap<String, Vec<String>>,
}

impl Notices {
    fn add(&mut self, name: &str, texts: Vec<String>) {
        for text in texts {
            self.texts.entry(text).or_default().push(name.into());
        }
    }

    /// A crate.
    fn add_package(&mut self, package: &Package, apache: &str) -> Result<()> {
        let name = format!("{} {}", package.name, package.version);
        let licence = package.license.as_deref().unwrap_or("see its text below");
        let _ = write!(self.list, "\n{name}: {licence}\n");
        for line in [package.authors.join(", "), package.repository.clone().unwrap_or_default()] {
            if !line.is_empty() {
                let _ = writeln!(self.list, "    {line}");
            }
        }
        let folder = package.manifest_path.parent().map(Utf8Path::as_std_path);
        let mut own = folder.map_or_else(|| Ok(Vec::new()), texts_in)?;
        if own.is_empty() {
            let head = folder.map(|it| head(&it.join("src/lib.rs"))).transpose()?.flatten();
            match head.or_else(|| known(&package.name).map(str::to_owned)) {
                Some(text) => own.push(text),
                None if licence.contains("Apache-2.0") => own.push(apache.trim_end().to_owned()),
                None => {
                    bail!("{name} comes without the text of its licence ({licence}); say it here")
                }
            }
        }
        self.add(&name, own);
        Ok(())
    }

    /// A package that a script is bundled with.
    fn add_shipped(&mut self, tree: &Tree, it: &Shipped) -> Result<()> {
        let name = format!("{} {}", it.name, it.version);
        let _ = write!(self.list, "\n{name}: {}\n    {}\n", it.licence, it.repository);
        let folder = tree.root().join("node_modules").join(&it.name);
        let mut own = if folder.is_dir() { texts_in(&folder)? } else { Vec::new() };
        own.extend(known(&it.name).filter(|_| own.is_empty()).map(str::to_owned));
        if own.is_empty() {
            bail!("{name} comes without the text of its licence ({}); say it here", it.licence);
        }
        self.add(&name, own);
        Ok(())
    }

    /// A font, under the text that its folder has.
    fn add_font(&mut self, it: &Font) {
        let name = format!("{} {}", it.name, it.version);
        let _ = write!(self.list, "\n{name}: {LICENCE}\n    {}\n", it.copyright);
        self.add(&name, vec![it.text.clone()]);
    }

    fn written(self) -> String {
        let Self { mut list, texts } = self;
        let mut texts: Vec<_> = texts.into_iter().map(|(text, names)| (names, text)).collect();
        texts.sort();
        for (names, text) in texts {
            let _ = write!(list, "\n{}\n{}\n\n{text}\n", "-".repeat(80), names.join(", "));
        }
        list
    }
}

/// The text of a licence that a package names and leaves out.
fn known(package: &str) -> Option<&'static str> {
    match package {
        "harfrust" => Some(include_str!("harfrust.txt").trim_end()),
        "core-js" => Some(include_str!("core-js.txt").trim_end()),
        _ => None,
    }
}

/// The licence that stands at the top of a package's code.
fn head(file: &Path) -> Result<Option<String>> {
    if !file.is_file() {
        return Ok(None);
    }
    let code = tree::read_text(file)?;
    let comment = code.strip_prefix("/*").and_then(|it| it.split_once("*/"));
    let comment = comment
        .map(|(comment, _)| comment)
        .filter(|it| it.contains("Permission is hereby granted"));
    let plain = |line: &str| line.trim_start().trim_start_matches('*').trim().to_owned();
    Ok(comment.map(|it| it.lines().map(plain).collect::<Vec<_>>().join("\n").trim().to_owned()))
}

/// The texts of a package's folder, without what differs between systems.
fn texts_in(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for file in tree::list(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if file.is_file() && NAMES.iter().any(|it| name.starts_with(it)) {
            texts.push(tree::read_text(&file)?.replace('\r', "").trim_end().to_owned());
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_without_the_text_of_its_licence_is_shipped_nowhere() {
        let shipped = Shipped {
            name: "no-such-package".into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            description: String::new(),
            repository: "https://example.org".into(),
            checksum: None,
            within: None,
        };
        let contents = Contents { inside: Vec::new(), shipped: vec![shipped], fonts: Vec::new() };
        let why = text(&Tree::here().unwrap(), &contents, "").unwrap_err().to_string();
        assert!(why.contains("no-such-package 1.0.0"), "{why}");
    }
}
