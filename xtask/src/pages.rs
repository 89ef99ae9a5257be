//! What pages of the build say of the law before any script has run.

mod fill;

use anyhow::Result;
use authoring::Dataset;
use newsroom::prerender::explorer_of;
use options::escape_html;
use provision_explorer::{Language, ssr};
use snippets::structured;

use crate::tree::{DEFAULT_DATASET, Tree};

pub(crate) use fill::fill;

/// The bundled law, whole and in English, for a page that needs no script at all.
pub(crate) fn bundled(tree: &Tree) -> Result<String> {
    let explorer = explorer_of(&tree.root().join(DEFAULT_DATASET))?;
    let text = ssr::light(&explorer, Language::fallback());
    Ok(format!("{text}\n{}", structured(explorer.dataset())))
}

/// The bundled law's title, for the title of a page.
pub(crate) fn bundled_title(tree: &Tree) -> Result<String> {
    let explorer = explorer_of(&tree.root().join(DEFAULT_DATASET))?;
    let mut html = String::new();
    escape_html(&title(explorer.dataset()), &mut html);
    Ok(html)
}

fn title(dataset: &Dataset) -> String {
    dataset.records().instrument.short_title.original().into()
}
