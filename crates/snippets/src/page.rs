//! The page of one story's explorer: the element with its text, and in the head what other systems
//! ask a page for when its address is pasted: an oEmbed answer, a title, a picture.

use explorer::view::is_right_to_left;
use options::Options;

use crate::{
    SnippetInput, element, escaped,
    pictures::{self, Picture},
    published,
};

/// Nothing but the newsroom's own files may run in it, wherever they stand.
const POLICY: &str = "default-src 'none'; script-src http: https: 'wasm-unsafe-eval'; \
                      style-src http: https:; connect-src http: https:; img-src http: https:; \
                      base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                      trusted-types 'none'";

/// All of the page.
pub(crate) fn page(piece: &SnippetInput<'_>) -> String {
    let language = piece.language;
    let dir = if is_right_to_left(language.tag) { "rtl" } else { "ltr" };
    let folder = escaped(piece.folder());
    let title = escaped(piece.title());
    let head = [
        "<meta charset=\"utf-8\">".into(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".into(),
        // The story is what is to be found, not this copy of its explorer.
        "<meta name=\"robots\" content=\"noindex\">".into(),
        format!("<title>{title}</title>"),
        discovery(piece),
        said(piece),
        format!("<link rel=\"icon\" href=\"{folder}icon.svg\" type=\"image/svg+xml\">"),
        format!("<link rel=\"stylesheet\" href=\"{folder}embed.css\">"),
    ];
    let options = Options { dataset: dataset(piece), ..piece.options.clone() };
    let inside = element::twin(&SnippetInput { options: &options, ..*piece });
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{dir}\">\n<head>\n{}\n</head>\n<body>\n\
         <main>\n<h1 class=\"unseen\">{title}</h1>\n<article>{inside}</article>\n</main>\n</body>\n</html>",
        language.tag,
        head.join("\n"),
    )
}

/// Where the law is found from this page, which stands a folder deeper than the page for frames.
fn dataset(piece: &SnippetInput<'_>) -> Option<String> {
    let given = piece.options.dataset.as_ref()?;
    let is_relative = !given.starts_with('/') && !given.contains(':');
    Some(if is_relative { format!("{}{given}", piece.folder()) } else { given.clone() })
}

/// The link to the oEmbed answer.
fn discovery(piece: &SnippetInput<'_>) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
        escaped(&published::address(piece, ".json")),
        escaped(piece.title())
    )
}

/// What is shown of the page beside a link to it.
fn said(piece: &SnippetInput<'_>) -> String {
    let dek = piece.options.dek.as_deref().unwrap_or(piece.language.dek);
    let mut said = vec![
        ("name", "description", dek.to_owned()),
        ("property", "og:type", "article".into()),
        ("property", "og:title", piece.title().into()),
        ("property", "og:description", dek.to_owned()),
        ("property", "og:url", published::address(piece, ".html")),
    ];
    match pictures::pictures(piece).first() {
        Some(first) => said.extend(pictured(piece, first)),
        None => said.push(("name", "twitter:card", "summary".into())),
    }
    let meta = |(kind, name, content): &(&str, &str, String)| {
        format!("<meta {kind}=\"{name}\" content=\"{}\">", escaped(content))
    };
    said.iter().map(meta).collect::<Vec<_>>().join("\n")
}

fn pictured(
    piece: &SnippetInput<'_>,
    picture: &Picture,
) -> [(&'static str, &'static str, String); 5] {
    [
        ("property", "og:image", picture.address(piece)),
        ("property", "og:image:width", picture::WIDTH.to_string()),
        ("property", "og:image:height", picture::HEIGHT.to_string()),
        ("property", "og:image:alt", picture.alternative()),
        ("name", "twitter:card", "summary_large_image".into()),
    ]
}
