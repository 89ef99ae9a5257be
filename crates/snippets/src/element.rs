//! The element, with more or less in it.

use dataset::Dataset;
use provision_explorer::ssr;

use crate::SnippetInput;

/// The loader and the element.
pub(crate) fn bare(piece: &SnippetInput<'_>) -> String {
    options::snippet(piece.options, piece.loader, "")
}

/// The element with everything in it that readers without script would find.
pub(crate) fn twin(piece: &SnippetInput<'_>) -> String {
    with(piece, &ssr::light(piece.explorer, piece.language))
}

/// The element with its first view.
pub(crate) fn shadow(piece: &SnippetInput<'_>) -> String {
    let styles = format!("{}{}", piece.folder(), piece.styles);
    with(piece, &ssr::shadow(piece.explorer, piece.options, piece.language, &styles))
}

fn with(piece: &SnippetInput<'_>, inside: &str) -> String {
    let snippet = options::snippet(piece.options, piece.loader, &format!("\n{inside}\n"));
    format!("{snippet}\n{}", structured(piece.explorer.dataset()))
}

/// What the dataset says, for machines, as a script that nothing runs.
pub fn structured(dataset: &Dataset) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", ssr::json_ld(dataset))
}
