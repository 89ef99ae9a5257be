//! The element, with more or less in it.

use dataset::Dataset;
use options::Options;
use provision_explorer::ssr;

use crate::{SnippetInput, escaped, newsletter, reading};

/// The loader and the element, with a link for readers without script.
pub(crate) fn bare(piece: &SnippetInput<'_>) -> String {
    let inside = reading::link(&reading::address(piece, None), &escaped(piece.title()));
    options::snippet(piece.options, piece.loader, &inside)
}

/// The element with what the story shows as text in it. That leads on to the text of the law, not
/// to the story in which it stands.
pub(crate) fn twin(piece: &SnippetInput<'_>) -> String {
    let options = Options {
        dataset: piece.options.dataset.clone(),
        lang: piece.options.lang.clone(),
        heading: piece.options.heading.clone(),
        heading_level: piece.options.heading_level,
        ..Options::default()
    };
    let beside = SnippetInput { options: &options, accent: None, story: None, ..*piece };
    options::snippet(piece.options, piece.loader, &newsletter::within(&beside))
}

/// The element with all of the law's text in it.
pub(crate) fn whole(piece: &SnippetInput<'_>) -> String {
    let link = |id: &str| reading::text_page(piece, id);
    let inside = ssr::twin(piece.explorer, piece.language, &link);
    options::snippet(piece.options, piece.loader, &inside)
}

/// The element with its first view.
pub(crate) fn shadow(piece: &SnippetInput<'_>) -> String {
    let styles = format!("{}{}", piece.folder(), piece.styles);
    let inside = ssr::shadow(piece.explorer, piece.options, piece.language, &styles);
    options::snippet(piece.options, piece.loader, &inside.replace(['\n', '\r'], " "))
}

/// What the dataset says, for machines, as a script that nothing runs. It belongs into a page's
/// template and into no story, where systems that drop tags would show it as text.
pub fn structured(dataset: &Dataset) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", ssr::json_ld(dataset))
}
