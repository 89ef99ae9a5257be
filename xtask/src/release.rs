//! `cargo xtask release`: what is handed to newsrooms, in `dist-release/`: the site as a zip for hosts,
//! the plugin for WordPress as a zip with its files in it, the npm tarball, and their checksums.
//!
//! This file holds which files go where. `inside` knows which packages are part of the modules, `fonts`
//! which fonts, `notices` and `components` say so to people and to tools, `archive` packs.

mod archive;
mod components;
mod fonts;
mod inside;
mod notices;

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::{
    build,
    mode::Mode,
    npm::{self, Shipped},
    package,
    progress::{noted, step},
    release::{fonts::Font, inside::Inside},
    tree::{self, MANIFEST, Tree},
};

/// What every archive says of whose work is in it.
const LICENCES: [&str; 2] = ["LICENSE-MIT", APACHE];
const APACHE: &str = "LICENSE-APACHE";
const NOTICES: &str = "THIRD-PARTY.txt";
const COMPONENTS: &str = "components.cdx.json";
const CHECKSUMS: &str = "SHA256SUMS";

/// What of a site no story needs: pages for people who make one, and for developers. Where a plugin is
/// uploaded, servers often take two megabytes and no more.
const NOT_IN_STORIES: [&str; 14] = [
    "assets/configurator-",
    "assets/painter-",
    "assets/pdf-",
    "assets/worker-",
    "configurator.",
    "custom-elements.json",
    "data/example-",
    "desk.",
    "index.html",
    "languages.html",
    MANIFEST,
    "preview.",
    "provision-explorer.d.ts",
    "schema/",
];

/// Whatever is in what is handed out: packages of Rust, packages of npm, fonts.
struct Contents {
    inside: Vec<Inside>,
    shipped: Vec<Shipped>,
    fonts: Vec<Font>,
}

impl Contents {
    fn of(tree: &Tree) -> Result<Self> {
        let inside = inside::packages(tree)?;
        let fonts = fonts::all(&inside)?;
        Ok(Self { inside, shipped: npm::shipped(tree)?, fonts })
    }
}

/// The files of an archive, by their paths in it.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Builds everything anew and writes the archives.
pub(crate) fn run(tree: &Tree, mode: Mode) -> Result<()> {
    build::run(tree, mode)?;
    let tarball = package::run(tree, mode)?;
    write(tree, mode, &tarball, &tree.release())
}

/// Writes the archives of what was built into a folder, in place of what is there.
pub(crate) fn write(tree: &Tree, mode: Mode, tarball: &Path, to: &Path) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let (site, plugin) = step("collecting what goes into archives", || {
        let about = about(tree)?;
        let site = site(&tree.dist_of(mode), &about)?;
        let plugin = plugin(&tree.root().join("integrations/wordpress"), &site)?;
        Ok((site, plugin))
    })?;
    noted("packing archives", || {
        let mut archives = Files::new();
        let folder = format!("provision-explorer-{version}");
        archives.insert(format!("{folder}.zip"), archive::zip(&folder, &site)?);
        let name = format!("provision-explorer-wordpress-{version}.zip");
        archives.insert(name, archive::zip("provision-explorer", &plugin)?);
        let name = tarball.file_name().context("the tarball has no name")?.to_string_lossy();
        archives.insert(name.into_owned(), tree::read(tarball)?);
        let sums = checksums(&archives);
        let note = format!("{} has {} archives and {CHECKSUMS}", to.display(), archives.len());
        archives.insert(CHECKSUMS.into(), sums.into_bytes());
        publish(to, &archives).map(|()| ((), note))
    })
}

/// Licences, notices and the list of components: what goes with whatever is handed out.
pub(crate) fn about(tree: &Tree) -> Result<Files> {
    let contents = Contents::of(tree)?;
    let mut files = Files::new();
    for name in LICENCES {
        files.insert(name.into(), tree::read(&tree.root().join(name))?);
    }
    let apache = tree::read_text(&tree.root().join(APACHE))?;
    files.insert(NOTICES.into(), notices::text(tree, &contents, &apache)?.into_bytes());
    files.insert(COMPONENTS.into(), components::json(&contents)?.into_bytes());
    Ok(files)
}

