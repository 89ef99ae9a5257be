//! The files that are copied: pages, datasets and the schema.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{
    pages,
    tree::{self, Tree},
};

/// Copies the demo story, the pages beside it, the datasets and the schema.
pub(super) fn copy(tree: &Tree, dist: &Path) -> Result<()> {
    let demo = tree::read_text(&tree.root().join("index.html"))?;
    place(dist, Path::new("index.html"), finished(tree, dist, &demo)?.as_bytes())?;
    copy_pages(tree, dist)?;
    for name in TYPES {
        place(dist, Path::new(name), &tree::read(&tree.www().join(name))?)?;
    }
    for file in tree.datasets()? {
        newsroom::prerender::publish(&file, &dist.join("data"))?;
    }
    let schema = tree::read(&tree.schema())
        .context("the schema is missing; `cargo xtask schema` writes it")?;
    place(dist, Path::new("schema/dataset.schema.json"), &schema)
}

/// What editors read about the element; `cargo xtask generate` writes it.
const TYPES: [&str; 2] = ["provision-explorer.d.ts", "custom-elements.json"];

/// Makes the HTML that goes in the place of a mark.
type Filling = fn(&Tree) -> Result<String>;

/// What pages leave to the build.
const MARKS: [(&str, Filling); 2] = [
    ("<!-- the bundled dataset -->", pages::bundled),
    ("<!-- the bundled title -->", pages::bundled_title),
];

fn copy_pages(tree: &Tree, dist: &Path) -> Result<()> {
    let folder = tree.www().join("pages");
    for file in files(&folder)? {
        let mut page = tree::read(&folder.join(&file))?;
        if file.extension().is_some_and(|it| it == "html") {
            let html = str::from_utf8(&page).with_context(|| format!("`{}`", file.display()))?;
            page = finished(tree, dist, html)?.into_bytes();
        }
        place(dist, &file, &page)?;
    }
    Ok(())
}

/// A page with what it says about the law already in it.
fn finished(tree: &Tree, dist: &Path, page: &str) -> Result<String> {
    let mut page = page.to_owned();
    for (mark, html) in MARKS {
        if page.contains(mark) {
            page = page.replace(mark, &html(tree)?);
        }
    }
    pages::fill(tree, dist, &page)
}

/// Writes a file that nothing else has claimed.
fn place(dist: &Path, name: &Path, bytes: &[u8]) -> Result<()> {
    let file = dist.join(name);
    if file.exists() {
        bail!("two files want to be `dist/{}`; rename the one in `www/pages`", name.display());
    }
    tree::write(&file, bytes)
}

/// All files below a folder, relative to it, in the order of their names.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in tree::list(&next)? {
            if entry.is_dir() {
                open.push(entry);
            } else if let Ok(relative) = entry.strip_prefix(folder) {
                found.push(relative.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}
