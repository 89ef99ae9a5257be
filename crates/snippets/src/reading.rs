//! Where a reader is led who is somewhere else than in the story.

use dataset::{ProvisionId, ProvisionIx};

use options::Options;

use crate::{SnippetInput, escaped, frame, is_whole};

/// The page that has all of it, or one provision of it: the story; else the text of the bundled
/// law; else, for a law of the newsroom's own, the page for frames.
pub(crate) fn address(piece: &SnippetInput<'_>, provision: Option<ProvisionIx>) -> String {
    let record = provision.and_then(|it| piece.explorer.dataset().provision(it));
    let id = record.map(|it| &it.id);
    let behind = |sign: &str| id.map(|id| format!("{sign}{id}")).unwrap_or_default();
    if let Some(story) = piece.story.filter(|story| is_whole(story)) {
        let bare = story.split('#').next().unwrap_or_default();
        return if piece.options.deep_links {
            format!("{bare}{}", behind("#pe="))
        } else {
            story.to_owned()
        };
    }
    if piece.options.dataset.is_none() {
        return format!("{}text.html{}", piece.folder(), behind("#"));
    }
    opened(piece, id)
}

/// Where a provision stands by itself: in the text of the bundled law; else, for a law of the
/// newsroom's own, in the page for frames, of which nothing but the law is asked.
pub(crate) fn text_page(piece: &SnippetInput<'_>, id: &str) -> String {
    if piece.options.dataset.is_none() {
        return format!("{}text.html#{id}", piece.folder());
    }
    let options = Options {
        dataset: piece.options.dataset.clone(),
        lang: piece.options.lang.clone(),
        ..Options::default()
    };
    let piece = SnippetInput { options: &options, accent: None, ..*piece };
    opened(&piece, Some(&ProvisionId::new(id)))
}

pub(crate) fn link(address: &str, html: &str) -> String {
    format!("<a href=\"{}\">{html}</a>", escaped(address))
}

fn opened(piece: &SnippetInput<'_>, id: Option<&ProvisionId>) -> String {
    let mut options = piece.options.clone();
    if let Some(id) = id {
        options.open = Some(id.clone());
    }
    let options = options.written(piece.explorer.dataset());
    frame::address(&SnippetInput { options: &options, ..*piece })
}
