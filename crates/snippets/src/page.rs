//! The page of one story's explorer: the element with its text, and in the head what other systems
//! ask a page for when its address is pasted: an oEmbed answer, a title, a picture.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use explorer::view::is_right_to_left;
use options::Options;
use sha2::{Digest as _, Sha256};

use crate::{SnippetInput, css, element, escaped, is_whole, pictures::Picture, published};

/// Nothing but what stands on the page's own origin and the loader's may run in it, and the law may
/// come from its own. `style` is what the page itself says of looks.
fn policy(loader: Option<&str>, law: Option<&str>, style: Option<&str>) -> String {
    let own = ["'self'"].into_iter().chain(loader).collect::<Vec<_>>().join(" ");
    let law = law.filter(|it| loader != Some(it)).map(|it| format!(" {it}")).unwrap_or_default();
    let hash = |style: &str| format!(" 'sha256-{}'", BASE64.encode(Sha256::digest(style)));
    let style = style.map(hash).unwrap_or_default();
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}{style}; \
         connect-src {own}{law}; img-src {own}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// The origin of a whole address as a policy names it. One with other letters is not named, rather
/// than that a policy says something else with them.
fn origin(address: &str) -> Option<String> {
    let (scheme, behind) = address.split_once("://").filter(|_| is_whole(address))?;
    let host = behind.split(['/', '?', '#']).next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
    (!host.is_empty() && host.chars().all(plain)).then(|| format!("{scheme}://{host}"))
}

/// All of the page, with a picture for its card where there is one.
pub(crate) fn page(piece: &SnippetInput<'_>, picture: Option<&Picture>) -> String {
    let language = piece.language;
    let dir = if is_right_to_left(language.tag) { "rtl" } else { "ltr" };
    let folder = escaped(piece.folder());
    let title = escaped(piece.title());
    let dataset = dataset(piece);
    let style = piece.accent.map(css);
    let law = dataset.as_deref().and_then(origin);
    let policy = policy(origin(piece.loader).as_deref(), law.as_deref(), style.as_deref());
    let head = [
        "<meta charset=\"utf-8\">".into(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".into(),
        // The story is what is to be found, not this copy of its explorer.
        "<meta name=\"robots\" content=\"noindex\">".into(),
        format!("<title>{title}</title>"),
        discovery(piece),
        said(piece, picture),
        format!("<link rel=\"icon\" href=\"{folder}icon.svg\" type=\"image/svg+xml\">"),
        format!("<link rel=\"stylesheet\" href=\"{folder}embed.css\">"),
        style.map(|it| format!("<style>{it}</style>")).unwrap_or_default(),
    ];
    let options = Options { dataset, ..piece.options.clone() };
    let inside = element::twin(&SnippetInput { options: &options, ..*piece });
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{dir}\">\n<head>\n{}\n</head>\n<body>\n\
         <main>\n<h1 class=\"unseen\">{title}</h1>\n<article>{inside}</article>\n</main>\n</body>\n</html>",
        language.tag,
        head.iter().filter(|it| !it.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n"),
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
fn said(piece: &SnippetInput<'_>, picture: Option<&Picture>) -> String {
    let dek = piece.options.dek.as_deref().unwrap_or(piece.language.dek);
    let mut said = vec![
        ("name", "description", dek.to_owned()),
        ("property", "og:type", "article".into()),
        ("property", "og:title", piece.title().into()),
        ("property", "og:description", dek.to_owned()),
        ("property", "og:url", published::address(piece, ".html")),
    ];
    match picture {
        Some(picture) => said.extend(pictured(piece, picture)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_named_only_where_a_policy_can_have_it() {
        for (address, named) in [
            ("https://cdn.example/pe/loader.js?x#y", Some("https://cdn.example")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("https://[::1]:80/a", Some("https://[::1]:80")),
            ("https://a.example;script-src *", None),
            ("https://a.example *", None),
            ("https://zeitung.müller/pe/", None),
            ("https:///pe/", None),
            ("/pe/loader.js", None),
            ("javascript://a.example/", None),
        ] {
            assert_eq!(origin(address).as_deref(), named, "{address}");
        }
    }
}