/// A built site with what is said about it.
fn site(dist: &Path, about: &Files) -> Result<Files> {
    let mut files = about.clone();
    for file in build::files(dist)? {
        let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy()).collect();
        files.insert(parts.join("/"), tree::read(&dist.join(&file))?);
    }
    Ok(files)
}

/// The plugin with the files that stories need where it looks for them.
fn plugin(folder: &Path, site: &Files) -> Result<Files> {
    let mut files = Files::new();
    for file in build::files(folder)? {
        files.insert(file.to_string_lossy().into_owned(), tree::read(&folder.join(&file))?);
    }
    for (path, bytes) in site {
        let about =
            LICENCES.contains(&path.as_str()) || [NOTICES, COMPONENTS].contains(&path.as_str());
        if about {
            files.insert(path.clone(), bytes.clone());
        } else if !NOT_IN_STORIES.iter().any(|it| path.starts_with(it)) {
            files.insert(format!("dist/{path}"), bytes.clone());
        }
    }
    Ok(files)
}

/// A line for each file, as `sha256sum --check` reads them.
fn checksums(files: &Files) -> String {
    let mut lines = String::new();
    for (name, bytes) in files {
        let _ = writeln!(lines, "{}  {name}", sha256(bytes));
    }
    lines
}

/// Each archive of the last release with its checksum.
pub(crate) fn sums(tree: &Tree) -> Result<BTreeMap<String, String>> {
    let folder = tree.release();
    let lines = tree::read_text(&folder.join(CHECKSUMS))?;
    let archive = |line: &str| {
        let (sum, name) = line.split_once("  ")?;
        let folder = folder.file_name()?.to_string_lossy();
        Some((format!("{folder}/{name}"), sum.to_owned()))
    };
    Ok(lines.lines().filter_map(archive).collect())
}

/// In hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, it| hex + &format!("{it:02x}"))
}

fn publish(folder: &Path, files: &Files) -> Result<()> {
    tree::remove_folder(folder)?;
    files.iter().try_for_each(|(name, bytes)| tree::write(&folder.join(name), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> Files {
        paths.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_plugin_has_what_stories_need_where_it_looks_for_it() {
        let site = files(&[
            "LICENSE-MIT",
            "THIRD-PARTY.txt",
            "assets/configurator-1.wasm",
            "assets/painter-1.js",
            "assets/painter-1.wasm",
            "assets/widget-1.wasm",
            "assets/pdf-1.js",
            "assets/worker-1.js",
            "configurator.html",
            "desk.html",
            "data/example-bicycle-parking.json",
            "data/un-cybercrime-convention.law.txt",
            "embed.html",
            "manifest.json",
            "provision-explorer.d.ts",
            "provision-explorer.js",
        ]);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../integrations/wordpress");
        let plugin = plugin(&folder, &site).unwrap();
        let paths: Vec<_> = plugin.keys().map(String::as_str).collect();
        assert_eq!(
            paths,
            [
                "LICENSE-MIT",
                "THIRD-PARTY.txt",
                "block.js",
                "block.json",
                "dist/assets/widget-1.wasm",
                "dist/data/un-cybercrime-convention.law.txt",
                "dist/embed.html",
                "dist/provision-explorer.js",
                "provision-explorer.php",
            ]
        );
    }

    #[test]
    fn what_is_no_package_of_rust_is_told_with_its_licence_as_well() {
        let tree = Tree::here().unwrap();
        let about = about(&tree).unwrap();
        let notices = String::from_utf8(about[NOTICES].clone()).unwrap();
        let (list, texts) = notices.split_once(&"-".repeat(80)).unwrap();
        let Contents { shipped, fonts, .. } = Contents::of(&tree).unwrap();
        assert_eq!(fonts.len(), 5);
        let shipped = shipped.iter().map(|it| (&it.name, &it.version, it.licence.as_str()));
        let fonts = fonts.iter().map(|it| (&it.name, &it.version, fonts::LICENCE));
        for (name, version, licence) in shipped.chain(fonts) {
            let name = format!("{name} {version}");
            assert!(list.contains(&format!("\n{name}: {licence}\n")), "{name}");
            assert!(texts.lines().any(|line| line.split(", ").any(|it| it == name)), "{name}");
        }
    }

    #[test]
    fn checksums_are_lines_as_sha256sum_reads_them() {
        assert_eq!(
            checksums(&Files::from([("a.zip".into(), b"abc".to_vec())])),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.zip\n"
        );
    }
}
