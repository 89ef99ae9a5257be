//! What `docs/performance.md` says of sizes: the kept figures of the build that everybody makes.

use anyhow::Result;
use contract::generate::{Extent, Generated};

use super::{DATA, EDITORS, LOADER_ROW, MODULE, SCRIPT, SUM, last::Sizes};
use crate::{generate::renew, mode::Mode, tree::Tree};

/// Writes them into the docs.
pub(super) fn write(tree: &Tree, sizes: &Sizes) -> Result<()> {
    regions(sizes).iter().try_for_each(|it| renew(tree, it).map(drop))
}

fn regions(sizes: &Sizes) -> [Generated; 2] {
    let region =
        |name, text| Generated { path: "docs/performance.md", extent: Extent::Region(name), text };
    [region("sizes", table(sizes)), region("editors", editors(sizes))]
}

/// What editors' pages load.
fn editors(sizes: &Sizes) -> String {
    let figures = sizes.get(Mode::Release.folder());
    let size = |row: &str| figures.and_then(|it| it.get(row)).copied().unwrap_or_default();
    let cells = EDITORS.map(|row| kb(size(row)[1])).join(" | ");
    format!(
        "| configurator and desk | drawing pictures | reading PDFs |\n|--:|--:|--:|\n| {cells} |\n"
    )
}

fn table(sizes: &Sizes) -> String {
    let figures = sizes.get(Mode::Release.folder());
    let size = |row| figures.and_then(|it| it.get(row)).copied().unwrap_or_default();
    let mut cells = [LOADER_ROW, SCRIPT, MODULE, DATA, SUM].map(|row| kb(size(row)[1])).to_vec();
    cells.push(kb(size(MODULE)[0]));
    let cells = cells.join(" | ");
    format!(
        "| loader | glue and styles | module | bundled dataset | sum | module, unpacked |\n\
         |--:|--:|--:|--:|--:|--:|\n| {cells} |\n"
    )
}

/// Thousands of bytes, to a tenth.
fn kb(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{super::last, *};
    use crate::tree;

    #[test]
    fn the_docs_have_the_figures_that_are_kept() {
        let tree = Tree::here().unwrap();
        for region in regions(&last::read(&tree).unwrap()) {
            let docs = tree::read_text(&tree.root().join(region.path)).unwrap();
            assert_eq!(region.apply(&docs).unwrap(), docs, "`cargo xtask size` writes them");
        }
    }

    #[test]
    fn sizes_are_thousands_of_bytes() {
        let figures = [(LOADER_ROW.to_owned(), [6_929, 3_049]), (MODULE.to_owned(), [581_950, 7])];
        let table = table(&[("dist".to_owned(), figures.into())].into());
        assert!(table.ends_with("| 3.0 | 0.0 | 0.0 | 0.0 | 0.0 | 582.0 |\n"), "{table}");
    }
}
